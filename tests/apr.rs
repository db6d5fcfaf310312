//! Annual percentage rates: the laws that they keep, and the unit-periods that are read out of dates. Numbers of others
//! are in `fixtures/apr.json`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::cash_flow::apr::{AprRule, Moments, UnitPeriod, apr};
use export_risk::values::Date;
use export_risk::{Engine, ErrorKind};
use proptest::prelude::*;

fn day(text: &str) -> i32 {
    Date::parse(text).unwrap().days()
}

fn regulation_z(dates: &[&str], amounts: &[f64]) -> (f64, UnitPeriod) {
    let days: Vec<i32> = dates.iter().map(|date| day(date)).collect();
    let found = apr(AprRule::UsRegulationZ, Moments::Dates(&days), amounts).unwrap();
    (found.disclosed, found.unit_period.unwrap())
}

/// Source: 12 CFR 1026, appendix J, (b)(3) and (b)(4), in words.
#[test]
fn the_unit_period_is_the_one_that_occurs_most_often() {
    for (dates, unit) in [
        (&["2026-01-15", "2026-02-15", "2026-03-15", "2026-04-15"][..], UnitPeriod::Months(1)),
        // The last days of months are a month apart, and 28 days of February no four weeks.
        (&["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"], UnitPeriod::Months(1)),
        (&["2026-01-30", "2026-02-28", "2026-03-30", "2026-04-30"], UnitPeriod::Months(1)),
        (&["2026-01-01", "2026-01-29", "2026-02-26", "2026-03-26"], UnitPeriod::Weeks(4)),
        (&["2026-01-01", "2026-01-15", "2026-01-29", "2026-02-12"], UnitPeriod::Weeks(2)),
        (&["2026-01-01", "2026-01-16", "2026-02-01", "2026-02-16", "2026-03-01"], UnitPeriod::SemiMonth),
        (&["2026-01-01", "2026-01-15", "2026-02-01", "2026-02-15", "2026-03-01"], UnitPeriod::SemiMonth),
        (&["2026-01-15", "2026-01-31", "2026-02-15", "2026-02-28", "2026-03-15"], UnitPeriod::SemiMonth),
        (&["2026-01-01", "2026-01-02", "2026-01-03"], UnitPeriod::Day),
        (&["2026-03-01", "2026-09-01", "2027-03-01"], UnitPeriod::Months(6)),
        (&["2026-03-01", "2027-03-01", "2028-03-01"], UnitPeriod::Year),
        (&["2026-03-01", "2028-03-01", "2030-03-01"], UnitPeriod::Year),
        // As often one as the other: the shorter.
        (&["2026-01-01", "2026-02-01", "2026-03-01", "2026-06-01", "2026-09-01"], UnitPeriod::Months(1)),
        // None twice: the average of 59 and 92 days is nearest to eleven weeks.
        (&["2026-01-01", "2026-03-01", "2026-06-01"], UnitPeriod::Weeks(11)),
        // Thirty-one days, not always a month: the month is nearest.
        (&["2026-01-01", "2026-02-01", "2026-03-04", "2026-04-04", "2026-05-05"], UnitPeriod::Months(1)),
    ] {
        let mut amounts = vec![-100.0; dates.len()];
        amounts[0] = 90.0 * (dates.len() - 1) as f64;
        assert_eq!(regulation_z(dates, &amounts).1, unit, "{dates:?}");
    }
}

#[test]
fn one_advance_and_one_payment_have_their_term() {
    let of = |to: &str| regulation_z(&["2026-01-15", to], &[1000.0, -1100.0]);
    assert_eq!(of("2026-04-15"), (0.4, UnitPeriod::Term(4.0)));
    assert_eq!(of("2026-01-25"), (3.65, UnitPeriod::Term(36.5)));
    assert_eq!(of("2027-01-15"), (0.1, UnitPeriod::Year));
    // 1000·(1 + 0.25·i)·(1 + i) = 1100 at i = (√1.6625 − 1.25) / 0.5.
    assert_eq!(of("2027-04-15").0, 0.0788);
}

