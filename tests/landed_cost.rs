//! What must hold for every vehicle on its way into a market.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::Engine;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

fn ask(request: &Value) -> Value {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| engine.quote_json(&request.to_string())).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn amount(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

fn codes(quote: &Value) -> Vec<&str> {
    quote["notices"].as_array().unwrap().iter().map(|notice| notice["code"].as_str().unwrap()).collect()
}

fn car(more: Value) -> Value {
    let mut request = json!({
        "product": "landed-cost", "country": "DEU", "origin": "CHN", "date": "2026-11-25", "drive": "battery", "maker": "byd",
        "currency": "USD", "price": "20000", "exchangeRates": { "currencies": ["RUB", "EUR"], "rates": ["0.0125", "1.1"] },
    });
    let fields = more.as_object().unwrap().clone();
    request.as_object_mut().unwrap().extend(fields);
    request
}

prop_compose! {
    fn ways()(
        country in prop::sample::select(vec!["DEU", "MEX", "RUS", "BRA", "ARE", "SAU", "GBR", "THA"]),
        price in 5_000..60_000u32, freight in 0..3_000u32, margin in 0..30u32, horsepower in 85..400u32, units in 1..5_000u32,
        stage in prop::sample::select(vec!["import", "sale"]), clearance in 0..900u32,
    ) -> Value {
        car(json!({
            "country": country, "price": price, "freight": freight, "horsepower": horsepower, "units": units,
            "dealerMargin": f64::from(margin) / 100.0, "vatStage": stage, "clearance": clearance,
        }))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn the_parts_sum_to_the_price_and_the_programme_to_its_vehicles(way in ways()) {
        let quote = ask(&way);
        let rows = quote["cascade"].as_array().unwrap();
        let mut running = Decimal::ZERO;
        for row in rows {
            running += amount(&row["amount"]);
            prop_assert_eq!(running, amount(&row["running"]));
        }
        prop_assert_eq!(running, amount(&quote["showroomPrice"]));
        let shares: f64 = rows.iter().map(|row| row["share"].as_f64().unwrap()).sum();
        prop_assert!((shares - 1.0).abs() < 1e-9);
        let units = Decimal::from(way["units"].as_u64().unwrap());
        prop_assert_eq!(amount(&quote["programmePrice"]), amount(&quote["showroomPrice"]) * units);
        prop_assert_eq!(amount(&quote["programmeLevies"]), amount(&quote["levies"]) * units);
        prop_assert!(amount(&quote["landedCostBeforeVat"]) <= amount(&quote["landedCost"]));
        prop_assert!(amount(&quote["landedCost"]) <= amount(&quote["showroomPrice"]));
    }

    #[test]
    fn a_higher_price_or_duty_never_lowers_what_the_buyer_pays(way in ways(), more in 1..5_000u32, rate in 0..100u32) {
        let price = |way: &Value| amount(&ask(way)["showroomPrice"]);
        let mut dearer = way.clone();
        dearer["price"] = json!(way["price"].as_u64().unwrap() + u64::from(more));
        prop_assert!(price(&dearer) >= price(&way));
        let (mut low, mut high) = (way.clone(), way);
        low["dutyRate"] = json!(f64::from(rate) / 100.0);
        high["dutyRate"] = json!(f64::from(rate + 1) / 100.0);
        prop_assert!(price(&high) >= price(&low));
    }

    #[test]
    fn a_rate_that_is_given_as_the_table_has_it_changes_no_amount(price in 5_000..60_000u32) {
        let table = ask(&car(json!({ "price": price })));
        let given = ask(&car(json!({ "price": price, "dutyRate": 0.1, "additionalDutyRate": 0.17, "vatRate": 0.19 })));
        for field in ["showroomPrice", "landedCost", "duties", "levies"] {
            prop_assert_eq!(&table[field], &given[field]);
        }
        prop_assert_eq!(given["editions"].as_array().unwrap().len(), 0);
    }
}

#[test]
fn a_card_takes_the_place_of_a_kind_and_is_named() {
    let card = json!({
        "name": "A bank's duties", "date": "2026-11-01", "currency": "EUR",
        "dutyRows": [
            { "country": "DEU", "kind": "countervailing-duty", "rate": 0.2, "drives": ["battery"], "origin": "CHN" },
            { "country": "DEU", "kind": "registration-fee", "base": "unit", "rate": 500 },
            { "country": "DEU", "kind": "excise", "rate": 0.5, "from": "2027-01-01" },
            { "country": "MEX", "kind": "duty", "rate": 0.01 },
        ],
    });
    let engine = Engine::with_rate_card_json(&card.to_string()).unwrap();
    let quote: Value =
        serde_json::from_str(&engine.quote_json(&car(json!({})).to_string()).unwrap()).unwrap();
    assert_eq!(quote["effectiveDuty"], json!(0.3));
    // 20,000 + 30 %, 19 % VAT, and EUR 500 at 1.1 outside it.
    assert_eq!(quote["showroomPrice"], "31490.00");
    let fee =
        quote["cascade"].as_array().unwrap().iter().find(|row| row["part"] == "registration-fee").unwrap();
    assert_eq!(
        (&fee["amount"], &fee["ownCurrency"], &fee["grade"]),
        (&json!("550.00"), &json!("EUR"), &json!("partner"))
    );
    assert!(codes(&quote).contains(&"rate-card-used"));
    let ids: Vec<_> = quote["editions"].as_array().unwrap().iter().map(|edition| &edition["id"]).collect();
    assert!(ids.contains(&&json!("rate-card")) && ids.contains(&&json!("vehicle-duties")));
}

#[test]
fn a_card_with_a_wrong_row_is_refused_at_its_place() {
    for (row, path) in [
        (json!({ "country": "DEU", "kind": "duty", "rate": -0.1 }), "dutyRows.0.rate"),
        (
            json!({ "country": "DEU", "kind": "recycling-fee", "base": "unit", "rate": 500 }),
            "dutyRows.0.currency",
        ),
        (json!({ "country": "DEU", "kind": "duty", "rate": 0.1, "drive": "battery" }), "dutyRows.0.drive"),
    ] {
        let card = json!({ "name": "x", "date": "2026-11-01", "dutyRows": [row] });
        let error = Engine::with_rate_card_json(&card.to_string()).unwrap_err();
        assert_eq!(error.faults().first().map(export_risk::Error::field), Some(path));
    }
}

#[test]
fn age_disagreement_and_missing_dates_are_told() {
    let told = |more: Value| codes(&ask(&car(more))).into_iter().map(str::to_owned).collect::<Vec<_>>();
    assert!(told(json!({ "valuationDate": "2026-11-25" })).contains(&"levy-old".to_owned()));
    assert!(!told(json!({ "valuationDate": "2025-10-01" })).contains(&"levy-old".to_owned()));
    assert!(told(json!({ "country": "GBR" })).contains(&"levy-undated".to_owned()));
    let turkey = json!({ "country": "TUR", "drive": "combustion", "dutyRate": 0.1 });
    let codes = told(turkey);
    assert!(codes.contains(&"levies-conflict".to_owned()) && codes.contains(&"levy-contested".to_owned()));
    assert!(codes.contains(&"vat-missing".to_owned()));
    let mut nobody = car(json!({}));
    nobody.as_object_mut().unwrap().remove("maker");
    assert!(self::codes(&ask(&nobody)).contains(&"maker-not-given"));
}

#[test]
fn wrong_requests_are_refused_at_their_field() {
    let engine = Engine::embedded().unwrap();
    let levies = |more: Value| {
        let mut levies = json!({ "kinds": ["excise"], "rates": [0.1] });
        levies.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "levies": levies })
    };
    for (more, reason, field) in [
        (json!({ "units": 0 }), "out-of-bounds", "units"),
        (json!({ "northernIreland": true }), "only-with-gbr", "northernIreland"),
        (json!({ "dutyRate": -0.1 }), "below-minimum", "dutyRate"),
        (json!({ "dealerMargin": 1 }), "above-maximum", "dealerMargin"),
        (json!({ "withinQuota": true }), "no-quota", "withinQuota"),
        (json!({ "price": "0.001" }), "too-many-decimals", "price"),
        (json!({ "take": ["eu-nothing"] }), "no-such-row", "take.0"),
        (levies(json!({ "rates": [] })), "unequal-lengths", "levies.rates"),
        (levies(json!({ "rates": [-1] })), "below-minimum", "levies.rates.0"),
        (levies(json!({ "bases": "tax-inclusive", "rates": [1] })), "above-maximum", "levies.rates.0"),
        (levies(json!({ "bases": "horsepower" })), "required", "horsepower"),
        (levies(json!({ "bases": "unit", "currencies": ["JPY"] })), "exchange-rate-missing", "exchangeRates"),
        (
            json!({ "dutyRate": 0.1, "levies": { "kinds": ["duty"], "rates": [0.1] } }),
            "given-twice",
            "dutyRate",
        ),
        (
            json!({ "exchangeRates": { "currencies": ["EUR"], "rates": [] }, "levies": { "kinds": ["excise"], "bases": "unit", "rates": [1], "currencies": ["EUR"] } }),
            "unequal-lengths",
            "exchangeRates.rates",
        ),
    ] {
        let error = engine.quote_json(&car(more.clone()).to_string()).unwrap_err();
        assert_eq!((error.reason(), error.field()), (reason, field), "{more}");
    }
}

