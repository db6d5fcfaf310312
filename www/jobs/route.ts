/**
 * Ways into a market on the page: four programmes, each with the ways that are thought of there. All prices, costs, volumes and
 * chances are illustrations; duties are the table's unless one is given. Data only.
 */

import type { Job } from "../jobs.js";
import type { Document } from "../text/share.js";

/** Battery cars in Brazil: kits and a plant against rising duties. */
const brazil: Document = {
  currency: "USD", country: "BRA", origin: "CHN", years: 10, goods: "passenger-car", drive: "battery", maker: null, vehicles: 30000,
  ramp: [0.3, 0.6, 0.85, 1], price: "121500", priceGrowth: 0.02, costGrowth: 0.01, discountRate: 0.11, countryPremium: null,
  homeTaxRate: 0.15, taxRate: 0.34, withholdingTax: 0.15,
  contractAssembly: null, jointVenture: null, acquisition: null,
  foreign: { currency: "BRL", exchangeRates: [0.185], yearlyChange: -0.01 },
  export: {
    declaredPrice: "13400", homeCost: "12900", toPort: "250", freight: "1350", insurance: "80", clearance: "350", investment: "15000000",
    fixedCosts: "70000000", paymentDays: 75,
    credit: { goods: "cars", repaymentMonths: 12, rate: 0.062, fees: { arrangement: 0.005 }, borneByMaker: 0.25 },
  },
  semiKnockedDown: {
    declaredPrice: "12300", homeCost: "11900", toPort: "220", freight: "1000", insurance: "60", clearance: "280", assemblyFee: "6800",
    investment: "60000000", fixedCosts: "120000000", paymentDays: 60,
  },
  completelyKnockedDown: {
    declaredPrice: "10700", homeCost: "10150", toPort: "200", freight: "800", insurance: "50", clearance: "240", localParts: "9500",
    assemblyFee: "8300", investment: "110000000", fixedCosts: "185000000", paymentDays: 60,
  },
  plant: {
    constructionYears: 2,
    capital: { amounts: ["120000000", "190000000", "80000000"], years: [0, 1, 2], depreciationYears: 10, residualValue: "60000000" },
    capacity: 50000, kitPrice: "10500", homeCost: "10050", localContent: [0.15, 0.25, 0.35, 0.45], localPartsCost: "56000",
    dutyRate: 0.16, logisticsCost: "3800", labourCost: "7800", fixedCosts: "340000000", receivableDays: 45, inventoryDays: 45,
    payableDays: 60, royalty: 0.02, exportUntilOpen: true,
    debt: { gearing: 0.5, tenorYears: 6, graceYears: 1, rate: 0.085, repayment: "sculpted", targetDscr: 1.4, upfrontFee: 0.01 },
    cover: {},
  },
  shocks: { duty: 0.1, kitDuty: 0.1, demand: 0.3, currency: 0.1, homeCost: 0.05, expropriationYear: 5 },
  map: { lowestVehicles: 3000, highestVehicles: 120000, volumes: 20, highestDuty: 0.6, duties: 20 },
  simulation: {
    seed: 1, paths: 100, demandVolatility: 0.12, currencyVolatility: 0.08, correlation: 0.3, dutyProbability: 0.1, dutyThen: 0.45,
    closureProbability: 0.01,
  },
};

