/**
 * Many paths, drawn a slice at a time: what came of each slice is kept, and the engine tells from all of them what follows.
 * The same seed gives the same answer however long the slices are. What has no paths is one slice.
 */

import type { Explanation } from "../element/engine.js";
import type { Document } from "../text/share.js";

/** How far a run has come. */
export interface Progress {
  done: number;
  total: number;
  /** Seconds that are left at the pace so far; null until that is known. */
  left: number | null;
  /** What the paths so far say, when it was asked for anew. */
  found: Explanation | null;
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
  explain(request: Document): Explanation;
  quote(request: Document): Explanation["quote"];
}

/** Which paths are drawn, and what those before them gave. */
interface Part {
  firstPath: number;
  paths: number;
  drawn: Float64Array | null;
}

/** How a product draws: a request for some of the paths, and one for what all of them say. */
interface Course {
  draw(request: Document, part: Part): Document;
  tell(request: Document, part: Part, isLast: boolean): Document;
  drawn(quote: Explanation["quote"]): Float64Array;
}

const route: Course = {
  draw: (request, part) => over(request, { map: null, shocks: null, breakEvens: false, simulation: { ...(request.simulation as Document), ...part } }),
  tell: (request, part) => route.draw(request, part),
  drawn: (quote) => (quote.simulation as { drawn: Float64Array }).drawn,
};

const portfolio: Course = {
  draw: (request, part) => over(request, { contributions: false, capital: null, ...part }),
  // Who contributed is found by drawing the worst paths again: at the end, not on the way.
  tell: (request, part, isLast) => over(request, isLast ? { ...part } : { contributions: false, ...part }),
  drawn: route.drawn,
};

/** Draws paths until all are there. What is thrown is the engine's error on the request. */
export async function* simulate(engine: Answering, request: Document, pace: Pace): AsyncGenerator<Progress> {
  const course = request.product === "route" ? route : request.model === "gaussian-copula" ? portfolio : null;
  if (!course) {
    yield { done: 1, total: 1, left: 0, found: engine.explain(request) };
    return;
  }
  const start = performance.now();
  let all = new Float64Array(0);
  let count = 4;
  let told = start;
  for (let done = 0; done < pace.paths; ) {
    const began = performance.now();
    count = Math.min(count, pace.paths - done);
    const drawn = course.drawn(engine.quote(course.draw(request, { firstPath: done, paths: count, drawn: null })));
    if (all.length === 0) all = new Float64Array((drawn.length / count) * pace.paths);
    all.set(drawn, (drawn.length / count) * done);
    done += count;
    const now = performance.now();
    const left = done < pace.paths ? ((now - start) / done) * (pace.paths - done) / 1000 : 0;
    const isTime = done === pace.paths || (pace.every !== null && now - told > pace.every);
    if (isTime) told = now;
    const before = { firstPath: done, paths: 0, drawn: all.subarray(0, (all.length / pace.paths) * done) };
    const found = isTime ? engine.explain(course.tell(request, before, done === pace.paths)) : null;
    // Half as many again at most: what took long once need not the next time.
    count = Math.max(1, Math.floor(count * Math.min(1.5, pace.slice / Math.max(1, now - began))));
    yield { done, total: pace.paths, left, found };
    await pace.pause();
  }
}

/** The engine takes typed arrays where a document has lists. */
function over(request: Document, parts: Readonly<Record<string, unknown>>): Document {
  return { ...request, ...parts } as Document;
}
