/** Losses as bars that are made of who bears them. Where a part begins is geometry; every number told is given. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, linesOf, scale, textWidth } from "./scale.js";

export interface LossBar {
  name: string;
  /** What was lost, and what is told of it. */
  loss: number;
  text: string;
  /** From the left: what is not insured is what the others leave. */
  firstLosses: number;
  overMost: number;
  paid: number;
  /** The part of `paid` that reinsurers bear. */
  reinsured: number;
}

const SIZE = 13;
const THICK = 22;
const ROW = 52;
const LINE = 15;

export function lossBars(bars: readonly LossBar[], summary: string, width: number): TemplateResult | typeof nothing {
  const most = Math.max(...bars.map(({ loss }) => loss));
  if (bars.length === 0 || !(most > 0) || width < 120) return nothing;
  const x = scale([0, most], [0, width]);
  // Where there is no room beside the name, what is told of a loss stands in lines below it.
  const beside = (bar: LossBar) => textWidth(bar.name, SIZE) * 1.08 + 10;
  const fits = bars.every((bar) => beside(bar) + textWidth(bar.text, 12) <= width);
  const told = bars.map((bar) => (fits ? [bar.text] : linesOf(bar.text, 12, width)));
  const row = fits ? ROW : ROW + LINE * Math.max(...told.map((lines) => lines.length));
  const height = bars.length * row - 8;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${summary}>
      ${bars.map((bar, place) => {
        const top = place * row;
        const from = top + SIZE + 7 + row - ROW;
        // From the right end: reinsurers, the insurer, what is over the most, first losses, what is not insured.
        const parts: [string, number][] = [
          ["premium", bar.reinsured], ["interest", bar.paid - bar.reinsured], ["over", bar.overMost], ["fees", bar.firstLosses],
        ];
        let end = bar.loss;
        return svg`
          <text class="bar-name" x="0" y=${top + SIZE}>${bar.name}</text>
          ${told[place]?.map((words, line) => svg`<text class="tick" x=${at(fits ? beside(bar) : 0)} y=${top + SIZE + (fits ? 0 : LINE * (line + 1))}>${words}</text>`)}
          <rect class="fill-retained" x="0" y=${from} width=${at(x(bar.loss))} height=${THICK} />
          ${parts.map(([key, value]) => {
            if (!(value > 0)) return nothing;
            const left = end - value;
            const drawn = svg`<rect class="fill-${key}" x=${at(x(left))} y=${from} width=${at(x(end) - x(left))} height=${THICK} />`;
            end = left;
            return drawn;
          })}`;
      })}
    </svg>
  `;
}
