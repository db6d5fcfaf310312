/**
 * The modules `virtual:schema`, `virtual:schema/first` and `virtual:schema/main`: schema.json as the page needs it: whole, as far
 * as the products of the first answer go, and the request of the main job alone.
 */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const FILE = fileURLToPath(new URL("../../schema.json", import.meta.url));
const MODULES: Readonly<Record<string, (schema: Root) => unknown>> = {
  "virtual:schema": lean, "virtual:schema/first": first, "virtual:schema/main": main,
};

interface Root {
  oneOf: { $ref: string }[];
  $defs: Record<string, Record<string, unknown>>;
}

const MAIN = "export-credit";

/** Texts for developers; the page has its own in every language. */
const LEFT_OUT = new Set(["description", "x-descriptions", "title", "$schema", "additionalProperties", "x-room", "x-first"]);

export function schema(): Plugin {
  return {
    name: "schema",
    resolveId: (id) => (id in MODULES ? `\0${id}` : undefined),
    load(id) {
      const make = id.startsWith("\0") ? MODULES[id.slice(1)] : undefined;
      if (!make) return undefined;
      this.addWatchFile(FILE);
      return `export default ${JSON.stringify(make(JSON.parse(readFileSync(FILE, "utf8")) as Root))};`;
    },
  };
}

/** What the first answer needs before it is there, with the names of all products and of the fields at the top of their requests. */
function main(root: Root): unknown {
  const requests = requestsOf(root);
  const names = requests.flatMap((request) => Object.keys(request.properties as object));
  const firsts = requests.filter((request) => request["x-first"]);
  return {
    schema: part(root, [root.oneOf[requests.findIndex((request) => request["x-product"] === MAIN)]], false),
    products: requests.map((request) => request["x-product"]),
    first: firsts.map((request) => request["x-product"]),
    names: [...new Set(names)].filter((name) => name !== "product"),
  };
}

/** The products of the first answer's engine, with their quotes. */
function first(root: Root): unknown {
  const requests = requestsOf(root);
  return part(root, root.oneOf.filter((_, index) => requests[index]?.["x-first"]), true);
}

function requestsOf(root: Root): Record<string, unknown>[] {
  return root.oneOf.map(({ $ref }) => root.$defs[nameOf($ref)] ?? {});
}

/** Some requests, with what they consist of and, when wanted, their quotes. */
function part(root: Root, own: readonly unknown[], quotes: boolean): unknown {
  const kept = new Set<string>();
  const keep = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { $ref, "x-quote": quote } = node as { $ref?: string; "x-quote"?: string };
    for (const name of [$ref && nameOf($ref), quotes && quote]) {
      if (!name || kept.has(name)) continue;
      kept.add(name);
      keep(root.$defs[name]);
    }
    Object.values(node).forEach(keep);
  };
  keep(own);
  return lean({ oneOf: own, $defs: Object.fromEntries(Object.entries(root.$defs).filter(([name]) => kept.has(name))) });
}

function nameOf(reference: string): string {
  return reference.replace("#/$defs/", "");
}

/** Without what is left out. A field of a record may have any name, so names of properties all stay. */
function lean(node: unknown, names = false): unknown {
  if (Array.isArray(node)) return node.map((item) => lean(item));
  if (typeof node !== "object" || node === null) return node;
  // Where choices have names of their own, the list of everything that is also understood is for programs.
  const isNamed = !names && "x-names" in node;
  const kept = Object.entries(node).filter(([key]) => names || !(LEFT_OUT.has(key) || (isNamed && key === "enum")));
  return Object.fromEntries(kept.map(([key, value]) => [key, lean(value, key === "properties" || key === "$defs")]));
}
