//! What must hold for every comparison of ways into a market.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::Engine;
use export_risk::numeric::Random;
use proptest::prelude::*;
use serde_json::{Value, json};

fn ask(request: &Value) -> Value {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| engine.quote_json(&request.to_string()));
    serde_json::from_str(&text.unwrap_or_else(|error| panic!("{request}: {error:?}"))).unwrap()
}

/// A programme for Brazil with every way; costs are examples.
fn programme() -> Value {
    json!({
        "product": "route", "currency": "USD", "country": "BRA", "origin": "CHN", "start": "2027-01-01", "years": 12, "drive": "battery",
        "vehicles": 20000, "ramp": [0.3, 0.6, 0.85, 1], "price": "140000", "priceGrowth": 0.02, "costGrowth": 0.015,
        "foreign": { "currency": "BRL", "exchangeRates": [0.185], "yearlyChange": -0.01 },
        "discountRate": 0.1, "homeTaxRate": 0.15, "taxRate": 0.34, "withholdingTax": 0.15,
        "export": {
            "declaredPrice": "16500", "homeCost": "14500", "toPort": "250", "freight": "1300", "insurance": "80", "clearance": "350",
            "investment": "12000000", "fixedCosts": "60000000", "paymentDays": 60,
            "credit": { "goods": "cars", "repaymentMonths": 24, "rate": 0.06, "fees": { "arrangement": 0.005 } }
        },
        "completelyKnockedDown": {
            "declaredPrice": "11800", "homeCost": "10900", "toPort": "180", "freight": "750", "insurance": "50", "clearance": "220",
            "localParts": "9000", "assemblyFee": "6500", "investment": "90000000", "fixedCosts": "140000000", "paymentDays": 45
        },
        "plant": plant(), "jointVenture": joint("0.49"),
        "acquisition": {
            "enterpriseValue": "320000000", "netDebt": "40000000", "ebitda": "45000000", "ebitdaGrowth": [0.02], "capitalExpenditure": 0.3,
            "depreciation": 0.3, "transactionCosts": 0.02, "senior": { "leverage": 3, "baseRate": 0.06, "margin": 0.02, "termYears": 7 },
            "acquirer": {}, "payout": 0.8
        }
    })
}

fn plant() -> Value {
    json!({
        "constructionYears": 1, "capital": { "amounts": ["110000000", "60000000"], "years": [0, 1], "residualValue": "15000000" },
        "capacity": 36000, "kitPrice": "11000", "homeCost": "10200", "localContent": [0.1, 0.2, 0.3, 0.4], "localPartsCost": "70000",
        "dutyRate": 0.14, "logisticsCost": "3500", "labourCost": "6500", "fixedCosts": "110000000", "receivableDays": 15,
        "inventoryDays": 45, "payableDays": 60, "cover": {},
        "debt": { "gearing": 0.55, "tenorYears": 6, "graceYears": 1, "rate": 0.085, "targetDscr": 1.3 }
    })
}

fn joint(share: &str) -> Value {
    let mut venture = plant();
    venture["partner"] = json!({ "share": share, "requiredReturn": 0.09 });
    venture["royalty"] = json!(0.02);
    venture
}

fn only(ways: &[&str]) -> Value {
    let mut request = programme();
    for way in ["export", "completelyKnockedDown", "plant", "jointVenture", "acquisition"] {
        if !ways.contains(&way) {
            request.as_object_mut().unwrap().remove(way);
        }
    }
    request
}

fn minor(amount: &Value) -> i64 {
    let amount: rust_decimal::Decimal = amount.as_str().unwrap().parse().unwrap();
    i64::try_from((amount * rust_decimal::Decimal::from(100)).trunc().mantissa()).unwrap()
}

fn numbers(column: &Value) -> Vec<f64> {
    column.as_array().unwrap().iter().map(|cell| cell.as_f64().unwrap()).collect()
}

#[test]
fn a_credit_costs_what_the_product_for_export_credits_says() {
    let route = &ask(&only(&["export"]))["routes"][0];
    let credit = ask(&json!({
        "product": "export-credit", "exporterCountry": "CHN", "country": "BRA", "goods": "cars", "currency": "USD",
        "contractValue": "330000000", "start": "2027-01-01", "repaymentMonths": 24, "rate": 0.06, "fees": { "arrangement": 0.005 }
    }));
    assert_eq!(route["creditCost"], credit["totalCost"]);
    assert_eq!(route["creditAllInRate"], credit["allInRate"], "to the bit");
}

