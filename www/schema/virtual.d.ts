/// <reference types="vite/client" />

declare module "virtual:schema" {
  /** schema.json without the texts that are for developers. */
  const schema: unknown;
  export default schema;
}

declare module "virtual:schema/first" {
  const first: {
    /** As far as the products of the first answer go. */
    schema: unknown;
    /** The names of all products. */
    products: string[];
    /** The fields at the top of any product's request. */
    names: string[];
  };
  export default first;
}

declare module "virtual:words/*/first" {
  export const words: import("../locales/locale.js").Locale;
}

declare module "virtual:words/*/rest" {
  export const words: Partial<import("../locales/locale.js").Locale>;
}
