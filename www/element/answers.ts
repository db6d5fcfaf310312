/** What the engine says to the request on the screen. What takes long waits until typing rests. */

import { patched } from "../text/path.js";
import type { Document } from "../text/share.js";
import type { Progress } from "../long/simulate.js";
import { problemOf, type Engine, type Problem, type Quote, type Step } from "./engine.js";

/** A way to answer beside the page, in steps or at the end; gives a way to end it. */
export type Beside = (engine: Engine, hear: (progress: Progress | null, problem: Problem | null) => void) => () => void;

/** How long typing must rest before what takes long is asked for. */
const PAUSE = 160;

interface Listener {
  /** A whole answer. */
  quoted(request: Document, quote: Quote): void;
  refused(request: Document, error: unknown): void;
  /** An answer beside the page has come further. */
  moved(): void;
  /** The request needs what is not loaded yet. */
  missing(): void;
}

export class Answers {
  quote: Quote | null = null;
  steps: readonly Step[] = [];
  problem: Problem | null = null;
  /** Whether the answer on the screen belongs to an earlier request. */
  stale = false;
  /** Whether parts of it do, which take long. */
  lags = false;
  /** How far an answer that is made beside the page has come; null where none is being made. */
  progress: Progress | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;
  #groups = "";

  constructor(private readonly listener: Listener) {}

  /** Answers; where `lighter` leaves out what takes long, without that at first, and then as a whole. */
  ask(engine: Engine, request: Document, lighter?: Document, beside?: Beside): void {
    this.end();
    if (beside) return this.#wait(engine, request, beside);
    this.lags = lighter !== undefined;
    if (lighter) this.#timer = setTimeout(() => this.#take(engine, request), PAUSE);
    this.#take(engine, request, lighter);
  }

  forget(): void {
    this.end();
    this.quote = this.problem = null;
    this.steps = [];
  }

  /** Nothing more is answered. */
  end(): void {
    clearTimeout(this.#timer);
    this.#stop?.();
    this.#stop = undefined;
    this.progress = null;
    this.lags = false;
  }

  #wait(engine: Engine, request: Document, beside: Beside): void {
    this.lags = true;
    this.stale = this.quote !== null;
    this.progress = { done: 0, total: 1, left: null, found: null };
    this.#timer = setTimeout(() => {
      this.#stop = beside(engine, (progress, problem) => {
        if (problem) {
          this.end();
          this.#refuse(request, problem, problem);
        } else if (progress) {
          this.progress = progress;
          if (progress.found) this.#show(progress.found);
          if (progress.done < progress.total) return this.listener.moved();
          this.end();
          if (this.quote) this.listener.quoted(request, this.quote);
        }
      });
    }, PAUSE);
  }

  #show({ quote, steps }: { quote: Quote; steps: readonly Step[] }): void {
    this.quote = quote;
    this.steps = steps;
    this.problem = null;
    this.stale = false;
  }

  #take(engine: Engine, request: Document, lighter?: Document): void {
    try {
      const { quote, steps } = engine.explain(lighter ? patched(request, lighter) : request);
      this.#show({ quote: lighter ? { ...quote, ...this.#kept(request, lighter) } : quote, steps });
      if (lighter) return;
      this.lags = false;
      this.listener.quoted(request, quote);
    } catch (error) {
      this.end();
      const problem = problemOf(error);
      if (problem.reason === "not-loaded") return this.listener.missing();
      this.#refuse(request, problem, error);
    }
  }

  #refuse(request: Document, problem: Problem, error: unknown): void {
    this.problem = problem;
    this.stale = this.quote !== null;
    this.listener.refused(request, error);
  }

  /** Parts of the answer before, while the request has the same groups of fields: only then do they belong together. */
  #kept(request: Document, lighter: Document): Quote {
    const groups = Object.keys(request).filter((name) => (request[name] ?? null) !== null).join();
    const same = groups === this.#groups;
    this.#groups = groups;
    const before = this.quote;
    return same && before ? Object.fromEntries(Object.keys(lighter).map((name) => [name, before[name]])) : {};
  }
}