#[test]
fn a_vehicle_costs_on_its_way_what_the_product_for_that_says() {
    let route = &ask(&only(&["export"]))["routes"][0];
    let landed = ask(&json!({
        "product": "landed-cost", "currency": "USD", "country": "BRA", "origin": "CHN", "date": "2027-01-01", "drive": "battery",
        "price": "16500", "toPort": "250", "freight": "1300", "insurance": "80", "clearance": "350"
    }));
    assert_eq!(route["landedCost"], landed["landedCostBeforeVat"]);
    assert_eq!(route["effectiveDuty"], landed["effectiveDuty"], "to the bit");
}

#[test]
fn a_plant_is_what_the_product_for_plants_says() {
    let route = &ask(&only(&["plant"]))["routes"][0];
    let alone = ask(&json!({
        "product": "plant", "currency": "USD", "start": "2027-01-01", "constructionYears": 1, "operatingYears": 11,
        "capital": { "amounts": ["110000000", "60000000"], "years": [0, 1], "residualValue": "15000000" },
        "operations": {
            "vehicles": 20000, "ramp": [0.6, 0.85, 1], "price": "140000", "kitCost": "11000", "localContent": [0.1, 0.2, 0.3, 0.4],
            "localPartsCost": "70000", "completelyKnockedDownDuties": [0.14], "logisticsCost": "3500", "labourCost": "6500",
            "fixedCosts": "110000000", "priceGrowth": 0.02, "kitGrowth": 0.015, "costGrowth": 0.015, "currency": "BRL",
            "receivableDays": 15, "inventoryDays": 45, "payableDays": 60
        },
        "taxRate": 0.34, "foreign": { "currency": "BRL", "exchangeRates": [0.185], "yearlyChange": -0.01 }, "cover": { "country": "BRA" },
        "debt": { "gearing": 0.55, "tenorYears": 6, "graceYears": 1, "rate": 0.085, "targetDscr": 1.3 },
        "discountRate": 0.1, "costOfEquity": 0.1
    }));
    assert!(alone["minimumDscr"].as_f64().unwrap() > 1.0);
    assert_eq!(route["minimumDscr"], alone["minimumDscr"], "to the bit");
    assert_eq!(route["capitalAtRisk"], alone["equityAmount"]);
    // What the sponsors receive, less what is withheld of dividends, and the margin on kits less tax at home, is the maker's.
    let service = &alone["debtService"];
    let (kits, flows) = (numbers(&alone["production"]["kits"]), numbers(&route["course"]["makerFlow"]));
    let (paid, support, premium) =
        (numbers(&service["dividends"]), numbers(&service["support"]), numbers(&service["premium"]));
    let equity = numbers(&alone["funding"]["equity"]);
    for (year, flow) in flows.iter().enumerate() {
        let put_in = equity.get(year).copied().unwrap_or(0.0) + support[year] + premium[year];
        let expected = paid[year] * 0.85 - put_in + kits[year] * (800.0 / 11000.0) * 0.85;
        assert!((flow - expected).abs() < 3.0, "year {year}: {flow}, not {expected}");
    }
}

#[test]
fn a_purchase_is_what_the_product_for_purchases_says() {
    let route = &ask(&only(&["acquisition"]))["routes"][0];
    let mut alone = programme()["acquisition"].clone();
    for (name, value) in
        [("product", json!("acquisition")), ("currency", json!("USD")), ("start", json!("2027-01-01"))]
    {
        alone[name] = value;
    }
    (alone["years"], alone["taxRate"]) = (json!(12), json!(0.34));
    let alone = ask(&alone);
    assert_eq!(route["rateOfReturn"], alone["acquirerReturn"], "to the bit");
    assert_eq!(route["course"]["makerFlow"], alone["course"]["acquirerFlow"]);
}

