use rust_decimal::Decimal;

use super::Rounding;

/// Arithmetic of exact decimals. Each operation stands once in the compiled code and not at every place that uses
/// it, and none can stop the program: what has no place in 28 digits before the point becomes the largest number,
/// which no bound lets through.
pub trait Exact: Sized {
    /// The sum.
    #[must_use]
    fn plus(self, other: Self) -> Self;
    /// The difference.
    #[must_use]
    fn minus(self, other: Self) -> Self;
    /// The product.
    #[must_use]
    fn times(self, other: Self) -> Self;
    /// The quotient; of a division by zero the largest number too.
    #[must_use]
    fn over(self, other: Self) -> Self;
    /// The sum, if it fits.
    fn try_plus(self, other: Self) -> Option<Self>;
    /// The product, if it fits.
    fn try_times(self, other: Self) -> Option<Self>;
    /// The quotient, if there is one.
    fn try_over(self, other: Self) -> Option<Self>;
    /// With at most so many digits after the point, to the nearest, a midpoint to the even one.
    #[must_use]
    fn to_digits(self, digits: u32) -> Self;
}

impl Exact for Decimal {
    fn plus(self, other: Self) -> Self {
        self.try_plus(other).unwrap_or(Self::MAX)
    }

    fn minus(self, other: Self) -> Self {
        self.plus(-other)
    }

    fn times(self, other: Self) -> Self {
        self.try_times(other).unwrap_or(Self::MAX)
    }

    fn over(self, other: Self) -> Self {
        self.try_over(other).unwrap_or(Self::MAX)
    }

    #[inline(never)]
    fn try_plus(self, other: Self) -> Option<Self> {
        self.checked_add(other)
    }

    #[inline(never)]
    fn try_times(self, other: Self) -> Option<Self> {
        self.checked_mul(other)
    }

    #[inline(never)]
    fn try_over(self, other: Self) -> Option<Self> {
        self.checked_div(other)
    }

    // The library's own knows seven ways to round, in three times the code.
    #[inline(never)]
    fn to_digits(self, digits: u32) -> Self {
        let Some(over @ 1..) = self.scale().checked_sub(digits) else { return self };
        let whole = Rounding::MidpointNearestEven.quotient(self.mantissa(), 10_i128.pow(over));
        Self::try_from_i128_with_scale(whole, digits).unwrap_or(self)
    }
}
