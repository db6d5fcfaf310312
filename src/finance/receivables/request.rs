//! What is asked for and what comes out.

use std::sync::Arc;

use crate::calendar::DayCount;
use crate::document::Column;
use crate::explain::{Edition, Notice};
use crate::values::{Amount, CountryCode, Currency, Date, Money, PositiveAmount, Rate, Rounding, Share};

crate::choice! {
    /// How a receivable becomes cash before the buyer pays.
    pub enum ReceivablesMethod {
        /// A factor advances a part of the invoices, collects them, and pays the rest less its charges.
        Factoring = "factoring",
        /// The same, but the supplier collects, and as a rule bears the risk.
        InvoiceDiscounting = "invoice-discounting",
        /// A forfaiter buys the claim at a discount, without recourse.
        Forfaiting = "forfaiting",
        /// The buyer's bank pays what the buyer has approved, at a discount that follows the buyer's credit.
        /// *Also known as* supply chain finance, payables finance.
        ReverseFactoring = "reverse-factoring",
        /// The buyer pays early from its own cash, for a discount. 2/10 net 30 is one.
        DynamicDiscounting = "dynamic-discounting",
        /// The buyer gives a note when the invoice is due, and a bank discounts it.
        Note = "note",
    }
}

crate::choice! {
    /// How a rate a year becomes a discount.
    pub enum Discounting {
        /// `N · (1 − r · τ)`. *Also known as* bank discount.
        Straight = "straight",
        /// `N / (1 + r · τ)`. *Also known as* simple discount to yield.
        SimpleYield = "simple-yield",
        /// Interest is added after every 365 days.
        AnnualYield = "annual-yield",
        /// Interest is added after 183 and 182 days in turn.
        SemiAnnualYield = "semi-annual-yield",
    }
}

crate::record! {
    /// Invoices that shall be cash before the buyer pays.
    pub struct ReceivablesRequest {
        /// How.
        pub method: ReceivablesMethod,
        /// The currency of all amounts.
        pub currency: Currency,
        /// What the buyer owes, with no more decimals than the currency has.
        pub amount: PositiveAmount,
        /// The day of the invoice, from which all days are counted.
        pub start: Date,
        /// Days until the buyer has to pay (or to give the note), 0 to 3650. Give this or `due`.
        pub term_days: Option<u32>,
        /// The day on which the buyer has to pay, in place of `termDays`.
        pub due: Option<Date>,
        /// Days that the note runs, for the method note: 1 to 3650.
        pub note_days: Option<u32>,
        /// The day on which there is cash, counted from the invoice. Without it at once; with a note, when it is given.
        pub cash_days: Option<u32>,
        /// The discount as a fraction of the amount: 0.02 is 2 %. Of this, `discountRate` and `price` one is given.
        pub discount: Option<Share>,
        /// The discount a year, or the interest a year on the advance.
        pub discount_rate: Option<Rate>,
        /// What is paid for the claim, in place of a discount.
        pub price: Option<PositiveAmount>,
        /// How `discountRate` becomes a discount.
        pub discounting: Discounting = Discounting::Straight,
        /// How days bear interest, in discounts and in values.
        pub day_count: DayCount = DayCount::Act360,
        /// Days after the due date for which the financier counts interest as well, 0 to 365.
        pub grace_days: u32 = 0,
        /// Days after the due date until the buyer really pays, 0 to 3650. Interest on an advance runs on.
        pub late_days: u32 = 0,
        /// Days by which the buyer's term grows through the programme, for reverse factoring: 0 to 3650.
        pub extension_days: u32 = 0,
        /// The part that is advanced, for factoring and invoice discounting; they need it.
        pub advance_rate: Option<Share>,
        /// Commission as a fraction of the amount.
        pub commission: Share = Share::ZERO,
        /// Fees as an amount.
        pub fee: Amount = Amount::ZERO,
        /// Whether commission and fees are taken off the advance, and not off what is paid at the end.
        pub charges_upfront: bool = false,
        /// Whether the supplier answers for a buyer that does not pay. Without it: for notes and invoice discounting.
        pub recourse: Option<bool>,
        /// What the supplier's money costs it a year (simple, by the day count), to tell what each way is worth to it.
        pub supplier_rate: Option<Rate>,
        /// What the buyer's money earns or costs it a year, likewise.
        pub buyer_rate: Option<Rate>,
        /// The chance a year that the buyer defaults, as a fraction.
        pub default_rate: Option<Share>,
        /// The part of a defaulted claim that is lost.
        pub loss_given_default: Share = Share::ONE,
        /// The country of buyer and supplier, where both are in one: what is known of its rules on payment is told.
        pub country: Option<CountryCode>,
        /// Whether the supplier is a small or medium-sized company, which such rules protect.
        pub small_supplier: bool = true,
        /// How amounts become whole cents (or the currency's smallest unit).
        pub rounding: Rounding = Rounding::MidpointAwayFromZero,
        /// To how many decimals amounts are kept, 0 to 6, where not to the currency's own.
        pub decimals: Option<u32>,
    }
}

