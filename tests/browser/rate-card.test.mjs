// A host's rate card and names in the element: what it shows, what it refuses in place, and what it asks of the server.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, settled } from "./browser.mjs";

const host = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script type="module" src="/element/register.js"></script></head><body>${body}</body></html>`;
const insurer = readFileSync("examples/insurer-rate-card.json", "utf8");
const bank = readFileSync("examples/bank-rate-card.json", "utf8");
const markup = JSON.stringify({
  name: "<img src=x onerror=alert(1)>", date: "2026-11-01", countries: [{ country: "KAZ", category: 4 }],
  disclaimer: [{ text: "<b>bold</b><script>alert(1)</script>" }], countryNames: [{ country: "KAZ", name: "<i>K</i>" }],
});

const tests = browserTests({
  "/cards/bank.json": bank,
  "/cards/insurer.json": insurer,
  "/cards/markup.json": markup,
  "/cards/wrong.json": JSON.stringify({ name: "Wrong", date: "2026-11-01", curency: "USD", countries: [{ country: "KAZ", category: 9 }] }),
  "/beside": host(`<export-risk-calculator id="a" product="country-risk" country="KAZ" rate-card="/cards/bank.json"></export-risk-calculator>
    <export-risk-calculator id="b" product="country-risk" country="KAZ"></export-risk-calculator>`),
  "/insurer": host('<export-risk-calculator product="export-credit-cover" rate-card="/cards/insurer.json"></export-risk-calculator>'),
  "/wrong": host('<export-risk-calculator product="country-risk" country="KAZ" rate-card="/cards/wrong.json"></export-risk-calculator>'),
  "/elsewhere": host('<export-risk-calculator product="country-risk" rate-card="https://elsewhere.example/card.json"></export-risk-calculator>'),
  "/missing": host('<export-risk-calculator product="country-risk" rate-card="/cards/none.json"></export-risk-calculator>'),
  "/markup": host('<export-risk-calculator product="country-risk" country="KAZ" rate-card="/cards/markup.json"></export-risk-calculator>'),
  "/loan": host('<export-risk-calculator product="loan" rate-card="/cards/bank.json"></export-risk-calculator>'),
  "/plain": host('<export-risk-calculator product="country-risk" country="KAZ"></export-risk-calculator>'),
  "/names": host('<export-risk-calculator product="country-risk" country="TWN" country-names="mainland-china" lang="zh-CN"></export-risk-calculator>'),
});

const category = (page, id) => page.locator(`${id} .country .category`).first().innerText();

test("two elements have two cards, and one request is made for the one that has an address", async () => {
  const page = await tests.open("/beside");
  await page.locator("#a .country .category").first().waitFor();
  await page.locator("#b .country .category").first().waitFor();
  assert.match(await category(page, "#a"), /4/);
  assert.match(await category(page, "#b"), /5/);
  assert.equal(page.requests.filter((url) => url.includes("/cards/")).length, 1);
  assert.match(await page.locator("#a .country").first().innerText(), /Example Bank rate card, Nov 1, 2026/);
  assert.match(await page.locator("#b .country").first().innerText(), /OECD list of Jan 30, 2026/);
  const sources = page.locator("#a .sources");
  assert.match(await sources.innerText(), /Example Bank rate card[\s\S]*invented numbers/);
  assert.match(await sources.innerText(), /Not an offer of Example Bank/);
  assert.doesNotMatch(await page.locator("#b .sources").innerText(), /Example Bank/);
  assert.equal(await page.locator("#a .actions a").getAttribute("href"), "mailto:desk@bank.example");
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("the partner's tariff stands in the picture of rule sets, by the card's name", async () => {
  const page = await tests.open("/insurer");
  await page.evaluate(() => {
    const element = document.querySelector("export-risk-calculator");
    element.request = { ...element.request, country: "MEX", category: null, buyer: "CC2", rating: null, rules: "every" };
  });
  await settled(page);
  assert.match(await page.locator(".rules svg").first().evaluate((svg) => svg.textContent), /Example Insurer tariff/);
});

test("a wrong card is told in place with every path, and the rest keeps working", async () => {
  const page = await tests.open("/wrong");
  const problem = page.locator(".problem").first();
  await problem.waitFor();
  assert.match(await problem.innerText(), /curency[\s\S]*countries\.0\.category/);
  assert.match(await category(page, "export-risk-calculator"), /5/);
});

test("a card of another site is not asked for, and one that is not there is told", async () => {
  const page = await tests.open("/elsewhere");
  await page.locator(".problem").first().waitFor();
  assert.equal(page.requests.filter((url) => url.includes("elsewhere.example")).length, 0);
  assert.deepEqual(await page.violations(), []);
  const missing = await tests.open("/missing");
  await missing.locator(".problem").first().waitFor();
  assert.ok((await missing.locator(".country .category").count()) > 0);
});

test("what a card gives by product stands in the form, and the answer names the card", async () => {
  const page = await tests.open("/loan");
  const notice = page.getByText("From the rate card “Example Bank rate card”").first();
  await notice.waitFor();
  assert.match(await notice.innerText(), /rate, fees/);
  const request = await page.evaluate(() => document.querySelector("export-risk-calculator").request);
  assert.deepEqual([request.rate, request.fees.arrangement], [0.061, 0.01]);
  // What the visitor changes is no longer the card's.
  await page.evaluate(() => {
    const element = document.querySelector("export-risk-calculator");
    element.request = { ...element.request, rate: 0.05 };
  });
  await settled(page);
  assert.doesNotMatch(await notice.innerText(), /rate, fees/);
});

test("markup in a card is shown as text", async () => {
  const page = await tests.open("/markup");
  await page.locator(".country .category").first().waitFor();
  const found = await page.evaluate(() => document.querySelector("export-risk-calculator").shadowRoot.querySelectorAll("img, i, .sources b, script").length);
  assert.equal(found, 0);
  assert.match(await page.locator(".sources").innerText(), /<b>bold<\/b>/);
  assert.match(await page.locator(".country h2").first().innerText(), /<i>K<\/i>/);
});

test("the property takes a card, and takes it away again; without one nothing is asked for", async () => {
  const page = await tests.open("/plain");
  const set = (card) => page.evaluate((card) => { document.querySelector("export-risk-calculator").rateCard = card; }, card);
  await set(JSON.parse(bank));
  await page.locator(".sources").getByText("Example Bank rate card").waitFor();
  assert.match(await category(page, "export-risk-calculator"), /4/);
  await set(null);
  await page.locator(".sources").getByText("Example Bank rate card").waitFor({ state: "detached" });
  assert.match(await category(page, "export-risk-calculator"), /5/);
  assert.equal(page.requests.filter((url) => /card/.test(url)).length, 0);
});

test("with the list for mainland China no other name of these territories is rendered", async () => {
  const page = await tests.open("/names");
  await page.locator(".country h2").first().waitFor();
  /** All that can be read or heard, in every part of the element. */
  const written = () => page.evaluate(() => {
    const root = document.querySelector("export-risk-calculator").shadowRoot;
    for (const details of root.querySelectorAll("details")) details.open = true;
    const words = [];
    for (const node of root.querySelectorAll("*")) {
      if (node.localName === "style") continue;
      for (const name of ["aria-label", "title", "value", "placeholder"]) words.push(node.getAttribute(name) ?? "");
      for (const child of node.childNodes) if (child.nodeType === 3) words.push(child.data);
      if (node.localName === "input") words.push(node.value);
    }
    return words.join("\n");
  });
  const openCountries = async () => {
    const box = page.locator('[role="combobox"]').first();
    await box.click();
    await settled(page);
  };
  await openCountries();
  const chinese = await written();
  assert.match(chinese, /中国台湾/);
  assert.match(chinese, /中国香港/);
  assert.match(chinese, /中国澳门/);
  assert.doesNotMatch(chinese, /(?<!中国)台湾|(?<!中国)香港|(?<!中国)澳门|特别行政区/);
  await page.evaluate(() => document.querySelector("export-risk-calculator").setAttribute("lang", "en"));
  await settled(page);
  await openCountries();
  const english = await written();
  assert.match(english, /Taiwan, China/);
  assert.doesNotMatch(english, /Taiwan(?!, China)|Hong Kong(?!, China)|Maca[ou](?!, China)|SAR/);
});
