/** The engine for this page: its module is a file of its own, which compiles while it arrives. */

import module from "../../dist/export-risk.wasm?url";
import { loadEngine as load, type SlimOptions } from "../../js/slim.js";

export function loadEngine(options: Omit<SlimOptions, "wasm"> = {}): ReturnType<typeof load> {
  return load({ ...options, wasm: new URL(module, import.meta.url) });
}
