//! What must hold of risk weights and of the bank's view of a deal.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use export_risk::Engine;
use export_risk::capital::{CapitalRules, ExposureClass, InternalRating, conditional_default_rate};
use proptest::prelude::*;
use serde_json::{Value, json};

fn ask(request: &Value) -> Result<Value, export_risk::Error> {
    Engine::embedded()?.quote_json(&request.to_string()).map(|text| serde_json::from_str(&text).unwrap())
}

fn deal() -> Value {
    json!({
        "product": "export-credit", "exporterCountry": "CHN", "country": "MEX", "goods": "buses", "currency": "USD",
        "contractValue": "12500000", "downPayment": 0.15, "start": "2027-01-15", "disbursementMonths": 12,
        "repaymentMonths": 60, "rate": 0.052,
        "cover": { "rules": "given", "premiumRate": 0.035 },
        "fees": { "arrangement": 0.01, "commitment": 0.005 },
        "bank": {
            "defaultProbability": 0.02, "lossGivenDefault": 0.4, "capitalRatio": 0.105, "baseRate": 0.036,
            "fundingSpread": 0.004, "operatingCost": 0.002, "taxRate": 0.25, "targetReturn": 0.12
        }
    })
}

/// The deal with some fields changed; a dotted path goes into records.
fn with(changes: &[(&str, Value)]) -> Value {
    let mut deal = deal();
    for (path, value) in changes {
        let mut at = &mut deal;
        for name in path.split('.') {
            at = &mut at[name];
        }
        *at = value.clone();
    }
    deal
}

fn number(quote: &Value, path: &str) -> f64 {
    let found = path.split('.').fold(quote, |at, name| &at[name]);
    found.as_f64().or_else(|| found.as_str()?.parse().ok()).unwrap_or_else(|| panic!("{path} is {found}"))
}

fn codes(quote: &Value) -> Vec<String> {
    let list = quote["notices"].as_array().unwrap();
    list.iter().map(|notice| notice["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_a_reader_should_know_is_told() {
    for (changes, code) in [
        (vec![], "bank-guarantor-of-exporter-country"),
        (vec![], "bank-cover-conditions"),
        (vec![], "weight-of-unrated"),
        (vec![("cover.commercial", json!(0.9))], "bank-lower-share-counts"),
        (vec![("bank.guarantorWeight", json!(1))], "bank-guarantor-no-better"),
        (
            vec![("bank.guarantorCategory", json!(0)), ("bank.leverageRatio", json!(0.03))],
            "bank-leverage-ratio-binds",
        ),
        (vec![("bank.capitalRatio", json!(0))], "bank-no-capital"),
        (vec![("deposit", json!({ "share": 0.1 }))], "bank-deposit-left-out"),
        (
            vec![("bank.approach", json!("internal-ratings")), ("bank.defaultProbability", json!(0.0001))],
            "default-probability-floored",
        ),
    ] {
        let quote = ask(&with(&changes)).unwrap();
        assert!(codes(&quote).contains(&code.to_owned()), "{code}: {:?}", codes(&quote));
    }
    let quote =
        ask(&with(&[("cover.quality", json!("above-standard")), ("bank.guarantorCategory", json!(1))]))
            .unwrap();
    assert!(codes(&quote).iter().all(|code| code == "weight-of-unrated" || !code.starts_with("bank-")));
}

/// Every number of the bank's view that a person sees is the output of a step.
#[test]
fn every_number_is_explained() {
    let request = with(&[("bank.approach", json!("internal-ratings"))]);
    let text = Engine::embedded().unwrap().explain_json(&request.to_string()).unwrap();
    let explained: Value = serde_json::from_str(&text).unwrap();
    let outputs: Vec<&str> =
        explained["steps"].as_array().unwrap().iter().filter_map(|step| step["output"].as_str()).collect();
    fn leaves(at: &Value, path: &str, found: &mut Vec<String>) {
        match at {
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| leaves(value, &format!("{path}.{name}"), found))
            }
            Value::Array(_) | Value::Null => {}
            _ => found.push(path.to_owned()),
        }
    }
    let mut found = Vec::new();
    leaves(&explained["quote"]["bank"], "bank", &mut found);
    assert!(found.len() > 25, "{found:?}");
    for path in found {
        assert!(outputs.contains(&path.as_str()), "{path} has no step");
    }
}

