//! Day counts against what other libraries and the papers of the trade print, and what must hold of any.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use export_risk::ErrorKind;
use export_risk::calendar::{DayCount, Frequency, MonthEnd, PeriodContext, YearFraction};
use export_risk::values::Date;
use proptest::prelude::*;

const NO_CONTEXT: PeriodContext =
    PeriodContext { period_start: None, period_end: None, frequency: None, maturity: None };

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn fraction(name: &str, start: &str, end: &str, context: &PeriodContext) -> YearFraction {
    DayCount::parse(name).unwrap().fraction(date(start), date(end), context).unwrap()
}

fn period(start: &str, end: &str, frequency: Option<Frequency>) -> PeriodContext {
    PeriodContext { period_start: Some(date(start)), period_end: Some(date(end)), frequency, maturity: None }
}

fn assert_sum(found: YearFraction, parts: &[(i64, i64)], what: &str) {
    let sum =
        parts.iter().fold(YearFraction::ZERO, |sum, (days, year)| sum.plus(YearFraction::new(*days, *year)));
    assert_eq!(found.reduced(), sum.reduced(), "{what}");
}

/// Source: OpenGamma/Strata at 39c46e34, DayCountTest.java, data_ACTACTAFB; the first from the French paper.
#[test]
fn french_years_are_taken_off_the_end() {
    for (start, end, years, days, length) in [
        ("1994-02-10", "1997-06-30", 3, 140, 365),
        ("1994-02-10", "1994-06-30", 0, 140, 365),
        ("2004-02-28", "2005-02-28", 1, 0, 365),
        ("2004-02-29", "2005-02-28", 0, 365, 366),
        ("2003-02-28", "2005-03-01", 2, 1, 365),
        ("2003-02-28", "2008-02-27", 4, 364, 365),
        ("2003-02-28", "2008-02-29", 5, 0, 365),
        ("2004-02-28", "2005-02-27", 0, 365, 366),
        ("2004-02-28", "2005-03-01", 1, 2, 366),
        ("2004-02-28", "2008-02-27", 3, 365, 366),
        ("2004-02-28", "2008-02-28", 4, 0, 365),
        ("2004-02-28", "2008-02-29", 4, 1, 365),
        ("2004-02-29", "2008-02-28", 3, 365, 366),
        ("2004-02-29", "2008-03-01", 4, 1, 366),
        ("2004-03-01", "2008-02-28", 3, 364, 365),
        ("2003-03-01", "2008-02-28", 4, 364, 365),
        ("2003-03-01", "2008-02-29", 5, 0, 365),
        ("2004-02-27", "2008-02-28", 4, 1, 365),
        ("2006-02-27", "2008-02-29", 2, 1, 365),
        ("2006-03-01", "2008-02-29", 1, 364, 365),
    ] {
        let found = fraction("ACT/ACT AFB", start, end, &NO_CONTEXT);
        assert_sum(found, &[(years, 1), (days, length)], &format!("{start} {end}"));
    }
}

/// Source: OpenGamma/Strata at 39c46e34, DayCountTest.java, data_ACT365L.
#[test]
fn a_leap_year_counts_by_the_day_of_payment() {
    use Frequency::{Annual, SemiAnnual};
    for (start, end, frequency, paid, length) in [
        ("2011-12-28", "2012-02-28", Annual, "2012-02-28", 365),
        ("2011-12-28", "2012-02-28", Annual, "2012-02-29", 366),
        ("2011-12-28", "2012-02-29", Annual, "2012-02-29", 366),
        ("2011-12-28", "2012-02-29", Annual, "2012-03-01", 366),
        ("2011-12-28", "2012-02-28", SemiAnnual, "2012-02-28", 366),
        ("2011-12-28", "2012-02-29", SemiAnnual, "2012-03-01", 366),
        ("2010-12-28", "2011-02-28", SemiAnnual, "2011-02-28", 365),
        ("2010-12-28", "2011-02-28", SemiAnnual, "2011-03-01", 365),
    ] {
        let context =
            PeriodContext { period_end: Some(date(paid)), frequency: Some(frequency), ..NO_CONTEXT };
        let days = i64::from(date(end).days() - date(start).days());
        assert_eq!(fraction("ACT/365L", start, end, &context), YearFraction::new(days, length));
    }
}

