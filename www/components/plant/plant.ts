/** A plant year by year: its cash against debt service, and the table that has the numbers. */

import { html, nothing, type TemplateResult } from "lit";
import { plantChart } from "../../charts/plant.js";
import { outputLabel, type View } from "../../element/view.js";
import { columnsOf, scheduleCsv, scheduleTable } from "../schedule/table.js";

type Rows = Readonly<Record<string, ArrayLike<number>>>;

export function plant(view: View, width: number): TemplateResult | typeof nothing {
  const rows = view.quote?.debtService as Rows | undefined;
  const cash = rows?.cashAvailable;
  if (!rows || !cash) return nothing;
  const { ui, says } = view.locale;
  const { format, digits, currency } = view;
  const name = (value: string) => outputLabel(view, value);
  // Until production begins nothing is available: those rows are in the other tables.
  const before = Number(view.request.constructionYears ?? 0);
  const major = (column: ArrayLike<number> | undefined) => Array.from(column ?? []).slice(before + 1).map((minor) => minor / 10 ** digits);
  const service = major(rows.service);
  const dscr = Array.from(rows.dscr ?? []).slice(before + 1);
  const ratios = dscr.map((ratio, index) => ((service[index] ?? 0) > 0 ? ratio : null));
  const production = view.quote?.production as Rows | null | undefined;
  const terms = view.request.debt as Readonly<Record<string, unknown>> | null | undefined;
  const limit = Number(terms?.lockUpDscr ?? terms?.defaultDscr ?? Number.NaN);
  const data = {
    available: major(cash),
    service,
    ratios,
    limit: Number.isFinite(limit) ? limit : null,
    utilisation: production?.utilisation ? Array.from(production.utilisation).slice(before + 1) : null,
    before,
  };
  const year = (index: number) => String(index + 1 + before);
  const told = (index: number) => {
    const ratio = ratios[index] ?? null;
    return `${format.axis(data.available[index] ?? 0)}${ratio === null ? "" : `, ${format.short(ratio, 2)}`}`;
  };
  const text = {
    summary: says.plant({ list: data.available.map((_, index) => `${year(index)}${says.colon()}${told(index)}`) }),
    amounts: `${name("cashAvailable")}, ${name("service")} (${currency})`,
    ratio: name("dscr"),
    utilisation: name("utilisation"),
    limit: ui.lockUp,
    years: ui.year,
    amount: (value: number) => format.axis(value),
    number: (value: number) => format.short(value, 1),
    percent: (value: number) => format.percent(value, 0),
    bar: (index: number) => {
      const parts = [
        `${name("cashAvailable")} ${format.money(data.available[index] ?? 0, currency)}`,
        `${name("service")} ${format.money(service[index] ?? 0, currency)}`,
      ];
      const ratio = ratios[index] ?? null;
      if (ratio !== null) parts.push(`${name("dscr")} ${format.short(ratio, 3)}`);
      if (data.utilisation) parts.push(`${name("utilisation")} ${format.percent(data.utilisation[index] ?? 0, 0)}`);
      return `${ui.year} ${year(index)}${says.colon()}${parts.join(", ")}`;
    },
  };
  const columns = columnsOf(rows);
  return html`
    <section class="card company ${view.stale ? "stale" : ""}" part="plant" aria-labelledby="plant-title">
      <h2 id="plant-title">${ui.plant}</h2>
      <figure>
        <div class="measured" data-measure="plant">${plantChart(data, text, width)}</div>
        <ul class="legend" aria-hidden="true">
          <li><span class="swatch fill-principal"></span>${name("cashAvailable")}</li>
          <li><span class="swatch fill-interest"></span>${name("service")}</li>
          <li><span class="swatch fill-premium"></span>${name("dscr")}</li>
        </ul>
      </figure>
      <div class="under">
        <details>
          <summary>${ui.table} <span class="unseen">${ui.plant}</span></summary>
          ${scheduleTable(view, columns, digits, ui.plant)}
        </details>
        <button type="button" class="link" @click=${() => view.act.save("debt-service.csv", "text/csv", scheduleCsv(columns, digits))}>${ui.csv}</button>
      </div>
    </section>
  `;
}
