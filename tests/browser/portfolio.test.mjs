// A book: the answer and every table are the program's own, a file comes in row by row with its mistakes named, drawn answers
// are made beside the page and can be ended, and whatever a cell says is text.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { createServer } from "vite";
import { loadEngine } from "../../dist/node.js";
import { browserTests, native, policy, settled } from "./browser.mjs";

const tests = browserTests({}, { "/no-workers": `${policy}; worker-src 'none'` });
let server, book;

before(async () => {
  const quiet = { server: { middlewareMode: true, hmr: false, watch: null, ws: false }, optimizeDeps: { noDiscovery: true } };
  server = await createServer({ configFile: "www/vite.config.ts", root: "www", logLevel: "error", ...quiet });
  book = await server.ssrLoadModule("/text/book.ts");
});
after(() => server?.close());

const link = (document, lang = "en") => `/site/?lang=${lang}#request=${Buffer.from(JSON.stringify(document)).toString("base64url")}`;
const request = (page) => page.evaluate(() => document.querySelector("export-risk-calculator").request);
const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const plain = (text) => text.replace(/\s*\(why\?\)/gi, "").replace(/\s+/g, " ").trim();
const whole = (value, digits = 0) => Number(value).toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** CreditRisk+ (1997), the first ten obligors of Appendix B, in two sectors and countries of our own. */
const small = {
  product: "portfolio", model: "credit-risk-plus", currency: "USD", exposure: [358475, 1089819, 1799710, 1933116, 2317327, 2410929, 2652184, 2957685, 3137989, 3204044],
  defaultRate: [0.3, 0.3, 0.1, 0.15, 0.15, 0.15, 0.3, 0.15, 0.05, 0.05], defaultRateDeviation: [0.15, 0.15, 0.05, 0.075, 0.075, 0.075, 0.15, 0.075, 0.025, 0.025],
  country: ["MEX", "MEX", "BRA", "BRA", "BRA", "THA", "THA", "KAZ", "KAZ", "TUR"], sector: ["A", "B", "A", "B", "A", "B", "A", "B", "A", "B"],
  layers: [{ attachment: 0, limit: 2000000 }, { attachment: 2000000 }],
};

async function answered(page) {
  await page.locator("[part=book-losses]:not(.stale)").waitFor();
  await settled(page);
}

/** The rows of a panel's table, by the panel and the table's caption. */
async function rows(page, part, caption) {
  const table = page.locator(`[part=${part}] table`, { has: page.locator("caption", { hasText: new RegExp(`^${caption}$`) }) });
  return table.locator("tbody tr").evaluateAll((list) => list.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s*\(why\?\)/gi, "").replace(/\s+/g, " ").trim())));
}

/** Reads a text as the page does. */
async function read(text, options = {}) {
  const countries = book.countrySpellings([{ alpha3: "MEX", alpha2: "MX" }, { alpha3: "BRA", alpha2: "BR" }], [(code) => ({ MX: "Mexico", BR: "Brazil" })[code], (code) => ({ MX: "墨西哥", BR: "巴西" })[code]]);
  return book.readBook(text, countries, { slice: 1e9, pause: async () => {}, ...options });
}

