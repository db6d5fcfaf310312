//! Debtors whose assets move together, drawn many times over: the Gaussian copula.

use super::book::Book;
use super::losses::Losses;
use super::outcome::{Outcome, Parts, Quantile};
use super::request::{PortfolioRequest, PortfolioSampling};
use super::table::{Bound, NormalTable};
use crate::document::Text;
use crate::error::Error;
use crate::numeric::{Random, Sobol, normal_quantile};

/// Paths of one quote, and of all that belong together.
const MOST_PATHS: u32 = 1_000_000;
const MOST_IN_ALL: u32 = 10_000_000;
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
    factors: usize,
    /// How far factors move with the one they have in common; none where there is no such factor.
    together: Option<f64>,
}

/// Losses of a path's defaults, by places of the book.
type Defaults = Vec<(usize, f64)>;

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
        let mut order: Vec<(usize, usize)> = Vec::new();
        let mut thresholds = vec![0.0; book.count()];
        for (at, threshold) in thresholds.iter_mut().enumerate() {
            let (rate, links) = (book.rate_of(at), book.links(at));
            if rate == 0.0 || book.severity_of(at) == 0.0 {
                continue;
            }
            *threshold = normal_quantile(rate).min(CERTAIN) / self.own(at, correlations, common);
            order.push((links.first().map_or(usize::MAX, |link| link.sector), at));
        }
        let of = |at: usize| thresholds.get(at).copied().unwrap_or(0.0);
        order.sort_unstable_by(|(a, one), (b, other)| {
            a.cmp(b).then_with(|| of(*other).total_cmp(&of(*one))).then_with(|| one.cmp(other))
        });
        for (_, at) in &order {
            let scale = libm::sqrt(correlations.get(*at).copied().unwrap_or(0.0))
                / self.own(*at, correlations, common);
            self.weights.extend(book.links(*at).iter().map(|link| (link.sector, link.weight * scale)));
            let deviation = book.loss_given_default_deviation.get(*at).copied().unwrap_or(0.0);
            let mean = book.loss_given_default.get(*at).copied().unwrap_or(0.0);
            self.drawn.push(Drawn {
                at: *at,
                threshold: of(*at),
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
    fn path(&self, path: u32, factors: &mut Vec<f64>, defaults: &mut Defaults) -> f64 {
        let mut random = self.factors(path, factors);
        defaults.clear();
        let mut total = 0.0;
        let mut time = exponential(&mut random);
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
                time = exponential(&mut random);
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

#[inline]
fn exponential(random: &mut Random) -> f64 {
    -libm::log(1.0 - random.fraction())
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

/// The distribution of losses when assets move together.
///
/// Obligor `i` defaults when `√ρᵢ·Σ w·Z + ε·own > −G(pᵢ)`: `Z` normal factors of the sectors, which move together by the
/// sectors' correlation, `ε` its own, so that it defaults with `pᵢ`; without weights all of a sector's obligors have `ρᵢ` in
/// common. Quantiles are those of the drawn losses: the `⌈q·n⌉`-th; the 95 % interval is that of the ranks. Deviation and
/// contributions are those of the paths, so they sum: the covariance with the loss of the book, and the mean in the worst paths.
///
/// The same seed gives the same paths, whoever draws them and in how many parts.
///
/// Source: D. X. Li, On Default Correlation: A Copula Function Approach (2000); CreditMetrics, Technical Document (1997), 8 and 10.
///
/// # Errors
/// `OutOfRange`: `out-of-bounds`, `too-many-factors`; `InvalidInput`: `unequal-lengths`.
pub(super) fn simulate(
    request: &PortfolioRequest,
    book: &Book,
    correlations: &[f64],
) -> Result<Outcome, Error> {
    crate::values::within(request.paths, 0, MOST_PATHS, "paths")?;
    crate::values::within(request.first_path, 0, MOST_IN_ALL - MOST_PATHS, "firstPath")?;
    let earlier = request.drawn.as_ref().map_or(&[][..], |earlier| &earlier.0);
    if request.drawn.is_some() && earlier.len() != request.first_path as usize {
        let sentence = "give what the earlier paths lost, one number for each";
        return Err(Error::invalid("unequal-lengths", sentence).at("drawn").with_value(earlier.len().text()));
    }
    if request.paths == 0 && earlier.is_empty() {
        return Err(Error::out_of_range("out-of-bounds", "at least one path must be drawn")
            .detail("bounds", "1 to 1000000")
            .at("paths"));
    }
    let copula = Copula::of(request, book, correlations)?;
    let (mut factors, mut defaults) = (Vec::new(), Defaults::new());
    // Of each obligor's loss, and of it times that of the book.
    let mut sums = vec![(0.0, 0.0); if request.contributions { book.count() } else { 0 }];
    let mut draw = |path: u32| {
        let total = copula.path(path, &mut factors, &mut defaults);
        for (at, loss) in &defaults {
            if let Some((sum, product)) = sums.get_mut(*at) {
                *sum += loss;
                *product += loss * total;
            }
        }
        total
    };
    let first = request.first_path;
    if request.contributions && !earlier.is_empty() {
        (0..first).for_each(|path| {
            draw(path);
        });
    }
    let drawn: Vec<f64> = (first..first + request.paths).map(&mut draw).collect();
    let mut all = Vec::with_capacity(earlier.len() + drawn.len());
    all.extend_from_slice(earlier);
    all.extend_from_slice(&drawn);
    let count = all.len() as f64;
    let losses = Losses::drawn(&all);
    let mean = losses.mean;
    let variance =
        losses.points.iter().map(|point| (point.loss - mean) * (point.loss - mean) * point.probability);
    let deviation = libm::sqrt(variance.sum());
    let tail = request.tail_level;
    let at_tail = losses.at(losses.place(tail));
    let parts = request.contributions.then(|| {
        // Of the paths at the level itself that part counts which lies beyond it.
        let at_level = ((at_tail.cumulative - tail) / at_tail.probability).max(0.0);
        let begin = if earlier.is_empty() { first } else { 0 };
        let mut in_tail = vec![0.0; book.count()];
        for (path, loss) in (begin..).zip(&all) {
            if *loss < at_tail.loss {
                continue;
            }
            let weight = if *loss > at_tail.loss { 1.0 } else { at_level };
            copula.path(path, &mut factors, &mut defaults);
            for (at, loss) in &defaults {
                in_tail.get_mut(*at).into_iter().for_each(|sum| *sum += weight * loss);
            }
        }
        let share = |((sum, product), worst): (&(f64, f64), &f64)| {
            let own = sum / count;
            let common = if deviation > 0.0 { (product / count - own * mean) / deviation } else { 0.0 };
            [own, common, worst / (count * (1.0 - tail))]
        };
        Parts { obligors: sums.iter().zip(&in_tail).map(share).collect(), sectors: None }
    });
    let quantile = |level: f64| {
        let loss = losses.at(losses.place(level)).loss;
        let spread = 1.959_963_984_540_054 * libm::sqrt(level * (1.0 - level) / count);
        let at = |level: f64| losses.at(losses.place(level)).loss;
        Quantile { loss, interval: Some((at(level - spread), at(level + spread + 1.0 / count))) }
    };
    Ok(Outcome {
        quantiles: request.levels.0.iter().map(|level| quantile(*level)).collect(),
        at_tail: at_tail.loss,
        shortfalls: request.levels.0.iter().map(|level| losses.shortfall(*level)).collect(),
        shortfall: losses.shortfall(tail),
        deviation,
        unit: None,
        rows: None,
        losses,
        parts,
        drawn: Some((drawn, all.len() as u32)),
    })
}
