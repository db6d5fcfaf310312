//! Business days and schedules against what other libraries' tests print, and what must hold of any.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use export_risk::ErrorKind;
use export_risk::calendar::{
    BusinessDayConvention, BusinessDays, Calendar, Frequency, MonthEnd, ScheduleRule, Stub, Weekend, weekday,
};
use export_risk::values::{Date, Days};
use proptest::prelude::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn dates(text: &str) -> Days {
    Days(text.split_whitespace().map(|text| date(text).days()).collect())
}

/// Source: OpenGamma/Strata at 39c46e34, BusinessDayConventionTest.java, data_convention: weekends of Saturday and
/// Sunday, no holidays.
#[test]
fn weekends_move_dates_as_conventions_say() {
    let calendar = Calendar::new(Weekend::SaturdaySunday, &Days(Vec::new()));
    for (convention, given, expected) in CONVENTIONS {
        let convention = BusinessDayConvention::parse(convention).unwrap();
        assert_eq!(
            calendar.adjust(date(given), convention).unwrap(),
            date(expected),
            "{convention:?} {given}"
        );
    }
}

const CONVENTIONS: &[(&str, &str, &str)] = &[
    ("NoAdjust", "2014-07-12", "2014-07-12"),
    ("Following", "2014-07-11", "2014-07-11"),
    ("Following", "2014-07-12", "2014-07-14"),
    ("Following", "2014-08-30", "2014-09-01"),
    ("Following", "2014-08-31", "2014-09-01"),
    ("Following", "2014-11-01", "2014-11-03"),
    ("ModifiedFollowing", "2014-07-13", "2014-07-14"),
    ("ModifiedFollowing", "2014-08-30", "2014-08-29"),
    ("ModifiedFollowing", "2014-08-31", "2014-08-29"),
    ("ModifiedFollowing", "2014-11-01", "2014-11-03"),
    ("ModifiedFollowingBiMonthly", "2014-07-12", "2014-07-14"),
    ("ModifiedFollowingBiMonthly", "2014-08-30", "2014-08-29"),
    ("ModifiedFollowingBiMonthly", "2014-11-01", "2014-11-03"),
    ("ModifiedFollowingBiMonthly", "2014-11-15", "2014-11-14"),
    ("ModifiedFollowingBiMonthly", "2014-11-16", "2014-11-17"),
    ("Preceding", "2014-07-13", "2014-07-11"),
    ("Preceding", "2014-08-31", "2014-08-29"),
    ("Preceding", "2014-11-02", "2014-10-31"),
    ("ModifiedPreceding", "2014-07-12", "2014-07-11"),
    ("ModifiedPreceding", "2014-08-31", "2014-08-29"),
    ("ModifiedPreceding", "2014-11-01", "2014-11-03"),
    ("ModifiedPreceding", "2014-11-02", "2014-11-03"),
    ("Nearest", "2014-07-11", "2014-07-11"),
    ("Nearest", "2014-07-12", "2014-07-11"),
    ("Nearest", "2014-07-13", "2014-07-14"),
];

/// Source: OpenGamma/Strata at 39c46e34, BusinessDayConventionTest.java, test_nearest: Monday a holiday.
#[test]
fn nearest_goes_back_before_the_weekend_and_on_after_it() {
    let days = BusinessDays {
        convention: BusinessDayConvention::Nearest,
        weekend: Weekend::SaturdaySunday,
        holidays: dates("2014-07-14"),
    };
    let moved = days.adjust(&dates("2014-07-11 2014-07-12 2014-07-13 2014-07-14").0).unwrap();
    assert_eq!(moved, dates("2014-07-11 2014-07-11 2014-07-15 2014-07-15").0);
}