test("the opening book is answered as the program answers it, and so is every table", async () => {
  const page = await tests.open("/site/?lang=en");
  await page.locator(".top nav").first().locator(".job", { hasText: "Check a book" }).click();
  await answered(page);
  const asked = await request(page);
  const answer = native(asked);
  assert.equal(plain(await page.locator(".figure .big").innerText()), `USD ${whole(answer.expectedLoss)}`);
  assert.match(await page.locator(".chip[aria-pressed=true]").first().innerText(), /invented/);
  const usd = (value) => `USD ${whole(value)}`;
  assert.deepEqual(await rows(page, "book-losses", "Quantiles"), answer.quantiles.map(({ level, loss, expectedShortfall }) => [`${Number((100 * level).toFixed(6))} %`, usd(loss), usd(expectedShortfall)]));
  const percent = (value) => `${(100 * value).toFixed(2)}%`;
  assert.deepEqual(
    await rows(page, "book-layers", "Layers"),
    answer.layers.map((one) => [
      ...["attachment", "limit", "expectedLoss", "standardDeviation"].map((name) => whole(one[name])), percent(one.attachmentProbability), percent(one.exhaustionProbability), whole(one.price), percent(one.rateOnLine),
    ]),
  );
  await page.locator("[part=book-losses] summary").last().click();
  await page.locator("[part=book-losses] details[open] tbody tr").first().waitFor();
  const distribution = await rows(page, "book-losses", "Distribution of losses");
  assert.equal(distribution.length, answer.lossDistribution.loss.length);
  assert.deepEqual(distribution.map(([loss]) => loss), answer.lossDistribution.loss.map((loss) => whole(loss)));
  const { obligors } = answer.contributions;
  const order = [...obligors.expectedShortfall.keys()].sort((a, b) => obligors.expectedShortfall[b] - obligors.expectedShortfall[a]).slice(0, 12);
  assert.deepEqual(
    await rows(page, "book-contributions", "Who contributes most"),
    order.map((at) => [asked.name[at], ...[asked.exposure[at], obligors.expectedLoss[at], obligors.standardDeviation[at], obligors.expectedShortfall[at]].map((value) => whole(value))]),
  );
  const countries = [...answer.concentration.countries].sort((a, b) => b.exposure - a.exposure);
  const found = await rows(page, "book-map", "Where exposures lie");
  assert.deepEqual(found.map((row) => row.slice(1, 3)), countries.map((one) => [whole(one.exposure), `${(100 * one.share).toFixed(1)}%`]));
  const parts = new Map(answer.contributions.countries.map((one) => [one.name, one]));
  assert.deepEqual(found.map((row) => row[4]), countries.map(({ country }) => whole(parts.get(country).expectedShortfall)));
  // The pictures say in words what they show.
  const says = plain(await page.locator("[part=book-losses] svg.distribution").getAttribute("aria-label"));
  assert.ok(says.includes(usd(answer.expectedLoss)) && says.includes(usd(answer.quantiles.at(-1).loss)), says);
  assert.match(await page.locator("svg.tower").getAttribute("aria-label"), /5M xs 0.*10M xs 5M/);
  await page.getByRole("button", { name: "The tail, logarithmic" }).click();
  await settled(page);
  assert.ok((await page.locator("[part=book-losses] svg.distribution circle").count()) >= 5);
  await page.locator("[part=book-losses] .why").nth(2).click();
  await settled(page);
  assert.match(plain(await page.locator("#why").innerText()), /CreditRisk\+/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`), []);
  assert.deepEqual([await page.violations(), page.errors], [[], []]);
});

test("every ready-made book has an answer, in Chinese, on a phone and in the dark; fields of rows are no fields of the form", async () => {
  const page = await tests.open(link(small, "zh"), { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  await answered(page);
  assert.equal(await page.locator(".deal textarea:visible").count(), 0);
  for (let place = 0; place < 5; place += 1) {
    await page.locator(".deal > .presets .chip").nth(place).click();
    await answered(page);
    assert.equal(await page.locator(".problem").count(), 0, `${place}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${place}: ${over} pixels too wide`);
  }
  assert.deepEqual(page.errors, []);
});

test("a file comes in by our names and by people's; wrong rows are named and kept, the others are the book", async () => {
  const page = await tests.open(link(small));
  await answered(page);
  const csv = [
    "Obligor,Country code,Exposure (USD),PD,PD deviation,LGD,Policy", 'Bus "A",MX,"1,000,000",2%,1%,0.6,P1', "B,Brazil,2000000,abc,0.01,0.6,P2", "C,Atlantis,500000,0.02,0.01,0.6,P3",
    "", "D,墨西哥,750000,0.03,0.015,140 %,P4", '"E & sons, ltd",BRA,1250000.5,0.02,0.01,0.6,P5', "F,BR,-5,0.02,0.01,0.6,P6", "G,BR,,0.02,0.01,0.6,P7", "H,BR,1", '"I,BR,100,0.02,0.01,0.6,P9', "J,BR,300000,.025,1.2e-2,0.6,P10",
  ].join("\r\n");
  await page.locator("#book-file").setInputFiles(file("book.csv", csv));
  await page.getByText("book.csv: 3 rows taken, 7 refused.").waitFor();
  await answered(page);
  const asked = await request(page);
  assert.deepEqual(asked.name, ['Bus "A"', "E & sons, ltd", "J"]);
  assert.deepEqual(asked.country, ["MEX", "BRA", "BRA"]);
  assert.deepEqual([asked.exposure, asked.defaultRate, asked.defaultRateDeviation, asked.lossGivenDefault], [[1000000, 1250000.5, 300000], [0.02, 0.02, 0.025], [0.01, 0.01, 0.012], [0.6, 0.6, 0.6]]);
  // What the file does not have is none of the new book's.
  assert.equal(asked.sector ?? null, null);
  assert.equal(plain(await page.locator(".figure .big").innerText()), `USD ${whole(native(asked).expectedLoss)}`);
  const told = await page.locator(".mistakes tbody tr").evaluateAll((list) => list.map((row) => [...row.children].slice(0, 3).map((cell) => cell.textContent)));
  assert.deepEqual(told, [
    ["3", "PD", "abc"], ["4", "Country code", "Atlantis"], ["6", "LGD", "140 %"], ["8", "Exposure (USD)", "-5"], ["9", "Exposure (USD)", ""], ["10", "", "3"], ["11", "", '"I,BR,100,0.02,0.01,0.6,P9'],
  ]);
  assert.match(await page.locator(".book-rows").innerText(), /not read: Policy/);
  const [refused] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Refused rows (CSV)" }).click()]);
  const kept = readFileSync(await refused.path(), "utf8");
  assert.equal(kept.trim().split("\r\n").length, 8);
  // Put right, the refused rows are a file again: where and why are no columns of a book.
  await page.locator("#book-file").setInputFiles(file("again.csv", kept.replace("Atlantis", "MX").replace("abc", "0.5")));
  await page.getByText("again.csv: 2 rows taken, 5 refused.").waitFor();
  // The sample that is offered comes in whole.
  await page.locator("summary", { hasText: "What the file may have" }).click();
  const [sample] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Sample file (CSV)" }).click()]);
  await page.locator("#book-file").setInputFiles(file("sample.csv", readFileSync(await sample.path(), "utf8")));
  await page.getByText("sample.csv: 48 rows taken, 0 refused.").waitFor();
  await answered(page);
  assert.ok(page.requests.every((url) => url.startsWith(tests.address)));
});

test("pasted rows are taken, rows that are there can be changed by hand, and layers are typed", async () => {
  const page = await tests.open(link(small));
  await answered(page);
  await page.getByText("Paste or change rows").click();
  await page.getByRole("button", { name: "Show the rows of this book" }).click();
  const text = page.getByLabel("Rows, the columns’ names in the first");
  const shown = await text.inputValue();
  assert.equal(shown.split(/\r?\n/).length, 11);
  await text.fill(shown.replace("358475", "9358475"));
  await page.getByRole("button", { name: "Take these rows" }).click();
  await page.getByText("10 rows taken, 0 refused").waitFor();
  await answered(page);
  assert.deepEqual(await request(page), { ...small, exposure: [9358475, ...small.exposure.slice(1)] });
  await text.fill("敞口\t违约率\t违约率标准差\n1000000\t0.02\t0.01\n2000000\t3%\t0.01");
  await page.getByRole("button", { name: "Take these rows" }).click();
  await page.getByText("2 rows taken, 0 refused").waitFor();
  await answered(page);
  assert.deepEqual((await request(page)).exposure, [1000000, 2000000]);
  const limit = page.getByLabel("Layers 1: Limit");
  await limit.fill("500,000");
  await limit.press("Tab");
  await page.getByRole("button", { name: "+ Another layer" }).click();
  await answered(page);
  assert.deepEqual((await request(page)).layers, [{ attachment: 0, limit: 500000 }, { attachment: 2000000 }, { attachment: 2000000 }]);
  await limit.fill("0");
  await limit.press("Tab");
  await page.locator(".problem").first().waitFor();
});

test("what a file says is text, and a file that is no book leaves everything as it is", async () => {
  const page = await tests.open(link(small));
  await answered(page);
  const before = await request(page);
  for (const [text, says] of [["name,amountt\nA,1\n", /no column of exposures/], ["exposure,amount\n1,2\n", /Two columns mean the same/], ["exposure\n", /must have 1 to 200,000 rows/], ["", /must have 1 to 200,000 rows/]]) {
    await page.locator("#book-file").setInputFiles(file("wrong.csv", text));
    await page.locator("#book-file-error").waitFor();
    assert.match(await page.locator("#book-file-error").innerText(), says);
    assert.deepEqual(await request(page), before);
  }
  // A request as the page saves it is opened whole.
  const saved = { ...small, tailLevel: 0.95 };
  await page.locator("#book-file").setInputFiles(file("request.json", `${JSON.stringify(saved, null, 2)}\n`));
  await page.waitForFunction(() => document.querySelector("export-risk-calculator").request.tailLevel === 0.95);
  assert.deepEqual(await request(page), saved);
  const hostile = '<img src=x onerror=alert(1)>';
  const csv = `name,exposure,defaultRate,defaultRateDeviation,sector,${hostile}\n${hostile},5000000,0.02,0.01,${hostile},1\n=cmd|' /C calc'!A0,1,0.02,0.01,__proto__,1\nconstructor,2,${hostile},0.01,x,1\n`;
  await page.locator("#book-file").setInputFiles(file(`${hostile}.csv`, csv));
  await page.getByText("2 rows taken, 1 refused.").waitFor();
  await answered(page);
  assert.match(await page.locator("[part=book-contributions]").innerText(), /<img src=x/);
  assert.equal(await page.evaluate(() => document.querySelector("export-risk-calculator").shadowRoot.querySelectorAll("img, script").length), 0);
  const [all] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "All obligors (CSV)" }).click()]);
  assert.match(readFileSync(await all.path(), "utf8"), /'=cmd\|/);
  assert.deepEqual([await page.violations(), page.errors], [[], []]);
});

/** A book whose losses have to be drawn. */
const drawn = { ...small, model: "gaussian-copula", correlation: 0.2, paths: 20000, seed: 7, layers: [{ attachment: 1000000, limit: 2000000 }] };

test("drawn losses are the engine's in one piece; more paths are drawn beside the page and can be ended", async () => {
  const page = await tests.open(link(drawn));
  await answered(page);
  const engine = await loadEngine();
  const check = async (paths) => {
    const quote = engine.quote({ ...drawn, paths });
    assert.deepEqual(
      (await rows(page, "book-losses", "Quantiles")).map(([, loss, shortfall, low, high]) => [loss, shortfall, low, high]),
      quote.quantiles.map(({ loss, expectedShortfall, low, high }) => [loss, expectedShortfall, low, high].map((value) => `USD ${whole(value)}`)),
    );
    assert.deepEqual((await rows(page, "book-contributions", "By sector")).map((row) => row[3]), quote.contributions.sectors.map((one) => whole(one.expectedShortfall)));
  };
  await check(20000);
  await page.getByRole("button", { name: "Draw 100,000 paths" }).click();
  const status = page.locator(".draws [role=status]");
  await status.filter({ hasText: "100,000 of 100,000" }).waitFor({ timeout: 240_000 });
  while (page.workers().length > 0) await page.waitForTimeout(20);
  await settled(page);
  await check(100_000);
  // Another request forgets them; a run that is ended goes no further.
  await page.evaluate(() => {
    const element = document.querySelector("export-risk-calculator");
    const many = (value) => Array.from({ length: 4000 }, (_, at) => value + at);
    const { country: _, sector: __, ...rest } = element.request;
    element.request = { ...rest, paths: 1_000_000, exposure: many(1000), defaultRate: 0.05, correlation: 0.3 };
  });
  await page.locator(".book-rows progress").waitFor();
  await page.locator("[part=book-losses]:not(.stale)").waitFor();
  await page.locator(".book-rows").getByRole("button", { name: "Cancel" }).click();
  await page.locator(".book-rows progress").waitFor({ state: "detached" });
  while (page.workers().length > 0) await page.waitForTimeout(20);
  const paths = await page.locator("[part=book-losses] dl.rows dd").first().innerText();
  assert.ok(Number(paths.replace(/\D/g, "")) < 1_000_000, `${paths} of the paths so far`);
  assert.deepEqual([await page.violations(), page.errors], [[], []]);
});

test("where no worker may start, fewer paths are drawn on the page itself, and it says so", async () => {
  const page = await tests.open(`/no-workers${link(drawn)}`);
  await answered(page);
  const quote = (await loadEngine()).quote({ ...drawn, paths: 10_000 });
  assert.deepEqual((await rows(page, "book-losses", "Quantiles")).map((row) => row[1]), quote.quantiles.map(({ loss }) => `USD ${whole(loss)}`));
  assert.match(await page.locator("[part=book-losses]").innerText(), /10,000 of 20,000/);
  assert.deepEqual(page.errors.filter((error) => !/worker-src|Worker/.test(error)), []);
});

test("a hundred thousand rows with one per cent broken: each broken one is named, nothing is lost", async () => {
  const lines = ["name,country,exposure,pd,pd deviation,lgd"];
  const broken = new Set();
  for (let row = 2; row <= 100_001; row += 1) {
    const amount = 1000 + ((row * 7919) % 9973);
    const isBroken = row % 100 === 51;
    if (isBroken) broken.add(row);
    const cells = [`"Obligor, ${row}"`, row % 2 ? "MX" : "Brazil", String(amount), "0.02", "0.01", "0.5"];
    // Each kind of mistake in its turn.
    if (isBroken) [() => (cells[2] = "n/a"), () => (cells[3] = "1.5"), () => cells.pop(), () => (cells[1] = "Nowhere"), () => (cells[0] = `"Obligor ${row}`), () => (cells[2] = "-1"), () => (cells[4] = "")][(row - 51) / 100 % 7]();
    lines.push(cells.join(","));
  }
  const text = lines.join("\n");
  let pauses = 0;
  const found = await read(text, { slice: 1, pause: async () => void (pauses += 1) });
  assert.equal(found.kept, 99_000);
  assert.deepEqual(found.refused.map(({ row }) => row), [...broken]);
  assert.deepEqual(Object.values(found.columns).map((column) => column.length), [99_000, 99_000, 99_000, 99_000, 99_000, 99_000]);
  const reasons = new Map();
  for (const { mistake } of found.refused) reasons.set(mistake.reason, (reasons.get(mistake.reason) ?? 0) + 1);
  assert.deepEqual([...reasons.keys()].sort(), ["above-most", "below-zero", "cell-count", "empty-cell", "not-a-number", "open-quote", "unknown-country"]);
  assert.ok(pauses > 1, "others have their turn");
  assert.equal(await read(text, { slice: 0, isOver: () => true }), null, "nobody waits for it any more");

  const page = await tests.open(link(small));
  await answered(page);
  await page.locator("#book-file").setInputFiles(file("large.csv", text));
  await page.getByText("large.csv: 99,000 rows taken, 1,000 refused.").waitFor({ timeout: 120_000 });
  await page.locator("[part=answer]", { hasText: "99,000" }).waitFor({ timeout: 240_000 });
  await answered(page);
  const answer = (await loadEngine()).quote(await request(page));
  assert.equal(answer.obligors, 99_000);
  assert.equal(plain(await page.locator(".figure .big").innerText()), `USD ${whole(answer.expectedLoss)}`);
  assert.equal(await page.locator(".mistakes tbody tr").count(), 100);
  assert.match(await page.locator(".mistakes").innerText(), /And 900 more/);
  assert.deepEqual([await page.violations(), page.errors], [[], []]);
});

