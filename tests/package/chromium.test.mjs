// The packed package in a real browser, under the strictest policy that it promises to work with.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { extname } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { findChromium } from "../../scripts/chromium.mjs";
import { answerOf, fixtures } from "./fixtures.mjs";
import { bytes, entry } from "./installed.mjs";
import { nativeAnswers } from "./native.mjs";

const strict = "default-src 'none'; connect-src 'self'; script-src 'self'";
const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

let server, browser, address;

before(async () => {
  server = createServer(serve).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  address = `http://127.0.0.1:${server.address().port}`;
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  browser = await chromium.launch({ executablePath: findChromium(), args });
});

after(async () => {
  await browser?.close();
  server?.close();
});

const pages = {
  "/": "",
  "/blocked": "",
  "/element": '<script type="module" src="/element/register.js"></script><export-risk-calculator></export-risk-calculator>',
};
pages["/element-blocked"] = pages["/element"];

/** Pages that differ in their policy, the files of the package, and one helper of the tests. */
function serve(request, response) {
  const [path] = request.url.split("?");
  const policy = path.endsWith("blocked") ? strict : `${strict} 'wasm-unsafe-eval'`;
  if (path in pages) {
    response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy });
    response.end(`<!doctype html><meta charset="utf-8"><title>test</title>${pages[path]}`);
    return;
  }
  try {
    const body = path === "/answer-of.js" ? `export ${answerOf}` : bytes(path.slice(1));
    response.writeHead(200, { "content-type": types[extname(path)] ?? "text/plain" });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

async function onPage(path, work, parameter) {
  const page = await browser.newPage();
  try {
    await page.goto(address + path);
    return await page.evaluate(work, parameter);
  } finally {
    await page.close();
  }
}

test("the browser gives the same bits as Node: every fixture, and requests from a seed", async () => {
  const { loadEngine } = await entry("export-risk");
  const engine = await loadEngine();
  const asked = nativeAnswers().map(({ verb, request }) => ({ verb, request }));
  const sums = await onPage("/", async (asked) => {
    const { loadEngine } = await import("/index.js");
    const { answerOf } = await import("/answer-of.js");
    const engine = await loadEngine();
    const sum = async ({ verb, request }) => {
      const text = new TextEncoder().encode(JSON.stringify(answerOf(engine, request, verb)));
      return [...new Uint8Array(await crypto.subtle.digest("SHA-256", text))];
    };
    return Promise.all(asked.map(sum));
  }, asked);
  assert.equal(sums.length, asked.length);
  for (const [index, { verb, request }] of asked.entries()) {
    const answer = JSON.stringify(answerOf(engine, request, verb));
    const sum = createHash("sha256").update(answer).digest();
    assert.ok(sum.equals(Uint8Array.from(sums[index])), `${verb} ${JSON.stringify(request)}`);
  }
});

test("slim fetches the module by its address", async () => {
  const version = await onPage("/", async () => {
    const { loadEngine } = await import("/slim.js");
    return (await loadEngine({ wasm: "/export-risk.wasm" })).version;
  });
  assert.equal(version, JSON.parse(bytes("package.json")).version);
});

test("under a policy without 'wasm-unsafe-eval' the same answers come from JavaScript", async () => {
  const { loadEngine } = await entry("export-risk");
  const engine = await loadEngine();
  const asked = fixtures().map(({ request }) => request);
  const answers = await onPage("/blocked", async (asked) => {
    const { loadEngine } = await import("/index.js");
    const { answerOf } = await import("/answer-of.js");
    const engine = await loadEngine();
    return asked.map((request) => JSON.stringify(answerOf(engine, request)));
  }, asked);
  for (const [index, request] of asked.entries()) {
    assert.equal(answers[index], JSON.stringify(answerOf(engine, request)), JSON.stringify(request));
  }
});

test("the element answers under that policy too, and asks for the JavaScript only there", async () => {
  const figures = {};
  for (const path of ["/element", "/element-blocked"]) {
    const page = await browser.newPage();
    const requests = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(address + path);
    figures[path] = await page.locator(".figure .big").first().innerText();
    assert.equal(requests.includes("/without-wasm.js"), path === "/element-blocked", requests.join());
    await page.close();
  }
  assert.equal(figures["/element-blocked"], figures["/element"]);
});

test("a second copy of the package on the page breaks nothing", async () => {
  const [defined, version] = await onPage("/element", async () => {
    await import("/element/register.js?again");
    const { loadEngine } = await import("/index.js?again");
    return [Boolean(customElements.get("export-risk-calculator")), (await loadEngine()).version];
  });
  assert.deepEqual([defined, version], [true, JSON.parse(bytes("package.json")).version]);
});

test("where the JavaScript can't be had either, the policy is explained", async () => {
  const page = await browser.newPage();
  await page.route("**/without-wasm.js", (route) => route.abort());
  await page.goto(`${address}/blocked`);
  const reason = await page.evaluate(async () => {
    const { loadEngine } = await import("/index.js");
    return loadEngine().then(() => "it loaded", (error) => `${error.reason}: ${error.message}`);
  });
  assert.match(reason, /^wasm-blocked: .*script-src/);
  await page.close();
});
