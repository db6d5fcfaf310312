/** Two bars of parts, one above the other on one scale: the longer one is the dearer one. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, textWidth } from "./scale.js";

export interface PairPart {
  key: string;
  share: number;
  value: string;
}

const THICK = 26;
const GAP = 8;
const SIZE = 12;
const ASIDE = 20;

export function pairBars(sides: readonly (readonly [string, readonly PairPart[]])[], summary: string, width: number): TemplateResult | typeof nothing {
  const length = (parts: readonly PairPart[]) => parts.reduce((sum, part) => sum + part.share, 0);
  const most = Math.max(...sides.map(([, parts]) => length(parts)));
  if (!(most > 0) || width < 120) return nothing;
  const height = sides.length * (THICK + GAP) - GAP;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${summary}>
      ${sides.map(([name, parts], row) => {
        const top = row * (THICK + GAP);
        let x = ASIDE;
        return svg`<text class="bar-name" x="0" y=${top + 18}>${name}</text>
          ${parts.map((part) => {
            const from = x;
            const wide = (part.share / most) * (width - ASIDE);
            x += wide;
            const fits = textWidth(part.value, SIZE) <= wide - 10;
            return svg`<rect class="segment fill-${part.key}" x=${at(from)} y=${top} width=${at(wide)} height=${THICK} />
              ${fits ? svg`<text class="on-${part.key}" x=${at(from + 7)} y=${top + 17} font-size=${SIZE}>${part.value}</text>` : nothing}`;
          })}`;
      })}
    </svg>
  `;
}
