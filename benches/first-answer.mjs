// From navigation to the first painted answer on a slow processor: the page with its main job, against a page that only loads
// Chart.js and decimal.js, computes one annuity of 360 months exactly, and draws its balance.
//
// The answer to the opening deal stands in the page's document, as the engine gave it when the page was built; it gives way to
// the one that the engine works out on the page, which is measured as well.
//
// All come compressed from the same server, each time into a new browser context, in turns; the processor is slowed four times.

import { buildSync } from "esbuild";
import { runIfStarted } from "../scripts/run.mjs";
import { browse, serve } from "../scripts/serve.mjs";
import { tell as say } from "./report.mjs";

const rounds = 9;
const slower = 4;

/** What somebody would write instead, bundled and made small as such a page would be. */
const instead = `
import Chart from "chart.js/auto";
import Decimal from "decimal.js";

const months = 360;
const rate = new Decimal("0.06").div(12);
const principal = new Decimal("200000");
const payment = principal.mul(rate).div(new Decimal(1).sub(rate.add(1).pow(-months))).toDecimalPlaces(2);
let balance = principal;
const balances = [balance.toNumber()];
for (let month = 1; month <= months; month += 1) {
  balance = balance.add(balance.mul(rate).toDecimalPlaces(2)).sub(payment);
  balances.push(balance.toNumber());
}
document.querySelector("output").textContent = payment.toFixed(2);
new Chart(document.querySelector("canvas"), {
  type: "line",
  data: { labels: balances.map((_, month) => month), datasets: [{ label: "Owed", data: balances, pointRadius: 0 }] },
  options: { animation: false },
});
`;
const insteadPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Annuity</title>
<p>Payment: <output></output></p><div><canvas></canvas></div><script type="module" src="/instead.js"></script></html>`;

/** Notes when what `ready` looks for has been painted: in the first task after the frame that has it. */
function watch(ready) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => (globalThis.painted ??= performance.now());
  const look = () => (ready() ? port2.postMessage(0) : requestAnimationFrame(look));
  requestAnimationFrame(look);
}

const variants = {
  "the page, the answer in its document": { path: "/site/?lang=en", ready: () => document.querySelector(".ahead[lang=en]")?.getClientRects().length > 0 },
  "the page, the answer to work with": {
    path: "/site/?lang=en",
    ready: () => document.querySelector("export-risk-calculator")?.shadowRoot?.querySelector(".answer .big") != null,
  },
  "Chart.js and decimal.js alone": { path: "/instead/", ready: () => document.querySelector("output")?.textContent !== "" && document.querySelector("canvas")?.width > 300 },
};

/** Measures both and prints them with their ratio. */
export async function firstAnswer() {
  const { outputFiles } = buildSync({ stdin: { contents: instead, resolveDir: "." }, bundle: true, minify: true, format: "esm", write: false });
  const files = { "/instead/": insteadPage, "/instead.js": outputFiles[0].text };
  const [site, browser] = await Promise.all([serve(files, { compressed: true }), browse()]);
  const times = Object.fromEntries(Object.keys(variants).map((name) => [name, []]));
  try {
    // The first round fills the server's cache of compressed files and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, { path, ready }] of Object.entries(variants)) {
        const time = await once(browser, site.address + path, ready);
        if (round > 0) times[name].push(time);
      }
    }
  } finally {
    await browser.close();
    site.close();
  }
  print(times);
  return times;
}

async function once(browser, address, ready) {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.addInitScript(`(${watch})(${ready})`);
  await page.goto(address, { waitUntil: "commit" });
  const time = await page.waitForFunction(() => globalThis.painted, undefined, { polling: 100 }).then((handle) => handle.jsonValue());
  await context.close();
  return time;
}

function print(times) {
  say(`\nFrom navigation to the first painted answer, processor ${slower} × slowed, ms (median, least, most of ${rounds})`);
  const middle = {};
  for (const [name, all] of Object.entries(times)) {
    const sorted = all.toSorted((a, b) => a - b);
    middle[name] = sorted[(rounds - 1) / 2];
    say(`${name.padEnd(37)} ${middle[name].toFixed(0).padStart(5)} ${sorted[0].toFixed(0).padStart(5)} ${sorted.at(-1).toFixed(0).padStart(5)}`);
  }
  const [ahead, ours, theirs] = Object.values(middle);
  say(`ratio to the last: ${(ahead / theirs).toFixed(2)} and ${(ours / theirs).toFixed(2)}`);
}

await runIfStarted(import.meta.url, firstAnswer);
