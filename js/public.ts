// What every entry point exports beside `loadEngine`.

export { type ErrorKind, type ErrorParts, QuoteError } from "./error.js";
export type {
  AnyQuote,
  AnyRequest,
  ComparedValue,
  Comparison,
  Engine,
  Explanation,
  InputColumn,
  ProductName,
  QuoteOf,
  Quotes,
  RequestOf,
  Sensitivity,
  SensitivityOptions,
  SensitivityRow,
  Solved,
  SolveOptions,
  WasmModule,
} from "./engine.js";
export type { LoadOptions, WasmSource } from "./load.js";
export { dateOf, rows, type RowOf } from "./rows.js";
export type * from "./generated/products.js";
