//! How an exporter sells the bills of its credit, and what comes out.

use crate::calendar::DayCount;
use crate::document::Column;
use crate::finance::Discounting;
use crate::values::{Amount, Date, Money, Rate, Share};

crate::record! {
    /// The sale of a supplier's credit: a bank buys the buyer's bills or notes without recourse. An exporter that keeps them
    /// gives its own cost of money as the rate, and sees what they are worth to it.
    pub struct Forfaiting {
        /// The rate a year at which the bills are discounted.
        pub discount_rate: Rate,
        /// How it becomes a discount.
        pub discounting: Discounting = Discounting::Straight,
        /// How days bear the discount and the commitment fee.
        pub day_count: DayCount = DayCount::Act360,
        /// Days after each due date for which the bank counts the discount as well, 0 to 365.
        pub grace_days: u32 = 0,
        /// Commission as a fraction of the bills that are sold.
        pub commission: Share = Share::ZERO,
        /// Fees as an amount.
        pub fee: Amount = Amount::ZERO,
        /// A year on the bills that are sold, for the time that the bank holds its offer before it buys them.
        pub commitment_fee: Share = Share::ZERO,
        /// Days of that time, 0 to 3650.
        pub commitment_days: u32 = 0,
    }
}

crate::record! {
    quote
    /// The exporter's side of a supplier's credit that is sold: what it gets, what that costs, and the price that makes it whole.
    pub struct SupplierQuote {
        /// The day on which the bills are sold: that of the last delivery.
        pub sale_date: Date,
        /// The bills, one for each day on which the buyer pays principal and interest.
        pub bills: SupplierBills,
        /// All bills together.
        pub face_value: Money,
        /// What the bank takes off for the time until they are due.
        pub discount_amount: Money,
        /// Commission, commitment fee and fees.
        pub charges: Money,
        /// What the bills bring: their face less discount and charges.
        pub proceeds: Money,
        /// Down payment and what the bills bring.
        pub cash_on_shipment: Money,
        /// The premium that the exporter pays itself: all of it where it bears it or adds it to the bills, nothing where the
        /// buyer gives the cash for it.
        pub premium_borne: Money,
        /// What the exporter has of its sale: down payment and what the bills bring, less its premium.
        pub net_proceeds: Money,
        /// Discount, charges and the premium that it pays.
        pub exporter_cost: Money,
        /// The same as a fraction of the contract value.
        pub cost_share: f64,
        /// What a buyer that pays on delivery would pay: contract value and local costs.
        pub cash_price: Money,
        /// What the net proceeds lack of the cash price; negative where interest in the bills brings more than all of it costs.
        pub shortfall: Money,
        /// What the cash costs a year, premium and charges counted: effective, by XIRR over the cash on the day of the sale and
        /// the bills that are given for it. Null where nothing is left of them.
        pub effective_rate: Option<f64>,
        /// By how much the contract value would have to be higher for the net proceeds to be the cash price of today's;
        /// negative where it could be lower, null where no price does it.
        pub price_rise: Option<Money>,
        /// The same as a fraction of the contract value.
        pub price_rise_share: Option<f64>,
    }
}

crate::record! {
    quote
    /// The bills in order. All columns but the days are in the currency's smallest units.
    pub struct SupplierBills {
        /// The days on which they are due.
        pub dates: Column<i32>,
        /// What the buyer pays of each: principal and interest.
        pub face: Column<f64>,
        /// What the bank takes off; nothing of a bill that is due by the day of the sale, which the exporter collects.
        pub discount: Column<f64>,
        /// What is left.
        pub proceeds: Column<f64>,
    }
}
