// Gets what the project needs onto this machine. Safe to run at any time: what is there is left alone.
// Uses nothing but Node, because it runs before anything is installed.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { findChromium } from "./chromium.mjs";
import { hasApt, install } from "./debian.mjs";
import { attempt, Failure, npm, runIfStarted, say, seconds } from "./run.mjs";
import { findWasmToolchain, isOlder, makeWasmToolchain, target, wantedRust } from "./wasm-toolchain.mjs";

/**
 * Rust, its WebAssembly target and the packages; with `tests` also the linter, the formatter and a browser.
 */
export function setUp({ tests = false } = {}) {
  const start = performance.now();
  needNode();
  needRust();
  needWasmTarget();
  needPackages();
  if (tests) {
    needRustTools();
    needBrowser();
  }
  say(`set-up: ready (${seconds(start)})`);
}

function needNode() {
  const wanted = "20.19";
  if (!isOlder(process.versions.node, wanted)) return;
  throw new Failure(`Node ${process.versions.node} is too old: ${wanted} or newer is needed.`);
}

function needRust() {
  const wanted = wantedRust();
  const { ok, stdout } = attempt("rustc", ["--version"]);
  if (!ok) throw new Failure("Rust is missing. Install it as https://rustup.rs says, then run this again.");
  const version = stdout.split(" ")[1];
  if (isOlder(version, wanted)) {
    throw new Failure(`Rust ${version} is too old: ${wanted} or newer is needed. Run "rustup update".`);
  }
  say(`rust: ${version}`);
}

function needWasmTarget() {
  let toolchain = findWasmToolchain();
  if (!toolchain) {
    say(`wasm: ${target} is missing`);
    toolchain = makeWasmToolchain();
  }
  say(`wasm: ${target} of ${toolchain.name}`);
}

function needPackages() {
  const stamp = "node_modules/.installed-from";
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) {
    say("packages: as the lock file says");
    return;
  }
  say("packages: npm ci");
  npm(["ci", "--no-audit", "--no-fund"], { env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" } });
  writeFileSync(stamp, lock);
}

function needRustTools() {
  for (const component of ["rustfmt", "clippy"]) {
    if (attempt("cargo", [component === "clippy" ? "clippy" : "fmt", "--version"]).ok) continue;
    say(`rust: adding ${component}`);
    const done = attempt("rustup", ["component", "add", component], { timeout: 180_000 });
    if (!done.ok) throw new Failure(`The tests need ${component}. Run "rustup component add ${component}".`);
  }
  say("rust: rustfmt and clippy are there");
}

function needBrowser() {
  const chineseFont = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
  const missing = [];
  if (!findChromium()) missing.push("chromium");
  // Without one, the Chinese page is drawn as empty boxes.
  if (process.platform === "linux" && !existsSync(chineseFont)) missing.push("fonts-noto-cjk");
  if (missing.length && hasApt()) install(missing);
  const chromium = findChromium();
  if (!chromium) {
    throw new Failure("The tests need Chromium: install it, or name it in the variable CHROMIUM.");
  }
  if (!existsSync(chromium)) throw new Failure(`CHROMIUM names ${chromium}, which does not exist.`);
  say(`browser: ${chromium}`);
}

await runIfStarted(import.meta.url, () => setUp({ tests: true }));
