// A host that checks every script of the element: with an import map by the package's list of hashes, under a policy that
// allows no other inline script. What docs/security.md says is what stands here.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, policy } from "./browser.mjs";

const hashes = JSON.parse(readFileSync("dist/integrity.json", "utf8"));
const integrity = Object.fromEntries(Object.entries(hashes).map(([file, hash]) => [`/checked/${file}`, hash]));
const map = JSON.stringify({ integrity });
const allowed = `'sha256-${createHash("sha256").update(map).digest("base64")}'`;
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script type="importmap">${map}</script>
<script type="module" src="/checked/element/register.js" integrity="${hashes["element/register.js"]}"></script></head>
<body><export-risk-calculator country="KAZ"></export-risk-calculator></body></html>`;
const tests = browserTests({ "/host": page }, { "/checked": policy.replace("'self' 'wasm-unsafe-eval'", `'self' 'wasm-unsafe-eval' ${allowed}`) });

test("with the right hashes it answers, and no policy is broken", async () => {
  const host = await tests.open("/checked/host");
  assert.match(await host.locator(".figure .big").first().innerText(), /^\d/);
  assert.deepEqual(await host.violations(), []);
  assert.deepEqual(host.errors, []);
  const scripts = host.requests.map((url) => new URL(url).pathname).filter((path) => path.endsWith(".js"));
  assert.ok(scripts.length > 5 && scripts.every((path) => path in integrity), "each of its scripts has a hash");
});

test("a script that was changed on its way does not run", async () => {
  const host = await tests.open("/checked/host", { ready: false });
  await host.route("**/wasm-first-base64.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\nwindow.changed = true;` });
  });
  host.errors.length = 0;
  await host.reload();
  await host.locator(".problem").first().waitFor();
  assert.equal(await host.evaluate(() => window.changed), undefined);
  assert.ok(host.errors.some((message) => /integrity/.test(message)), host.errors.join("\n"));
});
