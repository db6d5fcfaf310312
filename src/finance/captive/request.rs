//! What is asked for.

use rust_decimal::Decimal;

use crate::values::{Amount, Currency, Date, PositiveAmount, Rate, Share};

crate::choice! {
    /// How the contracts of a captive come back.
    pub enum CaptiveProfile {
        /// Level instalments; with a balloon, what is then left is paid with the last.
        Annuity = "annuity",
        /// Equal parts of principal.
        EqualPrincipal = "equal-principal",
        /// All of the principal at the end, as a dealer pays when a car is sold.
        Bullet = "bullet",
    }
}

crate::record! {
    /// An overseas auto finance company, month by month. Everything of a month happens at its end: contracts that are
    /// made then bear interest from the next month on.
    pub struct CaptiveRequest {
        /// The company's own currency: that of its accounts, cash and costs.
        pub currency: Currency,
        /// The day on which the company begins; months are counted from it.
        pub start: Date,
        /// Years that are modelled, 1 to 15.
        pub years: u32,
        /// Retail loans in instalments.
        pub loans: Option<CaptiveProduct>,
        /// Retail loans with a balloon.
        pub balloons: Option<CaptiveProduct>,
        /// Finance leases.
        pub leases: Option<CaptiveProduct>,
        /// Wholesale: the dealers' stock.
        pub wholesale: Option<CaptiveProduct>,
        /// Money from the parent.
        pub parent: Option<CaptiveSource>,
        /// Money from local banks.
        pub local_banks: Option<CaptiveSource>,
        /// Money from securitisation.
        pub securitisation: Option<CaptiveSource>,
        /// Money from bonds.
        pub bonds: Option<CaptiveSource>,
        /// Reference rates a year of the own currency, year by year; the last one holds on. For what floats.
        pub reference_rates: Vec<Rate> = Vec::new(),
        /// A foreign currency in which something is lent or borrowed.
        pub foreign: Option<CaptiveCurrency>,
        /// A second one.
        pub second_foreign: Option<CaptiveCurrency>,
        /// Capital that is paid in at the start.
        pub initial_capital: Amount,
        /// The least equity, as a part of the risk-weighted book: the local rule. What is missing is paid in.
        pub capital_ratio: Share = Share::ZERO,
        /// The part of a year's profit that is paid out, as far as equity stays above its least.
        pub payout: Share = Share::ZERO,
        /// What the owners ask for a year, effective; without it no value can be told.
        pub cost_of_equity: Option<Rate>,
        /// Fixed costs a month, in the first year.
        pub fixed_costs: Amount = Amount::ZERO,
        /// How costs grow a year.
        pub cost_growth: Rate = Rate::ZERO,
        /// Tax on profits.
        pub tax_rate: Share = Share::ZERO,
        /// The least cash that is held.
        pub minimum_cash: Amount = Amount::ZERO,
        /// Interest on cash a year.
        pub cash_rate: Rate = Rate::ZERO,
        /// The month at whose end the gaps are told; without it the month of the largest funding.
        pub gap_month: Option<u32>,
    }
}

crate::record! {
    /// One kind of contract.
    pub struct CaptiveProduct {
        /// The currency; without it the company's.
        pub currency: Option<Currency>,
        /// Contracts that are made a month, year by year, up to 50,000; what is given beyond the years modelled waits. After
        /// the last that is given they grow.
        pub contracts: Vec<u32>,
        /// How contracts grow a year after the last that is given, rounded to whole ones.
        pub growth: Rate = Rate::ZERO,
        /// The first month in which contracts are made.
        pub from_month: u32 = 1,
        /// What one contract finances.
        pub contract_amount: PositiveAmount,
        /// How it comes back.
        pub profile: CaptiveProfile = CaptiveProfile::Annuity,
        /// Months of a contract, 1 to 180. Of a bullet: the months that a car stands in stock.
        pub term_months: u32,
        /// Interest a year, a twelfth of it each month; of what floats the margin over the reference rate.
        pub rate: Rate,
        /// Whether the rate is a margin over the reference rate. Not for annuities.
        pub floating_rate: bool = false,
        /// The balloon, as a part of what is financed.
        pub balloon: Share = Share::ZERO,
        /// The part of the balloon that is expected to be lost when the car comes back; a provision is built for it.
        pub residual_loss: Share = Share::ZERO,
        /// What the maker pays at the beginning, as a part of what is financed.
        pub subvention: Share = Share::ZERO,
        /// What is prepaid a year, as a part of what is owed; a twelfth of it each month.
        pub prepayment: Share = Share::ZERO,
        /// The chance of default a year; a twelfth of it each month.
        pub default_rate: Share = Share::ZERO,
        /// The part of a defaulted contract that is lost.
        pub loss_given_default: Share = Share::ONE,
        /// Months from default until the car is sold and the loss is charged off, 0 to 60.
        pub recovery_months: u32 = 0,
        /// The part of the performing book whose risk has risen significantly (stage 2).
        pub stage_two_share: Share = Share::ZERO,
        /// The risk weight.
        pub risk_weight: Share = Share::ONE,
        /// What making a contract costs, in the company's currency.
        pub acquisition_cost: Amount = Amount::ZERO,
        /// What a contract costs a month, in the company's currency.
        pub servicing_cost: Amount = Amount::ZERO,
        /// A guarantee or credit insurance that bears a part of the losses.
        pub cover: Option<CaptiveCover>,
    }
}

crate::record! {
    /// A guarantee or credit insurance on one kind of contract.
    pub struct CaptiveCover {
        /// The part of each loss that it pays, when the loss is charged off.
        pub covered_share: Share,
        /// Its premium a year on the performing book; a twelfth of it each month.
        pub annual_premium_rate: Share,
        /// The risk weight of the part that is covered.
        pub covered_risk_weight: Share = Share::ONE,
    }
}

crate::record! {
    /// One source of money. What is needed in a month is drawn from all by their shares.
    pub struct CaptiveSource {
        /// The currency; without it the company's.
        pub currency: Option<Currency>,
        /// Its part of what is drawn, measured by the sum of all sources' parts.
        pub funding_share: Share,
        /// The most that may be outstanding, in its own currency; what passes it goes to the next source with room.
        pub maximum_outstanding: Option<Amount>,
        /// Interest a year, a twelfth of it each month; of what floats the margin over the reference rate.
        pub rate: Rate,
        /// Whether the rate is a margin over the reference rate.
        pub floating_rate: bool = false,
        /// Months from a drawing to its repayment, 1 to 180.
        pub term_months: u32,
        /// Whether a drawing is repaid in equal monthly parts instead of at its end.
        pub amortising: bool = false,
    }
}

crate::record! {
    /// A foreign currency with its path.
    pub struct CaptiveCurrency {
        /// The currency.
        pub currency: Currency,
        /// What one unit of it is worth in the company's currency: at the start, and at the end of each year; straight in
        /// between, and the last one holds on.
        pub exchange_rates: Vec<Decimal>,
        /// Reference rates a year, year by year; the last one holds on. For what floats.
        pub reference_rates: Vec<Rate> = Vec::new(),
    }
}
