// One call into the WebAssembly module: a message in, JSON text and columns of numbers out.
//
// `input(length)` makes room for the message and says where; the verb takes the length and returns where its
// header lies, as u32: status (1 is an error), then place and length of the text, of all columns of numbers (f64)
// and of all columns of whole numbers (i32). The text is the document or the error. With status 2 it is a pair of the
// document and of what belongs where in it: kind (0 numbers, 1 whole numbers, 2 an edition), where it begins, how many,
// and then the path.

import { copy, messageOf } from "./encode.js";
import type { Message } from "./encode.js";
import { QuoteError, unsupported } from "./error.js";

type Verb = (length: number) => number;

/** Starts one more instance of the engine's module, and gives what it exports. */
export type Start = () => Record<string, unknown>;

/** An instance of the engine's module. After a fault it makes itself anew, so that nothing stays broken. */
export class Caller {
  readonly #start: Start;
  #instance: Instance | undefined;
  /** A rate card as a message: it belongs to this instance alone, and to every one that is started anew. */
  readonly #card: Message | undefined;
  /** The tables' editions are the same in every quote, so they cross once. */
  #editions: object[] | undefined;

  constructor(start: Start, card?: Message) {
    this.#start = start;
    this.#card = card;
    this.#instance = this.#started();
  }

  #started(): Instance {
    const instance = new Instance(this.#start());
    if (!this.#card) return instance;
    const { status, text } = instance.call("rate_card", this.#card);
    if (status === failed) throw new QuoteError(JSON.parse(text) as ConstructorParameters<typeof QuoteError>[0]);
    return instance;
  }

  call(verb: string, request?: unknown): unknown {
    const message = request === undefined ? empty : messageOf(request);
    this.#instance ??= this.#started();
    if (!this.#instance.has(verb)) throw unsupported("not-loaded", notLoaded(verb));
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
    const parsed: unknown = JSON.parse(answer.text);
    if (answer.status === failed) throw new QuoteError(parsed as ConstructorParameters<typeof QuoteError>[0]);
    if (answer.status !== withParts) return parsed;
    const [document, places] = parsed as [unknown, Place[]];
    for (const place of places) put(document, place, this.#part(place, answer));
    return document;
  }

  /** All columns of one kind are views of one copy: the module uses its memory again at the next call. */
  #part([kind, start, count]: Place, { numbers, integers }: Answer): unknown {
    if (kind === 0) return new Float64Array(numbers, 8 * start, count);
    if (kind === 1) return new Int32Array(integers, 4 * start, count);
    this.#editions ??= (this.call("editions") as object[]).map((edition) => Object.freeze(edition));
    return this.#editions[start];
  }
}

/** Said of a product by the module itself. */
const notLoaded = (verb: string) =>
  `"${verb}" is in the module with everything, and only the one for the first answer is loaded: await engine.complete() first.`;

const empty: Message = { length: 0, bytes: new Uint8Array(0), columns: [] };
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const nothing = new ArrayBuffer(0);

const failed = 1;
const withParts = 2;

interface Answer {
  status: number;
  text: string;
  numbers: ArrayBuffer;
  integers: ArrayBuffer;
}

/** What stands in a document: kind, where it begins, how many, and the path. */
type Place = [kind: number, start: number, count: number, ...path: (string | number)[]];

/** Puts a part where the document has a null for it. */
function put(document: unknown, place: Place, part: unknown): void {
  const last = place.length - 1;
  let holder = document as Record<string | number, unknown>;
  for (let at = 3; at < last; at++) holder = holder[place[at]!] as Record<string | number, unknown>;
  holder[place[last]!] = part;
}

class Instance {
  readonly #exports: Record<string, unknown>;
  readonly #memory: WebAssembly.Memory;
  readonly #input: (length: number) => number;
  #bytes: Uint8Array;
  #words: Uint32Array;

  constructor(exports: Record<string, unknown>) {
    this.#exports = exports;
    this.#memory = exports["memory"] as WebAssembly.Memory;
    this.#input = exports["input"] as (length: number) => number;
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#words = new Uint32Array(this.#memory.buffer);
  }

  has(verb: string): boolean {
    return verb in this.#exports;
  }

  call(verb: string, message: Message): Answer {
    const place = this.#input(message.length);
    this.#refresh();
    copy(message, this.#bytes, place);
    const header = (this.#exports[verb] as Verb)(message.length) >>> 2;
    this.#refresh();
    const words = this.#words;
    return {
      status: words[header]!,
      text: utf8.decode(this.#bytes.subarray(words[header + 1]!, words[header + 1]! + words[header + 2]!)),
      numbers: this.#copy(words[header + 3]!, 8 * words[header + 4]!),
      integers: this.#copy(words[header + 5]!, 4 * words[header + 6]!),
    };
  }

  #copy(start: number, length: number): ArrayBuffer {
    return length ? (this.#memory.buffer as ArrayBuffer).slice(start, start + length) : nothing;
  }

  /** Growing the memory detaches the views on it. */
  #refresh(): void {
    const { buffer } = this.#memory;
    if (this.#bytes.buffer === buffer) return;
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer);
  }
}
