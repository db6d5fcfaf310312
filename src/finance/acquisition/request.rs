//! What is asked for.

use rust_decimal::Decimal;

use crate::values::{Amount, Currency, Date, PositiveAmount, Rate, Share};

crate::choice! {
    /// Chinese banks' rule on loans for mergers and acquisitions, by what is bought.
    pub enum AcquisitionRule {
        /// The buyer comes to control the target.
        ChinaControl = "china-control",
        /// The buyer takes a part and does not control it.
        ChinaMinority = "china-minority",
    }
}

crate::record! {
    /// The purchase of a company, year by year until it is sold again. Everything of a year happens at its end.
    pub struct AcquisitionRequest {
        /// The currency of all amounts.
        pub currency: Currency,
        /// The day on which the purchase closes.
        pub start: Date,
        /// Years until the sale, 1 to 15.
        pub years: u32,
        /// The price of the whole company without its debt and cash. Give this or the equity's price.
        pub enterprise_value: Option<PositiveAmount>,
        /// The price of all shares.
        pub equity_value: Option<PositiveAmount>,
        /// The company's debt less its cash; below zero where it has more cash.
        pub net_debt: Decimal = Decimal::ZERO,
        /// Whether net debt is repaid at the closing. Otherwise it stays as it is, and the company pays its interest.
        pub refinanced: bool = false,
        /// Interest a year on net debt that stays.
        pub net_debt_rate: Rate = Rate::ZERO,
        /// The part of the shares that is bought.
        pub acquired_share: Share = Share::ONE,
        /// Earnings before interest, tax and depreciation in the year before the closing.
        pub ebitda: PositiveAmount,
        /// How they grow, year by year; the last one holds on.
        pub ebitda_growth: Vec<Rate> = Vec::new(),
        /// Capital expenditure, as a part of EBITDA.
        pub capital_expenditure: Share = Share::ZERO,
        /// Depreciation, likewise.
        pub depreciation: Share = Share::ZERO,
        /// What working capital takes of a change of EBITDA.
        pub working_capital: Share = Share::ZERO,
        /// Tax on profits; losses are carried forward without end.
        pub tax_rate: Share = Share::ZERO,
        /// The part of the interest on loans for the purchase that lowers the tax; without it all of it where more than half
        /// of the shares is bought, and nothing where less is.
        pub interest_deductible: Option<Share>,
        /// What the buyer and the company gain from each other.
        pub synergies: Option<AcquisitionSynergies>,
        /// Costs of the purchase, as a part of the price that is paid.
        pub transaction_costs: Share = Share::ZERO,
        /// Cash that is put in at the closing and held.
        pub minimum_cash: Amount = Amount::ZERO,
        /// The senior loan.
        pub senior: Option<AcquisitionLoan>,
        /// The mezzanine loan.
        pub mezzanine: Option<AcquisitionLoan>,
        /// The buyer.
        pub acquirer: AcquisitionSponsor,
        /// Who buys beside it.
        pub partner: Option<AcquisitionSponsor>,
        /// The part of what is left each year, above the cash that is held, that is paid out.
        pub payout: Share = Share::ZERO,
        /// The enterprise value at the sale over the last year's EBITDA with synergies; without it that of the purchase.
        pub exit_multiple: Option<Decimal>,
        /// The most that both loans may be over EBITDA at a year's end.
        pub maximum_leverage: Option<Decimal>,
        /// The least that EBITDA may be over interest.
        pub minimum_interest_cover: Option<Decimal>,
        /// The least that cash available may be over interest and principal due.
        pub minimum_cash_cover: Option<Decimal>,
        /// Checks the senior loan against Chinese banks' rule.
        pub rule: Option<AcquisitionRule>,
        /// The part of the shares that the buyer held before.
        pub held_before: Share = Share::ZERO,
    }
}

crate::record! {
    /// What is gained together.
    pub struct AcquisitionSynergies {
        /// What they add to EBITDA a year when all are there.
        pub amount: Amount,
        /// The part of it that is there, year by year; the last one holds on.
        pub ramp: Vec<Share> = vec![Share::ONE],
        /// What it costs to get them, year by year; nothing after the last.
        pub costs: Vec<Amount> = Vec::new(),
    }
}

crate::record! {
    /// A loan for the purchase.
    pub struct AcquisitionLoan {
        /// The amount. Give this or the leverage.
        pub amount: Option<PositiveAmount>,
        /// The amount over EBITDA.
        pub leverage: Option<Decimal>,
        /// The base rate a year.
        pub base_rate: Rate,
        /// The margin a year.
        pub margin: Rate = Rate::ZERO,
        /// Interest a year that is added to the loan instead of being paid.
        pub added_interest: Rate = Rate::ZERO,
        /// What hedging rate and currency costs a year, on what is owed.
        pub hedging_cost: Rate = Rate::ZERO,
        /// The premium a year of a cover of the loan, on what is owed.
        pub cover_premium: Rate = Rate::ZERO,
        /// What the lenders are paid at the closing, as a part of the loan.
        pub fee: Share = Share::ZERO,
        /// Years until all is repaid, 1 to 30.
        pub term_years: u32,
        /// The part of the loan that is repaid, year by year; what is left is repaid at the end.
        pub amortisation: Vec<Share> = Vec::new(),
        /// The part of what is left each year, above the cash that is held, that repays it before its time.
        pub sweep: Share = Share::ZERO,
    }
}

crate::record! {
    /// Who owns the company after the purchase.
    pub struct AcquisitionSponsor {
        /// Its part of the equity; of two sponsors one may be left out and takes the rest.
        pub equity_share: Option<Share>,
        /// What it lends instead of paying it in as equity.
        pub shareholder_loan: Amount = Amount::ZERO,
        /// Interest a year on that loan; it is added to it and paid with the sale.
        pub loan_rate: Rate = Rate::ZERO,
        /// What hedging its investment costs it a year, as a part of what it has paid in at the closing.
        pub hedging_cost: Rate = Rate::ZERO,
        /// How the currency of the purchase changes a year against its own; for its return in that.
        pub currency_change: Option<Rate>,
        /// The return a year that it asks for, effective; for the value of its flows and the break-even synergy.
        pub required_return: Option<Rate>,
    }
}
