use crate::explain::{Edition, Notice};
use crate::values::Date;

/// The notice `data-older-than-a-year` when a table's numbers were true more than a year before the day of
/// valuation. `since` is that day of the table: of a list that changes several times a year the day in force,
/// of a rule the day on which it was last looked up.
pub fn age_notice(edition: &Edition, since: Date, valuation: Option<Date>) -> Option<Notice> {
    let valuation = valuation?;
    let limit = since.add_months(12).ok()?;
    (valuation > limit).then(|| {
        Notice::new("data-older-than-a-year")
            .with("table", edition.id)
            .with("date", since)
            .with("valuationDate", valuation)
    })
}
