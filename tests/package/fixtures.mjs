// The fixtures, and answers in a form that can be compared across engines.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = "tests/fixtures";

/** Every case of every file, with its place: `{ file, index, name, request, expected, error }`. */
export function fixtures() {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).sort() : [];
  return files.flatMap((file) => {
    const list = JSON.parse(readFileSync(join(folder, file), "utf8"));
    return list.map((fixture, index) => ({ file, index, ...fixture }));
  });
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
