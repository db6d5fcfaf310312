//! What must hold for channels of settlement, whatever their terms.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unreachable,
    reason = "a test may fail"
)]

use export_risk::Engine;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

const FIELDS: [&str; 6] = ["transfer", "collection", "credit", "cips", "cbdc", "platform"];

fn run(
    request: &Value,
    verb: fn(&Engine, &str) -> Result<String, export_risk::Error>,
) -> Result<Value, export_risk::Error> {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| verb(engine, &request.to_string()))?;
    Ok(serde_json::from_str(&text).unwrap())
}

fn ask(request: &Value) -> Result<Value, export_risk::Error> {
    run(request, Engine::quote_json)
}

fn number(value: &Value) -> Decimal {
    value.as_str().unwrap_or_else(|| panic!("{value}")).parse().unwrap()
}

prop_compose! {
    fn trades()(
        amount in 100_000..=100_000_000i64, rate in 0..=150i64, p in 0..=50i64, fees in 0..=100_000i64, share in 0..=50i64, spread in 0..=50i64,
        days in 0..=60u32, risk in 0..=90u32, converts in any::<bool>(), months in 1..=12u32, confirmed in any::<bool>(),
    ) -> Map<String, Value> {
        let of = |number: i64, digits: u32| Decimal::new(number, digits).to_string();
        let mut request = json!({
            "product": "settlement", "currency": "CNY", "amount": of(amount, 2), "payerCountry": "HKG", "payeeCountry": "CHN", "moneyRate": of(rate, 3),
            "defaultRate": of(p, 3), "converts": converts, "creditMonths": months, "confirmed": confirmed, "dollar": "7.1",
        });
        for field in FIELDS {
            request[field] = json!({ "fixedFees": of(fees, 2), "feeRate": of(share, 4), "spread": of(spread, 4), "days": days, "riskDays": risk });
        }
        let Value::Object(request) = request else { unreachable!() };
        request
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// The parts sum to the total, channels of the same terms cost the same, and the cheapest is the cheapest.
    #[test]
    fn parts_sum_and_the_least_is_found(trade in trades(), field in prop::sample::select(FIELDS.to_vec())) {
        let quote = ask(&Value::Object(trade.clone())).unwrap();
        let list = quote["channels"].as_array().unwrap();
        for one in list {
            let sum: Decimal = ["fees", "spreadCost", "costOfDays", "expectedLoss"].iter().map(|name| number(&one[*name])).sum();
            prop_assert_eq!(sum, number(&one["totalCost"]));
            prop_assert_eq!(&one["totalCost"], &list[0]["totalCost"]);
        }
        let mut cheaper = trade;
        cheaper[field]["fixedFees"] = json!("0");
        cheaper[field]["feeRate"] = json!("0");
        let quote = ask(&Value::Object(cheaper)).unwrap();
        let least = quote["channels"].as_array().unwrap().iter().map(|one| number(&one["totalCost"])).min().unwrap();
        prop_assert_eq!(number(&quote["lowestCost"]), least);
    }

    /// More days, more risk and more months never cost less, with the tariffs of the table too.
    #[test]
    fn more_days_cost_more(trade in trades(), more in 1..=60u32, table in any::<bool>()) {
        let mut trade = trade;
        if table {
            for field in FIELDS {
                let terms = trade[field].as_object_mut().unwrap();
                terms.remove("fixedFees");
                terms.remove("feeRate");
            }
        }
        let before = ask(&Value::Object(trade.clone())).unwrap();
        for name in ["days", "riskDays", "creditMonths"] {
            let mut later = trade.clone();
            if name == "creditMonths" {
                later[name] = json!(later[name].as_u64().unwrap() + u64::from(more));
            } else {
                for field in FIELDS {
                    later[field][name] = json!(later[field][name].as_u64().unwrap() + u64::from(more));
                }
            }
            let after = ask(&Value::Object(later)).unwrap();
            for (before, after) in before["channels"].as_array().unwrap().iter().zip(after["channels"].as_array().unwrap()) {
                if !before["totalCost"].is_null() {
                    prop_assert!(number(&after["totalCost"]) >= number(&before["totalCost"]), "{name}: {before} and {after}");
                }
            }
        }
    }

    /// Nothing panics and nothing that is not finite comes out, whatever the numbers.
    #[test]
    fn any_numbers_are_answered_or_refused(trade in trades(), days in any::<u32>(), share in 0.0..=1.0f64, any in prop::num::f64::ANY, rate in -0.99..10.0f64) {
        let mut trade = trade;
        for (field, value) in [
            ("transfer", json!({ "days": days % 4000 })), ("cips", json!({ "riskDays": days, "defaultRate": share })), ("credit", json!({ "fixedFees": any })),
            ("platform", json!({ "feeRate": share, "spread": share })), ("yuan", json!(any)), ("dollar", json!(any)), ("amount", json!(any)),
            ("moneyRate", json!(rate)), ("creditMonths", json!(days % 1300)), ("currency", json!("KWD")), ("amount", json!("9007199254740.992")),
        ] {
            let mut one = trade.clone();
            one.insert(field.to_owned(), value.clone());
            let _ = ask(&Value::Object(one));
            trade.insert(field.to_owned(), value);
            let _ = ask(&Value::Object(trade.clone()));
        }
    }
}

/// Every amount has its step, at its place, with the value that it has in the quote.
#[test]
fn every_amount_tells_its_working() {
    let request = json!({
        "product": "settlement", "currency": "USD", "amount": "500000", "payerCountry": "THA", "payeeCountry": "CHN", "moneyRate": 0.05, "yuan": "0.14",
        "defaultRate": 0.02, "transfer": { "riskDays": 30 }, "cips": { "fixedFees": "60", "days": 1 },
    });
    let explained = run(&request, Engine::explain_json).unwrap();
    let (quote, steps) = (&explained["quote"], explained["steps"].as_array().unwrap());
    let told = |path: &str| steps.iter().find(|step| step["output"] == path).map(|step| &step["value"]);
    assert_eq!(told("lowestCost"), Some(&quote["lowestCost"]));
    for (at, channel) in quote["channels"].as_array().unwrap().iter().enumerate() {
        for name in ["fees", "spreadCost", "costOfDays", "expectedLoss", "totalCost"] {
            let path = format!("channels.{at}.{name}");
            let value = &channel[name];
            assert_eq!(told(&path), (!value.is_null()).then_some(value), "{path}");
        }
    }
}

/// What is printed gives its source and its age; what is not public is asked for; who may use what is told.
#[test]
fn notices_say_what_rests_on_what() {
    let codes = |changes: Value| -> Vec<String> {
        let mut request = json!({
            "product": "settlement", "currency": "USD", "amount": "500000", "payerCountry": "THA", "payeeCountry": "CHN", "moneyRate": 0.05,
        });
        for (field, value) in changes.as_object().unwrap() {
            request[field] = value.clone();
        }
        let quote = ask(&request).unwrap();
        let notices = quote["notices"].as_array().unwrap();
        notices.iter().map(|notice| notice["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        codes(json!({ "valuationDate": "2027-11-26" })),
        [
            "settlement-from-table",
            "fixed-fees-left-out",
            "correspondents-not-counted",
            "settlement-from-table",
            "fixed-fees-left-out",
            "settlement-from-table",
            "fixed-fees-left-out",
            "cips-reach",
            "settlement-from-table",
            "multi-cbdc-pilot",
            "settlement-from-table",
            "default-rate-missing",
            "data-older-than-a-year"
        ]
    );
    let nothing = json!({ "fixedFees": "1", "days": 1 });
    let mut given = json!({ "defaultRate": 0.01 });
    for field in FIELDS {
        given[field] = nothing.clone();
    }
    assert_eq!(
        codes(given),
        ["correspondents-not-counted", "cips-reach", "multi-cbdc-pilot", "no-channel-priced"]
    );
}
