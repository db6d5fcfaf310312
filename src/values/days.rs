use super::Date;
use crate::document::{Column, Described, Kind, Read, Text, Value, Write, Writer};
use crate::error::Error;

/// Dates as a column of days since 1970-01-01. In requests also a list of `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days(pub Vec<i32>);

impl Read for Days {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        let under = |at: usize, day: Result<i32, Error>| day.map_err(|error| error.under(&at.text()));
        let known = |day: &i32| (Date::MIN.days()..=Date::MAX.days()).contains(day);
        let days = match value {
            // A column as it comes is copied at once, and only searched for what is no date.
            Value::Integers(days) if days.iter().all(known) => return Ok(Self(days.clone())),
            Value::Integers(days) => {
                days.iter().enumerate().map(|(at, day)| under(at, checked(f64::from(*day)))).collect()
            }
            Value::Numbers(days) => {
                days.iter().enumerate().map(|(at, day)| under(at, checked(*day))).collect()
            }
            Value::List(dates) => dates.iter().enumerate().map(|(at, date)| under(at, one(date))).collect(),
            other => Err(other.wrong_kind("a list of dates")),
        };
        days.map(Self)
    }
}

impl Write for Days {
    fn write(&self, out: &mut Writer) {
        Column(self.0.clone()).write(out);
    }
}

impl Described for Days {
    const KIND: &'static Kind = &Kind::DayColumn;
}

fn one(date: &Value<'_>) -> Result<i32, Error> {
    match date {
        Value::Number(day) => checked(*day),
        other => Date::read(other).map(Date::days),
    }
}

fn checked(day: f64) -> Result<i32, Error> {
    if day.fract() != 0.0 {
        return Err(Error::invalid(
            "not-whole",
            "a day is a whole number of days since 1970-01-01, or YYYY-MM-DD",
        )
        .with_value(day.text()));
    }
    // The conversion saturates, and what is far outside stays outside.
    Date::from_days(day as i32).map(Date::days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_come_as_text_numbers_or_columns() {
        let days = Days(vec![0, 365]);
        for value in [
            Value::List(vec![Value::Text("1970-01-01"), Value::Text("1971-01-01")]),
            Value::List(vec![Value::Number(0.0), Value::Text("1971-01-01")]),
            Value::Numbers(vec![0.0, 365.0]),
            Value::Integers(vec![0, 365]),
        ] {
            assert_eq!(Days::read(&value).unwrap(), days);
        }
    }

    #[test]
    fn what_is_no_date_is_refused_at_its_place() {
        for (value, reason, field) in [
            (Value::List(vec![Value::Number(0.0), Value::Text("2026-02-30")]), "no-such-date", "1"),
            (Value::List(vec![Value::Bool(true)]), "wrong-kind", "0"),
            (Value::Numbers(vec![0.5]), "not-whole", "0"),
            (Value::Numbers(vec![0.0, f64::NAN]), "not-whole", "1"),
            (Value::Numbers(vec![f64::INFINITY]), "not-whole", "0"),
            (Value::Integers(vec![i32::MAX]), "date-out-of-range", "0"),
            (Value::Text("2026-01-01"), "wrong-kind", ""),
        ] {
            let error = Days::read(&value).unwrap_err();
            assert_eq!((error.reason(), error.field()), (reason, field));
        }
    }
}
