use super::curve::Curve;
use super::values::finite;
use crate::calendar::{DayCount, PeriodContext, YearFraction};
use crate::document::{Text, short_text};
use crate::error::Error;
use crate::numeric::sorted;
use crate::values::Date;

/// Amounts at points of time: received positive, paid negative.
///
/// Flows need not be in order. Those of one moment are added up.
#[derive(Clone, Debug)]
pub struct Flows {
    pub(super) curve: Curve,
    /// Units of time in a year: 365 or 360 when times are days, 1 when they are years.
    pub(super) per_year: f64,
    /// From the moment that present values are stated at to the first flow, in units.
    pub(super) first: f64,
    /// The earliest and the latest moment that was given, whatever is paid there, in units from the same moment.
    pub(super) begin: f64,
    pub(super) end: f64,
    /// Whether there is something received and something paid.
    pub(super) both_signs: bool,
}

/// The longest time that is answered, in years, before or after the moment that values are stated at.
const MOST_YEARS: f64 = 10_000.0;

impl Flows {
    /// Flows on dates, given as days since 1970-01-01. Present values are stated at the earliest date.
    ///
    /// # Errors
    /// `InvalidInput`: `unequal-lengths`, `not-a-number` for an amount that is not finite; `period-needed` and the
    /// like for a day count that asks for more than two dates. `OutOfRange` for a day before the year 1 or after the
    /// year 9999.
    pub fn dated(days: &[i32], amounts: &[f64], day_count: DayCount) -> Result<Self, Error> {
        let signs = check(days.len(), "dates", amounts)?;
        if let Some(basis) = day_count.fixed_basis().filter(|_| day_count.counts_days_that_pass()) {
            // The most common, and where columns are long: nothing is stored for each date.
            let earliest = earliest(days)?;
            let times = days.iter().map(|day| f64::from(day - earliest));
            return Ok(Self::merged(times, amounts, signs, f64::from(basis)));
        }
        let (times, per_year) = units(days, day_count)?;
        Ok(Self::merged(times.iter().copied(), amounts, signs, per_year))
    }

    /// Flows at times in years. Present values are stated at time zero, which need not have a flow.
    ///
    /// # Errors
    /// `InvalidInput`: `unequal-lengths`, `not-a-number` for an amount or a time that is not finite. `OutOfRange`,
    /// `time-too-long`, beyond ± 10,000 years.
    pub fn timed(times: &[f64], amounts: &[f64]) -> Result<Self, Error> {
        let signs = check(times.len(), "times", amounts)?;
        for (at, time) in times.iter().enumerate() {
            if !time.is_finite() {
                return Err(not_finite(*time).at(format!("times.{at}")));
            }
            if time.abs() > MOST_YEARS {
                return Err(too_long().at(format!("times.{at}")).with_value(time.text()));
            }
        }
        Ok(Self::merged(times.iter().copied(), amounts, signs, 1.0))
    }

    /// Flows of equal periods, the first at time zero. A rate is then one a period.
    ///
    /// # Errors
    /// As [`Self::timed`].
    pub fn periodic(amounts: &[f64]) -> Result<Self, Error> {
        let times: Vec<f64> = (0..amounts.len()).map(|at| at as f64).collect();
        Self::timed(&times, amounts)
    }

    /// Net present value.
    ///
    /// `NPV = Σ Pᵢ / (1 + r)^tᵢ`
    ///
    /// - `Pᵢ` amount of flow i
    /// - `r` annual effective rate, as a fraction above −1
    /// - `tᵢ` years to flow i: from the earliest date by the day count, or from time zero
    ///
    /// Rounding: none here; the caller rounds once.
    ///
    /// *Also known as* XNPV for dated flows. Spreadsheets state it at the first flow that is given, and refuse flows
    /// before that one; stated at the earliest, no order is wrong.
    ///
    /// # Errors
    /// `OutOfRange`: `below-minimum` for a rate of −1 or less, `value-too-large` when the sum leaves the range of a
    /// 64-bit float; `InvalidInput`, `not-a-number`, for a rate that is not finite.
    pub fn npv(&self, rate: f64) -> Result<f64, Error> {
        let v = self.exponent(rate, "rate")?;
        let discounted = |(amount, time): (&f64, &f64)| amount * libm::exp(-v * (time + self.first));
        finite(self.curve.amounts().iter().zip(self.curve.times()).map(discounted).sum(), rate)
    }

    /// The number of moments at which something is received or paid, after adding up.
    pub fn moments(&self) -> usize {
        self.curve.len()
    }

    /// Orders the flows, adds up those of one moment and drops what is zero.
    fn merged(
        times: impl Iterator<Item = f64> + Clone,
        amounts: &[f64],
        (received, paid): (bool, bool),
        per_year: f64,
    ) -> Self {
        let flows = times.zip(amounts.iter().copied());
        let moments = match Moments::of(flows.clone(), amounts.len()) {
            Some(moments) => moments,
            None => Moments::of(sorted(flows.collect()).into_iter(), amounts.len()).unwrap_or_default(),
        };
        let Moments { times, amounts, begin, end } = moments;
        let first = times.first().copied().unwrap_or(0.0);
        Self { curve: Curve::new(amounts, times), per_year, first, begin, end, both_signs: received && paid }
    }
}

