//! What comes out. Amounts are in the unit of the request's.

use std::sync::Arc;

use super::PortfolioModel;
use crate::document::Column;
use crate::explain::{Edition, Notice};
use crate::values::{CountryCode, Currency};

crate::record! {
    quote
    /// What a book can lose. Losses are those that are insured, after first losses of obligors and before aggregate terms.
    pub struct PortfolioQuote {
        /// How losses were found.
        pub model: PortfolioModel,
        /// The currency of all amounts, where it was said.
        pub currency: Option<Currency>,
        /// How many obligors the book has.
        pub obligors: u32,
        /// What they owe together.
        pub total_exposure: f64,
        /// The loss on average.
        pub expected_loss: f64,
        /// The standard deviation of the loss.
        pub standard_deviation: f64,
        /// The loss on average in the worst cases: of those beyond the tail level.
        pub expected_shortfall: f64,
        /// The level beyond which they are.
        pub tail_level: f64,
        /// What of the quantile at the tail level is beyond the expected loss: the economic capital.
        pub unexpected_loss: f64,
        /// The probability of no loss at all.
        pub no_loss_probability: f64,
        /// The unit in which losses were counted; null where they were not.
        pub unit: Option<f64>,
        /// Losses that are not passed, with a probability.
        pub quantiles: Vec<LossQuantile>,
        /// The whole distribution, thinned to at most 1,000 rows: each stands for all losses up to its own and above the row's
        /// before it.
        pub loss_distribution: LossDistribution,
        /// What is paid after aggregate first loss and maximum liability.
        pub covered: LayerQuote,
        /// What each layer bears, in the order of the request.
        pub layers: Vec<LayerQuote>,
        /// What each obligor contributes; null unless asked for.
        pub contributions: Option<PortfolioContributions>,
        /// Where exposures are heaped.
        pub concentration: Concentration,
        /// What the Basel rules ask for; null unless asked for.
        pub capital: Option<PortfolioCapitalQuote>,
        /// What there is to know of drawn paths; null for other models.
        pub simulation: Option<PortfolioSimulationQuote>,
        /// The tables that this rests on.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// A loss that is not passed with a probability.
    pub struct LossQuantile {
        /// The probability.
        pub level: f64,
        /// The loss.
        pub loss: f64,
        /// The loss on average in the cases beyond that level.
        pub expected_shortfall: f64,
        /// The lower end of the interval that has the loss with 95 % confidence, where it was drawn.
        pub low: Option<f64>,
        /// The upper end.
        pub high: Option<f64>,
    }
}

crate::record! {
    quote
    /// Losses with their probabilities, ascending.
    pub struct LossDistribution {
        /// The largest loss that the row stands for.
        pub loss: Column<f64>,
        /// The probability of a loss up to it and above that of the row before.
        pub probability: Column<f64>,
        /// The probability of a loss up to it.
        pub cumulative: Column<f64>,
    }
}

crate::record! {
    quote
    /// What a layer of losses bears.
    pub struct LayerQuote {
        /// From where on it pays.
        pub attachment: f64,
        /// The most that it pays; null without an end.
        pub limit: Option<f64>,
        /// What it pays on average.
        pub expected_loss: f64,
        /// The standard deviation of what it pays.
        pub standard_deviation: f64,
        /// The probability that it pays anything.
        pub attachment_probability: f64,
        /// The probability that it pays all that it can; null without an end.
        pub exhaustion_probability: Option<f64>,
        /// Its price: expected loss and the loading for its deviation, with costs.
        pub price: f64,
        /// The price over the limit (rate on line); null without an end.
        pub rate_on_line: Option<f64>,
    }
}

crate::record! {
    quote
    /// What obligors, sectors and countries contribute (Euler's allocation). Each column sums to the figure of the book.
    pub struct PortfolioContributions {
        /// By obligor, in the order of the request.
        pub obligors: ContributionColumns,
        /// By sector; what is the obligors' own has no name. Empty without sectors.
        pub sectors: Vec<Contribution>,
        /// By country, in the order in which they come. Empty without countries.
        pub countries: Vec<Contribution>,
    }
}

crate::record! {
    quote
    /// What each obligor contributes.
    pub struct ContributionColumns {
        /// To the expected loss.
        pub expected_loss: Column<f64>,
        /// To the standard deviation.
        pub standard_deviation: Column<f64>,
        /// To the expected shortfall at the tail level.
        pub expected_shortfall: Column<f64>,
    }
}

crate::record! {
    quote
    /// What a part of the book contributes.
    pub struct Contribution {
        /// Its name; null for what is the obligors' own.
        pub name: Option<String>,
        /// To the expected loss.
        pub expected_loss: f64,
        /// To the standard deviation.
        pub standard_deviation: f64,
        /// To the expected shortfall at the tail level.
        pub expected_shortfall: f64,
    }
}

crate::record! {
    quote
    /// Where exposures are heaped.
    pub struct Concentration {
        /// The sum of squared parts of the exposure (Herfindahl index): 1 for a single obligor.
        pub herfindahl: f64,
        /// How many equal obligors would have the same: its inverse.
        pub effective_number: f64,
        /// The part of the exposure that the ten largest obligors owe.
        pub top_ten_share: f64,
        /// Their places in the request, from 0, the largest first.
        pub top_ten: Vec<u32>,
        /// The same index by sector, where each obligor has one; null otherwise.
        pub sector_herfindahl: Option<f64>,
        /// By country; null without countries.
        pub country_herfindahl: Option<f64>,
        /// What is owed in each country, in the order in which they come.
        pub countries: Vec<CountryExposure>,
    }
}

crate::record! {
    quote
    /// What is owed in a country.
    pub struct CountryExposure {
        /// The country.
        pub country: CountryCode,
        /// What is owed there.
        pub exposure: f64,
        /// Its part of all.
        pub share: f64,
    }
}

crate::record! {
    quote
    /// What the Basel rules ask for, by internal ratings.
    pub struct PortfolioCapitalQuote {
        /// The least capital, 8 % of the risk-weighted assets.
        pub capital: f64,
        /// The risk-weighted assets.
        pub risk_weighted_assets: f64,
        /// They over the exposure.
        pub average_risk_weight: f64,
        /// The expected loss of a year by the rules, with their least probabilities of default.
        pub expected_loss: f64,
        /// How many obligors have a probability of default below the rules' least one.
        pub floored: u32,
    }
}

crate::record! {
    quote
    /// What there is to know of drawn paths.
    pub struct PortfolioSimulationQuote {
        /// How many count.
        pub paths: u32,
        /// The expected loss as it is without drawing.
        pub exact_expected_loss: f64,
        /// The standard error of the drawn one, as of independent paths.
        pub standard_error: f64,
        /// What the paths that are drawn now lose, in their order: to be given back as `drawn`.
        pub drawn: Column<f64>,
    }
}
