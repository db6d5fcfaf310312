//! What must hold of every export credit, and what is refused.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use export_risk::Engine;
use proptest::prelude::*;
use serde_json::{Value, json};

fn ask(request: &Value) -> Result<Value, export_risk::Error> {
    Engine::embedded()?.quote_json(&request.to_string()).map(|text| serde_json::from_str(&text).unwrap())
}

fn deal() -> Value {
    json!({
        "product": "export-credit", "exporterCountry": "CHN", "country": "MEX", "buyer": "CC2", "goods": "buses",
        "currency": "USD", "contractValue": "12500000", "downPayment": 0.15, "start": "2027-01-15",
        "disbursementMonths": 12, "repaymentMonths": 60, "rate": 0.052,
        "cover": { "premiumPayment": "financed" }, "fees": { "arrangement": 0.01, "commitment": 0.005 }
    })
}

/// The deal with one field changed; a dotted path goes into records.
fn with(path: &str, value: Value) -> Value {
    let mut deal = deal();
    let mut at = &mut deal;
    for name in path.split('.') {
        at = &mut at[name];
    }
    *at = value;
    deal
}

fn column(quote: &Value, name: &str) -> Vec<f64> {
    quote["schedule"][name].as_array().unwrap().iter().map(|item| item.as_f64().unwrap()).collect()
}

fn minor(text: &Value) -> i64 {
    text.as_str().unwrap().replace('.', "").parse().unwrap()
}

#[test]
fn what_is_refused_names_the_field_the_value_and_what_would_be_right() {
    for (path, value, kind, field, word) in [
        ("cover.commercial", json!(1.01), "out-of-range", "cover.commercial", "0 to 1"),
        ("cover.localCurrencyFactor", json!(0.3), "out-of-range", "cover.localCurrencyFactor", "0.2"),
        (
            "cover.creditEnhancementFactor",
            json!("0.36"),
            "out-of-range",
            "cover.creditEnhancementFactor",
            "0.35",
        ),
        ("cover.rules", json!("given"), "invalid-input", "cover.premiumRate", "premium rate"),
        (
            "cover.security",
            json!({"assetBased": true, "fixedAssets": true}),
            "not-applicable",
            "cover.security.fixedAssets",
            "one",
        ),
        ("cover.comercial", json!(0.9), "invalid-input", "cover.comercial", "commercial"),
        ("country", json!("DEU"), "not-applicable", "country", "market"),
        ("country", json!("BRN"), "missing-data", "country", "category"),
        ("country", json!("MCO"), "missing-data", "country", "category"),
        ("country", json!("GGY"), "missing-data", "country", "not on the list"),
        ("country", json!("MEXX"), "invalid-input", "country", "MEX"),
        ("buyer", Value::Null, "invalid-input", "buyer", "rating"),
        ("rating", json!("B"), "invalid-input", "rating", "not both"),
        ("contractValue", json!("-1"), "out-of-range", "contractValue", "above zero"),
        ("contractValue", json!("0"), "out-of-range", "contractValue", "above zero"),
        ("contractValue", json!("1.005"), "invalid-input", "contractValue", "2"),
        ("contractValue", json!("1e9"), "invalid-input", "contractValue", "number"),
        ("contractValue", json!("99999999999999999"), "out-of-range", "contractValue", ""),
        ("downPayment", json!(1), "not-applicable", "downPayment", "under 1"),
        ("downPayment", json!(15), "out-of-range", "downPayment", "0.95"),
        ("start", json!("2026-02-30"), "invalid-input", "start", "28"),
        ("start", json!("15.01.2027"), "invalid-input", "start", "YYYY-MM-DD"),
        ("start", json!("9999-06-01"), "out-of-range", "start", ""),
        ("repaymentMonths", json!(61), "invalid-input", "repaymentMonths", "6"),
        ("repaymentMonths", json!(18), "not-applicable", "repaymentMonths", "24"),
        ("repaymentMonths", json!(1_000_000), "out-of-range", "repaymentMonths", "1200"),
        ("repaymentMonths", json!(60.5), "invalid-input", "repaymentMonths", "whole"),
        ("rate", json!("five"), "invalid-input", "rate", "0.05"),
        ("rate", json!(52), "out-of-range", "rate", "0.05"),
        ("spreadWithoutCover", json!(9.99), "out-of-range", "spreadWithoutCover", "10"),
        ("cover.averageLifeYears", json!(3), "invalid-input", "cover.averageLifeYears", "no such field"),
        ("profil", json!("annuity"), "invalid-input", "profil", "profile"),
        ("profile", json!("anuity"), "invalid-input", "profile", "annuity"),
    ] {
        let error = ask(&with(path, value.clone())).expect_err(&format!("{path} {value} is answered"));
        assert_eq!((error.kind().name(), error.field()), (kind, field), "{path} {value}: {error:?}");
        assert!(error.sentence().contains(word), "{path} {value}: {error}");
        assert!(error.value().is_some() || error.reason() == "required", "{path}: no value in {error:?}");
    }
    let error = ask(&with("buyer", json!("CC5"))
        .as_object_mut()
        .map(|deal| {
            deal["cover"]["category"] = json!(7);
            Value::Object(deal.clone())
        })
        .unwrap())
    .unwrap_err();
    assert_eq!((error.kind().name(), error.field(), error.value()), ("not-applicable", "buyer", Some("CC5")));
    assert!(error.sentence().contains("CC2"), "{error}");
}

