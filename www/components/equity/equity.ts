/** The car against the debt: the picture, and the table with every month. */

import { html, nothing, type TemplateResult } from "lit";
import { equityChart } from "../../charts/equity.js";
import { outputLabel, why, type View } from "../../element/view.js";
import { columnsOf, scheduleCsv, scheduleTable } from "../schedule/table.js";

export function equity(view: View, width: number): TemplateResult | typeof nothing {
  const schedule = view.quote?.schedule as Readonly<Record<string, unknown>> | undefined;
  const told = view.quote?.equity as Readonly<Record<string, unknown>> | null | undefined;
  const { vehicleValue, closing } = schedule ?? {};
  if (!schedule || !told || !(vehicleValue instanceof Float64Array) || !(closing instanceof Float64Array)) return nothing;
  const { ui, says } = view.locale;
  const { format, digits } = view;
  const columns = columnsOf(schedule);
  const one = 10 ** digits;
  const money = (minor: number) => format.minor(minor, digits);
  const month = (index: number) =>
    `${ui.monthsAxis} ${index}: ${ui.equityValue} ${money(vehicleValue[index] ?? 0)}, ${ui.equityOwed} ${money(closing[index] ?? 0)}`;
  const lowest = `${outputLabel(view, "lowest")} ${format.money(String(told.lowest), view.currency, digits)}`;
  const summary = says.equity({ value: money(vehicleValue[vehicleValue.length - 1] ?? 0), owed: money(closing[0] ?? 0), lowest });
  return html`
    <section class="card equity ${view.stale ? "stale" : ""}" part="equity" aria-labelledby="equity-title">
      <h2 id="equity-title">${ui.equityTitle}</h2>
      <figure>
        <div class="measured" data-measure="equity">
          ${equityChart(
            { value: vehicleValue.map((minor) => minor / one), owed: closing.map((minor) => minor / one) },
            { summary, axis: view.currency, months: ui.monthsAxis, amount: (value) => format.axis(value), month },
            width,
          )}
        </div>
        <ul class="legend" aria-hidden="true">
          <li><span class="swatch fill-principal"></span>${ui.equityValue}</li>
          <li><span class="swatch fill-premium"></span>${ui.equityOwed}</li>
        </ul>
      </figure>
      <dl class="rows">
        <div><dt>${outputLabel(view, "lowest")}</dt><dd>${why(view, "equity.lowest", format.money(String(told.lowest), view.currency, digits))}</dd></div>
        <div><dt>${outputLabel(view, "atEnd")}</dt><dd>${why(view, "equity.atEnd", format.money(String(told.atEnd), view.currency, digits))}</dd></div>
      </dl>
      <div class="under">
        <details>
          <summary>${ui.table} <span class="unseen">${ui.equityTitle}</span></summary>
          ${scheduleTable(view, columns, digits, ui.equityTitle)}
        </details>
        <button type="button" class="link" @click=${() => view.act.save("contract.csv", "text/csv", scheduleCsv(columns, digits))}>${ui.csv}</button>
      </div>
    </section>
  `;
}
