/** A curve over whole years, with two of them marked. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, marks, scale, textWidth } from "./scale.js";

export interface CurveText {
  summary: string;
  axis: string;
  years: string;
  value(value: number): string;
  tick(value: number): string;
}

const LEFT = 40;
const TOP = 24;
const BOTTOM = 150;
const HEIGHT = 176;

/** `values[0]` is year 1. */
export function curveChart(
  values: ArrayLike<number>,
  marked: readonly number[],
  text: CurveText,
  width: number,
): TemplateResult | typeof nothing {
  const count = values.length;
  if (count < 2 || width < 120) return nothing;
  const right = textWidth(text.years, 12) + 16;
  const heights = marks(Math.max(...Array.from(values)), 3);
  const x = scale([0, count], [LEFT, width - right]);
  const y = scale([0, heights.at(-1) ?? 1], [BOTTOM, TOP]);
  const points = Array.from(values, (value, index) => `L${at(x(index + 1))},${at(y(value))}`).join("");
  const years = Array.from({ length: count }, (_, index) => index + 1).filter((year) => year % 5 === 0 || year === 1);
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="10">${text.axis}</text>
      ${heights.map(
        (mark) => svg`
          <line class="grid" x1=${LEFT} x2=${width - right} y1=${at(y(mark))} y2=${at(y(mark))} />
          <text class="tick" x=${LEFT - 6} y=${at(y(mark) + 4)} text-anchor="end">${text.tick(mark)}</text>`,
      )}
      <path class="area risk" d="M${at(x(0))},${at(y(0))}${points}V${at(y(0))}Z" />
      <path class="line risk" d="M${at(x(0))},${at(y(0))}${points}" />
      ${years.map((year) => svg`<text class="tick" x=${at(x(year))} y=${BOTTOM + 18} text-anchor="middle">${year}</text>`)}
      <text class="tick" x=${width} y=${BOTTOM + 18} text-anchor="end">${text.years}</text>
      ${marked
        .filter((year) => year <= count)
        .map((year) => {
          const value = values[year - 1] ?? 0;
          return svg`
            <circle class="dot risk" cx=${at(x(year))} cy=${at(y(value))} r="4" />
            <text class="mark" x=${at(x(year) - 6)} y=${at(y(value) - 9)} text-anchor="middle">${text.value(value)}</text>`;
        })}
    </svg>
  `;
}
