/** Green money on the page: a linked loan that has an answer, ready-made ones. All numbers are illustrations. Data only. */

import type { Job } from "../jobs.js";
import type { Document } from "../text/share.js";

const linked: Document = {
  amount: "50000000", termYears: 5, balances: [1], margin: 0.018, stepDown: 0.00025, stepUp: 0.00025, met: [0, 1, 2, 2, 2], missed: [1, 1, 0, 0, 0],
  verificationCost: "30000", opinionCost: "40000", tonnes: [],
};
const label: Document = {
  amount: "300000000", termYears: 5, balances: [1], ordinaryYield: 0.045, labelYield: 0.0445, verificationCost: "60000", opinionCost: "150000", tonnes: [],
};
const cars: Document = {
  vehicles: 1000, years: 12, kilometres: [15000], electricityUse: 17, gridIntensity: [560, 540, 520, 500, 480], fuelUse: 6.5, fuelEmissions: 2.9,
  batteryTonnes: 5, priceDifference: "3000",
};

export const green: Job = {
  product: "green",
  opening: { product: "green", currency: "USD", discountRate: 0.05, linked },
  presets: [
    { key: "greenSmall", patch: { currency: "USD", discountRate: 0.05, linked, label: null, cars: null } },
    { key: "greenLarge", patch: { currency: "USD", discountRate: 0.05, linked: { ...linked, amount: "800000000", met: [1, 2, 2, 2, 2], missed: [0] }, label: null, cars: null } },
    { key: "greenBond", patch: { currency: "USD", discountRate: 0.045, linked: null, label, cars: null } },
    { key: "greenFleet", patch: { currency: "USD", linked: null, label: null, cars } },
  ],
  first: ["currency", "discountRate"],
  sliders: {},
  aliases: { amount: "linked.amount" },
  either: [],
  kinds: {},
  headline: "presentValue",
  options: { linked: { add: { linked } }, label: { add: { label } }, cars: { add: { cars } } },
  vary: "linked.amount",
};
