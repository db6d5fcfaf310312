// Every fixture through WebAssembly, from the packed package; and the same bits as the native engine's.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { cargoTarget } from "../../scripts/build.mjs";
import { run } from "../../scripts/run.mjs";
import { answerOf, fixtures } from "./fixtures.mjs";
import { entry } from "./installed.mjs";

const { loadEngine } = await entry("export-risk");
const engine = await loadEngine();

run("cargo", ["build", "-q", "--bin", "export-risk"]);
const native = join(cargoTarget(), "debug", process.platform === "win32" ? "export-risk.exe" : "export-risk");

for (const fixture of fixtures()) {
  test(`${fixture.file}: ${fixture.name}`, () => {
    const answer = answerOf(engine, fixture.request);
    checkExpected(answer, fixture);
    checkSameBits(answer, "quote", fixture.request);
  });
}

// The working is the same too; a few of each file are enough for that.
for (const fixture of fixtures().filter(({ index }) => index < 5)) {
  test(`${fixture.file}, explained: ${fixture.name}`, () => {
    checkSameBits(answerOf(engine, fixture.request, "explain"), "explain", fixture.request);
  });
}

test("countries and editions are the same too", () => {
  for (const verb of ["countries", "editions"]) {
    const list = verb === "countries" ? engine.countries() : engine.editions;
    checkSameBits({ [verb]: list }, verb);
    assert.ok(list.length > 0);
  }
});

function checkExpected({ quote, error }, fixture) {
  if (fixture.error) {
    assert.ok(error, "answered, but should be refused");
    assert.equal(error.kind, fixture.error.kind);
    if (fixture.error.field !== undefined) assert.equal(error.field, fixture.error.field);
    return;
  }
  assert.ok(quote, `refused: ${error?.message}`);
  for (const [path, expected] of Object.entries(fixture.expected)) {
    const found = path.split(".").reduce((at, key) => at?.[key], quote);
    const exact = expected?.tolerance === undefined;
    const { value, tolerance } = exact ? { value: expected, tolerance: 0 } : expected;
    assert.ok(isNear(found, value, tolerance), `${path} is ${found}, expected ${value} ± ${tolerance}`);
  }
}

function isNear(found, wanted, tolerance) {
  if (Array.isArray(found) && Array.isArray(wanted)) {
    return found.length === wanted.length
      && found.every((item, index) => isNear(item, wanted[index], tolerance));
  }
  if (tolerance === 0) return isSame(found, wanted);
  return found !== null && Math.abs(Number(found) - Number(wanted)) <= tolerance;
}

function isSame(found, wanted) {
  try {
    assert.deepEqual(found, wanted);
    return true;
  } catch {
    return false;
  }
}

function checkSameBits(answer, verb, request) {
  const done = spawnSync(native, [verb], { input: JSON.stringify(request), encoding: "utf8" });
  const answered = done.status === 0;
  const expected = answered ? { [verb]: JSON.parse(done.stdout) } : { error: JSON.parse(done.stderr) };
  assert.deepStrictEqual(answer, expected, "WebAssembly and the native engine differ");
}
