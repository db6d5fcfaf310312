//! Minimum amounts, the cheapest allocation, and what is to be said of an allocation.

use super::orders::Sides;
use crate::error::Error;
use crate::numeric::{Rest, Transport, sorted};

/// Amounts by pair, with the pairs that had to be left out because only less than the least would have gone there.
#[derive(Clone, Debug)]
pub(super) struct Allocation {
    pub amounts: Vec<i64>,
    pub left_out: Vec<bool>,
}

/// The cheapest allocation, and what bounds it where minimum amounts bind.
#[derive(Clone, Debug)]
pub(super) struct Cheapest {
    pub allocation: Allocation,
    /// Without minimum amounts: what no allocation can exceed, and what it costs at least. None where they don't bind.
    pub without_minimums: Option<Vec<i64>>,
}

/// As often short pieces are raised; what is still short then is taken out.
const RAISING_ROUNDS: usize = 12;
/// As often projects propose; more was never needed for random problems of 500 rows and 200 columns.
const PROPOSING_ROUNDS: usize = 1000;

impl Sides {
    /// The stable allocation. Where minimum amounts bind there may be none, and an allocation is made that keeps to them: see
    /// [`Self::proposed`].
    pub fn stable_allocation(&self) -> Allocation {
        let amounts = self.stable(&self.limits);
        if self.short(&amounts).next().is_none() {
            let left_out = vec![false; amounts.len()];
            return Allocation { amounts, left_out };
        }
        self.proposed()
    }

    /// The allocation that places the most, and of such the one of the least cost.
    ///
    /// Minimum amounts make this a problem for which no quick exact way is known (pieces are nothing or at least the minimum). Where
    /// they bind, two allocations that keep to them are made, and the one that places more is taken, of equal ones the
    /// cheaper: short pieces raised to the minimum where supply and capacity have it, and the stable one.
    ///
    /// # Errors
    /// `NoConvergence` for a problem that takes too many steps.
    pub fn cheapest(&self, stable: &Allocation) -> Result<Cheapest, Error> {
        let relaxed = self.least_cost(&self.limits, Rest::Least)?;
        if self.short(&relaxed).next().is_none() {
            let left_out = vec![false; relaxed.len()];
            let allocation = Allocation { amounts: relaxed, left_out };
            return Ok(Cheapest { allocation, without_minimums: None });
        }
        let raised = self.raised(&relaxed)?;
        let best = if self.rank(stable) < self.rank(&raised) { stable.clone() } else { raised };
        Ok(Cheapest { allocation: best, without_minimums: Some(relaxed) })
    }

    /// The least that it costs to place so much, minimum amounts aside: amounts times rates in ten thousand millionths.
    ///
    /// # Errors
    /// As [`Self::cheapest`].
    pub fn least_cost_of(&self, placed: i64) -> Result<i128, Error> {
        let supply: i64 = self.supply.iter().sum();
        // What stays behind costs nothing, so every rate is counted from just below the lowest: then exactly so much stays.
        let lowest = self.rates.iter().copied().min().unwrap_or(0) - 1;
        let rates: Vec<i64> = self.rates.iter().map(|rate| rate - lowest).collect();
        let problem = Transport { costs: &rates, ..self.transport(&self.limits) };
        let amounts = problem.least_cost(Rest::Exactly(supply - placed)).ok_or_else(no_convergence)?;
        Ok(self.cost(&amounts))
    }

    fn least_cost(&self, limits: &[i64], rest: Rest) -> Result<Vec<i64>, Error> {
        self.transport(limits).least_cost(rest).ok_or_else(no_convergence)
    }

    fn transport<'a>(&'a self, limits: &'a [i64]) -> Transport<'a> {
        Transport { supply: &self.supply, capacity: &self.capacity, limits, costs: &self.rates }
    }

    /// `Σ x·i`, rates in ten thousand millionths.
    pub fn cost(&self, amounts: &[i64]) -> i128 {
        amounts.iter().zip(&self.rates).map(|(amount, rate)| i128::from(*amount) * i128::from(*rate)).sum()
    }

    /// Pairs of which a piece is below the least.
    fn short<'a>(&'a self, amounts: &'a [i64]) -> impl Iterator<Item = usize> + 'a {
        let least = |pair: usize| at(&self.least, pair % self.columns());
        let is_short = move |(pair, amount): &(usize, &i64)| **amount > 0 && **amount < least(*pair);
        amounts.iter().enumerate().filter(is_short).map(|(pair, _)| pair)
    }

