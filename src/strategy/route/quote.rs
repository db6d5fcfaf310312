//! What comes out.

use std::sync::Arc;

use crate::document::Column;
use crate::explain::{Edition, Notice};
use crate::values::{Currency, Money};

crate::choice! {
    /// A way into a market.
    pub enum RouteName {
        /// Built-up vehicles.
        Export = "export",
        /// Kits of large assemblies.
        SemiKnockedDown = "semi-knocked-down",
        /// Kits of all parts.
        CompletelyKnockedDown = "completely-knocked-down",
        /// Kits of all parts, put together by another maker.
        ContractAssembly = "contract-assembly",
        /// A plant of its own.
        Plant = "plant",
        /// A plant with a partner.
        JointVenture = "joint-venture",
        /// The purchase of a company.
        Acquisition = "acquisition",
    }
}

crate::choice! {
    /// What may go wrong.
    pub enum RouteShock {
        /// Duties on built-up vehicles.
        Duty = "duty",
        /// Duty on kits.
        KitDuty = "kit-duty",
        /// Demand.
        Demand = "demand",
        /// The market's currency.
        Currency = "currency",
        /// What vehicles and kits cost at home.
        HomeCost = "home-cost",
        /// The market is closed and plants are taken.
        Expropriation = "expropriation",
    }
}

