/**
 * A plant by year: cash available and debt service as bars, the cover ratio below them, and under it how much of the capacity is
 * used. Geometry only.
 */

import { nothing, svg, type TemplateResult } from "lit";
import { above, axisTitle, gridLine, line } from "./grid.js";
import { around, at, scale, textWidth } from "./scale.js";

export interface PlantData {
  /** In major units, like `service`; the first is the first year of production. */
  available: readonly number[];
  service: readonly number[];
  /** Null where nothing is due. */
  ratios: readonly (number | null)[];
  /** The ratio that lenders watch; null where there is none. */
  limit: number | null;
  /** Fractions of the capacity; null where only the cash is known. */
  utilisation: readonly number[] | null;
  /** Years from the start to the first bar. */
  before: number;
}

export interface PlantText {
  summary: string;
  amounts: string;
  ratio: string;
  utilisation: string;
  limit: string;
  years: string;
  amount(value: number): string;
  number(value: number): string;
  percent(value: number): string;
  bar(index: number): string;
}

const LEFT = 50;
const RIGHT = 10;
const UPPER = [24, 170] as const;
const MIDDLE = [214, 290] as const;
const LOWER = [326, 366] as const;

export function plantChart(data: PlantData, text: PlantText, width: number): TemplateResult | typeof nothing {
  const count = data.available.length;
  if (count === 0 || width < 120) return nothing;
  const x = scale([0, count], [LEFT, width - RIGHT]);
  const slot = (width - LEFT - RIGHT) / count;
  const [heights, y] = axis([...data.available, ...data.service], 4, UPPER);
  const known = data.ratios.filter((ratio) => ratio !== null);
  const [steps, r] = axis([...known, data.limit ?? 0], 3, MIDDLE);
  const used = scale([0, Math.max(1, ...(data.utilisation ?? []))], [LOWER[1], LOWER[0]]);
  const bottom = data.utilisation ? LOWER[1] : known.length > 0 ? MIDDLE[1] : UPPER[1];
  const bar = Math.max(2, Math.min(22, slot * 0.34));
  const room = textWidth(String(count + data.before), 12) + 8;
  const label = Math.max(1, Math.ceil(room / slot));
  const middle = (index: number) => x(index + 0.5);
  const over = above(text.amounts, width);
  return svg`
    <svg class="chart" viewBox="0 ${-over} ${width} ${bottom + 26 + over}" width=${width} height=${bottom + 26 + over} role="img" aria-label=${text.summary}>
      ${axisTitle(text.amounts, 0, 10, width)}
      ${heights.map((height) => gridLine(LEFT, width - RIGHT, y(height), text.amount(height)))}
      ${data.available.map((available, index) => svg`<g>
        <title>${text.bar(index)}</title>
        ${column("principal", middle(index) - bar, bar, y(available), y(0))}
        ${column("interest", middle(index), bar, y(data.service[index] ?? 0), y(0))}
      </g>`)}
      <line class="zero" x1=${LEFT} x2=${width - RIGHT} y1=${at(y(0))} y2=${at(y(0))} />
      ${known.length > 0 ? ratios() : nothing}
      ${data.utilisation
        ? svg`${axisTitle(text.utilisation, 0, LOWER[0] - 12, width)}
            ${gridLine(LEFT, width - RIGHT, used(0), text.percent(0))}${gridLine(LEFT, width - RIGHT, used(1), text.percent(1))}
            ${data.utilisation.map((part, index) => svg`<g><title>${text.bar(index)}</title>${column("fees", middle(index) - bar, 2 * bar, used(part), used(0))}</g>`)}`
        : nothing}
      ${data.available.map((_, index) => index % label === 0 ? svg`<text class="tick" x=${at(middle(index))} y=${bottom + 20} text-anchor="middle">${index + 1 + data.before}</text>` : nothing)}
      <text class="tick" x="0" y=${bottom + 20}>${text.years}</text>
    </svg>
  `;

  function ratios(): TemplateResult {
    const points = data.ratios.map((ratio, index) => (ratio === null ? null : ([middle(index), r(ratio)] as const)));
    const limit = data.limit;
    const end = width - RIGHT;
    return svg`
      ${axisTitle(text.ratio, 0, MIDDLE[0] - 16, width)}
      ${steps.map((step) => gridLine(LEFT, width - RIGHT, r(step), text.number(step)))}
      <path class="line risk" d=${line(points)} />
      ${limit === null
        ? nothing
        : svg`<line class="even" x1=${LEFT} x2=${end} y1=${at(r(limit))} y2=${at(r(limit))} />
            <text class="mark" x=${end} y=${at(r(limit) - 5)} text-anchor="end">${text.limit}</text>`}
      ${points.map((point, index) => point === null ? nothing : svg`<circle class="dot risk" cx=${at(point[0])} cy=${at(point[1])} r="3.5"><title>${text.bar(index)}</title></circle>`)}
    `;
  }
}

/** Marks around all values and zero, and the scale between them. */
function axis(values: readonly number[], about: number, band: readonly [number, number]): [number[], (value: number) => number] {
  const all = around(values, about);
  return [all, scale([all[0] ?? 0, all.at(-1) ?? 1], [band[1], band[0]])];
}

function column(key: string, x: number, width: number, value: number, zero: number): TemplateResult {
  return svg`<rect class="fill-${key}" x=${at(x)} y=${at(Math.min(value, zero))} width=${at(width)} height=${at(Math.abs(zero - value))} />`;
}
