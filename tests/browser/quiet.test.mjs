// Under the strict policy: no violation, no request once the page is there, nothing kept; and without a network every job, both
// languages and everything that is asked for later still answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, everyJob, settled, unfold } from "./browser.mjs";

const tests = browserTests();

/** The page when all that it loads by itself is there. */
async function whole(path) {
  const page = await tests.open(path);
  await page.waitForLoadState("networkidle");
  return page;
}

/** What the browser keeps of this page. */
const kept = (page) => page.evaluate(async () => ({
  local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length, workers: (await navigator.serviceWorker.getRegistrations()).length, cookie: document.cookie,
}));
const nothing = { local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookie: "" };

/** All that a visitor may ask an export credit for, one after the other. */
async function everything(page) {
  await page.locator(".top .job").first().click();
  await settled(page);
  await page.locator(".figure .why").click();
  await page.locator(".actions .plain").first().click();
  await page.locator("#shared-link").waitFor();
  const saved = page.waitForEvent("download");
  await page.locator(".actions .plain").nth(2).click();
  await saved;
  await page.locator("#keep-deal").click();
  await page.locator(".compare").waitFor();
  await page.locator(".what form button").click();
  await page.locator(".what .found table").waitFor();
  await page.locator(".what > button").click();
  await page.locator(".what .measured svg").waitFor();
}

/** Every job in every language: it has an answer. */
async function visit(page) {
  for (const language of ["中文", "English"]) {
    await page.getByRole("button", { name: language }).click();
    const seen = await everyJob(page, async (name) => {
      await unfold(page);
      assert.equal(await page.locator(".problem").count(), 0, name);
      assert.ok((await page.locator(".answer .big, .answer dd, .country .big").count()) > 0, name);
    });
    assert.ok(seen > 20);
  }
}

test("no request after loading, no violation, nothing kept, through all jobs in both languages", async () => {
  const page = await whole("/site/");
  const loaded = page.requests.length;
  assert.ok(page.requests.every((url) => url.startsWith(tests.address)), "only its own files");
  await visit(page);
  await everything(page);
  assert.deepEqual(page.requests.slice(loaded).filter((url) => !url.startsWith("blob:")), []);
  assert.deepEqual([await page.violations(), page.errors, await page.context().cookies()], [[], [], []]);
  assert.deepEqual(await kept(page), nothing);
});

test("once it is loaded it needs no network", async () => {
  const page = await whole("/site/?lang=en");
  await page.context().setOffline(true);
  await visit(page);
  await everything(page);
  // The worker's file was not loaded: the page draws the paths itself, fewer of them.
  await page.evaluate(() => (document.querySelector("export-risk-calculator").product = "route"));
  await settled(page);
  await page.locator(".draws button").click();
  await page.locator(".draws [role=status]", { hasText: "of 10,000" }).waitFor({ timeout: 60_000 });
  assert.deepEqual([await page.violations(), page.errors.filter((text) => !/ERR_INTERNET_DISCONNECTED/.test(text))], [[], []]);
});
