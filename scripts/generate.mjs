// Writes what follows from the Rust types: the TypeScript declarations, the JSON Schema and the reference.
//
// All are checked in, so that a change of the public surface shows in its diff; the tests run this with
// `--check` and fail when a copy is out of date.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cargoTarget } from "./build.mjs";
import { reference } from "./reference.mjs";
import { attempt, Failure, run, runIfStarted, say } from "./run.mjs";

await runIfStarted(import.meta.url, async ([option]) => {
  run("cargo", ["build", "-q", "--bin", "export-risk"]);
  const program = join(cargoTarget(), "debug", "export-risk");
  const schema = run(program, ["schema"]);
  const answer = (request) => answered(program, request);
  const wanted = {
    "js/generated/products.ts": run(program, ["declarations"]),
    "schema.json": schema,
    ...(await reference(JSON.parse(schema), answer)),
  };
  const stale = Object.keys(wanted).filter((path) => !isCurrent(path, wanted[path]));
  const gone = (existsSync("docs/api") ? readdirSync("docs/api") : []).map((name) => `docs/api/${name}`).filter((path) => !(path in wanted));
  if (option === "--check" && stale.length + gone.length) {
    throw new Failure(`Out of date: ${[...stale, ...gone].join(", ")}. Run "npm run generate".`);
  }
  for (const path of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, wanted[path]);
    say(`wrote ${path}`);
  }
  for (const path of gone) {
    rmSync(path);
    say(`removed ${path}`);
  }
});

/** The quote of a request, or the error that it is refused with. */
function answered(program, request) {
  const { ok, stdout, output } = attempt(program, ["quote"], { input: JSON.stringify(request) });
  const document = (ok ? stdout : output).trim();
  if (!document.startsWith("{")) throw new Failure(`No answer to ${JSON.stringify(request)}:\n${document}`);
  return JSON.parse(document);
}

function isCurrent(path, text) {
  return existsSync(path) && readFileSync(path, "utf8") === text;
}
