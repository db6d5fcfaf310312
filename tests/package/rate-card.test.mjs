// Rate cards through the package: the examples that are shipped, cards beside each other, and hostile ones.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, entry } from "./installed.mjs";

const { loadEngine, QuoteError } = await entry("export-risk");
const bank = bytes("examples/bank-rate-card.json").toString();
const insurer = JSON.parse(bytes("examples/insurer-rate-card.json"));
const kazakhstan = { product: "country-risk", country: "KAZ" };
const cover = {
  product: "export-credit-cover", country: "MEX", buyer: "CC2", currency: "USD", amount: "10000000",
  disbursementMonths: 12, repaymentMonths: 60, rules: "rate-card",
};

/** The error with which a card is refused. */
async function refusal(rateCard) {
  const error = await loadEngine({ rateCard }).then(() => assert.fail("it was taken"), (error) => error);
  assert.ok(error instanceof QuoteError, String(error));
  return error;
}

test("a card is taken as an object or as JSON text, and names itself as the source", async () => {
  const engine = await loadEngine({ rateCard: insurer });
  // 0.9 · (0.0050 + 0.0075 · 5.5) of 10,000,000
  const quote = engine.quote(cover);
  assert.equal(quote.premium, "416250.00");
  const edition = quote.editions.find(({ id }) => id === "rate-card");
  assert.deepEqual([edition.title, edition.inForce, edition.grade], ["Example Insurer tariff", "2026-10-15", "assumption"]);
  assert.deepEqual((await loadEngine({ rateCard: JSON.stringify(insurer) })).quote(cover), quote);
  assert.equal(engine.editions.at(-1).id, "rate-card");
  assert.equal(engine.explain(cover).steps.find(({ id }) => id === "card-rate").edition, "rate-card");
});

test("one engine's card never leaks into another", async () => {
  const [first, second, plain] = await Promise.all([
    loadEngine({ rateCard: bank }), loadEngine({ rateCard: insurer }), loadEngine(),
  ]);
  const categories = () => [first, second, plain].map((engine) => engine.quote(kazakhstan).category);
  assert.deepEqual(categories(), [4, 5, 5]);
  assert.throws(() => plain.quote(cover), { reason: "no-rate-card" });
  assert.equal(await loadEngine(), plain);
  assert.equal(await loadEngine({ rateCard: null }), plain);
  assert.notEqual(await loadEngine({ rateCard: bank }), first);
  assert.deepEqual(categories(), [4, 5, 5]);
});

test("what a host does with its object afterwards changes nothing", async () => {
  const card = JSON.parse(bank);
  const engine = await loadEngine({ rateCard: card });
  card.countries[0].category = 7;
  assert.equal(engine.quote(kazakhstan).category, 4);
});

test("a card with anything wrong is refused whole, with every path", async () => {
  const error = await refusal({
    name: "x", date: "2026-13-01", curency: "USD", countries: [{ country: "KAZ", category: 9 }, { country: "ZZZ" }], offers: [],
  });
  assert.equal(error.reason, "rate-card-refused");
  assert.deepEqual(
    error.faults.map(({ field }) => field).sort(),
    ["countries.0.category", "countries.1.country", "curency", "date", "offers"],
  );
  assert.equal(error.faults.find(({ field }) => field === "curency").details.nearest, "currency");
  assert.match(error.message, /countries\.1\.country/);
  assert.equal((await loadEngine()).quote(kazakhstan).category, 5);
});

test("a hostile card harms nothing", async () => {
  const least = { name: "x", date: "2026-11-01" };
  assert.equal((await refusal(" ".repeat(50_000_000))).reason, "rate-card-too-large");
  assert.equal((await refusal({ ...least, issuer: "x".repeat(50_000_000) })).reason, "rate-card-too-large");
  assert.equal((await refusal("[".repeat(100_000))).reason, "not-json");
  const nested = "[".repeat(5_000) + "]".repeat(5_000);
  assert.equal((await refusal(`{ "name": "x", "date": "2026-11-01", "countries": ${nested} }`)).name, "QuoteError");
  const proto = await refusal('{ "name": "x", "date": "2026-11-01", "__proto__": { "category": 0 }, "constructor": 1, "toString": 2 }');
  assert.deepEqual(proto.faults.map(({ field }) => field), ["__proto__", "constructor", "toString"]);
  assert.equal({}.category, undefined);
  for (const value of [1e308, NaN, Infinity, -1, "1e400", () => 1, new Date(), 2n ** 200n]) {
    const error = await refusal({ ...least, shortTerm: [{ factor: "rate", name: "3", value }] });
    assert.ok(["rate-card-refused", "not-data"].includes(error.reason) || error.kind === "invalid-input", error.reason);
  }
  for (const card of [[], 5, "null", "5", true]) assert.equal((await refusal(card)).name, "QuoteError");
  const circle = { ...least };
  circle.countries = [circle];
  assert.equal((await refusal(circle)).name, "QuoteError");
  assert.equal((await loadEngine()).quote(kazakhstan).category, 5);
});

test("markup in a card is text", async () => {
  const name = "<img src=x onerror=alert(1)>";
  const engine = await loadEngine({ rateCard: { name, date: "2026-11-01", countries: [{ country: "KAZ", category: 4 }] } });
  assert.equal(engine.quote(kazakhstan).notices.find(({ code }) => code === "rate-card-used").values.name, name);
});
