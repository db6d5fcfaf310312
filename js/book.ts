// A large book beside the page: its rows in slices over workers, with progress; without workers in slices that nobody feels.

import type { Order, SliceMessage } from "./book-worker.js";
import type { Engine, InputColumn, ProductName, Quotes, RequestOf } from "./engine.js";
import { QuoteError, type ErrorParts } from "./error.js";
import type { RateCard } from "./generated/products.js";

/** How a book is worked through. */
export interface BookOptions {
  /** The paths of the quote that are wanted, as in `quoteMany`. */
  outputs?: readonly string[] | null;
  /** The most workers; as many as the machine has processors when left out. With 0 everything is done on the page. */
  workers?: number;
  /** Hears after each slice how many of the rows are done. */
  progress?: (done: number, total: number) => void;
  /** Ends the work: the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
  /** The rate card of the engine, where it has one: the workers start engines of their own. */
  rateCard?: RateCard | string | null;
  /** Starts a worker of the file `export-risk/book-worker`, where a bundler needs it said in its own way. */
  startWorker?: () => Worker;
}

/** What a worker may take until it is there, in milliseconds; a page with a policy against workers does not tell. */
const patience = 4000;
/** A slice on the page, in milliseconds: well under the fifty from which on people feel it. */
const slice = 25;
/** Rows of a slice in a worker: few enough to tell of progress, many enough that sending them costs nothing. */
const rowsAtOnce = 16_384;

/**
 * What `engine.quoteMany` answers, to a book as large as memory holds, while the page stays free: the rows go in slices to
 * workers, each with an engine of its own made from the module that is already compiled. Where no worker can start (a policy,
 * a bundler that left the file out, Node), the page works in slices of 25 ms and has its turn between them.
 *
 * The answer is the same, whichever way: rows in their order, refused ones in `errors` by their number in the book.
 *
 * Throws what `quoteMany` throws for a call that is wrong.
 */
export async function quoteBook<P extends ProductName>(
  engine: Engine,
  product: P,
  columns: Readonly<Record<string, InputColumn>>,
  defaults?: Partial<Omit<RequestOf<P>, "product">> & { product?: P } | null,
  options: BookOptions = {},
): Promise<Quotes> {
  const { outputs = null, progress, signal } = options;
  signal?.throwIfAborted();
  await engine.complete();
  checkCard(engine, options.rateCard);
  // No rows, first: what is wrong with the call is said before anything is started, and the columns are known.
  const book = new Book(engine.quoteMany(product, part(columns, 0, 0), defaults, { outputs }), lengthOf(columns));
  const ask = (from: number, to: number) => engine.quoteMany(product, part(columns, from, to), defaults, { outputs });
  if (book.length === 0) return ask(0, 0);
  // All columns as long as the first, or the engine says which is not.
  if (Object.values(columns).some((column) => length(column) !== book.length)) return engine.quoteMany(product, columns, defaults, { outputs });
  const pool = book.length > 2 * rowsAtOnce ? await Pool.start(engine, options, book.length) : null;
  try {
    if (pool) {
      await pool.run(book.length, signal, (from, to) => ({ product, columns: part(columns, from, to), defaults, outputs }), (from, quotes) => {
        book.put(from, quotes);
        progress?.(book.done, book.length);
      });
    } else {
      let count = 256;
      for (let from = 0; from < book.length; ) {
        const to = Math.min(book.length, from + count);
        const begin = performance.now();
        book.put(from, ask(from, to));
        const took = performance.now() - begin;
        // Half as many again at most: what is quick once need not be so the next time.
        count = Math.max(16, Math.floor(count * Math.min(1.5, slice / Math.max(0.1, took))));
        from = to;
        progress?.(book.done, book.length);
        await new Promise<void>((next) => setTimeout(next));
        signal?.throwIfAborted();
      }
    }
  } finally {
    pool?.end();
  }
  return book.quotes();
}

/** A worker without the card would answer by other tables than the page. */
function checkCard(engine: Engine, card: BookOptions["rateCard"]): void {
  const has = engine.editions.some(({ id }) => id === "rate-card");
  if (has === (card !== undefined && card !== null)) return;
  throw new QuoteError({
    kind: "invalid-input", reason: "bad-option", field: "rateCard", value: null, details: {},
    message: has ? "This engine has a rate card: give it to quoteBook as well." : "This engine has no rate card, so quoteBook can't have one.",
  });
}

function length(column: InputColumn): number {
  return "codes" in column ? column.codes.length : column.length;
}

function lengthOf(columns: Readonly<Record<string, InputColumn>>): number {
  const [first] = Object.values(columns);
  return first === undefined ? 0 : length(first);
}

function part(columns: Readonly<Record<string, InputColumn>>, from: number, to: number): Record<string, InputColumn> {
  const one = (column: InputColumn): InputColumn => {
    if (!("codes" in column)) return column.slice(from, to);
    return { names: column.names, codes: column.codes.slice(from, to) };
  };
  return Object.fromEntries(Object.entries(columns).map(([path, column]) => [path, one(column)]));
}