/// Flows added up by moment, without what is zero, and the first and the last moment that was given.
#[derive(Default)]
struct Moments {
    times: Vec<f64>,
    amounts: Vec<f64>,
    begin: f64,
    end: f64,
}

impl Moments {
    /// None when the flows are not in the order of time.
    ///
    /// Each sum is kept in two parts, the second for what the first rounds away, so that amounts of one moment give the
    /// same bits in whatever order they come.
    ///
    /// Source: D. E. Knuth, The Art of Computer Programming, volume 2, section 4.2.2, theorem B (the error of a sum).
    fn of(mut flows: impl Iterator<Item = (f64, f64)>, most: usize) -> Option<Self> {
        let (mut times, mut amounts) = (vec![0.0; most], vec![0.0; most]);
        let mut free = times.iter_mut().zip(&mut amounts);
        let mut used = 0;
        let mut close = |time: f64, amount: f64| {
            if amount != 0.0
                && let Some(slots) = free.next()
            {
                (*slots.0, *slots.1) = (time, amount);
                used += 1;
            }
        };
        let Some((mut time, mut sum)) = flows.next() else { return Some(Self::default()) };
        let mut rest = 0.0;
        let begin = time;
        for (next, amount) in flows {
            if next == time {
                let before = sum;
                sum += amount;
                let added = sum - before;
                rest += (before - (sum - added)) + (amount - added);
                continue;
            }
            if next < time {
                return None;
            }
            close(time, sum + rest);
            (time, sum, rest) = (next, amount, 0.0);
        }
        close(time, sum + rest);
        times.truncate(used);
        amounts.truncate(used);
        Some(Self { times, amounts, begin, end: time })
    }
}

/// The earliest of some dates; the end of the calendar when there is none.
fn earliest(days: &[i32]) -> Result<i32, Error> {
    let (mut low, mut high) = (Date::MAX.days(), Date::MIN.days());
    for day in days {
        low = low.min(*day);
        high = high.max(*day);
    }
    if low >= Date::MIN.days() && high <= Date::MAX.days() {
        return Ok(low);
    }
    let outside = |day: &&i32| !(Date::MIN.days()..=Date::MAX.days()).contains(*day);
    let (at, day) = days.iter().enumerate().find(|(_, day)| outside(day)).unwrap_or((0, &i32::MAX));
    Err(Date::from_days(*day).err().unwrap_or_else(too_long).at(format!("dates.{at}")))
}

/// The units of time from the earliest date to each, and how many make a year.
pub(super) fn units(days: &[i32], day_count: DayCount) -> Result<(Vec<f64>, f64), Error> {
    let earliest = earliest(days)?;
    let per_year = day_count.fixed_basis().map_or(1.0, f64::from);
    if days.is_empty() {
        return Ok((Vec::new(), per_year));
    }
    let times = if day_count.fixed_basis().is_some() && day_count.counts_days_that_pass() {
        days.iter().map(|day| f64::from(day - earliest)).collect()
    } else {
        let start = Date::from_days(earliest)?;
        let counted = |day: &i32| {
            let day = Date::from_days(*day)?;
            if day_count.fixed_basis().is_some() {
                return Ok(f64::from(day_count.days(start, day)));
            }
            day_count.fraction(start, day, &PeriodContext::default()).map(YearFraction::to_f64)
        };
        days.iter().map(counted).collect::<Result<_, Error>>().map_err(|error| error.moved("dayCount"))?
    };
    Ok((times, per_year))
}

/// Whether something is received and something paid; an error where an amount is no number.
fn check(count: usize, name: &'static str, amounts: &[f64]) -> Result<(bool, bool), Error> {
    if count != amounts.len() {
        return Err(Error::invalid(
            "unequal-lengths",
            format!("there are {count} {name}: give as many amounts"),
        )
        .at("amounts")
        .with_value(amounts.len().text()));
    }
    let [mut wrong, mut received, mut paid] = [false; 3];
    for amount in amounts {
        // Neither NaN nor infinity is at most that.
        let right = amount.abs() <= LARGEST_AMOUNT;
        wrong |= !right;
        received |= *amount > 0.0;
        paid |= *amount < 0.0;
    }
    if !wrong {
        return Ok((received, paid));
    }
    let at =
        amounts.iter().position(|amount| !amount.is_finite() || amount.abs() > LARGEST_AMOUNT).unwrap_or(0);
    let amount = amounts.get(at).copied().unwrap_or(f64::NAN);
    let error = if amount.is_finite() { too_large() } else { not_finite(amount) };
    Err(error.with_value(short_text(amount)).at(format!("amounts.{at}")))
}

/// Up to here millions of amounts can be added, and squares of times put on them.
const LARGEST_AMOUNT: f64 = 1e200;

#[cold]
fn too_large() -> Error {
    Error::out_of_range("above-maximum", "amounts go up to 1e200 in size").detail("maximum", "1e200")
}

#[cold]
fn too_long() -> Error {
    Error::out_of_range("time-too-long", "times are years, at most 10000 of them from zero")
        .detail("maximum", "10000")
}

#[cold]
pub(super) fn not_finite(value: f64) -> Error {
    Error::invalid("not-a-number", "this must be a number that is neither NaN nor infinite")
        .with_value(value.text())
}
