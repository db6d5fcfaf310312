// What can't be answered is said at its field, in the reader's language; the last answer and all typing stay.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, paste, settled } from "./browser.mjs";

const tests = browserTests();

const cases = [
  {
    what: "cover of 101 %",
    en: { label: "Cover, commercial", text: "101", says: /“101 %” is too much: at most 100 %/ },
    zh: { label: "商业风险赔付比例", text: "101", says: /“101 %”过大：最大为 100 %/ },
  },
  {
    what: "a negative amount",
    en: { label: "Contract value", text: "-5", says: /“-5” is too little/ },
    zh: { label: "合同金额", text: "-5", says: /“-5”过小/ },
  },
  {
    what: "an amount that is no number",
    en: { label: "Contract value", text: "12,5", says: /“12,5” can’t be read as a number/ },
    zh: { label: "合同金额", text: "十二", says: /“十二”无法识别为数字/ },
  },
  {
    what: "a day that does not exist",
    more: true,
    en: { label: "First drawdown", text: "2026-02-30", says: /no such day as 2026-02-30/ },
    zh: { label: "首次提款日", text: "2026-02-30", says: /没有 2026-02-30 这一天/ },
  },
  {
    what: "a country that does not exist",
    en: { label: "Buyer’s country", text: "Atlantis", says: /“Atlantis” is no country or territory/ },
    zh: { label: "买方国家或地区", text: "亚特兰蒂斯", says: /没有“亚特兰蒂斯”这一国家或地区/ },
  },
  {
    what: "a country without a category",
    en: { label: "Buyer’s country", text: "Andorra", says: /no category, so there is no minimum premium/ },
    zh: { label: "买方国家或地区", text: "安道尔", says: /没有类别，因而没有最低保险费/ },
  },
  {
    what: "a country priced by the market",
    en: { label: "Buyer’s country", text: "Germany", says: /priced by the market/ },
    zh: { label: "买方国家或地区", text: "德国", says: /由市场定价/ },
  },
  {
    what: "a million months",
    en: { label: "Repayment over", text: "1000000", says: /too much: at most 1,200 months/ },
    zh: { label: "还款期", text: "1000000", says: /过大：最大为 1,200 个月/ },
  },
  {
    what: "a term under two years",
    en: { label: "Repayment over", text: "12", says: /24 months of repayment and more/ },
    zh: { label: "还款期", text: "12", says: /还款期 24 个月及以上/ },
  },
];

for (const language of ["en", "zh"]) {
  test(`what is wrong stands at its field (${language})`, async () => {
    const page = await tests.open(`/site/?lang=${language}`);
    for (const { what, more, [language]: wanted } of cases) {
      const figure = await page.locator(".figure .big").innerText();
      if (more) await page.locator(".more summary").click();
      const field = page.getByLabel(wanted.label, { exact: true });
      const before = await field.inputValue();
      await paste(page, wanted.label, wanted.text);
      const described = await field.getAttribute("aria-describedby");
      const error = page.locator(`#${described.split(" ").find((id) => id.endsWith("-error"))}`);
      assert.match(await error.innerText(), wanted.says, what);
      assert.equal(await field.getAttribute("aria-invalid"), "true", what);
      assert.equal(await page.locator("[aria-invalid]").count(), 1, what);
      const kept = await field.inputValue();
      assert.ok(kept.replace(/,/g, "") === wanted.text.replace(/,/g, "") || kept === wanted.text, `${what}: ${kept}`);
      assert.equal(await page.locator(".figure .big").innerText(), figure, `${what}: the last answer stays`);
      assert.equal(await page.locator(".answer.stale").count(), 1, what);
      await paste(page, wanted.label, before);
      assert.equal(await page.locator(".wrong").count(), 0, `${what}: mended`);
      assert.equal(await page.locator(".answer.stale").count(), 0, what);
    }
    assert.deepEqual(page.errors, []);
  });

  test(`a class that the category does not have (${language})`, async () => {
    const page = await tests.open(`/site/?lang=${language}`);
    const words = language === "en" ? ["Buyer’s country", "Afghanistan", "Buyer’s class"] : ["买方国家或地区", "阿富汗", "买方等级"];
    await fill(page, words[0], words[1]);
    await page.getByLabel(words[2], { exact: true }).selectOption("CC5");
    await settled(page);
    const says = language === "en" ? /does not exist in category 7\. Choose SOV\+/ : /类别 7 中没有.*可选：SOV\+/;
    assert.match(await page.locator("#field-buyer-error").innerText(), says);
    assert.match(await page.locator("[role=status]").innerText().then(() => page.locator(".problem").innerText()), says);
  });
}

test("an error is read out once typing rests, and its field is one click away", async () => {
  const page = await tests.open("/site/");
  await fill(page, "Cover, commercial", "101");
  await page.locator('[role=status]:has-text("Cover, commercial")').waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Go to the field" }).click();
  const focused = await page.evaluate(() => document.querySelector("export-risk-calculator").shadowRoot.activeElement.id);
  assert.equal(focused, "field-cover-commercial");
});

test("five kinds of country without a number are told apart", async () => {
  const page = await tests.open("/site/");
  await page.getByRole("button", { name: "Look at a country" }).click();
  const told = new Set();
  for (const [name, status] of [
    ["Mexico", "3"], ["Singapore", "Category 0"], ["Germany", "Priced by the market"], ["Andorra", "Unclassified"],
    ["Greenland", "Not listed"],
  ]) {
    await fill(page, "Country or territory", name);
    const text = await page.locator(".country .category").innerText();
    assert.ok(text.includes(status), `${name}: ${text}`);
    told.add(await page.locator(".country").innerText());
  }
  assert.equal(told.size, 5);
});
