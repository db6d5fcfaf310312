// Makes `dist/`, the package as it is published: the WebAssembly modules, the JavaScript, the element.

import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { run, runIfStarted, say, seconds, tool } from "./run.mjs";
import { setUp } from "./setup.mjs";
import { findWasmToolchain, target } from "./wasm-toolchain.mjs";
import { writeIntegrity, writeManifest } from "./manifest.mjs";
import { withoutWasm } from "./without-wasm.mjs";

/** Builds everything; needs what {@link setUp} brings. */
export function build() {
  const start = performance.now();
  const first = buildWasm("wasm");
  const everything = buildWasm("wasm,everything");
  rmSync("dist", { recursive: true, force: true });
  mkdirSync("dist");
  run(tool("tsc"), ["-p", "."]);
  writeWasm("export-risk-first", "wasm-first-base64", first);
  writeWasm("export-risk", "wasm-base64", everything);
  const instead = withoutWasm(everything, features);
  writeFileSync("dist/without-wasm.js", instead);
  copyData();
  buildElement();
  writeIntegrity();
  writeManifest();
  say(`build: dist/ (${seconds(start)}); the module for the first answer is ${sizes(first)}`);
  say(`build: the module with everything is ${sizes(everything)}`);
  say(`build: the same as JavaScript, where WebAssembly is blocked, is ${sizes(Buffer.from(instead))}`);
}

/** Raw and compressed size of some bytes, for people. */
export function sizes(bytes) {
  const { raw, gzip, brotli } = measure(bytes);
  const kilobytes = (count) => `${(count / 1000).toFixed(1)} KB`;
  return `${kilobytes(raw)}, gzip ${kilobytes(gzip)}, brotli ${kilobytes(brotli)}`;
}

export function measure(bytes) {
  const gzip = gzipSync(bytes, { level: 9 }).length;
  return { raw: bytes.length, gzip, brotli: brotliCompressSync(bytes).length };
}

/** Where cargo puts what it builds. */
export function cargoTarget() {
  const metadata = run("cargo", ["metadata", "--format-version", "1", "--no-deps"]);
  return JSON.parse(metadata).target_directory;
}

function buildWasm(parts) {
  const { cargo, env } = findWasmToolchain();
  run(cargo, [
    "build", "--lib", "--target", target, "--profile", "wasm", "--no-default-features", "--features", parts,
  ], { env: { ...env, RUSTFLAGS: rustFlags() } });
  const compiled = join(cargoTarget(), target, "wasm", "export_risk.wasm");
  const smaller = join(cargoTarget(), target, "wasm", "export_risk.opt.wasm");
  // Functions with one caller stay functions: put into it, they make the module larger once it is compressed.
  const small = ["-Os", "--one-caller-inline-max-function-size=10"];
  run(tool("wasm-opt"), [...small, ...features, "--strip-producers", compiled, "-o", smaller]);
  return readFileSync(smaller);
}

// Little is inlined unless the source asks for it, and no loop is written out several times: an eighth less to
// download for a tenth of the speed. The loops that are hot say `#[inline]`.
const smallCode = [
  "inline-threshold=30", "inlinehint-threshold=90", "unroll-threshold=10", "unroll-full-max-count=2",
  "unroll-max-percent-threshold-boost=100", "unroll-runtime=false", "unroll-allow-partial=false",
].map((setting) => `-Cllvm-args=-${setting}`);

/** Without the folders of this machine, which the places of failed assertions would otherwise name. */
function rustFlags() {
  const { packages } = JSON.parse(run("cargo", ["metadata", "--format-version", "1"]));
  const folders = packages.map(({ source, manifest_path: path }) => dirname(source ? dirname(path) : path));
  const renamed = [...new Set(folders)].map((folder) => `--remap-path-prefix=${folder}=crates`);
  return [process.env.RUSTFLAGS, ...smallCode, ...renamed].filter(Boolean).join(" ");
}

// What Rust's compiler uses and every browser of the last years runs.
const features = [
  "bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue",
].map((name) => `--enable-${name}`);

function writeWasm(file, inside, wasm) {
  writeFileSync(`dist/${file}.wasm`, wasm);
  writeFileSync(`dist/${file}.wasm.d.ts`, wasmDeclaration);
  writeFileSync(`dist/${inside}.js`, `export const base64 = "${wasm.toString("base64")}";\n`);
}

const wasmDeclaration = `import type { WasmModule } from "./index.js";

/** The compiled module, where a bundler or a runtime gives it so. */
declare const module: WasmModule;
export default module;
`;

function copyData() {
  for (const name of ["CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "schema.json"]) {
    if (existsSync(name)) copyFileSync(name, join("dist", name));
  }
  const tables = "src/reference/tables";
  if (existsSync(tables)) cpSync(tables, "dist/reference", { recursive: true });
  if (existsSync("examples")) cpSync("examples", "dist/examples", { recursive: true });
  copyDocuments();
}

/** The documents go along without pictures, which are several times as large as they are. */
function copyDocuments() {
  cpSync("docs", "dist/docs", { recursive: true, filter: (path) => !/screenshots/.test(path) });
  const readme = readFileSync("README.md", "utf8");
  writeFileSync("dist/README.md", readme.replace(/^.*screenshots.*\n(\|---\|---\|\n)?\n?/gm, ""));
}

function buildElement() {
  for (const config of ["www/vite.element.ts", "www/vite.config.ts"]) {
    if (existsSync(config)) run(tool("vite"), ["build", "--config", config, "--logLevel", "warn"]);
  }
  copyFileSync("www/embed.html", "dist/embed.html");
  copyFileSync("www/embed.css", "dist/element/embed.css");
  run(process.execPath, ["scripts/method.mjs"]);
}


const everything = buildWasm("wasm,everything");
writeWasm("export-risk", "wasm-base64", everything);
writeFileSync("dist/without-wasm.js", withoutWasm(everything, features));
copyData(); console.log("wasm done");
