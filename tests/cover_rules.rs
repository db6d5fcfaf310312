//! The rule sets side by side: what their tables promise, cell by cell, and that they stand on one footing.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::Engine;
use export_risk::reference::{Cell, Market, Tariff};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

const CLASSES: [&str; 8] = ["SOV+", "SOV", "CC0", "CC1", "CC2", "CC3", "CC4", "CC5"];
const CATEGORIES: [&str; 8] = ["0", "1", "2", "3", "4", "5", "6", "7"];

fn explain(
    request: &Value,
    verb: fn(&Engine, &str) -> Result<String, export_risk::Error>,
) -> Result<Value, export_risk::Error> {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| verb(engine, &request.to_string()))?;
    Ok(serde_json::from_str(&text).unwrap())
}

/// The answer to a plain deal with some fields changed.
fn ask(changes: Value) -> Result<Value, export_risk::Error> {
    explain(&deal(changes), Engine::quote_json)
}

fn deal(changes: Value) -> Value {
    let mut deal = json!({ "product": "export-credit-cover", "currency": "EUR", "amount": "1000000", "repaymentMonths": 6 });
    for (field, value) in changes.as_object().unwrap() {
        deal[field] = value.clone();
    }
    deal
}

fn rate(quote: &Value) -> Decimal {
    quote["premiumRate"].as_str().unwrap_or_else(|| panic!("{quote}")).parse().unwrap()
}

fn value(tariff: &Tariff, row: &str, column: &str) -> Option<Decimal> {
    tariff.number(row, column).map(|cell| cell.value)
}

/// Source: the two tariffs themselves. In all 50 cells that both have, the German short-term rate at 24 months is the
/// minimum premium at a horizon of two years, below standard, within 0.005 percentage points; rounded to two decimals,
/// as it is charged, within half a hundredth more.
#[test]
fn germany_meets_the_minimum_premium_at_two_years() {
    let market = Market::embedded().unwrap();
    let tariff = &market.tariffs.german_short_term;
    let mut cells = 0;
    for category in 1..=7u32 {
        for class in CLASSES {
            let request = |rules: &str| {
                ask(
                    json!({ "category": category, "buyer": class, "repaymentMonths": 24, "quality": "below-standard", "rules": rules }),
                )
            };
            let (minimum, german) = (request("oecd-minimum"), request("de-federal-short-term"));
            let (Ok(minimum), Ok(german)) = (&minimum, &german) else {
                assert_eq!(minimum.unwrap_err().reason(), "class-not-in-category");
                assert_eq!(german.unwrap_err().reason(), "class-not-in-category");
                continue;
            };
            let column = CATEGORIES[category as usize];
            let slope = value(tariff, &format!("m {class}"), column).unwrap();
            let raw = slope * Decimal::from(24) + value(tariff, &format!("n {class}"), column).unwrap();
            let percent = rate(minimum) * Decimal::ONE_HUNDRED;
            assert!((raw - percent).abs() <= Decimal::new(5, 3), "{category} {class}: {raw} and {percent}");
            assert!((rate(german) * Decimal::ONE_HUNDRED - percent).abs() <= Decimal::new(1, 2));
            cells += 1;
        }
    }
    assert_eq!(cells, 50);
}

/// The German rates never fall with months, category or class. (SOV and CC0 cost the same.)
#[test]
fn the_german_tariff_rises_everywhere() {
    let price = |category: u32, class: &str, months: u32| {
        ask(json!({ "category": category, "buyer": class, "repaymentMonths": months, "rules": "de-federal-short-term" }))
            .ok()
            .map(|quote| rate(&quote))
    };
    for category in 1..=7 {
        for (at, class) in CLASSES.iter().enumerate() {
            for months in 0..=24 {
                let Some(here) = price(category, class, months) else { continue };
                for next in [
                    (months < 24).then(|| price(category, class, months + 1)),
                    (category < 7).then(|| price(category + 1, class, months)),
                    CLASSES.get(at + 1).map(|worse| price(category, worse, months)),
                ] {
                    assert!(next.flatten().is_none_or(|next| next >= here), "{category} {class} {months}");
                }
            }
        }
    }
}

