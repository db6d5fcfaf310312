// The long run of random input: `npm run fuzz -- --inputs 1000000 --seed 7`, or `--only 123` for one input of a seed.
// Every 500th input is a search; `--searches 1` makes all of them that.

import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { Failure, root, runIfStarted } from "./run.mjs";

await runIfStarted(import.meta.url, (args) => {
  const { values } = parseArgs({
    args,
    options: {
      inputs: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
      only: { type: "string" },
      searches: { type: "string", default: "500" },
    },
  });
  const wrong = Object.entries(values).find(([, value]) => !/^\d+$/.test(value));
  if (wrong) throw new Failure(`--${wrong[0]} takes a whole number, not "${wrong[1]}".`);
  const { inputs, seed, only, searches } = values;
  const env = { ...process.env, FUZZ_INPUTS: inputs, FUZZ_SEED: seed, FUZZ_SEARCHES: searches };
  if (only) env.FUZZ_ONLY = only;
  const test = ["test", "-q", "--profile", "fuzz", "--test", "fuzz"];
  const { status } = spawnSync("cargo", [...test, "long_run", "--", "--ignored", "--exact", "--nocapture"], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  if (status !== 0) throw new Failure("There are findings, or the run did not end.");
});
