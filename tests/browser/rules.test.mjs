// Several rule sets in one picture: bars with their numbers, how good each is, a table beside it, and why one is missing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests } from "./browser.mjs";

const tests = browserTests();

const deal = {
  product: "export-credit-cover", country: "KAZ", buyer: "CC2", currency: "EUR", amount: "10000000", repaymentMonths: 6, rate: 0.06,
  rules: ["de-federal-short-term", "jp-2004-post-shipment", "oecd-minimum", "given"], riskDays: 180, premiumRate: "0.01",
};

const fragment = (request) => `#request=${Buffer.from(JSON.stringify(request)).toString("base64url")}`;

test("every rule set that has a price has its bars, its mark and its row", async () => {
  const page = await tests.open(`/site/?lang=en${fragment(deal)}`);
  const card = page.locator(".rules");
  const picture = card.locator("svg.chart");
  assert.match(await picture.getAttribute("aria-label"), /^3 rule sets: Germany.*1\.74%, 3\.65%; Japan 2004.*; A rate that you give 1\.00%/);
  assert.equal(await picture.locator("rect.fill-premium").count(), 3);
  assert.equal(await picture.locator("rect.fill-interest").count(), 3);
  assert.equal(await picture.locator("rect.faint").count(), 2);
  const words = await picture.locator("text").allTextContents();
  for (const word of ["Germany, under two years (reconstruction)", "Japan 2004, after shipment (historical)", "secondary", "assumption"]) {
    assert.ok(words.includes(word), word);
  }
  await card.locator("summary").click();
  const rows = await card.locator("tbody tr").allTextContents();
  assert.equal(rows.length, 3);
  assert.match(rows[0], /1\.740%[^]*EUR.174,000\.00[^]*Claim without interest[^]*Fees/);
  assert.match(await card.locator(".notices").textContent(), /OECD minimum premium[^]*24 months of repayment and more/);
  await card.locator("tbody button.why").first().click();
  assert.match(await page.locator("#why-title").textContent(), /1\.74/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("an investment's rule sets are compared by the year, in Chinese too, and on a phone nothing runs over", async () => {
  const request = {
    product: "investment-cover", currency: "EUR", equity: "20000000", start: "2027-01-15", holdingYears: 10, rules: "every",
  };
  const page = await tests.open(`/site/?lang=zh${fragment(request)}`, { viewport: { width: 360, height: 780 } });
  const picture = page.locator(".rules svg.chart");
  assert.match(await picture.getAttribute("aria-label"), /^4 套规则：德国投资担保 0\.50%/);
  assert.equal(await picture.locator("rect.fill-premium").count(), 0);
  assert.equal(await picture.locator("rect.fill-interest").count(), 4);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} pixels too wide`);
  const texts = await picture.locator("text").evaluateAll((list) =>
    list.filter((text) => text.getBoundingClientRect().right > text.ownerSVGElement.getBoundingClientRect().right + 1).map((text) => text.textContent),
  );
  assert.deepEqual(texts, []);
});
