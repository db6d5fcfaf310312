//! Sweden: a matrix of spreads a year.

use rust_decimal::Decimal;

use super::checks;
use super::minimum::Ratio;
use super::rule_sets::{Deal, Offer, column, not_printed};
use crate::country::spread_worth;
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Step, Trace};
use crate::reference::{Cell, Tariff};
use crate::values::{BuyerClass, to_f64};

/// The premium of a credit of over twelve months: basis points a year of what is owed, as the agency says "like an
/// interest rate", told as the premium at the first drawdown that is worth as much.
///
/// `p = Σ s·B·τ·(1 + (r + s)/m)^(−m·t)`, the sum of [`spread_worth`]
///
/// - `s` the standard rate of the cell; `B`, `τ`, `t`, `r`, `m` as in the definition of the annual spread
/// - category 0 has numbers of its own, also for the countries that the market prices (assumption: the agency counts
///   those in 0); the classes SOV and CC0 share a column
/// - where the matrix prints MPR, the premium is the minimum premium itself, SOV+ ten percent under it
///
/// The two editions are rule sets apart and never mixed.
///
/// Rounding: the flat rate to ten decimals.
/// Source: tables `se-matrix-newer`, `se-matrix-older`.
///
/// # Errors
/// `NotApplicable` up to twelve months; `InvalidInput` without class or interest rate; `MissingData` where the known
/// text has no number; where MPR stands, what the minimum premium says.
pub(super) fn matrix<'t>(deal: Deal<'t>, tariff: &'t Tariff, trace: &mut Trace) -> Result<Offer<'t>, Error> {
    let request = deal.request;
    let months = request.repayment_months.get();
    if months <= 12 {
        let sentence = "the matrix is for credits of over twelve months";
        return Err(Error::not_applicable("short-term", sentence)
            .detail("minimum", "13")
            .at("repaymentMonths")
            .with_value(months.text()));
    }
    let at = column(deal.subject.category_or_market(request)?.get());
    let buyer = deal.subject.buyer.ok_or_else(checks::no_buyer)?;
    let row = match buyer {
        BuyerClass::Cc0 => BuyerClass::Sovereign.name(),
        other => other.name(),
    };
    let end = |name: &str| tariff.number(&[name, row].join(" "), at).map(|cell| to_f64(cell.value) / 1e4);
    let range = [end("low"), end("high")];
    let number = match tariff.cell(row, at).ok_or_else(|| not_printed("category", at))? {
        Cell::MinimumPremium => {
            let mut offer = Offer { range, ..deal.minimum(trace)? };
            offer.editions.insert(0, tariff.edition());
            explain_range(range, tariff, trace);
            return Ok(offer);
        }
        Cell::Number(number) => number,
    };
    let rate = request.rate.ok_or_else(|| {
        let sentence = "a rate a year becomes a flat premium only with the credit's interest rate";
        Error::invalid("required", sentence).at("rate")
    })?;
    let spread = to_f64(number.value) / 1e4;
    let flat = flat(spread_worth(spread, rate.as_f64() + spread, deal.terms.profile))?;
    trace.step(|| {
        Step::new("matrix-rate", "p", "Σ s·B·τ·(1 + (r + s)/m)^(−m·t)")
            .output("premiumRate")
            .input("s", number.value, "basis-points-a-year")
            .input("class", row, "")
            .input("r", rate, "fraction-a-year")
            .input("m", request.payments_per_year.get(), "a-year")
            .value(flat.value(), "fraction")
            .cited(tariff.edition().source.clone(), number.grade)
            .from_edition(tariff.edition().id)
    });
    explain_range(range, tariff, trace);
    let offer = Offer::of(flat, number.grade);
    Ok(Offer { editions: vec![tariff.edition()], spread: Some(spread), range, ..offer })
}

fn explain_range(range: [Option<f64>; 2], tariff: &Tariff, trace: &mut Trace) {
    for (end, output) in range.into_iter().zip(["ruleSet.rangeLow", "ruleSet.rangeHigh"]) {
        let Some(end) = end else { continue };
        trace.step(|| {
            Step::new("printed-range", "s", "as printed")
                .output(output)
                .value(end, "fraction-a-year")
                .cited(tariff.edition().source.clone(), tariff.edition().grade)
                .from_edition(tariff.edition().id)
        });
    }
}

/// A flat rate that was added up in floats, to ten decimals.
///
/// # Errors
/// `OutOfRange`, `not-finite`, above ten times the credit: interest far below zero over a long time.
pub(super) fn flat(rate: f64) -> Result<Ratio, Error> {
    if !(0.0..=10.0).contains(&rate) {
        let sentence = "the premium would be more than ten times the credit: use smaller numbers";
        return Err(Error::out_of_range("not-finite", sentence).at("rate"));
    }
    let numerator = Decimal::new(libm::round(rate * 1e10) as i64, 10).normalize();
    Ok(Ratio { numerator, denominator: Decimal::ONE })
}
