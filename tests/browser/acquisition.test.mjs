// A purchase: its answer is the program's own, its picture tells sources and uses, ready-made purchases have answers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);
const link = (document, lang = "en") => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(document)).toString("base64url")}`;

const small = {
  product: "acquisition", currency: "EUR", start: "2027-03-31", years: 5, enterpriseValue: "100000000", ebitda: "15000000", exitMultiple: 7,
  senior: { amount: "40000000", baseRate: 0.05, termYears: 6 }, acquirer: { requiredReturn: 0.1 }, partner: { equityShare: 0.4 },
};

test("the opening purchase is answered as the program answers it, and so is what is typed", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.locator(".top nav").first().locator(".job", { hasText: "Build or buy abroad" }).click();
  await settled(page);
  await page.locator(".job", { hasText: "Buy a company" }).click();
  await settled(page);
  await fill(page, "EBITDA of the year before", "82000000");
  const answer = native(await request(page));
  assert.equal((await request(page)).ebitda, "82000000");
  const shown = (await page.locator(".figure .big").innerText()).replace(/\s|\(why\?\)/gi, "");
  assert.ok(shown.startsWith(`${(100 * answer.acquirerReturn).toFixed(2)}%`), `${shown} is not ${answer.acquirerReturn}`);
  const rows = (await page.locator(".answer .rows").first().innerText()).replace(/\u00a0/g, " ");
  for (const name of ["totalUses", "exitValue", "equityValue"]) {
    const text = `EUR ${Number(answer[name]).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
    assert.ok(rows.replace(/€/g, "EUR ").includes(text), `${name} ${text} in ${rows}`);
  }
  for (const name of ["openingLeverage", "leastInterestCover", "leastCashCover", "entryMultiple"]) {
    const text = answer[name].toLocaleString("en-US", { maximumFractionDigits: 3 });
    assert.ok(rows.includes(text), `${name} ${text} in ${rows}`);
  }
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("the picture has a bar for each source and use, and a table", async () => {
  const page = await tests.open(link(small));
  const answer = native(small);
  const card = page.locator(".company");
  assert.equal(await card.locator("svg.chart rect").count(), answer.uses.length + answer.sources.length);
  assert.match(await card.locator("svg.chart").getAttribute("aria-label"), /The money is for Shares 100\.0%; it comes from Senior loan 40\.0%, Buyer’s equity 36\.0%, Partner’s equity 24\.0%\./);
  await card.locator("summary").click();
  assert.equal(await card.locator("tbody tr").count(), 4);
});

test("ready-made purchases have answers and tell the rule on loans, in Chinese, on a phone and in the dark", async () => {
  const page = await tests.open(link(small, "zh"), { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  for (const [name, rule] of [["独立收购，并购贷款", /70 %/], ["参股四分之一", /征求意见稿/], ["欧洲，联合日本投资人", null]]) {
    await page.getByRole("button", { name, exact: true }).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
    if (rule) assert.match(await page.locator(".answer").innerText(), rule);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${name}: ${over} pixels too wide`);
  }
});
