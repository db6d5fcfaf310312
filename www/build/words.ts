/**
 * The modules `virtual:words/<language>/first`, `/later` and `/rest`: a language's file as far as the first answer needs it, what
 * is read below that answer, and what is left. A name of a field, value, notice, error or step comes before the rest when the
 * first answer's module knows it.
 */

import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { transformWithOxc, type Plugin } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ID = /^virtual:words\/(\w+)\/(first|later|rest)$/;
/** The records of a language that are parted by what the engine's modules know. */
const PARTED = new Set(["fields", "choices", "outputs", "notices", "errors", "steps"]);
/** Of these a name belongs where the page's files have it. */
const PAGE = new Set(["ui", "says", "presets"]);
/** Of these a name is read in the first answer only where its files have it. */
const BELOW = new Set(["outputs", "errors", "steps"]);
/** Read below the first answer. */
const LATER = new Set(["words", "grades", "statuses", "categories"]);

type Part = "first" | "later" | "rest";

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
      const cuts = cut(this.parse(code) as unknown as Node, language, part as Part);
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
function cut(program: Node, language: string, part: Part): [number, number][] {
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
    const { value } = property;
    const inside = value?.properties;
    if ((PARTED.has(name) || PAGE.has(name)) && value && inside) take(inside, value.end - 1, (key) => partOf(name, key) !== part);
    else if (part === (LATER.has(name) ? "later" : "first")) continue;
    // What comes later finds its record, still without words.
    else if (part === "first" && value) cuts.push([value.start + 1, value.end - 1]);
    else cuts.push([property.start, all[place + 1]?.start ?? property.end]);
  }
  return cuts;
}

let known: { module: string; first: Files; later: Files; firsts: Set<string>; products: Set<string> } | undefined;

/** Where a name belongs; one with several parts comes early only where each of them does. */
function partOf(record: string, key: string | undefined): Part {
  if (key === undefined) return "rest"; // names that stand under several headings
  known ??= read();
  const { module, first, later, firsts, products } = known;
  if (PAGE.has(record)) return first.names.has(key) ? "first" : later.names.has(key) ? "later" : "rest";
  const [heading = "", ...rest] = key.split("/");
  if (rest.length > 0 && products.has(heading) && !firsts.has(heading)) return "rest";
  const parts = record === "fields" || record === "outputs" || record === "choices" ? key.split(/[/.]/) : [key];
  const quoted = (part: string) => [first, later].some(({ text }) => text.includes(`"${part}"`));
  if (!parts.every((part) => module.includes(part) || quoted(part))) return "rest";
  return BELOW.has(record) && !parts.slice(-1).every((part) => first.names.has(part)) ? "later" : "first";
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
  const entries = ["../page/page.ts", "../element/register.ts", "../../js/index.ts", "../../js/slim.ts"];
  const first = filesOf(entries.map(at));
  const later = filesOf([at("../element/later.ts")], first);
  return {
    module: readFileSync(file, "latin1"),
    first: named(first),
    later: named(later),
    firsts: names(requests.filter((request) => request["x-first"])),
    products: names(requests),
  };
}

/** Files' text, and the names in it. */
interface Files {
  text: string;
  names: Set<string>;
}

function named(files: ReadonlyMap<string, string>): Files {
  const text = [...files.values()].join("\n");
  return { text, names: new Set(text.match(/[\w-]+/g)) };
}

/** The texts of files that are loaded at once: the entries, what they import, and what that imports; without those that are there. */
function filesOf(entries: string[], there: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const queue = [...entries];
  const texts = new Map<string, string>();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (texts.has(file) || there.has(file) || !existsSync(file)) continue;
    const text = readFileSync(file, "utf8");
    // Those two name everything that there is.
    texts.set(file, /\/(locale|generated\/products)\.ts$/.test(file) ? "" : text);
    for (const [, path] of text.matchAll(/^(?:import|export)(?! type)\b[^;]*?from "(\.[^"]+)\.js";/gm)) queue.push(resolve(dirname(file), `${path}.ts`));
  }
  return texts;
}
