//! The columns of a request as obligors, each checked.

use super::request::PortfolioRequest;
use super::severity::{NODES, Node, beta_nodes, shapes};
use crate::country::CountryRiskRequest;
use crate::document::{OneOrMany, Text};
use crate::error::{Error, ErrorKind};
use crate::explain::{Edition, Notice, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::CountryCode;
use std::sync::Arc;

/// The most obligors.
const MOST: usize = 1_000_000;
/// The largest amount of one obligor.
const LARGEST: f64 = 1e15;

/// A part of an obligor's risk that belongs to a sector.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub sector: usize,
    pub weight: f64,
}

/// A book. All lists have an entry for each obligor.
pub(super) struct Book {
    pub exposure: Vec<f64>,
    pub rate: Vec<f64>,
    /// What is lost in a default, before cover.
    pub loss_given_default: Vec<f64>,
    pub loss_given_default_deviation: Vec<f64>,
    pub insured: Vec<f64>,
    pub first_loss: Vec<f64>,
    /// So many for each obligor, one after the other.
    nodes: Vec<Node>,
    nodes_each: usize,
    /// What a default costs on average.
    pub severity: Vec<f64>,
    links: Vec<Link>,
    /// Where each obligor's links end.
    link_ends: Vec<usize>,
    pub sectors: Vec<String>,
    /// How many sectors there are; one where none is named.
    pub factors: usize,
    pub editions: Vec<Arc<Edition>>,
}

impl Book {
    /// # Errors
    /// `InvalidInput`: `empty`, `unequal-lengths`, `only-one`, `required`, `given-twice`; `OutOfRange`: `out-of-bounds`,
    /// `above-maximum`, `deviation-too-large`, `weights-above-one`; `NotApplicable`: `nothing-to-lose`; `MissingData`:
    /// `no-default-curve`.
    pub fn of(request: &PortfolioRequest, market: &Market, notices: &mut Vec<Notice>) -> Result<Self, Error> {
        let exposure = request.exposure.0.clone();
        let count = exposure.len();
        if count == 0 {
            return Err(Error::invalid("empty", "give at least one obligor").at("exposure"));
        }
        if count > MOST {
            return Err(Error::out_of_range("above-maximum", "there may be at most 1000000 obligors")
                .detail("maximum", MOST.text())
                .at("exposure")
                .with_value(count.text()));
        }
        for (at, amount) in exposure.iter().enumerate() {
            bounded(*amount, 0.0, LARGEST, "0 to 1e15").map_err(|error| error.at(place("exposure", at)))?;
        }
        for (field, length) in [
            ("name", request.name.len()),
            ("country", request.country.len()),
            ("sector", request.sector.len()),
        ] {
            if length != 0 && length != count {
                return Err(unequal(field, length));
            }
        }
        let mut editions = Vec::new();
        let rate = match &request.default_rate {
            Some(column) => each(column, count, "defaultRate", 1.0, "0 to 1")?,
            None => request.country_rates(market, notices, &mut editions)?,
        };
        let loss_given_default = each(&request.loss_given_default, count, "lossGivenDefault", 1.0, "0 to 1")?;
        let deviation = &request.loss_given_default_deviation;
        let mut book = Self {
            rate,
            loss_given_default,
            loss_given_default_deviation: each(
                deviation,
                count,
                "lossGivenDefaultDeviation",
                0.5,
                "0 to 0.5",
            )?,
            insured: each(&request.insured_share, count, "insuredShare", 1.0, "0 to 1")?,
            first_loss: each(&request.first_loss, count, "firstLoss", LARGEST, "0 to 1e15")?,
            exposure,
            nodes: Vec::new(),
            nodes_each: 1,
            severity: Vec::new(),
            links: Vec::new(),
            link_ends: Vec::new(),
            sectors: Vec::new(),
            factors: 1,
            editions,
        };
        book.find_severities()?;
        book.find_sectors(request)?;
        if (0..count).all(|at| book.rate_of(at) * book.severity_of(at) == 0.0) {
            let sentence =
                "nothing can be lost: no obligor has an exposure, a default rate and a loss above zero";
            return Err(Error::not_applicable("nothing-to-lose", sentence).at("exposure"));
        }
        Ok(book)
    }

    pub fn count(&self) -> usize {
        self.exposure.len()
    }

    pub fn rate_of(&self, at: usize) -> f64 {
        self.rate.get(at).copied().unwrap_or(0.0)
    }

    pub fn severity_of(&self, at: usize) -> f64 {
        self.severity.get(at).copied().unwrap_or(0.0)
    }

