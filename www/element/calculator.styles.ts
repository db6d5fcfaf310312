import { chartStyles } from "../charts/charts.styles.js";
import { answerStyles } from "../components/answer/answer.styles.js";
import { formStyles } from "../components/form/form.styles.js";
import { sourcesStyles } from "../components/sources/sources.styles.js";
import { base } from "../styles/base.js";
import { layout } from "../styles/layout.js";
import { tokens } from "../styles/tokens.js";

/** The styles of a first answer. */
export const styles = [
  tokens,
  base,
  layout,
  chartStyles,
  formStyles,
  answerStyles,
  sourcesStyles,
];
