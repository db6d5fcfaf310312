// Columns as rows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "./installed.mjs";

const { rows, dateOf } = await entry("export-risk");

const schedule = {
  dates: Int32Array.of(0, 20_454, -1),
  opening: Float64Array.of(123_456, 5, -70),
};

test("days become dates, amounts stay minor units", () => {
  assert.deepEqual(rows(schedule), [
    { date: "1970-01-01", opening: 123_456 },
    { date: "2026-01-01", opening: 5 },
    { date: "1969-12-31", opening: -70 },
  ]);
});

test("with the currency's decimals amounts become exact text", () => {
  assert.deepEqual(rows(schedule, { scale: 2 }).map(({ opening }) => opening), ["1234.56", "0.05", "-0.70"]);
  assert.deepEqual(rows(schedule, { scale: 0 }).map(({ opening }) => opening), ["123456", "5", "-70"]);
  const large = { amount: Float64Array.of(9_007_199_254_740_991) };
  assert.deepEqual(rows(large, { scale: 3 }), [{ amount: "9007199254740.991" }]);
});

test("what is no column is left out, and nothing gives no rows", () => {
  assert.deepEqual(rows({ currency: "USD", labels: ["a"] }), [{ labels: "a" }]);
  assert.deepEqual(rows({}), []);
  assert.deepEqual(rows({ dates: new Int32Array(0) }), []);
});

test("dates before and after the epoch", () => {
  assert.equal(dateOf(0), "1970-01-01");
  assert.equal(dateOf(-719_162), "0001-01-01");
  assert.equal(dateOf(11_016), "2000-02-29");
});
