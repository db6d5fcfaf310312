// Channels side by side: the form, the picture by cost and days, the table, and the same numbers as the program on this machine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();

async function toSettlement(page, want, job) {
  await page.locator(".top nav").first().getByRole("button", { name: want, exact: true }).click();
  await settled(page);
  await page.locator(".top nav.within").getByRole("button", { name: job, exact: true }).click();
  await page.locator(".channels svg.chart").waitFor();
}

test("a trade is filled in, and the page says what the program says", async () => {
  const page = await tests.open("/site/?lang=en");
  await toSettlement(page, "Pay and be paid", "Settle a trade");
  await fill(page, "Amount of the trade", "720000");
  await fill(page, "What waiting money costs a year", "6");
  const request = await page.locator("export-risk-calculator").evaluate((element) => element.request);
  assert.equal(Number(request.amount), 720000);
  const answer = native(request);
  const money = (text) => Number(text).toLocaleString("en", { minimumFractionDigits: 2 });
  assert.ok((await page.locator(".answer .big").textContent()).includes(money(answer.lowestCost)));
  const card = page.locator(".channels");
  const rows = await card.locator("tbody tr").allTextContents();
  assert.equal(rows.length, 6);
  answer.channels.forEach((channel, at) => {
    for (const name of ["fees", "costOfDays", "expectedLoss", "totalCost"]) {
      if (channel[name] !== null) assert.ok(rows[at].includes(money(channel[name])), `${channel.channel} ${name}`);
    }
  });
  const there = answer.channels.filter((channel) => channel.totalCost !== null && channel.available !== false);
  assert.equal(await card.locator("svg.chart circle").count(), there.length);
  assert.match(await card.locator("svg.chart").getAttribute("aria-label"), new RegExp(`^${there.length} channels by cost and days: Bank transfer`));
  await card.locator("button.why").first().click();
  assert.match(await page.locator("#why-title").textContent(), /Fees/);
  assert.match(await page.locator(".answer").innerText(), /No tariff of CIPS is public/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("every ready-made trade has an answer and its picture, in Chinese and on a phone nothing runs over", async () => {
  const page = await tests.open("/site/?lang=zh", { viewport: { width: 360, height: 780 } });
  await toSettlement(page, "收款与付款", "贸易结算");
  const presets = page.locator(".presets button");
  assert.equal(await presets.count(), 3);
  for (let at = 0; at < 3; at += 1) {
    await presets.nth(at).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, `preset ${at}`);
    assert.ok((await page.locator(".channels circle").count()) >= 3, `preset ${at}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `preset ${at}: ${over} pixels too wide`);
  }
  assert.deepEqual(page.errors, []);
});
