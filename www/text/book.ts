/**
 * A book of obligors from a file of rows: columns by our names or as people spell them, every broken row named with its column,
 * value and what would be right, the others kept. Works in slices, so that a page with a large file goes on.
 */

import type { Document, Json } from "./share.js";

/** Rows of one file, and its letters. */
export const MOST_ROWS = 200_000;
const LARGEST = 100_000_000;
/** A cell in quotation marks is no longer than this: one that never ends is a row that is broken. */
const LONGEST_CELL = 4000;
/** How many mistakes are told one by one; all are counted, and their rows kept. */
export const MOST_TOLD = 100;

/** A column that the file may have, by its name in the request. */
export interface BookColumn {
  name: string;
  /** What a cell is: an amount, a part of one (also as a percentage), any number, a country, or words. */
  kind: "amount" | "part" | "number" | "country" | "words";
  most: number;
  /** What else it may be called: capitals, spaces and marks don't matter. */
  also: readonly string[];
}

/** What stands before the sector in the name of a column of weights. */
const WEIGHTS = /^(?:sector ?weights?|weights?|行业权重|部门权重|权重)\s*[:：.]\s*(.+)$/i;
/** Columns of our own files of refused rows. */
const OURS = new Set(["row", "mistake", "行号", "错误"]);

/** All columns, in the order in which they are told. */
export const bookColumns: readonly BookColumn[] = [
  { name: "name", kind: "words", most: 0, also: ["obligor", "debtor", "buyer", "dealer", "customer", "borrower", "名称", "债务人", "买方", "客户", "经销商", "借款人"] },
  { name: "country", kind: "country", most: 0, also: ["country code", "ISO 3", "国家", "国别", "国家代码", "国家或地区"] },
  { name: "sector", kind: "words", most: 0, also: ["industry", "segment", "行业", "部门"] },
  { name: "exposure", kind: "amount", most: 1e15, also: ["amount", "outstanding", "EAD", "exposure at default", "limit", "credit limit", "sum insured", "风险敞口", "敞口", "金额", "余额", "限额", "信用限额"] },
  { name: "defaultRate", kind: "part", most: 1, also: ["default rate", "PD", "probability of default", "default probability", "违约率", "违约概率"] },
  { name: "defaultRateDeviation", kind: "part", most: 10, also: ["default rate deviation", "deviation of the default rate", "PD deviation", "PD volatility", "违约率标准差", "违约率波动"] },
  { name: "correlation", kind: "part", most: 0.999, also: ["asset correlation", "correlation of assets", "rho", "相关系数", "资产相关系数"] },
  { name: "lossGivenDefault", kind: "part", most: 1, also: ["loss given default", "LGD", "severity", "违约损失率"] },
  { name: "lossGivenDefaultDeviation", kind: "part", most: 0.5, also: ["LGD deviation", "LGD standard deviation", "违约损失率标准差"] },
  { name: "insuredShare", kind: "part", most: 1, also: ["insured share", "insured percentage", "percentage of cover", "own share", "承保比例", "赔偿比例"] },
  { name: "firstLoss", kind: "amount", most: 1e15, also: ["first loss", "deductible", "each and every first loss", "免赔额"] },
];

/** Why a row is not taken. */
export type BookReason =
  | "not-a-number" | "below-zero" | "above-most" | "unknown-country" | "empty-cell" | "cell-count" | "open-quote" | "weights-above-one" | "deviation-too-large";

export interface Mistake {
  /** As a spreadsheet counts: the line with the names is row 1. */
  row: number;
  /** The column as the file calls it; empty where the row as a whole is meant. */
  column: string;
  value: string;
  reason: BookReason;
  /** A bound that was passed, or how many cells there should be. */
  bound: number;
}

export interface RefusedRow {
  row: number;
  cells: readonly string[];
  mistake: Mistake;
}

