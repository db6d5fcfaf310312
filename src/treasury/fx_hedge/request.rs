//! What is asked of a currency hedge and what comes out.

use std::sync::Arc;

use crate::calendar::DayCount;
use crate::document::{Column, OneOrMany};
use crate::explain::{Edition, Notice};
use crate::values::{Amount, Currency, Date, Money, PositiveAmount, Rate, Share};

crate::choice! {
    /// How an interest rate grows money over a time.
    pub enum FxCompounding {
        /// In proportion to the time.
        Simple = "simple",
        /// Once a year.
        Annual = "annual",
        /// At every moment.
        Continuous = "continuous",
    }
}

crate::choice! {
    /// Which way the foreign currency goes.
    pub enum FxPosition {
        /// It will be received and sold: an exporter's.
        Receive = "receive",
        /// It will be bought and paid: an importer's.
        Pay = "pay",
    }
}

crate::choice! {
    /// What the exposure is hedged with.
    pub enum FxInstrument {
        /// Both currencies are delivered.
        Forward = "forward",
        /// Only the difference to a published fixing is paid.
        NonDeliverable = "non-deliverable-forward",
        /// The right, and not the duty, to exchange at the strike.
        Option = "option",
    }
}

crate::choice! {
    /// The right that an option gives.
    pub enum FxOptionKind {
        /// To buy the foreign currency.
        Call = "call",
        /// To sell it.
        Put = "put",
    }
}

crate::choice! {
    /// When an option may be exercised.
    pub enum FxExercise {
        /// On its last day.
        European = "european",
        /// On every day until then.
        American = "american",
    }
}

crate::record! {
    /// A hedge of foreign currency. Every exchange rate is home currency for one unit of the foreign one.
    pub struct FxHedgeRequest {
        /// The home currency, in which rates are stated and results are told.
        pub currency: Currency,
        /// The foreign currency.
        pub foreign_currency: Currency,
        /// The spot rate.
        pub spot: f64,
        /// The interest rate of the home currency, a year.
        pub home_rate: Rate,
        /// The interest rate of the foreign currency, a year.
        pub foreign_rate: Rate,
        /// Days until delivery.
        pub days: Option<u32>,
        /// Years until delivery, in place of days.
        pub years: Option<f64>,
        /// The first day, in place of days.
        pub start: Option<Date>,
        /// The day of delivery, with `start`.
        pub maturity: Option<Date>,
        /// The day count of the home currency.
        pub home_day_count: DayCount = DayCount::Act360,
        /// The day count of the foreign currency.
        pub foreign_day_count: DayCount = DayCount::Act360,
        /// How the rates compound; left out, they are simple up to a year and compound yearly beyond.
        pub compounding: Option<FxCompounding>,
        /// The home currency's curve, for times over a year.
        pub home_curve: Option<FxCurve>,
        /// The foreign currency's curve, for times over a year.
        pub foreign_curve: Option<FxCurve>,
        /// The home currency's interest rate outside the country, where it has two markets.
        pub offshore_rate: Option<Rate>,
        /// The market's forward points: the forward less the spot, in units of the rate.
        pub forward_points: Option<f64>,
        /// The forward that the market quotes, in place of points.
        pub market_forward: Option<f64>,
        /// The amount of foreign currency on which a difference between market and parity is worked out.
        pub arbitrage_amount: Option<PositiveAmount>,
        /// Which way the foreign currency goes.
        pub position: FxPosition = FxPosition::Receive,
        /// What is expected, and how much of it is hedged.
        pub forecast: Option<FxForecast>,
        /// What it is hedged with.
        pub instrument: FxInstrument = FxInstrument::Forward,
        /// An option: to be priced, and the hedge where that is one.
        pub option: Option<FxOption>,
        /// The volatility of the rate a year, as a fraction.
        pub volatility: Option<f64>,
        /// The confidence of the worst case.
        pub confidence: Share = Share::percent(95),
        /// By how much the fixing is above the rate at which money is really exchanged, as a fraction.
        pub fixing_difference: f64 = 0.0,
        /// The standard deviation of that difference.
        pub fixing_deviation: f64 = 0.0,
        /// The standard deviation of the day of payment, in days.
        pub date_deviation_days: u32 = 0,
        /// The part of the foreign currency that is spent on local costs: a natural hedge.
        pub local_cost_share: Share = Share::ZERO,
        /// In home currency, what is sold costs (received) or brings in (paid): with it there is a margin.
        pub home_amount: Option<Amount>,
        /// The number of vehicles or other pieces that the forecast is for.
        pub pieces: Option<u32>,
        /// The rate in the budget.
        pub budget_rate: Option<f64>,
        /// Moves of the spot rate, as fractions, for which results are told.
        pub rate_moves: Vec<f64> = vec![-0.2, -0.15, -0.1, -0.05, 0.0, 0.05, 0.1, 0.15, 0.2],
        /// Several currencies together.
        pub basket: Option<FxBasket>,
    }
}

crate::record! {
    /// A curve of zero rates.
    pub struct FxCurve {
        /// Years, ascending.
        pub tenors: Vec<f64>,
        /// The effective rate a year to each.
        pub rates: Vec<f64>,
    }
}

crate::record! {
    /// A forecast in columns.
    pub struct FxForecast {
        /// Days until each payment, ascending.
        pub days: Vec<u32>,
        /// The foreign currency of each.
        pub amounts: Vec<PositiveAmount>,
        /// The part that is hedged, one for all or one for each: layers fall with time.
        pub hedged: OneOrMany<Share> = OneOrMany::one(Share::ONE),
    }
}

