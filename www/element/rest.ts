/** What the page has beyond the first answer: the whole schema, the jobs and the pictures of the other products. */

import schema from "virtual:schema";
import type { Schema } from "../schema/schema.js";

export const whole = schema as Schema;
export { Sides } from "../components/compare/state.js";
export { furtherParts, pictures } from "./pictures.js";
export { furtherJobs } from "../jobs/further.js";
export { intake } from "../components/book/intake.js";
export { beside } from "../long/beside.js";
