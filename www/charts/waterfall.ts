/** Bars that are made of parts. Where a part begins is geometry; every number told is given. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, scale, textWidth } from "./scale.js";

export interface PartedBar {
  name: string;
  text: string;
  /** From the left. */
  parts: readonly { key: string; value: number }[];
}

const SIZE = 13;
const THICK = 22;
const ROW = 52;

export function partedBars(bars: readonly PartedBar[], summary: string, width: number): TemplateResult | typeof nothing {
  const whole = ({ parts }: PartedBar) => parts.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(0, ...bars.map(whole));
  if (!(most > 0) || width < 120) return nothing;
  const x = scale([0, most], [0, width]);
  const height = bars.length * ROW - 8;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${summary}>
      ${bars.map((bar, place) => {
        const top = place * ROW;
        let from = 0;
        return svg`
          <text class="bar-name" x="0" y=${top + SIZE}>${bar.name}</text>
          <text class="tick" x=${at(textWidth(bar.name, SIZE) * 1.08 + 10)} y=${top + SIZE}>${bar.text}</text>
          ${bar.parts.map(({ key, value }) => {
            if (!(value > 0)) return nothing;
            const drawn = svg`<rect class="fill-${key}" x=${at(x(from))} y=${top + SIZE + 7} width=${at(x(from + value) - x(from))} height=${THICK} />`;
            from += value;
            return drawn;
          })}`;
      })}
    </svg>
  `;
}
