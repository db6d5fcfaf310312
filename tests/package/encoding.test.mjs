// The message that carries a request into the module: read back here by the letter of its description.

import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { file } from "./installed.mjs";

const { encode } = await file("encode.js");

/** Stands for what is not data. */
class Foreign {
  constructor(description) {
    this.description = description;
  }
}

const foreign = (description) => new Foreign(description);

function decode(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const byte = () => view.getUint8(at++);
  const word = () => view.getUint32((at += 4) - 4, true);
  const float = () => view.getFloat64((at += 8) - 8, true);
  const text = () => {
    const length = word();
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(at, (at += length)));
  };
  const many = (read) => Array.from({ length: word() }, read);
  const value = () => {
    const tag = byte();
    const read = [
      () => null,
      () => false,
      () => true,
      float,
      text,
      () => many(value),
      () => Object.fromEntries(many(() => [text(), value()])),
      () => Float64Array.from(many(float)),
      () => Int32Array.from(many(() => view.getInt32((at += 4) - 4, true))),
      () => foreign(text()),
    ][tag];
    return read();
  };
  const result = value();
  assert.equal(at, bytes.length, "the message has no rest");
  return result;
}

const roundTrip = (value) => decode(encode(value));

test("data arrives as it was", () => {
  const data = {
    text: "KAZ",
    "": "empty name",
    long: "x".repeat(10_000),
    chinese: "出口信用保险",
    emoji: "🚌".repeat(30),
    mixed: `${"a".repeat(40)}é`,
    number: 0.1,
    negativeZero: -0,
    nan: NaN,
    infinity: -Infinity,
    yes: true,
    no: false,
    nothing: null,
    list: [1, "two", [3], {}],
    record: { a: { b: { c: [] } } },
    floats: Float64Array.of(1.5, -0, NaN),
    integers: Int32Array.of(-1, 2 ** 31 - 1),
  };
  assert.deepEqual(roundTrip(data), data);
});

test("a column that is a part of a larger buffer arrives alone", () => {
  const { buffer } = Float64Array.of(1, 2, 3, 4);
  assert.deepEqual(roundTrip(new Float64Array(buffer, 8, 2)), Float64Array.of(2, 3));
});

test("what stands for data becomes data", () => {
  assert.deepEqual(roundTrip({ a: undefined, b: 1 }), { b: 1 });
  assert.deepEqual(roundTrip([undefined, 1]), [null, 1]);
  assert.equal(roundTrip(12345678901234567890n), "12345678901234567890");
  assert.deepEqual(roundTrip(Uint8Array.of(1, 255)), Float64Array.of(1, 255));
  assert.deepEqual(roundTrip(Float32Array.of(0.5)), Float64Array.of(0.5));
  assert.equal(roundTrip("a\ud800b"), "a\ufffdb");
  assert.deepEqual(roundTrip({ "\udc00": 1 }), { "\ufffd": 1 });
});

test("records of other frames, without prototype, of classes and behind proxies are records", () => {
  class Deal {
    country = "MEX";
    get hidden() { return 1; }
  }
  assert.deepEqual(roundTrip(vm.runInNewContext("({ a: [1], b: Float64Array.of(2) })")), {
    a: [1],
    b: Float64Array.of(2),
  });
  assert.deepEqual(roundTrip(Object.assign(Object.create(null), { a: 1 })), { a: 1 });
  assert.deepEqual(roundTrip(new Deal()), { country: "MEX" });
  assert.deepEqual(roundTrip(new Proxy({ a: [1, 2] }, {})), { a: [1, 2] });
  assert.deepEqual(roundTrip(new Proxy([1, 2], {})), [1, 2]);
});

test("only the record's own names count, and inherited ones do not", () => {
  const own = { hidden: { value: 2 }, own: { value: 3, enumerable: true } };
  const record = Object.create({ inherited: 1 }, own);
  record[Symbol("s")] = 4;
  assert.deepEqual(roundTrip(record), { own: 3 });
  assert.deepEqual(Object.entries(roundTrip(JSON.parse('{"__proto__": 1}'))), [["__proto__", 1]]);
});

test("what is not data is named", () => {
  class Decimal {
    toJSON() { return "1"; }
  }
  for (const [value, description] of [
    [() => 1, "a function"],
    [class {}, "a function"],
    [Symbol("s"), "a symbol"],
    [new Date(0), "a Date"],
    [new Map(), "a Map"],
    [new Set(), "a Set"],
    [/x/, "a RegExp"],
    [Promise.resolve(), "a Promise"],
    [new Error("no"), "an Error"],
    [new ArrayBuffer(1), "an ArrayBuffer"],
    [new DataView(new ArrayBuffer(1)), "a DataView"],
    [BigInt64Array.of(1n), "a BigInt64Array"],
    [new Number(1), "a Number"],
    [new Decimal(), "a Decimal"],
    [vm.runInNewContext("new Date(0)"), "a Date"],
  ]) {
    assert.deepEqual(roundTrip({ value }), { value: foreign(description) });
  }
});

test("what refuses to be read is named, and read only once", () => {
  let reads = 0;
  const record = {
    get bad() { throw new Error("no"); },
    get counted() { return ++reads; },
  };
  assert.deepEqual(roundTrip(record), { bad: foreign("a value that cannot be read"), counted: 1 });
  assert.equal(reads, 1);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.deepEqual(roundTrip([proxy]), [foreign("an object that cannot be read")]);
});

test("a cycle and great depth end, and shared parts are no cycle", () => {
  const cycle = { a: {} };
  cycle.a.back = cycle;
  assert.deepEqual(roundTrip(cycle), { a: { back: foreign("nested too deeply") } });
  const shared = { x: 1 };
  assert.deepEqual(roundTrip([shared, shared]), [shared, shared]);
  const nested = (depth) => (depth === 0 ? 1 : [nested(depth - 1)]);
  assert.deepEqual(roundTrip(nested(64)), nested(64));
  assert.match(JSON.stringify(roundTrip(nested(65))), /nested too deeply/);
});

test("a request that asks for another one while it is read stays whole", () => {
  const inner = { text: "y".repeat(5000) };
  const outer = { before: "x", get nested() { return decode(encode(inner)).text.length; }, after: "z" };
  assert.deepEqual(roundTrip(outer), { before: "x", nested: 5000, after: "z" });
});

test("a column whose memory is given away while the request is read is refused", () => {
  const column = new Float64Array(10_000);
  const request = { column, get after() { return structuredClone(0, { transfer: [column.buffer] }); } };
  assert.throws(() => encode(request), { name: "QuoteError", kind: "invalid-input" });
  assert.deepEqual(roundTrip({ a: new Float64Array(5_000) }), { a: new Float64Array(5_000) });
});

test("large requests arrive; what is too large is refused", () => {
  const column = Float64Array.from({ length: 500_000 }, (_, index) => index);
  assert.deepEqual(roundTrip({ column, after: 1 }), { column, after: 1 });
  const days = Int32Array.from({ length: 9_000 }, (_, index) => -index);
  const several = { first: column.subarray(7), text: "é", list: [days, 5, days], short: new Float64Array(3) };
  assert.deepEqual(roundTrip(several), several);
  assert.throws(() => encode("x".repeat(90_000_000)), { name: "QuoteError", kind: "out-of-range" });
  assert.throws(() => encode(Array(80).fill(column)), { name: "QuoteError", kind: "out-of-range" });
  assert.deepEqual(roundTrip({ a: 1 }), { a: 1 });
});
