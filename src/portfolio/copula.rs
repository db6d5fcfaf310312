//! Debtors whose assets move together, drawn many times over: the Gaussian copula.

use super::book::Book;
use super::request::{PortfolioRequest, PortfolioSampling};
use super::table::{Bound, NormalTable};
use crate::document::Text;
use crate::error::Error;
use crate::numeric::{Exponential, Random, Sobol, normal_quantile, sorted};

/// How many obligors are looked at together.
const BLOCK: usize = 32;
/// What stands for the threshold of a default that is certain.
const CERTAIN: f64 = 1e3;

/// An obligor as it is drawn.
struct Drawn {
    /// Its place in the book.
    at: usize,
    /// It defaults with `N[threshold + Σ weight·z]`.
    threshold: f64,
    /// Where its factors end in the list of all.
    end: usize,
    /// What its default costs, where that does not vary.
    loss: f64,
    shapes: Option<(f64, f64)>,
}

/// Obligors that stand next to each other, and bounds of what they have.
struct Block {
    first: usize,
    size: usize,
    threshold: f64,
    end: usize,
}

/// A factor in a block with the least and the largest weight that it has there.
struct Reach {
    factor: usize,
    least: f64,
    most: f64,
}

pub(super) struct Copula<'b> {
    book: &'b Book,
    seed: u32,
    sampling: PortfolioSampling,
    sobol: Sobol,
    /// What all points of the sequence are moved by.
    shifts: Vec<u32>,
    drawn: Vec<Drawn>,
    weights: Vec<(usize, f64)>,
    blocks: Vec<Block>,
    reaches: Vec<Reach>,
    table: NormalTable,
    exponential: Exponential,
    factors: usize,
    /// How far factors move with the one they have in common; none where there is no such factor.
    together: Option<f64>,
}

/// Losses of a path's defaults, by places of the book.
pub(super) type Defaults = Vec<(usize, f64)>;

impl<'b> Copula<'b> {
    /// # Errors
    /// `OutOfRange`: `too-many-factors`.
    pub fn of(request: &PortfolioRequest, book: &'b Book, correlations: &[f64]) -> Result<Self, Error> {
        let common = request.sector_correlation;
        let together = (book.factors > 1 && common > 0.0).then_some(common);
        let dimensions = book.factors + usize::from(together.is_some());
        if request.sampling == PortfolioSampling::QuasiRandom && dimensions > Sobol::MOST {
            let sentence =
                "there is a sequence of at most 10 common factors: draw at random, or have fewer sectors";
            return Err(Error::out_of_range("too-many-factors", sentence)
                .detail("maximum", Sobol::MOST.text())
                .at("sampling")
                .with_value(dimensions.text()));
        }
        let mut random = Random::of_path(request.seed, u32::MAX);
        let mut copula = Self {
            book,
            seed: request.seed,
            sampling: request.sampling,
            sobol: Sobol::new(dimensions.min(Sobol::MOST)),
            shifts: (0..dimensions).map(|_| (random.fraction() * 4_294_967_296.0) as u32).collect(),
            drawn: Vec::new(),
            weights: Vec::new(),
            blocks: Vec::new(),
            reaches: Vec::new(),
            table: NormalTable::new(),
            exponential: Exponential::new(),
            factors: book.factors,
            together,
        };
        copula.arrange(correlations);
        Ok(copula)
    }