test("numbers as spreadsheets write them, and what can't be one", () => {
  const cases = [
    ["1250000", ",", 1250000], ["1,250,000.5", ",", 1250000.5], ["1.5e6", ",", 1500000], ["2.5%", ",", 0.025], ["５％", ",", 0.05], ["1.250.000,5", ";", 1250000.5], ["0,05", ";", 0.05], [".5", ",", 0.5], ["1 250 000", ",", 1250000],
    ["1,25", ",", null], ["0,05", "\t", null], ["0x10", ",", null], ["Infinity", ",", null], ["1e999", ",", null], ["--5", ",", null], ["1.2.3", ",", null], ["5%%", ",", null], ["USD 5", ",", null],
  ];
  for (const [text, between, value] of cases) assert.equal(book.numberOf(text, between), value, text);
});

test("weights of sectors, quotation marks, byte order marks and line ends", async () => {
  const found = await read('\ufeffExposure;Weight: Cars;Weight: Parts;LGD;LGD deviation\r"1000";0,6;0,4;0,5;0,2\n2000;0,7;0,4;0,5;0,2\r\n3000;0,5;0,2;0,5;0,5\n;;;;\n"4""000";0;0;0;0\n5000;0,1;0;1;0;;\n');
  assert.equal(found.kept, 2);
  assert.deepEqual(found.columns.exposure, [1000, 5000]);
  assert.deepEqual(found.columns.sectorWeights, [{ name: "Cars", weights: [0.6, 0.1] }, { name: "Parts", weights: [0.4, 0] }]);
  assert.deepEqual(found.refused.map(({ row, mistake }) => [row, mistake.reason]), [[3, "weights-above-one"], [4, "deviation-too-large"], [6, "not-a-number"]]);
});

test("every spelling of a column is documented and read", async () => {
  const lines = readFileSync("docs/portfolio.md", "utf8").split("\n");
  for (const { name, kind, also } of book.bookColumns) {
    const line = lines.find((line) => line.startsWith(`| \`${name}\``)) ?? "";
    assert.deepEqual(also.filter((spelling) => !line.includes(spelling)), [], name);
    const cell = { country: "MX", words: "A" }[kind] ?? "0.25";
    for (const called of [name, ...also, ` ${also[0].toUpperCase()} (a year) `]) {
      const found = await read(name === "exposure" ? `${called}\n${cell}\n` : `exposure,${called}\n1,${cell}\n`);
      assert.deepEqual([found.kept, found.called.get(name)], [1, called.trim()], called);
    }
  }
});
