/** What is open on the screen is printed too: the schedule's rows, on pages of their own behind the answer. */

import { html, nothing, render, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import type { View } from "../../element/view.js";
import { columnsOf, scheduleTable } from "./table.js";

export class Printed implements ReactiveController {
  #view: View | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("beforeprint", this.#fill);
    addEventListener("afterprint", this.#clear);
  }

  hostDisconnected(): void {
    removeEventListener("beforeprint", this.#fill);
    removeEventListener("afterprint", this.#clear);
  }

  /** Where they come, last of all. */
  place(view: View): TemplateResult {
    this.#view = view;
    return html`<div class="print-only printed"></div>`;
  }

  // A printer does not wait for the next frame.
  readonly #fill = (): void => this.#draw(this.#opened() ? this.#rows() : nothing);
  readonly #clear = (): void => this.#draw(nothing);

  #opened(): boolean {
    return this.host.renderRoot.querySelector<HTMLDetailsElement>(".schedule details")?.open ?? false;
  }

  #rows(): unknown {
    const view = this.#view;
    const columns = columnsOf(view?.quote?.schedule);
    if (!view || !columns.dates) return nothing;
    const { schedule } = view.locale.ui;
    return html`<h2>${schedule}</h2>${scheduleTable(view, columns, view.digits, schedule)}`;
  }

  #draw(content: unknown): void {
    const place = this.host.renderRoot.querySelector<HTMLElement>(".printed");
    if (place) render(content, place);
  }
}
