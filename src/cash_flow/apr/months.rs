use crate::values::{Date, days_in_month};

/// Counts whole months back from later dates to the one that comes first.
///
/// A month goes from a day to the same day of another month. Where dates fall on the last day of short months but on a
/// later day of others, they are meant for that day: 31 January, 28 February and 31 March are a month apart each.
///
/// Source: 12 CFR 1026, appendix J, (b)(3)(iv). The European rules say the same of months, and nothing of their ends.
pub(super) struct Months {
    start: Date,
    /// The day of the month that is meant by the last day of a shorter one.
    meant: u32,
}

impl Months {
    /// Of dates in ascending order, the first of which is where time begins.
    pub(super) fn of(dates: &[Date]) -> Self {
        let start = dates.first().copied().unwrap_or(Date::MIN);
        let later = dates.get(1..).unwrap_or_default();
        let mut meant = later.iter().map(|date| date.day()).max().unwrap_or(0);
        // One date is no series: then the day that time begins on says what is meant.
        if later.len() == 1 {
            meant = meant.max(start.day());
        }
        Self { start, meant }
    }

    /// The whole months between the beginning and a date, and the date that so many months back lead to.
    pub(super) fn back(&self, date: Date) -> (i32, Date) {
        self.back_to(self.start, date)
    }

    /// The whole months between two dates, measured back from the later, and the date that they lead to.
    pub(super) fn back_to(&self, start: Date, date: Date) -> (i32, Date) {
        let ((start_year, start_month, _), (year, month, _)) = (start.ymd(), date.ymd());
        let count = 12 * (year - start_year) + month as i32 - start_month as i32;
        match self.earlier(date, count) {
            reached if reached >= start => (count, reached),
            _ => (count - 1, self.earlier(date, count - 1)),
        }
    }

    /// So many months before a date.
    pub(super) fn earlier(&self, date: Date, months: i32) -> Date {
        let (year, month, day) = date.ymd();
        let day = if day == days_in_month(year, month) { day.max(self.meant) } else { day };
        let count = 12 * year + month as i32 - 1 - months;
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) as u32 + 1);
        Date::from_ymd(year, month, day.min(days_in_month(year, month))).unwrap_or(Date::MIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(texts: &[&str]) -> Vec<Date> {
        texts.iter().map(|text| Date::parse(text).unwrap()).collect()
    }

    #[test]
    fn months_are_measured_back_from_the_later_date() {
        for (start, date, months, reached) in [
            ("1978-02-10", "1978-04-01", 1, "1978-03-01"),
            ("2012-01-12", "2012-02-15", 1, "2012-01-15"),
            ("2020-02-29", "2020-03-29", 1, "2020-02-29"),
            ("2026-01-31", "2026-02-28", 1, "2026-01-31"),
            ("2026-02-28", "2026-03-31", 1, "2026-02-28"),
            ("2026-01-15", "2026-02-14", 0, "2026-02-14"),
            ("2026-01-15", "2027-01-15", 12, "2026-01-15"),
        ] {
            let dates = dates(&[start, date]);
            let (count, at) = Months::of(&dates).back(dates[1]);
            assert_eq!((count, at.to_string().as_str()), (months, reached), "{start} {date}");
        }
    }

    #[test]
    fn a_series_of_month_ends_keeps_its_day() {
        let dates = dates(&["2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]);
        let months = Months::of(&dates);
        for (at, date) in dates.iter().enumerate().skip(1) {
            assert_eq!(months.back(*date), (at as i32, dates[0]));
        }
    }
}
