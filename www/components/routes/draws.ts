/** Many paths on demand: a run with its progress, what it has found so far, and an end at any time. */

import { html, nothing, type TemplateResult } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { Part } from "lit/directive.js";
import type { Explanation, Problem } from "../../element/engine.js";
import type { View } from "../../element/view.js";
import { Run } from "../../long/run.js";
import type { Progress } from "../../long/simulate.js";
import type { Document } from "../../text/share.js";
import { problemText } from "../notices/problem.js";

/** As many as are drawn at once. */
const PATHS = 100_000;

/** Shows what was found, or null before anything was, with the run's button and progress. */
type Show = (found: Explanation | null, controls: TemplateResult) => unknown;

class Draws extends AsyncDirective {
  #view: View | undefined;
  #show: Show = () => nothing;
  #run: Run | undefined;
  #progress: Progress | null = null;
  #found: Explanation | null = null;
  #problem: Problem | null = null;
  #asked: Document | null = null;

  override render(_view: View, _show: Show): unknown {
    return nothing;
  }

  override update(_part: Part, [view, show]: [View, Show]): unknown {
    this.#view = view;
    this.#show = show;
    if (this.#asked && this.#asked !== view.request) this.#forget();
    return this.#template(view);
  }

  protected override disconnected(): void {
    this.#forget();
  }

  #forget(): void {
    this.#run?.cancel();
    this.#run = undefined;
    this.#progress = this.#found = this.#problem = null;
    this.#asked = null;
  }

  #begin(view: View): void {
    if (!view.engine) return;
    this.#forget();
    this.#asked = view.request;
    this.#progress = { done: 0, total: PATHS, left: null, found: null };
    const run = new Run({
      progress: (progress) => this.#hear(run, () => {
        this.#progress = progress;
        this.#found = progress.found ?? this.#found;
        if (progress.done === progress.total) this.#run = undefined;
      }),
      problem: (problem) => this.#hear(run, () => {
        this.#problem = problem;
        this.#run = undefined;
      }),
    });
    this.#run = run;
    void run.start(view.engine, view.card, view.request, PATHS);
    this.#again();
  }

  #end(): void {
    this.#run?.cancel();
    this.#run = undefined;
    this.#again();
  }

  #hear(run: Run, change: () => void): void {
    if (run !== this.#run || !this.isConnected) return;
    change();
    this.#again();
  }

  #again(): void {
    if (this.#view && this.isConnected) this.setValue(this.#template(this.#view));
  }

  #template(view: View): unknown {
    const { ui, says } = view.locale;
    const { format } = view;
    const progress = this.#progress;
    const runs = this.#run !== undefined;
    const count = (number: number) => format.short(String(number), 0);
    return this.#show(this.#found, html`<div class="draws screen-only">
      <p class="quiet">${ui.drawsSay}</p>
      ${runs
        ? html`<button type="button" class="plain" @click=${() => this.#end()}>${ui.cancel}</button>`
        : html`<button type="button" class="plain" @click=${() => this.#begin(view)}>${says.draw({ count: count(PATHS) })}</button>`}
      ${progress
        ? html`<div class="progress">
            <progress aria-label=${ui.drawsProgress} max=${progress.total} .value=${progress.done}></progress>
            <span role="status">${says.drawn({ done: count(progress.done), total: count(progress.total) })}${runs && progress.left !== null
              ? says.secondsLeft({ count: count(Math.ceil(progress.left)) })
              : nothing}</span>
          </div>`
        : nothing}
      ${progress && progress.total < PATHS ? html`<p class="quiet">${ui.drawsOnPage}</p>` : nothing}
      ${this.#problem ? html`<p class="wrong">${problemText(view, this.#problem)}</p>` : nothing}
    </div>`);
  }
}

/** A run of many paths around what shows its answer. */
export const draws = directive(Draws);
