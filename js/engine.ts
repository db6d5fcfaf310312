// The engine as callers see it.

import type { Caller } from "./call.js";
import type {
  CountryRow, Edition, Notice, Products, RoundingRequest, SolveJump, SolveSolution, Step, YearFractionRequest,
} from "./generated/products.js";

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
  /** Every country and territory, with its risk category. */
  countries(): CountryRow[];
  /** Every table that the engine uses. */
  readonly editions: Edition[];
  /** The engine's version. */
  readonly version: string;
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

/** @internal */
export function engineOf(caller: Caller): Engine {
  return {
    quote: (request) => caller.call("quote", request) as never,
    explain: (request) => caller.call("explain", request) as never,
    solve: (request, options) => caller.call("solve", { ...options, request }) as never,
    yearFraction: (request) => tool(caller, "year-fraction", request).yearFraction,
    round: (request) => tool(caller, "rounding", request).rounded,
    countries: () => caller.call("countries") as CountryRow[],
    get editions() {
      return caller.call("editions") as Edition[];
    },
    get version() {
      return caller.call("version") as string;
    },
  };
}

/** A small tool is a product; its shortcut names it. */
function tool<P extends ProductName>(caller: Caller, product: P, request: object): QuoteOf<P> {
  return caller.call("quote", { ...request, product }) as never;
}