#[test]
fn limits_that_are_passed_are_told_and_not_refused() {
    for (path, value, code) in [
        ("downPayment", json!(0.1), "down-payment-below-minimum"),
        ("localCosts", json!("7000000"), "local-costs-above-limit"),
        ("repaymentMonths", json!(192), "repayment-over-limit"),
        ("disbursementMonths", json!(40), "disbursement-over-three-years"),
        ("disbursementMonths", json!(72), "disbursement-longer-than-repayment"),
        ("goods", json!("cars"), "term-unusual-for-goods"),
        ("exporterCountry", json!("CHN"), "benchmark-only"),
        ("cover", Value::Null, "no-cover"),
        ("valuationDate", json!("2027-06-01"), "data-older-than-a-year"),
    ] {
        let quote = ask(&with(path, value)).unwrap();
        let codes: Vec<_> =
            quote["notices"].as_array().unwrap().iter().map(|notice| &notice["code"]).collect();
        assert!(codes.contains(&&json!(code)), "{path}: {codes:?}");
    }
    let quote = ask(&with("exporterCountry", json!("DEU"))).unwrap();
    assert!(!quote["notices"].to_string().contains("benchmark-only"));
}

/// The main job uses the other products and computes nothing of theirs anew.
#[test]
fn cover_and_country_are_those_of_their_own_products() {
    let quote = ask(&deal()).unwrap();
    let cover = ask(&json!({
        "product": "export-credit-cover", "exporterCountry": "CHN", "country": "MEX", "buyer": "CC2", "currency": "USD",
        "amount": quote["creditAmount"], "disbursementMonths": 12, "repaymentMonths": 60, "rate": 0.052
    }))
    .unwrap();
    assert_eq!(quote["cover"], cover);
    assert_eq!(quote["financedPremium"], cover["financed"]["premium"]);
    let country = ask(&json!({ "product": "country-risk", "country": "MEX", "rate": 0.052 })).unwrap();
    assert_eq!(quote["country"], country);
}

/// Every number that a step names as its output stands in the quote.
#[test]
fn outputs_of_the_working_stand_in_the_quote() {
    let text = Engine::embedded().unwrap().explain_json(&deal().to_string()).unwrap();
    let explained: Value = serde_json::from_str(&text).unwrap();
    let steps = explained["steps"].as_array().unwrap();
    assert!(steps.len() > 15, "{} steps", steps.len());
    for step in steps {
        let Some(output) = step["output"].as_str() else { continue };
        let at = output.split('.').try_fold(&explained["quote"], |at, name| match name.parse::<usize>() {
            Ok(index) => at.get(index),
            Err(_) => at.get(name),
        });
        assert!(at.is_some_and(|found| !found.is_null()), "{output} is not in the quote");
    }
}

prop_compose! {
    fn deals()(
        contract in 100_000..5_000_000_000_i64, down in 0..60_u32, drawn in 0..30_u32, periods in 1..30_u32,
        frequency in 0..4_usize, profile in 0..3_usize, rate in 0..2000_u32, day_count in 0..4_usize,
        payment in 0..3_usize, premium in 0..1500_u32, fees in 0..300_u32, deposit in 0..10_u32, day in 0..20_000_i32,
    ) -> Value {
        let months = [1, 3, 6, 12][frequency] * periods;
        let start = export_risk::values::Date::from_days(18_000 + day).unwrap().to_string();
        json!({
            "product": "export-credit", "country": "KAZ", "currency": "USD",
            "contractValue": format!("{}.{:02}", contract / 100, contract % 100),
            "downPayment": format!("0.{down:02}"), "start": start, "disbursementMonths": drawn,
            "repaymentMonths": months, "frequency": (["monthly", "quarterly", "semi-annual", "annual"][frequency]),
            "profile": (["annuity", "equal-principal", "bullet"][profile]), "rate": format!("0.{rate:04}"),
            "dayCount": (["ACT/360", "ACT/365F", "30/360", "30E/360"][day_count]),
            "cover": {
                "rules": "given", "premiumRate": format!("0.{premium:04}"),
                "premiumPayment": (["upfront", "financed", "as-drawn"][payment])
            },
            "fees": { "arrangement": format!("0.{:04}", fees), "commitment": format!("0.{:04}", fees / 3) },
            "deposit": { "share": format!("0.{deposit:02}"), "rate": "0.01" }, "spreadWithoutCover": 0.05
        })
    }
}

