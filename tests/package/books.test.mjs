// Books in Node: every row is what `quote` answers to it, the refused ones too, however its columns come.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "./installed.mjs";

const { loadEngine, QuoteError } = await entry("export-risk");
const engine = await loadEngine();

let seed = 20_261_125;
const draw = (below) => (seed = (1_103_515_245 * seed + 12_345) % 2 ** 31, Math.floor(seed / 65_536) % below);
const count = 3000;
const cells = (cell) => Array.from({ length: count }, (_, at) => cell(at));
/** About one row in a hundred cannot be priced. */
const sometimes = (odd, usual) => () => (draw(300) === 0 ? odd : usual());

const covers = {
  amount: Float64Array.from(cells(sometimes(-1, () => (1 + draw(30_000) * 3001) / [1, 10, 100][draw(3)]))),
  repaymentMonths: Int32Array.from(cells(sometimes(12, () => 24 + draw(200)))),
  disbursementMonths: Int32Array.from(cells(() => draw(40))),
  country: cells(sometimes("XYZ", () => ["KAZ", "MEX", "BRA", "VNM", "IND"][draw(5)])),
  buyer: cells(() => ["SOV", "CC1", "CC2", "CC3"][draw(4)]),
  "cover.commercial": Float64Array.from(cells(() => (80 + draw(21)) / 100)),
};
const turnovers = {
  turnover: cells(sometimes("much", () => `${1 + draw(30_000) * 101}.${draw(10)}${draw(10)}`)),
  termDays: Int32Array.from(cells(() => 15 * draw(25))),
  limit: Float64Array.from(cells(sometimes(NaN, () => 1 + draw(30_000)))),
  payment: cells(() => ["open-account", "letter-of-credit"][draw(2)]),
};

const minor = (text) => Number(text.replace(".", ""));
const outputs = {
  "export-credit-cover": { premium: minor, premiumRate: Number, annualSpread: Number, "financed.premium": minor, category: Number, buyer: String },
  "short-term-cover": { premium: minor, expectedLoss: minor, shareOfTurnover: Number, breakEvenLoss: minor, minimumBinds: Number, policy: String },
};

function check(product, columns, defaults, asked) {
  const many = engine.quoteMany(product, columns, defaults, { outputs: asked });
  let refused = 0;
  for (let row = 0; row < count; row++) {
    const request = { product, ...structuredClone(defaults) };
    for (const [path, column] of Object.entries(columns)) {
      const names = path.split(".");
      const last = names.pop();
      const holder = names.reduce((at, name) => (at[name] ??= {}), request);
      holder[last] = column.names ? column.names[column.codes[row]] : column[row];
    }
    let quote;
    try {
      quote = engine.quote(request);
    } catch (error) {
      assert.ok(error instanceof QuoteError);
      assert.equal(many.status[row], 1);
      const { rows, kind, reason, field, value, message } = many.errors;
      assert.deepEqual(
        [rows[refused], kind[refused], reason[refused], field[refused], value[refused], message[refused]],
        [row, error.kind, error.reason, error.field, error.value ?? "", error.message],
      );
      refused++;
      continue;
    }
    assert.equal(many.status[row], 0);
    for (const path of asked) {
      const wanted = path.split(".").reduce((at, name) => at[name], quote);
      const found = many.columns[path][row];
      if (wanted === null) assert.ok(many.missing[path].includes(row));
      else assert.equal(found, outputs[product][path](wanted), `${path} of row ${row}`);
    }
  }
  assert.equal(many.errors.rows.length, refused);
  return refused;
}

for (const [product, columns, defaults] of [
  ["export-credit-cover", covers, { currency: "USD", rate: 0.06 }],
  ["short-term-cover", turnovers, { currency: "EUR", country: "MEX", defaultRate: 0.0125, minimumPremium: 400 }],
]) {
  test(`${product}: a book is what its rows are`, () => {
    const refused = check(product, columns, defaults, Object.keys(outputs[product]));
    assert.ok(refused > 5 && refused < count / 10, `${refused} refused`);
    check(product, columns, defaults, ["premium"]);
  });
}

test("a dictionary is a column", () => {
  const names = ["KAZ", "MEX", null];
  const codes = Int32Array.from(cells(() => draw(3)));
  const { country, ...others } = covers;
  const dictionary = { ...others, country: { names, codes } };
  const list = { ...others, country: Array.from(codes, (code) => names[code]) };
  const answer = (columns) => engine.quoteMany("export-credit-cover", columns, { currency: "USD" });
  assert.deepEqual(answer(dictionary), answer(list));
  check("export-credit-cover", dictionary, { currency: "USD" }, ["premium"]);
  assert.throws(
    () => answer({ ...others, country: { names, codes: codes.map((code, row) => (row === 7 ? 3 : code)) } }),
    { reason: "out-of-bounds", field: "columns.country.codes.7" },
  );
  assert.throws(() => answer({ ...others, country: { names } }), { reason: "wrong-kind", field: "columns.country" });
});

test("what is no plain list of text crosses as it is", () => {
  const columns = { ...covers, country: cells(() => new Date(0)) };
  const many = engine.quoteMany("export-credit-cover", columns, { currency: "USD" }, { outputs: ["premium"] });
  assert.equal(many.errors.rows.length, count);
  assert.ok(many.errors.value.every((value) => value === "a Date"));
});
