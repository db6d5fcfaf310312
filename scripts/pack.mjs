// The package as a user gets it: packed, and unpacked again in a folder far from this repository.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { npm, run } from "./run.mjs";

/** Packs `dist/` and installs it in a new folder: `{ tarball, folder }`, both gone when this process ends. */
export function pack() {
  const folder = mkdtempSync(join(tmpdir(), "export-risk-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const [{ filename }] = JSON.parse(npm(["pack", resolve("dist"), "--json", "--pack-destination", folder]));
  const tarball = join(folder, filename);
  const place = join(folder, "node_modules", "export-risk");
  mkdirSync(place, { recursive: true });
  run("tar", ["-xzf", tarball, "-C", place, "--strip-components=1"]);
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  return { tarball, folder };
}
