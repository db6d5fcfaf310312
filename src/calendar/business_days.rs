use super::YearFraction;
use crate::error::Error;
use crate::numeric::sorted;
use crate::values::{Date, Days};

crate::choice! {
    /// What becomes of a date that is no business day.
    pub enum BusinessDayConvention {
        /// It stays.
        ///
        /// *Also known as* unadjusted.
        None = "none" | "Unadjusted" | "NoAdjust" | "NO_ADJUST",
        /// The next business day.
        ///
        /// Source: 2006 ISDA Definitions, section 4.12(a)(i).
        Following = "following" | "F" | "FOLL",
        /// The next business day, but the one before when that is in the next month.
        ///
        /// Source: 2006 ISDA Definitions, section 4.12(a)(ii).
        ModifiedFollowing = "modified-following" | "MF" | "MODFOLLOWING" | "Modified",
        /// As modified following; a date up to the 15th does not pass it either.
        ///
        /// *Also known as* modified following bi-monthly.
        /// Source: rule as QuantLib's HalfMonthModifiedFollowing applies it (lballabio/QuantLib at 2a13d455).
        HalfMonthModifiedFollowing = "half-month-modified-following" | "ModifiedFollowingBiMonthly",
        /// The business day before.
        ///
        /// Source: 2006 ISDA Definitions, section 4.12(a)(iii).
        Preceding = "preceding" | "P" | "PREC",
        /// The business day before, but the next when that is in the month before.
        ///
        /// Source: rule as QuantLib and Strata apply it (at 2a13d455 and 39c46e34).
        ModifiedPreceding = "modified-preceding" | "MP" | "MODPRECEDING",
        /// The next business day for the last day of a weekend and the day after it, else the one before: a Sunday and
        /// a Monday go on, all others back.
        ///
        /// Source: 2006 ISDA Definitions, section 4.12(a)(iv), whose words are Sunday and Monday.
        /// DIFFERENCE: QuantLib takes the business day that is nearer, and the next of two that are as near.
        Nearest = "nearest",
    }
}

crate::choice! {
    /// The days of the week on which nothing is paid.
    pub enum Weekend {
        /// Saturday and Sunday.
        SaturdaySunday = "saturday-sunday" | "SAT/SUN",
        /// Friday and Saturday: most of the Arab world.
        FridaySaturday = "friday-saturday" | "FRI/SAT",
        /// Thursday and Friday: Iran, in part.
        ThursdayFriday = "thursday-friday" | "THU/FRI",
        /// Friday alone.
        Friday = "friday" | "FRI",
        /// Saturday alone: Nepal.
        Saturday = "saturday" | "SAT",
        /// Sunday alone.
        Sunday = "sunday" | "SUN",
        /// None: every day is a business day but for holidays.
        None = "none",
    }
}

crate::record! {
    /// Which days are business days, and what becomes of a date that is none.
    pub struct BusinessDays {
        /// What becomes of a date that is no business day.
        pub convention: BusinessDayConvention = BusinessDayConvention::ModifiedFollowing,
        /// The days of the week on which nothing is paid.
        pub weekend: Weekend = Weekend::SaturdaySunday,
        /// Other days on which nothing is paid: YYYY-MM-DD, or days since 1970-01-01. In any order.
        pub holidays: Days = Days(Vec::new()),
    }
}

impl BusinessDays {
    /// The days of business that this describes.
    pub fn calendar(&self) -> Calendar {
        Calendar::new(self.weekend, &self.holidays)
    }

    /// Moves dates, given as days since 1970-01-01, each by itself.
    ///
    /// # Errors
    /// As [`Calendar::adjust`].
    pub fn adjust(&self, dates: &[i32]) -> Result<Vec<i32>, Error> {
        let calendar = self.calendar();
        let moved = |day: &i32| calendar.adjust(Date::from_days(*day)?, self.convention).map(Date::days);
        dates.iter().map(moved).collect()
    }
}

/// Days of business: all but weekends and holidays.
///
/// ```
/// use export_risk::calendar::{BusinessDayConvention, Calendar, Weekend};
/// use export_risk::values::{Date, Days};
///
/// let new_year = Date::parse("2026-01-01")?;
/// let calendar = Calendar::new(Weekend::SaturdaySunday, &Days(vec![new_year.days()]));
/// let moved = calendar.adjust(new_year, BusinessDayConvention::Following)?;
/// assert_eq!(moved.to_string(), "2026-01-02");
/// let january_31st = calendar.adjust(Date::parse("2026-01-31")?, BusinessDayConvention::ModifiedFollowing)?;
/// assert_eq!(january_31st.to_string(), "2026-01-30");
/// # Ok::<(), export_risk::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Calendar {
    weekend: Weekend,
    /// Ascending, each once, none on a weekend.
    holidays: Vec<i32>,
}

impl Calendar {
    /// A calendar of a weekend and holidays, which may be in any order and fall on weekends.
    pub fn new(weekend: Weekend, holidays: &Days) -> Self {
        let mut days: Vec<i32> =
            holidays.0.iter().copied().filter(|day| !is_weekend(weekend, *day)).collect();
        if !days.is_sorted() {
            // Days are exact as floats, and one sort is enough for the whole module.
            let pairs = days.iter().map(|day| (f64::from(*day), 0.0)).collect();
            days = sorted(pairs).into_iter().map(|(day, _)| day as i32).collect();
        }
        days.dedup();
        Self { weekend, holidays: days }
    }

