// The packed package in the programs that people build with, each a small host of its own: built, served and run, and the
// worked case of the README compared.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { root, runAside, tool } from "../../scripts/run.mjs";
import { host, packageFolder, started } from "./place.mjs";
import { closeBrowser, policy, policyWithoutWasm, served, shown, workers } from "./site.mjs";

const premium = "617300.00";
const request = {
  product: "export-credit-cover", country: "KAZ", buyer: "CC2", currency: "USD",
  amount: "10000000", disbursementMonths: 12, repaymentMonths: 60, rate: 0.06,
};

const { loadEngine } = await import(pathToFileURL(join(packageFolder, "node.js")).href);
const engine = await loadEngine();

after(closeBrowser);

test("Node", async () => {
  const output = await runAside(process.execPath, ["main.js"], { cwd: host("node") });
  assert.equal(output.trim(), premium);
});

test("a plain page", async () => {
  const folders = { "/export-risk/": packageFolder, "/": host("plain") };
  await answers(folders);
  await draws(folders);
});

test("Vite with React", async () => {
  const folders = { "/": await built("react", vite) };
  await answers(folders);
  await draws(folders);
});

test("Vite's own server, while somebody develops", async () => {
  const { createServer } = await import("vite");
  const server = await createServer({ root: host("react"), configFile: false, logLevel: "error", server: { host: "127.0.0.1", port: 0 } });
  await server.listen();
  try {
    compare(await shown(server.resolvedUrls.local[0]), [premium]);
  } finally {
    await server.close();
  }
});

test("Vite with Vue", async () => {
  await answers({ "/": await built("vue", vite) });
});

test("webpack", async () => {
  const folders = { "/": await built("webpack", webpack) };
  await answers(folders);
  await draws(folders);
});

test("Rollup", async () => {
  await answers({ "/": await built("rollup", rollup) });
});

test("esbuild", async () => {
  await answers({ "/": await built("esbuild", esbuild) });
});

test("Next.js: server and browser give the same answer", async () => {
  const folder = host("next");
  const env = { NEXT_TELEMETRY_DISABLED: "1", NEXT_IGNORE_INCORRECT_LOCKFILE: "1" };
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  await runAside(process.execPath, [next, "build"], { cwd: folder, env });
  const parameters = [next, "start", "--hostname", "127.0.0.1", "--port", "0"];
  const options = { cwd: folder, env: { ...process.env, ...env } };
  const serving = await started(process.execPath, parameters, options, /http:\/\/127\.0\.0\.1:\d+/);
  try {
    const address = `${serving.found[0]}/`;
    const page = await (await fetch(address)).text();
    assert.match(page, />617300\.00<\/output>/, "the server answers before the browser does");
    compare(await shown(address), [premium, premium]);
    assert.equal(await workers(address), 1);
  } finally {
    serving.process.kill();
  }
});

test("a worker runtime", async () => {
  const folder = host("workerd");
  mkdirSync(join(folder, "built"));
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(folder, "worker.js")], outdir: join(folder, "built"), bundle: true, format: "esm",
    conditions: ["workerd", "worker"], external: ["*.wasm"],
  });
  await copyFile(join(packageFolder, "export-risk.wasm"), join(folder, "built", "export-risk.wasm"));
  const parameters = ["serve", "config.capnp", "--control-fd=3"];
  const serving = await started(tool("workerd"), parameters, { cwd: folder }, /"port":\s*(\d+)/);
  try {
    const ask = (body) => fetch(`http://127.0.0.1:${serving.found[1]}/`, { method: "POST", body: JSON.stringify(body) });
    assert.equal((await (await ask(request)).json()).premium, premium);
    const refused = await ask({ ...request, amount: "-1" });
    assert.deepEqual([refused.status, (await refused.json()).field], [422, "amount"]);
  } finally {
    serving.process.kill();
  }
});

/** Serves the folders and compares what the page shows, with WebAssembly and where the policy blocks it. */
async function answers(folders) {
  for (const allowed of [policy, policyWithoutWasm]) {
    await served(folders, async (address) => {
      const { said, requests, ...page } = await shown(address);
      compare(page, [premium]);
      for (const text of said) assert.match(text, /^\d+\.\d\d$/, "the element's answer arrives in the wrapper");
      const instead = requests.filter((url) => /without-wasm/.test(url)).length;
      assert.equal(instead, allowed === policy ? 0 : 1, "the module as JavaScript comes only where it must");
    }, allowed);
  }
}

/** Serves the folders and sees that the element's worker came along. */
async function draws(folders) {
  await served(folders, async (address) => assert.equal(await workers(address), 1), policy);
}

/** The page's own answers, and the element's by what the package says to the same request here. */
function compare({ outputs, figure, request }, wanted) {
  assert.deepEqual(outputs, wanted);
  assert.equal(figure.split("\n")[0], (100 * engine.quote(request).allInRate).toFixed(2));
}

/** The folder that a bundler made of a host. */
async function built(name, bundle) {
  const folder = host(name);
  const to = join(folder, "built");
  mkdirSync(to);
  await bundle(folder, to);
  return to;
}

async function vite(folder, to) {
  const { build } = await import("vite");
  await build({ root: folder, configFile: false, logLevel: "error", build: { outDir: to, chunkSizeWarningLimit: 4000 } });
}

async function webpack(folder, to) {
  const [{ default: webpack }, { default: MinimizerPlugin }] = await Promise.all([import("webpack"), import("minimizer-webpack-plugin")]);
  const options = {
    context: folder, entry: "./main.js", output: { path: to }, mode: "production", performance: false,
    // It is small already, and would take half a minute.
    optimization: { minimizer: [new MinimizerPlugin({ exclude: /without-wasm/ })] },
  };
  const stats = await new Promise((resolve, reject) =>
    webpack(options, (error, stats) => (error ? reject(error) : resolve(stats))));
  assert.deepEqual(stats.toJson().errors, []);
  assert.deepEqual(stats.toJson().warnings, []);
  await withPage(folder, to);
}

async function rollup(folder, to) {
  const [{ rollup }, { nodeResolve }] = await Promise.all([import("rollup"), import("@rollup/plugin-node-resolve")]);
  const onwarn = ({ message }) => assert.fail(message);
  const bundle = await rollup({ input: join(folder, "main.js"), plugins: [nodeResolve({ browser: true })], onwarn });
  await bundle.write({ dir: to, format: "es" });
  await withPage(folder, to);
}

async function esbuild(folder, to) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(folder, "main.js")], outdir: to, bundle: true, splitting: true, format: "esm", logLevel: "error",
  });
  await withPage(folder, to);
}

async function withPage(folder, to) {
  await copyFile(join(folder, "index.html"), join(to, "index.html"));
  assert.match(await readFile(join(to, "index.html"), "utf8"), /main\.js/);
}
