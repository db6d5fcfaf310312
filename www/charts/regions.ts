/**
 * A map of volume and duty: which way is best where, with the borders between. Volumes lie on a logarithmic axis. Geometry only:
 * every point and border is given; between two duties with the same ways a border is drawn straight.
 */

import { nothing, svg, type TemplateResult } from "lit";
import { at, marks, scale, textWidth } from "./scale.js";

export interface RegionMap {
  /** Volumes and duties of the grid. */
  vehicles: ArrayLike<number>;
  duties: ArrayLike<number>;
  /** The best way's place, volume by volume for the first duty, then for the next; −1 for none. */
  best: ArrayLike<number>;
  /** Where the best way changes. */
  borderDuties: ArrayLike<number>;
  borderVehicles: ArrayLike<number>;
  borderBelow: ArrayLike<number>;
  borderAbove: ArrayLike<number>;
}

export interface RegionWay {
  /** Its class: `export`, `plant`, … */
  key: string;
  name: string;
}

export interface RegionText {
  summary: string;
  volumes: string;
  duties: string;
  /** The name of the region where no way pays. */
  none: string;
  volume(value: number): string;
  percent(value: number): string;
  /** The programme's own point. */
  own: { vehicles: number; duty: number; name: string } | null;
}

/** A stretch of volumes with one best way. */
export interface Stretch {
  way: number;
  from: number;
  to: number;
}

const TOP = 26;
const TALL = 300;
const SIZE = 12;

export function regionChart(map: RegionMap, ways: readonly RegionWay[], text: RegionText, width: number): TemplateResult | typeof nothing {
  const { vehicles, duties } = map;
  const [low, high] = [vehicles[0] ?? 0, vehicles[vehicles.length - 1] ?? 0];
  const most = duties[duties.length - 1] ?? 0;
  if (!(low > 0) || !(high > low) || !(most > 0) || width < 160) return nothing;
  const left = Math.max(...marks(most, 5).map((mark) => textWidth(text.percent(mark), SIZE))) + 10;
  const bottom = TOP + TALL;
  const along = scale([Math.log(low), Math.log(high)], [left, width - 14]);
  const x = (volume: number) => along(Math.log(volume));
  const y = scale([0, most], [bottom, TOP]);
  const rows = stretches(map);
  const { areas, lines } = drawn(rows, duties, x, y);
  const wayOf = (place: number): RegionWay => ways[place] ?? { key: "none", name: text.none };
  const seen = [...areas.keys()].sort((a, b) => a - b);
  const { own } = text;
  const isInside = own !== null && own.vehicles >= low && own.vehicles <= high && own.duty >= 0 && own.duty <= most;
  return svg`
    <svg class="chart regions" viewBox="0 0 ${width} ${bottom + 40}" width=${width} height=${bottom + 40} role="img" aria-label=${text.summary}>
      ${hatches(seen.map((place) => wayOf(place).key))}
      <text class="axis-title" x="0" y="10">${text.duties}</text>
      ${seen.map((place) => svg`<g>
        <title>${wayOf(place).name}</title>
        <path class="tint-${wayOf(place).key}" d=${areas.get(place) ?? ""} />
        <path fill="url(#hatch-${wayOf(place).key})" d=${areas.get(place) ?? ""} />
      </g>`)}
      <path class="border" d=${lines} />
      ${marks(most, 5).filter((mark) => mark <= most * 1.0001).map((mark) => svg`
        <line class="axis" x1=${left - 4} x2=${left} y1=${at(y(mark))} y2=${at(y(mark))} />
        <text class="tick" x=${left - 7} y=${at(y(mark) + 4)} text-anchor="end">${text.percent(mark)}</text>`)}
      ${volumeMarks(low, high, width).map((mark) => svg`
        <line class="axis" x1=${at(x(mark))} x2=${at(x(mark))} y1=${bottom} y2=${bottom + 4} />
        <text class="tick" x=${at(x(mark))} y=${bottom + 17} text-anchor="middle">${text.volume(mark)}</text>`)}
      <text class="axis-title" x=${width - 14} y=${bottom + 34} text-anchor="end">${text.volumes}</text>
      ${seen.map((place) => label(map, place, wayOf(place).name, x, y))}
      ${own && isInside
        ? svg`<circle class="dot own" cx=${at(x(own.vehicles))} cy=${at(y(own.duty))} r="5.5"><title>${own.name}</title></circle>
            <text class="mark" x=${at(x(own.vehicles) + (x(own.vehicles) > width * 0.6 ? -10 : 10))} y=${at(y(own.duty) + (own.duty > most / 2 ? 18 : -9))} text-anchor=${x(own.vehicles) > width * 0.6 ? "end" : "start"}>${own.name}</text>`
        : nothing}
    </svg>
  `;
}

/** The best ways from the lowest to the highest volume, duty by duty. */
export function stretches(map: RegionMap): Stretch[][] {
  const count = map.vehicles.length;
  const end = map.vehicles[count - 1] ?? 0;
  return Array.from(map.duties, (duty, row) => {
    const borders = Array.from(map.borderVehicles, (volume, index) => ({ volume, duty: map.borderDuties[index], way: map.borderAbove[index] ?? -1 }))
      .filter((border) => border.duty === duty)
      .sort((a, b) => a.volume - b.volume);
    const found: Stretch[] = [{ way: map.best[row * count] ?? -1, from: map.vehicles[0] ?? 0, to: end }];
    for (const { volume, way } of borders) {
      const before = found.at(-1);
      if (before) before.to = volume;
      found.push({ way, from: volume, to: end });
    }
    return found;
  });
}

