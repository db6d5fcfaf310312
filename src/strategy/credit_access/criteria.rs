//! Criteria one by one, the score and the tier.

use rust_decimal::Decimal;

use super::request::{
    AccessStanding, CreditAccessRequest, CriterionReason, CriterionResult, CriterionTest, GivenCriteria,
};
use crate::document::{OneOrMany, Text, nearest_float};
use crate::error::Error;
use crate::reference::CreditAccess;
use crate::values::{Amount, Exact, within};

/// The most criteria and tiers that are looked at.
const MOST: u32 = 200;

/// The score and where it stands among the tiers.
#[derive(Debug, Default)]
pub(super) struct Scores {
    pub score: Option<f64>,
    pub score_if_complete: Option<f64>,
    pub tier: Option<String>,
    pub next_tier: Option<String>,
    pub distance: Option<f64>,
}

impl CreditAccessRequest {
    /// # Errors
    /// What is wrong with the columns of criteria.
    pub(super) fn results(&self, tables: &CreditAccess) -> Result<Vec<CriterionResult>, Error> {
        if let Some(given) = &self.criteria {
            return given.results(&self.documents).map_err(|error| error.under("criteria"));
        }
        let held = tables.criteria().iter().map(|(name, mandatory)| {
            let holds = match name.as_str() {
                "continuous-operation" => self.continuous_operation,
                "fixed-place" => self.fixed_place,
                "financing-need" => self.financing_need,
                "good-credit" => self.good_credit,
                "lawful-use" => self.lawful_use,
                _ => None,
            };
            let (standing, reason) = of_holding(holds);
            CriterionResult {
                criterion: name.clone(),
                standing,
                why: reason,
                mandatory: *mandatory,
                value: None,
                threshold: None,
                shortfall: None,
                weight: None,
                would_add: None,
                documents: Vec::new(),
            }
        });
        Ok(held.collect())
    }

    /// `S = Σ w (pass) / Σ w`; only where there are weights.
    ///
    /// # Errors
    /// `no-weights`, `not-ascending` and `unequal-lengths` for tiers; `out-of-bounds` for weights that sum to nothing.
    pub(super) fn scores(&self, results: &[CriterionResult]) -> Result<Scores, Error> {
        let sum = |counts: &dyn Fn(AccessStanding) -> bool| {
            let weights = results.iter().filter(|one| counts(one.standing)).filter_map(|one| one.weight);
            weights.fold(Decimal::ZERO, Exact::plus)
        };
        let all = sum(&|_| true);
        if all <= Decimal::ZERO {
            if self.tiers.is_some() {
                let sentence = "tiers need the weights of criteria";
                return Err(Error::invalid("no-weights", sentence).at("tiers"));
            }
            return Ok(Scores::default());
        }
        let score = sum(&|standing| standing == AccessStanding::Pass).over(all);
        let complete = sum(&|standing| standing != AccessStanding::Fail).over(all);
        let fraction = |value: Decimal| Some(nearest_float(value.to_digits(12)));
        let mut scores =
            Scores { score: fraction(score), score_if_complete: fraction(complete), ..Scores::default() };
        let Some(tiers) = &self.tiers else { return Ok(scores) };
        within(u32::try_from(tiers.names.len()).unwrap_or(u32::MAX), 1, MOST, "tiers.names")?;
        if tiers.names.len() != tiers.scores.len() {
            let error = Error::invalid("unequal-lengths", "give one score for each tier").at("tiers.scores");
            return Err(error.with_value(tiers.scores.len().text()));
        }
        let pairs = tiers.scores.iter().zip(tiers.scores.iter().skip(1));
        if let Some(at) = pairs.into_iter().position(|(low, high)| high <= low) {
            let place = ["tiers.scores.", &(at + 1).text()].concat();
            return Err(
                Error::invalid("not-ascending", "each tier asks for more than the one before").at(place)
            );
        }
        for (name, least) in tiers.names.iter().zip(&tiers.scores) {
            // Rounded alike, so that a score that is the tier's own reaches it.
            if score.to_digits(12) >= least.get().to_digits(12) {
                scores.tier = Some(name.clone());
            } else {
                scores.next_tier = Some(name.clone());
                scores.distance = fraction(least.get().minus(score));
                break;
            }
        }
        Ok(scores)
    }
}

