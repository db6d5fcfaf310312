//! Cases that a small change of a formula would get wrong, each found by changing the code (`npm run mutants`). What is
//! expected follows from the definition beside it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::calendar::{DayCount, Frequency, PeriodContext, YearFraction};
use export_risk::cash_flow::Flows;
use export_risk::cash_flow::apr::{AprRule, Moments, apr};
use export_risk::loan::{Periods, Profile, Terms};
use export_risk::values::{Currency, Date, Rounding};
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
