// A book of buyers in one call costs what its buyers cost one by one, to the cent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "./installed.mjs";

const { loadEngine } = await entry("export-risk");
const engine = await loadEngine();

const count = 10_000;
const countries = ["MEX", "KAZ", "USA", "BRA", "VNM"];
const payments = ["open-account", "letter-of-credit", "documents-against-payment"];
// Amounts with cents, spread without a pattern that rounding could hide in.
const turnover = Float64Array.from({ length: count }, (_, at) => (100_000 + ((at * 7_919) % 99_991) * 13) / 100);
const termDays = Int32Array.from({ length: count }, (_, at) => (at * 37) % 720);
const country = Array.from({ length: count }, (_, at) => countries[at % countries.length]);
const payment = Array.from({ length: count }, (_, at) => payments[at % payments.length]);
const defaults = { currency: "USD", insuredShare: 0.9, defaultRate: 0.01 };

const cents = (text) => Math.round(Number(text) * 100);
const sum = (column) => column.reduce((total, value) => total + value, 0);
const book = {
  product: "short-term-cover",
  ...defaults,
  book: { countries: country, turnover, termDays, payment },
};

test("quoteMany, a book and single quotes agree on 10,000 buyers", () => {
  const many = engine.quoteMany("short-term-cover", { turnover, termDays, country, payment }, defaults);
  assert.equal(sum(many.status), 0);
  const together = engine.quote(book);
  assert.equal(sum(many.columns.premium), cents(together.premium));
  assert.equal(sum(many.columns.expectedLoss), cents(together.expectedLoss));
  assert.deepEqual(many.columns.premium, together.lines.premium);
  for (let at = 0; at < count; at += 97) {
    const one = { product: "short-term-cover", ...defaults, turnover: turnover[at], termDays: termDays[at] };
    const alone = engine.quote({ ...one, country: country[at], payment: payment[at] });
    assert.equal(cents(alone.premium), many.columns.premium[at]);
  }
});

test("with terms of the year the premium is the minimum or the sum, whichever is more", () => {
  const { premiumByRate } = engine.quote(book);
  for (const minimumPremium of ["0", "1000.01", premiumByRate, ((cents(premiumByRate) + 1) / 100).toFixed(2)]) {
    const quote = engine.quote({ ...book, minimumPremium, aggregateFirstLoss: "50000", maximumLiability: "1000000" });
    assert.equal(quote.premiumByRate, premiumByRate);
    assert.equal(cents(quote.premium), Math.max(cents(minimumPremium), cents(premiumByRate)));
  }
});
