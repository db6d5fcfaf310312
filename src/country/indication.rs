use rust_decimal::Decimal;

use super::term_factor::{is_speculative, term_factor};
use crate::document::Text;
use crate::explain::{Step, Trace};
use crate::reference::{CategoryPremium, Tariff};
use crate::values::{BuyerClass, Exact, RiskCategory, Rounding};

crate::record! {
    quote
    /// What the minimum premium is for a term.
    pub struct PremiumIndication {
        /// Years of repayment, without a disbursement period.
        pub years: u32,
        /// The buyer's class.
        pub buyer: BuyerClass,
        /// The premium as a fraction of the principal, flat, at 95 % of cover; exact. `export-credit-cover` gives the
        /// deal's own.
        pub premium_rate: Decimal,
    }
}

crate::record! {
    quote
    /// What a short-term rule set asks for a term.
    pub struct ShortTermIndication {
        /// The rule set, as `export-credit-cover` names it.
        pub rules: &'static str,
        /// Months of repayment, without a disbursement period; one payment at the end.
        pub months: u32,
        /// The buyer's class.
        pub buyer: BuyerClass,
        /// The premium as a fraction of the claim without interest, flat; exact.
        pub premium_rate: Decimal,
    }
}

/// The class that indications are for: good to moderately good.
const BUYER: BuyerClass = BuyerClass::Cc2;

/// The minimum premium of CC2 at 95 % of cover for four terms: the formula without the factors that are 1 then,
/// `{(a + c)·HOR + b}·(1 − TERM)`.
pub fn indications(
    category: RiskCategory,
    premium: &CategoryPremium,
    trace: &mut Trace,
) -> Vec<PremiumIndication> {
    let mut list = Vec::new();
    let Some(c) = premium.buyer(BUYER) else { return list };
    for years in [2, 5, 10, 15] {
        let horizon = Decimal::from(years);
        let term = match is_speculative(category, BUYER) {
            true => term_factor(horizon.times(Decimal::from(24))),
            false => Decimal::ZERO,
        };
        let percent = premium.a.value.plus(c.value).times(horizon).plus(premium.b.value);
        let premium_rate = percent.times(Decimal::ONE.minus(term)).times(Decimal::new(1, 2));
        trace.step(|| {
            Step::new("premium-indication", "p", "{(a + c)·HOR + b}·(1 − TERM) / 100")
                .output(&["premiumIndication.", &list.len().text(), ".premiumRate"].concat())
                .input("a", premium.a.value, "percent-a-year")
                .input("b", premium.b.value, "percent")
                .input("c", c.value, "percent-a-year")
                .input("HOR", years, "years")
                .input("TERM", term, "fraction")
                .value(premium_rate, "fraction")
                .cited(PREMIUM_RULE, c.grade)
                .from_edition("oecd-minimum-premium")
        });
        list.push(PremiumIndication { years, buyer: BUYER, premium_rate });
    }
    list
}

/// The German short-term rate of CC2 for six, twelve and eighteen months, `round(m·M + n, 2)` percent: a reconstruction,
/// see the rule set `de-federal-short-term`.
pub fn short_term_indications(
    category: RiskCategory,
    tariff: &Tariff,
    trace: &mut Trace,
) -> Vec<ShortTermIndication> {
    let mut list = Vec::new();
    let column = category.get().max(1).text();
    let find = |letter: &str| tariff.number(&[letter, " ", BUYER.name()].concat(), &column);
    let (Some(slope), Some(constant)) = (find("m"), find("n")) else { return list };
    for months in [6, 12, 18] {
        let percent = two_decimals(slope.value.times(Decimal::from(months)).plus(constant.value));
        let premium_rate = percent.times(Decimal::new(1, 2)).normalize();
        trace.step(|| {
            Step::new("short-term-indication", "p", "round(m·M + n, 2) / 100")
                .output(&["shortTermIndication.", &list.len().text(), ".premiumRate"].concat())
                .input("m", slope.value, "percent-a-month")
                .input("n", constant.value, "percent")
                .input("M", months, "months")
                .value(premium_rate, "fraction")
                .cited(tariff.edition().source.clone(), slope.grade)
                .from_edition(tariff.edition().id)
        });
        list.push(ShortTermIndication { rules: "de-federal-short-term", months, buyer: BUYER, premium_rate });
    }
    list
}

/// The rule that the minimum premium comes from.
pub(super) const PREMIUM_RULE: &str =
    "Arrangement on Officially Supported Export Credits, premium annex: coefficients a and b";

/// A percentage to two decimals, midpoints away from zero; at most a few hundred percent.
pub fn two_decimals(percent: Decimal) -> Decimal {
    let scaled = percent.times(Decimal::ONE_HUNDRED);
    let whole = Rounding::default().quotient(scaled.mantissa(), 10_i128.pow(scaled.scale()));
    Decimal::new(whole as i64, 2)
}
