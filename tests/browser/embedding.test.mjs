// The element on a host's page, from the package's files: attributes, events, slots, several at once, removal.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, fill, settled } from "./browser.mjs";

const host = (body, head = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}
<script type="module" src="/element/register.js"></script></head><body>${body}</body></html>`;

const tests = browserTests({
  "/one": host('<export-risk-calculator country="KAZ" amount="9000000" repayment-months="84"></export-risk-calculator>'),
  "/two": host(`<export-risk-calculator id="a"></export-risk-calculator>
    <export-risk-calculator id="b" product="loan" lang="zh-CN" theme="dark"></export-risk-calculator>`),
  "/slots": host(`<export-risk-calculator products="export-credit loan">
    <b slot="logo">Bank</b><span slot="disclaimer">Our own words.</span><a slot="call-to-action" href="#x">Talk to us</a>
    </export-risk-calculator>`),
  "/narrow": host('<div class="box"><export-risk-calculator></export-risk-calculator></div>', '<link rel="stylesheet" href="/host.css">'),
  "/host.css": "p, button, h2 { color: red !important; font-size: 40px !important } .box { width: 420px } export-risk-calculator { --export-risk-accent: rgb(0, 58, 112) }",
  "/readonly": host('<export-risk-calculator readonly></export-risk-calculator><export-risk-calculator compact></export-risk-calculator>'),
  "/bad": host('<export-risk-calculator product="nope" country="<b>x</b>" amount="abc" rate="1e9" theme="?"></export-risk-calculator>'),
});

const request = (page, selector = "export-risk-calculator") =>
  page.evaluate((selector) => document.querySelector(selector).request, selector);

test("attributes prefill the deal, and later ones change it", async () => {
  const page = await tests.open("/one");
  const { country, contractValue, repaymentMonths, currency } = await request(page);
  assert.deepEqual([country, contractValue, repaymentMonths, currency], ["KAZ", "9000000", 84, "USD"]);
  assert.equal(await page.locator(".job").count(), 0, "only the one product is offered");
  await page.evaluate(() => document.querySelector("export-risk-calculator").setAttribute("country", "MEX"));
  await settled(page);
  assert.match(await page.locator(".country h2").innerText(), /Mexico/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("events tell the host, who may take sharing and printing over", async () => {
  const page = await tests.open("/two");
  const events = await page.evaluate(async () => {
    const element = document.querySelector("#a");
    const heard = [];
    for (const name of ["ready", "quote", "error", "share", "print", "contact"]) {
      document.addEventListener(`export-risk-${name}`, (event) => {
        if (event.target !== element) return;
        heard.push([name, Object.keys(event.detail).sort().join()]);
        event.preventDefault();
      });
    }
    const frames = async () => { for (let i = 0; i < 3; i += 1) await new Promise((done) => requestAnimationFrame(done)); };
    element.request = { ...element.request, contractValue: "1000000" };
    await frames();
    element.request = { ...element.request, contractValue: "-1" };
    await frames();
    for (const button of element.shadowRoot.querySelectorAll(".actions button")) button.click();
    return heard;
  });
  assert.deepEqual(events.map(([name]) => name), ["quote", "error", "share", "print"]);
  assert.deepEqual(events.map(([, keys]) => keys), ["quote,request", "error,request", "fragment,request", "quote,request"]);
  assert.equal(await page.locator("#a #shared-link").count(), 0, "the host makes the link");
});

test("several elements share one engine, and each has its own deal and language", async () => {
  const page = await tests.open("/two");
  await page.locator("#b .answer dd").first().waitFor();
  const modules = page.requests.filter((url) => /wasm/.test(url)).map((url) => new URL(url).pathname);
  assert.deepEqual(modules, ["/wasm-first-base64.js", "/wasm-base64.js"], "the loan asks for everything, each file comes once");
  await fill(page, "Contract value", "7000000");
  assert.equal((await request(page, "#a")).contractValue, "7000000");
  assert.equal((await request(page, "#b")).product, "loan");
  assert.match(await page.locator("#b h2").first().innerText(), /您的输入/);
  const ground = await page.evaluate(() => ["#a", "#b"].map((id) => getComputedStyle(document.querySelector(id)).backgroundColor));
  assert.notEqual(ground[0], ground[1]);
});

test("a job of the first answer asks for everything only when something needs it, and then once", async () => {
  const page = await tests.open("/one");
  const modules = () => page.requests.filter((url) => /wasm/.test(url)).map((url) => new URL(url).pathname);
  await fill(page, "Contract value", "7000000");
  await settled(page);
  assert.deepEqual(modules(), ["/wasm-first-base64.js"]);
  await page.getByRole("button", { name: /^Show it/ }).click();
  await page.locator(".what .measured svg").waitFor();
  assert.deepEqual(modules(), ["/wasm-first-base64.js", "/wasm-base64.js"]);
});

test("an element that is moved keeps its deal; one that is removed stops working and leaks nothing", async () => {
  const page = await tests.open("/one");
  await page.evaluate(() => {
    const element = document.querySelector("export-risk-calculator");
    element.request = { ...element.request, contractValue: "5000000" };
    element.remove();
    document.body.append(document.createElement("section"));
    document.querySelector("section").append(element);
  });
  await settled(page);
  assert.equal((await request(page)).contractValue, "5000000");
  assert.ok((await page.locator(".figure").count()) === 1);
  const quotes = await page.evaluate(async () => {
    const element = document.querySelector("export-risk-calculator");
    let heard = 0;
    element.addEventListener("export-risk-quote", () => (heard += 1));
    element.remove();
    element.request = { ...element.request, contractValue: "6000000" };
    for (let i = 0; i < 3; i += 1) await new Promise((done) => requestAnimationFrame(done));
    return heard;
  });
  assert.equal(quotes, 0);
  const left = await page.evaluate(async () => {
    const references = [];
    for (let round = 0; round < 10; round += 1) {
      const element = document.createElement("export-risk-calculator");
      document.body.append(element);
      await new Promise((done) => element.addEventListener("export-risk-ready", done, { once: true }));
      element.remove();
      references.push(new WeakRef(element));
    }
    window.references = references;
    return references.length;
  });
  assert.equal(left, 10);
  const session = await page.context().newCDPSession(page);
  await settled(page);
  await page.waitForTimeout(1200);
  await session.send("HeapProfiler.collectGarbage");
  const alive = await page.evaluate(() => window.references.filter((reference) => reference.deref()).length);
  assert.ok(alive <= 1, `${alive} of 10 removed elements are still held`);
});

test("slots take the host's logo, words and call to action", async () => {
  const page = await tests.open("/slots");
  assert.equal(await page.locator(".job").count(), 2);
  assert.ok(await page.getByText("Our own words.").isVisible());
  assert.ok(await page.getByText("Bank", { exact: true }).isVisible());
  const contact = page.evaluate(() => new Promise((done) => document.addEventListener("export-risk-contact", (event) => done(event.detail.request.product))));
  await page.getByText("Talk to us").click();
  assert.equal(await contact, "export-credit");
});

test("it adapts to its container and keeps its looks, but takes the host's colours", async () => {
  const page = await tests.open("/narrow");
  const look = await page.evaluate(() => {
    const root = document.querySelector("export-risk-calculator").shadowRoot;
    const deal = root.querySelector(".deal").getBoundingClientRect();
    const answer = root.querySelector(".answer").getBoundingClientRect();
    const style = getComputedStyle(root.querySelector(".answer h2"));
    return { below: answer.top > deal.bottom, color: style.color, size: style.fontSize, chip: getComputedStyle(root.querySelector(".chip")).borderColor };
  });
  assert.equal(look.below, true, "one column in a narrow box");
  assert.notEqual(look.color, "rgb(255, 0, 0)");
  assert.equal(look.size, "14px");
  assert.equal(look.chip, "rgb(0, 58, 112)");
});

test("readonly shows the deal as a list, compact only deal and answer", async () => {
  const page = await tests.open("/readonly");
  const [readonly, compact] = [page.locator("[readonly]"), page.locator("[compact]")];
  await compact.locator(".figure .big").waitFor();
  assert.equal(await readonly.locator("form").count(), 0);
  assert.ok(await readonly.locator(".inputs").isVisible());
  assert.equal(await compact.locator(".schedule").isVisible(), false);
  assert.equal(await compact.locator(".sources").isVisible(), true, "the disclaimer stays");
});

test("bad attributes are told in place and break nothing", async () => {
  const page = await tests.open("/bad", { ready: false });
  await page.locator(".problem").waitFor();
  assert.equal(await page.locator("b").count(), 0);
  assert.deepEqual(page.errors, []);
  await page.locator(".deal").waitFor();
});

test("the manifest names what the element has", () => {
  const { modules } = JSON.parse(readFileSync("dist/custom-elements.json", "utf8"));
  const [element] = modules[0].declarations;
  assert.equal(element.tagName, "export-risk-calculator");
  assert.deepEqual(element.events.map(({ name }) => name), ["ready", "quote", "error", "share", "print", "contact"].map((name) => `export-risk-${name}`));
  assert.ok(element.cssProperties.length > 20 && element.cssParts.length > 10 && element.slots.length === 5);
});
