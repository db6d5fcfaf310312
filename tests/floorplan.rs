//! What must hold for every dealer's stock.

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

fn minor(quote: &Value, field: &str) -> f64 {
    let amount: Decimal = quote[field].as_str().unwrap().parse().unwrap();
    export_risk::values::to_f64(amount * Decimal::from(100))
}

fn column(quote: &Value, name: &str) -> Vec<f64> {
    quote["schedule"][name].as_array().unwrap().iter().map(|cell| cell.as_f64().unwrap()).collect()
}

prop_compose! {
    fn stocks()(
        units in 1..=12u32, months in 1..=4u32, cost in 5_000..=60_000u32, rate in 10..=150u32, days in 1..=300u32,
        drawn in any::<bool>(), seed in 1..=1000u32, first in 1..=200u32, share in 0..=100u32, every in 1..=60u32,
    ) -> Value {
        json!({
            "product": "floorplan", "currency": "USD", "start": "2027-01-15", "unitsPerMonth": units, "months": months,
            "unitCost": cost, "baseRate": f64::from(rate) / 1000.0, "daysToSale": days, "seed": seed,
            "spread": if drawn { "exponential" } else { "fixed" },
            "curtailment": { "firstDay": first, "share": f64::from(share) / 100.0, "everyDays": every },
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_balance_rolls_forward_and_all_that_is_funded_is_repaid(stock in stocks()) {
        let quote = ask(&stock);
        let [opening, drawn, interest, principal, prepaid, closing] =
            ["opening", "drawn", "interest", "principal", "prepaid", "closing"].map(|name| column(&quote, name));
        for row in 0..opening.len() {
            prop_assert_eq!(closing[row], opening[row] + drawn[row] - principal[row] - prepaid[row]);
            prop_assert!(closing[row] >= 0.0 && (row == 0 || opening[row] == closing[row - 1]));
        }
        prop_assert_eq!(closing.last(), Some(&0.0));
        prop_assert_eq!(drawn.iter().sum::<f64>(), principal.iter().sum::<f64>() + prepaid.iter().sum::<f64>());
        prop_assert_eq!(interest.iter().sum::<f64>(), minor(&quote, "totalInterest"));
        prop_assert_eq!(prepaid.iter().sum::<f64>(), minor(&quote, "totalCurtailed"));
        prop_assert_eq!(closing.iter().fold(0.0, |most: f64, one| most.max(*one)), minor(&quote, "peakBalance"));
    }

    #[test]
    fn calls_lower_interest_and_free_days_move_it_to_the_maker(stock in stocks()) {
        let mut whole = stock.clone();
        whole["curtailment"] = Value::Null;
        let mut free = stock.clone();
        free["freeDays"] = json!(30);
        let (called, whole, free) = (ask(&stock), ask(&whole), ask(&free));
        prop_assert!(minor(&called, "totalInterest") <= minor(&whole, "totalInterest"));
        // Each unit's two parts are rounded apart.
        let sum = minor(&free, "totalInterest") + minor(&free, "makerCost");
        prop_assert!((sum - minor(&called, "totalInterest")).abs() <= called["units"].as_f64().unwrap());
    }
}

#[test]
fn the_same_seed_gives_the_same_stock_and_the_mean_is_near_what_is_asked() {
    let stock = json!({
        "product": "floorplan", "currency": "USD", "start": "2027-01-01", "unitsPerMonth": 500, "months": 12, "unitCost": 20000,
        "baseRate": 0.08, "daysToSale": 60, "spread": "exponential",
    });
    let (one, same) = (ask(&stock), ask(&stock));
    assert_eq!(one, same);
    // The standard error of 6,000 draws is 0.8 days; rounding up to whole days adds half a day.
    assert!((one["averageDays"].as_f64().unwrap() - 60.5).abs() < 3.2);
}
