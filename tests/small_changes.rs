//! Cases that a small change of a formula would get wrong, each found by changing the code (`npm run mutants`). What is
//! expected follows from the definition beside it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::calendar::{Calendar, DayCount, Frequency, MonthEnd, PeriodContext, Weekend, YearFraction};
use export_risk::cash_flow::Flows;
use export_risk::cash_flow::apr::{AprRule, Moments, apr};
use export_risk::loan::{Periods, Profile, Terms};
use export_risk::values::{Currency, Date, Days, Rounding};
use export_risk::{Engine, Error};
use serde_json::{Value, json};

const NO_CONTEXT: PeriodContext =
    PeriodContext { period_start: None, period_end: None, frequency: None, maturity: None };

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn fraction(day_count: DayCount, start: &str, end: &str) -> Result<YearFraction, Error> {
    day_count.fraction(date(start), date(end), &NO_CONTEXT)
}

fn quote(request: &Value) -> Value {
    serde_json::from_str(&Engine::embedded().unwrap().quote_json(&request.to_string()).unwrap()).unwrap()
}

fn notices(quote: &Value) -> Vec<&str> {
    quote["notices"].as_array().unwrap().iter().map(|notice| notice["code"].as_str().unwrap()).collect()
}

/// ACT/365 (actual): over 366 when a February 29 lies after the start and not after the end, else over 365.
#[test]
fn a_leap_day_counts_once_and_only_when_it_passes() {
    for (start, end, days, basis) in [
        ("2025-01-01", "2025-07-01", 181, 365),
        ("2024-02-28", "2024-02-29", 1, 366),
        ("2024-02-29", "2024-03-01", 1, 365),
        // The year 2000 has one, as each 400th year has; 1900 has none.
        ("1999-06-01", "2001-06-01", 731, 366),
        ("2000-06-01", "2001-06-01", 365, 365),
        ("1899-06-01", "1901-06-01", 730, 365),
    ] {
        let found = fraction(DayCount::Act365Actual, start, end).unwrap();
        assert_eq!(found.to_f64(), f64::from(days) / f64::from(basis), "{start} {end}");
    }
}

#[test]
fn business_days_ask_for_a_calendar() {
    let error = fraction(DayCount::Bus252, "2026-01-01", "2026-02-01").unwrap_err();
    let other = DayCount::ActActIsda.basis().unwrap_err();
    assert_ne!(error.reason(), other.reason());
}

/// Where nothing is paid at first the rate is that of what comes later.
#[test]
fn flows_of_nothing_at_the_beginning_change_no_rate() {
    let days = |list: &[&str]| list.iter().map(|text| date(text).days()).collect::<Vec<_>>();
    let whole = days(&["2025-10-05", "2026-01-31", "2026-02-28", "2026-07-31"]);
    for rule in AprRule::ALL {
        let with = apr(*rule, Moments::Dates(&whole), &[0.0, 1000.0, -300.0, -800.0]).unwrap();
        let without = apr(*rule, Moments::Dates(&whole[1..]), &[1000.0, -300.0, -800.0]).unwrap();
        assert_eq!(with.rate.to_bits(), without.rate.to_bits(), "{rule:?}");
    }
}

/// The modified rate of return of flows does not depend on when they begin.
#[test]
fn the_modified_rate_is_that_of_the_flows_wherever_they_lie() {
    let amounts = [-1000.0, 300.0, -200.0, 1100.0];
    let of = |times: &[f64]| Flows::timed(times, &amounts).unwrap().mirr(0.1, 0.12).unwrap();
    let here = of(&[0.0, 1.0, 2.0, 3.0]);
    for shift in [-7.0, -1.0, 2.0, 5.0] {
        let there = of(&[shift, shift + 1.0, shift + 2.0, shift + 3.0]);
        assert!((here - there).abs() < 1e-13, "{shift}: {here} {there}");
    }
    // received = 300·1.12² + 1100, paid = 1000 + 200/1.1²
    let expected = libm::cbrt((300.0 * 1.12 * 1.12 + 1100.0) / (1000.0 + 200.0 / (1.1 * 1.1))) - 1.0;
    assert!((here - expected).abs() < 1e-13);
}

#[test]
fn the_longest_time_is_ten_thousand_years() {
    for time in [10_000.0, -10_000.0] {
        assert!(Flows::timed(&[0.0, time], &[-1.0, 2.0]).is_ok());
        let error = Flows::timed(&[0.0, time * (1.0 + f64::EPSILON)], &[-1.0, 2.0]).unwrap_err();
        assert_eq!((error.reason(), error.field()), ("time-too-long", "times.1"));
    }
}