/// Source: OpenGamma/Strata at 39c46e34, PeriodicScheduleTest.java, data_generation; the moved dates by modified
/// following on Saturdays and Sundays.
#[test]
fn schedules_have_the_dates_of_others() {
    use Frequency::{Annual, Monthly, Quarterly};
    use MonthEnd::{KeepDay, Stick};
    use Stub::{LongFirst, LongLast, None as NoStub, ShortFirst, ShortLast};
    let none = || None::<&str>;
    for (frequency, stub, month_end, first, last, expected) in [
        (Monthly, NoStub, KeepDay, none(), none(), "2014-06-17 2014-07-17 2014-08-17 2014-09-17"),
        (Monthly, NoStub, KeepDay, none(), none(), "2014-06-17 2014-07-17"),
        (
            Monthly,
            ShortFirst,
            KeepDay,
            none(),
            none(),
            "2014-06-04 2014-06-17 2014-07-17 2014-08-17 2014-09-17",
        ),
        (Monthly, ShortFirst, KeepDay, none(), none(), "2014-06-17 2014-07-17 2014-08-17 2014-09-17"),
        (Monthly, ShortFirst, KeepDay, none(), none(), "2014-06-17 2014-07-04"),
        (Monthly, ShortFirst, Stick, none(), none(), "2011-06-28 2011-06-30"),
        (Quarterly, ShortFirst, KeepDay, none(), none(), "2014-12-12 2015-02-24 2015-05-24 2015-08-24"),
        (Monthly, LongFirst, KeepDay, none(), none(), "2014-06-04 2014-07-17 2014-08-17 2014-09-17"),
        (Monthly, LongFirst, KeepDay, none(), none(), "2014-06-17 2014-08-04"),
        (
            Monthly,
            ShortLast,
            KeepDay,
            none(),
            none(),
            "2014-06-04 2014-07-04 2014-08-04 2014-09-04 2014-09-17",
        ),
        (
            Quarterly,
            ShortLast,
            KeepDay,
            none(),
            none(),
            "2014-11-29 2015-02-28 2015-05-29 2015-08-29 2015-09-02",
        ),
        (Monthly, LongLast, KeepDay, none(), none(), "2014-06-04 2014-07-04 2014-08-04 2014-09-17"),
        (Monthly, LongLast, KeepDay, none(), none(), "2014-06-17 2014-07-04"),
        (
            Monthly,
            NoStub,
            KeepDay,
            Some("2014-06-17"),
            none(),
            "2014-06-04 2014-06-17 2014-07-17 2014-08-17 2014-09-17",
        ),
        (Monthly, NoStub, KeepDay, none(), Some("2014-08-04"), "2014-06-04 2014-07-04 2014-08-04 2014-09-17"),
        (
            Monthly,
            NoStub,
            KeepDay,
            Some("2014-07-11"),
            Some("2014-08-11"),
            "2014-06-04 2014-07-11 2014-08-11 2014-09-17",
        ),
        (Annual, ShortFirst, KeepDay, Some("2014-09-17"), none(), "2014-06-04 2014-09-17"),
        (Annual, ShortFirst, KeepDay, none(), Some("2014-06-04"), "2014-06-04 2014-09-17"),
        (
            Quarterly,
            NoStub,
            KeepDay,
            none(),
            none(),
            "2013-11-30 2014-02-28 2014-05-30 2014-08-30 2014-11-30",
        ),
        (Quarterly, NoStub, Stick, none(), none(), "2013-11-30 2014-02-28 2014-05-31 2014-08-31 2014-11-30"),
        (Quarterly, NoStub, Stick, none(), none(), "2014-05-30 2014-08-30 2014-11-30"),
        (
            Quarterly,
            NoStub,
            Stick,
            Some("2014-02-28"),
            Some("2014-08-31"),
            "2014-01-03 2014-02-28 2014-05-31 2014-08-31 2014-09-17",
        ),
        (Monthly, NoStub, KeepDay, none(), none(), "2015-01-30 2015-02-28 2015-03-30 2015-04-30"),
    ] {
        let rule = ScheduleRule { frequency, stub, month_end, first: first.map(date), last: last.map(date) };
        let expected = dates(expected).0;
        let (start, end) = (expected[0], expected[expected.len() - 1]);
        let found = rule.dates(Date::from_days(start).unwrap(), Date::from_days(end).unwrap()).unwrap();
        assert_eq!(found.iter().map(|date| date.days()).collect::<Vec<_>>(), expected, "{rule:?}");
    }
    let days = BusinessDays {
        convention: BusinessDayConvention::ModifiedFollowing,
        weekend: Weekend::SaturdaySunday,
        holidays: Days(Vec::new()),
    };
    for (given, moved) in [
        ("2014-06-17 2014-07-17 2014-08-17", "2014-06-17 2014-07-17 2014-08-18"),
        (
            "2013-11-30 2014-02-28 2014-05-31 2014-08-31 2014-11-30",
            "2013-11-29 2014-02-28 2014-05-30 2014-08-29 2014-11-28",
        ),
    ] {
        assert_eq!(days.adjust(&dates(given).0).unwrap(), dates(moved).0);
    }
}

