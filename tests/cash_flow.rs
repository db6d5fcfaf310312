//! Rates of return and values: the laws that they keep, and what is refused. Numbers of others are in
//! `fixtures/cash-flow*.json`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::calendar::DayCount;
use export_risk::cash_flow::{Flows, Method};
use export_risk::{Engine, ErrorKind};
use proptest::prelude::*;

fn yearly(amounts: &[f64]) -> Flows {
    let times: Vec<f64> = (0..amounts.len()).map(|year| year as f64).collect();
    Flows::timed(&times, amounts).unwrap()
}

/// Amounts whose rates are the given ones: the coefficients of `Π (g − 1 − rᵢ)`, `g = 1 + r`.
fn with_rates(rates: &[f64]) -> Vec<f64> {
    rates.iter().fold(vec![1000.0], |amounts, rate| {
        let mut next = amounts.clone();
        next.push(0.0);
        for (at, amount) in amounts.iter().enumerate() {
            next[at + 1] -= amount * (1.0 + rate);
        }
        next
    })
}

fn near(found: &[f64], expected: &[f64], tolerance: f64) -> bool {
    found.len() == expected.len()
        && found.iter().zip(expected).all(|(a, b)| (a - b).abs() <= tolerance * (1.0 + b.abs()))
}

#[test]
fn the_ladder_is_climbed_no_higher_than_needed() {
    let method = |amounts: &[f64]| yearly(amounts).rates().unwrap().method;
    assert_eq!(method(&[-100.0, 110.0]), Method::ClosedForm);
    assert_eq!(method(&[-100.0, 60.0, 60.0]), Method::Newton);
    // Signs change thrice, but the sums of the first amounts only once.
    assert_eq!(method(&[-100.0, 60.0, -5.0, 60.0]), Method::Newton);
    assert_eq!(method(&[-100.0, 230.0, -132.0]), Method::Isolation);
}

#[test]
fn rates_that_are_built_in_are_found() {
    for rates in [
        vec![0.1, 0.2],
        vec![0.0, 1.0, 2.0],
        vec![-0.9, -0.5, 0.0, 0.5, 9.0],
        vec![-0.999, 0.05, 0.06, 100.0],
        vec![0.2, 0.200001],
    ] {
        let found = yearly(&with_rates(&rates)).rates().unwrap();
        assert!(found.complete && near(&found.all, &rates, 1e-8), "{rates:?}: {:?}", found.all);
    }
}

#[test]
fn a_rate_that_is_touched_or_crossed_flat_is_one_rate() {
    for (rates, distinct) in [
        (vec![0.2, 0.2], vec![0.2]),
        (vec![0.0, 0.0], vec![0.0]),
        (vec![0.25, 0.25, 0.25], vec![0.25]),
        (vec![-0.5, 0.125, 0.125, 3.0], vec![-0.5, 0.125, 3.0]),
        (vec![0.0, 0.0, 0.125, 0.25], vec![0.0, 0.125, 0.25]),
    ] {
        let found = yearly(&with_rates(&rates)).rates().unwrap();
        assert!(near(&found.all, &distinct, 1e-6), "{rates:?}: {:?}", found.all);
    }
    // The fourth root of what 16 digits leave is all that anybody can know of a fourfold rate.
    let found = yearly(&with_rates(&[0.5; 4])).rates().unwrap();
    assert!(near(&found.all, &[0.5], 1e-4), "{:?}", found.all);
}

#[test]
fn of_two_rates_as_near_to_zero_the_positive_is_told() {
    let found = yearly(&[-3.0, 0.0, 1.0]).rates();
    assert!(found.is_ok());
    // (g − 0.5)(g − 1.5) = g² − 2g + 0.75: −50 % and +50 %, all exact.
    let found = yearly(&[1.0, -2.0, 0.75]).rates().unwrap();
    assert!(near(&found.all, &[-0.5, 0.5], 1e-14));
    assert!((found.nearest.abs() - 0.5).abs() < 1e-14);
}