/// Source: ISDA, "EMU and market conventions: recent developments", as printed in lballabio/QuantLib at 2a13d455,
/// daycounters.cpp, and OpenGamma/Strata at 39c46e34, DayCountTest.java.
#[test]
fn bond_interest_goes_by_its_period() {
    use Frequency::{Annual, Quarterly, SemiAnnual};
    let icma = |start, end, context: PeriodContext| fraction("ACT/ACT ICMA", start, end, &context);
    let ended = |end, frequency| PeriodContext {
        period_end: Some(date(end)),
        frequency: Some(frequency),
        ..NO_CONTEXT
    };
    let begun = |start, frequency| PeriodContext {
        period_start: Some(date(start)),
        frequency: Some(frequency),
        ..NO_CONTEXT
    };
    let last = |start, end, frequency| PeriodContext {
        maturity: Some(date(end)),
        ..period(start, end, Some(frequency))
    };
    // A regular period, with the frequency and without.
    for frequency in [None, Some(SemiAnnual)] {
        let whole = period("2003-11-01", "2004-05-01", frequency);
        assert_sum(icma("2003-11-01", "2004-05-01", whole), &[(1, 2)], "regular");
        assert_sum(icma("2003-11-01", "2004-04-30", whole), &[(181, 364)], "all but a day");
    }
    // A short first period: by the notional one that is printed with it, by its end, and as it is.
    for context in [
        period("1998-07-01", "1999-07-01", None),
        period("1998-07-01", "1999-07-01", Some(Annual)),
        ended("1999-07-01", Annual),
        period("1999-02-01", "1999-07-01", Some(Annual)),
    ] {
        assert_sum(icma("1999-02-01", "1999-07-01", context), &[(150, 365)], "short first");
    }
    // A long first period.
    for context in [
        period("2003-01-15", "2003-07-15", None),
        ended("2003-07-15", SemiAnnual),
        period("2002-08-15", "2003-07-15", Some(SemiAnnual)),
    ] {
        assert_sum(icma("2002-08-15", "2003-07-15", context), &[(181, 362), (153, 368)], "long first");
    }
    // A short last period.
    for context in [
        period("2000-01-30", "2000-07-30", None),
        begun("2000-01-30", SemiAnnual),
        last("2000-01-30", "2000-06-30", SemiAnnual),
    ] {
        assert_sum(icma("2000-01-30", "2000-06-30", context), &[(152, 364)], "short last");
    }
    // A long last period, by last days of months.
    for context in [
        period("1999-11-30", "2000-02-29", None),
        begun("1999-11-30", Quarterly),
        last("1999-11-30", "2000-04-30", Quarterly),
    ] {
        assert_sum(icma("1999-11-30", "2000-04-30", context), &[(91, 364), (61, 368)], "long last");
    }
    // Very long first and last periods, by last days of months and by the 29th.
    let very_long = period("2011-07-01", "2012-02-29", Some(Quarterly));
    assert_sum(icma("2011-07-01", "2011-11-12", very_long), &[(61, 368), (73, 364)], "very long first");
    assert_sum(icma("2011-07-01", "2011-08-12", very_long), &[(42, 368)], "its first part");
    let long_last =
        PeriodContext { period_start: Some(date("2011-08-31")), ..ended("2012-01-31", Quarterly) };
    let long_last = PeriodContext { maturity: Some(date("2012-01-31")), ..long_last };
    assert_sum(icma("2011-08-31", "2012-01-12", long_last), &[(1, 4), (43, 364)], "long last, month ends");
    let twenty_ninth = period("2012-02-29", "2012-05-29", Some(Quarterly));
    assert_sum(icma("2012-02-29", "2012-06-01", twenty_ninth), &[(1, 4), (3, 368)], "long last, 29th");
}

/// Source: OpenGamma/Strata at 39c46e34, DayCountTest.java, data_30E360ISDA.
#[test]
fn the_last_of_february_is_a_thirtieth_unless_the_contract_ends() {
    for (start, end, inside, at_the_end) in [
        ("2011-12-28", "2012-02-29", 62, 61),
        ("2011-12-28", "2016-02-29", 1502, 1501),
        ("2012-02-29", "2012-03-28", 28, 28),
        ("2011-02-28", "2012-02-29", 360, 359),
        ("2012-02-29", "2016-02-29", 1440, 1439),
        ("2012-05-30", "2013-08-31", 450, 450),
        ("2012-05-29", "2013-08-31", 451, 451),
    ] {
        let until = |maturity: &str| PeriodContext { maturity: Some(date(maturity)), ..NO_CONTEXT };
        assert_eq!(fraction("30E/360 ISDA", start, end, &until("2030-01-31")).numerator, inside);
        assert_eq!(fraction("30E/360 ISDA", start, end, &until(end)).numerator, at_the_end);
    }
    assert_eq!(fraction("30E/360 ISDA", "2012-02-29", "2012-03-28", &NO_CONTEXT).numerator, 28);
}

