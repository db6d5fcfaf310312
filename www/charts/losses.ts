/** Losses as bars that are made of who bears them. Where a part begins is geometry; every number told is given. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, scale, textWidth } from "./scale.js";

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

export function lossBars(bars: readonly LossBar[], summary: string, width: number): TemplateResult | typeof nothing {
  const most = Math.max(...bars.map(({ loss }) => loss));
  if (bars.length === 0 || !(most > 0) || width < 120) return nothing;
  const x = scale([0, most], [0, width]);
  const height = bars.length * ROW - 8;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${summary}>
      ${bars.map((bar, place) => {
        const top = place * ROW;
        // From the right end: reinsurers, the insurer, what is over the most, first losses, what is not insured.
        const parts: [string, number][] = [
          ["premium", bar.reinsured], ["interest", bar.paid - bar.reinsured], ["over", bar.overMost], ["fees", bar.firstLosses],
        ];
        let end = bar.loss;
        return svg`
          <text class="bar-name" x="0" y=${top + SIZE}>${bar.name}</text>
          <text class="tick" x=${at(Math.max(textWidth(bar.name, SIZE) * 1.08 + 10, 0))} y=${top + SIZE}>${bar.text}</text>
          <rect class="fill-retained" x="0" y=${top + SIZE + 7} width=${at(x(bar.loss))} height=${THICK} />
          ${parts.map(([key, value]) => {
            if (!(value > 0)) return nothing;
            const from = end - value;
            const drawn = svg`<rect class="fill-${key}" x=${at(x(from))} y=${top + SIZE + 7} width=${at(x(end) - x(from))} height=${THICK} />`;
            end = from;
            return drawn;
          })}`;
      })}
    </svg>
  `;
}
