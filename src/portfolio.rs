//! What a book of covers or loans can lose: its distribution, layers, concentration and capital.
//!
//! ```
//! let engine = export_risk::Engine::embedded()?;
//! let quote = engine.quote_json(r#"{
//!     "product": "portfolio", "model": "vasicek", "exposure": [1], "defaultRate": 0.01, "correlation": 0.2, "levels": [0.999]
//! }"#)?;
//! assert!(quote.contains(r#""level":0.999,"loss":0.14552"#));
//! # Ok::<(), export_risk::Error>(())
//! ```

mod book;
mod copula;
mod credit_risk_plus;
mod explained;
mod grouped;
mod independent;
mod lattice;
mod limit;
mod losses;
mod outcome;
mod quote;
mod request;
mod severity;
mod simulation;
mod table;

pub use quote::{
    Concentration, Contribution, ContributionColumns, CountryExposure, LayerQuote, LossDistribution,
    LossQuantile, PortfolioCapitalQuote, PortfolioContributions, PortfolioQuote, PortfolioSimulationQuote,
};
pub use request::{
    LossLayer, PortfolioCapital, PortfolioModel, PortfolioRequest, PortfolioSampling, SectorWeights,
};

use self::book::{Book, bounded, each, place};
use self::grouped::check_level;
use self::losses::Losses;
use self::outcome::Outcome;
use crate::document::Column;
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::product::Product;
use crate::reference::Market;

crate::quotes!(PortfolioQuote);

/// The largest amount of aggregate terms and layers.
const LARGEST: f64 = 1e21;
/// The most levels, and the most layers.
const MOST_ASKED: usize = 100;

impl Product for PortfolioRequest {
    type Quote = PortfolioQuote;

    const NAME: &'static str = "portfolio";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<PortfolioQuote, Error> {
        self.check()?;
        let mut notices = Vec::new();
        let book = Book::of(self, market, &mut notices)?;
        let outcome = self.outcome(&book)?;
        let (loading, expenses) = (self.deviation_loading, self.expense_share.as_f64());
        let losses = &outcome.losses;
        let simulation = outcome.drawn.as_ref().map(|(drawn, paths)| PortfolioSimulationQuote {
            paths: *paths,
            exact_expected_loss: (0..book.count()).map(|at| book.rate_of(at) * book.severity_of(at)).sum(),
            standard_error: outcome.deviation / libm::sqrt(f64::from(*paths)),
            drawn: Column(drawn.clone()),
        });
        let levels = self.levels.0.iter().zip(&outcome.quantiles).zip(&outcome.shortfalls);
        let quote = PortfolioQuote {
            model: self.model,
            currency: self.currency,
            obligors: book.count() as u32,
            total_exposure: book.exposure.iter().sum(),
            expected_loss: losses.mean,
            standard_deviation: outcome.deviation,
            expected_shortfall: outcome.shortfall,
            tail_level: self.tail_level,
            unexpected_loss: outcome.at_tail - losses.mean,
            no_loss_probability: losses.none(),
            unit: outcome.unit,
            quantiles: levels
                .map(|((level, quantile), shortfall)| LossQuantile {
                    level: *level,
                    loss: quantile.loss,
                    expected_shortfall: *shortfall,
                    low: quantile.interval.map(|(low, _)| low),
                    high: quantile.interval.map(|(_, high)| high),
                })
                .collect(),
            loss_distribution: outcome.rows.clone().unwrap_or_else(|| losses.table()),
            covered: losses.layer(self.aggregate_first_loss, self.maximum_liability, loading, expenses),
            layers: self.layers.iter().map(|layer| self.layer(layer, losses)).collect(),
            contributions: outcome.parts.as_ref().map(|parts| grouped::contributions(self, &book, parts)),
            concentration: grouped::concentration(self, &book),
            capital: self.capital.as_ref().map(|terms| grouped::capital(terms, &book)).transpose()?,
            simulation,
            editions: book.editions.clone(),
            notices: Vec::new(),
        };
        self.notice(&book, &quote, &mut notices);
        explained::explain(self, &quote, trace);
        Ok(PortfolioQuote { notices, ..quote })
    }
}

impl PortfolioRequest {
    fn check(&self) -> Result<(), Error> {
        for (field, length) in [("levels", self.levels.0.len()), ("layers", self.layers.len())] {
            if length > MOST_ASKED {
                return Err(Error::out_of_range("above-maximum", "there may be at most 100")
                    .detail("maximum", "100")
                    .at(field)
                    .with_value(crate::document::Text::text(&length)));
            }
        }
        for (at, level) in self.levels.0.iter().enumerate() {
            check_level(*level, place("levels", at))?;
        }
        check_level(self.tail_level, "tailLevel".to_owned())?;
        let at = |field: String| move |error: Error| error.at(field);
        let amount =
            |value, least, field: String| bounded(value, least, LARGEST, "0 to 1e21").map_err(at(field));
        amount(self.aggregate_first_loss, 0.0, "aggregateFirstLoss".to_owned())?;
        amount(self.maximum_liability.unwrap_or(0.0), 0.0, "maximumLiability".to_owned())?;
        let positive = |value: Option<f64>, field: String| {
            let least = f64::MIN_POSITIVE;
            bounded(value.unwrap_or(1.0), least, LARGEST, "above 0, up to 1e21").map_err(at(field))
        };
        for (index, layer) in self.layers.iter().enumerate() {
            amount(layer.attachment, 0.0, place("layers", index) + ".attachment")?;
            positive(layer.limit, place("layers", index) + ".limit")?;
        }
        bounded(self.deviation_loading, 0.0, 100.0, "0 to 100").map_err(at("deviationLoading".to_owned()))?;
        bounded(self.sector_correlation, 0.0, 1.0, "0 to 1").map_err(at("sectorCorrelation".to_owned()))?;
        bounded(self.expense_share.as_f64(), 0.0, 0.99, "0 to 0.99").map_err(at("expenseShare".to_owned()))
    }

