//! What is asked for.

use rust_decimal::Decimal;

use crate::values::{Amount, Currency, PositiveAmount, Rate, Share};

crate::record! {
    /// Green money: any of three groups. Years are whole ones, and everything of a year happens at its end.
    pub struct GreenRequest {
        /// The currency of all amounts.
        pub currency: Currency,
        /// The rate a year, effective, at which later years count less. At 0 all years count alike.
        pub discount_rate: Rate = Rate::ZERO,
        /// A loan whose margin follows targets.
        pub linked: Option<GreenLinked>,
        /// A bond or loan with a green label.
        pub label: Option<GreenLabel>,
        /// Electric cars in the place of cars that burn fuel.
        pub cars: Option<GreenCars>,
    }
}

crate::record! {
    /// A sustainability-linked loan: what targets met and missed change of its margin, and what proving them costs.
    pub struct GreenLinked {
        /// The loan.
        pub amount: PositiveAmount,
        /// Years until its end, 1 to 40.
        pub term_years: u32,
        /// The part of it that is owed in each year; the last one holds on. Empty: all of it.
        pub balances: Vec<Share> = Vec::new(),
        /// The margin a year before any target.
        pub margin: Rate = Rate::ZERO,
        /// By how much each target met lowers the margin: 0.00025 is 2.5 basis points.
        pub step_down: Share,
        /// By how much each target missed raises it.
        pub step_up: Share = Share::ZERO,
        /// The most that all targets together change of the margin, either way.
        pub maximum_change: Option<Share>,
        /// How many targets have been met for the margin of each year; the last one holds on.
        pub met: Vec<u32> = Vec::new(),
        /// How many have been missed.
        pub missed: Vec<u32> = Vec::new(),
        /// What verification costs each year.
        pub verification_cost: Amount = Amount::ZERO,
        /// What the opinion at the start costs (second-party opinion), once.
        pub opinion_cost: Amount = Amount::ZERO,
        /// Tonnes of carbon dioxide that the targets avoid in each year; the last one holds on.
        pub tonnes: Vec<Decimal> = Vec::new(),
    }
}

crate::record! {
    /// A bond or loan with a green label: its yield beside the ordinary one.
    pub struct GreenLabel {
        /// The amount.
        pub amount: PositiveAmount,
        /// Years until its end, 1 to 40.
        pub term_years: u32,
        /// The part of it that is owed in each year; the last one holds on. Empty: all of it.
        pub balances: Vec<Share> = Vec::new(),
        /// The yield a year of the same debt without a label.
        pub ordinary_yield: Rate,
        /// The yield a year with it.
        pub label_yield: Rate,
        /// What reports and their verification cost each year.
        pub verification_cost: Amount = Amount::ZERO,
        /// What framework, label and opinion cost at the start, once.
        pub opinion_cost: Amount = Amount::ZERO,
        /// Tonnes of carbon dioxide that what is financed avoids in each year; the last one holds on.
        pub tonnes: Vec<Decimal> = Vec::new(),
    }
}

crate::record! {
    /// Electric cars against cars that burn fuel: what both emit over their lives, by the request's own numbers.
    pub struct GreenCars {
        /// How many.
        pub vehicles: u32 = 1,
        /// Years of use, 1 to 40.
        pub years: u32,
        /// Kilometres of a car in each year; the last one holds on.
        pub kilometres: Vec<Decimal>,
        /// Electricity from the socket, losses of charging in it: kilowatt hours for 100 km.
        pub electricity_use: Decimal,
        /// Carbon dioxide of the grid in each year, grams a kilowatt hour; the last one holds on.
        pub grid_intensity: Vec<Decimal>,
        /// Fuel of the other car: litres for 100 km.
        pub fuel_use: Decimal,
        /// Carbon dioxide of a litre from well to wheel, in kilograms.
        pub fuel_emissions: Decimal,
        /// What making the electric car emits more, its battery above all: tonnes a car.
        pub battery_tonnes: Decimal = Decimal::ZERO,
        /// What an electric car costs more over its life; below zero where it costs less.
        pub price_difference: Option<Decimal>,
    }
}
