/** How far something is on its way from safe to risky: a bar from 0 to 100. The number stands beside it. */

import { svg, type TemplateResult } from "lit";
import { at } from "./scale.js";

export function scoreBar(points: number, faint = false): TemplateResult {
  const long = Math.max(0, Math.min(100, points));
  return svg`
    <svg class="score-bar ${faint ? "faint" : ""}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="way" width="100" height="6" />
      <rect class="fill-premium" width=${at(long)} height="6" />
    </svg>
  `;
}
