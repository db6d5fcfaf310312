//! Vasicek's limit: a book of so many small obligors that only their common factor is left to chance.

use super::book::Book;
use super::losses::Losses;
use super::outcome::{Outcome, Parts, Quantile, deviation};
use super::quote::LossDistribution;
use crate::capital::conditional_default_rate;
use crate::document::Column;
use crate::numeric::{brent, normal_density, normal_probability, normal_quantile, sorted};

/// Obligors with the same rate and correlation.
struct Group {
    rate: f64,
    threshold: f64,
    /// `√ρ/√(1 − ρ)` and `1/√(1 − ρ)`
    weight: f64,
    stretch: f64,
    loss: f64,
    members: Vec<usize>,
}

impl Group {
    /// `N[(G(p) + √ρ·z)/√(1 − ρ)]`
    fn rate_at(&self, z: f64) -> f64 {
        // The threshold of a rate of 1 is infinite, and so is the answer.
        normal_probability(self.threshold * self.stretch + self.weight * z)
    }
}

/// How far the common factor is followed on both sides: beyond lie 10⁻¹⁶. How long a piece is at most, and how much of the
/// rise of a rate it may have.
const REACH: f64 = 8.2;
const PIECE: f64 = 0.2;
const RISE: f64 = 0.3;
/// Gauss's points and weights for three points on −1 to 1.
const GAUSS: [(f64, f64); 3] =
    [(-0.774_596_669_241_483_4, 5.0 / 9.0), (0.0, 8.0 / 9.0), (0.774_596_669_241_483_4, 5.0 / 9.0)];

/// A piece of the normal distribution: where it ends, its probability, and points that stand for it.
struct Cell {
    end: f64,
    probability: f64,
    points: [(f64, f64); 3],
}

/// The distribution of losses of a book in which each obligor is a large number of small ones, so that given the common factor
/// `z` each loses its expected loss.
///
/// `X(z) = Σ eᵢ·N[(G(pᵢ) + √ρᵢ·z)/√(1 − ρᵢ)]`, `z` a standard normal number, high where times are bad
///
/// - `eᵢ` what a default of obligor `i` costs on average, `pᵢ` its rate of default, `ρᵢ` the correlation of its assets
///
/// `X` rises with `z`, so its quantiles are those of `z`. Everything else is an integral over `z`, by Gauss's rule in pieces of
/// at most 0.2, shorter where rates rise steeply, that end at each level and at each end of a layer.
///
/// Source: O. Vasicek, The distribution of loan portfolio value, Risk (December 2002); for unequal obligors M. Gordy, A
/// risk-factor model foundation for ratings-based bank capital rules (2003).
pub(super) fn limit(
    book: &Book,
    correlations: &[f64],
    levels: &[f64],
    tail: f64,
    ends: &[f64],
    contributions: bool,
) -> Outcome {
    let groups = groups(book, correlations);
    let loss = |z: f64| groups.iter().map(|group| group.loss * group.rate_at(z)).sum::<f64>();
    let steepest = groups.iter().map(|group| group.weight).fold(0.0, f64::max);
    let pieces = libm::ceil(2.0 * REACH / (RISE / steepest).min(PIECE)) as u32;
    let border = |at: u32| -REACH + 2.0 * REACH * (f64::from(at) / f64::from(pieces));
    let mut borders: Vec<f64> = (0..=pieces).map(border).collect();
    let at_level = normal_quantile;
    borders.extend(levels.iter().chain([&tail]).map(|level| at_level(*level)));
    borders.extend(ends.iter().filter_map(|amount| brent(|z| loss(z) - amount, -REACH, REACH, 1e-12).ok()));
    let borders = sorted(borders.into_iter().map(|border| (border, 0.0)).collect());
    let cells: Vec<Cell> = borders
        .windows(2)
        .filter_map(|ends| match ends {
            [(start, _), (end, _)] => Some(cell(*start, *end)).filter(|cell| cell.probability > 0.0),
            _ => None,
        })
        .collect();
    let mean: f64 = groups.iter().map(|group| group.loss * group.rate).sum();
    let (mut variance, mut below) = (0.0, 0.0);
    let mut pairs = Vec::with_capacity(cells.len());
    let mut rows = Vec::with_capacity(cells.len());
    // Each point with its probability and its loss, and where its piece ends.
    let mut known = Vec::with_capacity(3 * cells.len());
    for cell in &cells {
        let mut own = 0.0;
        for (z, probability) in cell.points {
            let loss = loss(z);
            own += loss * probability;
            known.push((z, probability, loss, cell.end));
            variance += (loss - mean) * (loss - mean) * probability;
        }
        pairs.push((own / cell.probability, cell.probability));
        below += cell.probability;
        rows.push((loss(cell.end), cell.probability, below.min(1.0)));
    }
    let deviation = deviation(variance, mean);
    let losses = Losses::of(pairs.into_iter(), mean);
    let quantile = |level: f64| -> f64 {
        groups
            .iter()
            .map(|group| group.loss * conditional_default_rate(group.rate, group.correlation(), level))
            .sum()
    };
    let parts = contributions.then(|| {
        let mut parts = Parts { obligors: vec![[0.0; 3]; book.count()], sectors: None };
        let from = at_level(tail);
        for group in &groups {
            let (mut common, mut in_tail) = (0.0, 0.0);
            for (z, probability, loss, end) in &known {
                let rate = group.rate_at(*z) * probability;
                common += rate * (loss - mean);
                if *end > from {
                    in_tail += rate;
                }
            }
            for member in &group.members {
                let severity = book.severity_of(*member);
                let own = if deviation > 0.0 { severity * common / deviation } else { 0.0 };
                if let Some(shares) = parts.obligors.get_mut(*member) {
                    *shares = [severity * group.rate, own, severity * in_tail / (1.0 - tail)];
                }
            }
        }
        parts
    });
    Outcome {
        quantiles: levels.iter().map(|level| Quantile { loss: quantile(*level), interval: None }).collect(),
        at_tail: quantile(tail),
        shortfalls: levels.iter().map(|level| losses.shortfall(*level)).collect(),
        shortfall: losses.shortfall(tail),
        deviation,
        unit: None,
        rows: Some(LossDistribution {
            loss: Column(rows.iter().map(|row| row.0).collect()),
            probability: Column(rows.iter().map(|row| row.1).collect()),
            cumulative: Column(rows.iter().map(|row| row.2).collect()),
        }),
        losses,
        parts,
        drawn: None,
    }
}

