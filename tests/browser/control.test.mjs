// The element in a host's form, and what a host may rely on: what is sent, resetting, disabling, validity, slots and parts in
// every state, its own container's width, and a manifest that says all of it and nothing else.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, everyJob, fill, settled, unfold } from "./browser.mjs";

const host = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script type="module" src="/element/register.js"></script><link rel="stylesheet" href="/host.css"></head><body>${body}</body></html>`;
const tests = browserTests({
  "/host.css": ".narrow { width: 320px } .wide { width: 1100px } fieldset { border: 0 }",
  "/form": host(`<form action="/sent"><fieldset><input name="note" value="kept"><export-risk-calculator products="all"></export-risk-calculator></fieldset><button>Send</button></form>`),
  "/named": host(`<form><export-risk-calculator name="quote" product="loan"></export-risk-calculator></form>`),
  "/two": host(`<div class="narrow"><export-risk-calculator id="a"></export-risk-calculator></div><div class="wide"><export-risk-calculator id="b"></export-risk-calculator></div>`),
  "/slots": host(`<export-risk-calculator products="all"><b slot="logo">Logo</b><i slot="tools">Tools</i><span slot="disclaimer">Words</span><a slot="call-to-action" href="#x">Call</a></export-risk-calculator>`),
  "/sent": host("sent"),
});

const data = (page) => page.evaluate(() => Object.fromEntries(new FormData(document.querySelector("form"))));
const element = (page, act, ...rest) => page.evaluate(`(${act})(document.querySelector("export-risk-calculator"), ...${JSON.stringify(rest)})`);
const request = (page) => element(page, (element) => element.request);

test("a form gets the request and its headline, in the words of the document", async () => {
  const page = await tests.open("/form");
  const sent = await data(page);
  assert.deepEqual(Object.keys(sent).sort(), ["headline", "note", "request"]);
  assert.deepEqual(JSON.parse(sent.request), await request(page));
  const quote = await element(page, (element) => new Promise((done) => {
    element.addEventListener("export-risk-quote", ({ detail }) => done(detail.quote), { once: true });
    element.request = { ...element.request, contractValue: "7000000" };
  }));
  await settled(page);
  const changed = await data(page);
  assert.equal(changed.headline, String(quote.allInRate));
  assert.equal(JSON.parse(changed.request).contractValue, "7000000");
  assert.equal(await element(page, (element) => element.form === document.querySelector("form")), true);
  // Between a change and its answer the earlier headline is not sent with the later request.
  const between = await element(page, (element) => {
    element.request = { ...element.request, contractValue: "8000000" };
    return [...new FormData(document.querySelector("form")).keys()];
  });
  assert.deepEqual(between, ["note", "request"]);
  await settled(page);
  assert.ok((await data(page)).headline);
  await everyJob(page, async (name) => {
    await page.waitForFunction(() => new FormData(document.querySelector("form")).has("headline"), null, { timeout: 5000 }).catch(() => assert.fail(`${name} has no headline`));
  });
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL(/\/sent\?note=kept&request=.*&headline=/);
});

test("a form that names it gets its values by that name", async () => {
  const page = await tests.open("/named");
  await page.waitForFunction(() => new FormData(document.querySelector("form")).has("quote-headline"));
  assert.deepEqual(Object.keys(await data(page)).sort(), ["quote-headline", "quote-request"]);
});

test("a request that is refused makes the form invalid, with the words of the page, and keeps it from being sent", async () => {
  const page = await tests.open("/form");
  assert.equal(await page.evaluate(() => document.querySelector("form").checkValidity()), true);
  await fill(page, "Contract value", "-1");
  const state = await element(page, (element) => [element.checkValidity(), element.validity.customError, element.validationMessage, element.matches(":invalid")]);
  assert.deepEqual([state[0], state[1], state[3]], [false, true, true]);
  assert.equal(state[2], (await page.locator("#field-contractValue-error").innerText()).trim());
  assert.equal((await data(page)).headline, undefined);
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForTimeout(200);
  assert.match(page.url(), /\/form$/);
  assert.deepEqual(page.errors, []);
  await fill(page, "Contract value", "9000000");
  assert.equal(await page.evaluate(() => document.querySelector("form").checkValidity()), true);
});

test("resetting the form begins every deal again", async () => {
  const page = await tests.open("/form");
  const opening = await request(page);
  await fill(page, "Contract value", "9000000");
  await page.evaluate(() => document.querySelector("form").reset());
  await settled(page);
  assert.deepEqual(await request(page), opening);
  assert.equal(await page.getByLabel("Contract value", { exact: true }).inputValue(), "12,500,000");
});

test("a disabled fieldset leaves nothing to change and sends nothing; readonly leaves nothing to change in any job", async () => {
  const page = await tests.open("/form");
  await page.evaluate(() => (document.querySelector("fieldset").disabled = true));
  await settled(page);
  assert.deepEqual(await data(page), {});
  assert.equal(await page.locator("export-risk-calculator form, export-risk-calculator .job").count(), 0);
  assert.ok(await page.locator(".inputs").isVisible());
  await page.evaluate(() => (document.querySelector("fieldset").disabled = false));
  await settled(page);
  assert.ok((await data(page)).request);
  await element(page, (element) => (element.readonly = true));
  await everyJob(page, async (name) => {
    await unfold(page);
    const before = await request(page);
    // On the map of a book a square only tells.
    const left = await page.locator("export-risk-calculator").locator("[id^=field-], input, textarea, .deal, .ask, section:not([part=book-map]) > * > * > [data-alpha3]").evaluateAll((all) => all.map((item) => item.outerHTML.slice(0, 100)));
    assert.deepEqual(left, [], name);
    for (const button of await page.locator(".results button:not(.why):not(.actions button):visible").all()) {
      if (/CSV|Draw|Cancel/.test(await button.innerText())) continue;
      await button.click();
    }
    await settled(page);
    assert.deepEqual(await request(page), before, name);
  });
});

test("slots and parts are there in every state", async () => {
  const page = await tests.open("/slots");
  const look = () => element(page, (element) => ({
    slots: [...element.shadowRoot.querySelectorAll("slot")].filter((slot) => slot.assignedElements().some((item) => item.checkVisibility())).map(({ name }) => name).sort(),
    parts: [...new Set([...element.shadowRoot.querySelectorAll("[part]")].flatMap((item) => [...item.part]))],
  }));
  const all = ["call-to-action", "disclaimer", "logo", "tools"];
  const always = ["top", "jobs", "answer", "actions", "sources", "disclaimer"];
  const seen = new Set();
  const check = async (what, needed) => {
    const { slots, parts } = await look();
    assert.deepEqual(slots, all, what);
    for (const part of needed) assert.ok(parts.includes(part) || (part === "answer" && parts.includes("country")), `${part} in ${what}`);
    parts.forEach((part) => seen.add(part));
  };
  await everyJob(page, (name) => check(name, [...always, "form", "field"]));
  await page.locator(".top .job").first().click();
  await page.locator("#field-cover-commercial").fill("101");
  await settled(page);
  await check("an error", [...always, "form", "error"]);
  for (const state of ["readonly", "compact"]) {
    await element(page, (element, state) => (element[state] = true), state);
    await settled(page);
    await check(state, always);
    await element(page, (element, state) => (element[state] = false), state);
  }
  await element(page, (element) => (element.lang = "zh-CN"));
  await settled(page);
  await check("Chinese", always);
  const { cssParts } = manifest();
  const described = new Set(cssParts.map(({ name }) => name));
  assert.deepEqual([...seen].filter((part) => !described.has(part)), [], "the manifest names every part");
  assert.ok(seen.size > 35 && described.size < seen.size + 8, `${described.size} parts, ${seen.size} seen`);
});

test("it adapts to its container and not to the window", async () => {
  const page = await tests.open("/two");
  await page.locator("#b .answer .big").waitFor();
  const measure = (id) => page.evaluate((id) => {
    const element = document.querySelector(id);
    const { shadowRoot } = element;
    const box = element.getBoundingClientRect();
    const at = (selector) => shadowRoot.querySelector(selector).getBoundingClientRect();
    const over = [...shadowRoot.querySelectorAll("*")].filter((item) => !item.closest(".scroll > *, .unseen, option") && item.checkVisibility() && item.getBoundingClientRect().right > box.right + 0.5);
    return { below: at(".answer").top > at(".deal").bottom, over: over.map((item) => item.outerHTML.slice(0, 80)) };
  }, id);
  assert.deepEqual(await measure("#a"), { below: true, over: [] });
  assert.deepEqual(await measure("#b"), { below: false, over: [] });
  await page.setViewportSize({ width: 2000, height: 900 });
  await settled(page);
  assert.deepEqual(await measure("#a"), { below: true, over: [] });
});

/** The element in the manifest. */
function manifest() {
  return JSON.parse(readFileSync("dist/custom-elements.json", "utf8")).modules[0].declarations[0];
}

test("the manifest names every attribute, property, event, slot and custom property, and none that is not there", async () => {
  const code = (folder) => readdirSync(folder, { withFileTypes: true }).map((entry) => (entry.isDirectory() ? code(`${folder}/${entry.name}`) : readFileSync(`${folder}/${entry.name}`, "utf8"))).join("\n");
  const source = code("www/element") + code("www/components");
  const { attributes, members, events, slots, cssProperties } = manifest();
  const names = (list) => list.map(({ name }) => name).sort();
  const told = [...source.matchAll(/#tell\("(\w+)"/g)].map(([, name]) => `export-risk-${name}`);
  assert.deepEqual(names(events), [...new Set(told)].sort());
  assert.deepEqual(names(slots), [...new Set([...source.matchAll(/<slot(?: name="([^"]+)")?/g)].map(([, name = ""]) => name))].sort());
  const used = [...code("www/styles").matchAll(/var\(\s*(--export-risk-[\w-]+)/g), ...source.matchAll(/var\(\s*(--export-risk-[\w-]+)/g), ...code("www/charts").matchAll(/var\(\s*(--export-risk-[\w-]+)/g)].map(([, name]) => name);
  assert.deepEqual(names(cssProperties), [...new Set(used)].sort());
  const page = await tests.open("/form");
  const real = await element(page, (element) => {
    return { observed: element.constructor.observedAttributes };
  });
  const described = names(attributes);
  for (const name of described.filter((name) => !["name", "disabled"].includes(name))) assert.ok(real.observed.includes(name), `${name} is observed`);
  const open = ["product", "products", "theme", "readonly", "compact", "lang", "rate-card", "country-names"];
  for (const name of open) assert.ok(described.includes(name), `${name} is described`);
  for (const { name } of members) assert.equal(await element(page, (element, name) => name in element, name), true, `${name} is a property`);
  const properties = await element(page, (element) => [...element.constructor.elementProperties].filter(([, { state }]) => !state).map(([name, { attribute }]) => [name, attribute]));
  for (const [name, attribute] of properties) {
    const asAttribute = attribute !== false && described.includes(typeof attribute === "string" ? attribute : name.toLowerCase());
    assert.ok(asAttribute || names(members).includes(name), `${name} is described`);
  }
});
