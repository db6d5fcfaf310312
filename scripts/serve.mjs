// The built package on a port of its own, for what looks at the page as a visitor does.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.mjs";

/** What a file is, by the end of its name. */
export const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml; charset=utf-8",
  ".wasm": "application/wasm",
};

/** Serves `dist/` and what `files` has besides, by path, compressed or as it is: `{ address, close }`. */
export async function serve(files = {}, { compressed = false } = {}) {
  const small = new Map();
  const compress = (path, body) => {
    if (!small.has(path)) small.set(path, brotliCompressSync(body));
    return small.get(path);
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const asked = path.endsWith("/") ? `${path}index.html` : path;
    try {
      const body = files[path] ?? readFileSync(join("dist", normalize(asked)));
      const headers = { "content-type": types[extname(asked)] ?? types[".html"], "cache-control": "no-store" };
      if (compressed) headers["content-encoding"] = "br";
      response.writeHead(200, headers).end(compressed ? compress(path, body) : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** The system's Chromium without a window, and without asking anybody anything. */
export function browse() {
  const args = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return chromium.launch({ executablePath: findChromium(), args });
}
