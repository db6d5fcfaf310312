//! Germany: credits of up to two years, and the risk before shipment. Reconstructions, not the Federation's tariff.

use rust_decimal::Decimal;

use super::answer::{FeeName, RuleSetFee};
use super::checks;
use super::minimum::no_such_class;
use super::rule_sets::{Deal, Offer, column, short_enough};
use crate::country::two_decimals;
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Grade, Notice, Step, Trace};
use crate::reference::Tariff;
use crate::values::{BuyerClass, Currency, Exact, Money, Rounding, to_minor, to_minor_exact};

/// The premium of a credit of up to two years, flat.
///
/// `p = Σₖ round(m·Mₖ + n, 2) / N`, percent of the claim without interest
///
/// - `m`, `n` percent a month and percent, by country risk category (0 is priced as 1) and buyer class
/// - `Mₖ` months at risk of instalment k, rounded up: half the disbursement (assumption, as in the horizon of risk) and
///   the months to its due date
/// - `N` equal instalments, each priced apart
///
/// Rounding: each instalment's rate to two decimals of a percent, midpoints away from zero.
/// 24 months belong to this rule and to the minimum premium: there the two agree.
/// Source: table `de-federal-short-term`; basis without interest: handbook of the export credit guarantees, B IV 4.
///
/// # Errors
/// `NotApplicable`: over 24 months, a class that does not exist, a country that the market prices. `InvalidInput`: no
/// class. `OutOfRange`: `instalments`.
pub(super) fn short_term<'t>(deal: Deal<'t>, trace: &mut Trace) -> Result<Offer<'t>, Error> {
    let request = deal.request;
    let tariff = &deal.market.tariffs.german_short_term;
    let (drawn, repaid) = (request.disbursement_months.get(), request.repayment_months.get());
    short_enough(drawn.div_ceil(2) + repaid, 24)?;
    let at = priced_column(deal)?;
    let buyer = deal.subject.buyer.ok_or_else(checks::no_buyer)?;
    let find = |letter: &str, class: BuyerClass| tariff.number(&[letter, class.name()].join(" "), at);
    let (Some(slope), Some(constant)) = (find("m", buyer), find("n", buyer)) else {
        let classes = BuyerClass::ALL.iter().copied().filter(|class| find("n", *class).is_some());
        return Err(no_such_class(buyer, at, classes));
    };
    let count = request.instalments.unwrap_or(1).max(1);
    let mut sum = Decimal::ZERO;
    let mut rates = String::new();
    for instalment in 1..=count {
        // Half the disbursement and the instalment's due date, in one fraction.
        let months = (drawn * count + 2 * repaid * instalment).div_ceil(2 * count);
        let rate = two_decimals(slope.value.times(Decimal::from(months)).plus(constant.value));
        sum = sum.plus(rate);
        if !rates.is_empty() {
            rates.push_str(" + ");
        }
        rate.normalize().add_to(&mut rates);
    }
    let mut offer = Offer::percent(sum, tariff.edition(), slope.grade);
    offer.ratio.denominator = Decimal::from(100 * count);
    offer.editions.push(deal.market.tariffs.german_fees.edition());
    offer.fees = fees(deal, trace)?;
    offer.notices.push(Notice::new("application-fee-by-bands"));
    trace.step(|| {
        Step::new("german-short-term-rate", "p", "Σ round(m·M + n, 2) / N")
            .output("premiumRate")
            .input("m", slope.value, "percent-a-month")
            .input("n", constant.value, "percent")
            .input("M", drawn.div_ceil(2) + repaid, "months")
            .input("N", count, "count")
            .input("Σ", rates, "percent")
            .value(offer.ratio.value(), "fraction")
            .cited(tariff.edition().source.clone(), slope.grade)
            .from_edition(tariff.edition().id)
    });
    Ok(offer)
}

