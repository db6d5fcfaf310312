//! Projects and providers of money: who comes into question, in what order, and who finances what.

mod allocation;
mod columns;
mod explained;
mod filter;
mod orders;
mod price;
mod request;
mod stable;

use std::sync::Arc;

pub use request::{
    CapitalOffers, ExclusionReason, FinanceKind, MatchingAllocation, MatchingExclusions, MatchingProjects,
    MatchingQuote, MatchingRanking, MatchingRequest, MatchingWeights, ProjectStage, WhyUnplaced,
};

use self::allocation::Allocation;
use self::columns::{Offer, RATE_PART};
use self::orders::Sides;
use crate::document::Column;
use crate::error::Error;
use crate::explain::{Edition, Notice, Trace};
use crate::product::Product;
use crate::reference::{Market, age_notice};
use crate::values::{Money, Rounding, bounded};

crate::quotes!(MatchingQuote);

impl Product for MatchingRequest {
    type Quote = MatchingQuote;

    const NAME: &'static str = "matching";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<MatchingQuote, Error> {
        let (projects, offers) = self.read(market)?;
        let rates = price::all_in_rates(&projects, &offers, self.frequency, self.currency)?;
        let mut exclusions = MatchingExclusions {
            projects: Column(Vec::new()),
            offers: Column(Vec::new()),
            reasons: Vec::new(),
            found: Column(Vec::new()),
            asked: Column(Vec::new()),
            lacking: Column(Vec::new()),
        };
        let mut limits = Vec::with_capacity(rates.len());
        let pairs = projects.iter().enumerate().flat_map(|(row, project)| {
            offers.iter().enumerate().map(move |(column, offer)| (row, project, column, offer))
        });
        for ((row, project, column, offer), rate) in pairs.zip(&rates) {
            let reasons = filter::exclusions(project, offer, *rate);
            limits.push(if reasons.is_empty() { project.amount.min(offer.most) } else { 0 });
            for exclusion in reasons {
                exclusions.projects.0.push(row as f64);
                exclusions.offers.0.push(column as f64);
                exclusions.reasons.push(exclusion.reason);
                exclusions.found.0.push(exclusion.found);
                exclusions.asked.0.push(exclusion.asked);
                exclusions.lacking.0.push(exclusion.lacking());
            }
        }
        let eligible = limits.iter().filter(|limit| **limit > 0).count();
        let sides = Sides::of(&projects, &offers, limits, rates, self.weights.as_ref())?;
        let stable = sides.stable_allocation();
        let cheapest = sides.cheapest(&stable)?;
        let losses: Vec<i64> = projects.iter().map(|project| project.loss).collect();
        let ranking = sides.ranking(&losses);
        let of = |allocation: &Allocation| self.told(&sides, allocation);
        let (stable_told, cheapest_told) = (of(&stable)?, of(&cheapest.allocation)?);
        let least = sides.least_cost_of(stable_told.placed.minor())?;
        let above = sides.cost(&stable.amounts) - least;
        let price = self.money_of(above)?;
        let placed = stable_told.placed.minor();
        let sum = |list: &[i64]| Money::new(list.iter().sum(), self.currency);
        let mut notices = Vec::new();
        if self.offers.illustrative {
            notices.push(Notice::new("offers-illustrative"));
        }
        if eligible == 0 {
            notices.push(Notice::new("no-pair-eligible"));
        }
        if let Some(relaxed) = &cheapest.without_minimums {
            let most = Money::new(relaxed.iter().sum(), self.currency);
            let cost = self.money_of(sides.cost(relaxed))?;
            notices.push(Notice::new("minimums-bind").with("placed", most).with("cost", cost));
        }
        let left_out = stable.left_out.iter().filter(|out| **out).count() as u32;
        if left_out > 0 {
            notices.push(Notice::new("pairs-left-out").with("pairs", left_out));
        }
        if stable_told.blocking_pairs > 0 {
            notices.push(Notice::new("not-stable").with("pairs", stable_told.blocking_pairs));
        }
        let (editions, age) = self.editions(market, &offers);
        notices.extend(age);
        let quote = MatchingQuote {
            currency: self.currency,
            demand: sum(&sides.supply),
            capacity: sum(&sides.capacity),
            placed_share: placed as f64 / sides.supply.iter().sum::<i64>().max(1) as f64,
            eligible_pairs: eligible as u32,
            excluded_pairs: (sides.limits.len() - eligible) as u32,
            price_of_stability: price,
            price_of_stability_rate: (placed > 0).then(|| rate_of(above, placed)),
            placed_less: Money::new(cheapest_told.placed.minor() - placed, self.currency),
            stable: stable_told,
            least_cost: cheapest_told,
            ranking,
            exclusions,
            editions,
            notices,
        };
        self.explain(&quote, trace);
        Ok(quote)
    }
}

