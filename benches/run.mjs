// The benchmarks: one command, one table. What is compared is measured in turns within one run, so that the ratio
// holds when the machine's speed drifts; the times themselves say little.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as formulajs from "@formulajs/formulajs";
import Big from "big.js";
import Decimal from "decimal.js";
import * as financial from "financial";
import xirr from "xirr";
import { loadEngine } from "../dist/node.js";
import { books, growth } from "./books.mjs";
import { coldStart } from "./cold-start.mjs";
import { firstAnswer } from "./first-answer.mjs";
import { inPage } from "./in-page.mjs";
import { python } from "./python.mjs";
import { compare, keep, table, tell } from "./report.mjs";

const root = new URL("..", import.meta.url);
const write = process.argv.includes("--write");
const begin = performance.now();
const engine = await loadEngine();

const cover = {
  product: "export-credit-cover", country: "KAZ", buyer: "CC2", currency: "USD", amount: "10000000",
  disbursementMonths: 12, repaymentMonths: 60, cover: { commercial: 0.95, political: 0.95 }, quality: "standard",
  localCurrencyFactor: 0, creditEnhancementFactor: 0, rate: 0.06, paymentsPerYear: 2, category: 5,
  averageLifeYears: null, speculativeGrade: null, rules: "oecd-minimum",
};
const loan = {
  product: "loan", currency: "USD", principal: "200000", rate: 0.06, start: "2026-01-01", frequency: "monthly",
  instalments: 360, profile: "annuity", dayCount: "30/360",
};
const credit = {
  product: "export-credit", exporterCountry: "CHN", country: "MEX", buyer: "CC2", goods: "buses", currency: "USD",
  contractValue: "12500000", downPayment: 0.15, localCosts: "0", creditType: "buyer-credit", start: "2027-01-15",
  disbursementMonths: 12, repaymentMonths: 60, frequency: "semi-annual", profile: "equal-principal", rate: 0.052,
  dayCount: "30/360",
  cover: { rules: "oecd-minimum", commercial: 0.95, political: 0.95, premiumPayment: "financed", quality: "standard" },
  fees: { arrangement: 0.01, commitment: 0.005 }, spreadWithoutCover: 0.059,
};

tell(`Node ${process.version}, ${process.arch}; export-risk ${engine.version}\n`);
compare("A loan of 360 monthly payments, to JavaScript", {
  "export-risk, exact to the cent, columns": () => engine.quote(loan),
  "plain floats, Float64Array": () => floatsInColumns(200000, 0.06, 360),
  "plain floats, array of objects": () => floatsInObjects(200000, 0.06, 360),
  "decimal.js, array of objects": () => decimals(200000, 0.06, 360),
  "big.js, array of objects": () => bigs(200000, 0.06, 360),
  "formulajs, interest and principal of each payment": () => formulas(200000, 0.06, 360),
});
compare("A premium", {
  "structuredClone of the request": () => structuredClone(cover),
  "quote": () => engine.quote(cover),
  "explain": () => engine.explain(cover),
});
compare("An export credit, end to end", {
  "structuredClone of the request": () => structuredClone(credit),
  "quote": () => engine.quote(credit),
  "explain": () => engine.explain(credit),
});
for (const count of [12, 60, 360]) {
  const { dated, timed, transactions, list } = flows(count);
  compare(`The rate of return of ${count} flows, from typed arrays`, {
    "export-risk, XIRR, every root": () => engine.quote(dated),
    "xirr (npm), one root": () => xirr(transactions),
    "export-risk, IRR": () => engine.quote(timed),
    "financial (npm), IRR, one root": () => financial.irr(list),
    "formulajs (npm), IRR, one root": () => formulajs.IRR(list),
  });
}
python(engine, root, flows);
million();
books(engine, root);
growth(write);
native();
sizes();
await coldStart(root);
await firstAnswer();
await inPage(root);
if (write) keep(engine.version, (performance.now() - begin) / 1000);

/** A loan repaid in equal monthly payments, as each library wants its flows. */
function flows(count) {
  const date = (month) => new Date(Date.UTC(2020, month, 15));
  const day = (month) => date(month).getTime() / 86_400_000;
  const list = Array.from({ length: count }, (_, month) => (month ? 1000 : -800 * count));
  const amounts = Float64Array.from(list);
  return {
    dated: { product: "cash-flow", dates: Int32Array.from(list, (_, month) => day(month)), amounts },
    timed: { product: "cash-flow", times: Float64Array.from(list, (_, month) => month), amounts },
    transactions: list.map((amount, month) => ({ amount, when: date(month) })),
    list,
  };
}

