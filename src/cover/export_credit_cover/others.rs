//! Finland and Japan under two years, and the market's own spread.

use rust_decimal::Decimal;

use super::request::{MarketCurve, PremiumClass};
use super::rule_sets::{Deal, Offer, not_printed, short_enough};
use super::swedish::flat;
use crate::country::{spread_at, spread_worth};
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Grade, Notice, Step, Trace};
use crate::reference::CardInUse;
use crate::values::Exact;

/// The rows of the Japanese tariff before shipment.
pub(super) const PRE_SHIPMENT: [&str; 2] = ["pre-shipment a", "pre-shipment b"];
/// Those after shipment.
pub(super) const POST_SHIPMENT: [&str; 2] = ["post-shipment a", "post-shipment b"];

/// Finland, under two years: a flat percentage of the receivable, by payment term and the buyer's premium class.
///
/// A term between two that are printed is priced as the longer one (assumption). Nothing is printed beyond nine months,
/// nor for class III beyond six.
///
/// Rounding: none.
/// Source: table `fi-short-term`.
///
/// # Errors
/// `InvalidInput` without `premiumClass`; `NotApplicable` from 24 months on; `MissingData` where nothing is printed.
pub(super) fn finnish<'t>(deal: Deal<'t>, trace: &mut Trace) -> Result<Offer<'t>, Error> {
    let request = deal.request;
    let tariff = &deal.market.tariffs.finnish_short_term;
    let months = request.repayment_months.get();
    short_enough(months, 23)?;
    let class = request.premium_class.map(PremiumClass::name).ok_or_else(|| {
        let sentence = "give the buyer's premium class, I, II or III: the agency's own, not that by country";
        Error::invalid("required", sentence).at("premiumClass")
    })?;
    let term = match months {
        0 => "cash-against-documents",
        1..=3 => "3 months",
        4..=6 => "6 months",
        7..=9 => "9 months",
        _ => return Err(not_printed("repaymentMonths", &months.text())),
    };
    let cell = tariff.number(term, class).ok_or_else(|| not_printed("repaymentMonths", &months.text()))?;
    let offer = Offer::percent(cell.value, tariff.edition(), cell.grade);
    trace.step(|| {
        Step::new("printed-rate", "p", "as printed")
            .output("premiumRate")
            .input("term", term, "")
            .input("class", class, "")
            .value(offer.ratio.value(), "fraction")
            .cited(tariff.edition().source.clone(), cell.grade)
            .from_edition(tariff.edition().id)
    });
    Ok(offer)
}

/// Japan as of October 2004: `p = a·X + b`, percent of the insured value.
///
/// - `X` days, at least 30: before shipment to the last shipment, after it the longest usance
/// - `a`, `b` by the insurer's own country category, A to H, here the OECD's 0 to 7 in the same order (assumption: the
///   coefficients of its medium-term tariff are category by category those of the minimum premium before 2011)
///
/// The factors for cover and product that the tariff multiplies with are not known. The medium-term tariff is left out:
/// its formula is known only as a picture.
///
/// Rounding: none.
/// Source: table `jp-2004-short-term`.
///
/// # Errors
/// `InvalidInput` without `riskDays`; `OutOfRange` over 730 days; `MissingData` without a category.
pub(super) fn japanese<'t>(
    deal: Deal<'t>,
    rows: [&'static str; 2],
    trace: &mut Trace,
) -> Result<Offer<'t>, Error> {
    let tariff = &deal.market.tariffs.japanese_2004;
    let days = deal.request.risk_days.ok_or_else(|| {
        Error::invalid("required", "give the days at risk: this tariff counts days").at("riskDays")
    })?;
    if days > 730 {
        return Err(Error::out_of_range("above-maximum", "this must be at most 730 days: two years")
            .detail("maximum", "730")
            .at("riskDays")
            .with_value(days.text()));
    }
    let category = deal.subject.category_or_market(deal.request)?.get();
    let letter = ["A", "B", "C", "D", "E", "F", "G", "H"].get(usize::from(category)).copied().unwrap_or("");
    let [slope, constant] = rows.map(|row| tariff.number(row, letter));
    let (Some(slope), Some(constant)) = (slope, constant) else {
        return Err(not_printed("category", letter));
    };
    let counted = days.max(30);
    let percent = slope.value.times(Decimal::from(counted)).plus(constant.value);
    let mut offer = Offer::percent(percent, tariff.edition(), slope.grade);
    offer.period = Some(f64::from(counted) / 365.0);
    offer.notices.push(Notice::new("category-by-order").with("category", category).with("letter", letter));
    trace.step(|| {
        Step::new("rate-by-days", "p", "a·max(X, 30) + b")
            .output("premiumRate")
            .input("a", slope.value, "percent-a-day")
            .input("X", days, "days")
            .input("b", constant.value, "percent")
            .input("category", letter, "")
            .value(offer.ratio.value(), "fraction")
            .cited(tariff.edition().source.clone(), slope.grade)
            .from_edition(tariff.edition().id)
    });
    Ok(offer)
}

