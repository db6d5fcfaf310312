//! What must hold for every hedge of a currency.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::Engine;
use proptest::prelude::*;
use serde_json::{Value, json};

fn ask(request: &Value) -> Value {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| engine.quote_json(&request.to_string()));
    serde_json::from_str(&text.unwrap_or_else(|error| panic!("{request}: {error:?}"))).unwrap()
}

fn with(request: &Value, changes: &Value) -> Value {
    let mut request = request.clone();
    for (name, value) in changes.as_object().unwrap() {
        request[name] = value.clone();
    }
    ask(&request)
}

fn number(value: &Value) -> f64 {
    value.as_f64().or_else(|| value.as_str()?.parse().ok()).unwrap_or_else(|| panic!("{value}"))
}

prop_compose! {
    fn pairs()(
        spot in 0.2..20.0f64, home in -0.01..0.15f64, foreign in -0.01..0.15f64, years in 0.02..3.0f64, volatility in 0.03..0.5f64,
    ) -> Value {
        let rounded = |value: f64| (value * 1e4).round() / 1e4;
        json!({
            "product": "fx-hedge", "currency": "CHF", "foreignCurrency": "GBP", "spot": rounded(spot), "homeRate": rounded(home),
            "foreignRate": rounded(foreign), "years": rounded(years), "compounding": "continuous", "volatility": rounded(volatility),
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// Call less put is the forward less the strike, discounted at home.
    #[test]
    fn puts_and_calls_agree(pair in pairs(), strike in 0.7..1.3f64) {
        let strike = number(&pair["spot"]) * strike;
        let of = |kind: &str| with(&pair, &json!({ "option": { "kind": kind, "strike": strike } }));
        let (call, put) = (of("call"), of("put"));
        let discount = libm::exp(-number(&pair["homeRate"]) * number(&pair["years"]));
        let parity = discount * (number(&call["forward"]) - strike);
        let difference = number(&call["option"]["price"]) - number(&put["option"]["price"]);
        prop_assert!((difference - parity).abs() < 1e-10 * strike.max(1.0), "{difference} {parity}");
    }

    /// Delta is what a small change of the spot changes, and the volatility comes back from the price.
    #[test]
    fn delta_and_volatility_are_what_they_say(pair in pairs(), moneyness in 0.9..1.1f64) {
        let spot = number(&pair["spot"]);
        let option = json!({ "kind": "put", "strike": spot * moneyness });
        let at = |spot: f64| with(&pair, &json!({ "spot": spot, "option": option }));
        let quote = at(spot);
        let step = spot * 1e-5;
        let slope = (number(&at(spot + step)["option"]["price"]) - number(&at(spot - step)["option"]["price"])) / (2.0 * step);
        prop_assert!((slope - number(&quote["option"]["delta"])).abs() < 1e-6);
        let price = number(&quote["option"]["price"]);
        prop_assume!(price > 1e-4 * spot);
        let option = json!({ "kind": "put", "strike": spot * moneyness, "price": price });
        let implied = with(&pair, &json!({ "option": option, "volatility": null }));
        let found = number(&implied["option"]["volatility"]);
        // Fed back it gives the price; it is the same one where the price says something of it.
        let option = json!({ "kind": "put", "strike": spot * moneyness });
        let again = with(&pair, &json!({ "option": option, "volatility": found }));
        prop_assert!((number(&again["option"]["price"]) - price).abs() < 1e-11 * spot, "{found}");
        if number(&quote["option"]["vega"]) > 1e-3 * spot {
            prop_assert!((found - number(&pair["volatility"])).abs() < 1e-6, "{found}");
        }
    }

    /// A right that can be used earlier is worth no less, and no less than using it now.
    #[test]
    fn american_options_are_worth_no_less(pair in pairs(), moneyness in 0.9..1.1f64) {
        let spot = number(&pair["spot"]);
        let of = |exercise: &str| with(&pair, &json!({
            "option": { "kind": "put", "strike": spot * moneyness, "exercise": exercise, "steps": 300 }
        }));
        let (european, american) = (number(&of("european")["option"]["price"]), number(&of("american")["option"]["price"]));
        prop_assert!(american >= european - 2e-3 * spot && american >= spot * (moneyness - 1.0) - 1e-12);
    }

    /// All of a certain amount on a certain day sold forward and delivered: nothing is at risk and every rate gives the same.
    #[test]
    fn a_whole_hedge_leaves_nothing(pair in pairs(), amounts in prop::collection::vec(1..=1_000_000u32, 1..=5), pay in any::<bool>()) {
        let days: Vec<usize> = (0..amounts.len()).map(|at| 30 + 60 * at).collect();
        let forecast = json!({ "days": days, "amounts": amounts });
        let position = if pay { "pay" } else { "receive" };
        let changes = json!({ "forecast": forecast, "position": position, "pieces": 3, "budgetRate": 1 });
        let quote = with(&pair, &changes);
        prop_assert_eq!(number(&quote["hedgedAtRisk"]), 0.0);
        let results = quote["outcomes"]["hedged"].as_array().unwrap();
        prop_assert!(results.iter().all(|result| result == &results[0]));
        for open in [
            json!({ "instrument": "non-deliverable-forward", "fixingDeviation": 0.01 }),
            json!({ "dateDeviationDays": 20 }),
        ] {
            let mut changes = changes.clone();
            for (name, value) in open.as_object().unwrap() {
                changes[name] = value.clone();
            }
            changes["forecast"]["amounts"] = amounts.iter().map(|amount| amount + 10_000).collect();
            prop_assert!(number(&with(&pair, &changes)["hedgedAtRisk"]) > 0.0);
        }
    }
}

#[test]
fn every_number_of_a_hedge_has_its_steps() {
    let engine = Engine::embedded().unwrap();
    let request = json!({
        "product": "fx-hedge", "currency": "CNY", "foreignCurrency": "USD", "spot": 7.1, "homeRate": 0.02, "foreignRate": 0.05,
        "days": 180, "forwardPoints": -0.08, "arbitrageAmount": 1000, "volatility": 0.05, "option": { "kind": "put", "strike": 7, "price": 0.1 },
        "forecast": { "days": [90, 180], "amounts": [100, 200], "hedged": [0.8, 0.5] }, "pieces": 10, "budgetRate": 7, "homeAmount": 1500,
        "basket": { "exposures": [1, -1], "volatilities": [0.1, 0.1], "correlations": [0.5] }, "instrument": "non-deliverable-forward",
    });
    let text = engine.explain_json(&request.to_string()).unwrap();
    for output in [
        "parityForward",
        "forward",
        "carryRate",
        "arbitrage.profit",
        "option.price",
        "option.volatility",
        "hedgeCost",
        "hedgeCostPerPiece",
        "hedgedRate",
        "hedgedResult",
        "unhedgedResult",
        "budgetResult",
        "worstRate",
        "unhedgedAtRisk",
        "hedgedAtRisk",
        "basketAtRisk",
    ] {
        assert!(text.contains(&format!("\"output\":\"{output}\"")), "{output}");
    }
    for code in [
        "parity-for-comparison",
        "points-in-proportion",
        "arbitrage-borrow-home",
        "rate-is-lognormal",
        "fixing-without-deviation",
    ] {
        assert!(text.contains(code), "{code}");
    }
    let quote = ask(&json!({
        "product": "fx-hedge", "currency": "CNY", "foreignCurrency": "USD", "spot": 7.1, "homeRate": 0.02, "foreignRate": 0.05, "days": 90,
        "instrument": "option", "volatility": 0.05, "option": { "kind": "put", "strike": 7 }, "forecast": { "days": [90], "amounts": [100] },
    }));
    assert_eq!(quote["hedgedAtRisk"], Value::Null);
    let codes = quote["notices"].to_string();
    assert!(codes.contains("restricted-currency") && codes.contains("one-option-for-all"), "{codes}");
    let below = ask(&json!({
        "product": "fx-hedge", "currency": "USD", "foreignCurrency": "AUD", "spot": 0.75, "homeRate": 0.01, "foreignRate": 0.03,
        "years": 2, "marketForward": 0.7, "arbitrageAmount": 1000,
    }));
    assert!(below["notices"].to_string().contains("arbitrage-borrow-foreign"));
}
