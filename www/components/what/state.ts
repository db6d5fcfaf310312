/** What a visitor asks about the other way round, and what was found. Nothing is searched before it is asked for. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { problemOf, type Engine, type Problem, type Sensitivity, type Solved } from "../../element/engine.js";
import { patched } from "../../text/path.js";
import type { Document } from "../../text/share.js";

export interface Question {
  vary: string;
  target: string;
  equals: string;
  between?: [string, string];
}

export class WhatIf implements ReactiveController {
  /** What stands in the fields; empty: what the panel proposes. */
  vary = "";
  target = "";
  equals = "";
  from: string | null = null;
  to: string | null = null;
  found: Solved | null = null;
  problem: Problem | null = null;
  moved: Sensitivity | null = null;
  movedProblem: Problem | null = null;
  #asked = "";
  #product = "";

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Forgets what was found for another request, and what was asked about another product. */
  sees(request: Document, product: string): void {
    if (product !== this.#product) {
      this.#product = product;
      this.target = "";
      this.equals = "";
      this.#choose("");
    }
    if (JSON.stringify(request) !== this.#asked) this.#forget();
  }

  edit(change: Partial<Pick<WhatIf, "vary" | "target" | "equals" | "from" | "to">>): void {
    if (change.vary !== undefined) this.#choose(change.vary);
    Object.assign(this, change);
    this.#forget();
    this.host.requestUpdate();
  }

  async solve(engine: Engine, request: Document, lighter: Document, question: Question): Promise<void> {
    this.found = this.problem = null;
    this.#asked = JSON.stringify(request);
    try {
      await engine.complete();
      this.found = engine.solve(patched(request, lighter), question);
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.host.requestUpdate();
  }

  async move(engine: Engine, request: Document, lighter: Document, output: string): Promise<void> {
    this.moved = this.movedProblem = null;
    this.#asked = JSON.stringify(request);
    try {
      await engine.complete();
      this.moved = engine.sensitivity(patched(request, lighter), { outputs: [output] });
    } catch (error) {
      this.movedProblem = problemOf(error);
    }
    this.host.requestUpdate();
  }

  #choose(vary: string): void {
    this.vary = vary;
    this.from = this.to = null;
  }

  #forget(): void {
    this.found = this.problem = this.moved = this.movedProblem = null;
  }
}
