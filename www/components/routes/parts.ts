/** What the panels of ways share: their shapes in the quote, their names, amounts in short, tables and files. */

import { html, type TemplateResult } from "lit";
import { choiceLabel, outputLabel, type View } from "../../element/view.js";
import { csv } from "../../text/csv.js";

export interface Course {
  dates: Int32Array;
  vehicles: Float64Array;
  revenue: Float64Array;
  makerFlow: Float64Array;
  cumulative: Float64Array;
  partnerFlow: Float64Array;
}

/** A way, as far as the panels name its values; the table takes them by the schema. */
export interface Way {
  route: string;
  value: string;
  effectiveDuty: number | null;
  prohibited: boolean;
  course: Course;
  notices: { code: string; values: Record<string, string> }[];
}

/** The ways of the answer; empty where it has none. */
export function waysOf(view: View): readonly Way[] {
  const ways = view.quote?.routes;
  return Array.isArray(ways) ? (ways as Way[]) : [];
}

export function wayName(view: View, route: string | null | undefined): string {
  return route ? choiceLabel(view.locale, "route", route) : view.locale.ui.noWay;
}

/** An amount of the quote for an axis: short. */
export function short(view: View, amount: string | number): string {
  return view.format.axis(Number(amount));
}

/** An amount in full, without its smallest units: they say nothing about a forecast of years. */
export function whole(view: View, amount: string | number): string {
  return view.format.number(amount, 0);
}

export interface Cell {
  text: unknown;
  /** In a file. */
  plain: string;
  words?: boolean;
}

/** A table with its own file. The first cell of a row is its head. */
export function table(view: View, title: string, file: string, heads: readonly Cell[], rows: readonly (readonly Cell[])[]): TemplateResult {
  const save = () => view.act.save(file, "text/csv", csv([heads, ...rows].map((row) => row.map(({ plain }) => plain))));
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${title}>
      <table>
        <caption class="unseen">${title}</caption>
        <thead>
          <tr>${heads.map((head) => html`<th scope="col">${head.text}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(([head, ...cells]) => html`<tr>
            <th scope="row">${head?.text}</th>
            ${cells.map((cell) => html`<td class=${cell.words ? "told" : ""}>${cell.text}</td>`)}
          </tr>`)}
        </tbody>
      </table>
    </div>
    <button type="button" class="link" @click=${save}>${view.locale.ui.csv}<span class="unseen">${view.locale.says.colon()}${title}</span></button>
  `;
}

/** A head of a table: the value's name for people, its own in a file. */
export function head(view: View, name: string): Cell {
  return { text: outputLabel(view, name), plain: name };
}

/** A way's name as a cell. */
export function wayCell(view: View, route: string | null | undefined): Cell {
  return { text: wayName(view, route), plain: route ?? "", words: true };
}
