//! What must hold for every chain: each link is its product's own answer, and everything adds up.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::Engine;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

fn answer(request: &str) -> Result<Value, export_risk::Error> {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    ENGINE.with(|engine| engine.quote_json(request)).map(|text| serde_json::from_str(&text).unwrap())
}

fn ask(request: &Value) -> Value {
    answer(&request.to_string()).unwrap_or_else(|error| panic!("{request}: {error:?}"))
}

fn minor(text: &Value) -> i64 {
    let amount: Decimal = text.as_str().unwrap().parse().unwrap();
    i64::try_from((amount * Decimal::from(100)).trunc().mantissa()).unwrap()
}

fn part(number: u32, digits: u32) -> String {
    Decimal::new(i64::from(number), digits).to_string()
}

const LINKS: [&str; 10] = [
    "suppliers",
    "transit",
    "cover",
    "funding",
    "credit",
    "payment",
    "hedge",
    "dealers",
    "buyers",
    "service",
];

prop_compose! {
    fn chains()(
        given in prop::collection::vec(any::<bool>(), 10), vehicles in 1..40_000u32, price in (800_000..9_000_000u32, 50..95u32), base in 0..120u32,
        days in (0..200u32, 0..60u32, 0..80u32, 0..360u32, 0..200u32), margins in (0..60u32, 0..60u32, 0..80u32, 0..120u32), shares in (1..=100u32, 0..=100u32, 0..=100u32),
        country in prop::sample::select(vec!["MEX", "THA", "BRA", "KAZ"]), landing in prop::option::of((0..60u32, 0..30u32)), commission in 0..30u32,
        months in 12..72u32, supported in prop::option::of(0..90u32), free in 0..40u32, payments in 1..60u32, channel_days in 0..10u32,
    ) -> Value {
        let cost = u64::from(price.0) * u64::from(price.1) / 100;
        let mut request = json!({
            "product": "chain", "currency": "USD", "country": country, "origin": "CHN", "valuationDate": "2026-11-25", "vehicles": vehicles,
            "price": part(price.0, 2), "factoryCost": part(cost as u32, 2), "baseRate": part(base, 3), "partsDays": days.0, "productionDays": days.1,
            "shippingDays": days.2, "creditDays": days.3, "dealerDays": days.4,
            "suppliers": { "partsShare": part(shares.0, 2), "margin": part(margins.0, 3), "commission": part(commission, 4) },
            "transit": { "margin": part(margins.0, 3) },
            "cover": { "insuredShare": part(shares.0, 2), "defaultRate": "0.02", "lossGivenDefault": "0.6" },
            "funding": { "margin": part(margins.1, 3), "advanceRate": part(shares.0, 2) },
            "credit": { "buyer": "CC2", "repaymentMonths": 60, "margin": part(margins.1, 3), "arrangement": "0.005" },
            "payment": { "payments": payments, "feeRate": "0.0005", "days": channel_days, "makerShare": part(shares.1, 2) },
            "hedge": { "homeCurrency": "CNY", "spot": 7.1, "homeRate": "0.018", "hedged": part(shares.2, 2) },
            "dealers": { "margin": part(margins.2, 3), "freeDays": free, "support": "25.50" },
            "buyers": { "months": months, "depositShare": "0.2", "margin": part(margins.3, 3), "financedShare": part(shares.1, 2), "supportedRate": supported.map(|rate| part(rate, 3)) },
            "service": { "turnoverPerVehicle": "180", "creditDays": 60, "defaultRate": "0.01" },
        });
        if days.0 == 0 {
            request["suppliers"] = Value::Null;
        }
        for (name, given) in LINKS.iter().zip(given) {
            if !given {
                request[*name] = Value::Null;
            }
        }
        if let Some((duty, margin)) = landing {
            request["landing"] = json!({ "drive": "combustion", "freight": "900", "dutyRate": part(duty, 2), "additionalDutyRate": 0, "vatRate": "0.16", "dealerMargin": part(margin, 2) });
        }
        request
    }
}

