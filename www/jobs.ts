/**
 * What the page offers, in a visitor's order: with which deal each job opens, which fields are in sight, and
 * ready-made deals. Data only; a product that is not here gets a plain form of its required fields.
 */

import { acquisition } from "./jobs/acquisition.js";
import { chain } from "./jobs/chain.js";
import { captive } from "./jobs/captive.js";
import { fund } from "./jobs/fund.js";
import { green } from "./jobs/green.js";
import { fxHedge } from "./jobs/fx-hedge.js";
import { floorplan } from "./jobs/floorplan.js";
import { creditAccess } from "./jobs/credit-access.js";
import { landed } from "./jobs/landed.js";
import { loan } from "./jobs/loan.js";
import { matching } from "./jobs/matching.js";
import { plant } from "./jobs/plant.js";
import { receivables } from "./jobs/receivables.js";
import { retail } from "./jobs/retail.js";
import { riskWeight } from "./jobs/risk-weight.js";
import { route } from "./jobs/route.js";
import { settlement } from "./jobs/settlement.js";
import type { Kind } from "./schema/schema.js";
import type { Document } from "./text/share.js";

export interface Preset {
  /** Key of its name in the locales. */
  key: string;
  /** Laid over the request that is on the screen. */
  patch: Document;
}

export interface Slider {
  minimum: number;
  maximum: number;
  step: number;
}

/** One entry of the navigation. */
export interface Want {
  /** Key of its name in the locales. */
  key: string;
  products: readonly string[];
}

/** How a group of fields that may be left out is put into a deal and taken out of it. */
export interface Option {
  /** Laid over the request when it is put in; its dates belong to the opening deal and move with the year of the start. */
  add: Document;
  /** Laid over the request when it is taken out, beside the group itself. */
  remove?: Document;
  /** The group is large: only what `add` gives is in sight, the rest stands under "more". */
  folded?: boolean;
}

export interface Job {
  product: string;
  opening: Document;
  presets: readonly Preset[];
  /** Paths of the fields in sight, in order; the rest stands under "more". Empty: the required ones. */
  first: readonly string[];
  sliders: Readonly<Record<string, Slider>>;
  /** Attributes of the element that mean a field of another name here. */
  aliases: Readonly<Record<string, string>>;
  /** Fields of which only one is given: choosing one takes the other out. */
  either: readonly (readonly [string, string])[];
  /** Fields that are given as a plain number and mean more. */
  kinds: Readonly<Record<string, Kind>>;
  /** Amounts that are not in the deal's currency, by path, with the path of their own. */
  currencies?: Readonly<Record<string, string>>;
  /** The value of the quote that is the answer. */
  headline: string;
  /** Groups of fields by path, where putting one in needs more than an empty record. */
  options?: Readonly<Record<string, Option>>;
  /** Values of the quote that come first, in order. */
  rows?: readonly string[];
  /** The value that "what would it take" asks about first, where it is not the headline; null: the job has no such panel. */
  target?: string | null;
  /** Groups of columns that may come from a file; a preset or a file replaces them whole. */
  files?: readonly string[];
  /** The input that it changes first, where that is not the first one in sight. */
  vary?: string;
  /** Where groups of fields have their names from: the beginnings of keys in the locales, by the group's path; "" for all. */
  lent?: Readonly<Record<string, readonly string[]>>;
  /** Fields and groups by path that the form offers only where they are given: other things fill them. */
  unoffered?: readonly string[];
  /** Laid over the request for that panel: what it does not need, and what takes long. */
  lighter?: Document;
}

/** A bank's credit that is drawn as it comes: presets are laid over the deal on the screen. */
const drawnEvenly: Document = { creditType: "buyer-credit", forfaiting: null, drawdowns: null, interestDuringDrawdown: null };
/** A bank's offer, as an example. */
const forfaiting: Document = {
  discountRate: 0.058, discounting: "semi-annual-yield", dayCount: "ACT/360", graceDays: 5, commission: 0, commitmentFee: 0.005, commitmentDays: 90,
};

