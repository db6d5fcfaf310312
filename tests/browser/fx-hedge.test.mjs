// A currency hedge on the page: its layers, the result over the rate, and the same numbers as the program on this machine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();

const deal = {
  product: "fx-hedge", currency: "CNY", foreignCurrency: "USD", spot: 7.1, homeRate: 0.018, foreignRate: 0.043, days: 180, forwardPoints: -0.08,
  forecast: { days: [90, 180], amounts: ["10000000", "10000000"], hedged: [1, 0.5] }, volatility: 0.05, homeAmount: "120000000", pieces: 1000,
};
const link = (lang) => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(deal)).toString("base64url")}`;

test("a hedge is filled in, and the page says what the program says", async () => {
  const page = await tests.open(link("en"));
  await fill(page, "Spot rate (home for one foreign)", "7.2");
  const request = await page.locator("export-risk-calculator").evaluate((element) => element.request);
  assert.equal(Number(request.spot), 7.2);
  const answer = native(request);
  assert.ok((await page.locator(".figure .big").innerText()).includes("7.12"));
  const text = await page.locator(".answer").innerText();
  const money = (value) => Number(value).toLocaleString("en", { minimumFractionDigits: 2 });
  for (const value of [answer.hedgeCost, answer.hedgedResult, answer.hedgedAtRisk]) assert.ok(text.includes(money(value)), `${value}: ${text}`);
  assert.match(text, /market’s forward is used/);
  const card = page.locator(".hedge");
  assert.match(await card.locator("svg.chart").getAttribute("aria-label"), /^From a rate of 5\.76 to 8\.64: Unhedged .*; Hedged /);
  assert.equal(await card.locator("svg.chart path.line").count(), 2);
  for (const summary of await card.locator("summary").all()) await summary.click();
  assert.equal(await card.locator("tbody tr").count(), answer.outcomes.rates.length + 2);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("its ready-made hedges read well in Chinese, in the dark and on a phone", async () => {
  const page = await tests.open(link("zh"), { colorScheme: "dark", viewport: { width: 390, height: 800 } });
  for (const name of ["收美元、本币人民币", "四个季度分层", "坚戈（市场远期点）"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${name}: ${over} pixels too wide`);
  }
  assert.deepEqual(await page.violations(), []);
});
