/** What a book can lose: the distribution with its quantiles, the layers as a tower, who contributes, and where exposures are heaped. */

import { html, nothing, type TemplateResult } from "lit";
import { barsChart, type BarGroup } from "../../charts/bars.js";
import { distributionChart, type Rows } from "../../charts/distribution.js";
import { towerChart } from "../../charts/tower.js";
import { outputLabel, why, type View } from "../../element/view.js";
import { plain } from "../../text/decimal.js";
import { draws } from "../routes/draws.js";
import { head, table, type Cell } from "../routes/parts.js";
import { map } from "./map.js";
import { most, sharesOf, type Contributions } from "./most.js";

/** `LayerQuote`. */
interface Layer {
  attachment: number;
  limit: number | null;
  expectedLoss: number;
  standardDeviation: number;
  attachmentProbability: number;
  exhaustionProbability: number | null;
  price: number;
  rateOnLine: number | null;
}

interface Quantile {
  level: number;
  loss: number;
  expectedShortfall: number;
  low: number | null;
  high: number | null;
}

/** `PortfolioQuote`, as far as it is shown. */
export interface BookQuote {
  obligors: number;
  totalExposure: number;
  expectedLoss: number;
  expectedShortfall: number;
  unexpectedLoss: number;
  noLossProbability: number;
  tailLevel: number;
  quantiles: readonly Quantile[];
  lossDistribution: Rows;
  covered: Layer;
  layers: readonly Layer[];
  contributions: Contributions | null;
  concentration: Readonly<Record<string, unknown>> & { countries: readonly { country: string; exposure: number; share: number }[] };
  capital: Readonly<Record<string, number>> | null;
  simulation: { paths: number; exactExpectedLoss: number; standardError: number } | null;
}

const PATHS = 100_000;

export function book(view: View, width: (name: string) => number): TemplateResult | typeof nothing {
  const quote = view.quote as unknown as BookQuote | null;
  if (!quote?.lossDistribution || !quote.concentration) return nothing;
  const mayDraw = quote.simulation !== null && quote.simulation.paths < PATHS && view.progress === null;
  return html`${mayDraw
    ? draws(view, (found, controls) => panels(found ? { ...view, quote: found.quote, steps: found.steps, stale: false } : view, width, controls))
    : panels(view, width, nothing)}`;
}

function panels(view: View, width: (name: string) => number, controls: unknown): TemplateResult {
  const quote = view.quote as unknown as BookQuote;
  return html`
    ${distribution(view, quote, width, controls)}
    ${quote.layers.length > 0 ? layersTable(view, quote) : nothing}
    ${contributors(view, quote, width("contributors"))}
    ${map(view, quote)}
    ${heaped(view, quote)}
  `;
}

