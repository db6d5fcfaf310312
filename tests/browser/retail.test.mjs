// A car paid over time: the form, the car against the debt as a picture and a table, and the same numbers as the program.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();

async function toRetail(page, want, job) {
  await page.locator(".top nav").first().getByRole("button", { name: want, exact: true }).click();
  await settled(page);
  await page.locator(".top nav.within").getByRole("button", { name: job, exact: true }).click();
  await page.locator(".equity svg.chart").waitFor();
}

test("a contract is filled in, and the page says what the program says", async () => {
  const page = await tests.open("/site/?lang=en");
  await toRetail(page, "Fund dealers and buyers", "Finance a car");
  await fill(page, "Cash price of the car", "31000");
  await fill(page, "Balloon or residual value", "11000");
  await settled(page);
  const request = await page.locator("export-risk-calculator").evaluate((element) => element.request);
  assert.equal(Number(request.price), 31000);
  const answer = native(request);
  const money = (text) => Math.abs(Number(text)).toLocaleString("en", { minimumFractionDigits: 2 });
  assert.ok((await page.locator(".answer .big").textContent()).includes(money(answer.payment)));
  const text = await page.locator(".answer").innerText();
  for (const name of ["amountFinanced", "totalPayable", "totalInterest", "expectedLoss"]) assert.ok(text.includes(money(answer[name])), name);
  const card = page.locator(".equity");
  assert.ok((await card.locator("dl").innerText()).includes(money(answer.equity.lowest)));
  assert.ok((await card.locator("svg.chart").getAttribute("aria-label")).includes(money(answer.equity.lowest)));
  await card.locator("summary").click();
  assert.equal(await card.locator("tbody tr").count(), answer.schedule.dates.length);
  await card.locator("button.why").first().click();
  assert.match(await page.locator("#why-title").textContent(), /Lowest value less debt/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("a lease in the United States has its warning, in Chinese on a phone, and nothing runs over", async () => {
  const page = await tests.open("/site/?lang=zh", { viewport: { width: 390, height: 844 } });
  await toRetail(page, "为经销商和购车人融资", "购车融资");
  await page.getByRole("button", { name: "租赁（美国）" }).click();
  await settled(page);
  assert.match(await page.locator(".answer").innerText(), /不是年百分率/);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} pixels too wide`);
  assert.deepEqual(page.errors, []);
});
