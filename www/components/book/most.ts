/** Who contributes most, and what everybody does, as a file. */

import type { View } from "../../element/view.js";
import { csv } from "../../text/csv.js";
import { plain } from "../../text/decimal.js";

interface Contribution {
  name: string | null;
  expectedLoss: number;
  standardDeviation: number;
  expectedShortfall: number;
}

/** `PortfolioContributions`. */
export interface Contributions {
  obligors: Record<"expectedLoss" | "standardDeviation" | "expectedShortfall", Float64Array>;
  sectors: readonly Contribution[];
  countries: readonly Contribution[];
}

/** The places of the largest values, the largest first: in one pass, since a book may have a hundred thousand. */
export function most(values: ArrayLike<number>, count: number): number[] {
  const found: number[] = [];
  const of = (at: number | undefined) => (at === undefined ? -Infinity : (values[at] ?? -Infinity));
  for (let at = 0; at < values.length; at += 1) {
    if (found.length === count && of(at) <= of(found[count - 1])) continue;
    let place = found.length;
    while (place > 0 && of(found[place - 1]) < of(at)) place -= 1;
    found.splice(place, 0, at);
    if (found.length > count) found.pop();
  }
  return found;
}

/** Rows of a file that are written at a time: nobody feels it. */
const SLICE = 4000;

/** Everybody's contribution as a file. */
export async function sharesOf(view: View, { obligors }: Contributions): Promise<void> {
  const { request } = view;
  const columns = ["expectedLoss", "standardDeviation", "expectedShortfall"] as const;
  const given = ["name", "country", "sector", "exposure"].filter((name) => Array.isArray(request[name]));
  const parts = [csv([["row", ...given, ...columns.map((name) => name)]])];
  const count = obligors.expectedLoss.length;
  for (let from = 0; from < count; from += SLICE) {
    const rows = Array.from({ length: Math.min(SLICE, count - from) }, (_, place) => {
      const at = from + place;
      const own = given.map((name) => {
        const value = (request[name] as readonly unknown[])[at];
        return typeof value === "number" ? plain(value) : String(value ?? "");
      });
      return [String(at + 1), ...own, ...columns.map((name) => plain(obligors[name][at] ?? 0))];
    });
    parts.push(csv(rows));
    await new Promise((next) => setTimeout(next));
  }
  view.act.save("contributions.csv", "text/csv", parts.join(""));
}