function distribution(view: View, quote: BookQuote, width: (name: string) => number, controls: unknown): TemplateResult {
  const { ui, says } = view.locale;
  const { format } = view;
  const way = view.picked.get("book-way") === "exceedance" ? "exceedance" : "density";
  const level = (value: number) => `${format.short(value * 100, 4)} %`;
  const tailLoss = quote.expectedLoss + quote.unexpectedLoss;
  const quantiles = quote.quantiles.map(({ level: at, loss }) => ({ loss, level: at, name: level(at) }));
  const summary = says.bookLosses({
    mean: money(view, quote.expectedLoss),
    list: quote.quantiles.map(({ level: at, loss }) => ({ level: level(at), loss: money(view, loss) })),
    none: format.percent(quote.noLossProbability, 2),
  });
  const text = {
    summary, axis: [outputLabel(view, "loss"), view.currency].filter(Boolean).join(", "), up: way === "density" ? ui.bookDensity : ui.bookExceedance, mean: ui.bookMean,
    none: `${outputLabel(view, "noLossProbability")}${says.colon()}${format.percent(quote.noLossProbability, 2)}`,
    amount: (value: number) => format.axis(value), percent: (value: number) => format.short(value * 100, 6) + " %",
  };
  const isDrawn = quote.quantiles.some(({ low }) => low !== null);
  const columns = ["level", "loss", "expectedShortfall", ...(isDrawn ? ["low", "high"] : [])] as const;
  const rows = quote.quantiles.map((one, place): Cell[] => columns.map((name) => {
    const value = one[name as keyof Quantile];
    const written = value === null ? "–" : name === "level" ? level(value) : money(view, value);
    return { text: name === "loss" ? why(view, `quantiles.${place}.loss`, written) : written, plain: value === null ? "" : plain(value) };
  }));
  return html`
    <section class="card book company ${view.stale ? "stale" : ""}" part="book-losses" aria-labelledby="book-losses-title">
      <h2 id="book-losses-title">${ui.bookLosses}</h2>
      <div class="presets" role="group" aria-label=${ui.bookWays}>
        ${(["density", "exceedance"] as const).map((one) => html`<button type="button" class="chip" aria-pressed=${one === way ? "true" : "false"} @click=${() => view.act.pick("book-way", one)}>${one === "density" ? ui.bookAsDensity : ui.bookAsExceedance}</button>`)}
      </div>
      <div class="sides">
      <figure>
        <div class="measured" data-measure="distribution">
          ${distributionChart({ rows: quote.lossDistribution, quantiles, mean: quote.expectedLoss, tail: tailLoss, way }, text, width("distribution"))}
        </div>
        <ul class="legend" aria-hidden="true">
          <li><span class="swatch fill-principal"></span>${says.bookUpTo({ level: level(quote.tailLevel) })}</li>
          <li><span class="swatch fill-premium"></span>${says.bookBeyond({ level: level(quote.tailLevel) })}</li>
          ${way === "density" && quote.noLossProbability > 0.001 ? html`<li><span class="swatch fill-retained"></span>${text.none}</li>` : nothing}
        </ul>
      </figure>
      ${quote.layers.length > 0 ? html`<figure><div class="measured" data-measure="tower">${tower(view, quote, width("tower"))}</div></figure>` : nothing}
      </div>
      ${controls}
      <h3>${outputLabel(view, "quantiles")}</h3>
      ${table(view, outputLabel(view, "quantiles"), "quantiles.csv", columns.map((name) => head(view, name)), rows)}
      ${quote.simulation && quote.simulation.paths < asked(view) && view.progress === null
        ? html`<p class="quiet">${says.drawn({ done: format.number(quote.simulation.paths), total: format.number(asked(view)) })}</p>`
        : nothing}
      ${quote.simulation
        ? html`<dl class="rows">${(["paths", "exactExpectedLoss", "standardError"] as const).map((name) => {
            const value = quote.simulation?.[name] ?? 0;
            return html`<div><dt>${outputLabel(view, name)}</dt><dd>${why(view, `simulation.${name}`, name === "paths" ? format.number(value) : money(view, value))}</dd></div>`;
          })}</dl>`
        : nothing}
      <details @toggle=${(event: Event) => view.act.pick("book-rows", (event.target as HTMLDetailsElement).open ? "open" : "")}>
        <summary>${ui.table} <span class="unseen">${outputLabel(view, "lossDistribution")}</span></summary>
        ${view.picked.get("book-rows") === "open" ? rowsTable(view, quote.lossDistribution) : nothing}
      </details>
    </section>
  `;
}

/** The paths that were asked for: fewer count where a run was ended, or no worker may start. */
function asked(view: View): number {
  return typeof view.request.paths === "number" ? view.request.paths : PATHS;
}

/** The distribution's rows, as the engine thins them: up to a thousand, made when they are looked at. */
function rowsTable(view: View, rows: Rows): TemplateResult {
  const columns = ["loss", "probability", "cumulative"] as const;
  const cells = Array.from(rows.loss, (_, row): Cell[] => columns.map((name) => {
    const value = rows[name][row] ?? 0;
    return { text: name === "loss" ? amount(view, value) : `${view.format.short(value * 100, 6)} %`, plain: plain(value) };
  }));
  return table(view, outputLabel(view, "lossDistribution"), "losses.csv", columns.map((name) => head(view, name)), cells);
}

/** The layers as they stand upon each other. */
function tower(view: View, quote: BookQuote, width: number): TemplateResult | typeof nothing {
  const { ui, says } = view.locale;
  const { format } = view;
  const floors = quote.layers.map((layer) => {
    const name = nameOf(view, layer);
    const price = layer.rateOnLine === null ? money(view, layer.price) : `${outputLabel(view, "rateOnLine")} ${format.percent(layer.rateOnLine, 2)}`;
    return {
      from: layer.attachment, to: layer.limit === null ? null : layer.attachment + layer.limit,
      lines: [name, `${outputLabel(view, "expectedLoss")} ${format.axis(layer.expectedLoss)}`, price],
      title: [name, `${outputLabel(view, "expectedLoss")} ${money(view, layer.expectedLoss)}`, price].join(", "),
    };
  });
  const losses = quote.quantiles.filter(({ level }) => level >= 0.5).map(({ level, loss }) => ({ loss, name: `${format.short(level * 100, 4)} %` }));
  const text = { summary: says.bookTower({ list: floors.map(({ title }) => title) }), axis: [ui.bookTowerAxis, view.currency].filter(Boolean).join(", "), amount: (value: number) => format.axis(value) };
  return towerChart(floors, losses, text, width);
}

