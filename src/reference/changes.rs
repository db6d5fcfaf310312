use super::countries::{Countries, CountryStatus};
use crate::values::{CountryCode, Date, RiskCategory};

crate::choice! {
    /// What became of a country or territory between two editions of the list.
    pub enum ChangeKind {
        /// Its category rose: riskier.
        Up = "up",
        /// Its category fell: safer.
        Down = "down",
        /// It was not on the older list.
        New = "new",
        /// It is no longer on the list.
        Gone = "gone",
        /// It is on both lists, for another reason: classified or not.
        Status = "status",
    }
}

crate::record! {
    quote
    /// One country or territory that two editions of the list tell differently.
    pub struct Change {
        /// The country or territory.
        pub country: CountryCode,
        /// What became of it.
        pub change: ChangeKind,
        /// The category in the older edition.
        pub older_category: Option<RiskCategory>,
        /// The category in the newer one.
        pub newer_category: Option<RiskCategory>,
        /// The status in the older edition.
        pub older_status: CountryStatus,
        /// The status in the newer one.
        pub newer_status: CountryStatus,
    }
}

crate::record! {
    quote
    /// What changed between two editions of the list.
    pub struct Changes {
        /// The day of the older edition.
        pub older: Date,
        /// The day of the newer edition.
        pub newer: Date,
        /// Countries and territories that changed, in the order of their codes.
        pub changes: Vec<Change>,
    }
}

impl Changes {
    /// Compares two editions of the list; which is the older follows from the order of the arguments.
    pub fn between(older: &Countries, newer: &Countries) -> Self {
        let changes = older.all().zip(newer.all()).filter(|(before, after)| before != after);
        let changes = changes.map(|(before, after)| Change {
            country: before.code,
            change: match (before.status, after.status) {
                (CountryStatus::NotListed, _) => ChangeKind::New,
                (_, CountryStatus::NotListed) => ChangeKind::Gone,
                (was, is) if was != is => ChangeKind::Status,
                _ if after.category > before.category => ChangeKind::Up,
                _ => ChangeKind::Down,
            },
            older_category: before.category,
            newer_category: after.category,
            older_status: before.status,
            newer_status: after.status,
        });
        Self { changes: changes.collect(), older: older.as_of(), newer: newer.as_of() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list made for this test: not an edition that anybody published.
    const OLDER: &str = include_str!("../../tests/samples/country-list-made-for-tests.csv");
    const EMBEDDED: &str = include_str!("tables/countries.csv");

    fn told(older: &str, newer: &str) -> Vec<(&'static str, &'static str)> {
        let read = |text: &str| Countries::parse(text).unwrap();
        let changes = Changes::between(&read(older), &read(newer));
        changes.changes.iter().map(|one| (one.country.alpha3(), one.change.name())).collect()
    }

    #[test]
    fn every_kind_of_change_is_told() {
        let newer = "MEX,3,classified\nKAZ,5,classified\nBRA,4,classified\nBRN,,not-reviewed\nDEU,,market-benchmark\n";
        let head: String = OLDER
            .lines()
            .take_while(|line| !line.contains(",classified"))
            .map(|l| format!("{l}\n"))
            .collect();
        let newer = head + newer;
        let expected = [("BRA", "down"), ("BRN", "status"), ("CUB", "gone"), ("DEU", "new"), ("MEX", "up")];
        assert_eq!(told(OLDER, &newer), expected);
        assert_eq!(
            told(&newer, OLDER),
            [("BRA", "up"), ("BRN", "status"), ("CUB", "new"), ("DEU", "gone"), ("MEX", "down")]
        );
    }

    #[test]
    fn an_edition_does_not_differ_from_itself() {
        assert!(told(EMBEDDED, EMBEDDED).is_empty());
        let with = |from: &str, to: &str| told(EMBEDDED, &EMBEDDED.replace(from, to));
        assert_eq!(with("AFG,7,classified", "AFG,6,classified"), [("AFG", "down")]);
        assert_eq!(with("AFG,7,classified", "AFG,,not-reviewed"), [("AFG", "status")]);
        assert_eq!(with("AFG,7,classified\n", ""), [("AFG", "gone")]);
    }
}
