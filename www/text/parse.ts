/** Reads numbers the way people write them in their language. */

import { isDecimal, shift } from "./decimal.js";

const SPACES = /[\s\u00a0\u202f\u2009'’_]/g;
const SCALES: Record<string, number> = { k: 3, m: 6, mn: 6, bn: 9, b: 9, 万: 4, 萬: 4, 亿: 8, 億: 8 };

interface Separators {
  decimal: string;
  group: string;
}

const known = new Map<string, Separators>();

/**
 * A typed number as exact decimal text, or null when it can't be read without guessing.
 *
 * `12,500,000`, `12 500 000`, `12.5m`, `1250万` and full-width digits all give `12500000`.
 * A group that is not three digits long is refused: `12,5` is a half for some and a slip for others.
 */
export function parseNumber(text: string, tag: string): string | null {
  const { decimal, group } = separators(tag);
  let rest = text.normalize("NFKC").replace(SPACES, "").replace(/[−–]/g, "-");
  let scale = 0;
  const suffix = /(k|mn|m|bn|b|万|萬|亿|億)$/iu.exec(rest);
  if (suffix) {
    scale = SCALES[(suffix[1] ?? "").toLowerCase()] ?? 0;
    rest = rest.slice(0, -(suffix[1] ?? "").length);
  }
  if (group !== "" && rest.includes(group)) {
    const [whole = "", ...fraction] = rest.split(decimal);
    const groups = whole.replace(/^[+-]/, "").split(group);
    const even = groups.every((part, index) => /^\d{3}$/.test(part) || (index === 0 && /^\d{1,3}$/.test(part)));
    if (!even || fraction.some((part) => part.includes(group))) return null;
    rest = [whole.split(group).join(""), ...fraction].join(decimal);
  }
  if (decimal !== ".") {
    if (rest.includes(".")) return null;
    rest = rest.replace(decimal, ".");
  }
  if (!isDecimal(rest)) return null;
  const value = shift(rest, scale);
  return scale > 0 && value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}

/** A typed percentage as a fraction: `15`, `15 %` and `１５％` give `0.15`. */
export function parsePercent(text: string, tag: string): string | null {
  const bare = text.normalize("NFKC").replace(/[%٪]\s*$/, "");
  if (/[a-z万萬亿億]\s*$/iu.test(bare)) return null;
  const value = parseNumber(bare, tag);
  return value === null ? null : shift(value, -2);
}

function separators(tag: string): Separators {
  let found = known.get(tag);
  if (!found) {
    const parts = new Intl.NumberFormat(tag).formatToParts(1234567.8);
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
    const group = of("group").replace(SPACES, "");
    found = { decimal: of("decimal") || ".", group };
    known.set(tag, found);
  }
  return found;
}
