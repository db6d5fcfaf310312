use rust_decimal::Decimal;

/// The all-in rate of a loan by its dates.
pub(in crate::loan) struct RatePath {
    /// The rate before the first date.
    pub(in crate::loan) first: Decimal,
    /// From when each rate counts, ascending.
    pub(in crate::loan) dates: Vec<i32>,
    pub(in crate::loan) rates: Vec<Decimal>,
    /// Whether a new rate counts on its date, also within a period.
    pub(in crate::loan) within: bool,
}

impl RatePath {
    /// One rate for ever.
    pub(in crate::loan) const fn fixed(rate: Decimal) -> Self {
        Self { first: rate, dates: Vec::new(), rates: Vec::new(), within: false }
    }

    /// The rate that holds on a day.
    pub(in crate::loan) fn on(&self, day: i32) -> Decimal {
        let known = self.dates.partition_point(|date| *date <= day);
        known.checked_sub(1).and_then(|at| self.rates.get(at)).copied().unwrap_or(self.first)
    }

    /// The dates after `start` and before `end` on which a new rate begins to count.
    pub(in crate::loan) fn within(&self, start: i32, end: i32) -> &[i32] {
        if !self.within {
            return &[];
        }
        let from = self.dates.partition_point(|date| *date <= start);
        let to = self.dates.partition_point(|date| *date < end);
        self.dates.get(from..to).unwrap_or_default()
    }
}
