// A dealer's stock: the form, the balance with its calls as a picture and a table, and the same numbers as the program.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();

test("a stock is filled in, and the page says what the program says", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.locator(".top nav").first().getByRole("button", { name: "Fund dealers and buyers", exact: true }).click();
  await settled(page);
  await page.locator(".top nav.within").getByRole("button", { name: "Finance dealer stock", exact: true }).click();
  await page.locator(".schedule svg.chart").waitFor();
  await fill(page, "Invoice of a unit", "30000");
  await settled(page);
  const request = await page.locator("export-risk-calculator").evaluate((element) => element.request);
  assert.equal(Number(request.unitCost), 30000);
  const answer = native(request);
  const money = (text) => Number(text).toLocaleString("en", { minimumFractionDigits: 2 });
  assert.ok((await page.locator(".answer .big").textContent()).includes(money(answer.interestPerUnit)));
  const text = await page.locator(".answer").innerText();
  for (const name of ["lineNeeded", "peakBalance", "averageBalance", "totalInterest", "totalCurtailed", "expectedLoss"]) {
    assert.ok(text.includes(money(answer[name])), name);
  }
  assert.match(await page.locator(".schedule .legend").innerText(), /Curtailment calls/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});
