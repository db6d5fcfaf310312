// Which Rust compiles to WebAssembly on this machine.
//
// The usual way is `rustup target add`. Where rustup can't download, Debian's packages carry the standard
// library's source: it is compiled for the target once and put where that compiler looks for it.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asRoot, hasApt, install } from "./debian.mjs";
import { attempt, Failure, root, run, say } from "./run.mjs";

export const target = "wasm32-unknown-unknown";
const debianPackages = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/** `{ name, cargo, env }` of the toolchain that has the target, or undefined when none has it yet. */
export function findWasmToolchain() {
  return [usual, debian].find((toolchain) => hasTarget(toolchain));
}

/** The same, after making one. */
export function makeWasmToolchain() {
  if (addByRustup()) return usual;
  if (!hasApt()) {
    throw new Failure(`Rust has no standard library for ${target} here, and rustup could not download it.\n`
      + `Run "rustup target add ${target}" on a machine that can, or use Debian with root rights.`);
  }
  buildByDebian();
  return debian;
}

/** The oldest Rust that compiles this crate, as Cargo.toml says. */
export function wantedRust() {
  return readFileSync("Cargo.toml", "utf8").match(/^rust-version = "(.*)"/m)[1];
}

export function isOlder(version, wanted) {
  const [major, minor] = version.split(".").map(Number);
  const [wantedMajor, wantedMinor] = wanted.split(".").map(Number);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}

const usual = { name: "the default Rust", cargo: "cargo", rustc: "rustc", env: {} };
const debian = {
  name: "Debian's Rust",
  cargo: "/usr/bin/cargo",
  rustc: "/usr/bin/rustc",
  env: { RUSTC: "/usr/bin/rustc" },
};

function addByRustup() {
  if (!attempt("rustup", ["--version"]).ok) return false;
  say(`  rustup target add ${target}`);
  // A machine without a way out should learn that soon.
  const env = { RUSTUP_MAX_RETRIES: "1" };
  attempt("rustup", ["target", "add", target], { env, timeout: 180_000 });
  if (hasTarget(usual)) return true;
  say("  rustup could not download it: building it from Debian's packages instead");
  return false;
}

function buildByDebian() {
  if (!isNewEnough(debian) || !existsSync("/usr/lib/rustlib/src/rust/library")) install(debianPackages);
  say("  compiling the standard library for WebAssembly, once (up to a minute)");
  const folder = join(root, ".cache", "std");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, "src", "lib.rs"), "");
  writeFileSync(join(folder, "Cargo.toml"), emptyCrate);
  run(debian.cargo, ["build", "--release", "--target", target, "-Zbuild-std=std,panic_abort,test"], {
    cwd: folder,
    env: { ...debian.env, RUSTC_BOOTSTRAP: "1", CARGO_TARGET_DIR: join(folder, "target") },
  });
  const built = join(folder, "target", target, "release", "deps");
  const libraries = readdirSync(built).filter((name) => /^lib(?!empty).*\.rlib$/.test(name));
  const place = libraryFolder(debian);
  asRoot("mkdir", ["-p", place]);
  asRoot("cp", [...libraries.map((name) => join(built, name)), place]);
  rmSync(folder, { recursive: true, force: true });
  if (hasTarget(debian)) return;
  throw new Failure(`Could not put the standard library for ${target} into ${place}.`);
}

// Its own workspace, so that it does not look for one in the folders above.
const emptyCrate = `[package]
name = "empty"
version = "0.0.0"
edition = "2024"

[workspace]
`;

function hasTarget(toolchain) {
  if (!isNewEnough(toolchain)) return false;
  const folder = libraryFolder(toolchain);
  return existsSync(folder) && readdirSync(folder).some((name) => /^libstd-.*\.rlib$/.test(name));
}

function isNewEnough({ rustc }) {
  const { ok, stdout } = attempt(rustc, ["--version"]);
  return ok && !isOlder(stdout.split(" ")[1], wantedRust());
}

function libraryFolder({ rustc }) {
  return join(run(rustc, ["--print", "sysroot"]).trim(), "lib", "rustlib", target, "lib");
}
