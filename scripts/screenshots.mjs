// Pictures of the page in its main states, for the README: taken from the running page, always in the same way.

import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { Failure, runIfStarted, say } from "./run.mjs";
import { browse, serve } from "./serve.mjs";

const folder = "docs/screenshots";
const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

/** What is shown: the job, the language, the window, or one part of the answer. */
const states = {
  "credit": { product: "export-credit" },
  "credit-phone-dark": { product: "export-credit", viewport: phone, colorScheme: "dark" },
  "credit-chinese": { product: "export-credit", lang: "zh" },
  "country": { product: "country-risk" },
  "routes": { product: "route", part: "route-map" },
  "captive": { product: "captive", part: "company" },
};

/** The most that a picture may weigh. */
const largest = 150_000;

async function screenshots() {
  if (!existsSync("dist/site/index.html")) throw new Failure('There is no page yet. Run "npm run build".');
  const [site, browser] = await Promise.all([serve(), browse()]);
  try {
    mkdirSync(folder, { recursive: true });
    const made = Object.keys(states).map((name) => `${name}.png`);
    for (const old of readdirSync(folder).filter((name) => !made.includes(name))) rmSync(join(folder, old));
    for (const [name, state] of Object.entries(states)) {
      const path = join(folder, `${name}.png`);
      await take(browser, site.address, state, path);
      const { size } = statSync(path);
      say(`${path}: ${(size / 1000).toFixed(0)} KB`);
      if (size > largest) throw new Failure(`${path} is larger than ${largest / 1000} KB.`);
    }
  } finally {
    await browser.close();
    site.close();
  }
}

async function take(browser, address, { product, part, lang = "en", viewport = desktop, colorScheme = "light" }, path) {
  const context = await browser.newContext({ deviceScaleFactor: 1.5, viewport, colorScheme, locale: "en-US", timezoneId: "UTC", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date("2026-11-25T12:00:00Z"));
  await page.goto(`${address}/site/?lang=${lang}`, { waitUntil: "networkidle" });
  await page.locator(".answer .big, .country .big").first().waitFor();
  await page.locator("export-risk-calculator").evaluate((element, product) => void (element.product = product), product);
  await rested(page);
  const shown = part ? page.locator(`[part~="${part}"]`).first() : page;
  const picture = await shown.screenshot({ animations: "disabled" });
  await sharp(picture).png({ palette: true, colours: 128, dither: 0, effort: 10, compressionLevel: 9 }).toFile(path);
  await context.close();
}

/** Waits until nothing is being worked out and the last change has been drawn. */
async function rested(page) {
  await page.evaluate(async () => {
    const busy = () => document.querySelector("export-risk-calculator").shadowRoot.querySelector("[aria-busy=true]");
    for (let frame = 0; frame < 10 || busy(); frame += 1) await new Promise((done) => requestAnimationFrame(done));
    await document.fonts.ready;
  });
}

await runIfStarted(import.meta.url, screenshots);