#[test]
fn ways_are_worth_the_same_at_the_volumes_that_are_told() {
    let request = programme();
    let quote = ask(&request);
    let evens = quote["breakEvens"].as_array().unwrap();
    assert!(evens.len() > 3, "{evens:?}");
    let place = |name: &Value| {
        quote["routes"].as_array().unwrap().iter().position(|route| route["route"] == *name).unwrap()
    };
    for even in evens {
        let mut again = request.clone();
        again["vehicles"] = json!(format!("{:.12}", even["vehicles"].as_f64().unwrap()));
        let values = ask(&again);
        let value = |name: &str| minor(&values["routes"][place(&even[name])]["value"]);
        let (first, second, told) = (value("first"), value("second"), minor(&even["value"]));
        // A millionth of a vehicle, and a cent a line of every year.
        assert!((first - second).abs() <= 200, "{even}: {first} and {second}");
        assert!((first - told).abs() <= 200, "{even}: {first}");
    }
}

#[test]
fn the_borders_of_the_map_agree_with_direct_quotes() {
    let mut request = programme();
    request["price"] = json!("122000");
    request["export"]["homeCost"] = json!("13000");
    request["completelyKnockedDown"]["dutyRate"] = json!(0.16);
    let mut random = Random::seeded(20_261_125);
    let mut borders_met = 0;
    let mut winners = std::collections::BTreeSet::new();
    for _ in 0..10 {
        // A map whose upper row has any duty, and on it ten volumes.
        let duty = (0.02 + 0.6 * random.fraction() * 1e6).round() / 1e6;
        let duty = if duty > 0.7 { 0.35 } else { duty.max(0.01) };
        request["map"] = json!({ "lowestVehicles": 500, "highestVehicles": 60000, "volumes": 40, "highestDuty": duty, "duties": 2 });
        request["breakEvens"] = json!(false);
        let quote = ask(&request);
        let map = &quote["map"];
        let last = map["duties"][1].as_f64().unwrap();
        let columns =
            ["borderDuties", "borderVehicles", "borderBelow", "borderAbove"].map(|name| numbers(&map[name]));
        let of_row: Vec<(f64, f64, f64)> = (0..columns[0].len())
            .filter(|at| columns[0][*at] == last)
            .map(|at| (columns[1][at], columns[2][at], columns[3][at]))
            .collect();
        borders_met += of_row.len();
        let first = numbers(&map["best"])[40];
        for _ in 0..10 {
            let volume = (500.0 * libm::exp(random.fraction() * libm::log(120.0)) * 1e3).round() / 1e3;
            if of_row.iter().any(|(border, ..)| (border - volume).abs() < 0.01) {
                continue;
            }
            let by_map =
                of_row.iter().rfind(|(border, ..)| *border < volume).map_or(first, |(.., above)| *above);
            let mut direct = request.clone();
            direct.as_object_mut().unwrap().remove("map");
            direct["vehicles"] = json!(volume);
            direct["export"]["dutyRate"] = json!(last);
            direct["export"]["additionalDutyRate"] = json!(0);
            let direct = ask(&direct);
            let best = direct["routes"]
                .as_array()
                .unwrap()
                .iter()
                .position(|route| route["route"] == direct["best"]);
            assert_eq!(
                by_map as i64,
                best.map_or(-1, |at| at as i64),
                "{volume} vehicles at {last}: {of_row:?}"
            );
            winners.insert(by_map as i64);
        }
    }
    assert!(borders_met > 15 && winners.len() > 2, "{borders_met} borders, winners {winners:?}");
}

fn simulated(paths: u32) -> Value {
    let mut request = programme();
    request["breakEvens"] = json!(false);
    request["simulation"] = json!({
        "seed": 7, "paths": paths, "demandVolatility": 0.15, "currencyVolatility": 0.1, "correlation": 0.4, "dutyProbability": 0.1,
        "dutyThen": 0.6, "closureProbability": 0.02
    });
    request
}

