/** Layers of cover as they stand upon each other, from the loss at which each begins to that at which it is used up. Geometry only. */

import { nothing, svg, type TemplateResult } from "lit";
import { gridLine } from "./grid.js";
import { at, marks, scale, textWidth } from "./scale.js";

export interface Floor {
  from: number;
  /** Null without an end. */
  to: number | null;
  /** What is written in it, the first lines first. */
  lines: readonly string[];
  title: string;
}

export interface TowerText {
  summary: string;
  axis: string;
  amount(value: number): string;
}

const SIZE = 12;
const TALL = 260;
const TOP = 20;

/** `losses` are marked beside the tower: a loss, and its name. */
export function towerChart(floors: readonly Floor[], losses: readonly { loss: number; name: string }[], text: TowerText, width: number): TemplateResult | typeof nothing {
  if (floors.length === 0 || width < 160) return nothing;
  const ends = floors.map(({ from, to }) => to ?? from);
  const open = floors.some(({ to }) => to === null);
  const highest = Math.max(...ends, ...(open ? losses.map(({ loss }) => loss * 1.15) : []), ...floors.map(({ from, to }) => (to === null ? from * 1.25 : 0)));
  if (!(highest > 0)) return nothing;
  const ticks = marks(highest, 5).filter((tick) => tick <= highest * 1.001);
  const left = Math.max(...ticks.map((tick) => textWidth(text.amount(tick), SIZE))) + 10;
  const beside = losses.filter(({ loss }) => loss <= highest);
  const right = width - Math.max(0, ...beside.map(({ name }) => textWidth(name, SIZE) * 1.08 + 16));
  const bottom = TOP + TALL;
  const y = scale([0, highest], [bottom, TOP]);
  const lanes = lanesOf(floors);
  const lane = (right - left) / lanes.count;
  return svg`
    <svg class="chart tower" viewBox="0 0 ${width} ${bottom + 8}" width=${width} height=${bottom + 8} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="10">${text.axis}</text>
      ${ticks.map((tick) => gridLine(left, right, y(tick), text.amount(tick)))}
      ${floors.map(({ from, to, lines, title }, place) => {
        const [high, low] = [y(to ?? highest), y(from)];
        const x = left + (lanes.of[place] ?? 0) * lane;
        const key = place % 2 === 0 ? "interest" : "principal";
        const room = Math.floor((low - high - 6) / (SIZE + 4));
        const fitting = lines.filter((line) => textWidth(line, SIZE) * 1.08 + 16 < lane).slice(0, Math.max(0, room));
        const first = (high + low) / 2 - ((fitting.length - 1) * (SIZE + 4)) / 2 + SIZE / 2 - 2;
        return svg`<g>
          <title>${title}</title>
          <rect class="fill-${key} ringed" x=${at(x)} y=${at(high)} width=${at(lane)} height=${at(Math.max(1, low - high))} />
          ${to === null ? svg`<path class="ringed" fill="none" d="M${at(x)},${at(high + 5)}${Array.from({ length: 8 }, () => `l${at(lane / 16)},${-5}l${at(lane / 16)},5`).join("")}" />` : nothing}
          ${fitting.map((line, row) => svg`<text class="on-${key} ${row === 0 ? "strong" : ""}" font-size=${SIZE} x=${at(x + 10)} y=${at(first + row * (SIZE + 4))}>${line}</text>`)}
        </g>`;
      })}
      ${besides(beside, y).map(({ name, from, to }) => svg`
        <path class="whisker" fill="none" d="M${at(right)},${at(from)}h4L${at(right + 10)},${at(to)}" />
        <text class="tick" x=${at(right + 12)} y=${at(to + 4)}>${name}</text>`)}
    </svg>
  `;
}

/** Names beside their places, apart from each other. */
function besides(list: readonly { loss: number; name: string }[], y: (loss: number) => number): { name: string; from: number; to: number }[] {
  let above = Infinity;
  return [...list].sort((a, b) => a.loss - b.loss).map(({ loss, name }) => {
    const from = y(loss);
    const to = Math.min(from, above - SIZE - 3);
    above = to;
    return { name, from, to };
  });
}

/** Layers that overlap stand beside each other. */
function lanesOf(floors: readonly Floor[]): { of: number[]; count: number } {
  const tops: number[] = [];
  const of = new Array<number>(floors.length).fill(0);
  const order = floors.map((floor, place) => ({ floor, place })).sort((a, b) => a.floor.from - b.floor.from);
  for (const { floor, place } of order) {
    let lane = tops.findIndex((top) => top <= floor.from);
    if (lane < 0) lane = tops.length;
    tops[lane] = floor.to ?? Infinity;
    of[place] = lane;
  }
  return { of, count: Math.max(1, tops.length) };
}