crate::record! {
    /// An option on the foreign currency.
    pub struct FxOption {
        /// The right that it gives.
        pub kind: FxOptionKind,
        /// When it may be exercised.
        pub exercise: FxExercise = FxExercise::European,
        /// The rate at which is exchanged.
        pub strike: f64,
        /// Its price for one unit of foreign currency, from which the volatility is found; left out, the price is found.
        pub price: Option<f64>,
        /// Steps of the tree of an American option, 1 to 1,000.
        pub steps: u32 = 200,
    }
}

crate::record! {
    /// Exposures to several currencies.
    pub struct FxBasket {
        /// Each exposure in home currency: to be received positive, to be paid negative.
        pub exposures: Vec<f64>,
        /// The volatility of each a year, as a fraction.
        pub volatilities: Vec<f64>,
        /// Correlations of the pairs: first with second, first with third, …, second with third, …
        pub correlations: Vec<f64>,
    }
}

crate::record! {
    quote
    /// Forward, option, programme and risk.
    pub struct FxHedgeQuote {
        /// The home currency.
        pub currency: Currency,
        /// The foreign currency.
        pub foreign_currency: Currency,
        /// Years until delivery.
        pub years: f64,
        /// The forward that is used: the market's where it is given, else that of parity.
        pub forward: f64,
        /// The forward by covered interest parity.
        pub parity_forward: f64,
        /// The forward used less the spot.
        pub points: f64,
        /// The same over the spot, a year: what carrying the foreign currency forward earns (positive) or costs.
        pub carry_rate: f64,
        /// The market's forward less that of parity; null without a market.
        pub market_gap: Option<f64>,
        /// The forward by parity at the offshore rate.
        pub offshore_forward: Option<f64>,
        /// That less the forward by parity at home.
        pub offshore_gap: Option<f64>,
        /// What the difference between market and parity brings.
        pub arbitrage: Option<FxArbitrage>,
        /// The option.
        pub option: Option<FxOptionQuote>,
        /// What is received or paid in foreign currency less local costs.
        pub net_exposure: Option<Money>,
        /// What of it is hedged.
        pub hedged_exposure: Option<Money>,
        /// The mean rate of the hedge, weighted by amounts.
        pub hedged_rate: Option<f64>,
        /// What the hedge costs against today's spot; below zero where it earns. Of an option its price.
        pub hedge_cost: Option<Money>,
        /// The same for one piece.
        pub hedge_cost_per_piece: Option<Money>,
        /// The home currency of the net exposure, or the margin where the home amount is given: hedged, spot unchanged.
        pub hedged_result: Option<Money>,
        /// The same without a hedge.
        pub unhedged_result: Option<Money>,
        /// The same at the budget's rate.
        pub budget_result: Option<Money>,
        /// The rate of the worst case.
        pub worst_rate: Option<f64>,
        /// What is at risk at the confidence without a hedge.
        pub unhedged_at_risk: Option<Money>,
        /// The same hedged; null for an option, whose loss ends at its strike.
        pub hedged_at_risk: Option<Money>,
        /// What is at risk in all currencies of the basket.
        pub basket_at_risk: Option<Money>,
        /// Payment by payment.
        pub programme: Option<FxProgramme>,
        /// Results over the rate.
        pub outcomes: Option<FxOutcomes>,
        /// The tables that this rests on.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// A difference between market and parity, taken by borrowing one currency and lending the other.
    pub struct FxArbitrage {
        /// The amount with interest of the foreign currency.
        pub foreign_grown: Money,
        /// Its worth at spot with interest of the home currency.
        pub home_grown: Money,
        /// The foreign amount with interest, exchanged at the market's forward.
        pub home_at_market: Money,
        /// The difference: what is left without risk, before costs.
        pub profit: Money,
    }
}

crate::record! {
    quote
    /// An option for one unit of foreign currency. What a whole unit of rate, volatility or time changes.
    pub struct FxOptionQuote {
        /// Its price in home currency.
        pub price: f64,
        /// The volatility: as given, or found from the price.
        pub volatility: f64,
        /// What a change of the spot changes.
        pub delta: f64,
        /// What that changes of delta.
        pub gamma: f64,
        /// By volatility, 1 being 100 %; null for a tree.
        pub vega: Option<f64>,
        /// By a year that passes.
        pub theta: f64,
        /// By the home rate, compounded continuously; null for a tree.
        pub home_rho: Option<f64>,
        /// By the foreign rate; null for a tree.
        pub foreign_rho: Option<f64>,
        /// A step up of the tree.
        pub up: Option<f64>,
        /// A step down.
        pub down: Option<f64>,
        /// The probability of a step up.
        pub up_probability: Option<f64>,
    }
}

crate::record! {
    quote
    /// The payments as columns; foreign amounts in its smallest units, values in those of the home currency.
    pub struct FxProgramme {
        /// Days until payment.
        pub days: Column<f64>,
        /// Less local costs.
        pub exposures: Column<f64>,
        /// Hedged.
        pub hedged: Column<f64>,
        /// Left open.
        pub open: Column<f64>,
        /// The forward of the day.
        pub forwards: Column<f64>,
        /// The hedged part at its forward.
        pub values: Column<f64>,
    }
}

crate::record! {
    quote
    /// Results for moves of the rate, in smallest units of the home currency.
    pub struct FxOutcomes {
        /// The rate.
        pub rates: Column<f64>,
        /// Hedged.
        pub hedged: Column<f64>,
        /// Without a hedge.
        pub unhedged: Column<f64>,
    }
}