/// The market's spread for the obligor as a premium at the first drawdown.
///
/// `p = Σ s·B·τ·(1 + d/m)^(−m·t)`
///
/// - `s` the spread a year of the curve at half the disbursement and the average life, straight between two tenors
/// - `d` the discount rate a year of the curve; without it the credit's rate and the spread together, so that the
///   annual spread of the premium is `s` itself
/// - `B`, `τ`, `t`, `m` as in the definition of the annual spread
///
/// Rounding: the flat rate to ten decimals.
/// Source: the curve of the request, or of the rate card for the obligor's country. The Arrangement has premiums of market-priced countries follow the market and
/// discounts spreads to upfront premiums; neither its benchmarks nor its discount rates are public.
///
/// # Errors
/// `InvalidInput`: no curve, unequal lengths, tenors that don't ascend, no rate to discount with. `OutOfRange`: a spread
/// outside 0 to 10; a term outside the curve, for nothing is extrapolated.
pub(super) fn market_spread<'t>(deal: Deal<'t>, trace: &mut Trace) -> Result<Offer<'t>, Error> {
    let request = deal.request;
    request.repaid()?;
    let card = deal.market.card.as_deref().filter(|_| request.market_curve.is_none());
    let of_card = card.and_then(|card| {
        let curve = CardInUse::curve(&card.card.market_curves, request.country?)?;
        let (tenors, spreads) = (curve.tenors.clone(), curve.spreads.clone());
        Some(MarketCurve { tenors, spreads, discount_rate: None })
    });
    let curve =
        request.market_curve.as_ref().or(of_card.as_ref()).ok_or_else(|| {
            Error::invalid("required", "give the market's spreads by tenor").at("marketCurve")
        })?;
    let edition = card.filter(|_| of_card.is_some()).map(|card| &card.edition);
    let years = deal.terms.profile.average_term();
    let spread = interpolated(curve, years).map_err(|error| error.under("marketCurve"))?;
    let discount = match (curve.discount_rate, request.rate) {
        (Some(rate), _) => rate.as_f64(),
        (None, Some(rate)) => rate.as_f64() + spread,
        (None, None) => {
            let sentence = "give the credit's interest rate, or a discount rate with the curve";
            return Err(Error::invalid("required", sentence).at("rate"));
        }
    };
    let flat = flat(spread_worth(spread, discount, deal.terms.profile))?;
    trace.step(|| {
        let step = Step::new("market-spread", "s", "between the two nearest tenors")
            .input("t", years, "years")
            .value(spread, "fraction-a-year");
        match edition {
            Some(edition) => step.cited(edition.source.clone(), edition.grade).from_edition(edition.id),
            None => step.cited("Given in the request", Grade::Assumption),
        }
    });
    trace.step(|| {
        Step::new("spread-upfront", "p", "Σ s·B·τ·(1 + d/m)^(−m·t)")
            .output("premiumRate")
            .input("s", spread, "fraction-a-year")
            .input("d", discount, "fraction-a-year")
            .input("m", request.payments_per_year.get(), "a-year")
            .value(flat.value(), "fraction")
            .cited("Definition of this project", Grade::Assumption)
    });
    let known = curve.discount_rate.is_none().then_some(spread);
    let grade = edition.map_or(Grade::Assumption, |edition| edition.grade);
    Ok(Offer { spread: known, editions: edition.into_iter().collect(), ..Offer::of(flat, grade) })
}

fn interpolated(curve: &MarketCurve, years: f64) -> Result<f64, Error> {
    spread_at(&curve.tenors.0, &curve.spreads.0, years)?.ok_or_else(|| {
        let sentence = "the curve does not reach the credit's average life: give tenors on both sides of it";
        Error::out_of_range("outside-the-curve", sentence).detail("years", years.text()).at("tenors")
    })
}
