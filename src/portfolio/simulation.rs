//! Many paths, and what they tell together.

use super::book::Book;
use super::copula::{Copula, Defaults};
use super::losses::Losses;
use super::outcome::{Outcome, Parts, Quantile, deviation};
use super::request::PortfolioRequest;
use crate::document::Text;
use crate::error::Error;

/// Paths of one quote, and of all that belong together.
const MOST_PATHS: u32 = 1_000_000;
const MOST_IN_ALL: u32 = 10_000_000;
/// Paths times obligors of one quote.
const MOST_DRAWS: f64 = 2e10;
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
/// `OutOfRange`: `out-of-bounds`, `above-maximum`, `too-many-factors`; `InvalidInput`: `unequal-lengths`.
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
    let most = libm::floor(MOST_DRAWS / book.count() as f64);
    if f64::from(request.paths) > most {
        let sentence = "paths times obligors must be at most 20 thousand million: draw them in parts";
        return Err(Error::out_of_range("above-maximum", sentence)
            .detail("maximum", most.text())
            .at("paths")
            .with_value(request.paths.text()));
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
    let deviation = deviation(variance.sum(), mean);
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
