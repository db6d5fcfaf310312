//! What must hold for every fund.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unreachable,
    reason = "a test may fail"
)]

use export_risk::Engine;
use proptest::prelude::*;
use serde_json::{Value, json};

fn ask(request: &Value) -> Value {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| engine.quote_json(&request.to_string()));
    serde_json::from_str(&text.unwrap_or_else(|error| panic!("{request}: {error:?}"))).unwrap()
}

fn cells(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|cell| cell.as_f64().unwrap()).collect()
}

/// Cents, rate in thousandths, half-years, those of grace, place in the order of loss, provider.
type Drawn = (u32, u32, u32, u32, u32, usize);

prop_compose! {
    fn funds()(
        tranches in prop::collection::vec((1..=900_000_000u32, 0..=200u32, 1..=40u32, 0..=39u32, 1..=3u32, 0..=3usize), 1..=6),
        losses in prop::collection::vec(0..=1000u32, 1..=4),
    ) -> Value {
        const WHO: [&str; 4] = ["special-fund", "development-bank", "commercial", "sponsor"];
        let column = |of: fn(&Drawn) -> Value| tranches.iter().map(of).collect::<Vec<_>>();
        json!({
            "product": "fund", "currency": "USD", "start": "2027-03-31",
            "tranches": {
                "amounts": column(|t| format!("{}.{:02}", t.0 / 100, t.0 % 100).into()),
                "rates": column(|t| (f64::from(t.1) / 1000.0).into()),
                "termMonths": column(|t| (6 * t.2).into()),
                "graceMonths": column(|t| (6 * (t.3 % t.2)).into()),
                "lossOrder": column(|t| t.4.into()),
                "providers": column(|t| WHO[t.5].into()),
            },
            "lossRates": losses.iter().map(|loss| f64::from(*loss) / 1000.0).collect::<Vec<_>>(),
            "grantRule": "imf-world-bank",
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Every loss is borne to the cent, by nobody beyond the amount, and nobody bears any before all that rank before have
    /// lost everything.
    #[test]
    fn a_loss_is_borne_to_the_cent(request in funds()) {
        let quote = ask(&request);
        let losses = cells(&quote["losses"]["loss"]);
        let tranches = quote["tranches"].as_array().unwrap();
        for (row, loss) in losses.iter().enumerate() {
            let borne: Vec<f64> = tranches.iter().map(|tranche| cells(&tranche["absorbed"])[row]).collect();
            prop_assert_eq!(borne.iter().sum::<f64>(), *loss);
            for (tranche, part) in tranches.iter().zip(&borne) {
                let amount = 100.0 * tranche["amount"].as_str().unwrap().parse::<f64>().unwrap();
                prop_assert!(*part >= 0.0 && *part <= amount.round());
                let untouched = tranches.iter().zip(&borne).any(|(other, part)| {
                    let whole = (100.0 * other["amount"].as_str().unwrap().parse::<f64>().unwrap()).round();
                    other["lossOrder"].as_u64() < tranche["lossOrder"].as_u64() && *part < whole
                });
                prop_assert!(!untouched || *part == 0.0);
            }
        }
    }

    /// The blended rate lies between the tranches' rates, and so does the cost of capital.
    #[test]
    fn a_blend_lies_between_its_parts(request in funds()) {
        let quote = ask(&request);
        let rates: Vec<f64> = quote["tranches"].as_array().unwrap().iter().map(|t| t["effectiveRate"].as_f64().unwrap()).collect();
        let (low, high) = (rates.iter().copied().fold(f64::MAX, f64::min), rates.iter().copied().fold(f64::MIN, f64::max));
        for name in ["blendedRate", "costOfCapital"] {
            let rate = quote[name].as_f64().unwrap();
            prop_assert!(rate >= low - 1e-9 && rate <= high + 1e-9, "{name} {rate} of {rates:?}");
        }
    }

    /// At its own rate, compounded as often as it is paid, a loan gives nothing; at a higher one it gives something.
    #[test]
    fn at_its_own_rate_a_loan_gives_nothing(rate in 0..=300u32, periods in 1..=60u32, grace in 0..=59u32, bullet in any::<bool>()) {
        let rate = f64::from(rate) / 1000.0;
        let at = |discount: f64| ask(&json!({
            "product": "fund", "currency": "JPY", "start": "2027-01-15", "frequency": "annual", "discountRate": discount,
            "tranches": {
                "providers": "development-bank", "amounts": ["1000000"], "rates": rate, "termMonths": 12 * periods,
                "graceMonths": 12 * (grace % periods), "profiles": if bullet { "bullet" } else { "equal-principal" },
            },
        }))["tranches"][0]["grantElement"].as_f64().unwrap();
        prop_assert!(at(rate).abs() < 1e-9, "{}", at(rate));
        prop_assert!(at(rate + 0.01) > 0.0);
    }
}

#[test]
fn every_number_of_a_fund_has_its_steps() {
    let engine = Engine::embedded().unwrap();
    let request = json!({
        "product": "fund", "currency": "USD", "start": "2027-01-15", "lossRates": [0.1], "grantRule": "imf-world-bank",
        "tranches": { "providers": ["sponsor", "special-fund"], "amounts": [40, 60], "rates": [0.1, 0.02], "termMonths": 60 },
    });
    let text = engine.explain_json(&request.to_string()).unwrap();
    for output in [
        "blendedRate",
        "costOfCapital",
        "leverage",
        "firstLossCoverage",
        "grantElement",
        "tranches.1.effectiveRate",
        "tranches.0.grantElement",
        "tranches.1.absorbed.0",
    ] {
        assert!(text.contains(&format!("\"output\":\"{output}\"")), "{output}: {text}");
    }
    for code in ["grant-discount-rate", "order-of-loss-assumed", "sponsor-return-expected"] {
        assert!(text.contains(code), "{code}");
    }
}
