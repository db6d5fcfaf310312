/** The module `virtual:schema`: schema.json as the forms need it. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const NAME = "virtual:schema";
const RESOLVED = `\0${NAME}`;
const FILE = fileURLToPath(new URL("../../schema.json", import.meta.url));

/** Texts for developers; the page has its own in every language. */
const LEFT_OUT = new Set(["description", "x-descriptions", "title", "$schema", "additionalProperties", "x-room"]);

export function schema(): Plugin {
  return {
    name: "schema",
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      this.addWatchFile(FILE);
      return `export default ${JSON.stringify(lean(JSON.parse(readFileSync(FILE, "utf8"))))};`;
    },
  };
}

/** Without what is left out. A field of a record may have any name, so names of properties all stay. */
function lean(node: unknown, names = false): unknown {
  if (Array.isArray(node)) return node.map((item) => lean(item));
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => names || !LEFT_OUT.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, lean(value, key === "properties" || key === "$defs")]));
}
