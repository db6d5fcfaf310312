// A link carries the deal in its fragment and nothing else can come in that way.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, fill, paste, settled } from "./browser.mjs";

const tests = browserTests();
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);
const encode = (value) => `#request=${Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url")}`;

test("a shared link opens the same deal with the same answer", async () => {
  const page = await tests.open("/site/");
  await fill(page, "Buyer’s country", "Kazakhstan");
  await fill(page, "Contract value", "8400000.50");
  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByLabel(/link/i).inputValue();
  assert.ok(link.startsWith(`${tests.address}/site/#request=`), link);
  const other = await tests.open(link.slice(tests.address.length));
  assert.deepEqual(await request(other), await request(page));
  assert.equal(await other.locator(".figure .big").innerText(), await page.locator(".figure .big").innerText());
});

test("a link brings any product", async () => {
  const page = await tests.open(`/site/${encode({ product: "country-risk", country: "KAZ" })}`);
  assert.match(await page.locator(".country h2").innerText(), /Kazakhstan/);
});

const hostile = {
  "markup in a value": { product: "export-credit", country: "<img src=x onerror=alert(1)>", currency: "<script>alert(1)</script>" },
  "an unknown product": { product: "<b>no</b>" },
  "an unknown field": { product: "country-risk", country: "KAZ", "<i>x</i>": "javascript:alert(1)" },
  "names of the language": { product: "export-credit", __proto__: null, constructor: { prototype: 1 }, toString: "x", cover: { hasOwnProperty: 1 } },
  "wrong kinds": { product: "export-credit", country: ["MEX"], cover: "yes", fees: 7, contractValue: { a: 1 }, start: 5 },
  "a deep tree": { product: "export-credit", cover: JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`) },
  "prototype pollution": '{"product":"export-credit","__proto__":{"polluted":true},"cover":{"__proto__":{"polluted":true}}}',
  "no object": "[1,2,3]",
  "no JSON": "{{{",
};

test("hostile links leave the page working", async () => {
  const page = await tests.open(`/site/${encode(hostile["markup in a value"])}`, { ready: false });
  await works(page, "at the start");
  for (const [what, value] of Object.entries(hostile)) {
    await page.evaluate((fragment) => (location.hash = fragment), encode(value));
    await works(page, what);
  }
});

test("a fragment that is no base64, or far too long, is told and passed over", async () => {
  const page = await tests.open("/site/#request=%%%", { ready: false });
  for (const fragment of ["", "#request=", `#request=${"A".repeat(70_000)}`, "#request=AAAA"]) {
    if (fragment) await page.evaluate((fragment) => (location.hash = fragment), fragment);
    await page.locator(".problem", { hasText: "brings no deal" }).waitFor();
    await works(page, fragment.slice(0, 20));
    assert.equal(await page.locator(".problem").count(), 0);
  }
  const plain = await tests.open("/site/#section");
  assert.equal(await plain.locator(".problem").count(), 0);
});

/** No script ran, nothing was polluted, nothing was thrown; and after going back to the opening deal there is an answer. */
async function works(page, what) {
  await page.locator(".deal").waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => ({}).polluted), undefined, what);
  assert.equal(await page.locator("img, script, b.no, i").count() - (await page.locator("head script").count()), 0, what);
  assert.deepEqual(page.errors, [], what);
  assert.deepEqual(await page.violations(), [], what);
  const first = page.locator(".job").first();
  await first.click();
  const back = page.getByRole("button", { name: "Back to the opening deal" }).first();
  if (!(await back.isVisible())) await page.locator(".more summary").click();
  await back.click();
  await settled(page);
  assert.equal(await page.locator(".figure .big").innerText(), "7.00\n(Why?)", what);
}

test("what is typed is text, never markup", async () => {
  const page = await tests.open("/site/");
  await paste(page, "Contract value", "<img src=x onerror=alert(1)>");
  await paste(page, "Buyer’s country", "<b>bold</b>");
  assert.equal(await page.locator("export-risk-calculator").locator("img, b:not(.short b)").count(), 0);
  assert.deepEqual(page.errors, []);
});
