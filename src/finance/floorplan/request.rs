//! What is asked for and what comes out.

use std::sync::Arc;

use crate::calendar::DayCount;
use crate::document::Column;
use crate::explain::{Edition, Notice};
use crate::values::{Amount, Currency, Date, Money, PositiveAmount, Rate, Rounding, Share};

crate::choice! {
    /// How the days from a unit's arrival to its sale are spread.
    pub enum DaysToSale {
        /// Every unit takes as many.
        Fixed = "fixed",
        /// The chance of a sale is the same on each day: many are sold early, a few stand long. Drawn by the seed.
        Exponential = "exponential",
    }
}

crate::record! {
    /// A dealer's stock, financed unit by unit.
    pub struct FloorplanRequest {
        /// The currency of all amounts.
        pub currency: Currency,
        /// The day on which the first units arrive and are funded.
        pub start: Date,
        /// Units that arrive a month, spread evenly over its days.
        pub units_per_month: u32 = 10,
        /// Months in which units arrive.
        pub months: u32 = 12,
        /// What a unit is invoiced at.
        pub unit_cost: PositiveAmount,
        /// The part of the invoice that is financed.
        pub advance_rate: Share = Share::ONE,
        /// The base rate a year.
        pub base_rate: Rate,
        /// What is put on it.
        pub margin: Rate = Rate::ZERO,
        /// How days bear interest; one that divides days by a fixed year.
        pub day_count: DayCount = DayCount::Act360,
        /// Days at the beginning whose interest the maker pays.
        pub free_days: u32 = 0,
        /// Days from arrival to sale, on average: 1 to 1,800.
        pub days_to_sale: u32,
        /// How they are spread.
        pub spread: DaysToSale = DaysToSale::Fixed,
        /// Which draw: the same seed gives the same days.
        pub seed: u32 = 1,
        /// Repayment of units that stand long.
        pub curtailment: Option<Curtailment>,
        /// A fee for each unit, when it is funded.
        pub unit_fee: Amount = Amount::ZERO,
        /// What the maker pays towards each unit's interest, when it is sold.
        pub support: Amount = Amount::ZERO,
        /// The dealer's margin on a unit before interest: how long may it stand?
        pub unit_margin: Option<Amount>,
        /// The dealer may fail.
        pub risk: Option<FloorplanRisk>,
        /// How interest and parts become whole cents (or the currency's smallest unit).
        pub rounding: Rounding = Rounding::MidpointAwayFromZero,
    }
}

crate::record! {
    /// Repayment of units that stand long.
    pub struct Curtailment {
        /// The day of the first call, counted from arrival.
        pub first_day: u32,
        /// What each call repays, as a share of what was financed.
        pub share: Share,
        /// Days from one call to the next.
        pub every_days: u32 = 30,
    }
}

crate::record! {
    /// The dealer may fail.
    pub struct FloorplanRisk {
        /// The chance of it within a year.
        pub default_rate: Share,
        /// The part of the balance whose units are sold and not repaid when an audit finds it out.
        pub out_of_trust: Share = Share::ZERO,
        /// The part of the units that are found which the maker must buy back at what is owed.
        pub buy_back: Share = Share::ZERO,
        /// What the other units that are found bring, of what is owed.
        pub recovery: Share = Share::ZERO,
        /// The part of a loss that credit insurance pays.
        pub insured_share: Share = Share::ZERO,
        /// What it costs a year, of the average balance.
        pub premium_rate: Share = Share::ZERO,
    }
}

crate::record! {
    quote
    /// What a dealer's stock costs, how large the line must be, and what the lender risks.
    pub struct FloorplanQuote {
        /// The dealer's cost a year of what is financed, interest, fees and support in it, each unit counted from its own
        /// arrival: XIRR on ACT/365F.
        pub annual_cost: f64,
        /// Interest that the dealer pays for a unit, on average.
        pub interest_per_unit: Money,
        /// Interest of a day on a unit that nothing has been repaid of.
        pub interest_per_day: Money,
        /// Interest that the dealer pays a month, from the first day to the last sale, on average.
        pub interest_per_month: Money,
        /// Interest that the dealer pays in all.
        pub total_interest: Money,
        /// Fees in all.
        pub total_fees: Money,
        /// What the maker pays: interest of free days, and support.
        pub maker_cost: Money,
        /// What the first unit owes when it is sold.
        pub payoff: Money,
        /// What is called before units are sold, in all.
        pub total_curtailed: Money,
        /// The largest balance, and when.
        pub peak_balance: Money,
        /// Its day.
        pub peak_date: Date,
        /// The balance on an average day.
        pub average_balance: Money,
        /// Units sold a day, times days to sale, times what is financed of a unit.
        pub line_needed: Money,
        /// Units.
        pub units: u32,
        /// Days to sale on average, as drawn.
        pub average_days: f64,
        /// How often the stock is sold in a year of 365 days.
        pub turns: f64,
        /// The day from arrival on which interest has taken the margin; null without one, and where it never does within
        /// 1,800 days.
        pub break_even_days: Option<u32>,
        /// Units that stood for over 90 days when they were sold.
        pub over90_days: u32,
        /// Units that stood for over 180 days.
        pub over180_days: u32,
        /// Expected loss a year, before insurance.
        pub expected_loss: Option<Money>,
        /// Expected loss a year that stays after insurance, with its premium.
        pub cost_with_cover: Option<Money>,
        /// Balance and payments by date.
        pub schedule: FloorplanSchedule,
        /// The tables that this rests on: none.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know: `days-drawn`.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// The days on which something is funded, called or paid. Amounts are whole numbers of the currency's smallest unit. In
    /// every row `closing = opening + drawn − principal − prepaid`.
    pub struct FloorplanSchedule {
        /// The day.
        pub dates: Column<i32>,
        /// The balance before.
        pub opening: Column<f64>,
        /// What is funded.
        pub drawn: Column<f64>,
        /// Interest that is paid.
        pub interest: Column<f64>,
        /// What sold units repay.
        pub principal: Column<f64>,
        /// What is called of units that stand long.
        pub prepaid: Column<f64>,
        /// Fees.
        pub fees: Column<f64>,
        /// The balance after.
        pub closing: Column<f64>,
    }
}
