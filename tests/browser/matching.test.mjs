// Projects and offers: the answer is the program's own, the picture and the lists say who and why not, files come in as data and
// with clear errors, whatever is in them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { browserTests, fill, native, paste, settled } from "./browser.mjs";

const tests = browserTests();
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);
const link = (document, lang = "en") => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(document)).toString("base64url")}`;
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const plain = (text) => text.replace(/\(why\?\)/gi, "").replace(/\s+/g, " ");

const small = {
  product: "matching", currency: "USD", frequency: "annual",
  projects: { names: ["Buses", "Kits"], amounts: ["3000000", "8000000"], termMonths: 36 },
  offers: { names: ["Bank", "Fund"], capacities: ["6000000", "20000000"], minAmounts: ["0", "5000000"], rates: ["0.05", "0.06"] },
};

/** Waits until the answer belongs to what is asked. */
async function answered(page) {
  await page.locator(".matching:not(.stale)").waitFor();
  await settled(page);
}

test("the opening projects are answered as the program answers them, and so is what is typed", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.locator(".top nav").first().locator(".job", { hasText: "Who would finance it?" }).click();
  await settled(page);
  await page.locator(".job", { hasText: "Match projects and money" }).click();
  await answered(page);
  await paste(page, "Amount of each", "12m\n40m\n6m\n1.5m\n8m\n30m");
  await answered(page);
  const asked = await request(page);
  assert.equal(asked.projects.amounts[1], "40000000");
  const answer = native(asked);
  assert.equal(plain(await page.locator(".figure .big").innerText()).trim(), `${(100 * answer.placedShare).toFixed(2)}%`);
  const card = page.locator(".matching");
  const text = plain(await card.innerText());
  for (const one of [answer.stable, answer.leastCost]) {
    for (const name of ["placed", "unplaced", "cost"]) {
      const amount = Number(one[name]).toLocaleString("en-US", { minimumFractionDigits: 2 });
      assert.ok(text.includes(amount), `${name} ${amount} in ${text}`);
    }
    assert.ok(text.includes(`${(100 * one.averageRate).toFixed(3)}%`));
  }
  // Every piece of both allocations is a row with its project and provider.
  const tables = card.locator("h3 ~ .scroll table");
  for (const [at, one] of [answer.stable, answer.leastCost].entries()) {
    const rows = await tables.nth(at).locator("tbody tr").allInnerTexts();
    assert.equal(rows.length, one.amounts.length);
    rows.forEach((row, place) => {
      assert.ok(row.includes(asked.projects.names[one.projects[place]]) && row.includes(asked.offers.names[one.offers[place]]), row);
      assert.ok(row.includes((one.amounts[place] / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })), row);
    });
  }
  assert.match(await page.locator(".answer").innerText(), /invented as an example/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("the picture has a cell for each pair; an excluded offer says why and what would lift it", async () => {
  const page = await tests.open(link(small));
  await answered(page);
  const card = page.locator(".matching");
  assert.equal(await card.locator("svg.chart g").count(), 4);
  assert.match(await card.locator("svg.chart").getAttribute("aria-label"), /Best offers: Buses with Bank at 5\.00%; Kits with Bank at 5\.00%\./);
  assert.match(plain(await card.locator(".reasons").first().innerText()), /Fund: Amount below the minimum \(3,000,000\.00, asked 5,000,000\.00\) Off by 2,000,000\.00/);
  const others = { ...small, offers: { ...small.offers, currencies: ["EUR | CNY", "*"], countries: ["*", "MEX; BRA"]}, projects: { ...small.projects, countries: ["MEX", "KAZ"] } };
  const beside = await tests.open(link({ ...others, offers: { ...others.offers, stages: ["operation"] } }));
  await answered(beside);
  await beside.locator(".matching summary").nth(1).click();
  const said = plain(await beside.locator(".matching").innerText());
  assert.match(said, /Bank: Another currency \(USD, asked EUR, CNY\); Stage not financed \(not given, asked Running\)/i);
  assert.match(said, /Fund: Country not financed \(Kazakhstan, asked Mexico, Brazil\)/);
  await card.getByRole("button", { name: /Off by 2,000,000\.00/ }).click();
  await settled(page);
  assert.match(plain(await page.locator("#why").innerText()), /By how much the one would have to change/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`), []);
});

