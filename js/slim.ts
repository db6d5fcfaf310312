// Without the module inside: bring it as bytes, compiled, as a response or by its address.

import type { Engine } from "./engine.js";
import { unsupported } from "./error.js";
import { loader, type LoadOptions } from "./load.js";

export * from "./public.js";

/** What this `loadEngine` takes: the module is not optional. */
export interface SlimOptions {
  /** The file `export-risk/export-risk.wasm` as bytes, compiled, as a response, or its address. */
  wasm: NonNullable<LoadOptions["wasm"]>;
  /** The file `export-risk/export-risk-first.wasm`, to begin with: then `wasm` is read when everything is asked for. */
  first?: Exclude<LoadOptions["first"], true>;
  /** As for the other entry points. */
  rateCard?: LoadOptions["rateCard"];
}

/** Starts the engine from the module that is given. Safe to call twice: the same engine is given. */
export const loadEngine: (options: SlimOptions) => Promise<Engine> = loader({
  module: async () => {
    throw unsupported(
      "wasm-missing",
      'export-risk/slim has no module inside: call loadEngine({ wasm }) with "export-risk/export-risk.wasm".',
    );
  },
  instead: () => import(/* webpackChunkName: "without-wasm" */ "./without-wasm.js"),
});
