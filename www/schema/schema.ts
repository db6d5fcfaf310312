/** Reads the schema of requests and quotes: what fields a product asks for, and of what kind its answers are. */

import { meaningOf } from "./meaning.js";

export type Kind =
  | "text" | "number" | "ratio" | "integer" | "months" | "years" | "share" | "rate" | "amount" | "decimal" | "date"
  | "currency" | "country" | "choice" | "boolean" | "list" | "column-f64" | "column-days" | "map" | "record";

/** A node of a JSON Schema, as far as the page reads it. */
export interface Node {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Node[];
  oneOf?: Node[];
  items?: Node;
  properties?: Record<string, Node>;
  required?: string[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  "x-kind"?: string;
  "x-product"?: string;
  "x-quote"?: string;
  [extra: string]: unknown;
}

export interface Schema extends Node {
  $defs: Record<string, Node>;
}

/** One field of a request, flattened: records inside are reached by a path. */
export interface Field {
  path: string;
  kind: Kind;
  required: boolean;
  /** Whether the engine takes decimal text, so that no digit is lost. */
  takesText: boolean;
  choices: string[];
  items: Kind | null;
  fallback: unknown;
  minimum: number | null;
  maximum: number | null;
  /** The nearest record around it that may be left out, by path; empty where there is none. */
  option: string;
}

/** One value of a quote. */
export interface Output {
  name: string;
  kind: Kind;
  choices: string[];
  /** What a record or the items of a list consist of. */
  fields: Output[];
  items: Kind | null;
}

/** Products in the order of the schema. */
export function products(schema: Schema): string[] {
  return requests(schema).map((node) => String(node["x-product"]));
}

/** The fields of a product's request, in the schema's order; empty for a product that the schema does not know. */
export function fieldsOf(schema: Schema, product: string): Field[] {
  const node = requests(schema).find((candidate) => candidate["x-product"] === product);
  return node ? flatten(schema, node, "", true, "") : [];
}

/** What a product's quote consists of. */
export function outputsOf(schema: Schema, product: string): Output[] {
  const quote = requests(schema).find((candidate) => candidate["x-product"] === product)?.["x-quote"];
  const node = quote === undefined ? undefined : schema.$defs[quote];
  return node ? outputs(schema, node, 0) : [];
}

function requests(schema: Schema): Node[] {
  return (schema.oneOf ?? []).map((node) => resolve(schema, node)).filter((node) => node["x-product"] !== undefined);
}

function flatten(schema: Schema, record: Node, prefix: string, demanded: boolean, option: string): Field[] {
  const fields: Field[] = [];
  for (const [name, property] of Object.entries(record.properties ?? {})) {
    if (property.const !== undefined) continue;
    const path = prefix + name;
    const node = resolve(schema, property);
    const required = demanded && (record.required ?? []).includes(name);
    const kind = kindOf(node);
    if (kind === "record") {
      fields.push(...flatten(schema, node, `${path}.`, required, isOption(property) ? path : option));
      continue;
    }
    fields.push({
      path,
      kind: kind.startsWith("column") ? "list" : kind,
      required,
      takesText: typesOf(node.items ? resolve(schema, node.items) : node).includes("string"),
      choices: choicesOf(node),
      items: itemsOf(schema, node, kind),
      fallback: property.default ?? node.default,
      minimum: node.minimum ?? node.exclusiveMinimum ?? null,
      maximum: node.maximum ?? null,
      option,
    });
  }
  return fields;
}

/** Whether a record may be left out, and nothing holds in its place. */
function isOption(property: Node): boolean {
  return (property.default ?? null) === null && (property.anyOf ?? property.oneOf ?? []).some(({ type }) => type === "null");
}

function outputs(schema: Schema, record: Node, depth: number): Output[] {
  if (depth > 4) return [];
  return Object.entries(record.properties ?? {})
    .filter(([, property]) => property.const === undefined)
    .map(([name, property]) => {
      const node = resolve(schema, property);
      const items = node.items ? resolve(schema, node.items) : null;
      const kind = meaningOf(name, kindOf(node));
      const inner = kind === "record" ? node : items;
      return { name, kind, choices: choicesOf(node), fields: inner ? outputs(schema, inner, depth + 1) : [], items: items && meaningOf(name, kindOf(items)) };
    });
}

/**
 * Follows references and looks through "this or null" and "one or a list of these". What stands beside a
 * reference wins over what it names.
 */
function resolve(schema: Schema, node: Node): Node {
  let merged = node;
  for (let step = 0; step < 8; step += 1) {
    const { $ref, anyOf, oneOf, ...beside } = merged;
    const options = (anyOf ?? oneOf)?.filter((option) => option.type !== "null");
    if ($ref !== undefined) {
      merged = { ...schema.$defs[$ref.replace("#/$defs/", "")], ...beside };
    } else if (options && options.length > 0 && options.slice(1).every((option) => option.type === "array")) {
      merged = { ...beside, ...options[0], ...("default" in beside ? { default: beside.default } : {}) };
    } else {
      return merged;
    }
  }
  return merged;
}

/** What a list consists of. A column of days is typed as dates, a column of numbers as numbers. */
function itemsOf(schema: Schema, node: Node, kind: Kind): Kind | null {
  if (kind === "column-days") return "date";
  if (kind === "column-f64") return "number";
  return node.items ? kindOf(resolve(schema, node.items)) : null;
}

/** The names of a choice, of those that have several the values' own; null, for none, is no name. */
function choicesOf(node: Node): string[] {
  return ((node["x-names"] as unknown[] | undefined) ?? node.enum ?? []).filter((choice): choice is string => typeof choice === "string");
}

function kindOf(node: Node): Kind {
  const named = node["x-kind"];
  if (named && named !== "one-or-many") return named as Kind;
  if (node.properties) return "record";
  if (node.enum) return "choice";
  const types = typesOf(node);
  if (types.includes("array")) return "list";
  if (types.includes("boolean")) return "boolean";
  if (types.includes("integer")) return "integer";
  return types.includes("number") ? "number" : "text";
}

function typesOf(node: Node): string[] {
  return typeof node.type === "string" ? [node.type] : (node.type ?? []);
}
