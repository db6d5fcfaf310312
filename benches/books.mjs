// Books in millions of rows a second, JavaScript and native Rust in turns; and how time and memory grow with the rows.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { median, table } from "./report.mjs";

const count = 1_000_000;
const product = "export-credit-cover";

/** The same numbers as in `native.rs`. */
function draws() {
  let state = 12_345n;
  return (below) => {
    state = (1_103_515_245n * state + 12_345n) % 2n ** 31n;
    return Number(state >> 8n) % below;
  };
}

/** A book: amounts of 10,000 to 30 million, terms of 2 to 12 years, drawn in up to 3 years, 5 countries and 5 classes. */
export function bookOf(rows) {
  const draw = draws();
  const columns = {
    amount: new Float64Array(rows), repaymentMonths: new Int32Array(rows), disbursementMonths: new Int32Array(rows),
    country: { names: ["KAZ", "MEX", "BRA", "VNM", "IND"], codes: new Int32Array(rows) },
    buyer: { names: ["SOV", "CC0", "CC1", "CC2", "CC3"], codes: new Int32Array(rows) },
  };
  for (let row = 0; row < rows; row++) {
    columns.amount[row] = (1_000_000 + draw(3_000_000) * 1000) / 100;
    columns.repaymentMonths[row] = 24 + draw(121);
    columns.disbursementMonths[row] = draw(37);
    columns.country.codes[row] = draw(5);
    columns.buyer.codes[row] = draw(5);
  }
  return columns;
}

const spelt = ({ names, codes }) => Array.from(codes, (code) => names[code]);

/** Millions of rows a second, of nine runs on either side in three turns. */
export function books(engine, root) {
  const columns = bookOf(count);
  const { amount, repaymentMonths, disbursementMonths } = columns;
  const plain = { amount, repaymentMonths, disbursementMonths };
  const texts = { ...columns, country: spelt(columns.country), buyer: spelt(columns.buyer) };
  const policies = { turnover: amount, termDays: Int32Array.from(repaymentMonths, (months) => months), country: columns.country };
  const one = { country: "KAZ", buyer: "CC2", currency: "USD" };
  const cases = {
    "amount and months, premium": [product, plain, one, ["premium"]],
    "and country and class, premium": [product, columns, { currency: "USD" }, ["premium"]],
    "the same, premium and its rate": [product, columns, { currency: "USD" }, ["premium", "premiumRate"]],
    "country and class as lists of text": [product, texts, { currency: "USD" }, ["premium"]],
    "short-term policies, premium": ["short-term-cover", policies, { currency: "USD" }, ["premium"]],
  };
  const run = (name) => {
    const [product, columns, defaults, outputs] = cases[name];
    const begin = performance.now();
    const { errors } = engine.quoteMany(product, columns, defaults, { outputs });
    const speed = count / (performance.now() - begin) / 1000;
    if (errors.rows.length) throw new Error(errors.message[0]);
    return speed;
  };
  const names = Object.keys(cases);
  names.forEach(run);
  const [here, native] = [{}, {}];
  for (let turn = 0; turn < 3; turn++) {
    for (const name of names) for (let at = 0; at < 3; at++) (here[name] ??= []).push(run(name));
    const text = execFileSync("cargo", ["bench", "-q", "--bench", "native", "--", "books"], { cwd: root, encoding: "utf8" });
    for (const line of text.trim().split("\n").filter((line) => line.includes("\t"))) {
      const [name, ...speeds] = line.split("\t");
      (native[name] ??= []).push(...speeds.map(Number));
    }
  }
  table(`Books of ${count.toLocaleString("en-US")} rows by quoteMany on one thread, millions of rows a second`, ["", "Node", "quartiles", "native", "ratio"], names.map((name) => {
    const sorted = here[name].toSorted((a, b) => a - b);
    const beside = native[name] ? median(native[name]) : null;
    return [
      name, median(sorted).toFixed(1), `${sorted[2].toFixed(1)} to ${sorted[6].toFixed(1)}`, beside?.toFixed(1) ?? "",
      beside ? `${(median(sorted) / beside).toFixed(2)} ×` : "",
    ];
  }));
}

/** Each size in a process of its own, which tells its time and the most memory that it held. */
export function growth(write) {
  const sizes = [1000, 10_000, 100_000, 1_000_000];
  const child = fileURLToPath(new URL("growth.mjs", import.meta.url));
  const found = sizes.map((rows) => {
    const runs = Array.from({ length: 3 }, () => JSON.parse(execFileSync(process.execPath, [child, String(rows)], { encoding: "utf8" })));
    return { rows, ms: median(runs.map(({ ms }) => ms)), megabytes: median(runs.map(({ megabytes }) => megabytes)) };
  });
  table("How a book grows, premium and its rate by country, class, months and amount", ["rows", "ms of processor", "ns a row", "MB held at most"], found.map(({ rows, ms, megabytes }) => [
    rows.toLocaleString("en-US"), ms.toFixed(2), ((ms * 1e6) / rows).toFixed(0), megabytes.toFixed(0),
  ]));
  if (write) writeFileSync(new URL("growth.svg", import.meta.url), picture(found));
}

/** Two lines on scales of powers of ten, both labelled. */
function picture(found) {
  const [width, height, left, bottom] = [640, 320, 70, 270];
  const x = (rows) => left + ((Math.log10(rows) - 3) / 3) * 480;
  const y = (value) => bottom - (Math.log10(Math.max(value, 0.01)) + 2) * (220 / 5);
  const line = (of, dash) => `<polyline fill="none" stroke="currentColor" stroke-width="2"${dash} points="${found.map((row) => `${x(row.rows).toFixed(1)},${y(of(row)).toFixed(1)}`).join(" ")}"/>`;
  const dots = (of) => found.map((row) => `<circle cx="${x(row.rows).toFixed(1)}" cy="${y(of(row)).toFixed(1)}" r="3.5" fill="currentColor"/>`).join("");
  const end = found.at(-1);
  const across = found.map(({ rows }) => `<text x="${x(rows)}" y="${bottom + 22}" text-anchor="middle">${rows.toLocaleString("en-US")}</text>`);
  const up = [0.01, 0.1, 1, 10, 100, 1000].map((value) => `<text x="${left - 10}" y="${y(value) + 4}" text-anchor="end">${value}</text><path d="M${left} ${y(value)}h480" stroke="currentColor" stroke-opacity=".15"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="currentColor" color="#335">
<title>Time and memory of a book by its rows</title>
<rect width="100%" height="100%" fill="#fff"/>
${up.join("\n")}
${across.join("\n")}
<text x="${left + 240}" y="${height - 8}" text-anchor="middle">rows</text>
${line(({ ms }) => ms, "")}${dots(({ ms }) => ms)}
<text x="${x(end.rows) + 10}" y="${y(end.ms) + 16}">ms</text>
${line(({ megabytes }) => megabytes, ' stroke-dasharray="6 4"')}${dots(({ megabytes }) => megabytes)}
<text x="${x(end.rows) + 10}" y="${y(end.megabytes) - 8}">MB held</text>
</svg>
`;
}

