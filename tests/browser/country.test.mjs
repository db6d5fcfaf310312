// The country: its score opens to what it is made of, measures keep prices back, and rows are sorted by any column.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { browserTests, settled } from "./browser.mjs";

const host = (attributes) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script type="module" src="/element/register.js"></script></head><body><main><h1>Host</h1>
<export-risk-calculator product="country-risk" ${attributes}></export-risk-calculator></main></body></html>`;
const tests = browserTests({
  "/mexico": host('country="MEX"'),
  "/russia": host('country="RUS"'),
  "/chinese": host('country="MEX" lang="zh-CN" theme="dark"'),
});

test("each side of the score opens to its indicators with value, year and source", async () => {
  const page = await tests.open("/mexico");
  const sides = page.locator(".dimensions > li");
  assert.equal(await sides.count(), 8);
  const first = sides.first();
  await first.locator("summary").click();
  assert.match(await first.innerText(), /Reserves in months of imports\s+4 months\s+2024\s+67\s+\(Why\?\)\s+CIA World Factbook/);
  await first.getByRole("button", { name: /^67/ }).click();
  await settled(page);
  assert.match(await page.locator("#why-title, .why-panel, [part=why]").first().innerText(), /Points of an indicator/);
  assert.deepEqual([page.errors, await page.violations()], [[], []]);
});

test("a comparison is sorted by any of its columns, what is missing last", async () => {
  const page = await tests.open("/mexico");
  const names = async () => (await page.locator(".comparison tbody th").allInnerTexts()).map((name) => name.trim());
  assert.deepEqual((await names()).slice(0, 2), ["Mexico", "Brazil"]);
  await page.locator(".comparison").getByRole("button", { name: "Score", exact: true }).click();
  await settled(page);
  const rising = await names();
  await page.locator(".comparison").getByRole("button", { name: "Score", exact: true }).click();
  await settled(page);
  assert.deepEqual(await names(), [...rising].reverse());
  assert.equal(await page.locator(".comparison th[aria-sort=descending]").innerText(), "Score ▾");
  // Chile is priced by the market and has no spread: it stands last both ways.
  for (let way = 0; way < 2; way += 1) {
    await page.getByRole("button", { name: /^Spread a year, five years/ }).click();
    await settled(page);
    assert.equal((await names()).at(-1), "Chile");
  }
});

test("prices wait behind measures until they are asked for", async () => {
  const page = await tests.open("/russia");
  const shown = () => page.locator(".country .indication").count();
  assert.equal(await shown(), 0);
  assert.match(await page.locator(".measures-exist").innerText(), /Measures exist/);
  await page.getByRole("button", { name: "Show prices all the same" }).click();
  await page.locator(".country .indication").first().waitFor();
  assert.equal(await shown(), 2);
  await page.getByRole("button", { name: "Keep prices back again" }).click();
  await page.locator(".measures-exist .big").waitFor();
  assert.equal(await shown(), 0);
  assert.deepEqual([page.errors, await page.violations()], [[], []]);
});

test("the country reads well: no rule of accessibility is broken, in both languages, light and dark, all opened", async () => {
  for (const path of ["/mexico", "/russia", "/chinese"]) {
    const page = await tests.open(path);
    await page.evaluate(() => {
      const root = document.querySelector("export-risk-calculator").shadowRoot;
      root.querySelectorAll("details").forEach((part) => (part.open = true));
    });
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), [], path);
  }
});

test("the picture of the world is walked by arrows and chooses a country; its table says the same", async () => {
  const page = await tests.open("/mexico");
  const squares = page.locator(".tiles [data-alpha3]");
  assert.equal(await squares.count(), 201);
  const chosen = page.locator('.tiles [aria-pressed="true"]');
  assert.equal(await chosen.getAttribute("data-alpha3"), "MEX");
  await chosen.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.match(await page.locator(".country h2").innerText(), /Guatemala/);
  assert.equal(await page.locator(".tiles [tabindex='0']").count(), 1);
  await page.locator(".world").getByRole("button", { name: "Score", exact: true }).click();
  await settled(page);
  assert.match(await page.locator(".tiles [data-alpha3=CHE]").getAttribute("class"), /level-0/);
  await page.locator(".world details summary").click();
  assert.equal(await page.locator(".world tbody tr").count(), 201);
  await page.locator(".world tbody").getByRole("button", { name: "Kazakhstan", exact: true }).click();
  await settled(page);
  assert.match(await page.locator(".country h2").innerText(), /Kazakhstan/);
});

test("a host chooses which territories are shown, and how they are called", async () => {
  const page = await tests.open("/mexico");
  await page.evaluate(() => {
    Object.assign(document.querySelector("export-risk-calculator"), { territories: ["MX", "TWN", "HK"], countryNames: { TW: "中国台湾" } });
  });
  await settled(page);
  const titles = await page.locator(".tiles [data-alpha3]").evaluateAll((list) => list.map((square) => square.getAttribute("aria-label")));
  assert.equal(titles.length, 3);
  assert.ok(titles.includes("中国台湾: 2"), titles.join());
});

test("on a phone nothing is wider than the screen", async () => {
  const page = await tests.open("/mexico", { viewport: { width: 360, height: 740 } });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
});
