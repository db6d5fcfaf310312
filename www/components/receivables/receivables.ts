/** Receivables in pictures: who has how much cash when, and at which discount both sides gain. */

import { html, nothing, type TemplateResult } from "lit";
import { cashChart, windowChart, type CashLine } from "../../charts/cash.js";
import { outputLabel, why, type View } from "../../element/view.js";
import { columnsOf, scheduleCsv, scheduleTable, type Columns } from "../schedule/table.js";

export function receivables(view: View, width: number): TemplateResult | typeof nothing {
  const record = view.quote?.schedule as Columns | undefined;
  const { dates } = record ?? {};
  if (!record || !dates) return nothing;
  const { ui, says } = view.locale;
  const { format, currency, digits, quote } = view;
  const columns = columnsOf(record);
  const line = (key: string, name: string, column: string): CashLine => ({
    key,
    name,
    values: Array.from(record[column] ?? [], (units) => units / 10 ** digits),
  });
  const supplier = outputLabel(view, "supplier");
  const lines = [
    line("waits", `${supplier}, ${ui.byWaiting}`, "waitingSoFar"),
    line("risk", `${outputLabel(view, "buyer")}, ${ui.thisWay}`, "buyerSoFar"),
    line("gets", `${supplier}, ${ui.thisWay}`, "supplierSoFar"),
  ];
  const swatches = ["retained", "premium", "principal"];
  const summary = says.cashOverTime({
    cash: format.money(String(quote?.cash), currency, digits),
    day: format.date(String(quote?.cashDate)),
    cost: format.money(String(quote?.totalCost), currency, digits),
  });
  return html`
    <section class="card cash ${view.stale ? "stale" : ""}" part="cash" aria-labelledby="cash-title">
      <h2 id="cash-title">${ui.cashOverTime}</h2>
      <figure>
        <div class="measured" data-measure="cash">
          ${cashChart(
            dates,
            lines,
            {
              summary,
              axis: `${ui.cashOverTime}, ${currency}`,
              amount: (value) => format.axis(value),
              day: (row) => format.date(dates[row] ?? 0),
            },
            width,
          )}
        </div>
        <ul class="legend" aria-hidden="true">
          ${lines.map(({ name }, place) => html`<li><span class="swatch fill-${swatches[place] ?? ""}"></span>${name}</li>`)}
        </ul>
      </figure>
      ${gains(view, width)}
      <div class="under">
        <details>
          <summary>${ui.table} <span class="unseen">${ui.cashOverTime}, ${says.rows({ count: dates.length })}</span></summary>
          ${scheduleTable(view, columns, digits, ui.cashOverTime)}
        </details>
        <button type="button" class="link" @click=${() => view.act.save("cash.csv", "text/csv", scheduleCsv(columns, digits))}>${ui.csv}</button>
      </div>
    </section>
  `;
}

/** The discounts at which either side gains from early cash of the buyer's. */
function gains(view: View, width: number): TemplateResult | typeof nothing {
  const { quote, format } = view;
  const { ui, says } = view.locale;
  const [from, to] = [quote?.windowFrom, quote?.windowTo];
  if (typeof from !== "number" || typeof to !== "number") return nothing;
  // Only the buyer's own early payment is a discount of the kind that the window is about.
  const offered = view.request.method === "dynamic-discounting" && typeof quote?.costShare === "number" ? quote.costShare : null;
  const percent = (fraction: number) => format.percent(fraction, 4);
  const words = { from: percent(from), to: percent(to) };
  const summary = from <= to ? says.window(words) : says.noWindow(words);
  const row = (name: string, value: number) =>
    html`<div><dt>${outputLabel(view, name)}</dt><dd>${why(view, name, percent(value))}</dd></div>`;
  return html`
    <h3>${ui.windowOfBoth}</h3>
    <p class="quiet">${ui.windowSays}</p>
    <figure>
      ${windowChart(from, to, offered, { summary, buyer: outputLabel(view, "buyerGain"), supplier: outputLabel(view, "supplierGain"), percent }, width)}
    </figure>
    <p>${summary}</p>
    <dl class="rows">
      ${row("windowFrom", from)} ${row("windowTo", to)}
      ${offered === null ? nothing : html`<div><dt>${ui.thisCost}</dt><dd>${why(view, "costShare", percent(offered))}</dd></div>`}
    </dl>
  `;
}