/// What a product's own quote says that one costs, and how often the chain has it: by product.
fn own(link: &Value, request: &Value) -> i64 {
    let told: Value = serde_json::from_str(link["request"].as_str().unwrap()).unwrap();
    assert_eq!(told["product"], link["countedBy"]);
    let quote = ask(&told);
    let vehicles = request["vehicles"].as_i64().unwrap();
    let of = |name: &str| minor(&quote[name]);
    let or = |value: &Value| if value.is_null() { 0 } else { minor(value) };
    match link["link"].as_str().unwrap() {
        "suppliers" | "funding" | "credit" => of("totalCost"),
        "transit" => vehicles * of("totalInterest"),
        "cover" | "service" => of("premium") + or(&quote["expectedLoss"]) - or(&quote["expectedClaims"]),
        "payment" => {
            let channels = quote["channels"].as_array().unwrap();
            let channel = channels.iter().find(|one| one["channel"] == "telegraphic-transfer").unwrap();
            request["payment"]["payments"].as_i64().unwrap() * minor(&channel["totalCost"])
        }
        "hedge" => (minor(&quote["hedgeCost"]) as f64 / 100.0 / 7.1 * 100.0).round() as i64,
        "dealers" => {
            vehicles * (of("totalInterest") + of("totalFees") + of("makerCost") - minor(&told["support"]))
        }
        "buyers" => {
            let share: Decimal = request["buyers"]["financedShare"].as_str().unwrap().parse().unwrap();
            let borrowers = Decimal::from(vehicles) * share;
            let borrowers =
                borrowers.round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
            let support = &quote["subvention"];
            let cost = of("totalInterest")
                + of("totalFees")
                + or(&support["makerCost"])
                + or(&support["dealerCost"]);
            i64::try_from(borrowers.trunc()).unwrap() * cost
        }
        other => panic!("{other}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Each link costs, to the cent, what its product says of the request that is told.
    #[test]
    fn each_link_is_its_products_own_answer(request in chains()) {
        for link in ask(&request)["links"].as_array().unwrap() {
            match link["request"].as_str() {
                Some(_) => prop_assert_eq!(minor(&link["programmeCost"]), own(link, &request), "{}", link["link"]),
                None => prop_assert_eq!(minor(&link["programmeCost"]), 0),
            }
        }
    }

    /// Links and bearers add up to one sum, of a vehicle and of the year; a vehicle's is the year's over their number.
    #[test]
    fn links_and_bearers_are_one_sum(request in chains()) {
        let quote = ask(&request);
        let sum = |list: &str, name: &str| -> i64 { quote[list].as_array().unwrap().iter().map(|one| minor(&one[name])).sum() };
        let (one, all) = (minor(&quote["costPerVehicle"]), minor(&quote["programmeCost"]));
        prop_assert_eq!(sum("links", "costPerVehicle"), one);
        prop_assert_eq!(sum("bearers", "costPerVehicle"), one);
        prop_assert_eq!(sum("links", "programmeCost"), all);
        prop_assert_eq!(sum("bearers", "programmeCost"), all);
        for (at, side) in ["supplier", "maker", "dealer", "buyer"].iter().enumerate() {
            prop_assert_eq!(sum("links", side), minor(&quote["bearers"][at]["costPerVehicle"]), "{}", side);
        }
        for link in quote["links"].as_array().unwrap() {
            let sides: i64 = ["supplier", "maker", "dealer", "buyer"].iter().map(|side| minor(&link[*side])).sum();
            prop_assert_eq!(sides, minor(&link["costPerVehicle"]));
        }
        let vehicles = request["vehicles"].as_f64().unwrap();
        prop_assert!((one as f64 - all as f64 / vehicles).abs() <= 0.5);
        prop_assert_eq!(sum("links", "tiedUp"), minor(&quote["workingCapital"]));
        prop_assert_eq!(sum("links", "covered"), minor(&quote["totalCover"]));
    }

    /// A link that is taken out takes exactly its cost with it, and changes no other.
    #[test]
    fn a_link_takes_its_own_cost_with_it(request in chains()) {
        let quote = ask(&request);
        for link in quote["links"].as_array().unwrap() {
            let mut without = request.clone();
            without[link["link"].as_str().unwrap()] = Value::Null;
            let left = ask(&without);
            prop_assert_eq!(minor(&quote["programmeCost"]) - minor(&left["programmeCost"]), minor(&link["programmeCost"]));
        }
    }

    /// Ten times the vehicles cost ten times as much, and one vehicle the same: nothing here is fixed.
    #[test]
    fn volume_scales_the_programme(mut request in chains()) {
        // Whole borrowers only.
        request["vehicles"] = json!(request["vehicles"].as_u64().unwrap().min(4000) * 100);
        request["payment"] = Value::Null;
        let quote = ask(&request);
        let mut more = request.clone();
        more["vehicles"] = json!(request["vehicles"].as_u64().unwrap() * 10);
        let ten = ask(&more);
        let (one, all) = (minor(&quote["programmeCost"]), minor(&ten["programmeCost"]));
        prop_assert!((10 * one - all).abs() <= 400, "{one} {all}");
        prop_assert!((minor(&quote["costPerVehicle"]) - minor(&ten["costPerVehicle"])).abs() <= 1);
        prop_assert_eq!(&quote["cashCycleDays"], &ten["cashCycleDays"]);
    }

    /// A change that is told gives what is told when somebody makes it; the list falls.
    #[test]
    fn a_change_saves_what_is_told(request in chains()) {
        let quote = ask(&request);
        let mut last = i64::MAX;
        for change in quote["improvements"].as_array().unwrap() {
            let saving = minor(&change["saving"]);
            prop_assert!(saving <= last);
            last = saving;
            prop_assert_eq!(minor(&change["costAfter"]), minor(&quote["costPerVehicle"]) - saving);
            let path = match change["lever"].as_str().unwrap() {
                "base-rate" => "/baseRate",
                "duty-rate" => "/landing/dutyRate",
                "parts-days" => "/partsDays",
                "production-days" => "/productionDays",
                "shipping-days" => "/shippingDays",
                "credit-days" => "/creditDays",
                "dealer-days" => "/dealerDays",
                "insured-share" => "/cover/insuredShare",
                "supplier-margin" => "/suppliers/margin",
                "funding-margin" => "/funding/margin",
                "credit-margin" => "/credit/margin",
                "dealer-margin" => "/dealers/margin",
                "buyer-margin" => "/buyers/margin",
                other => panic!("{other}"),
            };
            let mut changed = request.clone();
            let at = changed.pointer_mut(path).unwrap();
            *at = match change["changeDays"].as_f64() {
                Some(days) => json!((at.as_f64().unwrap() + days) as u32),
                None => {
                    let rate: Decimal = at.as_str().unwrap().parse().unwrap();
                    let more: Decimal = change["changeRate"].to_string().parse().unwrap();
                    json!((rate + more).to_string())
                }
            };
            prop_assert_eq!(&ask(&changed)["costPerVehicle"], &change["costAfter"], "{}", path);
        }
        prop_assert_eq!(quote["bestLever"].is_null(), quote["improvements"].as_array().unwrap().first().is_none_or(|best| minor(&best["saving"]) <= 0));
    }
}

/// A refusal of a product is told at the field of the chain.
#[test]
fn refusals_are_told_at_the_chains_own_fields() {
    let base = json!({
        "product": "chain", "currency": "USD", "country": "MEX", "origin": "CHN", "valuationDate": "2026-11-25", "vehicles": 100, "price": 20000,
        "factoryCost": 15000, "baseRate": 0.04, "creditDays": 90,
    });
    for (patch, reason, field) in [
        (json!({ "suppliers": { "partsShare": 0.7 } }), "cash-out-of-order", "partsDays"),
        (json!({ "creditDays": 800, "cover": {} }), "above-maximum", "creditDays"),
        (json!({ "credit": { "repaymentMonths": 60 } }), "required", "credit.buyer"),
        (
            json!({ "credit": { "repaymentMonths": 61, "buyer": "CC2" } }),
            "not-whole-periods",
            "credit.repaymentMonths",
        ),
        (json!({ "payment": { "channel": "cips" } }), "channel-not-priced", "payment.channel"),
        (
            json!({ "hedge": { "homeCurrency": "USD", "spot": 1, "homeRate": 0.02 } }),
            "same-currency",
            "hedge",
        ),
        (json!({ "buyers": { "months": 0 } }), "below-minimum", "buyers.months"),
        (json!({ "vehicles": 0 }), "out-of-bounds", "vehicles"),
        (json!({ "dealerDays": 1801 }), "out-of-bounds", "dealerDays"),
        (
            json!({ "service": { "turnoverPerVehicle": 1, "creditDays": 800 } }),
            "above-maximum",
            "service.creditDays",
        ),
    ] {
        let mut request = base.clone();
        for (name, value) in patch.as_object().unwrap() {
            request[name] = value.clone();
        }
        let error = answer(&request.to_string()).unwrap_err();
        assert_eq!((error.reason(), error.field()), (reason, field), "{request}");
    }
}
