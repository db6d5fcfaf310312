// The call into the module, tried with a small module that does what the real one must never do.

import assert from "node:assert/strict";
import { test } from "node:test";
import binaryen from "binaryen";
import { entry } from "./installed.mjs";

const { loadEngine } = await entry("export-risk/slim");

// `quote` fails on any request of more than 100 bytes. `explain` grows the memory, then answers with a record
// of which two parts come as columns. `version` counts the calls of one instance.
const source = `(module
  (memory (export "memory") 1)
  (global $calls (mut i32) (i32.const 47))
  (data (i32.const 16) "[{\\"a\\":null,\\"b\\":[0,{\\"c\\":null}]},"
    "[[0,0,2,\\"a\\"],[1,0,2,\\"b\\",1,\\"c\\"]]]")
  (data (i32.const 96) "\\00\\00\\00\\00\\00\\00\\f8\\3f\\00\\00\\00\\00\\00\\00\\00\\80")
  (data (i32.const 112) "\\ff\\ff\\ff\\ff\\07\\00\\00\\00")
  (data (i32.const 128) "\\02\\00\\00\\00\\10\\00\\00\\00\\3f\\00\\00\\00"
    "\\60\\00\\00\\00\\02\\00\\00\\00\\70\\00\\00\\00\\02\\00\\00\\00")
  (data (i32.const 200) "\\00\\00\\00\\00\\f8\\00\\00\\00\\01\\00\\00\\00"
    "\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00")
  (data (i32.const 248) "0")
  (func (export "input") (param i32) (result i32) (i32.const 1024))
  (func (export "quote") (param i32) (result i32)
    (if (i32.gt_u (local.get 0) (i32.const 100)) (then unreachable))
    (i32.const 128))
  (func (export "explain") (param i32) (result i32)
    (drop (memory.grow (i32.const 16)))
    (i32.const 128))
  (func (export "version") (param i32) (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (i32.store8 (i32.const 248) (i32.add (global.get $calls) (i32.const 1)))
    (i32.const 200)))`;
const wasm = binaryen.parseText(source).emitBinary();

const expected = { a: Float64Array.of(1.5, -0), b: [0, { c: Int32Array.of(-1, 7) }] };

test("columns take their places, as copies", async () => {
  const engine = await loadEngine({ wasm: wasm.slice() });
  const first = engine.quote({});
  assert.deepEqual(first, expected);
  first.a[0] = 99;
  assert.deepEqual(engine.quote({}), expected);
  assert.equal(first.a.buffer.byteLength, 16);
});

test("a module that grows its memory in a call is read from the new memory", async () => {
  const engine = await loadEngine({ wasm: wasm.slice() });
  assert.deepEqual(engine.explain({}), expected);
  assert.deepEqual(engine.explain({ text: "x" }), expected);
});

test("after a fault the engine is started anew", async () => {
  const engine = await loadEngine({ wasm: wasm.slice() });
  assert.equal(engine.version, 1);
  assert.equal(engine.version, 2);
  assert.throws(() => engine.quote({ text: "x".repeat(200) }), {
    name: "QuoteError",
    kind: "unsupported",
    reason: "engine-fault",
    message: /started anew/,
  });
  assert.equal(engine.version, 1);
  assert.deepEqual(engine.quote({}), expected);
});