/// Manufacturing: never less for a longer time or a worse category.
#[test]
fn manufacturing_rises_with_time_and_category() {
    let price = |category: u32, months: u32| {
        rate(&ask(json!({ "category": category, "manufacturingMonths": months, "rules": "de-federal-manufacturing" })).unwrap())
    };
    for category in 1..=7 {
        for months in 1..=48 {
            assert!(price(category, months + 1) >= price(category, months));
            assert!(category == 7 || price(category + 1, months) > price(category, months));
        }
        assert_eq!(price(category, 1), price(category, 3), "quarters that have started");
    }
}

/// The matrices: the standard rate lies in its range, ranges of neighbouring classes meet, and nothing falls with the
/// class or the category; where MPR is printed, the price is the minimum premium.
#[test]
fn the_matrices_keep_their_order() {
    let market = Market::embedded().unwrap();
    let below_mpr = |cell: Option<Cell>| match cell {
        Some(Cell::Number(number)) => Some(number.value),
        Some(Cell::MinimumPremium) | None => None,
    };
    let mut numbers = 0;
    for (tariff, rules) in [
        (&market.tariffs.swedish_newer, "se-matrix-newer"),
        (&market.tariffs.swedish_older, "se-matrix-older"),
    ] {
        let rows = ["SOV", "CC1", "CC2", "CC3", "CC4", "CC5"];
        for (at, column) in CATEGORIES.iter().enumerate() {
            for (row, class) in rows.iter().enumerate() {
                let Some(standard) = below_mpr(tariff.cell(class, column)) else { continue };
                numbers += 1;
                let end = |end: &str| value(tariff, &format!("{end} {class}"), column);
                assert!(end("low").is_none_or(|low| low <= standard), "{rules} {class} {column}");
                assert!(end("high").is_none_or(|high| high >= standard), "{rules} {class} {column}");
                let right = CATEGORIES.get(at + 1).and_then(|right| value(tariff, class, right));
                assert!(right.is_none_or(|right| right >= standard), "{rules} {class} {column}");
                let Some(worse) = rows.get(row + 1) else { continue };
                assert!(value(tariff, worse, column).is_none_or(|worse| worse > standard));
                if row > 0 {
                    let low = value(tariff, &format!("low {worse}"), column);
                    assert!(
                        low.zip(end("high")).is_none_or(|(low, high)| low == high),
                        "{rules} {class} {column}"
                    );
                }
            }
        }
        for (buyer, category) in [("SOV", 3), ("CC0", 1), ("SOV+", 5)] {
            let terms = json!({ "category": category, "buyer": buyer, "repaymentMonths": 60, "rate": 0.05, "rules": [rules, "oecd-minimum"] });
            let quote = ask(terms).unwrap();
            assert_eq!(quote["premiumRate"], quote["others"][0]["premiumRate"]);
            assert_eq!(quote["annualSpread"], quote["others"][0]["annualSpread"]);
        }
    }
    assert_eq!(numbers, 6 + 5 * 5 + 6 + 6 * 5 + 2);
}

#[test]
fn finland_and_japan_rise_too() {
    let finland = |months: u32, class: &str| {
        ask(json!({ "country": "MEX", "repaymentMonths": months, "premiumClass": class, "rules": "fi-short-term" }))
            .ok()
            .map(|quote| rate(&quote))
    };
    for months in 0..9 {
        for (class, worse) in [("I", "II"), ("II", "III"), ("III", "")] {
            let Some(here) = finland(months, class) else { continue };
            assert!(finland(months + 1, class).is_none_or(|longer| longer >= here));
            assert!(worse.is_empty() || finland(months, worse).is_none_or(|worse| worse > here));
        }
    }
    for rules in ["jp-2004-pre-shipment", "jp-2004-post-shipment"] {
        let japan = |category: u32, days: u32| {
            rate(&ask(json!({ "category": category, "riskDays": days, "rules": rules })).unwrap())
        };
        for category in 0..=7 {
            assert_eq!(japan(category, 0), japan(category, 30));
            for days in [30, 60, 365, 729] {
                assert!(japan(category, days + 1) > japan(category, days));
                assert!(category == 7 || japan(category + 1, days) > japan(category, days));
            }
        }
    }
}

