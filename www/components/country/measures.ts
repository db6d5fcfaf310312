/** Measures: which programmes name the territory, and that prices wait until they are asked for. */

import { html, nothing, type TemplateResult } from "lit";
import { choiceLabel, outputLabel, type View } from "../../element/view.js";
import { noticeText } from "../notices/notices.js";
import type { CountryRisk, Programme } from "./risk.js";

const KINDS = ["territory-wide-or-sectoral", "list-based", "other"];
const FIELD = "showPriceDespiteMeasures";

/** What stands in the place of prices, and the way to them. */
export function keptBack(view: View, risk: CountryRisk): TemplateResult | typeof nothing {
  const notice = risk.notices?.find(({ code }) => code === "measures-exist" || code === "measures-price-shown");
  if (!notice) return nothing;
  const field = view.fields.find(({ path }) => path === FIELD);
  const kept = notice.code === "measures-exist";
  const { ui } = view.locale;
  return html`<div class="measures-exist" role="note">
    ${kept ? html`<p class="big">${ui.measuresExist}</p>` : nothing}
    <p>${noticeText(view, notice)}</p>
    ${field && !view.locked
      ? html`<button type="button" class="link" @click=${() => view.act.choose(field, kept ? true : undefined)}>
          ${kept ? ui.showPrices : ui.hidePrices}
        </button>`
      : nothing}
  </div>`;
}

export function measures(view: View, risk: CountryRisk): TemplateResult | typeof nothing {
  if (!risk.measures || !risk.measuresAsOf) return nothing;
  const { ui, says } = view.locale;
  const date = `${outputLabel(view, "measuresAsOf")}${says.colon()}${view.format.date(risk.measuresAsOf)}`;
  const groups = KINDS.map((kind) => ({ kind, list: (risk.measures ?? []).filter((one) => one.kind === kind) }));
  return html`
    <h3>${ui.measures}</h3>
    ${risk.measures.length === 0 ? html`<p>${ui.noMeasures}</p>` : nothing}
    ${groups
      .filter(({ list }) => list.length > 0)
      .map(
        ({ kind, list }) => html`
          <p class="kind">${choiceLabel(view.locale, "kind", kind)}</p>
          <ul class="programmes">${list.map((one) => programme(view, one))}</ul>
        `,
      )}
    <p class="quiet">${ui.measuresAre}<br />${date}</p>
  `;
}

function programme(view: View, one: Programme): TemplateResult {
  const { locale, format } = view;
  const forbids = one.measures.map((measure) => choiceLabel(locale, "measures", measure));
  return html`<li>
    <span>${choiceLabel(locale, "issuer", one.issuer)} <code>${one.programme}</code></span>
    ${forbids.length > 0 ? html`<span class="quiet">${format.list(forbids)}</span>` : nothing}
  </li>`;
}
