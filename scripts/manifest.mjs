// The manifest of the published package: the root's own, seen from inside `dist/`.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes `dist/package.json`. An entry whose file this build did not make is left out. */
export function writeManifest() {
  const root = JSON.parse(readFileSync("package.json", "utf8"));
  const { scripts, devDependencies, private: unpublished, exports, ...shared } = root;
  // The page is served, not published: it carries the module a second time.
  const manifest = { ...fromInside(shared), files: ["*", "!site"], exports: {} };
  for (const [name, entry] of Object.entries(exports)) {
    if (name === "./package.json") manifest.exports[name] = entry;
    else if (filesOf(entry).every(isMade)) manifest.exports[name] = fromInside(entry);
  }
  if (!isMade(shared.customElements)) delete manifest.customElements;
  writeFileSync("dist/package.json", `${JSON.stringify(manifest, null, 2)}\n`);
}

function fromInside(value) {
  if (typeof value === "string") return value.replace(/^\.\/dist\//, "./");
  if (Array.isArray(value)) return value.map(fromInside);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromInside(inner)]));
}

function filesOf(entry) {
  return typeof entry === "string" ? [entry] : Object.values(entry).flatMap(filesOf);
}

function isMade(path) {
  return existsSync(join(".", path.replace(/\/\*$/, "")));
}