#[test]
fn what_has_no_rate_is_refused() {
    let refused = |amounts: &[f64], days: &[i32]| {
        let error = Flows::dated(days, amounts, DayCount::Act365F).unwrap().rates().unwrap_err();
        (error.kind(), error.reason())
    };
    let one_sign = (ErrorKind::NotApplicable, "one-sign");
    assert_eq!(refused(&[], &[]), one_sign);
    assert_eq!(refused(&[1.0, 0.0, 2.0], &[0, 1, 2]), one_sign);
    assert_eq!(refused(&[-1.0, -2.0], &[0, 1]), one_sign);
    let none = (ErrorKind::NoConvergence, "no-rate");
    assert_eq!(refused(&[1000.0, -3000.0, 2500.0], &[0, 365, 730]), none);
    assert_eq!(refused(&[-1000.0, 1100.0], &[0, 0]), none);
    assert_eq!(refused(&[-1000.0, 1100.0, 5.0], &[0, 0, 9]), none);
    assert_eq!(refused(&[-1000.0, 1100.0, 5.0, 6.0], &[0, 0, 9, 10]), none);
    // Tenfold in a day: e^840, which no float holds; a billionth left after a day: nearer to −100 % than floats go.
    assert_eq!(refused(&[-1.0, 10.0], &[0, 1]), none);
    assert_eq!(refused(&[-1e9, 1.0], &[0, 1]), none);
    assert_eq!(refused(&[-1e9, 0.5, 0.5], &[0, 1, 2]), none);
    let any =
        Flows::dated(&[5, 5, 9, 9], &[-1.0, 1.0, 2.0, -2.0], DayCount::Act365F).unwrap().rates().unwrap();
    assert_eq!((any.nearest, any.method), (0.0, Method::AnyRate));
}

#[test]
fn input_that_is_no_flow_is_refused() {
    let of = |days: &[i32], amounts: &[f64]| {
        let error = Flows::dated(days, amounts, DayCount::Act360).unwrap_err();
        (error.reason(), error.field().to_owned())
    };
    assert_eq!(of(&[0], &[1.0, 2.0]), ("unequal-lengths", "amounts".into()));
    assert_eq!(of(&[0, 1], &[1.0, f64::NAN]), ("not-a-number", "amounts.1".into()));
    assert_eq!(of(&[0, 1], &[1e201, 1.0]), ("above-maximum", "amounts.0".into()));
    assert_eq!(of(&[0, i32::MAX], &[1.0, 1.0]), ("date-out-of-range", "dates.1".into()));
    let timed = |times: &[f64]| Flows::timed(times, &[1.0, -1.0]).unwrap_err();
    assert_eq!(timed(&[0.0, f64::INFINITY]).reason(), "not-a-number");
    assert_eq!((timed(&[0.0, 1e5]).reason(), timed(&[0.0, 1e5]).field()), ("time-too-long", "times.1"));
    let flows = yearly(&[1e200, 0.0, -1e200]);
    assert_eq!(flows.npv(-1.0).unwrap_err().reason(), "below-minimum");
    assert_eq!(flows.npv(f64::NAN).unwrap_err().reason(), "not-a-number");
    let far = Flows::timed(&[0.0, 9000.0], &[1.0, -1.0]).unwrap();
    assert_eq!(far.npv(-0.5).unwrap_err().reason(), "value-too-large");
    assert_eq!(far.moments(), 2);
}

/// Source: pyxirr 0.10.8 on numpy 2.4.6, flows from x = (1103515245·x + 12345) mod 2³¹ with the seed 12345: a hundred
/// a day from 2000-01-01, (x mod 200001 − 99000) / 100 each, the first replaced by −8,000,000.
#[test]
fn a_million_flows() {
    let start = export_risk::values::Date::parse("2000-01-01").unwrap().days();
    let mut x = 12_345_u64;
    let (mut days, mut amounts) = (Vec::new(), Vec::new());
    for at in 0..1_000_000 {
        x = (1_103_515_245 * x + 12_345) % (1 << 31);
        days.push(start + at / 100);
        amounts.push(if at == 0 { -8_000_000.0 } else { ((x % 200_001) as f64 - 99_000.0) / 100.0 });
    }
    let flows = Flows::dated(&days, &amounts, DayCount::Act365F).unwrap();
    assert!((flows.rates().unwrap().nearest - 0.02122835096633179).abs() < 1e-13);
    assert!((flows.npv(0.05).unwrap() - -2_235_506.426845887).abs() < 1e-5);
    assert_eq!(flows.moments(), 10_000);
}