/// The premium for the risk before shipment, flat.
///
/// `p = round(√(k·T) + c, 2)`, percent of the costs of production
///
/// - `k`, `c` by country risk category (0 is priced as 1); the buyer does not count
/// - `T` years from the start of manufacture to shipment, in started quarters: 0.25, 0.50, …
///
/// The program that the numbers come from counts T in quarters, the handbook in years: the rate is that in years, and
/// the notice `manufacturing-unit-conflict` has both before they are rounded.
///
/// Rounding: the rate to two decimals of a percent, midpoints away from zero (handbook, C II 5).
/// Source: table `de-federal-manufacturing`.
///
/// # Errors
/// `InvalidInput`: no `manufacturingMonths`. `NotApplicable`: a country that the market prices.
pub(super) fn manufacturing<'t>(deal: Deal<'t>, trace: &mut Trace) -> Result<Offer<'t>, Error> {
    let tariff = &deal.market.tariffs.german_manufacturing;
    let months = deal.request.manufacturing_months.filter(|months| months.get() > 0).ok_or_else(|| {
        let sentence = "give the months from the start of manufacture to shipment";
        Error::invalid("required", sentence).at("manufacturingMonths")
    })?;
    let at = priced_column(deal)?;
    let quarters = months.get().div_ceil(3);
    let years = Decimal::from(quarters).over(Decimal::from(4));
    let (k, c) = (needed(tariff, "k", at)?, needed(tariff, "c", at)?);
    let in_years = root(k.times(years)).plus(c);
    let in_quarters = root(k.times(Decimal::from(quarters))).plus(c);
    let grade = tariff.edition().grade;
    let mut offer = Offer::percent(two_decimals(in_years), tariff.edition(), grade);
    offer.period = Some(f64::from(quarters) / 4.0);
    offer.editions.push(deal.market.tariffs.german_fees.edition());
    offer.fees = fees(deal, trace)?;
    let thousandth = |percent: Decimal| percent.to_digits(3).normalize();
    offer.notices.push(
        Notice::new("manufacturing-unit-conflict")
            .with("inYears", thousandth(in_years))
            .with("inQuarters", thousandth(in_quarters)),
    );
    offer.notices.push(Notice::new("application-fee-by-bands"));
    trace.step(|| {
        Step::new("german-manufacturing-rate", "p", "round(√(k·T) + c, 2)")
            .output("premiumRate")
            .input("k", k, "factor")
            .input("T", years.normalize(), "years")
            .input("c", c, "percent")
            .value(offer.ratio.value(), "fraction")
            .cited(tariff.edition().source.clone(), grade)
            .from_edition(tariff.edition().id)
    });
    Ok(offer)
}

/// The fees, as far as they are known: the issue fee in euros; of the application fee only its limits.
///
/// Source: table `de-federal-fees`.
fn fees(deal: Deal<'_>, trace: &mut Trace) -> Result<Vec<RuleSetFee>, Error> {
    let tariff = &deal.market.tariffs.german_fees;
    let euro = Currency::parse("EUR")?;
    let mut fees = Vec::new();
    for (name, row) in [(FeeName::Application, "application"), (FeeName::Issue, "issue")] {
        let (least, most) = (needed(tariff, row, "minimum")?, needed(tariff, row, "maximum")?);
        let text = |amount| to_minor_exact(amount, euro).map(|minor| Money::new(minor, euro));
        let rate = tariff.number(row, "rate").filter(|_| deal.request.currency == euro);
        let amount = match rate {
            Some(rate) => {
                let fee = rate.value.times(deal.request.amount.get()).max(least).min(most);
                let fee = Money::new(to_minor(fee, euro, Rounding::default())?, euro);
                trace.step(|| {
                    Step::new("issue-fee", "F", "max(least, min(f·A, most))")
                        .output("ruleSet.fees.1.amount")
                        .input("f", rate.value, "fraction")
                        .input("A", deal.request.amount, "EUR")
                        .value(fee, "EUR")
                        .cited(tariff.edition().source.clone(), rate.grade)
                        .from_edition(tariff.edition().id)
                });
                Some(fee)
            }
            None => None,
        };
        fees.push(RuleSetFee {
            name,
            amount,
            minimum: text(least)?,
            maximum: text(most)?,
            currency: euro,
            grade: Grade::Official,
        });
    }
    Ok(fees)
}

/// The column of the category: 0 is priced as 1. A high-income country without a category is for private insurers.
fn priced_column(deal: Deal<'_>) -> Result<&'static str, Error> {
    Ok(column(deal.subject.priced_category(deal.request)?.get().max(1)))
}

fn needed(tariff: &Tariff, row: &str, at: &str) -> Result<Decimal, Error> {
    tariff
        .number(row, at)
        .map(|number| number.value)
        .ok_or_else(|| super::rule_sets::not_printed("category", at))
}

/// A square root to twelve decimals.
fn root(value: Decimal) -> Decimal {
    let root = libm::sqrt(crate::values::to_f64(value));
    Decimal::new(libm::round(root * 1e12) as i64, 12)
}
