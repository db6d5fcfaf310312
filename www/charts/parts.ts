/** The bar that adds up: the parts of the all-in rate, side by side in the order in which they were added. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, textWidth } from "./scale.js";

export interface Part {
  key: string;
  name: string;
  /** What decides the width. */
  share: number;
  /** The value as text. */
  value: string;
}

const HEIGHT = 36;
const SIZE = 13;

export function partsBar(parts: readonly Part[], summary: string, width: number): TemplateResult | typeof nothing {
  const shown = parts.filter((part) => part.share > 0);
  const whole = shown.reduce((sum, part) => sum + part.share, 0);
  if (shown.length === 0 || whole <= 0 || width < 40) return nothing;
  let x = 0;
  return svg`
    <svg class="chart bar" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} role="img" aria-label=${summary}>
      <clipPath id="bar-shape"><rect width=${width} height=${HEIGHT} rx="6" /></clipPath>
      <g clip-path="url(#bar-shape)">
        ${shown.map((part) => {
          const from = x;
          const wide = (part.share / whole) * width;
          x += wide;
          return svg`
            <rect class="segment fill-${part.key}" x=${at(from)} y="0" width=${at(wide)} height=${HEIGHT} />
            <text class="on-${part.key}" x=${at(from + 10)} y="23" font-size=${SIZE}>${fitting(part, wide - 18)}</text>
          `;
        })}
      </g>
    </svg>
  `;
}

/** Name and value, the value alone, or nothing: never a cut word. */
function fitting(part: Part, room: number): string {
  const texts = [`${part.name}  ${part.value}`, part.value];
  return texts.find((text) => textWidth(text, SIZE) <= room) ?? "";
}
