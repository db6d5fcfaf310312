/** One field of a form, made from what the schema says about it. */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { textOf } from "../../element/deal.js";
import { choiceLabel, countryName, currencyOf, label, type View } from "../../element/view.js";
import type { Field } from "../../schema/schema.js";
import { valueAt } from "../../text/path.js";
import type { Combobox, Option } from "./combobox.js";
import { countryOptions, currencyOptions } from "./options.js";
import { problemText } from "../notices/problem.js";

/** How wide a field is: numbers stand in pairs, names have a line of their own. */
const NARROW = new Set(["amount", "share", "rate", "months", "years", "integer", "number", "decimal", "date", "currency"]);

export function idOf(path: string): string {
  return `field-${path.replace(/[^a-zA-Z0-9]/g, "-")}`;
}

export function fieldView(view: View, field: Field, combobox: Combobox): TemplateResult {
  const id = idOf(field.path);
  const wrong = view.problem && belongs(view.problem.field, field.path) ? problemText(view, view.problem) : "";
  const unit = unitOf(view, field);
  const described = [unit ? `${id}-unit` : "", wrong ? `${id}-error` : ""].filter(Boolean).join(" ");
  const width = NARROW.has(field.kind) ? "narrow" : "wide";
  return html`
    <div class="field ${width} kind-${field.kind}" part="field">
      <label for=${id}>${label(view, field.path)}</label>
      <div class="box">
        ${control(view, field, combobox, id, described, wrong !== "")}
        ${unit ? html`<span class="unit" id="${id}-unit">${unit}</span>` : nothing}
      </div>
      ${slider(view, field)}
      ${wrong ? html`<p class="wrong" id="${id}-error">${wrong}</p>` : nothing}
    </div>
  `;
}

/** Whether a problem at `place` is this field's: a list's items and a record's parts count as theirs. */
export function belongs(place: string, path: string): boolean {
  return place === path || place.startsWith(`${path}.`);
}

function control(
  view: View,
  field: Field,
  combobox: Combobox,
  id: string,
  described: string,
  wrong: boolean,
): TemplateResult {
  const invalid = wrong ? "true" : nothing;
  const described_ = described || nothing;
  if (field.kind === "country" || field.kind === "currency") {
    const isCountry = field.kind === "country";
    const value = String(valueAt(view.request, field.path) ?? "");
    return combobox.render({
      id,
      options: () => (isCountry ? countryOptions(view) : currencyOptions(view)),
      value,
      shown: isCountry && value !== "" ? countryName(view, value) : value,
      draft: view.drafts.get(field.path),
      described,
      wrong,
      says: view.locale.says.matches,
      choose: (option: Option) => view.act.choose(field, option.value),
      leave: (text: string) => (text.trim() === "" ? view.act.choose(field, undefined) : view.act.type(field, text)),
    });
  }
  if (field.kind === "boolean" && field.fallback === undefined) return yesOrNo(view, field, id, described, wrong);
  if (field.kind === "boolean") {
    const checked = (valueAt(view.request, field.path) ?? field.fallback) === true;
    return html`<input
      type="checkbox"
      id=${id}
      .checked=${live(checked)}
      aria-describedby=${described_}
      aria-invalid=${invalid}
      @change=${(event: Event) => view.act.choose(field, (event.target as HTMLInputElement).checked)}
    />`;
  }
  if (field.kind === "choice") return select(view, field, id, described, wrong);
  const text = textOf(field, view.request, view.drafts, view.format.tag);
  const type = (event: Event) => view.act.type(field, (event.target as HTMLInputElement).value);
  const leave = () => view.act.leave(field);
  if (field.kind === "list") {
    return html`<textarea
      id=${id}
      rows=${Math.min(8, Math.max(3, text.split("\n").length + 1))}
      spellcheck="false"
      .value=${live(text)}
      aria-describedby=${described_}
      aria-invalid=${invalid}
      @input=${type}
      @change=${leave}
    ></textarea>`;
  }
  return html`<input
    type="text"
    id=${id}
    autocomplete="off"
    spellcheck="false"
    inputmode=${field.kind === "text" ? "text" : field.kind === "date" ? "numeric" : "decimal"}
    placeholder=${field.kind === "date" ? "YYYY-MM-DD" : nothing}
    .value=${live(text)}
    aria-required=${field.required ? "true" : nothing}
    aria-describedby=${described_}
    aria-invalid=${invalid}
    @input=${type}
    @change=${leave}
  />`;
}

