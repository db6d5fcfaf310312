/** Widths of places that charts are drawn for, so that their type keeps its size in every container. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

const BEFORE_LAYOUT = 560;

export class Measure implements ReactiveController {
  readonly #widths = new Map<string, number>();
  readonly #places = new Map<Element, string>();
  #observer: ResizeObserver | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  width(name: string): number {
    return this.#widths.get(name) ?? BEFORE_LAYOUT;
  }

  hostUpdated(): void {
    this.#observer ??= new ResizeObserver((entries) => this.#measured(entries));
    const present = new Set(this.host.shadowRoot?.querySelectorAll("[data-measure]"));
    for (const place of this.#places.keys()) {
      if (present.has(place)) continue;
      this.#observer.unobserve(place);
      this.#places.delete(place);
    }
    for (const place of present) {
      if (this.#places.has(place)) continue;
      this.#places.set(place, place.getAttribute("data-measure") ?? "");
      this.#observer.observe(place);
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#places.clear();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  #measured(entries: readonly ResizeObserverEntry[]): void {
    // A printed page is narrower, but its charts are scaled by the printer's layout, not drawn again.
    let changed = false;
    for (const entry of entries) {
      const name = this.#places.get(entry.target);
      // How high the deal is decides whether it stays in sight.
      if (name === "deal") (entry.target as HTMLElement).style.setProperty("--_height", `${Math.ceil(entry.borderBoxSize[0]?.blockSize ?? 0)}px`);
      const width = Math.floor(entry.contentRect.width);
      if (name === undefined || width === 0 || this.#widths.get(name) === width) continue;
      this.#widths.set(name, width);
      changed = true;
    }
    if (changed) requestAnimationFrame(() => this.host.requestUpdate());
  }
}