function layersTable(view: View, quote: BookQuote): TemplateResult {
  const { ui } = view.locale;
  const { format } = view;
  const columns = ["attachment", "limit", "expectedLoss", "standardDeviation", "attachmentProbability", "exhaustionProbability", "price", "rateOnLine"] as const;
  const row = (layer: Layer, place: string): Cell[] => columns.map((name) => {
    const value = layer[name];
    if (value === null) return { text: "–", plain: "" };
    const told = /Probability|rateOnLine/.test(name) ? format.percent(value, 2) : amount(view, value);
    return { text: why(view, `${place}.${name}`, told), plain: plain(value) };
  });
  const heads = columns.map((name) => head(view, name));
  return html`
    <section class="card book company ${view.stale ? "stale" : ""}" part="book-layers" aria-labelledby="book-layers-title">
      <h2 id="book-layers-title">${outputLabel(view, "layers")}</h2>
      <p class="quiet">${ui.bookTowerSays}</p>
      ${table(view, outputLabel(view, "layers"), "layers.csv", heads, quote.layers.map((layer, place) => row(layer, `layers.${place}`)))}
      <details>
        <summary>${outputLabel(view, "covered")}</summary>
        ${table(view, outputLabel(view, "covered"), "covered.csv", heads, [row(quote.covered, "covered")])}
      </details>
    </section>
  `;
}

/** As the market says it: so much in excess of so much. */
function nameOf(view: View, layer: Layer): string {
  const { format, locale } = view;
  return locale.says.bookLayer({ limit: layer.limit === null ? null : format.axis(layer.limit), from: format.axis(layer.attachment) });
}

const SHOWN = 12;

function contributors(view: View, quote: BookQuote, width: number): TemplateResult | typeof nothing {
  const { contributions } = quote;
  if (!contributions) return nothing;
  const { ui, says } = view.locale;
  const exposures = view.request.exposure;
  const names = view.request.name;
  const exposure = (at: number) => (Array.isArray(exposures) ? Number(exposures[at]) : 0);
  const name = (at: number) => (Array.isArray(names) && names[at] ? String(names[at]).slice(0, 60) : says.bookNumbered({ name: ui.bookObligor, number: at + 1 }));
  const { obligors } = contributions;
  const top = most(obligors.expectedShortfall, SHOWN);
  const bar = (key: "interest" | "premium", value: number, of: number, words: string) => ({ key, value: of > 0 ? Math.max(0, value / of) : 0, text: words });
  const groups: BarGroup[] = top.map((at) => ({
    name: name(at).slice(0, 36), note: "", faint: false,
    bars: [
      bar("interest", exposure(at), quote.totalExposure, amount(view, exposure(at))),
      bar("premium", obligors.expectedShortfall[at] ?? 0, quote.expectedShortfall, amount(view, obligors.expectedShortfall[at] ?? 0)),
    ],
  }));
  const columns = ["expectedLoss", "standardDeviation", "expectedShortfall"] as const;
  const cell = (value: number): Cell => ({ text: amount(view, value), plain: plain(value) });
  const rows = top.map((at): Cell[] => [{ text: name(at), plain: name(at) }, cell(exposure(at)), ...columns.map((column) => cell(obligors[column][at] ?? 0))]);
  const heads = [{ text: ui.bookObligor, plain: "name" }, head(view, "exposure"), ...columns.map((column) => head(view, column))];
  const summary = says.bookMost({ list: groups.map((group) => `${group.name} ${group.bars[1]?.text}`) });
  const sectors = contributions.sectors;
  return html`
    <section class="card book company ${view.stale ? "stale" : ""}" part="book-contributions" aria-labelledby="book-contributions-title">
      <h2 id="book-contributions-title">${ui.bookContributors}</h2>
      <p class="quiet">${ui.bookContributorsSay}</p>
      <figure>
        <div class="measured" data-measure="contributors">${barsChart(groups, summary, width)}</div>
        <ul class="legend" aria-hidden="true">
          <li><span class="swatch fill-interest"></span>${ui.bookShareExposure}</li>
          <li><span class="swatch fill-premium"></span>${ui.bookShareShortfall}</li>
        </ul>
      </figure>
      <details>
        <summary>${ui.table} <span class="unseen">${ui.bookContributors}</span></summary>
        ${table(view, ui.bookContributors, "contributors.csv", heads, rows)}
      </details>
      <button type="button" class="link" @click=${() => void sharesOf(view, contributions)}>${ui.bookEvery}</button>
      ${sectors.length > 0 ? bySector(view, quote, sectors, width) : nothing}
    </section>
  `;
}

