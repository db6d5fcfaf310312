// For Node and its relatives: the module is the file beside this one.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bytesOf } from "./base64.js";
import type { Engine } from "./engine.js";
import { loader, type LoadOptions, type WasmSource } from "./load.js";

export * from "./public.js";

/** Starts the engine. Safe to call twice: the same engine is given. */
export const loadEngine: (options?: LoadOptions) => Promise<Engine> = loader({
  module: () => beside("export-risk.wasm", () => import("./wasm-base64.js")),
  first: () => beside("export-risk-first.wasm", () => import("./wasm-first-base64.js")),
  instead: () => import(/* webpackChunkName: "without-wasm" */ "./without-wasm.js"),
  open,
});

async function beside(file: string, inside: () => Promise<{ base64: string }>): Promise<WasmSource> {
  try {
    return await readFile(join(dirname(fileURLToPath(import.meta.url)), file));
  } catch {
    // A server's bundler moved this code away from the file.
    return bytesOf((await inside()).base64);
  }
}

async function open(address: URL | string): Promise<WasmSource> {
  return /^https?:/.test(String(address)) ? fetch(address) : readFile(pathOf(address));
}

function pathOf(address: URL | string): string | URL {
  return String(address).startsWith("file:") ? new URL(address) : address;
}
