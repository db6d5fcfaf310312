use std::sync::Arc;

use super::score::{Indicator, ScoreMethod, year};
use super::table::Table;
use crate::document::decimal_of;
use crate::error::Error;
use crate::explain::Edition;
use crate::values::{CountryCode, to_f64};

/// A published number of a country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// The number, in its indicator's unit.
    pub value: f64,
    /// The year that it is about; of a change over years the last one.
    pub year: u32,
}

/// The indicators of countries and territories.
///
/// Nothing is filled in: what is not published, or only for before 2018, is missing. Two indicators are left out
/// where they say nothing: the reserves and the current account of those who issue a reserve currency (the
/// dollars of the United States, Canada and Australia, euro, yen, pound, Swiss franc; the renminbi is not freely
/// convertible, so China's are kept). Exchange rates are official ones and hide parallel markets. Territories that
/// are not on the list of categories are left out where less than half of the score's weight would be known.
#[derive(Clone, Debug)]
pub struct Indicators {
    edition: Arc<Edition>,
    rows: Vec<(CountryCode, Vec<Option<Observation>>)>,
}

impl Indicators {
    /// Reads the table `country-indicators`: the column `country` and one for each [`Indicator`]. A cell is a number,
    /// of the indicator's usual year (which the method gives), or a number and another year: `4.3@2019`.
    ///
    /// # Errors
    /// `InvalidInput` with line and column: `not-a-number`, `not-a-year`, `given-twice`, and what the parser of tables
    /// says.
    pub fn parse(text: &str, method: &ScoreMethod) -> Result<Self, Error> {
        let columns: Vec<&'static str> = core::iter::once("country")
            .chain(Indicator::ALL.iter().map(|indicator| indicator.name()))
            .collect();
        let table = Table::parse("country-indicators", &columns, text)?;
        let mut rows: Vec<(CountryCode, Vec<Option<Observation>>)> = Vec::with_capacity(table.rows().len());
        for row in table.rows() {
            let code = row.read(0, "country", CountryCode::parse)?;
            let cells = (Indicator::ALL.iter().zip(1..))
                .map(|(indicator, at)| {
                    let usual = method.rule(*indicator).map_or(0, |rule| rule.year);
                    row.read(at, indicator.name(), |text| observation(text, usual))
                })
                .collect::<Result<_, _>>()?;
            match rows.binary_search_by_key(&code, |row| row.0) {
                Ok(_) => {
                    let error = Error::invalid("given-twice", "this country is there twice");
                    return Err(row.fault(error, "country"));
                }
                Err(at) => rows.insert(at, (code, cells)),
            }
        }
        Ok(Self { edition: Arc::new(table.edition), rows })
    }

    /// What is published of a country, if it is.
    pub fn of(&self, code: CountryCode, indicator: Indicator) -> Option<Observation> {
        let at = self.rows.binary_search_by_key(&code, |row| row.0).ok()?;
        self.rows.get(at)?.1.get(indicator as usize).copied().flatten()
    }

    /// The edition of the table.
    pub fn edition(&self) -> &Arc<Edition> {
        &self.edition
    }
}

fn observation(text: &str, usual: u32) -> Result<Option<Observation>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let (number, year) = match text.split_once('@') {
        Some((number, other)) => (number, year(other)?),
        None => (text, usual),
    };
    let value = decimal_of(number)
        .ok_or_else(|| Error::invalid("not-a-number", "this must be a number, such as 3.4 or 3.4@2019"))?;
    Ok(Some(Observation { value: to_f64(value), year }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMBEDDED: &str = include_str!("tables/indicators.csv");

    fn parse(text: &str) -> Result<Indicators, Error> {
        Indicators::parse(text, &ScoreMethod::parse(include_str!("tables/country-score.csv"))?)
    }

    /// Source: the table's own rows, read by eye.
    #[test]
    fn numbers_stand_with_their_years() {
        let indicators = parse(EMBEDDED).unwrap();
        let of = |code: &str, indicator| {
            let seen = indicators.of(CountryCode::parse(code).unwrap(), indicator)?;
            Some((seen.value, seen.year))
        };
        assert_eq!(of("MEX", Indicator::RegulatoryQuality), Some((-0.17, 2023)));
        assert_eq!(of("ABW", Indicator::Inflation), Some((4.3, 2019)));
        assert_eq!(of("AFG", Indicator::PublicDebt), None);
        assert_eq!(of("USA", Indicator::Reserves), None);
        assert_eq!(of("ATA", Indicator::Gdp), None);
    }

    #[test]
    fn faults_say_where_they_are() {
        for (from, to, reason, field) in [
            ("\nAFG,16.8@2020", "\nAFG,16.8@20", "not-a-year", "country-indicators.9.reserves"),
            ("\nAFG,16.8@2020", "\nAFG,16.8.1", "not-a-number", "country-indicators.9.reserves"),
            ("\nAFG,", "\nAFX,", "unknown-country", "country-indicators.9.country"),
            ("\nAFG,", "\nABW,", "given-twice", "country-indicators.9.country"),
            (",customs,", ",custom,", "column-missing", "country-indicators"),
        ] {
            let error = parse(&EMBEDDED.replace(from, to)).unwrap_err();
            assert_eq!((error.reason(), error.field()), (reason, field), "{error:?}");
        }
    }
}