    /// Whether a day is neither on a weekend nor a holiday.
    pub fn is_business_day(&self, date: Date) -> bool {
        !is_weekend(self.weekend, date.days()) && self.holidays.binary_search(&date.days()).is_err()
    }

    /// Moves a date that is no business day; one that is stays.
    ///
    /// # Errors
    /// `OutOfRange`, `date-out-of-range`, when the calendar ends before the next business day.
    pub fn adjust(&self, date: Date, convention: BusinessDayConvention) -> Result<Date, Error> {
        use BusinessDayConvention as Convention;
        if convention == Convention::None || self.is_business_day(date) {
            return Ok(date);
        }
        let same_month = |other: &Date| (other.year(), other.month()) == (date.year(), date.month());
        match convention {
            Convention::Following => self.next(date),
            Convention::ModifiedFollowing => {
                self.next(date).ok().filter(same_month).map_or_else(|| self.previous(date), Ok)
            }
            Convention::HalfMonthModifiedFollowing => {
                let same_half = |other: &Date| same_month(other) && (date.day() > 15 || other.day() <= 15);
                self.next(date).ok().filter(same_half).map_or_else(|| self.previous(date), Ok)
            }
            Convention::ModifiedPreceding => {
                self.previous(date).ok().filter(same_month).map_or_else(|| self.next(date), Ok)
            }
            Convention::Nearest if goes_on(self.weekend, date.days()) => self.next(date),
            _ => self.previous(date),
        }
    }

    /// The business day so many business days later (earlier when negative); for none, the date as it is.
    ///
    /// # Errors
    /// `OutOfRange`, `date-out-of-range`, when the calendar ends before.
    pub fn add_business_days(&self, date: Date, days: i32) -> Result<Date, Error> {
        let mut moved = date;
        for _ in 0..days.unsigned_abs() {
            moved = self.search(moved, days.signum())?;
        }
        Ok(moved)
    }

    /// How many business days there are from a date, it counted, to another, that one not; negative when the other is
    /// the earlier, then that one counted and the first not.
    pub fn business_days(&self, start: Date, end: Date) -> i32 {
        if end < start {
            return -self.business_days(end, start);
        }
        let (from, to) = (start.days(), end.days());
        let whole_weeks = (to - from) / 7;
        let rest = (from + 7 * whole_weeks..to).filter(|day| !is_weekend(self.weekend, *day)).count() as i32;
        let before = |day: i32| self.holidays.partition_point(|holiday| *holiday < day) as i32;
        whole_weeks * (7 - days_off(self.weekend).count_ones() as i32) + rest - (before(to) - before(from))
    }

    /// Business days over 252.
    ///
    /// `τ = business days in [start, end) / 252`
    ///
    /// The first day counts, the last does not; negative when the end is the earlier.
    ///
    /// *Also known as* BUS/252, the basis of Brazil's rates, on the holidays of its financial market.
    /// Source: rule as Strata's Business252DayCount and QuantLib's Business252 apply it (at 39c46e34 and 2a13d455).
    pub fn fraction_of_252(&self, start: Date, end: Date) -> YearFraction {
        YearFraction::new(self.business_days(start, end).into(), 252)
    }

    /// The first business day after a date.
    ///
    /// # Errors
    /// `OutOfRange`, `date-out-of-range`, when the calendar ends before.
    pub fn next(&self, date: Date) -> Result<Date, Error> {
        self.search(date, 1)
    }

    /// The last business day before a date.
    ///
    /// # Errors
    /// `OutOfRange`, `date-out-of-range`, when the calendar begins after.
    pub fn previous(&self, date: Date) -> Result<Date, Error> {
        self.search(date, -1)
    }

    fn search(&self, date: Date, step: i32) -> Result<Date, Error> {
        let mut found = date.add_days(step)?;
        // Ends, since there are only so many holidays.
        while !self.is_business_day(found) {
            found = found.add_days(step)?;
        }
        Ok(found)
    }
}

/// The weekday, Monday 0 to Sunday 6, of a day since 1970-01-01, which was a Thursday.
pub const fn weekday(day: i32) -> i32 {
    (day + 3).rem_euclid(7)
}

/// The days of the week that are off, Monday the lowest bit.
const fn days_off(weekend: Weekend) -> u32 {
    match weekend {
        Weekend::SaturdaySunday => 0b110_0000,
        Weekend::FridaySaturday => 0b011_0000,
        Weekend::ThursdayFriday => 0b001_1000,
        Weekend::Friday => 0b001_0000,
        Weekend::Saturday => 0b010_0000,
        Weekend::Sunday => 0b100_0000,
        Weekend::None => 0,
    }
}

const fn is_weekend(weekend: Weekend, day: i32) -> bool {
    days_off(weekend) >> weekday(day) & 1 == 1
}

/// Whether a day is the last of a weekend or the one after it; Sunday and Monday where there is no weekend.
const fn goes_on(weekend: Weekend, day: i32) -> bool {
    let weekend = if matches!(weekend, Weekend::None) { Weekend::SaturdaySunday } else { weekend };
    let (off, before, after) =
        (is_weekend(weekend, day), is_weekend(weekend, day - 1), is_weekend(weekend, day + 1));
    off && !after || !off && before
}
