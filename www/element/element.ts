/** The class; importing it does nothing else. */
export { ExportRiskCalculator } from "./calculator.js";
