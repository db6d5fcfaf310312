// The page "Method and sources", one document a language, from the tables, the engine's own explanations and the words of
// the calculator: nothing of it is written by hand.

import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { runIfStarted, say } from "./run.mjs";

const tablesFolder = "src/reference/tables";
const fixturesFolder = "tests/fixtures";
const place = "dist/method";

/** Writes `dist/method/`, and the same for the site. Needs the package's JavaScript and modules in `dist/`. */
export async function writeMethod() {
  const page = await bundled();
  const data = await collect(page);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(join(place, "tables"), { recursive: true });
  for (const locale of page.locales) {
    writeFileSync(join(place, `${locale.tag.split("-")[0]}.html`), page.methodPage(locale, data));
  }
  const tokens = page.tokens.cssText.replaceAll(/:host(?:\(\[theme="\w+"\]\))?/g, ":root").split(/\n\s*:root \{\n\s*color-scheme: (?:light|dark);/)[0];
  writeFileSync(join(place, "method.css"), `${tokens}\n${readFileSync("www/method/method.css", "utf8")}`);
  for (const { file } of data.tables) copyFileSync(join(tablesFolder, file), join(place, "tables", file));
  cpSync(place, "dist/site/method", { recursive: true });
  return data;
}

/** What the page is made of, in the language of this script. */
export async function bundled() {
  const contents = `
    export { en } from "./www/locales/en.ts"; export { zh } from "./www/locales/zh.ts";
    import { en } from "./www/locales/en.ts"; import { zh } from "./www/locales/zh.ts";
    export const locales = [en, zh];
    export { methodPage, columnMeaning, notice } from "./www/method/page.ts";
    export { tableTitle } from "./www/locales/tables.ts";
    export { tokens } from "./www/styles/tokens.ts";
    import { addJobs, inOrder, jobOf } from "./www/jobs.ts"; import { furtherJobs } from "./www/jobs/further.ts";
    addJobs(furtherJobs); export { inOrder, jobOf };`;
  const { outputFiles } = buildSync({ stdin: { contents, resolveDir: "." }, bundle: true, format: "esm", platform: "node", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

/** The head and the rows of a table's file. */
export function readTable(file) {
  const lines = readFileSync(join(tablesFolder, file), "utf8").split("\n").map((line) => line.trim()).filter(Boolean);
  const head = Object.fromEntries(lines.filter((line) => line.startsWith("#")).map((line) => {
    const at = line.indexOf(":");
    return [line.slice(1, at).trim(), line.slice(at + 1).trim()];
  }));
  const [columns, ...rows] = lines.filter((line) => !line.startsWith("#")).map((line) => line.split(",").map((cell) => cell.trim()));
  const { id, title, source, inForce = null, retrieved, grade, licence = null } = head;
  return { id, title, source, inForce, retrieved, grade, licence, columns, rows, file };
}

async function collect({ locales, notice, inOrder, jobOf }) {
  const { loadEngine } = await import(pathToFileURL("dist/node.js").href);
  const engine = await loadEngine();
  const schema = JSON.parse(readFileSync("schema.json", "utf8"));
  const names = schema.oneOf.map(({ $ref }) => schema.$defs[$ref.split("/").at(-1)].properties.product.const);
  return {
    version: engine.version,
    tables: readdirSync(tablesFolder).filter((name) => name.endsWith(".csv")).sort().map(readTable),
    products: stepsByProduct(engine, inOrder(names), jobOf),
    assumed: Object.keys(locales[0].notices).filter((code) => /\bassum/i.test(notice(locales[0], code))).sort(),
    differences: differences(),
    languages: locales.map(({ tag, name }) => ({ tag, name })),
  };
}

/** Every step that the page's deals and the tests' requests bring up, each formula once, in the order of the workings. */
function stepsByProduct(engine, names, jobOf) {
  const found = new Map(names.map((name) => [name, new Map()]));
  const take = (request) => {
    let steps;
    try {
      ({ steps } = engine.explain(request));
    } catch {
      return; // a fixture of an error
    }
    const own = found.get(request.product);
    for (const { id, symbol, formula, source, grade } of steps) {
      const key = `${id}\n${formula}`;
      if (!own.has(key)) own.set(key, { id, symbol, formula, cited: [] });
      const { cited } = own.get(key);
      if (!cited.some((known) => known.source === source && known.grade === grade)) cited.push({ source, grade });
    }
  };
  for (const name of names) {
    const { opening, presets, options = {} } = jobOf(name);
    for (const patch of [{}, ...presets.map((preset) => preset.patch), ...Object.values(options).map(({ add }) => add)]) take(laid(opening, patch));
  }
  const taken = new Map();
  for (const file of readdirSync(fixturesFolder).filter((name) => name.endsWith(".json")).sort()) {
    for (const { request, error } of JSON.parse(readFileSync(join(fixturesFolder, file), "utf8"))) {
      const count = (taken.get(`${file} ${request.product}`) ?? 0) + 1;
      taken.set(`${file} ${request.product}`, count);
      if (!error && count <= 60 && found.has(request.product)) take(request);
    }
  }
  return names.map((name) => ({ name, steps: [...found.get(name).values()] }));
}

function laid(document, patch) {
  const copy = { ...document };
  for (const [name, value] of Object.entries(patch)) {
    const both = [copy[name], value].every((part) => typeof part === "object" && part !== null && !Array.isArray(part));
    copy[name] = both ? laid(copy[name], value) : value;
  }
  return copy;
}

/** The notes in the engine's documents that begin with DIFFERENCE. */
export function differences() {
  const notes = [];
  for (const path of readdirSync("src", { recursive: true }).filter((name) => name.endsWith(".rs")).sort()) {
    const lines = readFileSync(join("src", path), "utf8").split("\n").map((line) => /^\s*\/\/[/!] ?(.*)$/.exec(line)?.[1]);
    lines.forEach((line, at) => {
      if (!line?.includes("DIFFERENCE:")) return;
      const end = lines.findIndex((other, place) => place > at && (other === undefined || other.trim() === "" || /^(#|Source:|- )/.test(other.trim())));
      const said = lines.slice(at, end < 0 ? undefined : end).join(" ").replace(/^.*?DIFFERENCE:\s*/, "").replace(/\s+/g, " ");
      notes.push({ place: path.replace(/\.rs$/, ""), text: (said[0].toUpperCase() + said.slice(1)).replace(/\[`([^\]]+)`\](\([^)]*\))?/g, "$1").replaceAll("`", "").trim() });
    });
  }
  return notes;
}

await runIfStarted(import.meta.url, async () => {
  const { tables, products } = await writeMethod();
  say(`method: ${tables.length} tables, ${products.reduce((sum, { steps }) => sum + steps.length, 0)} formulas in dist/method/`);
});
