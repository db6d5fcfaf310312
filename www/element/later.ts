/** What stands below a first answer and what a visitor does after it: loaded once the answer is there. */

import { html, type LitElement } from "lit";
import { comparison, Sorting } from "../components/country/comparison.js";
import type { CountryRisk } from "../components/country/risk.js";
import { Colouring, world } from "../components/country/world.js";
import { methodLink } from "../components/sources/method.js";
import { WhatIf } from "../components/what/state.js";
import { whatIf } from "../components/what/what.js";
import { tableTitle } from "../locales/tables.js";
import type { Field } from "../schema/schema.js";
import { columnsFrom, FileFault } from "../text/columns.js";
import type { Document } from "../text/share.js";
import type { Problem } from "./engine.js";
import type { View } from "./view.js";

/** The parts of one element, with what they remember. */
export function laterParts(host: LitElement) {
  const [sorting, colouring, asked] = [new Sorting(host), new Colouring(host), new WhatIf(host)];
  return {
    whatIf: (view: View, width: number) => whatIf(view, asked, view.engine, width),
    world: (view: View, risk: CountryRisk, territories: readonly string[] | undefined) =>
      html`${comparison(view, risk, sorting)}${world(view, risk, colouring, territories)}`,
    columns,
    methodLink,
    tableTitle,
  };
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
