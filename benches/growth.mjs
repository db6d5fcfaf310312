// One size of a book in a process of its own: the least processor time of some runs, and the most memory beyond what Node had before.
import { loadEngine } from "../dist/node.js";
import { bookOf } from "./books.mjs";

const rows = Number(process.argv[2]);
const engine = await loadEngine();
const columns = bookOf(rows);
const before = process.resourceUsage().maxRSS;
let best = Infinity;
for (let run = 0; run < Math.max(3, Math.min(30, 300_000 / rows)); run++) {
  // Of the processor: what else the machine does meanwhile would hide how the cost grows.
  const begin = process.cpuUsage();
  engine.quoteMany("export-credit-cover", columns, { currency: "USD" }, { outputs: ["premium", "premiumRate"] });
  const { user, system } = process.cpuUsage(begin);
  best = Math.min(best, (user + system) / 1000);
}
console.log(JSON.stringify({ ms: best, megabytes: (process.resourceUsage().maxRSS - before) / 1024 }));
