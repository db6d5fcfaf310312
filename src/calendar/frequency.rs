use crate::error::Error;
use crate::values::{Date, days_in_month};

crate::choice! {
    /// How often something is paid.
    pub enum Frequency {
        /// Every month.
        Monthly = "monthly",
        /// Every three months.
        Quarterly = "quarterly",
        /// Every six months.
        SemiAnnual = "semi-annual",
        /// Every twelve months.
        Annual = "annual",
    }
}

impl Frequency {
    /// The months of a period: 1, 3, 6 or 12.
    pub const fn months(self) -> u32 {
        match self {
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::SemiAnnual => 6,
            Self::Annual => 12,
        }
    }

    /// The periods of a year: 12, 4, 2 or 1.
    pub const fn per_year(self) -> u32 {
        12 / self.months()
    }

    /// The nominal rate a year, compounded so often, of an effective one: `m·((1 + r)^(1/m) − 1)`.
    pub fn nominal_rate(self, effective: f64) -> f64 {
        let m = f64::from(self.per_year());
        m * libm::expm1(libm::log1p(effective) / m)
    }
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
                let dates = dates_after(anchor, frequency.months(), 100).unwrap();
                assert_eq!(dates.len(), 100);
                for (at, days) in (1..).zip(dates) {
                    assert_eq!(
                        Date::from_days(days).unwrap(),
                        anchor.add_months(at * frequency.months() as i32).unwrap()
                    );
                }
            }
        }
        assert_eq!(
            Frequency::ALL.iter().map(|frequency| frequency.per_year()).collect::<Vec<_>>(),
            [12, 4, 2, 1]
        );
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
