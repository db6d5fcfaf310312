// One size of a book in a process of its own: the best of some runs, and the most memory beyond what Node had before.
import { loadEngine } from "../dist/node.js";
import { bookOf } from "./books.mjs";

const rows = Number(process.argv[2]);
const engine = await loadEngine();
const columns = bookOf(rows);
const before = process.resourceUsage().maxRSS;
let best = Infinity;
for (let run = 0; run < Math.max(3, Math.min(30, 300_000 / rows)); run++) {
  const begin = performance.now();
  engine.quoteMany("export-credit-cover", columns, { currency: "USD" }, { outputs: ["premium", "premiumRate"] });
  best = Math.min(best, performance.now() - begin);
}
console.log(JSON.stringify({ ms: best, megabytes: (process.resourceUsage().maxRSS - before) / 1024 }));
