/** A dealer's stock on the page: the line, ready-made ones. Data only. */

import type { Job } from "../jobs.js";

export const floorplan: Job = {
  product: "floorplan",
  opening: {
    product: "floorplan", currency: "USD", start: "2027-01-01", unitsPerMonth: 20, months: 12, unitCost: "25000", baseRate: 0.07, margin: 0.015,
    dayCount: "ACT/360", daysToSale: 60, spread: "exponential", seed: 1, curtailment: { firstDay: 90, share: 0.1, everyDays: 30 },
    unitMargin: "1500", risk: { defaultRate: 0.02, outOfTrust: 0.1, buyBack: 0.3, recovery: 0.75, insuredShare: 0.9, premiumRate: 0.003 },
  },
  presets: [
    { key: "stock", patch: { baseRate: 0.07, margin: 0.015, daysToSale: 60, freeDays: 0, support: "0", spread: "exponential" } },
    { key: "aged", patch: { baseRate: 0.07, margin: 0.015, daysToSale: 150, freeDays: 30, support: "150", spread: "fixed" } },
  ],
  first: ["currency", "unitCost", "unitsPerMonth", "daysToSale", "baseRate", "margin", "freeDays", "advanceRate", "spread", "months"],
  sliders: { daysToSale: { minimum: 15, maximum: 360, step: 15 } },
  aliases: { amount: "unitCost" },
  either: [],
  kinds: {},
  headline: "interestPerUnit",
  rows: ["annualCost", "lineNeeded", "peakBalance", "peakDate", "averageBalance", "interestPerMonth", "totalInterest", "turns", "breakEvenDays"],
  vary: "daysToSale",
  options: {
    curtailment: { add: { curtailment: { firstDay: 90, share: 0.1 } } },
    risk: { add: { risk: { defaultRate: 0.02, outOfTrust: 0.1, recovery: 0.75 } } },
  },
};