#[test]
fn extreme_amounts_have_an_answer_or_an_error() {
    let engine = Engine::embedded().unwrap();
    for more in [
        json!({ "price": "90000000000000" }),
        json!({ "price": "90000000000000", "units": 10_000_000 }),
        json!({ "price": "0.01", "dutyRate": 10, "additionalDutyRate": 10, "vatRate": 10 }),
        json!({ "levies": { "kinds": ["excise"], "bases": "tax-inclusive", "rates": ["0.9999999999999999999999999999"] } }),
        json!({ "levies": { "kinds": ["excise"], "bases": "unit", "rates": ["79228162514264337593543950335"] } }),
        json!({ "exchangeRates": { "currencies": ["RUB"], "rates": ["79228162514264337593543950335"] }, "country": "RUS", "horsepower": 100 }),
    ] {
        if let Err(error) = engine.quote_json(&car(more.clone()).to_string()) {
            assert_eq!(error.reason(), "amount-too-large", "{more}");
        }
    }
}

#[test]
fn every_amount_of_the_cascade_has_a_step() {
    let engine = Engine::embedded().unwrap();
    let text = engine
        .explain_json(&car(json!({ "country": "RUS", "horsepower": 90, "dealerMargin": 0.1 })).to_string())
        .unwrap();
    let told: Value = serde_json::from_str(&text).unwrap();
    let outputs: Vec<&str> =
        told["steps"].as_array().unwrap().iter().filter_map(|step| step["output"].as_str()).collect();
    for at in 0..told["quote"]["cascade"].as_array().unwrap().len() {
        assert!(outputs.contains(&format!("cascade.{at}.amount").as_str()), "{at}");
    }
    for field in
        ["customsValue", "duties", "levies", "landedCost", "showroomPrice", "effectiveDuty", "programmePrice"]
    {
        assert!(outputs.contains(&field), "{field}");
    }
}
