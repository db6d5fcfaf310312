// The browser, and a server that sends a folder under the policy that the package promises to work with.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "../../scripts/chromium.mjs";

export const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

export const policyWithoutWasm = policy.replace(" 'wasm-unsafe-eval'", "");

const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json", ".wasm": "application/wasm",
};

let browser;

/** Ends the browser, if one was started. */
export const closeBrowser = () => browser?.close();

/** Serves folders by the path at which each stands, while the work is done with the address. */
export async function served(folders, work, allowed) {
  const server = createServer((request, response) => send(folders, request, response, allowed)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  try {
    return await work(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.close();
  }
}

function send(folders, request, response, allowed) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  if (path === "/favicon.ico") return void response.writeHead(204).end();
  const [at, folder] = Object.entries(folders).find(([at]) => path.startsWith(at));
  const name = normalize(path.endsWith("/") ? `${path}index.html` : path).slice(at.length);
  try {
    const body = readFileSync(join(folder, name));
    response.writeHead(200, { "content-type": types[extname(name)] ?? "text/plain", "content-security-policy": allowed });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** How many workers draw a long run of the element's: the file must have been carried along. */
export async function workers(address) {
  return visited(address, async (page) => {
    await page.locator("export-risk-calculator .figure .big").first().waitFor();
    await page.locator("export-risk-calculator").evaluate((element, request) => { element.request = request; }, manyPaths);
    await page.getByRole("button", { name: "Draw 100,000 paths" }).click();
    await page.locator(".draws [role=status]", { hasText: "s left" }).waitFor();
    return page.workers().length;
  });
}

/** Two ways that are quick to price. Costs are examples. */
const manyPaths = {
  product: "route", currency: "USD", country: "BRA", origin: "CHN", start: "2027-01-01", years: 4, drive: "battery",
  vehicles: 20000, price: "26000", discountRate: 0.1,
  export: { declaredPrice: "15000", homeCost: "14000", freight: "1300", investment: "12000000", dutyRate: 0.35, additionalDutyRate: 0 },
  completelyKnockedDown: {
    declaredPrice: "11000", homeCost: "10500", freight: "800", localParts: "4000", assemblyFee: "1200", investment: "90000000", dutyRate: 0.16,
  },
  simulation: { seed: 11, paths: 50, demandVolatility: 0.3, dutyProbability: 0.2, dutyThen: 0.5, closureProbability: 0.02 },
};

/** Opens the page, waits for both answers and gives what it shows: the engine's, and the element's figure with its request. */
export async function shown(address) {
  return visited(address, async (page, requests) => {
    await page.locator("output", { hasText: /\d/ }).last().waitFor().catch(() => {});
    const figure = page.locator("export-risk-calculator .figure .big").first();
    await figure.waitFor().catch(() => {});
    const texts = (selector) => page.locator(selector).allInnerTexts();
    const request = await page.locator("export-risk-calculator").evaluate((element) => element.request);
    return { outputs: await texts("output"), said: await texts("samp"), figure: await figure.innerText(), request, requests };
  });
}

/** Does the work on the page, which must make no mistake and ask nobody else for anything. */
async function visited(address, work) {
  browser ??= await chromium.launch({ executablePath: findChromium(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  const page = await browser.newPage();
  const [errors, requests] = [[], []];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    const expected = message.location().url.endsWith("/favicon.ico") || /WebAssembly/.test(message.text());
    if (message.type() === "error" && !expected) errors.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url()));
  try {
    await page.goto(address);
    const found = await work(page, requests);
    assert.deepEqual(errors, []);
    assert.deepEqual(requests.filter((url) => !url.startsWith(address)), [], "nothing is asked of anyone else");
    return found;
  } catch (error) {
    if (errors.length) error.message += `\nThe page said: ${errors.join("; ")}`;
    throw error;
  } finally {
    await page.close();
  }
}
