/** The country: its category in words or why it has none, what that means, and the chance of default priced in. */

import { html, nothing, type TemplateResult } from "lit";
import { curveChart } from "../../charts/curve.js";
import { countryName, phrase, why, type View } from "../../element/view.js";
import { csv } from "../../text/csv.js";

/** A `country-risk` quote, as far as it is shown. */
interface CountryRisk {
  country?: string;
  category?: number | null;
  status?: string;
  asOf?: string | null;
  defaultProbability?: ArrayLike<number> | null;
  spread?: ArrayLike<number | null> | null;
  recovery?: string;
  premiumIndication?: { years: number; buyer: string; premiumRate: number }[];
}

/** `place` is where the quote stands in the answer: `country.` in the main job, nothing on its own. */
export function country(view: View, quote: unknown, place: string, width: number): TemplateResult | typeof nothing {
  if (typeof quote !== "object" || quote === null) return nothing;
  const risk = quote as CountryRisk;
  const { ui } = view.locale;
  return html`
    <section class="card country ${view.stale ? "stale" : ""}" part="country" aria-labelledby="country-title">
      <h2 id="country-title">${risk.country ? countryName(view, risk.country) : ui.country}</h2>
      ${standing(view, risk, place)} ${curve(view, risk, place, width)} ${indication(view, risk)}
      <p class="quiet">${ui.listIs}</p>
    </section>
  `;
}

function standing(view: View, risk: CountryRisk, place: string): TemplateResult {
  const { says, statuses, categories, ui } = view.locale;
  const status = statuses[risk.status ?? ""];
  const date = risk.asOf ? says.asOf({ date: view.format.date(risk.asOf) }) : "";
  const numbered = typeof risk.category === "number" && risk.category > 0;
  if (numbered) {
    const category = risk.category as number;
    return html`
      <p class="category">
        <span class="big">${why(view, `${place}category`, category)}</span>
        <span>${says.ofSeven()}<br /><span class="quiet">${date}</span></span>
      </p>
      <ol class="ladder" aria-hidden="true">
        ${[1, 2, 3, 4, 5, 6, 7].map((step) => html`<li class=${step <= category ? "on" : ""}></li>`)}
      </ol>
      <p>${categories[category] ?? ""}</p>
    `;
  }
  return html`
    <p class="category word">
      <span class="big">${status?.name ?? ui.noCategory}</span><span class="quiet">${date}</span>
    </p>
    <p>${status?.means ?? ""}</p>
  `;
}

function curve(view: View, risk: CountryRisk, place: string, width: number): TemplateResult {
  const { ui, says } = view.locale;
  const { format } = view;
  const values = risk.defaultProbability;
  if (!values || values.length < 2) return html`<p class="quiet">${ui.noCurve}</p>`;
  const percent = (year: number) => format.percent(values[year - 1] ?? 0, 1);
  const asked = (year: number) =>
    html`<strong>${why(view, `${place}defaultProbability.${year - 1}`, percent(year))}</strong>`;
  const name = risk.country ? countryName(view, risk.country) : "";
  return html`
    <p>${phrase(says.defaults<unknown>({ five: asked(5), ten: asked(10) }))}</p>
    <figure>
      <div class="measured" data-measure="curve">
        ${curveChart(
          values,
          [5, 10],
          {
            summary: says.curve({ country: name, five: percent(5), ten: percent(10) }),
            axis: ui.defaultAxis,
            years: ui.yearsAhead,
            value: (value) => format.percent(value, 1),
            tick: (value) => format.percent(value, 0),
          },
          width,
        )}
      </div>
    </figure>
    <p class="quiet">${says.priced({ recovery: `${format.fieldPercent(String(risk.recovery ?? ""))} %` })}</p>
    ${curveTable(view, risk, values)}
  `;
}

/** What the minimum premium is for some terms, so that a category has a price. */
function indication(view: View, risk: CountryRisk): TemplateResult | typeof nothing {
  const list = risk.premiumIndication ?? [];
  if (list.length === 0) return nothing;
  const { ui, units } = view.locale;
  return html`
    <table class="indication">
      <caption>${ui.indication} ${list[0]?.buyer}</caption>
      <thead>
        <tr>${list.map(({ years }) => html`<th scope="col">${years} ${units.years}</th>`)}</tr>
      </thead>
      <tbody>
        <tr>${list.map(({ premiumRate }) => html`<td>${view.format.percent(premiumRate)}</td>`)}</tr>
      </tbody>
    </table>
  `;
}

function curveTable(view: View, risk: CountryRisk, values: ArrayLike<number>): TemplateResult {
  const { ui } = view.locale;
  const { format } = view;
  const years = Array.from(values, (value, index) => ({ year: index + 1, value, spread: risk.spread?.[index] ?? null }));
  const file = () =>
    csv([
      ["year", "defaultProbability", "spread"],
      ...years.map(({ year, value, spread }) => [String(year), String(value), spread === null ? "" : String(spread)]),
    ]);
  return html`
    <div class="under">
      <details>
        <summary>${ui.table} <span class="unseen">${ui.defaultCurve}</span></summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${ui.defaultCurve}>
          <table>
            <thead>
              <tr>
                <th scope="col">${ui.year}</th>
                <th scope="col">${ui.probability}</th>
                <th scope="col">${ui.spread}</th>
              </tr>
            </thead>
            <tbody>
              ${years.map(
                ({ year, value, spread }) => html`<tr>
                  <th scope="row">${year}</th>
                  <td>${format.percent(value, 2)}</td>
                  <td>${spread === null ? "–" : format.percent(spread, 2)}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
      <button type="button" class="link" @click=${() => view.act.save("default-curve.csv", "text/csv", file())}>
        ${ui.csv}
      </button>
    </div>
  `;
}
