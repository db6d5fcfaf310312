/** Answers that take long, made beside the page: large books, and those whose losses have to be drawn many times over. */

import type { Beside } from "../element/answers.js";
import type { Document } from "../text/share.js";
import { Run } from "./run.js";

/** Obligors from which on an answer is felt. */
const MANY = 5000;
/** Obligors times paths, and products of a recursion. */
const MOST_DRAWN = 100_000;
const MOST_PRODUCTS = 20_000_000;
/** As the engine has it. */
const PATHS = 100_000;

/** How to answer a request beside the page; undefined where the page answers at once. */
export function beside(request: Document, card: unknown): Beside | undefined {
  if (request.product !== "portfolio" || !isLong(request)) return undefined;
  return (engine, hear) => {
    const run = new Run({ progress: (progress) => hear(progress, null), problem: (problem) => hear(null, problem) });
    void run.start(engine, card, request, pathsOf(request));
    return () => run.cancel();
  };
}

function pathsOf(request: Document): number {
  const { paths } = request;
  return typeof paths === "number" && paths >= 1 ? paths : PATHS;
}

function isLong(request: Document): boolean {
  const { exposure, model } = request;
  if (!Array.isArray(exposure)) return false;
  if (exposure.length >= MANY) return true;
  if (model === "gaussian-copula") return exposure.length * pathsOf(request) > MOST_DRAWN;
  if (model === "vasicek") return false;
  // How many units there are, about; half their square is what several sectors cost, all obligors' what a convolution does.
  let [most, sum] = [0, 0];
  for (const value of exposure) {
    most = Math.max(most, Number(value) || 0);
    sum += Number(value) || 0;
  }
  const units = sum / (Number(request.unit) || most / 100 || 1);
  const sectors = [request.sector, request.sectorWeights].some((list) => Array.isArray(list) && list.length > 0);
  const products = model === "exact" ? units * exposure.length : sectors ? (units * units) / 2 : units * Math.min(exposure.length, 100);
  return products > MOST_PRODUCTS;
}
