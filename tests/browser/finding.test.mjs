// A visitor finds the way: by what is wanted, then by the job; and a loan's options come and go with one click.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { browserTests, everyJob, native, settled } from "./browser.mjs";

const host = (products) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script type="module" src="/element/register.js"></script></head><body><main><h1>Host</h1>
<export-risk-calculator product="loan" products="${products}"></export-risk-calculator></main></body></html>`;
const tests = browserTests({ "/tools": host("loan cash-flow"), "/two": host("export-credit loan") });

const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);
const rows = (page) => page.locator(".top nav").evaluateAll((list) => list.map((nav) => [nav.getAttribute("aria-label"), ...[...nav.querySelectorAll(".job")].map((job) => `${job.innerText}${job.ariaCurrent ? ` (${job.ariaCurrent})` : ""}`)]));
const loan = { product: "loan", currency: "USD", principal: "200000", rate: 0.06, start: "2030-01-15", instalments: 60 };
const link = (document) => `/site/?lang=en#request=${Buffer.from(JSON.stringify(document)).toString("base64url")}`;
const chip = (page, name) => page.locator(".chip", { hasText: name });

test("the first row says what is wanted, the second which job, and the products offered decide both", async () => {
  const page = await tests.open("/site/");
  const wants = await rows(page);
  assert.ok(wants.length === 1 && wants[0].length >= 5, `${wants}`);
  await page.getByRole("button", { name: "Tools", exact: true }).focus();
  await page.keyboard.press("Enter");
  await settled(page);
  const [first, second] = await rows(page);
  assert.ok(first.includes("Tools (true)") && second[0] === "Tools" && second[1] === "Work out a loan (page)", `${first}; ${second}`);
  assert.equal(second.length, 7);
  const alone = await tests.open("/tools");
  assert.deepEqual((await rows(alone)).map((row) => row.slice(1)), [["Work out a loan (page)", "Rate of dated flows"]]);
  const two = await tests.open("/two");
  assert.deepEqual((await rows(two)).map((row) => row.slice(1)), [["Sell abroad on credit", "Work out a loan (page)"]]);
});

test("an option that is not used sends and shows nothing; one click puts it in, one takes it out", async () => {
  const page = await tests.open(link(loan));
  assert.equal(await page.locator(".extra").count(), 0);
  assert.equal(await page.locator("[id^=field-fees]").count(), 0);
  const before = await page.locator(".figure .big").innerText();
  await chip(page, "+ Prepayments").click();
  await settled(page);
  const { prepayments } = await request(page);
  assert.deepEqual(prepayments, { dates: ["2031-07-15"], amounts: ["20000"] }, "the example is as late as the deal");
  const focused = () => page.evaluate(() => document.querySelector("export-risk-calculator").shadowRoot.activeElement?.innerText);
  assert.match(await focused(), /^Prepayments\s+\(?in use/, "the keyboard goes on at the group");
  assert.equal(await page.locator(".problem").count(), 0);
  assert.match(await page.locator(".extra").innerText(), /Prepayments\s+\(?in use/);
  assert.equal(await page.locator(".extra details").getAttribute("open"), null);
  await page.locator(".schedule summary").click();
  assert.match(await page.locator(".schedule thead").innerText(), /Prepaid/);
  assert.match(await page.locator(".schedule .legend").innerText(), /Prepaid/);
  await page.locator(".extra").getByRole("button", { name: /^Take out/ }).click();
  await settled(page);
  assert.equal(await focused(), "+ Prepayments");
  assert.deepEqual(await request(page), loan);
  assert.equal(await page.locator(".figure .big").innerText(), before);
});

test("every option of a loan can be put in by one click and gets an answer", async () => {
  const page = await tests.open(link({ ...loan, start: "2027-01-15" }));
  const names = await page.locator(".extras .chip").allInnerTexts();
  assert.ok(names.length >= 9, names.join());
  for (const name of names) {
    await chip(page, name).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
    await page.locator(".extra").getByRole("button", { name: /^Take out/ }).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, `${name}, taken out`);
    await page.evaluate((request) => (document.querySelector("export-risk-calculator").request = request), { ...loan, start: "2027-01-15" });
    await settled(page);
  }
  assert.deepEqual(page.errors, []);
});

test("every option of every job can be put in by one click and gets an answer", async () => {
  const page = await tests.open("/site/?lang=en");
  let seen = 0;
  await everyJob(page, async (job) => {
    const start = await request(page);
    // Also those that stand within a group that is closed.
    for (const path of await page.locator(".extras .chip").evaluateAll((chips) => chips.map((chip) => chip.dataset.option))) {
      await page.locator(`.chip[data-option="${path}"]`).evaluate((chip) => chip.click());
      await settled(page);
      assert.equal(await page.locator(".problem").count(), 0, `${job} ${path}`);
      seen += 1;
      await page.evaluate((request) => (document.querySelector("export-risk-calculator").request = request), start);
      await settled(page);
    }
  });
  assert.ok(seen >= 17, `${seen}`);
});

test("a book of buyers with a term each shows them one below the other", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.getByRole("button", { name: "Insure", exact: true }).click();
  await settled(page);
  await chip(page, "+ Book of buyers").click();
  await settled(page);
  await page.locator(".extra summary").click();
  assert.equal(await page.locator("#field-book-termDays").inputValue(), "90\n120");
  await page.locator("#field-book-turnover").fill("1,000,000\n2,500,000");
  await settled(page);
  assert.deepEqual((await request(page)).book.turnover, ["1000000", "2500000"]);
  assert.equal(await page.locator(".problem").count(), 0);
});

test("the ready-made loans are answered as the program answers them, and read well in the dark and in Chinese", async () => {
  const page = await tests.open("/site/?lang=zh#request=eyJwcm9kdWN0IjoibG9hbiJ9", { colorScheme: "dark", ready: false });
  for (const name of ["等额还款", "汽车尾款贷款", "分期提款的建设贷款", "有上限的浮动利率", "提前结清（78 法则）"]) {
    const preset = page.getByRole("button", { name, exact: true });
    await preset.click();
    await settled(page);
    assert.equal(await preset.getAttribute("aria-pressed"), "true", name);
    const sent = await request(page);
    const figure = Number(native(sent).instalment).toLocaleString("en-US", { minimumFractionDigits: 2 });
    assert.ok((await page.locator(".figure .big").innerText()).includes(figure), name);
  }
  for (const summary of await page.locator("summary").all()) await summary.click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
});

test("the rates of a floating loan stand in its schedule; a rate by a rule is told with the rule and as disclosed", async () => {
  const page = await tests.open(link({ ...loan, rate: null, start: "2027-01-15", aprRule: "eu-consumer-credit", floating: { dates: ["2027-01-15", "2028-01-15"], rates: [0.04, 0.05] } }));
  await page.locator(".schedule summary").click();
  assert.match(await page.locator(".schedule tbody tr").last().innerText(), /5\.0000\s*%/);
  assert.equal(await page.locator(".answer .values").count(), 0);
  const row = await page.locator(".answer .rows > div", { hasText: "APR" }).first().innerText();
  assert.match(row, /European Union, consumer credit[^]*\d\.\d{4}%[^]*\d\.\d0%/);
});
