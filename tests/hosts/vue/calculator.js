import { h } from "vue";
import "export-risk/element/register";

/** The element with its attributes; `@quote` is told every answer. */
export const Calculator = (deal, { emit }) =>
  h("export-risk-calculator", { ...deal, onExportRiskQuote: (event) => emit("quote", event.detail.quote) });
Calculator.props = ["product", "products", "country", "currency", "amount", "lang", "theme"];
Calculator.emits = ["quote"];
