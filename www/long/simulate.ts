/**
 * Many paths, drawn a slice at a time: what came of each slice is kept, and the engine tells from all of them how the ways
 * fare. The same seed gives the same answer however long the slices are.
 */

import type { Quote } from "../element/engine.js";
import type { Document } from "../text/share.js";

/** How far a run has come. */
export interface Progress {
  done: number;
  total: number;
  /** Seconds that are left at the pace so far; null until that is known. */
  left: number | null;
  /** What the paths so far say, when it was asked for anew. */
  found: Quote | null;
}

export interface Pace {
  paths: number;
  /** Milliseconds that a slice may take. */
  slice: number;
  /** Milliseconds between answers on the way; none but the last where it is null. */
  every: number | null;
  /** Lets others have their turn between slices. */
  pause: () => Promise<void>;
}

interface Answering {
  quote(request: Document): Quote;
}

interface Drawn extends Readonly<Record<string, unknown>> {
  drawn: Float64Array;
}

/** Draws paths until all are there. What is thrown is the engine's error on the request. */
export async function* simulate(engine: Answering, request: Document, pace: Pace): AsyncGenerator<Progress> {
  const asked = request.simulation as Document;
  const ask = (simulation: Record<string, unknown>): Drawn => {
    const plain = { ...request, map: null, shocks: null, breakEvens: false, simulation: { ...asked, ...simulation } } as Document;
    return engine.quote(plain).simulation as Drawn;
  };
  const start = performance.now();
  let all = new Float64Array(0);
  let count = 4;
  let told = start;
  for (let done = 0; done < pace.paths; ) {
    const began = performance.now();
    count = Math.min(count, pace.paths - done);
    const { drawn } = ask({ firstPath: done, paths: count, drawn: null });
    if (all.length === 0) all = new Float64Array((drawn.length / count) * pace.paths);
    all.set(drawn, (drawn.length / count) * done);
    done += count;
    const now = performance.now();
    const left = done < pace.paths ? ((now - start) / done) * (pace.paths - done) / 1000 : 0;
    const isTime = done === pace.paths || (pace.every !== null && now - told > pace.every);
    if (isTime) told = now;
    const found = isTime ? ask({ firstPath: done, paths: 0, drawn: all.subarray(0, (all.length / pace.paths) * done) }) : null;
    // Half as many again at most: what took long once need not the next time.
    count = Math.max(1, Math.floor(count * Math.min(1.5, pace.slice / Math.max(1, now - began))));
    yield { done, total: pace.paths, left, found };
    await pace.pause();
  }
}
