/**
 * What the page offers, in a visitor's order: with which deal each job opens, which fields are in sight, and
 * ready-made deals. Data only; a product that is not here gets a plain form of its required fields.
 */

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
  /** Values of the quote that are given as a plain number, or mean something else elsewhere. */
  means?: Readonly<Record<string, Kind>>;
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
  /** Fields that may have a value for each row of a file: those that do are no fields of the form. */
  columns?: readonly string[];
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

/** The jobs that are here: those of the first answer, then all. */
let jobs: readonly Job[] = [exportCredit, cover, country];

/** Adds the jobs that come after the first answer. */
export function addJobs(further: readonly Job[]): void {
  const known = new Set(jobs.map(({ product }) => product));
  jobs = [...jobs, ...further.filter(({ product }) => !known.has(product))];
}

/** What people want, in the page's order, and the jobs that serve it. */
const wants: readonly Want[] = [
  { key: "sell", products: ["export-credit"] },
  { key: "insure", products: ["short-term-cover", "export-credit-cover", "investment-cover"] },
  { key: "pay", products: ["receivables", "settlement", "fx-hedge"] },
  { key: "fund", products: ["floorplan", "retail", "captive", "fund"] },
  { key: "build", products: ["plant", "acquisition", "green"] },
  { key: "compare", products: ["landed-cost", "route", "chain"] },
  { key: "eligible", products: ["credit-access", "matching"] },
  { key: "check", products: ["portfolio"] },
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

/** The products in the order in which the page offers them; those that serve nothing named here come last. */
export function inOrder(products: readonly string[]): string[] {
  const known = wants.flatMap((want) => want.products).filter((product) => products.includes(product));
  return [...known, ...products.filter((product) => !known.includes(product))];
}
