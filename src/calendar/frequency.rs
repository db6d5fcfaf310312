use super::{MonthEnd, YearFraction};
use crate::error::Error;
use crate::values::{Date, days_in_month};

crate::choice! {
    /// How often something is paid.
    pub enum Frequency {
        /// Every month.
        Monthly = "monthly" | "P1M" | "1M",
        /// Every three months.
        Quarterly = "quarterly" | "P3M" | "3M" | "every-three-months",
        /// Every six months.
        SemiAnnual = "semi-annual" | "P6M" | "6M" | "half-yearly" | "every-six-months",
        /// Every twelve months.
        Annual = "annual" | "P12M" | "12M" | "P1Y" | "1Y" | "yearly",
        /// Every seven days.
        Weekly = "weekly" | "P1W" | "1W" | "P7D",
        /// Every fourteen days.
        EveryTwoWeeks = "every-two-weeks" | "P2W" | "2W" | "P14D" | "biweekly" | "fortnightly",
        /// Every 28 days.
        EveryFourWeeks = "every-four-weeks" | "P4W" | "4W" | "P28D" | "EveryFourthWeek",
        /// Twice a month, on days about 15 apart.
        SemiMonthly = "semi-monthly" | "twice-monthly",
        /// Every two months.
        EveryTwoMonths = "every-two-months" | "P2M" | "2M" | "bimonthly",
        /// Every four months.
        EveryFourMonths = "every-four-months" | "P4M" | "4M" | "EveryFourthMonth",
    }
}

impl Frequency {
    /// The months of a period: 1, 2, 3, 4, 6 or 12; `None` for weeks and half months.
    pub const fn months(self) -> Option<u32> {
        match self {
            Self::Monthly => Some(1),
            Self::EveryTwoMonths => Some(2),
            Self::Quarterly => Some(3),
            Self::EveryFourMonths => Some(4),
            Self::SemiAnnual => Some(6),
            Self::Annual => Some(12),
            Self::Weekly | Self::EveryTwoWeeks | Self::EveryFourWeeks | Self::SemiMonthly => None,
        }
    }

    /// The days of a period of whole weeks: 7, 14 or 28; `None` for all others.
    pub const fn days(self) -> Option<u32> {
        match self {
            Self::Weekly => Some(7),
            Self::EveryTwoWeeks => Some(14),
            Self::EveryFourWeeks => Some(28),
            _ => None,
        }
    }

    /// The periods of a year: 52, 26, 24, 13, 12, 6, 4, 3, 2 or 1. A year has 52 weeks here, as it has when rates are
    /// told by the week.
    pub const fn per_year(self) -> u32 {
        match self {
            Self::Weekly => 52,
            Self::EveryTwoWeeks => 26,
            Self::SemiMonthly => 24,
            Self::EveryFourWeeks => 13,
            Self::Monthly => 12,
            Self::EveryTwoMonths => 6,
            Self::Quarterly => 4,
            Self::EveryFourMonths => 3,
            Self::SemiAnnual => 2,
            Self::Annual => 1,
        }
    }

    /// A period as a part of a year: one over [`Self::per_year`].
    pub const fn part(self) -> YearFraction {
        YearFraction { numerator: 1, denominator: self.per_year() as i64 }
    }

    /// The frequency of periods of so many months, if there is one.
    pub fn of_months(months: u32) -> Option<Self> {
        Self::ALL.iter().copied().find(|frequency| frequency.months() == Some(months))
    }

    /// The nominal rate a year, compounded so often, of an effective one: `m·((1 + r)^(1/m) − 1)`.
    pub fn nominal_rate(self, effective: f64) -> f64 {
        let m = f64::from(self.per_year());
        m * libm::expm1(libm::log1p(effective) / m)
    }

    /// The date so many periods after another (before it when negative), counted from that one and not from period to
    /// period.
    ///
    /// Weeks are their days. Half months alternate between the anchor's day and the one 15 days later, or 15 earlier
    /// in the next month when the anchor is after the 15th; from a 31st, or the last day of a month unless days are kept,
    /// between last days and 15ths. All others are months, on the day that `month_end` says.
    ///
    /// # Errors
    /// `OutOfRange`, `date-out-of-range`, outside the calendar.
    pub fn after(self, anchor: Date, periods: i32, month_end: MonthEnd) -> Result<Date, Error> {
        if periods == 0 {
            return Ok(anchor);
        }
        if let Some(days) = self.days() {
            return anchor.add_days(periods.saturating_mul(days as i32));
        }
        let day = match month_end {
            MonthEnd::Always if self != Self::SemiMonthly => 31,
            MonthEnd::Always | MonthEnd::Stick if anchor.is_month_end() => 31,
            _ => anchor.day(),
        };
        let Some(months) = self.months() else { return half_months_after(anchor, periods, day) };
        on_day(anchor.add_months(periods.saturating_mul(months as i32))?, day)
    }

