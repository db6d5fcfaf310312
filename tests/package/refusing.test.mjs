// Bad requests come back as errors that name the field, the value and what would be right; never otherwise.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "./installed.mjs";

const { loadEngine, QuoteError } = await entry("export-risk");
const engine = await loadEngine();

const loan = {
  product: "loan",
  currency: "USD",
  principal: "200000",
  rate: 0.06,
  start: "2026-01-01",
  frequency: "monthly",
  instalments: 360,
  profile: "annuity",
};
const deal = {
  product: "export-credit",
  country: "MEX",
  buyer: "CC2",
  currency: "USD",
  contractValue: "12500000",
  start: "2027-01-15",
  disbursementMonths: 12,
  repaymentMonths: 60,
  rate: 0.052,
  cover: { commercial: 0.95, political: 0.95 },
};
const flows = { product: "cash-flow", dates: ["2015-06-11", "2016-06-11"], amounts: [-100, 110] };

const cyclic = { ...flows };
cyclic.amounts = [-100, cyclic];

for (const [name, request, kind, field] of [
  ["a cover above the whole", { ...deal, cover: { commercial: 1.01 } }, "out-of-range", "cover.commercial"],
  ["infinity, inside", { ...deal, cover: { commercial: Infinity } }, "invalid-input", "cover.commercial"],
  ["an unknown name, inside", { ...deal, cover: { comercial: 1 } }, "invalid-input", "cover.comercial"],
  ["an unknown obligor", { ...deal, buyer: "CC9" }, "invalid-input", "buyer"],
  ["NaN", { ...loan, rate: NaN }, "invalid-input", "rate"],
  ["infinity", { ...loan, principal: Infinity }, "invalid-input", "principal"],
  ["NaN in a column", { ...flows, amounts: Float64Array.of(-100, NaN) }, "invalid-input", "amounts.1"],
  ["a field that is not known", { ...loan, instalment: 360 }, "invalid-input", "instalment"],
  ["a negative amount", { ...loan, principal: "-1" }, "out-of-range", "principal"],
  ["a negative number", { ...loan, principal: -1 }, "out-of-range", "principal"],
  ["too many digits", { ...loan, principal: `0.${"1".repeat(30)}` }, "invalid-input", "principal"],
  ["what would become zero", { ...loan, rate: 5e-324 }, "invalid-input", "rate"],
  ["half an instalment", { ...loan, instalments: 360.5 }, "invalid-input", "instalments"],
  ["a Date where text is wanted", { ...loan, start: new Date(0) }, "invalid-input", "start"],
  ["a date that does not exist", { ...loan, start: "2026-02-30" }, "invalid-input", "start"],
  ["a date in a list", { ...flows, dates: ["2015-06-11", "2015-06-31"] }, "invalid-input", "dates.1"],
  ["a function", { ...loan, currency: () => "USD" }, "invalid-input", "currency"],
  ["a Map", { ...flows, amounts: new Map() }, "invalid-input", "amounts"],
  ["a cycle", cyclic, "invalid-input", "amounts.1"],
  ["a column where a number is wanted", { ...loan, rate: Float64Array.of(1) }, "invalid-input", "rate"],
  ["a currency that does not exist", { ...loan, currency: "XXQ" }, "invalid-input", "currency"],
  ["a product that does not exist", { ...deal, product: "lottery" }, "invalid-input", "product"],
  ["a request without product", {}, "invalid-input", "product"],
  ["a list", [], "invalid-input", ""],
  ["text", "cover", "invalid-input", ""],
  ["null", null, "invalid-input", ""],
  ["nothing", undefined, "invalid-input", ""],
  ["a Date", new Date(0), "invalid-input", ""],
]) {
  test(`refuses ${name}`, () => {
    for (const verb of ["quote", "explain"]) {
      assert.throws(() => engine[verb](request), (error) => {
        assert.ok(error instanceof QuoteError && error instanceof Error);
        assert.equal(error.name, "QuoteError");
        assert.equal(error.kind, kind, error.message);
        assert.equal(error.field, field);
        assert.match(error.reason, /^[a-z-]+$/);
        assert.ok(error.message.length > 10);
        return true;
      });
    }
  });
}

test("an error keeps the bad value and the nearest name for translations", () => {
  const errorOf = (request) => {
    try {
      return engine.quote(request);
    } catch (error) {
      return error;
    }
  };
  assert.match(JSON.stringify(errorOf({ ...loan, instalment: 1 }).details), /"instalments"/);
  assert.equal(errorOf({ ...loan, principal: -1 }).value, "-1");
});

test("after a thousand bad requests a good one is answered as before", () => {
  const before = engine.quote(loan);
  for (let turn = 0; turn < 1000; turn++) {
    assert.throws(() => engine.quote({ ...loan, currency: "x".repeat(turn * 10) }), QuoteError);
  }
  assert.deepEqual(engine.quote(loan), before);
});
