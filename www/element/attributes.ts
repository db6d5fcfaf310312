/** Attributes of the element and fields of the request: `contract-value` is `contractValue`. */

import type { Field } from "../schema/schema.js";
import { isDecimal, plain } from "../text/decimal.js";
import type { Document, Json } from "../text/share.js";
import type { Job } from "../jobs.js";

/** Names that mean something else on the element. */
const OWN = new Set(["product", "products", "lang", "theme", "readonly", "compact", "request"]);

/** The attributes that prefill a field: in kebab case, and written together as HTML lowers them. */
export function fieldAttributes(fields: readonly string[], aliases: readonly string[]): string[] {
  const names = [...fields, ...aliases].filter((name) => !OWN.has(name));
  return [...new Set(names.flatMap((name) => [kebab(name), name.toLowerCase()]))];
}

/** A patch of the request from the element's attributes. Values are data: what is wrong with them the engine says. */
export function patchOf(element: Element, fields: readonly Field[], job: Job): Document {
  const patch: Document = {};
  const targets = new Map(fields.filter((field) => !field.path.includes(".")).map((field) => [field.path, field]));
  for (const [alias, name] of Object.entries(job.aliases)) {
    const field = targets.get(name);
    if (field && !targets.has(alias)) targets.set(alias, field);
  }
  for (const [name, field] of targets) {
    const text = element.getAttribute(kebab(name)) ?? element.getAttribute(name.toLowerCase());
    if (text !== null && text !== "" && !OWN.has(name)) patch[field.path] = valueOf(field, text.trim());
  }
  return patch;
}

function valueOf(field: Field, text: string): Json {
  if (field.kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  if (field.kind === "list") return text.split(/[\s;]+/);
  const number = field.kind === "integer" || field.kind === "months" || field.kind === "number";
  return number && isDecimal(text) && plain(Number(text)) === text ? Number(text) : text;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
