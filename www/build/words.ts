/**
 * The modules `virtual:words/<language>/first` and `/rest`: a language's file as far as the first answer needs it, and what is
 * left. A name of a field, value, notice, error or step is of the first answer when its module knows that name.
 */

import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { transformWithOxc, type Plugin } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ID = /^virtual:words\/(\w+)\/(first|rest)$/;
/** The records of a language that are parted; all else comes first. */
const PARTED = new Set(["fields", "choices", "outputs", "notices", "errors", "steps"]);
/** Of these a name is of the first answer when the page's first files have it. */
const PAGE = new Set(["ui", "says", "presets"]);

export function words(): Plugin {
  return {
    name: "words",
    resolveId: (id) => (ID.test(id) ? `\0${id}` : undefined),
    async load(id) {
      const [, language, part] = ID.exec(id.slice(1)) ?? [];
      if (!id.startsWith("\0") || !language) return undefined;
      const file = at(`../locales/${language}.ts`);
      this.addWatchFile(file);
      const { code } = await transformWithOxc(readFileSync(file, "utf8"), file);
      const cuts = cut(this.parse(code) as unknown as Node, language, part === "first");
      const left = cuts.reduceRight((text, [from, to]) => text.slice(0, from) + text.slice(to), code);
      return `${left.replaceAll('from "./', `from "${at("../locales/")}`)}\nexport const words = ${language};\n`;
    },
  };
}

interface Node {
  type: string;
  start: number;
  end: number;
  body?: Node[];
  declaration?: Node;
  declarations?: { id: { name: string }; init: Node }[];
  properties?: (Node & { key?: { name?: string; value?: string }; value?: Node })[];
}

/** What to take out, in the order of the text: properties with the comma behind them. */
function cut(program: Node, language: string, first: boolean): [number, number][] {
  const declared = (program.body ?? []).flatMap((node) => node.declaration?.declarations ?? []);
  const all = declared.find(({ id }) => id.name === language)?.init.properties ?? [];
  const cuts: [number, number][] = [];
  const take = (properties: NonNullable<Node["properties"]>, end: number, leaves: (name: string | undefined) => boolean) => {
    for (const [place, property] of properties.entries()) {
      const name = property.key?.name ?? property.key?.value;
      if (leaves(name)) cuts.push([property.start, properties[place + 1]?.start ?? end]);
    }
  };
  for (const [place, property] of all.entries()) {
    const name = property.key?.name ?? property.key?.value ?? "";
    const inside = property.value?.properties;
    if ((PARTED.has(name) || PAGE.has(name)) && inside) take(inside, (property.value as Node).end - 1, (key) => isFirst(name, key) !== first);
    else if (!first) cuts.push([property.start, all[place + 1]?.start ?? property.end]);
  }
  return cuts;
}

let known: { module: string; files: string; first: Set<string>; products: Set<string> } | undefined;

/** Whether a name is of the first answer; of one with several parts, each of them. */
function isFirst(record: string, key: string | undefined): boolean {
  if (key === undefined) return false; // names that stand under several headings
  known ??= read();
  const { module, files, first, products } = known;
  if (PAGE.has(record)) return new RegExp(`\\b${key}\\b`).test(files);
  const [heading = "", ...rest] = key.split("/");
  if (rest.length > 0 && products.has(heading) && !first.has(heading)) return false;
  const parts = record === "fields" || record === "outputs" || record === "choices" ? key.split(/[/.]/) : [key];
  return parts.every((part) => module.includes(part) || files.includes(`"${part}"`));
}

function read(): NonNullable<typeof known> {
  const file = at("../../dist/export-risk-first.wasm");
  if (!existsSync(file)) throw new Error("build the engine first: npm run build");
  const { oneOf, $defs } = JSON.parse(readFileSync(at("../../schema.json"), "utf8")) as {
    oneOf: { $ref: string }[];
    $defs: Record<string, { "x-first"?: boolean; properties: { product: { const: string } } }>;
  };
  const requests = oneOf.map(({ $ref }) => $defs[$ref.slice($ref.lastIndexOf("/") + 1)]).filter((request) => request !== undefined);
  const names = (list: typeof requests) => new Set(list.map((request) => request.properties.product.const));
  return { module: readFileSync(file, "latin1"), files: firstFiles(), first: names(requests.filter((request) => request["x-first"])), products: names(requests) };
}

/** The text of the page's files that are loaded at once: what the entries import, and what that imports. */
function firstFiles(): string {
  const queue = [at("../page/page.ts"), at("../element/register.ts"), at("../../js/index.ts"), at("../../js/slim.ts")];
  const texts = new Map<string, string>();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (texts.has(file) || !existsSync(file)) continue;
    const text = readFileSync(file, "utf8");
    // Those two name everything that there is.
    texts.set(file, /\/(locale|generated\/products)\.ts$/.test(file) ? "" : text);
    for (const [, path] of text.matchAll(/^(?:import|export)\b[^;]*?from "(\.[^"]+)\.js";/gm)) queue.push(resolve(dirname(file), `${path}.ts`));
  }
  return [...texts.values()].join("\n");
}
