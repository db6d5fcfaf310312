/** What one value becomes when one input at a time is moved: the widest bar on top, all around the value as it is. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, scale, textWidth } from "./scale.js";

export interface TornadoRow {
  name: string;
  /** The value with the input moved down and up; null where that is not allowed. */
  low: number | null;
  high: number | null;
  lowInput: string;
  /** Empty where both are told as one. */
  highInput: string;
}

export interface TornadoText {
  summary: string;
  base: string;
  value(value: number): string;
}

const SIZE = 12;
const TOP = 22;
const ROW = 46;
const THICK = 16;

export function tornadoChart(rows: readonly TornadoRow[], base: number, text: TornadoText, width: number): TemplateResult | typeof nothing {
  if (rows.length === 0 || width < 160) return nothing;
  const values = rows.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  const room = Math.max(...values.map((value) => textWidth(text.value(value), SIZE))) + 8;
  const x = scale([Math.min(base, ...values), Math.max(base, ...values)], [room, width - room]);
  const height = TOP + rows.length * ROW;
  const middle = x(base);
  const half = textWidth(text.base, SIZE) / 2;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${text.summary}>
      <text class="tick" x=${at(Math.min(width - half, Math.max(half, middle)))} y="11" text-anchor="middle">${text.base}</text>
      ${rows.map((row, place) => {
        const top = TOP + place * ROW;
        return svg`<g>
          <title>${`${row.name}: ${[row.lowInput, row.highInput].filter((input) => input !== "").join(" – ")}`}</title>
          <text class="bar-name" x="0" y=${at(top + SIZE)}>${row.name}</text>
          <text class="tick" x=${width} y=${at(top + SIZE)} text-anchor="end">${fitting(row, width)}</text>
          ${bar(row.low, "interest", base, x, top, text)} ${bar(row.high, "premium", base, x, top, text)}
        </g>`;
      })}
      <line class="base" x1=${at(middle)} x2=${at(middle)} y1="16" y2=${height} />
    </svg>
  `;
}

function bar(value: number | null, key: string, base: number, x: (value: number) => number, top: number, text: TornadoText): unknown {
  if (value === null || value === base) return nothing;
  const [from, to] = [x(base), x(value)];
  const y = top + SIZE + 6;
  return svg`
    <rect class="fill-${key}" x=${at(Math.min(from, to))} y=${at(y)} width=${at(Math.abs(to - from))} height=${THICK} />
    <text class="tick" x=${at(to + (to < from ? -5 : 5))} y=${at(y + THICK - 4)} text-anchor=${to < from ? "end" : "start"}>${text.value(value)}</text>`;
}

/** From which to which value an input is moved, where there is room for it beside the name. */
function fitting(row: TornadoRow, width: number): string {
  const words = row.highInput === "" ? row.lowInput : `${row.lowInput} – ${row.highInput}`;
  return textWidth(row.name, 14) + textWidth(words, SIZE) + 12 <= width ? words : "";
}
