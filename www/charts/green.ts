/**
 * Green money by year: the margin that follows targets over what is saved, paid for it and gained so far; and the tonnes of both kinds of
 * car so far. Geometry only.
 */

import { nothing, svg, type TemplateResult } from "lit";
import { above, axisTitle, gridLine, line } from "./grid.js";
import { around, at, marks, scale, textWidth } from "./scale.js";

export interface SavingData {
  /** Rates a year, the contract's first. */
  margins: readonly number[];
  /** In major units, the start first, like `costs` and `values`. */
  saved: readonly number[];
  costs: readonly number[];
  values: readonly number[];
}

export interface TonnesData {
  /** Up to the end of each year, the start first. */
  electric: readonly number[];
  combustion: readonly number[];
  /** Where the lines cross, in years; null where they don't. */
  crossing: number | null;
}

export interface GreenText {
  summary: string;
  upper: string;
  lower: string;
  years: string;
  mark: string;
  amount(value: number): string;
  rate(value: number): string;
  year(index: number): string;
}

const RIGHT = 12;
const UPPER = [26, 96] as const;
const LOWER = [138, 262] as const;

export function savingChart(data: SavingData, text: GreenText, width: number): TemplateResult | typeof nothing {
  const count = data.saved.length;
  if (count < 2 || width < 120) return nothing;
  const low = Math.min(...data.margins);
  const high = Math.max(...data.margins);
  const room = Math.max((high - low) * 0.25, high * 0.02, 0.0001);
  const steps = [low, ...(high > low ? [high] : [])];
  const [heights, y] = axis([...data.saved, ...data.costs.map((cost) => -cost), ...data.values], LOWER);
  const left = Math.max(...steps.map((step) => textWidth(text.rate(step), 12)), ...heights.map((height) => textWidth(text.amount(height), 12))) + 10;
  const x = scale([0, count], [left, width - RIGHT]);
  const r = scale([low - room, high + room], [UPPER[1], UPPER[0]]);
  const slot = (width - RIGHT - left) / count;
  const bar = Math.min(26, slot * 0.56);
  const middle = (index: number) => x(index + 0.5);
  const path = data.margins.map((margin, index) => `${index === 0 ? "M" : "L"}${at(x(index))},${at(r(margin))}L${at(x(index + 1))},${at(r(margin))}`).join("");
  const over = above(text.upper, width);
  return svg`
    <svg class="chart" viewBox="0 ${-over} ${width} ${LOWER[1] + 26 + over}" width=${width} height=${LOWER[1] + 26 + over} role="img" aria-label=${text.summary}>
      ${axisTitle(text.upper, 0, 10, width)}
      ${steps.map((step) => gridLine(left, width - RIGHT, r(step), text.rate(step)))}
      <path class="line" d=${path} />
      ${axisTitle(text.lower, 0, LOWER[0] - 16, width)}
      ${heights.map((height) => gridLine(left, width - RIGHT, y(height), text.amount(height)))}
      ${data.saved.map((saved, index) => svg`<g>
        <title>${text.year(index)}</title>
        ${column("principal", middle(index) - bar / 2, bar / 2, y(saved), y(0))}
        ${column("premium", middle(index), bar / 2, y(-(data.costs[index] ?? 0)), y(0))}
      </g>`)}
      <line class="zero" x1=${at(left)} x2=${width - RIGHT} y1=${at(y(0))} y2=${at(y(0))} />
      <path class="line waits" d=${line(data.values.map((value, index) => [middle(index), y(value)] as const))} />
      ${years(count, slot, middle, LOWER[1] + 20)}
      <text class="tick" x="0" y=${LOWER[1] + 20}>${text.years}</text>
    </svg>
  `;
}

export function tonnesChart(data: TonnesData, text: GreenText, width: number): TemplateResult | typeof nothing {
  const count = data.electric.length;
  if (count < 2 || width < 120) return nothing;
  const top = 26;
  const bottom = 206;
  const heights = marks(Math.max(...data.electric, ...data.combustion), 4);
  const left = Math.max(...heights.map((height) => textWidth(text.amount(height), 12))) + 10;
  const x = scale([0, count - 1], [left, width - RIGHT]);
  const y = scale([0, heights.at(-1) ?? 1], [bottom, top]);
  const slot = (width - RIGHT - left) / (count - 1);
  const points = (list: readonly number[]) => line(list.map((value, index) => [x(index), y(value)] as const));
  const anchor = data.crossing !== null && x(data.crossing) > width / 2 ? "end" : "start";
  const over = above(text.upper, width);
  return svg`
    <svg class="chart" viewBox="0 ${-over} ${width} ${bottom + 26 + over}" width=${width} height=${bottom + 26 + over} role="img" aria-label=${text.summary}>
      ${axisTitle(text.upper, 0, 10, width)}
      ${heights.map((height) => gridLine(left, width - RIGHT, y(height), text.amount(height)))}
      <path class="line risk" d=${points(data.combustion)} />
      <path class="line" d=${points(data.electric)} />
      ${data.crossing === null
        ? nothing
        : svg`<line class="even" x1=${at(x(data.crossing))} x2=${at(x(data.crossing))} y1=${top} y2=${bottom} />
            <text class="mark" x=${at(x(data.crossing) + (anchor === "end" ? -5 : 5))} y=${top + 4} text-anchor=${anchor}>${text.mark}</text>`}
      ${data.electric.map((_, index) => svg`<rect fill="transparent" x=${at(x(index) - slot / 2)} width=${at(slot)} y=${top} height=${bottom - top}><title>${text.year(index)}</title></rect>`)}
      ${years(count, slot, x, bottom + 20)}
      <text class="tick" x="0" y=${bottom + 20}>${text.years}</text>
    </svg>
  `;
}

/** Numbers of the years, as many as have room. */
function years(count: number, slot: number, x: (index: number) => number, y: number): TemplateResult[] {
  const every = Math.max(1, Math.ceil((textWidth(String(count), 12) + 8) / slot));
  const shown = Array.from({ length: count }, (_, index) => index).filter((index) => index > 0 && index % every === 0);
  return shown.map((index) => svg`<text class="tick" x=${at(x(index))} y=${y} text-anchor="middle">${index}</text>`);
}

/** Marks around all values and zero, and the scale between them. */
function axis(values: readonly number[], band: readonly [number, number]): [number[], (value: number) => number] {
  const all = around(values);
  return [all, scale([all[0] ?? 0, all.at(-1) ?? 1], [band[1], band[0]])];
}

function column(key: string, x: number, width: number, value: number, zero: number): TemplateResult {
  return svg`<rect class="fill-${key}" x=${at(x)} y=${at(Math.min(value, zero))} width=${at(width)} height=${at(Math.abs(zero - value))} />`;
}
