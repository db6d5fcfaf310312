//! The unit-period of a transaction, and where its amounts lie on it, by Regulation Z.

use super::months::Months;
use crate::values::Date;

/// The interval that a transaction repeats: what the American rule counts time in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum UnitPeriod {
    /// A day; 365 a year.
    Day,
    /// So many weeks, 1 to 52; 52 weeks a year.
    Weeks(u32),
    /// Half a month; 24 a year.
    SemiMonth,
    /// So many months, 1 to 11; 12 months a year.
    Months(u32),
    /// A year.
    Year,
    /// The whole term of one advance and one payment, shorter than a year: so many of it in a year.
    Term(f64),
}

impl UnitPeriod {
    /// How many there are in a year.
    pub fn per_year(self) -> f64 {
        match self {
            Self::Day => 365.0,
            Self::Weeks(weeks) => 52.0 / f64::from(weeks.max(1)),
            Self::SemiMonth => 24.0,
            Self::Months(months) => 12.0 / f64::from(months.max(1)),
            Self::Year => 1.0,
            Self::Term(per_year) => per_year,
        }
    }

    /// The name of its kind: `day`, `week`, `semi-month`, `month`, `year` or `term`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Weeks(_) => "week",
            Self::SemiMonth => "semi-month",
            Self::Months(_) => "month",
            Self::Year => "year",
            Self::Term(_) => "term",
        }
    }

    /// Its length in years, for comparing.
    fn years(self) -> f64 {
        1.0 / self.per_year()
    }

    const fn of_months(months: u32) -> Self {
        if months >= 12 { Self::Year } else { Self::Months(months) }
    }

    /// The standard interval that is nearest to a length; of two as near, the shorter. None is longer than a year.
    fn nearest(years: f64) -> Self {
        let weeks = (1..=52).map(Self::Weeks);
        let months = (1..=12).map(Self::of_months);
        let mut found = Self::Day;
        for standard in weeks.chain([Self::SemiMonth]).chain(months) {
            let (off, least) = ((standard.years() - years).abs(), (found.years() - years).abs());
            if off < least || (off == least && standard.years() < found.years()) {
                found = standard;
            }
        }
        found
    }
}

/// Where an amount lies: full unit-periods from the beginning of the term, and the fraction that is left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) full: f64,
    pub(super) fraction: f64,
}

/// The unit-period of a transaction on ascending dates, and the places of the dates.
///
/// The unit-period is the period between advances or between payments that occurs most often; of two as often, the
/// shorter; where none occurs twice, the average, rounded to a day, a week, half a month, a month or a multiple of
/// weeks or months. Never longer than a year. Of one advance and one payment it is the term.
///
/// Months are measured back from the later date; odd days are the 30th parts of a month, and the 365th of a year.
///
/// The dates say all: half a month is what lies between dates of which every second is a month away, with 13 to 18 days
/// between them. A common period that is no standard interval, such as 10 or 31 days, is taken as the standard one that
/// is nearest to it.
///
/// Source: 12 CFR 1026, appendix J, (b)(3) to (b)(5).
pub(super) fn of_dates(dates: &[Date], is_advance: &[bool]) -> (UnitPeriod, Vec<Place>) {
    let months = Months::of(dates);
    let Some((start, end)) = dates.first().copied().zip(dates.last().copied()) else {
        return (UnitPeriod::Year, Vec::new());
    };
    if dates.len() == 2 {
        let (count, reached) = months.back(end);
        if count < 12 {
            let whole = reached == start;
            let per_year =
                if whole { 12.0 / f64::from(count) } else { 365.0 / f64::from(end.days() - start.days()) };
            return (UnitPeriod::Term(per_year), TERM.to_vec());
        }
    }
    let mut tally = Tally::default();
    for chain in chains(dates, is_advance) {
        count_dates(&chain, &months, &mut tally);
    }
    let unit = if dates.len() == 2 { UnitPeriod::Year } else { tally.unit_period() };
    let place = |date: &Date| {
        let (count, reached) = months.back(*date);
        let odd = reached.days() - start.days();
        match unit {
            UnitPeriod::Year if odd == 0 => divided(count, 12),
            UnitPeriod::Year => {
                let years = count / 12;
                let left = months.earlier(*date, 12 * years).days() - start.days();
                Place { full: f64::from(years), fraction: f64::from(left) / 365.0 }
            }
            UnitPeriod::Months(1) => Place { full: f64::from(count), fraction: f64::from(odd) / 30.0 },
            UnitPeriod::Months(multiple) => divided(30 * count + odd, 30 * multiple as i32),
            UnitPeriod::SemiMonth => divided(30 * count + odd, 15),
            UnitPeriod::Weeks(weeks) => divided(date.days() - start.days(), 7 * weeks as i32),
            UnitPeriod::Day | UnitPeriod::Term(_) => divided(date.days() - start.days(), 1),
        }
    };
    (unit, dates.iter().map(place).collect())
}