#[test]
fn advances_in_parts_are_counted_too() {
    // Two advances a month apart, three payments: the month occurs most often.
    let (rate, unit) = regulation_z(
        &["2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10", "2026-05-10"],
        &[1000.0, 1000.0, -700.0, -700.0, -700.0],
    );
    assert_eq!(unit, UnitPeriod::Months(1));
    let at = |i: f64| -> f64 {
        let flows = [1000.0, 1000.0, -700.0, -700.0, -700.0];
        flows.iter().enumerate().map(|(month, flow)| flow / (1.0 + i).powi(month as i32)).sum()
    };
    assert!(at((rate - 0.0001) / 12.0) * at((rate + 0.0001) / 12.0) < 0.0);
}

#[test]
fn huge_rates_and_none_are_told() {
    for rule in AprRule::ALL {
        let of = |days: &[i32], amounts: &[f64]| apr(*rule, Moments::Dates(days), amounts).unwrap();
        assert_eq!(of(&[9, 9], &[500.0, -500.0]).rate, 0.0);
        assert_eq!(of(&[9, 10], &[100.0, -100.0]).rate, 0.0);
        assert!(of(&[9, 18], &[150.0, -191.99]).rate > 9.0);
    }
    // Tenfold in a day is beyond a float as an effective rate, and 900 % a day as a nominal one.
    let of = |rule| apr(rule, Moments::Dates(&[0, 1]), &[100.0, -1000.0]);
    assert_eq!(of(AprRule::UsRegulationZ).unwrap().disclosed, 3285.0);
    assert_eq!(of(AprRule::UkMcob).unwrap_err().reason(), "no-rate");
}

#[test]
fn the_mortgage_rule_prefers_a_positive_rate() {
    // 100·(g − 0.99)·(g − 1.2) = 100g² − 219g + 118.8
    let amounts = [100.0, -219.0, 118.8];
    let of = |rule| apr(rule, Moments::Years(&[0.0, 1.0, 2.0]), &amounts).unwrap();
    assert_eq!((of(AprRule::UkMcob).disclosed, of(AprRule::UkConc).disclosed), (0.2, -0.01));
    assert_eq!((of(AprRule::UsRegulationZ).disclosed, of(AprRule::UsRegulationZ).roots), (-0.01, 2));
}

#[test]
fn what_has_no_rate_is_refused() {
    for rule in AprRule::ALL {
        let of = |days: &[i32], amounts: &[f64]| {
            let error = apr(*rule, Moments::Dates(days), amounts).unwrap_err();
            (error.kind(), error.reason())
        };
        assert_eq!(of(&[0, 9], &[100.0, 100.0]), (ErrorKind::NotApplicable, "one-sign"));
        assert_eq!(of(&[], &[]), (ErrorKind::NotApplicable, "one-sign"));
        assert_eq!(of(&[5, 5], &[100.0, -101.0]), (ErrorKind::NoConvergence, "no-rate"));
        assert_eq!(of(&[0, 365, 730], &[1000.0, -3000.0, 2500.0]), (ErrorKind::NoConvergence, "no-rate"));
        assert_eq!(of(&[0], &[1.0, 2.0]), (ErrorKind::InvalidInput, "unequal-lengths"));
    }
}

/// Drawn over two years and repaid over two at 1 % a month, seen from both sides.
#[test]
fn a_loan_that_is_drawn_in_parts_has_its_rate_from_both_sides() {
    let start = Date::parse("2026-01-15").unwrap();
    let days: Vec<i32> = (0..48).map(|month| start.add_months(month).unwrap().days()).collect();
    let worth = |from: i32, to: i32| (from..to).map(|month| 1.01_f64.powi(-month)).sum::<f64>();
    let payment = -worth(0, 24) / worth(24, 48);
    for side in [1.0, -1.0] {
        let amounts: Vec<f64> = (0..48).map(|month| side * if month < 24 { 1.0 } else { payment }).collect();
        let found = apr(AprRule::UsRegulationZ, Moments::Dates(&days), &amounts).unwrap();
        assert!((found.rate - 0.12).abs() < 1e-12 && found.roots == 1, "{side}: {found:?}");
    }
}

