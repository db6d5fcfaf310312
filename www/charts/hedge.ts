/** Two lines over the exchange rate: with a hedge and without. Geometry only; every number told is given. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, scale, textWidth } from "./scale.js";

export interface HedgeLines {
  rates: ArrayLike<number>;
  lines: readonly { key: string; name: string; values: ArrayLike<number> }[];
  summary: string;
  axis: string;
  rate(value: number): string;
  money(value: number): string;
}

const TOP = 26;
const BOTTOM = 190;
const HEIGHT = 216;
const SIZE = 12;

export function hedgeChart(data: HedgeLines, width: number): TemplateResult | typeof nothing {
  const rates = Array.from(data.rates);
  const all = data.lines.flatMap(({ values }) => Array.from(values));
  if (rates.length < 2 || width < 160) return nothing;
  const low = Math.min(...all);
  const high = Math.max(...all);
  const left = Math.max(textWidth(data.money(low), SIZE), textWidth(data.money(high), SIZE)) + 8;
  const first = Math.min(...rates);
  const last = Math.max(...rates);
  const x = scale([first, last], [left, width - 12]);
  const y = scale([low, high], [BOTTOM - 6, TOP + 6]);
  const order = rates.map((_, index) => index).sort((a, b) => (rates[a] ?? 0) - (rates[b] ?? 0));
  const levels = low < 0 && high > 0 ? [low, 0, high] : [low, high];
  const middle = rates[order[Math.floor(order.length / 2)] ?? 0] ?? first;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} role="img" aria-label=${data.summary}>
      <text class="axis-title" x="0" y="10">${data.axis}</text>
      ${levels.map((level) => svg`
        <line class="grid" x1=${left} x2=${width - 12} y1=${at(y(level))} y2=${at(y(level))} />
        ${level === 0 ? nothing : svg`<text class="tick" x=${left - 6} y=${at(y(level) + 4)} text-anchor="end">${data.money(level)}</text>`}`)}
      ${data.lines.map(({ key, values }) => svg`
        <path class="line ${key}" d=${order.map((index, place) => `${place === 0 ? "M" : "L"}${at(x(rates[index] ?? 0))},${at(y(values[index] ?? 0))}`).join("")} />`)}
      <text class="tick" x=${left} y=${BOTTOM + 18}>${data.rate(first)}</text>
      <text class="tick" x=${at(x(middle))} y=${BOTTOM + 18} text-anchor="middle">${data.rate(middle)}</text>
      <text class="tick" x=${width - 12} y=${BOTTOM + 18} text-anchor="end">${data.rate(last)}</text>
    </svg>
  `;
}