/** Battery cars in Thailand, free of duty by the agreement; a plant that also exports, alone or with a Japanese partner. */
const thailand: Document = {
  currency: "USD", country: "THA", origin: "CHN", years: 12, goods: "passenger-car", drive: "battery", maker: null, vehicles: 40000,
  ramp: [0.3, 0.5, 0.75, 1], price: "528000", priceGrowth: 0.01, costGrowth: 0.01, discountRate: 0.1, countryPremium: null,
  homeTaxRate: 0.15, taxRate: 0.2, withholdingTax: 0.1,
  semiKnockedDown: null, contractAssembly: null, acquisition: null,
  foreign: { currency: "THB", exchangeRates: [0.03], yearlyChange: 0 },
  export: {
    declaredPrice: "12600", homeCost: "12250", toPort: "200", freight: "600", insurance: "60", clearance: "300", investment: "25000000",
    fixedCosts: "1000000000", paymentDays: 75, dutyRate: 0,
  },
  completelyKnockedDown: {
    declaredPrice: "9900", homeCost: "9500", toPort: "160", freight: "450", insurance: "40", clearance: "220", localParts: "56000",
    assemblyFee: "39000", dutyRate: 0, investment: "55000000", fixedCosts: "1250000000", paymentDays: 75, capacity: 60000,
  },
  plant: {
    constructionYears: 2,
    capital: { amounts: ["80000000", "150000000", "70000000"], years: [0, 1, 2], depreciationYears: 10, residualValue: "60000000" },
    capacity: 80000, kitPrice: "10400", homeCost: "10100", localContent: [0.3, 0.4, 0.5], localPartsCost: "365000", dutyRate: 0,
    logisticsCost: "14000", labourCost: "27000", fixedCosts: "1550000000", receivableDays: 30, inventoryDays: 45, payableDays: 60,
    taxHolidayYears: 5, royalty: 0.02, exportUntilOpen: true,
    reExport: { share: 0.3, dutyRate: 0.3, originRule: { requiredContent: 0.4, dutyRate: 0 }, logisticsCost: "26000" },
    originRule: { requiredContent: 0.4, dutyRate: 0 },
    debt: { gearing: 0.5, tenorYears: 7, graceYears: 1, rate: 0.065, repayment: "sculpted", targetDscr: 1.4, upfrontFee: 0.01 },
    cover: {},
  },
  jointVenture: {
    constructionYears: 2,
    capital: { amounts: ["60000000", "100000000", "50000000"], years: [0, 1, 2], depreciationYears: 10, residualValue: "40000000" },
    capacity: 55000, kitPrice: "10400", homeCost: "10100", localContent: [0.4, 0.55, 0.65], localPartsCost: "352000", dutyRate: 0,
    logisticsCost: "14000", labourCost: "27000", fixedCosts: "1350000000", receivableDays: 30, inventoryDays: 45, payableDays: 60,
    taxHolidayYears: 5, royalty: 0.03, exportUntilOpen: true,
    reExport: { share: 0.3, dutyRate: 0.3, originRule: { requiredContent: 0.4, dutyRate: 0 }, logisticsCost: "26000" },
    originRule: { requiredContent: 0.4, dutyRate: 0 },
    debt: { gearing: 0.5, tenorYears: 7, graceYears: 1, rate: 0.065, repayment: "sculpted", targetDscr: 1.4, upfrontFee: 0.01 },
    cover: {}, partner: { share: 0.49, requiredReturn: 0.08 },
  },
  shocks: { duty: 0.1, kitDuty: 0.1, demand: 0.3, currency: 0.1, homeCost: 0.05, expropriationYear: 6 },
  map: { lowestVehicles: 4000, highestVehicles: 160000, volumes: 20, highestDuty: 0.4, duties: 20 },
  simulation: {
    seed: 1, paths: 100, demandVolatility: 0.12, currencyVolatility: 0.06, correlation: 0.2, dutyProbability: 0.08, dutyThen: 0.2,
    closureProbability: 0.005,
  },
};

/** Behind the EU's duties on battery cars: exported, put together by another maker, or made in a plant of one's own. */
const hungary: Document = {
  currency: "EUR", country: "HUN", origin: "CHN", years: 14, goods: "passenger-car", drive: "battery", maker: "byd", vehicles: 90000,
  ramp: [0.3, 0.55, 0.8, 1], price: "21300", priceGrowth: 0.008, costGrowth: 0.01, discountRate: 0.09, countryPremium: null,
  homeTaxRate: 0.15, taxRate: 0.09, withholdingTax: 0.05,
  foreign: null, semiKnockedDown: null, completelyKnockedDown: null, jointVenture: null, acquisition: null,
  export: {
    declaredPrice: "14000", homeCost: "13400", toPort: "200", freight: "900", insurance: "70", clearance: "300", investment: "60000000",
    fixedCosts: "80000000", paymentDays: 60,
  },
  contractAssembly: {
    declaredPrice: "12000", homeCost: "11600", toPort: "180", freight: "650", insurance: "50", clearance: "250", localParts: "2300",
    assemblyFee: "2100", minimumVehicles: 20000, capacity: 80000, dutyRate: 0.045, investment: "140000000", fixedCosts: "140000000",
    paymentDays: 60,
  },
  plant: {
    constructionYears: 2,
    capital: { amounts: ["250000000", "450000000", "180000000"], years: [0, 1, 2], depreciationYears: 12, residualValue: "150000000" },
    capacity: 150000, kitPrice: "13900", homeCost: "13300", localContent: [0.3, 0.4, 0.5], localPartsCost: "14600", kitMode: "parts",
    dutyRate: 0.045, logisticsCost: "450", labourCost: "1550", fixedCosts: "175000000", receivableDays: 15, inventoryDays: 30,
    payableDays: 60, royalty: 0.015, exportUntilOpen: true,
    debt: { gearing: 0.45, tenorYears: 8, graceYears: 2, rate: 0.052, repayment: "sculpted", targetDscr: 1.5, upfrontFee: 0.01 },
    cover: {},
  },
  shocks: { duty: 0.1, kitDuty: 0.05, demand: 0.3, homeCost: 0.05, expropriationYear: 7 },
  map: { lowestVehicles: 10000, highestVehicles: 250000, volumes: 20, highestDuty: 0.5, duties: 20 },
  simulation: { seed: 1, paths: 100, demandVolatility: 0.15, dutyProbability: 0.08, dutyThen: 0.38, closureProbability: 0.002 },
};