impl GivenCriteria {
    fn results(&self, there: &[String]) -> Result<Vec<CriterionResult>, Error> {
        let count = self.names.len();
        within(u32::try_from(count).unwrap_or(u32::MAX), 1, MOST, "names")?;
        let one_for_all = |length: usize| length == 1 || length == count;
        let tests = 1 + self.tests.others().len();
        for (field, length, fits) in [
            ("tests", tests, one_for_all(tests)),
            (
                "thresholds",
                self.thresholds.len(),
                self.thresholds.is_empty() || self.thresholds.len() == count,
            ),
            ("values", self.values.len(), self.values.is_empty() || self.values.len() == count),
            ("weights", self.weights.len(), self.weights.is_empty() || self.weights.len() == count),
            ("documents", self.documents.len(), self.documents.is_empty() || self.documents.len() == count),
            (
                "mandatory",
                self.mandatory.len(),
                self.mandatory.is_empty() || one_for_all(self.mandatory.len()),
            ),
        ] {
            if !fits {
                let sentence = "give as many as there are names, or one for all where that may be";
                return Err(Error::invalid("unequal-lengths", sentence).at(field).with_value(length.text()));
            }
        }
        let total = self.weights.iter().map(|weight| weight.get()).fold(Decimal::ZERO, Exact::plus);
        if !self.weights.is_empty() && total <= Decimal::ZERO {
            return Err(Error::invalid("no-weights", "some weight must be above zero").at("weights"));
        }
        let mut results = Vec::with_capacity(count);
        for (at, name) in self.names.iter().enumerate() {
            let one = self.result(at, name, there, total);
            results.push(one.map_err(|error| error.moved(&["values.", &at.text()].concat()))?);
        }
        Ok(results)
    }

    fn result(
        &self,
        at: usize,
        name: &str,
        there: &[String],
        total: Decimal,
    ) -> Result<CriterionResult, Error> {
        let test = at
            .checked_sub(1)
            .and_then(|at| self.tests.others().get(at))
            .unwrap_or(OneOrMany::first(&self.tests));
        let value = self.values.get(at).copied().flatten();
        let threshold = self.thresholds.get(at).copied().unwrap_or_default();
        let (mut standing, mut reason, mut shortfall) = (AccessStanding::Pass, CriterionReason::Met, None);
        match (test, value) {
            (CriterionTest::Holds, Some(value)) if value != Decimal::ZERO && value != Decimal::ONE => {
                let error = Error::invalid("yes-or-no", "this holds or not: 1 or 0");
                return Err(error.with_value(value.text()));
            }
            (CriterionTest::Holds, value) => {
                (standing, reason) = of_holding(value.map(|value| value == Decimal::ONE));
            }
            (_, None) => (standing, reason) = (AccessStanding::Missing, CriterionReason::NotKnown),
            (CriterionTest::AtLeast, Some(value)) if value < threshold => {
                (standing, reason) = (AccessStanding::Fail, CriterionReason::Below);
                shortfall = Some(threshold.minus(value));
            }
            (CriterionTest::AtMost, Some(value)) if value > threshold => {
                (standing, reason) = (AccessStanding::Fail, CriterionReason::Above);
                shortfall = Some(value.minus(threshold));
            }
            _ => {}
        }
        let asked = self.documents.get(at).map(String::as_str).unwrap_or_default();
        let asked = asked.split(';').map(str::trim).filter(|document| !document.is_empty());
        let documents: Vec<String> = asked
            .filter(|document| !there.iter().any(|known| known.trim() == *document))
            .map(str::to_owned)
            .collect();
        if standing == AccessStanding::Pass && !documents.is_empty() {
            (standing, reason) = (AccessStanding::Missing, CriterionReason::Undocumented);
        }
        let weight = self.weights.get(at).copied().map(Amount::get);
        let adds = weight.filter(|_| standing != AccessStanding::Pass);
        let holds = *test == CriterionTest::Holds;
        Ok(CriterionResult {
            criterion: name.to_owned(),
            standing,
            why: reason,
            mandatory: self.mandatory.get(at).or_else(|| self.mandatory.first()).copied().unwrap_or(true),
            value: value.filter(|_| !holds),
            threshold: Some(threshold).filter(|_| !holds),
            shortfall,
            weight,
            would_add: adds.map(|weight| nearest_float(weight.over(total).to_digits(12))),
            documents,
        })
    }
}

const fn of_holding(holds: Option<bool>) -> (AccessStanding, CriterionReason) {
    match holds {
        Some(true) => (AccessStanding::Pass, CriterionReason::Met),
        Some(false) => (AccessStanding::Fail, CriterionReason::NotSo),
        None => (AccessStanding::Missing, CriterionReason::NotKnown),
    }
}
