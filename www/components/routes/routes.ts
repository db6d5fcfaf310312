/** Ways into a market: the table that puts them side by side, and the panels below it. */

import { html, nothing, type TemplateResult } from "lit";
import { outputLabel, why, type View } from "../../element/view.js";
import type { Output } from "../../schema/schema.js";
import { plain } from "../../text/decimal.js";
import { noticeText } from "../notices/notices.js";
import { scalar } from "../result/result.js";
import { cases } from "./cases.js";
import { course } from "./course.js";
import { regions } from "./map.js";
import { draws } from "./draws.js";
import { outlook, type Simulation } from "./outlook.js";
import { head, table, wayCell, wayName, waysOf, whole, type Cell, type Way } from "./parts.js";

/** Amounts of one vehicle: these have their smallest units. */
const EACH = new Set(["unitCost", "landedCost"]);
const FRACTIONS = new Set(["rateOfReturn", "partnerReturn", "creditAllInRate", "effectiveDuty", "content"]);
/** What the rows of the table are not. */
const APART = new Set(["route", "prohibited", "course", "notices"]);

interface BreakEven {
  first: string;
  second: string;
  vehicles: number;
  value: string;
  betterAbove: string;
}

export function routes(view: View, width: (name: string) => number): TemplateResult | typeof nothing {
  const ways = waysOf(view);
  if (ways.length === 0) return nothing;
  const simulation = view.quote?.simulation as Simulation | null | undefined;
  return html`
    ${comparison(view, ways)}
    ${regions(view, ways, width("regions"))}
    ${cases(view, ways, width("cases"))}
    ${simulation ? draws(view, (found, controls) => outlook(view, (found?.quote.simulation as Simulation | undefined) ?? simulation, width("outlook"), controls)) : nothing}
    ${course(view, ways, width("course"))}
  `;
}

/** One column a way, the downside on top. */
function comparison(view: View, ways: readonly Way[]): TemplateResult {
  const { ui } = view.locale;
  const outputs = view.outputs.find(({ name }) => name === "routes")?.fields ?? [];
  const told = outputs.filter(({ name }) => !APART.has(name) && ways.some((way) => valueOf(way, name) !== null));
  const heads: Cell[] = [{ text: html`<span class="unseen">${outputLabel(view, "route")}</span>`, plain: "value" }, ...ways.map((way) => ({ text: title(view, way), plain: way.route }))];
  const rows = told.map((output) => [
    head(view, output.name),
    ...ways.map((way, place) => cell(view, output, way, place)),
  ]);
  return html`
    <section class="card company routes ${view.stale ? "stale" : ""}" part="routes" aria-labelledby="routes-title">
      <h2 id="routes-title">${ui.routesTitle}</h2>
      <p class="quiet">${view.locale.says.routes({ currency: view.currency })}</p>
      ${table(view, ui.routesTitle, "routes.csv", heads, rows)}
      ${breakEvens(view)}
      ${told.length > 0 ? wayNotices(view, ways) : nothing}
    </section>
  `;
}

function title(view: View, way: Way): TemplateResult {
  const { ui } = view.locale;
  return html`${wayName(view, way.route)}${way.route === view.quote?.best ? html` <span class="used">${ui.bestWay}</span>` : nothing}${way.prohibited ? html` <span class="used barred">${ui.barredWay}</span>` : nothing}`;
}

function valueOf(way: Way, name: string): unknown {
  return (way as unknown as Readonly<Record<string, unknown>>)[name] ?? null;
}

function cell(view: View, output: Output, way: Way, place: number): Cell {
  const value = valueOf(way, output.name);
  const path = `routes.${place}.${output.name}`;
  if (value === null) return { text: "–", plain: "" };
  const text = written(view, output, value);
  return { text: why(view, path, text), plain: typeof value === "number" ? plain(value) : String(value), words: output.kind === "choice" };
}

function written(view: View, output: Output, value: unknown): string {
  if (output.kind === "amount") return EACH.has(output.name) ? view.format.number(String(value), view.digits) : whole(view, String(value));
  if (FRACTIONS.has(output.name)) return view.format.percent(value as number, 1);
  if (output.name === "totalVehicles") return whole(view, value as number);
  return scalar(view, output, value);
}

function breakEvens(view: View): TemplateResult | typeof nothing {
  const list = view.quote?.breakEvens as readonly BreakEven[] | undefined;
  if (!Array.isArray(list) || list.length === 0) return nothing;
  const name = outputLabel(view, "breakEvens");
  const rows = list.map((one: BreakEven, place): Cell[] => [
    wayCell(view, one.first),
    wayCell(view, one.second),
    { text: why(view, `breakEvens.${place}.vehicles`, whole(view, one.vehicles)), plain: plain(one.vehicles) },
    { text: whole(view, one.value), plain: one.value },
    wayCell(view, one.betterAbove),
  ]);
  const heads = ["first", "second", "vehicles", "value", "betterAbove"].map((column) => head(view, column));
  return html`<h3>${name}</h3>${table(view, name, "break-evens.csv", heads, rows)}`;
}

/** What the tables and products say on the ways, each sentence once with the ways that it is about. */
function wayNotices(view: View, ways: readonly Way[]): TemplateResult | typeof nothing {
  const found = new Map<string, string[]>();
  for (const way of ways) {
    for (const notice of way.notices) {
      const text = noticeText(view, notice);
      const about = found.get(text) ?? [];
      if (!about.includes(wayName(view, way.route))) found.set(text, [...about, wayName(view, way.route)]);
    }
  }
  if (found.size === 0) return nothing;
  return html`<details>
    <summary>${view.locale.ui.goodToKnowWays}</summary>
    <ul class="notices">
      ${[...found].map(([text, about]) => html`<li><strong>${view.format.list(about)}${view.locale.says.colon()}</strong>${text}</li>`)}
    </ul>
  </details>`;
}

