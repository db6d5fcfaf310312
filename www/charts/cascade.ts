/** A price as steps: each part begins where the one before ends. Every number told is given. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, scale, textWidth } from "./scale.js";

export interface CascadeStep {
  name: string;
  text: string;
  /** Which colour. */
  key: "principal" | "interest" | "premium" | "fees" | "retained" | "total";
  /** Where it begins and ends, in major units. */
  from: number;
  to: number;
  /** Drawn hatched: sources disagree. */
  faint: boolean;
  /** Takes off: the next begins at its left end. */
  falls?: boolean;
}

const SIZE = 13;
const THICK = 16;
const ROW = 44;

export function cascadeChart(steps: readonly CascadeStep[], summary: string, width: number): TemplateResult | typeof nothing {
  const most = Math.max(...steps.map(({ to }) => to));
  if (steps.length === 0 || !(most > 0) || width < 120) return nothing;
  const x = scale([0, most], [0, width]);
  const height = steps.length * ROW - 4;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${summary}>
      ${steps.map((step, place) => {
        const top = place * ROW;
        const left = x(step.from);
        const next = steps[place + 1];
        return svg`
          <text class="bar-name" x="0" y=${top + SIZE}>${step.name}</text>
          <text class="tick" x=${at(Math.min(textWidth(step.name, SIZE) * 1.08 + 10, width - textWidth(step.text, 12)))} y=${top + SIZE}>${step.text}</text>
          ${next && next.from > 0
            ? svg`<line class="grid" x1=${at(x(step.falls ? step.from : step.to))} x2=${at(x(step.falls ? step.from : step.to))} y1=${top + SIZE + 6 + THICK} y2=${top + ROW + SIZE + 6} />`
            : nothing}
          <rect class="segment fill-${step.key} ${step.faint ? "faint" : ""}" x=${at(left)} y=${top + SIZE + 6} width=${at(Math.max(1, x(step.to) - left))} height=${THICK} />`;
      })}
    </svg>
  `;
}
