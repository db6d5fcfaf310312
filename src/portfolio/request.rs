//! What is asked for.

use crate::capital::{CapitalRules, ExposureClass};
use crate::document::{Column, OneOrMany};
use crate::values::{CountryCode, Currency, Share};

crate::choice! {
    /// How losses of a book are found.
    pub enum PortfolioModel {
        /// CreditRisk+: default rates that vary by gamma-distributed sectors, losses in whole units, exact by a recursion.
        CreditRiskPlus = "credit-risk-plus",
        /// Debtors whose assets move together by normal factors, drawn many times over.
        GaussianCopula = "gaussian-copula",
        /// The limit of a book of very many small debtors with one common factor.
        Vasicek = "vasicek",
        /// Debtors who have nothing to do with each other, in whole units, exact by convolution. For small books.
        Exact = "exact",
    }
}

crate::choice! {
    /// How the common factors of paths are drawn.
    pub enum PortfolioSampling {
        /// By pseudo-random numbers.
        Random = "random",
        /// Likewise, each second path with the opposite of the factors before it.
        Antithetic = "antithetic",
        /// Evenly, by Sobol's sequence with a shift that the seed names. What is each debtor's own stays random.
        QuasiRandom = "quasi-random",
    }
}

crate::record! {
    /// A book of covers or loans: what it can lose. Columns have an entry for each obligor, in the same order; where one value
    /// may stand for all, a single number does. Amounts are in any one unit.
    pub struct PortfolioRequest {
        /// How losses are found.
        pub model: PortfolioModel,
        /// The currency of all amounts, for people who read them.
        pub currency: Option<Currency>,
        /// What is owed by each obligor; zero and above.
        pub exposure: Column<f64>,
        /// The probability that it defaults within the time looked at, 0 to 1. Without it that of its country.
        pub default_rate: Option<OneOrMany<f64>>,
        /// The standard deviation of that probability, zero and above: for CreditRisk+.
        pub default_rate_deviation: Option<OneOrMany<f64>>,
        /// The part of an obligor's assets that moves with the common factor, as the squared weight of that factor (asset
        /// correlation), 0 to 0.999: for the Gaussian copula and its limit.
        pub correlation: Option<OneOrMany<f64>>,
        /// The part of an exposure that is lost in a default, 0 to 1; on average, where it varies.
        pub loss_given_default: OneOrMany<f64> = OneOrMany::one(1.0),
        /// Its standard deviation; above 0 it follows a beta distribution, each default its own.
        pub loss_given_default_deviation: OneOrMany<f64> = OneOrMany::one(0.0),
        /// What each obligor is called; empty for none.
        pub name: Vec<String> = Vec::new(),
        /// The country of each obligor; empty for none.
        pub country: Vec<CountryCode> = Vec::new(),
        /// The years within which a default counts, 1 to 15, where the rate is that of the country.
        pub years: u32 = 1,
        /// The sector of each obligor, which all its common risk belongs to; empty for one sector of all.
        pub sector: Vec<String> = Vec::new(),
        /// In its place, parts of each obligor's risk by sector. What is missing to 1 is its own (specific risk).
        pub sector_weights: Vec<SectorWeights> = Vec::new(),
        /// How far the factors of two sectors move together, 0 to 1: for the Gaussian copula. In CreditRisk+ they never do.
        pub sector_correlation: f64 = 0.0,
        /// The unit in which CreditRisk+ and the convolution count losses. Without it the largest loss of an obligor over
        /// 100, rounded up to a whole number from 1 on; larger for a book of too many units.
        pub unit: Option<f64>,
        /// Confidence levels of the quantiles, above 0, below 1.
        pub levels: Column<f64> = Column(vec![0.5, 0.75, 0.9, 0.95, 0.99, 0.995, 0.999]),
        /// The level beyond which losses count for the expected shortfall and what obligors contribute to it.
        pub tail_level: f64 = 0.99,
        /// The part of each loss that is insured, or is one's own: 0 to 1.
        pub insured_share: OneOrMany<f64> = OneOrMany::one(1.0),
        /// What of that the insured bears first at each default; zero and above.
        pub first_loss: OneOrMany<f64> = OneOrMany::one(0.0),
        /// What the insured bears first of all losses of the book together (aggregate first loss).
        pub aggregate_first_loss: f64 = 0.0,
        /// The most that is paid for all losses of the book together (maximum liability).
        pub maximum_liability: Option<f64>,
        /// Layers that are passed on to reinsurers, of what is paid after the aggregate terms.
        pub layers: Vec<LossLayer> = Vec::new(),
        /// What a price adds to the expected loss: this multiple of the standard deviation.
        pub deviation_loading: f64 = 0.0,
        /// The part of a price that costs take, below 1.
        pub expense_share: Share = Share::ZERO,
        /// Whether it is told what each obligor, sector and country contributes.
        pub contributions: bool = true,
        /// The capital that the Basel rules ask for the book; none unless asked for.
        pub capital: Option<PortfolioCapital>,
        /// Names the random numbers: the same seed gives the same paths.
        pub seed: u32 = 1,
        /// How many paths are drawn, 0 to 1,000,000; with earlier ones at most 10,000,000 in all.
        pub paths: u32 = 100_000,
        /// How many paths were drawn before: the next of the same seed are drawn now.
        pub first_path: u32 = 0,
        /// What they lost, as `drawn` of those quotes gave it, one after the other: then all count. Without it only those that
        /// are drawn now do.
        pub drawn: Option<Column<f64>>,
        /// How the common factors are drawn.
        pub sampling: PortfolioSampling = PortfolioSampling::Random,
    }
}

crate::record! {
    /// A sector with the part of each obligor's risk that belongs to it.
    pub struct SectorWeights {
        /// What it is called.
        pub name: String,
        /// The parts, 0 to 1; one for all, or one for each obligor.
        pub weights: OneOrMany<f64>,
    }
}

crate::record! {
    /// Losses of a book from an amount on.
    pub struct LossLayer {
        /// From where on it pays; zero and above.
        pub attachment: f64,
        /// The most that it pays, above zero; without it there is no end.
        pub limit: Option<f64>,
    }
}

crate::record! {
    /// What the Basel rules need to know of the book.
    pub struct PortfolioCapital {
        /// The edition of the rules.
        pub rules: CapitalRules = CapitalRules::Basel3,
        /// Whom the bank lends to.
        pub exposure_class: ExposureClass = ExposureClass::Corporate,
        /// The effective maturity in years, 0 to 5; of no account for retail classes.
        pub maturity_years: OneOrMany<f64> = OneOrMany::one(2.5),
    }
}
