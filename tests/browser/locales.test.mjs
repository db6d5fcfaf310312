// Every language says everything that the engine and the schema can bring up. What that is, is read from the
// sources, so that a new notice without words fails here.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createServer } from "vite";

const schema = JSON.parse(readFileSync("schema.json", "utf8"));
let server, locales, reader, labels;

/** A language in one piece: no name is in two of its parts. */
async function whole(language) {
  const [first, ...others] = await Promise.all([language.first(), language.later(), language.rest()]);
  for (const [record, more] of others.flatMap((part) => Object.entries(part))) {
    const twice = Object.keys(more).filter((name) => name in first[record]);
    assert.deepEqual(twice, [], record);
    Object.assign(first[record], more);
  }
  return first;
}

before(async () => {
  server = await createServer({
    configFile: "www/vite.config.ts",
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  const { languages } = await server.ssrLoadModule("/locales/index.ts");
  locales = await Promise.all(languages.map(whole));
  reader = await server.ssrLoadModule("/schema/schema.ts");
  labels = await server.ssrLoadModule("/element/view.ts");
  const [{ addJobs }, { furtherJobs }] = await Promise.all(["/jobs.ts", "/jobs/further.ts"].map((file) => server.ssrLoadModule(file)));
  addJobs(furtherJobs);
});

after(() => server?.close());

test("the languages have the same keys", () => {
  const [first, ...others] = locales.map((locale) => keys(locale));
  for (const other of others) assert.deepEqual(other, first);
});

test("every field, group of fields, choice and value of a quote has its words", () => {
  assert.ok(reader.products(schema).length >= 5);
  for (const locale of locales) {
    const missing = new Set();
    for (const product of reader.products(schema)) {
      const view = { locale, product };
      if (!locale.jobs[product]) missing.add(`job ${product}`);
      for (const field of reader.fieldsOf(schema, product)) {
        const path = field.path;
        if (labels.label(view, path) === path) missing.add(`field ${product}/${path}`);
        const group = path.slice(0, Math.max(0, path.lastIndexOf(".")));
        if (group && labels.label(view, group) === group) missing.add(`group ${product}/${group}`);
        for (const choice of field.choices.filter(isWord)) {
          if (labels.choiceLabel(locale, path, choice) === choice) missing.add(`choice ${path}/${choice}`);
        }
      }
      for (const { name, choices } of outputs(reader.outputsOf(schema, product))) {
        if (labels.outputLabel(view, name) === name) missing.add(`value ${product}/${name}`);
        for (const choice of choices.filter(isWord)) {
          const known = locale.components[choice] ?? locale.choices[`${name}/${choice}`] ?? locale.choices[choice];
          if (known === undefined) missing.add(`choice ${name}/${choice}`);
        }
      }
    }
    assert.deepEqual([...missing], [], locale.tag);
  }
});

test("every notice, error, step, word and unit of the engine has its words", () => {
  const rust = sources("src", ".rs");
  const found = {
    notices: codes(rust, /Notice::new\(\s*"([^"]+)"/g),
    // Tables that a partner supplies are no part of this page: what is wrong with one can't be met here.
    errors: new Set([
      ...codes(rust.filter(({ path }) => !/\/reference\/|main\.rs/.test(path)), ERRORS),
      ...codes(sources("js", ".ts"), /(?:unsupported\(|reason:)\s*"([a-z-]+)"/g),
    ]),
    steps: new Set([...codes(rust, /Step::new\(\s*"([^"]+)"/g), ...codes(rust, TOLD)]),
    units: codes(rust, /\.(?:input|value)\((?:[^;]*?),\s*"([a-z-]+)"\s*,?\s*\)/g),
    words: codes(rust, /\.input\(\s*"([a-z]{3,})"/g),
    grades: new Set(["official", "agency", "secondary", "partner", "assumption"]),
    statuses: new Set(["classified", "market-benchmark", "not-reviewed", "unclassified", "not-listed"]),
  };
  assert.ok(found.notices.size > 10 && found.errors.size > 25 && found.steps.size > 20 && found.units.size > 3);
  for (const locale of locales) {
    for (const [kind, names] of Object.entries(found)) {
      const missing = [...names].filter((name) => locale[kind][name] === undefined);
      assert.deepEqual(missing, [], `${locale.tag}: ${kind}`);
    }
  }
});

test("notices and errors are sentences, whatever values they come with", () => {
  for (const locale of locales) {
    const silent = new Proxy({}, { get: () => "1" });
    for (const [code, write] of Object.entries(locale.notices)) assert.match(write(silent), /[.。]$/u, code);
    for (const [code, write] of Object.entries(locale.errors)) {
      for (const value of ["", "x"]) {
        const text = write({ value, details: {}, least: "", most: "" });
        assert.match(text, /[.。？?]$/u, code);
        assert.doesNotMatch(text, /undefined$/u, code);
      }
    }
  }
});

const ERRORS = /(?:Error::(?:invalid|out_of_range|not_applicable)\(|Error::new\(\s*(?:crate::)?(?:error::)?ErrorKind::\w+,)\s*"([^"]+)"/g;

/** Steps in tables: name, symbol, formula, place, number. */
const TOLD = /\(\s*"([a-z0-9-]+)",\s*"[^"]*",\s*(?:"[^"]*"|[A-Z]+),\s*"[A-Za-z.]+",\s*&/g;

/** Codes such as `CC2`, `30/360` and `AA-` are written the same in every language. */
function isWord(choice) {
  return typeof choice === "string" && /[a-z]{2}/.test(choice);
}

/** The values of a quote, those of the records inside it among them, without what the page words otherwise. */
function outputs(list) {
  const otherwise = ["notices", "editions"];
  return list.filter(({ name }) => !otherwise.includes(name)).flatMap((output) => [output, ...outputs(output.fields)]);
}

function keys(value, path = "") {
  if (typeof value !== "object") return [path];
  return Object.keys(value).sort().flatMap((key) => (/\.steps\.[^.]+$/.test(path) && key === "formula" ? [] : keys(value[key], `${path}.${key}`)));
}

function sources(folder, extension) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(extension))
    .map((name) => join(folder, name))
    .map((path) => ({ path, text: readFileSync(path, "utf8").split("#[cfg(test)]\nmod tests")[0] }));
}

function codes(files, pattern) {
  return new Set(files.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, code]) => code)));
}
