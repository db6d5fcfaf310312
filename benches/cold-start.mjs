// From a new browser to the first answer: how long a visitor waits.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { chromium } from "playwright-core";
import { tell } from "./report.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };
const PAGE = `<!doctype html><meta charset="utf-8"><title>Cold start</title><script type="module" src="/start.js"></script>`;
const START = (entry, options) => `
import { loadEngine } from "/dist/${entry}";
const engine = await loadEngine(${options});
const quote = engine.quote({ product: "export-credit-cover", country: "KAZ", buyer: "CC2", currency: "USD",
  amount: "10000000", disbursementMonths: 12, repaymentMonths: 60 });
globalThis.answered = { at: performance.now(), premium: quote.premium };`;

/** Measures the inline package and the slim one, each in a new browser context, in turns. */
export async function coldStart(root) {
  const variants = {
    "index.js, module inside": START("index.js", ""),
    "slim.js and the .wasm": START("slim.js", `{ wasm: "/dist/export-risk.wasm" }`),
  };
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const times = Object.fromEntries(Object.keys(variants).map((name) => [name, []]));
  for (let round = 0; round < 9; round++) {
    for (const [name, script] of Object.entries(variants)) {
      const server = createServer(async (request, response) => {
        const path = new URL(request.url, "http://localhost").pathname;
        const body = path === "/" ? PAGE : path === "/start.js" ? script : await readFile(new URL(`.${path}`, root)).catch(() => null);
        response.writeHead(body === null ? 404 : 200, { "content-type": TYPES[extname(path)] ?? "text/html" });
        response.end(body ?? "");
      });
      await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      const answered = await page.waitForFunction(() => globalThis.answered).then((handle) => handle.jsonValue());
      if (answered.premium !== "617300.00") throw new Error(`The page answered ${answered.premium}`);
      times[name].push(answered.at);
      await context.close();
      server.close();
    }
  }
  await browser.close();
  tell("Cold start in Chromium: from navigation to the first premium, ms (median, least, most of nine)");
  for (const [name, all] of Object.entries(times)) {
    const sorted = all.toSorted((a, b) => a - b);
    tell(`${name.padEnd(26)} ${sorted[4].toFixed(0)}  ${sorted[0].toFixed(0)}  ${sorted[8].toFixed(0)}`);
  }
}
