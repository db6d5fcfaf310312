//! What all ways share: volumes, growth and exchange rates, as planned or otherwise.

use rust_decimal::Decimal;

use super::request::RouteRequest;
use crate::error::Error;
use crate::finance::part::Part;
use crate::values::{Currency, Exact, Rate, Rounding, Share, positive, to_minor, within};

/// What differs from the plan.
#[derive(Clone, Debug, Default)]
pub(super) struct Scenario {
    /// Vehicles a year with a complete ramp, in the place of the programme's.
    pub vehicles: Option<Decimal>,
    /// Factors on demand, by year from the first; empty for none.
    pub demand: Vec<Decimal>,
    /// Factors on the market's currency, by year from the start; empty for none.
    pub currency: Vec<Decimal>,
    /// All duties on built-up vehicles together.
    pub duty: Option<Decimal>,
    /// The year at whose end those duties change to what the simulation says.
    pub duty_then_from: Option<usize>,
    /// What is added to the duty on kits.
    pub kit_duty: Decimal,
    /// The factor on what vehicles and kits cost at home; none for 1.
    pub home_cost: Option<Decimal>,
    /// The year at whose end the market is closed.
    pub closed: Option<usize>,
}

/// The most vehicles a year.
pub(super) const MOST_VEHICLES: i64 = 100_000_000;

/// The programme, checked.
#[derive(Debug)]
pub(super) struct Programme<'a> {
    pub request: &'a RouteRequest,
    pub currency: Currency,
    pub years: usize,
    /// The maker's rate a year.
    pub rate: Rate,
    /// What one unit of the market's currency is worth, by years from the start.
    pub path: Vec<Decimal>,
    /// Growth of the price and of costs, by years from the start.
    pub price: Vec<Decimal>,
    pub cost: Vec<Decimal>,
    pub home_tax: Part,
    /// What is left of dividends and royalties.
    pub kept: Part,
}

impl<'a> Programme<'a> {
    /// # Errors
    /// `OutOfRange`, `out-of-bounds`; `InvalidInput`, `empty`, `country-risk-twice`.
    pub fn of(request: &'a RouteRequest) -> Result<Self, Error> {
        within(request.years, 1, 15, "years")?;
        positive(request.vehicles, MOST_VEHICLES, "vehicles")?;
        let years = request.years as usize;
        let covered = [("plant", &request.plant), ("jointVenture", &request.joint_venture)];
        for (name, plant) in covered {
            if request.country_premium.is_some() && plant.as_ref().is_some_and(|plant| plant.cover.is_some())
            {
                let sentence =
                    "the country's risk counts once: in the discount rate, or as the premium of a cover";
                return Err(Error::invalid("country-risk-twice", sentence)
                    .at("countryPremium")
                    .detail("other", [name, ".cover"].concat()));
            }
        }
        let premium = request.country_premium.unwrap_or(Rate::ZERO).get();
        let rate = Rate::new(request.discount_rate.get().plus(premium));
        let grown = |growth: Rate| {
            let mut factor = Decimal::ONE;
            let mut path = vec![factor];
            for _ in 0..years {
                factor = factor.times(Decimal::ONE.plus(growth.get())).to_digits(12);
                path.push(factor);
            }
            path
        };
        Ok(Self {
            request,
            currency: request.currency,
            years,
            rate: rate.map_err(|error| error.moved("countryPremium"))?,
            path: request.foreign.as_ref().map_or(Ok(Vec::new()), |foreign| foreign.path(years))?,
            price: grown(request.price_growth),
            cost: grown(request.cost_growth),
            home_tax: Part::over(request.home_tax_rate.get(), 1),
            kept: Part::over(Decimal::ONE.minus(request.withholding_tax.get()), 1),
        })
    }

    /// What the market takes in a year, counted from 1.
    pub fn demand(&self, scenario: &Scenario, year: usize) -> Decimal {
        let ramp = &self.request.ramp;
        let share = ramp.get(year - 1).or(ramp.last()).map_or(Decimal::ONE, |share| share.get());
        let all = scenario.vehicles.unwrap_or(self.request.vehicles).times(share);
        match scenario.demand.get(year - 1) {
            Some(factor) => all.times(*factor).to_digits(12),
            None => all,
        }
    }

    /// What one unit of the market's currency is worth so many years from the start.
    pub fn exchange(&self, scenario: &Scenario, year: usize) -> Decimal {
        let rate = self.path.get(year).copied().unwrap_or(Decimal::ONE);
        match scenario.currency.get(year) {
            Some(factor) if self.request.foreign.is_some() => rate.times(*factor).to_digits(12),
            _ => rate,
        }
    }

    /// The price of a vehicle on the first day, in the currency of the accounts.
    pub fn price(&self) -> Decimal {
        self.request.price.get().times(self.path.first().copied().unwrap_or(Decimal::ONE))
    }

    /// The market's currency.
    pub fn local(&self) -> Option<Currency> {
        self.request.foreign.as_ref().map(|foreign| foreign.currency)
    }

    /// An amount of money, rounded once.
    pub fn minor(&self, amount: Decimal) -> Result<i64, Error> {
        to_minor(amount, self.currency, Rounding::default()).map_err(|error| error.moved("vehicles"))
    }

    /// What the years of some flows are worth to the maker on the first day.
    pub fn value(&self, flows: &[i64]) -> f64 {
        value(flows, self.rate.as_f64())
    }
}

/// `V = Σ Fₜ / (1 + k)^t`
pub(super) fn value(flows: &[i64], rate: f64) -> f64 {
    let step = 1.0 / (1.0 + rate);
    flows.iter().rev().fold(0.0, |later, flow| later * step + *flow as f64)
}

/// Tax on yearly profits; losses are carried forward.
#[derive(Debug)]
pub(super) struct HomeTax {
    rate: Part,
    carried: i64,
}

impl HomeTax {
    pub const fn new(rate: Part) -> Self {
        Self { rate, carried: 0 }
    }

    /// The tax of a year with this profit.
    pub fn on(&mut self, profit: i64, currency: Currency) -> Result<i64, Error> {
        let left = profit + self.carried;
        self.carried = left.min(0);
        self.rate.of(left.max(0), currency)
    }
}

/// A float as an exact number with twelve decimals.
pub(super) fn exact(number: f64) -> Decimal {
    let most = 1e9;
    Decimal::from_i128_with_scale(libm::round(number.max(-most).min(most) * 1e12) as i128, 12)
}

/// An exact number with twelve decimals as a share.
pub(super) fn share(part: Decimal) -> Share {
    Share::new(part.min(Decimal::ONE).max(Decimal::ZERO)).unwrap_or(Share::ONE)
}
