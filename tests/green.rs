//! What must hold for all green money.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::Engine;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

fn ask(request: &Value) -> Value {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| engine.quote_json(&request.to_string()));
    serde_json::from_str(&text.unwrap_or_else(|error| panic!("{request}: {error:?}"))).unwrap()
}

fn minor(text: &Value) -> i64 {
    let amount: Decimal = text.as_str().unwrap().parse().unwrap();
    i64::try_from((amount * Decimal::from(100)).trunc().mantissa()).unwrap()
}

fn column(quote: &Value, name: &str) -> Vec<f64> {
    quote[name].as_array().unwrap().iter().map(|cell| cell.as_f64().unwrap()).collect()
}

fn part(number: u32, digits: u32) -> String {
    Decimal::new(i64::from(number), digits).to_string()
}

prop_compose! {
    fn loans()(
        amount in 1_000_000..900_000_000u64, term in 1..15u32, balances in prop::collection::vec(0..=100u32, 0..6), steps in (0..=15u32, 0..=15u32),
        met in prop::collection::vec(0..4u32, 0..6), missed in prop::collection::vec(0..3u32, 0..6), costs in (0..80_000u32, 0..80_000u32), rate in 0..=15u32,
    ) -> Value {
        json!({ "product": "green", "currency": "USD", "discountRate": part(rate, 2), "linked": {
            "amount": amount, "termYears": term, "balances": balances.iter().map(|part_| part(*part_, 2)).collect::<Vec<_>>(), "stepDown": part(steps.0, 4),
            "stepUp": part(steps.1, 4), "met": met, "missed": missed, "verificationCost": costs.0, "opinionCost": costs.1,
        } })
    }
}

prop_compose! {
    fn fleets()(
        vehicles in 1..10_000u32, years in 1..25u32, kilometres in prop::collection::vec(1..40_000u32, 1..5), electricity in 50..400u32,
        grid in prop::collection::vec(0..1200u32, 1..6), fuel in 20..150u32, battery in 0..120u32, difference in -5000..9000i32,
    ) -> Value {
        json!({ "product": "green", "currency": "EUR", "cars": {
            "vehicles": vehicles, "years": years, "kilometres": kilometres, "electricityUse": part(electricity, 1), "gridIntensity": grid, "fuelUse": part(fuel, 1),
            "fuelEmissions": "2.9", "batteryTonnes": part(battery, 1), "priceDifference": difference,
        } })
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The years add up to what is told, and at the amount that is told to break even nothing is gained or lost.
    #[test]
    fn years_add_up_and_the_break_even_amount_breaks_even(request in loans()) {
        let quote = ask(&request);
        let linked = &quote["linked"];
        let sum = |name: &str| column(&linked["course"], name).iter().sum::<f64>() as i64;
        prop_assert_eq!(sum("saved"), minor(&linked["interestSaved"]));
        prop_assert_eq!(sum("costs"), minor(&linked["costs"]));
        prop_assert_eq!(sum("net"), minor(&linked["netSaving"]));
        prop_assert_eq!(&linked["presentValue"], &quote["presentValue"]);
        let years = request["linked"]["termYears"].as_i64().unwrap();
        if linked["breakEvenAmount"].is_string() && minor(&linked["breakEvenAmount"]) > 0 {
            let mut again = request.clone();
            again["linked"]["amount"] = linked["breakEvenAmount"].clone();
            let value = minor(&ask(&again)["presentValue"]);
            prop_assert!(value.abs() <= years + 2, "{value}");
        }
    }

    /// At the step that is told to break even nothing is gained or lost either; it has twelve decimals in a request.
    #[test]
    fn the_break_even_step_breaks_even(request in loans()) {
        let Some(rate) = ask(&request)["linked"]["breakEvenRate"].as_f64().filter(|rate| *rate <= 1.0) else { return Ok(()) };
        let mut again = request.clone();
        again["linked"]["stepDown"] = json!(format!("{rate:.12}"));
        let value = minor(&ask(&again)["presentValue"]);
        let amount = request["linked"]["amount"].as_f64().unwrap();
        let years = request["linked"]["termYears"].as_f64().unwrap();
        prop_assert!((value as f64).abs() <= years + 2.0 + amount * 100.0 * years * 4e-12, "{value}");
    }

    /// More targets met are never worth less, a larger opinion never more.
    #[test]
    fn targets_are_worth_something_and_opinions_cost(request in loans(), more in 1..50_000u32) {
        let value = |request: &Value| minor(&ask(request)["presentValue"]);
        let mut better = request.clone();
        better["linked"]["met"] = request["linked"]["met"].as_array().unwrap().iter().map(|met| json!(met.as_u64().unwrap() + 1)).collect();
        prop_assert!(value(&better) >= value(&request));
        let mut dearer = request.clone();
        dearer["linked"]["opinionCost"] = json!(request["linked"]["opinionCost"].as_u64().unwrap() + u64::from(more));
        prop_assert_eq!(value(&dearer), value(&request) - 100 * i64::from(more));
    }

    /// Twice the cars make twice the tonnes and cost as much a tonne; the year in which they are ahead is what the columns say.
    #[test]
    fn tonnes_follow_the_cars(request in fleets()) {
        let quote = ask(&request);
        let cars = &quote["cars"];
        let mut twice = request.clone();
        twice["cars"]["vehicles"] = json!(2 * request["cars"]["vehicles"].as_u64().unwrap());
        let two = ask(&twice);
        let tonnes = |quote: &Value| quote["cars"]["tonnesAvoided"].as_str().unwrap().parse::<f64>().unwrap();
        prop_assert!((tonnes(&two) - 2.0 * tonnes(&quote)).abs() <= 3e-6);
        prop_assert_eq!(&two["cars"]["aheadYear"], &cars["aheadYear"]);
        let electric = column(&cars["course"], "electricTonnes");
        let combustion = column(&cars["course"], "combustionTonnes");
        let last = electric.iter().zip(&combustion).rposition(|(electric, combustion)| electric >= combustion).unwrap();
        prop_assert_eq!(cars["aheadYear"].as_u64(), (last + 1 < electric.len()).then_some(last as u64 + 1));
        if let Some(way) = cars["aheadKilometres"].as_f64() {
            let kilometres = column(&cars["course"], "kilometres");
            prop_assert!(kilometres[last] <= way && way <= kilometres[last + 1]);
        }
        prop_assert_eq!(cars["costPerTonne"].is_string(), tonnes(&quote) > 0.0);
    }
}
