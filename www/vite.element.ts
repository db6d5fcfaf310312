/** The element for the package: the class, and the file that defines it. Both name the package's other files. */

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { declarations } from "./build/declarations.js";
import { schema } from "./build/schema.js";
import { words } from "./build/words.js";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at("."),
  publicDir: false,
  plugins: [schema(), words(), siblings(), worker(), declarations()],
  build: {
    outDir: at("../dist"),
    emptyOutDir: false,
    copyPublicDir: false,
    target: "es2022",
    minify: true,
    reportCompressedSize: false,
    // A language's parts are told by their names.
    rollupOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId }) => {
          const [, language, part] = /^\0virtual:words\/(\w+)\/(\w+)$/.exec(facadeModuleId ?? "") ?? [];
          return `element/${language ? `${language}-${part}` : "[name]"}.js`;
        },
      },
    },
    lib: {
      entry: {
        element: at("element/element.ts"), "element/register": at("element/register.ts"), "element/worker": at("long/worker.ts"),
      },
      formats: ["es"],
    },
  },
});

/** The engine and the class stay files of their own: what imports both, and the package's main entry, share them. */
function siblings() {
  return {
    name: "siblings",
    enforce: "pre" as const,
    resolveId(id: string, importer?: string) {
      if (id === "export-risk") return { id: "./index.js", external: true };
      if (id === "../../js/worker.js") return { id: "../worker.js", external: true };
      if (id === "./element.js" && importer?.endsWith("register.ts")) return { id: "../element.js", external: true };
      return undefined;
    },
    // Which file the engine is imported by is known only now: those in the folder find it above them.
    generateBundle(_: unknown, bundle: Record<string, { fileName: string; code?: string }>) {
      for (const file of Object.values(bundle)) {
        if (file.code && file.fileName.startsWith("element/")) file.code = file.code.replaceAll('"./index.js"', '"../index.js"');
      }
    },
  };
}

/** The worker stays a file that is named in the one form which a host's bundler knows. */
function worker() {
  const placeholder = "globalThis.exportRiskWorker()";
  return {
    name: "worker",
    enforce: "pre" as const,
    transform: (_: string, id: string) => (id.endsWith("long/start.ts") ? `export const startWorker = () => ${placeholder};` : undefined),
    generateBundle(_: unknown, bundle: Record<string, { type: string; fileName: string; code?: string }>) {
      for (const file of Object.values(bundle)) {
        if (!file.code?.includes(placeholder)) continue;
        if (!/^element\/[^/]+$/.test(file.fileName)) throw new Error(`${file.fileName} names a worker that does not lie beside it`);
        file.code = file.code.replace(placeholder, 'new Worker(new URL("./worker.js", import.meta.url), { type: "module" })');
      }
    },
  };
}
