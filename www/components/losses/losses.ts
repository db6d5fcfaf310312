/** Who bears what of given losses: one bar each, with the table that has the numbers. */

import { html, nothing, type TemplateResult } from "lit";
import { lossBars, type LossBar } from "../../charts/losses.js";
import { outputLabel, why, type View } from "../../element/view.js";
import { columnsOf, scheduleCsv, scheduleTable, type Columns } from "../schedule/table.js";

/** Bars that a picture can carry; the table has all. */
const MOST = 10;
const TOTALS = ["totalLoss", "totalPaid", "totalReinsured", "totalRetained", "netOfPremium"];

export function losses(view: View, width: number): TemplateResult | typeof nothing {
  const settlement = view.quote?.settlement as Readonly<Record<string, unknown>> | null | undefined;
  if (!settlement || !(settlement.loss instanceof Float64Array)) return nothing;
  const { ui, says } = view.locale;
  const columns = columnsOf(settlement);
  const bars = barsOf(view, settlement as Columns);
  const keys: [string, string, boolean][] = [
    ["retained", ui.ownShare, true],
    ["fees", ui.firstLosses, bars.some((bar) => bar.firstLosses > 0)],
    ["over", ui.overMost, bars.some((bar) => bar.overMost > 0)],
    ["interest", ui.insurer, bars.some((bar) => bar.paid > bar.reinsured)],
    ["premium", ui.reinsurer, bars.some((bar) => bar.reinsured > 0)],
  ];
  const total = (name: string) => why(view, `settlement.${name}`, view.format.money(String(settlement[name]), view.currency, view.digits));
  return html`
    <section class="card losses ${view.stale ? "stale" : ""}" part="losses" aria-labelledby="losses-title">
      <h2 id="losses-title">${ui.bearers}</h2>
      <p class="quiet">${ui.bearersSays}</p>
      <figure>
        <div class="measured" data-measure="losses">
          ${lossBars(bars, says.losses({ list: bars.map(({ name, text }) => `${name} ${text}`) }), width)}
        </div>
        <ul class="legend" aria-hidden="true">
          ${keys.filter(([, , shown]) => shown).map(([key, name]) => html`<li><span class="swatch fill-${key}"></span>${name}</li>`)}
        </ul>
      </figure>
      <dl class="rows">
        ${TOTALS.map((name) => html`<div><dt>${outputLabel(view, name)}</dt><dd>${total(name)}</dd></div>`)}
      </dl>
      <div class="under">
        <details>
          <summary>${ui.table} <span class="unseen">${ui.bearers}</span></summary>
          ${scheduleTable(view, columns, view.digits, ui.bearers)}
        </details>
        <button type="button" class="link" @click=${() => view.act.save("losses.csv", "text/csv", scheduleCsv(columns, view.digits))}>${ui.csv}</button>
      </div>
    </section>
  `;
}

function barsOf(view: View, columns: Columns): LossBar[] {
  const { ui } = view.locale;
  const cell = (name: string, row: number) => columns[name]?.[row] ?? 0;
  const money = (name: string, row: number) => view.format.minor(cell(name, row), view.digits);
  const count = Math.min(MOST, columns.loss?.length ?? 0);
  return Array.from({ length: count }, (_, row) => ({
    name: `${ui.loss} ${row + 1}`,
    text: `${money("loss", row)}, ${outputLabel(view, "paid")} ${money("paid", row)}, ${outputLabel(view, "retained")} ${money("retained", row)}`,
    loss: cell("loss", row),
    firstLosses: cell("firstLoss", row) + cell("aggregateFirstLoss", row),
    overMost: cell("overMaximum", row),
    paid: cell("paid", row),
    reinsured: cell("reinsured", row),
  }));
}
