/// The members of the European Union.
///
/// Source: Treaty on European Union, article 52, as it stands since 2020-02-01.
pub const EUROPEAN_UNION: [&str; 27] = [
    "AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "HUN", "IRL",
    "ITA", "LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "SWE",
];

/// The members of the Eurasian Economic Union, which has one customs tariff.
///
/// Source: Treaty on the Eurasian Economic Union, with the accessions of 2015.
const EURASIAN_UNION: [&str; 5] = ["ARM", "BLR", "KAZ", "KGZ", "RUS"];

/// The members of the Gulf Cooperation Council, which has one customs tariff.
const GULF_COUNCIL: [&str; 6] = ["ARE", "BHR", "KWT", "OMN", "QAT", "SAU"];

/// The customs union that a country belongs to, by the name that tables use.
pub fn customs_union(alpha3: &str) -> Option<&'static str> {
    if EUROPEAN_UNION.contains(&alpha3) {
        Some("EU")
    } else if EURASIAN_UNION.contains(&alpha3) {
        Some("EAEU")
    } else if GULF_COUNCIL.contains(&alpha3) {
        Some("GCC")
    } else {
        None
    }
}
