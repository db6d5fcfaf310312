/** Two stacks side by side: what the money of a purchase is for, and where it comes from. Geometry only. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, textWidth } from "./scale.js";

export interface PurchaseLine {
  name: string;
  /** In major units. */
  amount: number;
  /** The amount as it is written. */
  text: string;
  /** Its part of the stack, written. */
  part: string;
  /** Which colour: `principal`, `interest`, `premium`, `fees`, `retained`, `over`. */
  key: string;
}

export interface PurchaseText {
  summary: string;
  uses: string;
  sources: string;
}

const TOP = 26;
const TALL = 300;

export function purchaseChart(uses: readonly PurchaseLine[], sources: readonly PurchaseLine[], text: PurchaseText, width: number): TemplateResult | typeof nothing {
  if (uses.length === 0 || width < 120) return nothing;
  const half = width / 2;
  const bar = Math.min(110, half * 0.32);
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${TOP + TALL + 4}" width=${width} height=${TOP + TALL + 4} role="img" aria-label=${text.summary}>
      ${stack(uses, text.uses, 0)}
      ${stack(sources, text.sources, half)}
    </svg>
  `;

  function stack(lines: readonly PurchaseLine[], title: string, left: number): TemplateResult {
    const all = lines.reduce((sum, line) => sum + line.amount, 0) || 1;
    const room = half - bar - 14;
    let top = TOP;
    let free = TOP;
    return svg`
      <text class="axis-title" x=${at(left)} y="12">${title}</text>
      ${lines.map((line) => {
        const height = (line.amount / all) * TALL;
        const y = top;
        top += height;
        // Names of thin lines stand below each other beside them.
        const named = Math.max(free + 12, y + Math.min(height / 2 + 4, height));
        free = named;
        const fits = textWidth(line.name, 12) <= room;
        const name = fits ? line.name : `${line.name.slice(0, Math.max(3, Math.floor(room / (textWidth(line.name, 12) / line.name.length)) - 1))}…`;
        return svg`<g>
          <title>${`${line.name}: ${line.text}, ${line.part}`}</title>
          <rect class="fill-${line.key} ringed" x=${at(left)} y=${at(y)} width=${at(bar)} height=${at(Math.max(0.5, height))} />
          ${height >= 16 ? svg`<text class="tick on-${line.key}" x=${at(left + bar / 2)} y=${at(y + height / 2 + 4)} text-anchor="middle">${line.part}</text>` : nothing}
          <text class="tick" x=${at(left + bar + 8)} y=${at(Math.min(named, TOP + TALL))}>${name}</text>
        </g>`;
      })}
    `;
  }
}
