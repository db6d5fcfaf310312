// Generated from the Rust types by `export-risk declarations`; do not edit.

/** An exact decimal: text, or a number (0.1 means exactly 0.1). */
export type DecimalInput = string | number;
/** A column of numbers. */
export type NumberColumnInput = readonly number[] | Float64Array;

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
}
