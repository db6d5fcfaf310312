// Two scenarios side by side: a deal is kept, the form goes on, and every difference is the engine's.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { browserTests, everyJob, fill, settled } from "./browser.mjs";
import { run } from "../../scripts/run.mjs";

const tests = browserTests();
const keep = (page) => page.locator("#keep-deal");
const panel = (page) => page.locator(".compare");
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What the program on this machine says of both. */
function native(a, b) {
  return JSON.parse(run("cargo", ["run", "-q", "--bin", "export-risk", "--", "compare"], { input: JSON.stringify({ a, b }) }));
}

/** Keeps the deal and changes two inputs. */
async function compared(page) {
  const a = await request(page);
  await keep(page).click();
  await panel(page).waitFor();
  await fill(page, "Down payment", "20");
  await fill(page, "Interest rate", "5.65");
  return { a, b: await request(page) };
}

const row = (page, name) => panel(page).getByRole("row", { name: new RegExp(`^${name}`) }).first().locator("td");

test("the kept deal and the one on the screen stand side by side with the engine's differences", async () => {
  const page = await tests.open("/site/");
  assert.equal(await panel(page).count(), 0);
  const { a, b } = await compared(page);
  const { inputs, outputs } = native(a, b);
  assert.deepEqual(inputs.map(({ path }) => path), ["downPayment", "rate"]);
  assert.deepEqual(await row(page, "Down payment").allInnerTexts(), ["15 %", "20 %", "+5 points"]);
  assert.deepEqual(await row(page, "Interest rate").allInnerTexts(), ["5.2 %", "5.65 %", "+45 bp"]);
  const cost = outputs.find(({ path }) => path === "totalCost");
  const digits = (text) => text.replace(/[^\d.−-]/g, "").replace("−", "-");
  const [mine, other, difference] = (await row(page, "Total cost").allInnerTexts()).map(digits);
  assert.deepEqual([mine, other, difference], [cost.a, cost.b, cost.difference]);
  const rate = outputs.find(({ path }) => path === "allInRate");
  const figures = await panel(page).locator(".pair-figure").allInnerTexts();
  assert.deepEqual(figures.slice(0, 2), [rate.a, rate.b].map((value) => `${(value * 100).toFixed(2)}%`));
  assert.match(figures[2], new RegExp(`^\\+${(rate.difference * 1e4).toFixed(2).replace(/\.?0+$/, "")}\\sbp$`));
  const interest = outputs.find(({ path }) => path === "components.0.basisPoints");
  assert.deepEqual((await row(page, "Interest: Basis points").allInnerTexts()).slice(0, 2), [interest.a.toFixed(2), interest.b.toFixed(2)]);
  assert.ok(await panel(page).locator("svg.chart").getAttribute("aria-label"));
  // Once typing rests it is read out, with how far it is from the kept one.
  await page.locator("[role=status]", { hasText: `Against the kept deal: ${figures[2]}.` }).waitFor();
  assert.deepEqual([page.errors, await page.violations()], [[], []]);
});

test("by keyboard: kept, swapped, dropped, and focus is never lost", async () => {
  const page = await tests.open("/site/");
  const focused = () => page.evaluate(() => document.activeElement.shadowRoot.activeElement?.textContent.trim());
  await keep(page).focus();
  await page.keyboard.press("Enter");
  await panel(page).waitFor();
  await settled(page);
  assert.equal(await focused(), "Two scenarios side by side");
  const a = await request(page);
  await fill(page, "Contract value", "9000000");
  const b = await request(page);
  await panel(page).getByRole("button", { name: "Swap A and B" }).press("Enter");
  await settled(page);
  assert.deepEqual(await request(page), a);
  const texts = (await row(page, "Contract value").allInnerTexts()).map((text) => text.replace(/\s/g, " "));
  assert.deepEqual(texts, ["USD 9,000,000", "USD 12,500,000", "+USD 3,500,000"]);
  await panel(page).getByRole("button", { name: "Drop A" }).press("Enter");
  await settled(page);
  assert.equal(await panel(page).count(), 0);
  assert.equal(await focused(), "Keep this and compare");
  assert.notDeepEqual(a, b);
});

