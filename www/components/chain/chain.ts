/** The chain: days of the way, cost of each link by who bears it, the tables, and each link in its own product. */

import { html, nothing, type TemplateResult } from "lit";
import { chainChart, spansChart, type ChainSpan } from "../../charts/chain.js";
import { choiceLabel, label, outputLabel, type View } from "../../element/view.js";
import type { Document } from "../../text/share.js";
import { recordsTable } from "../result/result.js";

interface Link {
  link: string;
  costPerVehicle: string;
  supplier: string;
  maker: string;
  dealer: string;
  buyer: string;
  days: number | null;
  countedBy: string;
  request: string | null;
}

const BEARERS = [["supplier", "interest"], ["maker", "principal"], ["dealer", "premium"], ["buyer", "retained"]] as const;

export function chain(view: View, width: number): TemplateResult | typeof nothing {
  const links = view.quote?.links as readonly Link[] | undefined;
  const bearers = view.quote?.bearers as readonly unknown[] | undefined;
  if (!Array.isArray(links) || !Array.isArray(bearers) || links.length === 0) return nothing;
  const { ui, says, units } = view.locale;
  const { format, currency, digits } = view;
  const name = (link: string) => choiceLabel(view.locale, "link", link);
  const money = (amount: string) => format.money(amount, currency, digits);
  const days = (count: number) => `${format.short(count, 0)} ${units.days ?? ""}`;
  const bars = links.map((link: Link) => ({
    name: name(link.link),
    note: link.days === null ? "" : days(link.days),
    text: money(link.costPerVehicle),
    parts: BEARERS.map(([side, key]) => ({ key, amount: Number(link[side]) })),
  }));
  const told = links.map((link: Link) => {
    const sides = BEARERS.filter(([side]) => Number(link[side]) !== 0).map(([side]) => `${outputLabel(view, side)} ${money(link[side])}`);
    return `${name(link.link)} ${money(link.costPerVehicle)}${sides.length > 0 ? ` (${sides.join(", ")})` : ""}`;
  });
  const output = (which: string) => view.outputs.find((one) => one.name === which);
  const table = (which: string, rows: readonly unknown[]) => {
    const found = output(which);
    const hidden = ["request", "countedBy"];
    return found
      ? html`<h3>${outputLabel(view, which)}</h3>${recordsTable(view, { ...found, fields: found.fields.filter((field) => !hidden.includes(field.name)) }, rows)}`
      : nothing;
  };
  return html`
    <section class="card company ${view.stale ? "stale" : ""}" part="chain" aria-labelledby="chain-title">
      <h2 id="chain-title">${ui.chain}</h2>
      <figure>
        <div class="measured" data-measure="chain">${chainChart(bars, says.byYear({ title: ui.chain, list: told }), width)}</div>
        <ul class="legend" aria-hidden="true">
          ${BEARERS.map(([side, key]) => html`<li><span class="swatch fill-${key}"></span>${outputLabel(view, side)}</li>`)}
        </ul>
      </figure>
      ${way(view, width)}
      <div class="under">
        <details>
          <summary>${ui.table} <span class="unseen">${ui.chain}</span></summary>
          ${table("links", links)} ${table("bearers", bearers)}
        </details>
      </div>
      ${view.locked ? nothing : html`<h3>${ui.chainOpen}</h3>
      <ul class="legend">
        ${links.map((link: Link) => link.request === null ? nothing : html`<li><button type="button" class="link" @click=${() => view.act.open(JSON.parse(link.request ?? "{}") as Document)}>${name(link.link)}</button></li>`)}
      </ul>`}
    </section>
  `;
}

/** The days as they follow each other: parts, building, way, credit, stock. */
function way(view: View, width: number): TemplateResult | typeof nothing {
  const { ui, says } = view.locale;
  const given = (field: string) => Number(view.request[field] ?? 0);
  const built = given("productionDays");
  const there = built + given("shippingDays");
  const span = (field: string, key: string, from: number): ChainSpan => ({ name: label(view, field), key, from, to: from + given(field) });
  const spans = [
    span("partsDays", "interest", 0), span("productionDays", "principal", 0), span("shippingDays", "principal", built),
    span("creditDays", "fees", there), span("dealerDays", "premium", there),
  ].filter(({ from, to }) => to > from);
  if (spans.length === 0) return nothing;
  const cycle = Number(view.quote?.cashCycleDays ?? 0);
  // The maker pays for parts on one day and has its money so many days later, or before.
  const paid = given("partsDays");
  spans.push({ name: `${outputLabel(view, "cashCycleDays")}${says.colon()}${view.format.short(cycle, 0)}`, key: "retained", from: Math.min(paid, paid + cycle), to: Math.max(paid, paid + cycle) });
  const list = spans.map(({ name, from, to }) => `${name} ${from}–${to}`);
  return html`
    <h3>${ui.chainDays}</h3>
    <figure>
      <div class="measured">${spansChart(spans, ui.daysAxis, says.byYear({ title: ui.chainDays, list }), width)}</div>
    </figure>
  `;
}
