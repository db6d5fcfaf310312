//! What must hold for every premium, whatever the deal; and the fixtures of a second program to the last digit.

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

const CLASSES: [&str; 8] = ["SOV+", "SOV", "CC0", "CC1", "CC2", "CC3", "CC4", "CC5"];

fn ask(request: &Value) -> Result<Value, export_risk::Error> {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| engine.quote_json(&request.to_string()))?;
    Ok(serde_json::from_str(&text).unwrap())
}

/// The answer to a deal that is changed in one field.
fn with(deal: &Map<String, Value>, field: &str, value: impl Into<Value>) -> Value {
    let mut deal = deal.clone();
    deal.insert(field.to_owned(), value.into());
    ask(&Value::Object(deal)).unwrap()
}

fn decimal(quote: &Value, field: &str) -> Decimal {
    quote[field].as_str().unwrap_or_else(|| panic!("{field} is {}", quote[field])).parse().unwrap()
}

fn rate(quote: &Value) -> Decimal {
    decimal(quote, "premiumRate")
}

fn has_notice(quote: &Value, code: &str) -> bool {
    quote["notices"].as_array().unwrap().iter().any(|notice| notice["code"] == code)
}

/// The class of this place, or the worst that exists in the category.
fn class(category: u32, at: usize) -> usize {
    at.min(match category {
        7 => 4,
        6 => 5,
        5 => 6,
        _ => 7,
    })
}

