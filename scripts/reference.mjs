// The reference in `docs/api`: every request and quote from the schema, each with an example that is answered while this
// is written, and the methods from their declarations.

import { readdirSync, readFileSync } from "node:fs";
import { buildSync } from "esbuild";
import { choices, columns, example, fields, firstSentence, kinds, shown, signed, table } from "./markdown.mjs";
import { methods, typesOf } from "./declared.mjs";

const made = "<!-- Written by `npm run generate`; do not edit. -->\n";

/** The texts of all files, by path; `answer` quotes a request. */
export async function reference(schema, answer) {
  const jobs = await jobsOfThePage();
  const products = schema.oneOf.map(({ $ref }) => productOf(schema, $ref.split("/").at(-1)));
  const places = placesOf(schema, products);
  const files = { "docs/api/README.md": overview(products), "docs/api/shared.md": shared(schema, places) };
  for (const product of products) {
    const job = jobs.find((job) => job.product === product.name);
    files[`docs/api/${product.name}.md`] = page(schema, product, places, job, answer);
  }
  files["docs/api/rate-card.md"] = card(schema, places);
  return files;
}

function productOf(schema, request) {
  const record = schema.$defs[request];
  return { name: record["x-product"], request, quote: record["x-quote"], first: record["x-first"], record };
}

/** The deals that the page opens with: filled in as a practitioner would. */
async function jobsOfThePage() {
  const contents = 'import { addJobs, inOrder, jobOf } from "./www/jobs.ts"; import { furtherJobs } from "./www/jobs/further.ts";'
    + "addJobs(furtherJobs); export const jobs = (names) => inOrder(names).map(jobOf);";
  const { outputFiles } = buildSync({ stdin: { contents, resolveDir: "." }, bundle: true, format: "esm", write: false });
  const { jobs } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
  const schema = JSON.parse(readFileSync("schema.json", "utf8"));
  return jobs(schema.oneOf.map(({ $ref }) => schema.$defs[$ref.split("/").at(-1)]["x-product"]));
}

/** Where each record and each list of names stands: with the one product that has it, or with what is shared. */
function placesOf(schema, products) {
  const users = new Map();
  for (const { name, request, quote } of products) {
    for (const used of new Set([...within(schema, request), ...within(schema, quote)])) {
      users.set(used, [...(users.get(used) ?? []), name]);
    }
  }
  const place = (file, name, anchor = name.toLowerCase()) => [name, { file, anchor }];
  const places = new Map([...users].map(([used, names]) => place(names.length > 1 ? "shared" : names[0], used)));
  for (const used of within(schema, "RateCard")) if (!places.has(used)) places.set(...place("rate-card", used));
  // A quote that is part of another one stands with its own product.
  for (const { name, quote } of products) places.set(...place(name, quote, "the-quote"));
  return places;
}

/** The definitions and the lists of names that a record leads to, itself first. */
function within(schema, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const look = (node) => {
    if (Array.isArray(node)) return node.forEach(look);
    if (typeof node !== "object" || node === null) return;
    if (node.$ref) within(schema, node.$ref.split("/").at(-1), found);
    if (node["x-choice"]) found.add(node["x-choice"]);
    Object.values(node).forEach(look);
  };
  look(schema.$defs[name]);
  return found;
}

function page(schema, { name, request, quote, first, record }, places, job, answer) {
  const link = (target) => linkTo(places, name, target);
  const parts = [made, `# ${name}`, record.description];
  parts.push(first ? "In the first module too: `loadEngine({ first: true })`." : "");
  parts.push("## Example", ...example(answer, filledIn(job) ? job : fromFixtures(name)));
  parts.push(`## The request\n\n\`${request}\``, table(fields(schema.$defs[request], link)));
  parts.push(`## The quote\n\n\`${quote}\`. ${schema.$defs[quote].description}`, table(columns(schema.$defs[quote], link)));
  parts.push(...own(schema, name, places, [request, quote], [request, quote]));
  parts.push("## What is refused", refused(answer, name));
  return joined(parts);
}

/** The records and lists of names that stand in one file, beside those that it begins with. */
function own(schema, place, places, roots, shownAlready) {
  const order = [...new Set(roots.flatMap((root) => [...within(schema, root)]))];
  const mine = order.filter((name) => places.get(name).file === place && !shownAlready.includes(name));
  const inQuotes = new Set(roots.filter((root) => root.endsWith("Quote")).flatMap((root) => [...within(schema, root)]));
  const records = mine.filter((name) => schema.$defs[name]?.properties);
  const lists = mine.filter((name) => !schema.$defs[name]?.properties);
  const link = (target) => linkTo(places, place, target);
  const parts = records.map((name) => {
    const list = inQuotes.has(name) ? columns : fields;
    return `### ${name}\n\n${schema.$defs[name].description}\n\n${table(list(schema.$defs[name], link))}`;
  });
  if (records.length) parts.unshift("## Groups of fields");
  if (lists.length) parts.push("## Names", ...lists.map((name) => `### ${name}\n\n${choices(schema, name)}`));
  return parts;
}

function shared(schema, places) {
  const roots = [...places].filter(([, { file }]) => file === "shared").map(([name]) => name).sort();
  const parts = [made, "# What several products have", ...own(schema, "shared", places, roots, [])];
  return joined(parts);
}

