/** Our own score: the number, how much of it is known, and each side as a bar that opens to its indicators. */

import { html, nothing, type TemplateResult } from "lit";
import { scoreBar } from "../../charts/score.js";
import { choiceLabel, outputLabel, why, type View } from "../../element/view.js";
import type { CountryRisk, Dimension } from "./risk.js";

/** `heading` has the id `score-title`. */
export function dimensions(view: View, risk: CountryRisk, place: string, heading: TemplateResult): TemplateResult | typeof nothing {
  const list = risk.dimensions ?? [];
  if (list.length === 0 && !risk.missing?.length) return nothing;
  const { ui, says } = view.locale;
  const { format } = view;
  const missing = (risk.missing ?? []).map((name) => choiceLabel(view.locale, "name", name));
  return html`
    ${heading}
    ${typeof risk.score === "number"
      ? html`<p class="scored">
          <span class="big">${why(view, `${place}score`, format.number(risk.score, 0))}</span>
          <span>${says.ofHundred()}<br /><span class="quiet">${says.known({ share: format.percent(risk.confidence ?? 0, 0) })}</span></span>
        </p>`
      : html`<p>${view.locale.notices["too-few-indicators"]?.({})}</p>`}
    <ul class="dimensions" aria-labelledby="score-title">
      ${list.map((dimension, at) => html`<li>${side(view, dimension, `${place}dimensions.${at}.`)}</li>`)}
    </ul>
    ${missing.length > 0 ? html`<p class="quiet">${outputLabel(view, "missing")}${says.colon()}${format.list(missing)}</p>` : nothing}
    <p class="quiet">${ui.scoreIs}</p>
  `;
}

function side(view: View, dimension: Dimension, place: string): TemplateResult {
  const { format, locale } = view;
  const name = choiceLabel(locale, "name", dimension.name);
  const label = (output: string) => outputLabel(view, output);
  return html`<details>
    <summary>
      <span class="name">${name}</span>
      <span class="number">${format.number(dimension.score, 0)}</span>
      ${scoreBar(dimension.score)}
    </summary>
    <p class="quiet">
      ${label("score")} ${why(view, `${place}score`, format.number(dimension.score, 1))} · ${label("weight")} ${format.percent(dimension.weight, 1)}
    </p>
    <div class="scroll" tabindex="0" role="group" aria-label=${name}>
      <table>
        <thead>
          <tr>
            <th scope="col">${label("indicators")}</th>
            <th scope="col">${label("value")}</th>
            <th scope="col">${label("year")}</th>
            <th scope="col">${label("points")}</th>
            <th scope="col" class="words">${label("source")}</th>
          </tr>
        </thead>
        <tbody>
          ${dimension.indicators.map(
            (one, at) => html`<tr>
              <th scope="row">${choiceLabel(locale, "name", one.name)}</th>
              <td>${format.short(one.value, 2)} ${locale.units[one.unit] ?? ""}</td>
              <td>${one.year}</td>
              <td>${why(view, `${place}indicators.${at}.points`, format.number(one.points, 0))}</td>
              <td class="words">${choiceLabel(locale, "source", one.source)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
