// Everybody can use it: the keyboard reaches everything, small and narrow windows work.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, settled } from "./browser.mjs";

const tests = browserTests();

test("on a phone nothing is wider than the window, and the headline stays in sight", async () => {
  for (const width of [390, 320]) {
    const page = await tests.open("/site/", { viewport: { width, height: 700 } });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${wide} in ${width}`);
    await page.getByLabel("Premium is paid").scrollIntoViewIfNeeded();
    const short = await page.locator(".short").boundingBox();
    assert.ok(short.y >= -1 && short.y < 100, "the short answer is at the top");
    await page.close();
  }
});

test("the keyboard reaches every control, in order, and nothing traps it", async () => {
  const page = await tests.open("/site/");
  const seen = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at === document.body ? "" : at.id || at.ariaLabel || at.textContent.trim().slice(0, 24) || at.localName;
    });
    if (name === "") break;
    seen.push(name);
  }
  const order = ["Sell abroad on credit", "Vehicles", "field-country", "field-buyer", "field-contractValue", "More terms", "Share"];
  const places = order.map((name) => seen.indexOf(name));
  assert.ok(places.every((place) => place >= 0), `${order} in ${seen}`);
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
});

test("a country is chosen by keyboard alone, as is the working of a number", async () => {
  const page = await tests.open("/site/");
  const field = page.getByLabel("Buyer’s country", { exact: true });
  await field.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("turki");
  assert.equal(await field.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.match(await field.inputValue(), /Türkiye|Turkey/);
  assert.equal(await field.getAttribute("aria-expanded"), "false");
  await page.locator(".figure .why").focus();
  await page.keyboard.press("Enter");
  await settled(page);
  assert.match(await page.locator("#why-title").innerText(), /^All-in rate: why \d\.\d+ % a year$/);
  assert.ok((await page.locator("#why .step").count()) > 0);
  assert.ok((await page.locator("#why .grade").count()) > 0);
});

test("targets are at least 24 pixels high", async () => {
  const page = await tests.open("/site/");
  const small = await page.evaluate(() => {
    const root = document.querySelector("export-risk-calculator").shadowRoot;
    const all = [...root.querySelectorAll("button:not(.why), input, select, summary"), ...document.querySelectorAll("button")];
    return all
      .filter((item) => item.checkVisibility() && item.getBoundingClientRect().height < 24)
      .map((item) => `${item.className || item.id} ${item.getBoundingClientRect().height}`);
  });
  assert.deepEqual(small, []);
});

test("the answer is told once typing rests", async () => {
  const page = await tests.open("/site/");
  await fill(page, "Contract value", "9000000");
  const status = page.locator("[role=status]");
  await page.locator("[role=status]:not(:empty)").waitFor({ state: "attached" });
  assert.match(await status.textContent(), /All in \d\.\d\d% a year/);
});
