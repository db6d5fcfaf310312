/** The country: its category in words or why it has none, what that means, and the chance of default priced in. */

import { html, nothing, type TemplateResult } from "lit";
import { curveChart } from "../../charts/curve.js";
import { choiceLabel, countryName, phrase, why, type View } from "../../element/view.js";
import { csv } from "../../text/csv.js";
import { dimensions } from "./dimensions.js";
import { keptBack, measures } from "./measures.js";
import type { CountryRisk } from "./risk.js";

/** `place` is where the quote stands in the answer: `country.` in the main job, nothing on its own. */
export function country(view: View, quote: unknown, place: string, width: number): TemplateResult | typeof nothing {
  if (typeof quote !== "object" || quote === null) return nothing;
  const risk = quote as CountryRisk;
  const { ui } = view.locale;
  return html`
    <section class="card country ${view.stale ? "stale" : ""}" part="country" aria-labelledby="country-title">
      <h2 id="country-title">${risk.country ? countryName(view, risk.country) : ui.country}</h2>
      ${standing(view, risk, place)} ${keptBack(view, risk)} ${curve(view, risk, place, width)} ${indication(view, risk, place)}
      <p class="quiet">${ui.listIs}</p>
      ${place === "" ? html`${dimensions(view, risk, place, html`<h3 id="score-title">${ui.score}</h3>`)} ${measures(view, risk)}` : nothing}
    </section>
  `;
}

/** Score and measures as a panel of their own, where the country is one part of an answer among others. */
export function score(view: View, quote: unknown, place: string): TemplateResult | typeof nothing {
  if (typeof quote !== "object" || quote === null) return nothing;
  const risk = quote as CountryRisk;
  const { ui } = view.locale;
  const name = risk.country ? `${ui.score}${view.locale.says.colon()}${countryName(view, risk.country)}` : ui.score;
  const shown = dimensions(view, risk, place, html`<h2 id="score-title">${name}</h2>`);
  if (shown === nothing && !risk.measures) return nothing;
  return html`<section class="card score ${view.stale ? "stale" : ""}" part="score" aria-labelledby="score-title">
    ${shown === nothing ? html`<h2 id="score-title">${name}</h2>` : shown} ${measures(view, risk)}
  </section>`;
}

function standing(view: View, risk: CountryRisk, place: string): TemplateResult {
  const { says, statuses, categories, ui } = view.locale;
  const status = statuses[risk.status ?? ""];
  const ofCard = view.card && view.steps.some((step) => step.id === "country-category" && step.edition === "rate-card");
  const day = risk.asOf ? view.format.date(risk.asOf) : "";
  const date = day === "" ? "" : ofCard ? [view.card?.name, day].join(", ") : says.asOf({ date: day });
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
  const kept = risk.notices?.some(({ code }) => code === "measures-exist");
  if (!values || values.length < 2) return kept ? html`` : html`<p class="quiet">${ui.noCurve}</p>`;
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

/** What premiums are for some terms, so that a category has a price: the short-term rule set first, then the minimum. */
function indication(view: View, risk: CountryRisk, place: string): TemplateResult | typeof nothing {
  const short = risk.shortTermIndication ?? [];
  const long = risk.premiumIndication ?? [];
  const { ui, units } = view.locale;
  const table = (title: string, list: { term: string; rate: string; output: string }[]) =>
    list.length === 0
      ? nothing
      : html`<table class="indication">
          <caption>${title}</caption>
          <thead>
            <tr>${list.map(({ term }) => html`<th scope="col">${term}</th>`)}</tr>
          </thead>
          <tbody>
            <tr>${list.map(({ rate, output }) => html`<td>${why(view, output, view.format.percent(rate))}</td>`)}</tr>
          </tbody>
        </table>`;
  return html`
    ${table(
      `${ui.indication} ${long[0]?.buyer ?? ""}`,
      long.map(({ years, premiumRate }, at) => ({
        term: `${years} ${units.years}`,
        rate: premiumRate,
        output: `${place}premiumIndication.${at}.premiumRate`,
      })),
    )}
    ${table(
      `${choiceLabel(view.locale, "rules", short[0]?.rules ?? "")}, ${short[0]?.buyer ?? ""}`,
      short.map(({ months, premiumRate }, at) => ({
        term: `${months} ${units.months}`,
        rate: premiumRate,
        output: `${place}shortTermIndication.${at}.premiumRate`,
      })),
    )}
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
