/**
 * What values of a quote mean that the schema gives as plain numbers or text: the engine computes them, so they
 * have no bounds and no kind of a field.
 */

import type { Kind } from "./schema.js";

const MEANINGS: Partial<Record<Kind, readonly string[]>> = {
  rate: [
    "premiumRate", "annualSpread", "naiveAnnualSpread", "allInRate", "allInRateNominal", "rate", "leftOutRate",
    "extraRate", "breakEvenSpread", "effectiveRate", "annualCost", "impliedLeaseRate", "makerShareOfPrice", "effectiveRateWithoutFees", "rates", "nominalRate", "xirr", "irr", "roots", "spread",
    "defaultProbability", "rangeLow", "rangeHigh", "apr", "aprDisclosed", "mirr",
    "returnBefore", "returnAfter", "returnTaken",
    "equityReturn", "netInterestMargin", "costToIncome", "returnOnAssets", "returnOnEquity",
    "placedShare", "priceOfStabilityRate", "threeYearRate", "benchmarkRate", "lowerRate", "upperRate", "scoreIfComplete", "wouldAdd",
    "effectiveDuty", "effectiveLevies",
    "carryRate", "volatility",
    "acquirerReturn", "partnerReturn", "sponsorsReturn", "debtShare", "loanToPrice", "leastHeadroom", "headroom", "firstChange", "breakEvenRate", "shareOfPrice", "changeRate", "margin", "change", "equityShare", "ownReturn", "share",
    "projectReturn", "gearing", "utilisation",
    "blendedRate", "costOfCapital", "firstLossCoverage", "discountRate", "grantElement", "attachment", "detachment",
    "earnedShare", "shareOfTurnover", "shareOfMargin", "lossRatio", "breakEvenDefaultRate", "averageRate",
    "coveredShare", "coveredWeight", "uncoveredWeight", "riskWeight", "fundingRate", "dealMargin", "neededMargin", "neededRate", "costMargin", "lossMargin",
    "capitalMargin", "feeMargin", "returnOnCapital", "marginSaved", "capital", "expectedLoss", "conditionalDefaultRate", "correlation",
    "costShare", "discountYearly", "indifferenceRate", "quotedRate", "simpleRate", "windowFrom", "windowTo",
  ],
  amount: [
    "contractValue", "downPayment", "creditAmount", "financedPremium", "loanAmount", "maximumCredit", "premium",
    "premiumBase", "credit", "totalCost", "money", "leftOutMoney", "extraCost", "xnpv", "xnfv", "part", "last",
    "payment", "presentValue", "futureValue", "breakEvenSynergy",
  ],
  ratio: [
    "dscr", "minimumDscr", "averageDscr", "sculptedDscr", "llcr", "llcrWithoutReserve", "plcr", "plcrWithoutReserve", "vehicles",
    "breakEvenVolume", "entryMultiple", "exitMultiple", "openingLeverage", "highestLeverage", "leastInterestCover", "leastCashCover",
    "moneyMultiple", "multiple", "leverage", "interestCover", "cashCover",
    "year", "cashCycleDays", "changeDays", "kilometres", "aheadKilometres", "electricTonnes", "combustionTonnes", "tonnesAvoided", "tonnes",
  ],
  years: ["paybackYears", "horizonYears", "averageLifeYears", "countedYears", "years", "effectiveMaturityYears"],
};

const PLAIN = new Set<Kind>(["text", "number", "decimal", "integer"]);

/** The kind of a value of a quote by its name, where the schema's own says less. */
export function meaningOf(name: string, kind: Kind): Kind {
  if (!PLAIN.has(kind)) return kind;
  const found = Object.entries(MEANINGS).find(([, names]) => names.includes(name));
  return found ? (found[0] as Kind) : kind;
}