const exportCredit: Job = {
  product: "export-credit",
  opening: {
    product: "export-credit",
    exporterCountry: "CHN",
    country: "MEX",
    buyer: "CC2",
    goods: "buses",
    currency: "USD",
    contractValue: "12500000",
    downPayment: 0.15,
    localCosts: "0",
    creditType: "buyer-credit",
    start: "2027-01-15",
    disbursementMonths: 12,
    repaymentMonths: 60,
    frequency: "semi-annual",
    profile: "equal-principal",
    rate: 0.052,
    dayCount: "30/360",
    cover: { rules: "oecd-minimum", commercial: 0.95, political: 0.95, premiumPayment: "financed", quality: "standard" },
    fees: { arrangement: 0.01, commitment: 0.005 },
    spreadWithoutCover: 0.059,
  },
  presets: [
    {
      key: "vehicles",
      patch: { ...drawnEvenly, goods: "buses", contractValue: "12500000", disbursementMonths: 12, repaymentMonths: 60 },
    },
    {
      key: "kits",
      patch: { ...drawnEvenly, goods: "ckd-kits", contractValue: "6000000", disbursementMonths: 6, repaymentMonths: 36 },
    },
    {
      key: "parts",
      patch: { ...drawnEvenly, goods: "parts", contractValue: "1500000", disbursementMonths: 6, repaymentMonths: 24 },
    },
    {
      key: "plant",
      patch: { ...drawnEvenly, goods: "plant-equipment", contractValue: "40000000", disbursementMonths: 24, repaymentMonths: 96 },
    },
    {
      key: "supplierCredit",
      patch: {
        ...drawnEvenly, goods: "buses", contractValue: "12500000", disbursementMonths: 0, repaymentMonths: 60, bank: null,
        creditType: "supplier-credit", forfaiting,
      },
    },
    {
      key: "construction",
      patch: {
        creditType: "buyer-credit", forfaiting: null, goods: "plant-equipment", contractValue: "40000000", disbursementMonths: 24, repaymentMonths: 96,
        drawdowns: { months: [0, 4, 9, 15, 24], shares: [0.2, 0.25, 0.25, 0.2, 0.1] }, interestDuringDrawdown: "capitalised",
      },
    },
  ],
  first: [
    "country",
    "buyer",
    "contractValue",
    "currency",
    "repaymentMonths",
    "downPayment",
    "disbursementMonths",
    "rate",
    "spreadWithoutCover",
    "cover.commercial",
    "cover.political",
    "cover.premiumPayment",
  ],
  sliders: { repaymentMonths: { minimum: 24, maximum: 180, step: 6 } },
  aliases: { amount: "contractValue" },
  either: [["buyer", "rating"], ["drawdowns.dates", "drawdowns.months"], ["drawdowns.amounts", "drawdowns.shares"]],
  kinds: { "bank.obligorWeight": "share", "bank.guarantorWeight": "share" },
  headline: "allInRate",
  vary: "rate",
  options: {
    deposit: { add: { deposit: { share: 0.1 } } },
    forfaiting: { add: { creditType: "supplier-credit", bank: null, forfaiting } },
    // An example of a bank: every number is its own to give.
    bank: {
      add: {
        creditType: "buyer-credit", forfaiting: null,
        bank: {
          approach: "standardised", exposureClass: "corporate", defaultProbability: 0.02, lossGivenDefault: 0.4, capitalRatio: 0.105,
          baseRate: 0.036, fundingSpread: 0.004, operatingCost: 0.002, taxRate: 0.25, targetReturn: 0.12,
        },
      },
    },
    drawdowns: { add: { drawdowns: { months: [0, 3, 6], shares: [0.5, 0.3, 0.2] } } },
    // Two yields of one day (FRED, DGS2 and DGS10): an example, not the month that the rule asks for.
    cirr: {
      add: {
        rate: null, floating: null,
        cirr: { dates: ["2026-09-08", "2026-09-08"], maturities: [2, 10], yields: [0.0439, 0.048], margin: 0.01, decimals: 2 },
      },
      remove: { rate: 0.052 },
    },
    floating: {
      add: {
        rate: null, cirr: null,
        floating: { dates: ["2027-01-15", "2028-01-15", "2029-01-15"], rates: [0.0385, 0.04, 0.042], margin: 0.0125 },
      },
      remove: { rate: 0.052 },
    },
  },
};

const cover: Job = {
  product: "export-credit-cover",
  opening: {
    product: "export-credit-cover",
    country: "KAZ",
    buyer: "CC2",
    currency: "USD",
    amount: "10000000",
    disbursementMonths: 12,
    repaymentMonths: 60,
    rate: 0.06,
    cover: { commercial: 0.95, political: 0.95 },
    rules: "every",
  },
  presets: [],
  first: [
    "country",
    "buyer",
    "amount",
    "currency",
    "disbursementMonths",
    "repaymentMonths",
    "cover.commercial",
    "cover.political",
    "rate",
    "rules",
    "paymentsPerYear",
    "quality",
  ],
  sliders: {},
  aliases: {},
  either: [["buyer", "rating"]],
  kinds: {},
  headline: "premiumRate",
  vary: "repaymentMonths",
  options: { marketCurve: { add: { marketCurve: { tenors: [1, 5, 10], spreads: [0.01, 0.02, 0.03] } } } },
};

const investment: Job = {
  product: "investment-cover",
  opening: {
    product: "investment-cover",
    country: "VNM",
    currency: "EUR",
    equity: "20000000",
    shareholderLoans: "0",
    returns: "0",
    start: "2027-01-15",
    holdingYears: 10,
    expectedReturn: 0.12,
    discountRate: 0.05,
    rules: "every",
  },
  presets: [],
  first: [
    "country",
    "equity",
    "shareholderLoans",
    "currency",
    "returns",
    "holdingYears",
    "expectedReturn",
    "discountRate",
    "equityCover",
    "loanCover",
  ],
  sliders: {},
  aliases: { amount: "equity" },
  either: [],
  kinds: {},
  headline: "premium",
};

