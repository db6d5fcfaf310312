//! CreditRisk+: losses in whole units, exact by recursions in which nothing is subtracted.

use super::book::Book;
use super::lattice::{Bands, MOST_UNITS, REMAINS, band, counted};
use super::losses::Losses;
use super::outcome::{Contributed, Outcome, Parts};
use crate::numeric::dot;

/// Expected defaults of an obligor with a loss of so many units, as far as they belong to a sector.
#[derive(Clone, Copy)]
struct Atom {
    obligor: usize,
    band: usize,
    defaults: f64,
}

/// A sector: its rate of default has a gamma distribution. Without a deviation its defaults are those of a Poisson process.
struct Sector {
    atoms: Vec<Atom>,
    /// Expected defaults by band over all of them.
    bands: Bands,
    /// Expected defaults.
    defaults: f64,
    /// The shape of the gamma distribution; none without a deviation.
    shape: Option<f64>,
    /// Expected loss in units.
    loss: f64,
}

impl Sector {
    fn of(atoms: Vec<Atom>, deviation: f64, highest: usize) -> Self {
        let defaults: f64 = atoms.iter().map(|atom| atom.defaults).sum();
        let shape = (deviation > 0.0).then(|| defaults * defaults / (deviation * deviation));
        let own = atoms.iter().map(|atom| atom.band).max().unwrap_or(0).min(highest);
        Self {
            bands: Bands::of(atoms.iter().map(|atom| (atom.band, atom.defaults / defaults)), own),
            loss: atoms.iter().map(|atom| atom.band as f64 * atom.defaults).sum(),
            defaults,
            // Beyond it the deviation is one that no number could tell from none.
            shape: shape.filter(|shape| *shape < 1e12),
            atoms,
        }
    }

    /// `δ = β / (1 + β)`, `β = μ/α`
    fn delta(&self) -> f64 {
        self.shape.map_or(0.0, |shape| self.defaults / (shape + self.defaults))
    }

    /// The logarithm of the probability that there is no default.
    fn log_none(&self) -> f64 {
        match self.shape {
            Some(shape) => -shape * libm::log1p(self.defaults / shape),
            None => -self.defaults,
        }
    }
}

/// The distribution of losses of a book by CreditRisk+, generalised to obligors of several sectors.
///
/// Units: `L`. An obligor's loss `E` counts `v = ⌈E/L⌉` units, its expected defaults are `μ = p·(E/L)/v`, so that the expected
/// loss stays. Sector `k` has `μ_k = Σ w·μ` and `σ_k = Σ w·σ_A·μ/p`; its rate of default has a gamma distribution with shape
/// `α_k = μ_k²/σ_k²`, so that with `δ_k = μ_k/(α_k + μ_k)` and `P_k(z) = Σ w·μ·z^v / μ_k`
///
/// `G(z) = exp(Σ w₀·μ·(z^v − 1)) · Π ((1 − δ_k)/(1 − δ_k·P_k(z)))^α_k`
///
/// One sector: `n·G_n = Σ_v δ·P_v·(α·v + n − v)·G_{n−v}`. Several: the derivative of `ln G` by a recursion of each sector, and
/// `n·G_n = Σ_j T_j·G_{n−j}` from it. All terms are positive, so no digits are lost; the numbers are held in scale, so a book
/// whose probability of no loss is no 64-bit number is answered too.
///
/// Variance: `Σ v²·μ + Σ_k (Σ w·μ·v)²/α_k`. Contributions are its derivatives (Euler), and to the expected shortfall the
/// expected loss of each obligor in those cases: given sector `k` once more, `H_k(z) = G(z)·(1 − δ_k)/(1 − δ_k·P_k(z))`.
///
/// Source: CreditRisk+, A Credit Risk Management Framework (1997), Appendix A, (20) to (77), A12 and A13; the recursion by the
/// logarithm: H. Haaf, O. Reiß, J. Schoenmakers, Numerically Stable Computation of CreditRisk+ (2003); contributions to expected
/// shortfall: D. Tasche, Capital Allocation with CreditRisk+ (2004).
///
/// DIFFERENCE: the document's recursion for several sectors divides polynomials and subtracts.
///
/// # Errors
/// A unit that would do, where this one is too small.
#[allow(clippy::too_many_arguments, reason = "a part of one formula")]
pub(super) fn credit_risk_plus(
    book: &Book,
    deviations: &[f64],
    unit: f64,
    most: f64,
    levels: &[f64],
    tail: f64,
    contributions: bool,
) -> Result<Outcome, f64> {
    let (sectors, own) = sectors(book, deviations, unit);
    let all = || sectors.iter().chain(&own);
    let loss: f64 = all().map(|sector| sector.loss).sum();
    let squares: f64 = all()
        .flat_map(|sector| &sector.atoms)
        .map(|atom| atom.band as f64 * atom.band as f64 * atom.defaults)
        .sum();
    let common = |sector: &Sector| sector.shape.map_or(0.0, |shape| sector.loss / shape);
    let variance = squares + all().map(|sector| common(sector) * sector.loss).sum::<f64>();
    let deviation = libm::sqrt(variance);
    let longest = all().map(common).fold(0.0, f64::max);
    let highest =
        all().filter_map(|sector| sector.bands.list.last()).map(|(band, _)| *band).max().unwrap_or(1);
    // A gamma distribution falls by e over `longest`, the rest faster.
    let enough = loss + 8.0 * deviation + 25.0 * longest + 25.0 * highest as f64;
    check_size(&sectors, own.as_ref(), enough, unit, most)?;
    let probabilities = probabilities(&sectors, own.as_ref(), enough as usize);
    let points = probabilities.iter().enumerate().map(|(n, probability)| (n as f64 * unit, *probability));
    let losses = Losses::of(points, loss * unit);
    let parts = contributions.then(|| {
        let mut parts = Parts { obligors: vec![[0.0; 3]; book.count()], sectors: None };
        let mut by_sector = Vec::with_capacity(sectors.len() + 1);
        let at_tail = losses.place(tail);
        for sector in all() {
            by_sector.push(contribute(
                sector,
                &probabilities,
                &losses,
                at_tail,
                tail,
                deviation,
                unit,
                &mut parts,
            ));
        }
        if own.is_none() {
            by_sector.push([0.0; 3]);
        }
        // Obligors without a default rate have no sector of their own in the list.
        parts.sectors = Some(by_sector);
        parts
    });
    Ok(counted(losses, unit, levels, tail, deviation * unit, parts))
}