    /// Puts obligors that are alike next to each other and into blocks.
    fn arrange(&mut self, correlations: &[f64]) {
        let book = self.book;
        let common = self.together.unwrap_or(0.0);
        let mut by_threshold = Vec::new();
        for at in 0..book.count() {
            let rate = book.rate_of(at);
            if rate > 0.0 && book.severity_of(at) > 0.0 {
                let threshold = normal_quantile(rate).min(CERTAIN) / self.own(at, correlations, common);
                by_threshold.push((-threshold, at as f64));
            }
        }
        // Within a sector those with the highest rates come first.
        let sector = |at: f64| book.links(at as usize).first().map_or(f64::MAX, |link| link.sector as f64);
        let order: Vec<(f64, usize)> =
            sorted(sorted(by_threshold).into_iter().map(|(_, at)| (sector(at), at)).collect())
                .into_iter()
                .map(|(sector, at)| (sector, at as usize))
                .collect();
        for (_, at) in &order {
            let scale = libm::sqrt(correlations.get(*at).copied().unwrap_or(0.0))
                / self.own(*at, correlations, common);
            self.weights.extend(book.links(*at).iter().map(|link| (link.sector, link.weight * scale)));
            let deviation = book.loss_given_default_deviation.get(*at).copied().unwrap_or(0.0);
            let mean = book.loss_given_default.get(*at).copied().unwrap_or(0.0);
            self.drawn.push(Drawn {
                at: *at,
                threshold: normal_quantile(book.rate_of(*at)).min(CERTAIN)
                    / self.own(*at, correlations, common),
                end: self.weights.len(),
                loss: book.net(*at, mean),
                shapes: if deviation > 0.0 { super::severity::shapes(mean, deviation) } else { None },
            });
        }
        let mut first = 0;
        while first < order.len() {
            let sector = order.get(first).map(|(sector, _)| *sector);
            let same =
                order.iter().skip(first).take(BLOCK).take_while(|(other, _)| Some(*other) == sector).count();
            self.add_block(first, same.max(1));
            first += same.max(1);
        }
    }

    /// The standard deviation of what of an obligor's assets is its own.
    fn own(&self, at: usize, correlations: &[f64], common: f64) -> f64 {
        let links = self.book.links(at);
        let sum: f64 = links.iter().map(|link| link.weight).sum();
        let squares: f64 = links.iter().map(|link| link.weight * link.weight).sum();
        let systematic = (1.0 - common) * squares + common * sum * sum;
        libm::sqrt(1.0 - correlations.get(at).copied().unwrap_or(0.0) * systematic.min(1.0))
    }

    fn add_block(&mut self, first: usize, size: usize) {
        let start = self.reaches.len();
        let mut threshold = f64::NEG_INFINITY;
        for place in first..first + size {
            let Some(drawn) = self.drawn.get(place) else { continue };
            threshold = threshold.max(drawn.threshold);
            for (factor, weight) in weights_of(&self.drawn, &self.weights, place) {
                let known = self.reaches.iter_mut().skip(start).find(|reach| reach.factor == *factor);
                match known {
                    Some(reach) => reach.most = reach.most.max(*weight),
                    None => self.reaches.push(Reach { factor: *factor, least: f64::INFINITY, most: *weight }),
                }
            }
        }
        for reach in self.reaches.iter_mut().skip(start) {
            for place in first..first + size {
                let own = weights_of(&self.drawn, &self.weights, place)
                    .iter()
                    .find(|(factor, _)| *factor == reach.factor);
                reach.least = reach.least.min(own.map_or(0.0, |(_, weight)| *weight));
            }
        }
        self.blocks.push(Block { first, size, threshold, end: self.reaches.len() });
    }

    /// The common factors of a path, and the random numbers for what is left of it.
    fn factors(&self, path: u32, into: &mut Vec<f64>) -> Random {
        let mut random = Random::of_path(self.seed, path);
        let count = self.shifts.len();
        into.clear();
        match self.sampling {
            PortfolioSampling::QuasiRandom => {
                let moved = |(dimension, shift): (usize, &u32)| {
                    let place = self.sobol.coordinate(path, dimension) ^ shift;
                    normal_quantile((f64::from(place) + 0.5) / 4_294_967_296.0)
                };
                into.extend(self.shifts.iter().enumerate().map(moved));
            }
            PortfolioSampling::Antithetic if path % 2 == 1 => {
                draw(&mut Random::of_path(self.seed, path - 1), count, into);
                into.iter_mut().for_each(|factor| *factor = -*factor);
            }
            PortfolioSampling::Random | PortfolioSampling::Antithetic => draw(&mut random, count, into),
        }
        if let Some(common) = self.together {
            let all = into.pop().unwrap_or(0.0);
            let (together, apart) = (libm::sqrt(common) * all, libm::sqrt(1.0 - common));
            into.iter_mut().for_each(|factor| *factor = together + apart * *factor);
        }
        into.truncate(self.factors);
        random
    }

