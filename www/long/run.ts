/** One run of many paths: in a worker, or, where none can start, on the page in slices that nobody feels. */

import { problemOf, type Engine, type Problem } from "../element/engine.js";
import type { Document } from "../text/share.js";
import { simulate, type Progress } from "./simulate.js";
import { startWorker } from "./start.js";
import type { Order } from "./worker.js";

/** Paths where there is no worker: the last answer counts them all at once. */
export const PATHS_WITHOUT_WORKER = 10_000;
/** Entries of a column from which on it is sent alone. */
const LONG = 5000;
/** How long a worker may take to say that it is there. */
const PATIENCE = 4000;

export interface Listener {
  progress(progress: Progress): void;
  problem(problem: Problem): void;
}

/** A run that can be cancelled; what was told before stays with whoever heard it. */
export class Run {
  #worker: Worker | undefined;
  #cancelled = false;

  constructor(private readonly listener: Listener) {}

  async start(engine: Engine, rateCard: unknown, request: Document, paths: number): Promise<void> {
    try {
      await engine.complete();
      // Where the engine runs as JavaScript there is nothing to hand to a worker.
      const module = await engine.module().catch(() => null);
      const worker = module && !this.#cancelled ? await ready() : null;
      if (this.#cancelled) return worker?.terminate();
      if (module && worker) await this.#order(worker, { module, rateCard, request, paths });
      else await this.#onPage(engine, request, Math.min(paths, PATHS_WITHOUT_WORKER));
    } catch (error) {
      if (!this.#cancelled) this.listener.problem(problemOf(error));
    }
  }

  cancel(): void {
    this.#cancelled = true;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** Long columns go one by one, with a pause after each: to copy them all at once would be felt. */
  async #order(worker: Worker, order: Order): Promise<void> {
    this.#worker = worker;
    const request = { ...order.request };
    for (const [name, values] of Object.entries(request)) {
      if (!Array.isArray(values) || values.length < LONG) continue;
      delete request[name];
      worker.postMessage({ name, values });
      await pause();
      if (this.#cancelled) return;
    }
    this.#listen(worker);
    worker.postMessage({ ...order, request });
  }

  #listen(worker: Worker): void {
    worker.onmessage = ({ data }: MessageEvent<Progress | { problem: Problem }>) => {
      if ("problem" in data) this.listener.problem(data.problem);
      else this.listener.progress(data);
      if ("problem" in data || data.done === data.total) this.cancel();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.listener.problem(problemOf(new Error(event.message)));
      this.cancel();
    };
  }

  async #onPage(engine: Engine, request: Document, paths: number): Promise<void> {
    for await (const progress of simulate(engine, request, { paths, slice: 20, every: null, pause })) {
      if (this.#cancelled) return;
      this.listener.progress(progress);
    }
  }
}

function pause(): Promise<void> {
  return new Promise((next) => setTimeout(next));
}

/** A worker that has said that it is there; none where a policy, a missing file or an old browser stops it. */
function ready(): Promise<Worker | null> {
  return new Promise((done) => {
    let worker: Worker | null = null;
    const end = (found: Worker | null) => {
      clearTimeout(timer);
      if (!found) worker?.terminate();
      if (worker) worker.onmessage = worker.onerror = null;
      done(found);
    };
    const timer = setTimeout(() => end(null), PATIENCE);
    try {
      worker = startWorker();
      worker.onmessage = () => end(worker);
      worker.onerror = (event) => {
        event.preventDefault();
        end(null);
      };
    } catch {
      end(null);
    }
  });
}
