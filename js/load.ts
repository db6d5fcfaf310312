// Finds the module's bytes, compiles them once, and takes the same module as JavaScript where that is not possible.

import { Caller, type Start } from "./call.js";
import { encode, type Message } from "./encode.js";
import { type Answering, type Engine, engineOf, type WasmModule } from "./engine.js";
import { QuoteError, unsupported } from "./error.js";
import type { RateCard } from "./generated/products.js";

/** Where the engine's WebAssembly module comes from. */
export type WasmSource = ArrayBuffer | ArrayBufferView | WasmModule | Response | URL | string;

/** What {@link loadEngine} takes. */
export interface LoadOptions {
  /** The module, when it should not be found by itself: bytes, compiled, a response or an address. */
  wasm?: WasmSource | PromiseLike<WasmSource>;
  /**
   * Begin with a smaller module, less than half to download, which quotes and explains `export-credit`,
   * `export-credit-cover` and `country-risk`: `true`, or where it comes from (`export-risk-first.wasm`). The rest comes
   * with {@link Engine.complete}. With a rate card, everything is loaded at once.
   */
  first?: true | WasmSource | PromiseLike<WasmSource> | undefined;
  /**
   * A bank's or an insurer's own numbers, as an object or as JSON text: they take the place of the tables' field by
   * field. A card with anything wrong is refused whole, with every path in {@link QuoteError.faults}. It belongs to the
   * engine that is given back, and to no other.
   */
  rateCard?: RateCard | string | null | undefined;
}

/**
 * What differs between the platforms: where the module is, and how an address is read.
 * @internal
 */
export interface Platform {
  module: () => Promise<WasmSource>;
  first?: () => Promise<WasmSource>;
  /** The module with everything as JavaScript, for where WebAssembly is blocked or missing. */
  instead?: () => Promise<{ instantiate: Start }>;
  open?: (address: URL | string) => Promise<WasmSource>;
}

/**
 * The `loadEngine` of a platform. Asking twice for the same module gives the same engine; one with a rate card is its own.
 * @internal
 */
export function loader(platform: Platform): (options?: LoadOptions) => Promise<Engine> {
  const open = platform.open ?? fetchModule;
  let instead: Start | undefined;
  const start = async (find: () => WasmSource | PromiseLike<WasmSource>): Promise<Start> => {
    if (instead) return instead;
    try {
      return await compiled(find, open);
    } catch (error) {
      if (!isBlocked(error) || !platform.instead) throw error;
      // Where that can't be had either, what was said first is what the site's owner must know.
      const { instantiate } = await platform.instead().catch(() => { throw error; });
      return instead = instantiate;
    }
  };
  const modules = kept((wasm: LoadOptions["wasm"]) => start(() => wasm ?? platform.module()));
  const engines = kept(async (wasm: LoadOptions["wasm"]) => engineOf(whole(await modules.of(wasm))));
  const beginnings = kept(async (first: LoadOptions["first"], wasm: LoadOptions["wasm"]) => {
    const beginning = await start(() => (first === true ? (platform.first ?? missingFirst)() : first as WasmSource));
    const answering = whole(beginning);
    if (beginning === instead) return engineOf(answering);
    answering.module = async () => moduleOf(await modules.of(wasm));
    answering.complete = once(async () => {
      answering.caller = new Caller(await modules.of(wasm));
    });
    return engineOf(answering);
  });
  return async (options = {}) => {
    checkOptions(options);
    const { wasm, first } = options;
    const card = cardOf(options.rateCard);
    if (card) return engineOf(whole(await modules.of(wasm), card));
    return first === undefined || engines.has(wasm) ? engines.of(wasm) : beginnings.of(first, wasm);
  };
}

function whole(start: Start, card?: Message): Answering {
  return { caller: new Caller(start, card), complete: async () => {}, module: async () => moduleOf(start) };
}

/** What each start was compiled from; the same as JavaScript was not. */
const compiledOf = new WeakMap<Start, WasmModule>();

/** What a worker can be given. */
function moduleOf(start: Start): WasmModule {
  const module = compiledOf.get(start);
  if (module) return module;
  throw unsupported("no-module", "WebAssembly is blocked here: there is no compiled module to hand on.");
}

async function missingFirst(): Promise<WasmSource> {
  throw optionError("first", 'Here "first" is where the file export-risk-first.wasm comes from.');
}

/** The work, done once; what failed, by a network for instance, may be tried again. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work().catch((error: unknown) => {
    done = undefined;
    throw error;
  }));
}

/** What was made from a source is kept for the next who brings the same one. */
function kept<K, A extends unknown[], V>(make: (source: K, ...rest: A) => Promise<V>) {
  const made = new Map<unknown, Promise<V>>();
  // A module that is no longer used anywhere else should not be kept by us.
  const madeOfObjects = new WeakMap<object, Promise<V>>();
  const place = (source: K) => {
    const key = source instanceof URL ? source.href : source;
    return { key, known: (isObject(key) ? madeOfObjects : made) as typeof made };
  };
  return {
    has(source: K): boolean {
      const { key, known } = place(source);
      return known.has(key);
    },
    of(source: K, ...rest: A): Promise<V> {
      const { key, known } = place(source);
      let value = known.get(key);
      if (!value) {
        value = make(source, ...rest);
        known.set(key, value);
        value.catch(() => known.delete(key));
      }
      return value;
    },
  };
}

