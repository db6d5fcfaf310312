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
      ${seen.map((place) => label(map, place, wayOf(place).name, x, y, own && isInside ? [x(own.vehicles), y(own.duty)] : null))}
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
    const [under, over] = [y(duties[row] ?? 0), y(duties[row + 1] ?? 0)];
    const onScreen = (stretches: readonly Stretch[]) => stretches.map(({ way, from, to }) => ({ way, from: x(from), to: x(to) }));
    const edge = rows[row]?.[0]?.from ?? 0;
    // How far the regions before reach, at the lower and at the upper duty.
    let [left, right] = [x(edge), x(edge)];
    matched(onScreen(rows[row] ?? []), onScreen(rows[row + 1] ?? [])).forEach(({ lower, upper }, place) => {
      const [end, last] = [lower.at(-1)?.to ?? left, upper.at(-1)?.to ?? right];
      if (place > 0) line(left, under, right, over);
      if (isShared({ lower, upper })) shared(lower, upper, [left, end], [right, last]);
      else if (lower.length > 0 && upper.length > 0) both(lower, upper, [left, end], [right, last]);
      else shrinking(lower.length > 0 ? lower : upper, lower.length > 0 ? [right, over] : [left, under], lower.length > 0 ? under : over);
      [left, right] = [end, last];
    });

    // One way on both sides. Others that lie within it at one duty only begin halfway to the other.
    function shared(lower: readonly Stretch[], upper: readonly Stretch[], low: readonly [number, number], high: readonly [number, number]): void {
      const way = lower[0]?.way ?? upper[0]?.way ?? -1;
      const notch = (stretches: readonly Stretch[], level: number): [number, number][] => {
        const [first, last] = [stretches[1], stretches.at(-2)];
        if (stretches.length < 3 || !first || !last) return [];
        const tip: [number, number] = [(first.from + last.to) / 2, (under + over) / 2];
        shrinking(stretches.slice(1, -1), tip, level);
        line(tip[0], tip[1], first.from, level);
        line(tip[0], tip[1], last.to, level);
        return [[first.from, level], tip, [last.to, level]];
      };
      area(way, [[low[0], under], ...notch(lower, under), [low[1], under], [high[1], over], ...notch(upper, over).reverse(), [high[0], over]]);
    }

    // Ways that one duty has and the other has not end in a point.
    function shrinking(stretches: readonly Stretch[], point: readonly [number, number], level: number): void {
      stretches.forEach(({ way, from, to }, index) => {
        area(way, [point, [from, level], [to, level]]);
        if (index > 0) line(point[0], point[1], from, level);
      });
    }

    // Where ways give way to others between two duties is not known, so halfway.
    function both(lower: readonly Stretch[], upper: readonly Stretch[], low: readonly [number, number], high: readonly [number, number]): void {
      const middle = (under + over) / 2;
      const halfway: [number, number] = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
      for (const [stretches, level, ends] of [[lower, under, low], [upper, over, high]] as const) {
        const there = scale(ends, halfway);
        stretches.forEach(({ way, from, to }, index) => {
          area(way, [[from, level], [to, level], [there(to), middle], [there(from), middle]]);
          if (index > 0) line(from, level, there(from), middle);
        });
      }
      line(halfway[0], middle, halfway[1], middle);
    }
  }
  return { areas, lines };
}

interface Matched {
  lower: Stretch[];
  upper: Stretch[];
}

/** Both rows in groups from the left: ways that both have stand alone in theirs, what lies between such in one. */
function matched(lower: readonly Stretch[], upper: readonly Stretch[]): Matched[] {
  // The longest series of ways that both rows have in this order.
  const longest = lower.map(() => upper.map(() => 0));
  const after = (a: number, b: number) => longest[a]?.[b] ?? 0;
  for (let a = lower.length - 1; a >= 0; a -= 1) {
    for (let b = upper.length - 1; b >= 0; b -= 1) {
      const row = longest[a];
      if (row) row[b] = lower[a]?.way === upper[b]?.way ? 1 + after(a + 1, b + 1) : Math.max(after(a + 1, b), after(a, b + 1));
    }
  }
  const groups: Matched[] = [];
  let [a, b] = [0, 0];
  let between: Matched = { lower: [], upper: [] };
  const close = () => {
    if (between.lower.length + between.upper.length > 0) groups.push(between);
    between = { lower: [], upper: [] };
  };
  while (a < lower.length || b < upper.length) {
    const [one, other] = [lower[a], upper[b]];
    if (one && other && one.way === other.way) {
      close();
      groups.push({ lower: [one], upper: [other] });
      [a, b] = [a + 1, b + 1];
    } else if (one && (!other || after(a + 1, b) >= after(a, b + 1))) {
      between.lower.push(one);
      a += 1;
    } else if (other) {
      between.upper.push(other);
      b += 1;
    }
  }
  close();
  return joined(groups);
}

/** A way that is cut in two at one duty only is one region: what lies between its parts belongs to its group. */
function joined(groups: readonly Matched[]): Matched[] {
  const found: Matched[] = [];
  for (const group of groups) {
    const before = found.at(-1);
    const both = before && { lower: [...before.lower, ...group.lower], upper: [...before.upper, ...group.upper] };
    if (both && isShared(both)) found[found.length - 1] = both;
    else found.push(group);
  }
  return found;
}

/** Whether a group begins and ends with the same way at both duties, and is that way alone at one. */
function isShared({ lower, upper }: Matched): boolean {
  const ways = [lower[0], lower.at(-1), upper[0], upper.at(-1)].map((stretch) => stretch?.way);
  return Math.min(lower.length, upper.length) === 1 && ways.every((way) => way !== undefined && way === ways[0]);
}

/** A region's name where it has most room; nothing where it has too little. */
function label(
  map: RegionMap, way: number, name: string, x: (volume: number) => number, y: (duty: number) => number, taken: readonly [number, number] | null,
): TemplateResult | typeof nothing {
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
      if (taken && Math.abs(here.y - taken[1]) < 32 && Math.abs(here.x - taken[0]) < half + 120) continue;
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
