//! What a loan's quote consists of.

use std::sync::Arc;

use crate::calendar::Frequency;
use crate::document::Column;
use crate::explain::{Edition, Notice};
use crate::values::{Date, Money};

crate::record! {
    quote
    /// The schedule of a loan and what it costs.
    pub struct LoanQuote {
        /// The regular payment: the level one of an annuity, the first of equal principal (its largest), the first
        /// interest of a bullet. The last payment differs where rounding or a balloon make it.
        pub instalment: Money,
        /// The sum of the interest.
        pub total_interest: Money,
        /// The sum of the payments of interest and principal, prepaid principal included.
        pub total_paid: Money,
        /// The sum of the fees; null where none are asked for.
        pub total_fees: Option<Money>,
        /// Of those, what is paid when the loan starts; null where no fees are asked for.
        pub fees_at_start: Option<Money>,
        /// The sum of the tax on interest; null without one.
        pub total_tax: Option<Money>,
        /// What the borrower pays beyond what is drawn: interest, fees, and tax that is its own cost.
        pub total_cost: Money,
        /// The effective rate a year of all that the borrower receives and pays, fees and its own tax included, on
        /// the days on which it does: XIRR on ACT/365F.
        pub effective_rate: f64,
        /// The same as a nominal rate a year, compounded as often as instalments are paid.
        pub nominal_rate: f64,
        /// How often the nominal rate is compounded.
        pub compounding: Frequency,
        /// The effective rate a year of interest alone; null where there is no other cost.
        pub effective_rate_without_fees: Option<f64>,
        /// The annual percentage rate by the given rule, as a fraction and not rounded; null without a rule.
        pub apr: Option<f64>,
        /// The annual percentage rate rounded as the rule tells it; null without a rule.
        pub apr_disclosed: Option<f64>,
        /// Years until the principal is back, each part weighted by its amount: counted in instalments, or, where
        /// not all periods are regular or principal is prepaid, in days over 365 from the start.
        pub average_life_years: f64,
        /// What ends the loan early, where that is asked for.
        pub settlement: Option<SettlementQuote>,
        /// The schedule, one row an instalment.
        pub schedule: LoanSchedule,
        /// The rate a year of each row, when its period begins; null for a rate that never changes.
        pub rates: Option<Column<f64>>,
        /// The tables that this rests on: none.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know: `last-payment-differs`, `rule-of-78-barred`, `undrawn-lapses`.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// The rows of a loan as columns. Amounts are whole numbers of the currency's smallest unit. In every row `payment =
    /// interest + principal` and `closing = opening + drawn − principal − prepaid`, a column that is null counted as
    /// zero.
    pub struct LoanSchedule {
        /// When each row is paid, as days since 1970-01-01.
        pub dates: Column<i32>,
        /// What is owed when the period begins, with what is paid out on that day.
        pub opening: Column<f64>,
        /// The interest of the period.
        pub interest: Column<f64>,
        /// The part of the payment that lowers what is owed; negative where interest is added to it.
        pub principal: Column<f64>,
        /// What is paid: interest and principal.
        pub payment: Column<f64>,
        /// What is owed after the payment.
        pub closing: Column<f64>,
        /// What is paid out later in the period; null where nothing is.
        pub drawn: Option<Column<f64>>,
        /// Principal that is prepaid after the period has begun and until it ends; null without prepayments.
        pub prepaid: Option<Column<f64>>,
        /// Interest that is part of what is owed after the payment and bears none itself; null where there is none.
        pub carried: Option<Column<f64>>,
        /// Fees that are paid with the row; null without fees. Those of the start are no row's.
        pub fees: Option<Column<f64>>,
        /// Tax on the interest of the row; null without tax.
        pub tax: Option<Column<f64>>,
    }
}

crate::record! {
    quote
    /// What settles a loan early.
    pub struct SettlementQuote {
        /// The day.
        pub date: Date,
        /// What is paid on the day to end the loan: principal, interest and the charge.
        pub amount: Money,
        /// The principal in it; by the rule of 78, what the schedule owes.
        pub outstanding: Money,
        /// The charge in it.
        pub fee: Money,
        /// What the schedule's rows from that day on would pay.
        pub remaining_payments: Money,
        /// What settling saves of these, the charge apart.
        pub rebate: Money,
        /// The part of the whole interest that the periods begun before the day have earned, by the sum of digits;
        /// null for the actuarial method.
        pub earned_share: Option<f64>,
        /// Instalments paid before the day.
        pub instalments_paid: u32,
        /// The effective rate a year of the loan as it is settled, all of its costs included.
        pub effective_rate: f64,
    }
}
