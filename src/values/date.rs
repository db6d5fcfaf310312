use core::fmt;

use crate::document::{Described, Read, Shape, Value, Write, Writer, read_text};
use crate::error::Error;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(i32);

impl Date {
    /// Reads a day.
    ///
    /// # Errors
    /// Always, for now.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Err(Error::invalid("not-a-date", "a date is YYYY-MM-DD").with_value(text))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Read for Date {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        Self::parse(read_text(value)?)
    }
}

impl Write for Date {
    fn write(&self, out: &mut Writer) {
        out.display(self);
    }
}

impl Described for Date {
    fn shape() -> Shape {
        Shape::Text { kind: "date" }
    }
}
