/** A car paid over time on the page: its contract, ready-made ones, what else it may have. Data only. */

import type { Job } from "../jobs.js";
import type { Document } from "../text/share.js";

/** An example of a car that loses value as many do; a visitor's own path takes its place. */
const value = { months: [12, 24, 36, 48, 60], shares: [0.78, 0.64, 0.53, 0.44, 0.37] };

const plain: Document = {
  deposit: "0", makerContribution: "0", dealerContribution: "0", finalValue: "0", finalPayment: "beside", advancePayments: null, rate: null,
  moneyFactor: null, payment: null, aprRule: null, firstPayment: null, fees: null, insurance: null, subvention: null, paymentTax: 0, priceTax: 0,
  securityDeposit: "0", settlement: null,
};

export const retail: Job = {
  product: "retail",
  opening: {
    product: "retail", agreement: "balloon", country: "DEU", currency: "EUR", price: "29000", deposit: "4000", start: "2027-01-15", months: 48,
    rate: 0.079, finalValue: "10000", value, risk: { defaultRate: 0.02, saleCost: 0.1 },
  },
  presets: [
    {
      key: "pcp",
      patch: {
        ...plain, agreement: "balloon", country: "GBR", currency: "GBP", price: "27045", deposit: "2000", makerContribution: "2725", months: 48,
        payment: "363.47", finalValue: "10000", finalPayment: "alone", value,
      },
    },
    {
      key: "hirePurchase",
      patch: {
        ...plain, agreement: "hire-purchase", country: "IRL", currency: "EUR", price: "23900", deposit: "5975", months: 60, payment: "354.09",
        fees: { withFirst: "75", withLast: "75" }, value,
      },
    },
    {
      key: "supported",
      patch: {
        ...plain, agreement: "loan", country: "ESP", currency: "EUR", price: "24000", deposit: "6000", months: 36, rate: 0,
        subvention: { standardRate: 0.075, makerShare: 0.8 }, value,
      },
    },
    {
      key: "lease",
      patch: {
        ...plain, agreement: "lease", country: "USA", currency: "USD", price: "24000", months: 36, payment: "488.53", finalValue: "12000", value,
      },
    },
  ],
  first: ["agreement", "country", "currency", "price", "deposit", "months", "rate", "payment", "finalValue", "finalPayment", "makerContribution"],
  sliders: { months: { minimum: 12, maximum: 84, step: 12 } },
  aliases: { amount: "price" },
  either: [["rate", "payment"], ["rate", "moneyFactor"], ["payment", "moneyFactor"]],
  kinds: {},
  headline: "payment",
  rows: ["apr", "effectiveRate", "impliedLeaseRate", "nominalRate", "totalPayable", "amountFinanced", "totalInterest", "dueAtStart", "lastPayment"],
  vary: "rate",
  options: {
    fees: { add: { fees: { onCredit: "300" } } },
    insurance: { add: { insurance: { monthly: "20", required: true } } },
    subvention: { add: { subvention: { standardRate: 0.09 } } },
    value: { add: { value } },
    risk: { add: { risk: { defaultRate: 0.02, lossGivenDefault: 0.4 } } },
    settlement: { add: { settlement: { date: "2028-07-15" } } },
  },
};
