// The verbs that vary a request, as a user's code calls them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "./installed.mjs";

const { loadEngine } = await entry("export-risk");
const engine = await loadEngine();

const loan = {
  product: "loan", currency: "USD", principal: "200000", rate: 0.05, start: "2026-01-01", instalments: 360,
};
const cover = {
  product: "export-credit-cover", country: "KAZ", buyer: "CC2", currency: "USD", amount: "10000000",
  disbursementMonths: 12, repaymentMonths: 60, category: 5,
};

test("solve finds an input and gives the quote there, with its columns", () => {
  const options = { vary: "rate", target: "instalment", equals: "1199.10", between: [0.01, 0.2] };
  const found = engine.solve(loan, options);
  assert.equal(found.value, 0.06);
  assert.equal(found.exact, true);
  assert.deepEqual(found.quote, engine.quote({ ...loan, rate: found.value }));
  assert.ok(found.quote.schedule.payment instanceof Float64Array);
  assert.deepEqual(engine.solve({ ...loan, rate: undefined }, options).value, 0.06);
  assert.equal(loan.rate, 0.05);
});

test("solve lists the neighbours of a whole number", () => {
  const found = engine.solve(loan, { vary: "instalments", target: "instalment", equals: 1199.1, between: [12, 480] });
  assert.deepEqual(found.neighbours.map(({ value }) => value), [285, 286]);
  assert.equal(found.exact, false);
});

test("a call that is wrong is a QuoteError", () => {
  const solve = (options) => () => engine.solve(cover, options);
  assert.throws(solve({ vary: "cover.comercial", target: "premium", equals: 1 }), {
    name: "QuoteError", kind: "invalid-input", reason: "unknown-path", field: "vary", message: /cover\.commercial/,
  });
  assert.throws(solve({ vary: "amount", target: "premium", equals: 1 }), { reason: "bounds-needed", field: "between" });
  assert.throws(solve({ vary: "amount", target: "premium", equals: NaN, between: [1, 2] }), { field: "equals" });
  assert.throws(solve({ vary: "amount", target: "premium", equals: 1e9, between: [1, 2] }), {
    kind: "no-convergence", reason: "target-not-reached",
  });
  assert.throws(solve(), { reason: "required", field: "vary" });
  assert.throws(() => engine.solve(undefined, { vary: "amount" }), { field: "request" });
});
