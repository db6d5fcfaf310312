//! What comes out.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::document::Column;
use crate::explain::{Edition, Notice};
use crate::values::{Currency, Money};

crate::record! {
    quote
    /// What green money saves, what it costs to prove, and what it avoids.
    pub struct GreenQuote {
        /// The currency of all amounts.
        pub currency: Currency,
        /// What linking and label are worth together at the discount rate: savings less costs. Null without either.
        pub present_value: Option<Money>,
        /// The linked loan.
        pub linked: Option<GreenSaving>,
        /// The label.
        pub label: Option<GreenSaving>,
        /// The cars.
        pub cars: Option<GreenCarsQuote>,
        /// The tables that this rests on: none.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// What a lower rate saves and what it costs to have it.
    pub struct GreenSaving {
        /// Interest saved over all years; below zero where more is paid.
        pub interest_saved: Money,
        /// Opinion and verification over all years.
        pub costs: Money,
        /// Interest saved less costs.
        pub net_saving: Money,
        /// The same at the discount rate.
        pub present_value: Money,
        /// The least amount at which the present value is not below zero, with all else as it is; null where no amount is,
        /// because no interest is saved.
        pub break_even_amount: Option<Money>,
        /// Of a linked loan the step for a target met, of a label the gap of yields, at which the present value is zero; null
        /// where no target is met.
        pub break_even_rate: Option<f64>,
        /// The change of the rate in the first year, below zero where it falls.
        pub first_change: f64,
        /// Tonnes avoided over all years; null where none are given.
        pub tonnes: Option<Decimal>,
        /// What a tonne avoided costs: what is lost at present value for each; below zero where something is gained.
        pub cost_per_tonne: Option<Money>,
        /// Year by year.
        pub course: GreenSavingCourse,
    }
}

crate::record! {
    quote
    /// The years of a saving; the first row is the start. Amounts are whole numbers of the currency's smallest unit.
    pub struct GreenSavingCourse {
        /// The year.
        pub year: Column<f64>,
        /// What is owed in it.
        pub balance: Column<f64>,
        /// The margin, or the yield with the label.
        pub margin: Column<f64>,
        /// By how much it is changed.
        pub change: Column<f64>,
        /// Interest saved.
        pub saved: Column<f64>,
        /// Opinion and verification.
        pub costs: Column<f64>,
        /// Interest saved less costs.
        pub net: Column<f64>,
        /// The present value of all up to here.
        pub value: Column<f64>,
    }
}

crate::record! {
    quote
    /// What both kinds of car emit. All tonnes are of all cars.
    pub struct GreenCarsQuote {
        /// Tonnes that electric cars emit over their lives, to the gram.
        pub electric_tonnes: Decimal,
        /// Tonnes that the others emit.
        pub combustion_tonnes: Decimal,
        /// The difference; below zero where electric cars emit more.
        pub tonnes_avoided: Decimal,
        /// The year from which on electric cars have emitted less, to the end; null where they never do.
        pub ahead_year: Option<u32>,
        /// The kilometres of a car after which that is so.
        pub ahead_kilometres: Option<f64>,
        /// The difference of prices for each tonne avoided; null without one, and where none is avoided.
        pub cost_per_tonne: Option<Money>,
        /// Year by year.
        pub course: GreenCarCourse,
    }
}

crate::record! {
    quote
    /// Tonnes up to the end of each year, the first row is the start.
    pub struct GreenCarCourse {
        /// The year.
        pub year: Column<f64>,
        /// Kilometres of a car so far.
        pub kilometres: Column<f64>,
        /// Tonnes of electric cars so far.
        pub electric_tonnes: Column<f64>,
        /// Tonnes of the others so far.
        pub combustion_tonnes: Column<f64>,
    }
}
