/** A worker from a file of the page's own; the build of the package names the package's file here. */
export const startWorker = (): Worker => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
