// Green money: its answer is the program's own, its pictures tell every year, ready-made ones have answers and say what they must.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);
const link = (document, lang = "en") => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(document)).toString("base64url")}`;
const plain = (text) => text.replace(/\u00a0/g, " ");

const all = {
  product: "green", currency: "EUR", discountRate: 0.04,
  linked: { amount: "90000000", termYears: 4, margin: 0.02, stepDown: 0.0003, met: [1, 2], verificationCost: "20000", opinionCost: "30000", tonnes: [400] },
  label: { amount: "200000000", termYears: 6, ordinaryYield: 0.04, labelYield: 0.0394, verificationCost: "50000", opinionCost: "120000" },
  cars: { vehicles: 200, years: 10, kilometres: [20000], electricityUse: 16, gridIntensity: [300, 250], fuelUse: 7, fuelEmissions: 2.9, batteryTonnes: 6, priceDifference: "4000" },
};

test("the opening loan is answered as the program answers it, and so is what is typed; a small loan is told the truth", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.locator(".top nav").first().locator(".job", { hasText: "Build or buy abroad" }).click();
  await settled(page);
  await page.locator(".job", { hasText: "Borrow green" }).click();
  await settled(page);
  await page.locator(".extra details > summary", { hasText: "Loan with targets" }).click();
  await fill(page, "Verification a year", "25000");
  const answer = native(await request(page));
  assert.equal((await request(page)).linked.verificationCost, "25000");
  const money = (value) => `USD ${Number(value).toLocaleString("en-US", { minimumFractionDigits: 2 })}`.replace("USD -", "-USD ");
  const text = plain(await page.locator(".answer").innerText());
  for (const value of [answer.presentValue, answer.linked.interestSaved, answer.linked.breakEvenAmount]) assert.ok(text.includes(money(value)), `${money(value)} in ${text}`);
  assert.match(text, /verifier costs more than it saves/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("each group has its picture with every year", async () => {
  const page = await tests.open(link(all));
  const answer = native(all);
  const cards = page.locator(".company");
  assert.equal(await cards.count(), 3);
  assert.equal(await cards.nth(0).locator("svg.chart g rect").count(), 2 * answer.linked.course.year.length);
  assert.match(await cards.nth(0).locator("svg.chart").getAttribute("aria-label"), /Loan with targets\. 0: .*; 4: /);
  assert.equal(await cards.nth(2).locator("svg.chart rect").count(), answer.cars.course.year.length);
  assert.ok((await cards.nth(2).locator("svg.chart .mark").innerHTML()).includes(answer.cars.aheadKilometres.toLocaleString("en-US", { maximumFractionDigits: 0 })));
});

test("ready-made ones have answers, in Chinese, on a phone and in the dark", async () => {
  const page = await tests.open(link(all, "zh"), { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  for (const [name, says] of [["小额挂钩贷款（示例）", /核验费用高于/], ["大额挂钩贷款（示例）", /盈亏平衡金额/], ["绿色债券（示例）", /收益率差/], ["一千辆电动车（示例）", /减排量/]]) {
    await page.getByRole("button", { name, exact: true }).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
    assert.match(await page.locator(".answer").innerText(), says);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${name}: ${over} pixels too wide`);
  }
});
