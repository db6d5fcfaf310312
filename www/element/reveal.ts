/** Leads eye and focus to a place inside the element. */

import { idOf } from "../components/form/field.js";
import type { Field } from "../schema/schema.js";

/** To a panel, by its title. */
export function reveal(root: ParentNode, selector: string): void {
  const title = root.querySelector<HTMLElement>(selector);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  title?.focus({ preventScroll: true });
  title?.closest("section")?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}

/** To the field of a path, or that whose part or item the path is; opens what it is folded into. */
export function focusField(root: ParentNode, fields: readonly Field[], path: string): void {
  const field = fields.find((candidate) => path === candidate.path || path.startsWith(`${candidate.path}.`));
  const control = field && root.querySelector<HTMLElement>(`#${idOf(field.path)}`);
  for (let folded = control?.closest("details"); folded; folded = folded.parentElement?.closest("details")) folded.open = true;
  control?.focus();
}

/** To the name of a group of fields that was put in, or to the way to put it in again: what was clicked is gone. */
export function focusOption(root: ParentNode, path: string): void {
  root.querySelector<HTMLElement>(`[data-option="${path}"]`)?.focus({ preventScroll: true });
}