/// The same of ascending times in years, the first of them zero: distances that are a standard interval to a millionth of a year are that one.
pub(super) fn of_times(times: &[f64], is_advance: &[bool]) -> (UnitPeriod, Vec<Place>) {
    let term = times.last().copied().unwrap_or(0.0);
    if times.len() == 2 && term < 1.0 - NEAR {
        return (UnitPeriod::Term(1.0 / term), TERM.to_vec());
    }
    let mut tally = Tally::default();
    for chain in chains(times, is_advance) {
        for (from, to) in chain.iter().zip(chain.iter().skip(1)) {
            tally.add_years(to - from);
        }
    }
    let unit = if times.len() == 2 { UnitPeriod::Year } else { tally.unit_period() };
    let place = |time: &f64| {
        let periods = time * unit.per_year();
        let full = (periods + NEAR).floor();
        let fraction = periods - full;
        Place { full, fraction: if fraction < NEAR { 0.0 } else { fraction } }
    };
    (unit, times.iter().map(place).collect())
}

/// The places of one advance and one payment.
const TERM: [Place; 2] = [Place { full: 0.0, fraction: 0.0 }, Place { full: 1.0, fraction: 0.0 }];
/// Times as near as this are one.
const NEAR: f64 = 1e-6;

fn divided(number: i32, by: i32) -> Place {
    let by = by.max(1);
    Place { full: f64::from(number / by), fraction: f64::from(number % by) / f64::from(by) }
}

/// The moments of the advances, and those of the payments after the beginning of the term.
fn chains<T: Copy>(moments: &[T], is_advance: &[bool]) -> [Vec<T>; 2] {
    let of = |wanted: bool| {
        let pairs = moments.iter().zip(is_advance).enumerate();
        pairs
            .filter(|(at, (_, advance))| *at == 0 || **advance == wanted)
            .map(|(_, (moment, _))| *moment)
            .collect()
    };
    [of(true), of(false)]
}

fn count_dates(chain: &[Date], months: &Months, tally: &mut Tally) {
    let whole_months = |from: Date, to: Date| match months.back_to(from, to) {
        (count, reached) if reached == from => u32::try_from(count).unwrap_or(0),
        _ => 0,
    };
    let month_apart = |at: usize| {
        chain.get(at).zip(chain.get(at + 2)).is_some_and(|(from, to)| whole_months(*from, *to) == 1)
    };
    for (at, (from, to)) in chain.iter().zip(chain.iter().skip(1)).enumerate() {
        let days = to.days() - from.days();
        let mut standard = false;
        let mut count = |unit| {
            tally.add(unit);
            standard = true;
        };
        if days == 1 {
            count(UnitPeriod::Day);
        }
        if (13..=18).contains(&days) && (month_apart(at) || (at > 0 && month_apart(at - 1))) {
            count(UnitPeriod::SemiMonth);
        }
        if days % 7 == 0 && days <= 364 {
            count(UnitPeriod::Weeks(days.unsigned_abs() / 7));
        }
        let whole = whole_months(*from, *to);
        if whole > 0 {
            count(UnitPeriod::of_months(whole));
        }
        let years = f64::from(days) / 365.0;
        tally.add_length(years, !standard);
    }
}

/// How often each period occurs.
#[derive(Default)]
struct Tally {
    standard: Vec<(UnitPeriod, u32)>,
    /// Lengths in years that are no standard interval.
    other: Vec<(f64, u32)>,
    sum: f64,
    count: u32,
}

