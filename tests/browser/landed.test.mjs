// A vehicle's way to its showroom: the form, the picture of steps with its table, conflicts, and the program's numbers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();
const money = (text) => Number(text).toLocaleString("en", { minimumFractionDigits: 2 });
const requestOf = (page) => page.locator("export-risk-calculator").evaluate((element) => element.request);

test("a built-up car to Mexico is filled in, and the page says what the program says", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.locator(".top nav").first().getByRole("button", { name: /Compare ways abroad|Landed cost/ }).click();
  await settled(page);
  await page.locator(".landed svg.chart").waitFor();
  await fill(page, "Price at the works", "21000");
  await settled(page);
  const request = await requestOf(page);
  assert.equal(Number(request.price), 21000);
  const answer = native(request);
  assert.ok((await page.locator(".answer .big").textContent()).includes(money(answer.showroomPrice)));
  const text = await page.locator(".answer").innerText();
  for (const name of ["landedCost", "customsValue", "duties", "levies", "margin"]) {
    assert.ok(text.includes(money(answer[name])), name);
  }
  assert.match(text, /50 %/);
  const table = await page.locator(".landed table").first().innerText();
  for (const row of answer.cascade) assert.ok(table.includes(money(row.amount)), row.part);
  assert.equal(await page.locator(".landed svg.chart rect").count(), answer.cascade.length + 1);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("ready-made ways have an answer each; what is contested, barred or not counted stands there", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.locator(".top nav").first().getByRole("button", { name: /Compare ways abroad|Landed cost/ }).click();
  await settled(page);
  for (const [name, part] of [["Kits to Brazil", /VAT/], ["Battery car to Germany", /Duty against subsidies/], ["Battery car to Russia", /Recycling fee/], ["Battery car to Turkey", /Additional duty/]]) {
    await page.getByRole("button", { name, exact: true }).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
    assert.match(await page.locator(".landed table").first().innerText(), part);
    const answer = native(await requestOf(page));
    assert.ok((await page.locator(".answer .big").textContent()).includes(money(answer.showroomPrice)), name);
  }
  assert.match(await page.locator(".notices").innerText(), /the source has no date|sources disagree/);
  const barred = { product: "landed-cost", country: "USA", origin: "CHN", date: "2027-01-15", drive: "battery", currency: "USD", price: "20000" };
  const link = await tests.open(`/site/?lang=en#request=${Buffer.from(JSON.stringify(barred)).toString("base64url")}`);
  await link.locator(".landed .barred").waitFor();
  assert.match(await link.locator(".notices").innerText(), /15 CFR 791/);
  assert.deepEqual(page.errors, []);
});
