// Every job fits: targets are large enough or far enough apart, and at four hundred percent nothing is wider than the window.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, everyJob, unfold } from "./browser.mjs";

const tests = browserTests();

/**
 * Targets under 24 by 24 pixels that WCAG 2.2 (2.5.8) grants no exception: they are no part of a sentence, and a circle of 24
 * pixels around their middle meets another target or such a circle of another small one.
 */
function small() {
  const roots = [document, document.querySelector("export-risk-calculator").shadowRoot];
  const targets = roots
    .flatMap((root) => [...root.querySelectorAll("button, input, select, textarea, summary, a, [role=button], [role=option], [role=tab]")])
    .filter((item) => item.checkVisibility({ visibilityProperty: true }) && !item.closest(".unseen") && !item.disabled)
    .map((item) => ({ item, box: item.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
  const least = 23.99;
  const tiny = targets.filter(({ box }) => box.width < least || box.height < least).map((one) => ({ ...one, x: one.box.x + one.box.width / 2, y: one.box.y + one.box.height / 2 }));
  const inSentence = ({ item }) => {
    let around = item.parentElement;
    while (around && getComputedStyle(around).display === "inline") around = around.parentElement;
    const said = [...(around?.childNodes ?? [])].filter((node) => node.nodeType === 3 || (node.nodeType === 1 && getComputedStyle(node).display === "inline"));
    const words = said.map((node) => (node.contains(item) ? "" : node.textContent)).join(" ").trim();
    return getComputedStyle(item).display === "inline" && /\p{L}{2}.*\s.*\p{L}{2}|\p{Script=Han}{4}/u.test(words);
  };
  const meets = (one, { item, box }) => item !== one.item && Math.hypot(Math.max(box.left - one.x, 0, one.x - box.right), Math.max(box.top - one.y, 0, one.y - box.bottom)) < 11.99;
  const close = (one) => targets.some((other) => meets(one, other)) || tiny.some((other) => other.item !== one.item && Math.hypot(one.x - other.x, one.y - other.y) < least);
  return tiny.filter((one) => !inSentence(one) && close(one)).map(({ item, box }) => `${item.outerHTML.replace(/<!--.*?-->/g, "").slice(0, 90)} in ${item.parentElement.localName}.${item.parentElement.className} ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
}

/** What is wider than the window, outside of a region that scrolls by itself. */
function wide() {
  const { clientWidth, scrollWidth } = document.documentElement;
  const { shadowRoot } = document.querySelector("export-risk-calculator");
  const over = [...shadowRoot.querySelectorAll("*"), ...document.querySelectorAll("body *")].filter((item) => {
    if (!item.checkVisibility() || item.closest(".scroll > *, .unseen, option")) return false;
    const { left, right, width } = item.getBoundingClientRect();
    return width > 1 && (right > clientWidth + 0.5 || left < -0.5);
  });
  return [...(scrollWidth > clientWidth ? [`${scrollWidth} in ${clientWidth}`] : []), ...over.map((item) => `${item.outerHTML.slice(0, 100)} ${item.getBoundingClientRect().right}`)];
}

for (const [lang, width, height] of [["en", 1280, 900], ["en", 320, 256], ["zh", 320, 256]]) {
  test(`every job fits into ${width} × ${height} pixels, and its targets are large enough (${lang})`, async () => {
    const page = await tests.open(`/site/?lang=${lang}`, { viewport: { width, height } });
    const found = {};
    await everyJob(page, async (name) => {
      await unfold(page);
      const here = [...(await page.evaluate(small)), ...(await page.evaluate(wide))];
      if (here.length > 0) found[name] = [here.length, ...here.slice(0, 6)];
    });
    assert.deepEqual(found, {});
  });
}

test("two deals side by side fit a small window", async () => {
  const page = await tests.open("/site/?lang=en", { viewport: { width: 320, height: 256 } });
  await page.locator("#keep-deal").click();
  await page.locator(".compare").waitFor();
  await page.locator("#field-contractValue").fill("9000000");
  await unfold(page);
  assert.deepEqual([...(await page.evaluate(small)), ...(await page.evaluate(wide))], []);
});
