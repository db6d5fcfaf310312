use rust_decimal::Decimal;

use crate::values::{BuyerClass, Exact, RiskCategory};

/// Whether an obligor counts as speculative grade: in category 1 CC4 and worse, in 2 CC3, in 3 CC2, in 4 CC1 and
/// worse, in 5 to 7 all. Category 0 is read as 1.
///
/// Source: Arrangement's premium annex, from a secondary source.
pub fn is_speculative(category: RiskCategory, buyer: BuyerClass) -> bool {
    let first = match category.get() {
        0 | 1 => BuyerClass::Cc4,
        2 => BuyerClass::Cc3,
        3 => BuyerClass::Cc2,
        4 => BuyerClass::Cc1,
        _ => return true,
    };
    buyer >= first
}

/// What the minimum premium of a speculative-grade obligor falls by at long horizons, as a fraction:
/// `TERM = min(0.018·(HOR − 10), 0.15)` above ten years, otherwise nothing.
///
/// The horizon comes in twenty-fourths of a year, so that nothing is divided: `0.018/24` is 0.00075.
///
/// Source: Arrangement's premium annex, text in force since July 2023: the cap is the rule's own text, the slope is
/// from a secondary source.
pub fn term_factor(horizon_24: Decimal) -> Decimal {
    let over_ten_years = horizon_24.minus(Decimal::from(240)).max(Decimal::ZERO);
    Decimal::new(75, 5).times(over_ten_years).min(Decimal::new(15, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: horizon 10.25: 0.0045, printed in the README of github.com/khue-tram/ECA-Premium-Rate; the cap is
    /// reached at 18⅓ years.
    #[test]
    fn it_rises_above_ten_years_to_its_cap() {
        let term = |horizon_24: i64| term_factor(Decimal::from(horizon_24)).normalize().to_string();
        let expected = ["0", "0", "0.0045", "0.09", "0.14925", "0.15", "0.15"];
        assert_eq!([48, 240, 246, 360, 439, 440, 900].map(term), expected);
    }

    #[test]
    fn the_grade_follows_from_category_and_class() {
        let first = |category: u32| {
            let category = RiskCategory::new(category).unwrap();
            BuyerClass::ALL.iter().find(|class| is_speculative(category, **class)).map(|class| class.name())
        };
        let expected = ["CC4", "CC3", "CC2", "CC1", "SOV+", "SOV+", "SOV+"];
        assert_eq!([1, 2, 3, 4, 5, 6, 7].map(first), expected.map(Some));
    }
}
