// The chain: its answer is the program's own, its pictures tell every link and the days, a link opens in its own product.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);
const link = (document, lang = "en") => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(document)).toString("base64url")}`;
const plain = (text) => text.replace(/\u00a0/g, " ");
const money = (value) => `USD ${Number(value).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;

const small = {
  product: "chain", currency: "USD", country: "MEX", origin: "CHN", valuationDate: "2026-11-25", vehicles: 5000, price: "15000", factoryCost: "12000", baseRate: 0.05,
  partsDays: 45, productionDays: 20, shippingDays: 30, creditDays: 60, dealerDays: 50, suppliers: { partsShare: 0.6, margin: 0.01 }, transit: {},
  cover: { premiumRate: 0.002 }, hedge: { homeCurrency: "CNY", spot: 7, homeRate: 0.08 }, dealers: { margin: 0.04, freeDays: 10 }, buyers: { months: 36, margin: 0.06 },
};

test("the opening way is answered as the program answers it, and one change moves all links", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.locator(".top nav").first().locator(".job", { hasText: "Compare ways abroad" }).click();
  await settled(page);
  await page.locator(".job", { hasText: "The whole chain" }).click();
  await settled(page);
  const before = native(await request(page));
  await fill(page, "Base rate", "5");
  const answer = native(await request(page));
  assert.equal(Number((await request(page)).baseRate), 0.05);
  assert.ok(plain(await page.locator(".figure .big").innerText()).includes(money(answer.costPerVehicle)));
  const rows = plain(await page.locator(".answer").innerText());
  for (const name of ["programmeCost", "workingCapital", "totalCover", "dealerPrice"]) assert.ok(rows.includes(money(answer[name])), name);
  for (const change of answer.improvements) assert.ok(rows.includes(money(change.costAfter)), change.lever);
  const dearer = answer.links.filter(({ programmeCost }, at) => Number(programmeCost) > Number(before.links[at].programmeCost)).map((one) => one.link);
  assert.deepEqual(dearer, ["suppliers", "transit", "funding", "payment", "hedge", "dealers", "buyers"]);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("the picture has every link by who bears it, a hedge that earns too; a link opens in its own product with the same cost", async () => {
  const page = await tests.open(link(small));
  const answer = native(small);
  const card = page.locator(".company");
  const hedge = answer.links.find((one) => one.link === "hedge");
  assert.ok(Number(hedge.costPerVehicle) < 0);
  const bars = card.locator("svg.chart").first();
  assert.equal(await bars.locator("g").count(), answer.links.length);
  const told = plain(await bars.getAttribute("aria-label"));
  for (const one of answer.links) assert.ok(told.includes(money(one.costPerVehicle).replace("USD -", "-USD ")), one.link);
  assert.match(plain(await card.locator("svg.chart").nth(1).getAttribute("aria-label")), /Days of the way\. .*0–45; .*0–20; .*20–50; .*50–110; .*50–100/);
  await card.locator("summary").click();
  assert.equal(await card.locator("table").first().locator("tbody tr").count(), answer.links.length);
  await card.getByRole("button", { name: "Parts suppliers", exact: true }).click();
  await settled(page);
  const opened = await request(page);
  assert.equal(opened.product, "receivables");
  assert.equal(native(opened).totalCost, answer.links[0].programmeCost);
  assert.ok(plain(await page.locator(".answer").innerText()).includes(money(answer.links[0].programmeCost)));
});

test("ready-made ways have answers, in Chinese, on a phone and in the dark", async () => {
  const page = await tests.open(link(small, "zh"), { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  for (const [name, says] of [["轿车出口墨西哥（示例）", /购车贷款/], ["电动车出口泰国（示例）", /单车节省/], ["客车赊销哈萨克斯坦（示例）", /出口信贷/]]) {
    await page.getByRole("button", { name, exact: true }).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
    assert.match(await page.locator(".answer").innerText(), says);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${name}: ${over} pixels too wide`);
  }
});