/// Source: rules as QuantLib applies them (lballabio/QuantLib at 2a13d455: thirty360.cpp, thirty365.cpp,
/// simpledaycounter.cpp, actual365fixed.cpp), worked by hand.
#[test]
fn rarer_conventions() {
    let canadian = period("2018-08-15", "2019-02-15", None);
    for (name, start, end, context, expected) in [
        ("30/360 NASD", "2012-05-29", "2013-08-31", NO_CONTEXT, (452, 360)),
        ("30/360 NASD", "2012-05-31", "2013-08-31", NO_CONTEXT, (450, 360)),
        ("30/360 NASD", "2012-05-15", "2012-12-31", NO_CONTEXT, (226, 360)),
        ("30/360 Italian", "2012-02-28", "2012-03-28", NO_CONTEXT, (28, 360)),
        ("30/360 Italian", "2012-01-31", "2012-02-29", NO_CONTEXT, (30, 360)),
        ("30/365", "2018-01-15", "2020-03-20", NO_CONTEXT, (785, 365)),
        ("30/365", "2011-06-17", "2012-12-30", NO_CONTEXT, (553, 365)),
        ("30/360 Simple", "2002-08-30", "2004-02-29", NO_CONTEXT, (18, 12)),
        ("30/360 Simple", "2002-08-31", "2002-09-15", NO_CONTEXT, (15, 360)),
        ("ACT/365 Canadian", "2018-08-15", "2018-11-15", canadian, (92, 365)),
        ("ACT/365 Canadian", "2018-08-15", "2019-02-14", canadian, (363, 730)),
        ("ACT/365 Canadian", "2018-08-15", "2019-02-15", canadian, (365, 730)),
        ("ACT/366", "2012-02-28", "2012-03-28", NO_CONTEXT, (29, 366)),
        ("ACT/365.25", "2012-02-28", "2012-03-28", NO_CONTEXT, (116, 1461)),
        ("NL/360", "2011-12-28", "2012-03-01", NO_CONTEXT, (63, 360)),
        ("ACT/ACT Year", "9999-03-01", "9999-06-01", NO_CONTEXT, (92, 366)),
        ("ACT/ACT Year", "0100-03-01", "9999-06-01", NO_CONTEXT, (9899 * 366 + 92, 366)),
        ("1/1", "2012-02-28", "2012-03-28", NO_CONTEXT, (1, 1)),
    ] {
        let found = fraction(name, start, end, &context);
        assert_eq!((found.numerator, found.denominator), expected, "{name} {start} {end}");
    }
}

