// Every fixture through WebAssembly, from the packed package; and the same bits as the native engine's.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { cargoTarget } from "../../scripts/build.mjs";
import { run } from "../../scripts/run.mjs";
import { answerOf, fixtures, problemsOf } from "./fixtures.mjs";
import { entry } from "./installed.mjs";
import { nativeAnswers } from "./native.mjs";

const { loadEngine } = await entry("export-risk");
const engine = await loadEngine();

for (const fixture of fixtures()) {
  test(`${fixture.file}: ${fixture.name}`, () => {
    assert.deepEqual(problemsOf(answerOf(engine, fixture.request), fixture), []);
  });
}

test("quotes, workings and errors have the native engine's bits: every fixture, and requests from a seed", () => {
  const answers = nativeAnswers();
  const verbs = { quote: 0, explain: 0, error: 0 };
  for (const { verb, request, answer } of answers) {
    verbs[Object.keys(answer)[0]]++;
    assert.deepStrictEqual(answerOf(engine, request, verb), answer, JSON.stringify(request));
  }
  assert.ok(answers.length >= 2 * fixtures().length + 800);
  assert.ok(Object.values(verbs).every((count) => count > 100), JSON.stringify(verbs));
});

test("countries, editions and the command line are the same too", () => {
  run("cargo", ["build", "-q", "--bin", "export-risk"]);
  assert.deepStrictEqual(commandLine("countries"), engine.countries());
  assert.deepStrictEqual(commandLine("editions"), engine.editions);
  for (const { request } of fixtures().filter(({ index }) => index < 2)) {
    for (const verb of ["quote", "explain"]) {
      const [answer] = Object.values(answerOf(engine, request, verb));
      assert.deepStrictEqual(commandLine(verb, request), answer);
    }
  }
});

/** What the native program prints: an answer, or an error. */
function commandLine(verb, request) {
  const program = join(cargoTarget(), "debug", process.platform === "win32" ? "export-risk.exe" : "export-risk");
  const { status, stdout, stderr } = spawnSync(program, [verb], {
    input: JSON.stringify(request),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return JSON.parse(status === 0 ? stdout : stderr);
}