const shortTerm: Job = {
  product: "short-term-cover",
  opening: {
    product: "short-term-cover",
    policy: "whole-turnover",
    currency: "USD",
    start: "2027-01-01",
    country: "MEX",
    turnover: "20000000",
    termDays: 180,
    payment: "open-account",
    insuredShare: 0.9,
    aggregateFirstLoss: "50000",
    margin: 0.08,
    losses: { amounts: ["400000"] },
  },
  presets: [
    { key: "distributor", patch: { country: "MEX", turnover: "20000000", termDays: 180, payment: "open-account", trade: "export" } },
    { key: "kits", patch: { country: "KAZ", turnover: "12000000", termDays: 120, payment: "documents-against-acceptance", trade: "export" } },
    { key: "parts", patch: { country: "BRA", turnover: "3000000", termDays: 60, payment: "open-account", trade: "export" } },
    { key: "domestic", patch: { country: null, turnover: "8000000", termDays: 90, payment: "open-account", trade: "domestic" } },
  ],
  first: [
    "country",
    "turnover",
    "currency",
    "termDays",
    "payment",
    "insuredShare",
    "policy",
    "trade",
    "premiumRate",
    "minimumPremium",
    "aggregateFirstLoss",
    "maximumLiability",
    "defaultRate",
    "margin",
    "losses.amounts",
  ],
  sliders: { termDays: { minimum: 0, maximum: 360, step: 15 } },
  aliases: { amount: "turnover" },
  either: [],
  kinds: {},
  headline: "premium",
  options: {
    book: {
      add: {
        turnover: null, termDays: null, country: null,
        book: { countries: ["MEX", "BRA"], turnover: ["1000000", "2000000"], termDays: [90, 120], defaultRates: [0.01, 0.02] },
      },
      remove: { turnover: "20000000", termDays: 180, country: "MEX" },
    },
    preShipment: { add: { preShipment: { months: 3, premiumRate: 0.001 } } },
    technical: { add: { defaultRate: 0.01, technical: { expenseShare: 0.3, capitalShare: 0.1, capitalCost: 0.1 } } },
  },
};

const country: Job = {
  product: "country-risk",
  opening: { product: "country-risk", country: "MEX", compare: ["BRA", "CHL", "KAZ", "THA", "TUR"] },
  presets: [],
  first: [],
  sliders: {},
  aliases: {},
  either: [],
  kinds: {},
  headline: "category",
  target: null,
  options: { sovereignCurve: { add: { sovereignCurve: { tenors: [1, 5, 10], spreads: [0.01, 0.02, 0.03] } } } },
};

const cashFlow: Job = {
  product: "cash-flow",
  opening: {
    product: "cash-flow",
    dates: ["2027-01-15", "2027-07-15", "2028-01-15", "2028-07-15", "2029-01-15"],
    amounts: ["-1000000", "280000", "280000", "280000", "280000"],
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

const timeValue: Job = {
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

const yearFraction: Job = {
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

const rounding: Job = {
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

const jobs: readonly Job[] = [exportCredit, shortTerm, cover, investment, receivables, settlement, captive, plant, acquisition, green, fund, fxHedge, landed, route, chain, creditAccess, matching, country, loan, cashFlow, timeValue, yearFraction, rounding, riskWeight, floorplan, retail];

/** What people want, in the page's order, and the jobs that serve it. */
const wants: readonly Want[] = [
  { key: "sell", products: ["export-credit"] },
  { key: "insure", products: ["short-term-cover", "export-credit-cover", "investment-cover"] },
  { key: "pay", products: ["receivables", "settlement", "fx-hedge"] },
  { key: "fund", products: ["floorplan", "retail", "captive", "fund"] },
  { key: "compare", products: ["landed-cost", "route", "chain"] },
  { key: "build", products: ["plant", "acquisition", "green"] },
  { key: "eligible", products: ["credit-access", "matching"] },
  { key: "look", products: ["country-risk"] },
  { key: "tools", products: ["loan", "cash-flow", "time-value", "year-fraction", "rounding", "risk-weight"] },
];

/** The offered products by what they serve; what serves nothing named here is a tool. */
export function wanted(offered: readonly string[]): Want[] {
  const keyOf = (product: string) => wants.find(({ products }) => products.includes(product))?.key ?? "tools";
  const keys = [...new Set(offered.map(keyOf))];
  return keys.map((key) => ({ key, products: offered.filter((product) => keyOf(product) === key) }));
}

/** The job of a product; a plain one for a product that has none here. */
export function jobOf(product: string): Job {
  const nothing = { presets: [], first: [], sliders: {}, aliases: {}, either: [], kinds: {}, headline: "" };
  const plain: Job = { product, opening: { product }, ...nothing };
  return jobs.find((job) => job.product === product) ?? plain;
}

/** The products in the order in which the page offers them; those that have no job of their own come last. */
export function inOrder(products: readonly string[]): string[] {
  const known = jobs.map((job) => job.product).filter((product) => products.includes(product));
  return [...known, ...products.filter((product) => !known.includes(product))];
}