    /// Proposals and rejections where no piece is below the least: in each round every project proposes what it needs to its offers in
    /// its order, leaving out those that lend no so little; every provider takes in its order what it can, and rejects what
    /// would be short; what is rejected is not proposed again. In the end what nobody took goes where there is room.
    fn proposed(&self) -> Allocation {
        let columns = self.columns();
        let mut limits = self.limits.clone();
        let mut left_out = vec![false; limits.len()];
        let mut amounts = vec![0; limits.len()];
        for _ in 0..PROPOSING_ROUNDS {
            amounts.fill(0);
            let mut asked: Vec<Vec<usize>> = vec![Vec::new(); columns];
            for (row, list) in self.of_projects.lists.iter().enumerate() {
                let mut left = at(&self.supply, row);
                for column in list {
                    let pair = row * columns + column;
                    let amount = left.min(at(&limits, pair));
                    if amount > 0 && amount >= at(&self.least, *column) {
                        add(&mut amounts, pair, amount);
                        left -= amount;
                        asked.get_mut(*column).into_iter().for_each(|asked| asked.push(pair));
                    } else if amount > 0 {
                        left_out.get_mut(pair).into_iter().for_each(|out| *out = true);
                    }
                    if left == 0 {
                        break;
                    }
                }
            }
            let mut rejected = false;
            for (column, pairs) in asked.iter().enumerate() {
                let mut left = at(&self.capacity, column);
                let place =
                    |pair: &usize| self.of_offers.places.get(*pair).map_or(0.0, |place| *place as f64);
                let order = sorted(pairs.iter().map(|pair| (place(pair), *pair as f64)).collect());
                for pair in order.iter().map(|(_, pair)| *pair as usize) {
                    let wanted = at(&amounts, pair);
                    let mut taken = wanted.min(left);
                    if taken < at(&self.least, column) {
                        left_out.get_mut(pair).into_iter().for_each(|out| *out = taken > 0 || *out);
                        taken = 0;
                    }
                    left -= taken;
                    if taken < wanted {
                        add(&mut amounts, pair, taken - wanted);
                        limits.get_mut(pair).into_iter().for_each(|limit| *limit = taken);
                        rejected = true;
                    }
                }
            }
            if !rejected {
                break;
            }
        }
        self.completed(amounts, left_out)
    }

    /// What is not placed goes to offers that have it left, in each project's order; no piece becomes short.
    fn completed(&self, mut amounts: Vec<i64>, mut left_out: Vec<bool>) -> Allocation {
        let columns = self.columns();
        let (mut supply, mut spare) = (self.supply.clone(), self.capacity.clone());
        for (pair, amount) in amounts.iter().enumerate() {
            add(&mut supply, pair / columns, -amount);
            add(&mut spare, pair % columns, -amount);
        }
        for (row, list) in self.of_projects.lists.iter().enumerate() {
            for column in list {
                let pair = row * columns + column;
                let room = at(&self.limits, pair) - at(&amounts, pair);
                let more = at(&supply, row).min(at(&spare, *column)).min(room);
                if more > 0 && at(&amounts, pair) + more >= at(&self.least, *column) {
                    add(&mut amounts, pair, more);
                    add(&mut supply, row, -more);
                    add(&mut spare, *column, -more);
                }
            }
        }
        left_out.iter_mut().zip(&amounts).for_each(|(out, amount)| *out &= *amount == 0);
        Allocation { amounts, left_out }
    }

    /// The most that is placed comes first, then the least cost.
    fn rank(&self, allocation: &Allocation) -> (i64, i128) {
        let placed: i64 = allocation.amounts.iter().sum();
        (-placed, self.cost(&allocation.amounts))
    }

