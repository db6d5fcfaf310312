// The page opens with an answer, answers what is typed as the program on this machine does, and asks nobody.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, everyJob, fill, native, settled } from "./browser.mjs";

const tests = browserTests();
const opening = {
  product: "export-credit", exporterCountry: "CHN", country: "MEX", buyer: "CC2", goods: "buses", currency: "USD",
  contractValue: "12500000", downPayment: 0.15, localCosts: "0", creditType: "buyer-credit",
  start: "2027-01-15", disbursementMonths: 12, repaymentMonths: 60, frequency: "semi-annual", profile: "equal-principal",
  rate: 0.052, dayCount: "30/360",
  cover: { rules: "oecd-minimum", commercial: 0.95, political: 0.95, premiumPayment: "financed", quality: "standard" },
  fees: { arrangement: 0.01, commitment: 0.005 }, spreadWithoutCover: 0.059,
};

const percent = (rate) => `${(rate * 100).toFixed(2)}`;
const headline = (page) => page.locator(".figure .big").innerText().then((text) => text.replace(/\s*\(.*/s, ""));
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);

test("it opens with the deal of an electric-bus fleet, answered", async () => {
  const page = await tests.open("/site/");
  assert.deepEqual(await request(page), opening);
  const quote = native(opening);
  assert.equal(await headline(page), percent(quote.allInRate));
  const says = await page.locator(".says").innerText();
  for (const rate of [quote.cover.naiveAnnualSpread, quote.cover.annualSpread, quote.withoutCover.allInRate]) {
    assert.ok(says.includes(`${percent(rate)}%`), `${says} has ${percent(rate)}`);
  }
  assert.ok(says.includes(`USD ${Math.round(quote.premium).toLocaleString("en-US")}`) || /USD.[\d,]+/.test(says));
  assert.deepEqual(page.errors, []);
});

test("the document has the answer in every language before the engine has come, and gives way to it", async () => {
  const quote = native(opening);
  for (const [locale, year] of [["en-US", "% a year"], ["zh-CN", "% / 年"]]) {
    const page = await tests.open("/site/", { locale, ready: false });
    let come;
    await page.route(/\.wasm$/, (route) => new Promise((resolve) => (come = resolve)).then(() => route.continue()));
    await page.goto(`${tests.address}/site/?again`);
    const ahead = page.locator(".ahead:visible");
    await ahead.waitFor();
    assert.equal(await ahead.locator(".figure").innerText(), `${percent(quote.allInRate)} ${year}`);
    assert.ok((await ahead.innerText()).includes(`${percent(quote.cover.annualSpread)}%`));
    while (!come) await page.waitForTimeout(50);
    come();
    await page.locator(".answer .big").waitFor();
    assert.equal(await headline(page), percent(quote.allInRate));
    assert.equal(await page.locator(".ahead").count(), 0);
    assert.deepEqual([page.errors, await page.violations()], [[], []]);
    await page.context().close();
  }
  const fragment = Buffer.from(JSON.stringify({ ...opening, rate: 0.09 })).toString("base64url");
  const other = await tests.open(`/site/#request=${fragment}`, { ready: false });
  assert.equal(await other.locator(".ahead:visible").count(), 0, "another deal is not answered by it");
});

test("a deal that is typed gets the program's answer", async () => {
  const page = await tests.open("/site/");
  await fill(page, "Buyer’s country", "Kazakhstan");
  await page.getByLabel("Buyer’s class").selectOption("CC3");
  await fill(page, "Contract value", "8.4m");
  await fill(page, "Repayment over", "84");
  await fill(page, "Delivery over", "18");
  await fill(page, "Down payment", "20");
  await fill(page, "Interest rate", "6.35");
  await fill(page, "Cover, political", "97.5%");
  await page.getByLabel("Premium is paid").selectOption("upfront");
  await settled(page);
  const sent = await request(page);
  const expected = {
    ...opening, country: "KAZ", buyer: "CC3", contractValue: "8400000", repaymentMonths: 84, disbursementMonths: 18,
    downPayment: "0.20", rate: "0.0635", cover: { ...opening.cover, political: "0.975", premiumPayment: "upfront" },
  };
  assert.equal(JSON.stringify(numbers(sent)), JSON.stringify(numbers(expected)));
  const quote = native(sent);
  assert.equal(await headline(page), percent(quote.allInRate));
  assert.equal(await page.getByLabel("Contract value").inputValue(), "8,400,000");
  const total = await page.locator(".tile").last().innerText();
  assert.ok(total.includes(Math.round(Number(quote.totalCost)).toLocaleString("en-US")), total);
  assert.match(await page.locator(".country h2").innerText(), /Kazakhstan/);
});

test("the slider and the presets are answered at once", async () => {
  const page = await tests.open("/site/");
  await page.getByLabel(/Repayment over, slider/).fill("96");
  await settled(page);
  assert.equal(await headline(page), percent(native({ ...opening, repaymentMonths: 96 }).allInRate));
  for (const name of ["CKD kits", "Parts", "Plant equipment", "Vehicles"]) {
    const preset = page.getByRole("button", { name, exact: true });
    await preset.click();
    await settled(page);
    assert.equal(await preset.getAttribute("aria-pressed"), "true");
    assert.equal(await headline(page), percent(native(await request(page)).allInRate), name);
    assert.equal(await page.locator(".problem").count(), 0, name);
  }
  assert.deepEqual(await request(page), opening);
});

test("every product has a form and an answer, in both languages", async () => {
  const page = await tests.open("/site/?lang=en");
  for (const language of ["English", "中文"]) {
    await page.getByRole("button", { name: language }).click();
    const names = new Set();
    const seen = await everyJob(page, async (name) => {
      names.add(name);
      assert.equal(await page.locator(".problem").count(), 0, name);
      assert.ok((await page.locator(".answer .big, .answer dd, .country .big").count()) > 0, name);
      assert.ok((await page.locator(".field").count()) > 0, name);
    });
    assert.equal(names.size, seen, "each has its own name");
    assert.ok(seen >= 10);
  }
  assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
  assert.deepEqual(page.errors, []);
});

test("after loading it makes no request, keeps nothing and breaks no policy", async () => {
  const page = await tests.open("/site/");
  const loaded = page.requests.length;
  assert.ok(page.requests.every((url) => url.startsWith(tests.address)), "only its own files");
  await fill(page, "Contract value", "9000000");
  await page.locator(".says .why").first().click();
  await page.locator(".schedule summary").click();
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("button", { name: "分享" }).click();
  await settled(page);
  assert.deepEqual(page.requests.slice(loaded), []);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
  assert.deepEqual(await page.context().cookies(), []);
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
  assert.deepEqual(kept, [0, 0, 0]);
});

test("it prints to one page", async () => {
  for (const [lang, width] of [["en", 1440], ["en", 1280], ["zh", 1440], ["en", 390]]) {
    const page = await tests.open(`/site/?lang=${lang}`, { viewport: { width, height: 900 } });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1, `${lang} ${width}`);
  }
});

/** The same document whether a number was given as a number or as text. */
function numbers(document) {
  return Object.fromEntries(
    Object.entries(document)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, typeof value === "object" ? numbers(value) : String(value)]),
  );
}
