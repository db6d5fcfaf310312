// A million quotes of all products through the package, and what they leave behind in memory.

import { parseArgs } from "node:util";
import { endure, growth } from "../tests/package/memory.mjs";
import { Failure, runIfStarted, say, seconds } from "./run.mjs";

await runIfStarted(import.meta.url, async (args) => {
  const { quotes } = parseArgs({ args, options: { quotes: { type: "string", default: "1000000" } } }).values;
  if (!/^\d+$/.test(quotes)) throw new Failure(`--quotes takes a whole number, not "${quotes}".`);
  const start = performance.now();
  const seen = await endure(async () => (await import("../dist/node.js")).loadEngine(), Number(quotes));
  const megabytes = (count) => (count / 1e6).toFixed(2).padStart(12);
  say(`${"quotes".padStart(12)}${"module, MB".padStart(12)}${"heap, MB".padStart(12)}`);
  for (const { quotes, module, heap } of seen) say(String(quotes).padStart(12) + megabytes(module) + megabytes(heap));
  const { module, heap } = growth(seen);
  say(`${seconds(start)}; the module's memory grew by ${module} bytes, the heap by ${heap}`);
  if (module > 0 || heap > 1_000_000) throw new Failure("Memory grows.");
});