/** The regions as one path each, and all borders as one. */
function drawn(rows: readonly Stretch[][], duties: ArrayLike<number>, x: (volume: number) => number, y: (duty: number) => number) {
  const areas = new Map<number, string>();
  let lines = "";
  const area = (way: number, corners: readonly (readonly [number, number])[]) => {
    areas.set(way, `${areas.get(way) ?? ""}M${corners.map(([a, b]) => `${at(a)},${at(b)}`).join("L")}Z`);
  };
  const line = (a: number, b: number, c: number, d: number) => {
    lines += `M${at(a)},${at(b)}L${at(c)},${at(d)}`;
  };
  for (let row = 0; row + 1 < rows.length; row += 1) {
    const [lower = [], upper = []] = [rows[row], rows[row + 1]];
    const [under, over] = [y(duties[row] ?? 0), y(duties[row + 1] ?? 0)];
    if (lower.length === upper.length && lower.every((stretch, index) => stretch.way === upper[index]?.way)) {
      lower.forEach(({ way, from, to }, index) => {
        const other = upper[index] ?? { from, to };
        area(way, [[x(from), under], [x(to), under], [x(other.to), over], [x(other.from), over]]);
        if (index > 0) line(x(from), under, x(other.from), over);
      });
      continue;
    }
    // A way comes or goes between these two duties: where, is not known, so halfway.
    const middle = (under + over) / 2;
    for (const [stretch, from, to] of [[lower, under, middle], [upper, middle, over]] as const) {
      stretch.forEach((part, index) => {
        area(part.way, [[x(part.from), from], [x(part.to), from], [x(part.to), to], [x(part.from), to]]);
        if (index > 0) line(x(part.from), from, x(part.from), to);
      });
    }
    for (const part of lower) {
      for (const other of upper) {
        const [from, to] = [Math.max(part.from, other.from), Math.min(part.to, other.to)];
        if (part.way !== other.way && from < to) line(x(from), middle, x(to), middle);
      }
    }
  }
  return { areas, lines };
}

/** A region's name where it has most room; nothing where it has too little. */
function label(map: RegionMap, way: number, name: string, x: (volume: number) => number, y: (duty: number) => number): TemplateResult | typeof nothing {
  const [across, up] = [map.vehicles.length, map.duties.length];
  const is = (column: number, row: number) => map.best[row * across + column] === way;
  const half = textWidth(name, SIZE) / 2;
  let best = { room: 0, x: 0, y: 0 };
  for (let row = 0; row < up; row += 1) {
    for (let column = 0; column < across; column += 1) {
      if (!is(column, row)) continue;
      let [first, last, below, above] = [column, column, row, row];
      while (first > 0 && is(first - 1, row)) first -= 1;
      while (last + 1 < across && is(last + 1, row)) last += 1;
      while (below > 0 && is(column, below - 1)) below -= 1;
      while (above + 1 < up && is(column, above + 1)) above += 1;
      const [from, to] = [x(map.vehicles[first] ?? 1), x(map.vehicles[last] ?? 1)];
      const [top, bottom] = [y(map.duties[above] ?? 0), y(map.duties[below] ?? 0)];
      const here = { x: x(map.vehicles[column] ?? 1), y: y(map.duties[row] ?? 0) };
      const room = Math.min(Math.min(here.x - from, to - here.x) / (half + 4), Math.min(here.y - top, bottom - here.y) / 10);
      if (room > best.room) best = { room, ...here };
    }
  }
  if (best.room < 1) return nothing;
  return svg`<text class="mark" x=${at(best.x)} y=${at(best.y + 4)} text-anchor="middle">${name}</text>`;
}

/** Lines of a direction of their own for each way, so that colours are not needed to tell them apart. */
const HATCHES: Readonly<Record<string, { turn: number; apart: number; also?: boolean }>> = {
  "semi-knocked-down": { turn: 45, apart: 9 }, "completely-knocked-down": { turn: -45, apart: 9 }, "contract-assembly": { turn: 0, apart: 5 },
  plant: { turn: 90, apart: 9 }, "joint-venture": { turn: 0, apart: 9, also: true }, acquisition: { turn: 45, apart: 9, also: true },
};

function hatches(keys: readonly string[]): TemplateResult {
  return svg`<defs>${keys.map((key) => {
    const hatch = HATCHES[key];
    const apart = hatch?.apart ?? 9;
    return svg`<pattern id="hatch-${key}" patternUnits="userSpaceOnUse" width=${apart} height=${apart} patternTransform="rotate(${hatch?.turn ?? 0})">
      ${hatch ? svg`<path class="hatch-${key}" d=${hatch.also ? `M0,0H${apart}M0,0V${apart}` : `M0,0H${apart}`} />` : nothing}
    </pattern>`;
  })}</defs>`;
}

/** Round volumes: 1, 2 and 5 times a power of ten, as many as have room. */
function volumeMarks(low: number, high: number, width: number): number[] {
  const found: number[] = [];
  const factors = width < 420 || high / low > 200 ? [1, 3] : [1, 2, 5];
  for (let power = 10 ** Math.floor(Math.log10(low)); power <= high; power *= 10) {
    found.push(...factors.map((factor) => factor * power).filter((mark) => mark >= low * 0.999 && mark <= high * 1.001));
  }
  return found;
}
