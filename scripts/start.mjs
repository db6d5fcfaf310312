// Builds everything and serves the calculator page on this machine.

import { existsSync } from "node:fs";
import { build } from "./build.mjs";
import { Failure, runIfStarted, say } from "./run.mjs";
import { setUp } from "./setup.mjs";

async function start() {
  setUp();
  build();
  if (!existsSync("www/vite.config.ts")) throw new Failure("There is no page in www/ to serve.");
  const { preview } = await import("vite");
  const port = Number(process.env.PORT ?? 5173);
  const server = await preview({
    configFile: "www/vite.config.ts",
    preview: { host: process.env.HOST ?? "127.0.0.1", port },
  });
  say(`The calculator: ${server.resolvedUrls.local[0]} (Ctrl+C ends it)`);
}

await runIfStarted(import.meta.url, start);
