// Everything that can be done, done by keyboard alone: keys are pressed, nothing is clicked, and what has the focus is in sight.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, everyJob, settled } from "./browser.mjs";

const tests = browserTests({
  "/card.json": readFileSync("examples/bank-rate-card.json", "utf8"),
  "/card": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script type="module" src="/element/register.js"></script></head><body>
    <export-risk-calculator product="country-risk" country="KAZ" rate-card="/card.json"></export-risk-calculator></body></html>`,
});
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);

/** Whether the element with the focus fits a selector; and whether it can be seen: in the window and under nothing. */
async function focused(page, selector) {
  return page.evaluate((selector) => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return { fits: false, left: true };
    const fits = at.matches(selector);
    const name = `${at.localName}#${at.id}.${at.getAttribute("class") ?? ""} ${at.textContent.trim().slice(0, 30)}`;
    const { left, right, top, bottom } = at.getBoundingClientRect();
    const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    const [start, end] = [Math.max(left, 0), Math.min(right, innerWidth)];
    if (to - from < 1 || end - start < 1) return { fits, name, hidden: `outside: ${top} to ${bottom} of ${innerHeight}` };
    // In sight when any of five points of it is.
    const points = [0.5, 0.1, 0.9].flatMap((part) => [[(start + end) / 2, from + (to - from) * part], [start + (end - start) * part, (from + to) / 2]]);
    const root = at.getRootNode();
    const seen = points.some(([x, y]) => {
      const top = root.elementFromPoint(x, y);
      return top && (at.contains(top) || top.contains(at) || [...(at.labels ?? [])].some((label) => label.contains(top)));
    });
    // The mark of a field is drawn around its box.
    const marked = [at, at.closest(".box")].some((item) => {
      const style = item && getComputedStyle(item);
      return style && (style.boxShadow !== "none" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1));
    });
    return { fits, name, ...(seen ? (marked ? {} : { hidden: "without a mark" }) : { hidden: "covered" }) };
  }, selector);
}

