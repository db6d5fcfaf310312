/** Decimal numbers as text. What a visitor types reaches the engine digit for digit, never by way of a float. */

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Whether the text is a plain decimal number such as `-12.50`. */
export function isDecimal(text: string): boolean {
  return PLAIN.test(text) && /\d/.test(text);
}

/**
 * Moves the decimal point: `shift("15", -2)` is `"0.15"`, `shift("0.052", 2)` is `"5.2"`.
 * Leading zeros go, and so do the trailing zeros behind the point that the move itself brought in;
 * zeros that were written behind the point stay only as far as they still stand behind it.
 */
export function shift(text: string, places: number): string {
  const match = PLAIN.exec(text);
  if (!match || !isDecimal(text)) return text;
  const [, sign = "", whole = "", fraction = ""] = match;
  const point = whole.length + places;
  let digits = whole + fraction;
  let at = point;
  if (at <= 0) {
    digits = "0".repeat(1 - at) + digits;
    at = 1;
  } else if (at > digits.length) {
    digits = digits.padEnd(at, "0");
  }
  const left = digits.slice(0, at).replace(/^0+(?=\d)/, "");
  const right = digits.slice(at);
  return (sign === "-" ? "-" : "") + left + (right ? `.${right}` : "");
}

/** Without zeros at the end: `5.20` is `5.2`, `5.00` is `5`. */
export function trim(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** How many digits stand behind the point. */
export function fractionDigits(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}

/** A column's minor units as a decimal in major units: `minor(61730000, 2)` is `"617300.00"`. */
export function minor(units: number, digits: number): string {
  return shift(String(units), -digits);
}

/** A JavaScript number as plain decimal text, without an exponent where that can be written out. */
export function plain(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  return sign + shift(`${whole}.${fraction}`, Number(exponent)).replace(/\.$/, "");
}
