/// <reference types="vite/client" />

declare module "virtual:schema" {
  /** schema.json without the texts that are for developers. */
  const schema: unknown;
  export default schema;
}
