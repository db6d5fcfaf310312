//! What is asked for.

use crate::cover::{Payment, RuleSet};
use crate::finance::{Goods, PremiumPayment, ReceivablesMethod};
use crate::reference::{ImportMode, VehicleDrive};
use crate::treasury::SettlementChannel;
use crate::values::{
    Amount, BuyerClass, CountryCode, Currency, Date, Months, PositiveAmount, PremiumRate, Rate, RatingGrade,
    RiskCategory, Share,
};

use super::super::landed_cost::VehicleMaker;

crate::record! {
    /// A model's whole way into a market, in one state: what the links share stands here once, and each link that is given adds
    /// its own terms. A year's programme.
    pub struct ChainRequest {
        /// The currency of all amounts but the hedge's.
        pub currency: Currency,
        /// The market: the buyers' country or territory.
        pub country: CountryCode,
        /// The country of maker and suppliers.
        pub origin: CountryCode,
        /// The day from which everything is counted.
        pub valuation_date: Date,
        /// Vehicles a year, 1 to 10,000,000.
        pub vehicles: u32,
        /// What the maker is paid for a vehicle.
        pub price: PositiveAmount,
        /// What it costs the maker, parts among it.
        pub factory_cost: PositiveAmount,
        /// The interest rate a year on which all margins of the links stand.
        pub base_rate: Rate,
        /// Days from the delivery of parts until the maker pays for them.
        pub parts_days: u32 = 0,
        /// Days from the delivery of parts until the vehicle leaves the works.
        pub production_days: u32 = 0,
        /// Days on the way to the market.
        pub shipping_days: u32 = 0,
        /// Days of credit, from arrival, that the maker gives to who imports.
        pub credit_days: u32 = 0,
        /// Days that a vehicle stands at the dealer.
        pub dealer_days: u32 = 0,
        /// Duties and costs on the way: with them dealers pay the landed cost and buyers the showroom price.
        pub landing: Option<ChainLanding>,
        /// How suppliers of parts have cash before the maker pays.
        pub suppliers: Option<ChainSuppliers>,
        /// The maker borrows what a vehicle has cost until it arrives.
        pub transit: Option<ChainTransit>,
        /// The maker insures its sales on credit.
        pub cover: Option<ChainCover>,
        /// The maker has cash for its sales on credit before they are paid.
        pub funding: Option<ChainFunding>,
        /// Operators buy on a credit over years: buses, trucks.
        pub credit: Option<ChainCredit>,
        /// How the maker is paid.
        pub payment: Option<ChainPayment>,
        /// The maker hedges what it will be paid.
        pub hedge: Option<ChainHedge>,
        /// Dealers borrow for their stock.
        pub dealers: Option<ChainDealers>,
        /// Buyers borrow for their cars.
        pub buyers: Option<ChainBuyers>,
        /// The maker insures its sales of service parts.
        pub service: Option<ChainService>,
    }
}

crate::record! {
    /// From the works to the showroom, as `landed-cost` counts it.
    pub struct ChainLanding {
        /// What drives the vehicle.
        pub drive: VehicleDrive,
        /// How it comes in.
        pub mode: ImportMode = ImportMode::BuiltUp,
        /// Whose duty against subsidies it bears.
        pub maker: Option<VehicleMaker>,
        /// Whether it qualifies under a trade agreement or a local commitment.
        pub preference: bool = false,
        /// Freight of a vehicle.
        pub freight: Amount = Amount::ZERO,
        /// Insurance on the way.
        pub insurance: Amount = Amount::ZERO,
        /// Clearance and the way to the dealer.
        pub clearance: Amount = Amount::ZERO,
        /// The customs duty in the place of the table's.
        pub duty_rate: Option<Rate>,
        /// Additional, countervailing and safeguard duties in the place of the table's.
        pub additional_duty_rate: Option<Rate>,
        /// VAT in the place of the table's.
        pub vat_rate: Option<Rate>,
        /// The dealer's margin as a fraction of the landed cost.
        pub dealer_margin: Share = Share::ZERO,
    }
}

crate::record! {
    /// Parts, as `receivables` counts them.
    pub struct ChainSuppliers {
        /// How.
        pub method: ReceivablesMethod = ReceivablesMethod::ReverseFactoring,
        /// Parts from suppliers, as a part of the factory cost.
        pub parts_share: Share,
        /// What is put on the base rate.
        pub margin: Rate = Rate::ZERO,
        /// The part that is advanced, for factoring and invoice discounting.
        pub advance_rate: Option<Share>,
        /// Days that a note runs, for the method note.
        pub note_days: Option<u32>,
        /// Commission as a fraction of the parts.
        pub commission: Share = Share::ZERO,
        /// Fees of the year.
        pub fee: Amount = Amount::ZERO,
    }
}

crate::record! {
    /// Vehicles that are built and on their way, as `floorplan` counts a stock: from the day on which parts are paid.
    pub struct ChainTransit {
        /// What is put on the base rate.
        pub margin: Rate = Rate::ZERO,
    }
}

