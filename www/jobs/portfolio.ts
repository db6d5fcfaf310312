/** Books on the page: the printed one of CreditRisk+, and invented ones, marked as such. Data only. */

import type { Job } from "../jobs.js";
import type { Document } from "../text/share.js";

/** What a book may have and another has not: a book that is laid over it leaves nothing of it behind. */
const bare: Document = {
  name: null, country: null, sector: null, sectorWeights: null, correlation: null, lossGivenDefaultDeviation: null, insuredShare: null, firstLoss: null,
  aggregateFirstLoss: null, maximumLiability: null, unit: null, drawn: null, capital: null, layers: null, sectorCorrelation: null,
};

/** Invented: an insurer’s covers of buyers abroad. Nobody stands behind a name, and no rate is anybody’s. */
const covers: Document = {
  name: [
    "Fleet operator A", "Fleet operator B", "City buses", "Importer C", "Distributor D", "Distributor E", "Taxi group",
    "Importer F", "Importer G", "Distributor H", "Distributor I", "Importer J", "Bus company", "Importer K", "Importer L",
    "Distributor M", "Importer N", "Importer O", "Leasing company P", "Leasing company Q", "Distributor R", "Distributor S",
    "Importer T", "Importer U", "Importer V", "Rental company W", "Mine operator", "Importer X", "Rental company Y",
    "Importer Z", "Bus company AA", "Taxi group AB", "Leasing company AC", "Importer AD", "Importer AE", "Bus company AF",
    "Importer AG", "Distributor AH", "Rental company AI", "Fleet operator AJ", "Bus company AK", "Importer AL",
    "Leasing company AM", "Importer AN", "Fleet operator AO", "Importer AP", "Distributor AQ", "Importer AR",
  ],
  country: [
    "MEX", "MEX", "CHL", "CHL", "BRA", "BRA", "BRA", "PER", "COL", "THA", "VNM", "IDN", "KAZ", "UZB", "TUR", "ZAF", "EGY", "NGA",
    "POL", "HUN", "ARE", "SAU", "MAR", "GEO", "MEX", "MEX", "CHL", "BRA", "BRA", "ARG", "PER", "COL", "THA", "MYS", "PHL", "IDN",
    "KAZ", "AZE", "TUR", "ZAF", "EGY", "KEN", "ROU", "SRB", "ARE", "JOR", "ECU", "PAK",
  ],
  exposure: [
    9200000, 4100000, 12500000, 3600000, 15800000, 6400000, 2900000, 5200000, 4800000, 11200000, 7300000, 8800000, 6900000,
    5600000, 9900000, 7700000, 3300000, 2100000, 8200000, 4400000, 10400000, 8600000, 2700000, 1900000, 2600000, 5400000,
    6800000, 4700000, 8900000, 3100000, 3900000, 2300000, 6100000, 7200000, 4400000, 5700000, 4200000, 3700000, 5100000, 4600000,
    2800000, 2200000, 5300000, 3400000, 6600000, 1800000, 3300000, 2400000,
  ],
  defaultRate: [
    0.021, 0.034, 0.008, 0.015, 0.026, 0.041, 0.055, 0.024, 0.032, 0.012, 0.028, 0.022, 0.036, 0.047, 0.045, 0.038, 0.075, 0.09,
    0.011, 0.014, 0.013, 0.012, 0.029, 0.033, 0.046, 0.027, 0.017, 0.049, 0.031, 0.082, 0.035, 0.051, 0.019, 0.014, 0.033, 0.034,
    0.048, 0.037, 0.056, 0.047, 0.088, 0.071, 0.021, 0.032, 0.018, 0.043, 0.059, 0.092,
  ],
  defaultRateDeviation: [
    0.0126, 0.0204, 0.0048, 0.009, 0.0156, 0.0246, 0.033, 0.0144, 0.0192, 0.0072, 0.0168, 0.0132, 0.0216, 0.0282, 0.027, 0.0228,
    0.045, 0.054, 0.0066, 0.0084, 0.0078, 0.0072, 0.0174, 0.0198, 0.0276, 0.0162, 0.0102, 0.0294, 0.0186, 0.0492, 0.021, 0.0306,
    0.0114, 0.0084, 0.0198, 0.0204, 0.0288, 0.0222, 0.0336, 0.0282, 0.0528, 0.0426, 0.0126, 0.0192, 0.0108, 0.0258, 0.0354,
    0.0552,
  ],
  lossGivenDefault: 0.6, insuredShare: 0.9, deviationLoading: 0.25, expenseShare: 0.2,
  layers: [{ attachment: 0, limit: 5000000 }, { attachment: 5000000, limit: 10000000 }, { attachment: 15000000, limit: 20000000 }],
};

