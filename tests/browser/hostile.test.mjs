// What comes from outside is data: whatever is put in by any road is shown as text or refused in place, nothing of it runs, and
// afterwards the page answers as before.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, settled } from "./browser.mjs";
import { texts, values } from "./hostile.mjs";

const host = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script type="module" src="/element/register.js"></script></head><body>${body}</body></html>`;
const tests = browserTests({ "/host": host('<export-risk-calculator products="all"></export-risk-calculator>') });

/** What is left in the element when text was taken for markup. */
const alien = "script, iframe, object, embed, base, meta, link, img, math, template, noscript, foreignObject, animate, [onerror], [onload], [onfocus], [onbegin], [srcdoc], [href^='javascript' i], [href^='data' i], [href^='vbscript' i]";

/** A page that counts what must not happen. */
async function target(path) {
  const page = await tests.open(path);
  page.dialogs = [];
  page.on("dialog", (dialog) => { page.dialogs.push(dialog.message()); dialog.dismiss(); });
  await page.waitForLoadState("networkidle");
  page.loaded = page.requests.length;
  page.good = await page.evaluate(() => document.querySelector("export-risk-calculator").request);
  page.answer = await page.locator(".figure .big").first().innerText();
  return page;
}

/** Nothing ran, nothing was polluted, asked for or thrown, no markup came out of it. True when something is told in place. */
async function unharmed(page, what) {
  await settled(page);
  const found = await page.evaluate((alien) => {
    const { shadowRoot } = document.querySelector("export-risk-calculator");
    return {
      attacked: window.attacked, polluted: ({}).polluted, alien: [...shadowRoot.querySelectorAll(alien)].map((item) => item.outerHTML.slice(0, 100)),
      title: document.title, told: shadowRoot.querySelectorAll(".problem, .wrong, [role=alert]").length,
    };
  }, alien);
  const { told, title, ...harm } = found;
  assert.deepEqual(harm, { attacked: undefined, polluted: undefined, alien: [] }, what);
  assert.deepEqual([page.errors, page.dialogs, await page.violations()], [[], [], []], what);
  // The browser may ask for the page's own picture again when the address changes.
  assert.deepEqual(page.requests.slice(page.loaded).filter((url) => !/\/site\/assets\/icon-[^/]*\.svg$/.test(url) || !url.startsWith(tests.address)), [], what);
  return told > 0;
}

/** The opening deal has its answer again. */
async function answers(page, what) {
  await page.evaluate((request) => (document.querySelector("export-risk-calculator").request = request), page.good);
  await settled(page);
  assert.equal(await page.locator(".figure .big").first().innerText(), page.answer, what);
  assert.equal(await page.locator(".problem, .field .wrong").count(), 0, what);
}

/** Puts in every text and every value, one after the other; those of which nothing was told must be the ones named. */
async function strike(page, list, put, untold) {
  const silent = [];
  for (const [what, given] of Object.entries(list)) {
    await put(given, what);
    if (!(await unharmed(page, what))) silent.push(what);
    await answers(page, what);
  }
  assert.deepEqual(silent, untold);
}

test("there are more than fifty kinds", () => {
  assert.ok(Object.keys(texts).length + Object.keys(values).length > 70);
});

test("attributes", async () => {
  const page = await target("/host");
  const names = ["product", "products", "lang", "theme", "country", "amount", "currency", "start", "rate", "cover", "country-names", "exporter-country", "method-page"];
  await strike(page, texts, async (text) => {
    await page.evaluate(async ([names, text]) => {
      const element = document.querySelector("export-risk-calculator");
      for (const name of names) element.setAttribute(name, text);
      await element.updateComplete;
      element.request = { ...element.request, product: "export-credit", country: text };
    }, [names, text]);
    await unharmed(page, text.slice(0, 40));
    await page.evaluate((names) => names.forEach((name) => document.querySelector("export-risk-calculator").removeAttribute(name)), names);
  }, []);
});

test("the properties request, countryNames and territories, by a field's value and by its name", async () => {
  const page = await target("/host");
  const put = (given, isJson) => page.evaluate(([given, isJson, good]) => {
    const element = document.querySelector("export-risk-calculator");
    const value = isJson ? JSON.parse(given) : given;
    element.countryNames = { MX: value, CN: value };
    element.territories = [given];
    const list = given.length > 10_000 ? ["country"] : Object.keys(good).filter((name) => name !== "product");
    element.request = { ...good, ...Object.fromEntries(list.map((name) => [name, value])), ...(isJson ? {} : { [given.slice(0, 200)]: value }), cover: { commercial: value, political: value, [String(given).slice(0, 200)]: 1 } };
  }, [given, isJson, page.good]);
  await strike(page, texts, (text) => put(text, false), []);
  await strike(page, values, (json) => put(json, true), []);
  // No document at all.
  for (const nothing of ["null", "7", '"<b>"', "[]"]) {
    await page.evaluate((json) => (document.querySelector("export-risk-calculator").request = JSON.parse(json)), nothing);
    assert.ok(await unharmed(page, nothing), nothing);
    await answers(page, nothing);
  }
});

test("a link's fragment", async () => {
  const page = await target("/site/?lang=en");
  const go = (fragment) => page.evaluate((fragment) => (location.hash = fragment), fragment);
  const encoded = (text) => `#request=${Buffer.from(text).toString("base64url")}`;
  const document = (value) => encoded(`{"product":"export-credit","country":${value},"goods":${value},${value.length < 200 && value.startsWith('"') ? value : '"x"'}:1}`);
  await strike(page, texts, (text) => go(document(JSON.stringify(text))), []);
  await strike(page, values, (json) => go(document(json)), []);
  const broken = {
    "no base64": "#request=%%%", "half an escape": "#request=%E4%A", "bytes that are no UTF-8": `#request=${Buffer.from([0xc3, 0x28, 0xff, 0xfe]).toString("base64url")}`,
    "half a character": `#request=${Buffer.from([0x7b, 0xed, 0xa0, 0x80, 0x7d]).toString("base64url")}`, "padding": "#request=e30===", "markup": `#request=<img src=x onerror=window.attacked=1>`,
    "two requests": "#request=AAAA&request=BBBB", "a megabyte": `#request=${"A".repeat(1_000_000)}`, "no JSON": encoded("{{{"), "a list": encoded("[1]"), "a text": encoded('"x"'),
    "comments": encoded("{/**/}"), "a line separator": encoded('{"product":"\u2028"}'),
  };
  await strike(page, broken, go, []);
});

