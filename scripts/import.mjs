// Brings a newer edition of published data into a table: reads the publisher's file, shows what is different from the
// table that is there, and writes the table with its edition.
//
//   npm run import -- oecd-list FILE    the list of country risk classifications, as CSV or as the text of its pages
//   npm run import -- ecb-rates FILE    the euro reference rates, as XML or CSV (eurofxref)
//   npm run import -- cirr FILE         commercial interest reference rates, as CSV: terms across, or project types across
//
// --in-force YYYY-MM-DD where the file does not say its day, --retrieved YYYY-MM-DD for the day of the download (else
// today), --source TEXT for where it was, --to PATH for another table than the one under src/reference/tables.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Failure, runIfStarted, say } from "./run.mjs";

const tables = "src/reference/tables";

/** Reads each format: `{ inForce, columns, rows, key }`, the rows as lists of cells in the order of the columns. */
export const formats = {
  "oecd-list": {
    to: `${tables}/countries.csv`,
    read: readList,
    head: {
      id: "oecd-country-risk",
      title: "Country risk classifications of the Participants to the Arrangement on Officially Supported Export Credits",
      source: "OECD, Country Risk Classifications of the Participants to the Arrangement",
      grade: "official",
      licence: "facts of a public list",
    },
  },
  "ecb-rates": {
    to: `${tables}/ecb-reference-rates.csv`,
    read: readRates,
    head: {
      id: "ecb-reference-rates",
      title: "Euro foreign exchange reference rates, units of the currency for one euro",
      source: "European Central Bank, euro foreign exchange reference rates",
      grade: "official",
      licence: "free use with the source named",
    },
  },
  cirr: {
    to: `${tables}/cirr.csv`,
    read: readCirr,
    head: {
      id: "cirr",
      title: "Commercial interest reference rates, percent a year",
      source: "OECD or an agency that prints them",
      grade: "official",
      licence: "facts of a public list",
    },
  },
};

/** The list: the code of each country with its category, and its status by the footnotes. */
export function readList(text) {
  const lines = text.split(/\r?\n/);
  const columns = ["country", "category", "status"];
  const inForce = dayIn(text, /valid (?:as )?of:?\s*/i);
  const header = lines.findIndex((line) => /iso|code/i.test(line) && /,/.test(line));
  const found = header >= 0 ? listFromTable(lines.slice(header)) : lines.flatMap(listFromLine);
  const rows = found.map(({ code, category, notes, line }) => {
    // On the list Kosovo has a code of its own.
    const country = code === "XKV" ? "XKX" : code;
    const marks = new Set(notes.match(/\d/g) ?? []);
    const status = marks.has("6") || marks.has("7") ? "market-benchmark"
      : marks.has("8") ? "unclassified"
      : marks.has("5") ? "not-reviewed"
      : "classified";
    if (status === "classified" && !/^[0-7]$/.test(category)) {
      throw new Failure(`A category from 0 to 7 or one of the notes (5) to (8) is missing: ${line}`);
    }
    return [country, status === "classified" ? category : "", status];
  });
  if (rows.length < 100) throw new Failure(`Only ${rows.length} countries were found: is this the list?`);
  return { inForce, columns, key: 1, rows: sorted(rows) };
}

function listFromTable([head, ...lines]) {
  const names = cellsOf(head).map((name) => name.toLowerCase());
  const place = (pattern) => names.findIndex((name) => pattern.test(name));
  const [code, category, notes] = [place(/iso|code/), lastPlace(names, /crc|class|categor|current/), place(/note/)];
  if (code < 0 || category < 0) throw new Failure(`Columns for the code and the classification are missing: ${head}`);
  return lines.filter((line) => line.trim()).map((line) => {
    const cells = cellsOf(line);
    return { code: cells[code] ?? "", category: cells[category] ?? "", notes: cells[notes] ?? "", line };
  });
}

