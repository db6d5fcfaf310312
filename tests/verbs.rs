//! What works for every product: setting inputs and reading outputs by path, and the verbs that rest on it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use export_risk::document::{Kind, Shape};
use export_risk::quote::PRODUCTS;
use export_risk::{Engine, Error, ErrorKind};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn the_static_kinds_say_what_the_descriptions_say() {
    for product in PRODUCTS {
        let (request, quote) = (product.shapes)();
        agree(product.name, product.kinds.0, &request);
        agree(product.name, product.kinds.1, &quote);
    }
}

fn agree(path: &str, kind: &Kind, shape: &Shape) {
    match (kind, shape) {
        (Kind::Record { names, kinds }, Shape::Record(record)) => {
            assert_eq!(names.len(), record.fields.len(), "{path}");
            for ((name, kind), field) in names.iter().zip(*kinds).zip(&record.fields) {
                assert_eq!(*name, field.name, "{path}");
                agree(&format!("{path}.{name}"), kind, &field.shape);
            }
        }
        (Kind::Optional(kind), Shape::Optional(shape))
        | (Kind::List(kind), Shape::List(shape))
        | (Kind::OneOrMany(kind), Shape::OneOrMany(shape)) => agree(path, kind, shape),
        (Kind::Text { kind }, Shape::Text { kind: other }) => assert_eq!(kind, other, "{path}"),
        (
            Kind::Number { kind, minimum, maximum },
            Shape::Number { kind: other, minimum: least, maximum: most },
        ) => {
            assert_eq!((kind, minimum, maximum), (other, least, most), "{path}");
        }
        (
            Kind::Decimal { kind, minimum, maximum },
            Shape::Decimal { kind: other, minimum: least, maximum: most },
        ) => {
            assert_eq!((kind, minimum, maximum), (other, least, most), "{path}");
        }
        (Kind::Money, Shape::Decimal { kind: "amount", minimum: None, maximum: None })
        | (Kind::Bool, Shape::Bool)
        | (Kind::Choice, Shape::Choice { .. })
        | (Kind::NumberColumn, Shape::NumberColumn)
        | (Kind::DayColumn, Shape::DayColumn)
        | (Kind::Closed, _) => {}
        _ => panic!("{path}: {kind:?} is described as {shape:?}"),
    }
}

fn solve(call: &Value) -> Result<Value, Error> {
    let answer = Engine::embedded().unwrap().solve_json(&call.to_string())?;
    Ok(serde_json::from_str(&answer).unwrap())
}

fn quote(request: &Value) -> Result<Value, Error> {
    let answer = Engine::embedded().unwrap().quote_json(&request.to_string())?;
    Ok(serde_json::from_str(&answer).unwrap())
}

fn loan() -> Value {
    json!({ "product": "loan", "currency": "USD", "principal": "200000", "rate": 0.05, "start": "2026-01-01",
        "instalments": 360 })
}

fn cover() -> Value {
    json!({ "product": "export-credit-cover", "country": "KAZ", "buyer": "CC2", "currency": "USD",
        "amount": "10000000", "disbursementMonths": 12, "repaymentMonths": 60, "category": 5 })
}

fn credit() -> Value {
    json!({ "product": "export-credit", "exporterCountry": "CHN", "country": "MEX", "buyer": "CC2",
        "currency": "USD", "contractValue": "12500000", "start": "2027-01-15", "disbursementMonths": 12,
        "repaymentMonths": 48, "rate": 0.052, "cover": { "premiumPayment": "financed" },
        "fees": { "arrangement": 0.01, "commitment": 0.005 } })
}

/// 200,000 over 360 months at 6 % are 1,199.10 a month: a table value that textbooks print.
#[test]
fn the_rate_of_an_instalment_is_found_as_the_number_that_people_would_write() {
    let call = json!({ "request": loan(), "vary": "rate", "target": "instalment", "equals": "1199.10",
        "between": [0.01, "0.2"] });
    let found = solve(&call).unwrap();
    assert_eq!(
        (&found["value"], &found["residual"], &found["exact"]),
        (&json!(0.06), &json!(0), &json!(true))
    );
    assert_eq!(found["quote"]["instalment"], "1199.10");
    // The instalment is rounded, so a stretch of rates gives it, and the next rates give a cent less or more.
    assert!(found["from"].as_f64().unwrap() < 0.06 && found["to"].as_f64().unwrap() > 0.06);
    assert_eq!(found["neighbours"][0]["target"], 1199.09);
    assert_eq!(found["neighbours"][1]["target"], 1199.11);
    assert_eq!(found["notices"], json!([]));
}