    /// What an obligor's default costs, and with which probabilities.
    pub fn nodes(&self, at: usize) -> impl Iterator<Item = Node> {
        let first = at * self.nodes_each;
        let nodes = self.nodes.get(first..first + self.nodes_each).unwrap_or_default();
        nodes.iter().copied().filter(|node| node.share > 0.0 && node.loss > 0.0)
    }

    /// The sectors that an obligor's risk belongs to.
    pub fn links(&self, at: usize) -> &[Link] {
        let first = at.checked_sub(1).and_then(|at| self.link_ends.get(at)).copied().unwrap_or(0);
        let end = self.link_ends.get(at).copied().unwrap_or(first);
        self.links.get(first..end).unwrap_or_default()
    }

    /// The part of an obligor's risk that is its own.
    pub fn own(&self, at: usize) -> f64 {
        (1.0 - self.links(at).iter().map(|link| link.weight).sum::<f64>()).max(0.0)
    }

    /// What the insurer pays when so much of an obligor's exposure is lost.
    #[inline]
    pub fn net(&self, at: usize, loss_given_default: f64) -> f64 {
        let of = |column: &[f64]| column.get(at).copied().unwrap_or(0.0);
        (of(&self.insured) * of(&self.exposure) * loss_given_default - of(&self.first_loss)).max(0.0)
    }

    fn find_severities(&mut self) -> Result<(), Error> {
        if self.loss_given_default_deviation.iter().any(|deviation| *deviation > 0.0) {
            self.nodes_each = NODES;
        }
        let mut last = (f64::NAN, f64::NAN, [Node::default(); NODES]);
        for at in 0..self.count() {
            let mean = self.loss_given_default.get(at).copied().unwrap_or(0.0);
            let deviation = self.loss_given_default_deviation.get(at).copied().unwrap_or(0.0);
            if (last.0, last.1) != (mean, deviation) {
                last = (mean, deviation, [Node::default(); NODES]);
                if deviation > 0.0 {
                    let Some((a, b)) = shapes(mean, deviation) else {
                        let sentence = "a loss between 0 and 1 with this mean can't vary so: the squared deviation must be below mean · (1 − mean)";
                        return Err(Error::out_of_range("deviation-too-large", sentence)
                            .at(place("lossGivenDefaultDeviation", at))
                            .with_value(deviation.text()));
                    };
                    last.2 = beta_nodes(a, b);
                } else if let Some(first) = last.2.first_mut() {
                    *first = Node { loss: mean, share: 1.0 };
                }
            }
            let net = |node: &Node| Node { loss: self.net(at, node.loss), share: node.share };
            let nodes: Vec<Node> = last.2.iter().take(self.nodes_each).map(net).collect();
            self.severity.push(nodes.iter().map(|node| node.loss * node.share).sum());
            self.nodes.extend(nodes);
        }
        Ok(())
    }

    fn find_sectors(&mut self, request: &PortfolioRequest) -> Result<(), Error> {
        let count = self.count();
        if !request.sector_weights.is_empty() {
            if !request.sector.is_empty() {
                let sentence = "give the sector of each obligor, or the weights of sectors, not both";
                return Err(Error::invalid("only-one", sentence).at("sectorWeights"));
            }
            return self.find_weights(request);
        }
        let mut known: Vec<(&str, usize)> = Vec::new();
        for at in 0..count {
            let mut sector = 0;
            if let Some(name) = request.sector.get(at) {
                // Names in their order: a book of a million with many sectors is not searched through for each.
                sector = match known.binary_search_by(|(known, _)| (*known).cmp(name.as_str())) {
                    Ok(place) => known.get(place).map_or(0, |(_, sector)| *sector),
                    Err(place) => {
                        known.insert(place, (name, self.sectors.len()));
                        self.sectors.push(name.clone());
                        check_sectors(self.sectors.len(), "sector")?;
                        self.sectors.len() - 1
                    }
                };
            }
            self.links.push(Link { sector, weight: 1.0 });
            self.link_ends.push(at + 1);
        }
        self.factors = self.sectors.len().max(1);
        Ok(())
    }

