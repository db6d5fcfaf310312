// Everything that must hold, in order, stopping at the first thing that does not.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { pack } from "./pack.mjs";
import { runAside, runIfStarted, say, seconds, tool } from "./run.mjs";
import { setUp } from "./setup.mjs";

let passed = 0;

async function testAll() {
  setUp({ tests: true });
  await stage("format", () => runAside("cargo", ["fmt", "--check"]));
  await stage("lints", () => clippy(["--all-targets"]));
  await stage("lints, WebAssembly", () => wasmLints());
  await stage("Rust tests", rustTests);
  await stage("generated files", () => runAside(process.execPath, ["scripts/generate.mjs", "--check"]));
  await stage("script tests", () => nodeTests("tests/scripts", {}));
  await stage("build", build);
  await stage("types", checkTypes);
  const packed = await stage("package", checkPackage);
  await stage("package tests", () => nodeTests("tests/package", { EXPORT_RISK_PACKED: packed.folder }));
  await stage("hosts", () => nodeTests("tests/hosts", { EXPORT_RISK_PACKED: packed.folder }, timesOf));
  await stage("browser tests", () => nodeTests("tests/browser", { EXPORT_RISK_PACKED: packed.folder }));
  // It needs packages that set-up brings.
  await stage("size", async () => (await import("./size.mjs")).checkSizes());
  say(`${passed} passed, 0 failed`);
}

/** Runs one stage and says how long it took; its whole output is kept under `.cache/logs`. */
async function stage(name, work) {
  const start = performance.now();
  try {
    const result = await work();
    say(`${name}: well (${seconds(start)})${typeof result === "string" ? ` ${result}` : ""}`);
    return result;
  } catch (error) {
    say(`${name}: FAILED (${seconds(start)})`);
    throw error;
  }
}

function clippy(parameters) {
  return runAside("cargo", ["clippy", "-q", ...parameters, "--", "-D", "warnings"]);
}

/** Both modules: what only one of them needs is easily left over in the other. */
async function wasmLints() {
  for (const parts of ["wasm", "wasm,everything"]) {
    await clippy(["--lib", "--no-default-features", "--features", parts]);
  }
}

async function rustTests() {
  const output = await logged("rust", "cargo", ["test", "-q"]);
  return count(output, /^test result: ok\. (\d+) passed/gm);
}

/** Runs every `*.test.mjs` of a folder; a folder that does not exist has nothing to run. */
async function nodeTests(folder, env, more = () => "") {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".test.mjs")) : [];
  if (!files.length) return "(none yet)";
  // One file after the other: the machine's cores belong to the browser.
  const parameters = ["--test", "--test-reporter=spec", "--test-concurrency=1"];
  parameters.push(...files.map((name) => join(folder, name)));
  const output = await logged(folder.replace("/", "-"), process.execPath, parameters, env);
  return count(output, /^ℹ pass (\d+)/gm) + more(output);
}

/** How long each test took that took a while. */
function timesOf(output) {
  const tests = [...output.matchAll(/^✔ (.+) \((\d+)\.?\d*ms\)$/gm)].filter(([, , time]) => time >= 100);
  return tests.map(([, name, time]) => `\n  ${(time / 1000).toFixed(1)} s ${name}`).join("");
}

async function logged(name, program, parameters, env) {
  mkdirSync(".cache/logs", { recursive: true });
  const keep = (output) => writeFileSync(`.cache/logs/${name}.log`, output);
  try {
    const output = await runAside(program, parameters, { env });
    keep(output);
    return output;
  } catch (error) {
    keep(error.output ?? "");
    throw error;
  }
}

function count(output, pattern) {
  const here = [...output.matchAll(pattern)].reduce((sum, [, number]) => sum + Number(number), 0);
  passed += here;
  return `${here} passed`;
}

async function checkTypes() {
  const projects = ["tests/package/tsconfig.json", "www/tsconfig.json"].filter((path) => existsSync(path));
  for (const project of projects) await runAside(tool("tsc"), ["-p", project, "--noEmit"]);
}

async function checkPackage() {
  const packed = pack();
  await runAside(tool("publint"), ["run", "dist", "--strict", "--pack", "false"]);
  // What has no types by nature: data.
  const data = ["./schema.json", "./integrity.json", "./custom-elements.json", "./reference/*"];
  const attw = [packed.tarball, "--profile", "esm-only", "--no-emoji", "--exclude-entrypoints", ...data];
  await runAside(tool("attw"), attw);
  return packed;
}

await runIfStarted(import.meta.url, testAll);
