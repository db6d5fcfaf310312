// What the native engine answers: to every fixture, and to requests of every product made from a seed.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../scripts/run.mjs";

/** Requests with the native answers: `{ verb, request, answer: { quote } | { explain } | { error } }`. */
export function nativeAnswers() {
  const folder = mkdtempSync(join(tmpdir(), "export-risk-native-"));
  const file = join(folder, "answers.jsonl");
  try {
    const test = ["test", "-q", "--test", "fuzz", "write_requests_with_answers"];
    run("cargo", [...test, "--", "--ignored", "--exact"], { env: { FUZZ_FILE: file } });
    return readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