#[test]
fn what_rounding_leaves_out_is_told_with_the_nearest() {
    let call = json!({ "request": loan(), "vary": "rate", "target": "instalment", "equals": 1199.104,
        "between": [0.01, 0.2] });
    let found = solve(&call).unwrap();
    assert_eq!((&found["target"], &found["residual"]), (&json!(1199.1), &json!(-0.004)));
    assert_eq!(found["notices"][0]["code"], "nearest-value");
    assert_eq!(found["jumps"], json!([]));
}

/// 10,000,000 bear a premium of 617,300.00 (the published example of the rule): 100,000 is 1,619,957.88 times that rate.
#[test]
fn the_amount_of_a_premium_is_found_to_the_cent() {
    let call = json!({ "request": cover(), "vary": "amount", "target": "premium", "equals": "100000",
        "between": [1000, 1e8] });
    let found = solve(&call).unwrap();
    assert_eq!((&found["exact"], &found["quote"]["premium"]), (&json!(true), &json!("100000.00")));
    let wanted = 100_000.0 / 0.06173;
    let (from, to) = (found["from"].as_f64().unwrap(), found["to"].as_f64().unwrap());
    assert!(from <= wanted && wanted <= to && to - from < 0.17, "{from} {to}");
    let call = json!({ "request": cover(), "vary": "amount", "target": "premium", "equals": 617_300,
        "between": ["9000000", "11000000"] });
    assert_eq!(solve(&call).unwrap()["value"], 1e7);
}

#[test]
fn the_term_that_keeps_a_rate_is_one_of_two_neighbours() {
    let call = json!({ "request": credit(), "vary": "repaymentMonths", "target": "allInRate", "equals": 0.07,
        "between": [24, 96] });
    let found = solve(&call).unwrap();
    let neighbours = found["neighbours"].as_array().unwrap();
    assert_eq!(neighbours.len(), 2);
    for neighbour in neighbours {
        let mut request = credit();
        request["repaymentMonths"] = neighbour["value"].clone();
        assert_eq!(quote(&request).unwrap()["allInRate"], neighbour["target"]);
    }
    let miss = |point: &Value| (point["target"].as_f64().unwrap() - 0.07).abs();
    assert!(neighbours.iter().all(|neighbour| miss(&found) <= miss(neighbour)));
    assert!(neighbours[0]["value"].as_u64().unwrap() + 6 == neighbours[1]["value"].as_u64().unwrap());
    // Months that are no whole periods are refused, and that is told.
    let codes: Vec<_> = found["notices"].as_array().unwrap().iter().map(|notice| &notice["code"]).collect();
    assert!(
        codes.contains(&&json!("values-refused")) && codes.contains(&&json!("nearest-value")),
        "{codes:?}"
    );
}

#[test]
fn inputs_inside_records_and_items_of_columns_have_paths() {
    let call = json!({ "request": cover(), "vary": "cover.commercial", "target": "premiumRate",
        "equals": 0.06, "between": [0.5, 1] });
    let found = solve(&call).unwrap();
    assert!(found["residual"].as_f64().unwrap().abs() < 1e-9);
    let flows = json!({ "product": "cash-flow", "times": [0, 1], "amounts": [-100, 0] });
    let call = json!({ "request": flows, "vary": "amounts.1", "target": "xirr", "equals": 0.1, "between": [1, 500] });
    assert!((solve(&call).unwrap()["value"].as_f64().unwrap() - 110.0).abs() < 1e-9);
    let call = json!({ "request": loan(), "vary": "rate", "target": "schedule.interest.0", "equals": 100_000,
        "between": [0.001, 0.1] });
    // 200,000 · 0.06 / 12 is 1,000.
    assert_eq!(solve(&call).unwrap()["value"], 0.06);
}

#[test]
fn a_target_out_of_reach_comes_with_the_range_and_the_nearest() {
    let call = json!({ "request": credit(), "vary": "rate", "target": "allInRate", "equals": 0.5,
        "between": [0, 0.1] });
    let error = solve(&call).unwrap_err();
    assert_eq!(
        (error.kind(), error.reason(), error.field()),
        (ErrorKind::NoConvergence, "target-not-reached", "equals")
    );
    let detail = |name| error.details().iter().find(|(known, _)| *known == name).unwrap().1.clone();
    assert_eq!((detail("nearestAt"), detail("lowestAt")), ("0.1".to_owned(), "0".to_owned()));
    assert_eq!(detail("nearest"), detail("highest"));
    // The buyer's side of a premium is zero up to a border: 95 % of cover and one step more.
    let call = json!({ "request": cover(), "vary": "repaymentMonths", "target": "premium", "equals": 1,
        "between": [25, 29] });
    assert_eq!(solve(&call).unwrap_err().reason(), "target-not-reached");
    let mut refused = cover();
    refused["country"] = json!("USA");
    refused.as_object_mut().unwrap().remove("category");
    let call =
        json!({ "request": refused, "vary": "amount", "target": "premium", "equals": 1, "between": [1, 9] });
    let error = solve(&call).unwrap_err();
    assert_eq!(error.reason(), "all-refused");
    assert!(error.sentence().contains("market"), "{error}");
}

