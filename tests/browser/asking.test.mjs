// Asked the other way round: what would it take, what moves the answer most, and who bears what of a loss.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { browserTests, native, paste, settled } from "./browser.mjs";

const tests = browserTests();
const loan = { product: "loan", currency: "USD", principal: "200000", rate: 0.06, start: "2027-01-15", instalments: 60 };
const link = (document, lang = "en") => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(document)).toString("base64url")}`;
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);

test("a term is found for an instalment, with both neighbours, and put into the deal by one click", async () => {
  const page = await tests.open(link(loan));
  await page.locator("#what-vary").selectOption({ label: "Instalments" });
  await paste(page, "Instalment", "3000");
  assert.equal(await page.locator(".found tr").count(), 0, "nothing is searched before it is asked for");
  await page.getByRole("button", { name: "Find it" }).click();
  await settled(page);
  const row = await page.locator(".found tbody tr").innerText();
  const [near, far] = [81, 82].map((instalments) => Number(native({ ...loan, instalments }).instalment).toLocaleString("en-US"));
  for (const words of ["81", near, "nearest", `82: USD\u00a0${far}`]) assert.ok(row.includes(words), `${row} has ${words}`);
  await page.locator(".found").getByRole("button", { name: /^Put it into the deal/ }).click();
  await settled(page);
  assert.equal((await request(page)).instalments, 81);
  assert.ok((await page.locator(".figure .big").innerText()).includes(near));
  assert.equal(await page.locator(".found tr").count(), 0, "what was found for another deal is gone");
  assert.deepEqual([page.errors, await page.violations()], [[], []]);
});

test("several answers all stand there, and one out of reach is told with what can be had", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.locator("#what-vary").selectOption({ label: "Repayment over" });
  await paste(page, "All-in rate", "6.99");
  await page.getByRole("button", { name: "Find it" }).click();
  await settled(page);
  assert.ok((await page.locator(".found tbody tr").count()) > 1);
  assert.match(await page.locator(".found").innerText(), /values give what is wanted/);
  await paste(page, "All-in rate", "90");
  await page.getByRole("button", { name: "Find it" }).click();
  await settled(page);
  assert.match(await page.locator(".found").innerText(), /Nothing in this range gives it\. All-in rate goes from [\d.]+ % \(Repayment over: \d+ months\) to/);
  await paste(page, "All-in rate", "x");
  await page.getByRole("button", { name: "Find it" }).click();
  await settled(page);
  assert.equal(await page.locator(".found .wrong").count(), 1);
  assert.deepEqual(page.errors, []);
});

test("what moves the answer most is drawn on demand, widest first, with its table; a changed deal takes it away", async () => {
  const page = await tests.open(link(loan, "zh"), { colorScheme: "dark" });
  assert.equal(await page.locator(".what svg").count(), 0);
  await page.locator(".what > .plain").click();
  await settled(page);
  const picture = page.locator(".what svg.chart");
  assert.match(await picture.getAttribute("aria-label"), /贷款金额 USD.3,479\.90 – USD.4,253\.22/);
  const names = await picture.locator(".bar-name").allTextContents();
  assert.deepEqual(names, ["贷款金额", "利率", "期数", "其中只付息"]);
  await page.locator(".what summary").click();
  assert.ok((await page.locator(".what details tbody tr").count()) >= 4);
  assert.match(await page.locator(".what").innerText(), /假设值/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
  await page.evaluate(() => (document.querySelector("export-risk-calculator").request = { ...document.querySelector("export-risk-calculator").request, rate: 0.07 }));
  await settled(page);
  assert.equal(await page.locator(".what svg").count(), 0);
});

test("each loss is a bar of those who bear it, with its table, also on a phone", async () => {
  const cover = {
    product: "short-term-cover", currency: "USD", start: "2027-01-01", country: "MEX", turnover: "20000000", termDays: 180, insuredShare: 0.9,
    aggregateFirstLoss: "50000", reinsuredShare: 0.3, maximumLiability: "500000", losses: { amounts: ["400000", "900000"] },
  };
  const page = await tests.open(link(cover), { viewport: { width: 360, height: 780 } });
  const card = page.locator(".losses");
  assert.match(await card.locator("svg.chart").getAttribute("aria-label"), /Loss 1 400,000\.00, Paid by the cover 310,000\.00, Stays with you 90,000\.00; Loss 2/);
  const widths = await card.locator("svg rect").evaluateAll((list) => list.map((rect) => [rect.getAttribute("class"), Number(rect.getAttribute("width"))]));
  const whole = widths.filter(([name]) => name === "fill-retained").map(([, width]) => width);
  assert.ok(Math.abs(whole[0] / whole[1] - 4 / 9) < 0.01, "bars are as long as their losses");
  const insurer = widths.filter(([name]) => name === "fill-interest").map(([, width]) => width);
  assert.ok(Math.abs(insurer[0] / whole[0] - 217 / 400) < 0.01, "310,000 less three tenths of it, of 400,000");
  for (const name of ["Not insured, with you", "First losses, with you", "Over the most that is paid, with you", "Insurer", "Reinsurers"]) {
    assert.ok((await card.locator(".legend").innerText()).includes(name), name);
  }
  await card.locator("summary").click();
  assert.equal(await card.locator("tbody tr").count(), 2);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `${wide}`);
  assert.deepEqual(page.errors, []);
});
