//! Two requests side by side: every row is what the two quotes say, and the difference what subtracting them gives.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::str::FromStr as _;

use export_risk::{Engine, Error};
use rust_decimal::Decimal;
use serde_json::{Value, json};

fn deal() -> Value {
    json!({
        "product": "export-credit", "exporterCountry": "CHN", "country": "MEX", "buyer": "CC2", "currency": "USD",
        "contractValue": "12500000", "downPayment": 0.15, "start": "2027-01-15", "disbursementMonths": 12,
        "repaymentMonths": 60, "frequency": "semi-annual", "rate": 0.052, "dayCount": "30/360",
        "cover": { "rules": "oecd-minimum", "commercial": 0.95, "political": 0.95, "premiumPayment": "financed" },
        "fees": { "arrangement": 0.01, "commitment": 0.005 }
    })
}

fn with(mut request: Value, changes: &[(&str, Value)]) -> Value {
    for (name, value) in changes {
        request[*name] = value.clone();
    }
    request
}

fn compare(a: &Value, b: &Value) -> Result<Value, Error> {
    let engine = Engine::embedded()?;
    Ok(serde_json::from_str(&engine.compare_json(&json!({ "a": a, "b": b }).to_string())?).unwrap())
}

fn quote(request: &Value) -> Value {
    serde_json::from_str(&Engine::embedded().unwrap().quote_json(&request.to_string()).unwrap()).unwrap()
}

fn row<'r>(rows: &'r Value, path: &str) -> &'r Value {
    rows.as_array().unwrap().iter().find(|row| row["path"] == path).unwrap_or_else(|| panic!("no row {path}"))
}

fn at<'q>(quote: &'q Value, path: &str) -> &'q Value {
    path.split('.')
        .fold(quote, |value, name| name.parse::<usize>().map_or_else(|_| &value[name], |at| &value[at]))
}

#[test]
fn each_row_is_what_the_two_quotes_say() {
    let pairs = [
        (deal(), with(deal(), &[("repaymentMonths", json!(48)), ("downPayment", json!(0.2))])),
        (deal(), with(deal(), &[("country", json!("KAZ")), ("rate", json!("0.0605"))])),
        (with(deal(), &[("start", json!("2026-12-31"))]), deal()),
    ];
    for (a, b) in pairs {
        let (first, second) = (quote(&a), quote(&b));
        let compared = compare(&a, &b).unwrap();
        assert_eq!(compared["errors"], json!({ "a": null, "b": null }));
        let rows = compared["outputs"].as_array().unwrap();
        assert!(rows.len() > 60);
        let mut exact = 0;
        for row in rows
            .iter()
            .filter(|row| row["item"].is_null() || row["path"].as_str().unwrap().starts_with("components"))
        {
            let path = row["path"].as_str().unwrap();
            let (mine, other) = (at(&first, path), at(&second, path));
            assert_eq!((&row["a"], &row["b"]), (mine, other), "{path}");
            match (mine, other, &row["difference"]) {
                (Value::Number(mine), Value::Number(other), difference) => {
                    assert_eq!(
                        difference.as_f64(),
                        Some(other.as_f64().unwrap() - mine.as_f64().unwrap()),
                        "{path}"
                    );
                }
                (Value::String(mine), Value::String(other), Value::String(difference)) => {
                    let [mine, other] = [mine, other].map(|text| Decimal::from_str(text).unwrap());
                    assert_eq!(Decimal::from_str(difference).unwrap(), other - mine, "{path}");
                    exact += 1;
                }
                // The rest are names and dates, and what one side lacks.
                (_, _, difference) => assert!(
                    difference.is_null() || path == "maturity" || path.to_ascii_lowercase().ends_with("asof"),
                    "{path}"
                ),
            }
        }
        assert!(exact > 15, "{exact}");
    }
}

#[test]
fn differences_of_components_sum_to_that_of_the_rate() {
    let b = with(
        deal(),
        &[("repaymentMonths", json!(84)), ("fees", json!({ "arrangement": 0.02 })), ("rate", json!(0.061))],
    );
    let outputs = compare(&deal(), &b).unwrap()["outputs"].clone();
    let rates = outputs.as_array().unwrap().iter().filter(|row| {
        let path = row["path"].as_str().unwrap();
        path.starts_with("components.") && path.ends_with(".rate")
    });
    let sum: f64 = rates.map(|row| row["difference"].as_f64().unwrap()).sum();
    assert_eq!(Some(sum), row(&outputs, "allInRate")["difference"].as_f64());
}

