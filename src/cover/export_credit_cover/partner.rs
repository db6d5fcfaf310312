//! The tariff of a partner's rate card.

use rust_decimal::Decimal;

use super::minimum::Ratio;
use super::rule_sets::{Deal, Offer, not_printed};
use crate::error::Error;
use crate::explain::{Step, Trace};
use crate::reference::{CardInUse, CardTariff, Market};
use crate::values::{BuyerClass, Exact};

/// The tariff of the card that is in use, when there is one.
pub(super) fn in_use(market: &Market) -> Option<(&CardInUse, &CardTariff)> {
    let card = market.card.as_deref()?;
    Some((card, card.card.premium_tariff.as_ref()?))
}

/// The partner's own premium: `p = max(f·(q + s·HOR), m / A)`.
///
/// - `q`, `s` the rate and the rate a year of the category and class, fractions of the principal; without a row of the
///   class that of all classes; countries that the market prices count in category 0
/// - `HOR` the horizon of risk in years; `f` the card's factor
/// - `m` the card's least premium, where the deal is in the card's currency; `A` the principal
///
/// Rounding: none.
/// Source: the rate card.
///
/// # Errors
/// `MissingData`: `no-rate-card` without a tariff, `not-printed` for a category and class that it does not have, or a
/// country without a category.
pub(super) fn tariff<'t>(deal: Deal<'t>, trace: &mut Trace) -> Result<Offer<'t>, Error> {
    let request = deal.request;
    let (card, tariff) = in_use(deal.market).ok_or_else(|| {
        let sentence = "this rule set needs a rate card with a premiumTariff";
        Error::new(crate::ErrorKind::MissingData, "no-rate-card", sentence)
            .at("rules")
            .with_value("rate-card")
    })?;
    request.repaid()?;
    let category = deal.subject.category_or_market(request)?;
    let of_category = || tariff.rates.iter().filter(|row| row.category == category);
    let own = of_category().find(|row| row.buyer.is_some() && row.buyer == deal.subject.buyer);
    let row = own
        .or_else(|| of_category().find(|row| row.buyer.is_none()))
        .ok_or_else(|| not_printed("buyer", deal.subject.buyer.map_or("", BuyerClass::name)))?;
    let horizon = deal.terms.horizon_24;
    let by_24 = Decimal::from(24).times(row.rate.get()).plus(row.rate_a_year.get().times(horizon));
    let mut ratio = Ratio { numerator: tariff.factor.times(by_24), denominator: Decimal::from(24) };
    let amount = request.amount.get();
    let least = tariff.minimum_premium.filter(|_| card.card.currency == Some(request.currency));
    let least = least.map(|least| Ratio { numerator: least.get(), denominator: amount });
    let is_least = least.as_ref().is_some_and(|least| least.value() > ratio.value());
    trace.step(|| {
        let step = Step::new("card-rate", "p", "f·(q + s·HOR)")
            .input("category", u32::from(category.get()), "category")
            .input("q", row.rate, "fraction")
            .input("s", row.rate_a_year, "fraction-a-year")
            .input("HOR", horizon.over(Decimal::from(24)).normalize(), "years")
            .input("f", tariff.factor, "factor")
            .value(ratio.value(), "fraction")
            .cited(card.edition.source.clone(), card.edition.grade)
            .from_edition(card.edition.id);
        if is_least { step } else { step.output("premiumRate") }
    });
    if let Some(least) = least.filter(|_| is_least) {
        ratio = least;
        trace.step(|| {
            Step::new("card-least-premium", "p", "m / A")
                .output("premiumRate")
                .input("m", ratio.numerator, request.currency.code())
                .input("A", amount, request.currency.code())
                .value(ratio.value(), "fraction")
                .cited(card.edition.source.clone(), card.edition.grade)
                .from_edition(card.edition.id)
        });
    }
    Ok(Offer { editions: vec![&card.edition], ..Offer::of(ratio, card.edition.grade) })
}
