/** Balance and payments over time: what is owed above, what is paid at each date below, on one axis of dates. */

import { nothing, svg, type TemplateResult } from "lit";
import { gridLine } from "./grid.js";
import { at, marks, newYears, scale, textWidth } from "./scale.js";

export interface BalanceData {
  /** Days since 1970-01-01. */
  dates: ArrayLike<number>;
  /** In major units, like everything below. */
  opening: ArrayLike<number>;
  closing: ArrayLike<number>;
  /** What is paid out in each row's period; marked on the axis. */
  drawn: ArrayLike<number>;
  /** What the payments consist of, drawn from the axis upwards. */
  stacks: readonly Stack[];
}

export interface Stack {
  key: "principal" | "prepaid" | "interest" | "premium" | "fees";
  name: string;
  values: ArrayLike<number>;
}

export interface BalanceText {
  summary: string;
  balance: string;
  payments: string;
  amount(value: number): string;
  year(day: number): string;
  /** What is paid out in one period in words, shown on pointing at it. */
  drawn(index: number): string;
  /** One date's payment in words, shown on pointing at it. */
  bar(index: number): string;
}

const LEFT = 46;
const RIGHT = 10;
const UPPER = [22, 176] as const;
const LOWER = [214, 288] as const;
const HEIGHT = 312;

export function balanceChart(data: BalanceData, text: BalanceText, width: number): TemplateResult | typeof nothing {
  const count = data.dates.length;
  if (count < 2 || width < 120) return nothing;
  const first = data.dates[0] ?? 0;
  const last = data.dates[count - 1] ?? first;
  const x = scale([first, last], [LEFT + 8, width - RIGHT - 8]);
  const balances = marks(peak(data));
  const y = scale([0, balances.at(-1) ?? 1], [UPPER[1], UPPER[0]]);
  const totals = Array.from({ length: count }, (_, index) =>
    data.stacks.reduce((sum, stack) => sum + Math.max(0, stack.values[index] ?? 0), 0),
  );
  const payments = marks(Math.max(...totals), 2);
  const h = scale([0, payments.at(-1) ?? 1], [0, LOWER[1] - LOWER[0]]);
  const bar = Math.max(1, Math.min(16, ((width - LEFT - RIGHT) / count) * 0.55));

  return svg`
    <svg class="chart" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} role="img" aria-label=${text.summary}>
      <text class="axis-title" x="0" y="10">${text.balance}</text>
      ${balances.map((mark) => gridLine(LEFT, width - RIGHT, y(mark), text.amount(mark)))}
      <path class="area" d="${line(data, x, y)}V${at(y(0))}H${at(x(first))}Z" />
      <path class="line" d=${line(data, x, y)} />
      ${Array.from(data.drawn, (value, index) => (value > 0 ? drawing(x(data.dates[index] ?? 0), text.drawn(index)) : nothing))}
      <text class="axis-title" x="0" y=${LOWER[0] - 14}>${text.payments}</text>
      ${payments.map((mark) => gridLine(LEFT, width - RIGHT, LOWER[1] - h(mark), text.amount(mark)))}
      ${totals.map((_, index) => stacked(data.stacks, index, x(data.dates[index] ?? 0) - bar / 2, bar, h, text.bar(index)))}
      ${yearMarks(first, last, x, width, text)}
    </svg>
  `;
}

/** A mark under the balance: money is paid out in the period that ends here. */
function drawing(x: number, title: string): TemplateResult {
  return svg`<path class="fill-fees" d="M${at(x - 5)},${UPPER[1] + 9}l5,-8l5,8z"><title>${title}</title></path>`;
}

/** The largest balance, for the axis. */
export function peak(data: Pick<BalanceData, "opening" | "closing">): number {
  return Math.max(0, ...Array.from(data.opening), ...Array.from(data.closing));
}

function line(data: BalanceData, x: (day: number) => number, y: (value: number) => number): string {
  let path = "";
  for (let index = 0; index < data.dates.length; index += 1) {
    const column = at(x(data.dates[index] ?? 0));
    const before = at(y(data.opening[index] ?? 0));
    const after = at(y(data.closing[index] ?? 0));
    path += `${index === 0 ? "M" : "L"}${column},${before}V${after}`;
  }
  return path;
}

function stacked(
  stacks: readonly Stack[],
  index: number,
  x: number,
  width: number,
  h: (value: number) => number,
  title: string,
): TemplateResult {
  let top = LOWER[1];
  return svg`<g>
    <title>${title}</title>
    ${stacks.map((stack) => {
      const height = h(Math.max(0, stack.values[index] ?? 0));
      if (height <= 0) return nothing;
      top -= height;
      return svg`<rect class="fill-${stack.key}" x=${at(x)} y=${at(top)} width=${at(width)} height=${at(height)} />`;
    })}
  </g>`;
}

function yearMarks(
  first: number,
  last: number,
  x: (day: number) => number,
  width: number,
  text: BalanceText,
): TemplateResult[] {
  const years = newYears(first, last);
  const room = textWidth(text.year(first), 12) + 14;
  const every = Math.max(1, Math.ceil((years.length * room) / (width - LEFT - RIGHT)));
  return years
    .filter((_, index) => index % every === 0)
    .map(
      (day) => svg`
        <line class="grid" x1=${at(x(day))} x2=${at(x(day))} y1=${LOWER[1]} y2=${LOWER[1] + 5} />
        <text class="tick" x=${at(x(day))} y=${LOWER[1] + 19} text-anchor="middle">${text.year(day)}</text>
      `,
    );
}
