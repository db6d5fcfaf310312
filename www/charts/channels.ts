/** Channels as numbered dots: how many days each takes, and what it costs in all. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, marks, scale, textWidth } from "./scale.js";

export interface ChannelDot {
  number: number;
  name: string;
  days: number;
  /** In major units. */
  cost: number;
  best: boolean;
}

export interface ChannelText {
  summary: string;
  cost: string;
  days: string;
  amount(value: number): string;
}

const SIZE = 12;
const HEIGHT = 260;
const TOP = 26;
const BOTTOM = 40;
const RADIUS = 10;

export function channelChart(dots: readonly ChannelDot[], text: ChannelText, width: number): TemplateResult | typeof nothing {
  if (dots.length === 0 || width < 160) return nothing;
  const costs = marks(Math.max(...dots.map(({ cost }) => cost)), 4);
  const days = marks(Math.max(1, ...dots.map(({ days }) => days)), 4).filter((mark) => Number.isInteger(mark));
  const room = Math.max(...costs.map((mark) => textWidth(text.amount(mark), SIZE))) + 10 + RADIUS;
  const x = scale([0, days[days.length - 1] ?? 1], [room, width - RADIUS - 2]);
  const y = scale([0, costs[costs.length - 1] ?? 1], [HEIGHT - BOTTOM, TOP]);
  const placed: { x: number; y: number }[] = [];
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="12">${text.cost}</text>
      <text class="axis-title" x=${width} y=${HEIGHT - 4} text-anchor="end">${text.days}</text>
      ${costs.map(
        (mark) => svg`<line class="grid" x1=${at(room - RADIUS)} x2=${width} y1=${at(y(mark))} y2=${at(y(mark))} />
          <text class="tick" x=${at(room - RADIUS - 8)} y=${at(y(mark) + 4)} text-anchor="end">${text.amount(mark)}</text>`,
      )}
      ${days.map((mark) => svg`<text class="tick" x=${at(x(mark))} y=${HEIGHT - BOTTOM + 18} text-anchor="middle">${mark}</text>`)}
      ${dots.map((dot) => {
        const place = { x: x(dot.days), y: y(dot.cost) };
        // Dots may cover each other in part; those on one place are moved by half a dot, so that each number is seen.
        while (placed.some((other) => Math.hypot(other.x - place.x, other.y - place.y) < RADIUS)) place.x += RADIUS;
        placed.push(place);
        return svg`<g><title>${dot.name}</title>
          <circle class="ringed ${dot.best ? "fill-principal" : "fill-interest"}" cx=${at(place.x)} cy=${at(place.y)} r=${RADIUS} />
          <text class=${dot.best ? "on-principal" : "on-interest"} x=${at(place.x)} y=${at(place.y + 4)} font-size=${SIZE} font-weight="600" text-anchor="middle">${dot.number}</text></g>`;
      })}
    </svg>
  `;
}
