//! Hard filters: why an offer does not come into question, and what would change that.

use super::columns::{Offer, Project, RATE_PART, collateral_for};
use super::request::ExclusionReason;

/// One reason, with what is found, what is asked and by how much the one would have to change.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exclusion {
    pub reason: ExclusionReason,
    pub found: f64,
    pub asked: f64,
}

impl Exclusion {
    pub fn lacking(&self) -> f64 {
        // Rates are ten decimals: the difference of two has no more.
        let gap = (self.asked - self.found).abs();
        if self.reason == ExclusionReason::TooDear { libm::round(gap * RATE_PART) / RATE_PART } else { gap }
    }
}

/// All reasons why a project and an offer don't go together, in the order of [`ExclusionReason`].
pub(super) fn exclusions(project: &Project, offer: &Offer, rate: i64) -> Vec<Exclusion> {
    use ExclusionReason as Why;
    let mut reasons = Vec::new();
    let mut unless = |fits: bool, reason: Why, found: f64, asked: f64| {
        if !fits {
            reasons.push(Exclusion { reason, found, asked });
        }
    };
    let (amount, months) = (project.amount, project.months);
    let (shortest, longest) = offer.months;
    unless(amount >= offer.least, Why::AmountBelowMinimum, amount as f64, offer.least as f64);
    unless(months >= shortest, Why::TermTooShort, f64::from(months), f64::from(shortest));
    unless(months <= longest, Why::TermTooLong, f64::from(months), f64::from(longest));
    unless(takes(&offer.currencies, Some(&project.currency)), Why::Currency, 0.0, 0.0);
    unless(takes(&offer.countries, project.country.as_deref()), Why::Country, 0.0, 0.0);
    if let Some(most) = offer.max_category {
        match project.category {
            Some(category) => {
                unless(category <= most, Why::CategoryTooHigh, f64::from(category), f64::from(most));
            }
            None => unless(false, Why::CategoryUnknown, 0.0, 0.0),
        }
    }
    unless(takes(&offer.kinds, project.kind), Why::Kind, 0.0, 0.0);
    unless(takes(&offer.stages, project.stage), Why::Stage, 0.0, 0.0);
    unless(!offer.green_only || project.green, Why::NotGreen, 0.0, 0.0);
    if let Some(part) = offer.loan_to_value {
        let worth = collateral_for(amount, part);
        unless(project.collateral >= worth, Why::Collateral, project.collateral as f64, worth as f64);
    }
    if let Some(most) = project.max_rate {
        unless(rate <= most, Why::TooDear, rate as f64 / RATE_PART, most as f64 / RATE_PART);
    }
    reasons
}

/// Whether a list takes a name in: an empty one takes all, any other none that is not told.
fn takes(list: &[String], name: Option<&str>) -> bool {
    list.is_empty() || name.is_some_and(|name| list.iter().any(|known| known == name))
}
