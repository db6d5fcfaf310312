use crate::document::{Described, Kind, Read, Text, Value, Write, Writer};
use crate::error::Error;

/// A number of instalments, 1 to 1,200.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalments(u32);

impl Instalments {
    /// The most that are answered: a hundred years of months.
    pub const MAXIMUM: u32 = 1200;

    /// Checks the bounds.
    ///
    /// # Errors
    /// `OutOfRange` below 1 or above 1,200.
    pub fn new(count: u32) -> Result<Self, Error> {
        let reason = if count > Self::MAXIMUM { "above-maximum" } else { "below-minimum" };
        if (1..=Self::MAXIMUM).contains(&count) {
            return Ok(Self(count));
        }
        Err(Error::out_of_range(reason, "a loan has 1 to 1200 instalments")
            .with_value(count.text())
            .detail("minimum", "1")
            .detail("maximum", "1200"))
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Read for Instalments {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        Self::new(u32::read(value)?)
    }
}

impl Write for Instalments {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }
}

impl Described for Instalments {
    const KIND: &'static Kind =
        &Kind::Number { kind: "integer", minimum: Some(1.0), maximum: Some(Self::MAXIMUM as f64) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_instalments_is_written_as_a_number() {
        let mut out = Writer::new();
        Instalments::new(48).unwrap().write(&mut out);
        assert_eq!(out.finish().text, "48");
    }
}
