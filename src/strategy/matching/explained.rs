//! The working in steps.

use super::request::{ExclusionReason, MatchingAllocation, MatchingQuote, MatchingRequest};
use crate::document::Text;
use crate::explain::{Grade, Step, Trace};
use crate::values::minor_decimal;

const OURS: &str = "Definition of this project";
const RATE: &str = "Effective rate a year of a loan's payments, by equal periods";
const STABLE: &str = "Baïou and Balinski, The stable allocation problem, 2002";
const LEAST: &str = "Dantzig, Application of the simplex method to a transportation problem, 1951";
/// So many rows of the ranking and of the exclusions are explained.
const MOST_ROWS: usize = 2000;

impl MatchingRequest {
    pub(super) fn explain(&self, quote: &MatchingQuote, trace: &mut Trace) {
        if !trace.is_listening() {
            return;
        }
        let code = self.currency.code();
        for (id, symbol, formula, path, value) in [
            ("matching-demand", "A", "Σ a", "demand", quote.demand),
            ("matching-capacity", "B", "Σ b", "capacity", quote.capacity),
        ] {
            trace.step(|| {
                Step::new(id, symbol, formula).output(path).value(value, code).cited(OURS, Grade::Assumption)
            });
        }
        trace.step(|| {
            Step::new("placed-share", "s", "s = Σ x / A")
                .output("placedShare")
                .input("Σ x", quote.stable.placed, code)
                .input("A", quote.demand, code)
                .value(quote.placed_share, "fraction")
                .cited(OURS, Grade::Assumption)
        });
        for (path, value) in
            [("eligiblePairs", quote.eligible_pairs), ("excludedPairs", quote.excluded_pairs)]
        {
            trace.step(|| {
                Step::new("matching-pairs", "n", "Σ pairs")
                    .output(path)
                    .value(value, "count")
                    .cited(OURS, Grade::Assumption)
            });
        }
        self.explain_pairs(quote, trace);
        trace.under("stable", |trace| self.explain_allocation(&quote.stable, STABLE, trace));
        trace.under("leastCost", |trace| self.explain_allocation(&quote.least_cost, LEAST, trace));
        trace.step(|| {
            Step::new("price-of-stability", "p", "p = C − min C′, Σ x′ = Σ x")
                .output("priceOfStability")
                .input("C", quote.stable.cost, code)
                .input("Σ x", quote.stable.placed, code)
                .value(quote.price_of_stability, code)
                .cited(LEAST, Grade::Official)
        });
        if let Some(rate) = quote.price_of_stability_rate {
            trace.step(|| {
                Step::new("price-of-stability-rate", "q", "q = p / Σ x")
                    .output("priceOfStabilityRate")
                    .input("p", quote.price_of_stability, code)
                    .input("Σ x", quote.stable.placed, code)
                    .value(rate, "fraction-a-year")
                    .cited(OURS, Grade::Assumption)
            });
        }
        trace.step(|| {
            Step::new("placed-less", "d", "d = Σ x₂ − Σ x₁")
                .output("placedLess")
                .input("Σ x₁", quote.stable.placed, code)
                .input("Σ x₂", quote.least_cost.placed, code)
                .value(quote.placed_less, code)
                .cited(OURS, Grade::Assumption)
        });
    }

    fn explain_pairs(&self, quote: &MatchingQuote, trace: &mut Trace) {
        let code = self.currency.code();
        let ranking = &quote.ranking;
        let rows = ranking.all_in_rates.0.iter().zip(&ranking.returns.0).zip(&ranking.limits.0);
        for (at, ((rate, margin), limit)) in rows.enumerate().take(MOST_ROWS) {
            let path = |column: &str| ["ranking.", column, ".", &at.text()].concat();
            trace.step(|| {
                Step::new("pair-rate", "i", "F·(1 − f) = Σ Pₖ / (1 + i)^(k/m)")
                    .output(&path("allInRates"))
                    .value(*rate, "fraction-a-year")
                    .cited(RATE, Grade::Official)
            });
            trace.step(|| {
                Step::new("pair-return", "r", "r = i − l")
                    .output(&path("returns"))
                    .input("i", *rate, "fraction-a-year")
                    .value(*margin, "fraction-a-year")
                    .cited(OURS, Grade::Assumption)
            });
            trace.step(|| {
                Step::new("pair-limit", "u", "u = min(a, most, b)")
                    .output(&path("limits"))
                    .value(minor_decimal(*limit as i64, self.currency), code)
                    .cited(OURS, Grade::Assumption)
            });
            if let Some(score) = ranking.scores.0.get(at) {
                trace.step(|| {
                    Step::new("pair-score", "S", "S = Σ w·p / Σ w, p = (worst − v) / (worst − best)")
                        .output(&path("scores"))
                        .value(*score, "fraction")
                        .cited(OURS, Grade::Assumption)
                });
            }
        }
        let out = &quote.exclusions;
        let rows = out.reasons.iter().zip(&out.found.0).zip(&out.asked.0).zip(&out.lacking.0);
        for (at, (((reason, found), asked), lacking)) in rows.enumerate().take(MOST_ROWS) {
            use ExclusionReason as Why;
            let unit = match reason {
                Why::AmountBelowMinimum | Why::Collateral => code,
                Why::TermTooShort | Why::TermTooLong => "months",
                Why::CategoryTooHigh => "count",
                Why::TooDear => "fraction-a-year",
                _ => continue,
            };
            let text = |value: f64| {
                if unit == code { minor_decimal(value as i64, self.currency).text() } else { value.text() }
            };
            trace.step(|| {
                Step::new("pair-lacking", "g", "g = |asked − found|")
                    .output(&["exclusions.lacking.", &at.text()].concat())
                    .input("asked", text(*asked), unit)
                    .input("found", text(*found), unit)
                    .value(text(*lacking), unit)
                    .cited(OURS, Grade::Assumption)
            });
        }
    }

    fn explain_allocation(&self, told: &MatchingAllocation, source: &'static str, trace: &mut Trace) {
        let code = self.currency.code();
        for (id, formula, path, value) in [
            ("allocation-placed", "Σ x", "placed", told.placed),
            ("allocation-unplaced", "Σ a − Σ x", "unplaced", told.unplaced),
            ("allocation-cost", "Σ x·i", "cost", told.cost),
        ] {
            trace.step(|| {
                Step::new(id, "C", formula).output(path).value(value, code).cited(source, Grade::Official)
            });
        }
        if let Some(rate) = told.average_rate {
            trace.step(|| {
                Step::new("allocation-rate", "i", "Σ x·i / Σ x")
                    .output("averageRate")
                    .input("Σ x·i", told.cost, code)
                    .input("Σ x", told.placed, code)
                    .value(rate, "fraction-a-year")
                    .cited(OURS, Grade::Assumption)
            });
        }
        trace.step(|| {
            Step::new("blocking-pairs", "n", "min(y, z, u − x) > 0, x + min(y, z, u − x) ≥ l")
                .output("blockingPairs")
                .value(told.blocking_pairs, "count")
                .cited(STABLE, Grade::Official)
        });
        for (at, amount) in told.amounts.0.iter().enumerate().take(MOST_ROWS) {
            trace.step(|| {
                Step::new("allocation-amount", "x", "0 or l ≤ x ≤ u")
                    .output(&["amounts.", &at.text()].concat())
                    .value(minor_decimal(*amount as i64, self.currency), code)
                    .cited(source, Grade::Official)
            });
        }
    }
}