    /// Draws the defaults of a path, and gives what they cost together.
    ///
    /// Given the factors each obligor defaults by itself, with a probability that no obligor of its block exceeds: `b`. Who
    /// comes into question is found without looking at all: a time that is exponentially distributed runs over the obligors,
    /// each taking `−ln(1 − b)` of it; at whom it ends comes into question, and defaults with the part of `b` that its own
    /// probability is. That is exact, whatever the bounds are.
    pub fn path(&self, path: u32, factors: &mut Vec<f64>, defaults: &mut Defaults) -> f64 {
        let mut random = self.factors(path, factors);
        defaults.clear();
        let mut total = 0.0;
        let mut time = self.exponential.draw(&mut random);
        let mut start = 0;
        for block in &self.blocks {
            let mut highest = block.threshold;
            for reach in self.reaches.get(start..block.end).unwrap_or_default() {
                let factor = factors.get(reach.factor).copied().unwrap_or(0.0);
                highest += factor * if factor > 0.0 { reach.most } else { reach.least };
            }
            start = block.end;
            let bound = self.table.bound(highest);
            let mut left = block.size;
            while left > 0 {
                let all = left as f64 * bound.hazard;
                if time >= all {
                    time -= all;
                    break;
                }
                left -= ((time / bound.hazard) as usize).min(left - 1);
                let place = block.first + block.size - left;
                left -= 1;
                time = self.exponential.draw(&mut random);
                if let Some(loss) = self.lost(place, factors, &bound, &mut random) {
                    total += loss.1;
                    defaults.push(loss);
                }
            }
        }
        total
    }

    /// What an obligor loses that comes into question, if it defaults.
    fn lost(
        &self,
        place: usize,
        factors: &[f64],
        bound: &Bound,
        random: &mut Random,
    ) -> Option<(usize, f64)> {
        let drawn = self.drawn.get(place)?;
        let mut own = drawn.threshold;
        for (factor, weight) in weights_of(&self.drawn, &self.weights, place) {
            own += weight * factors.get(*factor).copied().unwrap_or(0.0);
        }
        if !self.table.is_below(random.fraction() * bound.probability, own) {
            return None;
        }
        let loss = match drawn.shapes {
            None => drawn.loss,
            Some((a, b)) => {
                let (one, other) = (gamma(random, a), gamma(random, b));
                let part = if one + other > 0.0 { one / (one + other) } else { f64::from(a > b) };
                self.book.net(drawn.at, part)
            }
        };
        Some((drawn.at, loss))
    }
}

fn weights_of<'w>(drawn: &[Drawn], weights: &'w [(usize, f64)], place: usize) -> &'w [(usize, f64)] {
    let first = place.checked_sub(1).and_then(|before| drawn.get(before)).map_or(0, |before| before.end);
    let end = drawn.get(place).map_or(first, |drawn| drawn.end);
    weights.get(first..end).unwrap_or_default()
}

fn draw(random: &mut Random, count: usize, into: &mut Vec<f64>) {
    while into.len() < count {
        into.extend(random.normals());
    }
    into.truncate(count);
}

/// A number of the gamma distribution with a shape and scale 1.
///
/// Source: G. Marsaglia, W. W. Tsang, A Simple Method for Generating Gamma Variables (2000).
fn gamma(random: &mut Random, shape: f64) -> f64 {
    let (shape, factor) = if shape < 1.0 {
        (shape + 1.0, libm::pow(1.0 - random.fraction(), 1.0 / shape))
    } else {
        (shape, 1.0)
    };
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / libm::sqrt(9.0 * d);
    // Nineteen of twenty are taken at once; it never comes so far.
    for _ in 0..1_000 {
        let [x, _] = random.normals();
        let root = 1.0 + c * x;
        let v = root * root * root;
        if v > 0.0 && libm::log(1.0 - random.fraction()) < 0.5 * x * x + d - d * v + d * libm::log(v) {
            return d * v * factor;
        }
    }
    d * factor
}
