//! What is asked for.

use crate::cash_flow::apr::AprRule;
use crate::loan::{BalloonPayment, Instalments, SettlementMethod};
use crate::values::{Amount, CountryCode, Currency, Date, PositiveAmount, Rate, Rounding, Share};

crate::choice! {
    /// How a car is financed.
    pub enum RetailAgreement {
        /// Level payments; the buyer owns the car.
        Loan = "loan",
        /// Lower payments and a large last one, often guaranteed as the car's future value. *Also known as* PCP.
        Balloon = "balloon",
        /// Level payments; the buyer becomes the owner with the last one.
        HirePurchase = "hire-purchase",
        /// Payments for the use of the car, which goes back at the end.
        Lease = "lease",
    }
}

crate::record! {
    /// A car that its buyer pays over time.
    pub struct RetailRequest {
        /// The kind of contract.
        pub agreement: RetailAgreement = RetailAgreement::Loan,
        /// Where the buyer lives: whose annual percentage rate is told. Members of the European Union, the United Kingdom
        /// and the United States have one here; elsewhere the effective rate is told.
        pub country: Option<CountryCode>,
        /// The rule of the annual percentage rate, in place of the country's.
        pub apr_rule: Option<AprRule>,
        /// The currency of all amounts.
        pub currency: Currency,
        /// The cash price of the car, tax included unless `priceTax` adds it.
        pub price: PositiveAmount,
        /// A tax on the price that is financed with it, as a share of the price.
        pub price_tax: Share = Share::ZERO,
        /// What the buyer pays at once, an old car in part exchange included.
        pub deposit: Amount = Amount::ZERO,
        /// What the maker gives towards the deposit.
        pub maker_contribution: Amount = Amount::ZERO,
        /// What the dealer gives towards the deposit.
        pub dealer_contribution: Amount = Amount::ZERO,
        /// The day on which the contract begins.
        pub start: Date,
        /// Months until the last payment, or until a leased car goes back.
        pub months: Instalments,
        /// The day of the first payment, where it is not a month after the start.
        pub first_payment: Option<Date>,
        /// Payments that are made at the start; the others follow month by month. One for a lease where it is not given,
        /// else none.
        pub advance_payments: Option<u32>,
        /// Interest a year as a fraction, twelve months of a twelfth. One of `rate`, `moneyFactor` and `payment` is given.
        pub rate: Option<Rate>,
        /// A lease's money factor: 24 of it are about the rate a year.
        pub money_factor: Option<Rate>,
        /// The monthly payment that is quoted, without tax, insurance and fees: the rate is found.
        pub payment: Option<PositiveAmount>,
        /// The balloon, or the residual value of a lease.
        pub final_value: Amount = Amount::ZERO,
        /// Whether the balloon is paid beside the last payment or in its place, a month after the one before it.
        pub final_payment: BalloonPayment = BalloonPayment::Beside,
        /// What the contract costs beside interest.
        pub fees: Option<RetailFees>,
        /// Insurance that is sold with it.
        pub insurance: Option<RetailInsurance>,
        /// A tax on each payment, as a share of it.
        pub payment_tax: Share = Share::ZERO,
        /// What the lessee leaves as security and gets back at the end.
        pub security_deposit: Amount = Amount::ZERO,
        /// Who pays for a rate below the usual one.
        pub subvention: Option<Subvention>,
        /// What the car is worth over time.
        pub value: Option<VehicleValue>,
        /// The buyer may stop paying.
        pub risk: Option<RetailRisk>,
        /// The contract is settled early.
        pub settlement: Option<RetailSettlement>,
        /// How interest and payments become whole cents (or the currency's smallest unit).
        pub rounding: Rounding = Rounding::MidpointAwayFromZero,
        /// To how many decimals amounts are kept, 0 to 6, where not to the currency's own.
        pub decimals: Option<u32>,
    }
}

crate::record! {
    /// What the contract costs beside interest.
    pub struct RetailFees {
        /// Paid at the start, in cash.
        pub at_start: Amount = Amount::ZERO,
        /// At the start, added to the credit.
        pub on_credit: Amount = Amount::ZERO,
        /// With the first monthly payment.
        pub with_first: Amount = Amount::ZERO,
        /// With each monthly payment.
        pub with_each: Amount = Amount::ZERO,
        /// At the end: the fee for the option to buy, or for taking a leased car back.
        pub with_last: Amount = Amount::ZERO,
    }
}

crate::record! {
    /// Insurance that is sold with the contract.
    pub struct RetailInsurance {
        /// A premium that is added to the credit.
        pub on_credit: Amount = Amount::ZERO,
        /// A premium with each monthly payment.
        pub monthly: Amount = Amount::ZERO,
        /// Whether there is no credit without it: then it counts in the annual percentage rate.
        pub required: bool = false,
    }
}

crate::record! {
    /// A rate below the usual one, and who pays the difference.
    pub struct Subvention {
        /// The rate a year that the lender would ask without support.
        pub standard_rate: Rate,
        /// The maker's part of the difference; the dealer bears the rest.
        pub maker_share: Share = Share::ONE,
    }
}

crate::record! {
    /// What the car is worth over time, as shares of its price: straight between the months, and level after the last.
    pub struct VehicleValue {
        /// Months after the start, ascending, from 0 or later; before the first the value falls straight from the price.
        pub months: Vec<u32>,
        /// The share of the price that is left, one for each month.
        pub shares: Vec<Share>,
    }
}

crate::record! {
    /// The buyer may stop paying.
    pub struct RetailRisk {
        /// The chance of default within a year, the same in each month.
        pub default_rate: Share,
        /// The part of what is owed that is then lost. Where it is not given: what the car does not bring.
        pub loss_given_default: Option<Share>,
        /// What selling the car costs, as a share of its value.
        pub sale_cost: Share = Share::ZERO,
    }
}

crate::record! {
    /// The contract is settled before its end.
    pub struct RetailSettlement {
        /// When.
        pub date: Date,
        /// How the interest that is saved is counted.
        pub method: SettlementMethod = SettlementMethod::Actuarial,
        /// The lender's charge, as a share of what is owed.
        pub fee: Share = Share::ZERO,
    }
}
