/** What charts over years or days share. */

import { svg, type TemplateResult } from "lit";
import { at, linesOf } from "./scale.js";

/** A line across a chart at a mark, with the mark's name left of it. */
export function gridLine(left: number, end: number, y: number, name: string): TemplateResult {
  return svg`
    <line class="grid" x1=${left} x2=${end} y1=${at(y)} y2=${at(y)} />
    <text class="tick" x=${left - 6} y=${at(y + 4)} text-anchor="end">${name}</text>
  `;
}

const SIZE = 12;
const LINE = 14;

/** What an axis shows, over it; in several lines where it needs them, the last of which stands at `y`. */
export function axisTitle(text: string, x: number, y: number, room: number): TemplateResult {
  const lines = linesOf(text, SIZE, room);
  return svg`<text class="axis-title" x=${at(x)} y=${y}>${lines.map((words, place) => svg`<tspan x=${at(x)} y=${y - LINE * (lines.length - 1 - place)}>${words}</tspan>`)}</text>`;
}

/** How much higher a chart is whose first title needs several lines. */
export function above(text: string, room: number): number {
  return LINE * (linesOf(text, SIZE, room).length - 1);
}

/** A line through what is known; it stops where nothing is. */
export function line(points: readonly (readonly [number, number] | null)[]): string {
  let path = "";
  let pen = "M";
  for (const point of points) {
    if (point) path += `${pen}${at(point[0])},${at(point[1])}`;
    pen = point ? "L" : "M";
  }
  return path;
}
