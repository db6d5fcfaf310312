// The page where a site's policy does not allow WebAssembly: the same answer from JavaScript, or what the owner must allow.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, native, policy } from "./browser.mjs";

const tests = browserTests();
const strict = policy.replace(" 'wasm-unsafe-eval'", "");

/** A page whose documents come with the stricter policy, not yet gone anywhere. */
async function blocked() {
  const page = await tests.open("/site/", { ready: false });
  page.requests.length = 0;
  await page.route("**/site/**", async (route) => {
    if (route.request().resourceType() !== "document") return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": strict } });
  });
  return page;
}

const instead = (page) => page.requests.filter((url) => /without-wasm/.test(url)).length;

test("the answers are the program's, and the JavaScript is asked for once", async () => {
  const page = await blocked();
  await page.goto(`${tests.address}/site/?lang=en`);
  await page.locator(".figure .big").first().waitFor();
  assert.equal(instead(page), 1);
  await fill(page, "Contract value", "7654321");
  const request = await page.evaluate(() => document.querySelector("export-risk-calculator").request);
  const { allInRate } = native(request);
  assert.equal((await page.locator(".figure .big").first().innerText()).split("\n")[0], (100 * allInRate).toFixed(2));
  await page.getByRole("button", { name: /^Show it/ }).click();
  await page.locator(".what .measured svg").waitFor();
  assert.equal(instead(page), 1, "it has everything");
});

test("with WebAssembly it is never asked for", async () => {
  const page = await tests.open("/site/");
  assert.equal(instead(page), 0);
});

for (const [language, says] of Object.entries({ en: /must allow 'wasm-unsafe-eval'/, zh: /script-src 中允许 'wasm-unsafe-eval'/ })) {
  test(`where it can't be had either, the site's owner is told what to allow (${language})`, async () => {
    const page = await blocked();
    await page.route("**/without-wasm*", (route) => route.abort());
    await page.goto(`${tests.address}/site/?lang=${language}`);
    await page.getByText(says).first().waitFor();
  });
}
