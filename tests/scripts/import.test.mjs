// Published file formats become tables, and what is different is told. The samples are made by hand.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { difference, formats, importFile, readCirr, readList, readRates, tableRows, tableText } from "../../scripts/import.mjs";

const folder = mkdtempSync(join(tmpdir(), "export-risk-import-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const sample = (name) => `tests/samples/${name}`;
const embedded = readFileSync("src/reference/tables/countries.csv", "utf8");

/** The embedded list in the two forms in which it is published: its pages as text, and a table. */
const notes = { "market-benchmark": "(6)", "not-reviewed": "(5)", unclassified: "(8)", classified: "" };
const published = tableRows(embedded).map(([code, category, status]) => ({
  code: code === "XKX" ? "XKV" : code,
  category: category || "-",
  note: notes[status],
}));
const asText = (rows) =>
  ["Country Risk Classifications", "Valid as of: 30 January 2026", "Code Name Previous Current",
    ...rows.map(({ code, category, note }, at) => `${at + 1} ${code} Some Name, ${code} ${category} ${category} ${note}`)].join("\n");
const asTable = (rows) =>
  ["country,iso3,crc,notes", ...rows.map(({ code, category, note }) => `"Some Name, ${code}",${code},${category.replace("-", "0")},${note}`)].join("\n");

test("the list is the same from its text and from a table, every status told apart", () => {
  for (const text of [asText(published), asTable(published)]) {
    const read = readList(text);
    assert.deepEqual(read.rows, tableRows(embedded));
    assert.deepEqual(difference(tableRows(embedded), read.rows, 1), []);
  }
  assert.equal(readList(asText(published)).inForce, "2026-01-30");
  assert.equal(readList(asTable(published)).inForce, "");
});

test("what is no list is refused", () => {
  assert.throws(() => readList("nothing"), /Only 0 countries/);
  assert.throws(() => readList(asTable([{ code: "MEX", category: "8", note: "" }])), /from 0 to 7/);
});

test("what is different is told, and the table is written in the engine's form with its edition", () => {
  const newer = published.map((row) => (row.code === "MEX" ? { ...row, category: "2" } : row)).filter(({ code }) => code !== "CUB");
  const [file, to] = [join(folder, "list.txt"), join(folder, "countries.csv")];
  writeFileSync(file, asText(newer));
  writeFileSync(to, embedded);
  const done = importFile("oecd-list", file, { to, retrieved: "2026-02-03" });
  assert.deepEqual(done.lines, ["changed  MEX: 3 classified → 2 classified", "gone     CUB: 7 classified"]);
  const text = readFileSync(to, "utf8");
  assert.match(text, /^# id: oecd-country-risk\n# title: .*\n# source: .*\n# inForce: 2026-01-30\n# retrieved: 2026-02-03\n# grade: official\n/);
  assert.match(text, /\nMEX,2,classified\n/);
  // The same again is nothing new.
  assert.deepEqual(importFile("oecd-list", file, { to, retrieved: "2026-02-03" }).lines, []);
});

test("a file without its day asks for it", () => {
  const [file, to] = [join(folder, "list.csv"), join(folder, "other.csv")];
  writeFileSync(file, asTable(published));
  assert.throws(() => importFile("oecd-list", file, { to }), /--in-force/);
  assert.equal(importFile("oecd-list", file, { to, "in-force": "2026-01-30" }).lines.length, 201);
});

test("reference rates are those of the newest day, from XML and from CSV", () => {
  const expected = [["CNY", "8.0000"], ["JPY", "125.50"], ["USD", "1.2500"]];
  for (const name of ["eurofxref-made-for-tests.xml", "eurofxref-made-for-tests.csv"]) {
    const read = readRates(readFileSync(sample(name), "utf8"));
    assert.deepEqual([read.inForce, read.rows], ["2020-01-03", expected], name);
  }
  const history = "Date,USD,JPY,\n2020-01-03,1.25,125.5,\n2020-01-02,1.2,N/A,\n";
  assert.deepEqual(readRates(history).rows, [["JPY", "125.5"], ["USD", "1.25"]]);
  assert.throws(() => readRates("a,b\n1,2\n"), /the date/);
});

test("commercial interest reference rates come with terms or with project types across", () => {
  const read = (name) => readCirr(readFileSync(sample(name), "utf8"));
  const byCurrency = read("cirr-by-currency-made-for-tests.csv");
  assert.equal(byCurrency.inForce, "2020-01-15");
  assert.deepEqual(byCurrency.rows.slice(0, 4), [
    ["EUR", "up to 5 years", "", "1.10"],
    ["EUR", "over 5 to 8.5 years", "", "1.20"],
    ["EUR", "over 8.5 years", "", "1.30"],
    ["USD", "up to 5 years", "", "2.10"],
  ]);
  assert.equal(byCurrency.rows.length, 8);
  const byTerm = read("cirr-by-term-made-for-tests.csv");
  assert.equal(byTerm.inForce, "2020-01-15");
  assert.deepEqual(byTerm.rows.at(-1), ["USD", "13", "New nuclear / large hydro", "2.40"]);
  assert.equal(byTerm.rows.length, 5);
  assert.throws(() => readCirr("Currency,5 years\nEUR,dear\n"), /percent/);
});

test("a table that was written is read again as it was", () => {
  const read = readCirr(readFileSync(sample("cirr-by-term-made-for-tests.csv"), "utf8"));
  assert.deepEqual(tableRows(tableText(formats.cirr.head, read, "2020-01-16")), read.rows);
});
