/** What a book can lose: how probable losses are, or how probable more than a loss is. Geometry only: every number that is written is given. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, marks, scale, textWidth } from "./scale.js";

/** Rows of a distribution: each stands for all losses up to its own and above the row's before it. */
export interface Rows {
  loss: ArrayLike<number>;
  probability: ArrayLike<number>;
  cumulative: ArrayLike<number>;
}

/** A loss that is marked, with its name. */
export interface Mark {
  loss: number;
  /** The probability that it is not passed. */
  level: number;
  name: string;
}

export interface DistributionText {
  summary: string;
  axis: string;
  up: string;
  mean: string;
  none: string;
  amount(value: number): string;
  percent(value: number): string;
}

export interface Shown {
  rows: Rows;
  quantiles: readonly Mark[];
  mean: number;
  /** From where on losses count as the worst. */
  tail: number;
  way: "density" | "exceedance";
}

const SIZE = 12;
const LEFT = 46;
const LINE = 15;
const TALL = 210;

export function distributionChart(shown: Shown, text: DistributionText, width: number): TemplateResult | typeof nothing {
  const { rows, quantiles, mean } = shown;
  const count = rows.loss.length;
  const largest = rows.loss[count - 1] ?? 0;
  if (count === 0 || width < 160 || !(largest > 0)) return nothing;
  const farthest = Math.max(mean * 1.5, ...quantiles.map(({ loss }) => loss)) * 1.1;
  const end = Math.min(largest, farthest > 0 ? farthest : largest);
  const ticks = marks(end, width < 420 ? 3 : 6);
  const right = width - 12;
  const left = shown.way === "density" ? 8 : LEFT;
  const x = scale([0, Math.max(end, ticks.at(-2) ?? 0)], [left, right]);
  const named = placed([...quantiles, { loss: mean, level: -1, name: text.mean }].filter(({ loss }) => loss <= end), x, width);
  const top = 22 + LINE * (1 + Math.max(0, ...named.map(({ line }) => line)));
  const bottom = top + TALL;
  const draw = shown.way === "density" ? density : exceedance;
  return svg`
    <svg class="chart distribution" viewBox="0 0 ${width} ${bottom + 24}" width=${width} height=${bottom + 24} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="10">${text.up}</text>
      <text class="axis-title" x=${width} y="10" text-anchor="end">${text.axis}</text>
      ${draw(shown, text, x, { left, right, top, bottom, end })}
      <line class="axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom} />
      ${ticks.filter((tick) => x(tick) <= right + 1).map((tick, place) => svg`<text class="tick" x=${at(x(tick))} y=${bottom + 17} text-anchor=${place === 0 ? "start" : x(tick) > right - 20 ? "end" : "middle"}>${text.amount(tick)}</text>`)}
      ${named.map(({ mark, line }) => svg`<line class=${mark.level < 0 ? "even" : "quantile"} x1=${at(x(mark.loss))} x2=${at(x(mark.loss))} y1=${26 + LINE * line + 10} y2=${bottom} />`)}
      ${named.map(({ mark, line, anchor }) => svg`<text class="mark" x=${at(x(mark.loss) + (anchor === "end" ? -3 : 3))} y=${22 + LINE * line + 10} text-anchor=${anchor}>${mark.name}</text>`)}
    </svg>
  `;
}

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  end: number;
}

