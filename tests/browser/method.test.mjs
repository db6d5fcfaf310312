// The page "Method and sources": made from the tables and the engine, in both languages, without a script.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { bundled, differences, readTable } from "../../scripts/method.mjs";
import { browserTests } from "./browser.mjs";

const tests = browserTests();
const tables = readdirSync("src/reference/tables").filter((name) => name.endsWith(".csv")).map(readTable);
const page = await bundled();

async function open(lang, options = {}) {
  return tests.open(`/site/method/${lang}.html`, { ready: false, ...options });
}

for (const [lang, colorScheme] of [["en", "light"], ["zh", "dark"]]) {
  test(`every table stands there with source, dates, grade and terms (${lang})`, async () => {
    const document = await open(lang, { colorScheme });
    const locale = page.locales.find(({ tag }) => tag.startsWith(lang));
    for (const table of tables) {
      const article = document.locator(`#${table.id}`);
      const told = await article.textContent();
      for (const fact of [table.source, table.licence, locale.grades[table.grade], table.inForce?.slice(0, 4), table.retrieved.slice(0, 4)]) {
        assert.ok(!fact || told.includes(fact), `${table.id}: ${fact}`);
      }
      assert.ok(told.includes(lang === "en" ? table.title : page.tableTitle("zh-CN", table.id)), table.id);
      assert.equal(await article.locator("h3 [lang=en]").count(), 0, `${table.id} has a title in this language`);
      const meanings = await article.locator("tbody td").allTextContents();
      assert.equal(meanings.length, table.columns.length);
      assert.deepEqual(table.columns.filter((_, at) => meanings[at].trim() === ""), [], `columns of ${table.id}`);
      const file = await document.request.get(await article.locator("a[download]").evaluate((link) => link.href));
      assert.equal(await file.text(), readFileSync(`src/reference/tables/${table.file}`, "utf8"));
    }
    const sources = readTable("indicator-sources.csv");
    assert.equal(await document.locator("#terms tbody tr").count(), sources.rows.length);
    assert.deepEqual([document.errors, await document.violations()], [[], []]);
  });

  test(`every product tells its formulas, and nothing is left without words (${lang})`, async () => {
    const document = await open(lang, { colorScheme });
    const schema = JSON.parse(readFileSync("schema.json", "utf8"));
    const names = schema.oneOf.map(({ $ref }) => schema.$defs[$ref.split("/").at(-1)]["x-product"]);
    for (const name of names) {
      const steps = document.locator(`#steps-${name} .steps > li`);
      assert.ok((await steps.count()) > 0, name);
    }
    assert.ok((await document.locator("#steps .steps > li").count()) > 400);
    assert.equal(await document.locator("#differences dd").count(), differences().length);
    assert.ok((await document.locator("#assumptions li").count()) > 50);
    assert.doesNotMatch(await document.locator("main").textContent(), /undefined|NaN|\[object/);
    // Sources and notes keep their own language, and say so.
    if (lang === "zh") assert.equal(await document.locator(".steps .quiet > span:last-child:not([lang=en])").count(), 0);
  });

  test(`axe finds nothing on it (${lang})`, async () => {
    const document = await open(lang, { colorScheme });
    await document.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    const { violations } = await new AxeBuilder({ page: document }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target.join(" ")}`), []);
    await document.setViewportSize({ width: 320, height: 700 });
    assert.ok((await document.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  });
}

test("the calculator's foot leads there in the reader's language, and from there back", async () => {
  for (const [lang, name, heading] of [["en", "Method and sources (new tab)", "Method and sources"], ["zh", "方法与来源（新标签页）", "方法与来源"]]) {
    const calculator = await tests.open(`/site/?lang=${lang}`);
    const [method] = await Promise.all([calculator.waitForEvent("popup"), calculator.getByRole("link", { name }).click()]);
    await method.waitForLoadState();
    assert.equal(await method.locator("h1").innerText(), heading);
    assert.equal(await method.locator("html").getAttribute("lang"), lang === "zh" ? "zh-CN" : "en");
    await method.locator(".top nav a").first().click();
    await method.locator(".answer .big").waitFor();
    assert.equal(await method.locator("html").getAttribute("lang"), lang === "zh" ? "zh-CN" : "en");
  }
});

test("an address of elsewhere, or none at all, gives no link", async () => {
  const calculator = await tests.open("/site/");
  for (const address of ["javascript:alert(1)", "https://example.org/method/", "//example.org/", "data:text/html,x", "http://[", ""]) {
    await calculator.evaluate((value) => document.querySelector("export-risk-calculator").setAttribute("method-page", value), address);
    await calculator.evaluate(() => document.querySelector("export-risk-calculator").updateComplete);
    assert.equal(await calculator.locator(".sources a").count(), 0, address);
  }
});

test("on the Chinese page tables have Chinese titles, and sources are marked as English", async () => {
  const calculator = await tests.open("/site/?lang=zh");
  const titles = calculator.locator(".editions strong");
  assert.ok((await titles.count()) > 3);
  for (const title of await titles.all()) {
    assert.match(await title.innerText(), /[\u4e00-\u9fff]/);
    assert.equal(await title.getAttribute("lang"), null);
  }
  assert.equal(await calculator.locator(".editions .origin:not([lang=en])").count(), 0);
  assert.ok((await calculator.locator(".step-source .source[lang=en]").count()) > 0);
});
