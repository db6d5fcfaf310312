// What a visitor prints: one clean page with the deal, the answer, what is assumed, the tables and the disclaimer; what is open or
// kept beside it follows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, settled } from "./browser.mjs";

const tests = browserTests();

async function pages(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

for (const lang of ["en", "zh"]) {
  test(`the answer of the main job is one page, and its schedule follows where it is open (${lang})`, async () => {
    const page = await tests.open(`/site/?lang=${lang}`);
    assert.equal(await pages(page), 1);
    await page.locator(".schedule summary").click();
    await settled(page);
    assert.equal(await pages(page), 2);
    assert.equal(await page.locator(".printed table").count(), 0, "nothing is left of it on the screen");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const rows = await page.locator(".schedule tbody tr").count();
    assert.equal(await page.locator(".printed tbody tr").count(), rows);
    assert.ok(rows >= 20);
    assert.deepEqual([page.errors, await page.violations()], [[], []]);
  });

  test(`paper has inputs, results, assumptions, editions and the disclaimer, and no controls (${lang})`, async () => {
    const page = await tests.open(`/site/?lang=${lang}`, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    for (const part of [".inputs", ".figure .big", ".tiles", ".notices", ".schedule svg", ".editions", "[part=disclaimer]", ".country"]) {
      assert.ok(await page.locator(part).first().isVisible(), part);
    }
    for (const part of [".deal", ".top nav", ".actions", ".what", ".short", ".editions .origin"]) {
      assert.equal(await page.locator(part).filter({ visible: true }).count(), 0, part);
    }
    const ground = await page.evaluate(() => getComputedStyle(document.querySelector("export-risk-calculator").shadowRoot.querySelector(".card")).backgroundColor);
    assert.equal(ground, "rgb(255, 255, 255)", "paper is white, whatever the screen");
  });
}

test("two scenarios are printed side by side before the answer, on two pages at most", async () => {
  const page = await tests.open("/site/");
  await page.locator("#keep-deal").click();
  await page.locator(".compare").waitFor();
  await fill(page, "Down payment", "20");
  assert.ok((await pages(page)) <= 2);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".compare .headlines").isVisible());
  assert.ok((await page.locator(".compare tbody tr").filter({ visible: true }).count()) > 5);
  assert.equal(await page.locator(".compare button").filter({ visible: true }).count(), 0);
});

test("every job prints without a blank or a torn page", async () => {
  const page = await tests.open("/site/");
  for (const [product, most] of [["loan", 1], ["short-term-cover", 2], ["country-risk", 2], ["landed-cost", 2], ["retail", 2]]) {
    await page.evaluate((name) => (document.querySelector("export-risk-calculator").product = name), product);
    await settled(page);
    await page.waitForFunction(() => document.querySelector("export-risk-calculator").shadowRoot.querySelector(".results .card:not(.sources)"));
    await settled(page);
    const count = await pages(page);
    assert.ok(count >= 1 && count <= most, `${product}: ${count} pages`);
  }
});
