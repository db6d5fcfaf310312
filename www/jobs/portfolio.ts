/** A book on the page: the printed one of CreditRisk+, and invented ones. Data only. */

import type { Job } from "../jobs.js";
import type { Document } from "../text/share.js";

/** CreditRisk+, A Credit Risk Management Framework (1997), Appendix B. */
const printed: Document = {
  exposure: [
    358475, 1089819, 1799710, 1933116, 2317327, 2410929, 2652184, 2957685, 3137989, 3204044, 4727724, 4830517, 4912097, 4928989, 5042312, 5320364,
    5435457, 5517586, 5764596, 5847845, 6466533, 6480322, 7727651, 15410906, 20238895,
  ],
  defaultRate: [
    0.3, 0.3, 0.1, 0.15, 0.15, 0.15, 0.3, 0.15, 0.05, 0.05, 0.015, 0.05, 0.05, 0.3, 0.1, 0.075, 0.05, 0.03, 0.075, 0.03, 0.3, 0.3, 0.016, 0.1, 0.075,
  ],
  defaultRateDeviation: [
    0.15, 0.15, 0.05, 0.075, 0.075, 0.075, 0.15, 0.075, 0.025, 0.025, 0.0075, 0.025, 0.025, 0.15, 0.05, 0.0375, 0.025, 0.015, 0.0375, 0.015, 0.15, 0.15,
    0.008, 0.05, 0.0375,
  ],
  lossGivenDefault: 1,
};
const layers: Document[] = [{ attachment: 0, limit: 20000000 }, { attachment: 20000000, limit: 30000000 }, { attachment: 50000000, limit: 50000000 }];

export const portfolio: Job = {
  product: "portfolio",
  opening: { product: "portfolio", model: "credit-risk-plus", currency: "USD", ...printed, layers, deviationLoading: 0.25 },
  presets: [
    { key: "printedBook", patch: { model: "credit-risk-plus", ...printed, layers, correlation: null, capital: null } },
    { key: "drawnBook", patch: { model: "gaussian-copula", ...printed, layers, correlation: 0.15, paths: 20000, capital: null } },
    { key: "limitBook", patch: { model: "vasicek", ...printed, layers, correlation: 0.15, capital: { rules: "basel-3", exposureClass: "corporate", maturityYears: 2.5 } } },
  ],
  first: ["model", "currency", "lossGivenDefault", "correlation", "insuredShare", "tailLevel"],
  sliders: {},
  aliases: {},
  either: [],
  kinds: {},
  headline: "expectedLoss",
  rows: ["standardDeviation", "expectedShortfall", "unexpectedLoss"],
  options: { capital: { add: { capital: {} } } },
  vary: "tailLevel",
};
