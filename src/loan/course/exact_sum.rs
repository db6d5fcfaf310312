use rust_decimal::Decimal;

use crate::calendar::YearFraction;
use crate::error::Error;
use crate::loan::interest::{greatest_common_divisor, too_precise};
use crate::values::{Currency, Rounding, bounded};

/// Interest as one exact fraction: amounts times rates times parts of a year, added up and rounded once.
#[derive(Clone, Copy, Debug)]
pub(in crate::loan) struct ExactSum {
    numerator: i128,
    denominator: i128,
}

impl ExactSum {
    pub(in crate::loan) const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// Adds `amount · rate · part`.
    ///
    /// # Errors
    /// `OutOfRange`, `rate-too-precise`, when the fraction leaves 127 bits.
    pub(in crate::loan) fn add(
        &mut self,
        amount: i64,
        rate: Decimal,
        part: YearFraction,
    ) -> Result<(), Error> {
        self.try_add(amount, rate, part).ok_or_else(too_precise)
    }

    fn try_add(&mut self, amount: i64, rate: Decimal, part: YearFraction) -> Option<()> {
        let rate = rate.normalize();
        let (numerator, denominator) = reduced(
            rate.mantissa().checked_mul(i128::from(part.numerator))?,
            10_i128.checked_pow(rate.scale())?.checked_mul(i128::from(part.denominator))?,
        );
        let numerator = numerator.checked_mul(i128::from(amount))?;
        if denominator == self.denominator {
            self.numerator = self.numerator.checked_add(numerator)?;
            return Some(());
        }
        let common =
            greatest_common_divisor(denominator.unsigned_abs(), self.denominator.unsigned_abs()) as i128;
        let (ours, theirs) = (denominator / common, self.denominator / common);
        self.numerator = self.numerator.checked_mul(ours)?.checked_add(numerator.checked_mul(theirs)?)?;
        self.denominator = self.denominator.checked_mul(ours)?;
        (self.numerator, self.denominator) = reduced(self.numerator, self.denominator);
        Some(())
    }

    /// The whole units that it becomes.
    ///
    /// # Errors
    /// `OutOfRange`, `amount-too-large`.
    pub(in crate::loan) fn rounded(self, rounding: Rounding, currency: Currency) -> Result<i64, Error> {
        bounded(rounding.quotient(self.numerator, self.denominator), currency)
    }
}

/// A share of an amount, rounded once.
///
/// # Errors
/// `OutOfRange`, `rate-too-precise` or `amount-too-large`.
pub(in crate::loan) fn shared_of(
    amount: i64,
    share: Decimal,
    rounding: Rounding,
    currency: Currency,
) -> Result<i64, Error> {
    let mut sum = ExactSum::ZERO;
    sum.add(amount, share, YearFraction::new(1, 1))?;
    sum.rounded(rounding, currency)
}

fn reduced(numerator: i128, denominator: i128) -> (i128, i128) {
    let common = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs()).max(1) as i128;
    (numerator / common, denominator / common)
}