/// One list: what applies is priced as it would be alone, what does not is there with its error, and the first rule set
/// of the list is the one that must apply.
#[test]
fn rule_sets_that_do_not_apply_are_told() {
    let rules =
        json!(["given", "oecd-minimum", "fi-short-term", "de-federal-short-term", "jp-2004-post-shipment"]);
    let terms = json!({ "category": 5, "buyer": "CC1", "repaymentMonths": 12, "premiumRate": "0.02", "premiumClass": "I", "rate": 0.06 });
    let mut listed = terms.clone();
    listed["rules"] = rules;
    let quote = ask(listed).unwrap();
    let refusals: Vec<_> = quote["others"]
        .as_array()
        .unwrap()
        .iter()
        .map(|other| {
            let refusal = &other["refusal"];
            (other["rules"].as_str().unwrap(), refusal["reason"].as_str(), refusal["field"].as_str())
        })
        .collect();
    assert_eq!(
        refusals,
        [
            ("oecd-minimum", Some("short-term"), Some("repaymentMonths")),
            ("fi-short-term", Some("not-printed"), Some("repaymentMonths")),
            ("de-federal-short-term", None, None),
            ("jp-2004-post-shipment", Some("required"), Some("riskDays")),
        ]
    );
    for other in quote["others"].as_array().unwrap() {
        assert_eq!(other["premium"].is_null(), other["refusal"].is_object(), "{other}");
        let mut alone = terms.clone();
        alone["rules"] = other["rules"].clone();
        match ask(alone) {
            Ok(alone) => {
                for field in ["premiumRate", "premium", "annualSpread", "naiveAnnualSpread", "ruleSet"] {
                    assert_eq!(alone[field], other[field], "{field}");
                }
            }
            Err(error) => assert_eq!(Some(error.sentence()), other["refusal"]["message"].as_str()),
        }
    }
    let mut first = terms;
    first["rules"] = json!(["oecd-minimum", "given"]);
    assert_eq!(ask(first).unwrap_err().reason(), "short-term");
}

