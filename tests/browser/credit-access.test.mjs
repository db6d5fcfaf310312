// An applicant and a list: the form, the criteria one by one, the scales, and the program's numbers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, native, settled } from "./browser.mjs";

const tests = browserTests();

test("the published criteria, then a host's list: the page says what the program says", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.locator(".top nav").first().getByRole("button", { name: "Who would finance it?", exact: true }).click();
  await settled(page);
  const answer = page.locator(".answer");
  assert.match(await answer.locator(".big").innerText(), /Something is missing/);
  assert.match(await answer.innerText(), /Lawful, continuous operation/);
  assert.match(await page.locator(".notices").innerText(), /not automotive/);
  await page.getByRole("button", { name: "A host’s list (invented)", exact: true }).click();
  await settled(page);
  assert.equal(await page.locator(".problem").count(), 0);
  const quote = native(await page.locator("export-risk-calculator").evaluate((element) => element.request));
  const text = await answer.innerText();
  assert.equal(quote.standing, "fail");
  assert.match(await answer.locator(".big").innerText(), /Not met/);
  for (const row of quote.criteria) assert.ok(text.includes(row.criterion), row.criterion);
  assert.match(text, /Above the threshold/);
  assert.ok(quote.missingDocuments.every((document) => text.includes(document)));
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});