#[test]
fn the_same_seed_gives_the_same_paths_in_however_many_parts() {
    let whole = ask(&simulated(300))["simulation"].clone();
    let mut drawn = Vec::new();
    for (first, paths) in [(0, 120), (120, 1), (121, 179)] {
        let mut part = simulated(paths);
        part["simulation"]["firstPath"] = json!(first);
        drawn.extend(ask(&part)["simulation"]["drawn"].as_array().unwrap().clone());
    }
    assert_eq!(whole["drawn"].as_array().unwrap(), &drawn, "to the bit");
    let mut all = simulated(0);
    (all["simulation"]["firstPath"], all["simulation"]["drawn"]) = (json!(300), json!(drawn));
    let mut together = ask(&all)["simulation"].clone();
    together["drawn"] = whole["drawn"].clone();
    assert_eq!(together, whole);
    let mut other = simulated(300);
    other["simulation"]["seed"] = json!(8);
    assert_ne!(ask(&other)["simulation"]["drawn"], whole["drawn"]);
}

#[test]
fn where_nothing_varies_every_path_is_the_plan_and_waiting_costs_a_year() {
    let mut request = simulated(20);
    request["simulation"] = json!({ "paths": 20, "demandVolatility": 0 });
    let quote = ask(&request);
    let simulation = &quote["simulation"];
    for (route, outlook) in
        quote["routes"].as_array().unwrap().iter().zip(simulation["routes"].as_array().unwrap())
    {
        // A plant's debt is held, and its years are priced once more: a cent a line.
        let value = minor(&route["value"]);
        for name in ["mean", "low", "median", "high", "expectedShortfall"] {
            assert!((minor(&outlook[name]) - value).abs() <= 1, "{name} of {outlook}: {value}");
        }
        assert_eq!(minor(&outlook["standardError"]), 0);
    }
    assert_eq!(simulation["valueToday"], quote["bestValue"]);
    let waiting = minor(&simulation["valueOfWaiting"]) as f64;
    assert!((waiting - minor(&quote["bestValue"]) as f64 / 1.1).abs() < 3.0);
}

/// Demand has a mean of its plan, and built-up vehicles without tax, stock and fixed numbers are worth in proportion to it.
#[test]
fn the_mean_of_many_paths_is_near_the_plan_where_values_are_linear() {
    let mut request = only(&["export"]);
    request["homeTaxRate"] = json!(0);
    request["simulation"] = json!({ "paths": 20_000, "demandVolatility": 0.2, "currencyVolatility": 0.1, "correlation": 0, "waiting": false });
    let quote = ask(&request);
    let outlook = &quote["simulation"]["routes"][0];
    let (mean, error) = (minor(&outlook["mean"]) as f64, minor(&outlook["standardError"]) as f64);
    let plan = minor(&quote["routes"][0]["value"]) as f64;
    assert!((mean - plan).abs() < 4.0 * error, "{mean} is not near {plan} ± {error}");
    assert!(error > 0.0 && error < plan.abs());
}

/// Connected vehicles from China are barred in the United States from the model year 2027.
#[test]
fn a_barred_way_is_never_the_best_of_a_path() {
    let mut request = only(&["export"]);
    (request["country"], request["foreign"], request["price"]) = (json!("USA"), Value::Null, json!("90000"));
    request["export"]["credit"] = Value::Null;
    request["export"]["fixedCosts"] = json!(0);
    request["simulation"] = json!({ "paths": 10, "demandVolatility": 0.1 });
    let quote = ask(&request);
    assert_eq!(quote["routes"][0]["prohibited"], json!(true));
    let simulation = &quote["simulation"];
    assert!(minor(&simulation["routes"][0]["mean"]) > 0, "{simulation}");
    assert_eq!(
        (&simulation["routes"][0]["bestProbability"], &simulation["noneBest"]),
        (&json!(0), &json!(1))
    );
    assert_eq!((&simulation["valueToday"], &simulation["valueOfWaiting"]), (&json!("0.00"), &json!("0.00")));
}

