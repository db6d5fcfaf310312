// Every fixture through WebAssembly, from the packed package; and the same bits as the native engine's.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cargoTarget } from "../../scripts/build.mjs";
import { run } from "../../scripts/run.mjs";
import { entry } from "./installed.mjs";

const folder = "tests/fixtures";
const { loadEngine, QuoteError } = await entry("export-risk");
const engine = await loadEngine();

run("cargo", ["build", "-q", "--bin", "export-risk"]);
const native = join(cargoTarget(), "debug", process.platform === "win32" ? "export-risk.exe" : "export-risk");

for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
  if (!name.endsWith(".json")) continue;
  for (const fixture of JSON.parse(readFileSync(join(folder, name), "utf8"))) {
    test(`${name}: ${fixture.name}`, () => {
      const answer = answerOf(fixture.request);
      checkExpected(answer, fixture);
      checkSameBits(answer, fixture.request);
    });
  }
}

/** The quote, or the error as data, with columns as plain lists: what the native engine prints. */
function answerOf(request) {
  try {
    return { quote: plain(engine.quote(request)) };
  } catch (error) {
    assert.ok(error instanceof QuoteError, String(error.stack));
    const { kind, reason, field, value, details, message } = error;
    return { error: { kind, reason, field, value, details, message } };
  }
}

function plain(value) {
  if (ArrayBuffer.isView(value)) return Array.from(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

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
  if (tolerance === 0 || found === null) return found === wanted;
  return Math.abs(Number(found) - Number(wanted)) <= tolerance;
}

function checkSameBits(answer, request) {
  const done = spawnSync(native, ["quote"], { input: JSON.stringify(request), encoding: "utf8" });
  const answered = done.status === 0;
  const expected = answered ? { quote: JSON.parse(done.stdout) } : { error: JSON.parse(done.stderr) };
  assert.deepStrictEqual(answer, expected, "WebAssembly and the native engine differ");
}
