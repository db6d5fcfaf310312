// For browsers and bundlers: the module travels inside, so that nothing has to be configured or fetched.

import { bytesOf } from "./base64.js";
import type { Engine } from "./engine.js";
import { loader, type LoadOptions } from "./load.js";

export * from "./public.js";

/** Starts the engine. Safe to call twice: the same engine is given. */
export const loadEngine: (options?: LoadOptions) => Promise<Engine> = loader({
  module: async () => bytesOf((await import("./wasm-base64.js")).base64),
  first: async () => bytesOf((await import("./wasm-first-base64.js")).base64),
  instead: () => import(/* webpackChunkName: "without-wasm" */ "./without-wasm.js"),
});
