/** What the engine says to the request on the screen. What takes long waits until typing rests. */

import { patched } from "../text/path.js";
import type { Document } from "../text/share.js";
import { problemOf, type Engine, type Problem, type Quote, type Step } from "./engine.js";

/** How long typing must rest before what takes long is asked for. */
const PAUSE = 160;

interface Listener {
  /** A whole answer. */
  quoted(request: Document, quote: Quote): void;
  refused(request: Document, error: unknown): void;
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
  #timer: ReturnType<typeof setTimeout> | undefined;
  #groups = "";

  constructor(private readonly listener: Listener) {}

  /** Answers; where `lighter` leaves out what takes long, without that at first, and then as a whole. */
  ask(engine: Engine, request: Document, lighter?: Document): void {
    clearTimeout(this.#timer);
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
    this.lags = false;
  }

  #take(engine: Engine, request: Document, lighter?: Document): void {
    try {
      const { quote, steps } = engine.explain(lighter ? patched(request, lighter) : request);
      this.quote = lighter ? { ...quote, ...this.#kept(request, lighter) } : quote;
      this.steps = steps;
      this.problem = null;
      this.stale = false;
      if (lighter) return;
      this.lags = false;
      this.listener.quoted(request, quote);
    } catch (error) {
      this.end();
      const problem = problemOf(error);
      if (problem.reason === "not-loaded") return this.listener.missing();
      this.problem = problem;
      this.stale = this.quote !== null;
      this.listener.refused(request, error);
    }
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
