// The browser of these tests, and a server that sends the built files under the strict policy that the element
// promises to work with.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before } from "node:test";
import { run } from "../../scripts/run.mjs";
import { browse, types } from "../../scripts/serve.mjs";

export const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

/**
 * Starts browser and server for a test file. `pages` are further documents by their path; under each folder of `policies`
 * the built files stand once more, sent with that policy. The result's `open` gives a page that has loaded, with
 * `violations`, `errors` and `requests` of its own.
 */
export function browserTests(pages = {}, policies = {}) {
  const tests = {};
  let server, browser;
  before(async () => {
    server = createServer((request, response) => send(pages, policies, request, response)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    browser = await browse();
    tests.address = `http://127.0.0.1:${server.address().port}`;
    tests.open = (path, options) => open(browser, tests.address + path, options);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
  return tests;
}

async function open(browser, address, { ready = true, ...options } = {}) {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  Object.assign(page, { errors: [], requests: [], violations: () => page.evaluate(() => window.violations) });
  page.on("pageerror", (error) => page.errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.errors.push(message.text()));
  page.on("request", (request) => page.requests.push(request.url()));
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
  });
  await page.goto(address);
  if (!ready) return page;
  await page.locator(".answer .big, .answer .rows, .country .category").first().waitFor();
  // What stands below a first answer comes after it, and the deal as a list with it.
  await page.locator(".inputs").first().waitFor({ state: "attached" });
  await settled(page);
  return page;
}

/** Waits until changes have been answered and drawn, with what waits until typing rests. */
export async function settled(page) {
  await page.evaluate(async () => {
    const busy = () => [...document.querySelectorAll("export-risk-calculator")].some((element) => element.shadowRoot?.querySelector("[aria-busy=true]"));
    for (let frame = 0; frame < 3 || busy(); frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

/** Goes to every job of the page, by way of what it serves; `visit` is told its name. */
export async function everyJob(page, visit) {
  const rows = page.locator(".top nav");
  const wants = await rows.first().locator(".job").count();
  let seen = 0;
  for (let want = 0; want < wants; want += 1) {
    await rows.first().locator(".job").nth(want).click();
    await settled(page);
    const within = (await rows.count()) > 1 ? await rows.nth(1).locator(".job").count() : 0;
    for (let job = 0; job < Math.max(1, within); job += 1) {
      if (within > 0) await rows.nth(1).locator(".job").nth(job).click();
      await settled(page);
      seen += 1;
      await visit((await page.locator('.job[aria-current="page"]').innerText()).trim());
    }
  }
  return seen;
}

/** Opens everything that is folded in. */
export async function unfold(page) {
  await page.evaluate(() => {
    for (const details of document.querySelector("export-risk-calculator").shadowRoot.querySelectorAll("details")) details.open = true;
  });
  await settled(page);
}

/** Types into the field with this label, as a person does, and leaves it. */
export async function fill(page, label, text) {
  const field = page.getByLabel(label, { exact: true });
  await field.click();
  await field.press("ControlOrMeta+a");
  await field.pressSequentially(text);
  await field.press("Tab");
  await settled(page);
}

/** Puts the whole text into the field at once, as pasting does, and leaves it. */
export async function paste(page, label, text) {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(text);
  await field.press("Tab");
  await settled(page);
}

/** The answer of the program on this machine, built from the same sources. */
export function native(request) {
  const input = JSON.stringify(request);
  return JSON.parse(run("cargo", ["run", "-q", "--bin", "export-risk", "--", "quote"], { input }));
}

function send(pages, policies, request, response) {
  const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  if (asked === "/favicon.ico") return void response.writeHead(204).end();
  const folder = Object.keys(policies).find((name) => asked.startsWith(`${name}/`));
  const path = folder ? asked.slice(folder.length) : asked;
  const headers = { "content-security-policy": policies[folder] ?? policy, "cache-control": "no-store" };
  try {
    const body = pages[path] ?? readFileSync(join("dist", normalize(path.endsWith("/") ? `${path}index.html` : path)));
    const type = pages[path]?.startsWith("<!doctype") ? types[".html"] : (types[extname(path)] ?? types[".html"]);
    response.writeHead(200, { ...headers, "content-type": type }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}
