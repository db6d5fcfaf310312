use crate::values::{Date, days_in_month};

crate::choice! {
    /// How days between two dates become years.
    pub enum DayCount {
        /// Days that pass, over 360.
        ///
        /// `τ = days(start, end) / 360`
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* Actual/360, Act/360, French, money market basis.
        /// Source: 2006 ISDA Definitions, section 4.16(e).
        Act360 = "ACT/360",
        /// Days that pass, over 365, in leap years too.
        ///
        /// `τ = days(start, end) / 365`
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* Actual/365 Fixed, Act/365F, English.
        /// Source: 2006 ISDA Definitions, section 4.16(d).
        Act365F = "ACT/365F",
        /// Months of 30 days, with the ends of February and of long months moved to the 30th.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)) / 360`, after these steps in this order: when both
        /// dates are the last of February, d₂ = 30; when the first is, d₁ = 30; when d₂ = 31 and d₁ is 30 or
        /// 31, d₂ = 30; when d₁ = 31, d₁ = 30.
        ///
        /// The first day counts, the last does not.
        ///
        /// Not the bond basis of the 2006 ISDA Definitions, section 4.16(f), which leaves February as it is.
        ///
        /// *Also known as* 30/360 US, 30U/360, Thirty360(USA), 30/360 SIA.
        /// Source: rule as QuantLib's Thirty360::USA applies it (lballabio/QuantLib at 2a13d455).
        Thirty360Us = "30/360",
        /// Months of 30 days; a 31st counts as a 30th, and February stays as it is.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)) / 360` with d₁ and d₂ at most 30.
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* Eurobond basis, 30/360 ICMA, Special German.
        /// Source: 2006 ISDA Definitions, section 4.16(g).
        ThirtyE360 = "30E/360",
    }
}

impl DayCount {
    /// The days in a year of this convention: with [`Self::days`] the exact fraction.
    pub const fn basis(self) -> i32 {
        match self {
            Self::Act365F => 365,
            Self::Act360 | Self::Thirty360Us | Self::ThirtyE360 => 360,
        }
    }

    /// The days between two dates as this convention counts them; negative when `end` is the earlier.
    pub fn days(self, start: Date, end: Date) -> i32 {
        match self {
            Self::Act360 | Self::Act365F => end.days() - start.days(),
            Self::Thirty360Us | Self::ThirtyE360 if end < start => -self.days(end, start),
            Self::Thirty360Us => thirty_360_us(start, end),
            Self::ThirtyE360 => {
                let ((y1, m1, d1), (y2, m2, d2)) = (start.ymd(), end.ymd());
                thirty_360((y1, m1, d1.min(30)), (y2, m2, d2.min(30)))
            }
        }
    }

    /// The years between two dates; negative when `end` is the earlier.
    ///
    /// Rounding: one division, correctly rounded.
    pub fn year_fraction(self, start: Date, end: Date) -> f64 {
        f64::from(self.days(start, end)) / f64::from(self.basis())
    }

    /// Whether every month counts as 30 days, so that a regular period is exactly its part of a year.
    pub const fn has_equal_months(self) -> bool {
        matches!(self, Self::Thirty360Us | Self::ThirtyE360)
    }
}

fn thirty_360_us(start: Date, end: Date) -> i32 {
    let ((y1, m1, mut d1), (y2, m2, mut d2)) = (start.ymd(), end.ymd());
    let ends_february = |year, month, day| month == 2 && day == days_in_month(year, 2);
    if ends_february(y1, m1, d1) {
        if ends_february(y2, m2, d2) {
            d2 = 30;
        }
        d1 = 30;
    }
    if d2 == 31 && d1 >= 30 {
        d2 = 30;
    }
    thirty_360((y1, m1, d1.min(30)), (y2, m2, d2))
}

fn thirty_360((y1, m1, d1): (i32, u32, u32), (y2, m2, d2): (i32, u32, u32)) -> i32 {
    360 * (y2 - y1) + 30 * (m2 as i32 - m1 as i32) + (d2 as i32 - d1 as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    /// Source: lballabio/QuantLib at 2a13d455, test-suite/daycounters.cpp, and OpenGamma/Strata at 39c46e34,
    /// DayCountTest.java.
    #[test]
    fn days_of_thirty_360_as_other_libraries_count_them() {
        for (convention, start, end, days) in [
            (DayCount::Thirty360Us, "2006-08-20", "2007-02-20", 180),
            (DayCount::Thirty360Us, "2007-02-28", "2007-08-31", 180),
            (DayCount::Thirty360Us, "2008-02-29", "2008-08-31", 180),
            (DayCount::Thirty360Us, "2006-01-31", "2006-02-28", 28),
            (DayCount::Thirty360Us, "2006-01-30", "2006-02-28", 28),
            (DayCount::Thirty360Us, "2006-02-14", "2006-02-28", 14),
            (DayCount::Thirty360Us, "2006-09-30", "2006-10-31", 30),
            (DayCount::Thirty360Us, "2008-02-28", "2008-08-31", 183),
            (DayCount::Thirty360Us, "2007-02-26", "2008-02-28", 362),
            (DayCount::Thirty360Us, "2008-02-28", "2008-03-30", 32),
            (DayCount::ThirtyE360, "2006-02-28", "2006-08-31", 182),
            (DayCount::ThirtyE360, "2007-08-31", "2008-02-29", 179),
            (DayCount::ThirtyE360, "2009-08-31", "2010-02-28", 178),
            (DayCount::ThirtyE360, "2007-02-26", "2008-02-28", 362),
            (DayCount::ThirtyE360, "2008-02-29", "2009-02-28", 359),
            (DayCount::ThirtyE360, "2008-02-28", "2008-03-31", 32),
            (DayCount::ThirtyE360, "2011-12-28", "2016-02-29", 1501),
            (DayCount::ThirtyE360, "2012-05-31", "2013-08-31", 450),
        ] {
            assert_eq!(convention.days(date(start), date(end)), days, "{} {start} {end}", convention.name());
            assert_eq!(convention.days(date(end), date(start)), -days);
        }
    }

    /// Source: OpenGamma/Strata at 39c46e34, DayCountTest.java.
    #[test]
    fn years_of_actual_conventions() {
        let (start, end) = (date("2011-12-28"), date("2012-02-28"));
        assert_eq!(DayCount::Act360.year_fraction(start, end), 62.0 / 360.0);
        assert_eq!(DayCount::Act365F.year_fraction(start, end), 62.0 / 365.0);
        assert_eq!(DayCount::Act365F.year_fraction(end, start), -62.0 / 365.0);
        assert!(!DayCount::Act360.has_equal_months() && DayCount::ThirtyE360.has_equal_months());
    }
}
