import type { Job } from "../jobs.js";

/** A bank's risk weight. */
export const riskWeight: Job = {
  product: "risk-weight",
  opening: {
    product: "risk-weight", rules: "basel-3", approach: "internal-ratings", exposureClass: "corporate", defaultProbability: 0.01, lossGivenDefault: 0.4,
  },
  presets: [],
  first: ["rules", "approach", "exposureClass", "defaultProbability", "lossGivenDefault", "maturityYears", "annualSalesMillions", "rating", "category"],
  sliders: {},
  aliases: {},
  either: [],
  kinds: { givenWeight: "share" },
  headline: "riskWeight",
  rows: ["capital", "expectedLoss"],
  vary: "defaultProbability",
};
