/** What every region of the element is given: the language, the deal, the answer, and how to act. */

import { html, nothing, type TemplateResult } from "lit";
import type { Locale, Phrase } from "../locales/locale.js";
import type { Field, Output } from "../schema/schema.js";
import type { Format } from "../text/format.js";
import { valueAt } from "../text/path.js";
import type { Document, Json } from "../text/share.js";
import type { Progress } from "../long/simulate.js";
import type { Card } from "./card.js";
import type { CountryRow, Engine, Problem, Quote, Step } from "./engine.js";
import { jobOf, type Job } from "../jobs.js";

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
  /** How far an answer that is made beside the page has come; null where none is being made. */
  progress: Progress | null;
  countries: readonly CountryRow[];
  currencies: readonly string[];
  /** Digits behind the point of the deal's currency. */
  digits: number;
  currency: string;
  /** Names that the host puts in the place of the browser's. */
  names: Readonly<Record<string, string>> | undefined;
  /** The host's rate card, when one is in use. */
  card: Card | null;
  /** For what takes long and is asked for by a click; null until it has started. */
  engine: Engine | null;
  /** Whether the deal can only be read. */
  locked: boolean;
  /** What is wrong with the file that was chosen last, and the group that it was for. */
  wrongFile: { group: string; problem: Problem } | null;
  /** The title of a table in the reader's language, where that is not the table's own. */
  tableTitle(id: string): string | undefined;
  /** The number whose working is shown. */
  asked: string;
  /** Whether somebody came to the working from a number, and may go back there. */
  canGoBack: boolean;
  /** What of a panel is looked at, by the panel's name. */
  picked: ReadonlyMap<string, string>;
  act: Actions;
}

export interface Actions {
  type(field: Field, text: string): void;
  leave(field: Field): void;
  choose(field: Field, value: Json | undefined): void;
  /** Puts a group of fields that may be left out into the deal, or takes it out. */
  option(path: string, used: boolean): void;
  ask(output: string): void;
  /** From a working to the number that it was asked from. */
  back(): void;
  /** Looks at another part of a panel; the deal stays as it is. */
  pick(panel: string, choice: string): void;
  preset(patch: Document, key: string): void;
  /** Goes to another request, of any product. */
  open(request: Document): void;
  reset(): void;
  /** Takes columns of a group from a file that the visitor has chosen. */
  file(group: string, file: File): void;
  focus(path: string): void;
  /** Gives up the answer that is being made beside the page. */
  stop(): void;
  save(name: string, type: string, text: string): void;
}

/** Whether a group of fields that may be left out is part of the deal; every other field is. */
export function inUse(view: Pick<View, "request">, option: string): boolean {
  return option === "" || (valueAt(view.request, option) ?? null) !== null;
}

const labels = new WeakMap<Locale, Map<string, string>>();

/**
 * The field's label in the reader's language: its own, that of the product that has such a field alone, or that of its name.
 * Found once: large forms ask for hundreds.
 */
export function label(view: Pick<View, "locale" | "product">, path: string): string {
  const key = `${view.product}/${path}`;
  const found = labels.get(view.locale) ?? new Map<string, string>();
  let name = found.get(key);
  if (name === undefined) {
    labels.set(view.locale, found);
    found.set(key, (name = labelOf(view, path)));
  }
  return name;
}

function labelOf({ locale, product }: Pick<View, "locale" | "product">, path: string): string {
  const { fields } = locale;
  const lent = Object.entries(jobOf(product).lent ?? {})
    .filter(([group]) => group === "" || path.startsWith(`${group}.`))
    .sort(([a], [b]) => b.length - a.length)
    .flatMap(([group, others]) => others.map((other) => other + path.slice(group === "" ? 0 : group.length + 1)));
  const [own = "", ...ends] = path.split(".").map((_, from, names) => `${product}/${names.slice(from).join(".")}`);
  const known = [own, ...lent, ...ends, path, lastName(path)].find((name) => fields[name] !== undefined);
  return known === undefined ? path : (fields[known] ?? path);
}

/** The label of an input; where several have the same, behind the name of its group. */
export function inputName(view: Pick<View, "locale" | "product" | "fields">, path: string): string {
  const name = label(view, path);
  const option = view.fields.find((field) => field.path === path)?.option ?? "";
  const twins = (of: (field: Field) => string, same: string) => view.fields.some((field) => field.option !== option && of(field) === same);
  if (option === "" || view.fields.filter((field) => label(view, field.path) === name).length < 2) return name;
  const group = label(view, option);
  const outer = option.split(".")[0] ?? "";
  const again = outer !== option && twins((field) => (field.option === "" ? "" : label(view, field.option)), group);
  return [...(again ? [label(view, outer)] : []), group, name].join(view.locale.says.colon());
}

/** The label of a field where its group is not in sight: large groups have fields alike. */
export function fullName(view: Pick<View, "locale" | "product" | "fields" | "job">, path: string): string {
  const isLarge = view.job.options?.[path.split(".")[0] ?? ""]?.folded;
  return isLarge ? inputName(view, path) : label(view, path);
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
