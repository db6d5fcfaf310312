/** The module for the first answer as base64 text. The build writes this file's code. */
export const base64: string;
