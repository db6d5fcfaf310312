/** Several prices of one thing: for each a name and its bars, all on one scale. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, scale, textWidth } from "./scale.js";

export interface Bar {
  /** Which colour: `premium` for what is paid once, `interest` for what is a year's. */
  key: "premium" | "interest";
  value: number;
  text: string;
}

export interface BarGroup {
  name: string;
  /** Words behind the name: how good the number is. */
  note: string;
  /** Drawn hatched: not a tariff in force. */
  faint: boolean;
  bars: readonly Bar[];
}

const NAME = 13;
const NOTE = 12;
const THICK = 14;
const GAP = 18;

export function barsChart(groups: readonly BarGroup[], summary: string, width: number): TemplateResult | typeof nothing {
  const bars = groups.flatMap((group) => group.bars);
  const most = Math.max(...bars.map((bar) => bar.value));
  if (bars.length === 0 || !(most >= 0) || width < 120) return nothing;
  const room = Math.max(...bars.map((bar) => textWidth(bar.text, NOTE))) + 8;
  const x = scale([0, most || 1], [0, Math.max(20, width - room)]);
  let y = 0;
  const drawn = groups.map((group) => {
    // Names are bold, so a little wider.
    const aside = textWidth(group.name, NAME) * 1.08 + 12;
    // A note that does not fit beside the name has a line of its own.
    const below = group.note !== "" && aside + textWidth(group.note, NOTE) > width;
    const top = y + NAME;
    const first = top + 6 + (below ? NOTE + 4 : 0);
    y = first + group.bars.length * (THICK + 2) + GAP;
    return svg`
      <text class="bar-name" x="0" y=${at(top)}>${group.name}</text>
      ${group.note === ""
        ? nothing
        : svg`<text class="tick" x=${at(below ? 0 : aside)} y=${at(below ? top + NOTE + 4 : top)}>${group.note}</text>`}
      ${group.bars.map((bar, place) => {
        const from = first + place * (THICK + 2);
        return svg`
          <rect class="segment fill-${bar.key} ${group.faint ? "faint" : ""}" x="0" y=${at(from)} width=${at(Math.max(1, x(bar.value)))} height=${THICK} />
          <text class="tick" x=${at(x(bar.value) + 6)} y=${at(from + THICK - 3)}>${bar.text}</text>`;
      })}`;
  });
  const height = Math.max(1, y - GAP);
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${at(height)}" width=${width} height=${at(height)} role="img" aria-label=${summary}>
      ${drawn}
    </svg>
  `;
}
