/** Which tranche bears which loss of a fund: one bar a loss, with the table of the tranches beside it. */

import { html, nothing, type TemplateResult } from "lit";
import { partedBars, type PartedBar } from "../../charts/waterfall.js";
import { choiceLabel, outputLabel, why, type View } from "../../element/view.js";

interface Tranche {
  provider: string;
  amount: string;
  effectiveRate: number;
  lossOrder: number;
  attachment: number;
  detachment: number;
  grantElement: number | null;
  absorbed: Float64Array;
}

const COLOURS: Readonly<Record<string, string>> = {
  sponsor: "fees", "special-fund": "premium", "development-bank": "interest", commercial: "principal",
};
/** Bars that a picture can carry; the table has all. */
const MOST = 10;

export function waterfall(view: View, width: number): TemplateResult | typeof nothing {
  const tranches = view.quote?.tranches as readonly Tranche[] | undefined;
  const losses = view.quote?.losses as { rates: Float64Array; loss: Float64Array } | undefined;
  if (!Array.isArray(tranches) || !(losses?.loss instanceof Float64Array)) return nothing;
  const { ui, says } = view.locale;
  const places = tranches.map((tranche, at) => ({ tranche, at })).sort((a, b) => a.tranche.lossOrder - b.tranche.lossOrder || a.at - b.at);
  const name = (tranche: Tranche) => choiceLabel(view.locale, "provider", tranche.provider);
  const bars = Array.from(losses.rates.subarray(0, MOST), (rate, row): PartedBar => ({
    name: view.format.percent(rate),
    text: view.format.minor(losses.loss[row] ?? 0, view.digits),
    parts: places.map(({ tranche }) => ({ key: COLOURS[tranche.provider] ?? "fees", value: tranche.absorbed[row] ?? 0 })),
  }));
  const list = bars.map((bar, row) => {
    const parts = places.filter(({ tranche }) => (tranche.absorbed[row] ?? 0) > 0);
    return `${bar.name} ${parts.map(({ tranche }) => `${name(tranche)} ${view.format.minor(tranche.absorbed[row] ?? 0, view.digits)}`).join(", ")}`;
  });
  const keys = [...new Map(places.map(({ tranche }) => [COLOURS[tranche.provider] ?? "fees", name(tranche)])).entries()];
  const title = bars.length > 0 ? ui.waterfall : outputLabel(view, "tranches");
  return html`
    <section class="card losses waterfall ${view.stale ? "stale" : ""}" part="losses" aria-labelledby="waterfall-title">
      <h2 id="waterfall-title">${title}</h2>
      ${bars.length === 0
        ? nothing
        : html`<p class="quiet">${ui.waterfallSays}</p>
            <figure>
              <div class="measured" data-measure="waterfall">${partedBars(bars, says.waterfall({ list }), width)}</div>
              <ul class="legend" aria-hidden="true">
                ${keys.map(([key, word]) => html`<li><span class="swatch fill-${key}"></span>${word}</li>`)}
              </ul>
            </figure>`}
      ${table(view, places, losses, title)}
    </section>
  `;
}

function table(
  view: View,
  places: readonly { tranche: Tranche; at: number }[],
  losses: { rates: Float64Array },
  title: string,
): TemplateResult {
  const { format, locale } = view;
  const heading = (name: string) => html`<th scope="col">${outputLabel(view, name)}</th>`;
  const graded = places.some(({ tranche }) => tranche.grantElement !== null);
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${title}>
      <table>
        <caption class="unseen">${title}</caption>
        <thead>
          <tr>
            ${["provider", "amount", "effectiveRate", "attachment", "detachment", ...(graded ? ["grantElement"] : [])].map(heading)}
            ${Array.from(losses.rates, (rate) => html`<th scope="col">${locale.ui.loss} ${format.percent(rate)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${places.map(
            ({ tranche, at }) => html`<tr>
              <th scope="row">${choiceLabel(locale, "provider", tranche.provider)}</th>
              <td>${format.money(tranche.amount, view.currency, view.digits)}</td>
              <td>${why(view, `tranches.${at}.effectiveRate`, format.percent(tranche.effectiveRate))}</td>
              <td>${format.percent(tranche.attachment)}</td>
              <td>${format.percent(tranche.detachment)}</td>
              ${graded ? html`<td>${why(view, `tranches.${at}.grantElement`, format.percent(tranche.grantElement ?? 0))}</td>` : nothing}
              ${Array.from(tranche.absorbed, (part, row) => html`<td>${why(view, `tranches.${at}.absorbed.${row}`, format.minor(part, view.digits))}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
