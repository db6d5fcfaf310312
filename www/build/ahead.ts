/**
 * Writes the answer to the opening deal into the page's document, in every language: the engine's own, asked for here, so that a
 * visitor reads it while engine and page are still on their way.
 */

import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runnerImport, type Plugin } from "vite";
import type { Locale } from "../locales/locale.js";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const PLACE = "<!-- the answer to the opening deal, by the build -->";

export function ahead(): Plugin {
  return {
    name: "ahead",
    apply: "build",
    transformIndexHtml: {
      order: "pre",
      async handler(html) {
        if (!html.includes(PLACE)) return html;
        const engine = at("../../dist/node.js");
        if (!existsSync(engine)) throw new Error("build the engine first: npm run build");
        const { loadEngine } = (await import(pathToFileURL(engine).href)) as typeof import("../../js/node.js");
        const { module } = await runnerImport<typeof import("../page/ahead.js")>(at("../page/ahead.ts"));
        const quote = (await loadEngine({ first: true })).quote(module.opening as never);
        const written = await Promise.all(
          readdirSync(at("../locales")).map(async (file) => {
            const { module: words } = await runnerImport<Record<string, Locale>>(at(`../locales/${file}`));
            // What exports no language of its own name is something else.
            const locale = words[file.replace(/\.ts$/, "")];
            return locale?.says ? module.ahead(locale, quote as never) : [];
          }),
        );
        return html.replace(PLACE, written.flat().join("\n        "));
      },
    },
  };
}
