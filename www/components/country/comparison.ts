/** Countries side by side in one table, which is sorted by any of its columns. */

import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { scoreBar } from "../../charts/score.js";
import { countryName, outputLabel, type View } from "../../element/view.js";
import { csv } from "../../text/csv.js";
import type { ComparisonRow, CountryRisk } from "./risk.js";

type Column = keyof ComparisonRow;

/** By which column rows are sorted, and which way. */
export class Sorting implements ReactiveController {
  column: Column | "" = "";
  falling = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** The same column again turns the order round. */
  by(column: Column): void {
    this.falling = this.column === column && !this.falling;
    this.column = column;
    this.host.requestUpdate();
  }
}

const COLUMNS: readonly Column[] = [
  "country", "category", "score", "confidence", "fiveYearSpread", "fiveYearDefaultProbability", "fiveYearPremiumRate",
];

export function comparison(view: View, risk: CountryRisk, sorting: Sorting): TemplateResult | typeof nothing {
  const rows = risk.comparison ?? [];
  if (rows.length < 2) return nothing;
  const { ui } = view.locale;
  const title = outputLabel(view, "comparison");
  const shown = sorted(view, rows, sorting);
  return html`
    <section class="card comparison ${view.stale ? "stale" : ""}" part="comparison" aria-labelledby="comparison-title">
      <h2 id="comparison-title">${title}</h2>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="comparison-title">
        <table>
          <thead>
            <tr>${COLUMNS.map((column) => head(view, column, sorting))}</tr>
          </thead>
          <tbody>
            ${shown.map(
              (row) => html`<tr>
                <th scope="row">${countryName(view, row.country)}${row.measuresExist ? html` <span class="quiet">${ui.measuresExist}</span>` : nothing}</th>
                ${COLUMNS.slice(1).map((column) => html`<td>${cell(view, row, column)}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <button type="button" class="link" @click=${() => view.act.save("comparison.csv", "text/csv", file(shown))}>${ui.csv}</button>
    </section>
  `;
}

function head(view: View, column: Column, sorting: Sorting): TemplateResult {
  const is = sorting.column === column;
  const order = is ? (sorting.falling ? "descending" : "ascending") : "none";
  return html`<th scope="col" aria-sort=${order}>
    <button type="button" class="sort" @click=${() => sorting.by(column)}>
      ${outputLabel(view, column)}<span aria-hidden="true">${is ? (sorting.falling ? " ▾" : " ▴") : ""}</span>
    </button>
  </th>`;
}

function cell(view: View, row: ComparisonRow, column: Column): unknown {
  const { format, locale } = view;
  const value = row[column];
  if (column === "category") return row.status === "classified" ? row.category : (locale.statuses[row.status]?.name ?? row.status);
  if (value === null || value === undefined) return "–";
  if (column === "score") return html`${format.number(row.score ?? 0, 0)} ${scoreBar(row.score ?? 0)}`;
  return format.percent(value as number | string, column === "confidence" ? 0 : 2);
}

/** What is missing stands last, whichever way. */
function sorted(view: View, rows: readonly ComparisonRow[], { column, falling }: Sorting): ComparisonRow[] {
  if (column === "") return [...rows];
  const key = (row: ComparisonRow) => (column === "country" ? countryName(view, row.country) : row[column]);
  const way = falling ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (column === "country") return way * view.format.compare(String(left), String(right));
    return way * (Number(left) - Number(right));
  });
}

function file(rows: readonly ComparisonRow[]): string {
  const names: Column[] = [...COLUMNS.slice(0, 2), "status", ...COLUMNS.slice(2), "measuresExist"];
  return csv([names, ...rows.map((row) => names.map((name) => String(row[name] ?? "")))]);
}
