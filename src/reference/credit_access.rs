use std::sync::Arc;

use super::table::Table;
use crate::error::Error;
use crate::explain::Edition;
use crate::values::{RatingGrade, Share};

/// What a step of credit quality means.
#[derive(Clone, Debug)]
pub struct QualityStep {
    /// The step, 1 the best.
    pub step: u32,
    /// The default rate over three years that stands for it.
    pub benchmark: Share,
    /// From this rate on it is this step.
    pub lower: Share,
    /// Up to this rate.
    pub upper: Share,
    /// Its ratings, from the best to the worst.
    pub ratings: (RatingGrade, RatingGrade),
}

/// The steps of credit quality, and the published criteria of access to finance.
#[derive(Clone, Debug)]
pub struct CreditAccess {
    steps_edition: Arc<Edition>,
    criteria_edition: Arc<Edition>,
    steps: Vec<QualityStep>,
    criteria: Vec<(String, bool)>,
}

impl CreditAccess {
    /// Reads the tables `credit-quality-steps` (columns `step`, `benchmark`, `lower`, `upper`, `best`, `worst`) and
    /// `access-criteria` (columns `criterion`, `mandatory`: `yes` or `no`).
    ///
    /// # Errors
    /// `InvalidInput` with line and column: `not-a-number`, `unknown-name`, `not-ascending`, what shares say.
    pub fn parse(steps: &str, criteria: &str) -> Result<Self, Error> {
        let columns = ["step", "benchmark", "lower", "upper", "best", "worst"];
        let table = Table::parse("credit-quality-steps", &columns, steps)?;
        let mut read = Vec::<QualityStep>::new();
        for row in table.rows() {
            let share = |at, column: &str| {
                let value = row.decimal(at, column)?.unwrap_or_default();
                Share::new(value).map_err(|error| row.fault(error, column))
            };
            let step = QualityStep {
                step: row.decimal(0, "step")?.and_then(|step| u32::try_from(step).ok()).unwrap_or_default(),
                benchmark: share(1, "benchmark")?,
                lower: share(2, "lower")?,
                upper: share(3, "upper")?,
                ratings: (
                    row.read(4, "best", RatingGrade::parse)?,
                    row.read(5, "worst", RatingGrade::parse)?,
                ),
            };
            if read.last().is_some_and(|last| step.lower <= last.lower || step.step <= last.step) {
                let error = Error::invalid("not-ascending", "each step must be worse than the one before");
                return Err(row.fault(error.with_value(row.text(0)), "step"));
            }
            read.push(step);
        }
        let criteria_table = Table::parse("access-criteria", &["criterion", "mandatory"], criteria)?;
        let mut list = Vec::new();
        for row in criteria_table.rows() {
            let mandatory = row.read(1, "mandatory", |text| match text {
                "yes" => Ok(true),
                "no" => Ok(false),
                _ => Err(Error::invalid("unknown-name", "this is yes or no")),
            })?;
            list.push((row.text(0).to_owned(), mandatory));
        }
        Ok(Self {
            steps_edition: Arc::new(table.edition),
            criteria_edition: Arc::new(criteria_table.edition),
            steps: read,
            criteria: list,
        })
    }

    /// The steps, from the best.
    pub fn steps(&self) -> &[QualityStep] {
        &self.steps
    }

    /// The published criteria: name, and whether it must be met.
    pub fn criteria(&self) -> &[(String, bool)] {
        &self.criteria
    }

    /// The edition of the steps.
    pub fn steps_edition(&self) -> &Arc<Edition> {
        &self.steps_edition
    }

    /// The edition of the criteria.
    pub fn criteria_edition(&self) -> &Arc<Edition> {
        &self.criteria_edition
    }

    /// The step of a default rate over three years: the last whose lower bound is not above it, so that the gap of a
    /// hundredth of a point between the printed bounds belongs to the better step.
    pub fn step_of_rate(&self, rate: f64) -> Option<&QualityStep> {
        self.steps.iter().rev().find(|step| step.lower.as_f64() <= rate)
    }

    /// The step of a rating.
    pub fn step_of_rating(&self, rating: RatingGrade) -> Option<&QualityStep> {
        self.steps.iter().find(|step| rating >= step.ratings.0 && rating <= step.ratings.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: &str = include_str!("tables/credit-quality-steps.csv");
    const CRITERIA: &str = include_str!("tables/access-criteria.csv");

    /// Source: Implementing Regulation (EU) 2016/1799, Annex I, table 1.
    #[test]
    fn rates_and_ratings_have_their_step_and_bad_rows_are_refused() {
        let access = CreditAccess::parse(STEPS, CRITERIA).unwrap();
        for (rate, step) in [
            (0.0, 1),
            (0.0016, 1),
            (0.0017, 2),
            (0.0055, 3),
            (0.0239, 3),
            (0.024, 4),
            (0.11, 5),
            (0.265, 6),
            (1.0, 6),
        ] {
            assert_eq!(access.step_of_rate(rate).map(|found| found.step), Some(step), "{rate}");
        }
        for (rating, step) in
            [("AAA", 1), ("AA-", 1), ("A+", 2), ("BBB-", 3), ("BB", 4), ("B-", 5), ("CCC+", 6), ("C", 6)]
        {
            let rating = RatingGrade::parse(rating).unwrap();
            assert_eq!(access.step_of_rating(rating).map(|found| found.step), Some(step));
        }
        for (from, to, reason) in [
            ("2,0.0025", "1,0.0025", "not-ascending"),
            ("0.0025", "x", "not-a-number"),
            ("A+", "A++", "unknown-name"),
            ("0.0100", "7", "above-maximum"),
        ] {
            assert_eq!(CreditAccess::parse(&STEPS.replace(from, to), CRITERIA).unwrap_err().reason(), reason);
        }
        let error = CreditAccess::parse(STEPS, &CRITERIA.replace("fixed-place,no", "fixed-place,perhaps"))
            .unwrap_err();
        assert_eq!(error.reason(), "unknown-name");
    }
}
