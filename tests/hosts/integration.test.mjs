// The code in docs/integration.md is that of the hosts, which are run.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

test("the recipes are the files that are tested", () => {
  const recipes = [...readFileSync("docs/integration.md", "utf8").matchAll(/^`(tests\/hosts\/[^`]+)`\n```\w+\n([\s\S]*?)^```$/gm)];
  assert.ok(recipes.length >= 9, `${recipes.length} recipes`);
  for (const [, path, code] of recipes) assert.equal(code, readFileSync(path, "utf8"), path);
});

test("the bundlers have the same code", () => {
  const read = (host) => readFileSync(`tests/hosts/${host}/main.js`, "utf8");
  for (const host of ["rollup", "esbuild"]) assert.equal(read(host), read("webpack"));
});
