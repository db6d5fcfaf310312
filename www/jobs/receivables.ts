/** Receivables on the page: the deal, ready-made deals. Data only. */

import type { Job } from "../jobs.js";
import type { Document } from "../text/share.js";

/** A deal with nothing else: presets are laid over the deal on the screen. */
const plain: Document = {
  noteDays: null, cashDays: null, discount: null, discountRate: null, price: null, advanceRate: null, recourse: null, due: null,
  discounting: "straight", dayCount: "ACT/360", graceDays: 0, lateDays: 0, extensionDays: 0, commission: 0, fee: "0", chargesUpfront: false,
  country: null, supplierRate: 0.06, buyerRate: 0.03,
};

const note: Document = {
  method: "note", currency: "CNY", amount: "1000000", termDays: 60, noteDays: 180, discountRate: 0.03, supplierRate: 0.05, buyerRate: 0.025,
  country: "CHN",
};

export const receivables: Job = {
  product: "receivables",
  opening: { product: "receivables", ...note, start: "2027-01-15", dayCount: "ACT/360", defaultRate: 0.01, lossGivenDefault: 0.6 },
  presets: [
    { key: "note", patch: { ...plain, ...note } },
    {
      key: "discount",
      patch: { ...plain, method: "dynamic-discounting", currency: "USD", amount: "100000", termDays: 30, cashDays: 10, discount: 0.02, dayCount: "ACT/365F" },
    },
    {
      key: "factor",
      patch: { ...plain, method: "factoring", currency: "EUR", amount: "250000", termDays: 90, advanceRate: 0.85, discountRate: 0.055, commission: 0.006 },
    },
    {
      key: "forfait",
      patch: { ...plain, method: "forfaiting", currency: "USD", amount: "2000000", termDays: 540, discountRate: 0.065, discounting: "semi-annual-yield", graceDays: 5 },
    },
    {
      key: "programme",
      patch: { ...plain, method: "reverse-factoring", currency: "USD", amount: "500000", termDays: 60, extensionDays: 30, cashDays: 10, discountRate: 0.04 },
    },
  ],
  first: [
    "method", "amount", "currency", "start", "termDays", "noteDays", "cashDays", "discountRate", "discount", "advanceRate", "commission",
    "supplierRate", "buyerRate", "defaultRate", "dayCount",
  ],
  sliders: { termDays: { minimum: 0, maximum: 360, step: 5 } },
  aliases: {},
  either: [["termDays", "due"], ["discountRate", "discount"], ["discountRate", "price"], ["discount", "price"]],
  kinds: {},
  headline: "cash",
  rows: [
    "totalCost", "costShare", "effectiveRate", "quotedRate", "simpleRate", "discountYearly", "indifferenceRate", "daysToCash", "daysToCashWaiting",
    "daysGained", "costPerDay", "waitingCostPerDay", "released", "cashDate", "paymentDate", "discountAmount", "charges", "noteCost",
    "supplierValue", "supplierWaitingValue", "supplierGain", "buyerValue", "buyerWaitingValue", "buyerGain", "windowFrom", "windowTo",
    "expectedLossWaiting", "expectedLoss",
  ],
  vary: "discountRate",
};