function bySector(view: View, quote: BookQuote, sectors: Contributions["sectors"], width: number): TemplateResult {
  const { ui, says } = view.locale;
  const columns = ["expectedLoss", "standardDeviation", "expectedShortfall"] as const;
  const name = (one: { name: string | null }) => (one.name === null ? ui.bookOwnRisk : one.name.slice(0, 60));
  const rows = sectors.map((one): Cell[] => [{ text: name(one), plain: one.name ?? "" }, ...columns.map((column) => ({ text: amount(view, one[column]), plain: plain(one[column]) }))]);
  const groups: BarGroup[] = sectors.slice(0, SHOWN).map((one) => ({
    name: name(one).slice(0, 36), note: "", faint: false,
    bars: [
      { key: "interest", value: Math.max(0, one.expectedLoss / (quote.expectedLoss || 1)), text: amount(view, one.expectedLoss) },
      { key: "premium", value: Math.max(0, one.expectedShortfall / (quote.expectedShortfall || 1)), text: amount(view, one.expectedShortfall) },
    ],
  }));
  const title = outputLabel(view, "sectors");
  return html`
    <h3>${title}</h3>
    <figure>
      ${barsChart(groups, `${title}${says.colon()}${groups.map((group) => `${group.name} ${group.bars[1]?.text}`).join("; ")}`, width)}
      <ul class="legend" aria-hidden="true">
        <li><span class="swatch fill-interest"></span>${ui.bookShareExpected}</li>
        <li><span class="swatch fill-premium"></span>${ui.bookShareShortfall}</li>
      </ul>
    </figure>
    ${table(view, title, "sectors.csv", [head(view, "name"), ...columns.map((column) => head(view, column))], rows)}
  `;
}

/** Figures of concentration, and what the Basel rules ask for. */
function heaped(view: View, quote: BookQuote): TemplateResult {
  const { format } = view;
  const { concentration, capital } = quote;
  const value = (name: string) => (typeof concentration[name] === "number" ? (concentration[name] as number) : null);
  const figures: [string, string | null][] = [
    ["herfindahl", written(value("herfindahl"), (of) => format.short(of, 5))], ["effectiveNumber", written(value("effectiveNumber"), (of) => format.short(of, 1))],
    ["topTenShare", written(value("topTenShare"), (of) => format.percent(of, 1))], ["sectorHerfindahl", written(value("sectorHerfindahl"), (of) => format.short(of, 5))],
    ["countryHerfindahl", written(value("countryHerfindahl"), (of) => format.short(of, 5))],
  ];
  return html`
    <section class="card book company ${view.stale ? "stale" : ""}" part="book-concentration" aria-labelledby="book-concentration-title">
      <h2 id="book-concentration-title">${outputLabel(view, "concentration")}</h2>
      <dl class="rows">
        ${figures.map(([name, text]) => (text === null ? nothing : html`<div><dt>${outputLabel(view, name)}</dt><dd>${why(view, `concentration.${name}`, text)}</dd></div>`))}
      </dl>
      ${capital
        ? html`<h3>${outputLabel(view, "portfolio/capital")}</h3>
            <dl class="rows">
              ${(["capital", "riskWeightedAssets", "averageRiskWeight", "expectedLoss", "floored"] as const).map((name) => html`<div><dt>${outputLabel(view, name)}</dt>
                <dd>${why(view, `capital.${name}`, name === "averageRiskWeight" ? format.percent(capital[name] ?? 0, 1) : name === "floored" ? format.number(capital[name] ?? 0) : money(view, capital[name] ?? 0))}</dd></div>`)}
            </dl>`
        : nothing}
    </section>
  `;
}

function written(value: number | null, write: (value: number) => string): string | null {
  return value === null ? null : write(value);
}

/** An amount of the book with its currency, where it was said. */
export function money(view: View, value: number): string {
  return view.currency ? view.format.money(value, view.currency, view.digits) : amount(view, value);
}

export function amount(view: View, value: number): string {
  return view.format.number(value, view.digits);
}
