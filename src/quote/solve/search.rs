//! Where a function of whole numbers takes a value: every change of sign on a grid, followed to two neighbours.

use core::cell::Cell;

use super::grid::{scan, shortest};

/// A point of the function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Where.
    pub at: i64,
    /// What the function is there.
    pub value: f64,
    /// How much that is above the target, exactly zero when it is the target.
    pub miss: f64,
}

/// Where the target is taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Solution {
    /// The nearest point.
    pub point: Point,
    /// The first and the last point of the stretch around it that have the same value.
    pub stretch: (i64, i64),
    /// The nearest accepted points on both sides of that stretch, or of the change of sign.
    pub neighbours: (Option<Point>, Option<Point>),
}

/// What a search found.
#[derive(Debug, Default)]
pub struct Found {
    /// Ascending.
    pub solutions: Vec<Solution>,
    /// Neighbours between which the function jumps over the target, ascending.
    pub jumps: Vec<(Point, Point)>,
    /// The lowest, the highest and the nearest of all points that were tried.
    pub extremes: Option<(Point, Point, Point)>,
    /// Whether every change of sign that was seen could be followed.
    pub complete: bool,
}

/// What is searched.
pub struct Search<'f> {
    /// The value and how much it is above the target; none where the function refuses.
    pub function: &'f mut dyn FnMut(i64) -> Option<(f64, f64)>,
    /// Whether neighbours may differ by any amount, as those of a whole number do.
    pub discrete: bool,
    /// The smallest step that the function can make.
    pub unit: &'f Cell<f64>,
    /// How many points may still be tried.
    pub allowed: usize,
    found: Found,
}

/// How many intervals the grid has, where not every point can be tried.
pub const INTERVALS: i64 = 64;
/// The most points of which each one is tried.
pub const EVERY: i64 = 2_000;
/// The most points that are tried in all.
pub const MOST: usize = 6_000;
/// A step that is smaller than this part of the value comes from rounding inside, and is no jump.
const ROUNDING: f64 = 1e-4;

impl<'f> Search<'f> {
    /// A search of a function.
    pub fn new(
        function: &'f mut dyn FnMut(i64) -> Option<(f64, f64)>,
        discrete: bool,
        unit: &'f Cell<f64>,
    ) -> Self {
        let found = Found { complete: true, ..Found::default() };
        Self { function, discrete, unit, allowed: MOST, found }
    }

    /// Searches between two points; `own` is tried as well.
    pub fn run(mut self, low: i64, high: i64, own: Option<i64>) -> Found {
        let every = self.discrete && high - low < EVERY;
        let mut grid: Vec<i64> = if every { (low..=high).collect() } else { scan(low, high) };
        if let Some(own) = own.filter(|own| (low..=high).contains(own))
            && let Err(place) = grid.binary_search(&own)
        {
            grid.insert(place, own);
        }
        let mut points: Vec<(i64, Option<Point>)> = Vec::new();
        for at in grid {
            // Of whole numbers perhaps only every sixth or twelfth is accepted.
            let beside = self.discrete && !every;
            let point = match self.at(at) {
                None if beside => self.accepted_between((at - 13).max(low - 1), (at + 13).min(high + 1)),
                point => point,
            };
            let at = point.map_or(at, |point| point.at);
            if points.last().is_none_or(|(last, _)| *last < at) {
                points.push((at, point));
            }
        }
        if !every {
            self.refine_edges(&mut points);
            self.refine_turns(&mut points);
        }
        self.follow(&points, every);
        self.found
    }

    /// The function at a point.
    #[inline(never)]
    fn at(&mut self, at: i64) -> Option<Point> {
        if self.allowed == 0 {
            self.found.complete = false;
            return None;
        }
        self.allowed -= 1;
        let (value, miss) = (self.function)(at)?;
        let point = Point { at, value, miss };
        let (lowest, highest, nearest) = self.found.extremes.get_or_insert((point, point, point));
        if value < lowest.value {
            *lowest = point;
        }
        if value > highest.value {
            *highest = point;
        }
        if miss.abs() < nearest.miss.abs() {
            *nearest = point;
        }
        Some(point)
    }

