use crate::values::{BuyerClass, RatingGrade, RiskCategory};

/// The buyer's class that a rating means in a country of a category, 1 to 7; `None` in category 0.
///
/// A rating better than all that the concordance names for the category is read as its best class there, CC1.
/// Within a category the classes follow each other from the best rating to the worst; the worst class takes all
/// that is below.
///
/// Source: rating concordance of the Arrangement's premium annex, from a secondary source.
pub fn class_of_rating(rating: RatingGrade, category: RiskCategory) -> Option<BuyerClass> {
    use RatingGrade::{AMinus, AaMinus, B, BMinus, BPlus, Bb, BbMinus, BbbMinus};
    // The worst rating of each class from CC1 on; the class after the last of them takes the rest.
    let worst: &[RatingGrade] = match category.get() {
        1 => &[AaMinus, AMinus, BbbMinus, Bb],
        2 => &[AMinus, BbbMinus, Bb, BbMinus],
        3 => &[BbbMinus, Bb, BbMinus, BPlus],
        4 => &[Bb, BbMinus, BPlus, B],
        5 => &[BbMinus, BPlus, B],
        6 => &[BPlus, B],
        7 => &[B],
        _ => return None,
    };
    debug_assert!(BMinus > B, "ratings are ordered from the best to the worst");
    let at = worst.iter().position(|worst| rating <= *worst).unwrap_or(worst.len());
    [BuyerClass::Cc1, BuyerClass::Cc2, BuyerClass::Cc3, BuyerClass::Cc4, BuyerClass::Cc5].get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(category: u32, rating: &str) -> &'static str {
        let rating = RatingGrade::parse(rating).unwrap();
        class_of_rating(rating, RiskCategory::new(category).unwrap()).map_or("", BuyerClass::name)
    }

    /// Source: the concordance's ends, class by class.
    #[test]
    fn ratings_become_classes() {
        for (category, rating, expected) in [
            (1, "AAA", "CC1"),
            (1, "AA-", "CC1"),
            (1, "A+", "CC2"),
            (1, "BBB-", "CC3"),
            (1, "BB", "CC4"),
            (1, "BB-", "CC5"),
            (2, "A-", "CC1"),
            (2, "BBB+", "CC2"),
            (2, "BB", "CC3"),
            (2, "BB-", "CC4"),
            (2, "B+", "CC5"),
            (3, "BBB-", "CC1"),
            (3, "BB+", "CC2"),
            (3, "B+", "CC4"),
            (3, "B", "CC5"),
            (4, "BB+", "CC1"),
            (4, "B", "CC4"),
            (4, "B-", "CC5"),
            (5, "BB-", "CC1"),
            (5, "B+", "CC2"),
            (5, "B", "CC3"),
            (5, "CCC", "CC4"),
            (6, "B+", "CC1"),
            (6, "B", "CC2"),
            (6, "C", "CC3"),
            (7, "B", "CC1"),
            (7, "B-", "CC2"),
            (0, "B", ""),
        ] {
            assert_eq!(class(category, rating), expected, "category {category}, {rating}");
        }
    }
}
