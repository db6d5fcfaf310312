//! Risk weights of the standardised approach.

use super::{CapitalRules, ExposureClass};
use crate::values::{RatingGrade, RiskCategory};

/// The weight of a class by its external rating, as a fraction; none where the rules have none.
///
/// | | AAA to AA− | A+ to A− | BBB+ to BBB− | BB+ to BB− | B+ to B− | below B− | unrated |
/// |---|---|---|---|---|---|---|---|
/// | sovereign | 0 | 20 | 50 | 100 | 100 | 150 | 100 |
/// | bank, Basel III | 20 | 30 | 50 | 100 | 100 | 150 | by its grade |
/// | bank, Basel II, option 2 | 20 | 50 | 50 | 100 | 100 | 150 | 50 |
/// | corporate, Basel III | 20 | 50 | 75 | 100 | 150 | 150 | 100, SME 85 |
/// | corporate, Basel II | 20 | 50 | 100 | 100 | 150 | 150 | 100 |
///
/// Retail 75. A residential mortgage 35 in Basel II; in Basel III by its loan-to-value, which is not asked for. An unrated
/// bank has 40, 75 or 150 by the grade A, B or C that the lender itself finds, which is not asked for either.
///
/// `sales_millions` are a firm's yearly sales in millions of euros: up to 50 it is small or medium-sized.
///
/// Source: Basel Framework CRE20.7, CRE20.18, CRE20.42 to 20.49, CRE20.65; Basel II (June 2006), paragraphs 53, 63, 66, 69 and
/// 72.
pub fn rated_weight(
    rules: CapitalRules,
    class: ExposureClass,
    rating: Option<RatingGrade>,
    sales_millions: Option<f64>,
) -> Option<f64> {
    let is_final = rules == CapitalRules::Basel3;
    let (by_rating, unrated) = match (class, is_final) {
        (ExposureClass::Sovereign, _) => ([0, 20, 50, 100, 100, 150], Some(100)),
        (ExposureClass::Bank, true) => ([20, 30, 50, 100, 100, 150], None),
        (ExposureClass::Bank, false) => ([20, 50, 50, 100, 100, 150], Some(50)),
        (ExposureClass::Corporate, true) => {
            let is_small = sales_millions.is_some_and(|sales| sales <= 50.0);
            ([20, 50, 75, 100, 150, 150], Some(if is_small { 85 } else { 100 }))
        }
        (ExposureClass::Corporate, false) => ([20, 50, 100, 100, 150, 150], Some(100)),
        (ExposureClass::ResidentialMortgage, true) => return None,
        (ExposureClass::ResidentialMortgage, false) => return Some(0.35),
        (ExposureClass::QualifyingRevolving | ExposureClass::OtherRetail, _) => return Some(0.75),
    };
    let percent = match rating {
        None => unrated,
        Some(rating) => {
            let limits = [
                RatingGrade::AaMinus,
                RatingGrade::AMinus,
                RatingGrade::BbbMinus,
                RatingGrade::BbMinus,
                RatingGrade::BMinus,
            ];
            by_rating.get(limits.iter().filter(|limit| rating > **limit).count()).copied()
        }
    };
    percent.map(|percent| f64::from(percent) / 100.0)
}

/// The weight of a sovereign, and of its export credit agency, by its country risk category: 0 for 0 and 1, 20 % for 2, 50 %
/// for 3, 100 % for 4 to 6, 150 % for 7.
///
/// A supervisor must allow it. Source: Basel Framework CRE20.9; Basel II (June 2006), paragraph 55; Regulation (EU) No 575/2013,
/// Article 137.
pub const fn category_weight(category: RiskCategory) -> f64 {
    match category.get() {
        0 | 1 => 0.0,
        2 => 0.2,
        3 => 0.5,
        4..=6 => 1.0,
        _ => 1.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Printed: Basel Framework CRE20, tables 1, 6 and 10 (2023); Basel II (June 2006), paragraphs 53, 63 and 66.
    #[test]
    fn the_printed_tables_are_met() {
        let rules = [CapitalRules::Basel3, CapitalRules::Basel2];
        for (class, rating, expected) in [
            (ExposureClass::Sovereign, Some(RatingGrade::AaMinus), [0.0, 0.0]),
            (ExposureClass::Sovereign, Some(RatingGrade::APlus), [0.2, 0.2]),
            (ExposureClass::Sovereign, Some(RatingGrade::BMinus), [1.0, 1.0]),
            (ExposureClass::Sovereign, Some(RatingGrade::CccPlus), [1.5, 1.5]),
            (ExposureClass::Sovereign, None, [1.0, 1.0]),
            (ExposureClass::Bank, Some(RatingGrade::Aaa), [0.2, 0.2]),
            (ExposureClass::Bank, Some(RatingGrade::A), [0.3, 0.5]),
            (ExposureClass::Bank, Some(RatingGrade::Bbb), [0.5, 0.5]),
            (ExposureClass::Bank, Some(RatingGrade::B), [1.0, 1.0]),
            (ExposureClass::Corporate, Some(RatingGrade::Aa), [0.2, 0.2]),
            (ExposureClass::Corporate, Some(RatingGrade::AMinus), [0.5, 0.5]),
            (ExposureClass::Corporate, Some(RatingGrade::BbbMinus), [0.75, 1.0]),
            (ExposureClass::Corporate, Some(RatingGrade::BbMinus), [1.0, 1.0]),
            (ExposureClass::Corporate, Some(RatingGrade::BPlus), [1.5, 1.5]),
            (ExposureClass::Corporate, None, [1.0, 1.0]),
            (ExposureClass::OtherRetail, None, [0.75, 0.75]),
        ] {
            for (rules, expected) in rules.into_iter().zip(expected) {
                assert_eq!(rated_weight(rules, class, rating, None), Some(expected), "{class:?} {rating:?}");
            }
        }
        assert_eq!(rated_weight(CapitalRules::Basel3, ExposureClass::Bank, None, None), None);
        assert_eq!(
            rated_weight(CapitalRules::Basel3, ExposureClass::Corporate, None, Some(30.0)),
            Some(0.85)
        );
        let weights: Vec<f64> = (0..=7).map(|n| category_weight(RiskCategory::new(n).unwrap())).collect();
        assert_eq!(weights, [0.0, 0.0, 0.2, 0.5, 1.0, 1.0, 1.0, 1.5]);
    }
}