    /// Where accepted points meet refused ones, the last accepted one is found and added.
    #[inline(never)]
    fn refine_edges(&mut self, points: &mut Vec<(i64, Option<Point>)>) {
        let mut edges = Vec::new();
        if self.discrete {
            return;
        }
        for pair in points.windows(2) {
            let [(left, at_left), (right, at_right)] = pair else { continue };
            let (mut inside, mut outside) = match (at_left, at_right) {
                (Some(_), None) => (*left, *right),
                (None, Some(_)) => (*right, *left),
                _ => continue,
            };
            let mut edge = None;
            while (inside - outside).abs() > 1 && edges.len() < 8 {
                let middle = inside + (outside - inside) / 2;
                match self.at(middle) {
                    Some(point) => (inside, edge) = (middle, Some((middle, Some(point)))),
                    None => outside = middle,
                }
            }
            edges.extend(edge);
        }
        insert(points, edges);
    }

    /// Where the function turns towards the target and away again, it may have reached it in between.
    fn refine_turns(&mut self, points: &mut Vec<(i64, Option<Point>)>) {
        let mut turns = Vec::new();
        for three in points.windows(3) {
            let [(left, Some(a)), (_, Some(b)), (right, Some(c))] = three else { continue };
            let same = a.miss * b.miss > 0.0 && b.miss * c.miss > 0.0;
            let turns_here = b.miss.abs() < a.miss.abs() && b.miss.abs() <= c.miss.abs();
            if !(same && turns_here) || turns.len() >= 8 {
                continue;
            }
            let (mut left, mut right, mut best) = (*left, *right, *b);
            // Each round leaves two thirds.
            for _ in 0..60 {
                let third = (right - left) / 3;
                if third == 0 {
                    break;
                }
                let (Some(one), Some(two)) = (self.at(left + third), self.at(right - third)) else { break };
                let near = if one.miss.abs() <= two.miss.abs() { one } else { two };
                let crossed = near.miss * b.miss <= 0.0;
                if crossed || near.miss.abs() < best.miss.abs() {
                    best = near;
                }
                if crossed {
                    break;
                }
                if one.miss.abs() <= two.miss.abs() { right -= third } else { left += third }
            }
            turns.push((best.at, Some(best)));
        }
        insert(points, turns);
    }

    /// Follows every change of sign and every stretch on the target.
    fn follow(&mut self, points: &[(i64, Option<Point>)], every: bool) {
        let mut before: Option<Point> = None;
        // Whether refused points lie between the one before and this one.
        let mut gap = false;
        let mut rest = points.iter();
        while let Some((_, point)) = rest.next() {
            let Some(point) = *point else {
                gap = true;
                continue;
            };
            if point.miss == 0.0 {
                let mut last = point;
                let mut after = None;
                for (_, next) in rest.by_ref() {
                    match *next {
                        Some(next) if next.miss == 0.0 => last = next,
                        Some(next) => {
                            after = Some(next);
                            break;
                        }
                        None => {}
                    }
                }
                self.stretch(point, last, before, after, every);
                before = after;
            } else {
                if let Some(before) = before
                    && before.miss * point.miss < 0.0
                {
                    if every {
                        self.between(before, point);
                    } else if gap && !self.discrete {
                        self.found.jumps.push((before, point));
                    } else {
                        self.bisect(before, point);
                    }
                }
                before = Some(point);
            }
            gap = false;
        }
    }