#[test]
fn always_at_the_end_of_the_month() {
    let rule = ScheduleRule {
        stub: Stub::ShortLast,
        month_end: MonthEnd::Always,
        ..ScheduleRule::regular(Frequency::Monthly)
    };
    let found = rule.dates(date("2026-01-15"), date("2026-04-15")).unwrap();
    let text: Vec<String> = found.iter().map(Date::to_string).collect();
    assert_eq!(text, ["2026-01-15", "2026-02-28", "2026-03-31", "2026-04-15"]);
}

#[test]
fn schedules_that_make_no_sense_are_refused() {
    let rule = ScheduleRule::regular(Frequency::Quarterly);
    for (rule, start, end, reason, field) in [
        (rule, "2026-01-15", "2026-06-15", "schedule-not-whole", "stub"),
        (rule, "2026-01-15", "2026-01-15", "dates-not-ascending", "end"),
        (rule, "2026-01-15", "2025-01-15", "dates-not-ascending", "last"),
        (
            ScheduleRule { first: Some(date("2026-01-01")), ..rule },
            "2026-01-15",
            "2026-04-15",
            "dates-not-ascending",
            "first",
        ),
        (
            ScheduleRule { last: Some(date("2026-05-01")), ..rule },
            "2026-02-01",
            "2026-04-15",
            "dates-not-ascending",
            "last",
        ),
    ] {
        let error = rule.dates(date(start), date(end)).unwrap_err();
        assert_eq!((error.reason(), error.field()), (reason, field));
    }
}

#[test]
fn the_calendar_of_dates_ends() {
    let calendar = Calendar::new(Weekend::SaturdaySunday, &dates("9999-12-31 0001-01-01 0001-01-02"));
    let error = calendar.adjust(Date::MAX, BusinessDayConvention::Following).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutOfRange);
    assert_eq!(
        calendar.adjust(Date::MAX, BusinessDayConvention::ModifiedFollowing).unwrap(),
        date("9999-12-30")
    );
    assert_eq!(
        calendar.adjust(Date::MIN, BusinessDayConvention::ModifiedPreceding).unwrap(),
        date("0001-01-03")
    );
}

/// Source: lballabio/QuantLib at 2a13d455, test-suite/calendars.cpp, testBusinessDaysBetween counts on Brazil's
/// calendar in the same way: the first day counts, the last does not. Here worked by hand.
#[test]
fn business_days_are_counted_from_the_first_on() {
    let calendar = Calendar::new(
        Weekend::SaturdaySunday,
        &dates("2026-01-01 2026-01-03 2026-02-17 2026-02-16 2026-02-16"),
    );
    for (start, end, expected) in [
        ("2026-01-01", "2026-01-02", 0),
        ("2026-01-02", "2026-01-05", 1),
        ("2026-01-01", "2026-02-01", 21),
        ("2026-02-01", "2026-03-01", 18),
        ("2026-03-01", "2026-02-01", -18),
    ] {
        assert_eq!(calendar.business_days(date(start), date(end)), expected, "{start} {end}");
    }
    let month = calendar.fraction_of_252(date("2026-01-01"), date("2026-02-01"));
    assert_eq!((month.numerator, month.denominator), (21, 252));
    assert_eq!(calendar.add_business_days(date("2026-02-13"), 1).unwrap(), date("2026-02-18"));
    assert_eq!(calendar.add_business_days(date("2026-02-18"), -1).unwrap(), date("2026-02-13"));
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let holidays = proptest::collection::vec(20_000..20_400_i32, 0..120);
    (0..Weekend::ALL.len(), holidays).prop_map(|(at, days)| Calendar::new(Weekend::ALL[at], &Days(days)))
}

