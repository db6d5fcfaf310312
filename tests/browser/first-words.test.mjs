// What comes first has the words that it needs: with everything later kept away, no name stands on the page that only programs
// use, whatever a deal of the first answer has.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, settled } from "./browser.mjs";

const tests = browserTests({ "/blank": "<!doctype html><title>Blank</title>" });
const deals = {
  credit: { country: "MEX", buyer: "CC2", goods: "buses", currency: "USD", contractValue: "12500000", start: "2027-01-15", disbursementMonths: 12, repaymentMonths: 60, rate: 0.052, cover: {}, fees: { arrangement: 0.01, commitment: 0.005 }, deposit: { share: 0.05 }, spreadWithoutCover: 0.059 },
  uncovered: { country: "KAZ", goods: "cars", currency: "EUR", contractValue: "800000", downPayment: 0.05, localCosts: "900000", start: "2027-01-15", repaymentMonths: 180, frequency: "monthly", profile: "bullet", rate: 0.09 },
  wrong: { country: "KAZ", currency: "EUR", contractValue: "-1", start: "2027-01-15", repaymentMonths: 61, rate: 0.09 },
};

for (const lang of ["en", "zh"]) {
  test(`the words of the first answer (${lang})`, async () => {
    for (const [name, deal] of Object.entries(deals)) {
      const request = { product: "export-credit", ...deal };
      const page = await tests.open("/blank", { ready: false });
      // Whatever is asked for later does not come.
      await page.route(/\/rest-|export-risk-[^/]*\.wasm$/, (route) => (/first/.test(route.request().url()) ? route.continue() : route.abort()));
      await page.goto(`${tests.address}/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(request)).toString("base64url")}`);
      await page.locator(".answer .big, .answer .problem").first().waitFor();
      await settled(page);
      await page.locator("export-risk-calculator").evaluate((element) => {
        for (const details of element.shadowRoot.querySelectorAll("details")) details.open = true;
      });
      await settled(page);
      const text = await page.locator("export-risk-calculator").evaluate((element) =>
        [...element.shadowRoot.querySelectorAll("label, dt, th, legend, summary, h2, h3, option, li, button, .problem")]
          .filter((node) => !node.closest(".top, .formula"))
          .map((node) => node.textContent.trim()));
      const bare = text.filter((words) => /^[a-z]+([A-Z][a-z]+)+$|^[a-z]+(-[a-z0-9]+)+$|undefined/.test(words));
      assert.deepEqual(bare, [], name);
      assert.ok(text.length > 40, "something was looked at");
    }
  });
}
