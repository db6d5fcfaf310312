/** The result of a hedge over the exchange rate, with the tables of both the picture and the layers. */

import { html, nothing, type TemplateResult } from "lit";
import { hedgeChart } from "../../charts/hedge.js";
import { outputLabel, type View } from "../../element/view.js";

type Columns = Readonly<Record<string, Float64Array>>;

export function hedge(view: View, width: number): TemplateResult | typeof nothing {
  const outcomes = view.quote?.outcomes as Columns | null | undefined;
  const programme = view.quote?.programme as Columns | null | undefined;
  if (view.product !== "fx-hedge" || !outcomes || !programme || !outcomes.rates) return nothing;
  const { ui, says } = view.locale;
  const money = (units: number) => view.format.minor(units, view.digits);
  const lines = [
    { key: "waits", name: outputLabel(view, "unhedged"), values: outcomes.unhedged ?? [] },
    { key: "principal", name: outputLabel(view, "hedged"), values: outcomes.hedged ?? [] },
  ];
  const last = outcomes.rates.length - 1;
  const cell = (values: ArrayLike<number>, index: number) => money(values[index] ?? 0);
  const rate = (value: number) => view.format.short(value, 6);
  const summary = says.hedged({
    from: rate(outcomes.rates[0] ?? 0),
    to: rate(outcomes.rates[last] ?? 0),
    list: lines.map(({ name, values }) => `${name} ${cell(values, 0)} – ${cell(values, last)}`),
  });
  return html`
    <section class="card hedge ${view.stale ? "stale" : ""}" part="schedule" aria-labelledby="hedge-title">
      <h2 id="hedge-title">${ui.hedgePicture}</h2>
      <p class="quiet">${ui.hedgePictureSays}</p>
      <figure>
        <div class="measured" data-measure="hedge">
          ${hedgeChart({ rates: outcomes.rates, lines, summary, axis: view.currency, rate, money: (units) => view.format.minor(units, view.digits) }, width)}
        </div>
        <ul class="legend" aria-hidden="true">
          ${lines.map(({ key, name }) => html`<li><span class="swatch fill-${key === "waits" ? "retained" : "principal"}"></span>${name}</li>`)}
        </ul>
      </figure>
      <details>
        <summary>${ui.table} <span class="unseen">${ui.hedgePicture}</span></summary>
        ${table(view, outcomes, ui.hedgePicture, { rates: rate }, money)}
      </details>
      <details>
        <summary>${outputLabel(view, "programme")}</summary>
        ${table(view, programme, outputLabel(view, "programme"), { days: rate, forwards: rate }, money)}
      </details>
    </section>
  `;
}

function table(
  view: View,
  columns: Columns,
  title: string,
  special: Readonly<Record<string, (value: number) => string>>,
  money: (units: number) => string,
): TemplateResult {
  const names = Object.keys(columns);
  const count = columns[names[0] ?? ""]?.length ?? 0;
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${title}>
      <table>
        <caption class="unseen">${title}</caption>
        <thead><tr>${names.map((name) => html`<th scope="col">${outputLabel(view, name)}</th>`)}</tr></thead>
        <tbody>
          ${Array.from({ length: count }, (_, row) => html`<tr>${names.map((name) => html`<td>${(special[name] ?? money)(columns[name]?.[row] ?? 0)}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>
  `;
}
