// A thousand elements come and go, and the page is as large as before: nothing of them is left, neither in the document nor in
// memory. Counted, not timed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, settled } from "./browser.mjs";

const tests = browserTests({
  "/host": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script type="module" src="/element/register.js"></script></head><body><export-risk-calculator></export-risk-calculator><main></main></body></html>`,
});

/** Mounts and removes so many elements, each answered: large jobs and small ones, in both languages. */
const mount = (page, count) => page.evaluate(async (count) => {
  const place = document.querySelector("main");
  const jobs = ["export-credit", "rounding", "loan", "rounding", "country-risk", "rounding", "rounding", "rounding"];
  for (let round = 0; round < count; round += 1) {
    const element = document.createElement("export-risk-calculator");
    element.setAttribute("product", jobs[round % jobs.length]);
    if (round % 3 === 2) element.setAttribute("lang", "zh-CN");
    const answered = new Promise((done) => element.addEventListener("export-risk-quote", done, { once: true }));
    place.append(element);
    await answered;
    await element.updateComplete;
    element.remove();
  }
}, count);

async function measure(page, session) {
  await settled(page);
  await page.waitForTimeout(1200); // longer than what waits for typing to rest
  for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners: listeners, documents } = await session.send("Memory.getDOMCounters");
  const { usedSize: heap } = await session.send("Runtime.getHeapUsage");
  return { nodes, listeners, documents, heap };
}

test("a thousand elements mounted and removed leave nothing behind, and share one engine", async () => {
  const page = await tests.open("/host");
  const session = await page.context().newCDPSession(page);
  // What is made once, for all elements, is made by the first.
  await mount(page, 50);
  const before = await measure(page, session);
  await mount(page, 950);
  const after = await measure(page, session);
  const told = `${JSON.stringify(before)} to ${JSON.stringify(after)}`;
  assert.ok(after.nodes <= before.nodes + 100, told);
  assert.ok(after.listeners <= before.listeners + 20, told);
  assert.equal(after.documents, before.documents, told);
  assert.ok(after.heap <= before.heap + 1_500_000, told);
  assert.equal(await page.locator("export-risk-calculator").count(), 1);
  const files = page.requests.map((url) => new URL(url).pathname);
  assert.equal(new Set(files).size, files.length, "each file comes once");
  assert.deepEqual([await page.violations(), page.errors], [[], []]);
});

test("one element taken out and put back a hundred times keeps its deal, its language and its answer, and grows nothing", async () => {
  const page = await tests.open("/host");
  const session = await page.context().newCDPSession(page);
  const cycle = (count) => page.evaluate(async (count) => {
    const element = document.querySelector("export-risk-calculator");
    element.request = { ...element.request, contractValue: "5000000" };
    element.lang = "zh-CN";
    for (let round = 0; round < count; round += 1) {
      element.remove();
      await new Promise((next) => requestAnimationFrame(next));
      document.querySelector("main").append(element);
      await new Promise((next) => requestAnimationFrame(next));
    }
  }, count);
  await cycle(5);
  const before = await measure(page, session);
  const shown = await page.locator(".figure .big").innerText();
  await cycle(100);
  const after = await measure(page, session);
  assert.ok(after.nodes <= before.nodes + 100 && after.listeners <= before.listeners + 20, `${JSON.stringify(before)} to ${JSON.stringify(after)}`);
  assert.equal(await page.evaluate(() => document.querySelector("export-risk-calculator").request.contractValue), "5000000");
  assert.equal(await page.locator(".figure .big").innerText(), shown);
});
