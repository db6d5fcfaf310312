use std::sync::Arc;

use super::table::{Row, Table};
use crate::error::Error;
use crate::explain::Edition;
use crate::values::to_f64;

crate::choice! {
    /// A side of a country's risk.
    pub enum ScoreDimension {
        /// Whether money can be changed and sent abroad.
        Transfer = "transfer-and-convertibility",
        /// Whether the state pays its debts.
        Sovereign = "sovereign-credit",
        /// Whether there is peace and order.
        Political = "political-stability-and-conflict",
        /// Whether contracts and property hold.
        Law = "rule-of-law-and-expropriation",
        /// How hard it is to bring goods over the border.
        TradeBarriers = "trade-barriers",
        /// Whether roads, ports and services carry what is sold.
        Readiness = "technical-and-service-readiness",
        /// Whether firms can compete, and for how large a market.
        Market = "competition-and-market",
        /// What becomes of the country's money.
        Currency = "currency",
    }
}

crate::choice! {
    /// A number that is published for many countries and says something of their risk.
    pub enum Indicator {
        /// Reserves of foreign exchange and gold, in months of imports.
        Reserves = "reserves",
        /// Current account balance, percent of the gross domestic product.
        CurrentAccount = "current-account",
        /// Government effectiveness, -2.5 to 2.5.
        GovernmentEffectiveness = "government-effectiveness",
        /// Gross domestic product a person, US dollars at the official exchange rate.
        GdpPerPerson = "gdp-per-person",
        /// Public debt, percent of the gross domestic product.
        PublicDebt = "public-debt",
        /// Political stability and absence of violence, -2.5 to 2.5.
        PoliticalStability = "political-stability",
        /// Armed conflict inside the country: 0 none, 1 from 25 deaths in the year, 2 from 1,000.
        InternalConflict = "internal-conflict",
        /// Party to an armed conflict between states: 0 none, 1 from 25 deaths in the year, 2 from 1,000.
        InterstateConflict = "interstate-conflict",
        /// Rule of law, -2.5 to 2.5.
        RuleOfLaw = "rule-of-law",
        /// Control of corruption, -2.5 to 2.5.
        ControlOfCorruption = "control-of-corruption",
        /// Efficiency of customs and border clearance, 1 to 5.
        Customs = "customs",
        /// Quality of trade and transport infrastructure, 1 to 5.
        Infrastructure = "infrastructure",
        /// Competence and quality of logistics services, 1 to 5.
        Logistics = "logistics",
        /// Regulatory quality, -2.5 to 2.5.
        RegulatoryQuality = "regulatory-quality",
        /// Gross domestic product, billions of US dollars at the official exchange rate.
        Gdp = "gdp",
        /// Rise of consumer prices, percent in the year.
        Inflation = "inflation",
        /// Standard deviation of the last four yearly changes against the US dollar, percent.
        ExchangeRateVolatility = "exchange-rate-volatility",
        /// Change of the value in US dollars over the last five yearly averages, percent; a loss is negative.
        ExchangeRateChange = "exchange-rate-change",
    }
}

crate::choice! {
    /// Who publishes an indicator.
    pub enum IndicatorSource {
        /// World Bank, Worldwide Governance Indicators.
        Governance = "world-bank-wgi",
        /// World Bank, Logistics Performance Index.
        Logistics = "world-bank-lpi",
        /// CIA World Factbook, some of it derived.
        Factbook = "cia-factbook",
        /// UCDP/PRIO Armed Conflict Dataset.
        Conflict = "ucdp-prio",
    }
}

crate::choice! {
    /// How an indicator's way from safe to risky is measured.
    pub enum ScoreScale {
        /// By differences.
        Linear = "linear",
        /// By ratios.
        Logarithmic = "logarithmic",
    }
}