/// Source: names of OpenGamma/Strata at 39c46e34 (constants, names and lenient names in DayCountTest.java), of
/// lballabio/QuantLib at 2a13d455 (names and enumerators) and of the 2006 ISDA Definitions.
#[test]
fn conventions_are_known_by_the_names_of_others() {
    for (own, others) in [
        ("1/1", "ONE_ONE|1/1"),
        (
            "ACT/ACT ISDA",
            "ACT_ACT_ISDA|Act/Act ISDA|Actual/Actual|A/A|act/act|Actual/Actual (Historical)|ACT/ACT.ISDA",
        ),
        (
            "ACT/ACT ISDA",
            "Actual/Actual (ISDA)|ActualActual::ISDA|ActualActual(Historical)|act/act ISDA|ACT/365.ISDA",
        ),
        (
            "ACT/ACT ICMA",
            "ACT_ACT_ICMA|Act/Act ICMA|A/A (ICMA)|ISMA-99|Actual/Actual (Bond)|Actual/Actual (ISMA)",
        ),
        ("ACT/ACT ICMA", "ACT/ACT.ISMA|ActualActual::ISMA|ActualActual.Bond"),
        ("ACT/ACT AFB", "ACT_ACT_AFB|Act/Act AFB|A/A AFB|Actual/Actual (Euro)|ActualActual::AFB"),
        ("ACT/ACT Year", "ACT_ACT_YEAR|Act/Act Year"),
        ("ACT/365 Actual", "ACT_365_ACTUAL|Act/365 Actual|A/365A|Actual/365 (Actual)"),
        ("ACT/365L", "ACT_365L|Act/365L|Act/365 Leap year|ISMA-Year"),
        ("ACT/360", "ACT_360|Act/360|act/360|Actual/360|A/360|French|ACTUAL 360"),
        ("ACT/364", "ACT_364|Act/364|Actual/364"),
        (
            "ACT/365F",
            "ACT_365F|Act/365F|act/365F|ACT/365.FIXED|Actual/365 (Fixed)|Actual/Fixed 365|English|A/365",
        ),
        ("ACT/365.25", "ACT_365_25|Act/365.25|Actual/365.25"),
        ("NL/365", "NL_365|NL365|A/NL|Act/365 No leap year|Actual/365 (No Leap)"),
        ("NL/360", "NL_360"),
        (
            "30/360",
            "30/360 US|30/360 USA|30/360 (US)|30U/360|30U/360 EOM|THIRTY_U_360|30/360 SIA|Thirty360(USA)",
        ),
        (
            "30/360 ISDA",
            "THIRTY_360_ISDA|30/360 BondBasis (ISDA 30/360)|30/360 (Bond Basis)|Thirty360(BondBasis)",
        ),
        (
            "30E/360",
            "THIRTY_E_360|30E/360 (Eurobond)|30E/360 (Eurobond Basis)|Thirty360(European)|30/360 (ICMA)",
        ),
        ("30E/360 ISDA", "THIRTY_E_360_ISDA|30E/360 (ISDA)|30E/360.ISDA|30/360 German|Thirty360(ISDA)"),
        ("30E+/360", "THIRTY_EPLUS_360|30e+/360"),
        ("30/360 PSA", "THIRTY_360_PSA"),
        ("30E/365", "THIRTY_E_365"),
        ("30/360 NASD", "Thirty360(NASD)|30/360 (NASD)"),
        ("ACT/365 Canadian", "Actual/365 (Fixed) Canadian Bond"),
    ] {
        for other in others.split('|') {
            assert_eq!(DayCount::parse(other).map(DayCount::name), Ok(own), "{other}");
        }
    }
    let error = DayCount::parse("ACT/366F").unwrap_err();
    assert_eq!((error.kind(), error.reason()), (ErrorKind::InvalidInput, "unknown-name"));
    for near in ["30E/369", "", "/", "30"] {
        assert_eq!(DayCount::parse(near).unwrap_err().reason(), "unknown-name", "{near:?}");
    }
}

#[test]
fn what_is_missing_is_named() {
    let (start, end) = (date("2026-01-15"), date("2026-02-28"));
    let only_end = PeriodContext { period_end: Some(end), ..NO_CONTEXT };
    let odd = period("2026-01-15", "2026-06-15", None);
    let backwards = period("2026-07-15", "2026-01-15", Some(Frequency::SemiAnnual));
    for (name, context, reason, field) in [
        (
            "ACT/ACT ICMA",
            PeriodContext { frequency: Some(Frequency::Annual), ..NO_CONTEXT },
            "period-needed",
            "periodStart",
        ),
        ("ACT/ACT ICMA", only_end, "frequency-needed", "frequency"),
        ("ACT/ACT ICMA", odd, "frequency-needed", "frequency"),
        ("ACT/ACT ICMA", backwards, "dates-not-ascending", "periodEnd"),
        ("ACT/365L", NO_CONTEXT, "period-needed", "periodEnd"),
        ("ACT/365L", only_end, "frequency-needed", "frequency"),
        ("ACT/365 Canadian", NO_CONTEXT, "period-needed", "periodStart"),
        ("30E/360 ISDA", NO_CONTEXT, "maturity-needed", "maturity"),
        ("ACT/365 Canadian", period("2026-02-01", "2026-05-01", None), "outside-period", "periodStart"),
    ] {
        let error = DayCount::parse(name).unwrap().fraction(start, end, &context).unwrap_err();
        assert_eq!((error.reason(), error.field()), (reason, field), "{name}");
    }
    let error = DayCount::ActActIsda.basis().unwrap_err();
    assert_eq!((error.kind(), error.reason()), (ErrorKind::Unsupported, "day-count-not-fixed"));
    assert_eq!(DayCount::Act360.basis(), Ok(360));
}