#[test]
fn a_call_that_is_wrong_is_refused_before_anything_is_quoted() {
    for (change, reason, field) in [
        (json!({ "vary": "rtae" }), "unknown-path", "vary"),
        (json!({ "vary": "start" }), "path-without-number", "vary"),
        (json!({ "vary": "cover.commercial" }), "unknown-path", "vary"),
        (json!({ "target": "instalmnet" }), "unknown-path", "target"),
        (json!({ "target": "schedule.payment" }), "path-without-number", "target"),
        (json!({ "target": "notices.0.code" }), "unknown-path", "target"),
        (json!({ "target": "compounding" }), "path-without-number", "target"),
        (json!({ "equals": "a lot" }), "not-a-number", "equals"),
        (json!({ "between": [2, 1] }), "bounds-not-ascending", "between"),
        (json!({ "between": [1] }), "bounds-not-ascending", "between"),
        (json!({ "betwen": [1, 2] }), "unknown-field", "betwen"),
        (json!({ "vary": "principal" }), "bounds-needed", "between"),
        (json!({ "vary": "principal", "between": [1, 1e16] }), "value-too-large", "between"),
        (json!({ "request": { "product": "lona" } }), "unknown-name", "product"),
        (json!({ "request": null }), "wrong-kind", ""),
    ] {
        let mut call = json!({ "request": loan(), "vary": "rate", "target": "instalment", "equals": 1000 });
        for (name, value) in change.as_object().unwrap() {
            call[name] = value.clone();
        }
        let error = solve(&call).unwrap_err();
        assert_eq!((error.reason(), error.field()), (reason, field), "{change}");
    }
    let nearest =
        solve(&json!({ "request": cover(), "vary": "cover.comercial", "target": "premium", "equals": 1 }));
    assert!(nearest.unwrap_err().sentence().contains("cover.commercial"));
    // Bounds that the input has itself need not be given.
    let call =
        json!({ "request": loan(), "vary": "instalments", "target": "instalment", "equals": "1199.10" });
    // ln(1 − 200,000 · 0.05/12 / 1,199.10) / −ln(1 + 0.05/12) is 285.55.
    assert_eq!(solve(&call).unwrap()["value"], 286);
    // To vary the cover of a deal that has none would make it another deal.
    let mut bare = credit();
    bare.as_object_mut().unwrap().remove("cover");
    let call = json!({ "request": bare, "vary": "cover.commercial", "target": "allInRate", "equals": 0.06 });
    assert!(solve(&call).unwrap_err().sentence().contains("not have"));
}

#[test]
fn of_several_answers_all_are_listed_and_the_nearest_to_the_request_is_chosen() {
    let flows =
        json!({ "product": "cash-flow", "times": [0, 1, 2], "amounts": [-100, 230, -132], "rate": 0.12 });
    for (own, chosen) in [(0.12, 0.1), (0.19, 0.2)] {
        let mut request = flows.clone();
        request["rate"] = json!(own);
        let call =
            json!({ "request": request, "vary": "rate", "target": "xnpv", "equals": 0, "between": [0, 0.5] });
        let found = solve(&call).unwrap();
        let values: Vec<f64> =
            found["solutions"].as_array().unwrap().iter().map(|one| one["value"].as_f64().unwrap()).collect();
        assert!((values[0] - 0.1).abs() < 1e-9 && (values[1] - 0.2).abs() < 1e-9 && values.len() == 2);
        assert!((found["value"].as_f64().unwrap() - chosen).abs() < 1e-9);
        assert_eq!(found["notices"][0]["code"], "several-solutions");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_is_solved_gives_the_target_when_it_is_quoted(rate in 0.001..0.3_f64, months in 2..240_u32) {
        let mut request = loan();
        request["instalments"] = json!(months);
        let rate = (rate * 1e9).round() / 1e9;
        request["rate"] = json!(rate);
        let instalment = quote(&request).unwrap()["instalment"].clone();
        request["rate"] = json!(0.5);
        let call = json!({ "request": request, "vary": "rate", "target": "instalment", "equals": instalment,
            "between": [0, 0.5] });
        let found = solve(&call).unwrap();
        prop_assert_eq!(&found["exact"], &json!(true));
        request["rate"] = found["value"].clone();
        let again = quote(&request).unwrap();
        prop_assert_eq!(&again["instalment"], &instalment);
        prop_assert_eq!(&again, &found["quote"]);
        prop_assert!(found["from"].as_f64().unwrap() <= rate && rate <= found["to"].as_f64().unwrap());
    }
}