crate::choice! {
    /// What an indicator is measured in.
    pub enum IndicatorUnit {
        /// Months.
        Months = "months",
        /// Percent of the gross domestic product.
        PercentOfGdp = "percent-of-gdp",
        /// Percent.
        Percent = "percent",
        /// The publisher's own scale.
        Index = "index",
        /// A step of a short ladder.
        Level = "level",
        /// US dollars.
        Usd = "usd",
        /// Billions of US dollars.
        UsdBillion = "usd-billion",
    }
}

/// How one indicator counts.
#[derive(Clone, Debug)]
pub struct ScoreRule {
    /// The dimension that it belongs to.
    pub dimension: ScoreDimension,
    /// The indicator.
    pub indicator: Indicator,
    /// How it is measured.
    pub scale: ScoreScale,
    /// The value that counts 0; beyond it still 0.
    pub safe: f64,
    /// The value that counts 100; beyond it still 100.
    pub risky: f64,
    /// Its part of its dimension, the parts of a dimension summing to 1.
    pub part: f64,
    /// The year of those values beside which none stands.
    pub year: u32,
    /// The unit of its values.
    pub unit: IndicatorUnit,
    /// Who publishes it.
    pub source: IndicatorSource,
}

/// How the score is made: the weights of the dimensions, and how each indicator counts in its dimension. Data, not
/// code: another table of the same columns makes another score.
#[derive(Clone, Debug)]
pub struct ScoreMethod {
    edition: Arc<Edition>,
    /// The edition of the weights, where it is another one: a rate card's.
    weights_edition: Option<Arc<Edition>>,
    weights: [f64; DIMENSIONS],
    rules: Vec<ScoreRule>,
}

/// How many dimensions there are.
pub const DIMENSIONS: usize = ScoreDimension::ALL.len();

