/** Bills by the day on which they are due: what each brings, and what is taken off it. Every number told is given. */

import { nothing, svg, type TemplateResult } from "lit";
import { gridLine } from "./grid.js";
import { at, marks, scale, textWidth } from "./scale.js";

export interface BillBar {
  day: number;
  date: string;
  /** In major units. */
  proceeds: number;
  discount: number;
  /** For who points at it. */
  title: string;
}

const SIZE = 12;
const HEIGHT = 200;
const TOP = 24;
const BOTTOM = 24;

export function billsChart(bills: readonly BillBar[], text: { summary: string; axis: string; amount(value: number): string }, width: number): TemplateResult | typeof nothing {
  const ticks = marks(Math.max(0, ...bills.map(({ proceeds, discount }) => Math.max(proceeds, proceeds + discount))), 3);
  if (bills.length === 0 || width < 160) return nothing;
  const room = Math.max(...ticks.map((tick) => textWidth(text.amount(tick), SIZE))) + 10;
  const [first, last] = [bills[0]?.day ?? 0, bills[bills.length - 1]?.day ?? 0];
  const thick = Math.max(2, Math.min(32, ((width - room) / bills.length) * 0.62));
  const x = scale([first, last], [room + thick / 2 + 4, width - thick / 2 - 2]);
  const y = scale([0, ticks[ticks.length - 1] ?? 1], [HEIGHT - BOTTOM, TOP]);
  let free = -Infinity;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="12">${text.axis}</text>
      ${ticks.map((tick) => gridLine(room, width, y(tick), text.amount(tick)))}
      ${bills.map(({ day, date, proceeds, discount, title }) => {
        const left = x(day) - thick / 2;
        const bar = (key: string, from: number, to: number) =>
          to > from ? svg`<rect class="fill-${key}" x=${at(left)} y=${at(y(to))} width=${at(thick)} height=${at(y(from) - y(to))}><title>${title}</title></rect>` : nothing;
        const half = textWidth(date, SIZE) / 2;
        const middle = Math.min(width - half, Math.max(half, x(day)));
        const fits = middle - half >= free;
        if (fits) free = middle + half + 10;
        return svg`${bar("principal", 0, proceeds)}${bar("interest", proceeds, proceeds + discount)}
          ${fits ? svg`<text class="tick" x=${at(middle)} y=${HEIGHT - 6} text-anchor="middle">${date}</text>` : nothing}`;
      })}
    </svg>
  `;
}