function select(view: View, field: Field, id: string, described: string, wrong: boolean): TemplateResult {
  const given = valueAt(view.request, field.path);
  const value = typeof given === "string" ? given : String(field.fallback ?? "");
  const known = value === "" || field.choices.includes(value);
  const optional = !field.required && (field.fallback === undefined || field.fallback === null);
  const change = (event: Event) => {
    const chosen = (event.target as HTMLSelectElement).value;
    view.act.choose(field, chosen === "" ? undefined : chosen);
  };
  const option = (choice: string) =>
    html`<option value=${choice} ?selected=${choice === value}>${choiceLabel(view.locale, field.path, choice)}</option>`;
  return html`<select
    id=${id}
    .value=${live(value)}
    aria-describedby=${described || nothing}
    aria-invalid=${wrong ? "true" : nothing}
    @change=${change}
  >
    ${optional || value === "" ? html`<option value="" ?selected=${value === ""}>${view.locale.ui.notGiven}</option>` : nothing}
    ${known ? nothing : html`<option value=${value} selected>${value.slice(0, 60)}</option>`}
    ${field.choices.map(option)}
  </select>`;
}

/** Yes, no, or neither: what then holds the engine decides. */
function yesOrNo(view: View, field: Field, id: string, described: string, wrong: boolean): TemplateResult {
  const { ui } = view.locale;
  const value = valueAt(view.request, field.path);
  const option = (given: string, name: string) =>
    html`<option value=${given} ?selected=${given === String(value ?? "")}>${name}</option>`;
  return html`<select
    id=${id}
    .value=${live(String(value ?? ""))}
    aria-describedby=${described || nothing}
    aria-invalid=${wrong ? "true" : nothing}
    @change=${(event: Event) => {
      const chosen = (event.target as HTMLSelectElement).value;
      view.act.choose(field, chosen === "" ? undefined : chosen === "true");
    }}
  >
    ${option("", ui.notGiven)} ${option("true", ui.yes)} ${option("false", ui.no)}
  </select>`;
}

/** A slider beside the number field, never in its place. */
function slider(view: View, field: Field): TemplateResult | typeof nothing {
  const range = view.job.sliders[field.path];
  if (!range) return nothing;
  const value = Number(valueAt(view.request, field.path));
  return html`<input
    type="range"
    aria-label="${label(view, field.path)}, ${view.locale.ui.slider}"
    min=${range.minimum}
    max=${range.maximum}
    step=${range.step}
    .value=${live(String(Number.isFinite(value) ? value : range.minimum))}
    aria-valuetext="${view.format.short(Number.isFinite(value) ? value : range.minimum, 0)} ${view.locale.units.months}"
    @input=${(event: Event) => view.act.choose(field, Number((event.target as HTMLInputElement).value))}
  />`;
}

/** What stands quietly at the right edge: unit, category, class. */
function unitOf(view: View, field: Field): string {
  const { units, statuses } = view.locale;
  const value = valueAt(view.request, field.path) ?? field.fallback;
  switch (field.kind) {
    case "share":
      return "%";
    case "rate":
      return units["percent-a-year"] ?? "";
    case "months":
    case "years":
      return units[field.kind] ?? "";
    case "amount":
      return beforeCurrency(view, field) ? "" : currencyOf(view, field.path);
    case "country": {
      const row = view.countries.find((candidate) => candidate.alpha3 === value || candidate.alpha2 === value);
      if (!row) return "";
      if (row.category !== null && row.status === "classified") return `${units.category} ${row.category}`;
      return statuses[row.status]?.name ?? "";
    }
    default:
      return "";
  }
}

/** Whether the field for the currency stands right beside this one and says it already. */
function beforeCurrency(view: View, field: Field): boolean {
  const { first } = view.job;
  const at = first.indexOf(field.path);
  return at >= 0 && first[at + 1] === "currency";
}
