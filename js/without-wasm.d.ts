/**
 * The module with everything as JavaScript: what it does is what the WebAssembly does, for pages that may not run that. The
 * build writes this file's code out of the module's bytes. Each call gives an instance of its own.
 */
export function instantiate(): Record<string, unknown>;
