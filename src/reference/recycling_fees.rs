use rust_decimal::Decimal;

use super::table::Table;
use super::vehicle_duties::{Standing, amount, date};
use crate::error::Error;
use crate::explain::{Edition, Grade};
use crate::values::Date;

/// One band of a recycling fee: base · coefficient for vehicles of some power and age.
#[derive(Clone, Debug)]
pub struct RecyclingFee {
    /// The country by its code of three letters.
    pub market: String,
    /// Whether it holds for vehicles that electric motors alone drive, or for those with an engine.
    pub electric: bool,
    /// Litres above the first and up to the second.
    pub litres: (Option<Decimal>, Option<Decimal>),
    /// Metric horsepower above the first and up to the second.
    pub power: (Option<Decimal>, Option<Decimal>),
    /// The base amount.
    pub base: Decimal,
    /// Its currency.
    pub currency: String,
    /// What multiplies it for a vehicle of up to three years, and for an older one.
    pub coefficients: (Decimal, Decimal),
    /// The days in force, both included.
    pub in_force: (Option<Date>, Option<Date>),
    /// The day of its source.
    pub as_of: Option<Date>,
    /// Whether it is a concession for private persons.
    pub standing: Standing,
    /// Who says so.
    pub source: String,
    /// How good that source is.
    pub grade: Grade,
}

impl RecyclingFee {
    /// Reads the table `vehicle-recycling-fee` with the columns `market`, `engine` (`electric`, `combustion`),
    /// `litresAbove`, `litresUpTo`, `powerAbove`, `powerUpTo`, `base`, `currency`, `coefficient`, `olderCoefficient`, `from`,
    /// `until`, `asOf`, `standing`, `source` and `grade`.
    ///
    /// # Errors
    /// `InvalidInput` with line and column: `not-a-number`, `below-minimum`, `unknown-name`, what dates say.
    pub(super) fn parse(text: &str) -> Result<(Edition, Vec<Self>), Error> {
        let columns = [
            "market",
            "engine",
            "litresAbove",
            "litresUpTo",
            "powerAbove",
            "powerUpTo",
            "base",
            "currency",
            "coefficient",
            "olderCoefficient",
            "from",
            "until",
            "asOf",
            "standing",
            "source",
            "grade",
        ];
        let table = Table::parse("vehicle-recycling-fee", &columns, text)?;
        let mut rows = Vec::new();
        for row in table.rows() {
            let needed = |at, column: &str| amount(row, at, column).map(Option::unwrap_or_default);
            rows.push(Self {
                market: row.text(0).to_owned(),
                electric: row.read(1, "engine", |text| match text {
                    "electric" => Ok(true),
                    "combustion" => Ok(false),
                    _ => Err(Error::invalid("unknown-name", "this is electric or combustion")),
                })?,
                litres: (amount(row, 2, "litresAbove")?, amount(row, 3, "litresUpTo")?),
                power: (amount(row, 4, "powerAbove")?, amount(row, 5, "powerUpTo")?),
                base: needed(6, "base")?,
                currency: row.text(7).to_owned(),
                coefficients: (needed(8, "coefficient")?, needed(9, "olderCoefficient")?),
                in_force: (date(row, 10, "from")?, date(row, 11, "until")?),
                as_of: date(row, 12, "asOf")?,
                standing: row.read(13, "standing", Standing::parse)?,
                source: row.text(14).to_owned(),
                grade: row.read(15, "grade", Grade::parse)?,
            });
        }
        Ok((table.edition, rows))
    }

    /// Whether a value lies above the first bound and not above the second; what is not bounded holds everything.
    pub fn holds(bounds: (Option<Decimal>, Option<Decimal>), value: Option<Decimal>) -> bool {
        match (bounds, value) {
            ((None, None), _) => true,
            (_, None) => false,
            ((above, up_to), Some(value)) => {
                above.is_none_or(|above| value > above) && up_to.is_none_or(|up_to| value <= up_to)
            }
        }
    }
}