prop_compose! {
    fn deals()(
        category in 1..=7u32,
        class_at in 0..8usize,
        disbursement in 0..=36u32,
        repayment in 24..=264u32,
        commercial in 0..=100u32,
        political in 0..=100u32,
        quality in prop::sample::select(vec!["below-standard", "standard", "above-standard"]),
        local in 0..=20u32,
        enhancement in 0..=35u32,
    ) -> (Map<String, Value>, usize) {
        let at = class(category, class_at);
        let share = |hundredths: u32| Decimal::new(i64::from(hundredths), 2).to_string();
        let deal = json!({
            "product": "export-credit-cover", "category": category, "buyer": CLASSES[at],
            "currency": "USD", "amount": "25000000", "disbursementMonths": disbursement,
            "repaymentMonths": repayment, "quality": quality,
            "cover": { "commercial": share(commercial), "political": share(political) },
            "localCurrencyFactor": share(local), "creditEnhancementFactor": share(enhancement),
        });
        let Value::Object(deal) = deal else { unreachable!() };
        (deal, at)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_premium_never_falls_with_the_horizon((deal, _) in deals(), more in 1..=36u32) {
        let before = ask(&Value::Object(deal.clone())).unwrap();
        let months = |field: &str| deal[field].as_u64().unwrap() as u32 + more;
        for field in ["repaymentMonths", "disbursementMonths"] {
            let after = with(&deal, field, months(field));
            prop_assert!(rate(&after) >= rate(&before), "{field}: {} then {}", rate(&before), rate(&after));
        }
    }

    #[test]
    fn the_premium_never_falls_with_the_category((deal, at) in deals()) {
        let category = deal["category"].as_u64().unwrap() as u32;
        if category == 7 || class(category + 1, at) != at {
            return Ok(()); // the class does not exist there
        }
        let (before, after) = (ask(&Value::Object(deal.clone())).unwrap(), with(&deal, "category", category + 1));
        prop_assert!(rate(&after) >= rate(&before), "{} then {}", rate(&before), rate(&after));
    }

    /// Only where the term factor meets the grade boundary may a worse class be cheaper, and then both deals say so.
    /// With equal cover of both risks and no discount for security that takes a horizon over fifteen years; where
    /// less of the commercial risk is covered, so that the buyer's part counts for less, any over ten will do.
    #[test]
    fn the_premium_never_falls_with_the_class(
        (deal, at) in deals(), grade in prop::option::of(any::<bool>()), equal in any::<bool>(),
    ) {
        let category = deal["category"].as_u64().unwrap() as u32;
        if class(category, at + 1) != at + 1 {
            return Ok(()); // the worst class of the category
        }
        let mut deal = deal;
        deal.insert("speculativeGrade".to_owned(), json!(grade));
        if equal {
            let political = deal["cover"]["political"].clone();
            deal["cover"]["commercial"] = political;
            deal.insert("creditEnhancementFactor".to_owned(), json!(0));
        }
        let (better, worse) = (ask(&Value::Object(deal.clone())).unwrap(), with(&deal, "buyer", CLASSES[at + 1]));
        let horizon = better["horizonYears"].as_f64().unwrap();
        let least = if equal { 15.0 } else { 10.0 };
        let told = has_notice(&better, "term-slope-exception") && has_notice(&worse, "term-slope-exception");
        if rate(&worse) < rate(&better) {
            prop_assert!(grade.is_none() && horizon > least);
            prop_assert!(told);
        } else {
            prop_assert!(!told);
        }
    }

    #[test]
    fn the_premium_never_falls_with_cover((deal, _) in deals(), commercial in 0..=100u32, political in 0..=100u32) {
        let cover = |commercial: u32, political: u32| json!({
            "commercial": Decimal::new(i64::from(commercial), 2).to_string(),
            "political": Decimal::new(i64::from(political), 2).to_string(),
        });
        let base = with(&deal, "cover", cover(commercial, political));
        for more in [cover((commercial + 3).min(100), political), cover(commercial, (political + 3).min(100))] {
            prop_assert!(rate(&with(&deal, "cover", more)) >= rate(&base));
        }
    }

    /// A financed premium is the premium of all that is then borrowed.
    #[test]
    fn a_financed_premium_bears_premium((deal, _) in deals(), share in 0..=100u32) {
        let quote = with(&deal, "financedShare", Decimal::new(i64::from(share), 2).to_string());
        let financed = &quote["financed"];
        prop_assume!(!financed.is_null());
        let off = rate(&quote) * decimal(financed, "credit") - decimal(financed, "premium");
        prop_assert!(off.abs() <= Decimal::new(2, 2), "{off}");
    }

    /// What is paid as the credit is drawn is the premium, to the smallest unit.
    #[test]
    fn parts_sum_to_the_premium((deal, _) in deals()) {
        let quote = ask(&Value::Object(deal)).unwrap();
        let drawn = &quote["asDrawn"];
        let (part, last) = (decimal(drawn, "part"), decimal(drawn, "last"));
        prop_assert!(part >= Decimal::ZERO && last >= Decimal::ZERO);
        let parts = drawn["parts"].as_u64().unwrap();
        prop_assert_eq!(Decimal::from(parts - 1) * part + last, decimal(&quote, "premium"));
    }

    /// The spread, added to the rate, pays for the premium: both discounted at the sum.
    #[test]
    fn the_spread_is_worth_the_premium((deal, _) in deals(), percent in 0..=12u32, halves in 4..=44u32) {
        let mut deal = deal;
        deal.insert("disbursementMonths".to_owned(), json!(0));
        deal.insert("repaymentMonths".to_owned(), json!(6 * halves));
        let quote = with(&deal, "rate", f64::from(percent) / 100.0);
        let spread = quote["annualSpread"].as_f64().unwrap();
        let growth = 1.0 + (f64::from(percent) / 100.0 + spread) / 2.0;
        let owed = |period: u32| 1.0 - f64::from(period - 1) / f64::from(halves);
        let worth: f64 = (1..=halves).map(|k| spread * owed(k) / 2.0 * growth.powi(-(k as i32))).sum();
        let premium: f64 = rate(&quote).to_string().parse().unwrap();
        prop_assert!((worth - premium).abs() < 1e-12, "{worth} and {premium}");
        prop_assert!(spread >= quote["naiveAnnualSpread"].as_f64().unwrap() - 1e-15);
    }

    /// Nothing panics and nothing that is not finite comes out, whatever the numbers.
    #[test]
    fn any_numbers_are_answered_or_refused(
        (deal, _) in deals(), months in 0..=1500u32, life in -1.0..120.0f64, given in -0.5..1.5f64,
        amount in prop::num::f64::ANY, per_year in 0..=13u32, interest in -2.0..12.0f64,
    ) {
        let mut deal = deal;
        deal.insert("repaymentMonths".to_owned(), json!(months));
        for (field, value) in [("averageLifeYears", json!(life)), ("premiumRate", json!(given)), ("amount", json!(amount)),
            ("paymentsPerYear", json!(per_year)), ("rate", json!(interest)), ("rules", json!("given")),
            ("financedShare", json!(given))] {
            let mut one = deal.clone();
            one.insert(field.to_owned(), value.clone());
            let _ = ask(&Value::Object(one));
            deal.insert(field.to_owned(), value);
            let _ = ask(&Value::Object(deal.clone()));
        }
    }
}

/// Category 4, horizon 18.5 years: the better class is dearer, because only the worse one has the term factor.
#[test]
fn the_exception_is_pinned_and_told() {
    let deal = |buyer: &str| {
        ask(&json!({
            "product": "export-credit-cover", "category": 4, "buyer": buyer, "currency": "USD",
            "amount": "10000000", "repaymentMonths": 222,
        }))
        .unwrap()
    };
    let (better, worse) = (deal("CC0"), deal("CC1"));
    assert_eq!(
        (better["premiumRate"].as_str(), worse["premiumRate"].as_str()),
        (Some("0.10525"), Some("0.1051875"))
    );
    assert!(has_notice(&better, "term-slope-exception") && has_notice(&worse, "term-slope-exception"));
    assert!(!has_notice(&deal("CC2"), "term-slope-exception"));
}

/// A limit passed, a default assumed, old data: each has its notice, and a plain deal has none but the source's.
#[test]
fn notices_tell_what_a_reader_should_know() {
    let plain = json!({
        "product": "export-credit-cover", "country": "KAZ", "buyer": "CC2", "currency": "USD", "amount": "10000000",
        "repaymentMonths": 60, "rate": 0.06, "exporterCountry": "DEU", "valuationDate": "2026-06-01",
    });
    let codes = |change: Value| -> Vec<String> {
        let mut deal = plain.clone();
        for (field, value) in change.as_object().unwrap() {
            deal[field] = value.clone();
        }
        let quote = ask(&deal).unwrap_or_else(|error| panic!("{change}: {error:?}"));
        quote["notices"].as_array().unwrap().iter().map(|n| n["code"].as_str().unwrap().to_owned()).collect()
    };
    for (change, expected) in [
        (json!({}), &[][..]),
        (json!({ "exporterCountry": "CHN" }), &["benchmark-only"]),
        (json!({ "rate": null }), &["rate-missing"]),
        (json!({ "disbursementMonths": 36 }), &[]),
        (json!({ "disbursementMonths": 37 }), &["disbursement-over-three-years"]),
        (
            json!({ "disbursementMonths": 61 }),
            &["disbursement-over-three-years", "disbursement-longer-than-repayment"],
        ),
        (json!({ "repaymentMonths": 180 }), &[]),
        (json!({ "repaymentMonths": 181 }), &["repayment-over-limit"]),
        (json!({ "repaymentMonths": 264, "climateSector": true }), &[]),
        (json!({ "averageLifeYears": 5 }), &["profile-by-average-life"]),
        (json!({ "buyer": null, "rating": "B+" }), &["class-by-rating"]),
        (json!({ "valuationDate": "2027-01-30" }), &[]),
        (json!({ "valuationDate": "2027-01-31" }), &["data-older-than-a-year"]),
        (json!({ "valuationDate": "2027-11-24" }), &["data-older-than-a-year", "data-older-than-a-year"]),
    ] {
        let mut found = codes(change.clone());
        found.retain(|code| code != "secondary-coefficients");
        assert_eq!(found, expected, "{change}");
    }
    let given = codes(json!({ "rules": "given", "premiumRate": 1 }));
    assert_eq!(given, ["premium-rate-given", "premium-not-financeable"]);
}

/// An answer names the tables that it rests on, and no others.
#[test]
fn editions_are_those_that_were_used() {
    let ids = |fields: Value| -> Vec<String> {
        let mut deal = json!({
            "product": "export-credit-cover", "buyer": "CC2", "currency": "USD", "amount": "1", "repaymentMonths": 60,
        });
        for (field, value) in fields.as_object().unwrap() {
            deal[field] = value.clone();
        }
        let editions = ask(&deal).unwrap()["editions"].clone();
        editions
            .as_array()
            .unwrap()
            .iter()
            .map(|edition| edition["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(ids(json!({ "category": 3 })), ["oecd-minimum-premium"]);
    assert_eq!(ids(json!({ "country": "MEX" })), ["oecd-minimum-premium", "oecd-country-risk"]);
    let exporter = json!({ "category": 3, "exporterCountry": "CHN" });
    assert_eq!(ids(exporter), ["oecd-minimum-premium", "arrangement-participants"]);
    let given = json!({ "category": 3, "rules": "given", "premiumRate": "0.01" });
    assert_eq!(ids(given), Vec::<String>::new());
}

/// Several rule sets on the same footing: each prices as it would alone.
#[test]
fn rule_sets_stand_side_by_side() {
    let ask_rules = |rules: Value| {
        ask(&json!({
            "product": "export-credit-cover", "category": 5, "buyer": "CC2", "currency": "USD", "rate": 0.06,
            "amount": "10000000", "repaymentMonths": 60, "premiumRate": "0.07", "rules": rules,
        }))
        .unwrap()
    };
    let (minimum, given) = (ask_rules(json!("oecd-minimum")), ask_rules(json!("given")));
    let both = ask_rules(json!(["given", "oecd-minimum"]));
    for field in ["rules", "premiumRate", "premium", "annualSpread", "naiveAnnualSpread"] {
        assert_eq!(both[field], given[field], "{field}");
        assert_eq!(both["others"][0][field], minimum[field], "{field}");
    }
    assert_eq!(minimum["others"], json!([]));
}

/// The working: every number of the formula in order, each with the grade of its own source.
#[test]
fn the_working_is_told_in_order_and_graded() {
    let request = json!({
        "product": "export-credit-cover", "country": "KAZ", "buyer": "CC2", "currency": "USD", "amount": "10000000",
        "disbursementMonths": 12, "repaymentMonths": 60, "rate": 0.06,
    });
    let answer = Engine::embedded().unwrap().explain_json(&request.to_string()).unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let steps: Vec<_> = answer["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            (
                step["symbol"].as_str().unwrap(),
                step["value"].as_str().unwrap(),
                step["grade"].as_str().unwrap(),
            )
        })
        .collect();
    // Source: country part .74 · 5.5 + .75, buyer part .246 · 5.5, their sum 6.173 %.
    assert_eq!(
        steps[..11],
        [
            ("i", "5", "secondary"),
            ("HOR", "5.5", "official"),
            ("K", "4.82", "official"),
            ("C", "1.353", "secondary"),
            ("PCF", "1", "secondary"),
            ("QPF", "1", "secondary"),
            ("BTSF", "1", "official"),
            ("TERM", "0", "secondary"),
            ("MPR", "0.06173", "secondary"),
            ("P", "617300.00", "assumption"),
            ("P_f", "657912.97", "assumption"),
        ]
    );
    let rest: Vec<_> = steps[11..].iter().map(|step| step.0).collect();
    assert_eq!(rest, ["s_n", "s"]);
    for step in answer["steps"].as_array().unwrap() {
        assert!(step["source"].is_string() && step["formula"].is_string(), "{step}");
        let Some(path) = step["output"].as_str() else { continue };
        let found = path.split('.').fold(&answer["quote"], |at, name| &at[name]);
        let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
        assert_eq!(found, step["value"].as_str().unwrap(), "{path}");
    }
}

/// The second program's rates to 24 significant digits: an `f64` would keep sixteen.
#[test]
fn rates_are_exact() {
    let fixtures: Vec<Value> = serde_json::from_str(include_str!("fixtures/cover.json")).unwrap();
    let mut endless = 0;
    for case in fixtures.iter().filter(|case| case.get("error").is_none()) {
        let quote = ask(&case["request"]).unwrap_or_else(|error| panic!("{}: {error:?}", case["name"]));
        let expected = match &case["expected"]["premiumRate"] {
            Value::String(text) => text.clone(),
            wide => {
                endless += 1;
                wide["value"].as_str().unwrap().to_owned()
            }
        };
        assert_eq!(digits(&expected), digits(quote["premiumRate"].as_str().unwrap()), "{}", case["name"]);
    }
    assert!(endless > 50, "too few rates that never end");
}

/// The first 24 significant digits, rounded.
fn digits(text: &str) -> String {
    let zeros = text.chars().take_while(|digit| matches!(digit, '0' | '.')).count();
    let cut: String = text.chars().take(zeros + 26).collect();
    cut.parse::<Decimal>().unwrap().round_sf(24).unwrap().normalize().to_string()
}
