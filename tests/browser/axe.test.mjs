// axe finds nothing: every job in both languages, light, dark and in forced colours, with everything open; and every state that
// a visitor can bring a job into. Who wants less motion gets none.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, everyJob, settled, unfold } from "./browser.mjs";

const host = (attributes) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script type="module" src="/element/register.js"></script></head><body><main><h1>Host</h1><export-risk-calculator ${attributes}></export-risk-calculator></main></body></html>`;

const tests = browserTests({
  "/card.json": "{}",
  "/card": host('product="loan" rate-card="/card.json"'),
  "/readonly": host("readonly"),
  "/compact": host("compact"),
});
const source = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const everything = { runOnly: levels };
/** What another scheme can change. */
const colours = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };
const schemes = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "light", forcedColors: "active" },
};

/** A page with axe in it. Of long tables and of the world it looks at the first rows and squares: the others are like them. */
async function opened(path, scheme = "light") {
  const page = await tests.open(path, schemes[scheme]);
  await page.evaluate(source);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("tbody tr:nth-child(n + 10), .tiles .tile:nth-child(n + 60) { display: none }");
    const { shadowRoot } = document.querySelector("export-risk-calculator");
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  });
  return page;
}

/** Nothing is found in the element; of a whole page nothing at all. */
async function clean(page, what, options = everything, within = "export-risk-calculator") {
  const found = await page.evaluate(async ([options, within]) => {
    const { violations } = await axe.run(document.querySelector(within), { ...options, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map(({ target, any }) => `${target.join(" ")} (${any[0]?.message ?? ""})`).join(" | ")}`);
  }, [options, within]);
  assert.deepEqual(found, [], what);
}

for (const [lang, first, second] of [["en", "light", "forced"], ["zh", "dark"]]) {
  test(`axe finds nothing in any job (${lang}, ${first}${second ? `, ${second}` : ""})`, async () => {
    const page = await opened(`/site/?lang=${lang}`, first);
    await clean(page, "the whole page", everything, "html");
    const seen = await everyJob(page, async (name) => {
      await unfold(page);
      await clean(page, `${name}, ${first}`);
      if (!second) return;
      await page.emulateMedia(schemes[second]);
      await clean(page, `${name}, ${second}`, colours);
      await page.emulateMedia(schemes[first]);
    });
    assert.ok(seen > 20, `${seen} jobs`);
    assert.deepEqual(page.errors, []);
  });
}

for (const [lang, scheme] of [["en", "light"], ["zh", "dark"], ["en", "forced"]]) {
  test(`axe finds nothing in any state (${lang}, ${scheme})`, async () => {
    const page = await opened(`/site/?lang=${lang}`, scheme);
    const button = (selector) => page.locator(selector).first();
    await page.locator("#field-country").click();
    await settled(page);
    await clean(page, "a list of countries");
    await page.keyboard.press("Escape");
    await button(".figure .why").click();
    await settled(page);
    await clean(page, "the working of a number");
    await button(".actions button").click();
    await page.locator("#shared-link").waitFor();
    await button(".what form button").click();
    await page.locator(".what .found > *").first().waitFor();
    await button(".what > button").click();
    await page.locator(".what .measured svg").waitFor();
    await unfold(page);
    await clean(page, "a link, what it would take and what moves it most");
    await button("#keep-deal").click();
    await page.locator(".compare").waitFor();
    await page.locator("#field-contractValue").fill("9000000");
    await settled(page);
    await unfold(page);
    await clean(page, "two deals side by side");
    await page.locator("#what-equals").fill("-90");
    await page.locator("#what-equals").press("Enter");
    await page.locator(".what .found .wrong").waitFor();
    await clean(page, "a wish that nothing fulfils");
    await page.evaluate(() => (location.hash = "#request=AAAA"));
    await page.locator("[role=alert]").waitFor();
    await page.locator("#field-cover-commercial").fill("101");
    await settled(page);
    await page.locator(".field .wrong").first().waitFor();
    await clean(page, "an error");
    await page.setViewportSize({ width: 320, height: 256 });
    await settled(page);
    await clean(page, "an error on a small window");
  });
}

test("axe finds nothing in a file that is refused, a long run, a refused card, nor in what is only read", async () => {
  const page = await opened("/site/?lang=en", "dark");
  await visit(page, { product: "matching" });
  await page.locator("input[type=file]").first().setInputFiles({ name: "a.json", mimeType: "text/plain", buffer: Buffer.from("{") });
  await page.locator(".files .wrong").waitFor();
  await clean(page, "a file that is refused");
  await visit(page, { product: "route" });
  await page.locator(".draws button").first().click();
  await page.locator(".draws progress").waitFor();
  await clean(page, "a long run");
  for (const path of ["/card", "/readonly", "/compact"]) {
    const other = await opened(path, path === "/card" ? "light" : "forced");
    if (path === "/card") await other.locator(".problem").first().waitFor();
    await clean(other, path);
  }
});

/** Shows the opening deal of another product. */
async function visit(page, { product }) {
  await page.evaluate((product) => (document.querySelector("export-risk-calculator").product = product), product);
  await settled(page);
}

test("who wants less motion gets none", async () => {
  const page = await tests.open("/site/?lang=en", { reducedMotion: "reduce" });
  const moving = () => page.evaluate(() => {
    const all = [document, document.querySelector("export-risk-calculator").shadowRoot];
    const seconds = (text) => Math.max(...text.split(",").map((part) => parseFloat(part)));
    const styled = all.flatMap((root) => [...root.querySelectorAll("*")]).filter((item) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(item);
      return seconds(transitionDuration) > 0 || animationName !== "none" || scrollBehavior === "smooth";
    });
    return [...all.flatMap((root) => root.getAnimations()).map(({ constructor }) => constructor.name), ...styled.map((item) => item.outerHTML.slice(0, 80))];
  });
  await everyJob(page, async (name) => {
    await unfold(page);
    assert.deepEqual(await moving(), [], name);
  });
  await page.locator(".top .job").first().click();
  await settled(page);
  await page.getByLabel(/Repayment over, slider/).fill("96");
  assert.deepEqual(await moving(), [], "while the answer changes");
  // The way to a working is a jump: it is there in the next frame.
  await page.setViewportSize({ width: 390, height: 600 });
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator(".figure .why").first().click();
  await settled(page);
  const first = await page.evaluate(() => scrollY);
  await page.waitForTimeout(400);
  assert.ok(first > 0, "it went there");
  assert.equal(await page.evaluate(() => scrollY), first);
});
