/** What stands beside the element's code in the package: its declarations and its manifest. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");

export function declarations(): Plugin {
  return {
    name: "declarations",
    generateBundle() {
      const emit = (fileName: string, source: string) => this.emitFile({ type: "asset", fileName, source });
      emit("element.d.ts", read("./element.d.ts"));
      emit("element/register.d.ts", read("./register.d.ts"));
      emit("custom-elements.json", manifest());
    },
  };
}

/** The custom-elements manifest, made from the comment over the class, the parts in the code and the table of the look. */
function manifest(): string {
  const code = read("../element/calculator.ts");
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*@element[\s\S]*?)\*\//.exec(code)?.[1] ?? "";
  const [about = "", ...tags] = comment.replace(/^\s*\* ?/gm, "").trim().split(/^@/m);
  const named = (tag: string) => tags.filter((text) => text.startsWith(`${tag} `)).map((text) => entry(text, tag));
  const members = named("prop").map((member) => ({ kind: "field", ...member }));
  const declaration = {
    kind: "class",
    name: "ExportRiskCalculator",
    tagName: named("element")[0]?.name,
    customElement: true,
    description: about.trim(),
    superclass: { name: "LitElement", package: "lit" },
    attributes: named("attr"),
    members,
    events: named("fires").map((event) => ({ ...event, type: { text: "CustomEvent" } })),
    slots: named("slot"),
    cssParts: parts().map((name) => ({ name })),
    cssProperties: cssProperties(),
  };
  const module = (path: string, exports: object[], declarations: object[]) => ({
    kind: "javascript-module",
    path,
    declarations,
    exports,
  });
  const reference = { name: "ExportRiskCalculator", module: "element.js" };
  const modules = [
    module("element.js", [{ kind: "js", name: reference.name, declaration: reference }], [declaration]),
    module(
      "element/register.js",
      [{ kind: "custom-element-definition", name: declaration.tagName, declaration: reference }],
      [],
    ),
  ];
  return `${JSON.stringify({ schemaVersion: "1.0.0", modules }, null, 2)}\n`;
}

/** `attr theme - what it is` as `{ name: "theme", description: "what it is" }`. */
function entry(text: string, tag: string): { name: string; description: string } {
  // The default slot has no name.
  const [name = "", ...rest] = text.slice(tag.length).split(" - ");
  return { name: name.trim(), description: rest.join(" - ").replace(/\s+/g, " ").trim() };
}

/** The parts that the regions have, wherever they are written. */
function parts(): string[] {
  const folder = fileURLToPath(new URL("../", import.meta.url));
  const files = ["components", "element"].flatMap((name) => readdirSync(`${folder}${name}`, { recursive: true, encoding: "utf8" }).map((file) => `${folder}${name}/${file}`));
  const code = files.filter((file) => file.endsWith(".ts")).map((file) => readFileSync(file, "utf8")).join("\n");
  return [...new Set([...code.matchAll(/\spart="([a-z-]+)"/g)].map(([, name = ""]) => name))].sort();
}

/** The rows of the table over the tokens: `-card` in a row stands for `--export-risk-card`. */
function cssProperties(): { name: string; description: string }[] {
  const rows = [...read("../styles/tokens.ts").matchAll(/^ \* \| (`--.+?) \| (.+?) \|$/gm)];
  return rows.flatMap(([, names = "", description = ""]) =>
    [...names.matchAll(/`(-[^`]+)`/g)].map(([, name = ""]) => ({
      name: name.startsWith("--") ? name : `--export-risk${name}`,
      description,
    })),
  );
}