/// The sectors in their order, and what is the obligors' own.
fn sectors(book: &Book, deviations: &[f64], unit: f64) -> (Vec<Sector>, Option<Sector>) {
    let mut atoms: Vec<Vec<Atom>> = vec![Vec::new(); book.factors];
    let mut deviation = vec![0.0; book.factors];
    let mut own_atoms = Vec::new();
    let mut highest = 1;
    for obligor in 0..book.count() {
        let rate = book.rate_of(obligor);
        if rate == 0.0 {
            continue;
        }
        let (links, own) = (book.links(obligor), book.own(obligor));
        for node in book.nodes(obligor) {
            let band = band(node.loss, unit);
            highest = highest.max(band);
            let defaults = rate * node.share * (node.loss / unit) / band as f64;
            for link in links {
                let of = deviations.get(obligor).copied().unwrap_or(0.0) * link.weight * defaults / rate;
                if let Some((atoms, deviation)) =
                    atoms.get_mut(link.sector).zip(deviation.get_mut(link.sector))
                {
                    atoms.push(Atom { obligor, band, defaults: defaults * link.weight });
                    *deviation += of;
                }
            }
            // Weights that sum to 1 but for the rounding leave nothing.
            if own > 1e-12 {
                own_atoms.push(Atom { obligor, band, defaults: defaults * own });
            }
        }
    }
    let sectors =
        atoms.into_iter().zip(deviation).map(|(atoms, deviation)| Sector::of(atoms, deviation, highest));
    let own = (!own_atoms.is_empty()).then(|| Sector::of(own_atoms, 0.0, highest));
    (sectors.collect(), own)
}

/// Whether one recursion over the bands is enough.
fn is_single<'s>(sectors: &'s [Sector], own: Option<&Sector>) -> Option<&'s Sector> {
    match (sectors, own) {
        ([one], None) => Some(one),
        _ => None,
    }
}

fn check_size(
    sectors: &[Sector],
    own: Option<&Sector>,
    enough: f64,
    unit: f64,
    most: f64,
) -> Result<(), f64> {
    let a_unit: f64 = sectors.iter().chain(own).map(|sector| sector.bands.cost() as f64).sum();
    let products = match is_single(sectors, own) {
        Some(_) => 2.0 * enough * a_unit,
        None => enough * (a_unit + 0.5 * enough),
    };
    if enough <= MOST_UNITS && products <= most {
        return Ok(());
    }
    Err(unit * (enough / MOST_UNITS).max(libm::sqrt(products / most)))
}

