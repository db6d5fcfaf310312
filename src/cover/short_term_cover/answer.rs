use std::sync::Arc;

use rust_decimal::Decimal;

use super::request::Policy;
use crate::document::Column;
use crate::explain::{Edition, Notice};
use crate::values::{Currency, Money};

crate::record! {
    quote
    /// What short-term cover costs, what it pays and what stays with the seller.
    pub struct ShortTermCoverQuote {
        /// What the policy insures.
        pub policy: Policy,
        /// The currency of all amounts.
        pub currency: Currency,
        /// The turnover that premium is paid on.
        pub turnover: Money,
        /// The premium as a fraction of the turnover, when it is the same for all of it; exact.
        pub premium_rate: Option<Decimal>,
        /// The premium by rate over the turnover.
        pub average_rate: f64,
        /// The premium by rate: of each line rounded once, then added.
        pub premium_by_rate: Money,
        /// The premium for manufacturing risk, part of premiumByRate; null without it.
        pub pre_shipment_premium: Option<Money>,
        /// What is paid: the premium by rate, or the minimum.
        pub premium: Money,
        /// Whether the minimum is higher.
        pub minimum_binds: bool,
        /// The premium as a fraction of the turnover.
        pub share_of_turnover: f64,
        /// The premium as a fraction of the seller's margin; null without one.
        pub share_of_margin: Option<f64>,
        /// What buyers owe at a time on average: turnover · term / 365; of a single contract all of it.
        pub exposure: Money,
        /// What of it is inside the limits.
        pub insured_exposure: Money,
        /// The most that is paid in a year; null without a limit.
        pub maximum_liability: Option<Money>,
        /// What buyers are expected not to pay in a year; null without default rates.
        pub expected_loss: Option<Money>,
        /// What of it is expected to be insured, before first losses and limits of the year; null without default rates.
        pub expected_claims: Option<Money>,
        /// Expected claims over premium; null without default rates.
        pub loss_ratio: Option<f64>,
        /// The premium that expected claims, expenses and capital ask for; null without technical terms and default rates.
        pub technical_premium: Option<Money>,
        /// The loss of a year from which on the cover pays more than it costs; null where the most that is paid is less
        /// than the premium.
        pub break_even_loss: Option<Money>,
        /// That loss over what is insured and lost when all default: the default rate from which on cover pays.
        pub break_even_default_rate: Option<f64>,
        /// The declarations of the year.
        pub schedule: Declarations,
        /// The lines or buyers as columns, in their order.
        pub lines: LineColumns,
        /// Who bears what of the given losses; null without any.
        pub settlement: Option<ClaimsSettlement>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// Twelve months of declared turnover with their premium, in smallest units; of a single contract one row.
    pub struct Declarations {
        /// The last day of each month of the policy year, as days since 1970-01-01; empty without a start.
        pub dates: Column<i32>,
        /// What is declared.
        pub turnover: Column<f64>,
        /// The premium on it.
        pub premium: Column<f64>,
        /// The premium so far.
        pub cumulative: Column<f64>,
        /// What the minimum asks for at the end of the year.
        pub minimum_adjustment: Money,
    }
}

crate::record! {
    quote
    /// Lines or buyers as columns. Amounts are whole numbers of the smallest unit.
    pub struct LineColumns {
        /// The premium as a fraction of the turnover.
        pub rate: Column<f64>,
        /// The turnover.
        pub turnover: Column<f64>,
        /// The premium.
        pub premium: Column<f64>,
        /// What is owed at a time on average.
        pub exposure: Column<f64>,
        /// What of it is inside the limit.
        pub insured_exposure: Column<f64>,
        /// What is expected to be lost in a year; empty without default rates.
        pub expected_loss: Column<f64>,
    }
}

crate::record! {
    quote
    /// Losses through the terms of the policy, in this order: insured share, first loss of each, aggregate first loss,
    /// maximum liability, reinsurance. Columns are whole numbers of the smallest unit.
    pub struct ClaimsSettlement {
        /// When each is paid, as days since 1970-01-01; empty without due dates.
        pub dates: Column<i32>,
        /// What was lost.
        pub loss: Column<f64>,
        /// The insured part.
        pub insured: Column<f64>,
        /// What the first loss of each takes.
        pub first_loss: Column<f64>,
        /// What the aggregate first loss takes.
        pub aggregate_first_loss: Column<f64>,
        /// What is over the most that is paid in a year.
        pub over_maximum: Column<f64>,
        /// What is paid.
        pub paid: Column<f64>,
        /// The part of it that reinsurers bear.
        pub reinsured: Column<f64>,
        /// What stays with the seller.
        pub retained: Column<f64>,
        /// The sum of the losses.
        pub total_loss: Money,
        /// The sum of what is paid.
        pub total_paid: Money,
        /// The sum of what reinsurers bear.
        pub total_reinsured: Money,
        /// The sum of what stays with the seller.
        pub total_retained: Money,
        /// What is paid less the premium: above zero where the cover was worth it.
        pub net_of_premium: Money,
    }
}