    /// Halves an interval with a change of sign until its ends are neighbours.
    #[inline(never)]
    fn bisect(&mut self, mut low: Point, mut high: Point) {
        let (first, last) = (low, high);
        while high.at - low.at > 1 {
            let Some(middle) = self.accepted_between(low.at, high.at) else { break };
            if middle.miss == 0.0 {
                return self.stretch(middle, middle, Some(low), Some(high), false);
            }
            if middle.miss * low.miss > 0.0 { low = middle } else { high = middle }
        }
        if !self.discrete {
            let step = (high.value - low.value).abs();
            let size = low.value.abs().max(high.value.abs());
            // How much the function moves in as many steps on both sides.
            let around = [(low, (low.at - 64).max(first.at)), (high, (high.at + 64).min(last.at))];
            let slope = around.into_iter().filter_map(|(end, at)| {
                let beside = self.at(at)?;
                (at != end.at).then(|| (beside.value - end.value).abs() / (at - end.at).abs() as f64)
            });
            let slope = slope.fold(0.0, f64::max) * (high.at - low.at) as f64;
            if step > self.unit.get().max(ROUNDING * size) + 8.0 * slope {
                return self.found.jumps.push((low, high));
            }
        }
        self.between(low, high);
    }

    /// Takes the nearer of two neighbours between which the sign changes.
    #[inline(never)]
    fn between(&mut self, low: Point, high: Point) {
        let point = if high.miss.abs() < low.miss.abs() { high } else { low };
        let solution = Solution { point, stretch: (point.at, point.at), neighbours: (Some(low), Some(high)) };
        self.found.solutions.push(solution);
    }

    /// Takes a stretch on the target, from a first to a last point, and finds where it begins and ends.
    #[inline(never)]
    fn stretch(
        &mut self,
        first: Point,
        last: Point,
        before: Option<Point>,
        after: Option<Point>,
        every: bool,
    ) {
        let mut ends = [(first, before), (last, after)];
        for (inside, outside) in &mut ends {
            let Some(beyond) = outside else { continue };
            while !every && (beyond.at - inside.at).abs() > 1 {
                let (low, high) = (beyond.at.min(inside.at), beyond.at.max(inside.at));
                match self.accepted_between(low, high) {
                    Some(point) if point.miss == 0.0 => *inside = point,
                    Some(point) => *beyond = point,
                    None => break,
                }
            }
        }
        let [(first, before), (last, after)] = ends;
        let at = if self.discrete { first.at } else { shortest(first.at, last.at) };
        let point = self.at(at).filter(|point| point.miss == 0.0).unwrap_or(first);
        self.found.solutions.push(Solution {
            point,
            stretch: (first.at, last.at),
            neighbours: (before, after),
        });
    }

    /// The point in the middle, or the nearest to it that is accepted.
    #[inline(never)]
    fn accepted_between(&mut self, low: i64, high: i64) -> Option<Point> {
        let middle = low + (high - low) / 2;
        (0..64)
            .map(|offset| middle + if offset % 2 == 0 { offset / 2 } else { -(offset + 1) / 2 })
            .find_map(|at| if low < at && at < high { self.at(at) } else { None })
    }
}

