//! What comes out.

use std::sync::Arc;

use crate::document::Column;
use crate::explain::{Edition, Notice};
use crate::values::{Currency, Money, PremiumRate};

crate::record! {
    quote
    /// What becomes of the plant. Amounts in columns are whole numbers of the currency's smallest unit; the first row is the
    /// start, each later one a year.
    pub struct PlantQuote {
        /// The currency of all amounts.
        pub currency: Currency,
        /// The sponsors' rate of return a year, effective: what they pay in, premiums of their cover and what is paid out.
        /// Null where there is none.
        pub equity_return: Option<f64>,
        /// The rate of return a year of the plant as if it had no debt, after tax. Null where there is none.
        pub project_return: Option<f64>,
        /// What the same cash is worth at the start, at the discount rate; null without one.
        pub project_value: Option<Money>,
        /// What the sponsors' flows are worth at the start, at the cost of equity; null without one.
        pub equity_value: Option<Money>,
        /// Years from the start until the plant without debt has earned what was spent; null where it never does.
        pub payback_years: Option<u32>,
        /// Vehicles a year with a complete ramp at which the project's value is nothing; null without a discount rate, or
        /// where there is no such number.
        pub break_even_volume: Option<f64>,
        /// What debt and equity pay until production begins: capital cost, fees, interest and reserve.
        pub total_uses: Money,
        /// The debt when production begins.
        pub debt_amount: Money,
        /// What sponsors pay until then.
        pub equity_amount: Money,
        /// The debt as a part of both; null where nothing is built.
        pub gearing: Option<f64>,
        /// The least debt service cover ratio: cash available over interest and principal due. Null without debt.
        pub minimum_dscr: Option<f64>,
        /// The mean of the ratios of all years in which something is due.
        pub average_dscr: Option<f64>,
        /// Loan life cover ratio: the cash available over the loan's life, discounted at its rate to the beginning of
        /// production, and the reserve account, over the debt.
        pub llcr: Option<f64>,
        /// The same without the reserve account.
        pub llcr_without_reserve: Option<f64>,
        /// Project life cover ratio: likewise over all years of production.
        pub plcr: Option<f64>,
        /// The same without the reserve account.
        pub plcr_without_reserve: Option<f64>,
        /// The debt that the cash can serve at the target cover ratio, sculpted; null without a target.
        pub debt_capacity: Option<Money>,
        /// The cover ratio to which payments are sculpted; null for other repayments.
        pub sculpted_dscr: Option<f64>,
        /// The years, counted from the start, in which sponsors are paid nothing: the ratio is below its limit, or something
        /// due is not paid.
        pub lock_up_years: Vec<u32>,
        /// The years in which the loan is in default.
        pub default_years: Vec<u32>,
        /// What sponsors pay beside their equity.
        pub sponsor_support: Money,
        /// What is owed at the end.
        pub unpaid_debt: Money,
        /// All that is paid out to sponsors.
        pub total_dividends: Money,
        /// The premium a year of the sponsors' cover, on the insured part of their equity; null without cover.
        pub premium_rate: Option<PremiumRate>,
        /// All premiums of that cover.
        pub total_premium: Option<Money>,
        /// Who pays for what, year by year.
        pub funding: PlantFunding,
        /// What is produced, earned and available; null where cash is given.
        pub production: Option<PlantProduction>,
        /// What lenders and sponsors get.
        pub debt_service: PlantDebtService,
        /// The balance sheet at each year's end; null where cash is given.
        pub balance: Option<PlantBalance>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// What is spent until production begins, and who pays.
    pub struct PlantFunding {
        /// The day, as days since 1970-01-01.
        pub dates: Column<i32>,
        /// Capital cost.
        pub capital_cost: Column<f64>,
        /// Fees of lenders.
        pub fees: Column<f64>,
        /// Interest that is added to the debt.
        pub construction_interest: Column<f64>,
        /// What is put into the reserve account.
        pub reserve_funded: Column<f64>,
        /// What is drawn of the debt, the interest that is added among it.
        pub drawn: Column<f64>,
        /// What sponsors pay.
        pub equity: Column<f64>,
    }
}

crate::record! {
    quote
    /// What is produced, and what becomes of it.
    pub struct PlantProduction {
        /// The day, as days since 1970-01-01.
        pub dates: Column<i32>,
        /// Vehicles.
        pub vehicles: Column<f64>,
        /// Vehicles over the capacity; over those of a complete ramp where no capacity is given.
        pub utilisation: Column<f64>,
        /// Sales.
        pub revenue: Column<f64>,
        /// Kits that are imported.
        pub kits: Column<f64>,
        /// Duty on them.
        pub duty: Column<f64>,
        /// Parts that are bought locally.
        pub local_parts: Column<f64>,
        /// Logistics.
        pub logistics: Column<f64>,
        /// Labour.
        pub labour: Column<f64>,
        /// Fixed costs.
        pub fixed_costs: Column<f64>,
        /// Earnings before interest, tax and depreciation.
        pub ebitda: Column<f64>,
        /// Depreciation; in the last year all that is left, less what plant and land bring.
        pub depreciation: Column<f64>,
        /// Tax.
        pub tax: Column<f64>,
        /// Profit after interest and tax.
        pub profit: Column<f64>,
        /// What working capital takes; below zero what it gives back.
        pub working_capital_change: Column<f64>,
        /// What is built after production has begun.
        pub later_capital_cost: Column<f64>,
    }
}

crate::record! {
    quote
    /// The cash and who gets it.
    pub struct PlantDebtService {
        /// The day, as days since 1970-01-01.
        pub dates: Column<i32>,
        /// Cash available for debt service.
        pub cash_available: Column<f64>,
        /// What is owed at the beginning of the year.
        pub opening: Column<f64>,
        /// Interest that is due.
        pub interest: Column<f64>,
        /// Principal that is paid as it is due; below zero where interest is added to the debt.
        pub principal: Column<f64>,
        /// What is repaid before its time.
        pub prepaid: Column<f64>,
        /// What is owed at the end of the year.
        pub closing: Column<f64>,
        /// Interest and principal that are due.
        pub service: Column<f64>,
        /// Cash available over what is due; 0 where nothing is due.
        pub dscr: Column<f64>,
        /// What was due and is not paid.
        pub unpaid: Column<f64>,
        /// The reserve account at the end of the year.
        pub reserve: Column<f64>,
        /// What sponsors pay beside their equity.
        pub support: Column<f64>,
        /// What is paid out to sponsors.
        pub dividends: Column<f64>,
        /// Cash that is kept.
        pub cash: Column<f64>,
        /// The premium of the sponsors' cover for the year that begins.
        pub premium: Column<f64>,
    }
}

crate::record! {
    quote
    /// What the plant owns and owes.
    pub struct PlantBalance {
        /// The day, as days since 1970-01-01.
        pub dates: Column<i32>,
        /// Plant and land at their book value, with fees and interest until production began.
        pub fixed_assets: Column<f64>,
        /// What buyers owe and what lies in stock, less what suppliers are owed.
        pub working_capital: Column<f64>,
        /// The reserve account.
        pub reserve: Column<f64>,
        /// Cash.
        pub cash: Column<f64>,
        /// What is owed to lenders.
        pub debt: Column<f64>,
        /// What belongs to sponsors: what they have paid in and what was earned, less what was paid out.
        pub equity: Column<f64>,
    }
}