test("a kept deal in a link", async () => {
  const page = await target("/site/?lang=en");
  const coded = (text) => Buffer.from(text).toString("base64url");
  const go = async (json) => {
    await page.evaluate((fragment) => (location.hash = fragment), `#request=${coded(JSON.stringify(page.good))}&compare=${json}`);
    await unharmed(page, json.slice(0, 60));
  };
  for (const text of Object.values(texts)) if (text.length < 5000) await go(coded(JSON.stringify({ ...page.good, country: text, goods: text, [text]: text })));
  for (const json of Object.values(values)) if (json.length < 5000) await go(coded(`{"product":"export-credit","country":${json},"cover":${json}}`));
  for (const broken of ["%%%", "AAAA", "", "e30", coded("[1]"), coded("{{{"), "<img src=x onerror=window.attacked=1>"]) await go(broken);
  await page.evaluate(() => (location.hash = ""));
  await settled(page);
  await answers(page, "afterwards");
});

test("a rate card", async () => {
  const page = await target("/host");
  const card = (value) => ({ name: value, date: "2026-11-01", disclaimer: [{ text: value }], countryNames: [{ country: "KAZ", name: value }], contact: value, countries: [{ country: value, category: value }], [String(value).slice(0, 100)]: 1 });
  const put = async (given) => {
    await page.evaluate((given) => { document.querySelector("export-risk-calculator").rateCard = given; }, given);
    await page.locator(".problem").first().waitFor();
  };
  const away = () => page.evaluate(() => { document.querySelector("export-risk-calculator").rateCard = null; });
  for (const [what, text] of Object.entries(texts)) {
    if (text.trim() === "") continue; // no card
    for (const given of [text, card(text)]) {
      await put(given);
      assert.ok(await unharmed(page, what), what);
    }
    // A card that is in order but for what its names say.
    await page.evaluate((text) => {
      document.querySelector("export-risk-calculator").rateCard = { name: text, date: "2026-11-01", disclaimer: [{ text }], countryNames: [{ country: "MEX", name: text }] };
    }, text.slice(0, 300));
    await page.waitForTimeout(30);
    await unharmed(page, `${what}, in names`);
  }
  for (const [what, json] of Object.entries(values)) {
    if (json === "null") continue;
    await put(json);
    assert.ok(await unharmed(page, what), what);
  }
  await away();
  await page.locator(".problem").first().waitFor({ state: "detached" });
  await answers(page, "without a card");
});

