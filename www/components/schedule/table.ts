/** A record of columns as a table and as a file. Also serves schedules of products that have no chart. */

import { html, type TemplateResult } from "lit";
import { outputLabel, type View } from "../../element/view.js";
import { csv } from "../../text/csv.js";
import { minor, plain } from "../../text/decimal.js";
import { meaningOf } from "../../schema/meaning.js";
import { isoDate } from "../../text/format.js";

export type Column = ArrayLike<number>;
export type Columns = Readonly<Record<string, Column>>;

/** Rows after which a table goes on only in its file: nobody reads a thousand rows on a page. */
const MOST = 400;

/** The columns of a record, those that are zero throughout left out. */
export function columnsOf(record: unknown): Columns {
  const found: Record<string, Column> = {};
  for (const [name, value] of Object.entries(record ?? {})) {
    const column = value instanceof Float64Array || value instanceof Int32Array ? value : null;
    if (column && column.length > 0 && (isDays(column) || column.some((cell) => cell !== 0))) found[name] = column;
  }
  return found;
}

export function isDays(column: Column): boolean {
  return column instanceof Int32Array;
}

export function scheduleTable(view: View, columns: Columns, digits: number, name: string): TemplateResult {
  const names = Object.keys(columns);
  const count = Math.min(MOST, columns[names[0] ?? ""]?.length ?? 0);
  const cell = (name: string, index: number) => {
    const column = columns[name] ?? [];
    const value = column[index] ?? 0;
    if (isDays(column)) return view.format.date(value);
    const kind = meaningOf(name, "number");
    if (kind === "ratio") return view.format.short(value, 3);
    return kind === "rate" ? view.format.percent(value, 4) : view.format.minor(value, digits);
  };
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${name}>
      <table>
        <caption class="unseen">${name}</caption>
        <thead>
          <tr>${names.map((column) => html`<th scope="col">${outputLabel(view, column)}</th>`)}</tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: count },
            (_, index) => html`<tr>${names.map((column) => html`<td>${cell(column, index)}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/** The table as CSV: ISO dates and plain decimals, which every program reads. */
export function scheduleCsv(columns: Columns, digits: number): string {
  const names = Object.keys(columns);
  const count = columns[names[0] ?? ""]?.length ?? 0;
  const cell = (name: string, index: number) => {
    const column = columns[name] ?? [];
    const value = column[index] ?? 0;
    if (isDays(column)) return isoDate(value);
    // Rates and ratios are no money.
    return ["rate", "ratio"].includes(meaningOf(name, "number")) ? plain(value) : minor(value, digits);
  };
  const rows = Array.from({ length: count }, (_, index) => names.map((name) => cell(name, index)));
  return csv([names, ...rows]);
}
