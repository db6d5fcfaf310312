// The engine as callers see it.

import type { Caller } from "./call.js";
import type { ErrorKind, ErrorParts } from "./error.js";
import type {
  CountryRow, Edition, Notice, Products, RoundingRequest, SolveJump, SolveSolution, Step, YearFractionRequest,
} from "./generated/products.js";

/** A compiled `WebAssembly.Module`; not called so here, because programs for Node don't know that name. */
export type WasmModule = object;

/** The names of the products. */
export type ProductName = keyof Products;

/** The request of one product, or of any. */
export type RequestOf<P extends ProductName> = { [Name in P]: Products[Name]["request"] }[P];

/** The quote of one product, or of any. */
export type QuoteOf<P extends ProductName> = { [Name in P]: Products[Name]["quote"] }[P];

/** A request of any product. */
export type AnyRequest = RequestOf<ProductName>;

/** The quote of any product. */
export type AnyQuote = QuoteOf<ProductName>;

/** Exact, explained answers. Every method either answers or throws a `QuoteError`; none waits. */
export interface Engine {
  /** The answer to a request; its type follows from `request.product`. */
  quote<P extends ProductName>(request: RequestOf<P> & { product: P }): QuoteOf<P>;
  /** The same answer with its working, step by step. */
  explain<P extends ProductName>(request: RequestOf<P> & { product: P }): Explanation<QuoteOf<P>>;
  /**
   * The value of one input at which one output is what is wanted, with the quote there. `vary` and `target` are paths
   * such as `"repaymentMonths"`, `"cover.commercial"`, `"allInRate"`, `"schedule.payment.0"`; `equals` is the wanted
   * output (a number or decimal text); `between` the two ends of the search, the input's own bounds when left out.
   *
   * Whole numbers are tried one by one (up to 2,000 of them): the answer is the nearer of the two neighbours, and
   * `exact` says whether it hits. Amounts are searched in the currency's smallest unit, other numbers in 12 decimals,
   * from 64 equal intervals down. Several answers all stand in `solutions`, ascending; the one nearest to the request's
   * own value (or the lowest) is `value`. A jump over the target is none of them: it stands in `jumps`.
   *
   * Throws a `QuoteError`: `no-convergence` when nothing gives the target, with the range of the output and where it is
   * nearest; `invalid-input` for a path that does not exist, before anything is quoted.
   */
  solve<P extends ProductName>(request: RequestOf<P> & { product: P }, options: SolveOptions): Solved<QuoteOf<P>>;
  /** The years between two dates by a day count, known by any of its names: the number of `year-fraction` alone. */
  yearFraction(request: Omit<YearFractionRequest, "product">): number;
  /**
   * A number rounded to a currency's smallest unit or to so many decimals, as exact decimal text: that of `rounding`
   * alone. Give the number as text, or as the number that you see: `2.675` is 2.675 here.
   */
  round(request: Omit<RoundingRequest, "product">): string;
  /**
   * Moves one input at a time and tells what becomes of the outputs: a row an input, the widest swing of the first
   * output first, as a tornado is drawn. A bump is a number (down and up by so much) or `{ low, high }`.
   *
   * Without `bumps` every number of the request moves, its defaults included, by what is usual for its kind: rates
   * ± 0.01; shares ± 0.05, but at most half of themselves (a share of nothing goes up to 0.05); months ± 6; years and
   * other whole numbers ± 1; amounts and other numbers ± 10 %. That is an assumption, and each such row says so
   * (`assumed`). A value that is refused leaves nulls and its error; the other rows stand.
   */
  sensitivity<P extends ProductName>(
    request: RequestOf<P> & { product: P },
    options: SensitivityOptions,
  ): Sensitivity;
  /**
   * Answers two requests, usually of one product, and tells what differs: a row for each input that differs (defaults
   * included) and for each single value that either quote has.
   *
   * `difference` is b − a: exact decimal text for exact decimals, days for dates, the difference of the two numbers for
   * what is found by iteration; null for text, for what one side lacks, and for amounts in two currencies (a notice says
   * so). Items of lists are compared by their first value, such as a component's name; schedules are left out. A request
   * that is refused throws nothing: it stands in `errors`, and the other side's values in the rows.
   */
  compare(a: AnyRequest, b: AnyRequest): Comparison;
  /**
   * Quotes a product once for each row of columns: one call and no objects in between, for books and grids.
   *
   * `columns` has a column (a typed array, a list or a dictionary, all of one length) for each path of the request that differs;
   * `defaults` what is the same in all rows; `options.outputs` the paths of the quote that are wanted, every single
   * value of it when left out. Amounts come as whole numbers of the currency's smallest unit, other exact decimals as
   * the nearest number. A refused row has zeros, `status` 1 and a place in `errors`; the other rows stand.
   */
  quoteMany<P extends ProductName>(
    product: P,
    columns: Readonly<Record<string, InputColumn>>,
    defaults?: Partial<Omit<RequestOf<P>, "product">> & { product?: P } | null,
    options?: { outputs?: readonly string[] | null },
  ): Quotes;
  /** Every country and territory, with its risk category. */
  countries(): CountryRow[];
  /** Every table that the engine uses. */
  readonly editions: Edition[];
  /** The engine's version. */
  readonly version: string;
  /**
   * Loads everything, where {@link LoadOptions.first} began with the module for the first answer; done at once where
   * it is there. Before that, a product or a method of the rest throws a `QuoteError` with the reason `not-loaded`.
   * What fails, by a network for instance, may be tried again.
   */
  complete(): Promise<void>;
  /**
   * The compiled module with everything, loaded where it is not there yet: post it to a worker, and
   * `loadEngine({ wasm: module })` there starts without loading anything again.
   */
  module(): Promise<WasmModule>;
}

