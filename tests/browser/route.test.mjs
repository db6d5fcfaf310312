// Ways into a market: the page says what the program says, ready-made programmes have answers, the map's tables are the
// quote's, groups within groups are put in and taken out, both languages are complete and everybody can use it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { browserTests, fill, native, settled } from "./browser.mjs";

const tests = browserTests();
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);
const link = (document, lang = "en") => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(document)).toString("base64url")}`;
const whole = (amount) => Number(amount).toLocaleString("en-US", { maximumFractionDigits: 0 });
const each = (amount) => Number(amount).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const percent = (value) => value.toLocaleString("en-US", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

const NAMES = {
  export: "Export, built up", "semi-knocked-down": "SKD kits", "completely-knocked-down": "CKD kits", "contract-assembly": "Contract assembly",
  plant: "Own plant", "joint-venture": "Joint venture", acquisition: "Acquisition",
};
const PROGRAMMES = [
  ["Brazil: export, kits or plant", "巴西：整车、散件或建厂"], ["Thailand, with a Japanese partner", "泰国：与日本伙伴合资"],
  ["Hungary, against EU duties", "匈牙利：应对欧盟关税"], ["Europe, by purchase", "欧洲：并购"],
];

/** Two ways and nothing else. */
const small = {
  product: "route", currency: "USD", country: "BRA", origin: "CHN", start: "2027-01-01", years: 8, drive: "battery", vehicles: 10000, price: "23000",
  discountRate: 0.1, export: { declaredPrice: "13000", homeCost: "12000", investment: "10000000" },
  semiKnockedDown: { declaredPrice: "12000", homeCost: "11000", dutyRate: 0.2, investment: "30000000" },
};

async function open(page) {
  await page.locator(".top nav").first().locator(".job", { hasText: "Compare ways abroad" }).click();
  await settled(page);
  await page.locator(".job", { hasText: "Ways into a market" }).click();
  await settled(page);
}

/** The rows of a table: its words without what is only read out. */
const rows = (table) =>
  table.locator("tbody tr").evaluateAll((lines) =>
    lines.map((line) =>
      [...line.cells].map((cell) => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll(".unseen").forEach((part) => part.remove());
        return copy.textContent.trim().replace(/\s+/g, " ");
      }),
    ),
  );
const part = (page, name) => page.locator(`[part="${name}"]`);

async function takeOut(page, name) {
  await page.locator(`.extra:has(> details > summary[data-option="${name}"]) > .link`).click();
  await settled(page);
}

/** The table of ways holds the program's numbers. */
async function compare(page, answer) {
  const found = Object.fromEntries((await rows(part(page, "routes").locator("table").first())).map(([name, ...cells]) => [name, cells]));
  const line = (name, write) => assert.deepEqual(found[name], answer.routes.map((way) => (write(way) === null ? "–" : write(way))), name);
  const known = (value, write) => (value === null ? null : write(value));
  line("Worth in the worst case", (way) => known(way.worstValue, whole));
  line("Capital at risk", (way) => whole(way.capitalAtRisk));
  line("Of it insured", (way) => whole(way.insured));
  line("Paid in at most", (way) => whole(way.peakFunding));
  line("Worth to the maker (NPV)", (way) => whole(way.value));
  line("Return a year (IRR)", (way) => known(way.rateOfReturn, percent));
  line("Cost of a vehicle, all years", (way) => known(way.unitCost, each));
  line("Vehicles in all years", (way) => whole(way.totalVehicles));
}

test("the opening programme is answered as the program answers it, and so is what is typed into a way", async () => {
  const page = await tests.open("/site/?lang=en");
  await open(page);
  await fill(page, "Vehicles a year, ramp complete", "33000");
  await page.locator('summary[data-option="export"]').click();
  const price = page.locator("#field-export-declaredPrice");
  await price.fill("13,600");
  await price.press("Tab");
  await settled(page);
  const asked = await request(page);
  assert.equal(Number(asked.vehicles), 33000);
  assert.equal(asked.export.declaredPrice, "13600");
  const answer = native(asked);
  assert.ok((await page.locator(".figure .big").innerText()).startsWith(NAMES[answer.best]));
  const text = (await page.locator(".answer").innerText()).replace(/\u00a0/g, " ");
  for (const name of ["bestValue", "bestValueAtWorst"]) assert.ok(text.includes(each(answer[name]).replace("-", "")), name);
  await compare(page, answer);
  const evens = await rows(part(page, "routes").locator("table").nth(1));
  assert.deepEqual(evens, answer.breakEvens.map((one) => [NAMES[one.first], NAMES[one.second], whole(one.vehicles), whole(one.value), NAMES[one.betterAbove]]));
  await part(page, "routes").locator(".why").first().click();
  await settled(page);
  assert.match(await page.locator("#why-title").innerText(), /why/);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(page.errors, []);
});

test("ready-made programmes have answers; map, cases, outlook and years are the program's", async () => {
  const page = await tests.open("/site/?lang=en");
  await open(page);
  for (const [name] of PROGRAMMES) {
    await page.getByRole("button", { name, exact: true }).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
    const answer = native(await request(page));
    const way = (place) => (place < 0 ? "No way pays" : NAMES[answer.routes[place].route]);
    await compare(page, answer);
    const { map, simulation } = answer;
    assert.ok(new Set(map.best).size >= 3, `${name}: regions`);
    const card = part(page, "route-map");
    assert.equal(await card.locator("svg.chart path.border").count(), 1);
    assert.deepEqual(await rows(card.locator("table").first()), map.borderDuties.map((duty, at) => [
      percent(duty), whole(map.borderVehicles[at]), way(map.borderBelow[at]), way(map.borderAbove[at]),
    ]));
    const across = map.vehicles.length;
    const points = map.duties.map((duty, row) => [percent(duty), ...map.best.slice(row * across, (row + 1) * across).map(way)]).reverse();
    assert.deepEqual(await rows(card.locator("table").nth(1)), points);
    assert.equal(await card.locator("svg.chart .dot.own").count(), 1, `${name}: its own point`);
    const regions = await card.locator("svg.chart g title").allTextContents();
    assert.deepEqual(regions, [...new Set(map.best)].sort((a, b) => a - b).map(way));

    const cases = part(page, "route-cases");
    assert.equal(await cases.locator("table tbody tr").count(), answer.exposures.length);
    const last = answer.routes.at(-1).route;
    await cases.locator("select").selectOption(last);
    await settled(page);
    assert.match(await cases.locator("svg.chart").getAttribute("aria-label"), new RegExp(`^${NAMES[last]}`));
    assert.equal(await cases.locator("svg.chart g").count(), answer.exposures.filter(({ route }) => route === last).length);

    const outlook = part(page, "route-outlook");
    assert.deepEqual(await rows(outlook.locator("table")), simulation.routes.map((one) => [
      NAMES[one.route], ...["expectedShortfall", "low", "median", "high", "mean", "standardError"].map((key) => whole(one[key])),
      percent(one.lossProbability), percent(one.bestProbability),
    ]));
    const told = (await outlook.innerText()).replace(/\u00a0/g, " ");
    for (const value of [simulation.valueToday, simulation.valueOfWaiting, simulation.waitingAdds]) assert.ok(told.includes(whole(value).replace("-", "")), value);

    const course = part(page, "route-course");
    assert.equal(await course.locator("svg.chart:not(.swatch) path.line").count(), answer.routes.length);
    const years = await rows(course.locator("table").first());
    assert.deepEqual(years.map((cells) => cells[4]), answer.routes[0].course.cumulative.map((minor) => whole(minor / 100)));
  }
  assert.deepEqual(page.errors, []);
});

test("the map's file has a line a duty, with the ways by their own names", async () => {
  const page = await tests.open("/site/?lang=en");
  await open(page);
  const answer = native(await request(page));
  await page.locator("summary", { hasText: "Every point of the map" }).click();
  const started = page.waitForEvent("download");
  await part(page, "route-map").getByRole("button", { name: /^Download CSV.*Every point/ }).click();
  const lines = readFileSync(await (await started).path(), "utf8").trim().split("\r\n").map((line) => line.split(","));
  const { map } = answer;
  assert.deepEqual(lines[0], ["duties", ...map.vehicles.map(String)]);
  const across = map.vehicles.length;
  const ways = map.best.slice(0, across).map((place) => (place < 0 ? "" : answer.routes[place].route));
  assert.deepEqual(lines.at(-1), ["0", ...ways]);
});

test("ways are taken out and put in, and so are the groups within them", async () => {
  const page = await tests.open(link(small));
  await page.locator('button[data-option="plant"]').click();
  await settled(page);
  assert.equal(await page.locator(".problem").count(), 0);
  await page.locator('summary[data-option="plant"]').click();
  assert.equal(await page.locator('[data-option="plant.partner"]').count(), 0, "a partner is for a joint venture");
  for (const name of ["plant.debt", "plant.cover", "plant.reExport", "plant.originRule"]) {
    await page.locator(`button[data-option="${name}"]`).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
    assert.equal(await page.locator(`summary[data-option="${name}"]`).count(), 1, name);
  }
  await page.locator('summary[data-option="export"]').click();
  await page.locator('button[data-option="export.credit"]').click();
  await settled(page);
  for (const name of ["jointVenture", "acquisition", "completelyKnockedDown", "contractAssembly", "shocks", "map", "simulation"]) {
    await page.locator(`button[data-option="${name}"]`).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
  }
  const asked = await request(page);
  assert.ok(asked.plant.debt && asked.plant.reExport && asked.export.credit && asked.jointVenture.partner);
  await compare(page, native(asked));
  await page.locator('summary[data-option="plant.debt"]').click();
  await page.locator("#field-plant-debt-gearing").fill("120");
  await settled(page);
  assert.match(await page.locator(".problem").innerText(), /^Own plant: Debt: Gearing/);
  await page.locator("#field-plant-debt-gearing").fill("40");
  await settled(page);
  await takeOut(page, "plant.debt");
  assert.equal((await request(page)).plant.debt, undefined);
  for (const name of ["plant", "jointVenture", "acquisition", "export", "completelyKnockedDown", "contractAssembly", "semiKnockedDown"]) {
    await takeOut(page, name);
  }
  assert.match(await page.locator(".problem").innerText(), /Add at least one way/);
  assert.deepEqual(page.errors, []);
});

test("a barred way is marked and is not the best; where nothing pays, that is said", async () => {
  const barred = { ...small, country: "USA", export: { ...small.export, declaredPrice: "9000", homeCost: "8000" }, semiKnockedDown: undefined };
  const page = await tests.open(link(barred));
  const answer = native(barred);
  assert.equal(answer.best, null);
  assert.ok(answer.routes[0].prohibited);
  assert.match(await part(page, "routes").locator("thead").innerText(), /barred/);
  assert.match(await page.locator(".answer .notices").innerText(), /barred on a way[\s\S]*never the best/);
  assert.match(await page.locator(".answer .notices").innerText(), /No way into this market/);
  assert.equal(await page.locator(".figure").count(), 0);
});

test("what it would take is searched without map and simulation", async () => {
  const page = await tests.open("/site/?lang=en");
  await open(page);
  const { bestValue } = native(await request(page));
  await page.locator("#what-equals").fill(String(Math.round(Number(bestValue) * 1.1)));
  await page.locator("#what-equals").press("Tab");
  await page.getByRole("button", { name: "Find it", exact: true }).click();
  await page.locator(".found tbody tr").first().waitFor();
  const volume = Number((await page.locator(".found tbody th").first().innerText()).replace(/[^\d.]/g, ""));
  assert.ok(volume > 30000 && volume < 60000, `${volume} vehicles`);
  assert.deepEqual(page.errors, []);
});

test("in Chinese, on a phone, in the dark, with everything open, nothing is left out or too wide", async () => {
  const page = await tests.open(link(small, "zh"), { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  for (const [, name] of PROGRAMMES) {
    await page.getByRole("button", { name, exact: true }).click();
    await settled(page);
    assert.equal(await page.locator(".problem").count(), 0, name);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${name}: ${over} pixels too wide`);
    const text = await page.locator(".results").innerText();
    assert.doesNotMatch(text, /undefined|NaN|semi-knocked|contract-assembly|joint-venture/);
  }
  for (const summary of await page.locator("summary").all()) if (await summary.isVisible()) await summary.click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`), []);
});

test("axe finds nothing in English either, with every group in use", async () => {
  const page = await tests.open("/site/?lang=en");
  await open(page);
  await page.getByRole("button", { name: PROGRAMMES[1][0], exact: true }).click();
  await settled(page);
  for (const summary of await page.locator("summary").all()) if (await summary.isVisible()) await summary.click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`), []);
});
