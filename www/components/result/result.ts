/** The answer of any product, made from the description of its quote: rows, sub-headings, tables, notices. */

import { html, nothing, type TemplateResult } from "lit";
import { choiceLabel, countryName, outputLabel, why, type View } from "../../element/view.js";
import type { Output } from "../../schema/schema.js";
import { isDecimal, plain, shift } from "../../text/decimal.js";
import { columnsOf, scheduleCsv, scheduleTable } from "../schedule/table.js";
import { notices, problemView } from "../notices/notices.js";

/** Shown elsewhere, or not a result. */
const ELSEWHERE = new Set(["notices", "editions", "schedule", "others", "rates", "aprDisclosed", "channels"]);

/** Shown by a panel with a picture. */
const APART: Readonly<Record<string, readonly string[]>> = {
  "short-term-cover": ["settlement"], captive: ["years"], fund: ["tranches", "losses"], "fx-hedge": ["programme", "outcomes"],
  "landed-cost": ["cascade", "alternatives", "uncounted"],
  plant: ["debtService"],
  acquisition: ["uses", "sources"],
  matching: ["stable", "leastCost", "ranking", "exclusions"],
  route: ["routes", "breakEvens", "exposures", "map", "simulation"],
  chain: ["links", "bearers"],
  portfolio: ["quantiles", "lossDistribution", "covered", "layers", "contributions", "concentration", "capital", "simulation"],
};

export function result(view: View): TemplateResult {
  const { ui, jobs } = view.locale;
  return html`
    <section class="card answer ${view.stale ? "stale" : ""}" part="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">${jobs[view.product]?.name ?? view.product}</h2>
      ${problemView(view)}
      ${view.quote
        ? html`${headline(view)} ${record(view, view.outputs, view.quote, "")} ${notices(view)}`
        : view.problem
          ? nothing
          : html`<p class="quiet">${ui.loading}</p>`}
    </section>
  `;
}

/** The short answer that stays in sight while the deal is changed. */
export function shortHeadline(view: View): TemplateResult | typeof nothing {
  const found = headlineText(view);
  return found === null
    ? nothing
    : html`<p class="short ${view.stale ? "stale" : ""}" part="short-answer" aria-hidden="true">
        <span><b>${found}</b></span> <span class="quiet">${outputLabel(view, view.job.headline)}</span>
      </p>`;
}

/** The value that is asked for, in words; null when there is none. */
function headlineText(view: View): string | null {
  const output = view.outputs.find((candidate) => candidate.name === view.job.headline);
  const value = output && view.quote?.[output.name];
  if (!output || value === null || value === undefined) return null;
  return output.kind === "rate" ? view.format.percent(value as number) : scalar(view, output, value);
}

/** The same, large. */
function headline(view: View): TemplateResult | typeof nothing {
  const text = headlineText(view);
  if (text === null) return nothing;
  const name = view.job.headline;
  return html`<p class="figure ${text.length > 11 ? "long longer" : text.length > 7 ? "long" : ""}" part="headline">
    <span class="big">${why(view, name, text)}</span>
    <span class="unit">${outputLabel(view, name)}</span>
  </p>`;
}

function record(view: View, outputs: readonly Output[], value: unknown, place: string): TemplateResult {
  const values = value as Readonly<Record<string, unknown>>;
  // What is only the request's own word again needs no row.
  const echoed = (name: string) => place === "" && values[name] === view.request[name];
  const headline = place === "" ? view.job.headline : "";
  // The decimals are for programs, and the company's own currency stands beside every amount.
  const needless = (name: string) => place !== "" && (name === "decimals" || (name === "currency" && values[name] === view.currency));
  const shownApart = (name: string) => place === "" && Boolean(APART[view.product]?.includes(name));
  const rank = ({ name }: Output) => (place === "" ? (view.job.rows ?? []).indexOf(name) + 1 || 99 : 0);
  const known = outputs.filter(
    ({ name }) => !ELSEWHERE.has(name) && !shownApart(name) && !needless(name) && name !== headline && values[name] !== undefined && values[name] !== null && !echoed(name),
  ).sort((a, b) => rank(a) - rank(b));
  const scalars = known.filter((output) => !isLarge(output));
  const columns = known.filter((output) => place !== "" && output.kind.startsWith("column"));
  const large = known.filter((output) => isLarge(output) && !columns.includes(output));
  return html`
    <dl class="rows">
      ${scalars.map((output) => {
        const path = place + output.name;
        if (path === "apr") return annualRate(view, values);
        return html`<div>
          <dt>${outputLabel(view, output.name)}</dt>
          <dd>${why(view, path, scalar(view, output, values[output.name]))}</dd>
        </div>`;
      })}
    </dl>
    ${columns.length > 0
      ? table(view, view.locale.ui.table, Object.fromEntries(columns.map(({ name }) => [name, values[name]])), place, digitsIn(view, values))
      : nothing}
    ${large.map((output) => block(view, output, values[output.name], place))}
  `;
}