/** What was read. */
export interface Book {
  /** Columns of the request; weights of sectors as `sectorWeights`. */
  columns: Document;
  /** How the file calls each of them, by the request's name. */
  called: ReadonlyMap<string, string>;
  kept: number;
  refused: readonly RefusedRow[];
  /** The file's names of columns, and those that mean nothing here. */
  head: readonly string[];
  unread: readonly string[];
}

/** Why a file as a whole is no book. */
export class BookFault extends Error {
  constructor(readonly reason: "book-too-large" | "book-rows" | "book-no-exposure" | "book-column-twice", readonly what: string) {
    super(reason);
  }
}

export interface Pace {
  /** Milliseconds after which others have their turn. */
  slice: number;
  pause(): Promise<void>;
  /** How many rows have been read, of about how many. */
  progress?(done: number, share: number): void;
  /** Whether nobody waits for it any more. */
  isOver?(): boolean;
}

/** A country's code by any of its spellings; see {@link countrySpellings}. */
export type Countries = ReadonlyMap<string, string>;

/** Spellings of countries: both codes, and the names that are given for each. */
export function countrySpellings(rows: readonly { alpha3: string; alpha2: string }[], names: readonly ((alpha2: string) => string)[]): Countries {
  const found = new Map<string, string>();
  for (const row of rows) for (const name of names) found.set(spelled(name(row.alpha2)), row.alpha3);
  for (const { alpha2, alpha3 } of rows) found.set(spelled(alpha2), alpha3).set(spelled(alpha3), alpha3);
  return found;
}

/** Reads a file's text. Null when it was given up on the way. */
export async function readBook(text: string, countries: Countries, pace: Pace): Promise<Book | null> {
  if (text.length > LARGEST) throw new BookFault("book-too-large", "");
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const rows = new Rows(text, start);
  const head = headOf(rows);
  const taker = new Taker(head, rows.between, countries);
  let began = performance.now();
  for (let count = 1; ; count += 1) {
    const row = rows.next();
    if (row === null) break;
    taker.take(row, rows.isOpen);
    // Looking at the clock costs more than a row.
    if (count % 64 !== 0 || performance.now() - began < pace.slice) continue;
    pace.progress?.(taker.seen, rows.at / text.length);
    await pace.pause();
    if (pace.isOver?.()) return null;
    began = performance.now();
  }
  return taker.book();
}

/** The refused rows as a table: where and why before what stood there. It can be put right and read again. */
export function refusedRows(book: Book, names: readonly [string, string], inWords: (mistake: Mistake) => string): string[][] {
  return [[...names, ...book.head], ...book.refused.map(({ row, cells, mistake }) => [String(row), inWords(mistake), ...cells])];
}

function headOf(rows: Rows): string[] {
  for (let row = rows.next(); row !== null; row = rows.next()) if (row.some((cell) => cell !== "")) return row;
  throw new BookFault("book-rows", "");
}

/** Rows of cells (RFC 4180), a row at a time. Between cells stand commas, or tabs or semicolons where the first line says so. */
class Rows {
  readonly between: string;
  /** Whether the row that came last has a cell in quotation marks that does not end: then it is all of that line. */
  isOpen = false;

  constructor(readonly text: string, public at: number) {
    const [head = ""] = text.slice(at, at + 20_000).split(/[\r\n]/, 1);
    this.between = head.includes("\t") ? "\t" : head.includes(";") ? ";" : ",";
  }

  next(): string[] | null {
    const { text, between } = this;
    this.isOpen = false;
    if (this.at >= text.length) return null;
    const begin = this.at;
    const cells: string[] = [];
    for (let at = begin; ; ) {
      let end: number;
      if (text[at] === '"') {
        const close = this.#close(at);
        if (close < 0) return this.#line(begin);
        cells.push(text.slice(at + 1, close).replaceAll('""', '"').trim());
        end = close + 1;
      } else {
        end = this.#end(at);
        cells.push(text.slice(at, end).trim());
      }
      if (text[end] === between) {
        at = end + 1;
        continue;
      }
      this.#after(end);
      return cells;
    }
  }

