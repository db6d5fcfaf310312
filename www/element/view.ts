/** What every region of the element is given: the language, the deal, the answer, and how to act. */

import { html, nothing, type TemplateResult } from "lit";
import type { Locale, Phrase } from "../locales/locale.js";
import type { Field, Output } from "../schema/schema.js";
import type { Format } from "../text/format.js";
import { valueAt } from "../text/path.js";
import type { Document, Json } from "../text/share.js";
import type { Card } from "./card.js";
import type { CountryRow, Problem, Quote, Step } from "./engine.js";
import type { Job } from "../jobs.js";

export interface View {
  locale: Locale;
  format: Format;
  product: string;
  job: Job;
  fields: readonly Field[];
  outputs: readonly Output[];
  request: Document;
  /** Texts in fields that have not been left yet, by path. */
  drafts: ReadonlyMap<string, string>;
  quote: Quote | null;
  steps: readonly Step[];
  problem: Problem | null;
  /** Whether the answer on the screen belongs to an earlier request. */
  stale: boolean;
  countries: readonly CountryRow[];
  currencies: readonly string[];
  /** Digits behind the point of the deal's currency. */
  digits: number;
  currency: string;
  /** Names that the host puts in the place of the browser's. */
  names: Readonly<Record<string, string>> | undefined;
  /** The host's rate card, when one is in use. */
  card: Card | null;
  /** What is wrong with the file that was chosen last, and the group that it was for. */
  wrongFile: { group: string; problem: Problem } | null;
  /** The number whose working is shown. */
  asked: string;
  act: Actions;
}

export interface Actions {
  type(field: Field, text: string): void;
  leave(field: Field): void;
  choose(field: Field, value: Json | undefined): void;
  /** Puts a group of fields that may be left out into the deal, or takes it out. */
  option(path: string, used: boolean): void;
  ask(output: string): void;
  preset(patch: Document, key: string): void;
  /** Goes to another request, of any product. */
  open(request: Document): void;
  reset(): void;
  /** Takes columns of a group from a file that the visitor has chosen. */
  file(group: string, file: File): void;
  focus(path: string): void;
  save(name: string, type: string, text: string): void;
}

/** Whether a group of fields that may be left out is part of the deal; every other field is. */
export function inUse(view: Pick<View, "request">, option: string): boolean {
  return option === "" || (valueAt(view.request, option) ?? null) !== null;
}

/** The field's label in the reader's language. */
export function label(view: Pick<View, "locale" | "product">, path: string): string {
  const { fields } = view.locale;
  return fields[`${view.product}/${path}`] ?? fields[path] ?? fields[lastName(path)] ?? path;
}

/** The currency that an amount of the request is in. */
export function currencyOf(view: Pick<View, "job" | "request" | "currency">, path: string): string {
  const at = view.job.currencies?.[path];
  const given = at === undefined ? null : valueAt(view.request, at);
  return typeof given === "string" && given !== "" ? given : view.currency;
}

/** The name of a value of the quote. */
export function outputLabel(view: Pick<View, "locale" | "product">, name: string): string {
  const { outputs, fields } = view.locale;
  return outputs[`${view.product}/${name}`] ?? outputs[name] ?? fields[name] ?? name;
}

/** The name of a rule set; that of a rate card is the card's own. */
export function rulesLabel(view: Pick<View, "locale" | "card">, rules: string): string {
  return rules === "rate-card" && view.card ? view.card.name : choiceLabel(view.locale, "rules", rules);
}

/** The name of a choice. */
export function choiceLabel(locale: Locale, path: string, choice: string): string {
  return locale.choices[`${lastName(path)}/${choice}`] ?? locale.choices[choice] ?? choice;
}

export function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** A country's or territory's name by either of its codes. */
export function countryName(view: Pick<View, "countries" | "format" | "names">, code: string): string {
  const row = view.countries.find((candidate) => candidate.alpha3 === code || candidate.alpha2 === code);
  return row ? view.format.country(row.alpha2, view.names) : code;
}

/** A number that can be asked for its working, when there is one. */
export function why(view: View, output: string, content: unknown): unknown {
  if (!explained(view.steps).has(output)) return content;
  return html`<button
    type="button"
    class="why"
    aria-controls="why"
    @click=${() => view.act.ask(output)}
  >${content}<span class="unseen"> (${view.locale.ui.why})</span></button>`;
}

const outputsOfSteps = new WeakMap<readonly Step[], ReadonlySet<string>>();

/** The outputs that have a step: looked for once, since an answer may have thousands of numbers. */
function explained(steps: readonly Step[]): ReadonlySet<string> {
  let known = outputsOfSteps.get(steps);
  if (!known) outputsOfSteps.set(steps, (known = new Set(steps.flatMap(({ output }) => output ?? []))));
  return known;
}

/** A sentence with the values in their places. A value keeps the comma or stop behind it on its line. */
export function phrase(parts: Phrase<unknown>): TemplateResult {
  const pieces: unknown[] = [];
  for (const part of parts) {
    const stop = typeof part === "string" ? /^[,.;:，。；：]+/.exec(part)?.[0] : undefined;
    if (stop && pieces.length > 0) pieces.push(html`<span class="tie">${pieces.pop()}${stop}</span>`);
    pieces.push(typeof part === "string" && stop ? part.slice(stop.length) : (part ?? nothing));
  }
  return html`${pieces}`;
}
