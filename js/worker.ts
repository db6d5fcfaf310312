// For runtimes at the edge, which only run modules that were compiled when they were deployed.

import type { Engine } from "./engine.js";
import { unsupported } from "./error.js";
import { loader, type LoadOptions, needsModule } from "./load.js";

export * from "./public.js";

/** Starts the engine from the module that is given. Safe to call twice: the same engine is given. */
export const loadEngine: (options?: LoadOptions) => Promise<Engine> = loader({
  module: async () => {
    throw unsupported("wasm-missing", needsModule);
  },
});
