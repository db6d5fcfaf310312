// The same module as JavaScript, for pages on which WebAssembly is blocked or missing: made out of the module's bytes, so
// that there is no second implementation of anything.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Failure, run, tool } from "./run.mjs";

/** The code of a JavaScript module whose `instantiate()` gives what an instance of these bytes exports. */
export function withoutWasm(wasm, features) {
  // It takes half a minute, and the module is often the same as before.
  const key = createHash("sha256").update(wasm).update(readFileSync(new URL(import.meta.url))).digest("hex");
  const kept = join(folder, `${key}.js`);
  if (!existsSync(kept)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(kept, made(wasm, features));
  }
  return readFileSync(kept, "utf8");
}

const folder = join(".cache", "without-wasm");

function made(wasm, features) {
  const [from, low, raw] = ["module.wasm", "low.wasm", "raw.js"].map((name) => join(folder, name));
  writeFileSync(from, wasm);
  // What JavaScript has no word for, said in older ones.
  const lower = ["--signext-lowering", "--llvm-nontrapping-fptoint-lowering", "--llvm-memory-copy-fill-lowering"];
  run(tool("wasm-opt"), [...features, ...lower, from, "-o", low]);
  run(tool("wasm2js"), [...features, "-Os", low, "-o", raw]);
  const code = readFileSync(raw, "utf8");
  // It starts one instance as it is loaded; rate cards and new starts after a fault need more.
  const end = code.search(/^var retasmFunc = asmFunc\(\{\s*\}\);$/m);
  if (end < 0) throw new Failure("wasm2js ends its code in another way than it did: look at scripts/without-wasm.mjs.");
  const several = `export function instantiate() {\n${code.slice(0, end)}\nreturn asmFunc({});\n}\n`;
  // Only here: the set-up, which installs it, is started by scripts that import this one.
  const { transformSync } = createRequire(import.meta.url)("esbuild");
  return transformSync(several, { minify: true, format: "esm", target: "es2022" }).code;
}
