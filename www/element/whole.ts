/** What comes after the first answer, once for all elements of a page. */

import { nothing, type LitElement } from "lit";
import { addJobs } from "../jobs.js";
import { speakOf } from "../locales/index.js";
import { extend, isFirst } from "../schema/embedded.js";
import type { Document } from "../text/share.js";
import type { Beside } from "./answers.js";
import type { View } from "./view.js";

let rest: typeof import("./rest.js") | undefined;

/** Whether a product's form and pictures can be shown. */
export function isHere(product: string): boolean {
  return rest !== undefined || isFirst(product);
}

/** Loads what the other products need. What fails may be tried again. */
export async function loadRest(): Promise<void> {
  [rest] = await Promise.all([rest ?? import("./rest.js"), speakOf("rest")]);
  addJobs(rest.furtherJobs);
  extend(rest.whole);
}

/** What is kept of an element's deals to be compared. */
export type Sides = InstanceType<typeof import("./rest.js").Sides>;

export async function sidesOf(host: LitElement): Promise<Sides> {
  await loadRest();
  return new rest!.Sides(host);
}

/** How to answer a request that takes long beside the page; undefined where the page answers it itself. */
export function beside(request: Document, card: unknown): Beside | undefined {
  return rest?.beside(request, card);
}

/** What stands above the fields of a job whose rows come from a file. */
export function intake(view: View): unknown {
  return rest?.intake(view) ?? nothing;
}

/** The pictures of a product that has one panel after the other. */
export function pictures(view: View, width: (name: string) => number): unknown {
  return rest?.pictures(view, width) ?? nothing;
}

/** What an export credit has beyond its first answer. */
export function furtherParts(view: View, width: (name: string) => number): unknown {
  return rest?.furtherParts(view, width) ?? nothing;
}
