/** A chain link by link: what each costs a vehicle as a bar, in parts of who bears them; above it the days of the way. Geometry only. */

import { nothing, svg, type TemplateResult } from "lit";
import { at, marks, scale, textWidth } from "./scale.js";

export interface ChainPart {
  /** Which colour. */
  key: string;
  amount: number;
}

export interface ChainBar {
  name: string;
  /** Words behind the name: its days. */
  note: string;
  text: string;
  /** In the order of the bearers. */
  parts: readonly ChainPart[];
}

const THICK = 16;
const ROW = 42;

export function chainChart(bars: readonly ChainBar[], summary: string, width: number): TemplateResult | typeof nothing {
  if (bars.length === 0 || width < 120) return nothing;
  const sum = (bar: ChainBar, sign: number) => bar.parts.reduce((all, { amount }) => all + Math.max(0, sign * amount), 0);
  const room = Math.max(...bars.map((bar) => textWidth(bar.text, 12))) + 8;
  const most = Math.max(...bars.map((bar) => sum(bar, 1)), 0.01);
  const least = -Math.max(...bars.map((bar) => sum(bar, -1)), 0);
  const x = scale([least, most], [0, Math.max(20, width - room)]);
  const height = bars.length * ROW;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${summary}>
      ${bars.map((bar, index) => {
        const y = index * ROW + 18;
        const aside = textWidth(bar.name, 13) * 1.08 + 12;
        let above = 0;
        let below = 0;
        return svg`<g>
          <title>${`${bar.name}: ${bar.text}`}</title>
          <text class="bar-name" x="0" y=${at(y - 5)}>${bar.name}</text>
          ${bar.note === "" || aside + textWidth(bar.note, 12) > width ? nothing : svg`<text class="tick" x=${at(aside)} y=${at(y - 5)}>${bar.note}</text>`}
          ${bar.parts.filter(({ amount }) => amount !== 0).map(({ key, amount }) => {
            const from = amount > 0 ? above : below;
            if (amount > 0) above += amount;
            else below += amount;
            const [start, end] = amount > 0 ? [x(from), x(above)] : [x(below), x(from)];
            return svg`<rect class="fill-${key}" x=${at(start)} y=${y} width=${at(Math.max(1, end - start))} height=${THICK} />`;
          })}
          <text class="tick" x=${at(x(above) + 6)} y=${at(y + THICK - 4)}>${bar.text}</text>
        </g>`;
      })}
      ${least < 0 ? svg`<line class="zero" x1=${at(x(0))} x2=${at(x(0))} y1="0" y2=${height} />` : nothing}
    </svg>
  `;
}

export interface ChainSpan {
  name: string;
  key: string;
  from: number;
  to: number;
}

/** Spans of days, one under the other. */
export function spansChart(spans: readonly ChainSpan[], days: string, summary: string, width: number): TemplateResult | typeof nothing {
  const last = Math.max(1, ...spans.map(({ to }) => to));
  if (spans.length === 0 || width < 120) return nothing;
  const steps = marks(last, 5);
  const x = scale([0, Math.max(last, steps.at(-1) ?? 1)], [4, width - 16]);
  const top = 20;
  const bottom = top + spans.length * 34;
  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${bottom + 22}" width=${width} height=${bottom + 22} role="img" aria-label=${summary}>
      ${steps.map((step) => svg`
        <line class="grid" x1=${at(x(step))} x2=${at(x(step))} y1=${top - 6} y2=${bottom} />
        <text class="tick" x=${at(x(step))} y=${bottom + 16} text-anchor="middle">${step}</text>`)}
      ${spans.map((span, index) => {
        const y = top + index * 34;
        return svg`<rect class="fill-${span.key}" x=${at(x(span.from))} y=${at(y + 13)} width=${at(Math.max(2, x(span.to) - x(span.from)))} height="11" />`;
      })}
      ${spans.map((span, index) => svg`<text class="tick halo" x=${at(Math.max(0, Math.min(x(span.from), width - textWidth(span.name, 12))))} y=${at(top + index * 34 + 8)}>${span.name}</text>`)}
      <text class="axis-title" x=${width} y=${top - 8} text-anchor="end">${days}</text>
    </svg>
  `;
}