#[test]
fn a_loan_says_how_many_periods_may_be_without_principal() {
    let periods = Periods::regular(date("2026-01-01"), Frequency::Monthly, 12, DayCount::Act360).unwrap();
    let terms = Terms {
        currency: Currency::parse("USD").unwrap(),
        rate: "0.05".parse().unwrap(),
        rounding: Rounding::MidpointAwayFromZero,
        profile: Profile::Annuity,
        balloon: 0,
        grace: 12,
        capitalised: false,
    };
    let error = terms.schedule_of(100, &periods).unwrap_err();
    assert!(error.details().contains(&("maximum", "11".to_owned())), "{error:?} {:?}", error.details());
}

#[test]
fn what_is_not_drawn_is_told_and_what_is_drawn_is_not() {
    let loan = |amounts: &[&str]| {
        quote(&json!({
            "product": "loan", "currency": "USD", "principal": "1000", "rate": 0.06, "start": "2026-01-01",
            "frequency": "monthly", "instalments": 12, "graceInstalments": 2, "drawdowns": { "months": [0, 1], "amounts": amounts },
        }))
    };
    assert!(!notices(&loan(&["600", "400"])).contains(&"undrawn-lapses"));
    let less = loan(&["600", "300"]);
    let lapses = less["notices"].as_array().unwrap().iter().find(|notice| notice["code"] == "undrawn-lapses");
    assert_eq!(lapses.unwrap()["values"]["amount"], "100.00");
}

#[test]
fn only_level_payments_are_said_to_differ_at_the_end() {
    let loan = |more: Value| {
        let mut request = json!({
            "product": "loan", "currency": "USD", "principal": "1001", "rate": 0.06, "start": "2026-01-01",
            "frequency": "monthly", "instalments": 7,
        });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        notices(&quote(&request)).contains(&"last-payment-differs")
    };
    assert!(loan(json!({})));
    assert!(!loan(json!({ "rate": 0, "principal": "700" })));
    assert!(!loan(json!({ "profile": "equal-principal" })));
    assert!(!loan(json!({ "profile": "bullet" })));
    assert!(!loan(json!({ "steps": { "every": 2, "share": "0.1" } })));
}

