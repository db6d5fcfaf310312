//! What is asked for and what comes out.

use std::sync::Arc;

use crate::cover::Refusal;
use crate::document::{Column, OneOrMany};
use crate::explain::{Edition, Grade, Notice};
use crate::values::{Amount, CountryCode, Currency, Date, Money, PremiumRate, Rate, Share};

crate::choice! {
    /// Whose rules price the cover of an investment.
    pub enum InvestmentRules {
        /// The investment guarantees of the Federal Republic of Germany.
        DeFederal = "de-federal-investment",
        /// The Multilateral Investment Guarantee Agency's average.
        MigaAverage = "miga-average",
        /// The lower end of the range of its small investment package.
        MigaSmallFrom = "miga-small-from",
        /// The upper end of that range.
        MigaSmallTo = "miga-small-to",
        /// The given rate, and for standby amounts a quarter of it, as in the United Kingdom.
        UkStandbyQuarter = "uk-standby-quarter",
        /// The given rates.
        Given = "given",
        /// In a request: every rule set that applies, in this order; those that don't are told in a notice.
        Every = "every",
    }
}

crate::record! {
    /// An investment abroad, to be covered against political risk.
    pub struct InvestmentRequest {
        /// The host country or territory. It changes no price here: no rule set prints one by country.
        pub country: Option<CountryCode>,
        /// The currency of all amounts.
        pub currency: Currency,
        /// Equity to be covered, all of it.
        pub equity: Amount = Amount::ZERO,
        /// Shareholder loans to be covered, all of them.
        pub shareholder_loans: Amount = Amount::ZERO,
        /// Returns to be covered, a year.
        pub returns: Amount = Amount::ZERO,
        /// The first day of the cover.
        pub start: Date,
        /// Years of the cover, 1 to 20.
        pub holding_years: u32,
        /// The part of the investment that has been made at the beginning of each year, never falling; the last one holds
        /// on. What is missing is on standby.
        pub contributed: Vec<Share> = vec![Share::ONE],
        /// The part of the loans that has been repaid by the beginning of each year, never falling; the last one holds on.
        /// What is left is repaid with the end of the cover.
        pub loans_repaid: Vec<Share> = Vec::new(),
        /// The perils that are covered.
        pub perils: Perils = Perils::ALL,
        /// The insured share of a loss on equity.
        pub equity_cover: Share = Share::percent(90),
        /// The insured share of a loss on shareholder loans and returns.
        pub loan_cover: Share = Share::percent(95),
        /// Whose rules; of several the first is answered in full and the others beside it.
        pub rules: OneOrMany<InvestmentRules> = OneOrMany::one(InvestmentRules::DeFederal),
        /// Whether the host country holds over 20 % of the German cover volume.
        pub large_host_share: bool = false,
        /// The premium a year on what has been invested, for `given` and `uk-standby-quarter`.
        pub premium_rate: Option<PremiumRate>,
        /// The premium a year on standby amounts, for `given`.
        pub standby_rate: Option<PremiumRate>,
        /// What the investor expects to receive at the end of each year, as a fraction of what has been invested by its
        /// beginning. Without it no return can be told.
        pub expected_return: Option<Rate>,
        /// What the equity is worth at the end; without it what was paid in.
        pub exit_value: Option<Amount>,
        /// The rate a year at which premiums are discounted, effective.
        pub discount_rate: Option<Rate>,
        /// The year at whose end the losses of `events` happen, 1 to the years of the cover.
        pub event_year: u32 = 1,
        /// The day as of which the table is looked at: older than a year it then gives a notice.
        pub valuation_date: Option<Date>,
    }
}

crate::record! {
    /// The perils that are covered.
    pub struct Perils {
        /// Money can't be converted or transferred out of the country.
        pub transfer: bool = true,
        /// The state takes the investment or what it is worth.
        pub expropriation: bool = true,
        /// War, civil disturbance, terror.
        pub war: bool = true,
        /// The state breaks a contract or denies justice.
        pub breach_of_contract: bool = true,
    }
}