/** The same by purchase of a company with works, with a Japanese co-investor. */
const purchase: Document = {
  currency: "EUR", country: "DEU", origin: "CHN", years: 10, goods: "passenger-car", drive: "battery", maker: "byd", vehicles: 70000,
  ramp: [0.3, 0.55, 0.8, 1], price: "21300", priceGrowth: 0.008, costGrowth: 0.01, discountRate: 0.09, countryPremium: null,
  homeTaxRate: 0.15, taxRate: 0.3, withholdingTax: 0.05,
  foreign: null, semiKnockedDown: null, completelyKnockedDown: null, plant: null, jointVenture: null,
  export: {
    declaredPrice: "14000", homeCost: "13400", toPort: "200", freight: "900", insurance: "70", clearance: "300", investment: "60000000",
    fixedCosts: "80000000", paymentDays: 60,
  },
  contractAssembly: {
    declaredPrice: "12000", homeCost: "11600", toPort: "180", freight: "650", insurance: "50", clearance: "250", localParts: "2300",
    assemblyFee: "2050", minimumVehicles: 12000, capacity: 60000, dutyRate: 0.045, investment: "70000000", fixedCosts: "95000000",
    paymentDays: 60,
  },
  acquisition: {
    enterpriseValue: "560000000", netDebt: "90000000", refinanced: true, acquiredShare: 1, ebitda: "72000000", ebitdaGrowth: [0.02, 0.03],
    capitalExpenditure: 0.35, depreciation: 0.33, transactionCosts: 0.02,
    senior: { leverage: 2.5, baseRate: 0.025, margin: 0.0275, termYears: 7, fee: 0.02, amortisation: [0.05, 0.05, 0.1] },
    acquirer: { requiredReturn: 0.1 }, partner: { equityShare: 0.3, requiredReturn: 0.08, hedgingCost: 0.004 }, payout: 0.5,
    exitMultiple: 7.5,
    kits: { declaredPrice: "12000", homeCost: "11600", toPort: "180", freight: "650", insurance: "50", clearance: "200", localParts: "2300", assemblyFee: "1750", capacity: 90000, dutyRate: 0.045, investment: "140000000", fixedCosts: "150000000", paymentDays: 45 },
  },
  shocks: { duty: 0.1, kitDuty: 0.05, demand: 0.3, homeCost: 0.05 },
  map: { lowestVehicles: 8000, highestVehicles: 200000, volumes: 20, highestDuty: 0.5, duties: 20 },
  simulation: { seed: 1, paths: 100, demandVolatility: 0.15, dutyProbability: 0.08, dutyThen: 0.38, closureProbability: 0 },
};

/** What a way begins with when it is put in: that of the programmes above which has it, in its own money. */
const credit: Document = { repaymentMonths: 12, rate: 0.062 };
const originRule: Document = { requiredContent: 0.4, dutyRate: 0 };
const debt: Document = { gearing: 0.5, tenorYears: 5, graceYears: 1, rate: 0.065, targetDscr: 1.4 };
const reExport: Document = { share: 0.2, dutyRate: 0.1, logisticsCost: "0" };
const imports = ["export", "semiKnockedDown", "completelyKnockedDown", "contractAssembly"];
const plants = ["plant", "jointVenture"];
const withKits = [...imports, "acquisition.kits"];

/** One entry for each group and name under it. */
function each<Value>(groups: readonly string[], names: readonly string[], value: Value): Record<string, Value> {
  return Object.fromEntries(groups.flatMap((group) => names.map((name) => [`${group}.${name}`, value])));
}

/** A way of a programme, as what is laid over a deal that has none. */
const way = (name: string, programme: Document, more: Document = {}): { add: Document; folded: true } => ({
  add: { [name]: { ...(programme[name] as Document), ...more } }, folded: true,
});
const inside = (path: string, group: Document): { add: Document } => ({
  add: path.split(".").reduceRight<Document>((inner, name) => ({ [name]: inner }), group),
});
const groups = (paths: readonly string[], name: string, group: Document): Record<string, { add: Document }> =>
  Object.fromEntries(paths.map((path) => [`${path}.${name}`, inside(`${path}.${name}`, group)]));

