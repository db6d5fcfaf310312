use std::sync::Arc;

use super::table::Table;
use crate::error::Error;
use crate::explain::Edition;
use crate::values::{CountryCode, Date};

crate::choice! {
    /// Who takes measures.
    pub enum MeasureIssuer {
        /// The Security Council of the United Nations.
        UnitedNations = "UN",
        /// The European Union.
        EuropeanUnion = "EU",
        /// The United States of America.
        UnitedStates = "US",
    }
}

crate::choice! {
    /// What a programme of measures is about. This project's reading, not the issuer's.
    pub enum MeasureKind {
        /// Exports, imports, finance, investment, services or transport are limited, for the territory or a sector of it.
        Sectoral = "territory-wide-or-sectoral",
        /// Persons, firms or ships that touch the territory are named; or arms alone are kept out of it.
        ListBased = "list-based",
        /// Neither is said.
        Other = "other",
    }
}

crate::choice! {
    /// What a programme forbids or freezes.
    pub enum Measure {
        /// What named persons own is frozen, and nothing may be made available to them.
        AssetFreeze = "asset-freeze",
        /// Named persons may not enter.
        TravelBan = "travel-ban",
        /// Arms may not be delivered.
        Arms = "arms",
        /// Claims that the measures cause may not be met.
        ClaimsProhibition = "claims-prohibition",
        /// Aid is suspended.
        AidSuspension = "aid-suspension",
        /// Some exports are forbidden or need a licence.
        ExportControl = "export-control",
        /// Some imports are forbidden.
        ImportRestrictions = "import-restrictions",
        /// Some loans, securities or payments are forbidden.
        FinancialRestrictions = "financial-restrictions",
        /// Some investment is forbidden.
        InvestmentBan = "investment-ban",
        /// Some services are forbidden.
        ServicesBan = "services-ban",
        /// Ships, aircraft or lorries are kept out, or those of the territory are.
        TransportRestrictions = "transport-restrictions",
    }
}

crate::record! {
    quote
    /// A programme of measures that names a country or territory. Information, not screening and not legal advice.
    pub struct Programme {
        /// Who takes the measures.
        pub issuer: MeasureIssuer,
        /// The code of the programme, which begins with its issuer's.
        pub programme: String,
        /// What the programme is about.
        pub kind: MeasureKind,
        /// What it forbids or freezes.
        pub measures: Vec<Measure>,
    }
}

/// The programmes of measures of the United Nations, the European Union and the United States, and of nobody else.
#[derive(Clone, Debug)]
pub struct Programmes {
    edition: Arc<Edition>,
    rows: Vec<(CountryCode, Programme)>,
}

