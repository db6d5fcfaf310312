/** The deal on the screen: the request, and what is being typed into it. Knows no page. */

import type { Job } from "../jobs.js";
import type { Field } from "../schema/schema.js";
import { isDecimal, plain } from "../text/decimal.js";
import { Format } from "../text/format.js";
import { parseNumber, parsePercent } from "../text/parse.js";
import { moved, patched, tamed, valueAt, withValue } from "../text/path.js";
import type { Document, Json } from "../text/share.js";

export class Deal {
  request: Document;
  /** Texts of fields that can't be shown anew from the request: still being typed, or not readable. */
  readonly drafts = new Map<string, string>();
  /** Whether somebody has changed or given it: then nobody else's values are laid over it. */
  isOwn = false;

  constructor(request: Document) {
    this.request = request;
  }

  /** Takes what was typed. What can't be read goes to the engine as it is, so that the engine says what is wrong. */
  type(field: Field, text: string, tag: string): void {
    this.isOwn = true;
    this.drafts.set(field.path, text);
    this.request = withValue(this.request, field.path, valueOf(field, text, tag));
  }

  /** The field is left: what could be read is shown in the language's own form from now on. */
  leave(field: Field, tag: string): void {
    const draft = this.drafts.get(field.path);
    if (draft !== undefined && readable(field, draft, tag)) this.drafts.delete(field.path);
  }

  choose(field: Field, value: Json | undefined): void {
    this.isOwn = true;
    this.drafts.delete(field.path);
    this.request = withValue(this.request, field.path, value);
  }

  /** Puts a group of fields in, or takes it out with all that was typed into it. */
  use(path: string, used: boolean, job: Job): void {
    this.isOwn = true;
    for (const typed of this.drafts.keys()) if (typed.startsWith(`${path}.`)) this.drafts.delete(typed);
    const known = job.options?.[path];
    const patch = (used ? known?.add : known?.remove) ?? {};
    this.request = patched(this.request, moved(patch, job.opening.start, this.request.start));
    const given = valueAt(this.request, path) ?? null;
    if (!used) this.request = withValue(this.request, path, undefined);
    else if (given === null) this.request = withValue(this.request, path, {});
  }

  /** A ready-made deal that somebody has chosen: it stays when the rest of the engine is there. */
  choosePreset(patch: Document, afresh: readonly string[]): void {
    this.isOwn = true;
    this.lay(patch, afresh);
  }

  /** Lays a patch over the deal; the groups named in `afresh` are replaced, not merged. */
  lay(patch: Document, afresh: readonly string[] = []): void {
    this.drafts.clear();
    const kept = Object.entries(this.request).filter(([name]) => !(name in patch && afresh.includes(name)));
    // What a deal does not have need not be taken out of it.
    const needed = Object.entries(patch).filter(([name, value]) => value !== null || Object.hasOwn(this.request, name));
    this.request = patched(Object.fromEntries(kept), tamed(Object.fromEntries(needed)));
  }

  replace(request: Document): void {
    this.isOwn = true;
    this.drafts.clear();
    this.request = tamed(request);
  }
}

/** A field that takes one or many, as a list while many are given. */
export function asGiven(field: Field, request: Document): Field {
  const many = field.kind !== "list" && Array.isArray(valueAt(request, field.path));
  return many ? { ...field, kind: "list", items: field.kind, choices: [] } : field;
}

/** The text of a field: what is being typed, else the request's value, else the default. */
export function textOf(field: Field, request: Document, drafts: ReadonlyMap<string, string>, tag: string): string {
  const draft = drafts.get(field.path);
  if (draft !== undefined) return draft;
  const given = valueAt(request, field.path);
  return written(field.kind, field.items, given ?? field.fallback, Format.of(tag));
}

function written(kind: Field["kind"], items: Field["items"], value: unknown, format: Format): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((item) => written(items ?? "text", null, item, format)).join("\n");
  if (typeof value === "object") return JSON.stringify(value);
  const text = typeof value === "number" ? plain(value) : String(value);
  if (!isDecimal(text)) return text;
  switch (kind) {
    case "share":
    case "rate":
      return format.fieldPercent(text);
    case "amount":
    case "decimal":
    case "number":
    case "integer":
    case "months":
    case "years":
      return format.field(text);
    default:
      return text;
  }
}

function valueOf(field: Field, text: string, tag: string): Json | undefined {
  const bare = text.trim();
  if (bare === "") return undefined;
  if (field.kind === "list") {
    const items = field.items ?? "text";
    return bare.split(/\n|;/).map((line) => item(items, true, line.trim(), tag));
  }
  return item(field.kind, field.takesText, bare, tag);
}

function item(kind: Field["kind"], takesText: boolean, text: string, tag: string): Json {
  if (kind === "boolean" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const number = parsed(kind, text, tag);
  if (number === undefined) return kind === "date" ? text.normalize("NFKC") : text;
  if (number === null) return text;
  const whole = kind === "integer" || kind === "months";
  const asNumber = whole || !takesText;
  return asNumber && plain(Number(number)) === number ? Number(number) : number;
}

function readable(field: Field, text: string, tag: string): boolean {
  if (field.kind === "list") return text.split(/\n|;/).every((line) => parsed(field.items ?? "text", line, tag) !== null);
  return text.trim() === "" || parsed(field.kind, text.trim(), tag) !== null;
}

/** Decimal text; null when it can't be read; undefined for kinds that are no numbers. */
function parsed(kind: Field["kind"], text: string, tag: string): string | null | undefined {
  switch (kind) {
    case "share":
    case "rate":
      return parsePercent(text, tag);
    case "amount":
    case "decimal":
    case "number":
    case "integer":
    case "months":
    case "years":
      return parseNumber(text, tag);
    default:
      return undefined;
  }
}
