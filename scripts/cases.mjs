// What is proven, in one table: every case of `tests/fixtures` through the built package, by kind.
//
// `npm run cases` prints the table; `-- --kind xirr` every case of one kind with its source.

import { parseArgs } from "node:util";
import { answerOf, fixtures, problemsOf } from "../tests/package/fixtures.mjs";
import { Failure, runIfStarted, say } from "./run.mjs";

await runIfStarted(import.meta.url, async (args) => {
  const { kind } = parseArgs({ args, options: { kind: { type: "string" } } }).values;
  const { loadEngine } = await import("../dist/node.js");
  const engine = await loadEngine();
  const cases = fixtures().filter((fixture) => kind === undefined || fixture.kind === kind)
    .map((fixture) => ({ ...fixture, difference: fixture.difference ?? fixture.note }))
    .map((fixture) => ({ ...fixture, problems: problemsOf(answerOf(engine, fixture.request), fixture) }));
  if (!cases.length) throw new Failure(`There are no cases of the kind "${kind}".`);
  if (kind !== undefined) cases.forEach(printCase);
  printTable(cases);
  printDifferences(cases);
  const failed = cases.filter(({ problems }) => problems.length);
  for (const { file, name, problems } of failed) say(`\nFAILED ${file}: ${name}\n  ${problems.join("\n  ")}`);
  if (failed.length) throw new Failure(`${failed.length} of ${cases.length} cases fail.`);
});

function printCase({ name, source, error, problems }) {
  say(`${problems.length ? "FAILED" : "passed"}  ${name}${error ? ` (refused: ${error.kind})` : ""}\n        ${source}`);
}

function printTable(cases) {
  const kinds = [...new Set(cases.map(({ kind }) => kind))].sort();
  const line = (kind, list) => {
    const passed = list.filter(({ problems }) => !problems.length).length;
    const refusals = list.filter(({ error }) => error).length;
    const differences = list.filter(({ difference }) => difference).length;
    row(kind, [list.length, passed, refusals, differences]);
  };
  row("kind", ["cases", "passed", "refusals", "differences"]);
  for (const kind of kinds) line(kind, cases.filter((fixture) => fixture.kind === kind));
  line("all", cases);
}

function row(name, cells) {
  say(name.padEnd(32) + cells.map((cell) => String(cell).padStart(12)).join(""));
}

/** Where an answer knowingly is another than the published one. */
function printDifferences(cases) {
  const differing = cases.filter(({ difference }) => difference);
  for (const { kind, name, difference } of differing) say(`\nDIFFERENCE ${kind}, ${name}: ${difference}`);
}