test("a link brings both, whichever is hostile", async () => {
  const page = await tests.open("/site/");
  const { a, b } = await compared(page);
  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByLabel(/link/i).inputValue();
  const other = await tests.open(link.slice(tests.address.length));
  await panel(other).waitFor();
  await settled(other);
  assert.deepEqual(await request(other), b);
  assert.deepEqual(await row(other, "Down payment").allInnerTexts(), ["15 %", "20 %", "+5 points"]);
  for (const kept of [{ product: "<img src=x onerror=alert(1)>" }, { ...a, country: "<script>alert(1)</script>" }, { product: "loan" }, {}]) {
    const wrong = await tests.open(`/site/#request=${encode(b)}&compare=${encode(kept)}`);
    await panel(wrong).locator(".wrong").waitFor();
    assert.equal(await wrong.locator(".compare :is(img, script)").count(), 0);
    assert.deepEqual([wrong.errors, await wrong.violations()], [[], []]);
    await wrong.close();
  }
  const unread = await tests.open(`/site/#request=${encode(b)}&compare=%%%`);
  await unread.locator(".problem", { hasText: "brings no deal" }).waitFor();
  assert.deepEqual(await request(unread), b, "the deal itself stands");
});

test("files have both sides, and the program answers the one in JSON", async () => {
  const page = await tests.open("/site/");
  const { a, b } = await compared(page);
  const file = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), panel(page).getByRole("button", { name }).click()]);
    return readFileSync(await download.path(), "utf8");
  };
  assert.deepEqual(JSON.parse(await file("Download both deals as JSON")), { a, b });
  const lines = (await file(/Download CSV/)).trim().split("\r\n");
  const { inputs, outputs } = native(a, b);
  assert.equal(lines.length, 1 + inputs.length + outputs.length);
  assert.equal(lines[1], "input,downPayment,,0.15,0.2,0.05");
});

test("where nothing can be changed, nothing is kept", async () => {
  const page = await tests.open("/site/");
  await page.evaluate(() => (document.querySelector("export-risk-calculator").readonly = true));
  await settled(page);
  assert.equal(await keep(page).count(), 0);
});

test("a refused deal is told, and the kept one stands", async () => {
  const page = await tests.open("/site/");
  await keep(page).click();
  await panel(page).waitFor();
  await page.locator("#field-cover-commercial").fill("101");
  await settled(page);
  assert.match(await panel(page).locator(".wrong").innerText(), /^B: /);
  assert.equal(await panel(page).locator(".pair-figure").first().innerText(), "7.00%");
});

test("every product's deal can be kept; axe finds nothing", async () => {
  const page = await tests.open("/site/?lang=zh", { colorScheme: "dark" });
  const bare = /[a-z]+[A-Z][a-z]+|undefined|NaN/;
  await everyJob(page, async (name) => {
    await keep(page).click();
    await panel(page).waitFor();
    await settled(page);
    assert.ok((await panel(page).innerText()).includes("暂无不同"), name);
    const told = (await panel(page).locator("th, dt, summary").allInnerTexts()).filter((text) => bare.test(text));
    assert.deepEqual(told, [], name);
  });
  await page.locator(".job").first().click();
  await settled(page);
  for (const summary of await panel(page).locator("summary").all()) await summary.click();
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`), []);
  assert.deepEqual([page.errors, await page.violations()], [[], []]);
});

test("on a phone its rows are stacked and nothing is wider than the window", async () => {
  const page = await tests.open("/site/", { viewport: { width: 390, height: 800 } });
  await compared(page);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
  const [a, b] = await Promise.all([0, 1].map((at) => row(page, "Total cost").nth(at).boundingBox()));
  assert.ok(Math.abs(a.y - b.y) < 4 && b.x > a.x, "A and B stand beside each other below the name");
});
