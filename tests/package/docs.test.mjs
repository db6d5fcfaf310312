// The code that the documents show for the package runs as it stands there, in a folder that has the package installed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runUserCode } from "./installed.mjs";

test("the README's examples run one after the other", () => {
  const output = runUserCode(blocksOf("README.md").join("\n"));
  assert.match(output, /^617300\.00 0\.\d+$/m, "the premium, and what it adds to the rate");
  assert.match(output, /^1619957\.9$/m, "the amount that is searched for");
  assert.match(output, /^amount \d/m, "what moves the premium");
  assert.match(output, /^Float64Array\(2\) \[ \d+, \d+ \] Float64Array\(2\)/m, "a book");
});

test("the import map of the security notes has a hash for each script", () => {
  const [code] = blocksOf("docs/security.md");
  const { integrity } = JSON.parse(runUserCode(`${code}\nconsole.log(importMap);`, ["--no-warnings"]));
  assert.ok(Object.keys(integrity).length > 20);
  assert.match(integrity["/export-risk/element/register.js"], /^sha384-/);
});

/** Which file has which blocks of JavaScript. */
function blocksOf(path) {
  return [...readFileSync(path, "utf8").matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, block]) => block);
}
