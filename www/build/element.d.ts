import type { AnyQuote, AnyRequest, QuoteError, RateCard } from "./index.js";

/** What `export-risk-quote` tells. */
export interface QuoteDetail {
  request: AnyRequest;
  quote: AnyQuote;
}

/** What `export-risk-error` tells. A request that has no answer may be anything. */
export interface ErrorDetail {
  request: unknown;
  error: QuoteError | Error;
}

/** What `export-risk-share` tells. `preventDefault()` keeps the element from making a link. */
export interface ShareDetail {
  request: unknown;
  /** `#request=…`, for the address of the host's choice. */
  fragment: string;
}

/** What `export-risk-print` and `export-risk-contact` tell. */
export interface AnswerDetail {
  request: unknown;
  quote: AnyQuote | null;
}

export interface ExportRiskEventMap {
  "export-risk-ready": CustomEvent<Record<string, never>>;
  "export-risk-quote": CustomEvent<QuoteDetail>;
  "export-risk-error": CustomEvent<ErrorDetail>;
  "export-risk-share": CustomEvent<ShareDetail>;
  "export-risk-print": CustomEvent<AnswerDetail>;
  "export-risk-contact": CustomEvent<AnswerDetail>;
}

/** `<export-risk-calculator>`: asks for a deal, shows the engine's answer and its working. */
export class ExportRiskCalculator extends HTMLElement {
  /** The product that is shown: `export-credit`, `loan`, … */
  product: string;
  /** The products to offer, separated by spaces or commas, or `all`; empty: only `product`. */
  products: string;
  /** `light`, `dark` or `auto`. */
  theme: string;
  /** Shows the deal as a list; nothing can be changed. */
  readonly: boolean;
  /** The deal and the answer only. */
  compact: boolean;
  /** The request on the screen: a document that any server with the engine can answer. */
  request: { [field: string]: unknown };
  /** A rate card, as an object or as JSON text; every element has its own. */
  rateCard: RateCard | string | null | undefined;
  /** Names of countries and territories by ISO 3166-1 alpha-2, in the place of the browser's; or the name of a ready list. */
  countryNames: Readonly<Record<string, string>> | "mainland-china" | undefined;
  /** Codes of the countries and territories that the picture of the world shows; all by default. */
  territories: readonly string[] | undefined;
  /** Takes the request out of a link's fragment. A link that can't be read is told in place. */
  restore(fragment: string): void;

  addEventListener<Name extends keyof ExportRiskEventMap>(
    type: Name,
    listener: (this: ExportRiskCalculator, event: ExportRiskEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "export-risk-calculator": ExportRiskCalculator;
  }
}
