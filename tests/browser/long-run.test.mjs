// Many paths: a worker draws them, says how far it is and what was found so far, can be ended, and gives what the engine gives
// in one piece. Where no worker may start, fewer are drawn on the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../dist/node.js";
import { browserTests, policy } from "./browser.mjs";

const tests = browserTests({}, { "/no-workers": `${policy}; worker-src 'none'` });

/** Two ways that are quick to price, so that a hundred thousand paths take seconds. Costs are examples. */
const request = {
  product: "route", currency: "USD", country: "BRA", origin: "CHN", start: "2027-01-01", years: 4, drive: "battery", vehicles: 20000, price: "26000",
  discountRate: 0.1,
  export: { declaredPrice: "15000", homeCost: "14000", freight: "1300", investment: "12000000", dutyRate: 0.35, additionalDutyRate: 0 },
  completelyKnockedDown: { declaredPrice: "11000", homeCost: "10500", freight: "800", localParts: "4000", assemblyFee: "1200", investment: "90000000", dutyRate: 0.16 },
  simulation: { seed: 11, paths: 50, demandVolatility: 0.3, dutyProbability: 0.2, dutyThen: 0.5, closureProbability: 0.02 },
};
const at = (folder) => `${folder}/site/?lang=en#request=${Buffer.from(JSON.stringify(request)).toString("base64url")}`;

/** What the engine says of so many paths, all at once. */
async function whole(paths) {
  const engine = await loadEngine();
  return engine.quote({ ...request, simulation: { ...request.simulation, paths } }).simulation;
}

const money = (text) => `USD ${Math.round(Number(text)).toLocaleString("en-US")}`;

/** The value of a row in the panel of what may happen. */
async function shown(page, name) {
  const row = page.locator(".routes .rows > div", { has: page.locator("dt", { hasText: name }) }).last();
  return (await row.locator("dd").innerText()).replace(/\s+/g, " ").replace(/ \(.*\)$/, "").trim();
}

test("a hundred thousand paths are drawn beside the page; the answer is that of the engine in one piece", async () => {
  const page = await tests.open(at(""));
  const before = page.requests.length;
  await page.getByRole("button", { name: "Draw 100,000 paths" }).click();
  const status = page.locator(".draws [role=status]");
  await status.filter({ hasText: "s left" }).waitFor();
  assert.equal(page.workers().length, 1, "the page itself draws nothing");
  const bar = page.locator(".draws progress");
  const early = await bar.evaluate((element) => element.value);
  // What was found so far stands on the page while it goes on.
  await page.waitForFunction(() => !document.querySelector("export-risk-calculator").shadowRoot.querySelector(".draws button").textContent.startsWith("Draw"));
  await status.filter({ hasText: "100,000 of 100,000" }).waitFor({ timeout: 240_000 });
  assert.ok((await bar.evaluate((element) => element.value)) > early);
  // A run that is done holds nothing.
  while (page.workers().length > 0) await page.waitForTimeout(20);
  const engine = await whole(100_000);
  assert.equal(await shown(page, "Paths"), "100,000");
  assert.equal(await shown(page, "Deciding today"), money(engine.valueToday));
  assert.equal(await shown(page, "Waiting a year, then deciding"), money(engine.valueOfWaiting));
  const asked = page.requests.slice(before).map((url) => new URL(url).pathname);
  assert.ok(asked.length === 1 && /\/worker-[^/]*\.js$/.test(asked[0]), `the worker's own file and nothing else: ${asked}`);
  assert.deepEqual([await page.violations(), page.errors], [[], []]);
});

test("a run can be ended, keeps what it found, and another request forgets it", async () => {
  const page = await tests.open(at(""));
  await page.getByRole("button", { name: "Draw 100,000 paths" }).click();
  await page.locator(".draws [role=status]", { hasText: "s left" }).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  const stopped = await page.locator(".draws progress").evaluate((element) => element.value);
  assert.ok(stopped > 0 && stopped < 100_000, `${stopped} paths`);
  await page.waitForTimeout(400);
  assert.equal(await page.locator(".draws progress").evaluate((element) => element.value), stopped, "nothing goes on");
  await page.evaluate(() => {
    const element = document.querySelector("export-risk-calculator");
    element.request = { ...element.request, vehicles: 21000 };
  });
  await page.locator(".draws progress").waitFor({ state: "detached" });
  assert.equal(await shown(page, "Paths"), "50");
});

test("where no worker may start, fewer paths are drawn on the page itself", async () => {
  const page = await tests.open(at("/no-workers"));
  await page.getByRole("button", { name: "Draw 100,000 paths" }).click();
  await page.locator(".draws [role=status]", { hasText: "10,000 of 10,000" }).waitFor({ timeout: 120_000 });
  await page.getByText("This page may start no worker").waitFor();
  const engine = await whole(10_000);
  assert.equal(await shown(page, "Paths"), "10,000");
  assert.equal(await shown(page, "Waiting a year, then deciding"), money(engine.valueOfWaiting));
});
