// A book of a hundred thousand rows, one in a hundred broken, beside the page: nothing is lost, whatever does the work.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { extname } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { findChromium } from "../../scripts/chromium.mjs";
import { bytes, entry } from "./installed.mjs";

const { loadEngine, QuoteError } = await entry("export-risk");
const { quoteBook } = await entry("export-risk/book");

/** Made the same way in Node and in the browser: 100,000 deals, 1,000 of them broken in four ways, everywhere. */
function bookOf(count) {
  let seed = 7;
  const draw = (below) => (seed = (1_103_515_245 * seed + 12_345) % 2 ** 31, Math.floor(seed / 65_536) % below);
  const countries = ["KAZ", "MEX", "BRA", "VNM", "IND"];
  const columns = { amount: new Float64Array(count), repaymentMonths: new Int32Array(count), country: [], buyer: [] };
  const broken = [];
  for (let row = 0; row < count; row++) {
    columns.amount[row] = (1_000_000 + draw(30_000) * 30_011) / 100;
    columns.repaymentMonths[row] = 24 + draw(160);
    columns.country.push(countries[draw(5)]);
    columns.buyer.push(["SOV", "CC1", "CC2", "CC3"][draw(4)]);
    if (row % 100 !== (row / 100 | 0) * 7 % 100) continue;
    broken.push(row);
    const way = broken.length % 4;
    if (way === 0) columns.amount[row] = NaN;
    if (way === 1) columns.repaymentMonths[row] = 23;
    if (way === 2) columns.country[row] = "KZA";
    if (way === 3) columns.buyer[row] = "CC8";
  }
  return { columns, broken };
}

const count = 100_000;
const { columns, broken } = bookOf(count);
const defaults = { currency: "USD", disbursementMonths: 6, rate: 0.055 };
const outputs = ["premium", "category", "buyer", "annualSpread"];
const engine = await loadEngine();

const fieldOf = ["amount", "repaymentMonths", "country", "buyer"];

/** 99 in a hundred are priced, each broken row is named with what is wrong. */
function checkBook(book) {
  assert.equal(broken.length, 1000);
  assert.deepEqual(Array.from(book.errors.rows), broken);
  const priced = book.status.reduce((sum, status) => sum + (status === 0), 0);
  assert.equal(priced, 99_000);
  broken.forEach((row, at) => {
    const way = (at + 1) % 4;
    assert.equal(book.status[row], 1);
    assert.equal(book.errors.field[at], fieldOf[way], `row ${row}`);
    assert.equal(book.errors.reason[at], book.errors.reason[at % 4], `row ${row}`);
    assert.ok(book.errors.message[at].length > 20);
  });
}

const small = bookOf(2000);

let server, browser, address;
const policy = "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

before(async () => {
  server = createServer((request, response) => {
    const path = request.url.split("?")[0];
    if (path === "/" || path === "/no-workers") {
      const workers = path === "/" ? "worker-src 'self'" : "worker-src 'none'";
      response.writeHead(200, { "content-type": "text/html", "content-security-policy": `${policy}; ${workers}` });
      return response.end("<!doctype html><meta charset=utf-8><title>test</title>");
    }
    try {
      const body = path === "/book-of.js" ? `export ${bookOf}` : bytes(path.slice(1));
      const type = extname(path) === ".wasm" ? "application/wasm" : "text/javascript";
      // A worker has the policy of its own file.
      response.writeHead(200, { "content-type": type, "content-security-policy": policy });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  address = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({ executablePath: findChromium(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
});

after(async () => {
  await browser?.close();
  server?.close();
});

test("in one call every broken row is named and no other is lost", () => {
  checkBook(engine.quoteMany("export-credit-cover", columns, defaults, { outputs }));
});

test("in slices, where no worker can start, the answer is that of one call, and others have their turn", async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const told = [];
  const book = await quoteBook(engine, "export-credit-cover", columns, defaults, { outputs, progress: (done, total) => told.push([done, total]) });
  clearInterval(timer);
  checkBook(book);
  assert.deepEqual(book, engine.quoteMany("export-credit-cover", columns, defaults, { outputs }));
  assert.deepEqual(told.at(-1), [count, count]);
  assert.ok(told.length > 3 && turns > 1);
  assert.ok(told.every(([done], at) => at === 0 || done > told[at - 1][0]));
});

test("missing values keep their rows; all outputs, and none of them", async () => {
  const some = { ...small.columns, rate: Array.from({ length: 2000 }, (_, at) => (at % 3 ? 0.05 : null)) };
  for (const asked of [undefined, []]) {
    const book = await quoteBook(engine, "export-credit-cover", some, { currency: "USD" }, { outputs: asked });
    assert.deepEqual(book, engine.quoteMany("export-credit-cover", some, { currency: "USD" }, { outputs: asked }));
  }
  const dictionary = { ...small.columns, country: { names: ["KAZ", "XYZ"], codes: Int32Array.from({ length: 2000 }, (_, at) => +(at % 50 === 0)) } };
  const book = await quoteBook(engine, "export-credit-cover", dictionary, { currency: "USD" });
  assert.deepEqual(book, engine.quoteMany("export-credit-cover", dictionary, { currency: "USD" }));
});

test("a call that is wrong, one that is ended, and a rate card that is left out are refused", async () => {
  const book = (columns, options) => quoteBook(engine, "export-credit-cover", columns, defaults, { outputs, ...options });
  await assert.rejects(book({ amonut: [1] }), (error) => error instanceof QuoteError && error.reason === "unknown-path");
  await assert.rejects(book({ amount: [1, 2], rate: [1] }), { reason: "columns-unequal", field: "columns.rate" });
  await assert.rejects(book({}), { reason: "empty" });
  const control = new AbortController();
  await assert.rejects(book(columns, { signal: control.signal, progress: () => control.abort() }), { name: "AbortError" });
  await assert.rejects(book(columns, { rateCard: "{}" }), { reason: "bad-option", field: "rateCard" });
});

/** Runs in the page. */
async function inPage({ defaults, outputs, workers }) {
  const [{ loadEngine }, { quoteBook }, { bookOf }] = await Promise.all([import("/index.js"), import("/book.js"), import("/book-of.js")]);
  const engine = await loadEngine();
  const { columns } = bookOf(100_000);
  let longest = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({ type: "longtask" });
  const told = [];
  const book = await quoteBook(engine, "export-credit-cover", columns, defaults, { outputs, workers, progress: (done) => told.push(done) });
  await new Promise((next) => setTimeout(next, 50));
  const one = engine.quoteMany("export-credit-cover", columns, defaults, { outputs });
  const same = JSON.stringify(book, plain) === JSON.stringify(one, plain);
  function plain(_, value) {
    return ArrayBuffer.isView(value) ? Array.from(value) : value;
  }
  return { same, told, rows: Array.from(book.errors.rows) };
}

for (const [path, workers] of [["/", 3], ["/no-workers", 3]]) {
  test(`in Chromium at ${path} the answer is that of one call`, async () => {
    const page = await browser.newPage();
    const begun = [];
    page.on("worker", (worker) => begun.push(new URL(worker.url()).pathname));
    await page.goto(address + path);
    const { same, told, rows } = await page.evaluate(inPage, { defaults, outputs, workers });
    assert.ok(same);
    assert.deepEqual(rows, broken);
    assert.equal(told.at(-1), count);
    assert.equal(begun.length, path === "/" ? 3 : 0);
    // Nothing is left behind.
    while (page.workers().length > 0) await page.waitForTimeout(20);
    await page.close();
  });
}
