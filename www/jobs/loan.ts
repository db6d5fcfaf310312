/** A loan on the page: its deal, what else it may have, ready-made loans. Data only. */

import type { Job, Option } from "../jobs.js";
import type { Document } from "../text/share.js";

/** What else a loan may have, each with an example that fits the opening deal. */
const loanOptions: Readonly<Record<string, Option>> = {
  drawdowns: { add: { graceInstalments: 6, drawdowns: { months: [0, 3], amounts: ["100000", "100000"] } }, remove: { graceInstalments: 0 } },
  floating: {
    add: { rate: null, floating: { dates: ["2027-01-15", "2029-01-15"], rates: [0.04, 0.045], margin: 0.02 } },
    remove: { rate: 0.06 },
  },
  steps: { add: { steps: { every: 12, share: 0.03 } } },
  custom: {
    add: { profile: "custom", instalments: 4, custom: { principal: ["50000", "50000", "50000", "50000"] } },
    remove: { profile: "annuity" },
  },
  skips: { add: { skips: { months: [7, 8] } } },
  prepayments: { add: { prepayments: { dates: ["2028-07-15"], amounts: ["20000"] } } },
  settlement: { add: { settlement: { date: "2029-01-15" } } },
  fees: { add: { fees: { arrangement: 0.01 } } },
  interestTax: { add: { interestTax: { rate: 0.1 } } },
};

/** A loan with nothing else: presets are laid over the deal on the screen. */
const plainLoan: Document = {
  currency: "USD", start: "2027-01-15", frequency: "monthly", profile: "annuity", dayCount: "30/360", graceInstalments: 0, balloon: "0",
  aprRule: null, businessDays: null, steps: null, custom: null, skips: null, drawdowns: null, floating: null, prepayments: null,
  settlement: null, fees: null, interestTax: null,
};

export const loan: Job = {
  product: "loan",
  opening: {
    product: "loan",
    currency: "USD",
    principal: "200000",
    rate: 0.06,
    start: "2027-01-15",
    frequency: "monthly",
    instalments: 60,
    profile: "annuity",
    dayCount: "30/360",
  },
  presets: [
    { key: "level", patch: { ...plainLoan, principal: "200000", rate: 0.06, instalments: 60 } },
    {
      key: "car",
      patch: {
        ...plainLoan, principal: "35000", rate: 0.059, instalments: 48, balloon: "12000", aprRule: "eu-consumer-credit",
        fees: { arrangement: 0.01 },
      },
    },
    {
      key: "construction",
      patch: {
        ...plainLoan, principal: "2000000", rate: 0.065, instalments: 120, graceInstalments: 12,
        drawdowns: { months: [0, 3, 6, 9], amounts: ["500000", "500000", "500000", "500000"] }, fees: { commitment: 0.005 },
      },
    },
    {
      key: "floating",
      patch: {
        ...plainLoan, principal: "1000000", frequency: "quarterly", instalments: 20, rate: null,
        floating: {
          dates: ["2027-01-15", "2028-01-15", "2029-01-15", "2030-01-15"], rates: [0.04, 0.05, 0.06, 0.045], margin: 0.02, cap: 0.075, floor: 0.03,
        },
      },
    },
    {
      key: "settled",
      patch: {
        ...plainLoan, principal: "20000", rate: 0.09, instalments: 36, settlement: { date: "2028-07-15", method: "rule-of-78" },
      },
    },
  ],
  first: [
    "principal",
    "currency",
    "rate",
    "instalments",
    "start",
    "graceInstalments",
    "frequency",
    "profile",
    "dayCount",
    "balloon",
    "aprRule",
  ],
  sliders: {},
  aliases: { amount: "principal" },
  either: [
    ["steps.share", "steps.amount"],
    ["custom.principal", "custom.payments"],
    ["drawdowns.dates", "drawdowns.months"],
  ],
  kinds: { "steps.share": "share" },
  headline: "instalment",
  options: loanOptions,
  rows: [
    "totalCost", "totalInterest", "totalFees", "feesAtStart", "totalTax", "totalPaid", "apr", "effectiveRate",
    "effectiveRateWithoutFees", "nominalRate", "compounding", "averageLifeYears", "settlement",
  ],
};