impl ScoreMethod {
    /// Reads the table `country-score`. A row without an indicator gives the weight of a dimension, relative to the
    /// others; a row with one says how it counts: `scale`, the values `safe` and `risky`, its `weight` relative to
    /// the others of its dimension, the usual `year` of its values, their `unit` and their `source`.
    ///
    /// # Errors
    /// `InvalidInput` with line and column: `given-twice`, `cell-missing`, `below-minimum` for a weight that is not
    /// above zero, `no-way` when safe and risky are the same or no logarithm is to be had, `row-missing` for a
    /// dimension without weight or without indicators, and what the parser of tables says.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let table = Table::parse("country-score", COLUMNS, text)?;
        let (mut weights, mut wholes) = ([0.0; DIMENSIONS], [0.0; DIMENSIONS]);
        let mut rules: Vec<ScoreRule> = Vec::new();
        for row in table.rows() {
            let dimension = row.read(0, "dimension", ScoreDimension::parse)?;
            let weight = number(row, 5)?;
            if weight <= 0.0 {
                return Err(fault(row, 5, "below-minimum", "a weight is above zero"));
            }
            if row.text(1).is_empty() {
                if of(&weights, dimension) > 0.0 {
                    return Err(fault(row, 0, "given-twice", "this dimension is there twice"));
                }
                add(&mut weights, dimension, weight);
                continue;
            }
            let rule = rule(row, dimension, weight)?;
            if rules.iter().any(|known| known.indicator == rule.indicator) {
                return Err(fault(row, 1, "given-twice", "this indicator is there twice"));
            }
            add(&mut wholes, dimension, weight);
            rules.insert(rules.partition_point(|known| known.dimension <= dimension), rule);
        }
        for dimension in ScoreDimension::ALL {
            if of(&wholes, *dimension).min(of(&weights, *dimension)) <= 0.0 {
                let sentence = "every dimension needs its weight and at least one indicator";
                let place = ["country-score.", dimension.name()].concat();
                return Err(Error::invalid("row-missing", sentence).at(place));
            }
        }
        for rule in &mut rules {
            rule.part /= of(&wholes, rule.dimension);
        }
        Ok(Self { edition: Arc::new(table.edition), weights_edition: None, weights, rules })
    }

    /// The weight of a dimension, relative to the others; above zero.
    pub fn weight(&self, dimension: ScoreDimension) -> f64 {
        of(&self.weights, dimension)
    }

    /// How each indicator counts, in the order of the dimensions.
    pub fn rules(&self) -> &[ScoreRule] {
        &self.rules
    }

    /// How an indicator counts, if it does.
    pub fn rule(&self, indicator: Indicator) -> Option<&ScoreRule> {
        self.rules.iter().find(|rule| rule.indicator == indicator)
    }

    /// Puts the weight of a dimension or of an indicator in the place of the table's; [`Self::whole`] ends it.
    ///
    /// # Errors
    /// `InvalidInput`, `unknown-name`, for an indicator that does not count.
    pub(super) fn overlay(
        &mut self,
        dimension: Option<ScoreDimension>,
        indicator: Option<Indicator>,
        weight: f64,
        edition: &Arc<Edition>,
    ) -> Result<(), Error> {
        self.weights_edition = Some(Arc::clone(edition));
        if let Some(own) = dimension.and_then(|dimension| self.weights.get_mut(dimension as usize)) {
            *own = weight;
        }
        let Some(indicator) = indicator else { return Ok(()) };
        let rule = self.rules.iter_mut().find(|rule| rule.indicator == indicator);
        let rule = rule
            .ok_or_else(|| Error::invalid("unknown-name", "this indicator does not count").at("indicator"))?;
        rule.part = weight;
        Ok(())
    }

    /// Makes the parts of each dimension sum to 1 again.
    ///
    /// # Errors
    /// `InvalidInput`, `no-weight`, when nothing weighs anything, or nothing in a dimension that does.
    pub(super) fn whole(&mut self) -> Result<(), Error> {
        let mut wholes = [0.0; DIMENSIONS];
        for rule in &self.rules {
            add(&mut wholes, rule.dimension, rule.part);
        }
        let counts = |dimension: &&ScoreDimension| of(&self.weights, **dimension) > 0.0;
        let empty = ScoreDimension::ALL.iter().filter(counts).any(|dimension| of(&wholes, *dimension) <= 0.0);
        if empty || !ScoreDimension::ALL.iter().any(|dimension| counts(&dimension)) {
            let sentence =
                "at least one dimension needs a weight above zero, and one indicator in each that has one";
            return Err(Error::invalid("no-weight", sentence));
        }
        if self.weights_edition.is_some() {
            for rule in &mut self.rules {
                let whole = of(&wholes, rule.dimension);
                rule.part = if whole > 0.0 { rule.part / whole } else { 0.0 };
            }
        }
        Ok(())
    }

    /// Where the weights come from: a rate card, or the table.
    pub fn weights_edition(&self) -> &Arc<Edition> {
        self.weights_edition.as_ref().unwrap_or(&self.edition)
    }

    /// The edition of the table.
    pub fn edition(&self) -> &Arc<Edition> {
        &self.edition
    }
}

const COLUMNS: &[&str] =
    &["dimension", "indicator", "scale", "safe", "risky", "weight", "year", "unit", "source"];

fn of(numbers: &[f64; DIMENSIONS], dimension: ScoreDimension) -> f64 {
    numbers.get(dimension as usize).copied().unwrap_or(0.0)
}

fn add(numbers: &mut [f64; DIMENSIONS], dimension: ScoreDimension, more: f64) {
    if let Some(number) = numbers.get_mut(dimension as usize) {
        *number += more;
    }
}

#[inline(never)]
fn rule(row: &Row<'_>, dimension: ScoreDimension, part: f64) -> Result<ScoreRule, Error> {
    let scale = row.read(2, "scale", ScoreScale::parse)?;
    let (safe, risky) = (number(row, 3)?, number(row, 4)?);
    if safe == risky || scale == ScoreScale::Logarithmic && safe.min(risky) <= 0.0 {
        let sentence = "safe and risky are two different values, above zero on a logarithmic scale";
        return Err(fault(row, 4, "no-way", sentence));
    }
    Ok(ScoreRule {
        dimension,
        indicator: row.read(1, "indicator", Indicator::parse)?,
        scale,
        safe,
        risky,
        part,
        year: row.read(6, "year", year)?,
        unit: row.read(7, "unit", IndicatorUnit::parse)?,
        source: row.read(8, "source", IndicatorSource::parse)?,
    })
}

