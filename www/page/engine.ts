/** The engine for this page: its module is a file of its own, which compiles while it arrives. */

import module from "../../dist/export-risk.wasm?url";
import { loadEngine as load } from "../../js/slim.js";

export function loadEngine(): ReturnType<typeof load> {
  return load({ wasm: new URL(module, import.meta.url) });
}
