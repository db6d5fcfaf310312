//! What must hold for every applicant.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::Engine;
use proptest::prelude::*;
use serde_json::{Value, json};

fn ask(request: &Value) -> Value {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| engine.quote_json(&request.to_string())).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn codes(quote: &Value) -> Vec<&str> {
    quote["notices"].as_array().unwrap().iter().map(|notice| notice["code"].as_str().unwrap()).collect()
}

fn refused(request: &Value) -> (String, String) {
    let error = Engine::embedded().unwrap().quote_json(&request.to_string()).unwrap_err();
    (error.reason().to_owned(), error.field().to_owned())
}

prop_compose! {
    fn applicants()(rows in prop::collection::vec((0..3u8, 0..50u32, prop::option::of(0..60u32), 1..9u32), 1..9)) -> Value {
        let tests: Vec<_> = rows.iter().map(|row| ["holds", "at-least", "at-most"][usize::from(row.0)]).collect();
        let values: Vec<_> = rows.iter().map(|row| row.2.map(|value| if row.0 == 0 { value % 2 } else { value })).collect();
        json!({ "product": "credit-access", "criteria": {
            "names": rows.iter().map(|row| format!("criterion {}", row.1)).collect::<Vec<_>>(), "tests": tests, "values": values,
            "thresholds": rows.iter().map(|row| row.1).collect::<Vec<_>>(),
            "weights": rows.iter().map(|row| row.3).collect::<Vec<_>>(),
        } })
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_would_be_added_leads_from_the_score_to_one(applicant in applicants()) {
        let quote = ask(&applicant);
        let rows = quote["criteria"].as_array().unwrap();
        let (score, complete) = (quote["score"].as_f64().unwrap(), quote["scoreIfComplete"].as_f64().unwrap());
        let adds = |standing: Option<&str>| -> f64 {
            let rows = rows.iter().filter(|row| standing.is_none_or(|standing| row["standing"] == standing));
            rows.filter_map(|row| row["wouldAdd"].as_f64()).sum()
        };
        prop_assert!((score + adds(None) - 1.0).abs() < 1e-9);
        prop_assert!((score + adds(Some("missing")) - complete).abs() < 1e-9);
        let count = |field: &str| quote[field].as_u64().unwrap() as usize;
        prop_assert_eq!(count("passed") + count("missing") + count("failed"), rows.len());
        for row in rows {
            prop_assert_eq!(row["shortfall"].is_null(), !(row["why"] == "below" || row["why"] == "above"));
        }
    }

    #[test]
    fn a_higher_default_rate_never_means_a_better_step(low in 0..10_000u32, more in 0..10_000u32, years in 1..=5u32) {
        let step = |rate: u32| {
            let rate = f64::from(rate.min(10_000)) / 10_000.0;
            ask(&json!({ "product": "credit-access", "defaultRate": rate, "horizonYears": years }))["qualityStep"].as_u64().unwrap()
        };
        prop_assert!(step(low) <= step(low + more));
    }
}

#[test]
fn the_default_is_labelled_as_general_and_no_score_is_invented() {
    let quote = ask(&json!({ "product": "credit-access" }));
    assert!(codes(&quote).contains(&"criteria-not-automotive"));
    assert!(quote["score"].is_null() && quote["tier"].is_null());
    for row in quote["criteria"].as_array().unwrap() {
        assert!(row["threshold"].is_null() && row["weight"].is_null());
    }
    let given = ask(&json!({ "product": "credit-access", "criteria": { "names": ["a"], "values": [1] } }));
    assert!(codes(&given).contains(&"no-weights") && given["criteriaOf"] == "given");
}

#[test]
fn a_card_brings_its_own_list_and_the_request_its_values() {
    let card = json!({
        "name": "A bank's list", "date": "2026-11-01",
        "defaults": { "credit-access": { "criteria": { "names": ["years", "debt"], "tests": ["at-least", "at-most"], "thresholds": [3, 0.7], "weights": [2, 1] } } },
    });
    let engine = Engine::with_rate_card_json(&card.to_string()).unwrap();
    let request = json!({ "product": "credit-access", "criteria": { "values": [4, 0.9] } });
    let quote: Value = serde_json::from_str(&engine.quote_json(&request.to_string()).unwrap()).unwrap();
    assert_eq!((&quote["standing"], &quote["criteria"][1]["shortfall"]), (&json!("fail"), &json!("0.2")));
    assert!(codes(&quote).contains(&"from-rate-card"));
}

#[test]
fn wrong_requests_are_refused_at_their_field() {
    let criteria = |more: Value| {
        let mut criteria = json!({ "names": ["a", "b"], "values": [1, 0] });
        criteria.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "product": "credit-access", "criteria": criteria })
    };
    let tiers = |tiers: Value| {
        let mut request = criteria(json!({ "weights": [1, 1] }));
        request["tiers"] = tiers;
        request
    };
    for (request, reason, field) in [
        (criteria(json!({ "names": [] })), "out-of-bounds", "criteria.names"),
        (criteria(json!({ "values": [1] })), "unequal-lengths", "criteria.values"),
        (criteria(json!({ "tests": ["holds", "holds", "holds"] })), "unequal-lengths", "criteria.tests"),
        (criteria(json!({ "values": [1, 2] })), "yes-or-no", "criteria.values.1"),
        (criteria(json!({ "weights": [0, 0] })), "no-weights", "criteria.weights"),
        (tiers(json!({ "names": ["A", "B"], "scores": [0.5, 0.5] })), "not-ascending", "tiers.scores.1"),
        (tiers(json!({ "names": ["A", "B"], "scores": [0.5] })), "unequal-lengths", "tiers.scores"),
        (json!({ "product": "credit-access", "rating": "A", "buyer": "CC1" }), "one-of", "buyer"),
        (
            json!({ "product": "credit-access", "buyer": "CC1", "homeCountry": "USA" }),
            "home-needed",
            "homeCountry",
        ),
    ] {
        assert_eq!(refused(&request), (reason.to_owned(), field.to_owned()), "{request}");
    }
}

#[test]
fn every_number_that_is_told_has_a_step() {
    let engine = Engine::embedded().unwrap();
    let request = json!({
        "product": "credit-access", "criteria": { "names": ["a", "b"], "values": [1, 0], "weights": [1, 1] },
        "tiers": { "names": ["A"], "scores": [0.9] }, "defaultRate": 0.01, "homeCountry": "CHN", "country": "MEX",
    });
    let told: Value = serde_json::from_str(&engine.explain_json(&request.to_string()).unwrap()).unwrap();
    let outputs: Vec<&str> =
        told["steps"].as_array().unwrap().iter().filter_map(|step| step["output"].as_str()).collect();
    for field in [
        "passed",
        "missing",
        "failed",
        "score",
        "scoreIfComplete",
        "distance",
        "qualityStep",
        "threeYearRate",
        "benchmarkRate",
    ] {
        assert!(outputs.contains(&field), "{field}");
    }
}
