use crate::values::Date;

use super::Frequency;

/// A part of a year as an exact fraction, so that interest on it is rounded once and nothing is lost before.
///
/// ```
/// use export_risk::calendar::YearFraction;
///
/// let sum = YearFraction::new(61, 365).plus(YearFraction::new(121, 366));
/// assert_eq!((sum.numerator, sum.denominator), (66_491, 133_590));
/// assert_eq!(YearFraction::new(181, 362).to_f64(), 0.5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearFraction {
    /// What is counted: days, or parts of them. Negative when the time runs backwards.
    pub numerator: i64,
    /// How many of them make a year; above zero.
    pub denominator: i64,
}

impl YearFraction {
    /// No time.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// `numerator / denominator`. A denominator below one counts as one, so that nothing can fail here.
    pub const fn new(numerator: i64, denominator: i64) -> Self {
        Self { numerator, denominator: if denominator < 1 { 1 } else { denominator } }
    }

    /// The sum, in lowest terms.
    ///
    /// Exact for the fractions that day counts make (denominators below 2 million, at most 10,000 years).
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let crossed = |a: Self, b: Self| i128::from(a.numerator) * i128::from(b.denominator);
        let numerator = crossed(self, other) + crossed(other, self);
        let denominator = i128::from(self.denominator) * i128::from(other.denominator);
        let divisor = common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs()).max(1) as i128;
        let bounded = |number: i128| i64::try_from(number / divisor).unwrap_or(i64::MAX);
        Self::new(bounded(numerator), bounded(denominator))
    }

    /// The same time in the other direction.
    #[must_use]
    pub const fn reversed(self) -> Self {
        Self { numerator: -self.numerator, denominator: self.denominator }
    }

    /// The same fraction in lowest terms: 180/360 is 1/2.
    #[must_use]
    pub fn reduced(self) -> Self {
        self.plus(Self::ZERO)
    }

    /// The nearest 64-bit float.
    ///
    /// Rounding: one division, correctly rounded (numerator and denominator stay below 2^53).
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

/// What some day counts have to know beyond the two dates: the period in which interest is earned, how often it is
/// paid, and when the contract ends. All of it may be left out for the day counts that don't ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeriodContext {
    /// The first day of the interest period that the dates lie in, or of another regular one.
    pub period_start: Option<Date>,
    /// The day on which that period ends and its interest is paid.
    pub period_end: Option<Date>,
    /// How often interest is paid.
    pub frequency: Option<Frequency>,
    /// The last day of the contract.
    pub maturity: Option<Date>,
}

fn common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
