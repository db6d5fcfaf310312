// What a visitor downloads: the modules, the package with the module inside, and all that comes before the page's first answer.
//
// Which files those are is found out by loading the page: a file counts when no answer is painted while it is withheld. So a
// file that is only asked for early does not count, and none that is needed can be forgotten.

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { Failure, runIfStarted, say } from "./run.mjs";
import { browse, serve } from "./serve.mjs";

/** The most that each may be, compressed with brotli, in bytes. */
const most = {
  "export-risk-first.wasm": 150_000,
  // What was reached and a kilobyte, so that nothing grows unnoticed.
  "export-risk.wasm": 526_000,
  "first answer": 190_000,
};

/** Measures everything, says it, and fails at the first that is too large. */
export async function checkSizes() {
  const sizes = [];
  for (const file of ["export-risk-first.wasm", "export-risk.wasm"]) sizes.push([file, brotli(join("dist", file)), most[file]]);
  for (const [inside, file] of [["wasm-first-base64.js", "export-risk-first.wasm"], ["wasm-base64.js", "export-risk.wasm"]]) {
    // Text of the module takes more than the module, and the rest of the package comes with it.
    sizes.push([`index.js with ${inside}`, brotli(join("dist", inside)) + entry(), 1.6 * brotli(join("dist", file)) + 40_000]);
  }
  for (const [language, files] of Object.entries(await firstAnswers())) {
    const parts = Object.entries(files);
    const whole = parts.reduce((sum, [, size]) => sum + size, 0);
    sizes.push([`first answer (${language})`, whole, most["first answer"], parts]);
  }
  for (const [what, size, bound, parts = []] of sizes) {
    const inside = parts.sort(([, a], [, b]) => b - a).map(([name, part]) => `\n    ${kilobytes(part)} ${name}`).join("");
    say(`  ${what}: ${kilobytes(size)}, at most ${kilobytes(bound)}${inside}`);
    if (size > bound) throw new Failure(`${what} takes ${kilobytes(size)} by brotli: at most ${kilobytes(bound)} are allowed.`);
  }
}

/** Compressing takes a while, and some files are asked about several times. */
const known = new Map();

function brotli(file) {
  if (!known.has(file)) known.set(file, brotliCompressSync(readFileSync(file)).length);
  return known.get(file);
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** What comes with the module by the package's main entry. */
function entry() {
  const seen = new Set();
  const add = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = readFileSync(join("dist", name), "utf8");
    for (const [, file] of text.matchAll(/(?:from|import) ?"\.\/([\w.-]+\.js)"/g)) add(file);
  };
  add("index.js");
  return [...seen].reduce((sum, name) => sum + brotli(join("dist", name)), 0);
}

/** The files without which the page's first job has no answer, with their sizes, by language. */
async function firstAnswers() {
  const [site, browser] = await Promise.all([serve(), browse()]);
  try {
    const answers = {};
    for (const language of ["en", "zh"]) answers[language] = await needed(browser, `${site.address}/site/?lang=${language}`);
    return answers;
  } finally {
    await browser.close();
    site.close();
  }
}

async function needed(browser, address) {
  const whole = await load(browser, address, null);
  if (!whole.answered) throw new Failure(`${address} gives no answer.`);
  const document = new URL(address).pathname;
  const files = { "index.html": sizeOf(document) };
  const tried = [...whole.paths].filter((path) => path !== document);
  const one = async () => {
    for (let path = tried.pop(); path; path = tried.pop()) {
      // On a busy machine an answer may be late: what seems to be needed is withheld a second time, for longer.
      const answered = (await load(browser, address, path)).answered || (await load(browser, address, path, 5000)).answered;
      if (!answered) files[basename(path)] = sizeOf(path);
    }
  };
  await Promise.all([one(), one(), one()]);
  return files;
}

function sizeOf(path) {
  return brotli(join("dist", path.endsWith("/") ? `${path}index.html` : path));
}

/** Loads the page without one file until it has painted an answer, or has rested without one; `paths` is what it asked for. */
async function load(browser, address, withheld, rest = 1500) {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  const [paths, open] = [new Set(), new Set()];
  let last = Date.now();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    paths.add(pathname);
    if (pathname !== withheld) open.add(request);
  });
  const ended = (request) => {
    open.delete(request);
    last = Date.now();
  };
  page.on("requestfinished", ended);
  page.on("requestfailed", ended);
  // Neither answered nor refused: the page waits for it as on a slow way.
  await page.route("**/*", (route) => (new URL(route.request().url()).pathname === withheld ? undefined : route.continue()));
  page.goto(address).catch(() => {});
  let answered = false;
  const end = last + 30_000;
  while (!answered && Date.now() < end && (open.size > 0 || Date.now() - last < rest)) {
    const seen = await painted(page);
    if (seen === undefined) last = Date.now(); // it is at work
    answered = seen === true;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  await context.close();
  return { answered, paths };
}

/** Whether the answer is on the screen; a style sheet on its way keeps everything off it. Undefined when the page can't say. */
async function painted(page) {
  const check = () => page.evaluate(() =>
    performance.getEntriesByType("paint").length > 0
    && document.querySelector("export-risk-calculator")?.shadowRoot?.querySelector(".answer .big") != null);
  return Promise.race([check().catch(() => false), new Promise((late) => setTimeout(late, 1000))]);
}

await runIfStarted(import.meta.url, checkSizes);
