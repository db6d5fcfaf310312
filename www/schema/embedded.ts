/** The schema as it was when this was built. */
import document from "virtual:schema";
import type { Schema } from "./schema.js";

export const schema = document as Schema;