/// The quote of a deal; none where so much is paid before it is drawn that no rate can tell what it costs.
fn answered(deal: &Value) -> Option<Value> {
    match ask(deal) {
        Err(error) if error.kind() == export_risk::ErrorKind::NoConvergence => None,
        answer => Some(answer.unwrap()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(384) })]

    /// The components sum to the answer: in money to the smallest unit, in rate to the last bit; and so does the
    /// column of what is left out, with its interaction.
    #[test]
    fn components_sum_to_the_answer(deal in deals()) {
        let Some(quote) = answered(&deal) else { return Err(TestCaseError::reject("no rate")) };
        let components = quote["components"].as_array().unwrap();
        let sum = |name: &str| components.iter().map(|row| row[name].as_f64().unwrap()).sum::<f64>();
        let all_in = quote["allInRate"].as_f64().unwrap();
        prop_assert_eq!(sum("rate"), all_in);
        prop_assert!((sum("leftOutRate") - all_in).abs() < 1e-15);
        prop_assert!((sum("basisPoints") - all_in * 1e4).abs() < 1e-9);
        for column in ["money", "leftOutMoney"] {
            let money: i64 = components.iter().map(|row| minor(&row[column])).sum();
            prop_assert_eq!(money, minor(&quote["totalCost"]));
        }
    }

    /// The schedule rolls forward, ends at zero, and its flows are the cost.
    #[test]
    fn the_schedule_closes(deal in deals()) {
        let Some(quote) = answered(&deal) else { return Err(TestCaseError::reject("no rate")) };
        let of = |name| column(&quote, name);
        let (opening, closing, drawdown, principal) = (of("opening"), of("closing"), of("drawdown"), of("principal"));
        let (interest, fees, premium, deposit, payment) =
            (of("interest"), of("fees"), of("premium"), of("deposit"), of("payment"));
        let dates = of("dates");
        let mut before = 0.0;
        for at in 0..dates.len() {
            prop_assert_eq!(opening[at], before);
            prop_assert_eq!(closing[at], opening[at] + drawdown[at] - principal[at]);
            prop_assert_eq!(payment[at], interest[at] + principal[at] + fees[at] + premium[at] + deposit[at]);
            prop_assert!(at == 0 || dates[at] > dates[at - 1]);
            before = closing[at];
        }
        prop_assert_eq!(before, 0.0);
        prop_assert_eq!(principal.iter().sum::<f64>(), drawdown.iter().sum::<f64>());
        prop_assert_eq!(drawdown.iter().sum::<f64>() as i64, minor(&quote["loanAmount"]));
        let paid = payment.iter().sum::<f64>() - (drawdown.iter().sum::<f64>() - minor(&quote["financedPremium"]) as f64);
        prop_assert_eq!(paid as i64, minor(&quote["totalCost"]));
        let due = premium.iter().sum::<f64>() as i64 + minor(&quote["financedPremium"]);
        prop_assert_eq!(due, minor(&quote["premium"]));
    }

    /// The all-in rate, fed back, makes what is drawn and what is paid equal.
    #[test]
    fn the_all_in_rate_feeds_back(deal in deals()) {
        let Some(quote) = answered(&deal) else { return Err(TestCaseError::reject("no rate")) };
        let rate = quote["allInRate"].as_f64().unwrap();
        let (dates, drawdown, payment) = (column(&quote, "dates"), column(&quote, "drawdown"), column(&quote, "payment"));
        let financed = minor(&quote["financedPremium"]) as f64;
        let (mut left, mut size) = (0.0, 0.0);
        for at in 0..dates.len() {
            let goods = drawdown[at] - if at == 0 { financed } else { 0.0 };
            let value = (goods - payment[at]) * libm::pow(1.0 + rate, -(dates[at] - dates[0]) / 365.0);
            left += value;
            size += value.abs();
        }
        prop_assert!(left.abs() <= 1e-9 * size, "{left} of {size}");
    }

    /// A deal without any cost but interest costs its own rate, as the contract counts.
    #[test]
    fn a_plain_deal_costs_the_contracts_rate(deal in deals()) {
        let mut deal = deal;
        for part in ["cover", "fees", "deposit", "spreadWithoutCover"] {
            deal.as_object_mut().unwrap().remove(part);
        }
        // Cents round: on a large contract they can't be seen.
        deal["contractValue"] = json!("90000000000");
        let quote = ask(&deal).unwrap();
        let rate: f64 = deal["rate"].as_str().unwrap().parse().unwrap();
        prop_assert!((quote["allInRateNominal"].as_f64().unwrap() - rate).abs() < 1e-9);
    }
}