/// Beyond so many different lengths none is searched for: the average decides.
const MOST_LENGTHS: usize = 400;

impl Tally {
    fn add(&mut self, unit: UnitPeriod) {
        match self.standard.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, count)) => *count += 1,
            None => self.standard.push((unit, 1)),
        }
    }

    fn add_length(&mut self, years: f64, alone: bool) {
        self.sum += years;
        self.count += 1;
        if !alone {
            return;
        }
        let kept = self.other.len();
        match self.other.iter_mut().find(|(known, _)| (*known - years).abs() < NEAR) {
            Some((_, count)) => *count += 1,
            None if kept < MOST_LENGTHS => self.other.push((years, 1)),
            None => {}
        }
    }

    fn add_years(&mut self, years: f64) {
        let unit = UnitPeriod::nearest(years);
        let standard = (unit.years() - years).abs() < NEAR;
        // A number of whole years repeats a year at most.
        let years_long = years > 1.0 && (years - years.round()).abs() < NEAR;
        if standard || years_long {
            self.add(unit);
        }
        self.add_length(years, !standard && !years_long);
    }

    fn unit_period(&self) -> UnitPeriod {
        let mut found: Option<(UnitPeriod, f64, u32)> = None;
        let standard = self.standard.iter().map(|(unit, count)| (*unit, unit.years(), *count));
        let other = self.other.iter().map(|(years, count)| (UnitPeriod::nearest(*years), *years, *count));
        for (unit, years, count) in standard.chain(other) {
            let better = match found {
                None => count > 1,
                Some((_, least, most)) => count > most || (count == most && years < least),
            };
            if better {
                found = Some((unit, years, count));
            }
        }
        found.map_or_else(|| UnitPeriod::nearest(self.sum / f64::from(self.count.max(1))), |(unit, ..)| unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_days(lengths: &[i32]) -> UnitPeriod {
        let mut day = Date::parse("2026-01-01").unwrap().days();
        let mut dates = vec![Date::from_days(day).unwrap()];
        for length in lengths {
            day += length;
            dates.push(Date::from_days(day).unwrap());
        }
        let mut is_advance = vec![false; dates.len()];
        is_advance[0] = true;
        of_dates(&dates, &is_advance).0
    }

    fn of_years(lengths: &[f64]) -> UnitPeriod {
        let mut tally = Tally::default();
        lengths.iter().for_each(|years| tally.add_years(*years));
        tally.unit_period()
    }

    /// Advances and payments are each a month apart, and half a month from each other: that distance does not count.
    #[test]
    fn only_periods_between_advances_or_between_payments_count() {
        let days = ["01-01", "01-16", "02-01", "02-16", "03-01", "03-16", "04-01"];
        let dates: Vec<Date> = days.iter().map(|day| Date::parse(&format!("2026-{day}")).unwrap()).collect();
        let is_advance = [true, true, false, true, false, true, false];
        assert_eq!(of_dates(&dates, &is_advance).0, UnitPeriod::Months(1));
        let times = [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0].map(|months| months / 12.0);
        assert_eq!(of_times(&times, &is_advance).0, UnitPeriod::Months(1));
    }

    /// A millionth of a unit-period before or after a whole number is that number.
    #[test]
    fn times_near_a_whole_number_of_periods_are_whole() {
        for off in [-4e-7, 0.0, 4e-7] {
            let times: Vec<f64> =
                (0..4).map(|month| (f64::from(month) + off * f64::from(month.min(1))) / 12.0).collect();
            let (unit, places) = of_times(&times, &[true, false, false, false]);
            assert_eq!(unit, UnitPeriod::Months(1));
            for (month, place) in places.iter().enumerate() {
                assert!(
                    place.full == month as f64 && (0.0..1e-6).contains(&place.fraction),
                    "{off}: {place:?}"
                );
            }
        }
    }

    /// Appendix J, (b)(4): of two standard intervals as near, the shorter.
    #[test]
    fn between_two_standard_intervals_the_nearer_is_taken_and_of_two_as_near_the_shorter() {
        use UnitPeriod::{Day, Months, SemiMonth, Weeks};
        // Lengths for which both distances are the same number in floating point.
        for (one, other) in [
            (Weeks(1), Weeks(2)),
            (Weeks(6), Weeks(7)),
            (Weeks(22), Months(5)),
            (Weeks(31), Months(7)),
            (Weeks(48), Months(11)),
        ] {
            let (one_long, other_long) = (one.years(), other.years());
            let middle = 0.5 * (one_long + other_long);
            assert_eq!((one_long - middle).abs(), (other_long - middle).abs());
            let shorter = if one_long < other_long { one } else { other };
            assert_eq!(UnitPeriod::nearest(middle), shorter);
        }
        assert_eq!(UnitPeriod::nearest(0.0), Day);
        assert_eq!(UnitPeriod::nearest(0.042), SemiMonth);
        // Thirteen weeks and three months are of one length, and a year is as long as 52 weeks.
        assert_eq!(UnitPeriod::nearest(0.25), Weeks(13));
        assert_eq!(UnitPeriod::nearest(7.0).per_year(), 1.0);
    }

    /// The period that occurs most often, (b)(3); one that is no standard interval counts as the nearest.
    #[test]
    fn days_say_the_unit_period() {
        use UnitPeriod::{Months, Weeks};
        for (days, unit) in [
            // Forty-five days are no month, whatever lies a month before them.
            (&[45, 45, 45][..], Weeks(6)),
            // Twice 45 days, once 13 weeks; on the average two months.
            (&[45, 45, 91], Weeks(6)),
            // Two weeks are nearer to 13 days than half a month; 14 to 18 days are half a month only beside such.
            (&[13, 13, 13], Weeks(2)),
            (&[10, 21, 10, 18], Weeks(1)),
            // Of 91 days twice, each time three months as well: weeks, which are counted first.
            (&[821, 91, 91], Weeks(13)),
            // None twice.
            (&[45, 46, 91], Months(2)),
        ] {
            assert_eq!(of_days(days), unit, "{days:?}");
        }
        // Never longer than a year: 53 weeks are none.
        assert_eq!(of_days(&[371, 371]).per_year(), 1.0);
        assert_eq!(of_days(&[364, 364, 371]), Weeks(52));
    }

    #[test]
    fn years_say_the_unit_period() {
        use UnitPeriod::{Months, Weeks};
        let month = 1.0 / 12.0;
        // To a millionth of a year it is a month, twice; on the average 15 weeks.
        assert_eq!(of_years(&[month - 0.9e-6, month + 0.9e-6, 0.7]), Months(1));
        assert_eq!(of_years(&[month - 1.1e-6, month + 1.1e-6, 0.7]), Weeks(15));
        assert_eq!(of_years(&[0.123, 0.123, 0.7]), Weeks(6));
        // As often one as the other: the shorter, whichever comes first.
        assert_eq!((of_years(&[0.3, 0.3, 0.1, 0.1]), of_years(&[0.1, 0.1, 0.3, 0.3])), (Weeks(5), Weeks(5)));
        // A year and a half is no number of whole years; two and three years repeat a year.
        assert_eq!(of_years(&[1.5, 1.7, 0.1, 0.2, 0.15]), Weeks(38));
        assert_eq!(of_years(&[2.0, 3.0, 0.1, 0.2, 0.15, 0.12, 0.13]).per_year(), 1.0);
    }

    /// One advance and one payment: the term, if it is shorter than a year.
    #[test]
    fn a_single_term_is_its_own_unit_period() {
        let of = |term: f64| of_times(&[0.0, term], &[true, false]);
        assert_eq!(of(0.5), (UnitPeriod::Term(2.0), TERM.to_vec()));
        assert_eq!(of(1.0).0, UnitPeriod::Year);
        let (unit, places) = of(1.25);
        assert_eq!((unit, places[1]), (UnitPeriod::Year, Place { full: 1.0, fraction: 0.25 }));
    }

    #[test]
    fn of_very_many_lengths_the_average_decides() {
        for (different, unit) in
            [(MOST_LENGTHS - 1, UnitPeriod::Weeks(28)), (MOST_LENGTHS, UnitPeriod::Weeks(5))]
        {
            let mut lengths: Vec<f64> = (0..different).map(|at| 0.1001 + 1e-5 * at as f64).collect();
            lengths.extend([0.5432, 0.5432]);
            assert_eq!(of_years(&lengths), unit);
        }
    }
}
