import "export-risk/element/register";

/** The element with its attributes as properties; `onQuote` is told every answer. */
export function Calculator({ onQuote, ...deal }) {
  return <export-risk-calculator {...deal} onexport-risk-quote={(event) => onQuote?.(event.detail.quote)} />;
}