impl Perils {
    /// All four.
    pub const ALL: Self = Self { transfer: true, expropriation: true, war: true, breach_of_contract: true };
}

crate::choice! {
    /// A peril.
    pub enum Peril {
        /// Money can't be converted or transferred out of the country.
        Transfer = "transfer",
        /// The state takes the investment or what it is worth.
        Expropriation = "expropriation",
        /// War, civil disturbance, terror.
        War = "war",
        /// The state breaks a contract or denies justice.
        BreachOfContract = "breach-of-contract",
    }
}

crate::record! {
    quote
    /// What the cover of an investment costs and pays.
    pub struct InvestmentQuote {
        /// The host country or territory.
        pub country: Option<CountryCode>,
        /// The rule set; where every one was asked for, the first that applies.
        pub rules: InvestmentRules,
        /// The currency of all amounts, but for the handling fee.
        pub currency: Currency,
        /// The most that is covered in any year: equity, loans and a year's returns.
        pub maximum_amount: Money,
        /// The premium a year as a fraction of what has been invested (of the insured part of it, where the rule counts
        /// so); exact.
        pub premium_rate: PremiumRate,
        /// The premium of the first year.
        pub premium: Money,
        /// All premiums.
        pub total_premium: Money,
        /// All premiums, discounted to the first day; null without a discount rate.
        pub present_value: Option<Money>,
        /// The handling fee of the German rules, once, in euros; null where there is none or it is not known.
        pub handling_fee: Option<Money>,
        /// The investor's rate of return a year without cover; null without an expected return.
        pub return_before: Option<f64>,
        /// The same after premiums and fee.
        pub return_after: Option<f64>,
        /// What the cover takes from the return.
        pub return_taken: Option<f64>,
        /// How good the source is.
        pub grade: Grade,
        /// Year by year.
        pub schedule: InvestmentSchedule,
        /// What a total loss at the end of the chosen year would bring, peril by peril.
        pub events: Vec<InvestmentEvent>,
        /// The other rule sets that were asked for, for the same investment.
        pub others: Vec<OtherInvestmentRules>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// The years of the cover as columns. Amounts are whole numbers of the currency's smallest unit.
    pub struct InvestmentSchedule {
        /// The first day of each year, as days since 1970-01-01: when its premium is paid.
        pub dates: Column<i32>,
        /// What has been invested.
        pub current: Column<f64>,
        /// What is still to be invested.
        pub standby: Column<f64>,
        /// The returns that are covered.
        pub returns: Column<f64>,
        /// The premium.
        pub premium: Column<f64>,
    }
}

crate::record! {
    quote
    /// A total loss, and who bears it.
    pub struct InvestmentEvent {
        /// What happens.
        pub peril: Peril,
        /// Whether it is covered.
        pub covered: bool,
        /// The loss: what has been invested; where money can't be transferred, the year's covered returns too.
        pub loss: Money,
        /// What the cover pays.
        pub paid: Money,
        /// What stays with the investor.
        pub retained: Money,
    }
}

crate::record! {
    quote
    /// The price by another rule set, for the same investment; or why there is none.
    pub struct OtherInvestmentRules {
        /// The rule set.
        pub rules: InvestmentRules,
        /// The premium a year as a fraction; null where the rule set does not apply.
        pub premium_rate: Option<PremiumRate>,
        /// The premium of the first year.
        pub premium: Option<Money>,
        /// All premiums.
        pub total_premium: Option<Money>,
        /// All premiums, discounted to the first day.
        pub present_value: Option<Money>,
        /// The investor's rate of return a year after them.
        pub return_after: Option<f64>,
        /// How good the source is.
        pub grade: Option<Grade>,
        /// Why the rule set gives no price here.
        pub refusal: Option<Refusal>,
    }
}
