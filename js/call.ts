// One call into the WebAssembly module: a message in, JSON text and columns of numbers out.
//
// `input(length)` makes room for the message and says where; the verb takes the length and returns where its
// header lies, as u32: status (1 is an error), text and its length, the number of columns, and for each one
// its path and the path's length, its kind (0 f64, 1 i32), its data and its count.

import { encode } from "./encode.js";
import { QuoteError, unsupported } from "./error.js";

type Verb = (length: number) => number;

/** An instance of the engine's module. After a fault it makes itself anew, so that nothing stays broken. */
export class Caller {
  readonly #module: WebAssembly.Module;
  #instance: Instance | undefined;

  constructor(module: WebAssembly.Module) {
    this.#module = module;
    this.#instance = new Instance(module);
  }

  call(verb: string, request?: unknown): unknown {
    const message = request === undefined ? empty : encode(request);
    this.#instance ??= new Instance(this.#module);
    let answer: Answer;
    try {
      answer = this.#instance.call(verb, message);
    } catch (error) {
      // Its memory may be half written.
      this.#instance = undefined;
      throw unsupported(
        "engine-fault",
        "The engine failed on this request. It was started anew: other requests are not affected.",
        error,
      );
    }
    if (answer.failed) throw new QuoteError(JSON.parse(answer.text));
    return withColumns(JSON.parse(answer.text), answer.columns);
  }
}

const empty = new Uint8Array(0);
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

interface Answer {
  failed: boolean;
  text: string;
  columns: Column[];
}

interface Column {
  path: string;
  data: Float64Array | Int32Array;
}

class Instance {
  readonly #exports: Record<string, unknown>;
  readonly #memory: WebAssembly.Memory;
  readonly #input: (length: number) => number;
  #bytes: Uint8Array;
  #words: Uint32Array;

  constructor(module: WebAssembly.Module) {
    this.#exports = new WebAssembly.Instance(module, {}).exports;
    this.#memory = this.#exports["memory"] as WebAssembly.Memory;
    this.#input = this.#exports["input"] as (length: number) => number;
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#words = new Uint32Array(this.#memory.buffer);
  }

  call(verb: string, message: Uint8Array): Answer {
    const place = this.#input(message.length);
    this.#refresh();
    this.#bytes.set(message, place);
    const header = (this.#exports[verb] as Verb)(message.length) >>> 2;
    this.#refresh();
    const words = this.#words;
    const text = this.#text(words[header + 1]!, words[header + 2]!);
    const columns: Column[] = [];
    const count = words[header + 3]!;
    for (let index = 0, at = header + 4; index < count; index++, at += 5) {
      const path = this.#text(words[at]!, words[at + 1]!);
      columns.push({ path, data: this.#column(words[at + 2]!, words[at + 3]!, words[at + 4]!) });
    }
    return { failed: words[header] !== 0, text, columns };
  }

  #text(start: number, length: number): string {
    return utf8.decode(this.#bytes.subarray(start, start + length));
  }

  /** A copy: the module reuses its memory at the next call. */
  #column(kind: number, start: number, count: number): Float64Array | Int32Array {
    const { buffer } = this.#memory;
    return kind === 0
      ? new Float64Array(buffer, start, count).slice()
      : new Int32Array(buffer, start, count).slice();
  }

  /** Growing the memory detaches the views on it. */
  #refresh(): void {
    const { buffer } = this.#memory;
    if (this.#bytes.buffer === buffer) return;
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer);
  }
}

/** Puts each column where the document has a null for it. */
function withColumns(document: unknown, columns: Column[]): unknown {
  for (const { path, data } of columns) {
    const keys = path.split(".");
    const last = keys.pop()!;
    let holder = document as Record<string, unknown>;
    for (const key of keys) holder = holder[key] as Record<string, unknown>;
    holder[last] = data;
  }
  return document;
}