impl Programmes {
    /// Reads the table `sanctions-programmes`: `country`, the code of the `programme` (`EU-BLR`), its `kind`, and the
    /// names of its `measures` with spaces between.
    ///
    /// # Errors
    /// `InvalidInput` with line and column: an unknown country, issuer, kind or measure, `given-twice`, and what the
    /// parser of tables says.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let table =
            Table::parse("sanctions-programmes", &["country", "programme", "kind", "measures"], text)?;
        let mut rows: Vec<(CountryCode, Programme)> = Vec::with_capacity(table.rows().len());
        for row in table.rows() {
            let country = row.read(0, "country", CountryCode::parse)?;
            let issuer = row.read(1, "programme", |code| {
                MeasureIssuer::parse(code.split_once('-').map_or(code, |(issuer, _)| issuer))
            })?;
            let programme = row.text(1);
            if rows.iter().any(|known| known.0 == country && known.1.programme == programme) {
                let error = Error::invalid("given-twice", "this programme is there twice");
                return Err(row.fault(error, "programme"));
            }
            rows.push((
                country,
                Programme {
                    issuer,
                    programme: programme.to_owned(),
                    kind: row.read(2, "kind", MeasureKind::parse)?,
                    measures: row.read(3, "measures", |text| {
                        text.split_ascii_whitespace().map(Measure::parse).collect::<Result<_, _>>()
                    })?,
                },
            ));
        }
        Ok(Self { edition: Arc::new(table.edition), rows })
    }

    /// The programmes that name a country or territory, in the order of the table.
    pub fn of(&self, country: CountryCode) -> impl Iterator<Item = &Programme> {
        self.rows.iter().filter(move |row| row.0 == country).map(|row| &row.1)
    }

    /// Whether a programme limits trade, finance or services with a country or territory as such.
    pub fn limit_trade_with(&self, country: CountryCode) -> bool {
        self.of(country).any(|programme| programme.kind == MeasureKind::Sectoral)
    }

    /// The day on which the programmes were as the table says.
    pub fn as_of(&self) -> Date {
        self.edition.in_force.unwrap_or(self.edition.retrieved)
    }

    /// The edition of the table.
    pub fn edition(&self) -> &Arc<Edition> {
        &self.edition
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMBEDDED: &str = include_str!("tables/sanctions-programmes.csv");

    fn code(text: &str) -> CountryCode {
        CountryCode::parse(text).unwrap()
    }

    /// Source: the rows of the collection, counted by another program: 94, less three of debarment alone and the
    /// statute of the European Union against foreign laws.
    #[test]
    fn the_table_is_whole() {
        let programmes = Programmes::parse(EMBEDDED).unwrap();
        let count = |kind| programmes.rows.iter().filter(|row| row.1.kind == kind).count();
        assert_eq!(programmes.rows.len(), 90);
        assert_eq!(
            [MeasureKind::Sectoral, MeasureKind::ListBased, MeasureKind::Other].map(count),
            [23, 64, 3]
        );
        assert_eq!(programmes.as_of().to_string(), "2026-08-22");
    }

    /// Who is limited as such; the list-based programmes that touch others don't make one of them.
    #[test]
    fn kinds_are_told_apart() {
        let programmes = Programmes::parse(EMBEDDED).unwrap();
        let limited: Vec<_> = CountryCode::all()
            .filter(|country| programmes.limit_trade_with(*country))
            .map(CountryCode::alpha3)
            .collect();
        let known = ["BLR", "CUB", "IRN", "IRQ", "LBY", "MMR", "PRK", "RUS", "SOM", "SYR", "VEN", "ZWE"];
        assert_eq!(limited, known);
        let turkiye: Vec<_> = programmes.of(code("TUR")).collect();
        assert_eq!(
            (turkiye[0].issuer, turkiye[0].kind),
            (MeasureIssuer::EuropeanUnion, MeasureKind::ListBased)
        );
        assert_eq!(turkiye[0].measures, [Measure::AssetFreeze, Measure::TravelBan]);
        assert_eq!(programmes.of(code("USA")).count() + programmes.of(code("MEX")).count(), 0);
    }

    /// The kind follows from the measures, but for programmes that are lists of persons, firms or ships by their names.
    #[test]
    fn the_kind_follows_from_the_measures() {
        let lists =
            ["US-NS-CMIC", "US-UFLPA", "US-FSE", "US-NS-PLC", "US-DOS-CU-PAL", "US-DOS-CU-REA", "EU-MARE"];
        for (country, programme) in Programmes::parse(EMBEDDED).unwrap().rows {
            let limits = programme.measures.iter().any(|measure| *measure >= Measure::ExportControl);
            let expected = match limits && !lists.contains(&programme.programme.as_str()) {
                true => MeasureKind::Sectoral,
                false if programme.measures.is_empty() => MeasureKind::Other,
                false => MeasureKind::ListBased,
            };
            assert_eq!(programme.kind, expected, "{country} {}", programme.programme);
        }
    }

    #[test]
    fn faults_say_where_they_are() {
        for (from, to, reason, field) in [
            ("AFG,EU-AFG", "AFX,EU-AFG", "unknown-country", "sanctions-programmes.9.country"),
            ("AFG,EU-AFG", "AFG,AU-AFG", "unknown-name", "sanctions-programmes.9.programme"),
            ("AFG,UN-SC1988", "AFG,EU-AFG", "given-twice", "sanctions-programmes.10.programme"),
            (
                "EU-AFG,list-based,asset-freeze",
                "EU-AFG,list,asset-freeze",
                "unknown-name",
                "sanctions-programmes.9.kind",
            ),
            (
                "EU-AFG,list-based,asset-freeze",
                "EU-AFG,list-based,freeze",
                "unknown-name",
                "sanctions-programmes.9.measures",
            ),
        ] {
            let error = Programmes::parse(&EMBEDDED.replace(from, to)).unwrap_err();
            assert_eq!((error.reason(), error.field()), (reason, field), "{error:?}");
        }
    }
}
