//! Where the money comes from.

use super::book::monthly;
use super::part::Part;
use super::rates::Path;
use super::request::CaptiveSource;
use super::within;
use crate::error::Error;
use crate::values::{Currency, to_minor_exact};

/// One month of a source, in smallest units of its currency.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FundingMonth {
    pub drawn: i64,
    pub repaid: i64,
    pub closing: i64,
    pub interest: i64,
}

/// A source with what was drawn of it; row 0 is the start, when there is nothing.
#[derive(Debug)]
pub(super) struct Source<'a> {
    pub source: &'a CaptiveSource,
    pub currency: Currency,
    /// The place of its currency among the paths.
    pub path: usize,
    limit: Option<i64>,
    rate: Part,
    pub share: Part,
    drawn: Vec<i64>,
    pub months: Vec<FundingMonth>,
}

impl<'a> Source<'a> {
    /// # Errors
    /// `OutOfRange` for a term outside 1 to 180 months; `InvalidInput` for a limit with too many decimals.
    pub fn of(
        source: &'a CaptiveSource,
        currency: Currency,
        path: usize,
        share: Part,
    ) -> Result<Self, Error> {
        within(source.term_months, 1, 180, "termMonths")?;
        let limit = source.maximum_outstanding.map(|limit| to_minor_exact(limit.get(), currency)).transpose();
        Ok(Self {
            source,
            currency,
            path,
            limit: limit.map_err(|error| error.at("maximumOutstanding"))?,
            rate: monthly(source.rate),
            share,
            drawn: vec![0],
            months: vec![FundingMonth::default()],
        })
    }

    /// Interest on what was owed before, and what is repaid in a month.
    ///
    /// # Errors
    /// As [`Path::monthly`] and [`Part::of`].
    pub fn begin(&mut self, month: usize, path: &Path<'_>) -> Result<FundingMonth, Error> {
        let before = self.months.last().map_or(0, |before| before.closing);
        let rate = if self.source.floating_rate { path.monthly(self.source.rate, month)? } else { self.rate };
        let closing = self.owed_after(month, 0);
        let new = FundingMonth {
            drawn: 0,
            repaid: before - closing,
            closing,
            interest: rate.of(before, self.currency)?,
        };
        self.months.push(new);
        self.drawn.push(0);
        Ok(new)
    }

    /// What may still be drawn.
    pub fn room(&self) -> i64 {
        let owed = self.months.last().map_or(0, |month| month.closing);
        self.limit.map_or(i64::MAX, |limit| (limit - owed).max(0))
    }

    /// Draws in the last month.
    pub fn draw(&mut self, amount: i64) {
        if let (Some(month), Some(drawn)) = (self.months.last_mut(), self.drawn.last_mut()) {
            month.drawn += amount;
            month.closing += amount;
            *drawn += amount;
        }
    }

    /// What is owed so many months after a month's end, of what was drawn until then.
    pub fn owed_after(&self, month: usize, later: usize) -> i64 {
        let term = self.source.term_months as usize;
        let drawn = self.drawn.get(..=month).unwrap_or(&self.drawn);
        // The last that was drawn has an age of as many months as lie between.
        let youngest = month + 1 + later - drawn.len();
        let ages = (youngest..term).zip(drawn.iter().rev());
        ages.map(|(age, drawn)| if self.source.amortising { left(*drawn, age, term) } else { *drawn }).sum()
    }
}

/// What is left of a drawing that is repaid in equal parts: `D − round(D·k/n)`.
fn left(drawn: i64, age: usize, term: usize) -> i64 {
    let (age, term) = (age as i64, term as i64);
    // Twice an amount below 2^53 times 180 stays below 2^62.
    drawn - (2 * drawn * age + term) / (2 * term)
}
