//! The minimum premium of the Arrangement on Officially Supported Export Credits.

use rust_decimal::Decimal;

use super::request::{CoverRequest, PremiumEdition};
use crate::country::{is_speculative, term_factor};
use crate::document::Text;
use crate::error::Error;
use crate::reference::{CategoryPremium, Coefficient};
use crate::values::{BuyerClass, Exact, ExportQuality, RiskCategory};

/// A rate as a fraction of whole decimals, divided only at the end, so that it is as exact as 28 digits allow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ratio {
    pub numerator: Decimal,
    pub denominator: Decimal,
}

impl Ratio {
    pub fn value(self) -> Decimal {
        self.numerator.try_over(self.denominator).unwrap_or_default().normalize()
    }
}

/// What the formula is made of for one deal.
pub(super) struct Minimum<'t> {
    pub table: &'t CategoryPremium,
    pub buyer: BuyerClass,
    pub c: Coefficient,
    /// Twenty-four times the horizon: a whole number for whole months.
    pub horizon_24: Decimal,
    pub speculative: bool,
    pub quality: Decimal,
    pub percentage_of_cover: Decimal,
    pub better_than_sovereign: Decimal,
    pub term: Decimal,
    /// The better covered of the two risks.
    pub most_covered: Decimal,
    /// The discount for security.
    pub enhancement: Decimal,
}

impl<'t> Minimum<'t> {
    /// Looks up the coefficients and computes the factors that are not part of the sum.
    ///
    /// - `PCF = 1` up to 95 % of cover, above `1 + (cover − 0.95)/0.05 · coefficient`
    /// - `TERM` of [`term_factor`] when the obligor is of speculative grade; the text before July 2023 has none
    /// - `BTSF = 0.9` for an obligor better than its sovereign
    ///
    /// # Errors
    /// `NotApplicable` when the class does not exist in the category.
    pub fn of(
        request: &CoverRequest,
        category: RiskCategory,
        buyer: BuyerClass,
        horizon_24: Decimal,
        enhancement: Decimal,
        table: &'t CategoryPremium,
    ) -> Result<Self, Error> {
        let c = table
            .buyer(buyer)
            .ok_or_else(|| no_such_class(buyer, &category.get().text(), table.classes()))?;
        let most_covered = request.cover.commercial.max(request.cover.political).get();
        let above = Decimal::from(20).times(most_covered).minus(Decimal::from(19)).max(Decimal::ZERO);
        let speculative = request.speculative_grade.unwrap_or_else(|| is_speculative(category, buyer));
        Ok(Self {
            table,
            buyer,
            c,
            horizon_24,
            speculative,
            quality: match request.quality {
                ExportQuality::BelowStandard => table.below_standard.value,
                ExportQuality::Standard => Decimal::ONE,
                ExportQuality::AboveStandard => table.above_standard.value,
            },
            percentage_of_cover: Decimal::ONE.plus(above.times(table.full_cover.value)),
            better_than_sovereign: match buyer {
                BuyerClass::BetterThanSovereign => Decimal::new(9, 1),
                _ => Decimal::ONE,
            },
            term: match request.edition {
                PremiumEdition::July2023 if speculative => term_factor(horizon_24),
                _ => Decimal::ZERO,
            },
            most_covered,
            enhancement,
        })
    }

    /// `MPR = {(a·HOR + b)·max(PCC, PCP)/0.95·(1 − LCF) + c·PCC/0.95·HOR·(1 − CEF)}·QPF·PCF·BTSF·(1 − TERM)`,
    /// percent of the principal, here as a fraction.
    ///
    /// Source: Arrangement on Officially Supported Export Credits, premium annex; Regulation (EU) No 1233/2011,
    /// Annex VI, text in force since July 2023.
    pub fn rate(&self, request: &CoverRequest) -> Ratio {
        let local = Decimal::ONE.minus(request.local_currency_factor.get());
        let country = self.country_part_24().times(self.most_covered).times(local);
        let buyer = self
            .buyer_part_24()
            .times(request.cover.commercial.get())
            .times(Decimal::ONE.minus(self.enhancement));
        let factors = self.quality.times(self.percentage_of_cover).times(self.better_than_sovereign);
        Ratio {
            numerator: country.plus(buyer).times(factors).times(Decimal::ONE.minus(self.term)),
            // 24 of the horizon, 0.95 of the cover, 100 of the percent.
            denominator: Decimal::from(2280),
        }
    }

    /// Twenty-four times `a·HOR + b`, in percent.
    pub fn country_part_24(&self) -> Decimal {
        self.table.a.value.times(self.horizon_24).plus(self.table.b.value.times(Decimal::from(24)))
    }

    /// Twenty-four times `c·HOR`, in percent.
    pub fn buyer_part_24(&self) -> Decimal {
        self.c.value.times(self.horizon_24)
    }
}

/// The error for a class that a category does not have.
#[cold]
pub(super) fn no_such_class(
    buyer: BuyerClass,
    category: &str,
    classes: impl Iterator<Item = BuyerClass>,
) -> Error {
    let classes: Vec<&str> = classes.map(BuyerClass::name).collect();
    let classes = classes.join(", ");
    Error::not_applicable(
        "class-not-in-category",
        format!("the class does not exist in category {category}; there are {classes}"),
    )
    .detail("category", category)
    .detail("known", classes)
    .at("buyer")
    .with_value(buyer.name())
}
