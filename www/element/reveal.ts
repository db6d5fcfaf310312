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

/** To the number that a working was asked from; to the headline where that number is gone. */
export function goBack(root: ParentNode, asker: Element | null): void {
  const there = asker instanceof HTMLElement && asker.isConnected ? asker : root.querySelector<HTMLElement>(".figure .why");
  there?.focus();
}

/** The control of a path's field, or of that whose part or item the path is. */
export function controlOf(root: ParentNode, fields: readonly Field[], path: string): HTMLElement | null {
  const field = fields.find((candidate) => path === candidate.path || path.startsWith(`${candidate.path}.`));
  return field ? root.querySelector<HTMLElement>(`#${idOf(field.path)}`) : null;
}

/** To the field of a path; opens what it is folded into. */
export function focusField(root: ParentNode, fields: readonly Field[], path: string): void {
  const control = controlOf(root, fields, path);
  for (let folded = control?.closest("details"); folded; folded = folded.parentElement?.closest("details")) folded.open = true;
  control?.focus();
}

/** To the name of a group of fields that was put in, or to the way to put it in again: what was clicked is gone. */
export function focusOption(root: ParentNode, path: string): void {
  root.querySelector<HTMLElement>(`[data-option="${path}"]`)?.focus({ preventScroll: true });
}