#[inline(never)]
fn number(row: &Row<'_>, at: usize) -> Result<f64, Error> {
    let value = row.decimal(at, COLUMNS.get(at).copied().unwrap_or(""))?;
    value.map(to_f64).ok_or_else(|| fault(row, at, "cell-missing", "this needs a number"))
}

#[cold]
#[inline(never)]
fn fault(row: &Row<'_>, at: usize, reason: &'static str, sentence: &'static str) -> Error {
    row.fault(Error::invalid(reason, sentence), COLUMNS.get(at).copied().unwrap_or(""))
}

/// A year of four digits.
#[inline(never)]
pub(super) fn year(text: &str) -> Result<u32, Error> {
    match text.parse() {
        Ok(year @ 1900..=2999) => Ok(year),
        _ => Err(Error::invalid("not-a-year", "this must be a year such as 2024")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMBEDDED: &str = include_str!("tables/country-score.csv");

    #[test]
    fn every_indicator_counts_once_and_the_parts_are_whole() {
        let method = ScoreMethod::parse(EMBEDDED).unwrap();
        assert_eq!(method.rules().len(), Indicator::ALL.len());
        for dimension in ScoreDimension::ALL {
            let parts = method.rules().iter().filter(|rule| rule.dimension == *dimension);
            let whole: f64 = parts.map(|rule| rule.part).sum();
            assert!((whole - 1.0).abs() < 1e-15 && method.weight(*dimension) == 1.0);
        }
        assert_eq!((method.rule(Indicator::Gdp).unwrap().year, method.edition().id), (2024, "country-score"));
    }

    #[test]
    fn every_source_has_its_terms() {
        let columns = ["source", "publisher", "data", "edition", "copy", "licence", "attribution"];
        let text = include_str!("tables/indicator-sources.csv");
        let table = Table::parse("indicator-sources", &columns, text).unwrap();
        let sources: Vec<_> =
            table.rows().iter().map(|row| row.read(0, "source", IndicatorSource::parse).unwrap()).collect();
        assert_eq!(sources, IndicatorSource::ALL);
        assert!(table.rows().iter().all(|row| (1..7).all(|at| !row.text(at).is_empty())));
    }

    #[test]
    fn faults_say_where_they_are() {
        for (from, to, reason, field) in [
            ("currency,,,,,1", "currency,,,,,0", "below-minimum", "country-score.29.weight"),
            ("currency,,,,,1", "currency,,,,,", "cell-missing", "country-score.29.weight"),
            ("currency,,,,,1", "trade-barriers,,,,,1", "given-twice", "country-score.29.dimension"),
            ("gdp,logarithmic,1000,1", "gdp,logarithmic,1000,0", "no-way", "country-score.28.risky"),
            ("inflation,linear,2,30", "inflation,linear,2,2", "no-way", "country-score.30.risky"),
            ("inflation,linear,2,30", "inflation,cubic,2,30", "unknown-name", "country-score.30.scale"),
            ("inflation,linear,2,30", "customs,linear,2,30", "given-twice", "country-score.30.indicator"),
            ("30,1,2024", "30,1,24", "not-a-year", "country-score.30.year"),
            ("percent,cia-factbook", "percent,nobody", "unknown-name", "country-score.30.source"),
            ("30,1,2024,percent", "30,1,2024,per cent", "unknown-name", "country-score.30.unit"),
        ] {
            let error = ScoreMethod::parse(&EMBEDDED.replace(from, to)).unwrap_err();
            assert_eq!((error.reason(), error.field()), (reason, field), "{error:?}");
        }
        let without: String =
            EMBEDDED.lines().filter(|line| !line.contains(",customs,")).map(|l| format!("{l}\n")).collect();
        let error = ScoreMethod::parse(&without).unwrap_err();
        assert_eq!((error.reason(), error.field()), ("row-missing", "country-score.trade-barriers"));
    }
}