crate::record! {
    quote
    /// What it brings, what it costs, and what it is worth to either side.
    pub struct ReceivablesQuote {
        /// What the supplier has on the day of cash, charges that are taken off it deducted.
        pub cash: Money,
        /// The day of cash.
        pub cash_date: Date,
        /// What the supplier gets when the buyer has paid: the rest less charges. Negative where these are more.
        pub released: Money,
        /// The day on which the buyer pays.
        pub payment_date: Date,
        /// Discount and interest.
        pub discount_amount: Money,
        /// Commission and fees.
        pub charges: Money,
        /// Discount, interest, commission and fees: the amount less all that the supplier gets.
        pub total_cost: Money,
        /// The same as a fraction of the amount.
        pub cost_share: f64,
        /// Days between the cash and the payment that it takes the place of.
        pub days_gained: u32,
        /// What each of them costs.
        pub cost_per_day: Money,
        /// Days from the invoice to cash.
        pub days_to_cash: u32,
        /// The same for who waits.
        pub days_to_cash_waiting: u32,
        /// `(F − C)/F/τ` by the day count. *Also known as* bank discount rate. F is what the cash takes at the end, C the cash.
        pub discount_yearly: f64,
        /// `(F − C)/C/τ` by the day count: at this cost of money a year (simple, from the day of cash on) cash and waiting
        /// are worth the same.
        pub indifference_rate: f64,
        /// `d · 365/days`, d = (F − C)/F: as platforms quote it.
        pub quoted_rate: f64,
        /// `d/(1 − d) · 365/days`: as textbooks do.
        pub simple_rate: f64,
        /// `(1/(1 − d))^(365/days) − 1`: effective, to compare with everything else.
        pub effective_rate: f64,
        /// The day of the values below: of the invoice; for dynamic discounting that of cash.
        pub value_date: Date,
        /// What this way is worth to the supplier on that day, at its own cost of money.
        pub supplier_value: Option<Money>,
        /// What waiting is worth to it.
        pub supplier_waiting_value: Option<Money>,
        /// The difference: above zero this way is better than waiting.
        pub supplier_gain: Option<Money>,
        /// What each day of waiting takes from the supplier.
        pub waiting_cost_per_day: Option<Money>,
        /// What the supplier loses because it gets a note on the due date, and no cash.
        pub note_cost: Option<Money>,
        /// What this way takes from the buyer, as of that day.
        pub buyer_value: Option<Money>,
        /// What paying as agreed takes from it.
        pub buyer_waiting_value: Option<Money>,
        /// The difference: above zero this way is better for the buyer.
        pub buyer_gain: Option<Money>,
        /// The least discount at which the buyer gains by paying cash on that day, as a fraction of the amount.
        pub window_from: Option<f64>,
        /// The largest at which the supplier gains by it, against the best of waiting and (where another pays) this way.
        pub window_to: Option<f64>,
        /// What the supplier loses on average by waiting.
        pub expected_loss_waiting: Option<Money>,
        /// What it loses on average this way.
        pub expected_loss: Option<Money>,
        /// What flows on which day, and what has come in so far.
        pub schedule: ReceivablesSchedule,
        /// The tables that were used; there are none.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// Flows in the currency's smallest units: received positive, paid negative. Supplier, financier and buyer sum to zero.
    pub struct ReceivablesSchedule {
        /// The days, as days since 1970-01-01.
        pub dates: Column<i32>,
        /// To the supplier.
        pub supplier: Column<f64>,
        /// To the financier.
        pub financier: Column<f64>,
        /// To the buyer.
        pub buyer: Column<f64>,
        /// To a supplier that waits.
        pub waiting: Column<f64>,
        /// To the supplier so far.
        pub supplier_so_far: Column<f64>,
        /// To the buyer so far.
        pub buyer_so_far: Column<f64>,
        /// To a supplier that waits, so far.
        pub waiting_so_far: Column<f64>,
    }
}
