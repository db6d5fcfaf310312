/** A model's whole way on the page: ready-made ways whose numbers are illustrations; duties and the premium grid are the tables'. Data only. */

import type { Job } from "../jobs.js";
import type { Document } from "../text/share.js";

const landing: Document = {
  drive: "combustion", mode: "built-up", maker: null, preference: false, freight: "900", insurance: "60", clearance: "250", dutyRate: null, additionalDutyRate: null, vatRate: null,
  dealerMargin: 0.08,
};
const suppliers: Document = { method: "reverse-factoring", partsShare: 0.7, margin: 0.01, advanceRate: null, noteDays: null, commission: 0.001, fee: "0" };
const transit: Document = { margin: 0.01 };
const cover: Document = {
  insuredShare: 0.9, payment: "open-account", premiumRate: null, minimumPremium: "0", category: null, defaultRate: 0.015, lossGivenDefault: 0.6,
};
const funding: Document = { margin: 0.012, advanceRate: 0.9, commission: 0 };
const credit: Document = {
  goods: "buses", buyer: "CC2", rating: null, disbursementMonths: 12, repaymentMonths: 60, downPayment: 0.15, margin: 0.015, rules: "oecd-minimum",
  insuredShare: 0.95, premiumPayment: "financed", arrangement: 0.01,
};
const payment: Document = {
  channel: "telegraphic-transfer", payments: 12, fixedFees: "60", feeRate: null, spread: null, days: 2, defaultRate: null, riskDays: null, makerShare: 0.5,
};
const hedge: Document = { homeCurrency: "CNY", spot: 7.1, homeRate: 0.018, forwardPoints: null, hedged: 0.75 };
const dealers: Document = { margin: 0.045, advanceRate: 1, freeDays: 15, unitFee: "20", support: "0" };
const buyers: Document = { price: null, financedShare: 0.6, depositShare: 0.2, months: 48, margin: 0.08, supportedRate: 0.089, fee: "0" };
const service: Document = { turnoverPerVehicle: "180", creditDays: 60, insuredShare: 0.9, premiumRate: null, defaultRate: 0.01 };

const mexico: Document = {
  currency: "USD", country: "MEX", origin: "CHN", vehicles: 12000, price: "16000", factoryCost: "13500", baseRate: 0.04,
  partsDays: 60, productionDays: 25, shippingDays: 45, creditDays: 90, dealerDays: 60,
  landing, suppliers, transit, cover, funding, credit: null, payment, hedge, dealers, buyers, service,
};
const thailand: Document = {
  ...mexico, country: "THA", vehicles: 8000, price: "15000", factoryCost: "12600", partsDays: 30, productionDays: 20, shippingDays: 15, creditDays: 60, dealerDays: 45,
  landing: { ...landing, drive: "battery", preference: true, freight: "500", insurance: "50", clearance: "200" }, dealers: { ...dealers, freeDays: 30 },
  buyers: { ...buyers, months: 60, depositShare: 0.25, margin: 0.03, supportedRate: 0.0399, financedShare: 0.8 }, funding: null,
};
const buses: Document = {
  ...mexico, country: "KAZ", vehicles: 200, price: "150000", factoryCost: "128000", partsDays: 60, productionDays: 45, shippingDays: 30, creditDays: 0, dealerDays: 0,
  landing: null, cover: null, funding: null, dealers: null, buyers: null, credit, payment: { ...payment, payments: 12, makerShare: 1 },
  service: { ...service, turnoverPerVehicle: "4000", creditDays: 90 },
};

export const chain: Job = {
  product: "chain",
  opening: { product: "chain", valuationDate: "2026-12-15", ...mexico },
  presets: [
    { key: "chainMexico", patch: mexico },
    { key: "chainThailand", patch: thailand },
    { key: "chainBuses", patch: buses },
  ],
  first: [
    "country", "currency", "price", "factoryCost", "vehicles", "baseRate", "partsDays", "productionDays", "shippingDays", "creditDays", "dealerDays",
  ],
  sliders: {},
  aliases: { amount: "price" },
  either: [["credit.buyer", "credit.rating"]],
  kinds: {},
  headline: "costPerVehicle",
  rows: [
    "shareOfPrice", "programmeCost", "dearestLink", "bestLever", "cashCycleDays", "workingCapital", "workingCapitalPerVehicle", "makerCapital", "totalCover",
    "dealerPrice", "retailPrice", "effectiveDuty",
  ],
  options: {
    landing: { add: { landing } }, suppliers: { add: { suppliers, partsDays: 60 } }, transit: { add: { transit } }, cover: { add: { cover } }, funding: { add: { funding } },
    credit: { add: { credit } }, payment: { add: { payment } }, hedge: { add: { hedge } }, dealers: { add: { dealers } }, buyers: { add: { buyers } },
    service: { add: { service } },
  },
  vary: "baseRate",
};