export const route: Job = {
  product: "route",
  opening: { product: "route", start: "2027-01-01", ...brazil },
  presets: [
    { key: "routeBrazil", patch: brazil },
    { key: "routeThailand", patch: thailand },
    { key: "routeHungary", patch: hungary },
    { key: "routePurchase", patch: purchase },
  ],
  first: [
    "country", "drive", "vehicles", "price", "ramp", "currency", "years", "discountRate", "countryPremium", "priceGrowth", "costGrowth",
  ],
  sliders: {},
  aliases: {},
  either: [],
  kinds: {
    ...each(withKits, ["dutyRate", "additionalDutyRate", "originRule.dutyRate"], "share"),
    ...each(plants, ["dutyRate", "originRule.dutyRate", "reExport.dutyRate", "reExport.originRule.dutyRate"], "share"),
    "shocks.duty": "share", "shocks.kitDuty": "share", "map.highestDuty": "share", "simulation.dutyThen": "share",
  },
  currencies: {
    price: "foreign.currency",
    ...each(withKits, ["localParts", "assemblyFee", "fixedCosts"], "foreign.currency"),
    ...each(plants, ["localPartsCost", "logisticsCost", "labourCost", "fixedCosts", "reExport.logisticsCost"], "foreign.currency"),
    ...Object.fromEntries(plants.flatMap((plant) => ["amounts", "residualValue"].map((name) => [`${plant}.capital.${name}`, `${plant}.capital.currency`]))),
  },
  headline: "best",
  target: "bestValue",
  rows: ["bestValueAtWorst", "bestValue", "discountRate"],
  vary: "vehicles",
  lent: {
    "": ["landed-cost/"], foreign: ["plant/foreign."],
    ...Object.fromEntries(withKits.map((path) => [path, ["landed-cost/"]])),
    ...Object.fromEntries(withKits.map((path) => [`${path}.credit`, ["export-credit/", ""]])),
    ...Object.fromEntries(plants.map((path) => [path, ["plant/", "plant/operations."]])),
    acquisition: ["acquisition/"],
  },
  unoffered: ["plant.partner", "simulation.firstPath", "simulation.drawn"],
  lighter: { map: null, simulation: null, breakEvens: false },
  options: {
    export: way("export", brazil, { credit: null }),
    semiKnockedDown: way("semiKnockedDown", brazil),
    completelyKnockedDown: way("completelyKnockedDown", brazil),
    contractAssembly: way("contractAssembly", hungary),
    plant: way("plant", brazil, { debt: null, cover: null, exportUntilOpen: false }),
    jointVenture: way("jointVenture", thailand, { debt: null, cover: null, reExport: null, originRule: null, exportUntilOpen: false }),
    acquisition: way("acquisition", purchase, { senior: null, partner: null, kits: null, refinanced: false }),
    "acquisition.kits": {
      add: { acquisition: { kits: { ...(purchase.acquisition as { kits: Document }).kits } } },
    },
    "acquisition.senior": inside("acquisition.senior", { leverage: 2.5, baseRate: 0.025, margin: 0.0275, termYears: 7, fee: 0.02 }),
    "acquisition.mezzanine": inside("acquisition.mezzanine", { leverage: 0.5, baseRate: 0.025, margin: 0.05, termYears: 8, fee: 0.025 }),
    "acquisition.partner": inside("acquisition.partner", { equityShare: 0.3, requiredReturn: 0.1 }),
    "acquisition.synergies": inside("acquisition.synergies", { amount: "10000000", ramp: [0.2, 0.6, 1], costs: ["8000000"] }),
    ...groups(withKits, "credit", credit),
    ...groups(withKits.map((path) => `${path}.credit`), "cover", { rules: "given", premiumRate: 0.01 }),
    ...groups(withKits, "originRule", originRule),
    ...groups(plants, "debt", debt),
    ...groups(plants, "originRule", originRule),
    ...groups(plants, "reExport", reExport),
    ...groups(plants.map((path) => `${path}.reExport`), "originRule", originRule),
    ...groups(["jointVenture"], "partner", { share: 0.49, requiredReturn: 0.1 }),
    exchangeRates: { add: { exchangeRates: { currencies: ["CNY"], rates: ["0.14"] } } },
    foreign: { add: { foreign: { currency: "CNY", exchangeRates: [0.14] } } },
    shocks: { add: { shocks: { duty: 0.1, kitDuty: 0.05, demand: 0.3, homeCost: 0.05, expropriationYear: 5 } } },
    map: { add: { map: { lowestVehicles: 5000, highestVehicles: 200000, volumes: 20, highestDuty: 0.6, duties: 20 } } },
    simulation: { add: { simulation: { seed: 1, paths: 100, demandVolatility: 0.15 } } },
  },
};