/** A quote and how it came about. */
export interface Explanation<Q> {
  quote: Q;
  steps: Step[];
  editions: Edition[];
}

/** What {@link Engine.solve} is to find. */
export interface SolveOptions {
  /** The path of the input, in the request. */
  vary: string;
  /** The path of the output, in the quote. */
  target: string;
  /** What the output shall be. */
  equals: number | string;
  /** The two ends of the search, the lower one first. */
  between?: readonly [number | string, number | string] | null;
}

/** What {@link Engine.solve} found: the chosen solution, all others, and the quote. */
export interface Solved<Q> extends SolveSolution {
  /** All solutions, ascending. */
  solutions: SolveSolution[];
  /** Where the output jumps over the target, ascending. */
  jumps: SolveJump[];
  /** How many quotes were made. */
  quotes: number;
  /** The quote at `value`. */
  quote: Q;
  /** What a reader should know: `several-solutions`, `nearest-value`, `target-jumped-over`, `values-refused`,
   * `solutions-not-complete`. */
  notices: Notice[];
}

/** What {@link Engine.sensitivity} is to move and to watch. */
export interface SensitivityOptions {
  /** Paths of the quote; the first orders the rows. */
  outputs: readonly string[];
  /** How far each input moves, by its path in the request. */
  bumps?: Readonly<Record<string, number | string | { low: number | string; high: number | string }>> | null;
}

/** What {@link Engine.sensitivity} found. */
export interface Sensitivity {
  /** The outputs, as asked for. */
  outputs: string[];
  /** The outputs of the request as it is. */
  base: Record<string, number>;
  /** One row an input. */
  rows: SensitivityRow[];
  /** How many quotes were made. */
  quotes: number;
  /** `bumps-assumed` when they were not given. */
  notices: Notice[];
}

/** One input, moved down and up. */
export interface SensitivityRow {
  /** The path of the input. */
  input: string;
  /** Whether the bump is our assumption. */
  assumed: boolean;
  /** The input's values; `base` is null where the request has none. */
  low: number;
  base: number | null;
  high: number;
  /** How far the first output swings. */
  swing: number;
  /** The outputs by path; null where the input was refused or the quote has no value. */
  outputs: Record<string, { low: number | null; base: number; high: number | null }>;
  /** Why an input was refused. */
  errors: { low: ErrorParts | null; high: ErrorParts | null };
}

/** What {@link Engine.compare} found. */
export interface Comparison {
  /** The inputs that differ; none where a request could not be read. */
  inputs: ComparedValue[];
  /** Every single value of the quotes, in their order. */
  outputs: ComparedValue[];
  /** Why a side has no quote. */
  errors: { a: ErrorParts | null; b: ErrorParts | null };
  /** `currencies-differ`, `list-compared-in-part`. */
  notices: Notice[];
}

