// Generated from the Rust types by `export-risk declarations`; do not edit.

/** An exact decimal: text, or a number (0.1 means exactly 0.1). */
export type DecimalInput = string | number;
/** A column of numbers. */
export type NumberColumnInput = readonly number[] | Float64Array;
/** Exact decimals, one for each entry of a column. */
export type DecimalColumnInput = readonly DecimalInput[] | Float64Array | Int32Array;

/** How often something is paid. */
export type Frequency =
  | "monthly"
  | "quarterly"
  | "semi-annual"
  | "annual"
  | "weekly"
  | "every-two-weeks"
  | "every-four-weeks"
  | "semi-monthly"
  | "every-two-months"
  | "every-four-months";

/**
 * How often something is paid.
 * By its name or by any that it is also known as, in any case.
 */
export type FrequencyInput = Frequency
  | "P1M"
  | "1M"
  | "P3M"
  | "3M"
  | "every-three-months"
  | "P6M"
  | "6M"
  | "half-yearly"
  | "every-six-months"
  | "P12M"
  | "12M"
  | "P1Y"
  | "1Y"
  | "yearly"
  | "P1W"
  | "1W"
  | "P7D"
  | "P2W"
  | "2W"
  | "P14D"
  | "biweekly"
  | "fortnightly"
  | "P4W"
  | "4W"
  | "P28D"
  | "EveryFourthWeek"
  | "twice-monthly"
  | "P2M"
  | "2M"
  | "bimonthly"
  | "P4M"
  | "4M"
  | "EveryFourthMonth";

/** How days between two dates become years. */
export type DayCount =
  | "ACT/360"
  | "ACT/365F"
  | "30/360"
  | "30E/360"
  | "30/360 ISDA"
  | "30E/360 ISDA"
  | "30E+/360"
  | "30/360 PSA"
  | "30/360 NASD"
  | "30/360 Italian"
  | "30E/365"
  | "30/365"
  | "30/360 Simple"
  | "ACT/ACT ISDA"
  | "ACT/ACT ICMA"
  | "ACT/ACT AFB"
  | "ACT/ACT Year"
  | "ACT/365 Actual"
  | "ACT/365L"
  | "ACT/365 Canadian"
  | "ACT/364"
  | "ACT/366"
  | "ACT/365.25"
  | "NL/365"
  | "NL/360"
  | "BUS/252"
  | "1/1";

/**
 * How days between two dates become years.
 * By its name or by any that it is also known as, in any case.
 */
export type DayCountInput = DayCount
  | "Actual/360"
  | "A/360"
  | "French"
  | "Money Market"
  | "Actual/365F"
  | "A/365F"
  | "ACT/365 Fixed"
  | "Actual/365 Fixed"
  | "A/365 Fixed"
  | "Actual/Fixed 365"
  | "ACT/Fixed 365"
  | "ACT/365"
  | "Actual/365"
  | "A/365"
  | "English"
  | "30/360 US"
  | "30/360 USA"
  | "30US/360"
  | "30U/360"
  | "30U/360 EOM"
  | "30/360 SIA"
  | "360/360"
  | "US"
  | "ISMA-30/360"
  | "THIRTY_U_360"
  | "THIRTY_U_360_EOM"
  | "Thirty360"
  | "Thirty360(USA)"
  | "30E/360 Eurobond"
  | "30E/360 Eurobond Basis"
  | "Eurobond Basis"
  | "Eurobond"
  | "30/360 European"
  | "30/360 ICMA"
  | "30/360 ISMA"
  | "30S/360"
  | "Special German"
  | "THIRTY_E_360"
  | "Thirty360(European)"
  | "Thirty360(EurobondBasis)"
  | "30/360 Bond Basis"
  | "30/360 BondBasis (ISDA 30/360)"
  | "Bond Basis"
  | "30/360 US Municipal"
  | "30/360 Municipal"
  | "THIRTY_360_ISDA"
  | "Thirty360(BondBasis)"
  | "Thirty360(ISMA)"
  | "Thirty360::ISMA"
  | "Thirty360.ISMA"
  | "German"
  | "30/360 German"
  | "30E/360 German"
  | "THIRTY_E_360_ISDA"
  | "Thirty360(German)"
  | "Thirty360(ISDA)"
  | "Thirty360::ISDA"
  | "Thirty360.ISDA"
  | "THIRTY_EPLUS_360"
  | "THIRTY_E_PLUS_360"
  | "30EPLUS/360"
  | "THIRTY_360_PSA"
  | "30/360 BMA"
  | "Thirty360(NASD)"
  | "Thirty360(Italian)"
  | "THIRTY_E_365"
  | "Thirty365"
  | "Simple"
  | "SimpleDayCounter"
  | "ACT/ACT"
  | "Actual/Actual"
  | "A/A"
  | "Actual/Actual ISDA"
  | "A/A ISDA"
  | "Actual/Actual Historical"
  | "ACT/ACT Historical"
  | "ACT/365 ISDA"
  | "Actual/365 ISDA"
  | "ActualActual"
  | "ActualActual(ISDA)"
  | "ActualActual(Historical)"
  | "ActualActual(Actual365)"
  | "ACT/ACT ISMA"
  | "ACT/ACT Bond"
  | "Actual/Actual ICMA"
  | "Actual/Actual ISMA"
  | "Actual/Actual Bond"
  | "A/A ICMA"
  | "A/A ISMA"
  | "A/A Bond"
  | "ISMA-99"
  | "ActualActual(ISMA)"
  | "ActualActual(Bond)"
  | "ACT/ACT Euro"
  | "Actual/Actual AFB"
  | "Actual/Actual Euro"
  | "A/A AFB"
  | "A/A Euro"
  | "ActualActual(AFB)"
  | "ActualActual(Euro)"
  | "Actual/Actual Year"
  | "A/A Year"
  | "Actual/365 Actual"
  | "A/365 Actual"
  | "ACT/365A"
  | "Actual/365A"
  | "A/365A"
  | "Actual/365L"
  | "A/365L"
  | "ACT/365 Leap year"
  | "Actual/365 Leap year"
  | "A/365 Leap year"
  | "ISMA-Year"
  | "Actual/365 Canadian"
  | "Actual/365 (Fixed) Canadian Bond"
  | "Canadian Bond"
  | "Actual365Fixed(Canadian)"
  | "Actual/364"
  | "A/364"
  | "Actual/366"
  | "A/366"
  | "ACT_365_25"
  | "Actual/365.25"
  | "A/365.25"
  | "ACT/365¼"
  | "ACT/NL"
  | "Actual/NL"
  | "A/NL"
  | "ACT/365 No leap"
  | "ACT/365 No leap year"
  | "Actual/365 No leap"
  | "Actual/365 No leap year"
  | "Actual365Fixed(NoLeap)"
  | "Actual365NoLeap"
  | "Business/252"
  | "Business252"
  | "ONE_ONE"
  | "One/One"
  | "OneDayCounter";

/** One export credit, from the contract to what it costs the borrower all in. */
export interface ExportCreditRequest {
  product: "export-credit";
  /** The exporter's country. Only agencies of the Arrangement's Participants are bound by the minimum premium. */
  exporterCountry?: string | null;
  /** The country or territory of the obligor: the buyer, or the guarantor of all of the credit. */
  country: string;
  /** The obligor's class. Give this or a rating. */
  buyer?: "SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5" | null;
  /** The obligor's rating, in place of its class. */
  rating?: "AAA" | "AA+" | "AA" | "AA-" | "A+" | "A" | "A-" | "BBB+" | "BBB" | "BBB-" | "BB+" | "BB" | "BB-" | "B+" | "B" | "B-" | "CCC+" | "CCC" | "CCC-" | "CC" | "C" | null;
  /**
   * What is sold.
   * Default: "other".
   */
  goods?: "cars" | "buses" | "trucks" | "ckd-kits" | "parts" | "plant-equipment" | "other" | null;
  /** The currency of contract and credit. */
  currency: string;
  /** The contract value, in the currency's major units. */
  contractValue: DecimalInput;
  /**
   * The part of the contract value that the buyer pays before the first drawdown.
   * Default: "0.15".
   */
  downPayment?: DecimalInput | null;
  /**
   * Costs in the buyer's country that the credit finances as well, over and above the contract value.
   * Default: "0".
   */
  localCosts?: DecimalInput | null;
  /**
   * Who lends.
   * Default: "buyer-credit".
   */
  creditType?: "buyer-credit" | "supplier-credit" | null;
  /** The day of the first drawdown. */
  start: string;
  /**
   * Months from the first drawdown to the starting point of credit. The credit is drawn in equal parts at the
   * beginning of each of them; with 0 it is drawn at once.
   * Default: 0.
   */
  disbursementMonths?: DecimalInput | null;
  /** When the credit is drawn, in place of equal monthly parts. */
  drawdowns?: CreditDrawdowns | null;
  /**
   * What becomes of the interest while the credit is drawn.
   * Default: "paid".
   */
  interestDuringDrawdown?: "paid" | "capitalised" | null;
  /** Months from the starting point of credit to the last repayment; a whole number of payment periods. */
  repaymentMonths: DecimalInput;
  /**
   * How often interest and principal are paid. Interest falls due during the drawdowns too.
   * Default: "semi-annual".
   */
  frequency?: FrequencyInput | null;
  /**
   * How the principal is repaid.
   * Default: "equal-principal".
   */
  profile?: "annuity" | "equal-principal" | "bullet" | null;
  /**
   * The contract's interest rate a year. This, `cirr` or `floating` is given; with `floating` it is the all-in rate
   * until its first date.
   */
  rate?: DecimalInput | null;
  /** The commercial interest reference rate by its rule, in place of a rate. */
  cirr?: Cirr | null;
  /** A rate that changes, in place of a fixed one. */
  floating?: Floating | null;
  /**
   * How days become years for interest and commitment fee.
   * Default: "30/360".
   */
  dayCount?: DayCountInput | null;
  /** The cover; without it the credit is not insured. */
  cover?: CoverTerms | null;
  /**
   * The fees of lender and agent, and expenses.
   * Default: {"arrangement":"0","commitment":"0","agencyAmount":"0","expensesAmount":"0"}.
   */
  fees?: Fees | null;
  /** A deposit that the lender keeps until the last repayment. */
  deposit?: Deposit | null;
  /** What a lender would ask on top of the contract's rate without cover, a year. */
  spreadWithoutCover?: DecimalInput | null;
  /** How the exporter sells its bills, for a supplier's credit. Without it only the buyer's side is told. */
  forfaiting?: Forfaiting | null;
  /** The lending bank, where its view of the deal is wanted; for a buyer's credit. */
  bank?: BankTerms | null;
  /** The day as of which the tables are looked at: those older than a year then give a notice. */
  valuationDate?: string | null;
}

/** When the credit is drawn, in place of equal monthly parts: the days (or months) and the parts, in the order of time. */
export interface CreditDrawdowns {
  /** The days, the first of them the start, the last not after the starting point of credit. */
  dates?: readonly string[] | readonly number[] | Int32Array | null;
  /** In place of days: whole months after the start, the first of them 0. */
  months?: DecimalColumnInput | null;
  /** The amounts, one for each day; together the credit amount. */
  amounts?: DecimalColumnInput | null;
  /** In place of amounts: shares of the credit amount, together 1. What rounding leaves goes with the last. */
  shares?: DecimalColumnInput | null;
}

/**
 * The commercial interest reference rate (CIRR) by its rule, in place of a rate: the mean of a month's daily government
 * yields of the maturity that the rule asks for, and a margin. Yields stand in rows, one for each day and maturity.
 */
export interface Cirr {
  /** The days of the yields, all of one calendar month. */
  dates: readonly string[] | readonly number[] | Int32Array;
  /** The maturity of each yield, in whole years: 1 to 50. */
  maturities: DecimalColumnInput;
  /** The yields of government bonds in the credit's currency, a year. */
  yields: DecimalColumnInput;
  /** What is put on the mean. There is no usual one here: it was fixed by currency and has been changed. */
  margin: DecimalInput;
  /** To how many decimals of a percent the rate is rounded, 0 to 10; printed ones have 2. Without it to 10. */
  decimals?: DecimalInput | null;
}

/**
 * A rate that changes: a reference rate by its dates, and a margin on it. Without a margin, the rate steps of a
 * fixed loan.
 */
export interface Floating {
  /**
   * From when each rate counts, ascending. The first must be on or before the start, unless `rate` is given:
   * that is the all-in rate until then.
   */
  dates: readonly string[] | readonly number[] | Int32Array;
  /** The reference rates a year, as fractions, one for each date. */
  rates: DecimalColumnInput;
  /**
   * What is put on the reference rate.
   * Default: "0".
   */
  margin?: DecimalInput | null;
  /** The most that the rate can be. */
  cap?: DecimalInput | null;
  /** The least that the rate can be. */
  floor?: DecimalInput | null;
  /**
   * Which rate cap and floor hold.
   * Default: "all-in".
   */
  limits?: "all-in" | "reference" | null;
  /**
   * When a new rate begins to count.
   * Default: "period-start".
   */
  reset?: "period-start" | "on-date" | null;
}

/** The terms of the cover. Country, obligor, amount and terms of the credit come from the deal. */
export interface CoverTerms {
  /**
   * The rule set that prices it.
   * Default: "oecd-minimum".
   */
  rules?: "oecd-minimum" | "de-federal-short-term" | "de-federal-manufacturing" | "se-matrix-newer" | "se-matrix-older" | "fi-short-term" | "jp-2004-pre-shipment" | "jp-2004-post-shipment" | "rate-card" | "market-spread" | "given" | "every" | null;
  /**
   * The edition of the minimum premium.
   * Default: "2023-07".
   */
  edition?: "2023-07" | "before-2023-07" | null;
  /**
   * The covered share of a loss by commercial risk.
   * Default: "0.95".
   */
  commercial?: DecimalInput | null;
  /**
   * The covered share of a loss by political risk.
   * Default: "0.95".
   */
  political?: DecimalInput | null;
  /**
   * When the premium is paid, and from what.
   * Default: "upfront".
   */
  premiumPayment?: "upfront" | "financed" | "as-drawn" | "by-exporter" | null;
  /**
   * How good the cover is for the lender.
   * Default: "standard".
   */
  quality?: "below-standard" | "standard" | "above-standard" | null;
  /**
   * The discount for mitigation in local currency, 0 to 0.20.
   * Default: "0".
   */
  localCurrencyFactor?: DecimalInput | null;
  /**
   * The discount for security, 0 to 0.35. Give this or the security itself.
   * Default: "0".
   */
  creditEnhancementFactor?: DecimalInput | null;
  /** The security that the discount follows from. */
  security?: Security | null;
  /** A category in place of the country's. */
  category?: DecimalInput | null;
  /** Whether the obligor is of speculative grade, in place of what follows from category and class. */
  speculativeGrade?: boolean | null;
  /** The premium as a fraction of the credit, for the rule `given`. */
  premiumRate?: DecimalInput | null;
}

/** Security that lowers the part of the premium for the buyer's risk. */
export interface Security {
  /**
   * Proceeds or receivables are assigned: 0.10.
   * Default: false.
   */
  assignment?: boolean | null;
  /**
   * Asset-based security: 0.25. Not together with fixed assets.
   * Default: false.
   */
  assetBased?: boolean | null;
  /**
   * Security on fixed assets: 0.15.
   * Default: false.
   */
  fixedAssets?: boolean | null;
  /**
   * The part of the credit that lies in escrow; counted up to 0.10.
   * Default: "0".
   */
  escrow?: DecimalInput | null;
}

/** The fees of lender and agent, and expenses. */
export interface Fees {
  /**
   * Paid once in cash at the first drawdown, as a fraction of the credit amount.
   * Default: "0".
   */
  arrangement?: DecimalInput | null;
  /**
   * A year on what is not yet drawn, paid with the interest.
   * Default: "0".
   */
  commitment?: DecimalInput | null;
  /**
   * The facility agent's fee a year, as an amount, paid in advance: at the first drawdown and with the first payment or
   * drawing on each anniversary or after it, as long as the credit stands.
   * Default: "0".
   */
  agencyAmount?: DecimalInput | null;
  /**
   * What lawyers, documents and the like cost, as an amount, paid once at the first drawdown.
   * Default: "0".
   */
  expensesAmount?: DecimalInput | null;
}

/** A deposit of the borrower's that the lender keeps from the first drawdown to the last repayment. */
export interface Deposit {
  /** The part of the credit amount that is kept. */
  share: DecimalInput;
  /**
   * What it earns a year, simple, paid back with it.
   * Default: "0".
   */
  rate?: DecimalInput | null;
}

/**
 * The sale of a supplier's credit: a bank buys the buyer's bills or notes without recourse. An exporter that keeps them
 * gives its own cost of money as the rate, and sees what they are worth to it.
 */
export interface Forfaiting {
  /** The rate a year at which the bills are discounted. */
  discountRate: DecimalInput;
  /**
   * How it becomes a discount.
   * Default: "straight".
   */
  discounting?: "straight" | "simple-yield" | "annual-yield" | "semi-annual-yield" | null;
  /**
   * How days bear the discount and the commitment fee.
   * Default: "ACT/360".
   */
  dayCount?: DayCountInput | null;
  /**
   * Days after each due date for which the bank counts the discount as well, 0 to 365.
   * Default: 0.
   */
  graceDays?: DecimalInput | null;
  /**
   * Commission as a fraction of the bills that are sold.
   * Default: "0".
   */
  commission?: DecimalInput | null;
  /**
   * Fees as an amount.
   * Default: "0".
   */
  fee?: DecimalInput | null;
  /**
   * A year on the bills that are sold, for the time that the bank holds its offer before it buys them.
   * Default: "0".
   */
  commitmentFee?: DecimalInput | null;
  /**
   * Days of that time, 0 to 3650.
   * Default: 0.
   */
  commitmentDays?: DecimalInput | null;
}

/** The lending bank: its rules, what it knows of obligor and guarantor, and what it wants to earn. */
export interface BankTerms {
  /**
   * The edition of the capital rules.
   * Default: "basel-3".
   */
  rules?: "basel-3" | "basel-2" | "basel-2-scaled" | null;
  /**
   * How the bank finds the obligor's risk weight. The guarantor's is standardised.
   * Default: "standardised".
   */
  approach?: "standardised" | "internal-ratings" | null;
  /**
   * What the obligor is. A sovereign without a rating has the weight of its country's category.
   * Default: "corporate".
   */
  exposureClass?: "corporate" | "bank" | "sovereign" | "residential-mortgage" | "qualifying-revolving" | "other-retail" | null;
  /** The obligor's external rating, where the deal has its class instead. */
  obligorRating?: "AAA" | "AA+" | "AA" | "AA-" | "A+" | "A" | "A-" | "BBB+" | "BBB" | "BBB-" | "BB+" | "BB" | "BB-" | "B+" | "B" | "B-" | "CCC+" | "CCC" | "CCC-" | "CC" | "C" | null;
  /** The obligor's standardised weight where the rules' tables have none or a supervisor has another: 0 to 12.5. */
  obligorWeight?: DecimalInput | null;
  /** The obligor's probability of default within a year. It counts in the expected loss by either approach. */
  defaultProbability: DecimalInput;
  /** The part of what isn't covered that is lost in a default. */
  lossGivenDefault: DecimalInput;
  /** The effective maturity in years, for internal ratings: 2.5 where the rules fix it. Left out, it is measured. */
  maturityYears?: DecimalInput | null;
  /** The yearly sales of the obligor's group in millions of euros; below 50 they lower the weight. */
  annualSalesMillions?: DecimalInput | null;
  /**
   * The country risk category of the guarantor's state. Left out, with rating and weight, that of the exporter's country
   * counts.
   */
  guarantorCategory?: DecimalInput | null;
  /** In its place: the rating of the guarantor's state. */
  guarantorRating?: "AAA" | "AA+" | "AA" | "AA-" | "A+" | "A" | "A-" | "BBB+" | "BBB" | "BBB-" | "BB+" | "BB" | "BB-" | "B+" | "B" | "B-" | "CCC+" | "CCC" | "CCC-" | "CC" | "C" | null;
  /** In its place: the guarantor's risk weight, 0 to 12.5. So for a private insurer. */
  guarantorWeight?: DecimalInput | null;
  /** What of an undrawn commitment counts as exposure. Left out, what the rules say. */
  undrawnFactor?: DecimalInput | null;
  /** Capital that the bank holds for a unit of risk-weighted assets; the rules' least is 0.08, without buffers. */
  capitalRatio: DecimalInput;
  /** The least capital for a unit of exposure whatever its weight; Basel III has 0.03 of Tier 1. */
  leverageRatio?: DecimalInput | null;
  /** The reference rate a year at which money without credit risk is lent. */
  baseRate: DecimalInput;
  /** What the bank itself pays for money on top of it, a year. */
  fundingSpread: DecimalInput;
  /** The cost of running the loan a year, on what is owed. */
  operatingCost: DecimalInput;
  /** The rate of tax on the bank's profit, under 1. */
  taxRate: DecimalInput;
  /** The return on capital a year that the bank wants, after tax. */
  targetReturn: DecimalInput;
}

