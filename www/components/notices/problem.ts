/** Errors in the reader's words. */

import { choiceLabel, countryName, fullName, type View } from "../../element/view.js";
import type { Problem } from "../../element/engine.js";
import type { Field } from "../../schema/schema.js";
import { isDecimal, plain } from "../../text/decimal.js";
import { valueAt } from "../../text/path.js";

/** One sentence: what is wrong with the field and what would be right. */
export function problemText(view: View, problem: Problem): string {
  const write = view.locale.errors[problem.reason];
  if (!write) return problem.message;
  const field = view.fields.find((candidate) => candidate.path === problem.field);
  const { bounds, minimum, maximum } = problem.details;
  // The engine's own bounds are the narrower ones: a discount of at most 35 % is still a share.
  const [, least, most] = /^(-?[\d.]+) to ([\d.]+)/.exec(bounds ?? "") ?? [];
  const bound = (text: string | undefined) => (field && text && isDecimal(text) ? bounded(view, field, text) : (text ?? ""));
  return write({
    value: shown(view, problem),
    details: problem.details,
    least: bound(least ?? minimum ?? text(field?.minimum)),
    most: bound(most ?? maximum ?? text(field?.maximum)),
  });
}

function text(value: number | null | undefined): string | undefined {
  return typeof value === "number" ? plain(value) : undefined;
}

/** A bound of a field in the field's own unit. */
function bounded(view: View, field: Field, text: string): string {
  if (field.kind === "share" || field.kind === "rate") return `${view.format.fieldPercent(text)} %`;
  const unit = field.kind === "months" || field.kind === "years" ? ` ${view.locale.units[field.kind] ?? ""}` : "";
  return view.format.field(text) + unit;
}

/** The field that the problem is about, by its label; empty when it is about the request as a whole. */
export function problemPlace(view: View, problem: Problem): string {
  const field = view.fields.find(
    (candidate) => candidate.path === problem.field || problem.field.startsWith(`${candidate.path}.`),
  );
  return field ? fullName(view, field.path) : problem.field;
}

/** The bad value as the visitor gave it: as typed, a percentage as a percentage, a country by its name. */
function shown(view: View, problem: Problem): string {
  const draft = view.drafts.get(problem.field)?.trim();
  if (draft) return draft.slice(0, 60);
  const field = view.fields.find((candidate) => candidate.path === problem.field);
  const value = problem.value ?? valueAt(view.request, problem.field);
  if (value === null || value === undefined || typeof value === "object") return "";
  const text = String(value);
  if (field && (field.kind === "share" || field.kind === "rate") && isDecimal(text)) {
    return `${view.format.fieldPercent(text)} %`;
  }
  if (field?.kind === "country") return countryName(view, text);
  if (field?.kind === "choice") return choiceLabel(view.locale, field.path, text);
  return text.slice(0, 60);
}
