use super::kind::Kind;
use super::read::Read;
use super::shape::Described;
use super::value::Value;
use super::write::{Write, Writer};
use crate::error::Error;

/// Values that grow with the term or the book: typed arrays in JavaScript, plain arrays in JSON text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column<T>(pub Vec<T>);

impl Column<f64> {
    /// An amount of each row, in smallest units: whole numbers up to 2^53, which are exact.
    pub fn of<'a, T: 'a>(rows: impl IntoIterator<Item = &'a T>, amount: impl Fn(&T) -> i64) -> Self {
        Self(rows.into_iter().map(|row| amount(row) as f64).collect())
    }
}

impl Read for Column<f64> {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        // A column as it comes is copied at once, and only searched for what is no number.
        if let Value::Numbers(items) = value
            && items.iter().all(|item| item.is_finite())
        {
            return Ok(Self(items.clone()));
        }
        Vec::<f64>::read(value).map(Self)
    }
}

impl Write for Column<f64> {
    fn write(&self, out: &mut Writer) {
        out.numbers(&self.0);
    }
}

impl Write for Column<i32> {
    fn write(&self, out: &mut Writer) {
        out.integers(&self.0);
    }
}

impl Described for Column<f64> {
    const KIND: &'static Kind = &Kind::NumberColumn;
}

impl Described for Column<i32> {
    const KIND: &'static Kind = &Kind::DayColumn;
}
