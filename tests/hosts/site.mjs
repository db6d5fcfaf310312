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

/** Opens the page, waits for both answers and gives what it shows: the engine's, and the element's figure with its request. */
export async function shown(address) {
  browser ??= await chromium.launch({ executablePath: findChromium(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  const page = await browser.newPage();
  try {
    const [errors, requests] = [[], []];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      const expected = message.location().url.endsWith("/favicon.ico") || /WebAssembly/.test(message.text());
      if (message.type() === "error" && !expected) errors.push(message.text());
    });
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(address);
    await page.locator("output", { hasText: /\d/ }).last().waitFor().catch(() => {});
    const figure = page.locator("export-risk-calculator .figure .big").first();
    await figure.waitFor().catch(() => {});
    assert.deepEqual(errors, []);
    assert.deepEqual(requests.filter((url) => !url.startsWith(address)), [], "nothing is asked of anyone else");
    const texts = (selector) => page.locator(selector).allInnerTexts();
    const request = await page.locator("export-risk-calculator").evaluate((element) => element.request);
    return { outputs: await texts("output"), said: await texts("samp"), figure: await figure.innerText(), request, requests };
  } finally {
    await page.close();
  }
}