/// `every` prices what applies and tells in a notice what does not; where nothing applies, the first error is told.
#[test]
fn every_rule_set_at_once() {
    let terms = json!({
        "country": "KAZ", "buyer": "CC2", "repaymentMonths": 60, "rate": 0.06, "rules": "every", "premiumRate": "0.07",
        "marketCurve": { "tenors": [1, 10], "spreads": [0.01, 0.03] },
    });
    let quote = ask(terms.clone()).unwrap();
    let names = |quote: &Value| -> Vec<String> {
        let others = quote["others"].as_array().unwrap().iter();
        core::iter::once(&quote["rules"])
            .chain(others.map(|other| &other["rules"]))
            .map(|name| name.as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        names(&quote),
        ["oecd-minimum", "se-matrix-newer", "se-matrix-older", "market-spread", "given"]
    );
    let passed =
        quote["notices"].as_array().unwrap().iter().find(|notice| notice["code"] == "rule-sets-passed-over");
    assert_eq!(
        passed.unwrap()["values"]["rules"],
        "de-federal-short-term, de-federal-manufacturing, fi-short-term, jp-2004-pre-shipment, jp-2004-post-shipment"
    );
    let mut named = terms;
    named["rules"] = json!(["given", "every"]);
    assert_eq!(
        names(&ask(named).unwrap()),
        ["given", "oecd-minimum", "se-matrix-newer", "se-matrix-older", "market-spread"]
    );
    let short = ask(json!({ "category": 3, "buyer": "CC2", "rules": "every" })).unwrap();
    assert_eq!(
        (short["rules"].as_str(), short["others"].as_array().map(Vec::len)),
        (Some("de-federal-short-term"), Some(0))
    );
    assert_eq!(ask(json!({ "country": "USA", "rules": "every" })).unwrap_err().reason(), "short-term");
}

/// Every number of every rule set has its step, at its place.
#[test]
fn every_rule_set_tells_its_working() {
    for (months, terms) in [
        (60, json!({ "manufacturingMonths": 9, "riskDays": 90 })),
        (6, json!({ "manufacturingMonths": 9, "riskDays": 90, "premiumClass": "II" })),
    ] {
        let mut request = deal(json!({
            "country": "KAZ", "buyer": "CC2", "repaymentMonths": months, "rate": 0.06, "rules": "every", "premiumRate": "0.07",
            "marketCurve": { "tenors": [0.5, 10], "spreads": [0.01, 0.03] },
        }));
        for (field, value) in terms.as_object().unwrap() {
            request[field] = value.clone();
        }
        let answer = explain(&request, Engine::explain_json).unwrap();
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
        let others = answer["quote"]["others"].as_array().unwrap().len();
        assert!(others >= 5, "{others}");
        for at in 0..others {
            for name in ["premiumRate", "premium", "annualSpread", "naiveAnnualSpread"] {
                assert!(told.contains(&format!("others.{at}.{name}")), "{name} of {at}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// A year's rate as an upfront premium, turned back into a spread, is the year's rate.
    #[test]
    fn an_upfront_premium_gives_the_markets_spread_back(
        points in 1..=900u32, percent in 0..=12u32, drawn in 0..=24u32, halves in 4..=30u32,
    ) {
        let spread = f64::from(points) / 1e4;
        let terms = json!({
            "country": "USA", "disbursementMonths": drawn, "repaymentMonths": 6 * halves, "rate": f64::from(percent) / 100.0,
            "rules": "market-spread", "marketCurve": { "tenors": [0.1, 30], "spreads": [spread, spread] },
        });
        let upfront = ask(terms.clone()).unwrap();
        let mut given = terms;
        given["rules"] = json!("given");
        given["premiumRate"] = upfront["premiumRate"].clone();
        let back = ask(given).unwrap()["annualSpread"].as_f64().unwrap();
        prop_assert!((back - spread).abs() < 1e-9, "{back} and {spread}");
        prop_assert!(upfront["annualSpread"].as_f64().unwrap() == spread);
    }

    /// Nothing panics and nothing that is not finite comes out, whatever the numbers.
    #[test]
    fn any_numbers_are_answered_or_refused(
        rules in prop::sample::select(vec!["every", "de-federal-short-term", "de-federal-manufacturing", "se-matrix-older",
            "fi-short-term", "jp-2004-pre-shipment", "market-spread"]),
        category in 0..=7u32, class in 0..8usize, months in 0..=1200u32, short in any::<bool>(), drawn in 0..=1200u32,
        instalments in prop::option::of(0..=40u32), days in 0..=2000u32, made in 0..=1200u32, interest in -0.99..10.0f64,
        spreads in prop::collection::vec(prop::num::f64::ANY, 0..4), amount in 1..=90_000_000_000u64,
    ) {
        let months = if short { months % 25 } else { months };
        let tenors: Vec<f64> = (1..=spreads.len()).map(|at| 3.0 * at as f64).collect();
        let mut terms = json!({
            "category": category, "buyer": CLASSES[class], "repaymentMonths": months, "disbursementMonths": drawn, "rules": rules,
            "riskDays": days, "manufacturingMonths": made, "rate": interest, "premiumClass": "III", "amount": amount, "premiumRate": 1,
            "marketCurve": { "tenors": tenors, "spreads": spreads },
        });
        if let Some(count) = instalments {
            terms["instalments"] = json!(count);
        }
        if let Ok(quote) = ask(terms) {
            prop_assert!(rate(&quote) >= Decimal::ZERO);
        }
    }
}
