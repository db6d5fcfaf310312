/** What the page has beyond the first answer: the whole schema, and the pictures of the other products. */

import schema from "virtual:schema";
import type { Schema } from "../schema/schema.js";

export const whole = schema as Schema;
export { pictures } from "./pictures.js";
