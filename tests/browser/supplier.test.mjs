// A supplier's credit on the page: the exporter's side, its bills and its price, and fees in money; all as the program on this
// machine says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const host = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script type="module" src="/element/register.js"></script></head><body><main><h1>Host</h1>
<export-risk-calculator product="export-credit"></export-risk-calculator></main></body></html>`;
const tests = browserTests({ "/one": host });

const deal = {
  product: "export-credit", exporterCountry: "CHN", country: "MEX", buyer: "CC2", goods: "buses", currency: "USD", contractValue: "12500000",
  start: "2027-01-15", disbursementMonths: 12, repaymentMonths: 60, rate: 0.052, cover: {}, fees: { arrangement: 0.01, commitment: 0.005 },
};
const link = (request, lang = "en") => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(request)).toString("base64url")}`;
const given = (page) => page.locator("export-risk-calculator").evaluate((element) => element.request);
const money = (text) => Number(text).toLocaleString("en-US", { minimumFractionDigits: 2 });

test("bills are put in with one click, sold, and told as the program tells them", async () => {
  const page = await tests.open(link(deal));
  assert.equal(await page.locator(".supplier").count(), 0);
  await page.locator(".chip", { hasText: "+ Bills sold to a bank" }).click();
  await settled(page);
  assert.equal(await page.locator(".problem").count(), 0);
  await page.locator(".extra details > summary").first().click();
  await fill(page, "Discount rate a year", "6.25");
  await fill(page, "Fees of the sale", "2500");
  await page.getByRole("combobox", { name: "From rate to discount", exact: true }).selectOption("straight");
  await settled(page);
  const request = await given(page);
  assert.equal(request.creditType, "supplier-credit");
  assert.equal(Number(request.forfaiting.discountRate), 0.0625);
  const { supplier } = native(request);
  const text = (await page.locator(".supplier").innerText()).replace(/−/gu, "-");
  for (const name of ["faceValue", "discountAmount", "charges", "proceeds", "cashOnShipment", "netProceeds", "exporterCost", "shortfall", "priceRise"]) {
    assert.ok(text.includes(`USD ${money(supplier[name])}`) || text.includes(`USD\u00a0${money(supplier[name])}`), `${name} ${supplier[name]}: ${text}`);
  }
  for (const name of ["costShare", "effectiveRate", "priceRiseShare"]) assert.ok(text.includes(`${(supplier[name] * 100).toFixed(2)}%`), name);
  const pictures = page.locator(".supplier svg.chart");
  assert.match(await pictures.first().getAttribute("aria-label"), /Down payment: USD.1,875,000\.00.*Net proceeds: USD/u);
  assert.match(await pictures.nth(1).getAttribute("aria-label"), /^Bills\. Jul 15, 2027: Face [\d,.]+, Discount 0\.00, Proceeds/);
  await page.locator(".supplier details > summary").click();
  const rows = page.locator(".supplier tbody tr");
  assert.equal(await rows.count(), supplier.bills.dates.length);
  const last = supplier.bills.proceeds.at(-1) / 100;
  assert.ok((await rows.last().innerText()).includes(money(last.toFixed(2))));
  await page.locator(".supplier dd button.why").filter({ hasText: money(supplier.priceRise) }).click();
  assert.match(await page.locator("#why-title").textContent(), /Price rise that makes the exporter whole/);
  assert.match(await page.locator(".notices").innerText(), /1 of the bills are due by the day of the sale/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("a bank's view and bills take each other's place; who lends is said where it does not fit", async () => {
  const page = await tests.open(link(deal));
  await page.locator(".chip", { hasText: "+ Bills sold to a bank" }).click();
  await page.locator(".supplier svg.chart").first().waitFor();
  await page.locator(".chip", { hasText: "+ The lending bank" }).click();
  await page.locator(".bank svg.chart").waitFor();
  assert.equal(await page.locator(".problem").count(), 0);
  assert.equal(await page.locator(".supplier").count(), 0);
  assert.equal((await given(page)).creditType, "buyer-credit");
  const refused = await tests.open(link({ ...deal, forfaiting: { discountRate: 0.06 } }), { ready: false });
  await refused.locator(".problem").waitFor();
  assert.match(await refused.locator(".problem").innerText(), /bills and a premium of the exporter’s are a supplier’s credit/);
});

test("an agent's fee and expenses in money are typed and cost what the program says", async () => {
  const page = await tests.open(link(deal));
  await page.locator("summary", { hasText: "More terms" }).first().click();
  await fill(page, "Agency fee a year, as an amount", "15000");
  await fill(page, "Legal and documentation expenses", "42500");
  assert.equal(await page.locator(".problem").count(), 0);
  const request = await given(page);
  assert.equal(Number(request.fees.agencyAmount), 15000);
  const shown = (await page.locator(".figure .big").innerText()).replace(/\s|\(why\?\)/gi, "");
  assert.equal(shown, (native(request).allInRate * 100).toFixed(2));
});

test("an element with this job alone loads what a supplier's credit needs by itself", async () => {
  const page = await tests.open("/one");
  await page.locator("button", { hasText: "Supplier’s credit (example)" }).click();
  await page.locator(".supplier svg.chart").first().waitFor();
  assert.equal(await page.locator(".problem").count(), 0);
  assert.deepEqual(page.errors, []);
});

test("it reads well in Chinese, in the dark and on a phone", async () => {
  const page = await tests.open(link({ ...deal, creditType: "supplier-credit", forfaiting: { discountRate: 0.06 } }, "zh"), {
    colorScheme: "dark", viewport: { width: 390, height: 800 },
  });
  await page.locator(".supplier svg.chart").first().waitFor();
  assert.equal(await page.locator(".problem").count(), 0);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} pixels too wide`);
  assert.match(await page.locator(".supplier").innerText(), /出口商净收入/);
  assert.deepEqual(await page.violations(), []);
});
