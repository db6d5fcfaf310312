// Mutation tests: changes the rooms whose numbers matter most in many small ways, and sees whether a test notices.
//
// All of it takes hours. `npm run mutants -- --room loan` takes one room, `--file src/loan/interest.rs` one file, and
// `--shard 0/8` every eighth mutant. What was missed stands in `.cache/mutants.out/missed.txt`.

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { attempt, Failure, root, run, runIfStarted, say } from "./run.mjs";

const rooms = ["calendar", "cash_flow", "loan"];
/** So many of a hundred must be noticed. */
const least = 95;

await runIfStarted(import.meta.url, (args) => {
  const { values } = parseArgs({
    args,
    options: {
      room: { type: "string", multiple: true, default: rooms },
      file: { type: "string", multiple: true },
      shard: { type: "string" },
    },
  });
  const files = values.file ?? values.room.flatMap((room) => [`src/${room}.rs`, `src/${room}/**`]);
  needTool();
  mkdirSync(".cache", { recursive: true });
  const parameters = ["mutants", "--jobs", "1", "--output", ".cache", ...files.flatMap((file) => ["-f", file])];
  if (values.shard) parameters.push("--shard", values.shard);
  // A missed mutant makes it fail; how many there may be is judged here.
  const env = { ...process.env, CARGO_INCREMENTAL: "1" };
  spawnSync("cargo", parameters, { cwd: root, env, stdio: "inherit" });
  if (!existsSync(outcomes)) throw new Failure("There is no outcome: the tests fail without any change, or it did not start.");
  judge(JSON.parse(readFileSync(outcomes, "utf8")).outcomes);
});

const outcomes = ".cache/mutants.out/outcomes.json";

function needTool() {
  if (attempt("cargo", ["mutants", "--version"]).ok) return;
  say("mutants: cargo install cargo-mutants");
  run("cargo", ["install", "--locked", "cargo-mutants"]);
}

function judge(outcomes) {
  const counts = new Map();
  for (const { scenario, summary } of outcomes) {
    if (!scenario.Mutant || summary === "Unviable") continue;
    for (const name of [scenario.Mutant.file, "all"]) {
      const count = counts.get(name) ?? { noticed: 0, missed: 0 };
      count[summary === "MissedMutant" ? "missed" : "noticed"]++;
      counts.set(name, count);
    }
  }
  const share = ({ noticed, missed }) => (100 * noticed) / (noticed + missed);
  const row = (cells) => say(cells[0].padEnd(36) + cells.slice(1).map((cell) => String(cell).padStart(10)).join(""));
  row(["file", "noticed", "missed", "%"]);
  for (const [name, count] of [...counts].sort()) row([name, count.noticed, count.missed, share(count).toFixed(1)]);
  const all = counts.get("all");
  if (!all) throw new Failure("There was nothing to change.");
  if (share(all) < least) throw new Failure(`Less than ${least} % are noticed.`);
}
