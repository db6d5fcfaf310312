/** The engine for this page: its modules are files of their own, which compile while they arrive. */

import first from "../../dist/export-risk-first.wasm?url";
import everything from "../../dist/export-risk.wasm?url";
import { loadEngine as load, type LoadOptions } from "../../js/slim.js";

const at = (file: string) => new URL(file, import.meta.url);

export function loadEngine(options: Pick<LoadOptions, "first" | "rateCard"> = {}): ReturnType<typeof load> {
  const begin = options.first ? { first: at(first) } : {};
  return load({ ...begin, wasm: at(everything), rateCard: options.rateCard });
}