/** One place in both requests or both quotes. Exact decimals and dates are text, as in a quote. */
export interface ComparedValue {
  /** The path; for an item of a list that of the first side that has it. */
  path: string;
  /** The first value of the item, where it is one of a list of records. */
  item: string | null;
  a: string | number | boolean | null;
  b: string | number | boolean | null;
  /** b − a. */
  difference: string | number | null;
}

/**
 * A column of inputs. With `names` and `codes` it is each different value once, and which of them stands in each row: a
 * dictionary, as Arrow has it.
 */
export type InputColumn =
  | Float64Array
  | Int32Array
  | readonly (string | number | boolean | null)[]
  | { readonly names: readonly (string | number | boolean | null)[]; readonly codes: Int32Array };

/** What {@link Engine.quoteMany} answers. */
export interface Quotes {
  /** How many rows there are. */
  length: number;
  /** For each row 0 when it was answered, 1 when it was refused. */
  status: Int32Array;
  /**
   * The outputs by path. Numbers are a `Float64Array` (amounts in the currency's smallest unit), dates (days since
   * 1970-01-01) and true and false (1 and 0) an `Int32Array`, other text a list. A refused row has 0 or `""`.
   */
  columns: Record<string, Float64Array | Int32Array | string[]>;
  /** Rows that were answered without this value (a null in their quote): the column has 0 or `""` there. */
  missing: Record<string, Int32Array>;
  /** The refused rows, as columns: their numbers, and the parts of each error. */
  errors: {
    rows: Int32Array;
    kind: ErrorKind[];
    reason: string[];
    field: string[];
    value: string[];
    message: string[];
  };
}

/** Text as it crosses: each different one once, and which of them stands in each row. */
interface Texts {
  names: string[];
  codes: Int32Array;
}

/** The columns, with long lists of few different texts as dictionaries: each text then crosses once. */
function coded(columns: Readonly<Record<string, InputColumn>>): object {
  const entries = Object.entries(columns ?? {});
  if (!entries.some(([, column]) => Array.isArray(column) && column.length > 99)) return columns;
  return Object.fromEntries(entries.map(([name, column]) => [name, Array.isArray(column) ? codedList(column) : column]));
}

function codedList(list: readonly unknown[]): unknown {
  const codes = new Int32Array(list.length);
  const known = new Map<unknown, number>();
  let [before, last]: [unknown, number] = [known, 0];
  for (let at = 0; at < codes.length; at++) {
    const cell = list[at];
    if (cell !== before) {
      last = known.get(cell) ?? known.size;
      if (last === known.size) {
        // Numbers cross as they are, and what is different in every row as well.
        if ((typeof cell !== "string" && cell !== null) || last > 999) return list;
        known.set(cell, last);
      }
      before = cell;
    }
    codes[at] = last;
  }
  return { names: [...known.keys()], codes };
}

/** Makes lists of the texts of a record of columns, in place. */
function spell(columns: Record<string, unknown>): void {
  for (const [name, column] of Object.entries(columns)) {
    const { names, codes } = column as Texts;
    if (codes) columns[name] = Array.from(codes, (code) => names[code]);
  }
}

/**
 * The instance that answers now, and how it gives way to one with everything.
 * @internal
 */
export interface Answering {
  caller: Caller;
  complete: () => Promise<void>;
  module: () => Promise<WasmModule>;
}

/** @internal */
export function engineOf(answering: Answering): Engine {
  const call = (verb: string, request?: unknown) => answering.caller.call(verb, request) as never;
  // A small tool is a product; its shortcut names it.
  const tool = <P extends ProductName>(product: P, request: object): QuoteOf<P> => call("quote", { ...request, product });
  return {
    quote: (request) => call("quote", request),
    explain: (request) => call("explain", request),
    solve: (request, options) => call("solve", { ...options, request }),
    yearFraction: (request) => tool("year-fraction", request).yearFraction,
    round: (request) => tool("rounding", request).rounded,
    sensitivity: (request, options) => call("sensitivity", { ...options, request }),
    compare: (a, b) => call("compare", { a, b }),
    quoteMany: (product, columns, defaults, options) => {
      const quotes: Quotes = call("quote_many", { ...options, product, columns: coded(columns), defaults });
      spell(quotes.columns);
      spell(quotes.errors);
      return quotes;
    },
    countries: () => call("countries"),
    get editions() {
      return call("editions") as Edition[];
    },
    get version() {
      return call("version") as string;
    },
    complete: () => answering.complete(),
    module: () => answering.module(),
  };
}