#[test]
fn a_rate_explains_itself() {
    let engine = Engine::embedded().unwrap();
    let request = r#"{ "product": "cash-flow", "dates": ["2026-01-15", "2026-04-15"], "amounts": [1000, -1100],
        "aprRule": "us-regulation-z" }"#;
    let answer: serde_json::Value = serde_json::from_str(&engine.explain_json(request).unwrap()).unwrap();
    let step = answer["steps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|step| step["id"] == "annual-percentage-rate")
        .unwrap();
    assert_eq!(step["output"], "apr");
    assert_eq!(answer["quote"]["aprDisclosed"], 0.4);
    assert_eq!(answer["quote"]["aprUnitPeriodsPerYear"], 4.0);
}

proptest! {
    /// A loan at a nominal rate, monthly: the American rate is that one, the European ones are its effective one.
    #[test]
    fn a_loan_without_fees_has_its_own_rate(
        percent in -5.0..300.0_f64,
        count in 3_u32..480,
        start in 0_i32..20_000,
        long_first in any::<bool>(),
    ) {
        let start = Date::from_days(start).unwrap();
        prop_assume!(start.day() <= 28);
        let monthly = percent / 1200.0;
        prop_assume!(monthly.abs() > 1e-6);
        // A first period of two months compounds once more.
        let shift = u32::from(long_first);
        let grown = (1.0 + monthly).powi(shift as i32) * 1000.0;
        let payment = grown * monthly / (1.0 - (1.0 + monthly).powi(-(count as i32)));
        let mut days = vec![start.days()];
        let mut amounts = vec![1000.0];
        for month in 1..=count {
            days.push(start.add_months((month + shift) as i32).unwrap().days());
            amounts.push(-payment);
        }
        let of = |rule| apr(rule, Moments::Dates(&days), &amounts).unwrap();
        let nominal = 12.0 * monthly;
        let effective = (1.0 + monthly).powi(12) - 1.0;
        let near = |found: f64, wanted: f64| (found - wanted).abs() < 1e-9 * (1.0 + wanted.abs());
        prop_assert!(near(of(AprRule::UsRegulationZ).rate, nominal));
        for rule in [AprRule::EuConsumerCredit, AprRule::UkConc, AprRule::UkMcob] {
            prop_assert!(near(of(rule).rate, effective), "{:?}", of(rule));
        }
    }

    #[test]
    fn neither_side_nor_order_nor_scale_matters(
        flows in proptest::collection::vec((1_i32..3_000, 1.0..1000.0_f64), 1..30),
        advance in 1.0..10_000.0_f64,
    ) {
        let (mut days, mut amounts): (Vec<i32>, Vec<f64>) = flows.into_iter().unzip();
        days.insert(0, 0);
        amounts.insert(0, -advance);
        let backwards: (Vec<i32>, Vec<f64>) = days.iter().copied().zip(amounts.iter().copied()).rev().unzip();
        let other: Vec<f64> = amounts.iter().map(|amount| -4.0 * amount).collect();
        for rule in AprRule::ALL {
            let of = |days: &[i32], amounts: &[f64]| apr(*rule, Moments::Dates(days), amounts).map_err(|error| error.reason());
            let found = of(&days, &amounts);
            match (&found, of(&days, &other)) {
                (Ok(one), Ok(two)) => prop_assert!((one.rate - two.rate).abs() <= 1e-9 * (1.0 + one.rate.abs())),
                (one, two) => prop_assert_eq!(one, &two),
            }
            // Amounts of one day are added in the order in which they come.
            match (&found, of(&backwards.0, &backwards.1)) {
                (Ok(one), Ok(two)) => prop_assert!((one.rate - two.rate).abs() <= 1e-9 * (1.0 + one.rate.abs())),
                (one, two) => prop_assert_eq!(one, &two),
            }
        }
    }

    /// Whatever comes, there is an answer or an error, and never a number that is none.
    #[test]
    fn any_flows_are_answered(flows in proptest::collection::vec((0_i32..40_000, -1000_i32..1000), 0..25)) {
        let days: Vec<i32> = flows.iter().map(|flow| flow.0).collect();
        let times: Vec<f64> = days.iter().map(|day| f64::from(*day) / 360.0).collect();
        let amounts: Vec<f64> = flows.iter().map(|flow| f64::from(flow.1)).collect();
        for rule in AprRule::ALL {
            for moments in [Moments::Dates(&days), Moments::Years(&times)] {
                if let Ok(found) = apr(*rule, moments, &amounts) {
                    prop_assert!(found.rate.is_finite() && found.disclosed.is_finite());
                }
            }
        }
    }
}
