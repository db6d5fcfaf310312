// The module for the first answer: what it has is what everything has, and what it has not is said and can be loaded.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, fixtures } from "./fixtures.mjs";
import { bytes, entry, file } from "./installed.mjs";

const main = await entry("export-risk");
const slim = await entry("export-risk/slim");
const everything = await main.loadEngine({ wasm: bytes("export-risk.wasm") });
const begin = () => slim.loadEngine({ first: bytes("export-risk-first.wasm"), wasm: bytes("export-risk.wasm") });
const products = ["export-credit", "export-credit-cover", "country-risk"];
const loan = { product: "loan", currency: "USD", principal: "200000", rate: 0.06, start: "2026-01-01", instalments: 360 };

test("quotes, workings and refusals of its products are those of everything", async () => {
  const first = await begin();
  const own = fixtures().filter(({ request }) => products.includes(request.product) && (request.bank ?? null) === null);
  assert.ok(own.length > 100, `${own.length} fixtures`);
  const parts = ["bank", "cirr", "drawdowns", "floating", "forfaiting"];
  for (const { name, request } of own) {
    const part = parts.find((field) => request[field] !== undefined);
    if (part) {
      assert.throws(() => first.quote(request), { reason: "not-loaded", field: part }, name);
      continue;
    }
    for (const verb of ["quote", "explain"]) {
      assert.deepEqual(answerOf(first, request, verb), answerOf(everything, request, verb), name);
    }
  }
  assert.deepEqual(first.countries(), everything.countries());
  assert.deepEqual(first.editions, everything.editions);
});

test("another product, and what is asked the other way round, is not there before everything is", async () => {
  const first = await begin();
  const request = fixtures().find((fixture) => fixture.request.product === "export-credit" && !fixture.request.bank && !fixture.error).request;
  const missing = (error) => error instanceof slim.QuoteError && error.kind === "unsupported" && error.reason === "not-loaded";
  assert.throws(() => first.quote(loan), (error) => missing(error) && error.field === "product" && error.value === "loan");
  assert.throws(() => first.quote({ ...request, bank: {} }), (error) => missing(error) && error.field === "bank");
  assert.throws(() => first.solve(request, { vary: "rate", target: "allInRate", equals: 0.1 }), missing);
  assert.throws(() => first.sensitivity(request, { outputs: ["allInRate"] }), missing);
  assert.throws(() => first.compare(request, request), missing);
  assert.throws(() => first.quoteMany("export-credit", {}, request), missing);
  assert.throws(() => first.round({ amount: "1.005", currency: "USD" }), missing);
  assert.throws(() => first.quote({ product: "lone" }), ({ reason }) => reason === "unknown-name" || reason === "unknown-choice");
  assert.deepEqual(first.quote(request), everything.quote(request), "a refusal leaves it whole");
});

test("everything is there once it was asked for, also twice at the same time", async () => {
  const first = await begin();
  await Promise.all([first.complete(), first.complete()]);
  assert.deepEqual(first.quote(loan), everything.quote(loan));
  assert.equal(first.round({ amount: "1.005", currency: "USD" }), everything.round({ amount: "1.005", currency: "USD" }));
  await everything.complete();
});

test("everything that could not be had may be asked for again", async () => {
  let there = false;
  const wasm = { then: (found, failed) => (there ? found(bytes("export-risk.wasm")) : failed(new Error("no network"))) };
  const first = await slim.loadEngine({ first: bytes("export-risk-first.wasm"), wasm });
  await assert.rejects(first.complete());
  there = true;
  await first.complete();
  assert.deepEqual(first.quote(loan), everything.quote(loan));
});

test("each entry that carries the modules has the first one too; where everything is there already, that is given", async () => {
  for (const { loadEngine } of [main, await file("index.js")]) {
    const first = await loadEngine({ first: true });
    assert.equal(await loadEngine({ first: true }), first);
    assert.throws(() => first.quote(loan), { reason: "not-loaded" });
    await first.complete();
    assert.deepEqual(first.quote(loan), everything.quote(loan));
    const whole = await loadEngine();
    assert.equal(await loadEngine({ first: true }), whole);
  }
});

test("a rate card is for everything", async () => {
  const rateCard = { name: "A bank", date: "2027-01-01" };
  const engine = await main.loadEngine({ first: true, rateCard });
  assert.deepEqual(engine.quote(loan).schedule, everything.quote(loan).schedule);
});

test("where no module stands beside, an address is asked for", async () => {
  for (const { loadEngine } of [slim, await file("worker.js")]) {
    const wasm = bytes("export-risk.wasm");
    await assert.rejects(loadEngine({ wasm, first: true }), { kind: "invalid-input", reason: "bad-option", field: "first" });
    await assert.rejects(loadEngine({ wasm, first: new Uint8Array(3) }), { field: "wasm" });
  }
});
