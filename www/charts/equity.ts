/** What a car is worth and what is owed on it, month by month: two lines, and the months in which the debt is larger. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, marks, scale, textWidth } from "./scale.js";

export interface EquityData {
  /** By month, the start first, in major units. */
  value: ArrayLike<number>;
  owed: ArrayLike<number>;
}

export interface EquityText {
  summary: string;
  axis: string;
  months: string;
  amount(value: number): string;
  month(index: number): string;
}

const TOP = 26;
const BOTTOM = 196;
const HEIGHT = 236;
const SIZE = 12;

export function equityChart(data: EquityData, text: EquityText, width: number): TemplateResult | typeof nothing {
  const count = data.value.length;
  if (count < 2 || width < 120) return nothing;
  const value = Array.from(data.value);
  const owed = Array.from(data.owed);
  const heights = marks(Math.max(...value, ...owed), 4);
  const left = Math.max(...heights.map((mark) => textWidth(text.amount(mark), SIZE))) + 10;
  const x = scale([0, count - 1], [left, width - 8]);
  const y = scale([0, heights.at(-1) ?? 1], [BOTTOM, TOP]);
  const line = (list: readonly number[]) => list.map((amount, month) => `${month === 0 ? "M" : "L"}${at(x(month))},${at(y(amount))}`).join("");
  const step = count > 61 ? 24 : count > 25 ? 12 : count > 13 ? 6 : 3;
  const months = Array.from({ length: count }, (_, month) => month).filter((month) => month % step === 0);
  const bar = (width - 8 - left) / (count - 1);
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="10">${text.axis}</text>
      ${heights.map(
        (mark) => svg`
          <line class="grid" x1=${left} x2=${width - 8} y1=${at(y(mark))} y2=${at(y(mark))} />
          <text class="tick" x=${left - 6} y=${at(y(mark) + 4)} text-anchor="end">${text.amount(mark)}</text>`,
      )}
      ${owed.map((debt, month) =>
        debt > (value[month] ?? 0)
          ? svg`<rect class="fill-over" x=${at(Math.max(left, x(month) - bar / 2))} width=${at(bar)} y=${at(y(debt))} height=${at(y(value[month] ?? 0) - y(debt))} />`
          : nothing,
      )}
      <path class="line" d=${line(value)} />
      <path class="line risk" d=${line(owed)} />
      ${months.map((month) => svg`<text class="tick" x=${at(x(month))} y=${BOTTOM + 18} text-anchor="middle">${month}</text>`)}
      <text class="axis-title" x=${width} y=${HEIGHT - 4} text-anchor="end">${text.months}</text>
      ${value.map((_, month) => svg`<rect fill="transparent" x=${at(x(month) - bar / 2)} width=${at(bar)} y=${TOP} height=${BOTTOM - TOP}><title>${text.month(month)}</title></rect>`)}
    </svg>
  `;
}
