/** Several rule sets in one picture: what each asks, once and a year, how good it is, and what it leaves out. */

import { html, nothing, type TemplateResult } from "lit";
import { barsChart, type Bar, type BarGroup } from "../../charts/bars.js";
import { choiceLabel, outputLabel, rulesLabel, why, type View } from "../../element/view.js";
import type { Problem } from "../../element/engine.js";
import { problemText } from "../notices/problem.js";

/** A price by one rule set, as far as it is shown: `export-credit-cover` has flat ones, `investment-cover` yearly ones. */
interface Priced {
  rules: string;
  premiumRate: string | number | null;
  premium: string | number | null;
  totalPremium?: string | number | null;
  annualSpread?: number | null;
  naiveAnnualSpread?: number | null;
  grade?: string | null;
  ruleSet?: { grade: string; base: string; reconstruction: boolean; historical: boolean; leavesOut: string[] } | null;
  refusal?: Problem | null;
}

export function rules(view: View, width: number): TemplateResult | typeof nothing {
  const quote = view.quote as (Priced & { others?: Priced[] }) | null;
  const others = Array.isArray(quote?.others) ? quote.others.filter((other) => typeof other.rules === "string") : [];
  if (!quote || others.length === 0) return nothing;
  const list: [Priced, string][] = [[quote, ""], ...others.map((other, at): [Priced, string] => [other, `others.${at}.`])];
  const priced = list.filter(([one]) => one.premiumRate !== null);
  const refused = others.filter((other) => other.refusal);
  const yearly = quote.totalPremium !== undefined;
  const { ui, says } = view.locale;
  const groups = priced.map(([one]) => group(view, one, yearly));
  const keys = new Set(groups.flatMap(({ bars }) => bars.map((bar) => bar.key)));
  return html`
    <section class="card rules ${view.stale ? "stale" : ""}" part="rules" aria-labelledby="rules-title">
      <h2 id="rules-title">${ui.ruleSets}</h2>
      <figure>
        <div class="measured" data-measure="rules">
          ${barsChart(groups, says.ruleSets({ list: groups.map(({ name, bars }) => `${name} ${bars.map((bar) => bar.text).join(", ")}`) }), width)}
        </div>
        <ul class="legend" aria-hidden="true">
          ${keys.has("premium") ? html`<li><span class="swatch fill-premium"></span>${ui.flatOnce}</li>` : nothing}
          ${keys.has("interest") ? html`<li><span class="swatch fill-interest"></span>${ui.perYear}</li>` : nothing}
        </ul>
      </figure>
      <details>
        <summary>${ui.table} <span class="unseen">${ui.ruleSets}</span></summary>
        ${table(view, priced, yearly)}
      </details>
      ${refused.length === 0
        ? nothing
        : html`<ul class="notices">
            ${refused.map(
              (other) => html`<li><strong>${rulesLabel(view, other.rules)}</strong> ${problemText(view, other.refusal as Problem)}</li>`,
            )}
          </ul>`}
    </section>
  `;
}

function group(view: View, one: Priced, yearly: boolean): BarGroup {
  const { format } = view;
  const rate = Number(one.premiumRate);
  const bar = (key: Bar["key"], value: number): Bar => ({ key, value, text: format.percent(value) });
  const spread = one.annualSpread ?? one.naiveAnnualSpread;
  const bars = yearly ? [bar("interest", rate)] : [bar("premium", rate), ...(typeof spread === "number" ? [bar("interest", spread)] : [])];
  return { name: rulesLabel(view, one.rules), note: marks(view, one), faint: Boolean(one.ruleSet?.historical), bars };
}

/** How good a number is, in words: its grade, and whether it is a reconstruction or out of use. */
function marks(view: View, one: Priced): string {
  const { locale } = view;
  const grade = one.ruleSet?.grade ?? one.grade;
  return grade ? (locale.grades[grade] ?? grade) : "";
}

function table(view: View, priced: readonly [Priced, string][], yearly: boolean): TemplateResult {
  const { format, locale } = view;
  const heading = (name: string) => html`<th scope="col">${outputLabel(view, name)}</th>`;
  const rate = (place: string, value: string | number | null | undefined) =>
    typeof value === "number" || typeof value === "string" ? why(view, place, format.percent(value, 3)) : "–";
  const money = (place: string, value: string | number | null | undefined) =>
    typeof value === "number" || typeof value === "string" ? why(view, place, format.money(value, view.currency, view.digits)) : "–";
  const words = (list: readonly string[]) => list.map((name) => choiceLabel(locale, "leavesOut", name)).join("; ");
  const names = yearly
    ? ["premiumRate", "premium", "totalPremium", "grade"]
    : ["premiumRate", "premium", "annualSpread", "naiveAnnualSpread", "grade", "base", "leavesOut"];
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${locale.ui.ruleSets}>
      <table>
        <caption class="unseen">${locale.ui.ruleSets}</caption>
        <thead>
          <tr>${heading("rules")}${names.map(heading)}</tr>
        </thead>
        <tbody>
          ${priced.map(
            ([one, place]) => html`<tr>
              <th scope="row">${rulesLabel(view, one.rules)}</th>
              <td>${rate(`${place}premiumRate`, one.premiumRate)}</td>
              <td>${money(`${place}premium`, one.premium)}</td>
              ${yearly
                ? html`<td>${money(`${place}totalPremium`, one.totalPremium)}</td>`
                : html`<td>${rate(`${place}annualSpread`, one.annualSpread)}</td>
                    <td>${rate(`${place}naiveAnnualSpread`, one.naiveAnnualSpread)}</td>`}
              <td>${marks(view, one)}</td>
              ${yearly
                ? nothing
                : html`<td>${one.ruleSet ? choiceLabel(locale, "base", one.ruleSet.base) : "–"}</td>
                    <td class="words">${words(one.ruleSet?.leavesOut ?? [])}</td>`}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