impl Group {
    fn correlation(&self) -> f64 {
        let ratio = self.weight / self.stretch;
        ratio * ratio
    }
}

fn cell(start: f64, end: f64) -> Cell {
    // On the right of the middle the difference of the upper tails has more digits.
    let probability = if start > 0.0 {
        normal_probability(-start) - normal_probability(-end)
    } else {
        normal_probability(end) - normal_probability(start)
    };
    let at = |point: f64| 0.5 * (start + end) + 0.5 * (end - start) * point;
    let densities = GAUSS.map(|(point, weight)| (at(point), weight * normal_density(at(point))));
    let sum: f64 = densities.iter().map(|(_, density)| density).sum();
    Cell { end, probability, points: densities.map(|(z, density)| (z, probability * density / sum)) }
}

fn groups(book: &Book, correlations: &[f64]) -> Vec<Group> {
    let of = |at: f64| correlations.get(at as usize).copied().unwrap_or(0.0);
    let by_correlation = sorted((0..book.count()).map(|at| (of(at as f64), at as f64)).collect());
    // Those of the same rate stay in the order of their correlations.
    let by_rate = by_correlation.into_iter().map(|(_, at)| (book.rate_of(at as usize), at)).collect();
    let mut groups: Vec<Group> = Vec::new();
    for (rate, place) in sorted(by_rate) {
        let at = place as usize;
        if rate == 0.0 || book.severity_of(at) == 0.0 {
            continue;
        }
        let stretch = 1.0 / libm::sqrt(1.0 - of(place));
        let weight = libm::sqrt(of(place)) * stretch;
        match groups.last_mut() {
            Some(group) if group.rate == rate && group.weight == weight => {
                group.loss += book.severity_of(at);
                group.members.push(at);
            }
            _ => groups.push(Group {
                rate,
                threshold: normal_quantile(rate),
                weight,
                stretch,
                loss: book.severity_of(at),
                members: vec![at],
            }),
        }
    }
    groups
}