    /// The dates 1, 2, … `count` periods after an anchor, as days since 1970-01-01, each on the anchor's day of the
    /// month or the last of a shorter one.
    ///
    /// # Errors
    /// `OutOfRange`, `date-out-of-range`, after 9999-12-31.
    pub fn dates_after(self, anchor: Date, count: u32) -> Result<Vec<i32>, Error> {
        if let Some(months) = self.months() {
            return dates_after(anchor, months, count);
        }
        let last = i32::try_from(count).unwrap_or(i32::MAX);
        // First the last, so that nothing is counted in vain.
        self.after(anchor, last, MonthEnd::KeepDay)?;
        (1..=last).map(|at| self.after(anchor, at, MonthEnd::KeepDay).map(Date::days)).collect()
    }
}

fn half_months_after(anchor: Date, periods: i32, day: u32) -> Result<Date, Error> {
    let month = anchor.add_months(periods.div_euclid(2))?;
    match (periods.rem_euclid(2), day) {
        (0, _) => on_day(month, day),
        (_, 31) => on_day(month.add_months(1)?, 15),
        (_, ..=15) => on_day(month, day + 15),
        _ => on_day(month.add_months(1)?, day - 15),
    }
}

/// That day of the date's month, or the last of it.
pub(super) fn on_day(date: Date, day: u32) -> Result<Date, Error> {
    let (year, month, today) = date.ymd();
    date.add_days(day.min(days_in_month(year, month)) as i32 - today as i32)
}

/// The dates `months`, 2 · `months`, … `count` · `months` months after an anchor, as days since 1970-01-01. Each
/// has the anchor's day of the month or, where that month is too short, its last day: after 2026-01-31 come
/// 2026-02-28 and 2026-03-31.
///
/// # Errors
/// `OutOfRange` when the last of them is after 9999-12-31.
pub fn dates_after(anchor: Date, months: u32, count: u32) -> Result<Vec<i32>, Error> {
    let total = i32::try_from(u64::from(months) * u64::from(count)).unwrap_or(i32::MAX);
    anchor.add_months(total)?;
    let (mut year, mut month, day) = anchor.ymd();
    let mut first_of_month = anchor.days() - day as i32 + 1;
    let mut length = days_in_month(year, month);
    // From month to month, since a calendar computation for every date would cost as much as all else.
    Ok((0..count)
        .map(|_| {
            for _ in 0..months {
                first_of_month += length as i32;
                (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
                length = days_in_month(year, month);
            }
            first_of_month + day.min(length) as i32 - 1
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    #[test]
    fn dates_are_those_of_adding_months_to_the_anchor() {
        for anchor in ["2026-01-31", "2024-02-29", "2023-11-30", "1999-12-01", "2026-06-15"] {
            let anchor = Date::parse(anchor).unwrap();
            for frequency in Frequency::ALL {
                let dates = frequency.dates_after(anchor, 100).unwrap();
                assert_eq!(dates.len(), 100);
                for (at, days) in (1..).zip(dates) {
                    let date = frequency.after(anchor, at, MonthEnd::KeepDay).unwrap();
                    assert_eq!(Date::from_days(days).unwrap(), date);
                    if let Some(months) = frequency.months() {
                        assert_eq!(date, anchor.add_months(at * months as i32).unwrap());
                        assert_eq!(Frequency::of_months(months), Some(*frequency));
                        assert_eq!(months * frequency.per_year(), 12);
                    }
                }
            }
        }
    }

    #[test]
    fn half_months_and_weeks() {
        let after = |frequency: Frequency, anchor: &str, month_end| -> Vec<String> {
            let anchor = Date::parse(anchor).unwrap();
            (-1..=4).map(|at| frequency.after(anchor, at, month_end).unwrap().to_string()).collect()
        };
        for (anchor, month_end, expected) in [
            (
                "2026-01-01",
                MonthEnd::KeepDay,
                "2025-12-16 2026-01-01 2026-01-16 2026-02-01 2026-02-16 2026-03-01",
            ),
            (
                "2026-01-15",
                MonthEnd::KeepDay,
                "2025-12-30 2026-01-15 2026-01-30 2026-02-15 2026-02-28 2026-03-15",
            ),
            (
                "2026-01-20",
                MonthEnd::KeepDay,
                "2026-01-05 2026-01-20 2026-02-05 2026-02-20 2026-03-05 2026-03-20",
            ),
            (
                "2026-01-31",
                MonthEnd::Stick,
                "2026-01-15 2026-01-31 2026-02-15 2026-02-28 2026-03-15 2026-03-31",
            ),
        ] {
            assert_eq!(after(Frequency::SemiMonthly, anchor, month_end).join(" "), expected);
        }
        let weeks = after(Frequency::EveryTwoWeeks, "2026-01-31", MonthEnd::Stick);
        assert_eq!(weeks.join(" "), "2026-01-17 2026-01-31 2026-02-14 2026-02-28 2026-03-14 2026-03-28");
        let ends = after(Frequency::Monthly, "2026-02-28", MonthEnd::Stick);
        assert_eq!(ends.join(" "), "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30");
    }

    #[test]
    fn dates_end_with_the_calendar() {
        let late = Date::parse("9999-06-30").unwrap();
        assert!(dates_after(late, 1, 6).is_ok());
        assert_eq!(dates_after(late, 1, 7).unwrap_err().kind(), ErrorKind::OutOfRange);
        assert_eq!(dates_after(late, u32::MAX, u32::MAX).unwrap_err().kind(), ErrorKind::OutOfRange);
        assert!(dates_after(late, 12, 0).unwrap().is_empty());
    }
}