test("a link in a rate card is an address of the web, of mail or a telephone, or the card is refused", async () => {
  const page = await target("/host");
  for (const contact of ["javascript:window.attacked=1", " javascript:window.attacked=1", "JaVaScRiPt:window.attacked=1", "java\nscript:window.attacked=1", "data:text/html,<script>1</script>", "vbscript:x", "file:///etc/passwd", "blob:x", "//evil.example", "\u0001javascript:1"]) {
    await page.evaluate((contact) => { document.querySelector("export-risk-calculator").rateCard = { name: "A", date: "2026-11-01", contact }; }, contact);
    await page.locator(".problem").first().waitFor();
    await unharmed(page, contact);
    assert.equal(await page.locator(".actions a").count(), 0, contact);
    await page.evaluate(() => { document.querySelector("export-risk-calculator").rateCard = null; });
    await page.locator(".problem").first().waitFor({ state: "detached" });
  }
});

test("files of projects and offers", async () => {
  const page = await target("/host");
  await page.evaluate(() => (document.querySelector("export-risk-calculator").product = "matching"));
  await page.locator("input[type=file]").first().waitFor();
  const inputs = page.locator("input[type=file]");
  const names = (text) => text.replaceAll(/[\0/]/g, "_").slice(0, 80) || "x";
  const take = async (at, name, text) => {
    await inputs.nth(at).setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.waitForTimeout(10);
  };
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  let place = 0;
  for (const [what, text] of Object.entries(texts)) {
    place = 1 - place;
    await take(place, `${names(text)}.csv`, text);
    await unharmed(page, `${what}, the whole file`);
    await take(place, "a.csv", `names,${cell(text)}\nA,1\n`);
    await unharmed(page, `${what}, a column's name`);
    if (text.length > 100_000) continue;
    await take(1, "a.csv", `names,capacities,rates,countries\n${cell(text)},5000000,${cell(text)},${cell(text)}\n`);
    await unharmed(page, `${what}, a cell`);
  }
  for (const [what, json] of Object.entries(values)) {
    await take(1, "a.json", json);
    await unharmed(page, `${what}, the whole file`);
    await take(1, "a.json", `[{"names":${json},"capacities":"1","rates":${json}}]`);
    await unharmed(page, `${what}, a value`);
  }
  await answers(page, "afterwards");
});

test("a book, as a file and pasted", async () => {
  const page = await target("/host");
  await page.evaluate(() => (document.querySelector("export-risk-calculator").product = "portfolio"));
  await page.locator("#book-file").waitFor();
  await page.locator("details:has(#book-text) > summary").click();
  const read = async (text, what) => {
    await page.locator(".book-rows .wrong, .book-rows [role=status] p").first().waitFor();
    await unharmed(page, what);
  };
  for (const [what, text] of Object.entries({ ...texts, ...values })) {
    if (text.length > 100_000 && what !== "a megabyte") continue;
    const cell = `"${text.replaceAll('"', '""')}"`;
    await page.locator("#book-file").setInputFiles({ name: `${text.replaceAll(/[\0/]/g, "_").slice(0, 80) || "x"}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) });
    await read(text, `${what}, the whole file`);
    await page.locator("#book-text").fill(`name,country,sector,exposure,defaultRate,${cell}\n${cell},${cell},${cell},1000000,0.02,${cell}\nA,MEX,${cell},${cell},${cell},1\nB,MEX,Steel,1000000,0.02,1\n`);
    await page.locator("details:has(#book-text) .plain").click();
    await read(text, `${what}, a column's name and cells`);
  }
  await answers(page, "afterwards");
});

test("the address of embed.html", async () => {
  const names = ["product", "products", "lang", "theme", "country", "amount", "currency", "start", "country-names", "rate-card", "host-origin", "srcdoc"];
  const list = Object.entries(texts).map(([what, text]) => [what, text.slice(0, 1500).toWellFormed()]);
  for (let from = 0; from < list.length; from += names.length) {
    const part = list.slice(from, from + names.length);
    const query = new URLSearchParams([...part.map(([, text], at) => [names[at], text]), ...part.map(([, text]) => [text, text])]).toString().slice(0, 14_000);
    const page = await tests.open(`/embed.html?${query}`, { ready: false });
    page.dialogs = [];
    page.loaded = page.requests.length;
    await page.locator(".deal, .inputs, .problem").first().waitFor();
    await page.waitForLoadState("networkidle");
    page.loaded = page.requests.length;
    assert.ok(page.requests.every((url) => url.startsWith(tests.address)), "nothing of another site");
    page.errors = page.errors.filter((text) => !/404|status of/.test(text)); // a rate card that is not there
    await unharmed(page, part.map(([what]) => what).join());
    // It listens to no messages.
    await page.evaluate((list) => list.forEach((text) => { postMessage(text, "*"); postMessage({ type: "export-risk-height", height: text, request: text }, "*"); }), part.map(([, text]) => text));
    await unharmed(page, "messages");
    await page.close();
  }
});
