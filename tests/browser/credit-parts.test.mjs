// Parts of an export credit that few ask for, put in and filled on the page: the same answer as the program gives.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, paste, settled } from "./browser.mjs";

const tests = browserTests();
const deal = {
  product: "export-credit", exporterCountry: "CHN", country: "MEX", buyer: "CC2", goods: "buses", currency: "USD", contractValue: "12500000",
  start: "2027-01-15", disbursementMonths: 12, repaymentMonths: 60, rate: 0.052, cover: {}, fees: { arrangement: 0.01, commitment: 0.005 },
};
const link = (request) => `/site/?lang=en#request=${Buffer.from(JSON.stringify(request)).toString("base64url")}`;

/** Opens the deal, puts a part in, fills it, and gives what the program says to what then stands there. */
async function filled(part, edit) {
  const page = await tests.open(link(deal));
  await page.locator(".chip", { hasText: `+ ${part}` }).click();
  await settled(page);
  const group = page.locator(".extra details > summary").first();
  await group.click();
  await edit(page);
  assert.equal(await page.locator(".problem").count(), 0);
  const request = await page.locator("export-risk-calculator").evaluate((element) => element.request);
  const quote = native(request);
  const shown = (await page.locator(".figure .big").innerText()).replace(/\s|\(why\?\)/gi, "");
  assert.equal(shown, (quote.allInRate * 100).toFixed(2));
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
  return { page, request, quote };
}

test("drawdowns that are typed are drawn, and each stands in the table of payments", async () => {
  const { request, quote } = await filled("Drawdowns", async (page) => {
    await paste(page, "Months after the start, in place of dates", "0\n6");
    await paste(page, "Shares drawn, in place of amounts", "60\n40");
  });
  assert.deepEqual(request.drawdowns.months.map(Number), [0, 6]);
  assert.deepEqual(request.drawdowns.shares.map(Number), [0.6, 0.4]);
  const drawn = quote.schedule.drawdown.filter((amount) => amount > 0);
  assert.deepEqual(drawn, [637_500_000, 425_000_000], "85 % of the contract, in cents");
});

test("a reference rate by its rule stands in place of the rate, and its margin is the visitor's", async () => {
  const { request, quote } = await filled("CIRR by its rule", (page) => fill(page, "Margin on their mean", "1.2"));
  assert.equal(request.rate ?? null, null);
  assert.equal(Number(request.cirr.margin), 0.012);
  // Delivery of a year, half of five years and half of six months: 3.75, that is four. Between two and ten years on the
  // straight line: 4.39 % + 2/8 of 0.41 %, and the margin, to two decimals.
  assert.equal(quote.cirr.maturityYears, 4);
  assert.equal(Number(quote.cirr.rate), 0.0569);
});

test("a rate that changes costs what one rate would, and goes again with one click", async () => {
  const { page, request, quote } = await filled("Rates by their dates", (page) => fill(page, "Margin on the reference rate", "1.5"));
  assert.equal(Number(request.floating.margin), 0.015);
  assert.ok(quote.levelRate > 0.0535 && quote.levelRate < 0.057, `${quote.levelRate} lies between the least and the highest rate`);
  await page.getByRole("button", { name: /^Take out/ }).first().click();
  await settled(page);
  const after = await page.locator("export-risk-calculator").evaluate((element) => element.request);
  assert.equal(after.floating ?? null, null);
  assert.equal(Number(after.rate), 0.052);
});