    fn outcome(&self, book: &Book) -> Result<Outcome, Error> {
        let (levels, tail) = (&self.levels.0[..], self.tail_level);
        match self.model {
            PortfolioModel::CreditRiskPlus => {
                let Some(deviation) = &self.default_rate_deviation else {
                    let sentence =
                        "CreditRisk+ needs the standard deviation of each default rate; 0 where it has none";
                    return Err(Error::invalid("required", sentence).at("defaultRateDeviation"));
                };
                let deviations = each(deviation, book.count(), "defaultRateDeviation", 10.0, "0 to 10")?;
                lattice::in_units(book, self.unit, &mut |unit, most| {
                    credit_risk_plus::credit_risk_plus(
                        book,
                        &deviations,
                        unit,
                        most,
                        levels,
                        tail,
                        self.contributions,
                    )
                })
            }
            PortfolioModel::Exact => lattice::in_units(book, self.unit, &mut |unit, most| {
                independent::independent(book, unit, most, levels, tail, self.contributions)
            }),
            PortfolioModel::GaussianCopula => simulation::simulate(self, book, &self.correlations(book)?),
            PortfolioModel::Vasicek => {
                let correlations = self.correlations(book)?;
                Ok(limit::limit(book, &correlations, levels, tail, &self.ends(), self.contributions))
            }
        }
    }

    fn correlations(&self, book: &Book) -> Result<Vec<f64>, Error> {
        let Some(correlation) = &self.correlation else {
            let sentence = "this model needs the correlation of the obligors' assets; 0 where there is none";
            return Err(Error::invalid("required", sentence).at("correlation"));
        };
        each(correlation, book.count(), "correlation", 0.999, "0 to 0.999")
    }

    /// Where aggregate terms and layers begin and end, as losses of the book.
    fn ends(&self) -> Vec<f64> {
        let from = self.aggregate_first_loss;
        let mut ends = vec![from];
        ends.extend(self.maximum_liability.map(|most| from + most));
        for layer in &self.layers {
            ends.push(from + layer.attachment);
            ends.extend(layer.limit.map(|limit| from + layer.attachment + limit));
        }
        ends
    }

    /// A layer of what is paid after the aggregate terms is a layer of the losses themselves, further up.
    fn layer(&self, layer: &LossLayer, losses: &Losses) -> LayerQuote {
        let left = self.maximum_liability.map(|most| (most - layer.attachment).max(0.0));
        let limit = match (layer.limit, left) {
            (Some(limit), Some(left)) => Some(limit.min(left)),
            (limit, left) => limit.or(left),
        };
        let attachment = self.aggregate_first_loss + layer.attachment;
        let found = losses.layer(attachment, limit, self.deviation_loading, self.expense_share.as_f64());
        let pays_all = limit == layer.limit;
        LayerQuote {
            attachment: layer.attachment,
            limit: layer.limit,
            attachment_probability: if limit == Some(0.0) { 0.0 } else { found.attachment_probability },
            exhaustion_probability: layer
                .limit
                .map(|_| if pays_all { found.exhaustion_probability.unwrap_or(0.0) } else { 0.0 }),
            rate_on_line: layer.limit.map(|limit| found.price / limit),
            ..found
        }
    }

    fn notice(&self, book: &Book, quote: &PortfolioQuote, notices: &mut Vec<Notice>) {
        if let (Some(unit), None) = (quote.unit, self.unit) {
            notices.push(Notice::new("unit-by-rule").with("unit", unit));
        }
        if self.model == PortfolioModel::CreditRiskPlus {
            let high = book.rate.iter().filter(|rate| **rate > 0.1).count();
            if high > 0 {
                notices.push(Notice::new("rates-too-high-for-poisson").with("obligors", high));
            }
        }
        let shares_one = book.factors > 1 || !self.sector_weights.is_empty();
        if self.model == PortfolioModel::Vasicek && shares_one {
            notices.push(Notice::new("one-factor-for-all-sectors"));
        }
        if let Some(simulation) = quote.simulation.as_ref().filter(|simulation| simulation.paths < 10_000) {
            notices.push(Notice::new("few-paths").with("paths", simulation.paths));
        }
        if let Some(capital) = quote.capital.as_ref().filter(|capital| capital.floored > 0) {
            notices.push(Notice::new("default-rates-floored").with("obligors", capital.floored));
        }
        if quote.concentration.top_ten_share > 0.5 && quote.obligors > 10 {
            notices
                .push(Notice::new("book-is-concentrated").with("share", quote.concentration.top_ten_share));
        }
    }
}