/** Presses the tab key until the element with the focus fits; each one on the way is in sight. */
async function reach(page, selector, key = "Tab") {
  for (let step = 0; step < 400; step += 1) {
    const here = await focused(page, selector);
    if (here.hidden) assert.fail(`${here.name}: ${here.hidden}`);
    if (here.fits) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${selector} is not reached`);
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}

async function write(page, selector, text) {
  await reach(page, selector);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  await press(page, "Tab");
}

/** What the tab key should reach, one after the other; the browser opens no closed group for it. */
const reachable = (page) => page.evaluate(() => {
  const all = [...document.querySelectorAll("button, a[href]"), ...document.querySelector("export-risk-calculator").shadowRoot.querySelectorAll("button, a[href], input, select, textarea, summary, [tabindex='0']")];
  return all.filter((item) => item.checkVisibility({ visibilityProperty: true }) && !item.disabled && item.getAttribute("tabindex") !== "-1").length;
});

for (const [lang, width, height] of [["en", 1280, 900], ["zh", 390, 640]]) {
  test(`in every job the keyboard reaches everything and leaves again, and the focus is in sight (${lang}, ${width})`, async () => {
    const page = await tests.open(`/site/?lang=${lang}`, { viewport: { width, height } });
    const wrong = {};
    await everyJob(page, async (name) => {
      await page.locator(".top .job").first().focus();
      const most = await reachable(page);
      const bad = [];
      let step = 1;
      for (; step < most + 3; step += 1) {
        await page.keyboard.press("Tab");
        const here = await focused(page, "*");
        if (here.left) break;
        if (here.hidden) bad.push(`${here.name}: ${here.hidden}`);
      }
      if (step !== most) bad.push(`${step} stops, ${most} things`);
      if (bad.length > 0) wrong[name] = bad.slice(0, 5);
    });
    assert.deepEqual(wrong, {});
  });
}

test("wants, jobs, presets and languages", async () => {
  const page = await tests.open("/site/?lang=en");
  await reach(page, ".top nav:not(.within) li:nth-child(2) .job");
  await press(page, "Enter");
  assert.equal((await request(page)).product, "short-term-cover");
  await reach(page, ".within li:nth-child(2) .job");
  await press(page, " ");
  assert.equal((await request(page)).product, "export-credit-cover");
  await reach(page, ".top nav:not(.within) li:nth-child(1) .job", "Shift+Tab");
  await press(page, "Enter");
  await reach(page, ".presets .chip:nth-child(2)");
  await press(page, "Enter");
  assert.equal((await request(page)).goods, "ckd-kits");
  assert.equal((await focused(page, ".chip[aria-pressed=true]")).fits, true, "the focus stays");
  await reach(page, "#tools button[lang='zh-CN']", "Shift+Tab");
  await press(page, "Enter");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
  await reach(page, "#tools button:last-child");
  await press(page, "Enter");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "light");
});

test("every kind of field: number, slider, choice, country, date, share, yes or no, groups that may be left out, rows of a list", async () => {
  const page = await tests.open("/site/?lang=en");
  await reach(page, "#field-country");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("kazakh");
  await press(page, "ArrowDown", "ArrowUp", "Enter", "Escape");
  await reach(page, "#field-buyer");
  await page.keyboard.type("CC3");
  await press(page, "Tab");
  await write(page, "#field-contractValue", "9000000");
  await reach(page, "input[type=range]");
  await press(page, "ArrowRight", "ArrowRight");
  await write(page, "#field-downPayment", "20");
  const typed = await request(page);
  assert.deepEqual([typed.country, typed.buyer, typed.contractValue, typed.repaymentMonths, Number(typed.downPayment)], ["KAZ", "CC3", "9000000", 72, 0.2]);
  // A group is put in, its rows are changed, and it is taken out; the focus goes along.
  await reach(page, ".chip[data-option=drawdowns]");
  await press(page, "Enter");
  assert.equal((await focused(page, "summary[data-option=drawdowns]")).fits, true);
  await press(page, "Enter");
  await reach(page, "#field-drawdowns-months");
  await press(page, "ControlOrMeta+End", "Enter");
  await page.keyboard.type("9");
  await settled(page);
  assert.deepEqual((await request(page)).drawdowns.months, [0, 3, 6, 9]);
  await press(page, "Backspace", "Backspace", "Tab");
  assert.deepEqual((await request(page)).drawdowns.months, [0, 3, 6]);
  await reach(page, ".extra > .link");
  await press(page, "Enter");
  assert.equal((await focused(page, ".chip[data-option=drawdowns]")).fits, true);
  assert.equal((await request(page)).drawdowns ?? null, null);
  await reach(page, ".more > summary");
  await press(page, "Enter");
  await write(page, "#field-start", "2027-03-01");
  assert.equal((await request(page)).start, "2027-03-01");
  await reach(page, ".more > .link");
  await press(page, "Enter");
  assert.equal((await request(page)).start, "2027-01-15");
  await page.evaluate(() => (document.querySelector("export-risk-calculator").product = "fx-hedge"));
  await settled(page);
  const boxes = await page.locator("input[type=checkbox]").count();
  if (boxes > 0) {
    for (const folded of await page.locator(".deal summary").all()) await folded.press("Enter");
    const before = JSON.stringify(await request(page));
    await reach(page, "input[type=checkbox]");
    await press(page, " ");
    assert.notEqual(JSON.stringify(await request(page)), before);
  }
});

test("the working of a number and back, by the button and by Escape", async () => {
  // Without the slow way there: where it ends is looked at.
  const page = await tests.open("/site/?lang=en", { reducedMotion: "reduce" });
  await reach(page, ".figure .why");
  await press(page, "Enter");
  assert.equal((await focused(page, "#why-title")).fits, true);
  await press(page, "Escape");
  assert.equal((await focused(page, ".figure .why")).fits, true);
  await reach(page, ".says .why");
  await press(page, " ");
  await reach(page, "#why .link");
  await press(page, "Enter");
  assert.equal((await focused(page, ".says .why")).fits, true);
});

test("what would it take, what moves it most, and an error with the way to its field", async () => {
  const page = await tests.open("/site/?lang=en");
  await write(page, "#what-equals", "6.9");
  await reach(page, ".what form button");
  await press(page, "Enter");
  await page.locator(".what .found table").waitFor();
  await reach(page, ".what .found .link");
  await press(page, "Enter");
  assert.equal((await focused(page, "#field-rate")).fits, true, "the field that was changed");
  assert.notEqual(Number((await request(page)).rate), 0.052);
  await reach(page, ".what > button");
  await press(page, "Enter");
  await page.locator(".what .measured svg").waitFor();
  await reach(page, ".what .measured summary");
  await press(page, "Enter");
  await reach(page, ".what .measured .scroll");
  await reach(page, "#field-contractValue", "Shift+Tab");
  await write(page, "#field-contractValue", "-1");
  await reach(page, ".problem .link");
  await press(page, "Enter");
  assert.equal((await focused(page, "#field-contractValue[aria-invalid=true]")).fits, true);
});

test("sharing, printing, the request as a file and a table as one", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.evaluate(() => { window.printed = 0; window.print = () => (window.printed += 1); });
  await reach(page, ".actions .plain:nth-child(1)");
  await press(page, "Enter");
  await reach(page, "#shared-link");
  await reach(page, ".actions .plain:nth-child(2)", "Shift+Tab");
  await press(page, "Enter");
  assert.equal(await page.evaluate(() => window.printed), 1);
  for (const selector of [".actions .plain:nth-child(3)", ".schedule .under > .link"]) {
    await reach(page, selector);
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.match(file.suggestedFilename(), /\.(json|csv)$/);
  }
});

test("a table that is wider than the window is scrolled", async () => {
  const page = await tests.open("/site/?lang=en", { viewport: { width: 390, height: 700 } });
  await reach(page, ".schedule summary");
  await press(page, "Enter");
  await reach(page, ".schedule .scroll");
  await press(page, "ArrowRight", "ArrowRight");
  await page.waitForFunction(() => document.querySelector("export-risk-calculator").shadowRoot.querySelector(".schedule .scroll").scrollLeft > 0);
});

test("the picture of the world, its colours and table, the order of a comparison, and what a rate card brings", async () => {
  const page = await tests.open("/card");
  await reach(page, ".sort");
  await press(page, "Enter");
  await reach(page, ".world .chip:nth-child(2)");
  await press(page, " ");
  await reach(page, ".tile");
  await press(page, "ArrowDown", "ArrowRight", "Enter");
  const there = (await request(page)).country;
  assert.notEqual(there, "KAZ");
  assert.equal((await focused(page, `.tile[data-alpha3=${there}]`)).fits, true, "the focus stays on the square");
  await reach(page, ".world summary");
  await press(page, "Enter");
  await reach(page, ".world tbody .link");
  await press(page, "Enter");
  assert.notEqual((await request(page)).country, there);
  await reach(page, ".actions a", "Shift+Tab");
  assert.equal(await page.locator(".actions a").getAttribute("href"), "mailto:desk@bank.example");
});

test("a file is chosen, and a long run is started and ended", async () => {
  const page = await tests.open("/site/?lang=en");
  const go = async (product) => {
    await page.evaluate((product) => (document.querySelector("export-risk-calculator").product = product), product);
    await settled(page);
  };
  await go("matching");
  await reach(page, "input[type=file]");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  await chooser.setFiles("examples/offers.csv");
  await settled(page);
  await go("route");
  await reach(page, ".draws button");
  await press(page, "Enter");
  await page.locator(".draws progress").waitFor();
  await reach(page, ".draws button");
  await press(page, "Enter");
  await page.waitForFunction(() => document.querySelector("export-risk-calculator").shadowRoot.querySelector(".draws button").textContent.startsWith("Draw"));
});
