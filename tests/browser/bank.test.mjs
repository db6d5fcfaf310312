// The bank's view of an export credit on the page, and a risk weight: the same numbers as the program on this machine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const host = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script type="module" src="/element/register.js"></script></head><body><main><h1>Host</h1>
<export-risk-calculator product="export-credit"></export-risk-calculator></main></body></html>`;
const tests = browserTests({ "/one": host });

const deal = {
  product: "export-credit", exporterCountry: "CHN", country: "MEX", buyer: "CC2", goods: "buses", currency: "USD", contractValue: "12500000",
  start: "2027-01-15", disbursementMonths: 12, repaymentMonths: 60, rate: 0.052, cover: {}, fees: { arrangement: 0.01, commitment: 0.005 },
};
const link = (request, lang = "en") => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(request)).toString("base64url")}`;
const percent = (value) => `${(value * 100).toFixed(2)}%`;
const given = (page) => page.locator("export-risk-calculator").evaluate((element) => element.request);

test("the bank is put in with one click, and the page says what the program says", async () => {
  const page = await tests.open(link(deal));
  assert.equal(await page.locator(".bank").count(), 0);
  await page.locator(".chip", { hasText: "+ The lending bank" }).click();
  await settled(page);
  assert.equal(await page.locator(".problem").count(), 0);
  await page.locator(".extra details > summary").first().click();
  await fill(page, "Target return on capital, after tax", "15");
  await fill(page, "Obligor’s risk weight, in place of the table’s, %", "130");
  const request = await given(page);
  assert.equal(Number(request.bank.targetReturn), 0.15);
  assert.equal(Number(request.bank.obligorWeight), 1.3);
  const { bank } = native(request);
  assert.equal(bank.uncoveredWeight, 1.3);
  const card = page.locator(".bank");
  const text = await card.innerText();
  for (const side of [bank.withCover, bank.withoutCover]) {
    for (const name of ["riskWeight", "costMargin", "lossMargin", "capitalMargin", "neededMargin", "neededRate", "returnOnCapital"]) {
      assert.ok(text.replace(/−/gu, "-").includes(percent(side[name])), `${name} ${percent(side[name])}: ${text}`);
    }
    assert.ok(text.includes(Math.round(Number(side.capital)).toLocaleString("en-US")), side.capital);
  }
  assert.match(text, new RegExp(`worth[^]*${Math.round(Number(bank.worth)).toLocaleString("en-US")}`, "u"));
  const picture = card.locator("svg.chart");
  assert.match(await picture.getAttribute("aria-label"), /^Margin that the bank needs: With cover \d+\.\d\d% \(Fees/);
  assert.equal(await picture.locator("rect").count(), 8);
  await card.locator("tbody tr").nth(9).locator("button.why").first().click();
  assert.match(await page.locator("#why-title").textContent(), /Margin needed/);
  assert.match(await page.locator(".notices").innerText(), /state of China, category 2: 20 %/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("an element with this job alone loads what the bank needs by itself", async () => {
  const page = await tests.open("/one");
  await page.locator(".chip", { hasText: "+ The lending bank" }).click();
  await page.locator(".bank svg.chart").waitFor();
  assert.equal(await page.locator(".problem").count(), 0);
  assert.deepEqual(page.errors, []);
});

test("a bank without a cover has one way; an unrated bank as obligor asks for the weight", async () => {
  const bank = {
    defaultProbability: 0.02, lossGivenDefault: 0.4, capitalRatio: 0.105, baseRate: 0.036, fundingSpread: 0.004, operatingCost: 0.002,
    taxRate: 0.25, targetReturn: 0.12,
  };
  const page = await tests.open(link({ ...deal, cover: null, bank }));
  assert.equal(await page.locator(".bank thead th").count(), 1);
  assert.equal(await page.locator(".bank svg.chart rect").count(), 4);
  const refused = await tests.open(link({ ...deal, bank: { ...bank, exposureClass: "bank" } }), { ready: false });
  await refused.locator(".problem").waitFor();
  assert.match(await refused.locator(".problem").innerText(), /give the weight that your rules have/);
});

test("a risk weight is found by the formula and by the table", async () => {
  const request = { product: "risk-weight", rules: "basel-2", approach: "internal-ratings", exposureClass: "corporate", defaultProbability: 0.01, lossGivenDefault: 0.45 };
  const page = await tests.open(link(request));
  assert.match(await page.locator(".figure .big").innerText(), /92\.32%/);
  await fill(page, "Default within a year", "2");
  assert.match(await page.locator(".figure .big").innerText(), /114\.86%|114\.85%/);
  await page.getByRole("combobox", { name: "Approach", exact: true }).selectOption("standardised");
  await settled(page);
  assert.match(await page.locator(".figure .big").innerText(), /100\.00%/);
  assert.match(await page.locator(".notices").innerText(), /weight of the unrated counts: 100 %/);
});

test("it reads well in Chinese, in the dark and on a phone", async () => {
  const page = await tests.open(link(deal, "zh"), { colorScheme: "dark", viewport: { width: 390, height: 800 } });
  await page.locator(".chip", { hasText: "贷款银行" }).click();
  await settled(page);
  assert.equal(await page.locator(".problem").count(), 0);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} pixels too wide`);
  assert.match(await page.locator(".bank svg.chart").getAttribute("aria-label"), /^银行所需利差：/);
  assert.deepEqual(await page.violations(), []);
});
