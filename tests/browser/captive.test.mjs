// A finance company: its answer is the program's own, its picture tells book and return, every line can be saved, products
// come and go with one click.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);
const link = (document, lang = "en") => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(document)).toString("base64url")}`;
const percent = (value, digits) => `${(100 * value).toFixed(digits)}%`;

const small = {
  product: "captive", currency: "EUR", start: "2027-01-01", years: 4, initialCapital: "2000000", capitalRatio: 0.1, costOfEquity: 0.1,
  fixedCosts: "20000",
  loans: { contracts: [40, 60], contractAmount: "20000", termMonths: 36, rate: 0.085, defaultRate: 0.02, lossGivenDefault: 0.5, recoveryMonths: 3 },
  parent: { fundingShare: 1, rate: 0.035, termMonths: 36, amortising: true },
};

async function open(page) {
  // The only job of a want has the want's place.
  await page.locator(".top nav").first().locator(".job", { hasText: /^(Fund dealers and buyers|Build a finance company)/ }).click();
  await settled(page);
  const job = page.locator(".job", { hasText: "Build a finance company" });
  if ((await job.count()) > 0) await job.click();
  await settled(page);
}

test("the opening company is answered as the program answers it, and so is what is typed", async () => {
  const page = await tests.open("/site/?lang=en");
  await open(page);
  await fill(page, "Fixed costs a month", "6000000");
  await fill(page, "Least equity over the risk-weighted book", "12");
  const answer = native(await request(page));
  assert.equal(answer.product ?? "captive", "captive");
  assert.equal((await request(page)).fixedCosts, "6000000");
  const shown = (await page.locator(".figure .big").innerText()).replace(/\s|\(why\?\)/gi, "");
  assert.ok(shown.startsWith(percent(answer.equityReturn, 2)), `${shown} is not ${answer.equityReturn}`);
  const rows = (await page.locator(".answer .rows").first().innerText()).replace(/\u00a0/g, " ");
  const money = (text) => `MXN ${Number(text).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
  for (const name of ["capitalNeeded", "peakFunding", "totalProfit", "closingEquity"]) {
    assert.ok(rows.includes(money(answer[name])), `${name} ${money(answer[name])} in ${rows}`);
  }
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("the picture has a bar of book and of funding for each year, a dot of return, and a table with the numbers", async () => {
  const page = await tests.open(link(small));
  const answer = native(small);
  const card = page.locator(".company");
  const picture = card.locator("svg.chart");
  assert.equal(await picture.locator("rect.fill-principal").count(), 4);
  assert.equal(await picture.locator("rect.fill-interest").count(), 4);
  assert.equal(await picture.locator("circle.dot").count(), 4);
  assert.equal(await picture.locator(".even").count(), answer.breakEvenMonth === null ? 0 : 1);
  const heights = await picture.locator("rect.fill-principal").evaluateAll((list) => list.map((bar) => Number(bar.getAttribute("height"))));
  const books = answer.years.map((year) => Number(year.book));
  for (const [at, height] of heights.entries()) {
    assert.ok(Math.abs(height / heights[3] - books[at] / books[3]) < 0.01, `year ${at + 1}`);
  }
  const summary = await picture.getAttribute("aria-label");
  for (const year of answer.years) assert.ok(summary.includes(percent(year.returnOnEquity, 1).replace("-", "-")), `${year.returnOnEquity} in ${summary}`);
  await card.locator("summary").click();
  assert.equal(await card.locator("tbody tr").count(), 4);
});

test("every line of every month can be saved", async () => {
  const page = await tests.open(link(small));
  const answer = native(small);
  const details = page.locator(".answer details", { hasText: "Profit and loss by month" });
  await details.locator("summary").click();
  const [file] = await Promise.all([page.waitForEvent("download"), details.getByRole("button", { name: "Download CSV" }).click()]);
  assert.equal(file.suggestedFilename(), "income.csv");
  const lines = readFileSync(await file.path(), "utf8").trim().split("\r\n");
  assert.equal(lines.length, 49);
  const place = lines[0].split(",").indexOf("profit");
  const profits = lines.slice(1).map((line) => Math.round(100 * Number(line.split(",")[place])));
  assert.deepEqual(profits, answer.income.profit);
});

test("products and sources come and go with one click and always have an answer", async () => {
  const page = await tests.open(link(small));
  for (const name of ["+ Loans with a balloon", "+ Leases", "+ Wholesale: dealers’ stock", "+ Bonds", "+ Securitisation"]) {
    await page.locator(".extras .chip", { hasText: name }).click();
    await settled(page);
    if (name.startsWith("+ Wholesale")) {
      assert.match(await page.locator(".problem").innerText(), /reference rates/i, "what floats asks for its reference");
      await page.getByLabel("Reference rates, year by year", { exact: true }).fill("0.03");
      await page.keyboard.press("Tab");
      await settled(page);
    }
    assert.equal(await page.locator(".problem").count(), 0, name);
  }
  assert.equal((await request(page)).bonds.fundingShare, 0.1);
});

test("inputs of one name tell which product or source they belong to", async () => {
  const page = await tests.open(link(small));
  const names = await page.locator("#what-vary option").allTextContents();
  const rates = names.map((name) => name.trim()).filter((name) => name.endsWith("Interest rate"));
  assert.deepEqual(rates, ["Retail loans: Interest rate", "Money from the parent: Interest rate"]);
});

test("in Chinese, on a phone and in the dark nothing runs over", async () => {
  const page = await tests.open(link(small, "zh"), { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  const picture = page.locator(".company svg.chart");
  assert.match(await picture.getAttribute("aria-label"), /^逐年贷款余额与净资产收益率/);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} pixels too wide`);
});
