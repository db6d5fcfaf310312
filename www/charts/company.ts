/** A finance company by year: book and funding as bars above, the return on equity as a line below. Geometry only. */

import { nothing, svg, type TemplateResult } from "lit";
import { gridLine, line } from "./grid.js";
import { around, at, marks, scale, textWidth } from "./scale.js";

export interface CompanyData {
  /** In major units, like `funding`; the first is year 1. */
  book: readonly number[];
  funding: readonly number[];
  /** As fractions; null where there is none. */
  returns: readonly (number | null)[];
  /** When all losses are made good, in years from the start. */
  even: number | null;
}

export interface CompanyText {
  summary: string;
  amounts: string;
  returns: string;
  years: string;
  even: string;
  amount(value: number): string;
  percent(value: number): string;
  bar(index: number): string;
}

const LEFT = 50;
const RIGHT = 10;
const UPPER = [24, 170] as const;
const LOWER = [214, 290] as const;
const HEIGHT = 316;

export function companyChart(data: CompanyData, text: CompanyText, width: number): TemplateResult | typeof nothing {
  const count = data.book.length;
  if (count === 0 || width < 120) return nothing;
  const x = scale([0, count], [LEFT, width - RIGHT]);
  const amounts = marks(Math.max(...data.book, ...data.funding));
  const y = scale([0, amounts.at(-1) ?? 1], [UPPER[1], UPPER[0]]);
  const known = data.returns.filter((value) => value !== null);
  const heights = around(known, 3);
  const r = scale([heights[0] ?? 0, heights.at(-1) ?? 1], [LOWER[1], LOWER[0]]);
  const slot = (width - LEFT - RIGHT) / count;
  const bar = Math.max(2, Math.min(22, slot * 0.34));
  const points = data.returns.map((value, index) => (value === null ? null : ([x(index + 0.5), r(value)] as const)));
  const room = textWidth(String(count), 12) + 8;
  const label = Math.max(1, Math.ceil(room / slot));
  const mark = data.even === null ? null : x(data.even);
  const end = mark !== null && mark + textWidth(text.even, 12) + 8 > width;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="10">${text.amounts}</text>
      ${amounts.map((amount) => gridLine(LEFT, width - RIGHT, y(amount), text.amount(amount)))}
      ${data.book.map((book, index) => {
        const middle = x(index + 0.5);
        return svg`<g>
          <title>${text.bar(index)}</title>
          ${column("principal", middle - bar, bar, y(book), y(0))}
          ${column("interest", middle, bar, y(data.funding[index] ?? 0), y(0))}
        </g>`;
      })}
      <text class="axis-title" x="0" y=${LOWER[0] - 16}>${text.returns}</text>
      ${heights.map((height) => gridLine(LEFT, width - RIGHT, r(height), text.percent(height)))}
      <line class="zero" x1=${LEFT} x2=${width - RIGHT} y1=${at(r(0))} y2=${at(r(0))} />
      <path class="line risk" d=${line(points)} />
      ${points.map((point, index) => point === null ? nothing : svg`<circle class="dot risk" cx=${at(point[0])} cy=${at(point[1])} r="3.5"><title>${text.bar(index)}</title></circle>`)}
      ${mark === null
        ? nothing
        : svg`<line class="even" x1=${at(mark)} x2=${at(mark)} y1=${UPPER[0]} y2=${LOWER[1]} />
            <text class="mark" x=${at(mark + (end ? -5 : 5))} y=${UPPER[1] + 16} text-anchor=${end ? "end" : "start"}>${text.even}</text>`}
      ${data.book.map((_, index) => index % label === 0 ? svg`<text class="tick" x=${at(x(index + 0.5))} y=${LOWER[1] + 20} text-anchor="middle">${index + 1}</text>` : nothing)}
      <text class="tick" x="0" y=${LOWER[1] + 20}>${text.years}</text>
    </svg>
  `;
}

function column(key: string, x: number, width: number, top: number, bottom: number): TemplateResult {
  return svg`<rect class="fill-${key}" x=${at(x)} y=${at(top)} width=${at(width)} height=${at(Math.max(0, bottom - top))} />`;
}