test("offers come from a file, as columns or as rows, and go out as one that comes in again", async () => {
  const page = await tests.open(link(small));
  await answered(page);
  const offers = page.getByLabel("Offers of money from a file");
  const csv = 'names,capacities,rates,currencies,greenOnly\r\n"A, and sons",5000000,0.04,USD | EUR,no\r\nB,9000000,0.045,*,yes\r\n';
  await offers.setInputFiles(file("offers.csv", csv));
  await answered(page);
  const taken = (await request(page)).offers;
  assert.deepEqual(taken, { names: ["A, and sons", "B"], capacities: ["5000000", "9000000"], rates: ["0.04", "0.045"], currencies: ["USD | EUR", "*"], greenOnly: [false, true] });
  assert.match(await page.locator(".matching").innerText(), /Green projects only/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".files button").nth(1).click()]);
  const kept = readFileSync(await download.path());
  await offers.setInputFiles(file("again.csv", kept));
  await answered(page);
  assert.deepEqual((await request(page)).offers, taken);
  await offers.setInputFiles("examples/offers.csv");
  await answered(page);
  assert.equal((await request(page)).offers.illustrative, true);
  assert.match(await page.locator(".answer").innerText(), /invented as an example/);
  await offers.setInputFiles(file("rows.json", JSON.stringify([{ names: "C", capacities: 7000000, rates: 0.05 }])));
  await answered(page);
  assert.deepEqual((await request(page)).offers, { names: ["C"], capacities: [7000000], rates: [0.05] });
  const asked = await request(page);
  assert.equal(plain(await page.locator(".figure .big").innerText()).trim(), `${(100 * native(asked).placedShare).toFixed(2)}%`);
  assert.ok(page.requests.every((url) => url.startsWith(tests.address)));
});

test("a file that says something else is refused in place, and nothing of it is run", async () => {
  const page = await tests.open(link(small));
  await answered(page);
  const offers = page.getByLabel("Offers of money from a file");
  const before = await request(page);
  for (const [name, text, says] of [
    ["broken.json", "{", /no CSV and no JSON/], ["ragged.csv", "names,rates\nA\n", /no CSV and no JSON/], ["empty.csv", "names,rates\n", /1|one to 2,000 rows/],
    ["proto.json", '{"__proto__": {"polluted": 1}, "names": ["A"]}', /can’t be the name of a column/], ["markup.csv", "<img src=x onerror=alert(1)>,rates\nA,0.05\n", /can’t be the name/],
    ["large.csv", `names\n${"x".repeat(1_000_001)}`, /larger than a million bytes/],
  ]) {
    await offers.setInputFiles(file(name, text));
    await page.locator(".files .wrong").waitFor();
    assert.match(await page.locator(".files .wrong").innerText(), says, name);
    assert.deepEqual(await request(page), before, name);
  }
  // What can be read and means nothing is the engine's to refuse, by its path.
  await offers.setInputFiles(file("wrong.csv", "names,capacities,rates,countries\n<script>alert(1)</script>,1,0.05,<img src=x onerror=alert(1)>\n"));
  await page.locator(".problem").first().waitFor();
  assert.equal(await page.locator(".files .wrong").count(), 0);
  await offers.setInputFiles(file("unknown.csv", "names,capacities,rates,script\nA,1,0.05,alert(1)\n"));
  await settled(page);
  await offers.setInputFiles(file("names.csv", "names,capacities,rates\n<b>Bold</b>,20000000,0.05\n"));
  await answered(page);
  assert.match(await page.locator(".matching").innerText(), /<b>Bold<\/b>/);
  assert.equal(await page.evaluate(() => ({}).polluted), undefined);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("ready-made projects have answers, with and without weights, in Chinese, on a phone and in the dark", async () => {
  const page = await tests.open(link(small, "zh"), { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  for (const name of ["四个项目争同一笔资金（虚构示例）", "同上，加权排序", "产业链项目（虚构示例）"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await answered(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
    assert.equal(/得分/.test(await page.locator(".matching").innerText()), name.includes("加权"), name);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${name}: ${over} pixels too wide`);
  }
});

test("a typed yes or no in a column stays one", async () => {
  const page = await tests.open(link({ ...small, offers: { ...small.offers, greenOnly: [false, true] } }));
  await answered(page);
  await page.getByText("More", { exact: false }).first().click();
  await fill(page, "Green projects only", "true\nfalse");
  assert.deepEqual((await request(page)).offers.greenOnly, [true, false]);
});
