/** What stands below a first answer, the answers of other jobs, and what a visitor does after it: loaded once the answer is there. */

import first from "virtual:schema/first";
import { html, nothing, type CSSResult, type LitElement } from "lit";
import { country, score } from "../components/country/country.js";
import { comparison, Sorting } from "../components/country/comparison.js";
import type { CountryRisk } from "../components/country/risk.js";
import { Colouring, world } from "../components/country/world.js";
import { files } from "../components/form/files.js";
import { inputs } from "../components/inputs/inputs.js";
import { result, shortHeadline } from "../components/result/result.js";
import { rules } from "../components/rules/rules.js";
import { Printed } from "../components/schedule/printed.js";
import { schedule } from "../components/schedule/schedule.js";
import { WhatIf } from "../components/what/state.js";
import { whatIf } from "../components/what/what.js";
import { methodLink } from "../components/sources/method.js";
import { whyPanel } from "../components/why/why.js";
import { without } from "../components/without/without.js";
import { tableTitle } from "../locales/tables.js";
import { extend, isFirst } from "../schema/embedded.js";
import type { Field, Schema } from "../schema/schema.js";
import { columnsFrom, FileFault } from "../text/columns.js";
import type { Document } from "../text/share.js";
import type { Problem } from "./engine.js";
import { laterStyles } from "./later.styles.js";
import type { View } from "./view.js";
import { furtherParts, intake, pictures } from "./whole.js";

extend(first as Schema);

/** How wide a picture's place is, by its name. */
type Width = (name: string) => number;

/** The parts of one element, with what they remember. */
export function laterParts(host: LitElement) {
  const [sorting, colouring, asked, printed] = [new Sorting(host), new Colouring(host), new WhatIf(host), new Printed(host)];
  adopt(host, laterStyles);
  const world_ = (view: View, risk: CountryRisk, territories: readonly string[] | undefined) =>
    html`${comparison(view, risk, sorting)}${world(view, risk, colouring, territories)}`;
  return {
    files: (view: View) => (view.job.columns ? intake(view) : files(view)),
    inputs,
    short: (view: View) => (view.product === "country-risk" ? nothing : shortHeadline(view)),
    /** The answer of a job that is not the main one. */
    answer: (view: View, width: Width, territories: readonly string[] | undefined) => {
      if (view.product !== "country-risk") return result(view);
      return html`${view.problem || !view.quote ? result(view) : nothing}
      ${view.quote ? html`${country(view, view.quote, "", width("curve"))}${view.locked ? nothing : world_(view, view.quote as CountryRisk, territories)}` : nothing}`;
    },
    /** What stands below an answer. */
    panels: (view: View, width: Width, lags: boolean) => html`
      ${view.product === "export-credit" ? mainPanels(view, width) : isFirst(view.product) ? rules(view, width("rules")) : pictures(lags && !view.progress ? { ...view, stale: true } : view, width)}
      ${whyPanel(view)}${view.locked || isLarge(view.request) ? nothing : whatIf(view, asked, view.engine, width("tornado"))}`,
    columns,
    methodLink,
    printed: (view: View) => printed.place(view),
    tableTitle,
  };
}

/** Lays styles over those that an element has. */
export function adopt(host: LitElement, styles: readonly CSSResult[]): void {
  const root = host.renderRoot as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles.flatMap(({ styleSheet }) => styleSheet ?? [])];
}

/** Whether what is searched for would take minutes: every try is an answer. */
function isLarge(request: Document): boolean {
  return Object.values(request).some((value) => Array.isArray(value) && value.length > 2000);
}

function mainPanels(view: View, width: Width) {
  const { quote } = view;
  return html`<div class="below">
    <div class="pair">
      <div class="stack">${schedule(view, quote?.schedule, width("schedule"))}${without(view)}${furtherParts(view, width)}</div>
      ${country(view, quote?.country, "country.", width("curve"))}
    </div>
    ${score(view, quote?.country, "country.")}
  </div>`;
}

export type Later = ReturnType<typeof laterParts>;

/** A group's columns from a file, or what is wrong with the file. */
async function columns(file: File, group: string, fields: readonly Field[]): Promise<{ patch: Document } | { problem: Problem }> {
  try {
    return { patch: { [group]: await columnsFrom(file, group, fields) } };
  } catch (error) {
    const { reason, what, message } = error instanceof FileFault ? error : new FileFault("file-unreadable", file.name);
    return { problem: { kind: "invalid-input", reason, field: group, value: what, details: {}, message } };
  }
}
