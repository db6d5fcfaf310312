/** Landed cost on the page: the vehicle, ready-made ones. Data only; prices and costs of the way are examples. */

import type { Job } from "../jobs.js";

/** What every ready-made way gives anew. */
const plain = {
  control: null, maker: null, localContent: "0", horsepower: null, levies: null, exchangeRates: null, dutyRate: null, vatRate: null,
  goods: "passenger-car", origin: "CHN", vatStage: "import", preference: false, withinQuota: false, northernIreland: false, take: [],
};
const mexico = {
  ...plain, country: "MEX", mode: "built-up", drive: "plug-in", currency: "USD", price: "18000", toPort: "250", freight: "1400",
  insurance: "90", clearance: "350", units: 10000, dealerMargin: 0.1,
};

export const landed: Job = {
  product: "landed-cost",
  opening: { product: "landed-cost", date: "2027-01-15", ...mexico },
  presets: [
    { key: "builtUpMexico", patch: mexico },
    {
      key: "kitsBrazil",
      patch: {
        ...plain, country: "BRA", mode: "ckd", drive: "battery", currency: "USD", price: "11000", toPort: "150", freight: "700", insurance: "50",
        localContent: "4200", clearance: "300", units: 30000, dealerMargin: 0.1,
        levies: {
          kinds: ["excise", "other-levy", "vat"], bases: ["duty-paid-value", "customs-value", "tax-inclusive"], rates: ["0.07", "0.116", "0.18"],
        },
      },
    },
    {
      key: "batteryEurope",
      patch: {
        ...plain, country: "DEU", mode: "built-up", drive: "battery", maker: "byd", currency: "EUR", price: "17000", toPort: "200", freight: "1100",
        insurance: "80", clearance: "400", units: 8000, dealerMargin: 0.12,
      },
    },
    {
      key: "batteryRussia",
      patch: {
        ...plain, country: "RUS", mode: "built-up", drive: "battery", currency: "CNY", price: "120000", toPort: "1500", freight: "9000", insurance: "500",
        clearance: "2500", units: 3000, dealerMargin: 0.1, horsepower: 95, exchangeRates: { currencies: ["RUB"], rates: ["0.09"] },
      },
    },
    {
      key: "batteryTurkey",
      patch: {
        ...plain, country: "TUR", mode: "built-up", drive: "battery", currency: "USD", price: "19000", toPort: "250", freight: "1300", insurance: "90",
        clearance: "350", units: 4000, dealerMargin: 0.1, dutyRate: 0.1, vatRate: 0.2,
        levies: { kinds: ["excise"], bases: ["taxed-value"], rates: ["0.25"] },
      },
    },
  ],
  first: [
    "country", "mode", "drive", "price", "currency", "freight", "insurance", "maker", "dutyRate", "additionalDutyRate", "vatRate", "dealerMargin", "units",
    "date", "horsepower",
  ],
  sliders: {},
  aliases: { amount: "price" },
  either: [],
  kinds: { dutyRate: "share", additionalDutyRate: "share", vatRate: "share" },
  headline: "showroomPrice",
  rows: ["landedCost", "landedCostBeforeVat", "customsValue", "duties", "effectiveDuty", "levies", "effectiveLevies", "margin", "programmePrice", "programmeCost", "programmeLevies"],
  vary: "dutyRate",
  options: {
    levies: { add: { levies: { kinds: ["registration-fee"], bases: ["unit"], rates: ["300"] } } },
    exchangeRates: { add: { exchangeRates: { currencies: ["RUB"], rates: ["0.0125"] } } },
  },
};