#[test]
fn only_inputs_that_differ_are_told_with_defaults() {
    // Half-yearly instalments of equal principal are what stands for those not given.
    let b = with(
        deal(),
        &[("profile", json!("annuity")), ("downPayment", json!("0.150")), ("start", json!("2027-02-15"))],
    );
    let inputs = compare(&deal(), &b).unwrap()["inputs"].clone();
    let told: Vec<_> = inputs.as_array().unwrap().iter().map(|row| row["path"].as_str().unwrap()).collect();
    assert_eq!(told, ["start", "profile"]);
    assert_eq!(
        *row(&inputs, "start"),
        json!({ "path": "start", "item": null, "a": "2027-01-15", "b": "2027-02-15", "difference": 31 })
    );
    assert_eq!(row(&inputs, "profile")["a"], "equal-principal");
    assert_eq!(compare(&deal(), &deal()).unwrap()["inputs"], json!([]));
}

#[test]
fn amounts_in_two_currencies_have_no_difference() {
    let compared = compare(&deal(), &with(deal(), &[("currency", json!("EUR"))])).unwrap();
    assert_eq!(row(&compared["outputs"], "totalCost")["difference"], Value::Null);
    assert_eq!(row(&compared["outputs"], "components.0.money")["difference"], Value::Null);
    assert_eq!(row(&compared["outputs"], "allInRate")["difference"], 0.0);
    assert_eq!(
        compared["notices"],
        json!([{ "code": "currencies-differ", "values": { "a": "USD", "b": "EUR" } }])
    );
}

#[test]
fn items_of_lists_are_compared_by_name() {
    let country = |others: Value| json!({ "product": "country-risk", "country": "MEX", "compare": others });
    let compared = compare(&country(json!(["BRA", "CHL"])), &country(json!(["CHL"]))).unwrap();
    let rows = compared["outputs"].as_array().unwrap();
    let scores: Vec<_> = rows
        .iter()
        .filter(|row| {
            row["path"]
                .as_str()
                .is_some_and(|path| path.starts_with("comparison.") && path.ends_with(".score"))
        })
        .map(|row| (row["item"].as_str().unwrap(), row["b"].is_null(), row["difference"].as_f64()))
        .collect();
    assert_eq!(scores, [("MEX", false, Some(0.0)), ("BRA", true, None), ("CHL", false, Some(0.0))]);
    let told: Vec<_> =
        compared["inputs"].as_array().unwrap().iter().map(|row| row["path"].as_str().unwrap()).collect();
    assert_eq!(told, ["compare.0", "compare.1"]);
}

#[test]
fn a_refused_side_is_told_and_the_other_stands() {
    let compared = compare(&deal(), &with(deal(), &[("repaymentMonths", json!(-6))])).unwrap();
    assert_eq!(compared["errors"]["a"], Value::Null);
    assert_eq!(compared["errors"]["b"]["field"], "repaymentMonths");
    assert_eq!(row(&compared["outputs"], "totalCost")["a"], quote(&deal())["totalCost"]);
    assert_eq!(row(&compared["outputs"], "totalCost")["b"], Value::Null);
    let lottery = compare(&json!({ "product": "lottery" }), &deal()).unwrap();
    assert_eq!((&lottery["errors"]["a"]["field"], &lottery["inputs"]), (&json!("product"), &json!([])));
    let error = compare(&deal(), &Value::Null).unwrap_err();
    assert_eq!((error.reason(), error.field()), ("required", "b"));
}

#[test]
fn products_can_be_compared_where_they_say_the_same() {
    let cover = json!({
        "product": "export-credit-cover", "country": "MEX", "buyer": "CC2", "currency": "USD", "amount": "10625000",
        "disbursementMonths": 12, "repaymentMonths": 60
    });
    let compared = compare(&deal(), &cover).unwrap();
    assert_eq!(
        compared["inputs"][0],
        json!({
            "path": "product", "item": null, "a": "export-credit", "b": "export-credit-cover", "difference": null
        })
    );
    let premium = row(&compared["outputs"], "premium");
    assert!(premium["a"].is_string() && premium["b"].is_string() && premium["difference"].is_string());
}

/// Every fixture's request against itself: nothing differs, and nothing is refused that `quote` answers.
#[test]
fn a_request_does_not_differ_from_itself() {
    let mut seen = 0;
    for file in std::fs::read_dir("tests/fixtures").unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let cases: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        // Two of each file are enough of each product.
        for case in cases.as_array().unwrap().iter().filter(|case| case["error"].is_null()).take(2) {
            let request = &case["request"];
            let compared = compare(request, request).unwrap();
            assert_eq!(compared["errors"], json!({ "a": null, "b": null }), "{}", case["name"]);
            assert_eq!(compared["inputs"], json!([]), "{}", case["name"]);
            for row in compared["outputs"].as_array().unwrap() {
                assert_eq!(row["a"], row["b"], "{}", case["name"]);
                let zero = match &row["difference"] {
                    Value::Null => true,
                    Value::String(text) => Decimal::from_str(text).unwrap().is_zero(),
                    other => other.as_f64() == Some(0.0),
                };
                assert!(zero, "{}: {row}", case["name"]);
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}
