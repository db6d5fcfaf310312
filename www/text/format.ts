/** Numbers, dates and names as people read them. Everything here is presentation; nothing is computed. */

import { fractionDigits, minor, plain, shift, trim } from "./decimal.js";

type Decimal = string | number;

/** Milliseconds in a day: columns count days since 1970-01-01. */
const DAY = 86_400_000;

/** Codes of the currencies that the browser knows; one list, so that what is made of it can be kept. */
export const currencies: readonly string[] = Intl.supportedValuesOf("currency");

/** One language's way of writing. Made once for a language and kept. */
export class Format {
  static #made = new Map<string, Format>();
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  readonly #dates = new Map<string, Intl.DateTimeFormat>();
  // What takes the browser milliseconds to make is made when it is first asked for.
  readonly #names = new Map<"region" | "currency", Intl.DisplayNames>();
  #order: Intl.Collator["compare"] | undefined;

  private constructor(readonly tag: string) {}

  static of(tag: string): Format {
    let made = Format.#made.get(tag);
    if (!made) Format.#made.set(tag, (made = new Format(tag)));
    return made;
  }

  /** A plain number, grouped. `digits` behind the point at least and at most; without it, as many as there are. */
  number(value: Decimal, digits?: number): string {
    const places = digits ?? Math.min(fractionDigits(String(value)), 12);
    return this.#number({ minimumFractionDigits: places, maximumFractionDigits: places }, value);
  }

  /** A number with at most so many digits behind the point. */
  short(value: Decimal, digits: number): string {
    return this.#number({ maximumFractionDigits: digits }, value);
  }

  /** A fraction as a percentage. */
  percent(fraction: Decimal, digits = 2): string {
    return this.#number({ style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }, fraction);
  }

  /** A percentage without its sign, for the big figure that carries its unit apart. */
  percentFigure(fraction: Decimal, digits = 2): string {
    const parts = this.#formatter({
      style: "percent",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).formatToParts(fraction as number);
    return parts
      .filter((part) => part.type !== "percentSign" && part.type !== "literal")
      .map((part) => part.value)
      .join("");
  }

  /** A rate in basis points. */
  basisPoints(fraction: number): string {
    return this.number(shift(plain(fraction), 4), 1);
  }

  /** An amount with its currency's code: unmistakable in every country. */
  money(value: Decimal, currency: string, digits = 0): string {
    const options: Intl.NumberFormatOptions = {
      style: "currency",
      currency,
      currencyDisplay: "code",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    };
    try {
      return this.#number(options, value);
    } catch {
      return this.number(value, digits); // a currency that is still being typed
    }
  }

  /** A column's minor units, in full. */
  minor(units: number, digits: number): string {
    return this.number(minor(units, digits), digits);
  }

  /** A short amount for an axis: 12M, 1,200万. */
  axis(value: number): string {
    return this.#number({ notation: "compact", maximumFractionDigits: 1 }, value);
  }

  /** A date given as `YYYY-MM-DD` or as days since 1970-01-01. */
  date(value: string | number, style: "medium" | "long" = "medium"): string {
    const time = typeof value === "number" ? value * DAY : Date.parse(`${value}T00:00:00Z`);
    return Number.isNaN(time) ? String(value) : this.#date({ dateStyle: style }).format(time);
  }

  /** The year of a day, for an axis. */
  year(days: number): string {
    return this.#date({ year: "numeric" }).format(days * DAY);
  }

  /** A country's or territory's name: from the host's list, else from the browser's; without either its code. */
  country(alpha2: string, names?: Readonly<Record<string, string>>): string {
    const given = names && Object.hasOwn(names, alpha2) ? names[alpha2] : undefined;
    return given ?? attempt(() => this.#name("region").of(alpha2)) ?? alpha2;
  }

  /** Names in a row: "a, b and c". */
  list(names: readonly string[]): string {
    return new Intl.ListFormat(this.tag, { style: "long", type: "conjunction" }).format(names);
  }

  /** A currency's name, without one its code. */
  currency(code: string): string {
    return attempt(() => this.#name("currency").of(code)) ?? code;
  }

  /** Sorts by this language's rules. */
  get compare(): (a: string, b: string) => number {
    return (this.#order ??= new Intl.Collator(this.tag).compare);
  }

  /** A number as it stands in a field: grouped, every digit kept, this language's separators. */
  field(text: string): string {
    return this.number(text, Math.min(fractionDigits(text), 20));
  }

  /** A fraction as it stands in a percent field: every digit kept. */
  fieldPercent(text: string): string {
    return this.field(trim(shift(text, 2)));
  }

  #number(options: Intl.NumberFormatOptions, value: Decimal): string {
    // The standard reads decimal text exactly; TypeScript's type for it is narrower than the standard's.
    return this.#formatter(options).format(value as number);
  }

  #formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    let made = this.#numbers.get(key);
    if (!made) this.#numbers.set(key, (made = new Intl.NumberFormat(this.tag, options)));
    return made;
  }

  #name(type: "region" | "currency"): Intl.DisplayNames {
    let made = this.#names.get(type);
    if (!made) this.#names.set(type, (made = new Intl.DisplayNames(this.tag, { type, fallback: "none" })));
    return made;
  }

  #date(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify(options);
    let made = this.#dates.get(key);
    if (!made) this.#dates.set(key, (made = new Intl.DateTimeFormat(this.tag, { ...options, timeZone: "UTC" })));
    return made;
  }
}

function attempt(name: () => string | undefined): string | undefined {
  try {
    return name();
  } catch {
    return undefined; // not a well-formed code
  }
}

/** A day of a column as `YYYY-MM-DD`. */
export function isoDate(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}
