// The worker of a large book. It is given the compiled module, so it loads nothing, and answers one slice after the other.

import type { Engine, Quotes, WasmModule } from "./engine.js";
import { QuoteError, type ErrorParts } from "./error.js";
import { loadEngine } from "./worker.js";

/** What is sent once, to begin. */
export interface Order {
  module: WasmModule;
  rateCard: object | string | null;
}

/** One slice: the call of `quoteMany`, and where it begins. */
export interface SliceMessage {
  from: number;
  call: { product: string; columns: object; defaults: unknown; outputs: readonly string[] | null };
}

const port = globalThis as unknown as {
  postMessage(message: unknown, transfer?: ArrayBuffer[]): void;
  onmessage: ((event: { data: Order | SliceMessage }) => void) | null;
};

let engine: Engine | undefined;

port.onmessage = async ({ data }) => {
  try {
    if ("module" in data) {
      engine = await loadEngine({ wasm: data.module, rateCard: data.rateCard as string | null });
      return port.postMessage("ready");
    }
    const { from, call } = data;
    const quotes = engine!.quoteMany(call.product as never, call.columns as never, call.defaults as never, { outputs: call.outputs });
    port.postMessage({ from, quotes }, memoryOf(quotes));
  } catch (error) {
    port.postMessage({ error: error instanceof QuoteError ? partsOf(error) : String(error) });
  }
};

/** What moves to the page and is not copied: several columns are views of one piece. */
function memoryOf({ status, columns }: Quotes): ArrayBuffer[] {
  const views = [status, ...Object.values(columns)].filter((column) => ArrayBuffer.isView(column));
  return [...new Set(views.map((view) => view.buffer as ArrayBuffer))].filter((buffer) => buffer.byteLength > 0);
}

/** A class does not cross, its parts do. */
function partsOf({ kind, reason, field, value, details, message }: QuoteError): ErrorParts {
  return { kind, reason, field, value, details, message };
}
