use core::fmt;

use rust_decimal::Decimal;

use crate::document::{Described, Kind, Read, Text, Value, Write, Writer, nearest_float, read_decimal};
use crate::error::Error;

/// Declares an exact decimal with bounds.
macro_rules! quantity {
    ($(#[doc = $doc:literal])* $name:ident, $kind:literal, $bounds:literal,
     $minimum:literal $(exclusive $exclusive:literal)?, $maximum:expr) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(Decimal);

        impl $name {
            /// Checks the bounds.
            ///
            /// # Errors
            #[doc = concat!("`OutOfRange` outside ", $bounds, ".")]
            pub fn new(value: Decimal) -> Result<Self, Error> {
                let minimum = Decimal::from_parts(if $minimum < 0.0 { 99 } else { 0 }, 0, 0, $minimum < 0.0, 2);
                let maximum: Option<i64> = $maximum;
                let above = maximum.is_some_and(|maximum| value > Decimal::from(maximum));
                if above || value < minimum $(|| ($exclusive && value == minimum))? {
                    return Err(out_of_bounds($bounds, above, value));
                }
                Ok(Self(value))
            }

            /// The exact number.
            pub const fn get(self) -> Decimal {
                self.0
            }

            /// The nearest `f64`.
            pub fn as_f64(self) -> f64 {
                nearest_float(self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0.normalize(), f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl Read for $name {
            fn read(value: &Value<'_>) -> Result<Self, Error> {
                Self::new(read_decimal(value)?)
            }
        }

        impl Text for $name {
            fn add_to(&self, out: &mut String) {
                self.0.normalize().add_to(out);
            }
        }

        impl Write for $name {
            fn write(&self, out: &mut Writer) {
                out.decimal(self.0.normalize());
            }
        }

        impl Described for $name {
            const KIND: &'static Kind = &Kind::Decimal {
                kind: $kind,
                minimum: Some((if $minimum < 0.0 { "-0.99" } else { "0" }, false $(|| $exclusive)?)),
                maximum: match $maximum {
                    Some(1) => Some("1"),
                    Some(_) => Some("10"),
                    None => None,
                },
            };
        }
    };
}

quantity!(
    /// An amount of money in major units of a currency that the field's doc names; zero or more.
    Amount, "amount", "zero and above", 0.0, None
);
quantity!(
    /// An amount of money above zero.
    PositiveAmount, "amount", "above zero", 0.0 exclusive true, None
);
quantity!(
    /// A rate a year as a fraction: 0.05 is 5 %. From -0.99 to 10.
    Rate, "rate", "-0.99 to 10 (a rate is a fraction: 5 % is 0.05)", -0.99, Some(10)
);
quantity!(
    /// A part of a whole, 0 to 1.
    Share, "share", "0 to 1 (a share is a fraction: 95 % is 0.95)", 0.0, Some(1)
);
quantity!(
    /// A premium as a fraction of its base, flat: 0.06 is 6 %. 0 to 1.
    PremiumRate, "share", "0 to 1 (a premium rate is a fraction: 6 % is 0.06)", 0.0, Some(1)
);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
}

impl Share {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// All of it.
    pub const ONE: Self = Self(Decimal::ONE);

    /// A share in hundredths: `percent(95)` is 0.95. Above 100 it is all.
    pub const fn percent(hundredths: u32) -> Self {
        let hundredths = if hundredths > 100 { 100 } else { hundredths };
        Self(Decimal::from_parts(hundredths, 0, 0, false, 2))
    }
}

impl Rate {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
}

/// A number of whole months, 0 to 1,200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Months(u32);

impl Months {
    /// None.
    pub const ZERO: Self = Self(0);

    /// The longest term that is answered: a hundred years.
    pub const MAXIMUM: u32 = 1200;

    /// So many months; above the maximum the maximum.
    pub const fn of(months: u32) -> Self {
        Self(if months > Self::MAXIMUM { Self::MAXIMUM } else { months })
    }

    /// Checks the bounds.
    ///
    /// # Errors
    /// `OutOfRange` above 1,200.
    pub fn new(months: u32) -> Result<Self, Error> {
        if months > Self::MAXIMUM {
            return Err(Error::out_of_range("above-maximum", "this must be at most 1200 months")
                .detail("maximum", "1200")
                .with_value(months.text()));
        }
        Ok(Self(months))
    }

    /// The number of months.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Read for Months {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        Self::new(u32::read(value)?)
    }
}

impl Write for Months {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }
}

impl Described for Months {
    const KIND: &'static Kind =
        &Kind::Number { kind: "months", minimum: Some(0.0), maximum: Some(Self::MAXIMUM as f64) };
}

/// Whether a whole number lies within bounds, both included.
///
/// # Errors
/// `OutOfRange`, `out-of-bounds`, at the field.
pub fn within(value: u32, least: u32, most: u32, field: &str) -> Result<(), Error> {
    if (least..=most).contains(&value) {
        return Ok(());
    }
    let bounds = [&least.text(), " to ", &most.text()].concat();
    Err(Error::out_of_range("out-of-bounds", ["this must be a whole number from ", &bounds].concat())
        .detail("bounds", bounds)
        .at(field)
        .with_value(value.text()))
}

/// Whether a number is above zero and at most so much.
///
/// # Errors
/// `OutOfRange`, `out-of-bounds`, at the field.
pub fn positive(number: Decimal, most: i64, field: &str) -> Result<(), Error> {
    if number > Decimal::ZERO && number <= Decimal::from(most) {
        return Ok(());
    }
    let bounds = ["above 0, up to ", &Decimal::from(most).text()].concat();
    Err(Error::out_of_range("out-of-bounds", ["this must be ", &bounds].concat())
        .detail("bounds", bounds)
        .at(field)
        .with_value(number.text()))
}

#[cold]
fn out_of_bounds(bounds: &'static str, above: bool, value: Decimal) -> Error {
    let reason = if above { "above-maximum" } else { "below-minimum" };
    Error::out_of_range(reason, format!("this must be {bounds}"))
        .detail("bounds", bounds)
        .with_value(value.text())
}
