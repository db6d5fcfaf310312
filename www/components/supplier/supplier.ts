/** The exporter's side of a supplier's credit: from all that the buyer pays to what is left, each bill, and what makes it whole. */

import { html, nothing, type TemplateResult } from "lit";
import { billsChart, type BillBar } from "../../charts/bills.js";
import { cascadeChart, type CascadeStep } from "../../charts/cascade.js";
import { outputLabel, phrase, why, type View } from "../../element/view.js";
import { valueAt } from "../../text/path.js";
import { columnsOf, scheduleCsv, scheduleTable } from "../schedule/table.js";

/** What is taken off, in order, and its colour. */
const LESS = [
  ["discountAmount", "interest"],
  ["charges", "fees"],
  ["premiumBorne", "premium"],
] as const;
const AMOUNTS = [
  "faceValue", "discountAmount", "charges", "proceeds", "cashOnShipment", "premiumBorne", "netProceeds", "exporterCost", "cashPrice", "shortfall", "priceRise",
] as const;
const RATES = ["costShare", "effectiveRate", "priceRiseShare"] as const;

export function supplier(view: View, width: (name: string) => number): TemplateResult | typeof nothing {
  const { quote, format, currency, digits } = view;
  if (!valueAt(quote, "supplier")) return nothing;
  const { ui, says } = view.locale;
  const value = (name: string) => valueAt(quote, `supplier.${name}`) ?? null;
  const money = (name: string) => format.money(String(value(name)), currency, digits);
  const told = (name: string) => html`<strong>${why(view, `supplier.${name}`, money(name))}</strong>`;
  const percent = (name: string) => why(view, `supplier.${name}`, format.percent(Number(value(name))));
  const title = outputLabel(view, "supplier");
  const steps = stepsOf(view, (name) => Number(value(name)), money);
  const bills = columnsOf(value("bills"));
  const rows: [string, unknown][] = [
    ["saleDate", format.date(String(value("saleDate")))],
    ...AMOUNTS.filter((name) => value(name) !== null).map((name): [string, unknown] => [name, why(view, `supplier.${name}`, money(name))]),
    ...RATES.filter((name) => value(name) !== null).map((name): [string, unknown] => [name, percent(name)]),
  ];
  const sentence = says.supplierNet<unknown>({ net: told("netProceeds"), cash: told("cashPrice") });
  const whole = value("priceRise") === null ? [] : says.supplierWhole<unknown>({ rise: told("priceRise"), share: html`<strong>${percent("priceRiseShare")}</strong>` });
  return html`
    <section class="card supplier ${view.stale ? "stale" : ""}" part="supplier" aria-labelledby="supplier-title">
      <h2 id="supplier-title">${title}</h2>
      <p>${phrase(sentence)}${phrase(whole)}</p>
      <figure>
        <div class="measured" data-measure="supplier">
          ${cascadeChart(steps, says.waterfall({ list: steps.map((step) => `${step.name}${says.colon()}${step.text}`) }), width("supplier"))}
        </div>
      </figure>
      <h3>${outputLabel(view, "bills")}</h3>
      <figure>
        <div class="measured" data-measure="bills">${chart(view, bills, width("bills"))}</div>
        <ul class="legend" aria-hidden="true">
          <li><span class="swatch fill-principal"></span>${outputLabel(view, "proceeds")}</li>
          <li><span class="swatch fill-interest"></span>${outputLabel(view, "discount")}</li>
        </ul>
      </figure>
      <div class="under">
        <details>
          <summary>${ui.table} <span class="unseen">${outputLabel(view, "bills")}, ${says.rows({ count: bills.dates?.length ?? 0 })}</span></summary>
          ${scheduleTable(view, bills, digits, outputLabel(view, "bills"))}
        </details>
        <button type="button" class="link" @click=${() => view.act.save("bills.csv", "text/csv", scheduleCsv(bills, digits))}>${ui.csv}</button>
      </div>
      <dl class="rows">
        ${rows.map(([name, content]) => html`<div><dt>${outputLabel(view, name)}</dt><dd>${content}</dd></div>`)}
      </dl>
    </section>
  `;
}

/** Down payment and bills one after the other, then what is taken off them, what is left, and the price for cash beside it. */
function stepsOf(view: View, number: (name: string) => number, money: (name: string) => string): CascadeStep[] {
  const down = Number(valueAt(view.quote, "downPayment"));
  const steps: CascadeStep[] = [
    {
      name: outputLabel(view, "downPayment"),
      text: view.format.money(String(valueAt(view.quote, "downPayment")), view.currency, view.digits),
      key: "retained", from: 0, to: down, faint: false,
    },
    { name: outputLabel(view, "faceValue"), text: money("faceValue"), key: "principal", from: down, to: down + number("faceValue"), faint: false },
  ];
  let left = down + number("faceValue");
  for (const [name, key] of LESS) {
    const amount = number(name);
    if (amount === 0) continue;
    // A discount at a rate below zero is put on.
    const [from, to] = [Math.min(left, left - amount), Math.max(left, left - amount)];
    steps.push({ name: outputLabel(view, name), text: `− ${money(name)}`, key, from, to, faint: false, falls: amount > 0 });
    left -= amount;
  }
  for (const name of ["netProceeds", "cashPrice"]) {
    steps.push({ name: outputLabel(view, name), text: money(name), key: "total", from: 0, to: Math.max(0, number(name)), faint: name === "cashPrice" });
  }
  return steps;
}

function chart(view: View, bills: ReturnType<typeof columnsOf>, width: number): unknown {
  const { format, locale, currency, digits } = view;
  const { dates = [], face = [], discount = [], proceeds = [] } = bills;
  const minor = (units: number) => format.minor(units, digits);
  const bars: BillBar[] = Array.from(dates, (day, at) => {
    const date = format.date(day);
    const parts = ([["face", face], ["discount", discount], ["proceeds", proceeds]] as const).map(([name, column]) => `${outputLabel(view, name)} ${minor(column[at] ?? 0)}`);
    return {
      day, date, title: `${date}${locale.says.colon()}${parts.join(", ")}`,
      proceeds: (proceeds[at] ?? 0) / 10 ** digits, discount: (discount[at] ?? 0) / 10 ** digits,
    };
  });
  const summary = locale.says.byYear({ title: outputLabel(view, "bills"), list: bars.map(({ title }) => title) });
  return billsChart(bars, { summary, axis: `${outputLabel(view, "face")}, ${currency}`, amount: (value) => format.axis(value) }, width);
}
