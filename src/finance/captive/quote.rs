//! What comes out.

use std::sync::Arc;

use crate::document::Column;
use crate::explain::{Edition, Notice};
use crate::values::{Currency, Money};

crate::record! {
    quote
    /// What becomes of the company.
    pub struct CaptiveQuote {
        /// The company's currency: that of all amounts, but for the columns of products and sources, which have their own.
        pub currency: Currency,
        /// The owners' rate of return a year, effective: what they pay in, what is paid out, and the equity at the end at its
        /// book value. Null where there is none.
        pub equity_return: Option<f64>,
        /// What the same flows are worth at the start, at the cost of equity; null without one.
        pub value: Option<Money>,
        /// Capital paid in, at the start and later.
        pub capital_needed: Money,
        /// Profits after tax, together.
        pub total_profit: Money,
        /// Dividends, together.
        pub dividends: Money,
        /// The equity at the end.
        pub closing_equity: Money,
        /// The first month with a profit after tax.
        pub first_profit_month: Option<u32>,
        /// The first month at whose end all profits so far, losses deducted, are above zero.
        pub break_even_month: Option<u32>,
        /// The largest book: performing and defaulted contracts at the end of a month.
        pub peak_book: Money,
        /// The most that is owed to lenders at the end of a month.
        pub peak_funding: Money,
        /// The first month in which it is.
        pub peak_funding_month: Option<u32>,
        /// The same company without any cover; null where there is none.
        pub without_cover: Option<CaptiveWithoutCover>,
        /// Year by year.
        pub years: Vec<CaptiveYear>,
        /// What is due and what is repriced when, of the assets and of the funding that stand at the end of `gapMonth`.
        pub gaps: Vec<CaptiveGap>,
        /// The month of the gaps.
        pub gap_month: u32,
        /// The balance sheet at each month's end.
        pub balance: CaptiveBalance,
        /// The profit and loss account of each month.
        pub income: CaptiveIncome,
        /// The cash flow of each month.
        pub cash_flow: CaptiveCash,
        /// Loans month by month, in their currency.
        pub loans: Option<CaptiveBook>,
        /// Loans with a balloon, likewise.
        pub balloons: Option<CaptiveBook>,
        /// Leases, likewise.
        pub leases: Option<CaptiveBook>,
        /// Wholesale, likewise.
        pub wholesale: Option<CaptiveBook>,
        /// Money from the parent month by month, in its currency.
        pub parent: Option<CaptiveFunding>,
        /// Money from local banks, likewise.
        pub local_banks: Option<CaptiveFunding>,
        /// Money from securitisation, likewise.
        pub securitisation: Option<CaptiveFunding>,
        /// Money from bonds, likewise.
        pub bonds: Option<CaptiveFunding>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// What the company would be without any cover.
    pub struct CaptiveWithoutCover {
        /// The owners' rate of return a year.
        pub equity_return: Option<f64>,
        /// What their flows are worth at the start.
        pub value: Option<Money>,
        /// Capital paid in.
        pub capital_needed: Money,
        /// Profits after tax, together.
        pub total_profit: Money,
        /// The most that is owed to lenders at the end of a month.
        pub peak_funding: Money,
    }
}

crate::record! {
    quote
    /// One year.
    pub struct CaptiveYear {
        /// The year, from 1.
        pub year: u32,
        /// The book at its end: performing and defaulted contracts, before provisions.
        pub book: Money,
        /// What is owed to lenders at its end.
        pub funding: Money,
        /// The equity at its end.
        pub equity: Money,
        /// The profit after tax.
        pub profit: Money,
        /// Capital that is paid in.
        pub injected: Money,
        /// The dividend.
        pub dividend: Money,
        /// Interest and subvention earned, less interest paid, over the performing book at the beginning of each month, on
        /// the mean.
        pub net_interest_margin: Option<f64>,
        /// Operating costs over interest and subvention earned, less interest paid; null where that is not above zero.
        pub cost_to_income: Option<f64>,
        /// The profit over the total assets at the beginning of each month, on the mean.
        pub return_on_assets: Option<f64>,
        /// The profit over the equity at the beginning of each month, on the mean.
        pub return_on_equity: Option<f64>,
    }
}

crate::record! {
    quote
    /// One stretch of time after the month of the gaps. Cash and equity stand apart.
    pub struct CaptiveGap {
        /// The stretch ends so many months later; null: never. It begins where the one before it ends.
        pub until_months: Option<u32>,
        /// What of the performing book is expected to be repaid, prepaid or defaulted in it.
        pub assets_due: Money,
        /// What of the funding is repaid in it.
        pub funding_due: Money,
        /// Assets less funding.
        pub gap: Money,
        /// What of the performing book has its rate fixed until then: what floats stands in the first stretch.
        pub assets_repriced: Money,
        /// What of the funding has.
        pub funding_repriced: Money,
        /// Assets less funding.
        pub repricing_gap: Money,
    }
}

crate::record! {
    quote
    /// The balance sheet at each month's end. In every row `cash + performing + impaired − stageOne − stageTwo −
    /// stageThree − residualProvision = funding + deferred + equity`.
    pub struct CaptiveBalance {
        /// The months' ends.
        pub dates: Column<i32>,
        /// Cash.
        pub cash: Column<f64>,
        /// Performing contracts.
        pub performing: Column<f64>,
        /// Defaulted contracts that are not yet charged off (stage 3).
        pub impaired: Column<f64>,
        /// The provision of stage 1: losses of the next twelve months.
        pub stage_one: Column<f64>,
        /// The provision of stage 2: losses of all the time that is left.
        pub stage_two: Column<f64>,
        /// The provision of stage 3.
        pub stage_three: Column<f64>,
        /// The provision for residual values.
        pub residual_provision: Column<f64>,
        /// What is owed to lenders.
        pub funding: Column<f64>,
        /// The maker's subvention that is not yet earned.
        pub deferred: Column<f64>,
        /// The equity.
        pub equity: Column<f64>,
        /// The least equity of the local rule.
        pub required_equity: Column<f64>,
        /// What is owned less what is owed in the first foreign currency.
        pub foreign_position: Column<f64>,
        /// The same in the second.
        pub second_foreign_position: Column<f64>,
    }
}

crate::record! {
    quote
    /// The profit and loss account. In every row `profit = interest + subvention + cashInterest + exchange − fundingInterest −
    /// coverPremium − impairment − residual − costs − tax`.
    pub struct CaptiveIncome {
        /// Interest of contracts.
        pub interest: Column<f64>,
        /// Subvention that is earned.
        pub subvention: Column<f64>,
        /// Interest on cash.
        pub cash_interest: Column<f64>,
        /// Interest of the funding.
        pub funding_interest: Column<f64>,
        /// Premiums of covers.
        pub cover_premium: Column<f64>,
        /// What credit losses cost: the change of the provisions of the three stages, and what is charged off.
        pub impairment: Column<f64>,
        /// What residual values cost: the change of their provision, and what is lost.
        pub residual: Column<f64>,
        /// Operating costs.
        pub costs: Column<f64>,
        /// Gains less losses by exchange rates.
        pub exchange: Column<f64>,
        /// Tax.
        pub tax: Column<f64>,
        /// The profit after tax.
        pub profit: Column<f64>,
    }
}

crate::record! {
    quote
    /// The cash flow. In every row the sum of all, what is paid deducted, is the change of the cash.
    pub struct CaptiveCash {
        /// Paid out for new contracts.
        pub originated: Column<f64>,
        /// Principal that is received: instalments, balloons less what is lost on them, prepayments.
        pub collected: Column<f64>,
        /// Received for defaulted contracts, of cars and of covers.
        pub recovered: Column<f64>,
        /// Subvention that is received.
        pub subvention_received: Column<f64>,
        /// Interest received, on contracts and on cash.
        pub interest_received: Column<f64>,
        /// Paid: interest of the funding, premiums, costs, tax.
        pub expenses: Column<f64>,
        /// Drawn from lenders.
        pub drawn: Column<f64>,
        /// Repaid to lenders.
        pub repaid: Column<f64>,
        /// Capital that is paid in; what is paid in at the start is not in a row.
        pub injected: Column<f64>,
        /// The dividend.
        pub dividend: Column<f64>,
    }
}

crate::record! {
    quote
    /// One product month by month, in smallest units of its own currency. In every row `closing = closing of the row before +
    /// originated − scheduled − prepaid − defaulted`.
    pub struct CaptiveBook {
        /// Its currency.
        pub currency: Currency,
        /// The decimals of the currency's smallest unit.
        pub decimals: u32,
        /// What new contracts finance.
        pub originated: Column<f64>,
        /// Principal of instalments and balloons.
        pub scheduled: Column<f64>,
        /// Principal that is prepaid.
        pub prepaid: Column<f64>,
        /// What defaults.
        pub defaulted: Column<f64>,
        /// What is performing at the end.
        pub closing: Column<f64>,
        /// Interest.
        pub interest: Column<f64>,
        /// What is charged off, covers deducted.
        pub charged_off: Column<f64>,
        /// What covers pay.
        pub claims: Column<f64>,
    }
}

crate::record! {
    quote
    /// One source of money month by month, in smallest units of its own currency.
    pub struct CaptiveFunding {
        /// Its currency.
        pub currency: Currency,
        /// The decimals of the currency's smallest unit.
        pub decimals: u32,
        /// What is drawn.
        pub drawn: Column<f64>,
        /// What is repaid.
        pub repaid: Column<f64>,
        /// What is owed at the end.
        pub closing: Column<f64>,
        /// Interest.
        pub interest: Column<f64>,
    }
}
