use crate::document::{Column, Text};
use crate::error::Error;
use crate::values::Date;

crate::record! {
    /// What the market or a rating asks of the sovereign, by tenor.
    pub struct SovereignCurve {
        /// Tenors in years, ascending, above zero.
        pub tenors: Column<f64>,
        /// The spread a year at each, as a fraction: 0.015 is 1.5 %.
        pub spreads: Column<f64>,
        /// The day of the curve.
        pub as_of: Option<Date>,
    }
}

impl SovereignCurve {
    /// The spread at 1, 2, … years, so many as are asked for: straight between two tenors, and before the first and
    /// behind the last tenor that one's own (assumption; a notice says so).
    ///
    /// # Errors
    /// As [`spread_at`].
    pub fn yearly(&self, years: u32) -> Result<Vec<f64>, Error> {
        let (tenors, spreads) = (&self.tenors.0, &self.spreads.0);
        let ends = (tenors.first().zip(spreads.first()), spreads.last());
        (1..=years)
            .map(f64::from)
            .map(|year| {
                let own = match ends {
                    (Some((first, spread)), _) if year < *first => *spread,
                    (_, Some(last)) => *last,
                    _ => 0.0,
                };
                Ok(spread_at(tenors, spreads, year)?.unwrap_or(own))
            })
            .collect()
    }

    /// Whether a curve of so many years goes beyond the tenors that are given.
    pub fn is_extended(&self, years: u32) -> bool {
        let reaches = |last: &f64| *last >= f64::from(years);
        !(self.tenors.0.first().is_some_and(|first| *first <= 1.0)
            && self.tenors.0.last().is_some_and(reaches))
    }
}

/// The spread of a curve at a term in years, straight between two tenors; none outside them.
///
/// # Errors
/// `InvalidInput`: `unequal-lengths`, `tenors-not-ascending`. `OutOfRange`, `out-of-bounds`: a spread outside 0 to 10.
/// Each under the field of the curve.
pub fn spread_at(tenors: &[f64], spreads: &[f64], years: f64) -> Result<Option<f64>, Error> {
    if tenors.len() != spreads.len() || tenors.is_empty() {
        let sentence = "there must be as many spreads as tenors, and at least one";
        return Err(Error::invalid("unequal-lengths", sentence).at("spreads"));
    }
    if let Some(wrong) = spreads.iter().find(|spread| !(0.0..=10.0).contains(*spread)) {
        return Err(Error::out_of_range("out-of-bounds", "spreads are fractions a year, from 0 to 10")
            .detail("bounds", "0 to 10")
            .at("spreads")
            .with_value(wrong.text()));
    }
    let mut before = (0.0, None);
    let mut found = None;
    for (tenor, spread) in tenors.iter().copied().zip(spreads.iter().copied()) {
        if tenor <= before.0 {
            return Err(Error::invalid("tenors-not-ascending", "tenors must be above zero and ascend")
                .at("tenors")
                .with_value(tenor.text()));
        }
        if found.is_none() && years <= tenor {
            found = match before.1 {
                Some(last) if years >= before.0 => {
                    Some(last + (spread - last) * (years - before.0) / (tenor - before.0))
                }
                _ => (years == tenor).then_some(spread),
            };
        }
        before = (tenor, Some(spread));
    }
    Ok(found)
}
