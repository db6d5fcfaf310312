//! What comes out.

use std::sync::Arc;

use crate::document::Column;
use crate::explain::{Edition, Notice};
use crate::values::{Currency, Money};

crate::choice! {
    /// Where the money of a purchase comes from, or goes.
    pub enum AcquisitionItem {
        /// The price of the shares that are bought.
        Shares = "shares",
        /// Net debt of the company that is repaid.
        NetDebt = "net-debt",
        /// Costs of the purchase.
        TransactionCosts = "transaction-costs",
        /// Fees of lenders.
        LenderFees = "lender-fees",
        /// Cash that is put in.
        Cash = "cash",
        /// The company's own cash.
        TargetCash = "target-cash",
        /// The senior loan.
        Senior = "senior",
        /// The mezzanine loan.
        Mezzanine = "mezzanine",
        /// The buyer's shareholder loan.
        AcquirerLoan = "acquirer-loan",
        /// The partner's shareholder loan.
        PartnerLoan = "partner-loan",
        /// The buyer's equity.
        AcquirerEquity = "acquirer-equity",
        /// The partner's equity.
        PartnerEquity = "partner-equity",
    }
}

crate::record! {
    quote
    /// What a purchase costs, who pays, and what becomes of it.
    pub struct AcquisitionQuote {
        /// The currency of all amounts.
        pub currency: Currency,
        /// The buyer's rate of return a year, effective; null where there is none.
        pub acquirer_return: Option<f64>,
        /// The partner's; null without a partner.
        pub partner_return: Option<f64>,
        /// That of all sponsors together.
        pub sponsors_return: Option<f64>,
        /// The whole company without its debt and cash.
        pub enterprise_value: Money,
        /// All shares.
        pub equity_value: Money,
        /// The enterprise value over EBITDA of the year before.
        pub entry_multiple: f64,
        /// The enterprise value over EBITDA with synergies at the sale.
        pub exit_multiple: f64,
        /// The enterprise value at the sale, of all shares.
        pub exit_value: Money,
        /// Everything that is paid at the closing.
        pub total_uses: Money,
        /// Both loans over EBITDA of the year before; of a part of the shares, over that part of it.
        pub opening_leverage: f64,
        /// Both loans over all that is paid.
        pub debt_share: f64,
        /// The senior loan over the price of the shares.
        pub loan_to_price: f64,
        /// The most that both loans are over EBITDA at any year's end.
        pub highest_leverage: f64,
        /// The least that EBITDA is over interest; null where nothing is due.
        pub least_interest_cover: Option<f64>,
        /// The least that cash available is over interest and principal due.
        pub least_cash_cover: Option<f64>,
        /// The part by which EBITDA may fall in the tightest year before a covenant is broken; below zero where one is. Null
        /// without covenants.
        pub least_headroom: Option<f64>,
        /// The years in which a covenant is broken.
        pub breach_years: Vec<u32>,
        /// The synergies a year at which the buyer has just the return that it asks for; 0 where it needs none; null where
        /// it asks for none, or no synergies give it.
        pub break_even_synergy: Option<f64>,
        /// What sponsors pay after the closing, because cash does not cover what is due.
        pub sponsor_support: Money,
        /// What lenders lack at the sale.
        pub unpaid_debt: Money,
        /// The buyer.
        pub acquirer: AcquisitionSponsorQuote,
        /// The partner.
        pub partner: Option<AcquisitionSponsorQuote>,
        /// What the money is for.
        pub uses: Vec<AcquisitionPart>,
        /// Where it comes from.
        pub sources: Vec<AcquisitionPart>,
        /// Year by year.
        pub course: AcquisitionCourse,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// One line of sources and uses.
    pub struct AcquisitionPart {
        /// What it is.
        pub item: AcquisitionItem,
        /// How much.
        pub amount: Money,
        /// Its part of all.
        pub share: f64,
        /// The amount over EBITDA of the year before.
        pub multiple: f64,
    }
}

crate::record! {
    quote
    /// What one sponsor pays and receives.
    pub struct AcquisitionSponsorQuote {
        /// Its part of the equity.
        pub equity_share: f64,
        /// What it pays, hedging included.
        pub paid_in: Money,
        /// What it receives.
        pub received: Money,
        /// What it receives over what it pays.
        pub money_multiple: Option<f64>,
        /// Its return a year in its own currency; null where that is not asked for.
        pub own_return: Option<f64>,
        /// What its flows are worth at the closing at the return that it asks for.
        pub value: Option<Money>,
    }
}

crate::record! {
    quote
    /// The years; the first row is the closing. Amounts are whole numbers of the currency's smallest unit.
    pub struct AcquisitionCourse {
        /// The day, as days since 1970-01-01.
        pub dates: Column<i32>,
        /// EBITDA without synergies; in the first row that of the year before.
        pub ebitda: Column<f64>,
        /// What synergies add.
        pub synergies: Column<f64>,
        /// What it costs to get them.
        pub synergy_costs: Column<f64>,
        /// Capital expenditure.
        pub capital_expenditure: Column<f64>,
        /// What working capital takes; below zero what it gives back.
        pub working_capital_change: Column<f64>,
        /// Tax.
        pub tax: Column<f64>,
        /// Interest on net debt that stays.
        pub net_debt_interest: Column<f64>,
        /// Cash available for debt service: the acquired part of what the company has left.
        pub cash_available: Column<f64>,
        /// Interest, hedging and cover of the senior loan.
        pub senior_interest: Column<f64>,
        /// Senior principal that is due.
        pub senior_principal: Column<f64>,
        /// Senior principal that is repaid before its time.
        pub senior_prepaid: Column<f64>,
        /// What is owed of the senior loan, before what the sale repays.
        pub senior_closing: Column<f64>,
        /// Interest, hedging and cover of the mezzanine loan that are paid.
        pub mezzanine_interest: Column<f64>,
        /// Mezzanine principal that is due.
        pub mezzanine_principal: Column<f64>,
        /// Mezzanine principal that is repaid before its time.
        pub mezzanine_prepaid: Column<f64>,
        /// What is owed of the mezzanine loan, interest that is added among it, before what the sale repays.
        pub mezzanine_closing: Column<f64>,
        /// Shareholder loans with their interest, before what the sale repays.
        pub shareholder_loans: Column<f64>,
        /// Cash, before the sale.
        pub cash: Column<f64>,
        /// What sponsors pay after the closing.
        pub support: Column<f64>,
        /// What is paid out to sponsors, without the sale.
        pub dividends: Column<f64>,
        /// What the sale leaves to sponsors.
        pub sale: Column<f64>,
        /// Both loans over EBITDA with synergies.
        pub leverage: Column<f64>,
        /// EBITDA with synergies over interest; 0 where nothing is due.
        pub interest_cover: Column<f64>,
        /// Cash available over interest and principal due; 0 where nothing is due.
        pub cash_cover: Column<f64>,
        /// The part by which EBITDA may fall before a covenant is broken; 0 without covenants.
        pub headroom: Column<f64>,
        /// What the buyer receives, paid below zero.
        pub acquirer_flow: Column<f64>,
        /// What the partner receives, paid below zero.
        pub partner_flow: Column<f64>,
    }
}
