// Writes what follows from the Rust types: the TypeScript declarations and the JSON Schema.
//
// Both are checked in, so that a change of the public surface shows in its diff; the tests run this with
// `--check` and fail when a copy is out of date.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Failure, run, runIfStarted, say } from "./run.mjs";

const files = { "js/generated/products.ts": "declarations", "schema.json": "schema" };

await runIfStarted(import.meta.url, ([option]) => {
  run("cargo", ["build", "-q", "--bin", "export-risk"]);
  const stale = Object.entries(files).filter(([path, command]) => !isCurrent(path, print(command)));
  if (option === "--check" && stale.length) {
    throw new Failure(`Out of date: ${stale.map(([path]) => path).join(", ")}. Run "npm run generate".`);
  }
  for (const [path, command] of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, print(command));
    say(`wrote ${path}`);
  }
});

function print(command) {
  return run("cargo", ["run", "-q", "--bin", "export-risk", "--", command]);
}

function isCurrent(path, text) {
  return existsSync(path) && readFileSync(path, "utf8") === text;
}
