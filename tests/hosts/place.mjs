// Where the hosts are built: a copy of each fixture beside the packed package, so that none sees this repository's sources.

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pack } from "../../scripts/pack.mjs";
import { root } from "../../scripts/run.mjs";

const packed = process.env.EXPORT_RISK_PACKED ?? pack().folder;

// Inside the repository's folder, because the bundlers and frameworks are found in its node_modules.
const place = join(root, ".cache", "hosts");
rmSync(place, { recursive: true, force: true });
mkdirSync(place, { recursive: true });
writeFileSync(join(place, "package.json"), '{ "private": true, "type": "module" }\n');
cpSync(join(packed, "node_modules"), join(place, "node_modules"), { recursive: true });

/** The installed package. */
export const packageFolder = join(place, "node_modules", "export-risk");

/** The copy of a host's fixture. */
export function host(name) {
  const folder = join(place, name);
  cpSync(join(root, "tests", "hosts", name), folder, { recursive: true });
  return folder;
}

/** Starts a program that serves, and gives `{ process, found }` once what it prints matches. */
export function started(program, parameters, options, pattern) {
  const child = spawn(program, parameters, { ...options, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let output = "";
    const hear = (chunk) => {
      output += chunk;
      const found = pattern.exec(output);
      if (found) resolve({ process: child, found });
    };
    for (const stream of child.stdio.slice(1)) stream.on("data", hear);
    child.on("error", reject);
    child.on("exit", (status) => reject(new Error(`${program} ended with ${status}: ${output}`)));
  });
}
