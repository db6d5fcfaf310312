use std::sync::Arc;

use super::table::Table;
use crate::error::Error;
use crate::explain::Edition;
use crate::values::CountryCode;

/// The Participants to the Arrangement, whose agencies may charge no less than the minimum premium. The members
/// of the European Union each count as one.
#[derive(Clone, Debug)]
pub struct Participants {
    edition: Arc<Edition>,
    countries: Vec<CountryCode>,
}

impl Participants {
    /// Reads the table `arrangement-participants` with the column `country`.
    ///
    /// # Errors
    /// `InvalidInput` with line and column for an unknown country.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let table = Table::parse("arrangement-participants", &["country"], text)?;
        let countries = table
            .rows()
            .iter()
            .map(|row| row.read(0, "country", CountryCode::parse))
            .collect::<Result<_, _>>()?;
        Ok(Self { edition: Arc::new(table.edition), countries })
    }

    /// Whether a country's agency is bound.
    pub fn bind(&self, country: CountryCode) -> bool {
        self.countries.contains(&country)
    }

    /// The edition of the list.
    pub fn edition(&self) -> &Arc<Edition> {
        &self.edition
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole() {
        let participants = Participants::parse(include_str!("tables/participants.csv")).unwrap();
        assert_eq!(participants.countries.len(), 10 + 27);
        for (code, bound) in [("DEU", true), ("TUR", true), ("USA", true), ("CHN", false), ("ISL", false)] {
            assert_eq!(participants.bind(CountryCode::parse(code).unwrap()), bound, "{code}");
        }
    }

    #[test]
    fn an_unknown_country_is_refused() {
        let text = include_str!("tables/participants.csv").replace("AUS", "EUR");
        let error = Participants::parse(&text).unwrap_err();
        assert_eq!((error.reason(), error.value()), ("unknown-country", Some("EUR")));
        assert!(error.field().ends_with(".country"), "{error:?}");
    }
}