/** As the engine's own limit; looked at here first, so that nothing that large is written into its memory. */
const largestCard = 1_000_000;

function cardOf(card: LoadOptions["rateCard"]): Message | undefined {
  if (card === undefined || card === null) return undefined;
  if (typeof card === "string" && card.length > largestCard) throw tooLarge(card.length);
  const bytes = encode(typeof card === "string" ? parsed(card) : card);
  if (bytes.length > largestCard) throw tooLarge(bytes.length);
  return { length: bytes.length, bytes: bytes.slice(), columns: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = "The rate card is no JSON.";
    throw cardError("invalid-input", "not-json", null, {}, message, cause);
  }
}

function tooLarge(length: number): QuoteError {
  const message = `A rate card has at most ${largestCard} bytes.`;
  return cardError("out-of-range", "rate-card-too-large", String(length), { maximum: String(largestCard) }, message);
}

function cardError(
  kind: QuoteError["kind"], reason: string, value: string | null, details: Record<string, string>, message: string, cause?: unknown,
): QuoteError {
  const parts = { kind, reason, field: "rateCard", value, details, message };
  return new QuoteError(parts, cause === undefined ? undefined : { cause });
}

function checkOptions(options: LoadOptions): void {
  if (!isObject(options)) throw optionError("", "The options of loadEngine are an object, such as { wasm }.");
  for (const name of Object.keys(options)) {
    if (name === "wasm" || name === "first" || name === "rateCard") continue;
    throw optionError(name, `loadEngine has no option "${name}": there are "wasm", "first" and "rateCard".`);
  }
}

function isBlocked(error: unknown): boolean {
  return error instanceof QuoteError && (error.reason === "wasm-blocked" || error.reason === "no-webassembly");
}

async function compiled(
  find: () => WasmSource | PromiseLike<WasmSource>, open: NonNullable<Platform["open"]>,
): Promise<Start> {
  if (typeof WebAssembly !== "object") {
    throw unsupported(
      "no-webassembly",
      "WebAssembly is switched off in this browser, or missing, and the engine needs it.",
    );
  }
  const module = await compile(await find(), open);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  if (!names.includes("memory") || !names.includes("input")) throw notTheModule();
  const start = () => new WebAssembly.Instance(module, {}).exports;
  compiledOf.set(start, module);
  return start;
}

async function compile(
  source: WasmSource,
  open: (address: URL | string) => Promise<WasmSource>,
): Promise<WebAssembly.Module> {
  try {
    if (typeof source === "string" || source instanceof URL) return await compile(await open(source), open);
    // By name, because an object of another frame is no instance of this one's classes.
    switch (Object.prototype.toString.call(source)) {
      case "[object WebAssembly.Module]":
        return source as WebAssembly.Module;
      case "[object Module]":
        // `import("export-risk/export-risk.wasm")`, where the module is the default export.
        return await compile((source as unknown as { default: WasmSource }).default, open);
      case "[object Response]":
        return await compileResponse(source as Response);
    }
    if (!(ArrayBuffer.isView(source) || isBuffer(source))) throw notTheModule();
    return await WebAssembly.compile(source as BufferSource);
  } catch (error) {
    throw error instanceof QuoteError ? error : explained(error);
  }
}

async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) {
    throw unsupported(
      "wasm-not-found",
      `${response.url || "The server"} answered ${response.status} when asked for the engine's module.`,
    );
  }
  // Compiling while it arrives needs exactly this type, without parameters; servers that send another are common.
  const streams = /^application\/wasm$/.test(response.headers.get("content-type") ?? "");
  if (streams && "compileStreaming" in WebAssembly) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

async function fetchModule(address: URL | string): Promise<WasmSource> {
  try {
    return await fetch(address);
  } catch (error) {
    throw unsupported("wasm-not-found", `The engine's module could not be fetched from ${address}.`, error);
  }
}

/** Browsers and runtimes say in their own words that they may not compile; this says what to change. */
function explained(error: unknown): QuoteError {
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof EvalError || /unsafe-eval|CSP|Content.Security.Policy/i.test(said)) {
    return unsupported(
      "wasm-blocked",
      "The page's Content-Security-Policy blocks WebAssembly: the site's owner must add 'wasm-unsafe-eval' "
      + "to script-src.",
      error,
    );
  }
  if (/disallowed by embedder/i.test(said)) return unsupported("wasm-blocked", needsModule, error);
  return notTheModule(error);
}

/**
 * For runtimes that only run modules which were compiled when they were deployed.
 * @internal
 */
export const needsModule = "This runtime needs the module compiled beforehand: "
  + 'import wasm from "export-risk/export-risk.wasm", then loadEngine({ wasm }).';

function notTheModule(cause?: unknown): QuoteError {
  return optionError(
    "wasm",
    "This is not the engine's module: give the file export-risk.wasm of this version, as bytes, a compiled "
    + "module, a response or an address.",
    cause,
  );
}

function optionError(field: string, message: string, cause?: unknown): QuoteError {
  return new QuoteError(
    { kind: "invalid-input", reason: "bad-option", field, value: null, details: {}, message },
    cause === undefined ? undefined : { cause },
  );
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function isBuffer(value: unknown): boolean {
  return /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value));
}
