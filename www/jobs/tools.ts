/** The small tools on the page. Data only. */

import type { Job } from "../jobs.js";

export const cashFlow: Job = {
  product: "cash-flow",
  opening: {
    product: "cash-flow",
    dates: ["2027-01-15", "2027-07-15", "2028-01-15", "2028-07-15", "2029-01-15"],
    amounts: [-1000000, 280000, 280000, 280000, 280000],
    dayCount: "ACT/365F",
    rate: 0.06,
  },
  presets: [],
  first: ["dates", "amounts", "dayCount", "rate", "aprRule"],
  sliders: {},
  aliases: {},
  either: [["dates", "times"], ["rate", "rates"]],
  kinds: { rate: "rate", financeRate: "rate", reinvestRate: "rate" },
  headline: "xirr",
  rows: ["roots", "irr", "mirr", "apr", "xnpv", "xnfv"],
  target: "xnpv",
};

export const timeValue: Job = {
  product: "time-value",
  opening: { product: "time-value", nominalRate: 0.06, periodsPerYear: 12, periods: 60, presentValue: 200000 },
  presets: [],
  first: ["nominalRate", "periodsPerYear", "periods", "payment", "presentValue", "futureValue", "due"],
  sliders: {},
  aliases: {},
  either: [["rate", "nominalRate"]],
  kinds: { rate: "rate", nominalRate: "rate", effectiveRate: "rate" },
  headline: "payment",
};

export const yearFraction: Job = {
  product: "year-fraction",
  opening: { product: "year-fraction", dayCount: "ACT/ACT ISDA", start: "2027-01-15", end: "2028-03-31" },
  presets: [],
  first: ["dayCount", "start", "end"],
  sliders: {},
  aliases: {},
  either: [],
  kinds: {},
  headline: "yearFraction",
  target: null,
};

export const rounding: Job = {
  product: "rounding",
  opening: { product: "rounding", amount: "2.675", currency: "USD", strategy: "midpoint-away-from-zero" },
  presets: [],
  first: ["amount", "currency", "decimals", "strategy"],
  sliders: {},
  aliases: {},
  either: [["currency", "decimals"]],
  kinds: {},
  headline: "rounded",
  target: null,
};