/** A million flows of 10,000 days through JavaScript; the native table has the same. */
function million() {
  const count = 1_000_000;
  const request = { product: "cash-flow", dates: new Int32Array(count), amounts: new Float64Array(count) };
  let x = 12345n;
  for (let at = 0; at < count; at++) {
    x = (1_103_515_245n * x + 12_345n) % 2n ** 31n;
    request.dates[at] = 10_957 + Math.floor(at / 100);
    request.amounts[at] = at === 0 ? -8_000_000 : (Number(x % 200_001n) - 99_000) / 100;
  }
  compare("The rate of return of a million flows", { "export-risk": () => engine.quote(request) });
}

/** The same without WebAssembly, and what a trace costs when nobody listens. */
function native() {
  const text = execFileSync("cargo", ["bench", "-q", "--bench", "native"], { cwd: root, encoding: "utf8" });
  const rows = text.trim().split("\n").filter((line) => line.includes("\t")).map((line) => line.split("\t"));
  table("Native Rust, typed requests", ["", "µs", "quartiles", "ratio"], rows);
}

function sizes() {
  const rows = ["export-risk-first.wasm", "export-risk.wasm", "slim.js", "index.js", "element.js"].map((name) => {
    const bytes = readFileSync(new URL(`dist/${name}`, root));
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    return [name, kilobytes(bytes.length), kilobytes(gzipSync(bytes, { level: 9 }).length), kilobytes(brotli.length)];
  });
  table("Sizes, KB", ["", "raw", "gzip", "brotli"], rows);
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}

function floatsInColumns(principal, rate, count) {
  const interest = new Float64Array(count);
  const principals = new Float64Array(count);
  const closing = new Float64Array(count);
  const monthly = rate / 12;
  const payment = Math.round((principal * monthly) / (1 - (1 + monthly) ** -count) * 100) / 100;
  let owed = principal;
  for (let i = 0; i < count; i++) {
    const due = Math.round(owed * monthly * 100) / 100;
    const part = i === count - 1 ? owed : Math.round((payment - due) * 100) / 100;
    owed = Math.round((owed - part) * 100) / 100;
    interest[i] = due;
    principals[i] = part;
    closing[i] = owed;
  }
  return { interest, principals, closing };
}

function floatsInObjects(principal, rate, count) {
  const monthly = rate / 12;
  const payment = Math.round((principal * monthly) / (1 - (1 + monthly) ** -count) * 100) / 100;
  const rows = [];
  let owed = principal;
  for (let i = 0; i < count; i++) {
    const interest = Math.round(owed * monthly * 100) / 100;
    const part = i === count - 1 ? owed : Math.round((payment - interest) * 100) / 100;
    const closing = Math.round((owed - part) * 100) / 100;
    rows.push({ opening: owed, interest, principal: part, payment: interest + part, closing });
    owed = closing;
  }
  return rows;
}

function decimals(principal, rate, count) {
  const monthly = new Decimal(rate).div(12);
  const payment = monthly.times(principal).div(new Decimal(1).minus(monthly.plus(1).pow(-count))).toDecimalPlaces(2);
  const rows = [];
  let owed = new Decimal(principal);
  for (let i = 0; i < count; i++) {
    const interest = owed.times(monthly).toDecimalPlaces(2);
    const part = i === count - 1 ? owed : payment.minus(interest);
    const closing = owed.minus(part);
    rows.push({ opening: owed, interest, principal: part, payment: interest.plus(part), closing });
    owed = closing;
  }
  return rows;
}

function bigs(principal, rate, count) {
  const monthly = new Big(rate).div(12);
  const payment = monthly.times(principal).div(new Big(1).minus(monthly.plus(1).pow(-count))).round(2);
  const rows = [];
  let owed = new Big(principal);
  for (let i = 0; i < count; i++) {
    const interest = owed.times(monthly).round(2);
    const part = i === count - 1 ? owed : payment.minus(interest);
    const closing = owed.minus(part);
    rows.push({ opening: owed, interest, principal: part, payment: interest.plus(part), closing });
    owed = closing;
  }
  return rows;
}

/** As one would in a spreadsheet; nothing is rounded. */
function formulas(principal, rate, count) {
  const rows = [];
  for (let i = 1; i <= count; i++) {
    rows.push({ interest: formulajs.IPMT(rate / 12, i, count, -principal), principal: formulajs.PPMT(rate / 12, i, count, -principal) });
  }
  return rows;
}
