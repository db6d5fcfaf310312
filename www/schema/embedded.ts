/** The schema as it was when this was built: of the main job's request, then of more. */

import main from "virtual:schema/main";
import { products, type Schema } from "./schema.js";

/** What is there of it now. */
export let schema = main.schema as Schema;

/** The names of all products, in the schema's order. */
export const productNames: readonly string[] = main.products;

/** Names of the fields at the top of any product's request. */
export const fieldNames: readonly string[] = main.names;

/** Whether the engine of the first answer has a product. */
export const isFirst = (product: string): boolean => main.first.includes(product);

/** Puts more of the schema in the place of what was there. */
export function extend(more: Schema): void {
  if (products(more).length > products(schema).length) schema = more;
}
