//! An allocation in which no project and provider would both rather have each other.

use super::orders::Sides;

impl Sides {
    /// The amounts of each pair in a stable allocation, the best of all stable ones for projects.
    ///
    /// Projects propose what they still need to their best offer that would take it; a full provider takes it in the place of
    /// the project that it likes least, which then proposes elsewhere. `limits` are those of the pairs. What goes around in
    /// a circle is moved at once, as far as it can: so each step fills a pair, empties one, fills a provider or places a
    /// project, and there are at most twice as many steps as pairs, projects and providers.
    ///
    /// Source: Baïou and Balinski, The stable allocation (or ordinal transportation) problem, Mathematics of Operations Research 27,
    /// 2002; steps along paths and circles as Dean and Munshi, Faster algorithms for stable allocation problems, Algorithmica
    /// 58, 2010; Gale and Shapley 1962.
    pub(super) fn stable(&self, limits: &[i64]) -> Vec<i64> {
        let mut work = Work {
            sides: self,
            limits,
            amounts: vec![0; limits.len()],
            spare: self.capacity.clone(),
            next: vec![0; self.supply.len()],
            worst: self.of_offers.lists.iter().map(|list| list.len().saturating_sub(1)).collect(),
        };
        for (row, supply) in self.supply.iter().enumerate() {
            let mut left = *supply;
            while left > 0 && work.step(row, &mut left) {}
        }
        work.amounts
    }
}

struct Work<'a> {
    sides: &'a Sides,
    limits: &'a [i64],
    amounts: Vec<i64>,
    spare: Vec<i64>,
    /// Where each project is in its list.
    next: Vec<usize>,
    /// The least liked project of each full provider, by its place in the list.
    worst: Vec<usize>,
}

/// A project that proposes to an offer, and the one that it was turned away from.
#[derive(Clone, Copy)]
struct Move {
    row: usize,
    from: Option<usize>,
    to: Option<usize>,
}

impl Work<'_> {
    /// One path or circle that begins with a project. False when nobody would take more of it.
    fn step(&mut self, source: usize, left: &mut i64) -> bool {
        let mut way: Vec<Move> = Vec::new();
        let (mut row, mut from) = (source, None);
        loop {
            let to = self.next_of(row);
            way.push(Move { row, from, to });
            let Some(offer) = to else { break };
            // A provider that was met before closes a circle: what led to it is left out.
            let circle =
                way.iter().rev().skip(1).rev().position(|earlier| earlier.to == Some(offer)).map(|at| at + 1);
            if let Some(start) = circle {
                way.drain(..start);
                break;
            }
            if self.spare.get(offer).is_some_and(|spare| *spare > 0) {
                break;
            }
            let Some(rejected) = self.worst_of(offer) else { break };
            (row, from) = (rejected, Some(offer));
        }
        let circle = way.first().is_none_or(|first| first.from.is_some());
        let last = way.last().and_then(|last| last.to);
        if !circle && way.first().is_some_and(|first| first.to.is_none()) {
            return false;
        }
        let mut amount = if circle { i64::MAX } else { *left };
        for step in &way {
            if let Some(to) = step.to {
                let pair = self.pair(step.row, to);
                amount = amount.min(at(self.limits, pair) - at(&self.amounts, pair));
            }
            if let Some(from) = step.from {
                amount = amount.min(at(&self.amounts, self.pair(step.row, from)));
            }
        }
        let spare = last.filter(|offer| !circle && at(&self.spare, *offer) > 0);
        if let Some(offer) = spare {
            amount = amount.min(at(&self.spare, offer));
            add(&mut self.spare, offer, -amount);
        }
        if amount <= 0 {
            return false;
        }
        for step in &way {
            for (offer, change) in [(step.from, -amount), (step.to, amount)] {
                if let Some(offer) = offer {
                    let pair = self.pair(step.row, offer);
                    add(&mut self.amounts, pair, change);
                }
            }
        }
        if !circle {
            *left -= amount;
        }
        true
    }

    /// The best offer that would still take more of a project. It never gets better, so the search goes on where it was.
    fn next_of(&mut self, row: usize) -> Option<usize> {
        let list = self.sides.of_projects.lists.get(row)?;
        loop {
            let place = self.next.get(row).copied()?;
            let offer = *list.get(place)?;
            let pair = self.pair(row, offer);
            let has_room = at(&self.amounts, pair) < at(self.limits, pair);
            let is_taken = |work: &mut Self| {
                at(&work.spare, offer) > 0
                    || work.worst_of(offer).is_some_and(|worst| {
                        let places = &work.sides.of_offers.places;
                        places.get(pair) < places.get(work.pair(worst, offer))
                    })
            };
            if has_room && is_taken(self) {
                return Some(offer);
            }
            if let Some(next) = self.next.get_mut(row) {
                *next += 1;
            }
        }
    }

    /// The least liked project of a full provider. It only gets better.
    fn worst_of(&mut self, offer: usize) -> Option<usize> {
        let list = self.sides.of_offers.lists.get(offer)?;
        loop {
            let place = self.worst.get(offer).copied()?;
            let row = *list.get(place)?;
            if at(&self.amounts, self.pair(row, offer)) > 0 {
                return Some(row);
            }
            if let Some(worst) = self.worst.get_mut(offer) {
                *worst = worst.checked_sub(1)?;
            }
        }
    }

    fn pair(&self, row: usize, column: usize) -> usize {
        row * self.sides.columns() + column
    }
}

fn at(list: &[i64], place: usize) -> i64 {
    list.get(place).copied().unwrap_or(0)
}

fn add(list: &mut [i64], place: usize, amount: i64) {
    if let Some(entry) = list.get_mut(place) {
        *entry += amount;
    }
}
