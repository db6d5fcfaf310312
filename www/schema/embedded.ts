/** The schema as it was when this was built: of the products of the first answer, then of all. */

import first from "virtual:schema/first";
import { products, type Schema } from "./schema.js";

/** What is there of it now. */
export let schema = first.schema as Schema;

/** The names of all products, in the schema's order. */
export const productNames: readonly string[] = first.products;

/** Names of the fields at the top of any product's request. */
export const fieldNames: readonly string[] = first.names;

const firstProducts = products(schema);

/** Whether all that a product needs is there before the rest of the page is. */
export const isFirst = (product: string): boolean => firstProducts.includes(product);

/** Puts the whole schema in the place of its first part. */
export function complete(whole: Schema): void {
  schema = whole;
}
