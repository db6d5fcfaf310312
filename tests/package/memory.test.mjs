// Memory stays as it is, however many quotes are asked for. `npm run endure` asks for a million.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, entry } from "./installed.mjs";
import { endure, growth } from "./memory.mjs";

test("20,000 quotes after a warm-up take no more memory", async () => {
  const { loadEngine } = await entry("export-risk/slim");
  const seen = await endure(() => loadEngine({ wasm: bytes("export-risk.wasm") }), 20_000);
  const { module, heap } = growth(seen);
  assert.equal(module, 0, `the module's memory grew: ${JSON.stringify(seen)}`);
  assert.ok(heap < 1_000_000, `the heap grew: ${JSON.stringify(seen)}`);
});
