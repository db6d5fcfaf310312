// Generated from the Rust types by `export-risk declarations`; do not edit.

/** An exact decimal: text, or a number (0.1 means exactly 0.1). */
export type DecimalInput = string | number;
/** A column of numbers. */
export type NumberColumnInput = readonly number[] | Float64Array;

/** Amounts of money at points of time, for their value and their rates of return. */
export interface CashFlowRequest {
  product: "cash-flow";
  /** When each amount is paid or received: dates as YYYY-MM-DD, or days since 1970-01-01. In any order. */
  dates?: readonly string[] | readonly number[] | Int32Array | null;
  /** In place of dates: years from the moment that the present value is stated at; may be negative. */
  times?: NumberColumnInput | null;
  /** The amounts, one for each date or time: received above zero, paid below. */
  amounts: NumberColumnInput;
  /**
   * How days become years; of no effect with times.
   * Default: "ACT/365F".
   */
  dayCount?: "ACT/360" | "ACT/365F" | "30/360" | "30E/360" | null;
  /** An effective rate a year, as a fraction above -1, for the net present value. */
  rate?: DecimalInput | null;
}

/** The rates of return of some flows, and their value at a rate. */
export interface CashFlowQuote {
  /**
   * The effective rate a year at which the value is zero; of several, the one nearest to zero, and of two as
   * near the positive one.
   */
  xirr: number;
  /** All such rates above -1 that were found, ascending. */
  roots: number[];
  /** The rate for each of the equal intervals between times; null with dates, and where intervals differ. */
  irr: number | null;
  /** The net present value at the given rate: at the earliest date, or at time zero. Null without a rate. */
  xnpv: number | null;
  /** What is left of the value when `xirr` is fed back, over the sum of the sizes of the discounted amounts. */
  residual: number;
  /** The tables that this rests on: none. */
  editions: Edition[];
  /** What a reader should know: `several-rates`, `search-not-complete`. */
  notices: Notice[];
}

/** The edition of a table that an answer rests on. */
export interface Edition {
  /** The stable name of the table: `oecd-country-risk`. */
  id: string;
  /** The title. */
  title: string;
  /** Where the numbers come from. */
  source: string;
  /** The first day on which the edition is in force, where it has one. */
  inForce: string | null;
  /** The day on which the numbers were taken from the source. */
  retrieved: string;
  /** The lowest grade among the numbers; single cells may be better. */
  grade: "official" | "agency" | "secondary" | "assumption";
}

/** Something that a reader of the quote should know. */
export interface Notice {
  /** The stable code in kebab case. */
  code: string;
  /** Values that the words mention, by name, as text. */
  values: Record<string, string>;
}

/** A loan that is paid out at once and repaid in regular instalments. */
export interface LoanRequest {
  product: "loan";
  /** The currency of all amounts. */
  currency: string;
  /** What is lent, with no more decimals than the currency has. */
  principal: DecimalInput;
  /** Interest a year, as a fraction: 0.06 is 6 %. */
  rate: DecimalInput;
  /** The day on which the principal is paid out, from which the instalments are counted. */
  start: string;
  /**
   * How often an instalment is paid.
   * Default: "monthly".
   */
  frequency?: "monthly" | "quarterly" | "semi-annual" | "annual" | null;
  /** How many instalments, those of the grace period included: 1 to 1200. */
  instalments: DecimalInput;
  /**
   * How the principal comes back.
   * Default: "annuity".
   */
  profile?: "annuity" | "equal-principal" | "bullet" | null;
  /**
   * How days bear interest. Where months have 30 days, each instalment bears its exact part of a year.
   * Default: "30/360".
   */
  dayCount?: "ACT/360" | "ACT/365F" | "30/360" | "30E/360" | null;
  /**
   * The part of the principal that is paid with the last instalment, beside it.
   * Default: "0".
   */
  balloon?: DecimalInput | null;
  /**
   * The first instalments that repay no principal.
   * Default: 0.
   */
  graceInstalments?: DecimalInput | null;
  /**
   * What becomes of the interest of those.
   * Default: "paid".
   */
  graceInterest?: "paid" | "capitalised" | null;
  /**
   * How interest, instalments and parts of principal become whole cents (or the currency's smallest unit).
   * Default: "midpoint-away-from-zero".
   */
  rounding?: "midpoint-away-from-zero" | "midpoint-nearest-even" | "midpoint-toward-zero" | "away-from-zero" | "toward-zero" | "toward-positive-infinity" | "toward-negative-infinity" | null;
}

/** The schedule of a loan and what it costs. */
export interface LoanQuote {
  /**
   * The regular payment: the level one of an annuity, the first of equal principal (its largest), the first
   * interest of a bullet. The last payment differs where rounding or a balloon make it.
   */
  instalment: string;
  /** The sum of the interest. */
  totalInterest: string;
  /** The sum of the payments. */
  totalPaid: string;
  /** The effective rate a year of the payments as they are made: XIRR on ACT/365F. */
  effectiveRate: number;
  /** The same as a nominal rate a year, compounded as often as instalments are paid. */
  nominalRate: number;
  /** How often the nominal rate is compounded. */
  compounding: "monthly" | "quarterly" | "semi-annual" | "annual";
  /** Years until the principal is back, each part weighted by its amount. */
  averageLifeYears: number;
  /** The schedule, one row an instalment. */
  schedule: LoanSchedule;
  /** The tables that this rests on: none. */
  editions: Edition[];
  /** What a reader should know: `last-payment-differs`. */
  notices: Notice[];
}

/** The rows of a loan as columns. Amounts are whole numbers of the currency's smallest unit. */
export interface LoanSchedule {
  /** When each row is paid, as days since 1970-01-01. */
  dates: Int32Array;
  /** What is owed when the period begins. */
  opening: Float64Array;
  /** The interest of the period. */
  interest: Float64Array;
  /** The part of the payment that lowers what is owed; negative where interest is added to it. */
  principal: Float64Array;
  /** What is paid: interest and principal. */
  payment: Float64Array;
  /** What is owed after the payment. */
  closing: Float64Array;
}

/** One step of a working. */
export interface Step {
  /** The stable name in kebab case. */
  id: string;
  /** The symbol of what comes out. */
  symbol: string;
  /** The path in the quote of the number that this step gives. */
  output: string | null;
  /** The formula in symbols. */
  formula: string;
  /** The symbols with their values. */
  inputs: StepInput[];
  /** What comes out, as exact text. */
  value: string;
  /** Its unit. */
  unit: string;
  /** Where the formula or its coefficient stands. */
  source: string | null;
  /** The id of the table's edition. */
  edition: string | null;
  /** How good the source is. */
  grade: "official" | "agency" | "secondary" | "assumption" | null;
}

/** A symbol of a formula, with its value. */
export interface StepInput {
  /** The symbol in the formula. */
  symbol: string;
  /** Its value, as exact text. */
  value: string;
  /** Its unit. */
  unit: string;
}

/** Every product with its request and its quote. */
export interface Products {
  "cash-flow": { request: CashFlowRequest; quote: CashFlowQuote };
  "loan": { request: LoanRequest; quote: LoanQuote };
}
