//! What is asked of a fund and what comes out.

use std::sync::Arc;

use crate::calendar::{DayCount, Frequency};
use crate::document::{Column, OneOrMany};
use crate::explain::{Edition, Notice};
use crate::loan::Profile;
use crate::values::{Currency, Date, Money, Months, PositiveAmount, Rate, Share};

crate::choice! {
    /// Who gives the money of a tranche.
    pub enum Provider {
        /// A special fund of the state: for exports, for an industry.
        SpecialFund = "special-fund",
        /// A development or policy bank.
        DevelopmentBank = "development-bank",
        /// Commercial banks and bond investors.
        Commercial = "commercial",
        /// The company that the money is for, and its partners.
        Sponsor = "sponsor",
    }
}

impl Provider {
    /// Whether its money is the public's.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::SpecialFund | Self::DevelopmentBank)
    }
}

crate::choice! {
    /// The rate at which payments are discounted for a grant element.
    pub enum GrantRule {
        /// 5 %, one rate for all: the debt limits and the debt sustainability framework of the International Monetary Fund
        /// and the World Bank.
        Imf = "imf-world-bank",
        /// 9 %: official development assistance to least developed and other low-income countries.
        OecdLowIncome = "oecd-low-income",
        /// 7 %: to lower middle-income countries.
        OecdLowerMiddleIncome = "oecd-lower-middle-income",
        /// 6 %: to upper middle-income countries.
        OecdUpperMiddleIncome = "oecd-upper-middle-income",
    }
}

crate::record! {
    /// A fund that is put together from tranches with their own terms.
    pub struct FundRequest {
        /// The currency of all amounts.
        pub currency: Currency,
        /// The day on which all tranches are paid out.
        pub start: Date,
        /// The tranches.
        pub tranches: FundTranches,
        /// How often all of them are paid.
        pub frequency: Frequency = Frequency::SemiAnnual,
        /// How the days of interest are counted.
        pub day_count: DayCount = DayCount::Thirty360Us,
        /// Losses that are distributed, as fractions of the fund.
        pub loss_rates: Vec<Share> = Vec::new(),
        /// The rule that says at which rate the grant element is discounted.
        pub grant_rule: Option<GrantRule>,
        /// That rate itself, effective a year, in place of a rule.
        pub discount_rate: Option<Rate>,
    }
}

crate::record! {
    /// Tranches as columns: each column has one entry a tranche, or one for all.
    pub struct FundTranches {
        /// Who gives the money.
        pub providers: OneOrMany<Provider>,
        /// How much.
        pub amounts: Vec<PositiveAmount>,
        /// Interest a year; of a sponsor the return that it asks for.
        pub rates: OneOrMany<Rate>,
        /// Months until the last payment, a multiple of the months between payments.
        pub term_months: OneOrMany<Months>,
        /// The first of these months, in which interest only is paid.
        pub grace_months: OneOrMany<Months> = OneOrMany::one(Months::ZERO),
        /// How the principal comes back.
        pub profiles: OneOrMany<Profile> = OneOrMany::one(Profile::EqualPrincipal),
        /// The place in the order of loss, 1 bears first; tranches of one place share a loss by their amounts. Left out,
        /// losses go by the order of the list.
        pub loss_order: Vec<u32> = Vec::new(),
    }
}

crate::record! {
    quote
    /// What the fund costs, who it helps and who bears its losses.
    pub struct FundQuote {
        /// The currency of all amounts.
        pub currency: Currency,
        /// All tranches together.
        pub amount: Money,
        /// The rate of return a year of all flows of all tranches, effective: what the fund's money costs together.
        pub blended_rate: f64,
        /// The effective rates of the tranches, weighted by their amounts.
        pub cost_of_capital: f64,
        /// Money of special funds, development and policy banks.
        pub public_amount: Money,
        /// Money of commercial lenders and of sponsors.
        pub private_amount: Money,
        /// Private money for each unit of public money; null without public money.
        pub leverage: Option<f64>,
        /// The part of the fund that bears losses before the tranches that bear them last.
        pub first_loss_coverage: f64,
        /// The rate at which the grant element is discounted; null where none was asked for.
        pub discount_rate: Option<f64>,
        /// The grant element of the whole fund: what it gives beyond a loan at the discount rate, as a fraction. Below zero
        /// where its money is dearer.
        pub grant_element: Option<f64>,
        /// The same as money.
        pub grant: Option<Money>,
        /// Tranche by tranche.
        pub tranches: Vec<FundTranche>,
        /// The losses that are distributed.
        pub losses: FundLosses,
        /// What the fund pays, all tranches together.
        pub schedule: FundSchedule,
        /// The tables that this rests on.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// One tranche. Amounts in columns are whole numbers of the currency's smallest unit.
    pub struct FundTranche {
        /// Who gives the money.
        pub provider: Provider,
        /// How much.
        pub amount: Money,
        /// Its part of the fund.
        pub share: f64,
        /// Its rate of return a year, effective.
        pub effective_rate: f64,
        /// Interest in all.
        pub total_interest: Money,
        /// How long its principal is outstanding on average, in years.
        pub average_life_years: f64,
        /// The place in the order of loss; 1 bears first.
        pub loss_order: u32,
        /// The loss, as a part of the fund, from which on it bears any.
        pub attachment: f64,
        /// The loss, as a part of the fund, at which all of it is lost.
        pub detachment: f64,
        /// What its terms give beyond a loan at the discount rate, as a fraction.
        pub grant_element: Option<f64>,
        /// The same as money.
        pub grant: Option<Money>,
        /// What it bears of each loss.
        pub absorbed: Column<f64>,
    }
}

crate::record! {
    quote
    /// The losses as columns.
    pub struct FundLosses {
        /// The loss as a fraction of the fund.
        pub rates: Column<f64>,
        /// The loss, in whole numbers of the currency's smallest unit.
        pub loss: Column<f64>,
    }
}

crate::record! {
    quote
    /// What is owed and paid, all tranches together. Amounts are whole numbers of the currency's smallest unit.
    pub struct FundSchedule {
        /// When it is paid, as days since 1970-01-01.
        pub dates: Column<i32>,
        /// What is owed when the period begins.
        pub opening: Column<f64>,
        /// Interest.
        pub interest: Column<f64>,
        /// Principal.
        pub principal: Column<f64>,
        /// What is paid.
        pub payment: Column<f64>,
        /// What is owed when the period has ended.
        pub closing: Column<f64>,
    }
}
