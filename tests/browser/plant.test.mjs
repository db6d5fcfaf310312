// A plant: its answer is the program's own, its picture tells cash, debt service and cover ratio, every ready-made plant has
// an answer, known cash takes the place of production.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);
const link = (document, lang = "en") => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(document)).toString("base64url")}`;
const percent = (value, digits) => `${(100 * value).toFixed(digits)}%`;

const small = {
  product: "plant", currency: "EUR", start: "2027-01-01", constructionYears: 1, operatingYears: 6, discountRate: 0.08,
  capital: { amounts: ["20000000", "10000000"], years: [0, 1] },
  operations: { vehicles: 10000, ramp: [0.5, 1], capacity: 12000, price: "15000", kitCost: "11000", completelyKnockedDownDuties: [0.1], fixedCosts: "12000000" },
  debt: { gearing: 0.5, tenorYears: 4, rate: 0.06, repayment: "annuity", lockUpDscr: 1.2 },
};

async function open(page) {
  // The only job of a want has the want's place.
  await page.locator(".top nav").first().locator(".job", { hasText: /^(Build or buy abroad|Build a plant)/ }).click();
  await settled(page);
  const job = page.locator(".job", { hasText: "Build a plant" });
  if ((await job.count()) > 0) await job.click();
  await settled(page);
}

test("the opening plant is answered as the program answers it, and so is what is typed", async () => {
  const page = await tests.open("/site/?lang=en");
  await open(page);
  await fill(page, "Vehicles a year, ramp complete", "52000");
  const answer = native(await request(page));
  assert.equal(Number((await request(page)).operations.vehicles), 52000);
  const shown = (await page.locator(".figure .big").innerText()).replace(/\s|\(why\?\)/gi, "");
  assert.ok(shown.startsWith(percent(answer.equityReturn, 2)), `${shown} is not ${answer.equityReturn}`);
  const rows = (await page.locator(".answer .rows").first().innerText()).replace(/\u00a0/g, " ");
  const money = (text) => `USD ${Number(text).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
  for (const name of ["projectValue", "totalUses", "debtAmount", "equityAmount", "debtCapacity"]) {
    assert.ok(rows.includes(money(answer[name])), `${name} ${money(answer[name])} in ${rows}`);
  }
  for (const name of ["minimumDscr", "llcr", "llcrWithoutReserve", "plcr", "breakEvenVolume"]) {
    const text = answer[name].toLocaleString("en-US", { maximumFractionDigits: 3 });
    assert.ok(rows.includes(text), `${name} ${text} in ${rows}`);
  }
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("the picture has bars of cash and debt service, a dot for each ratio, the lock-up and the use of capacity, and a table", async () => {
  const page = await tests.open(link(small));
  const answer = native(small);
  const card = page.locator(".company");
  const picture = card.locator("svg.chart");
  assert.equal(await picture.locator("rect.fill-principal").count(), 6);
  assert.equal(await picture.locator("rect.fill-interest").count(), 6);
  assert.equal(await picture.locator("rect.fill-fees").count(), 6);
  assert.equal(await picture.locator("circle.dot").count(), 4);
  assert.equal(await picture.locator(".even").count(), 1);
  const heights = await picture.locator("rect.fill-principal").evaluateAll((list) => list.map((bar) => Number(bar.getAttribute("height"))));
  const cash = answer.debtService.cashAvailable.slice(2);
  for (const [at, height] of heights.entries()) {
    assert.ok(Math.abs(height / heights[5] - Math.abs(cash[at]) / cash[5]) < 0.02, `year ${at + 2}`);
  }
  const summary = await picture.getAttribute("aria-label");
  for (const ratio of answer.debtService.dscr.filter(Boolean)) {
    assert.ok(summary.includes(ratio.toLocaleString("en-US", { maximumFractionDigits: 2 })), `${ratio} in ${summary}`);
  }
  await card.locator("summary").click();
  assert.equal(await card.locator("tbody tr").count(), 8);
  const [file] = await Promise.all([page.waitForEvent("download"), card.getByRole("button", { name: "Download CSV" }).click()]);
  const lines = readFileSync(await file.path(), "utf8").trim().split("\r\n");
  const place = lines[0].split(",").indexOf("dscr");
  assert.deepEqual(lines.slice(1).map((line) => Number(line.split(",")[place])), answer.debtService.dscr);
});

test("every ready-made plant has an answer, and known cash tells how large a debt it carries", async () => {
  const page = await tests.open(link({ ...small }));
  for (const name of ["Brazil, SKD then CKD", "Hungary, behind EU duties", "Thailand, CKD", "Cash flow known"]) {
    await page.locator(".deal .presets .chip", { hasText: name }).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
  }
  const answer = native(await request(page));
  assert.equal(answer.debtAmount, "86386343.76");
  const rows = (await page.locator(".answer .rows").first().innerText()).replace(/\u00a0/g, " ");
  assert.ok(rows.includes("USD 86,386,343.76"), rows);
  assert.equal(await page.locator(".company svg.chart rect.fill-fees").count(), 0);
});

test("what is wrong is told at its field", async () => {
  const page = await tests.open(link(small));
  await fill(page, "Capacity, vehicles a year", "9000");
  assert.match(await page.locator(".problem").innerText(), /more than the plant can make: 9,?000 a year/);
});

test("in Chinese, on a phone and in the dark nothing runs over", async () => {
  const page = await tests.open(link(small, "zh"), { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  const picture = page.locator(".company svg.chart");
  assert.match(await picture.getAttribute("aria-label"), /^逐年可供偿债现金流/);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} pixels too wide`);
});
