/** Cash over time as steps, and the discounts at which either side gains. Geometry only; every number told is given. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, marks, scale, textWidth } from "./scale.js";

export interface CashLine {
  /** The line's class beside `line`. */
  key: string;
  name: string;
  /** What has come in so far, in major units. */
  values: readonly number[];
}

export interface CashText {
  summary: string;
  axis: string;
  amount(value: number): string;
  day(index: number): string;
}

const SIZE = 12;
const HEIGHT = 240;
const TOP = 26;
const BOTTOM = 26;

/** What each has received so far: level between the days on which anything flows. */
export function cashChart(dates: ArrayLike<number>, lines: readonly CashLine[], text: CashText, width: number): TemplateResult | typeof nothing {
  const all = lines.flatMap(({ values }) => values);
  if (dates.length < 2 || all.length === 0 || width < 160) return nothing;
  const up = marks(Math.max(...all), 2);
  const down = Math.min(...all) < 0 ? marks(-Math.min(...all), 2).slice(1).map((mark) => -mark) : [];
  const ticks = [...down.reverse(), ...up];
  const room = Math.max(...ticks.map((tick) => textWidth(text.amount(tick), SIZE))) + 10;
  const first = dates[0] ?? 0;
  const last = dates[dates.length - 1] ?? 0;
  // The last step has some way to go, so that it is seen.
  const x = scale([first, last + (last - first) * 0.06], [room, width]);
  const y = scale([ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1], [HEIGHT - BOTTOM, TOP]);
  const path = (values: readonly number[]) => {
    let drawn = `M${at(x(first))},${at(y(0))}`;
    values.forEach((value, row) => (drawn += `H${at(x(dates[row] ?? 0))}V${at(y(value))}`));
    return `${drawn}H${width}`;
  };
  let free = -Infinity;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="12">${text.axis}</text>
      ${ticks.map(
        (tick) => svg`<line class=${tick === 0 ? "edge-line" : "grid"} x1=${at(room)} x2=${width} y1=${at(y(tick))} y2=${at(y(tick))} />
          <text class="tick" x=${at(room - 8)} y=${at(y(tick) + 4)} text-anchor="end">${text.amount(tick)}</text>`,
      )}
      ${Array.from(dates, (date, row) => {
        const words = text.day(row);
        const half = textWidth(words, SIZE) / 2;
        const middle = Math.min(width - half, Math.max(half, x(date)));
        if (middle - half < free) return nothing;
        free = middle + half + 8;
        return svg`<text class="tick" x=${at(middle)} y=${HEIGHT - 6} text-anchor="middle">${words}</text>`;
      })}
      ${lines.map(({ key, name, values }) => svg`<path class="line ${key}" d=${path(values)}><title>${name}</title></path>`)}
    </svg>
  `;
}

export interface WindowText {
  summary: string;
  buyer: string;
  supplier: string;
  percent(fraction: number): string;
}

const ROW = 46;
const THICK = 16;

/** The buyer gains above `from`, the supplier below `to`; between them both do. `offered` is marked where it compares. */
export function windowChart(from: number, to: number, offered: number | null, text: WindowText, width: number): TemplateResult | typeof nothing {
  if (width < 160) return nothing;
  const values = [from, to, ...(offered === null ? [] : [offered])];
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const x = scale([low, high + (high - low || 0.01) * 0.3], [0, width]);
  const height = ROW * 2 + 22;
  const bars: [string, string, number, number, number][] = [
    ["premium", text.buyer, x(from), width, from],
    ["principal", text.supplier, 0, x(to), to],
  ];
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${text.summary}>
      ${from < to ? svg`<rect class="area" x=${at(x(from))} y="0" width=${at(x(to) - x(from))} height=${ROW * 2} />` : nothing}
      ${bars.map(
        ([key, name, left, right, value], place) => svg`
          <text class="bar-name" x="0" y=${place * ROW + SIZE + 2}>${name}</text>
          <text class="tick" x=${width} y=${place * ROW + SIZE + 2} text-anchor="end">${text.percent(value)}</text>
          <rect class="fill-${key}" x=${at(left)} y=${place * ROW + SIZE + 9} width=${at(Math.max(right - left, 0))} height=${THICK} />`,
      )}
      ${offered === null
        ? nothing
        : svg`<line class="edge-line" x1=${at(x(offered))} x2=${at(x(offered))} y1="0" y2=${ROW * 2} />
          <text class="tick" x=${at(Math.min(width - 24, Math.max(24, x(offered))))} y=${height - 6} text-anchor="middle">${text.percent(offered)}</text>`}
    </svg>
  `;
}