  /** The mark that ends a cell which begins with one; -1 where none does. */
  #close(open: number): number {
    const { text, between } = this;
    for (let at = text.indexOf('"', open + 1); at >= 0 && at - open < LONGEST_CELL; at = text.indexOf('"', at + 1)) {
      if (text[at + 1] === '"') at += 1;
      else return at + 1 === text.length || text[at + 1] === between || text[at + 1] === "\n" || text[at + 1] === "\r" ? at : -1;
    }
    return -1;
  }

  #end(at: number): number {
    const { text, between } = this;
    let end = at;
    while (end < text.length && text[end] !== between && text[end] !== "\n" && text[end] !== "\r") end += 1;
    return end;
  }

  #line(begin: number): string[] {
    let end = begin;
    while (end < this.text.length && this.text[end] !== "\n" && this.text[end] !== "\r") end += 1;
    this.#after(end);
    this.isOpen = true;
    return [this.text.slice(begin, end)];
  }

  #after(end: number): void {
    this.at = end + (this.text[end] === "\r" && this.text[end + 1] === "\n" ? 2 : 1);
  }
}

/** A column of the file that is read, with what has been read. */
interface Reading {
  column: BookColumn;
  at: number;
  called: string;
  values: (number | string)[];
}

/** Takes rows, each whole or not at all. */
class Taker {
  seen = 0;
  #row = 1;
  readonly #readings: Reading[] = [];
  readonly #weights: Reading[];
  readonly #unread: string[] = [];
  readonly #refused: RefusedRow[] = [];
  /** Columns in which something stands; the others are not there. */
  readonly #used = new Set<Reading>();
  readonly #lossAt: [number, number];

