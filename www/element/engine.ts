/** The engine as the element sees it. All elements on a page share one. */

import { loadEngine } from "export-risk";
import { fractionDigits } from "../text/decimal.js";
import { valueAt } from "../text/path.js";
import type { Document } from "../text/share.js";

export interface Step {
  id: string;
  symbol: string;
  output: string | null;
  formula: string;
  inputs: { symbol: string; value: string; unit: string }[];
  value: string;
  unit: string;
  source: string | null;
  edition?: string | null;
  grade: string | null;
}

export interface Notice {
  code: string;
  values: Record<string, string>;
}

export interface Edition {
  id: string;
  title: string;
  source: string;
  inForce: string | null;
  retrieved: string;
  grade: string;
}

export interface CountryRow {
  alpha3: string;
  alpha2: string;
  category: number | null;
  status: string;
  score: number | null;
}

/** A quote of any product; regions read the parts that they know of, and only where they are there. */
export type Quote = Readonly<Record<string, unknown>>;

export interface Explanation {
  quote: Quote;
  steps: Step[];
  editions: Edition[];
}

/** What the engine says about a request that it can't answer. */
export interface Problem {
  kind: string;
  field: string;
  value: string | null;
  reason: string;
  details: Record<string, string>;
  message: string;
  /** Everything that is wrong with a rate card. */
  faults?: readonly Problem[];
}

/** A value of an input and what comes out there. */
export interface Found {
  value: number;
  target: number;
  exact: boolean;
  neighbours: { value: number; target: number }[];
}

export interface Solved extends Found {
  solutions: Found[];
  notices: Notice[];
}

export interface SensitivityRow {
  input: string;
  low: number;
  base: number | null;
  high: number;
  swing: number;
  outputs: Readonly<Record<string, { low: number | null; base: number; high: number | null }>>;
}

export interface Sensitivity {
  base: Readonly<Record<string, number>>;
  rows: SensitivityRow[];
  notices: Notice[];
}

/** One place in both requests or both quotes. */
export interface Compared {
  path: string;
  item: string | null;
  a: string | number | boolean | null;
  b: string | number | boolean | null;
  difference: string | number | null;
}

export interface Comparison {
  inputs: Compared[];
  outputs: Compared[];
  errors: { a: Problem | null; b: Problem | null };
  notices: Notice[];
}

export interface Engine {
  quote(request: Document): Quote;
  explain(request: Document): Explanation;
  solve(request: Document, options: { vary: string; target: string; equals: string; between?: [string, string] }): Solved;
  sensitivity(request: Document, options: { outputs: string[] }): Sensitivity;
  compare(a: Document, b: Document): Comparison;
  countries(): CountryRow[];
  readonly editions: Edition[];
  /** Loads what the first answer does not need. */
  complete(): Promise<void>;
  /** The compiled module, for a worker. */
  module(): Promise<object>;
}

let shared: Promise<Engine> | undefined;

/**
 * The one engine of this page; it begins with what the first answer needs. A failed attempt is not kept, so that a later
 * element may try again.
 */
export function sharedEngine(): Promise<Engine> {
  shared ??= (loadEngine({ first: true }) as unknown as Promise<Engine>).catch((error: unknown) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

/** An engine of its own for a rate card: no other element is touched by it. */
export function cardEngine(rateCard: unknown): Promise<Engine> {
  return loadEngine({ rateCard: rateCard as string }) as unknown as Promise<Engine>;
}

/** The parts of an error that the page needs; anything that is no `QuoteError` is told as it is. */
export function problemOf(error: unknown): Problem {
  const given = (typeof error === "object" && error !== null ? error : {}) as Partial<Problem>;
  return {
    kind: given.kind ?? "unsupported",
    field: given.field ?? "",
    value: given.value ?? null,
    reason: given.reason ?? "",
    details: given.details ?? {},
    message: given.message ?? String(error),
    faults: given.faults ?? [],
  };
}

/** The currency's digits, as the engine writes its amounts; where amounts are in any unit, seven digits of the largest. */
export function digitsOf(quote: Quote | null): number {
  const all = quote?.totalExposure;
  if (typeof all === "number" && all > 0) return Math.max(0, Math.min(12, 6 - Math.floor(Math.log10(all))));
  const amounts = ["totalCost", "cover.premium", "premium", "totalPaid", "instalment", "creditAmount", "bestValue"];
  const written = amounts.map((path) => valueAt(quote, path)).find((value) => typeof value === "string");
  return typeof written === "string" ? fractionDigits(written) : 2;
}