#[test]
fn a_rate_alone_asks_for_nothing() {
    let ask = |request: Value| Engine::embedded().unwrap().explain_json(&request.to_string());
    assert_eq!(ask(json!({ "product": "time-value", "rate": 0.05 })).unwrap_err().reason(), "required");
    let told = ask(json!({ "product": "time-value", "rate": 0.05, "periodsPerYear": 2 })).unwrap();
    assert!(told.contains(r#""steps":[{"#), "{told}");
}

/// What settles a flat-rate loan is what its payments that are left are worth at its own effective rate, ACT/365F; what
/// settles another is what is owed and the interest since the last payment. A payment of the day itself is left.
#[test]
fn a_settlement_is_the_worth_of_what_is_left() {
    let loan = |profile: &str, on: &str| {
        quote(&json!({
            "product": "loan", "currency": "USD", "principal": "12000", "rate": 0.09, "start": "2026-01-01",
            "frequency": "monthly", "instalments": 12, "dayCount": "30/360", "profile": profile,
            "settlement": { "date": on, "method": "actuarial" },
        }))
    };
    let cents = |value: &Value| (value.as_str().unwrap().parse::<f64>().unwrap() * 100.0).round();
    let cells = |quote: &Value, name: &str| -> Vec<f64> {
        quote["schedule"][name].as_array().unwrap().iter().map(|cell| cell.as_f64().unwrap()).collect()
    };
    for (on, paid) in
        [("2026-01-20", 0), ("2026-05-01", 3), ("2026-05-02", 4), ("2026-08-17", 7), ("2027-01-01", 11)]
    {
        let quote = loan("flat", on);
        let day = f64::from(date(on).days());
        let rate = quote["effectiveRate"].as_f64().unwrap();
        let payments = cells(&quote, "dates").into_iter().zip(cells(&quote, "payment")).skip(paid);
        let worth: f64 =
            payments.map(|(date, payment)| payment * libm::pow(1.0 + rate, (day - date) / 365.0)).sum();
        assert_eq!(quote["settlement"]["instalmentsPaid"], paid, "{on}");
        assert_eq!(cents(&quote["settlement"]["amount"]), worth.round(), "{on}");

        // 0.75 % a month of what is owed, by 30/360.
        let quote = loan("annuity", on);
        let owed = cells(&quote, "opening")[paid];
        let [_, month, day_of_month] =
            [0, 1, 2].map(|at| on.split('-').nth(at).unwrap().parse::<f64>().unwrap());
        let months = if on.starts_with("2027") { 12.0 } else { month - 1.0 };
        let days = 30.0 * (months - paid as f64) + day_of_month - 1.0;
        let settlement = &quote["settlement"];
        assert_eq!(settlement["instalmentsPaid"], paid, "{on}");
        assert_eq!(
            (cents(&settlement["outstanding"]), cents(&settlement["amount"])),
            (owed, (owed * (1.0 + 0.0075 * days / 30.0)).round()),
            "{on}"
        );
    }
}

/// No time passes between a date and itself, also where a rule read by the letter moves one of two equal dates.
#[test]
fn a_date_is_no_time_from_itself() {
    for day in ["2026-02-28", "2026-03-31", "2026-05-30", "0001-01-01"] {
        let year = date(&format!("{}-01-01", &day[..4]));
        for day_count in DayCount::ALL.iter().copied().filter(|day_count| *day_count != DayCount::OneOne) {
            let context = PeriodContext {
                period_start: Some(year),
                period_end: Some(year.add_months(12).unwrap()),
                frequency: Some(Frequency::Annual),
                maturity: Some(date(day)),
            };
            let Ok(found) = day_count.fraction(date(day), date(day), &context) else {
                assert_eq!(day_count, DayCount::Bus252);
                continue;
            };
            assert_eq!(found.numerator, 0, "{day_count:?}, {day}");
        }
    }
    let calendar = Calendar::new(Weekend::SaturdaySunday, &Days(Vec::new()));
    assert_eq!(calendar.business_days(date("2026-02-27"), date("2026-02-27")), 0);
}

/// 1/1 counts one from any date to a later one or itself, and minus one back.
#[test]
fn one_is_one_in_both_directions() {
    for (start, end, days) in
        [("2026-01-01", "2027-01-01", 1), ("2026-01-01", "2026-01-01", 1), ("2027-01-01", "2026-01-01", -1)]
    {
        assert_eq!(DayCount::OneOne.days(date(start), date(end)), days);
    }
}

/// Months of 30 days: what each rule does with a 31st and with the end of February.
#[test]
fn months_of_thirty_days_move_the_days_that_their_rule_names() {
    for (day_count, start, end, days) in [
        // 30/365: a 31st counts as a 30th.
        (DayCount::Thirty365, "2026-01-30", "2026-03-31", 60),
        (DayCount::Thirty365, "2026-01-31", "2026-03-01", 31),
        // Italian: February 28 and 29 become a 30th, the 27th does not.
        (DayCount::Thirty360Italian, "2026-02-27", "2026-03-27", 30),
        (DayCount::Thirty360Italian, "2026-02-28", "2026-03-28", 28),
        // 30E+: a 31st at the end is the first of the next month, whatever the start.
        (DayCount::ThirtyEPlus360, "2026-01-31", "2026-03-31", 61),
        // NASD: only when the start is before the 30th.
        (DayCount::Thirty360Nasd, "2026-01-31", "2026-03-31", 60),
        (DayCount::Thirty360Nasd, "2026-01-29", "2026-03-31", 62),
    ] {
        assert_eq!(day_count.days(date(start), date(end)), days, "{day_count:?}, {start} to {end}");
    }
    // Only the last of February asks for the end of the contract.
    for (end, days) in [("2026-02-15", 30), ("2026-03-31", 75)] {
        let found = fraction(DayCount::ThirtyE360Isda, "2026-01-15", end).unwrap();
        assert_eq!(found, YearFraction::new(days, 360));
    }
}

/// Years counted from the start reach back to the beginning of the calendar, which repeats every 400 years.
#[test]
fn years_of_their_own_length_exist_from_the_first_year_on() {
    let found = |start, end| fraction(DayCount::ActActYear, start, end).unwrap().reduced();
    assert_eq!(found("0001-01-01", "0001-07-02"), YearFraction::new(182, 365).reduced());
    assert_eq!(found("0400-01-01", "0400-07-01"), YearFraction::new(182, 366).reduced());
}

/// Canadian: days over 365 while they are fewer than 365 / f, then 1/f less what is left of the period over 365.
#[test]
fn a_canadian_year_of_366_days_ends_whole() {
    let context = PeriodContext {
        period_start: Some(date("2024-01-01")),
        period_end: Some(date("2025-01-01")),
        ..NO_CONTEXT
    };
    for (end, days) in [("2024-12-30", 364), ("2024-12-31", 364), ("2025-01-01", 365)] {
        let found = DayCount::Act365Canadian.fraction(date("2024-01-01"), date(end), &context).unwrap();
        assert_eq!(found.reduced(), YearFraction::new(days, 365).reduced(), "{end}");
    }
}

/// ACT/ACT ICMA: a whole regular period is 1/f, also one between a day and the last of a shorter month, and any that is
/// given without a frequency; a part of it is its days over those of the period times f.
#[test]
fn a_regular_period_is_its_part_of_the_year() {
    let icma = |start: &str, end: &str, from: &str, to: &str, frequency, maturity: Option<&str>| {
        let context = PeriodContext {
            period_start: Some(date(from)),
            period_end: Some(date(to)),
            frequency,
            maturity: maturity.map(date),
        };
        DayCount::ActActIcma.fraction(date(start), date(end), &context).unwrap().reduced()
    };
    let half = YearFraction::new(1, 2);
    let semi_annual = Some(Frequency::SemiAnnual);
    for (from, to, frequency, maturity) in [
        ("2026-01-01", "2026-06-20", None, None),
        ("2025-08-30", "2026-02-28", semi_annual, None),
        ("2026-02-28", "2026-08-30", semi_annual, Some("2026-08-30")),
    ] {
        assert_eq!(icma(from, to, from, to, frequency, maturity), half, "{from} to {to}");
    }
    let found = icma("2026-01-01", "2026-03-01", "2026-01-01", "2026-06-20", None, None);
    assert_eq!(found, YearFraction::new(59, 2 * 170).reduced());
    // A day before the end of the longer half of a year, where a mean year would be further already.
    let found = icma("2026-07-01", "2026-12-31", "2026-07-01", "2027-01-01", semi_annual, None);
    assert_eq!(found, YearFraction::new(183, 2 * 184).reduced());
}

/// Half months from a last day are cut by 15ths and last days.
#[test]
fn half_months_from_a_last_day_end_on_the_15th() {
    let context = PeriodContext {
        period_start: Some(date("2026-02-28")),
        frequency: Some(Frequency::SemiMonthly),
        ..NO_CONTEXT
    };
    for (start, end) in [("2026-02-28", "2026-03-15"), ("2026-03-15", "2026-03-31")] {
        let found = DayCount::ActActIcma.fraction(date(start), date(end), &context).unwrap();
        assert_eq!(found.reduced(), YearFraction::new(1, 24), "{start}");
    }
}

/// Half months from a day that is no last of a month go on by 15 days, whatever is said of last days.
#[test]
fn half_months_keep_their_days() {
    let next = Frequency::SemiMonthly.after(date("2026-01-10"), 1, MonthEnd::Always).unwrap();
    assert_eq!(next, date("2026-01-25"));
}

/// Nothing received is nothing received, and the amount that is too large is named.
#[test]
fn amounts_are_judged_by_what_they_are() {
    for amounts in [[-100.0, 0.0], [0.0, 100.0]] {
        let flows = Flows::timed(&[0.0, 1.0], &amounts).unwrap();
        assert_eq!(flows.rates().unwrap_err().reason(), "one-sign");
        assert_eq!(flows.mirr(0.1, 0.1).unwrap_err().reason(), "one-sign");
    }
    let error = Flows::timed(&[0.0, 1.0, 2.0], &[1.0, 1e200, -1.1e200]).unwrap_err();
    assert_eq!((error.reason(), error.field()), ("above-maximum", "amounts.2"));
}

/// MIRR of −100 and 144 two years of 365 days later: √1.44 − 1.
#[test]
fn the_modified_rate_of_dates_is_a_years() {
    let flows = Flows::dated(&[0, 730], &[-100.0, 144.0], DayCount::Act365F).unwrap();
    assert!((flows.mirr(0.3, 0.4).unwrap() - 0.2).abs() < 1e-15);
}

/// What there is nothing to say of is not said; a spot rate grows to the latest moment; a monthly rate is a twelfth.
#[test]
fn a_cash_flow_tells_what_is_so() {
    let plain = quote(&json!({ "product": "cash-flow", "times": [0, 1], "amounts": [-100, 110] }));
    assert_eq!(notices(&plain), Vec::<&str>::new());
    let spot = quote(
        &json!({ "product": "cash-flow", "times": [0, 2], "amounts": [-100, 0], "rates": [0.5, 0.05] }),
    );
    assert!((spot["xnfv"].as_f64().unwrap() + 110.25).abs() < 1e-12, "{spot}");
    let request = json!({
        "product": "cash-flow", "times": [0, 1.0 / 12.0, 2.0 / 12.0], "amounts": [1000, -505, -505],
        "aprRule": "us-regulation-z",
    });
    let told = Engine::embedded().unwrap().explain_json(&request.to_string()).unwrap();
    let told: Value = serde_json::from_str(&told).unwrap();
    let steps = told["steps"].as_array().unwrap();
    let step = steps.iter().find(|step| step["id"] == "annual-percentage-rate").unwrap();
    let input = |symbol: &str| {
        let inputs = step["inputs"].as_array().unwrap();
        inputs.iter().find(|input| input["symbol"] == symbol).unwrap()["value"]
            .as_str()
            .unwrap()
            .parse::<f64>()
            .unwrap()
    };
    let apr = told["quote"]["apr"].as_f64().unwrap();
    assert!((input("i") * 12.0 - apr).abs() < 1e-15 && input("w") == 12.0, "{step}");
}
