/** What a reader should know about the answer, in words; and errors, with the way to their field. */

import { html, nothing, type TemplateResult } from "lit";
import type { Notice, Problem } from "../../element/engine.js";
import { countryName, type View } from "../../element/view.js";
import type { Values } from "../../locales/locale.js";
import { isDecimal } from "../../text/decimal.js";
import { problemPlace, problemText } from "./problem.js";

/** The country's own panel says these in place. */
const TOLD_ELSEWHERE = new Set(["category-is-no-rating", "no-implied-spread"]);

export function notices(view: View): TemplateResult | typeof nothing {
  const list = collected(view.quote).filter(({ code }) => !TOLD_ELSEWHERE.has(code));
  if (list.length === 0) return nothing;
  return html`
    <ul class="notices" part="notices" aria-label=${view.locale.ui.notices}>
      ${list.map((notice) => html`<li>${noticeText(view, notice)}</li>`)}
    </ul>
  `;
}

/** An error: named, with the field one click away; the last good answer stays below. */
export function problemView(view: View): TemplateResult | typeof nothing {
  if (!view.problem) return nothing;
  const { ui } = view.locale;
  const { problem } = view;
  const place = problemPlace(view, problem);
  const known = view.fields.some((field) => problem.field === field.path || problem.field.startsWith(`${field.path}.`));
  return html`
    <div class="problem" part="error">
      <p><strong>${place === "" ? ui.problem : place}</strong> ${problemText(view, problem)}</p>
      <p class="quiet">
        ${view.locked ? nothing : known
          ? html`<button type="button" class="link" @click=${() => view.act.focus(problem.field)}>${ui.goToField}</button>`
          : html`<button type="button" class="link" @click=${() => view.act.reset()}>${ui.reset}</button>`}
        ${view.quote ? html`<span>${ui.lastGood}</span>` : nothing}
      </p>
    </div>
  `;
}

/** The engine did not start: why, and what the site's owner can do. */
export function broken(view: View, problem: Problem): TemplateResult {
  const { ui } = view.locale;
  return html`<div class="frame"><div class="card problem" role="alert" part="error">
    <p><strong>${ui.noWasm}</strong> ${problemText(view, problem)}</p>
    <p class="quiet">${ui.noWasmHelp}</p>
  </div></div>`;
}

/** The rate card is not used: every fault, with its path. */
export function cardProblem(view: View, problem: Problem): TemplateResult {
  const { ui } = view.locale;
  const faults = problem.faults ?? [];
  return html`<div class="frame"><div class="card problem" role="alert" part="error">
    <p><strong>${ui.cardRefused}</strong> ${problemText(view, problem)}</p>
    ${faults.length > 0
      ? html`<ul>${faults.map((fault) => html`<li><code>${fault.field}</code> ${problemText(view, fault)}</li>`)}</ul>`
      : nothing}
  </div></div>`;
}

/** The notices of a quote and of the quotes inside it, each once. */
export function collected(quote: View["quote"]): Notice[] {
  const found = new Map<string, Notice>();
  const visit = (part: unknown) => {
    if (typeof part !== "object" || part === null) return;
    const list = (part as { notices?: unknown }).notices;
    if (!Array.isArray(list)) return;
    for (const notice of list as Notice[]) {
      const key = notice.code + JSON.stringify(notice.values);
      if (!found.has(key)) found.set(key, notice);
    }
  };
  visit(quote);
  for (const part of Object.values(quote ?? {})) visit(part);
  return [...found.values()];
}

export function noticeText(view: View, notice: Notice): string {
  const write = view.locale.notices[notice.code];
  return write ? write(localised(view, notice.values)) : notice.code;
}

/** Values in the reader's own writing; a sentence that wants a percentage asks for `name%`. */
function localised(view: View, values: Readonly<Record<string, string>>): Values {
  const written: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const text = String(value);
    if (/^[A-Z]{3}$/.test(text) && /country$/i.test(name)) written[name] = countryName(view, text);
    else if (/^\d{4}-\d\d-\d\d$/.test(text)) written[name] = view.format.date(text);
    else if (isDecimal(text)) {
      written[name] = view.format.field(text);
      written[`${name}%`] = `${view.format.fieldPercent(text)} %`;
    } else written[name] = text.split(", ").map((part) => view.locale.choices[part] ?? part).join(", ");
  }
  return written;
}
