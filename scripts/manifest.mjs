// The manifest of the published package: the root's own, seen from inside `dist/`.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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

/** Writes `dist/integrity.json`: what each script of the package must hash to, for a host's import map. */
export function writeIntegrity() {
  const scripts = ["", "element"].flatMap((folder) => readdirSync(join("dist", folder)).map((name) => (folder ? `${folder}/${name}` : name)));
  const hash = (file) => `sha384-${createHash("sha384").update(readFileSync(join("dist", file))).digest("base64")}`;
  const hashes = Object.fromEntries(scripts.filter((name) => name.endsWith(".js")).sort().map((file) => [file, hash(file)]));
  writeFileSync("dist/integrity.json", `${JSON.stringify(hashes, null, 2)}\n`);
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