/** Invented: credit lines of dealers whose assets move together. */
const dealers: Document = {
  name: [
    "Dealer 1", "Dealer 2", "Dealer 3", "Dealer 4", "Dealer 5", "Dealer 6", "Dealer 7", "Dealer 8", "Dealer 9", "Dealer 10",
    "Dealer 11", "Dealer 12", "Dealer 13", "Dealer 14", "Dealer 15", "Dealer 16", "Dealer 17", "Dealer 18", "Dealer 19",
    "Dealer 20",
  ],
  country: [
    "BRA", "BRA", "BRA", "BRA", "BRA", "BRA", "MEX", "MEX", "MEX", "MEX", "THA", "THA", "THA", "CHL", "CHL", "ZAF", "ZAF", "TUR",
    "TUR", "POL",
  ],
  exposure: [
    1850000, 1420000, 960000, 2240000, 780000, 1130000, 1670000, 1280000, 890000, 2050000, 1540000, 1210000, 690000, 980000,
    760000, 1320000, 640000, 1750000, 1180000, 1460000,
  ],
  defaultRate: [
    0.031, 0.038, 0.052, 0.024, 0.06, 0.044, 0.022, 0.029, 0.041, 0.019, 0.016, 0.021, 0.034, 0.018, 0.025, 0.047, 0.063, 0.055,
    0.049, 0.014,
  ],
  defaultRateDeviation: null, correlation: 0.18, lossGivenDefault: 0.35, lossGivenDefaultDeviation: 0.2, deviationLoading: null, expenseShare: null,
};

/** Invented: loans of two sectors that have nothing to do with each other. */
const loans: Document = {
  name: [
    "Borrower 1", "Borrower 2", "Borrower 3", "Borrower 4", "Borrower 5", "Borrower 6", "Borrower 7", "Borrower 8", "Borrower 9",
    "Borrower 10", "Borrower 11", "Borrower 12", "Borrower 13", "Borrower 14", "Borrower 15", "Borrower 16",
  ],
  sector: [
    "Vehicle sales", "Parts makers", "Vehicle sales", "Parts makers", "Vehicle sales", "Parts makers", "Vehicle sales",
    "Parts makers", "Vehicle sales", "Parts makers", "Vehicle sales", "Parts makers", "Vehicle sales", "Parts makers",
    "Vehicle sales", "Parts makers",
  ],
  exposure: [
    12000000, 8500000, 6700000, 15200000, 4300000, 9800000, 7400000, 3900000, 11300000, 5600000, 8900000, 6200000, 14100000,
    4800000, 7900000, 10500000,
  ],
  defaultRate: [
    0.018, 0.031, 0.025, 0.012, 0.046, 0.022, 0.028, 0.052, 0.016, 0.037, 0.024, 0.033, 0.011, 0.042, 0.026, 0.019,
  ],
  defaultRateDeviation: [
    0.0144, 0.0248, 0.02, 0.0096, 0.0368, 0.0176, 0.0224, 0.0416, 0.0128, 0.0296, 0.0192, 0.0264, 0.0088, 0.0336, 0.0208, 0.0152,
  ],
  lossGivenDefault: 0.45, deviationLoading: null, expenseShare: null,
};

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
  lossGivenDefault: 1, deviationLoading: 0.25, expenseShare: null,
};
const layers: Document[] = [{ attachment: 0, limit: 20000000 }, { attachment: 20000000, limit: 30000000 }, { attachment: 50000000, limit: 50000000 }];

export const portfolio: Job = {
  product: "portfolio",
  opening: { product: "portfolio", model: "credit-risk-plus", currency: "USD", ...covers },
  presets: [
    { key: "coversBook", patch: { ...bare, model: "credit-risk-plus", ...covers } },
    { key: "dealersBook", patch: { ...bare, model: "gaussian-copula", ...dealers, paths: 20000 } },
    { key: "sectorsBook", patch: { ...bare, model: "credit-risk-plus", ...loans, capital: { rules: "basel-3", exposureClass: "corporate", maturityYears: 2.5 } } },
    { key: "printedBook", patch: { ...bare, model: "credit-risk-plus", ...printed, layers } },
    { key: "limitBook", patch: { ...bare, model: "vasicek", ...printed, layers, defaultRateDeviation: null, correlation: 0.15 } },
  ],
  first: ["model", "currency", "tailLevel", "defaultRate", "defaultRateDeviation", "correlation", "lossGivenDefault", "insuredShare", "firstLoss", "deviationLoading", "expenseShare"],
  sliders: {},
  aliases: {},
  either: [],
  kinds: {
    defaultRate: "share", defaultRateDeviation: "share", correlation: "share", lossGivenDefault: "share", lossGivenDefaultDeviation: "share",
    insuredShare: "share", tailLevel: "share", sectorCorrelation: "share",
  },
  means: {
    expectedLoss: "amount", standardDeviation: "amount", expectedShortfall: "amount", unexpectedLoss: "amount", totalExposure: "amount", unit: "amount",
    noLossProbability: "rate", tailLevel: "rate",
  },
  headline: "expectedLoss",
  rows: ["standardDeviation", "expectedShortfall", "unexpectedLoss", "totalExposure", "obligors"],
  options: { capital: { add: { capital: {} } } },
  columns: [
    "name", "country", "sector", "sectorWeights", "exposure", "defaultRate", "defaultRateDeviation", "correlation", "lossGivenDefault",
    "lossGivenDefaultDeviation", "insuredShare", "firstLoss", "layers",
  ],
  unoffered: ["name", "country", "sector", "sectorWeights", "exposure", "layers", "drawn", "firstPath"],
  vary: "tailLevel",
};
