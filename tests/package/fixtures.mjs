// The fixtures, and answers in a form that can be compared across engines.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";

const folder = "tests/fixtures";

/** Every case of every file, with its place: `{ file, index, kind, name, source, request, expected, error }`. */
export function fixtures() {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).sort() : [];
  return files.flatMap((file) => {
    const list = JSON.parse(readFileSync(join(folder, file), "utf8"));
    return list.map((fixture, index) => ({ file, index, kind: basename(file, ".json"), ...fixture }));
  });
}

/** What an answer of {@link answerOf} has other than its fixture expects, a line each. */
export function problemsOf({ quote, error }, fixture) {
  if (fixture.error) {
    if (!error) return ["answered, but should be refused"];
    return ["kind", "field"].filter((part) => ![undefined, error[part]].includes(fixture.error[part]))
      .map((part) => `${part} is ${error[part]}, expected ${fixture.error[part]}`);
  }
  if (!quote) return [`refused: ${error?.message}`];
  return Object.entries(fixture.expected).flatMap(([path, expected]) => {
    const found = path.split(".").reduce((at, key) => at?.[key], quote);
    const { value, tolerance } = expected?.tolerance === undefined ? { value: expected, tolerance: 0 } : expected;
    return isNear(found, value, tolerance) ? [] : [`${path} is ${found}, expected ${value} ± ${tolerance}`];
  });
}

function isNear(found, wanted, tolerance) {
  if (Array.isArray(found) && Array.isArray(wanted)) {
    return found.length === wanted.length
      && found.every((item, index) => isNear(item, wanted[index], tolerance));
  }
  if (tolerance === 0) return isDeepStrictEqual(found, wanted);
  return found !== null && Math.abs(Number(found) - Number(wanted)) <= tolerance;
}

/**
 * What a verb answers, or the error as data, with columns as plain lists: what the native engine prints.
 * It stands alone, so that it can be sent into a browser as it is.
 */
export function answerOf(engine, request, verb = "quote") {
  const plain = (value) => {
    if (ArrayBuffer.isView(value)) return Array.from(value);
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  };
  try {
    return { [verb]: plain(engine[verb](request)) };
  } catch (error) {
    if (error.name !== "QuoteError") throw error;
    const { kind, reason, field, value, details, message } = error;
    return { error: { kind, reason, field, value, details, message } };
  }
}
