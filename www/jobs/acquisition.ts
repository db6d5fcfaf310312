/** The purchase of a company on the page: a purchase that has an answer, ready-made ones. All numbers are illustrations. Data only. */

import type { Job } from "../jobs.js";
import type { Document } from "../text/share.js";

/** A parts maker in Europe, bought by a Chinese group that controls it and a Japanese co-investor. */
const europe: Document = {
  currency: "EUR", years: 6, enterpriseValue: "600000000", equityValue: null, netDebt: "120000000", refinanced: true, acquiredShare: 1, netDebtRate: 0,
  ebitda: "80000000", ebitdaGrowth: [0.02, 0.04, 0.05, 0.03], capitalExpenditure: 0.3, depreciation: 0.28, workingCapital: 0.2, taxRate: 0.25,
  synergies: { amount: "18000000", ramp: [0.2, 0.6, 1], costs: ["12000000", "8000000"] }, transactionCosts: 0.02, minimumCash: "10000000",
  senior: {
    leverage: 3, amount: null, baseRate: 0.025, margin: 0.0275, hedgingCost: 0.004, coverPremium: 0, fee: 0.02, termYears: 7,
    amortisation: [0.05, 0.05, 0.1, 0.1, 0.15, 0.15], sweep: 0.5,
  },
  mezzanine: { amount: "60000000", baseRate: 0.025, margin: 0.05, addedInterest: 0.03, fee: 0.025, termYears: 8 },
  acquirer: { shareholderLoan: "40000000", loanRate: 0.06, hedgingCost: 0, requiredReturn: 0.13 },
  partner: { equityShare: 0.3, hedgingCost: 0.005, currencyChange: 0.01, requiredReturn: 0.1 },
  exitMultiple: 7.5, maximumLeverage: 5, minimumInterestCover: 3, minimumCashCover: 1.1, rule: null,
};

const alone: Document = {
  ...europe,
  senior: {
    leverage: null, amount: "300000000", baseRate: 0.025, margin: 0.015, hedgingCost: 0.006, coverPremium: 0.006, fee: 0.01, termYears: 9,
    amortisation: [0, 0.05, 0.1, 0.1, 0.15, 0.15], sweep: 0.3,
  },
  mezzanine: null, partner: null, rule: "china-control",
};

const part: Document = {
  ...europe, refinanced: false, netDebtRate: 0.05, acquiredShare: 0.25, synergies: null, minimumCash: "2000000",
  senior: {
    leverage: null, amount: "50000000", baseRate: 0.025, margin: 0.015, hedgingCost: 0.006, coverPremium: 0.006, fee: 0.01, termYears: 7,
    amortisation: [0, 0.05, 0.1, 0.1, 0.15, 0.15], sweep: 0.3,
  },
  acquirer: { shareholderLoan: "0", loanRate: 0, hedgingCost: 0, requiredReturn: 0.1 },
  mezzanine: null, partner: null, rule: "china-minority",
};

export const acquisition: Job = {
  product: "acquisition",
  opening: { product: "acquisition", start: "2027-03-31", ...europe },
  presets: [
    { key: "acquisitionEurope", patch: europe },
    { key: "acquisitionAlone", patch: alone },
    { key: "acquisitionPart", patch: part },
  ],
  first: [
    "enterpriseValue", "currency", "netDebt", "refinanced", "acquiredShare", "ebitda", "ebitdaGrowth", "exitMultiple", "years", "taxRate",
    "acquirer.requiredReturn", "rule",
  ],
  sliders: {},
  aliases: { amount: "enterpriseValue" },
  either: [["enterpriseValue", "equityValue"]],
  kinds: {},
  headline: "acquirerReturn",
  options: {
    synergies: { add: { synergies: { amount: "18000000", ramp: [0.2, 0.6, 1], costs: ["12000000", "8000000"] } } },
    senior: { add: { senior: { leverage: 2, baseRate: 0.025, margin: 0.0275, termYears: 7, fee: 0.02 } } },
    mezzanine: { add: { mezzanine: { leverage: 0.5, baseRate: 0.025, margin: 0.05, termYears: 8, fee: 0.025 } } },
    partner: { add: { partner: { equityShare: 0.3, requiredReturn: 0.1 } } },
  },
  rows: [
    "partnerReturn", "sponsorsReturn", "breakEvenSynergy", "totalUses", "enterpriseValue", "equityValue", "entryMultiple", "exitMultiple",
    "exitValue", "openingLeverage", "highestLeverage", "debtShare", "loanToPrice", "leastInterestCover", "leastCashCover", "leastHeadroom",
  ],
  vary: "enterpriseValue",
};
