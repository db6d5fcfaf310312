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

test("sensitivity moves one input at a time", () => {
  const { base, rows, notices } = engine.sensitivity(loan, { outputs: ["instalment", "effectiveRate"] });
  assert.equal(base.instalment, Number(engine.quote(loan).instalment));
  assert.ok(rows.every(({ assumed, swing }, at) => assumed && swing <= (rows[at - 1]?.swing ?? Infinity)));
  assert.deepEqual(notices.map(({ code }) => code), ["bumps-assumed"]);
  const given = engine.sensitivity(loan, { outputs: ["instalment"], bumps: { rate: 0.01, instalments: 400 } });
  const ends = Object.fromEntries(given.rows.map(({ input, low, high }) => [input, [low, high]]));
  assert.deepEqual(ends, { rate: [0.04, 0.06], instalments: [-40, 760] });
  const refused = given.rows.find(({ input }) => input === "instalments");
  assert.equal(refused.outputs.instalment.low, null);
  assert.equal(refused.errors.low.field, "instalments");
  assert.equal(refused.errors.high, null);
  assert.throws(() => engine.sensitivity(loan, { outputs: ["instalmnet"] }), { reason: "unknown-path", field: "outputs.0" });
});

test("compare tells what differs, exactly, and a refused side", () => {
  const dearer = { ...loan, rate: "0.055", start: "2026-02-01" };
  const { inputs, outputs, errors, notices } = engine.compare(loan, dearer);
  assert.deepEqual(inputs, [
    { path: "rate", item: null, a: "0.05", b: "0.055", difference: "0.005" },
    { path: "start", item: null, a: "2026-01-01", b: "2026-02-01", difference: 31 },
  ]);
  const of = (path) => outputs.find((row) => row.path === path);
  const [a, b] = [engine.quote(loan), engine.quote(dearer)];
  assert.deepEqual([of("instalment").a, of("instalment").b], [a.instalment, b.instalment]);
  const cents = (text) => BigInt(text.replace(".", ""));
  assert.equal(cents(of("instalment").difference), cents(b.instalment) - cents(a.instalment));
  assert.equal(of("effectiveRate").difference, b.effectiveRate - a.effectiveRate);
  assert.deepEqual([errors, notices], [{ a: null, b: null }, []]);
  assert.deepEqual(engine.compare(loan, loan).inputs, []);
  const half = engine.compare(loan, { ...loan, instalments: -1 });
  assert.equal(half.errors.b.field, "instalments");
  assert.equal(half.outputs.find(({ path }) => path === "instalment").a, a.instalment);
  assert.throws(() => engine.compare(loan), { reason: "required", field: "b" });
});

test("quoteMany answers rows as quote does, in columns", () => {
  const amounts = Float64Array.from({ length: 500 }, (_, row) => 1e6 + row * 1234.56);
  const months = Int32Array.from({ length: 500 }, (_, row) => 12 + (row % 20) * 6);
  const buyers = Array.from({ length: 500 }, (_, row) => ["SOV", "CC1", "CC3", "ZZ"][row % 4]);
  const { product, amount, repaymentMonths, buyer, ...defaults } = { ...cover, rate: 0.06 };
  const columns = { amount: amounts.map((cell) => Math.round(cell * 100) / 100), repaymentMonths: months, buyer: buyers };
  const quotes = engine.quoteMany(product, columns, defaults);
  assert.equal(quotes.length, 500);
  assert.ok(quotes.columns.premium instanceof Float64Array && Array.isArray(quotes.columns.buyer));
  let refused = 0;
  for (let row = 0; row < 500; row++) {
    const request = {
      ...cover, rate: 0.06, amount: columns.amount[row], repaymentMonths: months[row], buyer: buyers[row],
    };
    let quote;
    try {
      quote = engine.quote(request);
    } catch (error) {
      assert.equal(quotes.status[row], 1);
      const at = quotes.errors.rows[refused++];
      assert.equal(at, row);
      assert.equal(quotes.errors.reason[refused - 1], error.reason);
      assert.equal(quotes.errors.message[refused - 1], error.message);
      continue;
    }
    assert.equal(quotes.status[row], 0);
    assert.equal(quotes.columns.premium[row], Math.round(Number(quote.premium) * 100));
    assert.equal(quotes.columns.premiumRate[row], Number(quote.premiumRate));
    assert.equal(quotes.columns.annualSpread[row], quote.annualSpread);
    assert.equal(quotes.columns.buyer[row], quote.buyer);
  }
  assert.equal(refused, quotes.errors.rows.length);
  assert.ok(refused > 100 && refused < 400);
});

test("a large book neither stops the engine nor stays in its way", () => {
  const rows = 100_000;
  const { product, amount, ...defaults } = cover;
  const columns = { amount: Float64Array.from({ length: rows }, (_, row) => 1000 + row) };
  const quotes = engine.quoteMany(product, columns, defaults, { outputs: ["premium", "category"] });
  assert.deepEqual(Object.keys(quotes.columns), ["premium", "category"]);
  // 6.173 % of 1,000 and of 100,999, in cents.
  assert.deepEqual([quotes.columns.premium[0], quotes.columns.premium[rows - 1]], [6173, 623_467]);
  assert.equal(quotes.status.findIndex((status) => status !== 0), -1);
  // All of them refused is no trouble either.
  const none = engine.quoteMany(product, { amount: new Float64Array(rows) }, defaults);
  assert.equal(none.errors.rows.length, rows);
  const many = { amount: { length: 2 ** 24 } };
  assert.throws(() => engine.quoteMany(product, many, defaults), { name: "QuoteError", field: "columns.amount" });
  assert.throws(() => engine.quoteMany(product, { amount: new Float64Array(2 ** 20) }, defaults), {
    kind: "out-of-range", reason: "too-many-cells",
  });
  assert.equal(engine.quote(cover).premium, "617300.00");
});
