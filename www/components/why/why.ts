/** Why a number is what it is: the steps that lead to it, each with formula, inputs, source and grade. */

import { html, nothing, type TemplateResult } from "lit";
import type { Step } from "../../element/engine.js";
import { countryName, outputLabel, lastName, type View } from "../../element/view.js";
import { isDecimal, shift } from "../../text/decimal.js";

export function whyPanel(view: View): TemplateResult | typeof nothing {
  const { ui, says } = view.locale;
  const known = view.steps.some((step) => step.output === view.asked);
  const chain = working(view.steps, known ? view.asked : firstAsked(view.steps, view.job.target ?? view.job.headline));
  const target = chain.at(-1);
  if (!target) return nothing;
  const leave = (event: KeyboardEvent) => event.key === "Escape" && view.act.back();
  return html`
    <section class="card why-panel ${view.stale ? "stale" : ""}" part="why" id="why" aria-labelledby="why-title" @keydown=${leave}>
      <h2 id="why-title" tabindex="-1">${says.why({ name: nameOf(view, target), value: written(view, target.value, target.unit) })}</h2>
      <p class="quiet screen-only">${ui.whyHint}</p>
      <ol class="steps">
        ${chain.map((step) => row(view, step))}
      </ol>
      ${view.canGoBack ? html`<p class="screen-only"><button type="button" class="link" @click=${() => view.act.back()}>${ui.backToNumber}</button></p>` : nothing}
    </section>
  `;
}

/** The number that is explained before anybody asks: the first of these that has a working. */
function firstAsked(steps: readonly Step[], headline: string): string {
  const wanted = ["cover.premiumRate", "premiumRate", "instalment", "xirr", "defaultProbability.4", headline];
  const outputs = new Set(steps.map((step) => step.output));
  return wanted.find((output) => outputs.has(output)) ?? steps.findLast((step) => step.output)?.output ?? "";
}

/** The step of an output and those that it builds on, found by their symbols, in the order of the working. */
export function working(steps: readonly Step[], output: string): Step[] {
  const target = steps.findLastIndex((step) => step.output === output);
  if (target < 0) return [];
  const needed = new Set<number>();
  const visit = (index: number) => {
    if (needed.has(index)) return;
    needed.add(index);
    for (const input of steps[index]?.inputs ?? []) {
      // The nearest earlier step of that symbol: a later one belongs to another working.
      const source = steps.slice(0, index).findLastIndex((step) => step.symbol === input.symbol);
      if (source >= 0) visit(source);
    }
  };
  visit(target);
  return [...needed].sort((a, b) => a - b).flatMap((index) => steps[index] ?? []);
}

function row(view: View, step: Step): TemplateResult {
  const { grades, steps } = view.locale;
  const { words } = view.locale;
  const filled = step.inputs
    .map((input) => `${words[input.symbol] ?? input.symbol} = ${written(view, input.value, input.unit)}`)
    .join(", ");
  const text = steps[step.id];
  const title = step.edition ? view.tableTitle(step.edition) : undefined;
  return html`
    <li class="step">
      <div class="step-name">
        <p>${nameOf(view, step)}</p>
        <p class="formula" translate="no"><code>${equation(step, text?.formula)}</code></p>
      </div>
      <div class="step-means">
        <p>${text?.means ?? ""}</p>
        ${filled ? html`<p class="quiet" translate="no">${filled}</p>` : nothing}
      </div>
      <p class="step-value">${written(view, step.value, step.unit)}</p>
      ${step.grade || step.source
        ? html`<p class="step-source quiet">
            ${step.grade ? html`<span class="grade ${step.grade}">${grades[step.grade] ?? step.grade}</span>` : nothing}
            ${title ? html`<span class="source">${title}</span> ` : nothing}<span class="source" lang=${step.grade === "partner" ? nothing : "en"}>${step.source}</span>
          </p>`
        : nothing}
    </li>
  `;
}

/** Some formulas bring their left side along. */
function equation(step: Step, formula = step.formula): string {
  return formula.startsWith(`${step.symbol} =`) ? formula : `${step.symbol} = ${formula}`;
}

function nameOf(view: View, step: Step): string {
  return view.locale.steps[step.id]?.name ?? (step.output ? outputLabel(view, lastName(step.output)) : step.symbol);
}

/** A value with its unit, as people read it. */
export function written(view: View, value: string, unit: string): string {
  const { format, locale } = view;
  if (!isDecimal(value)) return inWords(view, value);
  if (unit === "fraction" || unit === "fraction-a-year") {
    const text = `${format.short(shift(value, 2), 6)} %`;
    return unit === "fraction" ? text : `${text} ${locale.units["a-year"]}`;
  }
  if (/^[A-Z]{3}$/.test(unit)) return format.money(value, unit, view.digits);
  if (unit === "category") return `${locale.units.category ?? ""} ${value}`;
  const name = locale.units[unit];
  if (unit === "currency") return format.money(value, view.currency, view.digits);
  const number = format.short(value, 8);
  return name === "" || unit === "" ? number : `${number} ${name ?? unit}`;
}

/** A value that is no number: a date, a country, a choice, yes or no. */
function inWords(view: View, value: string): string {
  const { locale, format } = view;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return format.date(value);
  if (value === "true" || value === "false") return value === "true" ? locale.ui.yes : locale.ui.no;
  return locale.components[value] ?? locale.choices[value] ?? countryName(view, value);
}
