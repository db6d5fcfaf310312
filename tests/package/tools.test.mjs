// The shortcuts of the small tools: one number, or the reason why there is none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "./installed.mjs";

const { loadEngine } = await entry("export-risk");
const engine = await loadEngine();

test("a year fraction is the number that its product gives", () => {
  const request = { dayCount: "ACT_ACT_ISDA", start: "2011-12-28", end: "2012-02-28" };
  const years = engine.yearFraction(request);
  assert.equal(years, engine.quote({ product: "year-fraction", ...request }).yearFraction);
  // OpenGamma/Strata at 39c46e34, DayCountTest.java: 4/365 + 58/366.
  assert.ok(Math.abs(years - 0.16942884946478032) < 1e-15);
  assert.throws(() => engine.yearFraction({ ...request, dayCount: "30E/361" }), {
    name: "QuoteError",
    field: "dayCount",
    message: /did you mean 30E\/360\?/,
  });
});

test("rounding is exact text", () => {
  assert.equal(engine.round({ amount: "2.675", currency: "USD" }), "2.68");
  assert.equal(engine.round({ amount: 2.675, currency: "USD" }), "2.68");
  assert.equal(engine.round({ amount: "1234.5", currency: "JPY", strategy: "half_even" }), "1234");
  assert.equal(engine.round({ amount: "1.2345", currency: "KWD" }), "1.235");
  assert.equal(engine.round({ amount: "1.00005", currency: "CLF" }), "1.0001");
  assert.equal(engine.round({ amount: "-7.82772074", decimals: 5, strategy: "up" }), "-7.82773");
  assert.throws(() => engine.round({ amount: "1" }), { name: "QuoteError", field: "currency" });
  assert.throws(() => engine.round(null), { name: "QuoteError", field: "amount" });
});
