// In Chromium: what a visitor waits for after a key stroke, and the longest models as the page's engine answers them.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { chromium } from "playwright-core";
import { tell } from "./report.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".svg": "image/svg+xml" };
const SLOWER = 4;

export async function inPage(root) {
  const site = new URL("dist/site/", root);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const file = path === "/" ? new URL("index.html", site) : path.startsWith("/dist/") ? new URL(`.${path}`, root) : new URL(`.${path}`, site);
    const body = await readFile(file).catch(() => null);
    response.writeHead(body === null ? 404 : 200, { "content-type": TYPES[extname(file.pathname)] ?? "text/plain" });
    response.end(body ?? "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.locator(".answer .big").first().waitFor();
  await captive(page, JSON.parse(await readFile(new URL("captive.json", import.meta.url), "utf8")));
  await matching(page);
  const { oneOf, $defs } = JSON.parse(await readFile(new URL("schema.json", root), "utf8"));
  await strokes(page, oneOf.map(({ $ref }) => $defs[$ref.slice("#/$defs/".length)].properties.product.const));
  await paths(page);
  await browser.close();
  server.close();
}

/** Ten years by month, three products, two currencies. */
async function captive(page, company) {
  const times = await page.evaluate(async (request) => {
    const { loadEngine } = await import("/dist/slim.js");
    const engine = await loadEngine({ wasm: "/dist/export-risk.wasm" });
    const once = () => {
      const begin = performance.now();
      engine.quote(request);
      return performance.now() - begin;
    };
    for (let warm = 0; warm < 50; warm++) once();
    return Array.from({ length: 101 }, once);
  }, { product: "captive", ...company });
  report("A captive of ten years by month, quoted in Chromium, ms (median, least, most of 101)", { captive: times });
}

/** A hundred thousand paths of ways into a market, as the page opens them: how long, and what the page itself was busy with. */
async function paths(page) {
  await page.evaluate(() => {
    document.querySelector("export-risk-calculator").product = "route";
    window.busy = [0];
    new PerformanceObserver((list) => window.busy.push(...list.getEntries().map((task) => task.duration))).observe({ type: "longtask" });
  });
  const begin = performance.now();
  await page.locator(".draws button").click();
  await page.locator(".draws [role=status]", { hasText: "100,000 of 100,000" }).waitFor({ timeout: 600_000 });
  const seconds = (performance.now() - begin) / 1000;
  const longest = await page.evaluate(() => Math.max(...window.busy));
  tell(`100,000 paths of the opening comparison in a worker: ${seconds.toFixed(1)} s; the longest task on the page ${longest} ms (under 50 none is told)\n`);
}

/** 500 projects and 200 offers: every pair comes into question for its amount, some terms are too long; with minimums too. */
async function matching(page) {
  const all = await page.evaluate(async () => {
    const { loadEngine } = await import("/dist/slim.js");
    const engine = await loadEngine({ wasm: "/dist/export-risk.wasm" });
    let seed = 12345;
    const draw = (below) => (seed = (1103515245 * seed + 12345) % 2 ** 31, Math.floor(seed / 256) % below);
    const column = (count, entry) => Array.from({ length: count }, (_, at) => entry(at));
    const request = (least) => ({
      product: "matching", currency: "USD",
      projects: { names: column(500, (at) => `P${at}`), amounts: column(500, () => 1e6 * (1 + draw(30))), termMonths: column(500, () => 6 * (1 + draw(20))) },
      offers: {
        names: column(200, (at) => `O${at}`), capacities: column(200, () => 1e6 * (10 + draw(60))), minAmounts: column(200, () => 1e6 * draw(least + 1)),
        maxTermMonths: column(200, () => 12 * (3 + draw(10))), rates: column(200, () => (300 + draw(500)) / 10_000), upfrontFees: 0.005,
      },
    });
    const times = (asked) => Array.from({ length: 11 }, () => {
      const begin = performance.now();
      engine.quote(asked);
      return performance.now() - begin;
    });
    return { plain: times(request(0)), minimums: times(request(9)) };
  });
  report("500 projects and 200 offers, quoted in Chromium, ms (median, least, most of 11)", all);
}

/** From a key stroke in the first number of each form to the painted answer, the processor slowed down. */
async function strokes(page, products) {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const all = {};
  for (const product of products) all[product] = await page.evaluate(stroke, product);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  report(`From a key stroke to the painted answer, processor ${SLOWER} × slower, ms (median, least, most of 15)`, all);
}

/** Runs in the page: types and takes back a digit, and waits until what it gives has been drawn. */
async function stroke(product) {
  const element = document.querySelector("export-risk-calculator");
  const drawn = () => new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  });
  element.product = product;
  for (let frame = 0; frame < 10; frame++) await drawn();
  const field = element.shadowRoot.querySelector(".field input[inputmode='decimal']");
  const times = [];
  if (!field) return times; // all of its inputs are choices
  const { value } = field;
  for (let round = 0; round < 20; round++) {
    const answered = new Promise((done) => {
      for (const name of ["quote", "error"]) element.addEventListener(`export-risk-${name}`, done, { once: true });
    });
    const begin = performance.now();
    field.value = round % 2 ? value : `${value}1`;
    field.dispatchEvent(new Event("input"));
    // The answer comes within a frame, which has been painted when the next task runs; what stands below follows in another one.
    await answered;
    await element.updateComplete;
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
    const took = performance.now() - begin;
    await drawn();
    if (round >= 5) times.push(took);
  }
  return times;
}

function report(title, all) {
  tell(title);
  for (const [name, times] of Object.entries(all).filter(([, times]) => times.length > 0)) {
    const sorted = times.toSorted((a, b) => a - b);
    const [middle, least, most] = [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)];
    tell(`${name.padEnd(26)} ${middle.toFixed(2).padStart(7)} ${least.toFixed(2).padStart(7)} ${most.toFixed(2).padStart(7)}`);
  }
  tell("");
}
