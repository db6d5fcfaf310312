/** Which inputs may change and which values may be wanted, and how both are read and written. */

import { inputName, inUse, outputLabel, type View } from "../../element/view.js";
import type { Field, Kind, Output } from "../../schema/schema.js";
import { plain, shift, trim } from "../../text/decimal.js";
import { parseNumber, parsePercent } from "../../text/parse.js";
import { valueAt } from "../../text/path.js";
import { scalar } from "../result/result.js";

const NUMBERS: ReadonlySet<Kind> = new Set<Kind>(["amount", "share", "rate", "months", "years", "integer", "number", "decimal"]);

/** Inputs that are one number, those in sight first. */
export function inputsOf(view: View): Field[] {
  const { first } = view.job;
  const rank = (field: Field) => first.indexOf(field.path) + 1 || 99;
  return view.fields
    .filter((field) => NUMBERS.has(field.kind) && inUse(view, field.option) && valueAt(view.request, field.path) !== undefined)
    .sort((a, b) => rank(a) - rank(b));
}

/** Values of the answer that are one number; that of the job first. */
export function targetsOf(view: View): Output[] {
  const wanted = view.job.target ?? view.job.headline;
  const list = view.outputs.filter(({ name, kind }) => NUMBERS.has(kind) && isNumber(view.quote?.[name]));
  return list.sort((a, b) => Number(b.name === wanted) - Number(a.name === wanted));
}

/** What is typed as the engine takes it; null when it can't be read. */
export function read(kind: Kind, text: string, tag: string): string | null {
  return kind === "rate" || kind === "share" ? parsePercent(text, tag) : parseNumber(text, tag);
}

/** A value as it stands in a field. */
export function inField(view: View, kind: Kind, value: unknown): string {
  if (!isNumber(value)) return "";
  const text = typeof value === "number" ? plain(value) : String(value);
  if (kind === "rate" || kind === "share") return view.format.short(shift(text, 2), 6);
  return kind === "amount" ? view.format.short(text, view.digits) : view.format.short(text, 8);
}

/** An input's or an output's value with its unit. */
export function withUnit(view: View, kind: Kind, value: number | null): string {
  if (value === null) return "–";
  return scalar(view, { name: "", kind, choices: [], fields: [], items: null }, value);
}

/** The ends of a search where the input has no bounds of its own: a tenth of what is given, and ten times as much. */
export function proposed(view: View, field: Field): [string, string] | null {
  if (field.minimum !== null && field.maximum !== null) return null;
  const given = valueAt(view.request, field.path) ?? field.fallback;
  const text = typeof given === "number" ? plain(given) : String(given ?? "");
  const [low, high] = [trim(shift(text, -1)), trim(shift(text, 1))];
  if (!(Number(high) !== 0)) return ["0", "1000000"];
  const whole = field.kind === "integer" || field.kind === "months";
  const ends: [string, string] = [whole ? "1" : low, high];
  return Number(high) < 0 ? [ends[1], ends[0]] : ends;
}

export function unitOf(view: View, kind: Kind): string {
  if (kind === "rate" || kind === "share") return "%";
  if (kind === "amount") return view.currency;
  return kind === "months" || kind === "years" ? (view.locale.units[kind] ?? "") : "";
}

export function nameOf(view: View, path: string): string {
  const field = view.fields.find((candidate) => candidate.path === path);
  return field ? inputName(view, path) : outputLabel(view, path);
}

function isNumber(value: unknown): value is number | string {
  return typeof value === "number" ? Number.isFinite(value) : typeof value === "string" && value !== "" && !Number.isNaN(Number(value));
}
