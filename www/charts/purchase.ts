/** Two stacks side by side: what the money of a purchase is for, and where it comes from. Geometry only. */

import { nothing, svg, type TemplateResult } from "lit";
import { above, axisTitle } from "./grid.js";
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
  const over = Math.max(above(text.uses, half - 8), above(text.sources, half - 8));
  return svg`
    <svg class="chart" viewBox="0 ${-over} ${width} ${TOP + TALL + 4 + over}" width=${width} height=${TOP + TALL + 4 + over} role="img" aria-label=${text.summary}>
      ${stack(uses, text.uses, 0)}
      ${stack(sources, text.sources, half)}
    </svg>
  `;

  function stack(lines: readonly PurchaseLine[], title: string, left: number): TemplateResult {
    const all = lines.reduce((sum, line) => sum + line.amount, 0) || 1;
    const room = half - bar - 14;
    let top = TOP;
    const places = lines.map((line) => {
      const height = (line.amount / all) * TALL;
      top += height;
      return { y: top - height, height };
    });
    const names = apart(places.map(({ y, height }) => y + height / 2 + 4));
    return svg`
      ${axisTitle(title, left, 12, half - 8)}
      ${lines.map((line, index) => {
        const { y, height } = places[index] ?? { y: 0, height: 0 };
        return svg`<g>
          <title>${`${line.name}: ${line.text}, ${line.part}`}</title>
          <rect class="fill-${line.key} ringed" x=${at(left)} y=${at(y)} width=${at(bar)} height=${at(Math.max(0.5, height))} />
          ${height >= 16 && line.key !== "over"
            ? svg`<text class="on-${line.key}" font-size="12" font-weight="600" x=${at(left + bar / 2)} y=${at(y + height / 2 + 4)} text-anchor="middle">${line.part}</text>`
            : nothing}
          <text class="tick" x=${at(left + bar + 8)} y=${at(names[index] ?? y)}>${shortened(line.name, room)}</text>
        </g>`;
      })}
    `;
  }
}

/** Names that keep a line's distance from each other and end with the stack. */
function apart(wanted: readonly number[]): number[] {
  const places = [...wanted];
  const line = 14;
  for (let index = 1; index < places.length; index += 1) places[index] = Math.max(places[index] ?? 0, (places[index - 1] ?? 0) + line);
  let below = TOP + TALL + line;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    places[index] = Math.min(places[index] ?? 0, below - line);
    below = places[index] ?? 0;
  }
  return places;
}

function shortened(name: string, room: number): string {
  const wide = textWidth(name, 12);
  return wide <= room ? name : `${name.slice(0, Math.max(3, Math.floor((room / wide) * name.length) - 1))}…`;
}