  constructor(readonly head: readonly string[], readonly between: string, readonly countries: Countries) {
    const weights: Reading[] = [];
    for (const [at, called] of head.entries()) {
      const sector = WEIGHTS.exec(called)?.[1]?.trim();
      const column = sector === undefined ? columnOf(called) : { name: sector, kind: "part" as const, most: 1, also: [] };
      const among = sector === undefined ? this.#readings : weights;
      if (!column) {
        if (called !== "" && !OURS.has(called.toLowerCase())) this.#unread.push(called);
      } else if (among.some((other) => other.column.name === column.name)) throw new BookFault("book-column-twice", called.slice(0, 60));
      else among.push({ column, at, called, values: [] });
    }
    if (!this.#readings.some(({ column }) => column.name === "exposure")) throw new BookFault("book-no-exposure", head.join(", ").slice(0, 120));
    this.#weights = weights;
    const place = (name: string) => this.#readings.findIndex(({ column }) => column.name === name);
    this.#lossAt = [place("lossGivenDefault"), place("lossGivenDefaultDeviation")];
  }

  take(cells: string[], isOpen: boolean): void {
    this.#row += 1;
    if (!isOpen && cells.every((cell) => cell === "")) return;
    this.seen += 1;
    if (this.seen > MOST_ROWS) throw new BookFault("book-rows", "");
    const mistake = isOpen ? this.#mistake("", cells[0] ?? "", "open-quote") : this.#read(cells);
    if (mistake) this.#refused.push({ row: this.#row, cells, mistake });
  }

  book(): Book {
    if (this.seen === 0) throw new BookFault("book-rows", "");
    const columns: Document = {};
    const called = new Map<string, string>();
    for (const reading of this.#readings) {
      if (!this.#used.has(reading)) continue;
      columns[reading.column.name] = reading.values as Json[];
      called.set(reading.column.name, reading.called);
    }
    const weights = this.#weights.filter((reading) => this.#used.has(reading));
    if (weights.length > 0) columns.sectorWeights = weights.map(({ column, values }) => ({ name: column.name, weights: values as Json[] }));
    const kept = this.seen - this.#refused.length;
    return { columns, called, kept, refused: this.#refused, head: this.head, unread: this.#unread };
  }

  #mistake(column: string, value: string, reason: BookReason, bound = 0): Mistake {
    return { row: this.#row, column, value: value.slice(0, 60), reason, bound };
  }

  /** Takes a row's values, or says what is wrong with the first that can't be taken. */
  #read(cells: readonly string[]): Mistake | null {
    const expected = this.head.length;
    // Empty cells behind the last column, as spreadsheets write them, mean nothing.
    if (cells.length > expected ? cells.slice(expected).some((cell) => cell !== "") : cells.length < expected) {
      return this.#mistake("", String(cells.length), "cell-count", expected);
    }
    const all = this.#weights.length > 0 ? [...this.#readings, ...this.#weights] : this.#readings;
    const values: (number | string)[] = [];
    for (const { column, at, called } of all) {
      const cell = cells[at] as string;
      const read = this.#value(column, cell);
      if (typeof read === "object") return this.#mistake(called, cell, read.reason, read.bound);
      values.push(read);
    }
    const wrong = this.#together(values, cells);
    if (wrong) return wrong;
    for (const [place, reading] of all.entries()) {
      const value = values[place] as number | string;
      reading.values.push(value);
      if (value !== "") this.#used.add(reading);
    }
    return null;
  }

  /** What holds between the cells of a row. */
  #together(values: readonly (number | string)[], cells: readonly string[]): Mistake | null {
    const [mean, deviation] = this.#lossAt.map((place) => values[place]);
    if (typeof deviation === "number" && deviation > 0 && typeof mean === "number" && deviation * deviation >= mean * (1 - mean)) {
      const at = this.#readings[this.#lossAt[1]];
      return this.#mistake(at?.called ?? "", cells[at?.at ?? 0] ?? "", "deviation-too-large");
    }
    if (this.#weights.length < 2) return null;
    const sum = values.slice(this.#readings.length).reduce((sum: number, value) => sum + Number(value), 0);
    return sum > 1 + 1e-9 ? this.#mistake(this.#weights.map(({ called }) => called).join(" + "), String(Number(sum.toPrecision(12))), "weights-above-one") : null;
  }

  #value(column: BookColumn, cell: string): number | string | { reason: BookReason; bound: number } {
    if (cell === "") return column.name === "name" ? "" : { reason: "empty-cell", bound: column.most };
    if (column.kind === "words") return cell;
    if (column.kind === "country") return this.countries.get(spelled(cell)) ?? { reason: "unknown-country", bound: 0 };
    const value = numberOf(cell, this.between);
    if (value === null) return { reason: "not-a-number", bound: column.most };
    if (value < 0) return { reason: "below-zero", bound: column.most };
    return value > column.most ? { reason: "above-most", bound: column.most } : value;
  }
}

/** The column that a name in the file's first line means. */
function columnOf(called: string): BookColumn | undefined {
  const name = spelled(called.replace(/[(（].*$/, ""));
  return bookColumns.find((column) => [column.name, ...column.also].some((other) => spelled(other) === name));
}

/** Without what people write in different ways. */
function spelled(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[\s_.\-/'’,]+/g, "");
}

/** A number as spreadsheets write it: `1250000`, `1,250,000.5`, `1.5e6`, `5%`; `1.250.000,5` where semicolons part the cells. */
export function numberOf(cell: string, between: string): number | null {
  if (/^-?\d+(?:\.\d+)?$/.test(cell)) return Number(cell);
  let text = cell.normalize("NFKC").replace(/[\s\u00a0\u202f']+/g, "");
  const isPart = text.endsWith("%");
  if (isPart) text = text.slice(0, -1);
  if (between === ";" && text.includes(",")) text = /^-?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$/.test(text) ? text.replaceAll(".", "").replace(",", ".") : "";
  else if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) text = text.replaceAll(",", "");
  if (!/^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i.test(text) && !/^[+-]?\.\d+$/.test(text)) return null;
  const value = isPart ? Number(`${text}e-2`) : Number(text);
  return Number.isFinite(value) ? value : null;
}
