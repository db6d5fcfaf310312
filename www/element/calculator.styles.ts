import { chartStyles } from "../charts/charts.styles.js";
import { answerStyles } from "../components/answer/answer.styles.js";
import { countryStyles } from "../components/country/country.styles.js";
import { formStyles } from "../components/form/form.styles.js";
import { rulesStyles } from "../components/rules/rules.styles.js";
import { sourcesStyles } from "../components/sources/sources.styles.js";
import { whatStyles } from "../components/what/what.styles.js";
import { whyStyles } from "../components/why/why.styles.js";
import { base } from "../styles/base.js";
import { layout } from "../styles/layout.js";
import { print } from "../styles/print.js";
import { tokens } from "../styles/tokens.js";

export const styles = [
  tokens,
  base,
  layout,
  chartStyles,
  formStyles,
  answerStyles,
  countryStyles,
  rulesStyles,
  whatStyles,
  whyStyles,
  sourcesStyles,
  print,
];
