/** The inputs as a list: for print, and in the place of the form where nothing may be changed. */

import { html, type TemplateResult } from "lit";
import { choiceLabel, countryName, currencyOf, fullName, inUse, type View } from "../../element/view.js";
import { textOf } from "../../element/deal.js";
import type { Field } from "../../schema/schema.js";
import { valueAt } from "../../text/path.js";

/** Entries of a list that are read: of a longer one only their number is told. */
const MOST = 100;

/** `hidden` hides it from the screen; it is printed all the same. */
export function inputs(view: View, printOnly: boolean): TemplateResult {
  const { ui } = view.locale;
  const { first } = view.job;
  const rank = (field: Field) => (first.includes(field.path) ? first.indexOf(field.path) : first.length);
  const shown = view.fields
    .map((field) => ({ field, text: inWords(view, field) }))
    .filter(({ text }) => text !== "")
    .sort((a, b) => rank(a.field) - rank(b.field));
  return html`
    <section class="card inputs ${printOnly ? "print-only" : ""}" part="inputs" aria-labelledby="inputs-title">
      <h2 id="inputs-title">${view.product.startsWith("export-credit") ? ui.deal : ui.inputs}</h2>
      <dl>
        ${shown.map(({ field, text }) => html`<div><dt>${fullName(view, field.path)}</dt><dd>${text}</dd></div>`)}
      </dl>
    </section>
  `;
}

function inWords(view: View, field: Field): string {
  if (!inUse(view, field.option)) return "";
  const given = valueAt(view.request, field.path);
  const value = given ?? field.fallback;
  // What nobody asked for and what is nothing by default needs no line.
  if (given === undefined && (value === false || Number(value) === 0)) return "";
  const list = Array.isArray(given) && (given.length > MOST || view.job.columns?.includes(field.path)) ? given : null;
  if (list) return view.locale.says.rows({ count: list.length });
  const text = textOf(field, view.request, view.drafts, view.format.tag);
  if (text === "") return "";
  switch (field.kind) {
    case "share":
    case "rate":
      return `${text} %`;
    case "amount":
      return `${currencyOf(view, field.path)} ${text}`;
    case "months":
    case "years":
      return `${text} ${view.locale.units[field.kind] ?? ""}`;
    case "country":
      return countryName(view, String(value));
    case "choice":
      return choiceLabel(view.locale, field.path, String(value));
    case "boolean":
      return value === true ? view.locale.ui.yes : view.locale.ui.no;
    case "date":
      return view.format.date(text);
    case "list":
      return text.split("\n").join("; ");
    default:
      return text;
  }
}
