import { pictureStyles } from "../charts/pictures.styles.js";
import { countryStyles } from "../components/country/country.styles.js";
import { rulesStyles } from "../components/rules/rules.styles.js";
import { whatStyles } from "../components/what/what.styles.js";
import { whyStyles } from "../components/why/why.styles.js";
import { print } from "../styles/print.js";

/** The styles of what stands below a first answer, laid over those of the first. */
export const laterStyles = [pictureStyles, countryStyles, rulesStyles, whatStyles, whyStyles, print];