function card(schema, places) {
  const record = schema.$defs.RateCard;
  const parts = [made, "# Rate card", record.description, "How to use one: [the guide](../rate-card.md).", "## The card"];
  parts.push(table(fields(record, (target) => linkTo(places, "rate-card", target))));
  parts.push(...own(schema, "rate-card", places, ["RateCard"], ["RateCard"]));
  return joined(parts);
}

/** The address of a heading, seen from the file of another. */
function linkTo(places, from, target) {
  const { file, anchor } = places.get(target);
  return `${file === from ? "" : `${file}.md`}#${anchor}`;
}

function filledIn(job) {
  return Object.keys(job.opening).length > 1;
}

/** Where the page has no deal of its own: the shortest request of the fixtures that says something. */
function fromFixtures(product) {
  const answered = cases().filter(({ request, error }) => request?.product === product && !error);
  const sized = answered.map(({ request }) => ({ request, size: JSON.stringify(request).length })).sort((a, b) => a.size - b.size);
  const { request } = sized.find(({ size }) => size > 150) ?? sized.at(-1) ?? {};
  if (!request) throw new Error(`${product} has neither a job on the page nor a fixture: the reference needs an example`);
  return { opening: request, headline: "" };
}

function cases() {
  const files = readdirSync("tests/fixtures").filter((name) => name.endsWith(".json")).sort();
  return files.flatMap((file) => JSON.parse(readFileSync(`tests/fixtures/${file}`, "utf8")));
}

/** One refused request for each kind of error, from the fixtures, with what the engine says to it. */
function refused(answer, product) {
  const seen = new Map();
  for (const { request, error } of cases()) {
    if (request?.product === product && error && !seen.has(error.kind)) seen.set(error.kind, answer(request));
  }
  const rows = [...seen].sort().map(([kind, said]) => [`\`${kind}\``, `\`${said.reason}\``, `\`${said.field}\``, shown(said.message)]);
  const general = "The [kinds of errors](README.md#errors). A field that is not above is refused, with the nearest name.";
  return rows.length ? `${general} One of each kind:\n\n${signed(["kind", "reason", "field", "message"], rows)}` : general;
}

function overview(products) {
  const rows = products.map(({ name, record }) => [`[\`${name}\`](${name}.md)`, firstSentence(record.description)]);
  const engine = readFileSync("js/engine.ts", "utf8");
  const parts = [made, "# Reference", opening];
  parts.push("## Products", signed(["product", "request"], rows));
  parts.push("What they share: [shared.md](shared.md). A partner's own numbers: [rate-card.md](rate-card.md).");
  parts.push("## Kinds of values", kinds());
  parts.push("## Starting", ...typesOf(readFileSync("js/load.ts", "utf8"), ["WasmSource", "LoadOptions"]));
  parts.push("`export-risk/slim` has no module inside:", ...typesOf(readFileSync("js/slim.ts", "utf8"), ["SlimOptions"]));
  parts.push("## Methods", ...methods(engine));
  parts.push("## What methods take and give", ...typesOf(engine, everyType(engine)));
  parts.push(...typesOf(readFileSync("js/generated/products.ts", "utf8"), imported(engine)));
  parts.push("## Tools", ...typesOf(readFileSync("js/rows.ts", "utf8"), ["rows", "dateOf"]));
  parts.push("## Errors", ...typesOf(readFileSync("js/error.ts", "utf8"), ["ErrorKind", "ErrorParts"]), errorKinds);
  return joined(parts);
}

const opening = `One object goes in, one comes out. A request names its \`product\`; every field that it does not have stands under "left out" with
what then holds. Unknown fields are refused. The same documents are understood by the package, the command line
(\`export-risk quote < request.json\`) and the Rust crate (\`Engine::quote_json\`); \`export-risk/schema.json\` describes them for programs,
and the package's types for TypeScript.

Every quote has \`editions\`, the tables that it used, and \`notices\`, what a reader should know, as codes with values. \`explain\`
gives the working beside it, step by step.`;

const errorKinds = `Every method throws a \`QuoteError\` with these parts as properties: a sentence for people in \`message\`, a stable
code for translations in \`reason\`.

${signed(["kind", "what to do"], [
  ["`invalid-input`", "change the field: it is not of its kind, unknown, missing, or contradicts another one"],
  ["`out-of-range`", "change the value: `details` has the bound that was passed"],
  ["`missing-data`", "give what no table has, a category for instance"],
  ["`not-applicable`", "the rule does not apply to such a request: ask for another one"],
  ["`unsupported`", "the engine can't run or can't do it here: the message says what to change"],
  ["`no-convergence`", "there is no such rate or value: `details` has the range that was searched"],
])}`;

/** What the methods' types need of the generated ones, beside requests and what stands in shared.md. */
function imported(text) {
  const [, names] = /import type \{([^}]*)\} from "\.\/generated\/products\.js"/.exec(text);
  return names.split(",").map((name) => name.trim()).filter((name) => name && !/Request$|^(Products|Edition|Notice)$/.test(name));
}

function everyType(text) {
  const names = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
  return names.filter((name) => name !== "Engine" && name !== "Answering");
}

function joined(parts) {
  return `${parts.filter(Boolean).join("\n\n").replace("-->\n\n\n", "-->\n\n")}\n`;
}
