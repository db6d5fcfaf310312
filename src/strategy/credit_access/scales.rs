//! What a credit means on other scales, by the default rate that each step stands for.

use super::request::{ConcordanceStep, CreditAccessRequest};
use crate::cover::class_of_rating;
use crate::error::Error;
use crate::explain::Notice;
use crate::reference::{Market, QualityStep};
use crate::values::{BuyerClass, CountryCode, RatingGrade, RiskCategory, within};

/// The years that the steps' default rates are told for.
const YEARS: f64 = 3.0;

/// Where the applicant stands, and all steps.
#[derive(Debug, Default)]
pub(super) struct Scales {
    pub step: Option<QualityStep>,
    pub three_year_rate: Option<f64>,
    pub home_classes: Vec<BuyerClass>,
    pub classes: Vec<BuyerClass>,
    pub concordance: Vec<ConcordanceStep>,
    pub notices: Vec<Notice>,
}

impl CreditAccessRequest {
    /// The applicant's step: of its rating; of its class at home, the step of the worst rating that the class takes in; or of
    /// its default rate, brought to three years with the same chance each year.
    ///
    /// `q = 1 − (1 − p)^(3 / t)`
    ///
    /// - `p` the given default rate over `t` years
    ///
    /// Source: Implementing Regulation (EU) 2016/1799, Annex I, table 1, and Annex III; the rating concordance of the
    /// Arrangement ([`class_of_rating`]).
    ///
    /// # Errors
    /// `one-of` where more than one is given; `home-needed`; `no-such-class`; `out-of-bounds` for the years.
    pub(super) fn scales(&self, market: &Market) -> Result<Scales, Error> {
        let tables = &market.credit_access;
        within(self.horizon_years, 1, 5, "horizonYears")?;
        let given = [self.rating.is_some(), self.buyer.is_some(), self.default_rate.is_some()];
        if given.iter().filter(|is_given| **is_given).count() > 1 {
            let sentence = "give the rating, the buyer class or the default rate, and only one of them";
            return Err(Error::invalid("one-of", sentence).at(if given == [true, true, false] {
                "buyer"
            } else {
                "defaultRate"
            }));
        }
        let category =
            |country: Option<CountryCode>| country.and_then(|code| market.countries.of(code).category);
        let (home, away) = (category(self.home_country), category(self.country));
        let mut found = Scales::default();
        for (country, category) in [(self.home_country, home), (self.country, away)] {
            if let Some(country) = country.filter(|_| category.is_none_or(|category| category.get() == 0)) {
                found.notices.push(Notice::new("no-buyer-classes").with("country", country.alpha3()));
            }
        }
        if let Some(rate) = self.default_rate {
            // Rounded to twelve decimals, so that a bound that is met is met.
            let rate = match self.horizon_years {
                3 => rate.as_f64(),
                years => {
                    let rate = 1.0 - libm::pow(1.0 - rate.as_f64(), YEARS / f64::from(years));
                    libm::round(rate * 1e12) / 1e12
                }
            };
            found.three_year_rate = Some(rate);
            found.step = tables.step_of_rate(rate).cloned();
            if self.horizon_years != 3 {
                found
                    .notices
                    .push(Notice::new("rate-brought-to-three-years").with("years", self.horizon_years));
            }
        } else if let Some(rating) = self.rating {
            found.step = tables.step_of_rating(rating).cloned();
        } else if let Some(class) = self.buyer {
            let Some(category) = home else {
                let sentence =
                    "a buyer class means something within a country of a category only: give homeCountry";
                return Err(Error::invalid("home-needed", sentence).at("homeCountry"));
            };
            let worst = RatingGrade::ALL
                .iter()
                .rev()
                .find(|rating| class_of_rating(**rating, category) == Some(class));
            let Some(worst) = worst else {
                let sentence = "no rating means this class in a country of this category";
                return Err(Error::not_applicable("no-such-class", sentence)
                    .at("buyer")
                    .with_value(class.name()));
            };
            found.step = tables.step_of_rating(*worst).cloned();
        }
        let own = found.step.as_ref().map(|step| step.step);
        for step in tables.steps() {
            let classes = |category: Option<RiskCategory>| {
                category.map(|category| classes(step, category)).unwrap_or_default()
            };
            found.concordance.push(ConcordanceStep {
                quality_step: step.step,
                benchmark_rate: step.benchmark.as_f64(),
                lower_rate: step.lower.as_f64(),
                upper_rate: step.upper.as_f64(),
                best_rating: step.ratings.0,
                worst_rating: step.ratings.1,
                home_classes: classes(home),
                classes: classes(away),
                is_applicant: own == Some(step.step),
                grade: tables.steps_edition().grade,
            });
        }
        if let Some(own) = found.concordance.iter().find(|step| step.is_applicant) {
            (found.home_classes, found.classes) = (own.home_classes.clone(), own.classes.clone());
        }
        Ok(found)
    }
}

/// The best and the worst class that a step's ratings mean in a category; one where they are the same, none in category 0.
fn classes(step: &QualityStep, category: RiskCategory) -> Vec<BuyerClass> {
    let [best, worst] = [step.ratings.0, step.ratings.1].map(|rating| class_of_rating(rating, category));
    let mut list: Vec<BuyerClass> = best.into_iter().chain(worst).collect();
    list.dedup();
    list
}
