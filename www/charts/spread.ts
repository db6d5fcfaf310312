/** How far values spread, a bar a row from low to high with the median and the mean, and a thin line to the mean of the worst. Geometry only. */

import { nothing, svg, type TemplateResult } from "lit";
import { gridLine } from "./grid.js";
import { at, scale, textWidth } from "./scale.js";

export interface SpreadRow {
  name: string;
  /** Right of the name: what else is told about the row. */
  note: string;
  worst: number;
  low: number;
  median: number;
  high: number;
  mean: number;
  title: string;
}

export interface SpreadText {
  summary: string;
  axis: string;
  amount(value: number): string;
}

const SIZE = 12;
const TOP = 20;
const ROW = 52;
/** How much higher a row is where its note has no room beside its name. */
const NOTE = 16;
const BAR = 16;

export function spreadChart(rows: readonly SpreadRow[], text: SpreadText, width: number): TemplateResult | typeof nothing {
  if (rows.length === 0 || width < 160) return nothing;
  const [least, most] = [Math.min(0, ...rows.map(({ worst }) => worst)), Math.max(0, ...rows.map(({ high }) => high))];
  const ends = roundEnds(least, most, width < 420 ? 3 : 6);
  const widest = Math.max(...ends.map((end) => textWidth(text.amount(end), SIZE)));
  const x = scale([ends[0] ?? 0, ends.at(-1) ?? 1], [widest / 2 + 2, width - widest / 2 - 2]);
  const isNarrow = rows.some(({ name, note }) => textWidth(name, 14) + textWidth(note, SIZE) + 12 > width);
  const high = isNarrow ? ROW + NOTE : ROW;
  const bottom = TOP + rows.length * high;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${bottom + 22}" width=${width} height=${bottom + 22} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="10">${text.axis}</text>
      ${ends.map((end) => svg`
        <line class=${end === 0 ? "zero" : "grid"} x1=${at(x(end))} x2=${at(x(end))} y1=${TOP} y2=${bottom} />
        <text class="tick" x=${at(x(end))} y=${bottom + 16} text-anchor="middle">${text.amount(end)}</text>`)}
      ${rows.map((row, place) => {
        const top = TOP + place * high;
        const middle = top + 24 + BAR / 2;
        return svg`<g>
          <title>${row.title}</title>
          <text class="bar-name" x="0" y=${top + 16}>${row.name}</text>
          <text class="tick" x=${isNarrow ? 0 : width} y=${top + (isNarrow ? 26 + BAR + 14 : 16)} text-anchor=${isNarrow ? "start" : "end"}>${row.note}</text>
          <line class="whisker" x1=${at(x(row.worst))} x2=${at(x(row.low))} y1=${middle} y2=${middle} />
          <line class="whisker" x1=${at(x(row.worst))} x2=${at(x(row.worst))} y1=${middle - 5} y2=${middle + 5} />
          <rect class="fill-premium" x=${at(x(Math.min(row.low, 0)))} y=${top + 24} width=${at(Math.max(0, x(Math.min(row.high, 0)) - x(Math.min(row.low, 0))))} height=${BAR} />
          <rect class="fill-principal" x=${at(x(Math.max(row.low, 0)))} y=${top + 24} width=${at(Math.max(0, x(Math.max(row.high, 0)) - x(Math.max(row.low, 0))))} height=${BAR} />
          <line class="median" x1=${at(x(row.median))} x2=${at(x(row.median))} y1=${top + 22} y2=${top + 26 + BAR} />
          <circle class="dot mean" cx=${at(x(row.mean))} cy=${middle} r="4" />
        </g>`;
      })}
    </svg>
  `;
}

/** Lines of what adds up over years, each with its name at its end. Every number is given. */
export interface CourseLine {
  key: string;
  name: string;
  values: readonly number[];
}

export function courseChart(lines: readonly CourseLine[], years: readonly string[], text: SpreadText, width: number): TemplateResult | typeof nothing {
  const count = years.length;
  if (lines.length === 0 || count < 2 || width < 160) return nothing;
  const all = lines.flatMap(({ values }) => values);
  const ends = roundEnds(Math.min(0, ...all), Math.max(0, ...all), 6);
  const left = Math.max(...ends.map((end) => textWidth(text.amount(end), SIZE))) + 8;
  const [top, tall] = [24, 230];
  const y = scale([ends[0] ?? 0, ends.at(-1) ?? 1], [top + tall, top]);
  const x = scale([0, count - 1], [left, width - 14]);
  const every = Math.max(1, Math.ceil((textWidth(years[0] ?? "", SIZE) + 10) / ((width - left) / count)));
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${top + tall + 24}" width=${width} height=${top + tall + 24} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="10">${text.axis}</text>
      ${ends.map((end) => gridLine(left, width - 14, y(end), text.amount(end)))}
      <line class="zero" x1=${left} x2=${width - 14} y1=${at(y(0))} y2=${at(y(0))} />
      ${years.map((year, index) => (index % every === 0 ? svg`<text class="tick" x=${at(x(index))} y=${top + tall + 18} text-anchor=${index === count - 1 ? "end" : "middle"}>${year}</text>` : nothing))}
      ${lines.map(({ key, name, values }) => svg`<path class="line way-${key}" d=${values.map((value, index) => `${index === 0 ? "M" : "L"}${at(x(index))},${at(y(value))}`).join("")}><title>${name}</title></path>`)}
    </svg>
  `;
}

/** Round values from below the least to above the most, zero among them. */
function roundEnds(least: number, most: number, about: number): number[] {
  const rough = (most - least) / about || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  const [from, to] = [Math.floor(least / step + 1e-9), Math.ceil(most / step - 1e-9)];
  return Array.from({ length: Math.max(2, to - from + 1) }, (_, index) => (from + index) * step);
}
