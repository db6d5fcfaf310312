// The module as JavaScript, which takes its place where WebAssembly is blocked or missing: the same bits, and only then.

import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { answerOf, fixtures } from "./fixtures.mjs";
import { bytes, entry, file, packageFolder, runUserCode } from "./installed.mjs";
import { nativeAnswers } from "./native.mjs";

const { loadEngine } = await entry("export-risk");
const engine = await loadEngine();
const plain = await withoutWasm(async () => (await file("index.js")).loadEngine());

/** Does the work in a Node that has no WebAssembly. */
async function withoutWasm(work) {
  const kept = globalThis.WebAssembly;
  delete globalThis.WebAssembly;
  try {
    return await work();
  } finally {
    globalThis.WebAssembly = kept;
  }
}

test("quotes, workings and errors have the native engine's bits: every fixture, and requests from a seed", () => {
  const answers = nativeAnswers();
  assert.ok(answers.length > 2 * fixtures().length, `${answers.length} answers`);
  for (const { verb, request, answer } of answers) {
    assert.deepStrictEqual(answerOf(plain, request, verb), answer, JSON.stringify(request));
  }
});

test("the other verbs answer as with WebAssembly", () => {
  const loan = { product: "loan", currency: "USD", principal: "200000", rate: 0.06, start: "2026-01-01", instalments: 360 };
  const search = { vary: "rate", target: "schedule.payment.0", equals: "1500" };
  const columns = { principal: Float64Array.of(1e5, 2e5, -1), instalments: Int32Array.of(60, 120, 180) };
  for (const ask of [
    (engine) => engine.solve(loan, search),
    (engine) => engine.sensitivity(loan, { outputs: ["schedule.payment.0"] }),
    (engine) => engine.quoteMany("loan", columns, { currency: "USD", rate: 0.06, start: "2026-01-01" }),
    (engine) => [engine.countries(), engine.editions, engine.version],
  ]) {
    assert.deepStrictEqual(ask(plain), ask(engine));
  }
});

test("it has everything at once, and a rate card belongs to its own engine", async () => {
  const { loadEngine } = await file("index.js");
  const rateCard = { name: "A bank", date: "2027-01-01" };
  const [first, carded] = [await loadEngine({ first: true }), await loadEngine({ rateCard })];
  await first.complete();
  const request = { product: "year-fraction", start: "2026-01-01", end: "2026-07-01", dayCount: "ACT_360" };
  assert.deepEqual(first.quote(request), engine.quote(request));
  assert.notEqual(carded, first);
  const names = ({ editions }) => editions.map(({ title }) => title).join();
  assert.deepEqual(names(carded), names(await entry("export-risk").then(({ loadEngine }) => loadEngine({ rateCard }))));
});

test("each entry without WebAssembly answers", () => {
  const code = (wasm) => `
    delete globalThis.WebAssembly;
    const { loadEngine } = await import("export-risk${wasm ? "/slim" : ""}");
    console.log((await loadEngine(${wasm})).round({ amount: "1.005", currency: "USD" }));`;
  const rounded = engine.round({ amount: "1.005", currency: "USD" });
  assert.equal(runUserCode(code("")), rounded);
  assert.equal(runUserCode(code('{ wasm: "/export-risk.wasm" }')), rounded);
});

test("without that file, the error says what is missing", async () => {
  const moved = `${packageFolder}-without`;
  cpSync(packageFolder, moved, { recursive: true });
  rmSync(join(moved, "without-wasm.js"));
  const { loadEngine } = await import(pathToFileURL(join(moved, "index.js")).href);
  await withoutWasm(() => assert.rejects(loadEngine(), { name: "QuoteError", reason: "no-webassembly" }));
});

test("bytes that are no module are refused, not replaced", async () => {
  const { loadEngine } = await entry("export-risk/slim");
  await assert.rejects(loadEngine({ wasm: new Uint8Array(8) }), { field: "wasm" });
});

test("it evaluates no text", () => {
  assert.doesNotMatch(bytes("without-wasm.js").toString(), /\beval\s*\(|\bFunction\s*\(/);
});