fn any_date() -> impl Strategy<Value = Date> {
    prop_oneof![
        (Date::MIN.days()..=Date::MAX.days()).prop_map(|days| Date::from_days(days).unwrap()),
        // Near the ends of months, where rules differ.
        (1990..2040_i32, 1..=12_u32, -3..=3_i32).prop_map(|(year, month, days)| {
            Date::from_ymd(year, month, 1).unwrap().add_days(days).unwrap()
        }),
    ]
}

fn any_context() -> impl Strategy<Value = PeriodContext> {
    let optional = || proptest::option::of(any_date());
    (optional(), optional(), proptest::option::of(0..Frequency::ALL.len()), optional()).prop_map(
        |(period_start, period_end, frequency, maturity)| PeriodContext {
            period_start,
            period_end,
            frequency: frequency.map(|at| Frequency::ALL[at]),
            maturity,
        },
    )
}

proptest! {
    #[test]
    fn time_runs_back_as_far_as_forth(start in any_date(), end in any_date(), context in any_context()) {
        for day_count in DayCount::ALL {
            let forth = day_count.fraction(start, end, &context);
            let back = day_count.fraction(end, start, &context);
            match (forth, back) {
                (Ok(forth), Ok(back)) if start != end => {
                    prop_assert_eq!(forth, back.reversed(), "{}", day_count.name());
                    prop_assert!(forth.denominator > 0);
                    prop_assert!((end < start) == (forth.numerator < 0) || forth.numerator == 0);
                    prop_assert!(forth.numerator.abs() < 1 << 53 && forth.denominator < 1 << 53);
                }
                (forth, back) => prop_assert_eq!(forth, back, "{}", day_count.name()),
            }
        }
    }

    #[test]
    fn what_two_spans_have_their_whole_has(mut dates in proptest::array::uniform3(any_date())) {
        dates.sort();
        let [first, middle, last] = dates;
        let context = PeriodContext {
            period_start: Some(first),
            frequency: Some(Frequency::SemiAnnual),
            ..NO_CONTEXT
        };
        for day_count in DayCount::ALL.iter().filter(|day_count| match day_count.name() {
            "ACT/ACT ISDA" | "ACT/ACT ICMA" => true,
            // By the length of the year that the whole lies in.
            _ => day_count.counts_days_that_pass() && day_count.fixed_basis().is_some(),
        }) {
            let part = |start, end| day_count.fraction(start, end, &context);
            if let (Ok(before), Ok(after), Ok(whole)) = (part(first, middle), part(middle, last), part(first, last)) {
                prop_assert_eq!(before.plus(after).reduced(), whole.reduced(), "{}", day_count.name());
            }
        }
    }

    #[test]
    fn a_later_end_is_never_a_shorter_time(start in any_date(), days in 0..5000_i32, more in 0..400_i32) {
        let Ok(end) = start.add_days(days) else { return Ok(()) };
        let Ok(later) = end.add_days(more) else { return Ok(()) };
        for day_count in [
            DayCount::Act360, DayCount::Act365F, DayCount::Act36525, DayCount::Nl365, DayCount::ActActIsda,
            DayCount::ThirtyE360,
        ] {
            let years = |end| day_count.fraction(start, end, &NO_CONTEXT).unwrap().to_f64();
            prop_assert!(years(end) <= years(later));
        }
    }

    #[test]
    fn a_regular_bond_period_is_its_part_of_a_year(start in any_date(), at in 0..Frequency::ALL.len(), skip in 0..40_i32) {
        let frequency = Frequency::ALL[at];
        let context = PeriodContext { period_start: Some(start), frequency: Some(frequency), ..NO_CONTEXT };
        let end_of = |place: i32| frequency.after(start, place, MonthEnd::Stick).ok();
        if let (Some(from), Some(to)) = (end_of(skip), end_of(skip + 1))
            && let Ok(found) = DayCount::ActActIcma.fraction(from, to, &context)
        {
            prop_assert_eq!(found.reduced(), YearFraction::new(1, i64::from(frequency.per_year())).reduced());
        }
    }

    #[test]
    fn a_fraction_is_the_nearest_float(numerator in -(1_i64 << 40)..(1 << 40), denominator in 1_i64..2_000_000) {
        let exact = YearFraction::new(numerator, denominator);
        prop_assert_eq!(exact.to_f64(), numerator as f64 / denominator as f64);
        prop_assert_eq!(exact.plus(exact.reversed()), YearFraction::ZERO);
        prop_assert_eq!(exact.reduced().to_f64(), exact.to_f64());
    }
}