/** `154 MEX Mexico 3 3`: number, code, name, classification before and now, notes. */
function listFromLine(line) {
  const match = /^\s*(?:\d+\s+)?([A-Z]{3})\s+(\S.*?)\s+(?:[0-7]|-)\s+([0-7]|-)\s*((?:\(\d\)\s*)*)$/.exec(line);
  return match ? [{ code: match[1], category: match[3], notes: match[2] + (match[4] ?? ""), line }] : [];
}

/** The rates of one day; of several the newest. */
export function readRates(text) {
  const columns = ["currency", "perEuro"];
  if (text.includes("<Cube")) {
    const days = [...text.matchAll(/<Cube\s+time=['"](\d{4}-\d\d-\d\d)['"]\s*>([\s\S]*?)<\/Cube>\s*(?=<Cube\s+time|<\/Cube>)/g)];
    const newest = days.sort((a, b) => a[1].localeCompare(b[1])).at(-1);
    if (!newest) throw new Failure("No day of rates was found.");
    const rows = [...newest[2].matchAll(/currency=['"]([A-Z]{3})['"]\s+rate=['"]([\d.]+)['"]/g)].map((rate) => [rate[1], rate[2]]);
    return { inForce: newest[1], columns, key: 1, rows: rates(rows) };
  }
  const [head, ...lines] = text.split(/\r?\n/).filter((line) => line.trim());
  const names = cellsOf(head);
  if (!/^date$/i.test(names[0] ?? "")) throw new Failure(`The first column must be the date: ${head}`);
  const days = lines.map((line) => cellsOf(line)).map((cells) => ({ day: isoDay(cells[0] ?? ""), cells }));
  const newest = days.sort((a, b) => a.day.localeCompare(b.day)).at(-1);
  if (!newest) throw new Failure("No day of rates was found.");
  const rows = names.slice(1).map((name, at) => [name, newest.cells[at + 1] ?? ""]).filter(([name, rate]) => name && rate && rate !== "N/A");
  return { inForce: newest.day, columns, key: 1, rows: rates(rows) };
}

/**
 * Currencies down and terms across, as the OECD prints them, or terms down and project types across, as EXIM does for
 * the US dollar. Lines above the names of the columns may say from when to when the rates hold.
 */
export function readCirr(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  const at = lines.findIndex((line) => /^"?(currency|(repayment )?term)"?\s*,/i.test(line));
  if (at < 0) throw new Failure('A line of column names that begins with "Currency" or "Term" is missing.');
  const [first, ...across] = cellsOf(lines[at]);
  const byCurrency = /currency/i.test(first);
  const rows = lines.slice(at + 1).flatMap((line) => {
    const [name, ...cells] = cellsOf(line);
    return across.flatMap((other, place) => {
      const rate = (cells[place] ?? "").replace("%", "").trim();
      if (rate === "" || rate === "-" || /^n\/?a$/i.test(rate)) return [];
      if (!/^\d+(\.\d+)?$/.test(rate)) throw new Failure(`A rate in percent, such as 4.86, is missing: ${line}`);
      return [byCurrency ? [currency(name), plain(other), "", rate] : ["USD", plain(name), plain(other), rate]];
    });
  });
  if (rows.length === 0) throw new Failure("No rate was found.");
  const inForce = dayIn(lines.slice(0, at).join("\n"), /(?:valid|effective|from|in force)[^\d\n]*?/i);
  return { inForce, columns: ["currency", "term", "project", "percent"], key: 3, rows };
}

/** What is different: rows that are new, gone or changed, by their first `key` cells. */
export function difference(older, newer, key) {
  const index = (rows) => new Map(rows.map((row) => [row.slice(0, key).join(" "), row.slice(key).join(" ")]));
  const [before, after] = [index(older), index(newer)];
  const lines = [];
  for (const [name, value] of after) {
    if (!before.has(name)) lines.push(`new      ${name}: ${value}`);
    else if (before.get(name) !== value) lines.push(`changed  ${name}: ${before.get(name)} → ${value}`);
  }
  for (const [name, value] of before) if (!after.has(name)) lines.push(`gone     ${name}: ${value}`);
  return lines;
}

/** The table as text, in the form that the engine's parser reads. */
export function tableText(head, { inForce, columns, rows }, retrieved) {
  const lines = { id: head.id, title: head.title, source: head.source, inForce, retrieved, grade: head.grade, licence: head.licence };
  const heads = Object.entries(lines).map(([name, value]) => `# ${name}: ${value}`);
  return `${[...heads, columns.join(","), ...rows.map((row) => row.join(","))].join("\n")}\n`;
}

/** The rows of a table that is there. */
export function tableRows(text) {
  return text.split(/\r?\n/).filter((line) => line.trim() && !line.startsWith("#")).slice(1).map((line) => line.split(","));
}

/** Reads a file, says what is different and writes the table. */
export function importFile(name, file, options = {}) {
  const format = formats[name];
  if (!format) throw new Failure(`Known are ${Object.keys(formats).join(", ")}, not ${name ?? "nothing"}.`);
  if (!file || !existsSync(file)) throw new Failure(`There is no file ${file ?? "named"}.`);
  const read = format.read(readFileSync(file, "utf8"));
  const inForce = options["in-force"] ?? read.inForce;
  const retrieved = options.retrieved ?? new Date().toISOString().slice(0, 10);
  for (const day of [inForce, retrieved]) {
    if (!/^\d{4}-\d\d-\d\d$/.test(day ?? "")) throw new Failure("The file does not say its day: give it with --in-force YYYY-MM-DD.");
  }
  const to = options.to ?? format.to;
  const older = existsSync(to) ? tableRows(readFileSync(to, "utf8")) : [];
  const lines = difference(older, read.rows, read.key);
  const head = { ...format.head, ...(options.source ? { source: options.source } : {}) };
  writeFileSync(to, tableText(head, { ...read, inForce }, retrieved));
  return { to, inForce, rows: read.rows.length, lines };
}

function rates(rows) {
  for (const row of rows) {
    if (!/^[A-Z]{3}$/.test(row[0]) || !/^\d+(\.\d+)?$/.test(row[1])) throw new Failure(`This is no rate: ${row.join(" ")}`);
  }
  return sorted(rows);
}

function currency(name) {
  const code = /\b([A-Z]{3})\b/.exec(name)?.[1];
  if (!code) throw new Failure(`A currency's code is missing: ${name}`);
  return code;
}

/** The cells of a line; a quoted one may hold commas. */
function cellsOf(line) {
  const cells = [...line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, quoted, bare]) => (quoted?.replaceAll('""', '"') ?? bare ?? "").trim());
}

function plain(text) {
  return text.replaceAll(",", " ").replaceAll('"', "").replace(/\s+/g, " ").trim();
}

function lastPlace(names, pattern) {
  return names.reduce((last, name, at) => (pattern.test(name) ? at : last), -1);
}

function sorted(rows) {
  return rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAY = /(\d{4}-\d\d-\d\d)|(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})|([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})/;

/** `2026-01-30`, `30 January 2026`, `30-Jan-2026` or `January 30, 2026` as `2026-01-30`; empty for anything else. */
function isoDay(text) {
  const match = DAY.exec(text);
  if (!match) return "";
  if (match[1]) return match[1];
  const [day, name, year] = match[2] ? [match[2], match[3], match[4]] : [match[6], match[5], match[7]];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? "" : `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The day behind some words. */
function dayIn(text, words) {
  const at = new RegExp(words.source + `(${DAY.source})`, words.flags).exec(text);
  return at ? isoDay(at[1]) : "";
}

await runIfStarted(import.meta.url, ([name, file, ...rest]) => {
  const options = {};
  for (let at = 0; at < rest.length; at += 2) {
    const option = rest[at]?.replace(/^--/, "");
    if (!["in-force", "retrieved", "source", "to"].includes(option)) throw new Failure(`There is no option ${rest[at]}.`);
    options[option] = rest[at + 1] ?? "";
  }
  const { to, inForce, rows, lines } = importFile(name, file, options);
  lines.forEach((line) => say(line));
  say(`${to}: ${rows} rows in force on ${inForce}, ${lines.length || "none"} of them different. Now run npm test.`);
});
