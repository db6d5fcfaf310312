/** What makes a margin, one bar a way: fees lead to the left of zero, the other parts on from there, so that a bar ends at the margin that is needed. */

import { nothing, svg, type TemplateResult } from "lit";
import { around, at, scale, textWidth } from "./scale.js";

export interface MarginBar {
  name: string;
  /** In the order in which they are added; fees come first and are below zero. */
  parts: readonly { key: string; value: number; title: string }[];
  needed: number;
  value: string;
}

export interface MarginText {
  summary: string;
  axis: string;
  percent(value: number): string;
  /** The margin that the deal has, as a line through all bars. */
  own: { value: number; name: string } | null;
}

const TOP = 40;
const ROW = 62;
const BAR = 26;
const SIZE = 12;

export function marginChart(bars: readonly MarginBar[], text: MarginText, width: number): TemplateResult | typeof nothing {
  if (bars.length === 0 || width < 120) return nothing;
  const ways = bars.map((bar) => {
    let place = 0;
    return bar.parts.map(({ value }) => (place += value));
  });
  const all = [0, ...ways.flat(), text.own?.value ?? 0];
  const heights = around(all);
  const label = Math.max(...bars.map(({ value }) => textWidth(value, SIZE))) + 10;
  const x = scale([heights[0] ?? 0, heights.at(-1) ?? 1], [30, width - 26]);
  const bottom = TOP + bars.length * ROW;
  const own = text.own && x(text.own.value);
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${bottom + 26}" width=${width} height=${bottom + 26} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="10">${text.axis}</text>
      ${heights.map(
        (mark) => svg`
          <line class=${mark === 0 ? "zero" : "grid"} x1=${at(x(mark))} x2=${at(x(mark))} y1=${TOP - 6} y2=${bottom} />
          <text class="tick" x=${at(x(mark))} y=${bottom + 18} text-anchor="middle">${text.percent(mark)}</text>`,
      )}
      ${bars.map((bar, row) => {
        const y = TOP + row * ROW;
        const end = x(bar.needed);
        const inside = end + label > width;
        return svg`
          <text class="tick" x="0" y=${y + 10}>${bar.name}</text>
          ${bar.parts.map(({ key, value, title }, index) => {
            const to = ways[row]?.[index] ?? 0;
            const [from, until] = [Math.min(to - value, to), Math.max(to - value, to)];
            // What lowers the margin lies below the bar that starts where it leads to.
            const [top, high] = value < 0 ? [y + 18 + BAR, 5] : [y + 16, BAR];
            return svg`<rect class="fill-${key}" x=${at(x(from))} y=${top} width=${at(x(until) - x(from))} height=${high}><title>${title}</title></rect>`;
          })}
          <line class="edge-line" x1=${at(end)} x2=${at(end)} y1=${y + 12} y2=${y + 20 + BAR} />
          <text class="mark" x=${at(end + (inside ? -6 : 6))} y=${y + 34} text-anchor=${inside ? "end" : "start"}>${bar.value}</text>`;
      })}
      ${text.own && own !== null
        ? svg`<line class="even" x1=${at(own)} x2=${at(own)} y1=${TOP - 12} y2=${bottom} />
            <text class="mark" x=${at(own)} y=${TOP - 16} text-anchor=${own > width * 0.7 ? "end" : own < width * 0.3 ? "start" : "middle"}>${text.own.name}</text>`
        : nothing}
    </svg>
  `;
}
