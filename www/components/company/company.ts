/** A finance company year by year: its picture, and the table that has the numbers. */

import { html, nothing, type TemplateResult } from "lit";
import { companyChart } from "../../charts/company.js";
import { outputLabel, type View } from "../../element/view.js";
import { csv } from "../../text/csv.js";
import { recordsTable } from "../result/result.js";

type Year = Readonly<Record<string, string | number | null>>;

export function company(view: View, width: number): TemplateResult | typeof nothing {
  const years = view.product === "captive" ? (view.quote?.years as readonly Year[] | undefined) : undefined;
  const output = view.outputs.find(({ name }) => name === "years");
  if (!years || years.length === 0 || !output) return nothing;
  const { ui, says } = view.locale;
  const name = (value: string) => outputLabel(view, value);
  const percent = (value: Year[string] | undefined) => (typeof value === "number" ? view.format.percent(value, 1) : "–");
  const amount = (year: Year, value: string) => view.format.money(String(year[value]), view.currency);
  const told = (year: Year) => `${view.format.axis(Number(year.book))}, ${percent(year.returnOnEquity)}`;
  const even = typeof view.quote?.breakEvenMonth === "number" ? view.quote.breakEvenMonth : null;
  const text = {
    summary: says.company({ list: years.map((year) => `${String(year.year)}${says.colon()}${told(year)}`) }),
    amounts: `${name("book")}, ${name("funding")} (${view.currency})`,
    returns: name("returnOnEquity"),
    years: ui.year,
    even: ui.breakEven,
    amount: (value: number) => view.format.axis(value),
    percent: (value: number) => view.format.percent(value, 0),
    bar: (index: number) => {
      const year = years[index];
      if (!year) return "";
      return `${ui.year} ${String(year.year)}${says.colon()}${name("book")} ${amount(year, "book")}, ${name("funding")} ${amount(year, "funding")}, ${name("returnOnEquity")} ${percent(year.returnOnEquity)}`;
    },
  };
  const data = {
    book: years.map((year) => Number(year.book)),
    funding: years.map((year) => Math.max(0, Number(year.funding))),
    returns: years.map((year) => (typeof year.returnOnEquity === "number" ? year.returnOnEquity : null)),
    even: even === null ? null : even / 12,
  };
  const save = () => {
    const names = output.fields.map((field) => field.name);
    view.act.save("years.csv", "text/csv", csv([names, ...years.map((year) => names.map((column) => String(year[column] ?? "")))]));
  };
  return html`
    <section class="card company ${view.stale ? "stale" : ""}" part="company" aria-labelledby="company-title">
      <h2 id="company-title">${ui.company}</h2>
      <figure>
        <div class="measured" data-measure="company">${companyChart(data, text, width)}</div>
        <ul class="legend" aria-hidden="true">
          <li><span class="swatch fill-principal"></span>${name("book")}</li>
          <li><span class="swatch fill-interest"></span>${name("funding")}</li>
          <li><span class="swatch fill-premium"></span>${name("returnOnEquity")}</li>
        </ul>
      </figure>
      <div class="under">
        <details>
          <summary>${ui.table} <span class="unseen">${ui.company}</span></summary>
          ${recordsTable(view, output, years)}
        </details>
        <button type="button" class="link" @click=${save}>${ui.csv}</button>
      </div>
    </section>
  `;
}
