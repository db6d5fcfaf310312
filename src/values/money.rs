use core::fmt;

use rust_decimal::Decimal;

use super::rounding::{minor_decimal, to_minor};
use super::{Currency, Rounding};
use crate::document::{Described, Kind, Text, Write, Writer};
use crate::error::Error;

/// An amount that can be paid: a whole number of a currency's smallest unit. In documents it is text with all of the
/// currency's decimals: `1199.10`.
///
/// ```
/// use export_risk::values::{Currency, Money};
///
/// assert_eq!(Money::new(119_910, Currency::parse("USD")?).to_string(), "1199.10");
/// assert_eq!(Money::new(-5, Currency::parse("KWD")?).to_string(), "-0.005");
/// # Ok::<(), export_risk::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// So many smallest units of a currency.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// An amount in units of the currency, rounded once.
    ///
    /// # Errors
    /// `OutOfRange`, `amount-too-large`, beyond ± 2^53 smallest units.
    pub fn rounded(amount: Decimal, currency: Currency, rounding: Rounding) -> Result<Self, Error> {
        to_minor(amount, currency, rounding).map(|minor| Self { minor, currency })
    }

    /// The number of smallest units.
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The amount in units of the currency.
    pub fn decimal(self) -> Decimal {
        minor_decimal(self.minor, self.currency)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.decimal(), f)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, self.decimal())
    }
}

/// With all of the currency's decimals.
impl Text for Money {
    fn add_to(&self, out: &mut String) {
        self.decimal().add_to(out);
    }
}

impl Write for Money {
    fn write(&self, out: &mut Writer) {
        out.decimal(self.decimal());
    }
}

impl Described for Money {
    const KIND: &'static Kind = &Kind::Money;
}