    /// Short pieces are raised to the least where project and offer have it, else left out, and the rest is made anew. Of all rounds
    /// the best counts, without what is short in it.
    fn raised(&self, relaxed: &[i64]) -> Result<Allocation, Error> {
        let columns = self.columns();
        let (mut supply, mut capacity) = (self.supply.clone(), self.capacity.clone());
        let mut limits = self.limits.clone();
        let mut left_out = vec![false; limits.len()];
        let mut fixed = vec![0; limits.len()];
        let mut amounts = relaxed.to_vec();
        let mut best: Option<Allocation> = None;
        for _ in 0..RAISING_ROUNDS {
            let short: Vec<usize> = self.short(&amounts).collect();
            let taken_out = self.taken_out(amounts.clone(), left_out.clone());
            let is_better = best.as_ref().is_none_or(|best| self.rank(&taken_out) < self.rank(best));
            if is_better {
                best = Some(taken_out);
            }
            if short.is_empty() {
                break;
            }
            for pair in short {
                let (row, column) = (pair / columns, pair % columns);
                let least = at(&self.least, column);
                if at(&supply, row) >= least && at(&capacity, column) >= least {
                    for (list, place) in
                        [(&mut supply, row), (&mut capacity, column), (&mut limits, pair), (&mut fixed, pair)]
                    {
                        add(list, place, -least);
                    }
                } else {
                    let own = at(&limits, pair);
                    add(&mut limits, pair, -own);
                    if let Some(out) = left_out.get_mut(pair) {
                        *out = true;
                    }
                }
            }
            let problem =
                Transport { supply: &supply, capacity: &capacity, limits: &limits, costs: &self.rates };
            let rest = problem.least_cost(Rest::Least).ok_or_else(no_convergence)?;
            amounts = rest.iter().zip(&fixed).map(|(amount, fixed)| amount - fixed).collect();
        }
        let last = self.taken_out(amounts, left_out);
        Ok(best.filter(|best| self.rank(best) <= self.rank(&last)).unwrap_or(last))
    }

    /// Without the pieces that are still short, and completed.
    fn taken_out(&self, mut amounts: Vec<i64>, mut left_out: Vec<bool>) -> Allocation {
        let short: Vec<usize> = self.short(&amounts).collect();
        for pair in short {
            if let (Some(amount), Some(out)) = (amounts.get_mut(pair), left_out.get_mut(pair)) {
                (*amount, *out) = (0, true);
            }
        }
        self.completed(amounts, left_out)
    }

    /// Pairs of a project and an offer that would both rather have more of each other, and at least the offer's least: the
    /// project in the place of what it has at offers that it likes less or of what is not placed, the provider in the place of
    /// projects that it likes less or of what it has left.
    ///
    /// `min(y, z, u − x) > 0` and `x + min(y, z, u − x) ≥ l`
    ///
    /// - `y`, `z` what project and provider could move, `x` what they have of each other, `u` the limit, `l` the least
    pub fn blocking_pairs(&self, amounts: &[i64]) -> u32 {
        let columns = self.columns();
        let pieces: Vec<usize> =
            amounts.iter().enumerate().filter(|(_, amount)| **amount > 0).map(|(pair, _)| pair).collect();
        let mut of_rows = vec![Vec::new(); self.supply.len()];
        let mut of_columns = vec![Vec::new(); columns];
        let (mut unplaced, mut spare) = (self.supply.clone(), self.capacity.clone());
        for pair in pieces {
            let amount = amounts.get(pair).copied().unwrap_or(0);
            for (lists, left, at) in
                [(&mut of_rows, &mut unplaced, pair / columns), (&mut of_columns, &mut spare, pair % columns)]
            {
                if let (Some(list), Some(left)) = (lists.get_mut(at), left.get_mut(at)) {
                    list.push((pair, amount));
                    *left -= amount;
                }
            }
        }
        let worse = |groups: &[usize], pair: usize, pieces: Option<&Vec<(usize, i64)>>| -> i64 {
            let of = groups.get(pair);
            let pieces = pieces.into_iter().flatten();
            pieces.filter(|(other, _)| groups.get(*other) > of).map(|(_, amount)| amount).sum()
        };
        let mut count = 0;
        for (pair, limit) in self.limits.iter().enumerate().filter(|(_, limit)| **limit > 0) {
            let (row, column) = (pair / columns, pair % columns);
            let amount = amounts.get(pair).copied().unwrap_or(0);
            let project = unplaced.get(row).copied().unwrap_or(0)
                + worse(&self.of_projects.groups, pair, of_rows.get(row));
            let provider = spare.get(column).copied().unwrap_or(0)
                + worse(&self.of_offers.groups, pair, of_columns.get(column));
            let more = project.min(provider).min(limit - amount);
            if more > 0 && amount + more >= self.least.get(column).copied().unwrap_or(0) {
                count += 1;
            }
        }
        count
    }
}

#[cold]
fn no_convergence() -> Error {
    let sentence =
        "no allocation of the least cost was found within the steps that are taken: ask for fewer pairs";
    Error::new(crate::error::ErrorKind::NoConvergence, "no-allocation", sentence).at("offers.names")
}

fn at(list: &[i64], place: usize) -> i64 {
    list.get(place).copied().unwrap_or(0)
}

fn add(list: &mut [i64], place: usize, amount: i64) {
    if let Some(entry) = list.get_mut(place) {
        *entry += amount;
    }
}
