// Cash before the buyer pays: the form, the picture of cash and of the window, and the same numbers as the program on this machine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();

const open = (options, lang = "en") => tests.open(`/site/?lang=${lang}`, options);

/** A want that one job serves is called as the job. */
async function toReceivables(page, want, job) {
  const wants = page.locator(".top nav").first();
  const named = wants.getByRole("button", { name: want, exact: true });
  await ((await named.count()) > 0 ? named : wants.getByRole("button", { name: job, exact: true })).click();
  await settled(page);
  const within = page.locator(".top nav.within").getByRole("button", { name: job, exact: true });
  if ((await within.count()) > 0) await within.click();
  await page.locator(".cash svg.chart").first().waitFor();
}

test("a note is filled in, and the page says what the program says", async () => {
  const page = await open();
  await toReceivables(page, "Pay and be paid", "Be paid sooner");
  assert.match(await page.locator(".answer .big").textContent(), /985,000\.00/);
  await fill(page, "Amount of the invoices", "2400000");
  await fill(page, "Days that the note runs", "150");
  await fill(page, "Discount or interest a year", "2.8");
  const request = await page.locator("export-risk-calculator").evaluate((element) => element.request);
  assert.equal(request.noteDays, 150);
  const answer = native(request);
  const money = (text) => Number(text).toLocaleString("en", { minimumFractionDigits: 2 });
  assert.ok((await page.locator(".answer .big").textContent()).includes(money(answer.cash)));
  const text = await page.locator(".answer").innerText();
  for (const value of [answer.totalCost, answer.supplierValue, answer.noteCost, answer.buyerValue]) assert.ok(text.includes(money(value)), value);
  assert.match(text, /decree 802/);
  const card = page.locator(".cash");
  const percent = (value) => `${(value * 100).toFixed(4)}%`;
  assert.ok((await card.innerText()).includes(`between ${percent(answer.windowFrom)} and ${percent(answer.windowTo)}`));
  const pictures = await card.locator("svg.chart").evaluateAll((list) => list.map((chart) => chart.getAttribute("aria-label")));
  assert.equal(pictures.length, 2);
  assert.ok(pictures[0].includes(money(answer.cash)));
  await card.locator("summary").click();
  assert.equal(await card.locator("tbody tr").count(), answer.schedule.dates.length);
  assert.ok((await card.locator("tbody").innerText()).includes(money(answer.cash)));
  await card.locator("button.why").first().click();
  assert.match(await page.locator("#why-title").textContent(), /Both gain from this discount on/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("every ready-made deal has an answer and its pictures, in Chinese and on a phone nothing runs over", async () => {
  const page = await open({ viewport: { width: 360, height: 780 } }, "zh");
  await toReceivables(page, "收款与付款", "提前回款");
  const presets = page.locator(".presets button");
  const count = await presets.count();
  assert.equal(count, 5);
  for (let at = 0; at < count; at += 1) {
    await presets.nth(at).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, `preset ${at}`);
    assert.equal(await page.locator(".cash svg.chart").count(), 2, `preset ${at}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `preset ${at}: ${over} pixels too wide`);
    const cut = await page.locator(".cash svg.chart text").evaluateAll((list) =>
      list.filter((text) => {
        const [box, frame] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
        return box.right > frame.right + 1 || box.left < frame.left - 1;
      }).map((text) => text.textContent),
    );
    assert.deepEqual(cut, [], `preset ${at}`);
  }
  assert.deepEqual(page.errors, []);
});
