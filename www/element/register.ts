/** Defines `<export-risk-calculator>`, once. */
import { ExportRiskCalculator } from "./element.js";

if (!customElements.get("export-risk-calculator")) {
  customElements.define("export-risk-calculator", ExportRiskCalculator);
}
