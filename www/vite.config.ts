/** The site: one page around the element. `vite.element.ts` builds the element for the package. */

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { ahead } from "./build/ahead.js";
import { schema } from "./build/schema.js";
import { words } from "./build/words.js";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at("."),
  // The page may stand in any folder of a host.
  base: "./",
  plugins: [schema(), words(), ahead()],
  resolve: { alias: { "export-risk": at("page/engine.ts"), "./without-wasm.js": at("../dist/without-wasm.js") } },
  worker: { format: "es", plugins: () => [] },
  build: {
    outDir: at("../dist/site"),
    emptyOutDir: true,
    target: "es2022",
    // A strict policy forbids `data:` for all but pictures, and the polyfill is for browsers without modules' preload.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The module as JavaScript is one large file, which is asked for only where WebAssembly is blocked.
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
  },
});