#[test]
fn a_market_that_is_closed_in_the_first_year_leaves_what_was_put_in_and_what_is_insured() {
    let mut request = only(&["export", "plant"]);
    request["simulation"] = json!({ "paths": 2, "demandVolatility": 0, "closureProbability": 1 });
    let quote = ask(&request);
    let outlook = &quote["simulation"]["routes"];
    assert_eq!(outlook[0]["mean"], json!("-12000000.00"));
    let flows = numbers(&quote["routes"][1]["course"]["makerFlow"]);
    // Premium aside, what was paid on the first day is the equity then: 90 % of it comes back after a year.
    let first = ask(&{
        let mut request = only(&["plant"]);
        request["plant"]["cover"] = Value::Null;
        request
    });
    let equity = -numbers(&first["routes"][0]["course"]["makerFlow"])[0];
    let expected = flows[0] + (0.9 * equity) / 1.1;
    assert!((minor(&outlook[1]["mean"]) as f64 - expected).abs() < 3.0, "{outlook}: {expected}");
    assert_eq!(quote["simulation"]["noneBest"], json!(1));
    assert_eq!(quote["simulation"]["valueOfWaiting"], json!("0.00"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Nobody gains or loses by how a plant is shared: maker and partner have what a maker alone has.
    #[test]
    fn shares_of_a_plant_sum(share in 1..=99u32, volume in 2_000..=60_000u32, withheld in 0..=30u32) {
        let mut request = only(&["plant", "jointVenture"]);
        request["jointVenture"] = joint(&format!("0.{share:02}"));
        request["jointVenture"]["royalty"] = json!(0);
        (request["vehicles"], request["withholdingTax"]) = (json!(volume), json!(f64::from(withheld) / 100.0));
        let quote = ask(&request);
        let [alone, maker, partner] = [(0, "makerFlow"), (1, "makerFlow"), (1, "partnerFlow")]
            .map(|(at, name)| numbers(&quote["routes"][at]["course"][name]));
        for ((alone, maker), partner) in alone.iter().zip(maker).zip(partner) {
            prop_assert_eq!(*alone, maker + partner);
        }
    }

    /// More duty never makes built-up vehicles better, and touches no other way; every case stands beside its opposite.
    #[test]
    fn duties_touch_built_up_vehicles_alone(duty in 0..=40u32, kits in 0..=20u32, volume in 2_000..=60_000u32) {
        let mut request = programme();
        request["vehicles"] = json!(volume);
        request["breakEvens"] = json!(false);
        request["shocks"] = json!({ "duty": f64::from(duty) / 100.0, "kitDuty": f64::from(kits) / 100.0, "demand": 0.2, "expropriationYear": 3 });
        let quote = ask(&request);
        for exposure in quote["exposures"].as_array().unwrap() {
            let route = quote["routes"].as_array().unwrap().iter().find(|route| route["route"] == exposure["route"]).unwrap();
            let (value, adverse) = (minor(&route["value"]), minor(&exposure["adverse"]));
            let touched = match exposure["shock"].as_str().unwrap() {
                "duty" => exposure["route"] == "export",
                "kit-duty" => ["completely-knocked-down", "plant", "joint-venture"].iter().any(|name| exposure["route"] == *name),
                _ => continue,
            };
            if touched {
                prop_assert!(adverse <= value + 100 && minor(&exposure["favourable"]) >= value - 100, "{exposure}: {value}");
            } else {
                prop_assert!((adverse - value).abs() <= 100, "{exposure}: {value}");
            }
            prop_assert!(minor(&route["worstValue"]) <= adverse);
        }
    }

    /// Probabilities are those of all paths, and the tail lies in its order.
    #[test]
    fn outlooks_are_in_order(seed in any::<u32>(), demand in 0..=40u32, closure in 0..=20u32, duty in 0..=30u32) {
        let mut request = simulated(60);
        let simulation = &mut request["simulation"];
        (simulation["seed"], simulation["demandVolatility"]) = (json!(seed), json!(f64::from(demand) / 100.0));
        (simulation["closureProbability"], simulation["dutyProbability"]) = (json!(f64::from(closure) / 100.0), json!(f64::from(duty) / 100.0));
        let simulation = ask(&request)["simulation"].clone();
        let mut best = simulation["noneBest"].as_f64().unwrap();
        for outlook in simulation["routes"].as_array().unwrap() {
            let [shortfall, low, median, high] = ["expectedShortfall", "low", "median", "high"].map(|name| minor(&outlook[name]));
            prop_assert!(shortfall <= low && low <= median && median <= high, "{outlook}");
            best += outlook["bestProbability"].as_f64().unwrap();
        }
        prop_assert!((best - 1.0).abs() < 1e-9, "{best}");
    }
}