    fn find_weights(&mut self, request: &PortfolioRequest) -> Result<(), Error> {
        let count = self.count();
        check_sectors(request.sector_weights.len(), "sectorWeights")?;
        let mut columns = Vec::with_capacity(request.sector_weights.len());
        for (at, sector) in request.sector_weights.iter().enumerate() {
            let under = |error: Error| error.under(&place("sectorWeights", at));
            if self.sectors.contains(&sector.name) {
                let sentence = "each sector is given once";
                return Err(under(
                    Error::invalid("given-twice", sentence).at("name").with_value(&sector.name),
                ));
            }
            self.sectors.push(sector.name.clone());
            columns.push(each(&sector.weights, count, "weights", 1.0, "0 to 1").map_err(under)?);
        }
        for at in 0..count {
            let mut sum = 0.0;
            for (sector, column) in columns.iter().enumerate() {
                let weight = column.get(at).copied().unwrap_or(0.0);
                sum += weight;
                if weight > 0.0 {
                    self.links.push(Link { sector, weight });
                }
            }
            if sum > 1.0 + 1e-9 {
                let sentence = "the weights of an obligor's sectors must not be above 1 together";
                return Err(Error::out_of_range("weights-above-one", sentence)
                    .detail("row", at.text())
                    .at("sectorWeights")
                    .with_value(sum.text()));
            }
            self.link_ends.push(self.links.len());
        }
        self.factors = self.sectors.len();
        Ok(())
    }
}

impl PortfolioRequest {
    /// The probability that a default within the years costs the country's debtors, as its curve prices it.
    fn country_rates(
        &self,
        market: &Market,
        notices: &mut Vec<Notice>,
        editions: &mut Vec<Arc<Edition>>,
    ) -> Result<Vec<f64>, Error> {
        if self.country.is_empty() {
            let sentence =
                "give the default rate of each obligor, or its country, whose own rate then counts";
            return Err(Error::invalid("required", sentence).at("defaultRate"));
        }
        crate::values::within(self.years, 1, 15, "years")?;
        let mut known: Vec<(CountryCode, f64)> = Vec::new();
        let mut rates = Vec::with_capacity(self.country.len());
        for (at, country) in self.country.iter().enumerate() {
            let found = known.iter().find(|(known, _)| known == country).map(|(_, rate)| *rate);
            let rate = match found {
                Some(rate) => rate,
                None => {
                    let quote = CountryRiskRequest::of(*country)
                        .quote(market, &mut Trace::silent())
                        .map_err(|error| error.moved(&place("country", at)))?;
                    let curve = quote.default_probability.as_ref();
                    let Some(rate) = curve.and_then(|curve| curve.get(self.years as usize - 1)).copied()
                    else {
                        let sentence = "this country has no default curve: give default rates";
                        return Err(Error::new(ErrorKind::MissingData, "no-default-curve", sentence)
                            .at(place("country", at))
                            .with_value(country.alpha3()));
                    };
                    for edition in quote.editions {
                        if editions.iter().all(|known| known.id != edition.id) {
                            editions.push(edition);
                        }
                    }
                    known.push((*country, rate));
                    rate
                }
            };
            rates.push(rate);
        }
        notices.push(
            Notice::new("default-rates-from-countries")
                .with("years", self.years)
                .with("countries", known.len()),
        );
        Ok(rates)
    }
}

/// A column with an entry for each obligor.
///
/// # Errors
/// `unequal-lengths`, `out-of-bounds`.
pub(super) fn each(
    column: &OneOrMany<f64>,
    count: usize,
    field: &str,
    most: f64,
    bounds: &'static str,
) -> Result<Vec<f64>, Error> {
    let (first, others) = (*column.first(), column.others());
    if others.is_empty() {
        bounded(first, 0.0, most, bounds).map_err(|error| error.at(field))?;
        return Ok(vec![first; count]);
    }
    if others.len() + 1 != count {
        return Err(unequal(field, others.len() + 1));
    }
    let mut values = Vec::with_capacity(count);
    values.push(first);
    values.extend_from_slice(others);
    for (at, value) in values.iter().enumerate() {
        bounded(*value, 0.0, most, bounds).map_err(|error| error.at(place(field, at)))?;
    }
    Ok(values)
}

/// # Errors
/// `OutOfRange`, `out-of-bounds`; the field is the caller's to name.
pub(super) fn bounded(value: f64, least: f64, most: f64, bounds: &'static str) -> Result<(), Error> {
    if value >= least && value <= most {
        return Ok(());
    }
    Err(Error::out_of_range("out-of-bounds", ["this must be a number from ", bounds].concat())
        .detail("bounds", bounds)
        .with_value(value.text()))
}

fn check_sectors(count: usize, field: &str) -> Result<(), Error> {
    if count <= 200 {
        return Ok(());
    }
    Err(Error::out_of_range("above-maximum", "there may be at most 200 sectors")
        .detail("maximum", "200")
        .at(field)
        .with_value(count.text()))
}

fn unequal(field: &str, length: usize) -> Error {
    let sentence = "give as many as there are exposures, or one for all where that may be";
    Error::invalid("unequal-lengths", sentence).at(field).with_value(length.text())
}

pub(super) fn place(field: &str, at: usize) -> String {
    [field, ".", &at.text()].concat()
}
