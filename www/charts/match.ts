/** Projects against offers: who comes into question, at which rate, and who finances how much. */

import { svg, type TemplateResult } from "lit";
import { at } from "./scale.js";

export interface MatchCell {
  /** The all-in rate; empty where the offer is excluded. */
  text: string;
  /** The place in the project's order, from 1; 0 where it is excluded. */
  place: number;
  /** The parts of the project's amount in the two allocations, 0 to 1. */
  stable: number;
  cheapest: number;
  title: string;
}

export interface MatchRow {
  name: string;
  cells: readonly MatchCell[];
}

const LINE = 40;
const HEAD = 26;

/** Offers have letters; their names stand in the legend. On a narrow screen projects have numbers only. */
export function matchChart(rows: readonly MatchRow[], summary: string, width: number): TemplateResult {
  const left = width < 560 ? 26 : 210;
  const count = rows[0]?.cells.length ?? 0;
  const cell = (width - left) / Math.max(1, count);
  const longest = Math.floor((left - 30) / 6.6);
  const short = (name: string) => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name);
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${HEAD + rows.length * LINE}" role="img" aria-label=${summary}>
      ${Array.from({ length: count }, (_, column) => svg`<text class="tick" x=${at(left + (column + 0.5) * cell)} y="16" text-anchor="middle">${letter(column)}</text>`)}
      ${rows.map((row, line) => {
        const y = HEAD + line * LINE;
        return svg`
          <text class="tick" x="0" y=${y + 24}>${line + 1}${left > 60 ? ` ${short(row.name)}` : ""}</text>
          ${row.cells.map((one, column) => {
            const x = left + column * cell + 1.5;
            const wide = cell - 3;
            const part = (share: number, top: number, fill: string) =>
              share > 0 ? svg`<rect class="ringed ${fill}" x=${at(x)} y=${y + top} width=${at(Math.max(3, wide * share))} height="6" />` : "";
            return svg`<g>
              <title>${one.title}</title>
              <rect class=${one.place > 0 ? "fill-principal" : "fill-retained"} fill-opacity=${one.place > 0 ? at(Math.max(0.12, 0.4 - 0.08 * (one.place - 1))) : "0.1"}
                x=${at(x)} y=${y + 1.5} width=${at(wide)} height=${LINE - 3} rx="3" />
              <text class="mark" x=${at(x + wide / 2)} y=${y + 17} text-anchor="middle">${one.place > 0 ? one.text : "–"}</text>
              ${part(one.stable, 22, "fill-principal")} ${part(one.cheapest, 30, "fill-premium")}
            </g>`;
          })}
        `;
      })}
    </svg>
  `;
}

/** A, B, … Z, AA, … */
export function letter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last;
}