/// Without a bank nothing of it is in the quote, and all else is the same.
#[test]
fn the_bank_changes_nothing_else() {
    let mut with_bank = ask(&deal()).unwrap();
    let without = ask(&with(&[("bank", Value::Null)])).unwrap();
    assert!(without["bank"].is_null());
    with_bank["bank"] = Value::Null;
    with_bank["notices"] = without["notices"].clone();
    assert_eq!(with_bank, without);
}

prop_compose! {
    fn deals()(
        share in 0..=100_u32, category in 0..=7_u32, internal in any::<bool>(), pd in 1..2000_u32, lgd in 1..100_u32,
        ratio in 1..30_u32, base in 0..1000_i32, spread in 0..200_u32, cost in 0..100_u32, tax in 0..60_u32, target in 0..40_u32,
        payment in 0..3_usize, months in 1..20_u32, drawn in 0..25_u32, rate in 1..1500_u32, leverage in 0..6_u32,
    ) -> Value {
        with(&[
            ("cover.commercial", json!(format!("{:.2}", f64::from(share) / 100.0))),
            ("cover.political", json!(format!("{:.2}", f64::from(share) / 100.0))),
            ("cover.premiumPayment", json!((["upfront", "financed", "as-drawn"][payment]))),
            ("disbursementMonths", json!(drawn)), ("repaymentMonths", json!(months * 6)), ("rate", json!(format!("0.{rate:04}"))),
            ("bank.guarantorCategory", json!(category)),
            ("bank.approach", json!(if internal { "internal-ratings" } else { "standardised" })),
            ("bank.defaultProbability", json!(format!("0.{pd:04}"))), ("bank.lossGivenDefault", json!(format!("0.{lgd:02}"))),
            ("bank.capitalRatio", json!(format!("0.{ratio:02}"))), ("bank.baseRate", json!(f64::from(base - 100) / 1e4)),
            ("bank.fundingSpread", json!(format!("0.{spread:04}"))), ("bank.operatingCost", json!(format!("0.{cost:04}"))),
            ("bank.taxRate", json!(format!("0.{tax:02}"))), ("bank.targetReturn", json!(format!("0.{target:02}"))),
            ("bank.leverageRatio", json!(format!("0.{leverage:02}"))),
        ])
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    /// At the rate that is found the return is the target: equal principal and a weight from a table don't move with the rate.
    #[test]
    fn the_needed_rate_earns_the_target(deal in deals(), covered in any::<bool>()) {
        let mut deal = deal;
        deal["bank"]["approach"] = json!("standardised");
        deal["contractValue"] = json!("90000000000");
        if !covered {
            deal["cover"] = Value::Null;
        }
        let quote = ask(&deal).unwrap();
        let needed = number(&quote, "bank.withCover.neededRate");
        prop_assume!(needed > 0.0 && number(&quote, "bank.withCover.capital") > 0.0);
        deal["rate"] = json!(needed);
        let found = ask(&deal).unwrap();
        let target = number(&deal, "bank.targetReturn");
        prop_assert!((number(&found, "bank.withCover.returnOnCapital") - target).abs() < 1e-7, "{}", found["bank"]["withCover"]);
        prop_assert!((number(&found, "bank.dealMargin") - number(&found, "bank.withCover.neededMargin")).abs() < 1e-9);
    }

    /// More cover never raises the needed margin, whatever the guarantor's weight; no cover is as without. A premium that is
    /// financed is left out: it makes another loan.
    #[test]
    fn more_cover_never_costs_the_bank(deal in deals(), less in 0..=100_u32) {
        let mut deal = deal;
        deal["cover"]["premiumPayment"] = json!("upfront");
        // A return below the cost of money would make capital welcome.
        deal["bank"]["targetReturn"] = json!(0.5);
        let more = ask(&deal).unwrap();
        let share = deal["cover"]["commercial"].as_str().unwrap().parse::<f64>().unwrap();
        let lower = json!(share * f64::from(less) / 100.0);
        deal["cover"]["commercial"] = lower.clone();
        deal["cover"]["political"] = lower;
        let fewer = ask(&deal).unwrap();
        let margin = |quote: &Value| number(quote, "bank.withCover.neededMargin");
        prop_assert!(margin(&more) <= margin(&fewer) + 1e-12, "{} {}", margin(&more), margin(&fewer));
        prop_assert!(margin(&fewer) <= number(&fewer, "bank.withoutCover.neededMargin") + 1e-12);
        prop_assert!(number(&fewer, "bank.marginSaved") >= -1e-12);
        prop_assert!(number(&more, "bank.capitalFreed") >= 0.0);
    }

    /// Weights lie between those of guarantor and obligor, and capital is the ratio times what is weighted.
    #[test]
    fn the_weight_is_a_mean(deal in deals()) {
        let quote = ask(&deal).unwrap();
        let of = |path: &str| number(&quote, &format!("bank.{path}"));
        let (low, high) = (of("coveredWeight"), of("uncoveredWeight"));
        prop_assert!(low <= high && of("withCover.riskWeight") >= low - 1e-15 && of("withCover.riskWeight") <= high + 1e-15);
        prop_assert_eq!(of("withoutCover.riskWeight"), high);
        let by_risk = number(&deal, "bank.capitalRatio") * of("withCover.riskWeightedAssets");
        prop_assert!(of("withCover.capital") >= by_risk - 0.01);
    }

    /// A weight grows with loss and maturity, is never negative, and no more than all is lost.
    #[test]
    fn weights_are_in_order(pd in 1e-5..0.999, lgd in 0.0..1.0, longer in 0.0..4.0, class in 0..6_usize, edition in 0..3_usize) {
        let rating = InternalRating {
            default_probability: pd, loss_given_default: lgd, maturity_years: 1.0,
            ..InternalRating::of(CapitalRules::ALL[edition], ExposureClass::ALL[class])
        };
        let (capital, weight) = (rating.capital(), rating.risk_weight());
        prop_assert!(capital >= 0.0 && weight >= 0.0);
        prop_assert!(capital + rating.expected_loss() <= lgd + 1e-12);
        let later = InternalRating { maturity_years: 1.0 + longer, ..rating };
        prop_assert!(later.capital() >= capital);
        let worse = InternalRating { loss_given_default: lgd + 0.5 * (1.0 - lgd), ..rating };
        prop_assert!(worse.capital() >= capital);
        let small = InternalRating { sales_millions: Some(10.0), ..rating };
        prop_assert!(small.capital() <= capital);
    }

    /// The rate of default grows with its mean and with the confidence, and stays between 0 and 1; without correlation it is the
    /// mean.
    #[test]
    fn the_limit_of_a_large_book_is_a_probability(p in 0.0..=1.0, more in 0.0..1.0, r in 0.0..0.95, level in 0.5..0.9999) {
        let at = conditional_default_rate(p, r, level);
        prop_assert!((0.0..=1.0).contains(&at));
        prop_assert!(conditional_default_rate(p + (1.0 - p) * more, r, level) >= at - 1e-12);
        prop_assert!(conditional_default_rate(p, r, level + 0.5 * (1.0 - level)) >= at - 1e-12);
        prop_assert!((conditional_default_rate(p, 0.0, level) - p).abs() < 1e-12);
    }
}
