/** An overseas auto finance company on the page: a company that has an answer, what it may have, ready-made ones. Data only. */

import type { Job, Option } from "../jobs.js";
import type { Document } from "../text/share.js";

const loans: Document = {
  contracts: [250, 450, 650], growth: 0.04, contractAmount: "300000", termMonths: 48, rate: 0.145, subvention: 0.02, prepayment: 0.06,
  defaultRate: 0.03, lossGivenDefault: 0.45, recoveryMonths: 6, stageTwoShare: 0.06, acquisitionCost: "4000", servicingCost: "60",
};
const balloons: Document = {
  contracts: [80, 150, 220], growth: 0.04, contractAmount: "350000", termMonths: 36, rate: 0.14, balloon: 0.4, residualLoss: 0.05,
  prepayment: 0.05, defaultRate: 0.025, lossGivenDefault: 0.45, recoveryMonths: 6, stageTwoShare: 0.05, acquisitionCost: "4000",
  servicingCost: "60",
};
const leases: Document = {
  contracts: [40, 80, 120], growth: 0.04, contractAmount: "380000", termMonths: 36, rate: 0.15, balloon: 0.35, residualLoss: 0.08,
  prepayment: 0.03, defaultRate: 0.02, lossGivenDefault: 0.35, recoveryMonths: 4, stageTwoShare: 0.04, acquisitionCost: "4500",
  servicingCost: "80",
};
const wholesale: Document = {
  contracts: [400, 700, 1000], growth: 0.04, contractAmount: "320000", profile: "bullet", termMonths: 3, rate: 0.035, floatingRate: true,
  defaultRate: 0.01, lossGivenDefault: 0.3, recoveryMonths: 3, servicingCost: "20",
};
const guarantee: Document = { coveredShare: 0.8, annualPremiumRate: 0.008, coveredRiskWeight: 0.2 };
const parent: Document = { currency: "USD", fundingShare: 0.3, rate: 0.065, termMonths: 36 };
const localBanks: Document = { fundingShare: 0.4, rate: 0.025, floatingRate: true, termMonths: 12 };
const securitisation: Document = { fundingShare: 0.3, rate: 0.11, termMonths: 36, amortising: true };
const bonds: Document = { fundingShare: 0.1, rate: 0.105, termMonths: 48 };
const foreign: Document = { currency: "USD", exchangeRates: [18.5, 18.9, 19.3, 19.7], referenceRates: [0.04] };

/** What else the company may have. */
const options: Readonly<Record<string, Option>> = {
  loans: { add: { loans } },
  "loans.cover": { add: { loans: { cover: guarantee } } },
  "balloons.cover": { add: { balloons: { cover: guarantee } } },
  "leases.cover": { add: { leases: { cover: guarantee } } },
  "wholesale.cover": { add: { wholesale: { cover: guarantee } } },
  balloons: { add: { balloons } },
  leases: { add: { leases } },
  wholesale: { add: { wholesale } },
  parent: { add: { parent: { ...parent, currency: null } } },
  localBanks: { add: { localBanks } },
  securitisation: { add: { securitisation } },
  bonds: { add: { bonds } },
  foreign: { add: { foreign } },
  secondForeign: { add: { secondForeign: { currency: "CNY", exchangeRates: [2.6, 2.65, 2.7] } } },
};

export const captive: Job = {
  product: "captive",
  opening: {
    product: "captive", currency: "MXN", start: "2027-01-01", years: 10, loans, balloons, wholesale, parent, localBanks, securitisation,
    referenceRates: [0.085, 0.08, 0.075], foreign, initialCapital: "400000000", capitalRatio: 0.105, payout: 0.3, costOfEquity: 0.14,
    fixedCosts: "5000000", costGrowth: 0.04, taxRate: 0.3, minimumCash: "20000000", cashRate: 0.06,
  },
  presets: [
    { key: "captiveRetail", patch: { loans, balloons, leases: null, wholesale: null } },
    { key: "captiveDealers", patch: { loans, balloons: null, leases: null, wholesale } },
    { key: "captiveCovered", patch: { loans: { ...loans, cover: guarantee }, balloons, leases: null, wholesale } },
  ],
  first: [
    "currency", "years", "initialCapital", "capitalRatio", "costOfEquity", "payout", "fixedCosts", "costGrowth", "taxRate", "referenceRates",
  ],
  sliders: {},
  aliases: { amount: "initialCapital" },
  either: [],
  kinds: {},
  headline: "equityReturn",
  options,
  vary: "loans.rate",
  rows: [
    "value", "capitalNeeded", "breakEvenMonth", "firstProfitMonth", "peakBook", "peakFunding", "peakFundingMonth", "totalProfit", "dividends",
    "closingEquity",
  ],
};
