// Turns a request into the engine's input message: a binary tree, little endian, unaligned.
//
// Tag, then what it holds: 0 null; 1 false; 2 true; 3 number (f64); 4 text; 5 list (count, items);
// 6 record (count, then key and value); 7 Float64Array and 8 Int32Array (count, raw bytes); 9 something that
// is not data (a short description). Counts and lengths are u32; text is UTF-8 after its length in bytes.
//
// It is not JSON because that would turn NaN into null and a Date into text before the engine could object,
// and because a column of numbers crosses as raw bytes.

import { QuoteError } from "./error.js";

/** The message of a request, in one piece. The bytes are valid until the next call. */
export function encode(request: unknown): Uint8Array {
  const message = messageOf(request);
  const { bytes, columns } = message;
  if (!columns.length) return bytes;
  const whole = new Uint8Array(message.length);
  copy(message, whole, 0);
  return whole;
}

/** A message as it stands before it is copied: long columns are not in the bytes, but beside them. */
export interface Message {
  length: number;
  bytes: Uint8Array;
  columns: readonly Aside[];
}

interface Aside {
  /** Before which of the bytes it belongs. */
  at: number;
  column: Uint8Array;
  length: number;
}

/** The message of a request. It is valid until the next call, and for as long as its columns stay as they are. */
export function messageOf(request: unknown): Message {
  // A getter of the request may ask for a quote itself while we read it: that one gets an encoder of its own.
  const encoder = spare ?? new Encoder();
  spare = undefined;
  try {
    return encoder.encode(request);
  } finally {
    spare = encoder;
  }
}

/** Puts a message together, from `place` on. */
export function copy({ bytes, columns }: Message, target: Uint8Array, place: number): void {
  let [from, to] = [0, place];
  for (const { at, column } of columns) {
    target.set(bytes.subarray(from, at), to);
    to += at - from;
    target.set(column, to);
    to += column.length;
    from = at;
  }
  target.set(columns.length ? bytes.subarray(from) : bytes, to);
}

let spare: Encoder | undefined;

const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const NUMBER = 3;
const TEXT = 4;
const LIST = 5;
const RECORD = 6;
const FLOATS = 7;
const INTEGERS = 8;
const FOREIGN = 9;

const deepest = 64;
const largestMessage = 2 ** 28;
/** What is kept between calls; a larger message gets memory of its own. */
const keptBytes = 2 ** 20;
/** A column from this length on is copied once only, to where the engine reads it. */
const longColumn = 2 ** 14;

/** Up to this length the numbers of a column are written one by one. */
const shortColumn = 512;

const utf8 = new TextEncoder();

class Encoder {
  bytes = new Uint8Array(4096);
  view = new DataView(this.bytes.buffer);
  at = 0;
  /** The lists and records that hold the one being written. */
  holders: object[] = [];

  columns: Aside[] = [];
  lengthOfColumns = 0;

  encode(request: unknown): Message {
    this.at = 0;
    this.lengthOfColumns = 0;
    if (this.columns.length) this.columns = [];
    this.holders.length = 0;
    if (this.bytes.length > keptBytes) this.resize(4096);
    this.value(request);
    const { columns } = this;
    if (columns.length) {
      this.columns = [];
      // A getter of the request may have given the memory of a column away.
      if (columns.some(({ column, length }) => column.length !== length)) throw moved();
    }
    return { length: this.at + this.lengthOfColumns, bytes: this.bytes.subarray(0, this.at), columns };
  }

  value(value: unknown): void {
    switch (typeof value) {
      case "string":
        this.tag(TEXT);
        return this.text(value);
      case "number":
        return this.number(value);
      case "boolean":
        return this.tag(value ? TRUE : FALSE);
      case "bigint":
        this.tag(TEXT);
        return this.text(value.toString());
      case "object":
        return value === null ? this.tag(NULL) : this.object(value);
      case "undefined":
        return this.tag(NULL);
      case "symbol":
        return this.foreign(value === unreadable ? "a value that cannot be read" : "a symbol");
      default:
        return this.foreign("a function");
    }
  }

  tag(tag: number): void {
    this.reserve(1);
    this.bytes[this.at++] = tag;
  }

  number(value: number): void {
    this.reserve(9);
    this.bytes[this.at] = NUMBER;
    this.view.setFloat64(this.at + 1, value, true);
    this.at += 9;
  }

  text(text: string): void {
    const length = text.length;
    this.reserve(4 + 3 * length);
    const { bytes } = this;
    const start = this.at + 4;
    // Names and codes are short and plain; for them a loop is quicker than a call into the platform.
    let done = 0;
    if (length <= 48) {
      for (; done < length; done++) {
        const code = text.charCodeAt(done);
        if (code > 0x7f) break;
        bytes[start + done] = code;
      }
    }
    const written = done === length ? length : utf8.encodeInto(text, bytes.subarray(start)).written;
    this.view.setUint32(this.at, written, true);
    this.at = start + written;
  }

