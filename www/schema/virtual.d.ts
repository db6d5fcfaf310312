/// <reference types="vite/client" />

declare module "virtual:schema" {
  /** schema.json without the texts that are for developers. */
  const schema: unknown;
  export default schema;
}

declare module "virtual:schema/first" {
  /** As far as the products of the first answer's engine go. */
  const schema: unknown;
  export default schema;
}

declare module "virtual:schema/main" {
  const main: {
    /** The request of the main job alone. */
    schema: unknown;
    /** The names of all products, and of those of the first answer's engine. */
    products: string[];
    first: string[];
    /** The fields at the top of any product's request. */
    names: string[];
  };
  export default main;
}

declare module "virtual:words/*/first" {
  export const words: import("../locales/locale.js").Locale;
}

declare module "virtual:words/*/later" {
  export const words: Partial<import("../locales/locale.js").Locale>;
}

declare module "virtual:words/*/rest" {
  export const words: Partial<import("../locales/locale.js").Locale>;
}