crate::record! {
    quote
    /// The ways into a market, side by side.
    pub struct RouteQuote {
        /// The currency of all amounts.
        pub currency: Currency,
        /// The way that is worth most to the maker among those that are not barred; null where none is worth anything.
        pub best: Option<RouteName>,
        /// What it is worth; nothing where none is.
        pub best_value: Money,
        /// What the best way is worth in the worst of the cases that were asked for; null without any.
        pub best_value_at_worst: Option<Money>,
        /// The rate a year at which the maker's cash is discounted, with the country's addition.
        pub discount_rate: f64,
        /// The ways, in the order in which they were asked for.
        pub routes: Vec<RouteResult>,
        /// Volumes at which two ways are worth the same.
        pub break_evens: Vec<RouteBreakEven>,
        /// What each case does to each way.
        pub exposures: Vec<RouteExposure>,
        /// Which way is best at which volume and duty; null where it is not asked for.
        pub map: Option<RouteMapQuote>,
        /// What may happen; null where it is not asked for.
        pub simulation: Option<RouteSimulationQuote>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// One way into the market.
    pub struct RouteResult {
        /// Which.
        pub route: RouteName,
        /// What it is worth in the worst case that was asked for; null without any.
        pub worst_value: Option<Money>,
        /// That case.
        pub worst_case: Option<RouteShock>,
        /// What the maker has put into the market at most and can't take back: investment, equity, price of a purchase.
        pub capital_at_risk: Money,
        /// What of it a cover would pay.
        pub insured: Money,
        /// The most that the maker has paid in all before anything came back.
        pub peak_funding: Money,
        /// What it is worth to the maker on the first day.
        pub value: Money,
        /// The maker's rate of return a year, effective; null where there is none.
        pub rate_of_return: Option<f64>,
        /// Years until the maker has back what it paid; null where it never has.
        pub payback_years: Option<u32>,
        /// The cost of a vehicle over all years: the present value of everything that is paid, over the present number of
        /// vehicles.
        pub unit_cost: Option<Money>,
        /// What is paid for one vehicle from home to the dealer, before VAT: the landed cost with local parts; null for plants.
        pub landed_cost: Option<Money>,
        /// All duties on it, as a fraction of the customs value; null for plants.
        pub effective_duty: Option<f64>,
        /// The regional value content in the end; null without a rule of origin.
        pub content: Option<f64>,
        /// The least debt service cover ratio of the plant; null without one or without debt.
        pub minimum_dscr: Option<f64>,
        /// The whole cost of the export credit for a year's deliveries with a complete ramp; null without one.
        pub credit_cost: Option<Money>,
        /// Its all-in rate a year.
        pub credit_all_in_rate: Option<f64>,
        /// What the partner's flows are worth to it; null without a partner or a required return.
        pub partner_value: Option<Money>,
        /// The partner's rate of return a year.
        pub partner_return: Option<f64>,
        /// Vehicles in all years.
        pub total_vehicles: f64,
        /// Whether import or sale is barred: the way is shown, and is never the best.
        pub prohibited: bool,
        /// Year by year.
        pub course: RouteCourse,
        /// What a reader should know about it.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// The years of a way; the first row is the start. Amounts are whole numbers of the currency's smallest unit.
    pub struct RouteCourse {
        /// The day, as days since 1970-01-01.
        pub dates: Column<i32>,
        /// Vehicles.
        pub vehicles: Column<f64>,
        /// What dealers pay; of a purchased company without its own sales.
        pub revenue: Column<f64>,
        /// What the maker receives, paid below zero.
        pub maker_flow: Column<f64>,
        /// The sum of it so far.
        pub cumulative: Column<f64>,
        /// What the partner receives, paid below zero.
        pub partner_flow: Column<f64>,
    }
}

crate::record! {
    quote
    /// A volume at which two ways are worth the same to the maker.
    pub struct RouteBreakEven {
        /// One way.
        pub first: RouteName,
        /// The other.
        pub second: RouteName,
        /// Vehicles a year with a complete ramp.
        pub vehicles: f64,
        /// What both are worth there.
        pub value: Money,
        /// Which of them is better with more vehicles.
        pub better_above: RouteName,
    }
}

crate::record! {
    quote
    /// What a case does to a way.
    pub struct RouteExposure {
        /// The way.
        pub route: RouteName,
        /// The case.
        pub shock: RouteShock,
        /// What the way is worth with it.
        pub adverse: Money,
        /// What it is worth with the opposite; null where there is none.
        pub favourable: Option<Money>,
    }
}

crate::record! {
    quote
    /// Which way is best where. Ways are told by their place in `routes`, −1 for none.
    pub struct RouteMapQuote {
        /// The volumes: vehicles a year with a complete ramp.
        pub vehicles: Column<f64>,
        /// The duties: all of them on built-up vehicles together, as a fraction.
        pub duties: Column<f64>,
        /// The best way, volume by volume for the first duty, then for the next.
        pub best: Column<i32>,
        /// What it is worth, likewise.
        pub values: Column<f64>,
        /// Where the best way changes: the duty.
        pub border_duties: Column<f64>,
        /// The volume.
        pub border_vehicles: Column<f64>,
        /// The best way below that volume.
        pub border_below: Column<i32>,
        /// The best way above it.
        pub border_above: Column<i32>,
    }
}

crate::record! {
    quote
    /// What may happen to the ways.
    pub struct RouteSimulationQuote {
        /// Paths so far.
        pub paths: u32,
        /// How each way fares.
        pub routes: Vec<RouteOutlook>,
        /// The probability that none is worth anything, but for those that are barred.
        pub none_best: f64,
        /// What deciding today is worth: the best mean, or nothing.
        pub value_today: Money,
        /// What it is worth to wait a year, see, and then decide; null where it is not asked for.
        pub value_of_waiting: Option<Money>,
        /// What of that the wait adds; below zero where it costs.
        pub waiting_adds: Option<Money>,
        /// What came of each path that was drawn now, to go on from there: the ways' values today, and with waiting the state
        /// after a year and the ways' values when they begin then.
        pub drawn: Column<f64>,
    }
}

crate::record! {
    quote
    /// How a way fares over all paths.
    pub struct RouteOutlook {
        /// Which.
        pub route: RouteName,
        /// The mean of the worst values, as many as the tail's probability says.
        pub expected_shortfall: Money,
        /// The value that is not reached with the tail's probability.
        pub low: Money,
        /// The value that is not reached half of the time.
        pub median: Money,
        /// The value that is passed with the tail's probability.
        pub high: Money,
        /// The mean.
        pub mean: Money,
        /// The standard error of the mean.
        pub standard_error: Money,
        /// The probability that the maker loses by it.
        pub loss_probability: f64,
        /// The probability that no other way is worth more, and it is worth something; 0 for one that is barred.
        pub best_probability: f64,
    }
}
