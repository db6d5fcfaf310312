use std::sync::Arc;

use super::table::Table;
use crate::error::Error;
use crate::explain::Edition;
use crate::values::{CountryCode, Date, RiskCategory};

crate::choice! {
    /// Why a country or territory has a risk category, or has none.
    pub enum CountryStatus {
        /// On the list with a category from 0 to 7.
        Classified = "classified",
        /// A high-income OECD or euro-area country: not classified, premiums follow the market.
        MarketBenchmark = "market-benchmark",
        /// On the list, but without a current classification.
        NotReviewed = "not-reviewed",
        /// On the list as having no classification of its own.
        Unclassified = "unclassified",
        /// Not on the list at all.
        NotListed = "not-listed",
    }
}

/// A country or territory and what the list says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// The code.
    pub code: CountryCode,
    /// Whether it is classified, and if not, why.
    pub status: CountryStatus,
    /// The category, only of those that are classified.
    pub category: Option<RiskCategory>,
}

impl Country {
    /// Whether local costs are held to the limit for high-income OECD countries (40 % of the contract value) and
    /// not to the one for all others (50 %).
    ///
    /// Assumption: the countries priced by the market stand for the high-income OECD countries. The status also
    /// holds the euro-area countries that are no OECD members, for which this is not exact.
    pub fn is_high_income_oecd(&self) -> bool {
        self.status == CountryStatus::MarketBenchmark
    }
}

/// The list of country risk classifications.
///
/// The Participants say that these are no sovereign risk classifications and endorse no use other than setting
/// minimum premiums: a category is shown as what it is.
#[derive(Clone, Debug)]
pub struct Countries {
    edition: Arc<Edition>,
    rows: Vec<Country>,
    /// Rows of a rate card, and its edition.
    card: Vec<CountryCode>,
    card_edition: Option<Arc<Edition>>,
}

impl Countries {
    /// Reads the table `oecd-country-risk` with the columns `country`, `category` and `status`. Countries and
    /// territories that are left out are `not-listed`.
    ///
    /// # Errors
    /// `InvalidInput` with line and column: an unknown country, category or status; `category-and-status` when
    /// a category is missing or too many; `given-twice`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let table = Table::parse("oecd-country-risk", &["country", "category", "status"], text)?;
        let mut rows: Vec<Country> = Vec::with_capacity(table.rows().len());
        for row in table.rows() {
            let code = row.read(0, "country", CountryCode::parse)?;
            let category = row.read(1, "category", category)?;
            let status = row.read(2, "status", CountryStatus::parse)?;
            if category.is_some() != (status == CountryStatus::Classified) {
                let error =
                    Error::invalid("category-and-status", "the classified have a category, the others none");
                return Err(row.fault(error, "category"));
            }
            match rows.binary_search_by_key(&code, |row| row.code) {
                Ok(_) => {
                    let error = Error::invalid("given-twice", "this country is there twice");
                    return Err(row.fault(error, "country"));
                }
                Err(at) => rows.insert(at, Country { code, status, category }),
            }
        }
        Ok(Self { edition: Arc::new(table.edition), rows, card: Vec::new(), card_edition: None })
    }

    /// What the list says of a country or territory.
    pub fn of(&self, code: CountryCode) -> Country {
        self.rows
            .binary_search_by_key(&code, |row| row.code)
            .ok()
            .and_then(|at| self.rows.get(at))
            .copied()
            .unwrap_or(Country { code, status: CountryStatus::NotListed, category: None })
    }

    /// Every country and territory that has a code, in the order of alpha-3.
    pub fn all(&self) -> impl Iterator<Item = Country> {
        CountryCode::all().map(|code| self.of(code))
    }

    /// Puts the rows of a rate card in the place of the list's.
    pub(super) fn overlay(&mut self, rows: impl Iterator<Item = Country>, edition: &Arc<Edition>) {
        for row in rows {
            match self.rows.binary_search_by_key(&row.code, |known| known.code) {
                Ok(at) => {
                    if let Some(known) = self.rows.get_mut(at) {
                        *known = row;
                    }
                }
                Err(at) => self.rows.insert(at, row),
            }
            self.card.push(row.code);
        }
        self.card_edition = Some(Arc::clone(edition));
    }

    /// Where what is said of a country comes from: a rate card, or the list.
    pub fn edition_of(&self, code: CountryCode) -> &Arc<Edition> {
        match &self.card_edition {
            Some(card) if self.card.contains(&code) => card,
            _ => &self.edition,
        }
    }

    /// The edition of the list.
    pub fn edition(&self) -> &Arc<Edition> {
        &self.edition
    }

    /// The day on which what is said of a country was valid: that of the list, or of the rate card.
    pub fn as_of_country(&self, code: CountryCode) -> Date {
        let edition = self.edition_of(code);
        edition.in_force.unwrap_or(edition.retrieved)
    }

    /// The day on which the list was valid.
    pub fn as_of(&self) -> Date {
        self.edition.in_force.unwrap_or(self.edition.retrieved)
    }
}

fn category(text: &str) -> Result<Option<RiskCategory>, Error> {
    match text {
        "" => Ok(None),
        text => RiskCategory::new(text.parse().unwrap_or(u32::MAX)).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMBEDDED: &str = include_str!("tables/countries.csv");

    fn of(code: &str) -> (CountryStatus, Option<u8>) {
        let country = Countries::parse(EMBEDDED).unwrap().of(CountryCode::parse(code).unwrap());
        (country.status, country.category.map(RiskCategory::get))
    }

    #[test]
    fn five_statuses_are_told_apart() {
        assert_eq!(of("KAZ"), (CountryStatus::Classified, Some(5)));
        assert_eq!(of("SGP"), (CountryStatus::Classified, Some(0)));
        assert_eq!(of("DEU"), (CountryStatus::MarketBenchmark, None));
        assert_eq!(of("BRN"), (CountryStatus::NotReviewed, None));
        assert_eq!(of("MCO"), (CountryStatus::Unclassified, None));
        assert_eq!(of("ATA"), (CountryStatus::NotListed, None));
    }

    /// Source: the counts of the list as it was collected; the ISO codes that are not on it make up the rest.
    #[test]
    fn the_list_is_whole() {
        let countries = Countries::parse(EMBEDDED).unwrap();
        let count = |status| countries.all().filter(|country| country.status == status).count();
        assert_eq!(count(CountryStatus::Classified), 137);
        assert_eq!(count(CountryStatus::MarketBenchmark), 37);
        assert_eq!(count(CountryStatus::NotReviewed), 24);
        assert_eq!(count(CountryStatus::Unclassified), 3);
        assert_eq!(countries.as_of().to_string(), "2026-01-30");
    }

    #[test]
    fn faults_say_where_they_are() {
        for (from, to, reason, field) in [
            ("AFG,7,classified", "AFX,7,classified", "unknown-country", "oecd-country-risk.10.country"),
            ("AFG,7,classified", "AFG,8,classified", "out-of-bounds", "oecd-country-risk.10.category"),
            ("AFG,7,classified", "AFG,x,classified", "out-of-bounds", "oecd-country-risk.10.category"),
            ("AFG,7,classified", "AFG,7,class", "unknown-name", "oecd-country-risk.10.status"),
            ("AFG,7,classified", "AFG,,classified", "category-and-status", "oecd-country-risk.10.category"),
            ("AFG,7,classified", "ABW,7,classified", "given-twice", "oecd-country-risk.10.country"),
        ] {
            let error = Countries::parse(&EMBEDDED.replace(from, to)).unwrap_err();
            assert_eq!((error.reason(), error.field()), (reason, field), "{error:?}");
        }
    }
}