/// The probabilities of losses of 0, 1, 2 … units, until nearly all are told or there are so many.
fn probabilities(sectors: &[Sector], own: Option<&Sector>, most: usize) -> Vec<f64> {
    let mut log =
        sectors.iter().chain(own).filter(|sector| sector.defaults > 0.0).map(Sector::log_none).sum::<f64>();
    let single = is_single(sectors, own).map(|sector| match sector.shape {
        Some(shape) => {
            let delta = sector.delta();
            let weighted = sector.bands.map(|band, weight| shape * delta * band as f64 * weight);
            (weighted, Some(sector.bands.map(|_, weight| delta * weight)))
        }
        None => (sector.bands.map(|band, weight| sector.defaults * band as f64 * weight), None),
    });
    let slopes = if single.is_some() { Vec::new() } else { slopes(sectors, own, most) };
    let mut found = Vec::with_capacity(most + 1);
    // Entries times their places.
    let mut times = Vec::with_capacity(if single.is_some() { most + 1 } else { 0 });
    found.push(1.0);
    times.push(0.0);
    let mut sum = 1.0;
    for n in 1..=most {
        if sum * libm::exp(log) >= 1.0 - REMAINS {
            break;
        }
        let next = match &single {
            Some((bands, again)) => {
                bands.over(&found) + again.as_ref().map_or(0.0, |bands| bands.over(&times))
            }
            None => dot(&found, slopes.get(most - n..).unwrap_or_default()),
        };
        let one = next / n as f64;
        found.push(one);
        if single.is_some() {
            times.push(next);
        }
        sum += one;
        if next > LARGE {
            scale(&mut found);
            scale(&mut times);
            sum /= LARGE;
            log += libm::log(LARGE);
        }
    }
    let factor = libm::exp(log);
    for entry in &mut found {
        *entry *= factor;
    }
    found
}

/// Beyond it all numbers are made smaller.
const LARGE: f64 = 1e200;

fn scale(entries: &mut [f64]) {
    for entry in entries {
        // What is too small to matter is nothing: numbers with few digits are slow.
        *entry = if *entry < 1e-80 { 0.0 } else { *entry / LARGE };
    }
}

/// `T_j`, the coefficients of `z·d/dz ln G(z)`, from the last to the first: `j = most … 1`.
fn slopes(sectors: &[Sector], own: Option<&Sector>, most: usize) -> Vec<f64> {
    let mut sums = vec![0.0; most];
    let mut add = |j: usize, slope: f64| {
        if let Some(sum) = most.checked_sub(j).and_then(|at| sums.get_mut(at)) {
            *sum += slope;
        }
    };
    let mut history = Vec::new();
    for sector in sectors.iter().chain(own) {
        let Some(shape) = sector.shape else {
            for (band, weight) in &sector.bands.list {
                add(*band, sector.defaults * *band as f64 * weight);
            }
            continue;
        };
        let delta = sector.delta();
        let again = sector.bands.map(|_, weight| delta * weight);
        let mut first = sector.bands.list.iter().copied().peekable();
        history.clear();
        history.push(0.0);
        for n in 1..=most {
            let mut slope = again.over(&history);
            if let Some((band, weight)) = first.next_if(|(band, _)| *band == n) {
                slope += shape * delta * band as f64 * weight;
            }
            history.push(slope);
            add(n, slope);
        }
    }
    sums
}

/// Adds what a sector's obligors contribute through it, and gives their sums.
#[allow(clippy::too_many_arguments, reason = "a part of one formula")]
fn contribute(
    sector: &Sector,
    probabilities: &[f64],
    losses: &Losses,
    at_tail: usize,
    tail: f64,
    deviation: f64,
    unit: f64,
    parts: &mut Parts,
) -> Contributed {
    let point = losses.at(at_tail);
    // What of the probability of the quantile itself lies beyond the level.
    let beyond =
        if point.probability > 0.0 { (point.cumulative - tail).max(0.0) / point.probability } else { 0.0 };
    let delta = sector.delta();
    let again = sector.bands.map(|_, weight| delta * weight);
    let mut given: Vec<f64> = Vec::with_capacity(at_tail + 1);
    let mut cumulative: Vec<f64> = Vec::with_capacity(at_tail + 1);
    let mut sum = 0.0;
    for probability in probabilities.iter().take(at_tail + 1) {
        let mut own = *probability;
        if delta > 0.0 {
            own = (1.0 - delta) * own + again.over(&given);
        }
        sum += own;
        given.push(own);
        cumulative.push(sum);
    }
    let common = sector.shape.map_or(0.0, |shape| sector.loss / shape);
    let mut total = [0.0; 3];
    for atom in &sector.atoms {
        let loss = atom.band as f64 * atom.defaults * unit;
        let of =
            |list: &[f64]| at_tail.checked_sub(atom.band).and_then(|at| list.get(at)).copied().unwrap_or(0.0);
        let in_tail = (1.0 - of(&cumulative)).max(0.0) + beyond * of(&given);
        let shares = [loss, loss * (atom.band as f64 + common) / deviation, loss * in_tail / (1.0 - tail)];
        for (total, share) in total.iter_mut().zip(shares) {
            *total += share;
        }
        if let Some(obligor) = parts.obligors.get_mut(atom.obligor) {
            for (sum, share) in obligor.iter_mut().zip(shares) {
                *sum += share;
            }
        }
    }
    total
}
