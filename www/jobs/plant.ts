/** A plant on the page: a plant that has an answer, what it may have, ready-made ones. All numbers are illustrations. Data only. */

import type { Job } from "../jobs.js";
import type { Document } from "../text/share.js";

const thailand: Document = {
  currency: "USD", constructionYears: 2, operatingYears: 12,
  capital: { amounts: ["90000000", "140000000", "70000000"], years: [0, 1, 2], depreciationYears: 10, residualValue: "40000000" },
  operations: {
    vehicles: 50000, capacity: 60000, ramp: [0.6, 0.8, 0.95, 1], price: "513000", kitCost: "12000", localContent: [0.25, 0.35, 0.45, 0.5],
    localPartsCost: "400000", kitModes: ["completely-knocked-down"], completelyKnockedDownDuties: [0.05], logisticsCost: "12000",
    labourCost: "26000", fixedCosts: "1200000000", priceGrowth: 0.02, kitGrowth: 0.01, costGrowth: 0.02, currency: "THB",
    receivableDays: 15, inventoryDays: 45, payableDays: 60,
  },
  cashAvailable: null,
  taxRate: 0.2, taxHolidayYears: 5,
  debt: {
    gearing: 0.6, amount: null, tenorYears: 7, graceYears: 1, rate: 0.068, repayment: "sculpted", targetDscr: 1.4, upfrontFee: 0.01, commitmentFee: 0.005,
    initialReserve: "12000000", reserveMonths: 6, lockUpDscr: 1.2, defaultDscr: 1.05,
  },
  cover: { country: "THA" },
  foreign: { currency: "THB", exchangeRates: [0.03], yearlyChange: -0.005 },
};

const brazil: Document = {
  currency: "USD", constructionYears: 1, operatingYears: 12,
  capital: { amounts: ["110000000", "60000000"], years: [0, 1], depreciationYears: 10, residualValue: "15000000" },
  operations: {
    vehicles: 30000, capacity: 36000, ramp: [0.6, 0.85, 1], price: "98500", kitCost: "11000", localContent: [0.1, 0.2, 0.3, 0.4],
    localPartsCost: "70000", kitModes: ["semi-knocked-down", "completely-knocked-down"], semiKnockedDownDuties: [0.35],
    completelyKnockedDownDuties: [0.35], logisticsCost: "3500", labourCost: "6500", fixedCosts: "110000000", priceGrowth: 0.035, kitGrowth: 0.01,
    costGrowth: 0.035, currency: "BRL", receivableDays: 15, inventoryDays: 45, payableDays: 60,
  },
  cashAvailable: null,
  taxRate: 0.34, taxHolidayYears: 0,
  debt: {
    gearing: 0.55, amount: null, tenorYears: 6, graceYears: 1, rate: 0.085, repayment: "sculpted", targetDscr: 1.3, upfrontFee: 0.01, commitmentFee: 0.005,
    initialReserve: "5000000", reserveMonths: 6, lockUpDscr: 1.2, defaultDscr: 1.05,
  },
  cover: { country: "BRA" },
  foreign: { currency: "BRL", exchangeRates: [0.185], yearlyChange: -0.02 },
};

const hungary: Document = {
  currency: "EUR", constructionYears: 2, operatingYears: 15,
  capital: { amounts: ["200000000", "350000000", "150000000"], years: [0, 1, 2], depreciationYears: 12, residualValue: "90000000" },
  operations: {
    vehicles: 120000, capacity: 150000, ramp: [0.5, 0.75, 0.9, 1], price: "21900", kitCost: "16500", localContent: [0.3, 0.45, 0.6],
    localPartsCost: "17500", kitModes: ["parts"], partsDuties: [0.045], logisticsCost: "450", labourCost: "1300", fixedCosts: "105000000",
    priceGrowth: 0.013, kitGrowth: 0.01, costGrowth: 0.02, currency: null, receivableDays: 15, inventoryDays: 45, payableDays: 60,
  },
  cashAvailable: null,
  taxRate: 0.09, taxHolidayYears: 0,
  debt: {
    gearing: 0.6, amount: null, tenorYears: 7, graceYears: 1, rate: 0.052, repayment: "sculpted", targetDscr: 1.4, upfrontFee: 0.01, commitmentFee: 0.005,
    initialReserve: "25000000", reserveMonths: 6, lockUpDscr: 1.2, defaultDscr: 1.05,
  },
  cover: { country: "HUN" },
  foreign: null,
};

/** For who has a cash flow already: how large a debt it carries. */
const cash: Document = {
  currency: "USD", constructionYears: 0, operatingYears: null, capital: null, operations: null,
  cashAvailable: ["20000000", "25000000", "28000000", "30000000", "32000000", "32000000", "30000000"],
  taxRate: 0, taxHolidayYears: 0,
  debt: {
    gearing: null, amount: null, tenorYears: 5, graceYears: 0, rate: 0.06, repayment: "sculpted", targetDscr: 1.3, upfrontFee: 0, commitmentFee: 0,
    initialReserve: "0", reserveMonths: null, lockUpDscr: null, defaultDscr: null,
  },
  cover: null, foreign: null,
};

export const plant: Job = {
  product: "plant",
  opening: { product: "plant", start: "2027-01-01", discountRate: 0.1, costOfEquity: 0.14, ...thailand },
  presets: [
    { key: "plantThailand", patch: thailand },
    { key: "plantBrazil", patch: brazil },
    { key: "plantHungary", patch: hungary },
    { key: "plantCash", patch: cash },
  ],
  first: [
    "operations.vehicles", "operations.capacity", "operations.price", "operations.kitCost", "operations.localContent", "operations.kitModes",
    "operations.fixedCosts", "capital.amounts", "capital.years", "constructionYears", "operatingYears", "currency", "debt.gearing",
    "debt.targetDscr", "debt.tenorYears", "debt.rate", "debt.repayment", "taxRate", "discountRate",
  ],
  sliders: { "debt.gearing": { minimum: 0, maximum: 0.8, step: 0.05 } },
  aliases: {},
  either: [["debt.gearing", "debt.amount"]],
  kinds: {},
  currencies: {
    "operations.price": "operations.currency", "operations.localPartsCost": "operations.currency", "operations.logisticsCost": "operations.currency",
    "operations.labourCost": "operations.currency", "operations.fixedCosts": "operations.currency", "operations.kitCost": "operations.kitCurrency",
    "capital.amounts": "capital.currency",
  },
  headline: "equityReturn",
  options: {
    cover: { add: { cover: { country: "THA" } } },
    foreign: { add: { foreign: { currency: "CNY", exchangeRates: [0.14] } } },
  },
  rows: [
    "projectReturn", "projectValue", "equityValue", "paybackYears", "breakEvenVolume", "minimumDscr", "averageDscr", "sculptedDscr", "llcr",
    "llcrWithoutReserve", "plcr", "plcrWithoutReserve", "debtCapacity", "totalUses", "debtAmount", "equityAmount", "gearing",
  ],
  vary: "operations.vehicles",
};
