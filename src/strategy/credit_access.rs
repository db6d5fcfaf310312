//! Whether an applicant meets the criteria of a list, what it still lacks, and what its credit means on other scales.

mod criteria;
mod request;
mod scales;

use std::sync::Arc;

pub use request::{
    AccessStanding, AccessTiers, ConcordanceStep, CreditAccessQuote, CreditAccessRequest, CriteriaOf,
    CriterionReason, CriterionResult, CriterionTest, GivenCriteria,
};

use crate::document::Text;
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::{Market, age_notice};

crate::quotes!(CreditAccessQuote);

impl Product for CreditAccessRequest {
    type Quote = CreditAccessQuote;

    const NAME: &'static str = "credit-access";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<CreditAccessQuote, Error> {
        let tables = &market.credit_access;
        let results = self.results(tables)?;
        let scores = self.scores(&results)?;
        let scales = self.scales(market)?;
        let count = |standing| results.iter().filter(|one| one.standing == standing).count() as u32;
        let worst = results.iter().filter(|one| one.mandatory).map(|one| one.standing).max();
        let mut missing_documents: Vec<String> = Vec::new();
        for document in results.iter().flat_map(|one| &one.documents) {
            if !missing_documents.contains(document) {
                missing_documents.push(document.clone());
            }
        }
        let mut notices = Vec::new();
        let mut editions: Vec<Arc<Edition>> = Vec::new();
        if self.criteria.is_none() {
            editions.push(Arc::clone(tables.criteria_edition()));
            notices.push(
                Notice::new("criteria-not-automotive").with("date", tables.criteria_edition().retrieved),
            );
        } else if scores.score.is_none() {
            notices.push(Notice::new("no-weights"));
        }
        editions.push(Arc::clone(tables.steps_edition()));
        if !scales.home_classes.is_empty() || !scales.classes.is_empty() {
            let edition = market.countries.edition();
            editions.push(Arc::clone(edition));
            notices.extend(age_notice(
                edition,
                edition.in_force.unwrap_or(edition.retrieved),
                self.valuation_date,
            ));
        }
        notices.extend(scales.notices);
        let quote = CreditAccessQuote {
            standing: worst.unwrap_or(AccessStanding::Pass),
            criteria_of: if self.criteria.is_some() { CriteriaOf::Given } else { CriteriaOf::Published },
            passed: count(AccessStanding::Pass),
            missing: count(AccessStanding::Missing),
            failed: count(AccessStanding::Fail),
            score: scores.score,
            score_if_complete: scores.score_if_complete,
            tier: scores.tier,
            next_tier: scores.next_tier,
            distance: scores.distance,
            criteria: results,
            missing_documents,
            quality_step: scales.step.as_ref().map(|step| step.step),
            three_year_rate: scales.three_year_rate,
            benchmark_rate: scales.step.as_ref().map(|step| step.benchmark.as_f64()),
            home_classes: scales.home_classes,
            classes: scales.classes,
            concordance: scales.concordance,
            editions,
            notices,
        };
        self.explain(&quote, trace);
        Ok(quote)
    }
}

impl CreditAccessRequest {
    fn explain(&self, quote: &CreditAccessQuote, trace: &mut Trace) {
        if !trace.is_listening() {
            return;
        }
        let whole = [
            ("criteria-passed", "n₁", "n₁ = Σ pass", "passed", quote.passed),
            ("criteria-missing", "n₂", "n₂ = Σ missing", "missing", quote.missing),
            ("criteria-failed", "n₃", "n₃ = Σ fail", "failed", quote.failed),
        ];
        for (id, symbol, formula, path, value) in whole {
            trace.step(|| {
                Step::new(id, symbol, formula)
                    .output(path)
                    .value(value, "count")
                    .cited(GIVEN, Grade::Assumption)
            });
        }
        let shares = [
            ("access-score", "S", "S = Σ w (pass) / Σ w", "score", quote.score, GIVEN, Grade::Assumption),
            (
                "access-score-complete",
                "S₁",
                "S₁ = Σ w (pass or missing) / Σ w",
                "scoreIfComplete",
                quote.score_if_complete,
                GIVEN,
                Grade::Assumption,
            ),
            ("access-distance", "d", "d = S₂ − S", "distance", quote.distance, GIVEN, Grade::Assumption),
            (
                "three-year-rate",
                "q",
                "q = 1 − (1 − p)^(3 / t)",
                "threeYearRate",
                quote.three_year_rate,
                "Definition of this project: the same chance each year",
                Grade::Assumption,
            ),
            (
                "benchmark-rate",
                "b",
                "by step",
                "benchmarkRate",
                quote.benchmark_rate,
                REGULATION,
                Grade::Official,
            ),
        ];
        for (id, symbol, formula, path, value, source, grade) in shares {
            let Some(value) = value else { continue };
            trace.step(|| {
                let step = Step::new(id, symbol, formula).output(path).value(value, "fraction");
                let step = match (path, self.default_rate) {
                    ("threeYearRate", Some(rate)) => {
                        step.input("p", rate, "fraction").input("t", self.horizon_years, "years")
                    }
                    _ => step,
                };
                step.cited(source, grade)
            });
        }
        if let Some(step) = quote.quality_step {
            trace.step(|| {
                Step::new("quality-step", "k", "lower ≤ q, or by rating")
                    .output("qualityStep")
                    .value(step.text(), "count")
                    .cited(REGULATION, Grade::Official)
                    .from_edition("credit-quality-steps")
            });
        }
    }
}

const GIVEN: &str = "The list's own criteria";
const REGULATION: &str = "Implementing Regulation (EU) 2016/1799, Annexes I and III";
