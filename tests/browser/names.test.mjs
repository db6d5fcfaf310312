// What a host calls countries and territories is what stands everywhere: with the ready list for mainland China, and with a list
// of the host's own, no other name of a territory is rendered, whatever is looked at, kept, shared or printed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, everyJob, settled, unfold } from "./browser.mjs";

const tests = browserTests();

/** All that can be read or heard in the element. */
const written = (page) => page.evaluate(() => {
  const words = [];
  for (const node of document.querySelector("export-risk-calculator").shadowRoot.querySelectorAll("*")) {
    if (node.localName === "style") continue;
    for (const name of ["aria-label", "aria-description", "aria-valuetext", "title", "value", "placeholder", "alt", "download"]) words.push(node.getAttribute(name) ?? "");
    for (const child of node.childNodes) if (child.nodeType === 3) words.push(child.data);
    if (node.localName === "input" || node.localName === "textarea") words.push(node.value);
  }
  // What a currency is called is no name of a territory.
  return words.join("\n").replace(/Hong Kong Dollar|New Taiwan Dollar|Macanese Pataca|澳门[币元]/g, "");
});

const ready = {
  en: { wrong: /Taiwan(?!, China)|Hong Kong(?!, China)|Maca[ou](?!, China)|SAR China|Chinese Taipei|Formosa/, right: ["Taiwan, China", "Hong Kong, China", "Macao, China"] },
  zh: { wrong: /(?<!中国)(?:台湾|香港|澳门)|中华民国|特别行政区|中華/, right: ["中国台湾", "中国香港", "中国澳门"] },
};
const own = {
  en: { wrong: /Taiwan|Hong Kong|Maca[ou]|Kosovo|Palestin/, right: ["Place 1", "Place 2", "Place 3"] },
  zh: { wrong: /台湾|香港|澳门|科索沃|巴勒斯坦/, right: ["Place 1", "Place 2", "Place 3"] },
};
const list = { TW: "Place 1", HK: "Place 2", MO: "Place 3", XK: "Place 4", PS: "Place 5" };

for (const [what, names, rules] of [["the list for mainland China", "mainland-china", ready], ["a host's own list", list, own]]) {
  test(`with ${what}, in ${names === list ? "" : "all jobs, "}both languages, pictures, files, links and print`, async () => {
    const page = await tests.open("/site/?lang=en");
    await page.evaluate((names) => (document.querySelector("export-risk-calculator").countryNames = names), names);
    for (const [lang, { wrong, right }] of Object.entries(rules)) {
      await page.locator(`#tools button[lang^=${lang}]`).click();
      await settled(page);
      const check = async (where) => {
        const text = await written(page);
        const found = wrong.exec(text);
        assert.equal(found && text.slice(Math.max(0, found.index - 40), found.index + 40), null, `${lang}, ${where}`);
        return text;
      };
      // Which words are a host's does not depend on the list: all jobs are looked at with one of them.
      if (names !== list) await everyJob(page, async (name) => {
        await unfold(page);
        await check(name);
        const box = page.locator("[id^=field-][role=combobox]").first();
        if ((await box.count()) === 0 || !(await box.isVisible())) return;
        await box.click();
        await settled(page);
        const text = await check(`${name}, the list of countries`);
        if (/country/i.test(await box.getAttribute("id"))) for (const one of right) assert.ok(text.includes(one), `${one} in ${name}`);
        await page.keyboard.press("Escape");
      });
      // Each territory as the deal's own country, looked at and asked about.
      for (const country of ["TWN", "HKG", "MAC", "XKX", "PSE"]) {
        for (const request of [{ product: "country-risk", country, compare: ["TWN", "HKG", "MAC", "CHN"] }, { product: "export-credit-cover", country }]) {
          await page.evaluate((request) => {
            const element = document.querySelector("export-risk-calculator");
            element.product = request.product;
            element.request = { ...element.request, ...request };
          }, request);
          await settled(page);
          await unfold(page);
          await check(`${request.product} of ${country}`);
          const why = page.locator(".why").first();
          if ((await why.count()) > 0 && (await why.isVisible())) await why.click();
          await check(`${request.product} of ${country}, a working`);
        }
      }
      // What leaves the page.
      await page.evaluate(() => { const element = document.querySelector("export-risk-calculator"); element.product = "country-risk"; element.request = { product: "country-risk", country: "TWN" }; });
      await settled(page);
      const files = page.locator(".actions .plain:nth-child(3), button.link:has-text('CSV')");
      for (let at = 0; at < (await files.count()); at += 1) {
        if (!(await files.nth(at).isVisible())) continue;
        const [file] = await Promise.all([page.waitForEvent("download"), files.nth(at).click()]);
        assert.doesNotMatch(readFileSync(await file.path(), "utf8") + file.suggestedFilename(), wrong, `${lang}, file ${at}`);
      }
      await page.locator(".actions .plain").first().click();
      await page.locator("#shared-link").waitFor();
      const link = await page.locator("#shared-link").inputValue();
      assert.doesNotMatch(Buffer.from(link.split("=").at(-1), "base64url").toString(), wrong, "the link");
      assert.doesNotMatch(await page.title(), wrong);
      await page.emulateMedia({ media: "print" });
      await settled(page);
      await check("print");
      await page.emulateMedia({ media: "screen" });
      // What is read out once typing rests.
      await page.waitForTimeout(1000);
      await check("read out");
    }
  });
}
