// The engine as callers see it.

import type { Caller } from "./call.js";
import type { CountryRow, Edition, Products, Step } from "./generated/products.js";

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

/** @internal */
export function engineOf(caller: Caller): Engine {
  return {
    quote: (request) => caller.call("quote", request) as never,
    explain: (request) => caller.call("explain", request) as never,
    countries: () => caller.call("countries") as CountryRow[],
    get editions() {
      return caller.call("editions") as Edition[];
    },
    get version() {
      return caller.call("version") as string;
    },
  };
}
