/** Projects and offers of money on the page. Data only; projects and offers are invented as an example and marked as such. */

import type { Job } from "../jobs.js";
import type { Document } from "../text/share.js";

/** Invented: no provider stands behind any of them. */
const offers: Document = {
  names: ["Policy bank A", "Commercial bank B", "Commercial bank C", "Green fund D", "Leasing company E", "Club of lenders F"],
  capacities: ["60000000", "40000000", "25000000", "30000000", "20000000", "80000000"],
  minAmounts: ["10000000", "2000000", "1000000", "5000000", "500000", "15000000"],
  maxAmounts: ["40000000", "20000000", "10000000", "20000000", "5000000", "60000000"],
  minTermMonths: [24, 6, 6, 36, 12, 36],
  maxTermMonths: [120, 60, 36, 120, 60, 84],
  currencies: ["USD | CNY | EUR", "USD | CNY", "CNY", "USD | EUR", "*", "USD | EUR"],
  countries: ["*", "*", "CHN | THA | MEX", "*", "CHN | MEX | BRA | THA", "*"],
  maxCategories: [6, 4, 7, 7, 7, 5],
  kinds: ["export-credit | plant", "*", "*", "*", "export-credit | dealer-stock | consumer", "plant | acquisition | export-credit"],
  stages: ["*", "construction | operation", "operation", "*", "operation", "*"],
  greenOnly: [false, false, false, true, false, false],
  loanToValue: ["0", "0.7", "0.8", "0", "0", "0.6"],
  rates: ["0.039", "0.051", "0.055", "0.034", "0.072", "0.061"],
  upfrontFees: ["0.008", "0.005", "0.003", "0.012", "0.01", "0.015"],
  profiles: ["equal-principal", "equal-principal", "bullet", "annuity", "annuity", "annuity"],
  decisionDays: [180, 60, 30, 150, 10, 90],
  preferences: ["*", "Buses to Mexico", "*", "Battery plant, Thailand", "*", "*"],
  illustrative: true,
};

const projects: Document = {
  names: ["Buses to Mexico", "Battery plant, Thailand", "Dealer stock, Brazil", "Parts maker’s receivables", "Motor research", "Purchase of a workshop chain"],
  amounts: ["12000000", "45000000", "6000000", "1500000", "8000000", "30000000"],
  termMonths: [60, 96, 12, 12, 60, 84],
  currencies: ["USD", "USD", "USD", "CNY", "EUR", "EUR"],
  countries: ["MEX", "THA", "BRA", "CHN", "CHN", "DEU"],
  kinds: ["export-credit", "plant", "dealer-stock", "working-capital", "research", "acquisition"],
  stages: ["operation", "construction", "operation", "operation", "development", "operation"],
  green: [true, true, false, false, true, false],
  collateral: ["18000000", "60000000", "4000000", "2500000", "0", "55000000"],
  expectedLosses: ["0.004", "0.009", "0.008", "0.012", "0.015", "0.006"],
};

/** Several like projects that want the same money. */
const rivals: Document = {
  names: ["Model A to Chile", "Model A to Peru", "Model B to Mexico", "Kits to Kazakhstan"],
  amounts: ["24000000", "18000000", "26000000", "15000000"],
  termMonths: [60, 48, 60, 36],
  currencies: ["USD"],
  countries: ["CHL", "PER", "MEX", "KAZ"],
  kinds: ["export-credit"],
  stages: ["operation"],
  green: [false, false, true, false],
  collateral: ["40000000", "28000000", "45000000", "26000000"],
  expectedLosses: ["0.003", "0.006", "0.004", "0.011"],
};

/** Less of the cheapest money, so that not all get it, and no minimum amounts. */
const scarce: Document = { ...offers, capacities: ["40000000", "40000000", "25000000", "30000000", "20000000", "80000000"], minAmounts: ["0"], preferences: ["Kits to Kazakhstan", "*", "*", "*", "*", "*"] };

export const matching: Job = {
  product: "matching",
  opening: { product: "matching", currency: "USD", projects, offers },
  presets: [
    { key: "chainProjects", patch: { projects, offers, weights: null } },
    { key: "rivalProjects", patch: { projects: rivals, offers: scarce, weights: null } },
    { key: "rivalWeights", patch: { projects: rivals, offers: scarce, weights: { cost: "0.4", speed: "0.4", coverage: "0.2" } } },
  ],
  first: ["projects.names", "projects.amounts", "currency", "projects.termMonths", "offers.names", "offers.capacities", "offers.rates", "offers.upfrontFees"],
  sliders: {},
  aliases: {},
  either: [],
  kinds: {},
  headline: "placedShare",
  rows: ["demand", "capacity", "eligiblePairs", "excludedPairs", "priceOfStability", "priceOfStabilityRate", "placedLess"],
  target: null,
  files: ["projects", "offers"],
  options: { weights: { add: { weights: { cost: "0.6", speed: "0.2", coverage: "0.2" } } } },
};
