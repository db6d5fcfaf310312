/** Fields by path: `cover.commercial`. */

import type { Document, Json } from "./share.js";

/** The value at a path; undefined when there is none. Only own properties count. */
export function valueAt(document: unknown, path: string): unknown {
  let value: unknown = document;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** A copy of the document with the value at the path; undefined takes the field out. */
export function withValue(document: Document, path: string, value: Json | undefined): Document {
  const [name = "", ...rest] = path.split(".");
  const copy: Document = { ...document };
  if (rest.length > 0) {
    const inner = Object.hasOwn(document, name) ? document[name] : undefined;
    const record = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner : {};
    copy[name] = withValue(record, rest.join("."), value);
  } else if (value === undefined) {
    delete copy[name];
  } else {
    copy[name] = value;
  }
  return copy;
}

/** How deep a record is looked into; no request is nearly as deep. */
const DEEPEST = 60;

/**
 * A document from outside of which every value can be written: a record inside it with a name that JavaScript writes it by, or one
 * that lies too deep, is its own JSON, as text, which the engine refuses as it would have refused the record.
 */
export function tamed<Value>(value: Value, depth?: number): Value;
export function tamed(value: unknown, depth = 0): unknown {
  const inner = (part: unknown) => {
    if (typeof part !== "object" || part === null) return part;
    const isWild = depth > DEEPEST || ["toString", "valueOf"].some((name) => Object.hasOwn(part, name));
    return isWild ? JSON.stringify(part) : tamed(part, depth + 1);
  };
  if (Array.isArray(value)) return value.map(inner);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inner(part)]));
}

/** A copy with a patch laid over it, records merged field by field. */
export function patched(document: Document, patch: Document): Document {
  const copy: Document = { ...document };
  for (const [name, value] of Object.entries(patch)) {
    const old = copy[name];
    copy[name] = isRecord(old) && isRecord(value) ? patched(old, value) : value;
  }
  return copy;
}

/** The same document with its dates as many years later as `to` is after `from`. */
export function moved(document: Document, from: unknown, to: unknown): Document {
  const years = Number.parseInt(String(to), 10) - Number.parseInt(String(from), 10);
  if (!years) return document;
  const later = (year: string) => String(Number(year) + years).padStart(4, "0");
  const text = JSON.stringify(document).replace(/"(\d{4})(-\d\d-\d\d")/g, (_, year: string, rest: string) => `"${later(year)}${rest}`);
  return JSON.parse(text) as Document;
}

function isRecord(value: Json | undefined): value is Document {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
