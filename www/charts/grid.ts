/** What charts over years or days share. */

import { svg, type TemplateResult } from "lit";
import { at } from "./scale.js";

/** A line across a chart at a mark, with the mark's name left of it. */
export function gridLine(left: number, end: number, y: number, name: string): TemplateResult {
  return svg`
    <line class="grid" x1=${left} x2=${end} y1=${at(y)} y2=${at(y)} />
    <text class="tick" x=${left - 6} y=${at(y + 4)} text-anchor="end">${name}</text>
  `;
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