/** Bars of equal width; what a row stands for is spread over the losses that it stands for. No loss at all has a bar of its own. */
function density({ rows, tail }: Shown, text: DistributionText, x: (loss: number) => number, frame: Frame): TemplateResult {
  const { left, right, top, bottom, end } = frame;
  const count = Math.max(24, Math.min(90, Math.floor((right - left) / 8)));
  const bins = new Array<number>(count).fill(0);
  const wide = end / count;
  let none = 0;
  let before = 0;
  for (let row = 0; row < rows.loss.length; row += 1) {
    const loss = rows.loss[row] ?? 0;
    const share = rows.probability[row] ?? 0;
    if (loss <= 0) none += share;
    else {
      const last = Math.min(count - 1, Math.ceil(loss / wide) - 1);
      for (let bin = Math.floor(before / wide); bin <= last; bin += 1) {
        const part = (Math.min(loss, (bin + 1) * wide) - Math.max(before, bin * wide)) / (loss - before);
        if (bin >= 0 && part > 0) bins[bin] = (bins[bin] ?? 0) + share * part;
      }
    }
    before = loss;
  }
  const most = Math.max(...bins);
  // A bar of no loss that would make all others small is cut, and looks so.
  const highest = Math.min(Math.max(most, none), most * 1.6) || none;
  const y = scale([0, highest], [bottom, top]);
  const bar = (right - left) / count;
  const isCut = none > highest;
  return svg`
    ${bins.map((share, bin) => {
      const middle = (bin + 0.5) * wide;
      return share > 0 ? svg`<rect class=${middle > tail ? "fill-premium" : "fill-principal"} x=${at(left + bin * bar + 0.5)} y=${at(y(share))} width=${at(Math.max(0.5, bar - 1))} height=${at(bottom - y(share))} />` : nothing;
    })}
    ${none > highest / 200
      ? svg`<g><title>${text.none}</title><rect class="fill-retained" x=${at(x(0) - 4)} y=${at(y(Math.min(none, highest)))} width="5" height=${at(bottom - y(Math.min(none, highest)))} />
          ${isCut ? svg`<path class="edge-line" d="M${at(x(0) - 7)},${top + 12}l11,-5M${at(x(0) - 7)},${top + 18}l11,-5" />` : nothing}</g>`
      : nothing}
  `;
}

/** On a scale of powers of ten: how a tail goes on is seen where bars are too low to see. */
function exceedance({ rows, quantiles, tail }: Shown, text: DistributionText, x: (loss: number) => number, frame: Frame): TemplateResult {
  const { left, right, top, bottom, end } = frame;
  const rarest = Math.min(0.01, ...quantiles.map(({ level }) => 1 - level));
  const powers = Math.max(2, Math.min(8, Math.ceil(-Math.log10(rarest) - 1e-9)));
  const y = scale([0, -powers], [top, bottom]);
  const height = (probability: number) => y(Math.max(-powers, Math.log10(Math.max(probability, 1e-12))));
  let path = `M${at(x(0))},${at(height(1))}`;
  let tailPath = "";
  for (let row = 0; row < rows.loss.length; row += 1) {
    const loss = rows.loss[row] ?? 0;
    if (loss > end) break;
    const isLowest = 1 - (rows.cumulative[row] ?? 1) < 10 ** -powers;
    const step = `H${at(x(loss))}V${at(height(1 - (rows.cumulative[row] ?? 1)))}`;
    path += step;
    if (loss >= tail) tailPath = tailPath === "" ? `M${at(x(loss))},${at(height(1 - (rows.cumulative[row] ?? 1)))}` : tailPath + step;
    if (isLowest) break;
  }
  const decades = Array.from({ length: powers + 1 }, (_, power) => power);
  return svg`
    ${decades.map((power) => svg`
      <line class="grid" x1=${left} x2=${right} y1=${at(y(-power))} y2=${at(y(-power))} />
      <text class="tick" x=${left - 6} y=${at(y(-power) + 4)} text-anchor="end">${text.percent(10 ** -power)}</text>`)}
    <path class="line" d=${path} />
    ${tailPath ? svg`<path class="line risk" d=${tailPath} />` : nothing}
    ${quantiles.filter(({ loss }) => loss <= end).map(({ loss, level }) => svg`<circle class="dot risk" cx=${at(x(loss))} cy=${at(height(1 - level))} r="4" />`)}
  `;
}

/** Names beside their lines, each on the first line of text that has room. */
function placed(list: readonly Mark[], x: (loss: number) => number, width: number): { mark: Mark; line: number; anchor: "start" | "end" }[] {
  const ends: number[] = [];
  return [...list].sort((a, b) => a.loss - b.loss).map((mark) => {
    const room = textWidth(mark.name, SIZE) * 1.08 + 8;
    const anchor = x(mark.loss) + room > width ? ("end" as const) : ("start" as const);
    const from = anchor === "end" ? x(mark.loss) - room : x(mark.loss);
    let line = ends.findIndex((end) => end <= from);
    if (line < 0) line = ends.length;
    ends[line] = from + room;
    return { mark, line, anchor };
  });
}
