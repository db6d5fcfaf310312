use rust_decimal::Decimal;

use super::{Course, Rest};
use crate::calendar::YearFraction;
use crate::error::Error;
use crate::loan::instalment::whole;
use crate::values::{Exact, bounded, to_f64};

/// What a level instalment, or a level part of principal, has to repay.
pub(super) struct Level {
    pub(super) bearing: i64,
    pub(super) carried: i64,
    /// The rate a year; zero for a part of principal.
    pub(super) rate: Decimal,
    /// The rows from this one to the other, both included.
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Level {
    /// The first instalment, rounded once.
    ///
    /// `A = (B + U·D₁ − F·Dₙ − a·Σ jₖ·Dₖ) / Σ wₖ·Dₖ` over the rows that pay
    ///
    /// - `B` what bears interest, `U` interest carried beside it, `F` the balloon
    /// - `Dₖ = Π 1 / (1 + xⱼ)` over the rows up to k that pay or capitalise; `xⱼ = r·τⱼ`, and for a row that pays also
    ///   the `r·τ` of the rows before it whose interest was carried. Rows that pay interest alone leave it as it is
    /// - `jₖ` how often the instalment has stepped, `wₖ = f^jₖ`, `f` the factor and `a` the amount of a step
    ///
    /// Rounding: the exact quotient, once; the same bound and second look as a plain annuity has.
    ///
    /// # Errors
    /// `OutOfRange`: `amount-too-large`; `step-too-steep` when the steps leave all numbers behind; `below-minimum`
    /// for a negative rate that eats a whole period.
    pub(super) fn instalment(&self, course: &Course) -> Result<i64, Error> {
        let Parts { repaid, weights, size, count } = self.parts::<f64>(course)?;
        if weights == 0.0 {
            return Ok(0);
        }
        if !(weights < 1e18 && size < 1e24) {
            return Err(too_steep());
        }
        let estimate = repaid / weights;
        // Each of so many roundings moves every part of the quotient by its last bit; doubled.
        let error = (12.0 * count + 128.0) * f64::EPSILON * size / weights;
        match (whole(course.rounding, estimate - error), whole(course.rounding, estimate + error)) {
            (Some(low), Some(high)) if low == high => Ok(low),
            _ => {
                let Parts { repaid, weights, .. } = self.parts::<Decimal>(course)?;
                let quotient = Exact::over(repaid, weights).to_digits(8);
                bounded(
                    course.rounding.quotient(quotient.mantissa(), 10_i128.pow(quotient.scale())),
                    course.currency,
                )
            }
        }
    }

    fn parts<N: Number>(&self, course: &Course) -> Result<Parts<N>, Error> {
        let one = N::of(Decimal::ONE);
        let (rate, whole_of) = (N::of(self.rate), |amount: i64| N::of(Decimal::from(amount)));
        let factor = course.steps.map_or(one, |steps| N::of(steps.factor));
        let step_amount = course.steps.map_or(0, |steps| steps.amount);
        let first_step = course.step_of(self.from);
        let (mut steps, mut weight) = (0, one);
        let (mut discount, mut waiting, mut carried) =
            (one, N::of(Decimal::ZERO), Some(whole_of(self.carried)));
        let mut parts = Parts {
            repaid: whole_of(self.bearing),
            weights: N::of(Decimal::ZERO),
            size: self.bearing as f64,
            count: 0.0,
        };
        for row in self.from..=self.to {
            let Some(span) = course.spans.rows.get(row) else { break };
            let attached = row == 0 && course.attached;
            let growth = rate.times(N::part(if attached { span.regular } else { span.part }));
            parts.count += 3.0;
            let rest = if row == self.to { None } else { course.rest_of(row) };
            match rest {
                Some(Rest::Paid) => (waiting, carried) = (N::of(Decimal::ZERO), None),
                Some(Rest::Capitalised) => {
                    let grown = one.plus(growth);
                    grown.check()?;
                    (discount, waiting) = (discount.over(grown), waiting.over(grown));
                }
                Some(Rest::Carried) => waiting = waiting.plus(growth),
                None => {
                    let grown = one.plus(waiting).plus(growth);
                    grown.check()?;
                    (discount, waiting) = (discount.over(grown), N::of(Decimal::ZERO));
                    if let Some(carried) = carried.take() {
                        parts.add(carried.times(discount));
                    }
                    let step = course.step_of(row) - first_step;
                    while steps < step {
                        weight = weight.times(factor);
                        steps += 1;
                        parts.count += 1.0;
                    }
                    if !(row == self.to && course.alone) {
                        parts.weights = parts.weights.plus(weight.times(discount));
                        let added = i64::try_from(step).unwrap_or(i64::MAX).saturating_mul(step_amount);
                        parts.add(whole_of(-added).times(discount));
                    }
                }
            }
        }
        parts.add(whole_of(-course.balloon).times(discount));
        Ok(parts)
    }
}

struct Parts<N> {
    repaid: N,
    weights: N,
    /// The sizes of the parts of what is repaid.
    size: f64,
    /// Roundings on the way.
    count: f64,
}

impl<N: Number> Parts<N> {
    fn add(&mut self, part: N) {
        self.repaid = self.repaid.plus(part);
        self.size += part.size();
    }
}

/// What the formula counts in: floating point, and decimals of 28 digits where that leaves a cent open.
trait Number: Copy {
    fn of(value: Decimal) -> Self;
    fn part(part: YearFraction) -> Self;
    fn plus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
    fn over(self, other: Self) -> Self;
    fn size(self) -> f64;

    fn check(self) -> Result<(), Error>
    where
        Self: Sized,
    {
        if self.positive() { Ok(()) } else { Err(too_low()) }
    }

    fn positive(self) -> bool;
}

impl Number for f64 {
    fn of(value: Decimal) -> Self {
        to_f64(value)
    }
    fn part(part: YearFraction) -> Self {
        part.numerator as Self / part.denominator as Self
    }
    fn plus(self, other: Self) -> Self {
        self + other
    }
    fn times(self, other: Self) -> Self {
        self * other
    }
    fn over(self, other: Self) -> Self {
        self / other
    }
    fn size(self) -> f64 {
        self.abs()
    }
    fn positive(self) -> bool {
        self > 0.0
    }
}

impl Number for Decimal {
    fn of(value: Decimal) -> Self {
        value
    }
    fn part(part: YearFraction) -> Self {
        Exact::over(Self::from(part.numerator), Self::from(part.denominator))
    }
    fn plus(self, other: Self) -> Self {
        Exact::plus(self, other)
    }
    fn times(self, other: Self) -> Self {
        Exact::times(self, other)
    }
    fn over(self, other: Self) -> Self {
        Exact::over(self, other)
    }
    fn size(self) -> f64 {
        0.0
    }
    fn positive(self) -> bool {
        self > Self::ZERO
    }
}

#[cold]
pub(super) fn too_steep() -> Error {
    Error::out_of_range(
        "step-too-steep",
        "with steps like these no instalment can be told: use smaller ones, or fewer",
    )
    .at("steps")
}

#[cold]
fn too_low() -> Error {
    Error::out_of_range("below-minimum", "a negative rate can't take more than is owed in one period")
        .at("rate")
}