/** What an export credit costs, and of what that is made. */
export interface ExportCreditQuote {
  /** The currency of all amounts. */
  currency: string;
  /** The contract value. */
  contractValue: string;
  /** What the buyer pays before the first drawdown. */
  downPayment: string;
  /** The credit: contract value less down payment, and local costs. Without a financed premium. */
  creditAmount: string;
  /** The premium that the credit finances on top; zero when it is paid in cash. */
  financedPremium: string;
  /** Interest that is added to what is owed while the credit is drawn; null where it is paid. */
  capitalisedInterest: string | null;
  /** All that is borrowed: credit amount, financed premium and capitalised interest. */
  loanAmount: string;
  /** The most that may be financed with support: 85 % of the contract, local costs and premium. */
  maximumCredit: string;
  /** The premium that is paid, in cash or financed. */
  premium: string;
  /** The cover's price, as the product `export-credit-cover` gives it; null without cover. */
  cover: CoverQuote | null;
  /** The country, as the product `country-risk` gives it. */
  country: CountryRiskQuote;
  /** The rate by the rule for commercial interest reference rates; null where the rate is given. */
  cirr: CirrQuote | null;
  /** The rate that holds when the period of each row of the schedule begins; null for one that never changes. */
  rates: Float64Array | null;
  /**
   * The one rate at which interest alone would cost the same as at the rates that change, as the contract counts;
   * null for a rate that never changes.
   */
  levelRate: number | null;
  /** Every day on which something is drawn or paid. */
  schedule: CreditSchedule;
  /** The last day on which something is paid. */
  maturity: string;
  /** Average life of the repayments from the starting point of credit, in years. */
  averageLifeYears: number;
  /** What the borrower pays in all beyond what it drew for goods. */
  totalCost: string;
  /** The all-in rate: effective a year, by XIRR (ACT/365F) over the borrower's real flows. */
  allInRate: number;
  /**
   * The all-in rate as the contract counts: the interest rate at which a loan with no other cost would have the
   * same flows.
   */
  allInRateNominal: number;
  /** How often the nominal rate compounds. */
  compounding: Frequency;
  /** What makes the all-in rate, in the order in which it is added, so that it sums. */
  components: Component[];
  /** The same deal without cover at the spread that was given; null without one. */
  withoutCover: WithoutCover | null;
  /** The exporter's side of a supplier's credit; null where it does not sell its bills. */
  supplier: SupplierQuote | null;
  /** The bank's view; null without its terms. */
  bank: BankQuote | null;
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** What the cover costs. */
export interface CoverQuote {
  /** The obligor's country or territory. */
  country: string | null;
  /** The category that the premium was looked up for; null when the rule needs none and there is none. */
  category: number | null;
  /** The obligor's class; null when the rule needs none and none was given. */
  buyer: "SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5" | null;
  /** The rule set; where every one was asked for, the first that applies. */
  rules: "oecd-minimum" | "de-federal-short-term" | "de-federal-manufacturing" | "se-matrix-newer" | "se-matrix-older" | "fi-short-term" | "jp-2004-pre-shipment" | "jp-2004-post-shipment" | "rate-card" | "market-spread" | "given" | "every";
  /** The edition of the minimum premium; null for other rules. */
  edition: "2023-07" | "before-2023-07" | null;
  /** The horizon of risk in years: half the disbursement and the repayment, by the rule's profile. */
  horizonYears: number;
  /** The average life of the repayments in years. */
  averageLifeYears: number;
  /**
   * Whether the obligor counted as speculative grade; null for `given`. What else the rule counted in tells
   * `explain`.
   */
  speculativeGrade: boolean | null;
  /** The currency of all amounts. */
  currency: string;
  /**
   * What the premium rate is a fraction of: the amount of the request, for the minimum premium the principal of
   * the credit, all of it. `ruleSet.base` says as what the rule counts it.
   */
  premiumBase: string;
  /** The premium as a fraction of the base, flat, as if paid in full at the first drawdown; exact. */
  premiumRate: string;
  /** The premium. */
  premium: string;
  /** The premium as a spread a year: exactly the rise of the borrower's nominal rate. Null without a rate. */
  annualSpread: number | null;
  /**
   * The premium rate over half the disbursement and the average life: what people use, and less than it costs.
   * Null where nothing is owed for any time.
   */
  naiveAnnualSpread: number | null;
  /** What the rule set counts in, what it leaves out and how good its source is. */
  ruleSet: RuleSetFacts;
  /** The premium when the credit finances it; null when it can't. */
  financed: FinancedPremium | null;
  /** The premium when it is paid with each drawdown. */
  asDrawn: AsDrawn;
  /** The other rule sets that were asked for, on the same footing: the same amount and the same balance. */
  others: OtherRules[];
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** What a rule set counts in, what it leaves out, and where it is from. */
export interface RuleSetFacts {
  /** As what the rule counts the amount. */
  base: "principal" | "receivable" | "production-costs" | "insured-value";
  /** The lowest grade among its numbers. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption";
  /** The id of the table's edition; null where the rule has no table. */
  table: string | null;
  /**
   * The years over which the premium counts as a spread: half the disbursement and the average life, or the time
   * of its own that the rule counts, before shipment or in days.
   */
  countedYears: number;
  /** The lower end of the range that the agency prints, as a spread a year; null where there is none. */
  rangeLow: number | null;
  /** The upper end of that range. */
  rangeHigh: number | null;
  /** Whether the numbers are reconstructed and not the agency's own tariff. */
  reconstruction: boolean;
  /** Whether the tariff is no longer in use. */
  historical: boolean;
  /** What the premium leaves out. */
  leavesOut: ("agency-margin" | "interest" | "buyer-risk" | "fees" | "least-premium" | "percentage-of-cover" | "cover-factors" | "minimum-premium" | "range-of-rates" | "insurers-costs")[];
  /** Fees beside the premium, as far as they are known. */
  fees: RuleSetFee[];
}

/** A fee beside the premium. */
export interface RuleSetFee {
  /** Which. */
  name: "application" | "issue";
  /** The fee; null where its bands are not known, or the deal's currency is not the fee's. */
  amount: string | null;
  /** The least. */
  minimum: string;
  /** The most. */
  maximum: string;
  /** The fee's currency. */
  currency: string;
  /** How good the source is. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption";
}

/** A premium that the credit finances on top, so that it bears premium itself. */
export interface FinancedPremium {
  /** The part that is financed. */
  share: string;
  /** The premium as a fraction of the credit without it: p / (1 − p · share). */
  rate: string;
  /** The premium. */
  premium: string;
  /** The credit with what is financed. */
  credit: string;
}

/** A premium that is paid as the credit is drawn: equal parts, the last with what rounding left. */
export interface AsDrawn {
  /** How many parts, one at the beginning of each month of the disbursement. */
  parts: number;
  /** Each part but the last. */
  part: string;
  /** The last part. */
  last: string;
}

/** The price by another rule set, on the same footing; or why there is none. */
export interface OtherRules {
  /** The rule set. */
  rules: "oecd-minimum" | "de-federal-short-term" | "de-federal-manufacturing" | "se-matrix-newer" | "se-matrix-older" | "fi-short-term" | "jp-2004-pre-shipment" | "jp-2004-post-shipment" | "rate-card" | "market-spread" | "given" | "every";
  /** The premium as a fraction of the same amount, flat; exact. Null where the rule set does not apply. */
  premiumRate: string | null;
  /** The premium. */
  premium: string | null;
  /** As a spread a year on the same balance; null without a rate. */
  annualSpread: number | null;
  /** As people divide it. */
  naiveAnnualSpread: number | null;
  /** How good the source is. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption" | null;
  /** What the rule set counts in, what it leaves out and how good its source is. */
  ruleSet: RuleSetFacts | null;
  /** Why the rule set gives no price here. */
  refusal: Refusal | null;
}

/** Why a rule set gives no price: the error that a request for it alone would meet. */
export interface Refusal {
  /** The kind of the error. */
  kind: string;
  /** A short code. */
  reason: string;
  /** The path of the field. */
  field: string;
  /** The bad value. */
  value: string | null;
  /** Values that the sentence mentions. */
  details: Record<string, string>;
  /** What would be right. */
  message: string;
}

/** The edition of a table that an answer rests on. */
export interface Edition {
  /** The stable name of the table: `oecd-country-risk`. */
  id: string;
  /** The title. */
  title: string;
  /** Where the numbers come from. */
  source: string;
  /** The first day on which the edition is in force, where it has one. */
  inForce: string | null;
  /** The day on which the numbers were taken from the source. */
  retrieved: string;
  /** The lowest grade among the numbers; single cells may be better. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption";
}

/** Something that a reader of the quote should know. */
export interface Notice {
  /** The stable code in kebab case. */
  code: string;
  /** Values that the words mention, by name, as text. */
  values: Record<string, string>;
}

/** What is known of a country's risk. */
export interface CountryRiskQuote {
  /** The country or territory. */
  country: string;
  /**
   * The risk category, 0 to 7: an input of the minimum premium, not a rating of the sovereign; null where
   * there is none.
   */
  category: number | null;
  /** Why there is a category or none. */
  status: "classified" | "market-benchmark" | "not-reviewed" | "unclassified" | "not-listed";
  /** The day on which what is said of the category was valid: that of the list, or of the rate card. */
  asOf: string;
  /**
   * Our own score, 0 safe to 100; null when less than half of its weight is known. Neither the category nor
   * anything made from it is part of it.
   */
  score: number | null;
  /** The share of the score's weight of which something is known, 0 to 1. */
  confidence: number;
  /** What the score is made of: the dimensions of which something is known. */
  dimensions: Dimension[];
  /** The indicators that are missing: they are left out of the score, never filled in. */
  missing: ("reserves" | "current-account" | "government-effectiveness" | "gdp-per-person" | "public-debt" | "political-stability" | "internal-conflict" | "interstate-conflict" | "rule-of-law" | "control-of-corruption" | "customs" | "infrastructure" | "logistics" | "regulatory-quality" | "gdp" | "inflation" | "exchange-rate-volatility" | "exchange-rate-change")[];
  /**
   * The spread a year of the sovereign for 1 to 15 years of repayment; null where neither a minimum premium nor a
   * curve gives one, and where measures keep it back.
   */
  spread: number[] | null;
  /** Where the spread comes from; null without one. */
  spreadSource: "minimum-premium" | "sovereign-curve" | null;
  /** The cumulative probability of default that this spread prices, for 1 to 15 years: higher than history. */
  defaultProbability: number[] | null;
  /** The part of a defaulted claim that was taken to come back. */
  recovery: string;
  /** The minimum premium of a good to moderately good buyer for two, five, ten and fifteen years. */
  premiumIndication: PremiumIndication[];
  /** What a short-term rule set asks of the same buyer. */
  shortTermIndication: ShortTermIndication[];
  /**
   * The programmes of measures of the United Nations, the European Union and the United States that name the
   * country or territory: information, not screening and not legal advice.
   */
  measures: Programme[];
  /** The day of these programmes. */
  measuresAsOf: string;
  /** The country beside the others that were asked for; empty when none were. */
  comparison: ComparisonRow[];
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** One side of the score. */
export interface Dimension {
  /** Which one. */
  name: "transfer-and-convertibility" | "sovereign-credit" | "political-stability-and-conflict" | "rule-of-law-and-expropriation" | "trade-barriers" | "technical-and-service-readiness" | "competition-and-market" | "currency";
  /** 0 safe to 100: the weighted mean of the points of its indicators. */
  score: number;
  /** Its share of the whole score, as a fraction: those of all dimensions sum to 1. */
  weight: number;
  /** What it is made of, without what is missing. */
  indicators: IndicatorScore[];
}

/** What one indicator says. */
export interface IndicatorScore {
  /** Which one. */
  name: "reserves" | "current-account" | "government-effectiveness" | "gdp-per-person" | "public-debt" | "political-stability" | "internal-conflict" | "interstate-conflict" | "rule-of-law" | "control-of-corruption" | "customs" | "infrastructure" | "logistics" | "regulatory-quality" | "gdp" | "inflation" | "exchange-rate-volatility" | "exchange-rate-change";
  /** The published number, in its unit. */
  value: number;
  /** The unit. */
  unit: "months" | "percent-of-gdp" | "percent" | "index" | "level" | "usd" | "usd-billion";
  /** The year that the number is about. */
  year: number;
  /** 0 safe to 100. */
  points: number;
  /** Its share of the whole score, as a fraction. */
  weight: number;
  /** Who publishes it. */
  source: "world-bank-wgi" | "world-bank-lpi" | "cia-factbook" | "ucdp-prio";
}

/** What the minimum premium is for a term. */
export interface PremiumIndication {
  /** Years of repayment, without a disbursement period. */
  years: number;
  /** The buyer's class. */
  buyer: "SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5";
  /**
   * The premium as a fraction of the principal, flat, at 95 % of cover; exact. `export-credit-cover` gives the
   * deal's own.
   */
  premiumRate: string;
}

/** What a short-term rule set asks for a term. */
export interface ShortTermIndication {
  /** The rule set, as `export-credit-cover` names it. */
  rules: string;
  /** Months of repayment, without a disbursement period; one payment at the end. */
  months: number;
  /** The buyer's class. */
  buyer: "SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5";
  /** The premium as a fraction of the claim without interest, flat; exact. */
  premiumRate: string;
}

/** A programme of measures that names a country or territory. Information, not screening and not legal advice. */
export interface Programme {
  /** Who takes the measures. */
  issuer: "UN" | "EU" | "US";
  /** The code of the programme, which begins with its issuer's. */
  programme: string;
  /** What the programme is about. */
  kind: "territory-wide-or-sectoral" | "list-based" | "other";
  /** What it forbids or freezes. */
  measures: ("asset-freeze" | "travel-ban" | "arms" | "claims-prohibition" | "aid-suspension" | "export-control" | "import-restrictions" | "financial-restrictions" | "investment-ban" | "services-ban" | "transport-restrictions")[];
}

/** A country or territory in one row: what its own quote says. */
export interface ComparisonRow {
  /** The country or territory. */
  country: string;
  /** The risk category, 0 to 7; null where there is none. */
  category: number | null;
  /** Why there is a category or none. */
  status: "classified" | "market-benchmark" | "not-reviewed" | "unclassified" | "not-listed";
  /** Our own score, 0 safe to 100; null where too little is known. */
  score: number | null;
  /** The share of the score's weight of which something is known, 0 to 1. */
  confidence: number;
  /** The spread a year for five years; null as in the quote. */
  fiveYearSpread: number | null;
  /** The cumulative probability of default over five years; null as the spread is. */
  fiveYearDefaultProbability: number | null;
  /**
   * The minimum premium of a good to moderately good buyer for five years, a fraction; exact; null where there
   * is none.
   */
  fiveYearPremiumRate: string | null;
  /** Whether measures limit trade with the territory or a sector of it. */
  measuresExist: boolean;
}

/** The commercial interest reference rate and what it is made of. */
export interface CirrQuote {
  /** The maturity that the rule asks for, in whole years. */
  maturityYears: number;
  /** The mean of the month's daily yields of that maturity. */
  baseRate: string;
  /** What is put on it. */
  margin: string;
  /** The rate: both together, at least 0.15 %. It is the credit's interest rate. */
  rate: string;
  /** How many yields are in the mean; of two maturities where the rule's lies between them. */
  yields: number;
  /** From when the rate is in force: the 15th of the month after that of the yields. */
  validFrom: string;
  /** Until when: the 14th of the month after that. */
  validUntil: string;
}

/** The flows of an export credit by day. All columns but the days are in the currency's smallest units. */
export interface CreditSchedule {
  /** The days. */
  dates: Int32Array;
  /** What is drawn, a financed premium included. */
  drawdown: Float64Array;
  /** What is owed before the day's payment and drawing. */
  opening: Float64Array;
  /** Interest due. */
  interest: Float64Array;
  /** Principal repaid; negative where interest is added to what is owed. */
  principal: Float64Array;
  /** Fees paid. */
  fees: Float64Array;
  /** Premium paid in cash. */
  premium: Float64Array;
  /** Deposit paid in (positive) and back with its interest (negative). */
  deposit: Float64Array;
  /** All that is paid: interest, principal, fees, premium in cash and deposit. */
  payment: Float64Array;
  /** What is owed after it. */
  closing: Float64Array;
}

/** One part of the all-in cost. */
export interface Component {
  /** Which part. */
  name: "interest" | "premium" | "fees" | "retained" | "interaction";
  /** The change in money that adding it brings. */
  money: string;
  /** The change in the all-in rate that adding it brings. */
  rate: number;
  /** The same in basis points. */
  basisPoints: number;
  /** The change in money when it alone is left out of the whole deal. */
  leftOutMoney: string;
  /** The change in the all-in rate when it alone is left out of the whole deal. */
  leftOutRate: number;
  /** The same in basis points. */
  leftOutBasisPoints: number;
}

/** The same deal without cover. */
export interface WithoutCover {
  /** The spread on top of the contract's rate. */
  spread: string;
  /** The all-in rate, effective a year. */
  allInRate: number;
  /** The all-in rate as the contract counts. */
  allInRateNominal: number;
  /** What the borrower pays in all beyond what it drew. */
  totalCost: string;
  /** How much more it costs than with cover, in money; negative when it costs less. */
  extraCost: string;
  /** How much more it costs than with cover, as a change of the all-in rate. */
  extraRate: number;
  /** The spread at which the deal costs the same with and without cover, as the contract counts. */
  breakEvenSpread: number;
}

/** The exporter's side of a supplier's credit that is sold: what it gets, what that costs, and the price that makes it whole. */
export interface SupplierQuote {
  /** The day on which the bills are sold: that of the last delivery. */
  saleDate: string;
  /** The bills, one for each day on which the buyer pays principal and interest. */
  bills: SupplierBills;
  /** All bills together. */
  faceValue: string;
  /** What the bank takes off for the time until they are due. */
  discountAmount: string;
  /** Commission, commitment fee and fees. */
  charges: string;
  /** What the bills bring: their face less discount and charges. */
  proceeds: string;
  /** Down payment and what the bills bring. */
  cashOnShipment: string;
  /**
   * The premium that the exporter pays itself: all of it where it bears it or adds it to the bills, nothing where the
   * buyer gives the cash for it.
   */
  premiumBorne: string;
  /** What the exporter has of its sale: down payment and what the bills bring, less its premium. */
  netProceeds: string;
  /** Discount, charges and the premium that it pays. */
  exporterCost: string;
  /** The same as a fraction of the contract value. */
  costShare: number;
  /** What a buyer that pays on delivery would pay: contract value and local costs. */
  cashPrice: string;
  /** What the net proceeds lack of the cash price; negative where interest in the bills brings more than all of it costs. */
  shortfall: string;
  /**
   * What the cash costs a year, premium and charges counted: effective, by XIRR over the cash on the day of the sale and
   * the bills that are given for it. Null where nothing is left of them.
   */
  effectiveRate: number | null;
  /**
   * By how much the contract value would have to be higher for the net proceeds to be the cash price of today's;
   * negative where it could be lower, null where no price does it.
   */
  priceRise: string | null;
  /** The same as a fraction of the contract value. */
  priceRiseShare: number | null;
}

/** The bills in order. All columns but the days are in the currency's smallest units. */
export interface SupplierBills {
  /** The days on which they are due. */
  dates: Int32Array;
  /** What the buyer pays of each: principal and interest. */
  face: Float64Array;
  /** What the bank takes off; nothing of a bill that is due by the day of the sale, which the exporter collects. */
  discount: Float64Array;
  /** What is left. */
  proceeds: Float64Array;
}

/** The bank's view of the deal. */
export interface BankQuote {
  /** The covered share that counts: the lower of commercial and political. */
  coveredShare: number;
  /** The risk weight of the covered share, as a fraction: the guarantor's, where it is lower than the obligor's. */
  coveredWeight: number;
  /** The risk weight of the uncovered share, as a fraction: the obligor's. */
  uncoveredWeight: number;
  /** The obligor's weight, as the product `risk-weight` gives it. */
  obligor: RiskWeightQuote;
  /** The effective maturity, 1 to 5 years; null without internal ratings. */
  effectiveMaturityYears: number | null;
  /** What the bank pays for money a year: reference rate and spread. */
  fundingRate: number;
  /** The margin over it that the deal's own rate has. */
  dealMargin: number;
  /** With the cover; without one as without. */
  withCover: BankSide;
  /** The same deal without cover, at the same rate. */
  withoutCover: BankSide;
  /** How much less margin the bank needs with cover, a year. */
  marginSaved: number;
  /** The same in money over the life: what the cover is worth to the bank. */
  worth: string;
  /** How much less capital is tied up with cover, on average over the life. */
  capitalFreed: string;
}

/** A risk weight and what it is made of. All are fractions. */
export interface RiskWeightQuote {
  /** The risk weight: what of the exposure counts as risk-weighted asset. */
  riskWeight: number;
  /** The least capital, 8 % of it, as a fraction of the exposure. */
  capital: number;
  /** The expected loss of a year, as a fraction of the exposure; null without internal ratings. */
  expectedLoss: number | null;
  /** The probability of default that counts, after the floor; null without internal ratings. */
  defaultProbability: number | null;
  /** The correlation of the debtors' assets; null without internal ratings. */
  correlation: number | null;
  /** The rate of default that is not passed in 999 of 1,000 years; null without internal ratings. */
  conditionalDefaultRate: number | null;
  /** What the maturity multiplies the capital by; null without internal ratings. */
  maturityFactor: number | null;
  /** The tables that this rests on: the rules' own, which stand in the working. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** The deal in the bank's books, one way. */
export interface BankSide {
  /** The risk weight of the whole, as a fraction. */
  riskWeight: number;
  /** What is owed on average over the life. */
  averageBalance: string;
  /** Risk-weighted assets on average over the life, undrawn commitments converted. */
  riskWeightedAssets: string;
  /** Capital tied up, on average over the life. */
  capital: string;
  /** The expected loss over the life, not discounted. */
  expectedLoss: string;
  /** Of the margin: the cost of running the loan. */
  costMargin: number;
  /** Of the margin: the expected loss. */
  lossMargin: number;
  /** Of the margin: what capital must earn before tax, beyond the cost of the money whose place it takes. */
  capitalMargin: number;
  /** Of the margin: the lender's own fees, which lower it; zero and below. */
  feeMargin: number;
  /** The margin over the cost of money a year that meets the target: its four parts. Below zero where fees alone do. */
  neededMargin: number;
  /** The rate a year that does: cost of money and margin. */
  neededRate: number;
  /** The return on capital a year, after tax, at the deal's own rate; null where no capital is tied up. */
  returnOnCapital: number | null;
}

/** A credit of two years and more, to be insured. */
export interface CoverRequest {
  product: "export-credit-cover";
  /** The exporter's country. Only agencies of the Arrangement's Participants are bound by the minimum premium. */
  exporterCountry?: string | null;
  /** The obligor's country or territory. May be missing when the category is given. */
  country?: string | null;
  /** The obligor's class. Give this or a rating. */
  buyer?: "SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5" | null;
  /** The obligor's rating, in place of its class. */
  rating?: "AAA" | "AA+" | "AA" | "AA-" | "A+" | "A" | "A-" | "BBB+" | "BBB" | "BBB-" | "BB+" | "BB" | "BB-" | "B+" | "B" | "B-" | "CCC+" | "CCC" | "CCC-" | "CC" | "C" | null;
  /** The currency of the credit. */
  currency: string;
  /** The principal of the credit, all of it: the percentage of cover is inside the formula. */
  amount: DecimalInput;
  /**
   * Months from the first drawdown to the starting point of credit.
   * Default: 0.
   */
  disbursementMonths?: DecimalInput | null;
  /**
   * Months from there to the last repayment; 24 or more for the minimum premium, under 24 for short-term rules. 0
   * is payment at delivery.
   */
  repaymentMonths: DecimalInput;
  /**
   * The covered shares of a loss.
   * Default: {"commercial":"0.95","political":"0.95"}.
   */
  cover?: CoveredShares | null;
  /**
   * How good the cover is for the lender.
   * Default: "standard".
   */
  quality?: "below-standard" | "standard" | "above-standard" | null;
  /**
   * The discount for mitigation in local currency, 0 to 0.20.
   * Default: "0".
   */
  localCurrencyFactor?: DecimalInput | null;
  /**
   * The discount for security, 0 to 0.35. Give this or the security itself.
   * Default: "0".
   */
  creditEnhancementFactor?: DecimalInput | null;
  /** The security that the discount follows from. */
  security?: Security | null;
  /** The credit's interest rate a year, nominal. Without it the premium can't be told as a spread. */
  rate?: DecimalInput | null;
  /**
   * Payments of principal and interest a year: 1, 2, 4 or 12.
   * Default: 2.
   */
  paymentsPerYear?: DecimalInput | null;
  /** A category in place of the country's. */
  category?: DecimalInput | null;
  /**
   * The average life of the repayments from the starting point of credit, in years, when they are not equal
   * half-yearly principals.
   */
  averageLifeYears?: DecimalInput | null;
  /** Whether the obligor is of speculative grade, in place of what follows from category and class. */
  speculativeGrade?: boolean | null;
  /**
   * Whose rules; of several the first is answered in full and the others beside it.
   * Default: "oecd-minimum".
   */
  rules?: "oecd-minimum" | "de-federal-short-term" | "de-federal-manufacturing" | "se-matrix-newer" | "se-matrix-older" | "fi-short-term" | "jp-2004-pre-shipment" | "jp-2004-post-shipment" | "rate-card" | "market-spread" | "given" | "every" | readonly ("oecd-minimum" | "de-federal-short-term" | "de-federal-manufacturing" | "se-matrix-newer" | "se-matrix-older" | "fi-short-term" | "jp-2004-pre-shipment" | "jp-2004-post-shipment" | "rate-card" | "market-spread" | "given" | "every")[] | null;
  /**
   * The edition of the minimum premium.
   * Default: "2023-07".
   */
  edition?: "2023-07" | "before-2023-07" | null;
  /** The premium as a fraction of the principal, for the rule `given`. */
  premiumRate?: DecimalInput | null;
  /**
   * Equal instalments of a credit of up to 24 months, evenly over the repayment: 1 to 24. Without it a credit under
   * 24 months is paid at once at its end.
   */
  instalments?: DecimalInput | null;
  /**
   * Months from the start of manufacture to shipment, for `de-federal-manufacturing`. The amount then stands for
   * the costs of production.
   */
  manufacturingMonths?: DecimalInput | null;
  /** Days at risk, for `jp-2004-…`: after shipment the longest usance, before it those to the last shipment. */
  riskDays?: DecimalInput | null;
  /** The premium class of the buyer, for `fi-short-term`: the agency's own, not the class by country. */
  premiumClass?: "I" | "II" | "III" | null;
  /** The market's spreads for the obligor, for `market-spread`. */
  marketCurve?: MarketCurve | null;
  /**
   * The part of the premium that the credit finances, for `financed`.
   * Default: "1".
   */
  financedShare?: DecimalInput | null;
  /**
   * Whether the project is of a climate sector, for which longer terms are allowed.
   * Default: false.
   */
  climateSector?: boolean | null;
  /** The day as of which the tables are looked at: those older than a year then give a notice. */
  valuationDate?: string | null;
}

/** The covered shares of a loss. */
export interface CoveredShares {
  /**
   * By commercial risk: the buyer does not pay.
   * Default: "0.95".
   */
  commercial?: DecimalInput | null;
  /**
   * By political risk: the country hinders the payment.
   * Default: "0.95".
   */
  political?: DecimalInput | null;
}

/** What the market asks for a risk like the obligor's, by tenor. */
export interface MarketCurve {
  /** Tenors in years, ascending, above zero. */
  tenors: NumberColumnInput;
  /** The spread a year at each, as a fraction: 0.015 is 1.5 %. */
  spreads: NumberColumnInput;
  /**
   * The rate a year at which premiums are discounted, nominal. Without it the credit's rate and the spread
   * together, so that the premium is worth exactly the spread.
   */
  discountRate?: DecimalInput | null;
}

/** How risky a country is, and what that costs. */
export interface CountryRiskRequest {
  product: "country-risk";
  /** The country or territory. */
  country: string;
  /** A category in place of the country's. */
  category?: DecimalInput | null;
  /** The interest rate a year at which a flat premium becomes a spread. Without it 6 %, an assumption. */
  rate?: DecimalInput | null;
  /**
   * The part of a defaulted claim that comes back: an assumption, yours to change.
   * Default: "0.4".
   */
  recovery?: DecimalInput | null;
  /** Spreads of the sovereign by tenor, from the market or a rating: they take the place of the implied ones. */
  sovereignCurve?: SovereignCurve | null;
  /** Weights of the score's dimensions in place of the method's own. */
  weights?: ScoreWeights | null;
  /**
   * Up to ten other countries or territories, to stand beside this one in a table.
   * Default: [].
   */
  compare?: readonly string[] | null;
  /**
   * Show prices although there are measures that limit trade with the territory or a sector of it.
   * Default: false.
   */
  showPriceDespiteMeasures?: boolean | null;
  /** The day as of which the tables are looked at: those older than a year then give a notice. */
  valuationDate?: string | null;
}

/** What the market or a rating asks of the sovereign, by tenor. */
export interface SovereignCurve {
  /** Tenors in years, ascending, above zero. */
  tenors: NumberColumnInput;
  /** The spread a year at each, as a fraction: 0.015 is 1.5 %. */
  spreads: NumberColumnInput;
  /** The day of the curve. */
  asOf?: string | null;
}

/**
 * Weights in place of the method's own, relative to each other: 0 leaves a dimension out, and what is not given
 * keeps the method's weight, which is 1.
 */
export interface ScoreWeights {
  /** Whether money can be changed and sent abroad. */
  transferAndConvertibility?: DecimalInput | null;
  /** Whether the state pays its debts. */
  sovereignCredit?: DecimalInput | null;
  /** Whether there is peace and order. */
  politicalStabilityAndConflict?: DecimalInput | null;
  /** Whether contracts and property hold. */
  ruleOfLawAndExpropriation?: DecimalInput | null;
  /** How hard it is to bring goods over the border. */
  tradeBarriers?: DecimalInput | null;
  /** Whether roads, ports and services carry what is sold. */
  technicalAndServiceReadiness?: DecimalInput | null;
  /** Whether firms can compete, and for how large a market. */
  competitionAndMarket?: DecimalInput | null;
  /** What becomes of the country's money. */
  currency?: DecimalInput | null;
}

/** How a number that has more decimals than can be paid becomes one that can. */
export type Rounding =
  | "midpoint-away-from-zero"
  | "midpoint-nearest-even"
  | "midpoint-toward-zero"
  | "away-from-zero"
  | "toward-zero"
  | "toward-positive-infinity"
  | "toward-negative-infinity"
  | "nearest-above-zero"
  | "nearest-below-zero";

/**
 * How a number that has more decimals than can be paid becomes one that can.
 * By its name or by any that it is also known as, in any case.
 */
export type RoundingInput = Rounding
  | "half-up"
  | "ROUND_HALF_UP"
  | "half-expand"
  | "closest"
  | "commercial"
  | "half-even"
  | "ROUND_HALF_EVEN"
  | "bankers"
  | "half-down"
  | "ROUND_HALF_DOWN"
  | "half-trunc"
  | "up"
  | "ROUND_UP"
  | "expand"
  | "down"
  | "ROUND_DOWN"
  | "trunc"
  | "truncate"
  | "ceiling"
  | "ROUND_CEILING"
  | "ceil"
  | "floor"
  | "ROUND_FLOOR"
  | "floor_ql"
  | "FloorTruncation"
  | "ceiling_ql"
  | "CeilingTruncation";

/** Invoices that shall be cash before the buyer pays. */
export interface ReceivablesRequest {
  product: "receivables";
  /** How. */
  method: "factoring" | "invoice-discounting" | "forfaiting" | "reverse-factoring" | "dynamic-discounting" | "note";
  /** The currency of all amounts. */
  currency: string;
  /** What the buyer owes, with no more decimals than the currency has. */
  amount: DecimalInput;
  /** The day of the invoice, from which all days are counted. */
  start: string;
  /** Days until the buyer has to pay (or to give the note), 0 to 3650. Give this or `due`. */
  termDays?: DecimalInput | null;
  /** The day on which the buyer has to pay, in place of `termDays`. */
  due?: string | null;
  /** Days that the note runs, for the method note: 1 to 3650. */
  noteDays?: DecimalInput | null;
  /** The day on which there is cash, counted from the invoice. Without it at once; with a note, when it is given. */
  cashDays?: DecimalInput | null;
  /** The discount as a fraction of the amount: 0.02 is 2 %. Of this, `discountRate` and `price` one is given. */
  discount?: DecimalInput | null;
  /** The discount a year, or the interest a year on the advance. */
  discountRate?: DecimalInput | null;
  /** What is paid for the claim, in place of a discount. */
  price?: DecimalInput | null;
  /**
   * How `discountRate` becomes a discount.
   * Default: "straight".
   */
  discounting?: "straight" | "simple-yield" | "annual-yield" | "semi-annual-yield" | null;
  /**
   * How days bear interest, in discounts and in values.
   * Default: "ACT/360".
   */
  dayCount?: DayCountInput | null;
  /**
   * Days after the due date for which the financier counts interest as well, 0 to 365.
   * Default: 0.
   */
  graceDays?: DecimalInput | null;
  /**
   * Days after the due date until the buyer really pays, 0 to 3650. Interest on an advance runs on.
   * Default: 0.
   */
  lateDays?: DecimalInput | null;
  /**
   * Days by which the buyer's term grows through the programme, for reverse factoring: 0 to 3650.
   * Default: 0.
   */
  extensionDays?: DecimalInput | null;
  /** The part that is advanced, for factoring and invoice discounting; they need it. */
  advanceRate?: DecimalInput | null;
  /**
   * Commission as a fraction of the amount.
   * Default: "0".
   */
  commission?: DecimalInput | null;
  /**
   * Fees as an amount.
   * Default: "0".
   */
  fee?: DecimalInput | null;
  /**
   * Whether commission and fees are taken off the advance, and not off what is paid at the end.
   * Default: false.
   */
  chargesUpfront?: boolean | null;
  /** Whether the supplier answers for a buyer that does not pay. Without it: for notes and invoice discounting. */
  recourse?: boolean | null;
  /** What the supplier's money costs it a year (simple, by the day count), to tell what each way is worth to it. */
  supplierRate?: DecimalInput | null;
  /** What the buyer's money earns or costs it a year, likewise. */
  buyerRate?: DecimalInput | null;
  /** The chance a year that the buyer defaults, as a fraction. */
  defaultRate?: DecimalInput | null;
  /**
   * The part of a defaulted claim that is lost.
   * Default: "1".
   */
  lossGivenDefault?: DecimalInput | null;
  /** The country of buyer and supplier, where both are in one: what is known of its rules on payment is told. */
  country?: string | null;
  /**
   * Whether the supplier is a small or medium-sized company, which such rules protect.
   * Default: true.
   */
  smallSupplier?: boolean | null;
  /**
   * How amounts become whole cents (or the currency's smallest unit).
   * Default: "midpoint-away-from-zero".
   */
  rounding?: RoundingInput | null;
  /** To how many decimals amounts are kept, 0 to 6, where not to the currency's own. */
  decimals?: DecimalInput | null;
}

/** What it brings, what it costs, and what it is worth to either side. */
export interface ReceivablesQuote {
  /** What the supplier has on the day of cash, charges that are taken off it deducted. */
  cash: string;
  /** The day of cash. */
  cashDate: string;
  /** What the supplier gets when the buyer has paid: the rest less charges. Negative where these are more. */
  released: string;
  /** The day on which the buyer pays. */
  paymentDate: string;
  /** Discount and interest. */
  discountAmount: string;
  /** Commission and fees. */
  charges: string;
  /** Discount, interest, commission and fees: the amount less all that the supplier gets. */
  totalCost: string;
  /** The same as a fraction of the amount. */
  costShare: number;
  /** Days between the cash and the payment that it takes the place of. */
  daysGained: number;
  /** What each of them costs. */
  costPerDay: string;
  /** Days from the invoice to cash. */
  daysToCash: number;
  /** The same for who waits. */
  daysToCashWaiting: number;
  /** `(F − C)/F/τ` by the day count. *Also known as* bank discount rate. F is what the cash takes at the end, C the cash. */
  discountYearly: number;
  /**
   * `(F − C)/C/τ` by the day count: at this cost of money a year (simple, from the day of cash on) cash and waiting
   * are worth the same.
   */
  indifferenceRate: number;
  /** `d · 365/days`, d = (F − C)/F: as platforms quote it. */
  quotedRate: number;
  /** `d/(1 − d) · 365/days`: as textbooks do. */
  simpleRate: number;
  /** `(1/(1 − d))^(365/days) − 1`: effective, to compare with everything else. */
  effectiveRate: number;
  /** The day of the values below: of the invoice; for dynamic discounting that of cash. */
  valueDate: string;
  /** What this way is worth to the supplier on that day, at its own cost of money. */
  supplierValue: string | null;
  /** What waiting is worth to it. */
  supplierWaitingValue: string | null;
  /** The difference: above zero this way is better than waiting. */
  supplierGain: string | null;
  /** What each day of waiting takes from the supplier. */
  waitingCostPerDay: string | null;
  /** What the supplier loses because it gets a note on the due date, and no cash. */
  noteCost: string | null;
  /** What this way takes from the buyer, as of that day. */
  buyerValue: string | null;
  /** What paying as agreed takes from it. */
  buyerWaitingValue: string | null;
  /** The difference: above zero this way is better for the buyer. */
  buyerGain: string | null;
  /** The least discount at which the buyer gains by paying cash on that day, as a fraction of the amount. */
  windowFrom: number | null;
  /** The largest at which the supplier gains by it, against the best of waiting and (where another pays) this way. */
  windowTo: number | null;
  /** What the supplier loses on average by waiting. */
  expectedLossWaiting: string | null;
  /** What it loses on average this way. */
  expectedLoss: string | null;
  /** What flows on which day, and what has come in so far. */
  schedule: ReceivablesSchedule;
  /** The tables that were used; there are none. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** Flows in the currency's smallest units: received positive, paid negative. Supplier, financier and buyer sum to zero. */
export interface ReceivablesSchedule {
  /** The days, as days since 1970-01-01. */
  dates: Int32Array;
  /** To the supplier. */
  supplier: Float64Array;
  /** To the financier. */
  financier: Float64Array;
  /** To the buyer. */
  buyer: Float64Array;
  /** To a supplier that waits. */
  waiting: Float64Array;
  /** To the supplier so far. */
  supplierSoFar: Float64Array;
  /** To the buyer so far. */
  buyerSoFar: Float64Array;
  /** To a supplier that waits, so far. */
  waitingSoFar: Float64Array;
}

/** A dealer's stock, financed unit by unit. */
export interface FloorplanRequest {
  product: "floorplan";
  /** The currency of all amounts. */
  currency: string;
  /** The day on which the first units arrive and are funded. */
  start: string;
  /**
   * Units that arrive a month, spread evenly over its days.
   * Default: 10.
   */
  unitsPerMonth?: DecimalInput | null;
  /**
   * Months in which units arrive.
   * Default: 12.
   */
  months?: DecimalInput | null;
  /** What a unit is invoiced at. */
  unitCost: DecimalInput;
  /**
   * The part of the invoice that is financed.
   * Default: "1".
   */
  advanceRate?: DecimalInput | null;
  /** The base rate a year. */
  baseRate: DecimalInput;
  /**
   * What is put on it.
   * Default: "0".
   */
  margin?: DecimalInput | null;
  /**
   * How days bear interest; one that divides days by a fixed year.
   * Default: "ACT/360".
   */
  dayCount?: DayCountInput | null;
  /**
   * Days at the beginning whose interest the maker pays.
   * Default: 0.
   */
  freeDays?: DecimalInput | null;
  /** Days from arrival to sale, on average: 1 to 1,800. */
  daysToSale: DecimalInput;
  /**
   * How they are spread.
   * Default: "fixed".
   */
  spread?: "fixed" | "exponential" | null;
  /**
   * Which draw: the same seed gives the same days.
   * Default: 1.
   */
  seed?: DecimalInput | null;
  /** Repayment of units that stand long. */
  curtailment?: Curtailment | null;
  /**
   * A fee for each unit, when it is funded.
   * Default: "0".
   */
  unitFee?: DecimalInput | null;
  /**
   * What the maker pays towards each unit's interest, when it is sold.
   * Default: "0".
   */
  support?: DecimalInput | null;
  /** The dealer's margin on a unit before interest: how long may it stand? */
  unitMargin?: DecimalInput | null;
  /** The dealer may fail. */
  risk?: FloorplanRisk | null;
  /**
   * How interest and parts become whole cents (or the currency's smallest unit).
   * Default: "midpoint-away-from-zero".
   */
  rounding?: RoundingInput | null;
}

/** Repayment of units that stand long. */
export interface Curtailment {
  /** The day of the first call, counted from arrival. */
  firstDay: DecimalInput;
  /** What each call repays, as a share of what was financed. */
  share: DecimalInput;
  /**
   * Days from one call to the next.
   * Default: 30.
   */
  everyDays?: DecimalInput | null;
}

/** The dealer may fail. */
export interface FloorplanRisk {
  /** The chance of it within a year. */
  defaultRate: DecimalInput;
  /**
   * The part of the balance whose units are sold and not repaid when an audit finds it out.
   * Default: "0".
   */
  outOfTrust?: DecimalInput | null;
  /**
   * The part of the units that are found which the maker must buy back at what is owed.
   * Default: "0".
   */
  buyBack?: DecimalInput | null;
  /**
   * What the other units that are found bring, of what is owed.
   * Default: "0".
   */
  recovery?: DecimalInput | null;
  /**
   * The part of a loss that credit insurance pays.
   * Default: "0".
   */
  insuredShare?: DecimalInput | null;
  /**
   * What it costs a year, of the average balance.
   * Default: "0".
   */
  premiumRate?: DecimalInput | null;
}

/** What a dealer's stock costs, how large the line must be, and what the lender risks. */
export interface FloorplanQuote {
  /**
   * The dealer's cost a year of what is financed, interest, fees and support in it, each unit counted from its own
   * arrival: XIRR on ACT/365F.
   */
  annualCost: number;
  /** Interest that the dealer pays for a unit, on average. */
  interestPerUnit: string;
  /** Interest of a day on a unit that nothing has been repaid of. */
  interestPerDay: string;
  /** Interest that the dealer pays a month, from the first day to the last sale, on average. */
  interestPerMonth: string;
  /** Interest that the dealer pays in all. */
  totalInterest: string;
  /** Fees in all. */
  totalFees: string;
  /** What the maker pays: interest of free days, and support. */
  makerCost: string;
  /** What the first unit owes when it is sold. */
  payoff: string;
  /** What is called before units are sold, in all. */
  totalCurtailed: string;
  /** The largest balance, and when. */
  peakBalance: string;
  /** Its day. */
  peakDate: string;
  /** The balance on an average day. */
  averageBalance: string;
  /** Units sold a day, times days to sale, times what is financed of a unit. */
  lineNeeded: string;
  /** Units. */
  units: number;
  /** Days to sale on average, as drawn. */
  averageDays: number;
  /** How often the stock is sold in a year of 365 days. */
  turns: number;
  /**
   * The day from arrival on which interest has taken the margin; null without one, and where it never does within
   * 1,800 days.
   */
  breakEvenDays: number | null;
  /** Units that stood for over 90 days when they were sold. */
  over90Days: number;
  /** Units that stood for over 180 days. */
  over180Days: number;
  /** Expected loss a year, before insurance. */
  expectedLoss: string | null;
  /** Expected loss a year that stays after insurance, with its premium. */
  costWithCover: string | null;
  /** Balance and payments by date. */
  schedule: FloorplanSchedule;
  /** The tables that this rests on: none. */
  editions: Edition[];
  /** What a reader should know: `days-drawn`. */
  notices: Notice[];
}

/**
 * The days on which something is funded, called or paid. Amounts are whole numbers of the currency's smallest unit. In
 * every row `closing = opening + drawn − principal − prepaid`.
 */
export interface FloorplanSchedule {
  /** The day. */
  dates: Int32Array;
  /** The balance before. */
  opening: Float64Array;
  /** What is funded. */
  drawn: Float64Array;
  /** Interest that is paid. */
  interest: Float64Array;
  /** What sold units repay. */
  principal: Float64Array;
  /** What is called of units that stand long. */
  prepaid: Float64Array;
  /** Fees. */
  fees: Float64Array;
  /** The balance after. */
  closing: Float64Array;
}

/** A car that its buyer pays over time. */
export interface RetailRequest {
  product: "retail";
  /**
   * The kind of contract.
   * Default: "loan".
   */
  agreement?: "loan" | "balloon" | "hire-purchase" | "lease" | null;
  /**
   * Where the buyer lives: whose annual percentage rate is told. Members of the European Union, the United Kingdom
   * and the United States have one here; elsewhere the effective rate is told.
   */
  country?: string | null;
  /** The rule of the annual percentage rate, in place of the country's. */
  aprRule?: "eu-consumer-credit" | "us-regulation-z" | "uk-conc" | "uk-mcob" | null;
  /** The currency of all amounts. */
  currency: string;
  /** The cash price of the car, tax included unless `priceTax` adds it. */
  price: DecimalInput;
  /**
   * A tax on the price that is financed with it, as a share of the price.
   * Default: "0".
   */
  priceTax?: DecimalInput | null;
  /**
   * What the buyer pays at once, an old car in part exchange included.
   * Default: "0".
   */
  deposit?: DecimalInput | null;
  /**
   * What the maker gives towards the deposit.
   * Default: "0".
   */
  makerContribution?: DecimalInput | null;
  /**
   * What the dealer gives towards the deposit.
   * Default: "0".
   */
  dealerContribution?: DecimalInput | null;
  /** The day on which the contract begins. */
  start: string;
  /** Months until the last payment, or until a leased car goes back. */
  months: DecimalInput;
  /** The day of the first payment, where it is not a month after the start. */
  firstPayment?: string | null;
  /**
   * Payments that are made at the start; the others follow month by month. One for a lease where it is not given,
   * else none.
   */
  advancePayments?: DecimalInput | null;
  /** Interest a year as a fraction, twelve months of a twelfth. One of `rate`, `moneyFactor` and `payment` is given. */
  rate?: DecimalInput | null;
  /** A lease's money factor: 24 of it are about the rate a year. */
  moneyFactor?: DecimalInput | null;
  /** The monthly payment that is quoted, without tax, insurance and fees: the rate is found. */
  payment?: DecimalInput | null;
  /**
   * The balloon, or the residual value of a lease.
   * Default: "0".
   */
  finalValue?: DecimalInput | null;
  /**
   * Whether the balloon is paid beside the last payment or in its place, a month after the one before it.
   * Default: "beside".
   */
  finalPayment?: "beside" | "alone" | null;
  /** What the contract costs beside interest. */
  fees?: RetailFees | null;
  /** Insurance that is sold with it. */
  insurance?: RetailInsurance | null;
  /**
   * A tax on each payment, as a share of it.
   * Default: "0".
   */
  paymentTax?: DecimalInput | null;
  /**
   * What the lessee leaves as security and gets back at the end.
   * Default: "0".
   */
  securityDeposit?: DecimalInput | null;
  /** Who pays for a rate below the usual one. */
  subvention?: Subvention | null;
  /** What the car is worth over time. */
  value?: VehicleValue | null;
  /** The buyer may stop paying. */
  risk?: RetailRisk | null;
  /** The contract is settled early. */
  settlement?: RetailSettlement | null;
  /**
   * How interest and payments become whole cents (or the currency's smallest unit).
   * Default: "midpoint-away-from-zero".
   */
  rounding?: RoundingInput | null;
  /** To how many decimals amounts are kept, 0 to 6, where not to the currency's own. */
  decimals?: DecimalInput | null;
}

/** What the contract costs beside interest. */
export interface RetailFees {
  /**
   * Paid at the start, in cash.
   * Default: "0".
   */
  atStart?: DecimalInput | null;
  /**
   * At the start, added to the credit.
   * Default: "0".
   */
  onCredit?: DecimalInput | null;
  /**
   * With the first monthly payment.
   * Default: "0".
   */
  withFirst?: DecimalInput | null;
  /**
   * With each monthly payment.
   * Default: "0".
   */
  withEach?: DecimalInput | null;
  /**
   * At the end: the fee for the option to buy, or for taking a leased car back.
   * Default: "0".
   */
  withLast?: DecimalInput | null;
}

/** Insurance that is sold with the contract. */
export interface RetailInsurance {
  /**
   * A premium that is added to the credit.
   * Default: "0".
   */
  onCredit?: DecimalInput | null;
  /**
   * A premium with each monthly payment.
   * Default: "0".
   */
  monthly?: DecimalInput | null;
  /**
   * Whether there is no credit without it: then it counts in the annual percentage rate.
   * Default: false.
   */
  required?: boolean | null;
}

/** A rate below the usual one, and who pays the difference. */
export interface Subvention {
  /** The rate a year that the lender would ask without support. */
  standardRate: DecimalInput;
  /**
   * The maker's part of the difference; the dealer bears the rest.
   * Default: "1".
   */
  makerShare?: DecimalInput | null;
}

/** What the car is worth over time, as shares of its price: straight between the months, and level after the last. */
export interface VehicleValue {
  /** Months after the start, ascending, from 0 or later; before the first the value falls straight from the price. */
  months: DecimalColumnInput;
  /** The share of the price that is left, one for each month. */
  shares: DecimalColumnInput;
}

/** The buyer may stop paying. */
export interface RetailRisk {
  /** The chance of default within a year, the same in each month. */
  defaultRate: DecimalInput;
  /** The part of what is owed that is then lost. Where it is not given: what the car does not bring. */
  lossGivenDefault?: DecimalInput | null;
  /**
   * What selling the car costs, as a share of its value.
   * Default: "0".
   */
  saleCost?: DecimalInput | null;
}

/** The contract is settled before its end. */
export interface RetailSettlement {
  /** When. */
  date: string;
  /**
   * How the interest that is saved is counted.
   * Default: "actuarial".
   */
  method?: "actuarial" | "rule-of-78" | null;
  /**
   * The lender's charge, as a share of what is owed.
   * Default: "0".
   */
  fee?: DecimalInput | null;
}

/** What a car costs its buyer, and what its lender and its maker risk and pay. */
export interface RetailQuote {
  /** The monthly payment, without tax, insurance and fees. */
  payment: string;
  /** The same with its tax, its insurance and the fee of each month. */
  paymentInAll: string;
  /** What is financed: price, tax, fees and insurance on credit, less deposit and contributions. */
  amountFinanced: string;
  /**
   * The last payment, without fees: the balloon, with the last monthly payment where it is beside it. Of a lease the
   * last monthly payment.
   */
  lastPayment: string;
  /** What the buyer pays on the first day: deposit, payments in advance with their tax, fees, security deposit. */
  dueAtStart: string;
  /** Interest in all, or the rent charge of a lease. */
  totalInterest: string;
  /** Fees in all, those on credit included. */
  totalFees: string;
  /** Tax on payments in all. */
  totalTax: string;
  /** All that the buyer pays, with deposit and contributions; the security deposit, which comes back, apart. */
  totalPayable: string;
  /**
   * The rate a year in the payments, twelve months of a twelfth, without fees: the given one, or the one that is found
   * from a payment or a money factor.
   */
  nominalRate: number;
  /**
   * The effective rate a year of all that has to be paid for the credit, XIRR on ACT/365F. Null for a lease in the
   * United States.
   */
  effectiveRate: number | null;
  /** The annual percentage rate by the rule, not rounded; null without a rule, and for a lease in the United States. */
  apr: number | null;
  /** The annual percentage rate as the rule tells it. */
  aprDisclosed: number | null;
  /** The rule that was used. */
  aprRule: "eu-consumer-credit" | "us-regulation-z" | "uk-conc" | "uk-mcob" | null;
  /** Of a lease in the United States: the rate a year that its payments imply, which is no annual percentage rate. */
  impliedLeaseRate: number | null;
  /** What the rate below the usual one and the contributions cost. */
  subvention: SubventionQuote | null;
  /** Where what is owed and what the car is worth meet. */
  equity: EquityQuote | null;
  /** Default rate times what is lost times what is owed, month by month, not discounted. */
  expectedLoss: string | null;
  /** What the one who takes the car back loses if it is worth less than expected. */
  residualLosses: ResidualLoss[];
  /** What settles the contract early. */
  settlement: SettlementQuote | null;
  /** The schedule. */
  schedule: RetailSchedule;
  /** The tables that this rests on: none. */
  editions: Edition[];
  /**
   * What a reader should know: `lease-rate-warning`, `no-apr-rule`, `lease-without-apr`, `rate-found`,
   * `owes-more-than-value`, `rule-of-78-barred`.
   */
  notices: Notice[];
}

/** Who pays for a rate below the usual one, on the first day. */
export interface SubventionQuote {
  /** What the payments are worth less at the usual rate than what is lent. */
  rateSupport: string;
  /** The maker's cost: its part of that, and its contribution. */
  makerCost: string;
  /** The dealer's. */
  dealerCost: string;
  /** The maker's cost as a share of the price. */
  makerShareOfPrice: number;
}

/** What the car is worth against what is owed. */
export interface EquityQuote {
  /** The least of value less debt; below zero the buyer owes more than the car brings. */
  lowest: string;
  /** The month after the start in which it is least. */
  lowestMonth: number;
  /** The first month from which on the car is never worth less than the debt; null where there is none. */
  positiveFromMonth: number | null;
  /** Value less debt at the end, before the balloon is paid or the car goes back. */
  atEnd: string;
}

/** The loss on a car that comes back and is worth less than expected. */
export interface ResidualLoss {
  /** By how much less, as a share of the expected value. */
  fall: string;
  /** What the car is then worth. */
  value: string;
  /** What of the balloon or residual value it does not bring. */
  loss: string;
}

/** What settles a loan early. */
export interface SettlementQuote {
  /** The day. */
  date: string;
  /** What is paid on the day to end the loan: principal, interest and the charge. */
  amount: string;
  /** The principal in it; by the rule of 78, what the schedule owes. */
  outstanding: string;
  /** The charge in it. */
  fee: string;
  /** What the schedule's rows from that day on would pay. */
  remainingPayments: string;
  /** What settling saves of these, the charge apart. */
  rebate: string;
  /**
   * The part of the whole interest that the periods begun before the day have earned, by the sum of digits;
   * null for the actuarial method.
   */
  earnedShare: number | null;
  /** Instalments paid before the day. */
  instalmentsPaid: number;
  /** The effective rate a year of the loan as it is settled, all of its costs included. */
  effectiveRate: number;
}

/**
 * The contract month by month, from its start. Amounts are whole numbers of the currency's smallest unit. In every row
 * `payment = interest + principal` and `closing = opening − principal`.
 */
export interface RetailSchedule {
  /** The day. */
  dates: Int32Array;
  /** What is owed before the payment. */
  opening: Float64Array;
  /** Interest, or rent charge. */
  interest: Float64Array;
  /** The part of the payment that lowers what is owed. */
  principal: Float64Array;
  /** What is paid, balloon included; the residual value of a lease counts as paid with the car. */
  payment: Float64Array;
  /** What is owed after the payment. */
  closing: Float64Array;
  /** Fees, tax and insurance beside. */
  charges: Float64Array;
  /** What the car is worth; null where it is not told. */
  vehicleValue: Float64Array | null;
  /** Value less what is owed after the payment, in the last row before the balloon; null likewise. */
  vehicleEquity: Float64Array | null;
  /** The expected loss of the month; null without a default rate. */
  monthLoss: Float64Array | null;
}

/** A trade that is to be settled, by every channel side by side. */
export interface SettlementRequest {
  product: "settlement";
  /** The currency of the trade. */
  currency: string;
  /** What is paid, with no more decimals than the currency has. */
  amount: DecimalInput;
  /** The payer's country or territory. */
  payerCountry?: string | null;
  /** The payee's country or territory. */
  payeeCountry?: string | null;
  /** What money costs whoever waits for it, a year. */
  moneyRate: DecimalInput;
  /**
   * How days bear interest: a day count with one number of days in a year.
   * Default: "ACT/360".
   */
  dayCount?: DayCountInput | null;
  /** The chance a year that the payer (or the bank that is bound) does not pay; a channel's own comes first. */
  defaultRate?: DecimalInput | null;
  /**
   * The part that is then lost.
   * Default: "1".
   */
  lossGivenDefault?: DecimalInput | null;
  /**
   * Whether money is converted on the way, which costs a spread.
   * Default: false.
   */
  converts?: boolean | null;
  /**
   * Months for which a documentary credit is open.
   * Default: 3.
   */
  creditMonths?: DecimalInput | null;
  /**
   * Whether the credit is confirmed.
   * Default: true.
   */
  confirmed?: boolean | null;
  /**
   * The chance that documents are found discrepant, as a fraction; the fee for it counts so often.
   * Default: "0".
   */
  discrepancyShare?: DecimalInput | null;
  /** What one yuan is worth in the trade's currency, for tariffs in yuan. */
  yuan?: DecimalInput | null;
  /** What one US dollar is worth in the trade's currency, for tariffs in dollars. */
  dollar?: DecimalInput | null;
  /** A transfer's own terms. */
  transfer?: ChannelTerms | null;
  /** A collection's own terms. */
  collection?: ChannelTerms | null;
  /** A documentary credit's own terms. */
  credit?: ChannelTerms | null;
  /** CIPS's terms. No tariff is public: without fees and days it has no cost. */
  cips?: ChannelTerms | null;
  /** The terms of e-CNY or a platform of central banks. No tariff is public: without fees it has no cost. */
  cbdc?: ChannelTerms | null;
  /** A trade platform's own terms. */
  platform?: ChannelTerms | null;
  /**
   * How amounts become whole cents (or the currency's smallest unit).
   * Default: "midpoint-away-from-zero".
   */
  rounding?: RoundingInput | null;
  /** The day as of which the table is looked at: one older than a year then gives a notice. */
  valuationDate?: string | null;
}

/** A channel's terms in place of the table's. */
export interface ChannelTerms {
  /** Fees as an amount. With this or `feeRate` no fee of the table counts. */
  fixedFees?: DecimalInput | null;
  /** Fees as a fraction of the amount. */
  feeRate?: DecimalInput | null;
  /** What the conversion costs, as a fraction of the amount. */
  spread?: DecimalInput | null;
  /** Days from payment to money, 0 to 3650. */
  days?: DecimalInput | null;
  /** Days at risk: from when the goods are out of hand until the money is final, 0 to 3650. */
  riskDays?: DecimalInput | null;
  /** The chance a year that who owes does not pay. */
  defaultRate?: DecimalInput | null;
}

/** Every channel side by side. */
export interface TradeSettlementQuote {
  /** The least total cost among channels that are there. */
  lowestCost: string | null;
  /** Whose it is. */
  cheapest: "telegraphic-transfer" | "documentary-collection" | "documentary-credit" | "cips" | "multi-cbdc" | "trade-platform" | null;
  /** The channel of the fewest days among them. */
  fastest: "telegraphic-transfer" | "documentary-collection" | "documentary-credit" | "cips" | "multi-cbdc" | "trade-platform" | null;
  /** The channels, in a fixed order. */
  channels: SettledBy[];
  /** The table that was used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** What one channel costs and takes. */
export interface SettledBy {
  /** Which. */
  channel: "telegraphic-transfer" | "documentary-collection" | "documentary-credit" | "cips" | "multi-cbdc" | "trade-platform";
  /** Whether it is there for these countries and this currency; null: ask the bank. */
  available: boolean | null;
  /** Fees, of payer and payee together. */
  fees: string | null;
  /** What conversion costs. */
  spreadCost: string | null;
  /** Days from payment to money. */
  days: number | null;
  /** What these days cost. */
  costOfDays: string | null;
  /** Days at risk. */
  riskDays: number | null;
  /** Amount, chance of default, days at risk and what is lost. */
  expectedLoss: string | null;
  /** All four. */
  totalCost: string | null;
  /** The same as a fraction of the amount. */
  costShare: number | null;
  /** From when on the payment stands. */
  finality: "on-credit" | "on-payment" | "bank-undertaking" | "on-settlement" | "central-bank-money" | "on-payout";
  /** The lowest grade among the table's numbers that are used; null where all are given. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption" | null;
  /** What must be given before there is a total. */
  missing: ("fees" | "spread" | "days" | "risk-days")[];
}

/**
 * An overseas auto finance company, month by month. Everything of a month happens at its end: contracts that are
 * made then bear interest from the next month on.
 */
export interface CaptiveRequest {
  product: "captive";
  /** The company's own currency: that of its accounts, cash and costs. */
  currency: string;
  /** The day on which the company begins; months are counted from it. */
  start: string;
  /** Years that are modelled, 1 to 15. */
  years: DecimalInput;
  /** Retail loans in instalments. */
  loans?: CaptiveProduct | null;
  /** Retail loans with a balloon. */
  balloons?: CaptiveProduct | null;
  /** Finance leases. */
  leases?: CaptiveProduct | null;
  /** Wholesale: the dealers' stock. */
  wholesale?: CaptiveProduct | null;
  /** Money from the parent. */
  parent?: CaptiveSource | null;
  /** Money from local banks. */
  localBanks?: CaptiveSource | null;
  /** Money from securitisation. */
  securitisation?: CaptiveSource | null;
  /** Money from bonds. */
  bonds?: CaptiveSource | null;
  /**
   * Reference rates a year of the own currency, year by year; the last one holds on. For what floats.
   * Default: [].
   */
  referenceRates?: DecimalColumnInput | null;
  /** A foreign currency in which something is lent or borrowed. */
  foreign?: CaptiveCurrency | null;
  /** A second one. */
  secondForeign?: CaptiveCurrency | null;
  /** Capital that is paid in at the start. */
  initialCapital: DecimalInput;
  /**
   * The least equity, as a part of the risk-weighted book: the local rule. What is missing is paid in.
   * Default: "0".
   */
  capitalRatio?: DecimalInput | null;
  /**
   * The part of a year's profit that is paid out, as far as equity stays above its least.
   * Default: "0".
   */
  payout?: DecimalInput | null;
  /** What the owners ask for a year, effective; without it no value can be told. */
  costOfEquity?: DecimalInput | null;
  /**
   * Fixed costs a month, in the first year.
   * Default: "0".
   */
  fixedCosts?: DecimalInput | null;
  /**
   * How costs grow a year.
   * Default: "0".
   */
  costGrowth?: DecimalInput | null;
  /**
   * Tax on profits.
   * Default: "0".
   */
  taxRate?: DecimalInput | null;
  /**
   * The least cash that is held.
   * Default: "0".
   */
  minimumCash?: DecimalInput | null;
  /**
   * Interest on cash a year.
   * Default: "0".
   */
  cashRate?: DecimalInput | null;
  /** The month at whose end the gaps are told; without it the month of the largest funding. */
  gapMonth?: DecimalInput | null;
}

/** One kind of contract. */
export interface CaptiveProduct {
  /** The currency; without it the company's. */
  currency?: string | null;
  /**
   * Contracts that are made a month, year by year, up to 50,000; what is given beyond the years modelled waits. After
   * the last that is given they grow.
   */
  contracts: DecimalColumnInput;
  /**
   * How contracts grow a year after the last that is given, rounded to whole ones.
   * Default: "0".
   */
  growth?: DecimalInput | null;
  /**
   * The first month in which contracts are made.
   * Default: 1.
   */
  fromMonth?: DecimalInput | null;
  /** What one contract finances. */
  contractAmount: DecimalInput;
  /**
   * How it comes back.
   * Default: "annuity".
   */
  profile?: "annuity" | "equal-principal" | "bullet" | null;
  /** Months of a contract, 1 to 180. Of a bullet: the months that a car stands in stock. */
  termMonths: DecimalInput;
  /** Interest a year, a twelfth of it each month; of what floats the margin over the reference rate. */
  rate: DecimalInput;
  /**
   * Whether the rate is a margin over the reference rate. Not for annuities.
   * Default: false.
   */
  floatingRate?: boolean | null;
  /**
   * The balloon, as a part of what is financed.
   * Default: "0".
   */
  balloon?: DecimalInput | null;
  /**
   * The part of the balloon that is expected to be lost when the car comes back; a provision is built for it.
   * Default: "0".
   */
  residualLoss?: DecimalInput | null;
  /**
   * What the maker pays at the beginning, as a part of what is financed.
   * Default: "0".
   */
  subvention?: DecimalInput | null;
  /**
   * What is prepaid a year, as a part of what is owed; a twelfth of it each month.
   * Default: "0".
   */
  prepayment?: DecimalInput | null;
  /**
   * The chance of default a year; a twelfth of it each month.
   * Default: "0".
   */
  defaultRate?: DecimalInput | null;
  /**
   * The part of a defaulted contract that is lost.
   * Default: "1".
   */
  lossGivenDefault?: DecimalInput | null;
  /**
   * Months from default until the car is sold and the loss is charged off, 0 to 60.
   * Default: 0.
   */
  recoveryMonths?: DecimalInput | null;
  /**
   * The part of the performing book whose risk has risen significantly (stage 2).
   * Default: "0".
   */
  stageTwoShare?: DecimalInput | null;
  /**
   * The risk weight.
   * Default: "1".
   */
  riskWeight?: DecimalInput | null;
  /**
   * What making a contract costs, in the company's currency.
   * Default: "0".
   */
  acquisitionCost?: DecimalInput | null;
  /**
   * What a contract costs a month, in the company's currency.
   * Default: "0".
   */
  servicingCost?: DecimalInput | null;
  /** A guarantee or credit insurance that bears a part of the losses. */
  cover?: CaptiveCover | null;
}

/** A guarantee or credit insurance on one kind of contract. */
export interface CaptiveCover {
  /** The part of each loss that it pays, when the loss is charged off. */
  coveredShare: DecimalInput;
  /** Its premium a year on the performing book; a twelfth of it each month. */
  annualPremiumRate: DecimalInput;
  /**
   * The risk weight of the part that is covered.
   * Default: "1".
   */
  coveredRiskWeight?: DecimalInput | null;
}

/** One source of money. What is needed in a month is drawn from all by their shares. */
export interface CaptiveSource {
  /** The currency; without it the company's. */
  currency?: string | null;
  /** Its part of what is drawn, measured by the sum of all sources' parts. */
  fundingShare: DecimalInput;
  /** The most that may be outstanding, in its own currency; what passes it goes to the next source with room. */
  maximumOutstanding?: DecimalInput | null;
  /** Interest a year, a twelfth of it each month; of what floats the margin over the reference rate. */
  rate: DecimalInput;
  /**
   * Whether the rate is a margin over the reference rate.
   * Default: false.
   */
  floatingRate?: boolean | null;
  /** Months from a drawing to its repayment, 1 to 180. */
  termMonths: DecimalInput;
  /**
   * Whether a drawing is repaid in equal monthly parts instead of at its end.
   * Default: false.
   */
  amortising?: boolean | null;
}

/** A foreign currency with its path. */
export interface CaptiveCurrency {
  /** The currency. */
  currency: string;
  /**
   * What one unit of it is worth in the company's currency: at the start, and at the end of each year; straight in
   * between, and the last one holds on.
   */
  exchangeRates: DecimalColumnInput;
  /**
   * Reference rates a year, year by year; the last one holds on. For what floats.
   * Default: [].
   */
  referenceRates?: DecimalColumnInput | null;
}

/** What becomes of the company. */
export interface CaptiveQuote {
  /** The company's currency: that of all amounts, but for the columns of products and sources, which have their own. */
  currency: string;
  /**
   * The owners' rate of return a year, effective: what they pay in, what is paid out, and the equity at the end at its
   * book value. Null where there is none.
   */
  equityReturn: number | null;
  /** What the same flows are worth at the start, at the cost of equity; null without one. */
  value: string | null;
  /** Capital paid in, at the start and later. */
  capitalNeeded: string;
  /** Profits after tax, together. */
  totalProfit: string;
  /** Dividends, together. */
  dividends: string;
  /** The equity at the end. */
  closingEquity: string;
  /** The first month with a profit after tax. */
  firstProfitMonth: number | null;
  /** The first month at whose end all profits so far, losses deducted, are above zero. */
  breakEvenMonth: number | null;
  /** The largest book: performing and defaulted contracts at the end of a month. */
  peakBook: string;
  /** The most that is owed to lenders at the end of a month. */
  peakFunding: string;
  /** The first month in which it is. */
  peakFundingMonth: number | null;
  /** The same company without any cover; null where there is none. */
  withoutCover: CaptiveWithoutCover | null;
  /** Year by year. */
  years: CaptiveYear[];
  /** What is due and what is repriced when, of the assets and of the funding that stand at the end of `gapMonth`. */
  gaps: CaptiveGap[];
  /** The month of the gaps. */
  gapMonth: number;
  /** The balance sheet at each month's end. */
  balance: CaptiveBalance;
  /** The profit and loss account of each month. */
  income: CaptiveIncome;
  /** The cash flow of each month. */
  cashFlow: CaptiveCash;
  /** Loans month by month, in their currency. */
  loans: CaptiveBook | null;
  /** Loans with a balloon, likewise. */
  balloons: CaptiveBook | null;
  /** Leases, likewise. */
  leases: CaptiveBook | null;
  /** Wholesale, likewise. */
  wholesale: CaptiveBook | null;
  /** Money from the parent month by month, in its currency. */
  parent: CaptiveFunding | null;
  /** Money from local banks, likewise. */
  localBanks: CaptiveFunding | null;
  /** Money from securitisation, likewise. */
  securitisation: CaptiveFunding | null;
  /** Money from bonds, likewise. */
  bonds: CaptiveFunding | null;
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** What the company would be without any cover. */
export interface CaptiveWithoutCover {
  /** The owners' rate of return a year. */
  equityReturn: number | null;
  /** What their flows are worth at the start. */
  value: string | null;
  /** Capital paid in. */
  capitalNeeded: string;
  /** Profits after tax, together. */
  totalProfit: string;
  /** The most that is owed to lenders at the end of a month. */
  peakFunding: string;
}

/** One year. */
export interface CaptiveYear {
  /** The year, from 1. */
  year: number;
  /** The book at its end: performing and defaulted contracts, before provisions. */
  book: string;
  /** What is owed to lenders at its end. */
  funding: string;
  /** The equity at its end. */
  equity: string;
  /** The profit after tax. */
  profit: string;
  /** Capital that is paid in. */
  injected: string;
  /** The dividend. */
  dividend: string;
  /**
   * Interest and subvention earned, less interest paid, over the performing book at the beginning of each month, on
   * the mean.
   */
  netInterestMargin: number | null;
  /** Operating costs over interest and subvention earned, less interest paid; null where that is not above zero. */
  costToIncome: number | null;
  /** The profit over the total assets at the beginning of each month, on the mean. */
  returnOnAssets: number | null;
  /** The profit over the equity at the beginning of each month, on the mean. */
  returnOnEquity: number | null;
}

/** One stretch of time after the month of the gaps. Cash and equity stand apart. */
export interface CaptiveGap {
  /** The stretch ends so many months later; null: never. It begins where the one before it ends. */
  untilMonths: number | null;
  /** What of the performing book is expected to be repaid, prepaid or defaulted in it. */
  assetsDue: string;
  /** What of the funding is repaid in it. */
  fundingDue: string;
  /** Assets less funding. */
  gap: string;
  /** What of the performing book has its rate fixed until then: what floats stands in the first stretch. */
  assetsRepriced: string;
  /** What of the funding has. */
  fundingRepriced: string;
  /** Assets less funding. */
  repricingGap: string;
}

/**
 * The balance sheet at each month's end. In every row `cash + performing + impaired − stageOne − stageTwo −
 * stageThree − residualProvision = funding + deferred + equity`.
 */
export interface CaptiveBalance {
  /** The months' ends. */
  dates: Int32Array;
  /** Cash. */
  cash: Float64Array;
  /** Performing contracts. */
  performing: Float64Array;
  /** Defaulted contracts that are not yet charged off (stage 3). */
  impaired: Float64Array;
  /** The provision of stage 1: losses of the next twelve months. */
  stageOne: Float64Array;
  /** The provision of stage 2: losses of all the time that is left. */
  stageTwo: Float64Array;
  /** The provision of stage 3. */
  stageThree: Float64Array;
  /** The provision for residual values. */
  residualProvision: Float64Array;
  /** What is owed to lenders. */
  funding: Float64Array;
  /** The maker's subvention that is not yet earned. */
  deferred: Float64Array;
  /** The equity. */
  equity: Float64Array;
  /** The least equity of the local rule. */
  requiredEquity: Float64Array;
  /** What is owned less what is owed in the first foreign currency. */
  foreignPosition: Float64Array;
  /** The same in the second. */
  secondForeignPosition: Float64Array;
}

/**
 * The profit and loss account. In every row `profit = interest + subvention + cashInterest + exchange − fundingInterest −
 * coverPremium − impairment − residual − costs − tax`.
 */
export interface CaptiveIncome {
  /** Interest of contracts. */
  interest: Float64Array;
  /** Subvention that is earned. */
  subvention: Float64Array;
  /** Interest on cash. */
  cashInterest: Float64Array;
  /** Interest of the funding. */
  fundingInterest: Float64Array;
  /** Premiums of covers. */
  coverPremium: Float64Array;
  /** What credit losses cost: the change of the provisions of the three stages, and what is charged off. */
  impairment: Float64Array;
  /** What residual values cost: the change of their provision, and what is lost. */
  residual: Float64Array;
  /** Operating costs. */
  costs: Float64Array;
  /** Gains less losses by exchange rates. */
  exchange: Float64Array;
  /** Tax. */
  tax: Float64Array;
  /** The profit after tax. */
  profit: Float64Array;
}

/** The cash flow. In every row the sum of all, what is paid deducted, is the change of the cash. */
export interface CaptiveCash {
  /** Paid out for new contracts. */
  originated: Float64Array;
  /** Principal that is received: instalments, balloons less what is lost on them, prepayments. */
  collected: Float64Array;
  /** Received for defaulted contracts, of cars and of covers. */
  recovered: Float64Array;
  /** Subvention that is received. */
  subventionReceived: Float64Array;
  /** Interest received, on contracts and on cash. */
  interestReceived: Float64Array;
  /** Paid: interest of the funding, premiums, costs, tax. */
  expenses: Float64Array;
  /** Drawn from lenders. */
  drawn: Float64Array;
  /** Repaid to lenders. */
  repaid: Float64Array;
  /** Capital that is paid in; what is paid in at the start is not in a row. */
  injected: Float64Array;
  /** The dividend. */
  dividend: Float64Array;
}

/**
 * One product month by month, in smallest units of its own currency. In every row `closing = closing of the row before +
 * originated − scheduled − prepaid − defaulted`.
 */
export interface CaptiveBook {
  /** Its currency. */
  currency: string;
  /** The decimals of the currency's smallest unit. */
  decimals: number;
  /** What new contracts finance. */
  originated: Float64Array;
  /** Principal of instalments and balloons. */
  scheduled: Float64Array;
  /** Principal that is prepaid. */
  prepaid: Float64Array;
  /** What defaults. */
  defaulted: Float64Array;
  /** What is performing at the end. */
  closing: Float64Array;
  /** Interest. */
  interest: Float64Array;
  /** What is charged off, covers deducted. */
  chargedOff: Float64Array;
  /** What covers pay. */
  claims: Float64Array;
}

/** One source of money month by month, in smallest units of its own currency. */
export interface CaptiveFunding {
  /** Its currency. */
  currency: string;
  /** The decimals of the currency's smallest unit. */
  decimals: number;
  /** What is drawn. */
  drawn: Float64Array;
  /** What is repaid. */
  repaid: Float64Array;
  /** What is owed at the end. */
  closing: Float64Array;
  /** Interest. */
  interest: Float64Array;
}

/** An investment abroad, to be covered against political risk. */
export interface InvestmentRequest {
  product: "investment-cover";
  /** The host country or territory. It changes no price here: no rule set prints one by country. */
  country?: string | null;
  /** The currency of all amounts. */
  currency: string;
  /**
   * Equity to be covered, all of it.
   * Default: "0".
   */
  equity?: DecimalInput | null;
  /**
   * Shareholder loans to be covered, all of them.
   * Default: "0".
   */
  shareholderLoans?: DecimalInput | null;
  /**
   * Returns to be covered, a year.
   * Default: "0".
   */
  returns?: DecimalInput | null;
  /** The first day of the cover. */
  start: string;
  /** Years of the cover, 1 to 20. */
  holdingYears: DecimalInput;
  /**
   * The part of the investment that has been made at the beginning of each year, never falling; the last one holds
   * on. What is missing is on standby.
   * Default: ["1"].
   */
  contributed?: DecimalColumnInput | null;
  /**
   * The part of the loans that has been repaid by the beginning of each year, never falling; the last one holds on.
   * What is left is repaid with the end of the cover.
   * Default: [].
   */
  loansRepaid?: DecimalColumnInput | null;
  /**
   * The perils that are covered.
   * Default: {"transfer":true,"expropriation":true,"war":true,"breachOfContract":true}.
   */
  perils?: Perils | null;
  /**
   * The insured share of a loss on equity.
   * Default: "0.9".
   */
  equityCover?: DecimalInput | null;
  /**
   * The insured share of a loss on shareholder loans and returns.
   * Default: "0.95".
   */
  loanCover?: DecimalInput | null;
  /**
   * Whose rules; of several the first is answered in full and the others beside it.
   * Default: "de-federal-investment".
   */
  rules?: "de-federal-investment" | "miga-average" | "miga-small-from" | "miga-small-to" | "uk-standby-quarter" | "given" | "every" | readonly ("de-federal-investment" | "miga-average" | "miga-small-from" | "miga-small-to" | "uk-standby-quarter" | "given" | "every")[] | null;
  /**
   * Whether the host country holds over 20 % of the German cover volume.
   * Default: false.
   */
  largeHostShare?: boolean | null;
  /** The premium a year on what has been invested, for `given` and `uk-standby-quarter`. */
  premiumRate?: DecimalInput | null;
  /** The premium a year on standby amounts, for `given`. */
  standbyRate?: DecimalInput | null;
  /**
   * What the investor expects to receive at the end of each year, as a fraction of what has been invested by its
   * beginning. Without it no return can be told.
   */
  expectedReturn?: DecimalInput | null;
  /** What the equity is worth at the end; without it what was paid in. */
  exitValue?: DecimalInput | null;
  /** The rate a year at which premiums are discounted, effective. */
  discountRate?: DecimalInput | null;
  /**
   * The year at whose end the losses of `events` happen, 1 to the years of the cover.
   * Default: 1.
   */
  eventYear?: DecimalInput | null;
  /** The day as of which the table is looked at: older than a year it then gives a notice. */
  valuationDate?: string | null;
}

/** The perils that are covered. */
export interface Perils {
  /**
   * Money can't be converted or transferred out of the country.
   * Default: true.
   */
  transfer?: boolean | null;
  /**
   * The state takes the investment or what it is worth.
   * Default: true.
   */
  expropriation?: boolean | null;
  /**
   * War, civil disturbance, terror.
   * Default: true.
   */
  war?: boolean | null;
  /**
   * The state breaks a contract or denies justice.
   * Default: true.
   */
  breachOfContract?: boolean | null;
}

/** What the cover of an investment costs and pays. */
export interface InvestmentQuote {
  /** The host country or territory. */
  country: string | null;
  /** The rule set; where every one was asked for, the first that applies. */
  rules: "de-federal-investment" | "miga-average" | "miga-small-from" | "miga-small-to" | "uk-standby-quarter" | "given" | "every";
  /** The currency of all amounts, but for the handling fee. */
  currency: string;
  /** The most that is covered in any year: equity, loans and a year's returns. */
  maximumAmount: string;
  /**
   * The premium a year as a fraction of what has been invested (of the insured part of it, where the rule counts
   * so); exact.
   */
  premiumRate: string;
  /** The premium of the first year. */
  premium: string;
  /** All premiums. */
  totalPremium: string;
  /** All premiums, discounted to the first day; null without a discount rate. */
  presentValue: string | null;
  /** The handling fee of the German rules, once, in euros; null where there is none or it is not known. */
  handlingFee: string | null;
  /** The investor's rate of return a year without cover; null without an expected return. */
  returnBefore: number | null;
  /** The same after premiums and fee. */
  returnAfter: number | null;
  /** What the cover takes from the return. */
  returnTaken: number | null;
  /** How good the source is. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption";
  /** Year by year. */
  schedule: InvestmentSchedule;
  /** What a total loss at the end of the chosen year would bring, peril by peril. */
  events: InvestmentEvent[];
  /** The other rule sets that were asked for, for the same investment. */
  others: OtherInvestmentRules[];
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** The years of the cover as columns. Amounts are whole numbers of the currency's smallest unit. */
export interface InvestmentSchedule {
  /** The first day of each year, as days since 1970-01-01: when its premium is paid. */
  dates: Int32Array;
  /** What has been invested. */
  current: Float64Array;
  /** What is still to be invested. */
  standby: Float64Array;
  /** The returns that are covered. */
  returns: Float64Array;
  /** The premium. */
  premium: Float64Array;
}

/** A total loss, and who bears it. */
export interface InvestmentEvent {
  /** What happens. */
  peril: "transfer" | "expropriation" | "war" | "breach-of-contract";
  /** Whether it is covered. */
  covered: boolean;
  /** The loss: what has been invested; where money can't be transferred, the year's covered returns too. */
  loss: string;
  /** What the cover pays. */
  paid: string;
  /** What stays with the investor. */
  retained: string;
}

/** The price by another rule set, for the same investment; or why there is none. */
export interface OtherInvestmentRules {
  /** The rule set. */
  rules: "de-federal-investment" | "miga-average" | "miga-small-from" | "miga-small-to" | "uk-standby-quarter" | "given" | "every";
  /** The premium a year as a fraction; null where the rule set does not apply. */
  premiumRate: string | null;
  /** The premium of the first year. */
  premium: string | null;
  /** All premiums. */
  totalPremium: string | null;
  /** All premiums, discounted to the first day. */
  presentValue: string | null;
  /** The investor's rate of return a year after them. */
  returnAfter: number | null;
  /** How good the source is. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption" | null;
  /** Why the rule set gives no price here. */
  refusal: Refusal | null;
}

/** Receivables of under two years, to be insured: a year's turnover, one buyer or one contract. */
export interface ShortTermCoverRequest {
  product: "short-term-cover";
  /**
   * What the policy insures.
   * Default: "whole-turnover".
   */
  policy?: "whole-turnover" | "single-buyer" | "single-contract" | null;
  /**
   * Where the buyers are.
   * Default: "export".
   */
  trade?: "export" | "domestic" | null;
  /** The currency of all amounts. */
  currency: string;
  /** The first day of the policy year, for the dates of the schedule. */
  start?: string | null;
  /** The buyers' country or territory. */
  country?: string | null;
  /**
   * The country of a subsidiary that sells, in place of the policyholder's own. The worse of its category and
   * the buyers' sets the rate: an assumption.
   */
  sellerCountry?: string | null;
  /** A category in place of the countries'. */
  category?: DecimalInput | null;
  /** The turnover of the year, or the invoices of the contract. */
  turnover?: DecimalInput | null;
  /** Days from delivery to the due date, 0 to 719. */
  termDays?: DecimalInput | null;
  /**
   * How the buyers pay.
   * Default: "open-account".
   */
  payment?: "letter-of-credit" | "documents-against-payment" | "documents-against-acceptance" | "open-account" | null;
  /**
   * Parts of the turnover that differ in country, term or payment, such as vehicles, kits and parts. They take the
   * place of country, turnover, termDays and payment.
   * Default: [].
   */
  lines?: readonly TurnoverLine[] | null;
  /** A book of buyers as columns, in place of lines. */
  book?: BuyerBook | null;
  /**
   * The turnover of each month, for the schedule; twelve amounts that sum to the turnover. Without them it is equal.
   * Default: [].
   */
  monthlyTurnover?: DecimalColumnInput | null;
  /**
   * The insured part of a loss.
   * Default: "0.9".
   */
  insuredShare?: DecimalInput | null;
  /** The premium as a fraction of the turnover, in place of the grid's; the record still changes it. */
  premiumRate?: DecimalInput | null;
  /**
   * What past years change of the rate.
   * Default: {"claimFreeYears":0,"bonusPerYear":"0.05","mostBonus":"0.5","loading":"0"}.
   */
  record?: ClaimsRecord | null;
  /**
   * The least premium of a year.
   * Default: "0".
   */
  minimumPremium?: DecimalInput | null;
  /** Manufacturing risk, from order to delivery, insured as well. */
  preShipment?: PreShipment | null;
  /**
   * What of each insured loss stays with the seller first.
   * Default: "0".
   */
  firstLoss?: DecimalInput | null;
  /**
   * What of all insured losses of the year stays with the seller first.
   * Default: "0".
   */
  aggregateFirstLoss?: DecimalInput | null;
  /** The most that is paid in a year. */
  maximumLiability?: DecimalInput | null;
  /** The same as a multiple of the premium. Of two limits the lower holds. */
  maximumLiabilityMultiple?: DecimalInput | null;
  /**
   * The part of each payment that reinsurers bear.
   * Default: "0".
   */
  reinsuredShare?: DecimalInput | null;
  /** The buyer's limit, with country and turnover: what is owed above it is not insured. */
  limit?: DecimalInput | null;
  /** The chance a year that a buyer defaults, as a fraction; with lines and books theirs come first. */
  defaultRate?: DecimalInput | null;
  /**
   * The part of a defaulted claim that is lost.
   * Default: "1".
   */
  lossGivenDefault?: DecimalInput | null;
  /** The seller's margin as a fraction of the turnover, to compare the premium with. */
  margin?: DecimalInput | null;
  /**
   * When a loss is paid.
   * Default: {"waitingMonths":4,"settlementDays":30}.
   */
  claims?: ClaimTerms | null;
  /** Losses of a year, to see who bears what. */
  losses?: Losses | null;
  /** What the insurer's own costs are, for the technical premium. */
  technical?: TechnicalTerms | null;
  /**
   * How amounts become whole cents (or the currency's smallest unit).
   * Default: "midpoint-away-from-zero".
   */
  rounding?: RoundingInput | null;
  /** The day as of which the tables are looked at: those older than a year then give a notice. */
  valuationDate?: string | null;
}

/** A part of the turnover. */
export interface TurnoverLine {
  /** The buyers' country or territory; not needed in domestic trade. */
  country?: string | null;
  /** The country of the subsidiary that sells. */
  sellerCountry?: string | null;
  /** A category in place of the countries'. */
  category?: DecimalInput | null;
  /** The turnover of the year. */
  turnover: DecimalInput;
  /** Days from delivery to the due date, 0 to 719. */
  termDays: DecimalInput;
  /**
   * How the buyers pay.
   * Default: "open-account".
   */
  payment?: "letter-of-credit" | "documents-against-payment" | "documents-against-acceptance" | "open-account" | null;
  /** The premium as a fraction of the turnover, in place of the grid's. */
  premiumRate?: DecimalInput | null;
  /** What may be owed at once and is insured. */
  limit?: DecimalInput | null;
  /** The chance a year that the buyer defaults, as a fraction. */
  defaultRate?: DecimalInput | null;
}

/** Buyers as columns: each column has one entry a buyer, or one for all. */
export interface BuyerBook {
  /**
   * The buyers' countries or territories; not needed in domestic trade or with categories.
   * Default: [].
   */
  countries?: readonly string[] | null;
  /**
   * Categories in place of the countries'.
   * Default: [].
   */
  categories?: DecimalColumnInput | null;
  /** The turnover with each buyer. */
  turnover: DecimalColumnInput;
  /** Days from delivery to the due date. */
  termDays: DecimalInput | DecimalColumnInput;
  /**
   * How the buyers pay.
   * Default: "open-account".
   */
  payment?: "letter-of-credit" | "documents-against-payment" | "documents-against-acceptance" | "open-account" | readonly ("letter-of-credit" | "documents-against-payment" | "documents-against-acceptance" | "open-account")[] | null;
  /**
   * What each may owe at once and is insured.
   * Default: [].
   */
  limits?: DecimalColumnInput | null;
  /**
   * The chance a year that each defaults, as a fraction.
   * Default: [].
   */
  defaultRates?: DecimalColumnInput | null;
}

/** What past years change of the rate: `1 − min(years · bonus, most) + loading`. */
export interface ClaimsRecord {
  /**
   * Years without a claim.
   * Default: 0.
   */
  claimFreeYears?: DecimalInput | null;
  /**
   * The discount for each. India's ECGC gives 0.05 (secondary source).
   * Default: "0.05".
   */
  bonusPerYear?: DecimalInput | null;
  /**
   * The most that the discounts add up to. India's ECGC gives 0.50 (secondary source).
   * Default: "0.5".
   */
  mostBonus?: DecimalInput | null;
  /**
   * What a bad record adds, as a fraction of the rate.
   * Default: "0".
   */
  loading?: DecimalInput | null;
}

/** Manufacturing risk: the goods are made and can't be delivered. */
export interface PreShipment {
  /** Months from order to delivery, for the reader; the rate is for all of them. */
  months: DecimalInput;
  /** The premium as a fraction of the turnover. */
  premiumRate: DecimalInput;
}

/** When a loss is paid. */
export interface ClaimTerms {
  /**
   * Months after the due date until a protracted default or a political event counts as a loss. Four is what
   * India's ECGC and Hong Kong's HKECIC print (secondary source, agency page).
   */
  waitingMonths: DecimalInput;
  /**
   * Days from then to the payment: an assumption, yours to change.
   * Default: 30.
   */
  settlementDays?: DecimalInput | null;
}

/** Losses of a year, in the order in which they are claimed. */
export interface Losses {
  /** What is not paid by each buyer. */
  amounts: DecimalColumnInput;
  /** The due dates, as YYYY-MM-DD or days since 1970-01-01; without them nothing is dated. */
  dates?: readonly string[] | readonly number[] | Int32Array | null;
  /**
   * Why, for each or for all.
   * Default: "protracted-default".
   */
  cause?: "protracted-default" | "insolvency" | "political" | readonly ("protracted-default" | "insolvency" | "political")[] | null;
}

/** What an insurer's own costs are. There is no default for any of it. */
export interface TechnicalTerms {
  /** Expenses as a fraction of the technical premium. */
  expenseShare: DecimalInput;
  /** Capital as a fraction of the most that can be claimed. */
  capitalShare: DecimalInput;
  /** What that capital must earn a year. */
  capitalCost: DecimalInput;
}

/** What short-term cover costs, what it pays and what stays with the seller. */
export interface ShortTermCoverQuote {
  /** What the policy insures. */
  policy: "whole-turnover" | "single-buyer" | "single-contract";
  /** The currency of all amounts. */
  currency: string;
  /** The turnover that premium is paid on. */
  turnover: string;
  /** The premium as a fraction of the turnover, when it is the same for all of it; exact. */
  premiumRate: string | null;
  /** The premium by rate over the turnover. */
  averageRate: number;
  /** The premium by rate: of each line rounded once, then added. */
  premiumByRate: string;
  /** The premium for manufacturing risk, part of premiumByRate; null without it. */
  preShipmentPremium: string | null;
  /** What is paid: the premium by rate, or the minimum. */
  premium: string;
  /** Whether the minimum is higher. */
  minimumBinds: boolean;
  /** The premium as a fraction of the turnover. */
  shareOfTurnover: number;
  /** The premium as a fraction of the seller's margin; null without one. */
  shareOfMargin: number | null;
  /** What buyers owe at a time on average: turnover · term / 365; of a single contract all of it. */
  exposure: string;
  /** What of it is inside the limits. */
  insuredExposure: string;
  /** The most that is paid in a year; null without a limit. */
  maximumLiability: string | null;
  /** What buyers are expected not to pay in a year; null without default rates. */
  expectedLoss: string | null;
  /** What of it is expected to be insured, before first losses and limits of the year; null without default rates. */
  expectedClaims: string | null;
  /** Expected claims over premium; null without default rates. */
  lossRatio: number | null;
  /** The premium that expected claims, expenses and capital ask for; null without technical terms and default rates. */
  technicalPremium: string | null;
  /**
   * The loss of a year from which on the cover pays more than it costs; null where the most that is paid is less
   * than the premium.
   */
  breakEvenLoss: string | null;
  /** That loss over what is insured and lost when all default: the default rate from which on cover pays. */
  breakEvenDefaultRate: number | null;
  /** The declarations of the year. */
  schedule: Declarations;
  /** The lines or buyers as columns, in their order. */
  lines: LineColumns;
  /** Who bears what of the given losses; null without any. */
  settlement: ClaimsSettlement | null;
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** Twelve months of declared turnover with their premium, in smallest units; of a single contract one row. */
export interface Declarations {
  /** The last day of each month of the policy year, as days since 1970-01-01; empty without a start. */
  dates: Int32Array;
  /** What is declared. */
  turnover: Float64Array;
  /** The premium on it. */
  premium: Float64Array;
  /** The premium so far. */
  cumulative: Float64Array;
  /** What the minimum asks for at the end of the year. */
  minimumAdjustment: string;
}

/** Lines or buyers as columns. Amounts are whole numbers of the smallest unit. */
export interface LineColumns {
  /** The premium as a fraction of the turnover. */
  rate: Float64Array;
  /** The turnover. */
  turnover: Float64Array;
  /** The premium. */
  premium: Float64Array;
  /** What is owed at a time on average. */
  exposure: Float64Array;
  /** What of it is inside the limit. */
  insuredExposure: Float64Array;
  /** What is expected to be lost in a year; empty without default rates. */
  expectedLoss: Float64Array;
}

/**
 * Losses through the terms of the policy, in this order: insured share, first loss of each, aggregate first loss,
 * maximum liability, reinsurance. Columns are whole numbers of the smallest unit.
 */
export interface ClaimsSettlement {
  /** When each is paid, as days since 1970-01-01; empty without due dates. */
  dates: Int32Array;
  /** What was lost. */
  loss: Float64Array;
  /** The insured part. */
  insured: Float64Array;
  /** What the first loss of each takes. */
  firstLoss: Float64Array;
  /** What the aggregate first loss takes. */
  aggregateFirstLoss: Float64Array;
  /** What is over the most that is paid in a year. */
  overMaximum: Float64Array;
  /** What is paid. */
  paid: Float64Array;
  /** The part of it that reinsurers bear. */
  reinsured: Float64Array;
  /** What stays with the seller. */
  retained: Float64Array;
  /** The sum of the losses. */
  totalLoss: string;
  /** The sum of what is paid. */
  totalPaid: string;
  /** The sum of what reinsurers bear. */
  totalReinsured: string;
  /** The sum of what stays with the seller. */
  totalRetained: string;
  /** What is paid less the premium: above zero where the cover was worth it. */
  netOfPremium: string;
}

/** A fund that is put together from tranches with their own terms. */
export interface FundRequest {
  product: "fund";
  /** The currency of all amounts. */
  currency: string;
  /** The day on which all tranches are paid out. */
  start: string;
  /** The tranches. */
  tranches: FundTranches;
  /**
   * How often all of them are paid.
   * Default: "semi-annual".
   */
  frequency?: FrequencyInput | null;
  /**
   * How the days of interest are counted.
   * Default: "30/360".
   */
  dayCount?: DayCountInput | null;
  /**
   * Losses that are distributed, as fractions of the fund.
   * Default: [].
   */
  lossRates?: DecimalColumnInput | null;
  /** The rule that says at which rate the grant element is discounted. */
  grantRule?: "imf-world-bank" | "oecd-low-income" | "oecd-lower-middle-income" | "oecd-upper-middle-income" | null;
  /** That rate itself, effective a year, in place of a rule. */
  discountRate?: DecimalInput | null;
}

/** Tranches as columns: each column has one entry a tranche, or one for all. */
export interface FundTranches {
  /** Who gives the money. */
  providers: "special-fund" | "development-bank" | "commercial" | "sponsor" | readonly ("special-fund" | "development-bank" | "commercial" | "sponsor")[];
  /** How much. */
  amounts: DecimalColumnInput;
  /** Interest a year; of a sponsor the return that it asks for. */
  rates: DecimalInput | DecimalColumnInput;
  /** Months until the last payment, a multiple of the months between payments. */
  termMonths: DecimalInput | DecimalColumnInput;
  /**
   * The first of these months, in which interest only is paid.
   * Default: 0.
   */
  graceMonths?: DecimalInput | DecimalColumnInput | null;
  /**
   * How the principal comes back.
   * Default: "equal-principal".
   */
  profiles?: "annuity" | "equal-principal" | "bullet" | readonly ("annuity" | "equal-principal" | "bullet")[] | null;
  /**
   * The place in the order of loss, 1 bears first; tranches of one place share a loss by their amounts. Left out,
   * losses go by the order of the list.
   * Default: [].
   */
  lossOrder?: DecimalColumnInput | null;
}

/** What the fund costs, who it helps and who bears its losses. */
export interface FundQuote {
  /** The currency of all amounts. */
  currency: string;
  /** All tranches together. */
  amount: string;
  /** The rate of return a year of all flows of all tranches, effective: what the fund's money costs together. */
  blendedRate: number;
  /** The effective rates of the tranches, weighted by their amounts. */
  costOfCapital: number;
  /** Money of special funds, development and policy banks. */
  publicAmount: string;
  /** Money of commercial lenders and of sponsors. */
  privateAmount: string;
  /** Private money for each unit of public money; null without public money. */
  leverage: number | null;
  /** The part of the fund that bears losses before the tranches that bear them last. */
  firstLossCoverage: number;
  /** The rate at which the grant element is discounted; null where none was asked for. */
  discountRate: number | null;
  /**
   * The grant element of the whole fund: what it gives beyond a loan at the discount rate, as a fraction. Below zero
   * where its money is dearer.
   */
  grantElement: number | null;
  /** The same as money. */
  grant: string | null;
  /** Tranche by tranche. */
  tranches: FundTranche[];
  /** The losses that are distributed. */
  losses: FundLosses;
  /** What the fund pays, all tranches together. */
  schedule: FundSchedule;
  /** The tables that this rests on. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** One tranche. Amounts in columns are whole numbers of the currency's smallest unit. */
export interface FundTranche {
  /** Who gives the money. */
  provider: "special-fund" | "development-bank" | "commercial" | "sponsor";
  /** How much. */
  amount: string;
  /** Its part of the fund. */
  share: number;
  /** Its rate of return a year, effective. */
  effectiveRate: number;
  /** Interest in all. */
  totalInterest: string;
  /** How long its principal is outstanding on average, in years. */
  averageLifeYears: number;
  /** The place in the order of loss; 1 bears first. */
  lossOrder: number;
  /** The loss, as a part of the fund, from which on it bears any. */
  attachment: number;
  /** The loss, as a part of the fund, at which all of it is lost. */
  detachment: number;
  /** What its terms give beyond a loan at the discount rate, as a fraction. */
  grantElement: number | null;
  /** The same as money. */
  grant: string | null;
  /** What it bears of each loss. */
  absorbed: Float64Array;
}

/** The losses as columns. */
export interface FundLosses {
  /** The loss as a fraction of the fund. */
  rates: Float64Array;
  /** The loss, in whole numbers of the currency's smallest unit. */
  loss: Float64Array;
}

/** What is owed and paid, all tranches together. Amounts are whole numbers of the currency's smallest unit. */
export interface FundSchedule {
  /** When it is paid, as days since 1970-01-01. */
  dates: Int32Array;
  /** What is owed when the period begins. */
  opening: Float64Array;
  /** Interest. */
  interest: Float64Array;
  /** Principal. */
  principal: Float64Array;
  /** What is paid. */
  payment: Float64Array;
  /** What is owed when the period has ended. */
  closing: Float64Array;
}

/**
 * A plant abroad, year by year. Years are counted from the start; what is built is paid at their beginnings, what a
 * year of production brings and costs at its end.
 */
export interface PlantRequest {
  product: "plant";
  /** The currency of the accounts, of the debt and of the equity. */
  currency: string;
  /** The day on which the first money is spent. */
  start: string;
  /**
   * Years from the start until production begins, 0 to 10.
   * Default: 0.
   */
  constructionYears?: DecimalInput | null;
  /** Years of production, 1 to 40; with `cash_available` as many as it has. */
  operatingYears?: DecimalInput | null;
  /** What it costs to build. */
  capital?: PlantCapital | null;
  /** What it produces. Give this, or `cash_available`. */
  operations?: PlantOperations | null;
  /**
   * Cash available for debt service of each year of production, for who has the cash flow already.
   * Default: [].
   */
  cashAvailable?: DecimalColumnInput | null;
  /**
   * Tax on profits.
   * Default: "0".
   */
  taxRate?: DecimalInput | null;
  /**
   * The first years of production in which no tax is due. Losses made in them count later.
   * Default: 0.
   */
  taxHolidayYears?: DecimalInput | null;
  /** Years for which a loss can be carried forward; without it they never end. */
  lossCarryForwardYears?: DecimalInput | null;
  /** The debt; without it the sponsors pay for all. */
  debt?: PlantDebt | null;
  /** Cover of the sponsors' equity against political risk. They pay it beside the company. */
  cover?: PlantCover | null;
  /** A second currency with its path. */
  foreign?: PlantCurrency | null;
  /**
   * The rate a year at which the project's cash is discounted, effective; without it no value and no break-even
   * can be told.
   */
  discountRate?: DecimalInput | null;
  /** What the sponsors ask for a year, effective; without it the value of their flows can't be told. */
  costOfEquity?: DecimalInput | null;
}

/** What a plant costs to build, phase by phase, as columns. */
export interface PlantCapital {
  /** The amount of each phase. */
  amounts: DecimalColumnInput;
  /**
   * Whole years from the start to the day on which each is paid; up to the beginning of production debt and equity
   * pay for it, later the year's cash. Left out, all is paid at the start.
   * Default: [].
   */
  years?: DecimalColumnInput | null;
  /** The currency of the amounts; without it that of the accounts. */
  currency?: string | null;
  /**
   * Years of straight depreciation, 1 to 40, from the first year of production after the payment.
   * Default: 10.
   */
  depreciationYears?: DecimalInput | null;
  /**
   * What plant and land bring at the end of production, in the currency of the accounts.
   * Default: "0".
   */
  residualValue?: DecimalInput | null;
}

/** How kits come into the country. */
export type KitMode =
  | "semi-knocked-down"
  | "completely-knocked-down"
  | "parts";

/**
 * How kits come into the country.
 * By its name or by any that it is also known as, in any case.
 */
export type KitModeInput = KitMode
  | "SKD"
  | "CKD";

/** What a plant produces, and what that costs. Amounts are those of the first day; growth is counted from it. */
export interface PlantOperations {
  /** Vehicles a year when the ramp is complete; above 0, up to 100,000,000. */
  vehicles: DecimalInput;
  /**
   * What is made of them, year by year of production; the last one holds on.
   * Default: ["1"].
   */
  ramp?: DecimalColumnInput | null;
  /** Vehicles a year that the plant can make at most. */
  capacity?: DecimalInput | null;
  /** The price of a vehicle, ex works. */
  price: DecimalInput;
  /** What a full kit costs, delivered to the border. */
  kitCost: DecimalInput;
  /**
   * The part of the kit that is bought locally instead, year by year; the last one holds on.
   * Default: [].
   */
  localContent?: DecimalColumnInput | null;
  /**
   * What a full kit would cost from local suppliers.
   * Default: "0".
   */
  localPartsCost?: DecimalInput | null;
  /**
   * How kits come, year by year of production; the last one holds on.
   * Default: ["completely-knocked-down"].
   */
  kitModes?: readonly KitModeInput[] | null;
  /**
   * Duty on semi-knocked-down kits, as a fraction of their cost, year by year; the last one holds on.
   * Default: [].
   */
  semiKnockedDownDuties?: DecimalColumnInput | null;
  /**
   * Duty on completely knocked down kits, likewise.
   * Default: [].
   */
  completelyKnockedDownDuties?: DecimalColumnInput | null;
  /**
   * Duty on parts, likewise.
   * Default: [].
   */
  partsDuties?: DecimalColumnInput | null;
  /**
   * Logistics a vehicle.
   * Default: "0".
   */
  logisticsCost?: DecimalInput | null;
  /**
   * Labour a vehicle.
   * Default: "0".
   */
  labourCost?: DecimalInput | null;
  /**
   * Fixed costs a year of production.
   * Default: "0".
   */
  fixedCosts?: DecimalInput | null;
  /**
   * How the price grows a year.
   * Default: "0".
   */
  priceGrowth?: DecimalInput | null;
  /**
   * How the cost of kits grows a year.
   * Default: "0".
   */
  kitGrowth?: DecimalInput | null;
  /**
   * How all other costs grow a year.
   * Default: "0".
   */
  costGrowth?: DecimalInput | null;
  /** The currency of price, local parts, logistics, labour and fixed costs; without it that of the accounts. */
  currency?: string | null;
  /** The currency of kits; without it that of the accounts. */
  kitCurrency?: string | null;
  /**
   * Days of sales that buyers owe.
   * Default: 0.
   */
  receivableDays?: DecimalInput | null;
  /**
   * Days of kits, duty and local parts in stock.
   * Default: 0.
   */
  inventoryDays?: DecimalInput | null;
  /**
   * Days of kits, duty and local parts that are owed to suppliers.
   * Default: 0.
   */
  payableDays?: DecimalInput | null;
}

/**
 * The debt of a plant. It is drawn as the plant is built, in the proportion in which it pays for all, and its interest
 * until production begins is added to it.
 */
export interface PlantDebt {
  /**
   * The part of all that is spent until production begins that debt pays. Give this or the amount; with neither, and
   * with a target, the debt is as large as the target allows.
   */
  gearing?: DecimalInput | null;
  /** What is owed when production begins. */
  amount?: DecimalInput | null;
  /** Years of repayment from the beginning of production, those of grace among them. */
  tenorYears: DecimalInput;
  /**
   * The first of these years, in which interest only is paid.
   * Default: 0.
   */
  graceYears?: DecimalInput | null;
  /** Interest a year. */
  rate: DecimalInput;
  /**
   * How it is repaid.
   * Default: "sculpted".
   */
  repayment?: "annuity" | "equal-principal" | "sculpted" | null;
  /** The debt service cover ratio that lenders ask for, 1 to 100: what the debt is sized to. */
  targetDscr?: DecimalInput | null;
  /**
   * What lenders are paid at the start, as a part of the debt.
   * Default: "0".
   */
  upfrontFee?: DecimalInput | null;
  /**
   * A year's fee on what is not yet drawn.
   * Default: "0".
   */
  commitmentFee?: DecimalInput | null;
  /**
   * What stands in the debt service reserve account when production begins.
   * Default: "0".
   */
  initialReserve?: DecimalInput | null;
  /**
   * Months of the next year's debt service that the account is to hold, 0 to 24; filled from the year's cash. Left
   * out, it holds what it began with.
   */
  reserveMonths?: DecimalInput | null;
  /**
   * The part of the cash left after debt service and reserve that repays debt before its time, the last instalments
   * first.
   * Default: "0".
   */
  sweep?: DecimalInput | null;
  /** The debt service cover ratio below which nothing is paid to sponsors. */
  lockUpDscr?: DecimalInput | null;
  /** The ratio below which the loan is in default. */
  defaultDscr?: DecimalInput | null;
  /**
   * What sponsors have promised to pay in all when cash and reserve don't cover debt service.
   * Default: "0".
   */
  supportLimit?: DecimalInput | null;
}

/** Cover of the sponsors' equity against political risk. The premium is due at the beginning of each year. */
export interface PlantCover {
  /** The host country. */
  country?: string | null;
  /**
   * Whose rules set the premium, as in `investment-cover`, where no rate is given.
   * Default: "de-federal-investment".
   */
  rules?: "de-federal-investment" | "miga-average" | "miga-small-from" | "miga-small-to" | "uk-standby-quarter" | "given" | "every" | null;
  /** The premium a year on the equity paid in so far. */
  premiumRate?: DecimalInput | null;
  /**
   * The part of the equity on which it is due.
   * Default: "1".
   */
  insuredShare?: DecimalInput | null;
}

/** A second currency with its path. */
export interface PlantCurrency {
  /** The currency. */
  currency: string;
  /** What one unit of it is worth in the currency of the accounts: at the start, and at the end of each year. */
  exchangeRates: DecimalColumnInput;
  /**
   * How the rate changes a year after the last that is given.
   * Default: "0".
   */
  yearlyChange?: DecimalInput | null;
}

/**
 * What becomes of the plant. Amounts in columns are whole numbers of the currency's smallest unit; the first row is the
 * start, each later one a year.
 */
export interface PlantQuote {
  /** The currency of all amounts. */
  currency: string;
  /**
   * The sponsors' rate of return a year, effective: what they pay in, premiums of their cover and what is paid out.
   * Null where there is none.
   */
  equityReturn: number | null;
  /** The rate of return a year of the plant as if it had no debt, after tax. Null where there is none. */
  projectReturn: number | null;
  /** What the same cash is worth at the start, at the discount rate; null without one. */
  projectValue: string | null;
  /** What the sponsors' flows are worth at the start, at the cost of equity; null without one. */
  equityValue: string | null;
  /** Years from the start until the plant without debt has earned what was spent; null where it never does. */
  paybackYears: number | null;
  /**
   * Vehicles a year with a complete ramp at which the project's value is nothing; null without a discount rate, or
   * where there is no such number.
   */
  breakEvenVolume: number | null;
  /** What debt and equity pay until production begins: capital cost, fees, interest and reserve. */
  totalUses: string;
  /** The debt when production begins. */
  debtAmount: string;
  /** What sponsors pay until then. */
  equityAmount: string;
  /** The debt as a part of both; null where nothing is built. */
  gearing: number | null;
  /** The least debt service cover ratio: cash available over interest and principal due. Null without debt. */
  minimumDscr: number | null;
  /** The mean of the ratios of all years in which something is due. */
  averageDscr: number | null;
  /**
   * Loan life cover ratio: the cash available over the loan's life, discounted at its rate to the beginning of
   * production, and the reserve account, over the debt.
   */
  llcr: number | null;
  /** The same without the reserve account. */
  llcrWithoutReserve: number | null;
  /** Project life cover ratio: likewise over all years of production. */
  plcr: number | null;
  /** The same without the reserve account. */
  plcrWithoutReserve: number | null;
  /** The debt that the cash can serve at the target cover ratio, sculpted; null without a target. */
  debtCapacity: string | null;
  /** The cover ratio to which payments are sculpted; null for other repayments. */
  sculptedDscr: number | null;
  /**
   * The years, counted from the start, in which sponsors are paid nothing: the ratio is below its limit, or something
   * due is not paid.
   */
  lockUpYears: number[];
  /** The years in which the loan is in default. */
  defaultYears: number[];
  /** What sponsors pay beside their equity. */
  sponsorSupport: string;
  /** What is owed at the end. */
  unpaidDebt: string;
  /** All that is paid out to sponsors. */
  totalDividends: string;
  /** The premium a year of the sponsors' cover, on the insured part of their equity; null without cover. */
  premiumRate: string | null;
  /** All premiums of that cover. */
  totalPremium: string | null;
  /** Who pays for what, year by year. */
  funding: PlantFunding;
  /** What is produced, earned and available; null where cash is given. */
  production: PlantProduction | null;
  /** What lenders and sponsors get. */
  debtService: PlantDebtService;
  /** The balance sheet at each year's end; null where cash is given. */
  balance: PlantBalance | null;
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** What is spent until production begins, and who pays. */
export interface PlantFunding {
  /** The day, as days since 1970-01-01. */
  dates: Int32Array;
  /** Capital cost. */
  capitalCost: Float64Array;
  /** Fees of lenders. */
  fees: Float64Array;
  /** Interest that is added to the debt. */
  constructionInterest: Float64Array;
  /** What is put into the reserve account. */
  reserveFunded: Float64Array;
  /** What is drawn of the debt, the interest that is added among it. */
  drawn: Float64Array;
  /** What sponsors pay. */
  equity: Float64Array;
}

/** What is produced, and what becomes of it. */
export interface PlantProduction {
  /** The day, as days since 1970-01-01. */
  dates: Int32Array;
  /** Vehicles. */
  vehicles: Float64Array;
  /** Vehicles over the capacity; over those of a complete ramp where no capacity is given. */
  utilisation: Float64Array;
  /** Sales. */
  revenue: Float64Array;
  /** Kits that are imported. */
  kits: Float64Array;
  /** Duty on them. */
  duty: Float64Array;
  /** Parts that are bought locally. */
  localParts: Float64Array;
  /** Logistics. */
  logistics: Float64Array;
  /** Labour. */
  labour: Float64Array;
  /** Fixed costs. */
  fixedCosts: Float64Array;
  /** Earnings before interest, tax and depreciation. */
  ebitda: Float64Array;
  /** Depreciation; in the last year all that is left, less what plant and land bring. */
  depreciation: Float64Array;
  /** Tax. */
  tax: Float64Array;
  /** Profit after interest and tax. */
  profit: Float64Array;
  /** What working capital takes; below zero what it gives back. */
  workingCapitalChange: Float64Array;
  /** What is built after production has begun. */
  laterCapitalCost: Float64Array;
}

/** The cash and who gets it. */
export interface PlantDebtService {
  /** The day, as days since 1970-01-01. */
  dates: Int32Array;
  /** Cash available for debt service. */
  cashAvailable: Float64Array;
  /** What is owed at the beginning of the year. */
  opening: Float64Array;
  /** Interest that is due. */
  interest: Float64Array;
  /** Principal that is paid as it is due; below zero where interest is added to the debt. */
  principal: Float64Array;
  /** What is repaid before its time. */
  prepaid: Float64Array;
  /** What is owed at the end of the year. */
  closing: Float64Array;
  /** Interest and principal that are due. */
  service: Float64Array;
  /** Cash available over what is due; 0 where nothing is due. */
  dscr: Float64Array;
  /** What was due and is not paid. */
  unpaid: Float64Array;
  /** The reserve account at the end of the year. */
  reserve: Float64Array;
  /** What sponsors pay beside their equity. */
  support: Float64Array;
  /** What is paid out to sponsors. */
  dividends: Float64Array;
  /** Cash that is kept. */
  cash: Float64Array;
  /** The premium of the sponsors' cover for the year that begins. */
  premium: Float64Array;
}

/** What the plant owns and owes. */
export interface PlantBalance {
  /** The day, as days since 1970-01-01. */
  dates: Int32Array;
  /** Plant and land at their book value, with fees and interest until production began. */
  fixedAssets: Float64Array;
  /** What buyers owe and what lies in stock, less what suppliers are owed. */
  workingCapital: Float64Array;
  /** The reserve account. */
  reserve: Float64Array;
  /** Cash. */
  cash: Float64Array;
  /** What is owed to lenders. */
  debt: Float64Array;
  /** What belongs to sponsors: what they have paid in and what was earned, less what was paid out. */
  equity: Float64Array;
}

/** The purchase of a company, year by year until it is sold again. Everything of a year happens at its end. */
export interface AcquisitionRequest {
  product: "acquisition";
  /** The currency of all amounts. */
  currency: string;
  /** The day on which the purchase closes. */
  start: string;
  /** Years until the sale, 1 to 15. */
  years: DecimalInput;
  /** The price of the whole company without its debt and cash. Give this or the equity's price. */
  enterpriseValue?: DecimalInput | null;
  /** The price of all shares. */
  equityValue?: DecimalInput | null;
  /**
   * The company's debt less its cash; below zero where it has more cash.
   * Default: "0".
   */
  netDebt?: DecimalInput | null;
  /**
   * Whether net debt is repaid at the closing. Otherwise it stays as it is, and the company pays its interest.
   * Default: false.
   */
  refinanced?: boolean | null;
  /**
   * Interest a year on net debt that stays.
   * Default: "0".
   */
  netDebtRate?: DecimalInput | null;
  /**
   * The part of the shares that is bought.
   * Default: "1".
   */
  acquiredShare?: DecimalInput | null;
  /** Earnings before interest, tax and depreciation in the year before the closing. */
  ebitda: DecimalInput;
  /**
   * How they grow, year by year; the last one holds on.
   * Default: [].
   */
  ebitdaGrowth?: DecimalColumnInput | null;
  /**
   * Capital expenditure, as a part of EBITDA.
   * Default: "0".
   */
  capitalExpenditure?: DecimalInput | null;
  /**
   * Depreciation, likewise.
   * Default: "0".
   */
  depreciation?: DecimalInput | null;
  /**
   * What working capital takes of a change of EBITDA.
   * Default: "0".
   */
  workingCapital?: DecimalInput | null;
  /**
   * Tax on profits; losses are carried forward without end.
   * Default: "0".
   */
  taxRate?: DecimalInput | null;
  /**
   * The part of the interest on loans for the purchase that lowers the tax; without it all of it where more than half
   * of the shares is bought, and nothing where less is.
   */
  interestDeductible?: DecimalInput | null;
  /** What the buyer and the company gain from each other. */
  synergies?: AcquisitionSynergies | null;
  /**
   * Costs of the purchase, as a part of the price that is paid.
   * Default: "0".
   */
  transactionCosts?: DecimalInput | null;
  /**
   * Cash that is put in at the closing and held.
   * Default: "0".
   */
  minimumCash?: DecimalInput | null;
  /** The senior loan. */
  senior?: AcquisitionLoan | null;
  /** The mezzanine loan. */
  mezzanine?: AcquisitionLoan | null;
  /** The buyer. */
  acquirer: AcquisitionSponsor;
  /** Who buys beside it. */
  partner?: AcquisitionSponsor | null;
  /**
   * The part of what is left each year, above the cash that is held, that is paid out.
   * Default: "0".
   */
  payout?: DecimalInput | null;
  /** The enterprise value at the sale over the last year's EBITDA with synergies; without it that of the purchase. */
  exitMultiple?: DecimalInput | null;
  /** The most that both loans may be over EBITDA at a year's end. */
  maximumLeverage?: DecimalInput | null;
  /** The least that EBITDA may be over interest. */
  minimumInterestCover?: DecimalInput | null;
  /** The least that cash available may be over interest and principal due. */
  minimumCashCover?: DecimalInput | null;
  /** Checks the senior loan against Chinese banks' rule. */
  rule?: "china-control" | "china-minority" | null;
  /**
   * The part of the shares that the buyer held before.
   * Default: "0".
   */
  heldBefore?: DecimalInput | null;
}

/** What is gained together. */
export interface AcquisitionSynergies {
  /** What they add to EBITDA a year when all are there. */
  amount: DecimalInput;
  /**
   * The part of it that is there, year by year; the last one holds on.
   * Default: ["1"].
   */
  ramp?: DecimalColumnInput | null;
  /**
   * What it costs to get them, year by year; nothing after the last.
   * Default: [].
   */
  costs?: DecimalColumnInput | null;
}

/** A loan for the purchase. */
export interface AcquisitionLoan {
  /** The amount. Give this or the leverage. */
  amount?: DecimalInput | null;
  /** The amount over EBITDA. */
  leverage?: DecimalInput | null;
  /** The base rate a year. */
  baseRate: DecimalInput;
  /**
   * The margin a year.
   * Default: "0".
   */
  margin?: DecimalInput | null;
  /**
   * Interest a year that is added to the loan instead of being paid.
   * Default: "0".
   */
  addedInterest?: DecimalInput | null;
  /**
   * What hedging rate and currency costs a year, on what is owed.
   * Default: "0".
   */
  hedgingCost?: DecimalInput | null;
  /**
   * The premium a year of a cover of the loan, on what is owed.
   * Default: "0".
   */
  coverPremium?: DecimalInput | null;
  /**
   * What the lenders are paid at the closing, as a part of the loan.
   * Default: "0".
   */
  fee?: DecimalInput | null;
  /** Years until all is repaid, 1 to 30. */
  termYears: DecimalInput;
  /**
   * The part of the loan that is repaid, year by year; what is left is repaid at the end.
   * Default: [].
   */
  amortisation?: DecimalColumnInput | null;
  /**
   * The part of what is left each year, above the cash that is held, that repays it before its time.
   * Default: "0".
   */
  sweep?: DecimalInput | null;
}

/** Who owns the company after the purchase. */
export interface AcquisitionSponsor {
  /** Its part of the equity; of two sponsors one may be left out and takes the rest. */
  equityShare?: DecimalInput | null;
  /**
   * What it lends instead of paying it in as equity.
   * Default: "0".
   */
  shareholderLoan?: DecimalInput | null;
  /**
   * Interest a year on that loan; it is added to it and paid with the sale.
   * Default: "0".
   */
  loanRate?: DecimalInput | null;
  /**
   * What hedging its investment costs it a year, as a part of what it has paid in at the closing.
   * Default: "0".
   */
  hedgingCost?: DecimalInput | null;
  /** How the currency of the purchase changes a year against its own; for its return in that. */
  currencyChange?: DecimalInput | null;
  /** The return a year that it asks for, effective; for the value of its flows and the break-even synergy. */
  requiredReturn?: DecimalInput | null;
}

/** What a purchase costs, who pays, and what becomes of it. */
export interface AcquisitionQuote {
  /** The currency of all amounts. */
  currency: string;
  /** The buyer's rate of return a year, effective; null where there is none. */
  acquirerReturn: number | null;
  /** The partner's; null without a partner. */
  partnerReturn: number | null;
  /** That of all sponsors together. */
  sponsorsReturn: number | null;
  /** The whole company without its debt and cash. */
  enterpriseValue: string;
  /** All shares. */
  equityValue: string;
  /** The enterprise value over EBITDA of the year before. */
  entryMultiple: number;
  /** The enterprise value over EBITDA with synergies at the sale. */
  exitMultiple: number;
  /** The enterprise value at the sale, of all shares. */
  exitValue: string;
  /** Everything that is paid at the closing. */
  totalUses: string;
  /** Both loans over EBITDA of the year before; of a part of the shares, over that part of it. */
  openingLeverage: number;
  /** Both loans over all that is paid. */
  debtShare: number;
  /** The senior loan over the price of the shares. */
  loanToPrice: number;
  /** The most that both loans are over EBITDA at any year's end. */
  highestLeverage: number;
  /** The least that EBITDA is over interest; null where nothing is due. */
  leastInterestCover: number | null;
  /** The least that cash available is over interest and principal due. */
  leastCashCover: number | null;
  /**
   * The part by which EBITDA may fall in the tightest year before a covenant is broken; below zero where one is. Null
   * without covenants.
   */
  leastHeadroom: number | null;
  /** The years in which a covenant is broken. */
  breachYears: number[];
  /**
   * The synergies a year at which the buyer has just the return that it asks for; 0 where it needs none; null where
   * it asks for none, or no synergies give it.
   */
  breakEvenSynergy: number | null;
  /** What sponsors pay after the closing, because cash does not cover what is due. */
  sponsorSupport: string;
  /** What lenders lack at the sale. */
  unpaidDebt: string;
  /** The buyer. */
  acquirer: AcquisitionSponsorQuote;
  /** The partner. */
  partner: AcquisitionSponsorQuote | null;
  /** What the money is for. */
  uses: AcquisitionPart[];
  /** Where it comes from. */
  sources: AcquisitionPart[];
  /** Year by year. */
  course: AcquisitionCourse;
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** What one sponsor pays and receives. */
export interface AcquisitionSponsorQuote {
  /** Its part of the equity. */
  equityShare: number;
  /** What it pays, hedging included. */
  paidIn: string;
  /** What it receives. */
  received: string;
  /** What it receives over what it pays. */
  moneyMultiple: number | null;
  /** Its return a year in its own currency; null where that is not asked for. */
  ownReturn: number | null;
  /** What its flows are worth at the closing at the return that it asks for. */
  value: string | null;
}

/** One line of sources and uses. */
export interface AcquisitionPart {
  /** What it is. */
  item: "shares" | "net-debt" | "transaction-costs" | "lender-fees" | "cash" | "target-cash" | "senior" | "mezzanine" | "acquirer-loan" | "partner-loan" | "acquirer-equity" | "partner-equity";
  /** How much. */
  amount: string;
  /** Its part of all. */
  share: number;
  /** The amount over EBITDA of the year before. */
  multiple: number;
}

/** The years; the first row is the closing. Amounts are whole numbers of the currency's smallest unit. */
export interface AcquisitionCourse {
  /** The day, as days since 1970-01-01. */
  dates: Int32Array;
  /** EBITDA without synergies; in the first row that of the year before. */
  ebitda: Float64Array;
  /** What synergies add. */
  synergies: Float64Array;
  /** What it costs to get them. */
  synergyCosts: Float64Array;
  /** Capital expenditure. */
  capitalExpenditure: Float64Array;
  /** What working capital takes; below zero what it gives back. */
  workingCapitalChange: Float64Array;
  /** Tax. */
  tax: Float64Array;
  /** Interest on net debt that stays. */
  netDebtInterest: Float64Array;
  /** Cash available for debt service: the acquired part of what the company has left. */
  cashAvailable: Float64Array;
  /** Interest, hedging and cover of the senior loan. */
  seniorInterest: Float64Array;
  /** Senior principal that is due. */
  seniorPrincipal: Float64Array;
  /** Senior principal that is repaid before its time. */
  seniorPrepaid: Float64Array;
  /** What is owed of the senior loan, before what the sale repays. */
  seniorClosing: Float64Array;
  /** Interest, hedging and cover of the mezzanine loan that are paid. */
  mezzanineInterest: Float64Array;
  /** Mezzanine principal that is due. */
  mezzaninePrincipal: Float64Array;
  /** Mezzanine principal that is repaid before its time. */
  mezzaninePrepaid: Float64Array;
  /** What is owed of the mezzanine loan, interest that is added among it, before what the sale repays. */
  mezzanineClosing: Float64Array;
  /** Shareholder loans with their interest, before what the sale repays. */
  shareholderLoans: Float64Array;
  /** Cash, before the sale. */
  cash: Float64Array;
  /** What sponsors pay after the closing. */
  support: Float64Array;
  /** What is paid out to sponsors, without the sale. */
  dividends: Float64Array;
  /** What the sale leaves to sponsors. */
  sale: Float64Array;
  /** Both loans over EBITDA with synergies. */
  leverage: Float64Array;
  /** EBITDA with synergies over interest; 0 where nothing is due. */
  interestCover: Float64Array;
  /** Cash available over interest and principal due; 0 where nothing is due. */
  cashCover: Float64Array;
  /** The part by which EBITDA may fall before a covenant is broken; 0 without covenants. */
  headroom: Float64Array;
  /** What the buyer receives, paid below zero. */
  acquirerFlow: Float64Array;
  /** What the partner receives, paid below zero. */
  partnerFlow: Float64Array;
}

/** Green money: any of three groups. Years are whole ones, and everything of a year happens at its end. */
export interface GreenRequest {
  product: "green";
  /** The currency of all amounts. */
  currency: string;
  /**
   * The rate a year, effective, at which later years count less. At 0 all years count alike.
   * Default: "0".
   */
  discountRate?: DecimalInput | null;
  /** A loan whose margin follows targets. */
  linked?: GreenLinked | null;
  /** A bond or loan with a green label. */
  label?: GreenLabel | null;
  /** Electric cars in the place of cars that burn fuel. */
  cars?: GreenCars | null;
}

/** A sustainability-linked loan: what targets met and missed change of its margin, and what proving them costs. */
export interface GreenLinked {
  /** The loan. */
  amount: DecimalInput;
  /** Years until its end, 1 to 40. */
  termYears: DecimalInput;
  /**
   * The part of it that is owed in each year; the last one holds on. Empty: all of it.
   * Default: [].
   */
  balances?: DecimalColumnInput | null;
  /**
   * The margin a year before any target.
   * Default: "0".
   */
  margin?: DecimalInput | null;
  /** By how much each target met lowers the margin: 0.00025 is 2.5 basis points. */
  stepDown: DecimalInput;
  /**
   * By how much each target missed raises it.
   * Default: "0".
   */
  stepUp?: DecimalInput | null;
  /** The most that all targets together change of the margin, either way. */
  maximumChange?: DecimalInput | null;
  /**
   * How many targets have been met for the margin of each year; the last one holds on.
   * Default: [].
   */
  met?: DecimalColumnInput | null;
  /**
   * How many have been missed.
   * Default: [].
   */
  missed?: DecimalColumnInput | null;
  /**
   * What verification costs each year.
   * Default: "0".
   */
  verificationCost?: DecimalInput | null;
  /**
   * What the opinion at the start costs (second-party opinion), once.
   * Default: "0".
   */
  opinionCost?: DecimalInput | null;
  /**
   * Tonnes of carbon dioxide that the targets avoid in each year; the last one holds on.
   * Default: [].
   */
  tonnes?: DecimalColumnInput | null;
}

/** A bond or loan with a green label: its yield beside the ordinary one. */
export interface GreenLabel {
  /** The amount. */
  amount: DecimalInput;
  /** Years until its end, 1 to 40. */
  termYears: DecimalInput;
  /**
   * The part of it that is owed in each year; the last one holds on. Empty: all of it.
   * Default: [].
   */
  balances?: DecimalColumnInput | null;
  /** The yield a year of the same debt without a label. */
  ordinaryYield: DecimalInput;
  /** The yield a year with it. */
  labelYield: DecimalInput;
  /**
   * What reports and their verification cost each year.
   * Default: "0".
   */
  verificationCost?: DecimalInput | null;
  /**
   * What framework, label and opinion cost at the start, once.
   * Default: "0".
   */
  opinionCost?: DecimalInput | null;
  /**
   * Tonnes of carbon dioxide that what is financed avoids in each year; the last one holds on.
   * Default: [].
   */
  tonnes?: DecimalColumnInput | null;
}

/** Electric cars against cars that burn fuel: what both emit over their lives, by the request's own numbers. */
export interface GreenCars {
  /**
   * How many.
   * Default: 1.
   */
  vehicles?: DecimalInput | null;
  /** Years of use, 1 to 40. */
  years: DecimalInput;
  /** Kilometres of a car in each year; the last one holds on. */
  kilometres: DecimalColumnInput;
  /** Electricity from the socket, losses of charging in it: kilowatt hours for 100 km. */
  electricityUse: DecimalInput;
  /** Carbon dioxide of the grid in each year, grams a kilowatt hour; the last one holds on. */
  gridIntensity: DecimalColumnInput;
  /** Fuel of the other car: litres for 100 km. */
  fuelUse: DecimalInput;
  /** Carbon dioxide of a litre from well to wheel, in kilograms. */
  fuelEmissions: DecimalInput;
  /**
   * What making the electric car emits more, its battery above all: tonnes a car.
   * Default: "0".
   */
  batteryTonnes?: DecimalInput | null;
  /** What an electric car costs more over its life; below zero where it costs less. */
  priceDifference?: DecimalInput | null;
}

/** What green money saves, what it costs to prove, and what it avoids. */
export interface GreenQuote {
  /** The currency of all amounts. */
  currency: string;
  /** What linking and label are worth together at the discount rate: savings less costs. Null without either. */
  presentValue: string | null;
  /** The linked loan. */
  linked: GreenSaving | null;
  /** The label. */
  label: GreenSaving | null;
  /** The cars. */
  cars: GreenCarsQuote | null;
  /** The tables that this rests on: none. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** What a lower rate saves and what it costs to have it. */
export interface GreenSaving {
  /** Interest saved over all years; below zero where more is paid. */
  interestSaved: string;
  /** Opinion and verification over all years. */
  costs: string;
  /** Interest saved less costs. */
  netSaving: string;
  /** The same at the discount rate. */
  presentValue: string;
  /**
   * The least amount at which the present value is not below zero, with all else as it is; null where no amount is,
   * because no interest is saved.
   */
  breakEvenAmount: string | null;
  /**
   * Of a linked loan the step for a target met, of a label the gap of yields, at which the present value is zero; null
   * where no target is met.
   */
  breakEvenRate: number | null;
  /** The change of the rate in the first year, below zero where it falls. */
  firstChange: number;
  /** Tonnes avoided over all years; null where none are given. */
  tonnes: string | null;
  /** What a tonne avoided costs: what is lost at present value for each; below zero where something is gained. */
  costPerTonne: string | null;
  /** Year by year. */
  course: GreenSavingCourse;
}

/** The years of a saving; the first row is the start. Amounts are whole numbers of the currency's smallest unit. */
export interface GreenSavingCourse {
  /** The year. */
  year: Float64Array;
  /** What is owed in it. */
  balance: Float64Array;
  /** The margin, or the yield with the label. */
  margin: Float64Array;
  /** By how much it is changed. */
  change: Float64Array;
  /** Interest saved. */
  saved: Float64Array;
  /** Opinion and verification. */
  costs: Float64Array;
  /** Interest saved less costs. */
  net: Float64Array;
  /** The present value of all up to here. */
  value: Float64Array;
}

/** What both kinds of car emit. All tonnes are of all cars. */
export interface GreenCarsQuote {
  /** Tonnes that electric cars emit over their lives, to the gram. */
  electricTonnes: string;
  /** Tonnes that the others emit. */
  combustionTonnes: string;
  /** The difference; below zero where electric cars emit more. */
  tonnesAvoided: string;
  /** The year from which on electric cars have emitted less, to the end; null where they never do. */
  aheadYear: number | null;
  /** The kilometres of a car after which that is so. */
  aheadKilometres: number | null;
  /** The difference of prices for each tonne avoided; null without one, and where none is avoided. */
  costPerTonne: string | null;
  /** Year by year. */
  course: GreenCarCourse;
}

/** Tonnes up to the end of each year, the first row is the start. */
export interface GreenCarCourse {
  /** The year. */
  year: Float64Array;
  /** Kilometres of a car so far. */
  kilometres: Float64Array;
  /** Tonnes of electric cars so far. */
  electricTonnes: Float64Array;
  /** Tonnes of the others so far. */
  combustionTonnes: Float64Array;
}

/** A hedge of foreign currency. Every exchange rate is home currency for one unit of the foreign one. */
export interface FxHedgeRequest {
  product: "fx-hedge";
  /** The home currency, in which rates are stated and results are told. */
  currency: string;
  /** The foreign currency. */
  foreignCurrency: string;
  /** The spot rate. */
  spot: DecimalInput;
  /** The interest rate of the home currency, a year. */
  homeRate: DecimalInput;
  /** The interest rate of the foreign currency, a year. */
  foreignRate: DecimalInput;
  /** Days until delivery. */
  days?: DecimalInput | null;
  /** Years until delivery, in place of days. */
  years?: DecimalInput | null;
  /** The first day, in place of days. */
  start?: string | null;
  /** The day of delivery, with `start`. */
  maturity?: string | null;
  /**
   * The day count of the home currency.
   * Default: "ACT/360".
   */
  homeDayCount?: DayCountInput | null;
  /**
   * The day count of the foreign currency.
   * Default: "ACT/360".
   */
  foreignDayCount?: DayCountInput | null;
  /** How the rates compound; left out, they are simple up to a year and compound yearly beyond. */
  compounding?: "simple" | "annual" | "continuous" | null;
  /** The home currency's curve, for times over a year. */
  homeCurve?: FxCurve | null;
  /** The foreign currency's curve, for times over a year. */
  foreignCurve?: FxCurve | null;
  /** The home currency's interest rate outside the country, where it has two markets. */
  offshoreRate?: DecimalInput | null;
  /** The market's forward points: the forward less the spot, in units of the rate. */
  forwardPoints?: DecimalInput | null;
  /** The forward that the market quotes, in place of points. */
  marketForward?: DecimalInput | null;
  /** The amount of foreign currency on which a difference between market and parity is worked out. */
  arbitrageAmount?: DecimalInput | null;
  /**
   * Which way the foreign currency goes.
   * Default: "receive".
   */
  position?: "receive" | "pay" | null;
  /** What is expected, and how much of it is hedged. */
  forecast?: FxForecast | null;
  /**
   * What it is hedged with.
   * Default: "forward".
   */
  instrument?: "forward" | "non-deliverable-forward" | "option" | null;
  /** An option: to be priced, and the hedge where that is one. */
  option?: FxOption | null;
  /** The volatility of the rate a year, as a fraction. */
  volatility?: DecimalInput | null;
  /**
   * The confidence of the worst case.
   * Default: "0.95".
   */
  confidence?: DecimalInput | null;
  /**
   * By how much the fixing is above the rate at which money is really exchanged, as a fraction.
   * Default: 0.
   */
  fixingDifference?: DecimalInput | null;
  /**
   * The standard deviation of that difference.
   * Default: 0.
   */
  fixingDeviation?: DecimalInput | null;
  /**
   * The standard deviation of the day of payment, in days.
   * Default: 0.
   */
  dateDeviationDays?: DecimalInput | null;
  /**
   * The part of the foreign currency that is spent on local costs: a natural hedge.
   * Default: "0".
   */
  localCostShare?: DecimalInput | null;
  /** In home currency, what is sold costs (received) or brings in (paid): with it there is a margin. */
  homeAmount?: DecimalInput | null;
  /** The number of vehicles or other pieces that the forecast is for. */
  pieces?: DecimalInput | null;
  /** The rate in the budget. */
  budgetRate?: DecimalInput | null;
  /**
   * Moves of the spot rate, as fractions, for which results are told.
   * Default: [-0.2,-0.15,-0.1,-0.05,0,0.05,0.1,0.15,0.2].
   */
  rateMoves?: DecimalColumnInput | null;
  /** Several currencies together. */
  basket?: FxBasket | null;
}

/** A curve of zero rates. */
export interface FxCurve {
  /** Years, ascending. */
  tenors: DecimalColumnInput;
  /** The effective rate a year to each. */
  rates: DecimalColumnInput;
}

/** A forecast in columns. */
export interface FxForecast {
  /** Days until each payment, ascending. */
  days: DecimalColumnInput;
  /** The foreign currency of each. */
  amounts: DecimalColumnInput;
  /**
   * The part that is hedged, one for all or one for each: layers fall with time.
   * Default: "1".
   */
  hedged?: DecimalInput | DecimalColumnInput | null;
}

/** An option on the foreign currency. */
export interface FxOption {
  /** The right that it gives. */
  kind: "call" | "put";
  /**
   * When it may be exercised.
   * Default: "european".
   */
  exercise?: "european" | "american" | null;
  /** The rate at which is exchanged. */
  strike: DecimalInput;
  /** Its price for one unit of foreign currency, from which the volatility is found; left out, the price is found. */
  price?: DecimalInput | null;
  /**
   * Steps of the tree of an American option, 1 to 1,000.
   * Default: 200.
   */
  steps?: DecimalInput | null;
}

/** Exposures to several currencies. */
export interface FxBasket {
  /** Each exposure in home currency: to be received positive, to be paid negative. */
  exposures: DecimalColumnInput;
  /** The volatility of each a year, as a fraction. */
  volatilities: DecimalColumnInput;
  /** Correlations of the pairs: first with second, first with third, …, second with third, … */
  correlations: DecimalColumnInput;
}

/** Forward, option, programme and risk. */
export interface FxHedgeQuote {
  /** The home currency. */
  currency: string;
  /** The foreign currency. */
  foreignCurrency: string;
  /** Years until delivery. */
  years: number;
  /** The forward that is used: the market's where it is given, else that of parity. */
  forward: number;
  /** The forward by covered interest parity. */
  parityForward: number;
  /** The forward used less the spot. */
  points: number;
  /** The same over the spot, a year: what carrying the foreign currency forward earns (positive) or costs. */
  carryRate: number;
  /** The market's forward less that of parity; null without a market. */
  marketGap: number | null;
  /** The forward by parity at the offshore rate. */
  offshoreForward: number | null;
  /** That less the forward by parity at home. */
  offshoreGap: number | null;
  /** What the difference between market and parity brings. */
  arbitrage: FxArbitrage | null;
  /** The option. */
  option: FxOptionQuote | null;
  /** What is received or paid in foreign currency less local costs. */
  netExposure: string | null;
  /** What of it is hedged. */
  hedgedExposure: string | null;
  /** The mean rate of the hedge, weighted by amounts. */
  hedgedRate: number | null;
  /** What the hedge costs against today's spot; below zero where it earns. Of an option its price. */
  hedgeCost: string | null;
  /** The same for one piece. */
  hedgeCostPerPiece: string | null;
  /** The home currency of the net exposure, or the margin where the home amount is given: hedged, spot unchanged. */
  hedgedResult: string | null;
  /** The same without a hedge. */
  unhedgedResult: string | null;
  /** The same at the budget's rate. */
  budgetResult: string | null;
  /** The rate of the worst case. */
  worstRate: number | null;
  /** What is at risk at the confidence without a hedge. */
  unhedgedAtRisk: string | null;
  /** The same hedged; null for an option, whose loss ends at its strike. */
  hedgedAtRisk: string | null;
  /** What is at risk in all currencies of the basket. */
  basketAtRisk: string | null;
  /** Payment by payment. */
  programme: FxProgramme | null;
  /** Results over the rate. */
  outcomes: FxOutcomes | null;
  /** The tables that this rests on. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** A difference between market and parity, taken by borrowing one currency and lending the other. */
export interface FxArbitrage {
  /** The amount with interest of the foreign currency. */
  foreignGrown: string;
  /** Its worth at spot with interest of the home currency. */
  homeGrown: string;
  /** The foreign amount with interest, exchanged at the market's forward. */
  homeAtMarket: string;
  /** The difference: what is left without risk, before costs. */
  profit: string;
}

/** An option for one unit of foreign currency. What a whole unit of rate, volatility or time changes. */
export interface FxOptionQuote {
  /** Its price in home currency. */
  price: number;
  /** The volatility: as given, or found from the price. */
  volatility: number;
  /** What a change of the spot changes. */
  delta: number;
  /** What that changes of delta. */
  gamma: number;
  /** By volatility, 1 being 100 %; null for a tree. */
  vega: number | null;
  /** By a year that passes. */
  theta: number;
  /** By the home rate, compounded continuously; null for a tree. */
  homeRho: number | null;
  /** By the foreign rate; null for a tree. */
  foreignRho: number | null;
  /** A step up of the tree. */
  up: number | null;
  /** A step down. */
  down: number | null;
  /** The probability of a step up. */
  upProbability: number | null;
}

/** The payments as columns; foreign amounts in its smallest units, values in those of the home currency. */
export interface FxProgramme {
  /** Days until payment. */
  days: Float64Array;
  /** Less local costs. */
  exposures: Float64Array;
  /** Hedged. */
  hedged: Float64Array;
  /** Left open. */
  open: Float64Array;
  /** The forward of the day. */
  forwards: Float64Array;
  /** The hedged part at its forward. */
  values: Float64Array;
}

/** Results for moves of the rate, in smallest units of the home currency. */
export interface FxOutcomes {
  /** The rate. */
  rates: Float64Array;
  /** Hedged. */
  hedged: Float64Array;
  /** Without a hedge. */
  unhedged: Float64Array;
}

/**
 * A book of covers or loans: what it can lose. Columns have an entry for each obligor, in the same order; where one value
 * may stand for all, a single number does. Amounts are in any one unit.
 */
export interface PortfolioRequest {
  product: "portfolio";
  /** How losses are found. */
  model: "credit-risk-plus" | "gaussian-copula" | "vasicek" | "exact";
  /** The currency of all amounts, for people who read them. */
  currency?: string | null;
  /** What is owed by each obligor; zero and above. */
  exposure: NumberColumnInput;
  /** The probability that it defaults within the time looked at, 0 to 1. Without it that of its country. */
  defaultRate?: DecimalInput | DecimalColumnInput | null;
  /** The standard deviation of that probability, zero and above: for CreditRisk+. */
  defaultRateDeviation?: DecimalInput | DecimalColumnInput | null;
  /**
   * The part of an obligor's assets that moves with the common factor, as the squared weight of that factor (asset
   * correlation), 0 to 0.999: for the Gaussian copula and its limit.
   */
  correlation?: DecimalInput | DecimalColumnInput | null;
  /**
   * The part of an exposure that is lost in a default, 0 to 1; on average, where it varies.
   * Default: 1.
   */
  lossGivenDefault?: DecimalInput | DecimalColumnInput | null;
  /**
   * Its standard deviation; above 0 it follows a beta distribution, each default its own.
   * Default: 0.
   */
  lossGivenDefaultDeviation?: DecimalInput | DecimalColumnInput | null;
  /**
   * What each obligor is called; empty for none.
   * Default: [].
   */
  name?: readonly string[] | null;
  /**
   * The country of each obligor; empty for none.
   * Default: [].
   */
  country?: readonly string[] | null;
  /**
   * The years within which a default counts, 1 to 15, where the rate is that of the country.
   * Default: 1.
   */
  years?: DecimalInput | null;
  /**
   * The sector of each obligor, which all its common risk belongs to; empty for one sector of all.
   * Default: [].
   */
  sector?: readonly string[] | null;
  /**
   * In its place, parts of each obligor's risk by sector. What is missing to 1 is its own (specific risk).
   * Default: [].
   */
  sectorWeights?: readonly SectorWeights[] | null;
  /**
   * How far the factors of two sectors move together, 0 to 1: for the Gaussian copula. In CreditRisk+ they never do.
   * Default: 0.
   */
  sectorCorrelation?: DecimalInput | null;
  /**
   * The unit in which CreditRisk+ and the convolution count losses. Without it the largest loss of an obligor over
   * 100, rounded up to a whole number from 1 on; larger for a book of too many units.
   */
  unit?: DecimalInput | null;
  /**
   * Confidence levels of the quantiles, above 0, below 1.
   * Default: [0.5,0.75,0.9,0.95,0.99,0.995,0.999].
   */
  levels?: NumberColumnInput | null;
  /**
   * The level beyond which losses count for the expected shortfall and what obligors contribute to it.
   * Default: 0.99.
   */
  tailLevel?: DecimalInput | null;
  /**
   * The part of each loss that is insured, or is one's own: 0 to 1.
   * Default: 1.
   */
  insuredShare?: DecimalInput | DecimalColumnInput | null;
  /**
   * What of that the insured bears first at each default; zero and above.
   * Default: 0.
   */
  firstLoss?: DecimalInput | DecimalColumnInput | null;
  /**
   * What the insured bears first of all losses of the book together (aggregate first loss).
   * Default: 0.
   */
  aggregateFirstLoss?: DecimalInput | null;
  /** The most that is paid for all losses of the book together (maximum liability). */
  maximumLiability?: DecimalInput | null;
  /**
   * Layers that are passed on to reinsurers, of what is paid after the aggregate terms.
   * Default: [].
   */
  layers?: readonly LossLayer[] | null;
  /**
   * What a price adds to the expected loss: this multiple of the standard deviation.
   * Default: 0.
   */
  deviationLoading?: DecimalInput | null;
  /**
   * The part of a price that costs take, below 1.
   * Default: "0".
   */
  expenseShare?: DecimalInput | null;
  /**
   * Whether it is told what each obligor, sector and country contributes.
   * Default: true.
   */
  contributions?: boolean | null;
  /** The capital that the Basel rules ask for the book; none unless asked for. */
  capital?: PortfolioCapital | null;
  /**
   * Names the random numbers: the same seed gives the same paths.
   * Default: 1.
   */
  seed?: DecimalInput | null;
  /**
   * How many paths are drawn, 0 to 1,000,000; with earlier ones at most 10,000,000 in all.
   * Default: 100000.
   */
  paths?: DecimalInput | null;
  /**
   * How many paths were drawn before: the next of the same seed are drawn now.
   * Default: 0.
   */
  firstPath?: DecimalInput | null;
  /**
   * What they lost, as `drawn` of those quotes gave it, one after the other: then all count. Without it only those that
   * are drawn now do.
   */
  drawn?: NumberColumnInput | null;
  /**
   * How the common factors are drawn.
   * Default: "random".
   */
  sampling?: "random" | "antithetic" | "quasi-random" | null;
}

/** A sector with the part of each obligor's risk that belongs to it. */
export interface SectorWeights {
  /** What it is called. */
  name: string;
  /** The parts, 0 to 1; one for all, or one for each obligor. */
  weights: DecimalInput | DecimalColumnInput;
}

/** Losses of a book from an amount on. */
export interface LossLayer {
  /** From where on it pays; zero and above. */
  attachment: DecimalInput;
  /** The most that it pays, above zero; without it there is no end. */
  limit?: DecimalInput | null;
}

/** What the Basel rules need to know of the book. */
export interface PortfolioCapital {
  /**
   * The edition of the rules.
   * Default: "basel-3".
   */
  rules?: "basel-3" | "basel-2" | "basel-2-scaled" | null;
  /**
   * Whom the bank lends to.
   * Default: "corporate".
   */
  exposureClass?: "corporate" | "bank" | "sovereign" | "residential-mortgage" | "qualifying-revolving" | "other-retail" | null;
  /**
   * The effective maturity in years, 0 to 5; of no account for retail classes.
   * Default: 2.5.
   */
  maturityYears?: DecimalInput | DecimalColumnInput | null;
}

/** What a book can lose. Losses are those that are insured, after first losses of obligors and before aggregate terms. */
export interface PortfolioQuote {
  /** How losses were found. */
  model: "credit-risk-plus" | "gaussian-copula" | "vasicek" | "exact";
  /** The currency of all amounts, where it was said. */
  currency: string | null;
  /** How many obligors the book has. */
  obligors: number;
  /** What they owe together. */
  totalExposure: number;
  /** The loss on average. */
  expectedLoss: number;
  /** The standard deviation of the loss. */
  standardDeviation: number;
  /** The loss on average in the worst cases: of those beyond the tail level. */
  expectedShortfall: number;
  /** The level beyond which they are. */
  tailLevel: number;
  /** What of the quantile at the tail level is beyond the expected loss: the economic capital. */
  unexpectedLoss: number;
  /** The probability of no loss at all. */
  noLossProbability: number;
  /** The unit in which losses were counted; null where they were not. */
  unit: number | null;
  /** Losses that are not passed, with a probability. */
  quantiles: LossQuantile[];
  /**
   * The whole distribution, thinned to at most 1,000 rows: each stands for all losses up to its own and above the row's
   * before it.
   */
  lossDistribution: LossDistribution;
  /** What is paid after aggregate first loss and maximum liability. */
  covered: LayerQuote;
  /** What each layer bears, in the order of the request. */
  layers: LayerQuote[];
  /** What each obligor contributes; null unless asked for. */
  contributions: PortfolioContributions | null;
  /** Where exposures are heaped. */
  concentration: Concentration;
  /** What the Basel rules ask for; null unless asked for. */
  capital: PortfolioCapitalQuote | null;
  /** What there is to know of drawn paths; null for other models. */
  simulation: PortfolioSimulationQuote | null;
  /** The tables that this rests on. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** A loss that is not passed with a probability. */
export interface LossQuantile {
  /** The probability. */
  level: number;
  /** The loss. */
  loss: number;
  /** The loss on average in the cases beyond that level. */
  expectedShortfall: number;
  /** The lower end of the interval that has the loss with 95 % confidence, where it was drawn. */
  low: number | null;
  /** The upper end. */
  high: number | null;
}

/** Losses with their probabilities, ascending. */
export interface LossDistribution {
  /** The largest loss that the row stands for. */
  loss: Float64Array;
  /** The probability of a loss up to it and above that of the row before. */
  probability: Float64Array;
  /** The probability of a loss up to it. */
  cumulative: Float64Array;
}

/** What a layer of losses bears. */
export interface LayerQuote {
  /** From where on it pays. */
  attachment: number;
  /** The most that it pays; null without an end. */
  limit: number | null;
  /** What it pays on average. */
  expectedLoss: number;
  /** The standard deviation of what it pays. */
  standardDeviation: number;
  /** The probability that it pays anything. */
  attachmentProbability: number;
  /** The probability that it pays all that it can; null without an end. */
  exhaustionProbability: number | null;
  /** Its price: expected loss and the loading for its deviation, with costs. */
  price: number;
  /** The price over the limit (rate on line); null without an end. */
  rateOnLine: number | null;
}

/** What obligors, sectors and countries contribute (Euler's allocation). Each column sums to the figure of the book. */
export interface PortfolioContributions {
  /** By obligor, in the order of the request. */
  obligors: ContributionColumns;
  /** By sector; what is the obligors' own has no name. Empty without sectors. */
  sectors: Contribution[];
  /** By country, in the order in which they come. Empty without countries. */
  countries: Contribution[];
}

/** What each obligor contributes. */
export interface ContributionColumns {
  /** To the expected loss. */
  expectedLoss: Float64Array;
  /** To the standard deviation. */
  standardDeviation: Float64Array;
  /** To the expected shortfall at the tail level. */
  expectedShortfall: Float64Array;
}

/** What a part of the book contributes. */
export interface Contribution {
  /** Its name; null for what is the obligors' own. */
  name: string | null;
  /** To the expected loss. */
  expectedLoss: number;
  /** To the standard deviation. */
  standardDeviation: number;
  /** To the expected shortfall at the tail level. */
  expectedShortfall: number;
}

/** Where exposures are heaped. */
export interface Concentration {
  /** The sum of squared parts of the exposure (Herfindahl index): 1 for a single obligor. */
  herfindahl: number;
  /** How many equal obligors would have the same: its inverse. */
  effectiveNumber: number;
  /** The part of the exposure that the ten largest obligors owe. */
  topTenShare: number;
  /** Their places in the request, from 0, the largest first. */
  topTen: number[];
  /** The same index by sector, where each obligor has one; null otherwise. */
  sectorHerfindahl: number | null;
  /** By country; null without countries. */
  countryHerfindahl: number | null;
  /** What is owed in each country, in the order in which they come. */
  countries: CountryExposure[];
}

/** What is owed in a country. */
export interface CountryExposure {
  /** The country. */
  country: string;
  /** What is owed there. */
  exposure: number;
  /** Its part of all. */
  share: number;
}

/** What the Basel rules ask for, by internal ratings. */
export interface PortfolioCapitalQuote {
  /** The least capital, 8 % of the risk-weighted assets. */
  capital: number;
  /** The risk-weighted assets. */
  riskWeightedAssets: number;
  /** They over the exposure. */
  averageRiskWeight: number;
  /** The expected loss of a year by the rules, with their least probabilities of default. */
  expectedLoss: number;
  /** How many obligors have a probability of default below the rules' least one. */
  floored: number;
}

/** What there is to know of drawn paths. */
export interface PortfolioSimulationQuote {
  /** How many count. */
  paths: number;
  /** The expected loss as it is without drawing. */
  exactExpectedLoss: number;
  /** The standard error of the drawn one, as of independent paths. */
  standardError: number;
  /** What the paths that are drawn now lose, in their order: to be given back as `drawn`. */
  drawn: Float64Array;
}

/** A vehicle on its way into a market. All amounts are those of one vehicle. */
export interface LandedCostRequest {
  product: "landed-cost";
  /** The currency of all amounts. */
  currency: string;
  /** The market: the country or territory of import. */
  country: string;
  /**
   * Whether the market is Northern Ireland, where the European Union's duties against subsidies hold; only with GBR.
   * Default: false.
   */
  northernIreland?: boolean | null;
  /** The country where the vehicle or kit was made. */
  origin: string;
  /** The country whose maker it is; without it that of origin. */
  control?: string | null;
  /** The day of import: levies in force on it count. */
  date: string;
  /**
   * What is brought in.
   * Default: "passenger-car".
   */
  goods?: "passenger-car" | "truck" | "powertrain-parts" | null;
  /**
   * How it comes in.
   * Default: "built-up".
   */
  mode?: "built-up" | "skd" | "ckd" | "local" | null;
  /** What drives it. */
  drive: "battery" | "plug-in" | "hybrid" | "combustion";
  /** Whose duty against subsidies it bears; without it that of those who did not cooperate. */
  maker?: "byd" | "geely" | "saic" | "tesla" | "cooperating" | "non-cooperating" | "price-undertaking" | null;
  /**
   * The vehicles of the programme, 1 to 10,000,000.
   * Default: 1.
   */
  units?: DecimalInput | null;
  /** The price at the works. */
  price: DecimalInput;
  /**
   * From the works on board.
   * Default: "0".
   */
  toPort?: DecimalInput | null;
  /**
   * Freight to the market.
   * Default: "0".
   */
  freight?: DecimalInput | null;
  /**
   * Insurance on the way.
   * Default: "0".
   */
  insurance?: DecimalInput | null;
  /** What the customs value holds; without it what the market's law says. */
  customsValue?: "cif" | "fob" | null;
  /**
   * Local parts and putting together, which bear no duty.
   * Default: "0".
   */
  localContent?: DecimalInput | null;
  /**
   * Clearance and the way to the dealer.
   * Default: "0".
   */
  clearance?: DecimalInput | null;
  /** Power in metric horsepower, where a levy hangs on it. */
  horsepower?: DecimalInput | null;
  /** Cubic centimetres of the engine, where a levy hangs on them. */
  cubicCentimetres?: DecimalInput | null;
  /**
   * Years since the vehicle was made.
   * Default: 0.
   */
  ageYears?: DecimalInput | null;
  /** The model year; without it the year of the import. */
  modelYear?: DecimalInput | null;
  /**
   * Whether the goods qualify under a trade agreement or a local commitment.
   * Default: false.
   */
  preference?: boolean | null;
  /**
   * Whether they come in within a quota.
   * Default: false.
   */
  withinQuota?: boolean | null;
  /** The customs duty in the place of the table's, as a fraction of the customs value; zero or more. */
  dutyRate?: DecimalInput | null;
  /** Additional, countervailing and safeguard duties in the place of the table's; zero or more. */
  additionalDutyRate?: DecimalInput | null;
  /** VAT in the place of the table's; zero or more. */
  vatRate?: DecimalInput | null;
  /**
   * When VAT is counted.
   * Default: "import".
   */
  vatStage?: "import" | "sale" | null;
  /**
   * The dealer's margin as a fraction, below 1.
   * Default: "0".
   */
  dealerMargin?: DecimalInput | null;
  /**
   * What it is a fraction of.
   * Default: "landed-cost".
   */
  marginBase?: "landed-cost" | "price" | null;
  /**
   * Rows of the table to take where several conflict, by their names; without one the dearest counts.
   * Default: [].
   */
  take?: readonly string[] | null;
  /** Levies in the place of the table's, or beside them: those of a kind replace all of the table's of that kind. */
  levies?: GivenLevies | null;
  /** What currencies of levies are worth. */
  exchangeRates?: ExchangeRates | null;
  /**
   * How amounts become whole cents (or the currency's smallest unit).
   * Default: "midpoint-away-from-zero".
   */
  rounding?: RoundingInput | null;
  /** The day as of which rows are looked at: one older than a year gives a notice. Without it the day of import. */
  valuationDate?: string | null;
}

/** Levies as columns: one entry a levy, or one for all where a column says so. */
export interface GivenLevies {
  /** What each is. */
  kinds: readonly ("duty" | "additional-duty" | "countervailing-duty" | "safeguard-duty" | "excise" | "recycling-fee" | "registration-fee" | "other-levy" | "vat")[];
  /**
   * What it is taken of, one or each.
   * Default: "customs-value".
   */
  bases?: "customs-value" | "duty-paid-value" | "taxed-value" | "tax-inclusive" | "unit" | "horsepower" | readonly ("customs-value" | "duty-paid-value" | "taxed-value" | "tax-inclusive" | "unit" | "horsepower")[] | null;
  /** A fraction of the base (0.1 is 10 %), or an amount for each vehicle or horsepower; zero or more. */
  rates: DecimalColumnInput;
  /**
   * The least amount for each vehicle; empty for none, 0 where there is none.
   * Default: [].
   */
  minimums?: DecimalColumnInput | null;
  /**
   * The currencies of amounts, one or each; empty: the deal's.
   * Default: [].
   */
  currencies?: readonly string[] | null;
  /**
   * Whether VAT falls on it, one or each; empty: not on recycling and registration fees, and on all others.
   * Default: [].
   */
  inVat?: readonly boolean[] | null;
}

/** What currencies are worth. */
export interface ExchangeRates {
  /** The currencies. */
  currencies: readonly string[];
  /** What one unit of each is worth in the deal's currency. */
  rates: DecimalColumnInput;
}

/** What a vehicle costs in its market. */
export interface LandedCostQuote {
  /** What the buyer pays. */
  showroomPrice: string;
  /** What it costs the dealer: all but the margin, and without VAT that is counted on the sale. */
  landedCost: string;
  /** The landed cost without VAT. */
  landedCostBeforeVat: string;
  /** What duties are taken of; of a vehicle made in the market its price. */
  customsValue: string;
  /** What that holds. */
  customsValueBasis: "cif" | "fob";
  /** Customs, additional, countervailing and safeguard duties. */
  duties: string;
  /** The same as a fraction of the customs value. */
  effectiveDuty: number;
  /** All levies: duties, excises, fees and VAT. */
  levies: string;
  /** The same as a fraction of the customs value. */
  effectiveLevies: number;
  /** The dealer's margin. */
  margin: string;
  /** The vehicles of the programme. */
  units: number;
  /** The showroom price of all of them. */
  programmePrice: string;
  /** The landed cost of all of them. */
  programmeCost: string;
  /** The levies of all of them. */
  programmeLevies: string;
  /** Whether import or sale is barred, whatever the levies. */
  prohibited: boolean;
  /** From the works to the showroom, part by part. */
  cascade: LandedRow[];
  /** Rows of the table that conflict, each with what it would lead to. */
  alternatives: LandedAlternative[];
  /** Rows of the table for this market that do not count, with the reason. */
  uncounted: UncountedLevy[];
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** One part of the price of one vehicle. */
export interface LandedRow {
  /** What it is. */
  part: "ex-works" | "to-port" | "freight" | "insurance" | "duty" | "additional-duty" | "countervailing-duty" | "safeguard-duty" | "local-content" | "excise" | "recycling-fee" | "registration-fee" | "other-levy" | "clearance" | "vat" | "dealer-margin";
  /** The row of the table or card; null for what was given. */
  row: string | null;
  /** What a levy is taken of. */
  base: "customs-value" | "duty-paid-value" | "taxed-value" | "tax-inclusive" | "unit" | "horsepower" | null;
  /** That base as money; null for an amount. */
  baseAmount: string | null;
  /** The rate, as a fraction of the base; null for an amount. */
  rate: number | null;
  /** The amount in the levy's own currency, where it is one or its least counts. */
  ownAmount: string | null;
  /** That currency. */
  ownCurrency: string | null;
  /** What it adds. */
  amount: string;
  /** Everything up to here. */
  running: string;
  /** Its part of the showroom price. */
  share: number;
  /** What it adds for the whole programme. */
  programme: string;
  /** Who says so. */
  source: string | null;
  /** The day of that source. */
  asOf: string | null;
  /** How good it is. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption" | null;
  /** Whether sources disagree. */
  contested: boolean;
}

/** A row among several that conflict. */
export interface LandedAlternative {
  /** The row of the table. */
  row: string;
  /** What it is. */
  kind: "duty" | "additional-duty" | "countervailing-duty" | "safeguard-duty" | "excise" | "recycling-fee" | "registration-fee" | "other-levy" | "vat";
  /** Its rate, as a fraction of the base; null for an amount. */
  rate: number | null;
  /** Its amount, or the least, for each vehicle. */
  ownAmount: string | null;
  /** The currency of that. */
  ownCurrency: string | null;
  /** The landed cost with it. */
  landedCost: string;
  /** The showroom price with it. */
  showroomPrice: string;
  /** Whether it is the one that counts here. */
  taken: boolean;
  /** Who says so. */
  source: string;
  /** The day of that source. */
  asOf: string | null;
  /** How good it is. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption";
}

/** A row that does not count. */
export interface UncountedLevy {
  /** The row of the table. */
  row: string;
  /** What it is. */
  kind: "duty" | "additional-duty" | "countervailing-duty" | "safeguard-duty" | "excise" | "recycling-fee" | "registration-fee" | "other-levy" | "vat";
  /** Its rate, as a fraction of the base; null for an amount. */
  rate: number | null;
  /** Its amount, or the least, for each vehicle. */
  ownAmount: string | null;
  /** The currency of that. */
  ownCurrency: string | null;
  /** Why it does not count. */
  why: "draft" | "private-use" | "quota" | "preference" | "later" | "conflict";
  /** The first day in force, where it has one. */
  from: string | null;
  /** Who says so. */
  source: string;
  /** The day of that source. */
  asOf: string | null;
  /** How good it is. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption";
}

/**
 * A model's whole way into a market, in one state: what the links share stands here once, and each link that is given adds
 * its own terms. A year's programme.
 */
export interface ChainRequest {
  product: "chain";
  /** The currency of all amounts but the hedge's. */
  currency: string;
  /** The market: the buyers' country or territory. */
  country: string;
  /** The country of maker and suppliers. */
  origin: string;
  /** The day from which everything is counted. */
  valuationDate: string;
  /** Vehicles a year, 1 to 10,000,000. */
  vehicles: DecimalInput;
  /** What the maker is paid for a vehicle. */
  price: DecimalInput;
  /** What it costs the maker, parts among it. */
  factoryCost: DecimalInput;
  /** The interest rate a year on which all margins of the links stand. */
  baseRate: DecimalInput;
  /**
   * Days from the delivery of parts until the maker pays for them.
   * Default: 0.
   */
  partsDays?: DecimalInput | null;
  /**
   * Days from the delivery of parts until the vehicle leaves the works.
   * Default: 0.
   */
  productionDays?: DecimalInput | null;
  /**
   * Days on the way to the market.
   * Default: 0.
   */
  shippingDays?: DecimalInput | null;
  /**
   * Days of credit, from arrival, that the maker gives to who imports.
   * Default: 0.
   */
  creditDays?: DecimalInput | null;
  /**
   * Days that a vehicle stands at the dealer.
   * Default: 0.
   */
  dealerDays?: DecimalInput | null;
  /** Duties and costs on the way: with them dealers pay the landed cost and buyers the showroom price. */
  landing?: ChainLanding | null;
  /** How suppliers of parts have cash before the maker pays. */
  suppliers?: ChainSuppliers | null;
  /** The maker borrows what a vehicle has cost until it arrives. */
  transit?: ChainTransit | null;
  /** The maker insures its sales on credit. */
  cover?: ChainCover | null;
  /** The maker has cash for its sales on credit before they are paid. */
  funding?: ChainFunding | null;
  /** Operators buy on a credit over years: buses, trucks. */
  credit?: ChainCredit | null;
  /** How the maker is paid. */
  payment?: ChainPayment | null;
  /** The maker hedges what it will be paid. */
  hedge?: ChainHedge | null;
  /** Dealers borrow for their stock. */
  dealers?: ChainDealers | null;
  /** Buyers borrow for their cars. */
  buyers?: ChainBuyers | null;
  /** The maker insures its sales of service parts. */
  service?: ChainService | null;
}

/** From the works to the showroom, as `landed-cost` counts it. */
export interface ChainLanding {
  /** What drives the vehicle. */
  drive: "battery" | "plug-in" | "hybrid" | "combustion";
  /**
   * How it comes in.
   * Default: "built-up".
   */
  mode?: "built-up" | "skd" | "ckd" | "local" | null;
  /** Whose duty against subsidies it bears. */
  maker?: "byd" | "geely" | "saic" | "tesla" | "cooperating" | "non-cooperating" | "price-undertaking" | null;
  /**
   * Whether it qualifies under a trade agreement or a local commitment.
   * Default: false.
   */
  preference?: boolean | null;
  /**
   * Freight of a vehicle.
   * Default: "0".
   */
  freight?: DecimalInput | null;
  /**
   * Insurance on the way.
   * Default: "0".
   */
  insurance?: DecimalInput | null;
  /**
   * Clearance and the way to the dealer.
   * Default: "0".
   */
  clearance?: DecimalInput | null;
  /** The customs duty in the place of the table's. */
  dutyRate?: DecimalInput | null;
  /** Additional, countervailing and safeguard duties in the place of the table's. */
  additionalDutyRate?: DecimalInput | null;
  /** VAT in the place of the table's. */
  vatRate?: DecimalInput | null;
  /**
   * The dealer's margin as a fraction of the landed cost.
   * Default: "0".
   */
  dealerMargin?: DecimalInput | null;
}

/** Parts, as `receivables` counts them. */
export interface ChainSuppliers {
  /**
   * How.
   * Default: "reverse-factoring".
   */
  method?: "factoring" | "invoice-discounting" | "forfaiting" | "reverse-factoring" | "dynamic-discounting" | "note" | null;
  /** Parts from suppliers, as a part of the factory cost. */
  partsShare: DecimalInput;
  /**
   * What is put on the base rate.
   * Default: "0".
   */
  margin?: DecimalInput | null;
  /** The part that is advanced, for factoring and invoice discounting. */
  advanceRate?: DecimalInput | null;
  /** Days that a note runs, for the method note. */
  noteDays?: DecimalInput | null;
  /**
   * Commission as a fraction of the parts.
   * Default: "0".
   */
  commission?: DecimalInput | null;
  /**
   * Fees of the year.
   * Default: "0".
   */
  fee?: DecimalInput | null;
}

/** Vehicles that are built and on their way, as `floorplan` counts a stock: from the day on which parts are paid. */
export interface ChainTransit {
  /**
   * What is put on the base rate.
   * Default: "0".
   */
  margin?: DecimalInput | null;
}

/** Cover of the sales, as `short-term-cover` prices it. */
export interface ChainCover {
  /**
   * The insured part of a loss.
   * Default: "0.9".
   */
  insuredShare?: DecimalInput | null;
  /**
   * How the buyers pay.
   * Default: "open-account".
   */
  payment?: "letter-of-credit" | "documents-against-payment" | "documents-against-acceptance" | "open-account" | null;
  /** The premium as a fraction of the turnover, in place of the grid's. */
  premiumRate?: DecimalInput | null;
  /**
   * The least premium of a year.
   * Default: "0".
   */
  minimumPremium?: DecimalInput | null;
  /** A category in place of the country's. */
  category?: DecimalInput | null;
  /** The chance a year that a buyer defaults: with it what is not insured is a cost too. */
  defaultRate?: DecimalInput | null;
  /**
   * The part of a defaulted claim that is lost.
   * Default: "1".
   */
  lossGivenDefault?: DecimalInput | null;
}

/** Sales on credit made cash, as `receivables` counts the discounting of invoices. */
export interface ChainFunding {
  /**
   * What is put on the base rate.
   * Default: "0".
   */
  margin?: DecimalInput | null;
  /**
   * The part that is advanced.
   * Default: "1".
   */
  advanceRate?: DecimalInput | null;
  /**
   * Commission as a fraction of the sales.
   * Default: "0".
   */
  commission?: DecimalInput | null;
}

/** A year's programme on one credit over years, as `export-credit` counts it. */
export interface ChainCredit {
  /**
   * What is sold.
   * Default: "buses".
   */
  goods?: "cars" | "buses" | "trucks" | "ckd-kits" | "parts" | "plant-equipment" | "other" | null;
  /** The obligor's class. Give this or a rating. */
  buyer?: "SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5" | null;
  /** The obligor's rating. */
  rating?: "AAA" | "AA+" | "AA" | "AA-" | "A+" | "A" | "A-" | "BBB+" | "BBB" | "BBB-" | "BB+" | "BB" | "BB-" | "B+" | "B" | "B-" | "CCC+" | "CCC" | "CCC-" | "CC" | "C" | null;
  /**
   * Months in which vehicles are delivered.
   * Default: 12.
   */
  disbursementMonths?: DecimalInput | null;
  /** Months of the repayment. */
  repaymentMonths: DecimalInput;
  /**
   * The part that is paid before the first delivery.
   * Default: "0.15".
   */
  downPayment?: DecimalInput | null;
  /**
   * What is put on the base rate.
   * Default: "0".
   */
  margin?: DecimalInput | null;
  /**
   * The rule set that prices the cover.
   * Default: "oecd-minimum".
   */
  rules?: "oecd-minimum" | "de-federal-short-term" | "de-federal-manufacturing" | "se-matrix-newer" | "se-matrix-older" | "fi-short-term" | "jp-2004-pre-shipment" | "jp-2004-post-shipment" | "rate-card" | "market-spread" | "given" | "every" | null;
  /**
   * The covered share.
   * Default: "0.95".
   */
  insuredShare?: DecimalInput | null;
  /**
   * When the premium is paid, and from what.
   * Default: "financed".
   */
  premiumPayment?: "upfront" | "financed" | "as-drawn" | "by-exporter" | null;
  /**
   * The arrangement fee as a fraction of the credit.
   * Default: "0".
   */
  arrangement?: DecimalInput | null;
}

/** The payments of the year, as `settlement` counts one. */
export interface ChainPayment {
  /**
   * The way.
   * Default: "telegraphic-transfer".
   */
  channel?: "telegraphic-transfer" | "documentary-collection" | "documentary-credit" | "cips" | "multi-cbdc" | "trade-platform" | null;
  /**
   * How many payments a year, 1 to 100,000, of equal amounts.
   * Default: 12.
   */
  payments?: DecimalInput | null;
  /** Fees of a payment as an amount. With this or `feeRate` no fee of the table counts. */
  fixedFees?: DecimalInput | null;
  /** Fees as a fraction of the amount. */
  feeRate?: DecimalInput | null;
  /** What a conversion costs, as a fraction of the amount; left out, nothing is converted. */
  spread?: DecimalInput | null;
  /** Days from payment to money. */
  days?: DecimalInput | null;
  /** The chance a year that who owes does not pay. */
  defaultRate?: DecimalInput | null;
  /** Days at risk. */
  riskDays?: DecimalInput | null;
  /**
   * The part of the cost that the maker bears; the dealer bears the rest.
   * Default: "1".
   */
  makerShare?: DecimalInput | null;
}

/** The year's sales sold forward, as `fx-hedge` counts one payment. The base rate is that of the deal's currency. */
export interface ChainHedge {
  /** The maker's currency. */
  homeCurrency: string;
  /** What one unit of the deal's currency is worth in it today. */
  spot: DecimalInput;
  /** The interest rate of the maker's currency, a year. */
  homeRate: DecimalInput;
  /** The market's forward points; without them the forward is that of parity. */
  forwardPoints?: DecimalInput | null;
  /**
   * The part that is hedged.
   * Default: "1".
   */
  hedged?: DecimalInput | null;
}

/** A vehicle in a dealer's stock, as `floorplan` counts it. */
export interface ChainDealers {
  /**
   * What is put on the base rate.
   * Default: "0".
   */
  margin?: DecimalInput | null;
  /**
   * The part of the dealer's cost that is financed.
   * Default: "1".
   */
  advanceRate?: DecimalInput | null;
  /**
   * Days at the beginning whose interest the maker pays.
   * Default: 0.
   */
  freeDays?: DecimalInput | null;
  /**
   * A fee for each vehicle.
   * Default: "0".
   */
  unitFee?: DecimalInput | null;
  /**
   * What the maker pays towards each vehicle's interest.
   * Default: "0".
   */
  support?: DecimalInput | null;
}

/** A car that is paid over time, as `retail` counts it. */
export interface ChainBuyers {
  /** What a car costs the buyer, in place of the showroom price or the maker's. */
  price?: DecimalInput | null;
  /**
   * The part of the buyers that borrow.
   * Default: "1".
   */
  financedShare?: DecimalInput | null;
  /**
   * What a buyer pays at once, as a part of the price.
   * Default: "0".
   */
  depositShare?: DecimalInput | null;
  /** Months of the loan. */
  months: DecimalInput;
  /**
   * What is put on the base rate.
   * Default: "0".
   */
  margin?: DecimalInput | null;
  /** A rate below that, for which the maker pays. */
  supportedRate?: DecimalInput | null;
  /**
   * A fee at the start.
   * Default: "0".
   */
  fee?: DecimalInput | null;
}

/** Service parts, sold on credit and insured as `short-term-cover` prices it. */
export interface ChainService {
  /** Parts sold a year for each vehicle of the programme. */
  turnoverPerVehicle: DecimalInput;
  /** Days of credit. */
  creditDays: DecimalInput;
  /**
   * The insured part of a loss.
   * Default: "0.9".
   */
  insuredShare?: DecimalInput | null;
  /** The premium as a fraction of the turnover, in place of the grid's. */
  premiumRate?: DecimalInput | null;
  /** The chance a year that a buyer defaults: with it what is not insured is a cost too. */
  defaultRate?: DecimalInput | null;
}

/** What financing costs a vehicle on its way, where, and whom. */
export interface ChainQuote {
  /** The currency of all amounts. */
  currency: string;
  /** What financing costs a vehicle in all links together. */
  costPerVehicle: string;
  /** The same as a fraction of the price. */
  shareOfPrice: number;
  /** The same of the year's programme. */
  programmeCost: string;
  /** The link that costs most; null without links. */
  dearestLink: "suppliers" | "transit" | "cover" | "funding" | "credit" | "payment" | "hedge" | "dealers" | "buyers" | "service" | null;
  /** The change that saves most; null where none saves anything. */
  bestLever: "base-rate" | "duty-rate" | "parts-days" | "production-days" | "shipping-days" | "credit-days" | "dealer-days" | "insured-share" | "supplier-margin" | "funding-margin" | "credit-margin" | "dealer-margin" | "buyer-margin" | null;
  /** Days from the maker's payment for parts until it has its money; below zero where it has it first. */
  cashCycleDays: number;
  /** What is owed or in stock on average along the chain, whoever funds it. */
  workingCapital: string;
  /** The same for a vehicle of the year. */
  workingCapitalPerVehicle: string;
  /** What of it the maker has spent and not yet been paid: factory cost over the cash cycle; nothing below zero. */
  makerCapital: string;
  /** What is insured at a time on average. */
  totalCover: string;
  /** What a vehicle costs the dealer. */
  dealerPrice: string;
  /** What it costs the buyer. */
  retailPrice: string;
  /** All duties as a fraction of the customs value; null without landing. */
  effectiveDuty: number | null;
  /** Who bears how much. */
  bearers: ChainBearerQuote[];
  /** Link by link. */
  links: ChainLinkQuote[];
  /** What single changes save, the largest first. */
  improvements: ChainImprovement[];
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** What one side bears. */
export interface ChainBearerQuote {
  /** Who. */
  bearer: "supplier" | "maker" | "dealer" | "buyer";
  /** A vehicle's part. */
  costPerVehicle: string;
  /** The same as a fraction of the price. */
  shareOfPrice: number;
  /** The year's programme. */
  programmeCost: string;
}

/** One link. Amounts of a vehicle are cut from the programme's running sum, so that they add up. */
export interface ChainLinkQuote {
  /** Which. */
  link: "suppliers" | "transit" | "cover" | "funding" | "credit" | "payment" | "hedge" | "dealers" | "buyers" | "service";
  /** What it costs a vehicle. */
  costPerVehicle: string;
  /** What of that suppliers bear. */
  supplier: string;
  /** The maker. */
  maker: string;
  /** The dealer. */
  dealer: string;
  /** The buyer. */
  buyer: string;
  /** The cost as a fraction of the price. */
  shareOfPrice: number;
  /** The cost of the year's programme. */
  programmeCost: string;
  /** Days that it takes; null where it takes none of the way. */
  days: number | null;
  /** What is owed or in stock in it on average. */
  tiedUp: string;
  /** What is insured in it on average. */
  covered: string;
  /** The product that counts it. */
  countedBy: string;
  /** The request that was made of that product, as JSON text; null where there was nothing to count. */
  request: string | null;
}

/** One change, all else as it is. */
export interface ChainImprovement {
  /** What is changed. */
  lever: "base-rate" | "duty-rate" | "parts-days" | "production-days" | "shipping-days" | "credit-days" | "dealer-days" | "insured-share" | "supplier-margin" | "funding-margin" | "credit-margin" | "dealer-margin" | "buyer-margin";
  /** What it saves a vehicle; below zero where it costs. */
  saving: string;
  /** By how many days; null for a rate or share. */
  changeDays: number | null;
  /** By how much of a rate or share; null for days. */
  changeRate: number | null;
  /** What financing then costs a vehicle. */
  costAfter: string;
}

/** An applicant, looked at by the criteria of a list, and its credit on the scales of other countries. */
export interface CreditAccessRequest {
  product: "credit-access";
  /** Whether it has operated lawfully and without a break. */
  continuousOperation?: boolean | null;
  /** Whether it has a fixed place of business. */
  fixedPlace?: boolean | null;
  /** Whether it has a real need of finance. */
  financingNeed?: boolean | null;
  /** Whether its credit is good: no bad record of the firm, its owners and managers. */
  goodCredit?: boolean | null;
  /** Whether the money is for a lawful use within its business. */
  lawfulUse?: boolean | null;
  /** The criteria of a host in the place of the published ones. */
  criteria?: GivenCriteria | null;
  /**
   * The documents that are there, by the names that the criteria use.
   * Default: [].
   */
  documents?: readonly string[] | null;
  /** Tiers of a list by score, where criteria have weights. */
  tiers?: AccessTiers | null;
  /** The country or territory where finance is sought. */
  country?: string | null;
  /** The country or territory of the applicant's record. */
  homeCountry?: string | null;
  /** Its rating on the agencies' shared scale. Give this, the class or the default rate. */
  rating?: "AAA" | "AA+" | "AA" | "AA-" | "A+" | "A" | "A-" | "BBB+" | "BBB" | "BBB-" | "BB+" | "BB" | "BB-" | "B+" | "B" | "B-" | "CCC+" | "CCC" | "CCC-" | "CC" | "C" | null;
  /** Its buyer class in its own country: SOV to CC5; needs `homeCountry`. */
  buyer?: "SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5" | null;
  /** The default rate that its lender's own scale means. */
  defaultRate?: DecimalInput | null;
  /**
   * The years of that rate, 1 to 5.
   * Default: 1.
   */
  horizonYears?: DecimalInput | null;
  /** The day as of which tables are looked at: one older than a year then gives a notice. */
  valuationDate?: string | null;
}

/** Criteria as columns: one entry a criterion, or one for all where a column says so. */
export interface GivenCriteria {
  /** What each is called. */
  names: readonly string[];
  /**
   * How it is looked at, one or each.
   * Default: "holds".
   */
  tests?: "holds" | "at-least" | "at-most" | readonly ("holds" | "at-least" | "at-most")[] | null;
  /**
   * The thresholds; 0 where it only holds or not. Empty where all do.
   * Default: [].
   */
  thresholds?: DecimalColumnInput | null;
  /**
   * The applicant's values: 1 or 0 for what holds or not, null where nothing is known; empty where nothing is at all.
   * Default: [].
   */
  values?: readonly (DecimalInput | null)[] | null;
  /**
   * The weights; empty for no score.
   * Default: [].
   */
  weights?: DecimalColumnInput | null;
  /**
   * The documents that prove each, several separated by semicolons, an empty text for none; empty for none at all.
   * Default: [].
   */
  documents?: readonly string[] | null;
  /**
   * Whether each must be met, one or each; empty: all.
   * Default: [].
   */
  mandatory?: readonly boolean[] | null;
}

/** Tiers of a list, from the lowest. */
export interface AccessTiers {
  /** What each is called. */
  names: readonly string[];
  /** The least score of each, 0 to 1, ascending. */
  scores: DecimalColumnInput;
}

/** Where an applicant stands, and what its credit means elsewhere. */
export interface CreditAccessQuote {
  /** All criteria that must be met together. */
  standing: "pass" | "missing" | "fail";
  /** Whose criteria they are. */
  criteriaOf: "published" | "given";
  /** Criteria that are met. */
  passed: number;
  /** Criteria of which something is missing. */
  missing: number;
  /** Criteria that are not met. */
  failed: number;
  /** The weights of what is met, as a part of all; null without weights. */
  score: number | null;
  /** The same if all that is missing were met. */
  scoreIfComplete: number | null;
  /** The tier that the score reaches. */
  tier: string | null;
  /** The next tier. */
  nextTier: string | null;
  /** What the score lacks to it. */
  distance: number | null;
  /** Criterion by criterion. */
  criteria: CriterionResult[];
  /** Documents that are asked for and not there. */
  missingDocuments: string[];
  /** The step of credit quality, 1 the best to 6. */
  qualityStep: number | null;
  /** The applicant's default rate over three years, where one is given. */
  threeYearRate: number | null;
  /** The default rate over three years that stands for the step. */
  benchmarkRate: number | null;
  /** The buyer classes that the step means at home, from the best. */
  homeClasses: ("SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5")[];
  /** The buyer classes that it means where finance is sought. */
  classes: ("SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5")[];
  /** All steps, with what they mean on each scale. */
  concordance: ConcordanceStep[];
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** One criterion. */
export interface CriterionResult {
  /** What it is called. */
  criterion: string;
  /** Where it stands. */
  standing: "pass" | "missing" | "fail";
  /** Why. */
  why: "met" | "not-so" | "below" | "above" | "not-known" | "undocumented";
  /** Whether it must be met. */
  mandatory: boolean;
  /** The applicant's value; null where it is not known or only holds or not. */
  value: string | null;
  /** The threshold; null where it only holds or not. */
  threshold: string | null;
  /** What the value lacks, or has too much. */
  shortfall: string | null;
  /** The weight. */
  weight: string | null;
  /** What meeting it would add to the score. */
  wouldAdd: number | null;
  /** Documents of it that are not there. */
  documents: string[];
}

/** One step of credit quality on every scale. */
export interface ConcordanceStep {
  /** The step, 1 the best. */
  qualityStep: number;
  /** The default rate over three years that stands for it. */
  benchmarkRate: number;
  /** From this rate on. */
  lowerRate: number;
  /** Up to this rate. */
  upperRate: number;
  /** Its best rating. */
  bestRating: "AAA" | "AA+" | "AA" | "AA-" | "A+" | "A" | "A-" | "BBB+" | "BBB" | "BBB-" | "BB+" | "BB" | "BB-" | "B+" | "B" | "B-" | "CCC+" | "CCC" | "CCC-" | "CC" | "C";
  /** Its worst rating. */
  worstRating: "AAA" | "AA+" | "AA" | "AA-" | "A+" | "A" | "A-" | "BBB+" | "BBB" | "BBB-" | "BB+" | "BB" | "BB-" | "B+" | "B" | "B-" | "CCC+" | "CCC" | "CCC-" | "CC" | "C";
  /** The best and the worst buyer class that it means at home. */
  homeClasses: ("SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5")[];
  /** The best and the worst buyer class that it means where finance is sought. */
  classes: ("SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5")[];
  /** Whether the applicant stands here. */
  isApplicant: boolean;
  /** How good the source is. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption";
}

/** Projects that look for money and providers that offer it. */
export interface MatchingRequest {
  product: "matching";
  /** The currency in which all amounts are told, also of loans in another one. */
  currency: string;
  /** The projects. */
  projects: MatchingProjects;
  /** What is offered. */
  offers: CapitalOffers;
  /** What else than the all-in rate counts in a project's order of offers, by weights. */
  weights?: MatchingWeights | null;
  /**
   * How often interest and principal are paid.
   * Default: "semi-annual".
   */
  frequency?: FrequencyInput | null;
  /** The day as of which the list of countries is looked at: one older than a year gives a notice. */
  valuationDate?: string | null;
}

/** Projects as columns: one entry a project, or one for all where a column says so. */
export interface MatchingProjects {
  /** What each is called. */
  names: readonly string[];
  /** How much each needs. */
  amounts: DecimalColumnInput;
  /** Its term, one or each: a whole number of periods. */
  termMonths: DecimalInput | DecimalColumnInput;
  /**
   * The currency of its loan, one or each; empty: that of the amounts.
   * Default: [].
   */
  currencies?: readonly string[] | null;
  /**
   * Its country or territory, one or each; empty: not told.
   * Default: [].
   */
  countries?: readonly string[] | null;
  /**
   * What the money is for, one or each; empty: not told.
   * Default: [].
   */
  kinds?: readonly ("export-credit" | "working-capital" | "dealer-stock" | "consumer" | "plant" | "acquisition" | "research")[] | null;
  /**
   * How far it is, one or each; empty: not told.
   * Default: [].
   */
  stages?: readonly ("development" | "construction" | "operation")[] | null;
  /**
   * Whether it is green, one or each; empty: none is.
   * Default: [].
   */
  green?: readonly boolean[] | null;
  /**
   * What its collateral is worth, one or each; empty: there is none.
   * Default: [].
   */
  collateral?: DecimalColumnInput | null;
  /**
   * The highest all-in rate that it takes, one or each; empty: any.
   * Default: [].
   */
  maxRates?: DecimalColumnInput | null;
  /**
   * The loss a year that a lender expects, as a part of what is owed, one or each; empty: the same of all.
   * Default: [].
   */
  expectedLosses?: DecimalColumnInput | null;
}

/**
 * What is offered, as columns: one entry a provider, or one for all where a column says so. Entries that name several
 * separate them by bars or semicolons (`USD | EUR`); an empty one or `*` means any.
 */
export interface CapitalOffers {
  /** What each is called. */
  names: readonly string[];
  /** All that it lends to these projects together. */
  capacities: DecimalColumnInput;
  /**
   * The least that it lends to one project, one or each; empty: no least.
   * Default: [].
   */
  minAmounts?: DecimalColumnInput | null;
  /**
   * The most that it lends to one project, one or each; empty: its capacity.
   * Default: [].
   */
  maxAmounts?: DecimalColumnInput | null;
  /**
   * The shortest term, one or each; empty: any.
   * Default: [].
   */
  minTermMonths?: DecimalColumnInput | null;
  /**
   * The longest term, one or each; empty: any.
   * Default: [].
   */
  maxTermMonths?: DecimalColumnInput | null;
  /**
   * The currencies in which it lends, one or each.
   * Default: [].
   */
  currencies?: readonly string[] | null;
  /**
   * The countries and territories in which it lends, one or each.
   * Default: [].
   */
  countries?: readonly string[] | null;
  /**
   * The highest risk category of a country in which it lends, one or each; 7 or empty: any.
   * Default: [].
   */
  maxCategories?: DecimalColumnInput | null;
  /**
   * What it finances, one or each.
   * Default: [].
   */
  kinds?: readonly string[] | null;
  /**
   * At which stages, one or each.
   * Default: [].
   */
  stages?: readonly string[] | null;
  /**
   * Whether it finances green projects only, one or each; empty: it doesn't matter.
   * Default: [].
   */
  greenOnly?: readonly boolean[] | null;
  /**
   * The most that it lends on collateral, as a part of its worth, one or each; 0 or empty: it asks for none.
   * Default: [].
   */
  loanToValue?: DecimalColumnInput | null;
  /** The interest rate a year, one or each. */
  rates: DecimalInput | DecimalColumnInput;
  /**
   * The fee on the amount when it is paid out, one or each.
   * Default: "0".
   */
  upfrontFees?: DecimalInput | DecimalColumnInput | null;
  /**
   * How the principal comes back, one or each.
   * Default: "equal-principal".
   */
  profiles?: "annuity" | "equal-principal" | "bullet" | readonly ("annuity" | "equal-principal" | "bullet")[] | null;
  /**
   * The days until it decides, one or each; needed for a weight on them.
   * Default: [].
   */
  decisionDays?: DecimalColumnInput | null;
  /**
   * The projects that it would rather finance, from the first, an entry each; `*` for none. Others come after them by their return.
   * Default: [].
   */
  preferences?: readonly string[] | null;
  /**
   * Whether these offers are made up as an example.
   * Default: false.
   */
  illustrative?: boolean | null;
}

/** What counts in a project's order of offers. Points go from 0 for the worst of its offers to 1 for the best. */
export interface MatchingWeights {
  /**
   * The all-in rate.
   * Default: "0".
   */
  cost?: DecimalInput | null;
  /**
   * The days until a decision.
   * Default: "0".
   */
  speed?: DecimalInput | null;
  /**
   * The part of the amount that the provider could lend alone.
   * Default: "0".
   */
  coverage?: DecimalInput | null;
}

/**
 * Who would finance what. Projects and offers are numbered from 0 in the order of the request. Amounts in columns are whole
 * numbers of the currency's smallest unit.
 */
export interface MatchingQuote {
  /** The currency of all amounts. */
  currency: string;
  /** What all projects need. */
  demand: string;
  /** What all providers lend. */
  capacity: string;
  /** The part of what is needed that the stable allocation places. */
  placedShare: number;
  /** Pairs of a project and an offer that come into question. */
  eligiblePairs: number;
  /** Pairs that don't. */
  excludedPairs: number;
  /** The allocation in which no project and provider would both rather have each other. */
  stable: MatchingAllocation;
  /** The allocation that places the most money, and of such the one of the least cost. */
  leastCost: MatchingAllocation;
  /** What the stable allocation costs a year above the cheapest way to place as much, minimum amounts aside. */
  priceOfStability: string;
  /** The same as a part of what it places; null where it places nothing. */
  priceOfStabilityRate: number | null;
  /** What the stable allocation places less than the other. */
  placedLess: string;
  /** The offers that come into question for each project, from the best. */
  ranking: MatchingRanking;
  /** Why the others don't, and what would change that. */
  exclusions: MatchingExclusions;
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** Who lends how much to whom. */
export interface MatchingAllocation {
  /** What is placed. */
  placed: string;
  /** What is not. */
  unplaced: string;
  /** The amounts times their all-in rates: what it costs a year as long as all is owed. */
  cost: string;
  /** The same as a part of what is placed; null where nothing is. */
  averageRate: number | null;
  /** Pairs in which both would rather have each other. */
  blockingPairs: number;
  /** The project of each piece. */
  projects: Float64Array;
  /** Its offer. */
  offers: Float64Array;
  /** Its amount. */
  amounts: Float64Array;
  /** Its all-in rate. */
  allInRates: Float64Array;
  /** What of each project is not placed. */
  unplacedAmounts: Float64Array;
  /** Why, project by project. */
  whyUnplaced: ("placed" | "no-offer" | "offers-too-small" | "piece-below-minimum" | "capacity-taken")[];
  /** What each provider could still lend. */
  remaining: Float64Array;
}

/** Offers in each project's order. */
export interface MatchingRanking {
  /** The project. */
  projects: Float64Array;
  /** The offer. */
  offers: Float64Array;
  /** Its place in the project's order, from 1. */
  places: Float64Array;
  /** The all-in rate, effective a year. */
  allInRates: Float64Array;
  /** That rate less the expected loss: by it a provider prefers projects. */
  returns: Float64Array;
  /** The points by the weights, 0 to 1; empty without weights. */
  scores: Float64Array;
  /** The most that it could lend to the project. */
  limits: Float64Array;
}

/** Why pairs don't come into question: all reasons of each pair. */
export interface MatchingExclusions {
  /** The project. */
  projects: Float64Array;
  /** The offer. */
  offers: Float64Array;
  /** The reason. */
  reasons: ("amount-below-minimum" | "term-too-short" | "term-too-long" | "currency" | "country" | "category-too-high" | "category-unknown" | "kind" | "stage" | "not-green" | "collateral" | "too-dear")[];
  /**
   * What the project has: an amount in smallest units, months, a category or a rate, as the reason says; 0 where it is no
   * number.
   */
  found: Float64Array;
  /** What the offer asks for; for a rate, what the project takes. */
  asked: Float64Array;
  /** By how much the one would have to change. */
  lacking: Float64Array;
}

/**
 * One programme of vehicles for one market, and the ways into it that are compared. Years are counted from the start;
 * what is invested is paid at their beginnings, what sales bring and cost comes at their ends. Values are the maker's.
 */
export interface RouteRequest {
  product: "route";
  /** The currency of the accounts: of every amount but those that are paid in the market. */
  currency: string;
  /** The market. */
  country: string;
  /** The country where vehicles and kits come from. */
  origin: string;
  /** The first day. */
  start: string;
  /** The years that are looked at, 1 to 15. */
  years: DecimalInput;
  /**
   * What is sold.
   * Default: "passenger-car".
   */
  goods?: "passenger-car" | "truck" | "powertrain-parts" | null;
  /** What drives it. */
  drive: "battery" | "plug-in" | "hybrid" | "combustion";
  /** Whose duty against subsidies it bears; without it that of those who did not cooperate. */
  maker?: "byd" | "geely" | "saic" | "tesla" | "cooperating" | "non-cooperating" | "price-undertaking" | null;
  /** Power in metric horsepower, where a levy hangs on it. */
  horsepower?: DecimalInput | null;
  /** Cubic centimetres of the engine, where a levy hangs on them. */
  cubicCentimetres?: DecimalInput | null;
  /** Vehicles a year that the market takes when the ramp is complete; above 0, up to 100,000,000. */
  vehicles: DecimalInput;
  /**
   * What it takes of them, year by year; the last one holds on.
   * Default: ["1"].
   */
  ramp?: DecimalColumnInput | null;
  /**
   * What dealers pay for a vehicle: duties and fees paid, without VAT. The same on every way. It, and all that is said
   * to be paid in the market, is in the foreign currency where that is given.
   */
  price: DecimalInput;
  /**
   * How the price grows a year.
   * Default: "0".
   */
  priceGrowth?: DecimalInput | null;
  /**
   * How all costs grow a year.
   * Default: "0".
   */
  costGrowth?: DecimalInput | null;
  /** The market's currency with its path; without it everything is in the currency of the accounts. */
  foreign?: PlantCurrency | null;
  /** What currencies of levies are worth. */
  exchangeRates?: ExchangeRates | null;
  /**
   * Rows of the table of duties to take where several conflict, by their names; without one the dearest counts.
   * Default: [].
   */
  take?: readonly string[] | null;
  /** The rate a year at which the maker's cash is discounted, effective, without any addition for the country. */
  discountRate: DecimalInput;
  /** An addition to it for the country's risk. Not with cover of a plant: a risk counts once. */
  countryPremium?: DecimalInput | null;
  /**
   * Tax on what is earned at home, by exporting vehicles and kits and by royalties; losses are carried forward.
   * Default: "0".
   */
  homeTaxRate?: DecimalInput | null;
  /**
   * Tax on what a plant or a purchased company earns in the market.
   * Default: "0".
   */
  taxRate?: DecimalInput | null;
  /**
   * Tax that the market withholds from dividends and royalties.
   * Default: "0".
   */
  withholdingTax?: DecimalInput | null;
  /** Built-up vehicles. */
  export?: ImportRoute | null;
  /** Kits of large assemblies. */
  semiKnockedDown?: ImportRoute | null;
  /** Kits of all parts. */
  completelyKnockedDown?: ImportRoute | null;
  /** Kits of all parts, put together by another maker for a fee. */
  contractAssembly?: ImportRoute | null;
  /** A plant of its own. */
  plant?: PlantRoute | null;
  /** A plant with a partner. */
  jointVenture?: PlantRoute | null;
  /** The purchase of a company with its works. */
  acquisition?: PurchaseRoute | null;
  /**
   * Whether volumes at which two ways are worth the same are looked for.
   * Default: true.
   */
  breakEvens?: boolean | null;
  /** What may go wrong, one thing at a time. */
  shocks?: RouteShocks | null;
  /** The grid of volumes and duties on which it is told which way is best. */
  map?: RouteMap | null;
  /** What may happen, many times over. */
  simulation?: RouteSimulation | null;
}

/**
 * Selling vehicles that come as a whole or as kits. Amounts are those of one vehicle on the first day unless it is said
 * otherwise.
 */
export interface ImportRoute {
  /** The price at which vehicle or kit is declared to customs, at the works. */
  declaredPrice: DecimalInput;
  /** What vehicle or kit costs at home. */
  homeCost: DecimalInput;
  /**
   * From the works on board.
   * Default: "0".
   */
  toPort?: DecimalInput | null;
  /**
   * Freight to the market.
   * Default: "0".
   */
  freight?: DecimalInput | null;
  /**
   * Insurance on the way.
   * Default: "0".
   */
  insurance?: DecimalInput | null;
  /**
   * Clearance and the way to the dealer.
   * Default: "0".
   */
  clearance?: DecimalInput | null;
  /**
   * Parts from the market, paid there.
   * Default: "0".
   */
  localParts?: DecimalInput | null;
  /**
   * What putting together costs, paid in the market.
   * Default: "0".
   */
  assemblyFee?: DecimalInput | null;
  /** Vehicles a year for which the assembler is paid at least. */
  minimumVehicles?: DecimalInput | null;
  /** Vehicles a year that can be put together at most; what the market would take beyond that is not sold. */
  capacity?: DecimalInput | null;
  /**
   * What is spent at the start: approval, tools, dealers.
   * Default: "0".
   */
  investment?: DecimalInput | null;
  /**
   * Fixed costs a year, paid in the market.
   * Default: "0".
   */
  fixedCosts?: DecimalInput | null;
  /**
   * Days of sales that dealers owe, 0 to 365.
   * Default: 0.
   */
  paymentDays?: DecimalInput | null;
  /** The customs duty in the place of the table's. */
  dutyRate?: DecimalInput | null;
  /** Additional, countervailing and safeguard duties in the place of the table's. */
  additionalDutyRate?: DecimalInput | null;
  /** A rule of origin, and the duty of who meets it. */
  originRule?: OriginRule | null;
  /** The export credit that buyers are given. */
  credit?: RouteCredit | null;
}

/** A rule of origin: what of the vehicle's price must come from the market or its partners. */
export interface OriginRule {
  /** The regional value content that is asked for: price less imported kit, over the price (build-down method). */
  requiredContent: DecimalInput;
  /**
   * The duty on kits of who meets it; others pay the ordinary one.
   * Default: "0".
   */
  dutyRate?: DecimalInput | null;
}

/**
 * The export credit for a year's deliveries at the declared price. Country, currency, amount and start come from the
 * programme.
 */
export interface RouteCredit {
  /** The obligor's class. */
  buyer?: "SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5" | null;
  /**
   * What is sold.
   * Default: "cars".
   */
  goods?: "cars" | "buses" | "trucks" | "ckd-kits" | "parts" | "plant-equipment" | "other" | null;
  /**
   * What the buyer pays before the first drawdown.
   * Default: "0.15".
   */
  downPayment?: DecimalInput | null;
  /**
   * Months over which it is drawn.
   * Default: 0.
   */
  disbursementMonths?: DecimalInput | null;
  /** Months from then to the last repayment. */
  repaymentMonths: DecimalInput;
  /**
   * How often interest and principal are paid.
   * Default: "semi-annual".
   */
  frequency?: FrequencyInput | null;
  /**
   * How the principal is repaid.
   * Default: "equal-principal".
   */
  profile?: "annuity" | "equal-principal" | "bullet" | null;
  /** Interest a year. */
  rate: DecimalInput;
  /**
   * How days become years.
   * Default: "30/360".
   */
  dayCount?: DayCountInput | null;
  /** The cover. */
  cover?: CoverTerms | null;
  /**
   * The lender's fees.
   * Default: {"arrangement":"0","commitment":"0","agencyAmount":"0","expensesAmount":"0"}.
   */
  fees?: Fees | null;
  /**
   * The part of the credit's whole cost that the maker bears, so that the price need not rise.
   * Default: "1".
   */
  borneByMaker?: DecimalInput | null;
}

/**
 * A plant in the market, as the product `plant` prices it. Volumes, price, growth, tax and currency come from the
 * programme.
 */
export interface PlantRoute {
  /** Years from the start until production begins, 0 to 10, and fewer than those looked at. */
  constructionYears: DecimalInput;
  /** What it costs to build. */
  capital: PlantCapital;
  /** Vehicles a year that it can make at most; what the market would take beyond that is not sold. */
  capacity?: DecimalInput | null;
  /** The price that it pays the maker for a full kit, delivered to the border. */
  kitPrice: DecimalInput;
  /** What that kit costs the maker, delivered to the border. */
  homeCost: DecimalInput;
  /**
   * The part of the kit that is bought in the market instead, year by year of production; the last one holds on.
   * Default: [].
   */
  localContent?: DecimalColumnInput | null;
  /**
   * What a full kit would cost from suppliers there; paid in the market, as all that follows.
   * Default: "0".
   */
  localPartsCost?: DecimalInput | null;
  /**
   * How kits come.
   * Default: "completely-knocked-down".
   */
  kitMode?: KitModeInput | null;
  /** The duty on kits in the place of the table's; needed for parts. */
  dutyRate?: DecimalInput | null;
  /** A rule of origin, and the duty of who meets it in the end. */
  originRule?: OriginRule | null;
  /**
   * Logistics a vehicle.
   * Default: "0".
   */
  logisticsCost?: DecimalInput | null;
  /**
   * Labour a vehicle.
   * Default: "0".
   */
  labourCost?: DecimalInput | null;
  /**
   * Fixed costs a year.
   * Default: "0".
   */
  fixedCosts?: DecimalInput | null;
  /**
   * Days of sales that dealers owe.
   * Default: 0.
   */
  receivableDays?: DecimalInput | null;
  /**
   * Days of kits, duty and local parts in stock.
   * Default: 0.
   */
  inventoryDays?: DecimalInput | null;
  /**
   * Days of kits, duty and local parts that are owed to suppliers.
   * Default: 0.
   */
  payableDays?: DecimalInput | null;
  /**
   * The first years of production in which no tax is due.
   * Default: 0.
   */
  taxHolidayYears?: DecimalInput | null;
  /** The debt; without it the sponsors pay for all. */
  debt?: PlantDebt | null;
  /** Cover of the sponsors' equity against political risk. */
  cover?: PlantCover | null;
  /**
   * The part of sales that is paid to the maker for its technology; below 1.
   * Default: "0".
   */
  royalty?: DecimalInput | null;
  /** Vehicles that are exported from the plant. */
  reExport?: ReExport | null;
  /**
   * Whether built-up vehicles come as on the way `export` until production begins.
   * Default: false.
   */
  exportUntilOpen?: boolean | null;
  /** Who shares the plant; only in a joint venture, and needed there. */
  partner?: RoutePartner | null;
}

/** What is exported from the plant, and what that costs. */
export interface ReExport {
  /** The part of production that is exported. */
  share: DecimalInput;
  /** The duty there of vehicles that meet no rule of origin, as a fraction of the price. */
  dutyRate: DecimalInput;
  /** The rule of origin there. */
  originRule?: OriginRule | null;
  /**
   * Logistics a vehicle, paid in the market.
   * Default: "0".
   */
  logisticsCost?: DecimalInput | null;
}

/** Who shares a plant with the maker. */
export interface RoutePartner {
  /** Its part of the equity, below 1. */
  share: DecimalInput;
  /** The return a year that it asks for, effective, for the value of its flows. */
  requiredReturn?: DecimalInput | null;
}

/**
 * The purchase of a company in the market, as the product `acquisition` prices it, and what the programme is sold through
 * its works. Demand and exchange rate move its earnings as they move the programme's.
 */
export interface PurchaseRoute {
  /** The price of the whole company without its debt and cash. */
  enterpriseValue: DecimalInput;
  /**
   * The company's debt less its cash; below zero where it has more cash.
   * Default: "0".
   */
  netDebt?: DecimalInput | null;
  /**
   * Whether net debt is repaid at the closing.
   * Default: false.
   */
  refinanced?: boolean | null;
  /**
   * Interest a year on net debt that stays.
   * Default: "0".
   */
  netDebtRate?: DecimalInput | null;
  /**
   * The part of the shares that is bought.
   * Default: "1".
   */
  acquiredShare?: DecimalInput | null;
  /** Earnings before interest, tax and depreciation in the year before the closing, without the programme. */
  ebitda: DecimalInput;
  /**
   * How they grow, year by year; the last one holds on.
   * Default: [].
   */
  ebitdaGrowth?: DecimalColumnInput | null;
  /**
   * Capital expenditure, as a part of EBITDA.
   * Default: "0".
   */
  capitalExpenditure?: DecimalInput | null;
  /**
   * Depreciation, likewise.
   * Default: "0".
   */
  depreciation?: DecimalInput | null;
  /** What buyer and company gain from each other beside the programme. */
  synergies?: AcquisitionSynergies | null;
  /**
   * Costs of the purchase, as a part of the price that is paid.
   * Default: "0".
   */
  transactionCosts?: DecimalInput | null;
  /** The senior loan. */
  senior?: AcquisitionLoan | null;
  /** The mezzanine loan. */
  mezzanine?: AcquisitionLoan | null;
  /** The maker as buyer. */
  acquirer: AcquisitionSponsor;
  /** Who buys beside it. */
  partner?: AcquisitionSponsor | null;
  /**
   * The part of what is left each year that is paid out.
   * Default: "0".
   */
  payout?: DecimalInput | null;
  /** The enterprise value at the end over the last year's EBITDA; without it that of the purchase. */
  exitMultiple?: DecimalInput | null;
  /** Checks the senior loan against Chinese banks' rule. */
  rule?: "china-control" | "china-minority" | null;
  /** How the programme's vehicles are made in its works: kits, put together there. The maker bears and earns it alone. */
  kits?: ImportRoute | null;
}

/** What may go wrong, each alone and in both directions. Debt stays as it was planned. */
export interface RouteShocks {
  /** Duties on built-up vehicles higher and lower by so much of the customs value. */
  duty?: DecimalInput | null;
  /** Duty on kits likewise. */
  kitDuty?: DecimalInput | null;
  /** Demand lower and higher by this part, in all years. */
  demand?: DecimalInput | null;
  /** The market's currency weaker and stronger by this part from the first year on; only with a foreign currency. */
  currency?: DecimalInput | null;
  /** What vehicles and kits cost at home higher and lower by this part. */
  homeCost?: DecimalInput | null;
  /**
   * The year at whose end the market is closed and plants are taken, 1 to the years looked at. What a cover of a plant
   * pays is received then.
   */
  expropriationYear?: DecimalInput | null;
}

/** A grid of volumes and duties. */
export interface RouteMap {
  /** Vehicles a year with a complete ramp, at the lower end. */
  lowestVehicles: DecimalInput;
  /** At the upper end. */
  highestVehicles: DecimalInput;
  /**
   * How many volumes, 2 to 60, each larger than the one before by the same factor.
   * Default: 24.
   */
  volumes?: DecimalInput | null;
  /** All duties on built-up vehicles together, as a fraction of the customs value, at the upper end; the lower is 0. */
  highestDuty: DecimalInput;
  /**
   * How many duties, 2 to 60, in equal steps.
   * Default: 24.
   */
  duties?: DecimalInput | null;
}

/** What is drawn by chance, and how often. */
export interface RouteSimulation {
  /**
   * Names the random numbers: the same seed gives the same paths.
   * Default: 1.
   */
  seed?: DecimalInput | null;
  /**
   * How many paths are drawn, 0 to 100,000; with earlier ones at most 1,000,000 in all.
   * Default: 1000.
   */
  paths?: DecimalInput | null;
  /**
   * How many paths were drawn before: the next of the same seed are drawn now.
   * Default: 0.
   */
  firstPath?: DecimalInput | null;
  /**
   * What came of them, as `drawn` of those quotes gave it, one after the other: then all count. Without it only those
   * that are drawn now do.
   */
  drawn?: NumberColumnInput | null;
  /** How demand varies: standard deviation of the logarithm of its change in a year. */
  demandVolatility: DecimalInput;
  /**
   * The same of the market's currency; only with a foreign currency.
   * Default: "0".
   */
  currencyVolatility?: DecimalInput | null;
  /**
   * How the two move together, −1 to 1.
   * Default: "0".
   */
  correlation?: DecimalInput | null;
  /**
   * The probability in each year that duties on built-up vehicles change for good.
   * Default: "0".
   */
  dutyProbability?: DecimalInput | null;
  /** What they are then, all together, as a fraction of the customs value. */
  dutyThen?: DecimalInput | null;
  /**
   * The probability in each year that the market is closed and plants are taken.
   * Default: "0".
   */
  closureProbability?: DecimalInput | null;
  /**
   * The probability for the quantiles at both ends and the expected shortfall; above 0, below 0.5.
   * Default: "0.05".
   */
  tail?: DecimalInput | null;
  /**
   * Whether the value of waiting a year is told.
   * Default: true.
   */
  waiting?: boolean | null;
}

/** The ways into a market, side by side. */
export interface RouteQuote {
  /** The currency of all amounts. */
  currency: string;
  /** The way that is worth most to the maker among those that are not barred; null where none is worth anything. */
  best: "export" | "semi-knocked-down" | "completely-knocked-down" | "contract-assembly" | "plant" | "joint-venture" | "acquisition" | null;
  /** What it is worth; nothing where none is. */
  bestValue: string;
  /** What the best way is worth in the worst of the cases that were asked for; null without any. */
  bestValueAtWorst: string | null;
  /** The rate a year at which the maker's cash is discounted, with the country's addition. */
  discountRate: number;
  /** The ways, in the order in which they were asked for. */
  routes: RouteResult[];
  /** Volumes at which two ways are worth the same. */
  breakEvens: RouteBreakEven[];
  /** What each case does to each way. */
  exposures: RouteExposure[];
  /** Which way is best at which volume and duty; null where it is not asked for. */
  map: RouteMapQuote | null;
  /** What may happen; null where it is not asked for. */
  simulation: RouteSimulationQuote | null;
  /** The tables that were used. */
  editions: Edition[];
  /** What a reader should know. */
  notices: Notice[];
}

/** One way into the market. */
export interface RouteResult {
  /** Which. */
  route: "export" | "semi-knocked-down" | "completely-knocked-down" | "contract-assembly" | "plant" | "joint-venture" | "acquisition";
  /** What it is worth in the worst case that was asked for; null without any. */
  worstValue: string | null;
  /** That case. */
  worstCase: "duty" | "kit-duty" | "demand" | "currency" | "home-cost" | "expropriation" | null;
  /** What the maker has put into the market at most and can't take back: investment, equity, price of a purchase. */
  capitalAtRisk: string;
  /** What of it a cover would pay. */
  insured: string;
  /** The most that the maker has paid in all before anything came back. */
  peakFunding: string;
  /** What it is worth to the maker on the first day. */
  value: string;
  /** The maker's rate of return a year, effective; null where there is none. */
  rateOfReturn: number | null;
  /** Years until the maker has back what it paid; null where it never has. */
  paybackYears: number | null;
  /**
   * The cost of a vehicle over all years: the present value of everything that is paid, over the present number of
   * vehicles.
   */
  unitCost: string | null;
  /** What is paid for one vehicle from home to the dealer, before VAT: the landed cost with local parts; null for plants. */
  landedCost: string | null;
  /** All duties on it, as a fraction of the customs value; null for plants. */
  effectiveDuty: number | null;
  /** The regional value content in the end; null without a rule of origin. */
  content: number | null;
  /** The least debt service cover ratio of the plant; null without one or without debt. */
  minimumDscr: number | null;
  /** The whole cost of the export credit for a year's deliveries with a complete ramp; null without one. */
  creditCost: string | null;
  /** Its all-in rate a year. */
  creditAllInRate: number | null;
  /** What the partner's flows are worth to it; null without a partner or a required return. */
  partnerValue: string | null;
  /** The partner's rate of return a year. */
  partnerReturn: number | null;
  /** Vehicles in all years. */
  totalVehicles: number;
  /** Whether import or sale is barred: the way is shown, and is never the best. */
  prohibited: boolean;
  /** Year by year. */
  course: RouteCourse;
  /** What a reader should know about it. */
  notices: Notice[];
}

/** The years of a way; the first row is the start. Amounts are whole numbers of the currency's smallest unit. */
export interface RouteCourse {
  /** The day, as days since 1970-01-01. */
  dates: Int32Array;
  /** Vehicles. */
  vehicles: Float64Array;
  /** What dealers pay; of a purchased company without its own sales. */
  revenue: Float64Array;
  /** What the maker receives, paid below zero. */
  makerFlow: Float64Array;
  /** The sum of it so far. */
  cumulative: Float64Array;
  /** What the partner receives, paid below zero. */
  partnerFlow: Float64Array;
}

/** A volume at which two ways are worth the same to the maker. */
export interface RouteBreakEven {
  /** One way. */
  first: "export" | "semi-knocked-down" | "completely-knocked-down" | "contract-assembly" | "plant" | "joint-venture" | "acquisition";
  /** The other. */
  second: "export" | "semi-knocked-down" | "completely-knocked-down" | "contract-assembly" | "plant" | "joint-venture" | "acquisition";
  /** Vehicles a year with a complete ramp. */
  vehicles: number;
  /** What both are worth there. */
  value: string;
  /** Which of them is better with more vehicles. */
  betterAbove: "export" | "semi-knocked-down" | "completely-knocked-down" | "contract-assembly" | "plant" | "joint-venture" | "acquisition";
}

/** What a case does to a way. */
export interface RouteExposure {
  /** The way. */
  route: "export" | "semi-knocked-down" | "completely-knocked-down" | "contract-assembly" | "plant" | "joint-venture" | "acquisition";
  /** The case. */
  shock: "duty" | "kit-duty" | "demand" | "currency" | "home-cost" | "expropriation";
  /** What the way is worth with it. */
  adverse: string;
  /** What it is worth with the opposite; null where there is none. */
  favourable: string | null;
}

/** Which way is best where. Ways are told by their place in `routes`, −1 for none. */
export interface RouteMapQuote {
  /** The volumes: vehicles a year with a complete ramp. */
  vehicles: Float64Array;
  /** The duties: all of them on built-up vehicles together, as a fraction. */
  duties: Float64Array;
  /** The best way, volume by volume for the first duty, then for the next. */
  best: Int32Array;
  /** What it is worth, likewise. */
  values: Float64Array;
  /** Where the best way changes: the duty. */
  borderDuties: Float64Array;
  /** The volume. */
  borderVehicles: Float64Array;
  /** The best way below that volume. */
  borderBelow: Int32Array;
  /** The best way above it. */
  borderAbove: Int32Array;
}

/** What may happen to the ways. */
export interface RouteSimulationQuote {
  /** Paths so far. */
  paths: number;
  /** How each way fares. */
  routes: RouteOutlook[];
  /** The probability that none is worth anything, but for those that are barred. */
  noneBest: number;
  /** What deciding today is worth: the best mean, or nothing. */
  valueToday: string;
  /** What it is worth to wait a year, see, and then decide; null where it is not asked for. */
  valueOfWaiting: string | null;
  /** What of that the wait adds; below zero where it costs. */
  waitingAdds: string | null;
  /**
   * What came of each path that was drawn now, to go on from there: the ways' values today, and with waiting the state
   * after a year and the ways' values when they begin then.
   */
  drawn: Float64Array;
}

/** How a way fares over all paths. */
export interface RouteOutlook {
  /** Which. */
  route: "export" | "semi-knocked-down" | "completely-knocked-down" | "contract-assembly" | "plant" | "joint-venture" | "acquisition";
  /** The mean of the worst values, as many as the tail's probability says. */
  expectedShortfall: string;
  /** The value that is not reached with the tail's probability. */
  low: string;
  /** The value that is not reached half of the time. */
  median: string;
  /** The value that is passed with the tail's probability. */
  high: string;
  /** The mean. */
  mean: string;
  /** The standard error of the mean. */
  standardError: string;
  /** The probability that the maker loses by it. */
  lossProbability: number;
  /** The probability that no other way is worth more, and it is worth something; 0 for one that is barred. */
  bestProbability: number;
}

/** A loan that is repaid in instalments. */
export interface LoanRequest {
  product: "loan";
  /** The currency of all amounts. */
  currency: string;
  /** What is lent, with no more decimals than the currency has. With drawdowns, the most that can be drawn. */
  principal: DecimalInput;
  /**
   * Interest a year, as a fraction: 0.06 is 6 %. With `floating`, the rate until its first date; for the profile
   * flat, the flat rate.
   */
  rate?: DecimalInput | null;
  /** The day on which the principal is paid out, from which the instalments are counted. */
  start: string;
  /**
   * How often an instalment is paid.
   * Default: "monthly".
   */
  frequency?: FrequencyInput | null;
  /** How many instalments, those of the grace period included: 1 to 1200. */
  instalments: DecimalInput;
  /**
   * How the principal comes back.
   * Default: "annuity".
   */
  profile?: "annuity" | "equal-principal" | "bullet" | "custom" | "flat" | null;
  /**
   * How days bear interest. Where months have 30 days, each regular instalment bears its exact part of a year.
   * Default: "30/360".
   */
  dayCount?: DayCountInput | null;
  /**
   * The part of the principal that is paid with the last instalment.
   * Default: "0".
   */
  balloon?: DecimalInput | null;
  /**
   * Whether the balloon is paid beside the last instalment, or in its place.
   * Default: "beside".
   */
  balloonPayment?: "beside" | "alone" | null;
  /**
   * The first instalments that repay no principal.
   * Default: 0.
   */
  graceInstalments?: DecimalInput | null;
  /**
   * What becomes of the interest of those.
   * Default: "paid".
   */
  graceInterest?: "paid" | "capitalised" | "carried" | null;
  /**
   * The day of the first instalment, where it is not one regular period after the start. The others are counted
   * from it.
   */
  firstPayment?: string | null;
  /**
   * How an odd first period is paid.
   * Default: "in-instalments".
   */
  stub?: "in-instalments" | "attached" | "separate" | null;
  /** How the days of odd periods bear interest; as all others where it is not given. */
  stubDayCount?: DayCountInput | null;
  /** The day of the last instalment, where it is not a regular one. */
  lastPayment?: string | null;
  /** On which days payments can fall, and where one goes that falls on another. */
  businessDays?: BusinessDays | null;
  /**
   * Up to which day interest counts when a payment is moved.
   * Default: "adjusted".
   */
  interestDays?: "adjusted" | "unadjusted" | null;
  /** Instalments that rise or fall in steps, for the profiles annuity and equal-principal. */
  steps?: Steps | null;
  /** The instalments one by one, for the profile custom. */
  custom?: CustomInstalments | null;
  /** Instalments that are left out. */
  skips?: Skips | null;
  /** The loan is paid out in parts. */
  drawdowns?: Drawdowns | null;
  /** A rate that changes. */
  floating?: Floating | null;
  /** Principal that is paid before it is due. */
  prepayments?: Prepayments | null;
  /** The whole loan is settled early: what that takes. The schedule stays as agreed. */
  settlement?: Settlement | null;
  /** What the loan costs beside interest. */
  fees?: LoanFees | null;
  /** A tax on interest. */
  interestTax?: InterestTax | null;
  /**
   * Whose annual percentage rate is wanted: over all that the borrower receives and pays, fees and its own tax
   * included.
   */
  aprRule?: "eu-consumer-credit" | "us-regulation-z" | "uk-conc" | "uk-mcob" | null;
  /**
   * How interest, instalments and parts of principal become whole cents (or the currency's smallest unit).
   * Default: "midpoint-away-from-zero".
   */
  rounding?: RoundingInput | null;
  /**
   * To how many decimals amounts are kept, 0 to 6, where not to the currency's own: more show a schedule without
   * the rounding to cents, fewer one in whole units. Columns then count units of the last of them.
   */
  decimals?: DecimalInput | null;
}

/** What becomes of a date that is no business day. */
export type BusinessDayConvention =
  | "none"
  | "following"
  | "modified-following"
  | "half-month-modified-following"
  | "preceding"
  | "modified-preceding"
  | "nearest";

/**
 * What becomes of a date that is no business day.
 * By its name or by any that it is also known as, in any case.
 */
export type BusinessDayConventionInput = BusinessDayConvention
  | "Unadjusted"
  | "NoAdjust"
  | "NO_ADJUST"
  | "F"
  | "FOLL"
  | "MF"
  | "MODFOLLOWING"
  | "Modified"
  | "ModifiedFollowingBiMonthly"
  | "P"
  | "PREC"
  | "MP"
  | "MODPRECEDING";

/** The days of the week on which nothing is paid. */
export type Weekend =
  | "saturday-sunday"
  | "friday-saturday"
  | "thursday-friday"
  | "friday"
  | "saturday"
  | "sunday"
  | "none";

/**
 * The days of the week on which nothing is paid.
 * By its name or by any that it is also known as, in any case.
 */
export type WeekendInput = Weekend
  | "SAT/SUN"
  | "FRI/SAT"
  | "THU/FRI"
  | "FRI"
  | "SAT"
  | "SUN";

/** Which days are business days, and what becomes of a date that is none. */
export interface BusinessDays {
  /**
   * What becomes of a date that is no business day.
   * Default: "modified-following".
   */
  convention?: BusinessDayConventionInput | null;
  /**
   * The days of the week on which nothing is paid.
   * Default: "saturday-sunday".
   */
  weekend?: WeekendInput | null;
  /**
   * Other days on which nothing is paid: YYYY-MM-DD, or days since 1970-01-01. In any order.
   * Default: [].
   */
  holidays?: readonly string[] | readonly number[] | Int32Array | null;
}

/**
 * Instalments that rise or fall in steps. Of an annuity it is the level instalment that steps, of equal principal
 * the part of principal; the first is found so that the loan closes.
 */
export interface Steps {
  /**
   * So many instalments stay the same: 12 for a step a year of monthly instalments. At least 1; grace is not
   * counted, skipped instalments are.
   */
  every: DecimalInput;
  /** The part by which each step changes the instalment, as a fraction: 0.03 is 3 % more, -0.03 less. */
  share?: DecimalInput | null;
  /** In place of the share: the amount that each step adds; below zero it takes off. */
  amount?: DecimalInput | null;
}

/** What each instalment pays, for the profile custom: one of the two lists. */
export interface CustomInstalments {
  /**
   * The principal that each instalment repays, one amount an instalment, with the interest beside it. The last
   * repays all that is left, whatever is given for it.
   */
  principal?: DecimalColumnInput | null;
  /** What each instalment pays, interest included, one amount an instalment. The last pays all that is left. */
  payments?: DecimalColumnInput | null;
  /**
   * What becomes of interest that a payment does not cover.
   * Default: "capitalised".
   */
  unpaidInterest?: "capitalised" | "carried" | null;
}

/**
 * Instalments that are left out, such as those of a season. The last one is paid even when it is named, since it closes
 * the loan.
 */
export interface Skips {
  /** The months of the year, 1 to 12, whose instalments are left out. */
  months?: DecimalColumnInput | null;
  /** Instalments that are left out, by their number, from 1. */
  instalments?: DecimalColumnInput | null;
  /**
   * What becomes of their interest.
   * Default: "capitalised".
   */
  interest?: "paid" | "capitalised" | "carried" | null;
}

/** The loan is paid out in parts. What is not drawn when repayment begins is drawn no more. */
export interface Drawdowns {
  /**
   * When each part is paid out: not before the start, and not after the first repaying period has begun
   * (`graceInstalments` makes room).
   */
  dates?: readonly string[] | readonly number[] | Int32Array | null;
  /** In place of dates: whole months after the start. */
  months?: DecimalColumnInput | null;
  /** The parts, one for each date; together at most the principal. */
  amounts: DecimalColumnInput;
}

/** Principal that is paid before it is due. */
export interface Prepayments {
  /** When: after the start, and not after the last payment. */
  dates: readonly string[] | readonly number[] | Int32Array;
  /** How much principal each pays, beside what is due on that day. */
  amounts: DecimalColumnInput;
  /**
   * What becomes smaller. Custom instalments stay as given and end earlier.
   * Default: "instalment".
   */
  effect?: "instalment" | "term" | null;
  /**
   * The lender's charge, as a share of the amount prepaid.
   * Default: "0".
   */
  fee?: DecimalInput | null;
}

/** The whole loan is settled early, on a day of its schedule. */
export interface Settlement {
  /** When: after the start, up to the last payment. An instalment that is due on the day is part of the amount. */
  date: string;
  /**
   * How the interest that is saved is counted.
   * Default: "actuarial".
   */
  method?: "actuarial" | "rule-of-78" | null;
  /**
   * The lender's charge, as a share of the principal that is owed on the day.
   * Default: "0".
   */
  fee?: DecimalInput | null;
}

/** What the loan costs beside interest. Each may be a share, an amount, or both together. */
export interface LoanFees {
  /**
   * At the start, as a share of the principal.
   * Default: "0".
   */
  arrangement?: DecimalInput | null;
  /**
   * At the start.
   * Default: "0".
   */
  arrangementAmount?: DecimalInput | null;
  /**
   * A year on what is not drawn yet, as a fraction; paid with each instalment until repayment begins.
   * Default: "0".
   */
  commitment?: DecimalInput | null;
  /** How days bear the commitment fee; the loan's own day count where it is not given. */
  commitmentDayCount?: DayCountInput | null;
  /**
   * A year, as a share of the principal; paid in advance: at the start, and with the first instalment on or
   * after each anniversary of it, the last one excepted.
   * Default: "0".
   */
  agency?: DecimalInput | null;
  /**
   * A year; paid as the share is.
   * Default: "0".
   */
  agencyAmount?: DecimalInput | null;
  /**
   * With the first instalment.
   * Default: "0".
   */
  firstAmount?: DecimalInput | null;
  /**
   * With each instalment, as a share of the principal.
   * Default: "0".
   */
  instalment?: DecimalInput | null;
  /**
   * With each instalment.
   * Default: "0".
   */
  instalmentAmount?: DecimalInput | null;
  /**
   * With the last instalment, as a share of the principal.
   * Default: "0".
   */
  end?: DecimalInput | null;
  /**
   * With the last instalment.
   * Default: "0".
   */
  endAmount?: DecimalInput | null;
}

/**
 * A tax on interest, such as a withholding tax. It is due on the interest of each row, paid or added to what is
 * owed, and rounded once a row.
 */
export interface InterestTax {
  /** The part of the interest that it takes; under 1 where it is grossed up. */
  rate: DecimalInput;
  /**
   * How it is borne.
   * Default: "grossed-up".
   */
  treatment?: "withheld" | "grossed-up" | "added" | null;
}

/** The schedule of a loan and what it costs. */
export interface LoanQuote {
  /**
   * The regular payment: the level one of an annuity, the first of equal principal (its largest), the first
   * interest of a bullet. The last payment differs where rounding or a balloon make it.
   */
  instalment: string;
  /** The sum of the interest. */
  totalInterest: string;
  /** The sum of the payments of interest and principal, prepaid principal included. */
  totalPaid: string;
  /** The sum of the fees; null where none are asked for. */
  totalFees: string | null;
  /** Of those, what is paid when the loan starts; null where no fees are asked for. */
  feesAtStart: string | null;
  /** The sum of the tax on interest; null without one. */
  totalTax: string | null;
  /** What the borrower pays beyond what is drawn: interest, fees, and tax that is its own cost. */
  totalCost: string;
  /**
   * The effective rate a year of all that the borrower receives and pays, fees and its own tax included, on
   * the days on which it does: XIRR on ACT/365F.
   */
  effectiveRate: number;
  /** The same as a nominal rate a year, compounded as often as instalments are paid. */
  nominalRate: number;
  /** How often the nominal rate is compounded. */
  compounding: Frequency;
  /** The effective rate a year of interest alone; null where there is no other cost. */
  effectiveRateWithoutFees: number | null;
  /** The annual percentage rate by the given rule, as a fraction and not rounded; null without a rule. */
  apr: number | null;
  /** The annual percentage rate rounded as the rule tells it; null without a rule. */
  aprDisclosed: number | null;
  /**
   * Years until the principal is back, each part weighted by its amount: counted in instalments, or, where
   * not all periods are regular or principal is prepaid, in days over 365 from the start.
   */
  averageLifeYears: number;
  /** What ends the loan early, where that is asked for. */
  settlement: SettlementQuote | null;
  /** The schedule, one row an instalment. */
  schedule: LoanSchedule;
  /** The rate a year of each row, when its period begins; null for a rate that never changes. */
  rates: Float64Array | null;
  /** The tables that this rests on: none. */
  editions: Edition[];
  /** What a reader should know: `last-payment-differs`, `rule-of-78-barred`, `undrawn-lapses`. */
  notices: Notice[];
}

/**
 * The rows of a loan as columns. Amounts are whole numbers of the currency's smallest unit. In every row `payment =
 * interest + principal` and `closing = opening + drawn − principal − prepaid`, a column that is null counted as
 * zero.
 */
export interface LoanSchedule {
  /** When each row is paid, as days since 1970-01-01. */
  dates: Int32Array;
  /** What is owed when the period begins, with what is paid out on that day. */
  opening: Float64Array;
  /** The interest of the period. */
  interest: Float64Array;
  /** The part of the payment that lowers what is owed; negative where interest is added to it. */
  principal: Float64Array;
  /** What is paid: interest and principal. */
  payment: Float64Array;
  /** What is owed after the payment. */
  closing: Float64Array;
  /** What is paid out later in the period; null where nothing is. */
  drawn: Float64Array | null;
  /** Principal that is prepaid after the period has begun and until it ends; null without prepayments. */
  prepaid: Float64Array | null;
  /** Interest that is part of what is owed after the payment and bears none itself; null where there is none. */
  carried: Float64Array | null;
  /** Fees that are paid with the row; null without fees. Those of the start are no row's. */
  fees: Float64Array | null;
  /** Tax on the interest of the row; null without tax. */
  tax: Float64Array | null;
}

/** Amounts of money at points of time, for their value and their rates of return. */
export interface CashFlowRequest {
  product: "cash-flow";
  /** When each amount is paid or received: dates as YYYY-MM-DD, or days since 1970-01-01. In any order. */
  dates?: readonly string[] | readonly number[] | Int32Array | null;
  /** In place of dates: years from the moment that the present value is stated at; may be negative. */
  times?: NumberColumnInput | null;
  /** The amounts, one for each date or time: received above zero, paid below. */
  amounts: NumberColumnInput;
  /**
   * How days become years; of no effect with times.
   * Default: "ACT/365F".
   */
  dayCount?: DayCountInput | null;
  /**
   * An effective rate a year, as a fraction above -1, for the present and the future value. With it, or with rates,
   * flows that have no rate of return are answered too.
   */
  rate?: DecimalInput | null;
  /** In place of it: for each amount the effective rate a year that holds from the beginning to its moment. */
  rates?: NumberColumnInput | null;
  /** For the modified internal rate of return: the effective rate a year at which what is paid is borrowed. */
  financeRate?: DecimalInput | null;
  /** For the same: the effective rate a year at which what is received is invested again. */
  reinvestRate?: DecimalInput | null;
  /**
   * Whose annual percentage rate is wanted beside the others: each rule counts time by itself, whatever the day
   * count; times are used as they are.
   */
  aprRule?: "eu-consumer-credit" | "us-regulation-z" | "uk-conc" | "uk-mcob" | null;
}

/** The rates of return of some flows, and their value at a rate. */
export interface CashFlowQuote {
  /**
   * The effective rate a year at which the value is zero; of several, the one nearest to zero, and of two as
   * near the positive one. Null when there is none and a value at a rate was asked for.
   */
  xirr: number | null;
  /** All such rates above -1 that were found, ascending. */
  roots: number[];
  /** The rate for each of the equal intervals between times; null with dates, and where intervals differ. */
  irr: number | null;
  /** The net present value at the given rate: at the earliest date, or at time zero. Null without a rate. */
  xnpv: number | null;
  /** The net future value at the given rate: at the latest date or time that is given. Null without a rate. */
  xnfv: number | null;
  /** The modified internal rate of return a year. Null without the rates for it. */
  mirr: number | null;
  /**
   * The annual percentage rate by the given rule, as a fraction and not rounded: effective in Europe, nominal in the
   * United States. The same from the borrower's side and from the lender's. Null without a rule.
   */
  apr: number | null;
  /**
   * The annual percentage rate rounded as the rule tells it: to 0.001 in Europe (one decimal of a percent), to
   * 0.0001 in the United States. Null without a rule.
   */
  aprDisclosed: number | null;
  /** How many unit-periods a year the American rule counts with: 12 when it is a month. Null for the other rules. */
  aprUnitPeriodsPerYear: number | null;
  /**
   * What is left of the value when `xirr` is fed back, over the sum of the sizes of the discounted amounts.
   * Null without `xirr`.
   */
  residual: number | null;
  /** The tables that this rests on: none. */
  editions: Edition[];
  /** What a reader should know: `several-rates`, `any-rate`, `search-not-complete`, `no-rate-of-return`. */
  notices: Notice[];
}

/**
 * The time value of money: level payments, what they are worth, and what they grow to.
 *
 * Signs are those of spreadsheets: what is received stands above zero, what is paid below. Of a loan of 1000 the
 * payments are negative.
 */
export interface TimeValueRequest {
  product: "time-value";
  /** Interest a period, as a fraction above -1: 0.005 is half a percent a period. */
  rate?: DecimalInput | null;
  /** In place of it: a nominal rate a year, the periods of a year times the rate of one. */
  nominalRate?: DecimalInput | null;
  /** In place of it: an effective rate a year, above -1. */
  effectiveRate?: DecimalInput | null;
  /** The periods of a year, 1 and more: what turns rates a year into rates a period and back. */
  periodsPerYear?: DecimalInput | null;
  /** How many periods, zero and more; a part of one counts by its part. */
  periods?: DecimalInput | null;
  /** What is paid each period. */
  payment?: DecimalInput | null;
  /** What is received (above zero) or paid (below) at the beginning. */
  presentValue?: DecimalInput | null;
  /** What is received or paid at the end, beside the last payment. Nothing, when one of the others is asked for. */
  futureValue?: DecimalInput | null;
  /**
   * When in its period a payment is made.
   * Default: "end".
   */
  due?: "end" | "begin" | null;
  /** The first of the periods, from 1, whose interest and principal are told. */
  fromPeriod?: DecimalInput | null;
  /** The last of them; the same one when it is not given. */
  toPeriod?: DecimalInput | null;
  /** Rates of periods that follow each other, along which the present value grows. */
  rates?: NumberColumnInput | null;
}

/** The five numbers of level payments, one of them found, and rates a year. */
export interface TimeValueQuote {
  /** Which of the five was found; null when only rates were asked for. */
  found: "rate" | "periods" | "payment" | "present-value" | "future-value" | null;
  /** Interest a period; of several that fit, the one nearest to zero. */
  rate: number | null;
  /** How many periods. */
  periods: number | null;
  /** What is paid each period: below zero when it is paid, above when it is received. */
  payment: number | null;
  /** The value at the beginning. */
  presentValue: number | null;
  /** The value at the end, beside the last payment. */
  futureValue: number | null;
  /** The nominal rate a year; null without the periods of a year. */
  nominalRate: number | null;
  /** The effective rate a year; null without the periods of a year. */
  effectiveRate: number | null;
  /**
   * The interest in the payments of the periods that are asked for, with the sign of the payments. At the beginning
   * of the first period none has grown.
   */
  interest: number | null;
  /** The principal in them, with the sign of the payments: payments less interest. */
  principal: number | null;
  /** The interest in the payment of each period that is asked for. */
  interestByPeriod: Float64Array | null;
  /** The principal in the payment of each period that is asked for. */
  principalByPeriod: Float64Array | null;
  /** What the present value grows to along the rates, with its sign; null without them. */
  grownValue: number | null;
  /** The tables that this rests on: none. */
  editions: Edition[];
  /** What a reader should know: `several-rates`. */
  notices: Notice[];
}

/** Two dates, and how the time between them is counted as years. */
export interface YearFractionRequest {
  product: "year-fraction";
  /** How days become years. */
  dayCount: DayCountInput;
  /** The first date. */
  start: string;
  /** The second date. One before the first gives a negative time. */
  end: string;
  /**
   * The first day of the interest period that the dates lie in, or of a regular one next to it. For ACT/ACT
   * ICMA and ACT/365 Canadian.
   */
  periodStart?: string | null;
  /** The day on which that period ends. For ACT/ACT ICMA, ACT/365 Canadian and ACT/365L. */
  periodEnd?: string | null;
  /** How often interest is paid. For ACT/ACT ICMA and ACT/365L, where the period does not tell it. */
  frequency?: FrequencyInput | null;
  /** The last day of the contract. For 30E/360 ISDA, and for ACT/ACT ICMA in a last period that is short or long. */
  maturity?: string | null;
  /**
   * The days of the week that are no business days. For BUS/252.
   * Default: "saturday-sunday".
   */
  weekend?: WeekendInput | null;
  /** Other days that are no business days. For BUS/252, which needs them. */
  holidays?: readonly string[] | readonly number[] | Int32Array | null;
}

/** A time in years. */
export interface YearFractionQuote {
  /** The years; negative when the second date is the earlier. */
  yearFraction: number;
  /** The days as the day count counts them: those that pass, without some, or of months of 30 days. */
  days: number;
  /** The years exactly: this over the denominator. */
  numerator: number;
  /** The years exactly: the numerator over this. */
  denominator: number;
  /** The tables that this rests on: none. */
  editions: Edition[];
  /** What a reader should know: nothing so far. */
  notices: Notice[];
}

/** A number to be rounded, to the smallest unit of a currency or to so many decimals. */
export interface RoundingRequest {
  product: "rounding";
  /** The number, exactly as it is written: 2.675 is that, and not what a binary float makes of it. */
  amount: DecimalInput;
  /** The currency to whose smallest unit it is rounded: 2 decimals for USD, none for JPY, 3 for KWD, 4 for CLF. */
  currency?: string | null;
  /** In place of a currency: how many decimals are left, 0 to 28. */
  decimals?: DecimalInput | null;
  /**
   * Which way, and what becomes of a midpoint.
   * Default: "midpoint-away-from-zero".
   */
  strategy?: RoundingInput | null;
}

/** A rounded number. */
export interface RoundingQuote {
  /** The number, with all of its decimals: 2.60 with 2 of them. */
  rounded: string;
  /** What rounding added; negative when it took something away. */
  difference: string;
  /** The decimals that are left. */
  decimals: number;
  /** The tables that this rests on: none. */
  editions: Edition[];
  /** What a reader should know: nothing so far. */
  notices: Notice[];
}

/** One exposure whose risk weight is asked for. */
export interface RiskWeightRequest {
  product: "risk-weight";
  /**
   * The edition of the rules.
   * Default: "basel-3".
   */
  rules?: "basel-3" | "basel-2" | "basel-2-scaled" | null;
  /** How the bank finds its weights. */
  approach: "standardised" | "internal-ratings";
  /**
   * Whom the bank lends to.
   * Default: "corporate".
   */
  exposureClass?: "corporate" | "bank" | "sovereign" | "residential-mortgage" | "qualifying-revolving" | "other-retail" | null;
  /** The external rating, for the standardised approach. */
  rating?: "AAA" | "AA+" | "AA" | "AA-" | "A+" | "A" | "A-" | "BBB+" | "BBB" | "BBB-" | "BB+" | "BB" | "BB-" | "B+" | "B" | "B-" | "CCC+" | "CCC" | "CCC-" | "CC" | "C" | null;
  /** A sovereign's country risk category, for the standardised approach where it has no rating. */
  category?: DecimalInput | null;
  /** The standardised weight itself, where the tables have none or a supervisor has another: 0 to 12.5. */
  givenWeight?: DecimalInput | null;
  /** The probability of default within a year, for internal ratings. */
  defaultProbability?: DecimalInput | null;
  /** The part that is lost in a default, for internal ratings. */
  lossGivenDefault?: DecimalInput | null;
  /**
   * The effective maturity in years, 0 to 5, for internal ratings of firms, banks and sovereigns.
   * Default: 2.5.
   */
  maturityYears?: DecimalInput | null;
  /** The yearly sales of a firm's group in millions of euros; below 50 they lower the weight. */
  annualSalesMillions?: DecimalInput | null;
  /**
   * A regulated financial institution with assets of USD 100 billion or more, or an unregulated one: 1.25 times the
   * correlation.
   * Default: false.
   */
  largeFinancial?: boolean | null;
  /** The correlation in place of what the rules say, under 1. */
  correlation?: DecimalInput | null;
  /**
   * Whether the edition's least probability of default counts. Printed tables go below it.
   * Default: true.
   */
  appliesFloor?: boolean | null;
}

/**
 * A bank's or an insurer's own numbers: what is given takes the place of the tables' field by field, and what is not
 * given stays as it is. A request's own values win over it.
 */
export interface RateCard {
  /** What the card is called; it stands wherever a number of it is used. 1 to 200 characters. */
  name: string;
  /** The day of this edition of the card. */
  date: string;
  /** Who answers for the numbers; without it the name stands for it. */
  issuer?: string | null;
  /** The currency of amounts of the card, such as a least premium. */
  currency?: string | null;
  /**
   * Whether the numbers are invented to show what a card can do: they are then graded as assumptions.
   * Default: false.
   */
  illustrative?: boolean | null;
  /**
   * Countries and territories that the partner classifies otherwise than the list.
   * Default: [].
   */
  countries?: readonly CardCountry[] | null;
  /**
   * The market's spreads for an obligor of a country, for the rule set `market-spread`; one curve a country.
   * Default: [].
   */
  marketCurves?: readonly CardCurve[] | null;
  /**
   * The spreads of sovereigns, for `country-risk`; one curve a country.
   * Default: [].
   */
  sovereignCurves?: readonly CardCurve[] | null;
  /**
   * Weights of the country score in the place of the method's own.
   * Default: [].
   */
  scoreWeights?: readonly CardWeight[] | null;
  /** The partner's own premiums of a credit, for the rule set `rate-card`. */
  premiumTariff?: CardTariff | null;
  /**
   * Cells of the grid of short-term cover.
   * Default: [].
   */
  shortTerm?: readonly CardCell[] | null;
  /**
   * By product, what stands for fields that a request does not give: rates, margins, fees, least premiums, insured
   * percentages, calendars. `{ "loan": { "rate": 0.05 } }`.
   * Default: {}.
   */
  defaults?: { [Name in keyof Products]?: Partial<Omit<Products[Name]["request"], "product">> } | null;
  /**
   * Levies on vehicles by market, for `landed-cost`.
   * Default: [].
   */
  dutyRows?: readonly CardDuty[] | null;
  /**
   * Names that the page gives to countries and territories, in the place of the browser's.
   * Default: [].
   */
  countryNames?: readonly CardName[] | null;
  /**
   * What the page says before its own disclaimer, by language; plain text.
   * Default: [].
   */
  disclaimer?: readonly CardText[] | null;
  /** Where a visitor finds the partner, for the page: begins with `https://` or `mailto:`. */
  contact?: string | null;
}

/** What a card says of one country or territory. */
export interface CardCountry {
  /** The country or territory. */
  country: string;
  /** The category; only with the status `classified`. */
  category?: DecimalInput | null;
  /**
   * Whether it is classified, and if not, why.
   * Default: "classified".
   */
  status?: "classified" | "market-benchmark" | "not-reviewed" | "unclassified" | "not-listed" | null;
}

/** Spreads of one country by tenor. */
export interface CardCurve {
  /** The country or territory. */
  country: string;
  /** Tenors in years, ascending, above zero. */
  tenors: NumberColumnInput;
  /** The spread a year at each, as a fraction, 0 to 10: 0.015 is 1.5 %. */
  spreads: NumberColumnInput;
}

/**
 * The weight of a dimension, relative to the other dimensions (1 without the card), or that of an indicator, relative
 * to the others of its dimension (their parts of it, which sum to 1, without the card). 0 leaves it out.
 */
export interface CardWeight {
  /** The dimension. Give this or the indicator. */
  dimension?: "transfer-and-convertibility" | "sovereign-credit" | "political-stability-and-conflict" | "rule-of-law-and-expropriation" | "trade-barriers" | "technical-and-service-readiness" | "competition-and-market" | "currency" | null;
  /** The indicator. */
  indicator?: "reserves" | "current-account" | "government-effectiveness" | "gdp-per-person" | "public-debt" | "political-stability" | "internal-conflict" | "interstate-conflict" | "rule-of-law" | "control-of-corruption" | "customs" | "infrastructure" | "logistics" | "regulatory-quality" | "gdp" | "inflation" | "exchange-rate-volatility" | "exchange-rate-change" | null;
  /** The weight. */
  weight: DecimalInput;
}

/** Premiums of a credit: factor · (rate + rateAYear · horizon of risk in years), of the principal. */
export interface CardTariff {
  /** Rates by category and class. */
  rates: readonly CardRate[];
  /**
   * What multiplies every rate: 0.9 is a discount of 10 %, 1.1 a surcharge; above 0, at most 10.
   * Default: "1".
   */
  factor?: DecimalInput | null;
  /** The least premium, in the card's currency: it counts for deals in that currency. */
  minimumPremium?: DecimalInput | null;
}

/** The rate of one category, and of one class in it or of all those that have no rate of their own. */
export interface CardRate {
  /** The category; 0 stands for the countries that the market prices as well. */
  category: DecimalInput;
  /** The obligor's class; without it every class. */
  buyer?: "SOV+" | "SOV" | "CC0" | "CC1" | "CC2" | "CC3" | "CC4" | "CC5" | null;
  /** The part that grows with the horizon of risk, a fraction of the principal for each year. */
  rateAYear: DecimalInput;
  /** The part that does not, a fraction of the principal. */
  rate: DecimalInput;
}

/** A cell of the grid of short-term cover. */
export interface CardCell {
  /** Which part of the grid: `rate`, `payment` or `policy`; `term` for the factor of a term. */
  factor: string;
  /**
   * The row: `domestic` or a category from 0 to 7 for a rate, a way of payment, a kind of policy, or the days up to
   * which a term's factor holds. The grid must have it.
   */
  name: string;
  /** The rate a year on the insured turnover, or the factor; above 0, at most 10. */
  value: DecimalInput;
}

/** A levy on vehicles, as the partner knows it: where it holds, it takes the place of the table's rows of its kind. */
export interface CardDuty {
  /** The country or territory that levies it. */
  country: string;
  /** What it is. */
  kind: "duty" | "additional-duty" | "countervailing-duty" | "safeguard-duty" | "excise" | "recycling-fee" | "registration-fee" | "other-levy" | "vat";
  /**
   * What it is taken of.
   * Default: "customs-value".
   */
  base?: "customs-value" | "duty-paid-value" | "taxed-value" | "tax-inclusive" | "unit" | "horsepower" | null;
  /** A fraction of the base (0.1 is 10 %), or an amount for each vehicle or horsepower; zero or more. */
  rate: DecimalInput;
  /** The least amount for each vehicle. */
  least?: DecimalInput | null;
  /** The currency of amounts; without it the card's. */
  currency?: string | null;
  /**
   * The goods; empty for all.
   * Default: [].
   */
  goods?: readonly ("passenger-car" | "truck" | "powertrain-parts")[] | null;
  /**
   * How they come in; empty for every way.
   * Default: [].
   */
  modes?: readonly ("built-up" | "skd" | "ckd" | "local")[] | null;
  /**
   * What drives them; empty for all.
   * Default: [].
   */
  drives?: readonly ("battery" | "plug-in" | "hybrid" | "combustion")[] | null;
  /** The country where they were made; without it any. */
  origin?: string | null;
  /** Whether VAT falls on it; without it not on recycling and registration fees, and on all others. */
  inVat?: boolean | null;
  /** The first day in force. */
  from?: string | null;
  /** The last day in force. */
  until?: string | null;
}

/** What the page calls a country or territory. */
export interface CardName {
  /** The country or territory. */
  country: string;
  /** The language, as its tag begins: `zh`; without it every language. */
  language?: string | null;
  /** The name; 1 to 200 characters. */
  name: string;
}

/** A text of the page in one language. */
export interface CardText {
  /** The language, as its tag begins: `zh`; without it every language that has no text of its own. */
  language?: string | null;
  /** The text; 1 to 4,000 characters. */
  text: string;
}

/** A country or territory as the engine knows it. */
export interface CountryRow {
  /** ISO 3166-1 alpha-3. */
  alpha3: string;
  /** ISO 3166-1 alpha-2. */
  alpha2: string;
  /** The risk category, 0 to 7; null where there is none. */
  category: number | null;
  /** Why there is a category or none. */
  status: "classified" | "market-benchmark" | "not-reviewed" | "unclassified" | "not-listed";
  /** Our own score, 0 safe to 100; null where too little is known. */
  score: number | null;
}

/** One step of a working. */
export interface Step {
  /** The stable name in kebab case. */
  id: string;
  /** The symbol of what comes out. */
  symbol: string;
  /** The path in the quote of the number that this step gives. */
  output: string | null;
  /** The formula in symbols. */
  formula: string;
  /** The symbols with their values. */
  inputs: StepInput[];
  /** What comes out, as exact text. */
  value: string;
  /** Its unit. */
  unit: string;
  /** Where the formula or its coefficient stands. */
  source: string | null;
  /** The id of the table's edition. */
  edition: string | null;
  /** How good the source is. */
  grade: "official" | "agency" | "secondary" | "partner" | "assumption" | null;
}

/** A symbol of a formula, with its value. */
export interface StepInput {
  /** The symbol in the formula. */
  symbol: string;
  /** Its value, as exact text. */
  value: string;
  /** Its unit. */
  unit: string;
}

/** An input that gives the wanted output, as nearly as the input can be set. */
export interface SolveSolution {
  /** The input; of several that give the very same output the one with the fewest digits. */
  value: number;
  /** The output. */
  target: number;
  /** How much the output is above the wanted one. */
  residual: number;
  /** Whether it is exactly the wanted one. */
  exact: boolean;
  /** The first input around it that gives the same output. */
  from: number;
  /** The last one. */
  to: number;
  /** The nearest inputs below and above that are accepted and give another output. */
  neighbours: SolvePoint[];
}

/** An input with what comes of it. */
export interface SolvePoint {
  /** The input. */
  value: number;
  /** The output. */
  target: number;
}

/** Two neighbouring inputs between which the output jumps over the wanted one. */
export interface SolveJump {
  /** The lower input. */
  below: SolvePoint;
  /** The higher input. */
  above: SolvePoint;
}

/** Every product with its request and its quote. */
export interface Products {
  "export-credit": { request: ExportCreditRequest; quote: ExportCreditQuote };
  "export-credit-cover": { request: CoverRequest; quote: CoverQuote };
  "country-risk": { request: CountryRiskRequest; quote: CountryRiskQuote };
  "receivables": { request: ReceivablesRequest; quote: ReceivablesQuote };
  "floorplan": { request: FloorplanRequest; quote: FloorplanQuote };
  "retail": { request: RetailRequest; quote: RetailQuote };
  "settlement": { request: SettlementRequest; quote: TradeSettlementQuote };
  "captive": { request: CaptiveRequest; quote: CaptiveQuote };
  "investment-cover": { request: InvestmentRequest; quote: InvestmentQuote };
  "short-term-cover": { request: ShortTermCoverRequest; quote: ShortTermCoverQuote };
  "fund": { request: FundRequest; quote: FundQuote };
  "plant": { request: PlantRequest; quote: PlantQuote };
  "acquisition": { request: AcquisitionRequest; quote: AcquisitionQuote };
  "green": { request: GreenRequest; quote: GreenQuote };
  "fx-hedge": { request: FxHedgeRequest; quote: FxHedgeQuote };
  "portfolio": { request: PortfolioRequest; quote: PortfolioQuote };
  "landed-cost": { request: LandedCostRequest; quote: LandedCostQuote };
  "chain": { request: ChainRequest; quote: ChainQuote };
  "credit-access": { request: CreditAccessRequest; quote: CreditAccessQuote };
  "matching": { request: MatchingRequest; quote: MatchingQuote };
  "route": { request: RouteRequest; quote: RouteQuote };
  "loan": { request: LoanRequest; quote: LoanQuote };
  "cash-flow": { request: CashFlowRequest; quote: CashFlowQuote };
  "time-value": { request: TimeValueRequest; quote: TimeValueQuote };
  "year-fraction": { request: YearFractionRequest; quote: YearFractionQuote };
  "rounding": { request: RoundingRequest; quote: RoundingQuote };
  "risk-weight": { request: RiskWeightRequest; quote: RiskWeightQuote };
}
