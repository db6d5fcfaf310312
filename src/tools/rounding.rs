use std::sync::Arc;

use rust_decimal::Decimal;

use crate::document::{Described, Kind, Read, Text, Value, Write, Writer};
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Currency, Exact, Rounding};

crate::record! {
    /// A number to be rounded, to the smallest unit of a currency or to so many decimals.
    pub struct RoundingRequest {
        /// The number, exactly as it is written: 2.675 is that, and not what a binary float makes of it.
        pub amount: Decimal,
        /// The currency to whose smallest unit it is rounded: 2 decimals for USD, none for JPY, 3 for KWD, 4 for CLF.
        pub currency: Option<Currency>,
        /// In place of a currency: how many decimals are left, 0 to 28.
        pub decimals: Option<Decimals>,
        /// Which way, and what becomes of a midpoint.
        pub strategy: Rounding = Rounding::MidpointAwayFromZero,
    }
}

crate::record! {
    quote
    /// A rounded number.
    pub struct RoundingQuote {
        /// The number, with all of its decimals: 2.60 with 2 of them.
        pub rounded: RoundedNumber,
        /// What rounding added; negative when it took something away.
        pub difference: Decimal,
        /// The decimals that are left.
        pub decimals: u32,
        /// The tables that this rests on: none.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know: nothing so far.
        pub notices: Vec<Notice>,
    }
}

crate::quotes!(RoundingQuote);

impl Product for RoundingRequest {
    type Quote = RoundingQuote;
    const NAME: &'static str = "rounding";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<Self::Quote, Error> {
        let decimals = match (self.currency, self.decimals) {
            (Some(currency), None) => currency.minor_digits(),
            (None, Some(decimals)) => decimals.0,
            (None, None) => {
                return Err(
                    Error::invalid("required", "give the currency, or the number of decimals").at("currency")
                );
            }
            (Some(_), Some(_)) => {
                let sentence = "decimals take the place of a currency: give one of the two";
                return Err(Error::invalid("both-given", sentence).at("decimals"));
            }
        };
        let rounded = round(self.amount, decimals, self.strategy)?;
        trace.step(|| {
            Step::new("rounded", "x", "x = round(a · 10ⁿ) / 10ⁿ")
                .output("rounded")
                .input("a", self.amount, "number")
                .input("n", decimals, "count")
                .value(rounded, "number")
                .cited(format!("The strategy {}", self.strategy.name()), Grade::Official)
        });
        Ok(RoundingQuote {
            rounded: RoundedNumber(rounded),
            difference: rounded.minus(self.amount),
            decimals,
            editions: Vec::new(),
            notices: Vec::new(),
        })
    }
}

/// A number with exactly so many decimals, rounded once.
///
/// `x = round(a · 10ⁿ) / 10ⁿ`
///
/// - `a` the number, `n` the decimals, `round` by the strategy
///
/// # Errors
/// `OutOfRange`, `too-many-digits`, when the number with its decimals has over 28 digits.
pub fn round(amount: Decimal, decimals: u32, strategy: Rounding) -> Result<Decimal, Error> {
    let power = |digits: u32| 10_i128.checked_pow(digits);
    let scaled = match amount.scale().checked_sub(decimals) {
        Some(digits) => power(digits).map(|divisor| strategy.quotient(amount.mantissa(), divisor)),
        None => power(decimals - amount.scale()).and_then(|factor| amount.mantissa().checked_mul(factor)),
    };
    scaled.and_then(|scaled| Decimal::try_from_i128_with_scale(scaled, decimals).ok()).ok_or_else(|| {
        Error::out_of_range(
            "too-many-digits",
            "numbers have at most 28 digits, those after the point counted",
        )
        .at("decimals")
        .with_value(decimals.text())
    })
}

/// A number that keeps the zeros at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundedNumber(pub Decimal);

impl Write for RoundedNumber {
    fn write(&self, out: &mut Writer) {
        out.plain(&self.0);
    }
}

impl Described for RoundedNumber {
    const KIND: &'static Kind = &Kind::Decimal { kind: "decimal", minimum: None, maximum: None };
}

/// A number of decimals, 0 to 28.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimals(u32);

impl Decimals {
    const MAXIMUM: u32 = 28;

    /// Checks the bounds.
    ///
    /// # Errors
    /// `OutOfRange`, `above-maximum`, above 28.
    pub fn new(count: u32) -> Result<Self, Error> {
        if count <= Self::MAXIMUM {
            return Ok(Self(count));
        }
        Err(Error::out_of_range("above-maximum", "a number has at most 28 decimals")
            .with_value(count.text())
            .detail("maximum", "28"))
    }
}

impl Read for Decimals {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        Self::new(u32::read(value)?)
    }
}

impl Write for Decimals {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }
}

impl Described for Decimals {
    const KIND: &'static Kind =
        &Kind::Number { kind: "integer", minimum: Some(0.0), maximum: Some(Self::MAXIMUM as f64) };
}
