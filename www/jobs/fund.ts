import type { Job } from "../jobs.js";

/** A fund of public and private money. */
export const fund: Job = {
  product: "fund",
  opening: {
    product: "fund",
    currency: "USD",
    start: "2027-01-15",
    tranches: {
      providers: ["sponsor", "special-fund", "development-bank", "commercial"],
      amounts: ["10000000", "20000000", "30000000", "40000000"],
      rates: [0.12, 0.02, 0.035, 0.06],
      termMonths: [120, 180, 144, 84],
      graceMonths: [60, 60, 36, 12],
    },
    lossRates: [0.05, 0.1, 0.2, 0.4],
    grantRule: "imf-world-bank",
  },
  presets: [
    {
      key: "exportFund",
      patch: {
        tranches: {
          providers: ["sponsor", "special-fund", "development-bank", "commercial"],
          amounts: ["10000000", "20000000", "30000000", "40000000"],
          rates: [0.12, 0.02, 0.035, 0.06], termMonths: [120, 180, 144, 84], graceMonths: [60, 60, 36, 12],
        },
        lossRates: [0.05, 0.1, 0.2, 0.4], grantRule: "imf-world-bank",
      },
    },
    {
      key: "concessional",
      patch: {
        tranches: { providers: ["development-bank"], amounts: ["50000000"], rates: [0.02], termMonths: [240], graceMonths: [60] },
        lossRates: [0.1], grantRule: "imf-world-bank",
      },
    },
    {
      key: "blended",
      patch: {
        tranches: {
          providers: ["special-fund", "sponsor", "commercial"], amounts: ["15000000", "15000000", "70000000"],
          rates: [0.01, 0.1, 0.065], termMonths: [180, 120, 96], graceMonths: [60, 36, 12],
        },
        lossRates: [0.05, 0.15, 0.3, 0.5], grantRule: "oecd-lower-middle-income",
      },
    },
  ],
  first: [
    "tranches.providers",
    "tranches.amounts",
    "currency",
    "tranches.rates",
    "tranches.termMonths",
    "tranches.graceMonths",
    "tranches.lossOrder",
    "lossRates",
    "grantRule",
  ],
  sliders: {},
  aliases: {},
  either: [["grantRule", "discountRate"]],
  kinds: {},
  headline: "blendedRate",
  rows: ["costOfCapital", "grantElement", "grant", "leverage", "firstLossCoverage"],
};
