// A fund on the page: its tranches, who bears which loss, and the same numbers as the program on this machine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();

const fund = {
  product: "fund", currency: "USD", start: "2027-01-15", grantRule: "imf-world-bank", lossRates: [0.1, 0.4],
  tranches: { providers: ["sponsor", "special-fund", "commercial"], amounts: ["10000000", "30000000", "60000000"], rates: [0.12, 0.02, 0.06], termMonths: [120, 180, 84] },
};
const link = (lang) => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(fund)).toString("base64url")}`;

test("a fund is filled in, and the page says what the program says", async () => {
  const page = await tests.open(link("en"));
  await fill(page, "Amounts", "10,000,000\n25,000,000\n65,000,000");
  const request = await page.locator("export-risk-calculator").evaluate((element) => element.request);
  assert.deepEqual(request.tranches.amounts, ["10000000", "25000000", "65000000"]);
  const answer = native(request);
  const percent = (value) => `${(value * 100).toFixed(2)}%`;
  assert.ok((await page.locator(".figure .big").innerText()).includes(percent(answer.blendedRate)));
  const text = await page.locator(".answer").innerText();
  const shown = (value) => `${Number((value * 100).toFixed(4))} %`;
  for (const value of [answer.grantElement, answer.costOfCapital]) assert.ok(text.replace(/\s/gu, " ").includes(shown(value)), `${shown(value)}: ${text}`);
  assert.match(text, /discounted at 5(\.0*)?\s?%/);
  const card = page.locator(".waterfall");
  const picture = card.locator("svg.chart");
  assert.match(await picture.getAttribute("aria-label"), /^Who bears which loss: 10\.00% Sponsor 10,000,000\.00; 40\.00% Sponsor/);
  assert.equal(await picture.locator("rect").count(), 4);
  const rows = await card.locator("tbody tr").allTextContents();
  assert.equal(rows.length, 3);
  assert.match(rows[2], /Commercial lenders[^]*65,000,000\.00[^]*35\.00%[^]*100\.00%[^]*5,000,000\.00/);
  await card.locator("tbody tr").nth(2).locator("button.why").last().click();
  assert.match(await page.locator("#why-title").textContent(), /5,000,000/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("its ready-made funds read well in Chinese, in the dark and on a phone", async () => {
  const page = await tests.open(link("zh"), { colorScheme: "dark", viewport: { width: 390, height: 800 } });
  for (const name of ["出口专项基金", "优惠贷款", "财政性资金首损"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${name}: ${over} pixels too wide`);
  }
  assert.match(await page.locator(".waterfall svg.chart").getAttribute("aria-label"), /^各层损失分担：5\.00% /);
  assert.deepEqual(await page.violations(), []);
});
