/** A vehicle's way from the works to the showroom: a picture of steps, the table, and what conflicts or does not count. */

import { html, nothing, type TemplateResult } from "lit";
import { cascadeChart, type CascadeStep } from "../../charts/cascade.js";
import { choiceLabel, outputLabel, why, type View } from "../../element/view.js";
import { csv } from "../../text/csv.js";
import { recordsTable } from "../result/result.js";

interface Row {
  part: string;
  base: string | null;
  baseAmount: string | null;
  rate: number | null;
  ownAmount: string | null;
  ownCurrency: string | null;
  amount: string;
  running: string;
  share: number;
  programme: string;
  source: string | null;
  asOf: string | null;
  grade: string | null;
  contested: boolean;
}

const COLOURS: Readonly<Record<string, CascadeStep["key"]>> = {
  duty: "interest", "additional-duty": "interest", "countervailing-duty": "interest", "safeguard-duty": "interest",
  excise: "premium", "recycling-fee": "premium", "registration-fee": "premium", "other-levy": "premium", vat: "fees", "dealer-margin": "retained",
};
const COLUMNS = ["part", "base", "baseAmount", "rate", "amount", "running", "share", "programme", "source", "asOf", "grade"] as const;

export function landed(view: View, width: number): TemplateResult | typeof nothing {
  const rows = view.quote?.cascade as readonly Row[] | undefined;
  if (!Array.isArray(rows) || rows.length === 0) return nothing;
  const { ui, says } = view.locale;
  const { format, currency, digits } = view;
  const money = (value: unknown) => format.money(String(value), currency, digits);
  const name = (row: Row) => choiceLabel(view.locale, "part", row.part);
  const steps: CascadeStep[] = rows.map((row: Row, place) => ({
    name: name(row),
    text: `${money(row.amount)} · ${format.percent(row.share, 1)}`,
    key: COLOURS[row.part] ?? "principal",
    from: Number(rows[place - 1]?.running ?? 0),
    to: Number(row.running),
    faint: row.contested,
  }));
  const price = money(view.quote?.showroomPrice);
  steps.push({ name: outputLabel(view, "showroomPrice"), text: price, key: "total", from: 0, to: Number(view.quote?.showroomPrice), faint: false });
  const told = steps.map((step) => `${step.name}${says.colon()}${step.text}`);
  const names = view.outputs.find((output) => output.name === "cascade")?.fields.map((field) => field.name) ?? [];
  const save = () => {
    const values = rows.map((row) => names.map((column) => String((row as unknown as Record<string, unknown>)[column] ?? "")));
    view.act.save("landed-cost.csv", "text/csv", csv([names, ...values]));
  };
  return html`
    <section class="card landed ${view.stale ? "stale" : ""}" part="landed" aria-labelledby="landed-title">
      <h2 id="landed-title">${ui.landedTitle}</h2>
      ${view.quote?.prohibited === true ? html`<p class="barred"><strong>${ui.barred}</strong></p>` : nothing}
      <figure>
        <div class="measured" data-measure="landed">${cascadeChart(steps, says.waterfall({ list: told }), width)}</div>
      </figure>
      ${table(view, rows, name)}
      <button type="button" class="link" @click=${save}>${ui.csv}</button>
      ${records(view, "alternatives")} ${records(view, "uncounted")}
    </section>
  `;
}

function table(view: View, rows: readonly Row[], name: (row: Row) => string): TemplateResult {
  const { ui } = view.locale;
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${ui.landedTitle}>
      <table>
        <caption class="unseen">${ui.landedTitle}</caption>
        <thead>
          <tr>${COLUMNS.map((column) => html`<th scope="col">${outputLabel(view, column)}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map((row, place) => line(view, row, place, name))}
        </tbody>
      </table>
    </div>
  `;
}

function line(view: View, row: Row, place: number, name: (row: Row) => string): TemplateResult {
  const { format, locale, digits } = view;
  const number = (value: string | null) => (value === null ? "–" : format.number(value, digits));
  const own = row.ownAmount === null ? "" : `${format.short(row.ownAmount, 4)} ${row.ownCurrency ?? ""}`;
  const rate = row.rate === null ? "" : `${format.percent(row.rate, 2)}`;
  return html`<tr>
    <th scope="row">${name(row)}</th>
    <td class="words">${row.base === null ? "–" : choiceLabel(locale, "base", row.base)}</td>
    <td>${number(row.baseAmount)}</td>
    <td>${[rate, own].filter((text) => text !== "").join(" / ") || "–"}</td>
    <td>${why(view, `cascade.${place}.amount`, number(row.amount))}</td>
    <td>${number(row.running)}</td>
    <td>${format.percent(row.share, 1)}</td>
    <td>${number(row.programme)}</td>
    <td class="words">${row.source ?? "–"}${row.contested ? ` (${outputLabel(view, "contested")})` : ""}</td>
    <td>${row.asOf === null ? "–" : format.date(row.asOf)}</td>
    <td>${row.grade === null ? "–" : (locale.grades[row.grade] ?? row.grade)}</td>
  </tr>`;
}

/** Rows of the quote as they are, under their name; nothing where there are none. */
function records(view: View, name: string): TemplateResult | typeof nothing {
  const output = view.outputs.find((candidate) => candidate.name === name);
  const items = view.quote?.[name];
  if (!output || !Array.isArray(items) || items.length === 0) return nothing;
  return html`<h3>${outputLabel(view, name)}</h3>
    ${recordsTable(view, output, items)}`;
}