impl MatchingRequest {
    fn told(&self, sides: &Sides, allocation: &Allocation) -> Result<MatchingAllocation, Error> {
        let columns = sides.columns();
        let amounts = &allocation.amounts;
        let (mut unplaced, mut remaining) = (sides.supply.clone(), sides.capacity.clone());
        let mut told = MatchingAllocation {
            placed: Money::new(0, self.currency),
            unplaced: Money::new(0, self.currency),
            cost: self.money_of(sides.cost(amounts))?,
            average_rate: None,
            blocking_pairs: sides.blocking_pairs(amounts),
            projects: Column(Vec::new()),
            offers: Column(Vec::new()),
            amounts: Column(Vec::new()),
            all_in_rates: Column(Vec::new()),
            unplaced_amounts: Column(Vec::new()),
            why_unplaced: Vec::new(),
            remaining: Column(Vec::new()),
        };
        for (row, list) in sides.of_projects.lists.iter().enumerate() {
            for column in list {
                let pair = row * columns + column;
                let amount = amounts.get(pair).copied().unwrap_or(0);
                if amount == 0 {
                    continue;
                }
                told.projects.0.push(row as f64);
                told.offers.0.push(*column as f64);
                told.amounts.0.push(amount as f64);
                told.all_in_rates.0.push(sides.rate(pair));
                for (left, at) in [(&mut unplaced, row), (&mut remaining, *column)] {
                    if let Some(left) = left.get_mut(at) {
                        *left -= amount;
                    }
                }
            }
        }
        for (row, (left, supply)) in unplaced.iter().zip(&sides.supply).enumerate() {
            let own = |list: &[i64]| -> i64 { list.iter().skip(row * columns).take(columns).sum() };
            let out = allocation.left_out.iter().skip(row * columns).take(columns).any(|out| *out);
            told.why_unplaced.push(match own(&sides.limits) {
                _ if *left == 0 => WhyUnplaced::Placed,
                0 => WhyUnplaced::NoOffer,
                limit if limit < *supply => WhyUnplaced::OffersTooSmall,
                _ if out => WhyUnplaced::PieceBelowMinimum,
                _ => WhyUnplaced::CapacityTaken,
            });
        }
        let placed: i64 = amounts.iter().sum();
        told.placed = Money::new(placed, self.currency);
        told.unplaced = Money::new(unplaced.iter().sum(), self.currency);
        told.average_rate = (placed > 0).then(|| rate_of(sides.cost(amounts), placed));
        told.unplaced_amounts = Column(unplaced.iter().map(|left| *left as f64).collect());
        told.remaining = Column(remaining.iter().map(|left| *left as f64).collect());
        Ok(told)
    }

    /// Smallest units times ten thousand millionths as money, rounded once.
    fn money_of(&self, cost: i128) -> Result<Money, Error> {
        let minor = Rounding::default().quotient(cost, RATE_PART as i128);
        let minor = bounded(minor, self.currency).map_err(|error| error.at("offers.rates"))?;
        Ok(Money::new(minor, self.currency))
    }

    /// The list of countries, where a category was looked up.
    fn editions(&self, market: &Market, offers: &[Offer]) -> (Vec<Arc<Edition>>, Option<Notice>) {
        if self.projects.countries.is_empty() || offers.iter().all(|offer| offer.max_category.is_none()) {
            return (Vec::new(), None);
        }
        let edition = market.countries.edition();
        let age = age_notice(edition, edition.in_force.unwrap_or(edition.retrieved), self.valuation_date);
        (vec![Arc::clone(edition)], age)
    }
}

impl Sides {
    fn rate(&self, pair: usize) -> f64 {
        self.rates.get(pair).map_or(0.0, |rate| *rate as f64 / RATE_PART)
    }

    fn ranking(&self, losses: &[i64]) -> MatchingRanking {
        let column = || Column(Vec::new());
        let mut ranking = MatchingRanking {
            projects: column(),
            offers: column(),
            places: column(),
            all_in_rates: column(),
            returns: column(),
            scores: column(),
            limits: column(),
        };
        for ((row, list), loss) in self.of_projects.lists.iter().enumerate().zip(losses) {
            for (place, offer) in list.iter().enumerate() {
                let pair = row * self.columns() + offer;
                let rate = self.rates.get(pair).copied().unwrap_or(0);
                ranking.projects.0.push(row as f64);
                ranking.offers.0.push(*offer as f64);
                ranking.places.0.push((place + 1) as f64);
                ranking.all_in_rates.0.push(self.rate(pair));
                ranking.returns.0.push((rate - loss) as f64 / RATE_PART);
                ranking.scores.0.extend(self.scores.get(pair));
                ranking.limits.0.push(self.limits.get(pair).copied().unwrap_or(0) as f64);
            }
        }
        ranking
    }
}

/// A cost over an amount, as a rate: ten decimals.
fn rate_of(cost: i128, amount: i64) -> f64 {
    let part = Rounding::default().quotient(cost, i128::from(amount));
    part as f64 / RATE_PART
}
