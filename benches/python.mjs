// The same flows in pyxirr, native code called from Python; only where Python and its registry can be had.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { median, table, tell } from "./report.mjs";

const SCRIPT = `
import json, sys, time
from datetime import date
import pyxirr

def timed(count):
    dates = [date(2020 + month // 12, month % 12 + 1, 15) for month in range(count)]
    amounts = [1000.0 if month else -800.0 * count for month in range(count)]
    rate = pyxirr.xirr(dates, amounts)
    calls = max(10, 20000 // count)
    begin = time.perf_counter()
    for _ in range(calls):
        pyxirr.xirr(dates, amounts)
    return (time.perf_counter() - begin) / calls * 1e6, rate

print(json.dumps({str(count): timed(count) for count in map(int, sys.argv[1:])}))
`;

/** XIRR of flows, in turns with Python; says so where there is none. `flows` gives a request. */
export function python(engine, root, flows) {
  const program = prepared(root);
  if (!program) return tell("XIRR beside pyxirr: left out, there is no Python with venv here or its registry is out of reach\n");
  const counts = [12, 60, 360];
  const [here, there] = [{}, {}];
  for (let turn = 0; turn < 5; turn++) {
    for (const count of counts) {
      const { dated } = flows(count);
      const calls = Math.max(10, 20_000 / count);
      for (let warm = 0; warm < 200; warm++) engine.quote(dated);
      const begin = performance.now();
      for (let call = 0; call < calls; call++) engine.quote(dated);
      (here[count] ??= []).push(((performance.now() - begin) / calls) * 1000);
      const { xirr } = engine.quote(dated);
      here[`rate ${count}`] = xirr;
    }
    const found = JSON.parse(execFileSync(program, ["-c", SCRIPT, ...counts.map(String)], { encoding: "utf8" }));
    for (const count of counts) {
      const [micros, rate] = found[count];
      if (Math.abs(rate - here[`rate ${count}`]) > 1e-9) throw new Error(`pyxirr finds ${rate} for ${count} flows`);
      (there[count] ??= []).push(micros);
    }
  }
  table("XIRR in Node, every root, beside pyxirr in Python, one root; both found the same rate", ["flows", "export-risk, µs", "pyxirr, µs", "ratio"], counts.map((count) => [
    String(count), median(here[count]).toFixed(2), median(there[count]).toFixed(2), `${(median(here[count]) / median(there[count])).toFixed(2)} ×`,
  ]));
}

/** A Python of its own with pyxirr, made once. */
function prepared(root) {
  const folder = fileURLToPath(new URL(".cache/python", root));
  const program = `${folder}/bin/python`;
  const run = (name, parameters) => execFileSync(name, parameters, { stdio: "pipe", timeout: 120_000 });
  try {
    if (!existsSync(program)) run("python3", ["-m", "venv", folder]);
    try {
      run(program, ["-c", "import pyxirr"]);
    } catch {
      run(program, ["-m", "pip", "install", "-q", "pyxirr==0.10.8"]);
    }
    return program;
  } catch {
    return null;
  }
}
