/** What is owed and paid over time: chart, table, file. */

import { html, nothing, type TemplateResult } from "lit";
import { balanceChart, peak, type BalanceData, type Stack } from "../../charts/balance.js";
import { outputLabel, type View } from "../../element/view.js";
import { columnsOf, scheduleCsv, scheduleTable, type Columns } from "./table.js";

const STACKS = ["principal", "prepaid", "interest", "premium", "fees"] as const;

export function schedule(view: View, record: unknown, width: number): TemplateResult | typeof nothing {
  // The rate of each row is told beside the schedule; it belongs into it.
  const columns = columnsOf({ ...(record as object | null), rates: rated(view, record) });
  if (!columns.dates || Object.keys(columns).length < 2) return nothing;
  const { ui, says } = view.locale;
  const data = chartData(view, record as Columns);
  const title = data ? ui.schedule : outputLabel(view, "schedule");
  const rows = columns.dates.length;
  return html`
    <section class="card schedule ${view.stale ? "stale" : ""}" part="schedule" aria-labelledby="schedule-title">
      <h2 id="schedule-title">${title}</h2>
      ${data
        ? html`
            <figure>
              <div class="measured" data-measure="schedule">${balanceChart(data, chartText(view, data), width)}</div>
              <ul class="legend" aria-hidden="true">
                ${Array.from(data.drawn).some((value) => value > 0) ? html`<li><span class="swatch fill-fees"></span>▲ ${outputLabel(view, "drawn")}</li>` : nothing}
                ${data.stacks.map((stack) => html`<li><span class="swatch fill-${stack.key}"></span>${stack.name}</li>`)}
              </ul>
            </figure>
          `
        : nothing}
      <div class="under">
        <details>
          <summary>${ui.table} <span class="unseen">${title}, ${says.rows({ count: rows })}</span></summary>
          ${scheduleTable(view, columns, view.digits, title)}
        </details>
        <button
          type="button"
          class="link"
          @click=${() => view.act.save("schedule.csv", "text/csv", scheduleCsv(columns, view.digits))}
        >${ui.csv}</button>
      </div>
    </section>
  `;
}

function rated(view: View, record: unknown): unknown {
  const rates = view.quote?.rates;
  const rows = (record as { dates?: ArrayLike<number> } | null)?.dates?.length;
  return rates instanceof Float64Array && rates.length === rows ? rates : null;
}

/** Columns in major units for drawing; what a schedule does not have is left out. */
function chartData(view: View, columns: Columns): BalanceData | null {
  const { dates, opening, closing } = columns;
  if (!dates || !opening || !closing) return null;
  const major = (column: ArrayLike<number>) => Array.from(column, (units) => units / 10 ** view.digits);
  const stacks: Stack[] = STACKS.flatMap((key) => {
    const column = columns[key];
    let values = column ? major(column) : [];
    // Interest that is added to what is owed is not paid.
    if (key === "interest" && columns.principal) {
      const added = columns.principal;
      values = values.map((value, index) => value + Math.min(0, (added[index] ?? 0) / 10 ** view.digits));
    }
    return values.some((value) => value > 0) ? [{ key, name: outputLabel(view, key), values }] : [];
  });
  return { dates, opening: major(opening), closing: major(closing), drawn: columns.drawn ? major(columns.drawn) : [], stacks };
}

function chartText(view: View, data: BalanceData): Parameters<typeof balanceChart>[1] {
  const { format, locale, currency } = view;
  const day = (index: number) => format.date(data.dates[index] ?? 0);
  return {
    summary: locale.says.balance({
      peak: format.money(peak(data), currency),
      first: day(0),
      last: day(data.dates.length - 1),
      count: data.dates.length,
    }),
    balance: `${locale.ui.balance}, ${currency}`,
    payments: `${locale.ui.payments}, ${currency}`,
    amount: (value) => format.axis(value),
    year: (value) => format.year(value),
    drawn: (index) => [day(index), `${outputLabel(view, "drawn")} ${format.money(data.drawn[index] ?? 0, currency)}`].join("\n"),
    bar: (index) => {
      const paid = data.stacks.filter((stack) => (stack.values[index] ?? 0) > 0);
      return [day(index), ...paid.map((stack) => `${stack.name} ${format.money(stack.values[index] ?? 0, currency)}`)].join("\n");
    },
  };
}
