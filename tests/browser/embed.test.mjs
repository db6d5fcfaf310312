// embed.html in a host's frame: prefilled by its address, its height told to the stated origin and to nobody else.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { browserTests, settled } from "./browser.mjs";

const tests = browserTests();
/** What the documents tell a host to write. */
const [recipe] = /^<iframe[\s\S]*?^<\/script>$/m.exec(readFileSync("docs/integration.md", "utf8"));
let host, origin;

before(async () => {
  host = createServer((request, response) => {
    const query = new URL(request.url, "http://localhost").search;
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><title>Host</title><style>iframe { width: 700px; height: 150px; border: 0 }</style>
      <script>window.heard = []; addEventListener("message", ({ data, origin }) => heard.push({ data, origin }));</script>
      ${recipe.replace(/embed\.html\?[^"]*/, `embed.html${query}`).replaceAll("https://quotes.example", tests.address)}`);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => host.once("listening", resolve));
  origin = `http://127.0.0.1:${host.address().port}`;
});

after(() => host?.close());

/** A host's page on another origin, with the frame once it has answered. */
async function framed(query) {
  const page = await tests.open("/embed.html", { ready: false });
  await page.goto(`${origin}/?${new URLSearchParams(query)}`);
  const frame = page.frameLocator("iframe");
  await frame.locator(".figure .big").first().waitFor();
  await settled(page);
  return { page, frame, heard: () => page.evaluate(() => window.heard) };
}

test("the address prefills the element, and the frame becomes as high as it is", async () => {
  const { page, frame, heard } = await framed({ country: "KAZ", amount: "9000000", lang: "zh-CN", theme: "dark", "host-origin": origin });
  const element = frame.locator("export-risk-calculator");
  const { country, contractValue } = await element.evaluate((element) => element.request);
  assert.deepEqual([country, contractValue], ["KAZ", "9000000"]);
  assert.match(await frame.locator("h2").first().innerText(), /您的交易/);
  await page.waitForTimeout(300);
  const last = (await heard()).at(-1);
  assert.deepEqual(Object.keys(last.data).sort(), ["height", "type"]);
  assert.equal(last.origin, tests.address);
  assert.ok(last.data.height > 500, `${last.data.height} px`);
  const inside = await element.evaluate((element) => [element.getBoundingClientRect().height, innerHeight]);
  assert.equal(Math.ceil(inside[0]), inside[1], "nothing scrolls, and nothing is left over");
  const told = (await heard()).length;
  await page.waitForTimeout(500);
  assert.equal((await heard()).length, told, "it comes to rest");
  await frame.locator("summary").first().click();
  await page.waitForFunction((told) => window.heard.length > told, told);
  assert.deepEqual(page.errors, []);
});

for (const [what, stated] of Object.entries({
  "no origin": undefined, "every origin": "*", "another origin": "https://www.bank.example", "more than an origin": "ORIGIN/path",
  "an address that is none": "bank", "a script": "javascript:alert(1)",
})) {
  test(`with ${what} stated, the host hears nothing`, async () => {
    const said = stated?.replace("ORIGIN", origin);
    const { page, heard } = await framed(said === undefined ? {} : { "host-origin": said });
    await page.waitForTimeout(300);
    assert.deepEqual(await heard(), []);
  });
}

test("what is no attribute of the element is left out, and values are never markup", async () => {
  const { page, frame } = await framed({
    onclick: "window.bad = 1", onload: "window.bad = 1", style: "color: red", id: "x", class: "y", slot: "z", "host-origin": origin,
    country: "KAZ",
  });
  const element = frame.locator("export-risk-calculator");
  assert.deepEqual(await element.evaluate((element) => element.getAttributeNames()), ["product", "theme", "country"]);
  assert.equal(await element.evaluate(() => window.bad), undefined);
  assert.deepEqual(page.errors, []);
});
