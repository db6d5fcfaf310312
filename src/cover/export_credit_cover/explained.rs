//! How a premium tells its working.

use rust_decimal::Decimal;

use super::Terms;
use super::answer::FinancedPremium;
use super::checks::Subject;
use super::minimum::Minimum;
use super::request::CoverRequest;
use super::rule_sets::Price;
use crate::country::category_step;
use crate::explain::{Grade, Step, Trace};
use crate::reference::Market;
use crate::values::{Exact, minor_text};

const RULE: &str = "Arrangement on Officially Supported Export Credits, premium annex (Regulation (EU) No 1233/2011, Annex VI, July 2023)";
const TABLE: &str = "oecd-minimum-premium";
const OURS: &str = "Definition of this project";
const GIVEN: &str = "Given in the request";

pub(super) fn terms(
    request: &CoverRequest,
    subject: &Subject,
    terms: &Terms,
    market: &Market,
    trace: &mut Trace,
) {
    trace.step(|| category_step(request.country, request.category, subject.category, &market.countries));
    if let (Some(rating), Some(buyer)) = (request.rating, subject.buyer) {
        trace.step(|| {
            Step::new("class-of-rating", "class", "concordance of ratings and classes in the category")
                .output("buyer")
                .input("rating", rating.name(), "")
                .value(buyer.name(), "")
                .cited(RULE, Grade::Secondary)
        });
    }
    trace.step(|| {
        let horizon = terms.horizon_24.over(Decimal::from(24)).normalize();
        let step = Step::new("horizon-of-risk", "HOR", "D/2 + R").output("horizonYears");
        let step = match request.average_life_years {
            None => step.input("R", twelfth(request.repayment_months.get()), "years"),
            Some(life) => Step::new("horizon-of-risk", "HOR", "D/2 + (AL − 0.25)/0.5")
                .output("horizonYears")
                .input("AL", life, "years"),
        };
        step.input("D", twelfth(request.disbursement_months.get()), "years")
            .value(horizon, "years")
            .cited(RULE, Grade::Official)
    });
}

pub(super) fn minimum(request: &CoverRequest, minimum: &Minimum<'_>, market: &Market, trace: &mut Trace) {
    if !trace.is_listening() {
        return;
    }
    let table = minimum.table;
    let horizon = minimum.horizon_24.over(Decimal::from(24)).normalize();
    let of_24 = |part: Decimal| part.over(Decimal::from(24)).normalize();
    trace.step(|| {
        Step::new("country-part", "K", "a·HOR + b")
            .input("a", table.a.value, "percent-a-year")
            .input("HOR", horizon, "years")
            .input("b", table.b.value, "percent")
            .value(of_24(minimum.country_part_24()), "percent")
            .cited(RULE, table.a.grade)
            .from_edition(TABLE)
    });
    trace.step(|| {
        Step::new("buyer-part", "C", "c·HOR")
            .input("c", minimum.c.value, "percent-a-year")
            .input("class", minimum.buyer.name(), "")
            .input("HOR", horizon, "years")
            .value(of_24(minimum.buyer_part_24()), "percent")
            .cited(market.premium.edition().source.clone(), minimum.c.grade)
            .from_edition(TABLE)
    });
    trace.step(|| {
        Step::new("percentage-of-cover-factor", "PCF", "1 + max(0, max(PCC, PCP) − 0.95)/0.05·k")
            .input("PCC", request.cover.commercial, "fraction")
            .input("PCP", request.cover.political, "fraction")
            .input("k", table.full_cover.value, "factor")
            .value(minimum.percentage_of_cover.normalize(), "factor")
            .cited(RULE, table.full_cover.grade)
            .from_edition(TABLE)
    });
    trace.step(|| {
        Step::new("quality-factor", "QPF", "by the quality of the product")
            .input("quality", request.quality.name(), "")
            .value(minimum.quality, "factor")
            .cited(RULE, table.below_standard.grade)
            .from_edition(TABLE)
    });
    trace.step(|| {
        Step::new("better-than-sovereign-factor", "BTSF", "0.9 for SOV+, otherwise 1")
            .input("class", minimum.buyer.name(), "")
            .value(minimum.better_than_sovereign, "factor")
            .cited(RULE, Grade::Official)
    });
    trace.step(|| {
        Step::new("term-factor", "TERM", "min(0.018·(HOR − 10), 0.15) above ten years, of speculative grade")
            .input("HOR", horizon, "years")
            .input("speculative", minimum.speculative, "")
            .input("edition", request.edition.name(), "")
            .value(minimum.term.normalize(), "factor")
            .cited("The cap is the rule's own text; the slope is from a secondary source", Grade::Secondary)
    });
    trace.step(|| {
        Step::new(
            "minimum-premium-rate",
            "MPR",
            "{K·max(PCC, PCP)/0.95·(1 − LCF) + C·PCC/0.95·(1 − CEF)}·QPF·PCF·BTSF·(1 − TERM)",
        )
        .output("premiumRate")
        .input("K", of_24(minimum.country_part_24()), "percent")
        .input("C", of_24(minimum.buyer_part_24()), "percent")
        .input("LCF", request.local_currency_factor, "fraction")
        .input("CEF", minimum.enhancement.normalize(), "fraction")
        .value(minimum.rate(request).value(), "fraction")
        .cited(RULE, market.premium.edition().grade)
        .from_edition(TABLE)
    });
}

pub(super) fn given(rate: Decimal, trace: &mut Trace) {
    trace.step(|| {
        Step::new("premium-rate-given", "p", "as given")
            .output("premiumRate")
            .value(rate.normalize(), "fraction")
            .cited(GIVEN, Grade::Assumption)
    });
}

/// The steps from the rate to the premium and its spreads.
pub(super) fn price(
    request: &CoverRequest,
    price: &Price,
    financed: Option<&FinancedPremium>,
    trace: &mut Trace,
) {
    if !trace.is_listening() {
        return;
    }
    let code = request.currency.code();
    trace.step(|| {
        Step::new("premium", "P", "round(A · p)")
            .output("premium")
            .input("A", request.amount, code)
            .input("p", price.rate, "fraction")
            .value(minor_text(price.premium, request.currency), code)
            .cited(
                "Rounded once to the currency's smallest unit, midpoints away from zero",
                Grade::Assumption,
            )
    });
    if let Some(financed) = financed {
        trace.step(|| {
            Step::new("premium-financed", "P_f", "round(A · p / (1 − p·f))")
                .output("financed.premium")
                .input("p", price.rate, "fraction")
                .input("f", financed.share, "fraction")
                .value(financed.premium, code)
                .cited(OURS, Grade::Assumption)
        });
    }
    if let Some(naive) = price.naive {
        trace.step(|| {
            Step::new("naive-spread", "s_n", "p / t, t = D/2 + AL")
                .output("naiveAnnualSpread")
                .input("p", price.rate, "fraction")
                .input("t", price.years, "years")
                .value(naive, "fraction-a-year")
                .cited(OURS, Grade::Assumption)
        });
    }
    if let (Some(rate), Some(spread)) = (request.rate, price.spread) {
        trace.step(|| {
            Step::new("annual-spread", "s", "Σ s·B·τ·(1 + (r + s)/m)^(−m·t) = p")
                .output("annualSpread")
                .input("r", rate, "fraction-a-year")
                .input("m", request.payments_per_year.get(), "a-year")
                .input("p", price.rate, "fraction")
                .value(spread, "fraction-a-year")
                .cited(OURS, Grade::Assumption)
        });
    }
}

fn twelfth(months: u32) -> Decimal {
    Decimal::from(months).over(Decimal::from(12)).normalize()
}
