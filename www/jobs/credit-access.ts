/** Credit access on the page: an applicant and a ready-made list of a host. Data only; the list's thresholds and weights are examples. */

import type { Job } from "../jobs.js";

const list = {
  names: ["Years in business", "Overdue invoices, % of turnover", "Export contracts signed", "Audited accounts"],
  tests: ["at-least", "at-most", "at-least", "holds"], thresholds: ["3", "5", "2", "0"], values: [4, 7, 2, 1], weights: ["3", "3", "2", "2"],
  documents: ["licence", "ledger", "contracts", "accounts"],
};

export const creditAccess: Job = {
  product: "credit-access",
  opening: {
    product: "credit-access", continuousOperation: true, fixedPlace: true, financingNeed: true, goodCredit: true, lawfulUse: null,
    homeCountry: "CHN", country: "MEX", rating: "BBB",
  },
  presets: [
    { key: "publishedList", patch: { criteria: null, tiers: null, documents: [], continuousOperation: true, fixedPlace: true, financingNeed: true, goodCredit: true, lawfulUse: null } },
    { key: "hostList", patch: { criteria: list, documents: ["licence", "ledger", "accounts"], tiers: { names: ["C", "B", "A"], scores: ["0.3", "0.6", "0.9"] } } },
  ],
  first: ["continuousOperation", "fixedPlace", "financingNeed", "goodCredit", "lawfulUse", "homeCountry", "country", "rating", "buyer", "defaultRate"],
  sliders: {},
  aliases: {},
  either: [["rating", "buyer"], ["rating", "defaultRate"]],
  kinds: {},
  headline: "standing",
  rows: ["passed", "missing", "failed", "score", "tier", "distance", "qualityStep", "benchmarkRate", "criteriaOf"],
  target: null,
  options: {
    criteria: { add: { criteria: list } },
    tiers: { add: { criteria: list, tiers: { names: ["C", "B", "A"], scores: ["0.3", "0.6", "0.9"] } } },
  },
};