fn insert(points: &mut Vec<(i64, Option<Point>)>, more: Vec<(i64, Option<Point>)>) {
    for (at, point) in more {
        if let Err(place) = points.binary_search_by_key(&at, |(at, _)| *at) {
            points.insert(place, (at, point));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Searches a function of `at / 1000` between two ends for a value.
    fn search(f: impl Fn(f64) -> Option<f64>, target: f64, low: i64, high: i64, discrete: bool) -> Found {
        let mut function = |at: i64| f(at as f64 / 1000.0).map(|value| (value, value - target));
        Search::new(&mut function, discrete, &Cell::new(0.0)).run(low, high, None)
    }

    fn places(found: &Found) -> Vec<i64> {
        found.solutions.iter().map(|solution| solution.point.at).collect()
    }

    #[test]
    fn every_crossing_is_found_in_order() {
        let found = search(|x| Some((x - 1.0) * (x - 2.5) * (x - 7.25)), 0.0, 0, 10_000, false);
        assert_eq!(places(&found), [1000, 2500, 7250]);
        assert!(found.solutions.iter().all(|solution| solution.point.miss == 0.0));
        assert!(found.complete && found.jumps.is_empty());
    }

    #[test]
    fn two_crossings_inside_one_interval_are_found_at_the_turn() {
        let found = search(|x| Some((x - 5.030) * (x - 5.040)), 0.0, 0, 10_000, false);
        assert_eq!(places(&found), [5030, 5040]);
    }

    #[test]
    fn a_jump_is_no_solution() {
        let found = search(|x| Some(if x < 3.0 { x } else { x + 10.0 }), 5.0, 0, 10_000, false);
        assert!(found.solutions.is_empty());
        let [(below, above)] = found.jumps.as_slice() else { panic!("{found:?}") };
        assert_eq!((below.at, below.value, above.at, above.value), (2999, 2.999, 3000, 13.0));
        // A pole is one as well.
        let found = search(|x| Some(1.0 / (x - 3.0005)), 0.0, 0, 10_000, false);
        assert!(found.solutions.is_empty() && found.jumps.len() == 1, "{found:?}");
    }

    #[test]
    fn steep_is_no_jump() {
        let found = search(|x| Some(1e9 * (x - 3.0001)), 0.0, 0, 10_000, false);
        assert_eq!((places(&found), found.jumps.len()), (vec![3000], 0));
    }

    #[test]
    fn a_stretch_on_the_target_is_told_from_end_to_end() {
        let found = search(|x| Some(libm::floor(x)), 4.0, 0, 10_000, false);
        let [solution] = found.solutions.as_slice() else { panic!("{found:?}") };
        assert_eq!((solution.stretch, solution.point.at), ((4000, 4999), 4000));
        let neighbours = (solution.neighbours.0.unwrap().at, solution.neighbours.1.unwrap().at);
        assert_eq!(neighbours, (3999, 5000));
    }

    #[test]
    fn refused_points_are_gaps_and_their_borders_are_looked_at() {
        // The crossing lies just before the border.
        let found = search(|x| (x <= 5.021).then_some(x - 5.02), 0.0, 0, 10_000, false);
        assert_eq!(places(&found), [5020]);
        // It lies inside the gap.
        let found = search(|x| (!(4.0..6.0).contains(&x)).then_some(x), 5.0, 0, 10_000, false);
        assert!(found.solutions.is_empty());
        let [(below, above)] = found.jumps.as_slice() else { panic!("{found:?}") };
        assert_eq!((below.at, above.at), (3999, 6000));
        let found = search(|_| None, 0.0, 0, 10_000, false);
        assert!(found.extremes.is_none());
    }

    #[test]
    fn of_whole_numbers_the_nearer_neighbour_is_taken() {
        let every_sixth = |x: f64| ((x * 1000.0) as i64 % 6 == 0).then_some(x * x);
        let found = search(every_sixth, 0.0011, 0, 120, true);
        let [solution] = found.solutions.as_slice() else { panic!("{found:?}") };
        let neighbours = (solution.neighbours.0.unwrap().at, solution.neighbours.1.unwrap().at);
        assert_eq!((solution.point.at, neighbours), (36, (30, 36)));
        // More than are tried one by one.
        let found = search(every_sixth, 4.0, 0, 100_000, true);
        let [solution] = found.solutions.as_slice() else { panic!("{found:?}") };
        assert_eq!(solution.point.at, 1998);
    }

    #[test]
    fn a_search_ends() {
        let mut calls = 0;
        let mut function = |at: i64| {
            calls += 1;
            // Every other point on the other side.
            Some((1.0, if at % 2 == 0 { -1.0 } else { 1.0 }))
        };
        let found = Search::new(&mut function, false, &Cell::new(0.0)).run(0, 1_000_000_000_000_001, None);
        assert!(found.extremes.is_some());
        assert!(calls <= MOST);
        let mut refused = 0;
        let mut function = |at: i64| {
            refused += 1;
            (at % 1000 == 0).then_some((1.0, 1.0))
        };
        Search::new(&mut function, true, &Cell::new(0.0)).run(0, 100_000_000, None);
        assert!(refused <= MOST);
    }
}