  object(object: object): void {
    const { holders } = this;
    if (holders.length === deepest || holders.includes(object)) return this.foreign("nested too deeply");
    const shape = shapeOf(object);
    if (shape === "list") {
      holders.push(object);
      this.list(object as unknown[]);
      holders.pop();
    } else if (shape === "record") {
      holders.push(object);
      this.record(object as Record<string, unknown>);
      holders.pop();
    } else if (shape === "column") {
      this.column(object as ArrayBufferView);
    } else {
      this.foreign(shape);
    }
  }

  list(list: unknown[]): void {
    const count = Number(read(list, "length")) >>> 0;
    this.count(LIST, count);
    for (let index = 0; index < count; index++) this.value(read(list, index));
  }

  record(record: Record<string, unknown>): void {
    const keys = keysOf(record);
    this.count(RECORD, 0);
    const countAt = this.at - 4;
    let count = 0;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!;
      const value = read(record, key);
      if (value === undefined) continue;
      this.text(key);
      this.value(value);
      count++;
    }
    this.view.setUint32(countAt, count, true);
  }

  column(array: ArrayBufferView): void {
    const name = typedArrayName.call(array);
    if (name === "Float64Array" || name === "Int32Array") {
      this.raw(name === "Float64Array" ? FLOATS : INTEGERS, array as Float64Array | Int32Array);
    } else if (name === undefined || name.startsWith("Big")) {
      this.foreign(`a ${name ?? "DataView"}`);
    } else {
      this.raw(FLOATS, Float64Array.from(array as Float32Array));
    }
  }

  raw(tag: number, array: Float64Array | Int32Array): void {
    this.count(tag, array.length);
    const length = array.byteLength;
    if (tag === FLOATS && length <= shortColumn) return this.floats(array as Float64Array);
    const column = new Uint8Array(array.buffer, array.byteOffset, length);
    if (length >= longColumn) {
      this.lengthOfColumns += length;
      this.columns.push({ at: this.at, column, length });
      if (this.at + this.lengthOfColumns > largestMessage) throw tooLarge();
      return;
    }
    this.reserve(length);
    this.bytes.set(column, this.at);
    this.at += length;
  }

  /** A few numbers one by one: a view of them would cost more. */
  floats(array: Float64Array): void {
    const count = array.length;
    this.reserve(8 * count);
    for (let index = 0; index < count; index++) this.view.setFloat64(this.at + 8 * index, array[index]!, true);
    this.at += 8 * count;
  }

  foreign(description: string): void {
    this.tag(FOREIGN);
    this.text(description.slice(0, 60));
  }

  count(tag: number, count: number): void {
    this.reserve(5);
    this.bytes[this.at] = tag;
    this.view.setUint32(this.at + 1, count, true);
    this.at += 5;
  }

  reserve(more: number): void {
    if (this.at + more > this.bytes.length) this.grow(this.at + more);
  }

  grow(needed: number): void {
    if (needed + this.lengthOfColumns > largestMessage) throw tooLarge();
    const before = this.bytes.subarray(0, this.at);
    this.resize(Math.min(largestMessage, Math.max(needed, 2 * this.bytes.length)));
    this.bytes.set(before);
  }

  resize(length: number): void {
    this.bytes = new Uint8Array(length);
    this.view = new DataView(this.bytes.buffer);
  }
}

/** Stands for what a getter or a proxy refused to give. */
const unreadable = Symbol("unreadable");

/** Reads a field once, because reading may run the caller's code. */
function read(object: object, key: string | number): unknown {
  try {
    return (object as Record<string | number, unknown>)[key];
  } catch {
    return unreadable;
  }
}

function keysOf(record: object): string[] {
  try {
    return Object.keys(record);
  } catch {
    return [];
  }
}

/** `list`, `record` or `column`; for anything else its description. */
function shapeOf(object: object): string {
  try {
    if (Array.isArray(object)) return "list";
    const prototype = Object.getPrototypeOf(object);
    if (prototype === Object.prototype || prototype === null) return "record";
    if (ArrayBuffer.isView(object)) return "column";
    const name = Object.prototype.toString.call(object).slice(8, -1);
    // Plain records of another frame, and objects of the caller's own classes. What says how it wants to be
    // written, such as a decimal of some library, is not a record of its inner fields.
    const speaksForItself = typeof (object as { toJSON?: unknown }).toJSON === "function";
    if (name === "Object" && !speaksForItself) return "record";
    return withArticle(name === "Object" ? String(prototype.constructor.name || "object") : name);
  } catch {
    return "an object that cannot be read";
  }
}

function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`;
}

/** The kind of a typed array as the platform knows it, whichever frame it comes from. */
const typedArrayName = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype) as object,
  Symbol.toStringTag,
)!.get as (this: ArrayBufferView) => string | undefined;

function tooLarge(): QuoteError {
  return new QuoteError({
    kind: "out-of-range",
    reason: "request-too-large",
    field: "",
    value: null,
    details: { maximum: String(largestMessage) },
    message: "The request is larger than 256 MB: send it in parts.",
  });
}

function moved(): QuoteError {
  return new QuoteError({
    kind: "invalid-input",
    reason: "broken-message",
    field: "",
    value: null,
    details: {},
    message: "A column of the request lost its memory while the request was read.",
  });
}
