// How the engine starts: every entry point, every kind of source, and what is said when it can't.

import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { bytes, entry, file, packageFolder, runUserCode } from "./installed.mjs";

const main = await entry("export-risk");
const slim = await entry("export-risk/slim");
const wasm = bytes("export-risk.wasm");
const version = JSON.parse(bytes("package.json")).version;

test("Node reads the module beside the code", async () => {
  assert.equal((await main.loadEngine()).version, version);
});

test("loading twice, also at the same time, gives the same engine", async () => {
  const [first, second] = await Promise.all([main.loadEngine(), main.loadEngine()]);
  assert.equal(first, second);
  assert.equal(await main.loadEngine(), first);
});

test("the browser's entry carries the module inside and works in Node too", async () => {
  const { loadEngine } = await file("index.js");
  assert.equal((await loadEngine()).version, version);
});

test("the code works where a bundler moved it away from the module's file", async () => {
  const moved = `${packageFolder}-moved`;
  cpSync(packageFolder, moved, { recursive: true });
  rmSync(join(moved, "export-risk.wasm"));
  const { loadEngine } = await import(pathToFileURL(join(moved, "node.js")).href);
  assert.equal((await loadEngine()).version, version);
});

for (const [name, source] of Object.entries({
  bytes: () => wasm,
  "an ArrayBuffer": () => new Uint8Array(wasm).buffer,
  "a Module": () => new WebAssembly.Module(wasm),
  "a Response": () => new Response(wasm, { headers: { "content-type": "application/wasm" } }),
  "a Response of the wrong type": () => new Response(wasm, { headers: { "content-type": "text/plain" } }),
  "a promise of a Response": () => Promise.resolve(new Response(wasm)),
  "a module namespace": () => file("wasm-base64.js").then(() => importedModule()),
})) {
  test(`slim takes ${name}`, async () => {
    assert.equal((await slim.loadEngine({ wasm: source() })).version, version);
  });
}

/** What `import("export-risk/export-risk.wasm")` gives where a runtime compiles such files. */
async function importedModule() {
  globalThis.compiledModule = new WebAssembly.Module(wasm);
  return import("data:text/javascript,export default globalThis.compiledModule");
}

test("in Node an address may be a file", async () => {
  const path = join(packageFolder, "export-risk.wasm");
  assert.equal((await main.loadEngine({ wasm: path })).version, version);
  const first = await main.loadEngine({ wasm: pathToFileURL(path) });
  assert.equal(first, await main.loadEngine({ wasm: pathToFileURL(path) }));
});

test("the same module gives the same engine, another one another", async () => {
  const module = new WebAssembly.Module(wasm);
  const first = await slim.loadEngine({ wasm: module });
  assert.equal(first, await slim.loadEngine({ wasm: module }));
  assert.notEqual(first, await slim.loadEngine({ wasm: new WebAssembly.Module(wasm) }));
});

test("what failed may be tried again", async () => {
  const gone = () => slim.loadEngine({ wasm: "http://127.0.0.1:9/export-risk.wasm" });
  await assert.rejects(gone, { name: "QuoteError", reason: "wasm-not-found" });
  await assert.rejects(gone, { name: "QuoteError", reason: "wasm-not-found" });
});

for (const [name, [options, expected]] of Object.entries({
  "an unknown option": [{ wams: wasm }, { kind: "invalid-input", field: "wams" }],
  "no options": [null, { kind: "invalid-input", field: "" }],
  "bytes that are no module": [{ wasm: new Uint8Array(8) }, { kind: "invalid-input", field: "wasm" }],
  "a module of someone else": [
    { wasm: new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) },
    { kind: "invalid-input", field: "wasm" },
  ],
  "a number": [{ wasm: 1 }, { kind: "invalid-input", field: "wasm" }],
  "an answer that is an error": [
    { wasm: new Response("", { status: 404 }) },
    { kind: "unsupported", reason: "wasm-not-found" },
  ],
})) {
  test(`loading refuses ${name}`, async () => {
    await assert.rejects(slim.loadEngine(options), { name: "QuoteError", ...expected });
  });
}

test("slim without a module, and a worker without one, say what to bring", async () => {
  await assert.rejects(slim.loadEngine(), { reason: "wasm-missing", message: /export-risk\.wasm/ });
  const code = `
    import { loadEngine } from "export-risk";
    const error = await loadEngine().catch((error) => error);
    console.log(error.reason, error.message.includes("export-risk/export-risk.wasm"));`;
  for (const condition of ["workerd", "edge-light"]) {
    assert.equal(runUserCode(code, [`--conditions=${condition}`]), "wasm-missing true");
  }
});

for (const [name, said] of Object.entries({
  Chromium: new WebAssembly.CompileError("WebAssembly.compile(): Refused to compile or instantiate "
    + "WebAssembly module because 'unsafe-eval' is not an allowed source of script"),
  Firefox: new WebAssembly.CompileError("call to WebAssembly.compile() blocked by CSP"),
  Safari: new EvalError("Refused to create a WebAssembly object"),
})) {
  test(`a policy that blocks WebAssembly in ${name} is explained to the site's owner`, async (context) => {
    context.mock.method(WebAssembly, "compile", async () => { throw said; });
    const { loadEngine } = await file("worker.js");
    await assert.rejects(loadEngine({ wasm: new Uint8Array(wasm) }), {
      kind: "unsupported",
      reason: "wasm-blocked",
      message: /script-src/,
      cause: said,
    });
  });

  test(`where it is blocked in ${name}, the same comes as JavaScript`, async (context) => {
    context.mock.method(WebAssembly, "compile", async () => { throw said; });
    const { loadEngine } = await import(`${pathToFileURL(join(packageFolder, "slim.js")).href}?${name}`);
    assert.equal((await loadEngine({ wasm: new Uint8Array(wasm) })).version, version);
  });
}

test("importing touches nothing of the browser and starts nothing", () => {
  const code = `
    const touched = [];
    for (const name of ["window", "document", "HTMLElement", "customElements"]) {
      Object.defineProperty(globalThis, name, { get() { touched.push(name); return undefined; } });
    }
    await import("export-risk"); await import("export-risk/slim");
    console.log(touched.length);`;
  assert.equal(runUserCode(code), "0");
});