/** Columns as a table that opens, and as a file. */
function table(view: View, summary: string, record: unknown, place: string, digits: number): TemplateResult {
  const columns = columnsOf(record);
  const file = `${place.replace(/\.$/, "").replace(/\./g, "-")}.csv`;
  return html`<details>
    <summary>${summary}${summary === view.locale.ui.table ? html` <span class="unseen">${place}</span>` : nothing}</summary>
    ${scheduleTable(view, columns, digits, summary)}
    <button type="button" class="link" @click=${() => view.act.save(file, "text/csv", scheduleCsv(columns, digits))}>${view.locale.ui.csv}</button>
  </details>`;
}

/** Digits behind the point of a record's amounts: its own currency's, where it tells them. */
function digitsIn(view: View, values: Readonly<Record<string, unknown>>): number {
  return typeof values.currency === "string" && typeof values.decimals === "number" ? values.decimals : view.digits;
}

/** The annual percentage rate as it is and as its rule tells it, with the rule. */
function annualRate(view: View, values: Readonly<Record<string, unknown>>): TemplateResult {
  const { locale, format } = view;
  const rule = typeof view.request.aprRule === "string" ? choiceLabel(locale, "aprRule", view.request.aprRule) : "";
  const rate = (name: string, digits: number) => why(view, name, format.percent(values[name] as number, digits));
  return html`<div>
    <dt>${outputLabel(view, "apr")}<br /><span class="quiet">${rule}</span></dt>
    <dd>
      ${rate("apr", 4)}
      ${typeof values.aprDisclosed === "number"
        ? html`<br /><span class="quiet">${outputLabel(view, "aprDisclosed")}</span> ${rate("aprDisclosed", 2)}`
        : nothing}
    </dd>
  </div>`;
}

function isLarge(output: Output): boolean {
  return output.kind === "record" || output.kind === "list" || output.kind.startsWith("column") || output.kind === "map";
}

function block(view: View, output: Output, value: unknown, place: string): unknown {
  if (value === null || value === undefined) return nothing;
  const name = outputLabel(view, output.name);
  const title = html`<h3>${name}</h3>`;
  if (output.fields.length > 0 && output.fields.every((field) => field.kind.startsWith("column"))) {
    return table(view, name, value, output.name, view.digits);
  }
  if (output.kind === "record") return html`${title}${record(view, output.fields, value, `${place}${output.name}.`)}`;
  const items = isListLike(value) ? Array.from(value as ArrayLike<unknown>) : [];
  if (items.length === 0) return nothing;
  if (output.fields.length > 0) return html`${title}${recordsTable(view, output, items)}`;
  const one: Output = { ...output, kind: output.items ?? "number", fields: [] };
  return html`${title}
    <ol class="values">
      ${items.slice(0, 60).map((item) => html`<li>${scalar(view, one, item)}</li>`)}
    </ol>`;
}

/** A table of records, one a row. */
export function recordsTable(view: View, output: Output, items: readonly unknown[]): TemplateResult {
  const columns = output.fields.filter((field) => !isLarge(field));
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${outputLabel(view, output.name)}>
      <table>
        <thead>
          <tr>${columns.map((column) => html`<th scope="col">${outputLabel(view, column.name)}</th>`)}</tr>
        </thead>
        <tbody>
          ${items.slice(0, 200).map(
            (item) => html`<tr>
              ${columns.map(
                (column) => html`<td>${scalar(view, column, (item as Readonly<Record<string, unknown>>)[column.name])}</td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/** One value by its kind. */
export function scalar(view: View, output: Output, value: unknown): string {
  const { format, locale } = view;
  if (value === null || value === undefined) return "–";
  if (typeof value === "boolean") return value ? locale.ui.yes : locale.ui.no;
  const text = String(value);
  switch (output.kind) {
    case "rate":
      return `${format.short(shift(plain(Number(value)), 2), 4)} %`;
    case "share":
      return `${format.fieldPercent(text)} %`;
    case "ratio":
      return format.short(value as number, 3);
    case "amount":
      return format.money(value as number | string, view.currency, view.digits);
    case "months":
    case "years":
      return `${format.short(value as number | string, 4)} ${locale.units[output.kind] ?? ""}`;
    case "country":
      return countryName(view, text);
    case "date":
      return format.date(value as number | string);
    case "choice":
      return choiceLabel(locale, output.name, text);
    case "text":
      // A name that a table gives has words; one that a visitor gives is its own.
      return locale.choices[`${output.name}/${text}`] ?? text;
    case "currency":
      return text;
    default:
      return isDecimal(text) || typeof value === "number" ? format.short(value as number, 8) : text;
  }
}

function isListLike(value: unknown): boolean {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}
