/** The worker in which many paths are drawn. It is given the compiled module, so it loads nothing. */

// The entry that has no module inside: a bundler puts all that a worker could load into its file.
import { loadEngine } from "../../js/worker.js";
import { problemOf } from "../element/engine.js";
import type { Document, Json } from "../text/share.js";
import { simulate, type Pace } from "./simulate.js";

/** What the page sends once, after the columns that are too long to go with it. */
export interface Order {
  module: object;
  rateCard: unknown;
  request: Document;
  paths: number;
}

/** A long column of the request, which comes before it in a message of its own. */
export interface LongColumn {
  name: string;
  values: Json;
}

const port = globalThis as unknown as {
  postMessage(message: unknown): void;
  onmessage: ((event: { data: Order | LongColumn }) => void) | null;
};
/** Between slices nothing waits here: whoever wants an end ends the worker. */
const pace: Omit<Pace, "paths"> = { slice: 150, every: 1200, pause: async () => {} };

const columns: Document = {};

port.onmessage = ({ data }) => {
  if ("values" in data) columns[data.name] = data.values;
  else void work(data);
};
port.postMessage("ready");

async function work({ module, rateCard, request, paths }: Order): Promise<void> {
  try {
    const engine = await loadEngine({ wasm: module, rateCard: rateCard as string | null });
    for await (const progress of simulate(engine as never, { ...request, ...columns }, { ...pace, paths })) port.postMessage(progress);
  } catch (error) {
    port.postMessage({ problem: problemOf(error) });
  }
}
