// Packages of Debian and its relatives, for machines where a program can't be had any other way.

import { attempt, Failure, say, tail } from "./run.mjs";

/** True where `apt-get` exists and we may use it: as root, or with sudo. */
export function hasApt() {
  return process.platform === "linux" && attempt("apt-get", ["--version"]).ok && (isRoot() || hasSudo());
}

/** Installs packages; refreshes the package lists only when one of the packages is not known yet. */
export function install(packages) {
  say(`  installing ${packages.join(", ")} (a few minutes at most)`);
  if (!packages.every(isKnown)) apt(["update"]);
  const parameters = ["install", "-y", "--no-install-recommends", ...packages];
  let done = apt(parameters);
  if (!done.ok && /404|Unable to fetch/.test(done.output)) {
    apt(["update"]);
    done = apt(parameters);
  }
  if (!done.ok) {
    throw new Failure(`${tail(done.output, 5)}\nCould not install ${packages.join(", ")}: `
      + `run "apt-get install ${packages.join(" ")}" and look at its errors.`);
  }
}

export function asRoot(program, parameters) {
  return isRoot() ? attempt(program, parameters) : attempt("sudo", ["-n", program, ...parameters]);
}

function apt(parameters) {
  const options = ["-o", "DPkg::Lock::Timeout=300"];
  return asRoot("env", ["DEBIAN_FRONTEND=noninteractive", "apt-get", ...options, ...parameters]);
}

function isKnown(name) {
  return /Candidate: (?!\(none\))/.test(attempt("apt-cache", ["policy", name]).stdout);
}

function isRoot() {
  return process.getuid?.() === 0;
}

function hasSudo() {
  return attempt("sudo", ["-n", "true"]).ok;
}