/// The case that is hardest for its size: thousands of flows whose signs alternate.
#[test]
fn a_search_ends_in_time() {
    let days: Vec<i32> = (0..20_000).collect();
    let amounts: Vec<f64> =
        days.iter().map(|day| if day % 2 == 0 { 1.0 } else { -1.0 - f64::from(day % 7) * 1e-9 }).collect();
    let started = std::time::Instant::now();
    let _ = Flows::dated(&days, &amounts, DayCount::Act365F).unwrap().rates();
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn an_answer_explains_itself() {
    let engine = Engine::embedded().unwrap();
    let request =
        r#"{ "product": "cash-flow", "times": [0, 0.5, 1], "amounts": [-100, 230, -132], "rate": 0 }"#;
    let answer: serde_json::Value = serde_json::from_str(&engine.explain_json(request).unwrap()).unwrap();
    let steps: Vec<&str> =
        answer["steps"].as_array().unwrap().iter().map(|step| step["id"].as_str().unwrap()).collect();
    assert_eq!(steps, ["flow-times", "net-present-value", "net-future-value", "internal-rate", "fed-back"]);
    assert_eq!(answer["quote"]["notices"][0]["code"], "several-rates");
    assert_eq!(answer["quote"]["xnpv"], -2.0);
    assert!((answer["quote"]["irr"].as_f64().unwrap() - 0.1).abs() < 1e-12);
    assert!((answer["quote"]["xirr"].as_f64().unwrap() - 0.21).abs() < 1e-12);
}

#[test]
fn values_are_told_where_there_is_no_rate_of_return() {
    let engine = Engine::embedded().unwrap();
    let ask = |request: &str| -> Result<serde_json::Value, &'static str> {
        let answer = engine.explain_json(request).map_err(|error| error.reason())?;
        Ok(serde_json::from_str(&answer).unwrap())
    };
    let answer =
        ask(r#"{ "product": "cash-flow", "times": [1, 2], "amounts": [110, 121], "rate": 0.1 }"#).unwrap();
    assert!((answer["quote"]["xnpv"].as_f64().unwrap() - 200.0).abs() < 1e-12);
    assert!((answer["quote"]["xnfv"].as_f64().unwrap() - 242.0).abs() < 1e-12);
    assert!(answer["quote"]["xirr"].is_null() && answer["quote"]["residual"].is_null());
    let steps = answer["steps"].as_array().unwrap();
    assert!(steps.iter().all(|step| step["id"] != "internal-rate"));
    // Without a value that is asked for, and where an annual percentage rate is, a rate must be there.
    for more in ["", r#", "rate": 0.1, "aprRule": "uk-mcob""#] {
        let request =
            format!(r#"{{ "product": "cash-flow", "times": [1, 2], "amounts": [110, 121]{more} }}"#);
        assert_eq!(ask(&request).unwrap_err(), "one-sign");
    }
    let request = r#"{ "product": "cash-flow", "times": [0, 1], "amounts": [-1, 2], "financeRate": 0.1, "reinvestRate": 0 }"#;
    assert_eq!(ask(request).unwrap()["quote"]["mirr"], 1.0);
}

proptest! {
    /// Source of the law: the definition. What is left is measured against the discounted flows.
    #[test]
    fn a_rate_that_is_fed_back_makes_the_value_zero(
        flows in proptest::collection::vec((0_i32..20_000, -1e6..1e6_f64), 2..40),
    ) {
        let (days, amounts): (Vec<i32>, Vec<f64>) = flows.into_iter().unzip();
        let flows = Flows::dated(&days, &amounts, DayCount::Act365F).unwrap();
        if let Ok(rates) = flows.rates() {
            prop_assert!(rates.residual < 1e-12 && rates.complete);
            prop_assert!(rates.all.is_sorted() && rates.all.contains(&rates.nearest));
            prop_assert!(rates.all.iter().all(|rate| *rate > -1.0 && rates.nearest.abs() <= rate.abs()));
            // As the caller would check it, where the rate's own 16 digits allow it.
            if rates.nearest.abs() < 0.5 {
                let sizes: Vec<f64> = amounts.iter().map(|amount| amount.abs()).collect();
                let size = Flows::dated(&days, &sizes, DayCount::Act365F).unwrap().npv(rates.nearest).unwrap();
                prop_assert!(flows.npv(rates.nearest).unwrap().abs() <= 1e-11 * size);
            }
        }
    }

    /// An odd number of sign changes from the first flow to the last leaves one rate at least.
    #[test]
    fn flows_of_opposite_ends_have_a_rate(
        middle in proptest::collection::vec(-100.0..100.0_f64, 0..30),
        first in 1.0..1000.0_f64,
        last in 1.0..1000.0_f64,
    ) {
        let amounts: Vec<f64> = [-first].into_iter().chain(middle).chain([last]).collect();
        let rates = yearly(&amounts).rates().unwrap();
        prop_assert!(rates.all.len() % 2 == 1, "{:?}", rates.all);
    }

    #[test]
    fn neither_order_nor_scale_nor_sign_changes_a_rate(
        flows in proptest::collection::vec((0_i32..5_000, -1000_i32..1000), 2..20),
        scale in 1_u32..10,
    ) {
        let of = |flows: &[(i32, i32)], factor: f64| {
            let days: Vec<i32> = flows.iter().map(|flow| flow.0).collect();
            let amounts: Vec<f64> = flows.iter().map(|flow| f64::from(flow.1) * factor).collect();
            Flows::dated(&days, &amounts, DayCount::Act360).unwrap().rates()
        };
        let mut backwards = flows.clone();
        backwards.reverse();
        match of(&flows, 1.0) {
            Err(error) => {
                let told = (error.kind(), error.reason());
                let other = of(&backwards, f64::from(scale)).unwrap_err();
                prop_assert_eq!(told, (other.kind(), other.reason()));
            }
            // Powers of two leave every bit alone.
            Ok(rates) => {
                prop_assert_eq!(of(&flows, 2_f64.powi(scale as i32)).unwrap().all, rates.all.clone());
                prop_assert!(near(&of(&flows, -1.0).unwrap().all, &rates.all, 1e-9));
                prop_assert!(near(&of(&backwards, 1.0).unwrap().all, &rates.all, 1e-9));
            }
        }
    }

    #[test]
    fn built_in_rates_are_all_found(rates in proptest::collection::btree_set(-9..40_i32, 2..6)) {
        let rates: Vec<f64> = rates.into_iter().map(|tenth| f64::from(tenth) / 10.0).collect();
        let found = yearly(&with_rates(&rates)).rates().unwrap();
        prop_assert!(near(&found.all, &rates, 1e-7), "{:?}: {:?}", rates, found.all);
    }

    /// Source of the law: the definition. What is paid and what comes in, carried to the last year.
    #[test]
    fn the_modified_rate_of_return_is_its_definition(
        paid in proptest::collection::vec(1.0..100.0_f64, 1..10),
        received in proptest::collection::vec(1.0..100.0_f64, 1..10),
        finance in 0.0..0.3_f64,
        reinvest in 0.0..0.3_f64,
    ) {
        let amounts: Vec<f64> = paid.iter().map(|amount| -amount).chain(received.iter().copied()).collect();
        let last = amounts.len() as i32 - 1;
        let flows = yearly(&amounts);
        let worth: f64 = paid.iter().zip(0..).map(|(amount, year)| amount / (1.0 + finance).powi(year)).sum();
        let start = paid.len() as i32;
        let grown: f64 =
            received.iter().zip(start..).map(|(amount, year)| amount * (1.0 + reinvest).powi(last - year)).sum();
        let mirr = flows.mirr(finance, reinvest).unwrap();
        prop_assert!((worth * (1.0 + mirr).powi(last) - grown).abs() < 1e-9 * grown);
        // At its own rate of return on both sides it is that rate.
        if let Ok(rates) = flows.rates() {
            let same = flows.mirr(rates.nearest, rates.nearest).unwrap();
            prop_assert!((same - rates.nearest).abs() < 1e-9 * (1.0 + same.abs()));
        }
    }

    #[test]
    fn the_future_value_is_the_present_value_carried_on(
        flows in proptest::collection::vec((0_i32..5_000, -1000.0..1000.0_f64), 1..20),
        rate in -0.5..1.0_f64,
        later in 0_i32..1_000,
    ) {
        let (days, amounts): (Vec<i32>, Vec<f64>) = flows.into_iter().unzip();
        let of = |days: &[i32]| Flows::dated(days, &amounts, DayCount::Act365F).unwrap();
        let span = f64::from(days.iter().max().unwrap() - days.iter().min().unwrap()) / 365.0;
        let (present, future) = (of(&days).npv(rate).unwrap(), of(&days).nfv(rate).unwrap());
        let size: f64 = amounts.iter().map(|amount| amount.abs()).sum::<f64>() * libm::pow(1.0 + rate.abs(), span);
        prop_assert!((present * libm::pow(1.0 + rate, span) - future).abs() <= 1e-9 * (size + future.abs()));
        // Another first day changes neither value nor rate by a bit.
        let shifted: Vec<i32> = days.iter().map(|day| day + later).collect();
        prop_assert_eq!(of(&shifted).npv(rate).unwrap().to_bits(), present.to_bits());
        prop_assert_eq!(of(&shifted).rates().map(|rates| rates.all).ok(), of(&days).rates().map(|rates| rates.all).ok());
    }

    /// Amounts of one day are added up to the same bits in whatever order they come.
    #[test]
    fn no_order_changes_a_bit(
        flows in proptest::collection::vec((0_i32..6, -100_000_i64..100_000), 2..40),
        seed in any::<u64>(),
    ) {
        let of = |flows: &[(i32, i64)]| {
            let days: Vec<i32> = flows.iter().map(|flow| 100 * flow.0).collect();
            let amounts: Vec<f64> = flows.iter().map(|flow| flow.1 as f64 / 100.0).collect();
            let flows = Flows::dated(&days, &amounts, DayCount::Act365F).unwrap();
            let rates = flows.rates().map(|rates| rates.all).map_err(|error| error.reason());
            (flows.npv(0.07).unwrap().to_bits(), flows.nfv(0.07).unwrap().to_bits(), rates)
        };
        let mut shuffled = flows.clone();
        let mut state = seed;
        for at in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(at, (state >> 33) as usize % (at + 1));
        }
        prop_assert_eq!(of(&flows), of(&shuffled));
    }
}