crate::record! {
    /// Cover of the sales, as `short-term-cover` prices it.
    pub struct ChainCover {
        /// The insured part of a loss.
        pub insured_share: Share = Share::percent(90),
        /// How the buyers pay.
        pub payment: Payment = Payment::OpenAccount,
        /// The premium as a fraction of the turnover, in place of the grid's.
        pub premium_rate: Option<PremiumRate>,
        /// The least premium of a year.
        pub minimum_premium: Amount = Amount::ZERO,
        /// A category in place of the country's.
        pub category: Option<RiskCategory>,
        /// The chance a year that a buyer defaults: with it what is not insured is a cost too.
        pub default_rate: Option<Share>,
        /// The part of a defaulted claim that is lost.
        pub loss_given_default: Share = Share::ONE,
    }
}

crate::record! {
    /// Sales on credit made cash, as `receivables` counts the discounting of invoices.
    pub struct ChainFunding {
        /// What is put on the base rate.
        pub margin: Rate = Rate::ZERO,
        /// The part that is advanced.
        pub advance_rate: Share = Share::ONE,
        /// Commission as a fraction of the sales.
        pub commission: Share = Share::ZERO,
    }
}

crate::record! {
    /// A year's programme on one credit over years, as `export-credit` counts it.
    pub struct ChainCredit {
        /// What is sold.
        pub goods: Goods = Goods::Buses,
        /// The obligor's class. Give this or a rating.
        pub buyer: Option<BuyerClass>,
        /// The obligor's rating.
        pub rating: Option<RatingGrade>,
        /// Months in which vehicles are delivered.
        pub disbursement_months: Months = Months::of(12),
        /// Months of the repayment.
        pub repayment_months: Months,
        /// The part that is paid before the first delivery.
        pub down_payment: Share = Share::percent(15),
        /// What is put on the base rate.
        pub margin: Rate = Rate::ZERO,
        /// The rule set that prices the cover.
        pub rules: RuleSet = RuleSet::OecdMinimum,
        /// The covered share.
        pub insured_share: Share = Share::percent(95),
        /// When the premium is paid, and from what.
        pub premium_payment: PremiumPayment = PremiumPayment::Financed,
        /// The arrangement fee as a fraction of the credit.
        pub arrangement: Share = Share::ZERO,
    }
}

crate::record! {
    /// The payments of the year, as `settlement` counts one.
    pub struct ChainPayment {
        /// The way.
        pub channel: SettlementChannel = SettlementChannel::TelegraphicTransfer,
        /// How many payments a year, 1 to 100,000, of equal amounts.
        pub payments: u32 = 12,
        /// Fees of a payment as an amount. With this or `feeRate` no fee of the table counts.
        pub fixed_fees: Option<Amount>,
        /// Fees as a fraction of the amount.
        pub fee_rate: Option<Share>,
        /// What a conversion costs, as a fraction of the amount; left out, nothing is converted.
        pub spread: Option<Share>,
        /// Days from payment to money.
        pub days: Option<u32>,
        /// The chance a year that who owes does not pay.
        pub default_rate: Option<Share>,
        /// Days at risk.
        pub risk_days: Option<u32>,
        /// The part of the cost that the maker bears; the dealer bears the rest.
        pub maker_share: Share = Share::ONE,
    }
}

crate::record! {
    /// The year's sales sold forward, as `fx-hedge` counts one payment. The base rate is that of the deal's currency.
    pub struct ChainHedge {
        /// The maker's currency.
        pub home_currency: Currency,
        /// What one unit of the deal's currency is worth in it today.
        pub spot: f64,
        /// The interest rate of the maker's currency, a year.
        pub home_rate: Rate,
        /// The market's forward points; without them the forward is that of parity.
        pub forward_points: Option<f64>,
        /// The part that is hedged.
        pub hedged: Share = Share::ONE,
    }
}

crate::record! {
    /// A vehicle in a dealer's stock, as `floorplan` counts it.
    pub struct ChainDealers {
        /// What is put on the base rate.
        pub margin: Rate = Rate::ZERO,
        /// The part of the dealer's cost that is financed.
        pub advance_rate: Share = Share::ONE,
        /// Days at the beginning whose interest the maker pays.
        pub free_days: u32 = 0,
        /// A fee for each vehicle.
        pub unit_fee: Amount = Amount::ZERO,
        /// What the maker pays towards each vehicle's interest.
        pub support: Amount = Amount::ZERO,
    }
}

crate::record! {
    /// A car that is paid over time, as `retail` counts it.
    pub struct ChainBuyers {
        /// What a car costs the buyer, in place of the showroom price or the maker's.
        pub price: Option<PositiveAmount>,
        /// The part of the buyers that borrow.
        pub financed_share: Share = Share::ONE,
        /// What a buyer pays at once, as a part of the price.
        pub deposit_share: Share = Share::ZERO,
        /// Months of the loan.
        pub months: Months,
        /// What is put on the base rate.
        pub margin: Rate = Rate::ZERO,
        /// A rate below that, for which the maker pays.
        pub supported_rate: Option<Rate>,
        /// A fee at the start.
        pub fee: Amount = Amount::ZERO,
    }
}

crate::record! {
    /// Service parts, sold on credit and insured as `short-term-cover` prices it.
    pub struct ChainService {
        /// Parts sold a year for each vehicle of the programme.
        pub turnover_per_vehicle: PositiveAmount,
        /// Days of credit.
        pub credit_days: u32,
        /// The insured part of a loss.
        pub insured_share: Share = Share::percent(90),
        /// The premium as a fraction of the turnover, in place of the grid's.
        pub premium_rate: Option<PremiumRate>,
        /// The chance a year that a buyer defaults: with it what is not insured is a cost too.
        pub default_rate: Option<Share>,
    }
}
