/** Settlement on the page: the trade, ready-made ones. Data only. */

import type { Job } from "../jobs.js";
import type { Document } from "../text/share.js";

/** An example of days. Fees of CIPS and of central banks' platforms are not public: a visitor gives them. */
const terms: Document = {
  transfer: { riskDays: 30 }, collection: { days: 14, riskDays: 14 }, credit: { riskDays: 7, defaultRate: 0.002 },
  cips: { riskDays: 30 }, cbdc: { riskDays: 30 }, platform: { days: 1, riskDays: 30 },
};

export const settlement: Job = {
  product: "settlement",
  opening: {
    product: "settlement", currency: "USD", amount: "500000", payerCountry: "THA", payeeCountry: "CHN", moneyRate: 0.05, defaultRate: 0.02,
    lossGivenDefault: 0.6, yuan: "0.14", ...terms,
  },
  presets: [
    {
      key: "corridor",
      patch: { ...terms, currency: "USD", amount: "500000", payerCountry: "THA", payeeCountry: "CHN", converts: false, yuan: "0.14", dollar: null },
    },
    {
      key: "yuan",
      patch: { ...terms, currency: "CNY", amount: "3000000", payerCountry: "HKG", payeeCountry: "CHN", converts: false, yuan: null, dollar: "7.1" },
    },
    {
      key: "exotic",
      patch: {
        ...terms, transfer: { riskDays: 30, spread: 0.004 }, collection: { days: 14, riskDays: 14, spread: 0.004 },
        credit: { riskDays: 7, defaultRate: 0.002, spread: 0.004 },
        currency: "USD", amount: "800000", payerCountry: "KAZ", payeeCountry: "CHN", converts: true, yuan: "0.14", dollar: null,
      },
    },
  ],
  first: [
    "amount", "currency", "payerCountry", "payeeCountry", "moneyRate", "defaultRate", "converts", "creditMonths", "confirmed", "yuan", "dollar",
  ],
  sliders: {},
  aliases: {},
  either: [],
  kinds: {},
  headline: "lowestCost",
  options: {
    transfer: { add: { transfer: { days: 3, riskDays: 30 } } },
    collection: { add: { collection: { days: 14, riskDays: 14 } } },
    credit: { add: { credit: { days: 7, riskDays: 7 } } },
    cips: { add: { cips: { riskDays: 30 } } },
    cbdc: { add: { cbdc: { riskDays: 30 } } },
    platform: { add: { platform: { days: 1, riskDays: 30 } } },
  },
  rows: ["cheapest", "fastest"],
  vary: "moneyRate",
};
