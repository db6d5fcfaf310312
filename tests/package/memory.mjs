// Many quotes one after the other, and what they leave behind in memory.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { fixtures } from "./fixtures.mjs";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

/**
 * Asks for so many quotes, of all products and of all sizes, good ones and bad ones, in an order that looks random, and
 * looks at memory ten times: `{ quotes, module, heap }` in bytes, first after a warm-up in which each request was seen.
 * `loadEngine` must start an engine of its own.
 */
export async function endure(loadEngine, count) {
  const memories = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...parameters) {
    const instance = new Instance(...parameters);
    memories.push(instance.exports.memory);
    return instance;
  };
  try {
    const engine = await loadEngine();
    const list = requests();
    const look = (quotes) => {
      // Twice: what the first round frees may hold what the second one frees.
      collectGarbage();
      collectGarbage();
      const { heapUsed, arrayBuffers, external } = process.memoryUsage();
      const module = memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
      // The module's own memory is part of what V8 calls external; what grows outside it is meant.
      return { quotes, module, heap: heapUsed + Math.max(arrayBuffers, external) - module };
    };
    const next = order(list.length);
    for (let turn = 0; turn < 20 * list.length; turn++) ask(engine, list[turn % list.length], "explain");
    for (let turn = 0; turn < 20 * list.length; turn++) ask(engine, list[next()], "quote");
    const seen = [look(0)];
    for (let part = 1; part <= 10; part++) {
      for (let turn = 0; turn < count / 10; turn++) {
        ask(engine, list[next()], turn % 5 === 0 ? "explain" : "quote");
      }
      seen.push(look((part * count) / 10));
    }
    return seen;
  } finally {
    WebAssembly.Instance = Instance;
  }
}

/** How much more the last look found than the first: `{ module, heap }` in bytes. */
export function growth(seen) {
  const [first, last] = [seen[0], seen.at(-1)];
  return { module: last.module - first.module, heap: last.heap - first.heap };
}

function requests() {
  const loan = {
    product: "loan", currency: "USD", principal: "200000", rate: 0.06, start: "2026-01-01", profile: "annuity",
  };
  const flows = (count) => ({
    product: "cash-flow",
    dates: Int32Array.from({ length: count }, (_, at) => 10_000 + at),
    amounts: Float64Array.from({ length: count }, (_, at) => (at === 0 ? -count : 1.1)),
  });
  return [
    ...fixtures().map(({ request }) => request),
    ...[1, 12, 360, 1200].map((instalments) => ({ ...loan, instalments })),
    ...[2, 100, 3000].map(flows),
    { ...loan, instalments: 12, principal: "x".repeat(100_000) },
    { ...loan, instalments: 12, currency: () => "USD" },
    [], null, "text", new Map(),
  ];
}

/** A linear congruential generator: Numerical Recipes, section 7.1, with its quick and dirty constants. */
function order(length) {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * length);
  };
}

function ask(engine, request, verb) {
  try {
    engine[verb](request);
  } catch (error) {
    if (error.name !== "QuoteError" || error.reason === "engine-fault") throw error;
  }
}