/** The answer as it grows. */
class Book {
  done = 0;
  readonly #status: Int32Array;
  readonly #columns: Quotes["columns"];
  readonly #slices: { from: number; missing: Quotes["missing"]; errors: Quotes["errors"] }[] = [];

  constructor(empty: Quotes, readonly length: number) {
    this.#status = new Int32Array(length);
    this.#columns = Object.fromEntries(Object.entries(empty.columns).map(([path, column]) => {
      if (Array.isArray(column)) return [path, new Array<string>(length).fill("")];
      return [path, column instanceof Int32Array ? new Int32Array(length) : new Float64Array(length)];
    }));
  }

  put(from: number, { length, status, columns, missing, errors }: Quotes): void {
    this.#status.set(status, from);
    for (const [path, column] of Object.entries(columns)) {
      const whole = this.#columns[path]!;
      if (Array.isArray(whole)) for (let at = 0; at < length; at++) whole[from + at] = (column as string[])[at]!;
      else whole.set(column as Float64Array, from);
    }
    this.#slices.push({ from, missing, errors });
    this.done += length;
  }

  quotes(): Quotes {
    // Slices come as workers end them.
    const slices = this.#slices.sort((a, b) => a.from - b.from);
    const rows = (of: (slice: (typeof slices)[number]) => Int32Array | undefined) => {
      return Int32Array.from(slices.flatMap((slice) => Array.from(of(slice) ?? [], (row) => slice.from + row)));
    };
    const paths = new Set(slices.flatMap(({ missing }) => Object.keys(missing)));
    const inOrder = Object.keys(this.#columns).filter((path) => paths.has(path));
    const all = <K extends "kind" | "reason" | "field" | "value" | "message">(name: K) => slices.flatMap(({ errors }) => errors[name] as string[]);
    return {
      length: this.length,
      status: this.#status,
      columns: this.#columns,
      missing: Object.fromEntries(inOrder.map((path) => [path, rows(({ missing }) => missing[path])])),
      errors: {
        rows: rows(({ errors }) => errors.rows),
        kind: all("kind") as Quotes["errors"]["kind"],
        reason: all("reason"), field: all("field"), value: all("value"), message: all("message"),
      },
    };
  }
}

/** Workers that have said that they are there. */
class Pool {
  private constructor(readonly workers: Worker[]) {}

  /** None where no worker can start. */
  static async start(engine: Engine, options: BookOptions, length: number): Promise<Pool | null> {
    const processors = globalThis.navigator?.hardwareConcurrency ?? 1;
    const most = Math.min(options.workers ?? processors, Math.ceil(length / rowsAtOnce));
    if (most < 1 || typeof Worker !== "function") return null;
    // Where the engine runs as JavaScript there is nothing to hand to a worker.
    const module = await engine.module().catch(() => null);
    if (!module) return null;
    const start = options.startWorker ?? (() => new Worker(new URL("./book-worker.js", import.meta.url), { type: "module" }));
    const order: Order = { module, rateCard: options.rateCard ?? null };
    const found = await Promise.all(Array.from({ length: most }, () => ready(start, order)));
    const workers = found.filter((worker) => worker !== null);
    return workers.length ? new Pool(workers) : null;
  }

  /** Each worker takes the next slice when it has ended one. */
  async run(
    length: number, signal: AbortSignal | undefined, call: (from: number, to: number) => SliceMessage["call"], put: (from: number, quotes: Quotes) => void,
  ): Promise<void> {
    let next = 0;
    const count = Math.min(rowsAtOnce, Math.ceil(length / this.workers.length));
    const work = (worker: Worker) => new Promise<void>((done, fail) => {
      const send = () => {
        if (next >= length) return done();
        const from = next;
        next = Math.min(length, from + count);
        worker.postMessage({ from, call: call(from, next) } satisfies SliceMessage);
      };
      worker.onmessage = ({ data }: MessageEvent<{ from: number; quotes: Quotes } | { error: ErrorParts | string }>) => {
        if ("error" in data) return fail(typeof data.error === "string" ? new Error(data.error) : new QuoteError(data.error));
        put(data.from, data.quotes);
        send();
      };
      worker.onerror = (event) => {
        event.preventDefault();
        fail(new Error(event.message));
      };
      signal?.addEventListener("abort", () => fail(signal.reason), { once: true });
      send();
    });
    await Promise.all(this.workers.map(work));
  }

  end(): void {
    for (const worker of this.workers) worker.terminate();
  }
}

/** A worker that has said that it is there; none where a policy, a missing file or an old browser stops it. */
function ready(start: () => Worker, order: Order): Promise<Worker | null> {
  return new Promise((done) => {
    let worker: Worker | null = null;
    const end = (found: Worker | null) => {
      clearTimeout(timer);
      if (!found) worker?.terminate();
      done(found);
    };
    const timer = setTimeout(() => end(null), patience);
    try {
      worker = start();
      worker.onmessage = () => end(worker);
      worker.onerror = (event) => {
        event.preventDefault();
        end(null);
      };
      worker.postMessage(order);
    } catch {
      end(null);
    }
  });
}
