// What the documents say holds: every link leads somewhere, every request in them is answered, every card is accepted.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { attempt } from "../../scripts/run.mjs";

const documents = [
  ...readdirSync(".").filter((name) => name.endsWith(".md")),
  ...readdirSync("docs", { recursive: true }).filter((name) => name.endsWith(".md")).map((name) => join("docs", name)),
];
const texts = new Map(documents.map((path) => [path, readFileSync(path, "utf8")]));
const schema = JSON.parse(readFileSync("schema.json", "utf8"));
// The schema says more than the standard does: kinds, names, descriptions.
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(schema, "schema");

test("every link leads to a file and a heading that are there", () => {
  const broken = [];
  for (const [path, text] of texts) {
    for (const [, target] of withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?|mailto):/.test(target)) continue;
      const [file, anchor] = target.split("#");
      const at = file ? normalize(join(dirname(path), file)) : path;
      if (!existsSync(at)) broken.push(`${path}: ${target}`);
      else if (anchor && !anchorsOf(at).has(anchor)) broken.push(`${path}: ${target} has no such heading`);
    }
  }
  assert.deepEqual(broken, []);
});

test("every request that is written out fits the schema and is answered", () => {
  const valid = ajv.compile({ $ref: "schema" });
  let seen = 0;
  for (const [path, text] of texts) {
    for (const block of blocksOf(text, "json")) {
      const request = JSON.parse(block);
      if (!request.product) continue;
      assert.ok(valid(request), `${path}, ${request.product}: ${ajv.errorsText(valid.errors)}`);
      const { ok, output } = native(["quote"], block);
      assert.ok(ok, `${path}, ${request.product}: ${output}`);
      seen += 1;
    }
  }
  assert.ok(seen >= schema.oneOf.length, "the reference has one of each product");
});

test("the rate cards of the guide and of the package fit the schema and are accepted", () => {
  const valid = ajv.compile({ $ref: "schema#/$defs/RateCard" });
  const cards = [
    ...blocksOf(texts.get("docs/rate-card.md"), "json").map((text) => ["the guide", text]),
    ...readdirSync("examples").filter((name) => name.endsWith(".json")).map((name) => [name, readFileSync(join("examples", name), "utf8")]),
  ];
  assert.ok(cards.length >= 3, "the guide has a complete one");
  const folder = mkdtempSync(join(tmpdir(), "export-risk-card-"));
  try {
    for (const [name, text] of cards) {
      assert.ok(valid(JSON.parse(text)), `${name}: ${ajv.errorsText(valid.errors)}`);
      writeFileSync(join(folder, "card.json"), text);
      const { ok, output } = native(["countries", "--rate-card", join(folder, "card.json")]);
      assert.ok(ok, `${name}: ${output}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function native(parameters, input = "") {
  return attempt("cargo", ["run", "-q", "--bin", "export-risk", "--", ...parameters], { input });
}

function blocksOf(text, language) {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, of]) => of === language).map(([, , block]) => block);
}

function withoutCode(text) {
  return text.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "``");
}

/** The addresses of a document's headings, as the sites that show them make them. */
function anchorsOf(path) {
  const headings = [...withoutBlocks(readFileSync(path, "utf8")).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
  return new Set(headings.map((heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-")));
}

function withoutBlocks(text) {
  return text.replace(/^```[\s\S]*?^```$/gm, "");
}
