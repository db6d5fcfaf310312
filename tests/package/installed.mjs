// The package as its users have it: packed, and unpacked in a folder far from this repository.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pack } from "../../scripts/pack.mjs";

// The test run packs once for all files; a file that is run alone packs for itself.
const folder = process.env.EXPORT_RISK_PACKED ?? pack().folder;

/** The folder into which the package is installed. */
export const packageFolder = join(folder, "node_modules", "export-risk");

/** A module of the package by the path of its file, past the list of exports. */
export const file = (path) => import(pathToFileURL(join(packageFolder, path)).href);

/** The bytes of a file of the package. */
export const bytes = (path) => readFileSync(join(packageFolder, path));

/** An entry point by its public name, as a user's code in Node gets it. */
export async function entry(name) {
  const user = join(folder, `import-${name.replaceAll("/", "-")}.mjs`);
  writeFileSync(user, `export * from "${name}";\n`);
  return import(pathToFileURL(user).href);
}

/** Runs a user's module in a Node of its own and gives what it printed. */
export function runUserCode(code, nodeOptions = []) {
  const parameters = [...nodeOptions, "--input-type=module", "--eval", code];
  const done = spawnSync(process.execPath, parameters, { cwd: folder, encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout.trim();
}