proptest! {
    #[test]
    fn moved_dates_are_business_days(calendar in any_calendar(), day in 20_000..20_400_i32) {
        let given = Date::from_days(day).unwrap();
        for convention in BusinessDayConvention::ALL {
            let moved = calendar.adjust(given, *convention).unwrap();
            if calendar.is_business_day(given) || *convention == BusinessDayConvention::None {
                prop_assert_eq!(moved, given);
                continue;
            }
            prop_assert!(calendar.is_business_day(moved));
            let (next, previous) = (calendar.next(given).unwrap(), calendar.previous(given).unwrap());
            prop_assert!(moved == next || moved == previous);
            let stays = (moved.year(), moved.month()) == (given.year(), given.month());
            let could = [next, previous].iter().any(|date| (date.year(), date.month()) == (given.year(), given.month()));
            match convention {
                BusinessDayConvention::ModifiedFollowing | BusinessDayConvention::ModifiedPreceding => {
                    prop_assert_eq!(stays, could);
                }
                BusinessDayConvention::Following => prop_assert_eq!(moved, next),
                BusinessDayConvention::Preceding => prop_assert_eq!(moved, previous),
                _ => {}
            }
        }
    }

    #[test]
    fn business_days_add_up(calendar in any_calendar(), days in proptest::array::uniform3(19_900..20_500_i32)) {
        let [a, b, c] = days.map(|day| Date::from_days(day).unwrap());
        let one_by_one = (a.days().min(b.days())..a.days().max(b.days()))
            .filter(|day| calendar.is_business_day(Date::from_days(*day).unwrap()))
            .count() as i32;
        prop_assert_eq!(calendar.business_days(a, b).abs(), one_by_one);
        prop_assert_eq!(calendar.business_days(a, b) + calendar.business_days(b, c), calendar.business_days(a, c));
    }

    #[test]
    fn schedules_ascend_from_start_to_end(
        start in 10_000..30_000_i32,
        length in 1..4_000_i32,
        at in (0..Frequency::ALL.len(), 0..Stub::ALL.len(), 0..MonthEnd::ALL.len()),
    ) {
        let (frequency, stub, month_end) = (Frequency::ALL[at.0], Stub::ALL[at.1], MonthEnd::ALL[at.2]);
        let rule = ScheduleRule { stub, month_end, ..ScheduleRule::regular(frequency) };
        let (start, end) = (Date::from_days(start).unwrap(), Date::from_days(start + length).unwrap());
        match rule.dates(start, end) {
            Ok(dates) => {
                prop_assert_eq!((dates.first(), dates.last()), (Some(&start), Some(&end)));
                prop_assert!(dates.windows(2).all(|pair| pair[0] < pair[1]));
                // Only the stub is not regular, and a long one is shorter than two periods and some days.
                // The last day of the month may lie 30 days after the day that is counted from.
                let moved = if month_end == MonthEnd::Always { 30 } else { 0 };
                let longest = 2 * 372 / frequency.per_year() as i32 + 2 + moved;
                prop_assert!(dates.windows(2).all(|pair| pair[1].days() - pair[0].days() <= longest));
            }
            Err(error) => {
                prop_assert_eq!(stub, Stub::None);
                prop_assert_eq!(error.reason(), "schedule-not-whole");
            }
        }
    }

    #[test]
    fn weekdays_follow_each_other(day in Date::MIN.days()..Date::MAX.days()) {
        prop_assert_eq!((weekday(day) + 1) % 7, weekday(day + 1));
        // 2026-11-25 is a Wednesday.
        prop_assert_eq!(weekday(date("2026-11-25").days()), 2);
    }
}
