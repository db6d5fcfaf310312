// The one error that callers meet.

/** What the caller can do about it. */
export type ErrorKind =
  | "invalid-input"
  | "out-of-range"
  | "missing-data"
  | "not-applicable"
  | "unsupported"
  | "no-convergence";

/** The parts of a {@link QuoteError}. */
export interface ErrorParts {
  kind: ErrorKind;
  reason: string;
  field: string;
  value: string | null;
  details: Record<string, string>;
  message: string;
  /** Everything that is wrong with a rate card that was refused, each with its path; missing for a request. */
  faults?: ErrorParts[];
}

/** What is wrong, where, with which value; the message is one sentence that says what would be right. */
export class QuoteError extends Error implements ErrorParts {
  override readonly name = "QuoteError";
  /** What the caller can do about it. */
  readonly kind: ErrorKind;
  /** A short code for translations, stable across versions: `above-maximum`. */
  readonly reason: string;
  /** The path of the field from the request's root, `cover.commercial`; empty when the whole is meant. */
  readonly field: string;
  /** The bad value as it was given, or null. */
  readonly value: string | null;
  /** For translations: the bound that was passed, the nearest name, the allowed ones. */
  readonly details: Readonly<Record<string, string>>;
  /** Everything that is wrong with a rate card that was refused, each with its path; empty for a request. */
  readonly faults: ErrorParts[];

  constructor(parts: ErrorParts, options?: { cause?: unknown }) {
    super(parts.message, options);
    this.kind = parts.kind;
    this.reason = parts.reason;
    this.field = parts.field;
    this.value = parts.value ?? null;
    this.details = parts.details ?? {};
    this.faults = parts.faults ?? [];
  }
}

/** An error about the engine itself, not about a request. */
export function unsupported(reason: string, message: string, cause?: unknown): QuoteError {
  const parts = { kind: "unsupported" as const, reason, field: "", value: null, details: {}, message };
  return new QuoteError(parts, cause === undefined ? undefined : { cause });
}
