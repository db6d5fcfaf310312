/** A purchase on the day of its closing: sources and uses as a picture and as a table. */

import { html, nothing, type TemplateResult } from "lit";
import { purchaseChart, type PurchaseLine } from "../../charts/purchase.js";
import { choiceLabel, outputLabel, type View } from "../../element/view.js";
import { recordsTable } from "../result/result.js";

interface Part {
  item: string;
  amount: string;
  share: number;
}

const COLOURS: Readonly<Record<string, string>> = {
  shares: "principal", "net-debt": "interest", "transaction-costs": "premium", "lender-fees": "fees", cash: "retained", "target-cash": "fees",
  senior: "interest", mezzanine: "premium", "acquirer-loan": "over", "partner-loan": "over", "acquirer-equity": "principal", "partner-equity": "retained",
};

export function purchase(view: View, width: number): TemplateResult | typeof nothing {
  const uses = view.quote?.uses as readonly Part[] | undefined;
  const sources = view.quote?.sources as readonly Part[] | undefined;
  if (!Array.isArray(uses) || !Array.isArray(sources)) return nothing;
  const { ui, says } = view.locale;
  const line = (part: Part): PurchaseLine => ({
    name: choiceLabel(view.locale, "item", part.item),
    amount: Number(part.amount),
    text: view.format.money(part.amount, view.currency, view.digits),
    part: view.format.percent(part.share, 0),
    key: COLOURS[part.item] ?? "total",
  });
  const told = (parts: readonly Part[]) => parts.map((part) => `${line(part).name} ${view.format.percent(part.share, 1)}`);
  const text = {
    summary: says.purchase({ uses: told(uses), sources: told(sources) }),
    uses: outputLabel(view, "uses"),
    sources: outputLabel(view, "sources"),
  };
  const table = (name: string, parts: readonly Part[]) => {
    const output = view.outputs.find((one) => one.name === name);
    return output ? html`<h3>${outputLabel(view, name)}</h3>${recordsTable(view, output, parts)}` : nothing;
  };
  return html`
    <section class="card company ${view.stale ? "stale" : ""}" part="purchase" aria-labelledby="purchase-title">
      <h2 id="purchase-title">${ui.purchase}</h2>
      <figure>
        <div class="measured" data-measure="purchase">${purchaseChart(uses.map(line), sources.map(line), text, width)}</div>
      </figure>
      <div class="under">
        <details>
          <summary>${ui.table} <span class="unseen">${ui.purchase}</span></summary>
          ${table("uses", uses)} ${table("sources", sources)}
        </details>
      </div>
    </section>
  `;
}
