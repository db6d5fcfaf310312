//! What comes out.

use std::sync::Arc;

use crate::cash_flow::apr::AprRule;
use crate::document::Column;
use crate::explain::{Edition, Notice};
use crate::loan::SettlementQuote;
use crate::values::{Money, Share};

crate::record! {
    quote
    /// What a car costs its buyer, and what its lender and its maker risk and pay.
    pub struct RetailQuote {
        /// The monthly payment, without tax, insurance and fees.
        pub payment: Money,
        /// The same with its tax, its insurance and the fee of each month.
        pub payment_in_all: Money,
        /// What is financed: price, tax, fees and insurance on credit, less deposit and contributions.
        pub amount_financed: Money,
        /// The last payment, without fees: the balloon, with the last monthly payment where it is beside it. Of a lease the
        /// last monthly payment.
        pub last_payment: Money,
        /// What the buyer pays on the first day: deposit, payments in advance with their tax, fees, security deposit.
        pub due_at_start: Money,
        /// Interest in all, or the rent charge of a lease.
        pub total_interest: Money,
        /// Fees in all, those on credit included.
        pub total_fees: Money,
        /// Tax on payments in all.
        pub total_tax: Money,
        /// All that the buyer pays, with deposit and contributions; the security deposit, which comes back, apart.
        pub total_payable: Money,
        /// The rate a year in the payments, twelve months of a twelfth, without fees: the given one, or the one that is found
        /// from a payment or a money factor.
        pub nominal_rate: f64,
        /// The effective rate a year of all that has to be paid for the credit, XIRR on ACT/365F. Null for a lease in the
        /// United States.
        pub effective_rate: Option<f64>,
        /// The annual percentage rate by the rule, not rounded; null without a rule, and for a lease in the United States.
        pub apr: Option<f64>,
        /// The annual percentage rate as the rule tells it.
        pub apr_disclosed: Option<f64>,
        /// The rule that was used.
        pub apr_rule: Option<AprRule>,
        /// Of a lease in the United States: the rate a year that its payments imply, which is no annual percentage rate.
        pub implied_lease_rate: Option<f64>,
        /// What the rate below the usual one and the contributions cost.
        pub subvention: Option<SubventionQuote>,
        /// Where what is owed and what the car is worth meet.
        pub equity: Option<EquityQuote>,
        /// Default rate times what is lost times what is owed, month by month, not discounted.
        pub expected_loss: Option<Money>,
        /// What the one who takes the car back loses if it is worth less than expected.
        pub residual_losses: Vec<ResidualLoss>,
        /// What settles the contract early.
        pub settlement: Option<SettlementQuote>,
        /// The schedule.
        pub schedule: RetailSchedule,
        /// The tables that this rests on: none.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know: `lease-rate-warning`, `no-apr-rule`, `lease-without-apr`, `rate-found`,
        /// `owes-more-than-value`, `rule-of-78-barred`.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// Who pays for a rate below the usual one, on the first day.
    pub struct SubventionQuote {
        /// What the payments are worth less at the usual rate than what is lent.
        pub rate_support: Money,
        /// The maker's cost: its part of that, and its contribution.
        pub maker_cost: Money,
        /// The dealer's.
        pub dealer_cost: Money,
        /// The maker's cost as a share of the price.
        pub maker_share_of_price: f64,
    }
}

crate::record! {
    quote
    /// What the car is worth against what is owed.
    pub struct EquityQuote {
        /// The least of value less debt; below zero the buyer owes more than the car brings.
        pub lowest: Money,
        /// The month after the start in which it is least.
        pub lowest_month: u32,
        /// The first month from which on the car is never worth less than the debt; null where there is none.
        pub positive_from_month: Option<u32>,
        /// Value less debt at the end, before the balloon is paid or the car goes back.
        pub at_end: Money,
    }
}

crate::record! {
    quote
    /// The loss on a car that comes back and is worth less than expected.
    pub struct ResidualLoss {
        /// By how much less, as a share of the expected value.
        pub fall: Share,
        /// What the car is then worth.
        pub value: Money,
        /// What of the balloon or residual value it does not bring.
        pub loss: Money,
    }
}

crate::record! {
    quote
    /// The contract month by month, from its start. Amounts are whole numbers of the currency's smallest unit. In every row
    /// `payment = interest + principal` and `closing = opening − principal`.
    pub struct RetailSchedule {
        /// The day.
        pub dates: Column<i32>,
        /// What is owed before the payment.
        pub opening: Column<f64>,
        /// Interest, or rent charge.
        pub interest: Column<f64>,
        /// The part of the payment that lowers what is owed.
        pub principal: Column<f64>,
        /// What is paid, balloon included; the residual value of a lease counts as paid with the car.
        pub payment: Column<f64>,
        /// What is owed after the payment.
        pub closing: Column<f64>,
        /// Fees, tax and insurance beside.
        pub charges: Column<f64>,
        /// What the car is worth; null where it is not told.
        pub vehicle_value: Option<Column<f64>>,
        /// Value less what is owed after the payment, in the last row before the balloon; null likewise.
        pub vehicle_equity: Option<Column<f64>>,
        /// The expected loss of the month; null without a default rate.
        pub month_loss: Option<Column<f64>>,
    }
}
