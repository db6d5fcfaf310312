/** The deal that was kept as scenario A, for each product; and what the engine says of both. */

import type { LitElement } from "lit";
import { problemOf, type Comparison, type Engine, type Problem } from "../../element/engine.js";
import { patched } from "../../text/path.js";
import { keptIn, keptFragment, type Document } from "../../text/share.js";
import { adopt } from "../../element/later.js";
import type { View } from "../../element/view.js";
import { compare } from "./compare.js";
import { headlineOf } from "./rows.js";
import { compareStyles } from "./compare.styles.js";

export class Sides {
  readonly #kept = new Map<string, Document>();
  comparison: Comparison | null = null;
  problem: Problem | null = null;
  /** A link brought a kept deal that can't be read. */
  broken = false;
  #asked = "";
  /** Whose comparison it is: another rate card is another engine. */
  #by: Engine | undefined;

  constructor(private readonly host: LitElement) {
    adopt(host, [compareStyles]);
  }

  kept(product: string): Document | undefined {
    return this.#kept.get(product);
  }

  /** Keeps a deal, in the place of the one before. */
  async keep(product: string, request: Document): Promise<void> {
    this.broken = false;
    this.#kept.set(product, request);
    await this.#lead("#compare-title");
  }

  async drop(product: string): Promise<void> {
    this.#kept.delete(product);
    await this.#lead("#keep-deal");
  }

  /** The kept deal comes onto the screen, and that of the screen is kept. */
  swap(view: View): void {
    const other = this.#kept.get(view.product);
    if (!other) return;
    this.#kept.delete(view.product);
    this.#kept.set(typeof other.product === "string" ? other.product : view.product, view.request);
    view.act.open(other);
  }

  /** What a link brings beside the deal on the screen. */
  bring(product: string, fragment: string): void {
    try {
      const kept = keptIn(fragment);
      if (kept) this.#kept.set(product, kept);
      this.broken = false;
    } catch {
      this.broken = true;
    }
    this.host.requestUpdate();
  }

  /** What a link says of it; empty where nothing is kept. */
  fragment(product: string): string {
    const kept = this.#kept.get(product);
    return kept ? keptFragment(kept) : "";
  }

  panel(view: View, width: number): unknown {
    const kept = this.#kept.get(view.product);
    if (kept && view.engine) this.#compare(view.engine, kept, view.request, view.job.lighter ?? {});
    return compare(view, this, kept, width);
  }

  /** For ears: how far the answer on the screen is from the kept one. */
  heard(view: View): string {
    const kept = this.#kept.get(view.product);
    const headline = kept && this.comparison ? headlineOf(view, kept, this.comparison.outputs) : null;
    return headline?.difference ? ` ${view.locale.says.againstKept({ difference: headline.same ? "0" : headline.difference })}` : "";
  }

  /** Both requests without what takes long: it does not come into the rows. */
  #compare(engine: Engine, a: Document, b: Document, lighter: Document): void {
    const key = JSON.stringify([a, b]);
    if (key === this.#asked && engine === this.#by) return;
    this.#asked = key;
    this.#by = engine;
    this.problem = null;
    try {
      this.comparison = engine.compare(patched(a, lighter), patched(b, lighter));
    } catch (error) {
      this.comparison = null;
      const problem = problemOf(error);
      if (problem.reason === "not-loaded") void this.#complete(engine);
      else this.problem = problem;
    }
  }

  /** A link may come before the engine has everything. */
  async #complete(engine: Engine): Promise<void> {
    try {
      await engine.complete();
      this.#asked = "";
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.host.requestUpdate();
  }

  async #lead(selector: string): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const place = this.host.renderRoot.querySelector<HTMLElement>(selector);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: "nearest" });
  }
}
