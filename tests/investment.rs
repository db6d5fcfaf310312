//! What must hold for every cover of an investment.

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

const RULES: [&str; 6] = [
    "de-federal-investment",
    "miga-average",
    "miga-small-from",
    "miga-small-to",
    "uk-standby-quarter",
    "given",
];

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

fn with(deal: &Map<String, Value>, field: &str, value: impl Into<Value>) -> Value {
    let mut deal = deal.clone();
    deal.insert(field.to_owned(), value.into());
    ask(&Value::Object(deal)).unwrap()
}

fn amount(quote: &Value, field: &str) -> Decimal {
    quote[field].as_str().unwrap_or_else(|| panic!("{field} is {}", quote[field])).parse().unwrap()
}

fn column(quote: &Value, name: &str) -> Vec<f64> {
    quote["schedule"][name].as_array().unwrap().iter().map(|cell| cell.as_f64().unwrap()).collect()
}

prop_compose! {
    fn investments()(
        rules in prop::sample::select(RULES.to_vec()),
        equity in 1..=50_000_000u32, loans in 0..=50_000_000u32, returns in 0..=5_000_000u32, years in 1..=20u32,
        mut made in prop::collection::vec(1..=100u32, 1..=3), rate in 0..=200u32, standby in 0..=200u32, discount in 0..=15u32,
        expected in 1..=30u32, large in any::<bool>(),
    ) -> Map<String, Value> {
        made.sort_unstable();
        made.truncate(years as usize);
        let hundredths = |number: u32| Decimal::new(i64::from(number), 2).to_string();
        let request = json!({
            "product": "investment-cover", "currency": "EUR", "equity": equity, "shareholderLoans": loans, "returns": returns,
            "start": "2027-02-28", "holdingYears": years, "contributed": made.into_iter().map(hundredths).collect::<Vec<_>>(),
            "rules": rules, "premiumRate": Decimal::new(i64::from(rate), 4).to_string(),
            "standbyRate": Decimal::new(i64::from(standby), 4).to_string(), "discountRate": hundredths(discount),
            "expectedReturn": hundredths(expected), "largeHostShare": large,
        });
        let Value::Object(request) = request else { unreachable!() };
        request
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// The columns sum to the totals, a present value is no more than them, and cover never raises the return.
    #[test]
    fn the_years_add_up(deal in investments()) {
        let quote = ask(&Value::Object(deal)).unwrap();
        let premiums = column(&quote, "premium");
        let sum: f64 = premiums.iter().sum();
        prop_assert_eq!(Decimal::new(sum as i64, 2), amount(&quote, "totalPremium"));
        prop_assert_eq!(Decimal::new(premiums[0] as i64, 2), amount(&quote, "premium"));
        prop_assert!(amount(&quote, "presentValue") <= amount(&quote, "totalPremium"));
        prop_assert!(amount(&quote, "presentValue") >= amount(&quote, "premium"));
        prop_assert!(quote["returnTaken"].as_f64().unwrap() > -1e-12);
        let (current, standby) = (column(&quote, "current"), column(&quote, "standby"));
        for year in 0..current.len() {
            prop_assert!(standby[year] >= 0.0);
            prop_assert_eq!(current[year] + standby[year], current[0] + standby[0]);
        }
    }

    /// Twice the amounts cost twice as much, to a cent a year; what is on standby never costs more than what is made.
    #[test]
    fn premiums_follow_the_amounts(deal in investments()) {
        let quote = ask(&Value::Object(deal.clone())).unwrap();
        let mut twice = deal.clone();
        for field in ["equity", "shareholderLoans", "returns"] {
            twice[field] = json!(2 * deal[field].as_u64().unwrap());
        }
        let twice = column(&ask(&Value::Object(twice)).unwrap(), "premium");
        for (once, twice) in column(&quote, "premium").iter().zip(&twice) {
            prop_assert!((2.0 * once - twice).abs() <= 2.0, "{once} and {twice}");
        }
        if deal["rules"] != "given" {
            let made = column(&with(&deal, "contributed", json!([1])), "premium");
            prop_assert!(column(&quote, "premium").iter().zip(&made).all(|(part, all)| part <= all));
        }
    }

    /// What the cover pays and what stays with the investor is the loss, and a peril that is left out pays nothing.
    #[test]
    fn a_loss_is_borne_by_somebody(deal in investments(), equity in 0..=100u32, loan in 0..=100u32, year in 1..=20u32) {
        let mut deal = deal;
        let years = deal["holdingYears"].as_u64().unwrap() as u32;
        deal.insert("equityCover".to_owned(), json!(Decimal::new(i64::from(equity), 2).to_string()));
        deal.insert("loanCover".to_owned(), json!(Decimal::new(i64::from(loan), 2).to_string()));
        deal.insert("eventYear".to_owned(), json!(year.min(years)));
        let quote = with(&deal, "perils", json!({ "war": false }));
        for event in quote["events"].as_array().unwrap() {
            let (loss, paid, retained) = (amount(event, "loss"), amount(event, "paid"), amount(event, "retained"));
            prop_assert_eq!(loss, paid + retained);
            prop_assert!(paid >= Decimal::ZERO && retained >= Decimal::ZERO);
            prop_assert!(event["peril"] != "war" || paid.is_zero());
        }
    }

    /// Nothing panics and nothing that is not finite comes out, whatever the numbers.
    #[test]
    fn any_numbers_are_answered_or_refused(
        deal in investments(), years in 0..=40u32, equity in prop::num::f64::ANY, expected in -0.99..10.0f64, discount in -0.99..10.0f64,
        exit in 0..=90_000_000_000u64, shares in prop::collection::vec(-0.5..1.5f64, 0..4),
    ) {
        let mut deal = deal;
        for (field, value) in [("holdingYears", json!(years)), ("expectedReturn", json!(expected)), ("discountRate", json!(discount)),
            ("exitValue", json!(exit)), ("loansRepaid", json!(shares)), ("contributed", json!(shares)), ("rules", json!("every")),
            ("equity", json!(equity))] {
            let mut one = deal.clone();
            one.insert(field.to_owned(), value.clone());
            let _ = ask(&Value::Object(one));
            deal.insert(field.to_owned(), value);
            let _ = ask(&Value::Object(deal.clone()));
        }
    }
}

/// Side by side each rule set prices as it would alone, and one that needs more says so.
#[test]
fn rule_sets_stand_side_by_side() {
    let base = json!({
        "product": "investment-cover", "currency": "EUR", "equity": "20000000", "start": "2027-01-01", "holdingYears": 10,
        "contributed": [0.5, 1], "expectedReturn": 0.1, "discountRate": 0.04, "premiumRate": 0.006,
    });
    let of = |rules: Value| {
        let mut request = base.clone();
        request["rules"] = rules;
        ask(&request)
    };
    let listed = of(json!(["miga-average", "given", "de-federal-investment", "uk-standby-quarter"])).unwrap();
    for other in listed["others"].as_array().unwrap() {
        match of(other["rules"].clone()) {
            Ok(alone) => {
                for field in
                    ["premiumRate", "premium", "totalPremium", "presentValue", "returnAfter", "grade"]
                {
                    assert_eq!(alone[field], other[field], "{field}");
                }
            }
            Err(error) => {
                assert_eq!(other["rules"], "given");
                assert_eq!(other["refusal"]["field"], error.field());
            }
        }
    }
    let every = of(json!("every")).unwrap();
    assert_eq!(
        (every["rules"].as_str(), every["others"].as_array().map(Vec::len)),
        (Some("de-federal-investment"), Some(4))
    );
    let codes: Vec<_> =
        every["notices"].as_array().unwrap().iter().map(|notice| notice["code"].as_str().unwrap()).collect();
    assert_eq!(
        codes,
        [
            "one-rate-for-all-perils",
            "handling-fee-ambiguous",
            "package-without-breach-of-contract",
            "rule-sets-passed-over"
        ]
    );
    let notices = |changes: Value| -> Vec<String> {
        let mut request = base.clone();
        for (field, value) in changes.as_object().unwrap() {
            request[field] = value.clone();
        }
        let quote = ask(&request).unwrap();
        quote["notices"]
            .as_array()
            .unwrap()
            .iter()
            .map(|notice| notice["code"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        notices(
            json!({ "rules": "miga-small-to", "holdingYears": 16, "expectedReturn": null, "perils": { "breachOfContract": false } })
        ),
        ["end-of-a-range", "standby-not-priced", "over-fifteen-years", "return-missing"]
    );
    assert_eq!(notices(json!({ "currency": "USD" })), ["one-rate-for-all-perils", "fee-in-euros-only"]);
    assert_eq!(
        notices(json!({ "rules": "miga-average", "contributed": [1], "valuationDate": "2027-11-24" })),
        ["data-older-than-a-year"]
    );
    assert_eq!(notices(json!({ "rules": "given", "standbyRate": 0 })), ["premium-rate-given"]);
}

/// Every number has its step, at its place.
#[test]
fn the_working_is_told() {
    let request = json!({
        "product": "investment-cover", "currency": "EUR", "equity": "20000000", "shareholderLoans": "5000000", "returns": "100000",
        "start": "2027-01-01", "holdingYears": 10, "contributed": [0.5, 1], "expectedReturn": 0.1, "discountRate": 0.04,
        "premiumRate": 0.006, "standbyRate": 0.001, "rules": "every",
    });
    let answer = run(&request, Engine::explain_json).unwrap();
    let mut told = Vec::new();
    for step in answer["steps"].as_array().unwrap() {
        assert!(
            step["source"].is_string() && step["formula"].is_string() && step["grade"].is_string(),
            "{step}"
        );
        let Some(path) = step["output"].as_str() else { continue };
        let found = path.split('.').fold(&answer["quote"], |at, name| match name.parse::<usize>() {
            Ok(index) => &at[index],
            Err(_) => &at[name],
        });
        let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
        assert_eq!(found, step["value"].as_str().unwrap(), "{path}");
        told.push(path.to_owned());
    }
    for path in [
        "premiumRate",
        "premium",
        "totalPremium",
        "presentValue",
        "handlingFee",
        "returnBefore",
        "returnAfter",
        "returnTaken",
        "maximumAmount",
        "events.3.paid",
        "others.0.premium",
        "others.4.returnAfter",
    ] {
        assert!(told.iter().any(|told| told == path), "{path}");
    }
}
