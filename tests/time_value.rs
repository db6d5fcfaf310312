//! The time value of money: the laws that its five numbers keep. Numbers of others are in `fixtures/time-value.json`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::sync::LazyLock;

use export_risk::Engine;
use proptest::prelude::*;
use serde_json::{Value, json};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().unwrap());

fn ask(request: &Value) -> Result<Value, String> {
    let mut request = request.clone();
    request["product"] = json!("time-value");
    let answer = ENGINE.quote_json(&request.to_string());
    answer.map(|text| serde_json::from_str(&text).unwrap()).map_err(|error| error.reason().to_owned())
}

fn number(quote: &Value, field: &str) -> f64 {
    quote[field].as_f64().unwrap()
}

#[test]
fn an_answer_explains_itself() {
    let request = r#"{ "product": "time-value", "nominalRate": 0.06, "periodsPerYear": 12, "periods": 12,
        "presentValue": 1000, "fromPeriod": 1, "toPeriod": 12, "rates": [0.5] }"#;
    let text = ENGINE.explain_json(request).unwrap();
    let answer: Value = serde_json::from_str(&text).unwrap();
    let outputs: Vec<&str> =
        answer["steps"].as_array().unwrap().iter().map(|step| step["output"].as_str().unwrap()).collect();
    assert_eq!(outputs, ["payment", "nominalRate", "effectiveRate", "interest", "principal", "grownValue"]);
    // What is paid in all gives back what was lent.
    assert!((number(&answer["quote"], "principal") + 1000.0).abs() < 1e-10);
    assert_eq!(number(&answer["quote"], "grownValue"), 1500.0);
}

#[test]
fn a_rate_of_zero_and_a_term_of_none_are_answered() {
    let zero = ask(&json!({ "rate": 0, "periods": 10, "presentValue": 100 })).unwrap();
    assert_eq!(number(&zero, "payment"), -10.0);
    let none = ask(&json!({ "rate": 0.1, "periods": 0, "payment": 5, "presentValue": 100 })).unwrap();
    assert_eq!(number(&none, "futureValue"), -100.0);
    assert_eq!(
        ask(&json!({ "rate": 0.1, "periods": 0, "presentValue": 100 })).unwrap_err(),
        "no-such-annuity"
    );
    assert_eq!(
        ask(&json!({ "rate": 0.1, "periods": -1, "presentValue": 100 })).unwrap_err(),
        "below-minimum"
    );
    let large = json!({ "rate": 1e9, "periods": 1e6, "presentValue": 1, "payment": 0 });
    assert_eq!(ask(&large).unwrap_err(), "value-too-large");
    // However long the term: the interest alone.
    let long = ask(&json!({ "rate": 0.1, "periods": 1e9, "presentValue": 100 })).unwrap();
    assert!((number(&long, "payment") + 10.0).abs() < 1e-12);
}

#[test]
fn two_rates_are_told() {
    // 100 − 230 / g + 132 / g²: 10 and 20 %.
    let quote =
        ask(&json!({ "periods": 2, "payment": -230, "presentValue": 100, "futureValue": 362 })).unwrap();
    assert!((number(&quote, "rate") - 0.1).abs() < 1e-12);
    assert_eq!(quote["notices"][0]["code"], "several-rates");
}

proptest! {
    /// Any of the five is found again from the other four. Source of the law: the equation.
    #[test]
    fn each_of_the_five_is_found_from_the_others(
        rate in -0.02..0.2_f64,
        periods in 1_u32..400,
        present in 1.0..1e6_f64,
        share in 0.0..1.0_f64,
        begin in any::<bool>(),
    ) {
        prop_assume!(rate.abs() > 1e-5);
        let due = if begin { "begin" } else { "end" };
        let future = -present * share;
        let first = json!({ "rate": rate, "periods": periods, "presentValue": present, "futureValue": future, "due": due });
        let five = ask(&first).unwrap();
        let payment = number(&five, "payment");
        let names = ["rate", "periods", "payment", "presentValue", "futureValue"];
        for left_out in names {
            let mut request = json!({ "rate": rate, "periods": periods, "payment": payment,
                "presentValue": present, "futureValue": future, "due": due });
            request.as_object_mut().unwrap().remove(left_out);
            // A term that a payment hardly shortens is known no better than the payment.
            let growth = (1.0 + rate).powi(periods as i32).max((1.0 + rate).powi(-(periods as i32)));
            prop_assume!(growth < 1e6);
            if left_out == "futureValue" {
                prop_assert!((number(&ask(&request).unwrap(), left_out) - future).abs() < 1e-8 * present * growth);
                continue;
            }
            if left_out == "periods" && (payment + present * rate).abs() < 1e-6 * present {
                continue;
            }
            let found = number(&ask(&request).unwrap(), left_out);
            let wanted = number(&five, left_out);
            // A payment that starts at once may allow a second rate, nearer to zero.
            let several = left_out == "rate" && ask(&request).unwrap()["notices"] != json!([]);
            prop_assert!(several || (found - wanted).abs() < 1e-7 * (1.0 + wanted.abs()), "{left_out}: {found} {wanted}");
        }
    }

    /// Interest and principal of all periods make up the payments, and the principal is what was lent and is not left.
    #[test]
    fn interest_and_principal_make_up_the_payments(
        rate in 0.0..0.1_f64,
        periods in 1_u32..300,
        present in 1.0..1e6_f64,
        begin in any::<bool>(),
    ) {
        let due = if begin { "begin" } else { "end" };
        let quote = ask(&json!({ "rate": rate, "periods": periods, "presentValue": present, "due": due,
            "fromPeriod": 1, "toPeriod": periods })).unwrap();
        let (interest, principal) = (number(&quote, "interest"), number(&quote, "principal"));
        let paid = number(&quote, "payment") * f64::from(periods);
        prop_assert!((interest + principal - paid).abs() < 1e-9 * paid.abs());
        prop_assert!((principal + present).abs() < 1e-7 * present);
        let columns = [&quote["interestByPeriod"], &quote["principalByPeriod"]];
        prop_assert!(columns.iter().all(|column| column.as_array().unwrap().len() == periods as usize));
    }

    #[test]
    fn effective_and_nominal_are_each_other_s_inverse(nominal in -0.5..5.0_f64, per_year in 1_u32..400) {
        let there = ask(&json!({ "nominalRate": nominal, "periodsPerYear": per_year })).unwrap();
        let effective = number(&there, "effectiveRate");
        let back = ask(&json!({ "effectiveRate": effective, "periodsPerYear": per_year })).unwrap();
        prop_assert!((number(&back, "nominalRate") - nominal).abs() < 1e-12 * (1.0 + nominal.abs()));
        prop_assert!(effective >= nominal - 1e-15);
    }
}
