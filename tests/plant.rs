//! What must hold for every plant.

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
use serde_json::{Value, json};

fn ask(request: &Value) -> Result<Value, export_risk::Error> {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| engine.quote_json(&request.to_string()))?;
    Ok(serde_json::from_str(&text).unwrap())
}

/// A column; the amounts are whole numbers of smallest units.
fn column(quote: &Value, record: &str, name: &str) -> Vec<i64> {
    cells(quote, record, name).iter().map(|cell| *cell as i64).collect()
}

fn cells(quote: &Value, record: &str, name: &str) -> Vec<f64> {
    let cells = quote[record][name].as_array().unwrap_or_else(|| panic!("no {record}.{name}"));
    cells.iter().map(|cell| cell.as_f64().unwrap()).collect()
}

fn minor(text: &Value) -> i64 {
    let amount: Decimal = text.as_str().unwrap().parse().unwrap();
    i64::try_from((amount * Decimal::from(100)).trunc().mantissa()).unwrap()
}

fn part(number: i64, digits: u32) -> String {
    Decimal::new(number, digits).to_string()
}

prop_compose! {
    fn debts(tenor: u32, reserve: bool)(
        size in 0..=2usize, gearing in 10..=80i64, target in 110..=200i64, grace in 0..=2u32, rate in 0..=150i64, profile in 0..=2usize,
        fees in (0..=25i64, 0..=10i64), held in 0..=3_000_000i64, months in prop::option::of(0..=12u32), sweep in 0..=100i64,
        lock in prop::option::of(100..=140i64), default in prop::option::of(100..=120i64), support in 0..=5_000_000i64,
    ) -> Value {
        const WAYS: [&str; 3] = ["annuity", "equal-principal", "sculpted"];
        let held = if reserve { held } else { 0 };
        let mut debt = json!({
            "tenorYears": tenor, "graceYears": grace.min(tenor - 1), "rate": part(rate, 3),
            "repayment": WAYS[profile], "upfrontFee": part(fees.0, 3), "commitmentFee": part(fees.1, 3),
            "initialReserve": held.to_string(), "reserveMonths": if reserve { months } else { None }, "sweep": part(if reserve { sweep } else { 0 }, 2),
            "lockUpDscr": lock.map(|lock| part(lock, 2)), "defaultDscr": default.map(|ratio| part(ratio, 2)), "supportLimit": support.to_string(),
        });
        if size != 1 {
            debt["gearing"] = json!(part(gearing, 2));
        }
        if size != 0 {
            debt["targetDscr"] = json!(part(target, 2));
        }
        debt
    }
}

prop_compose! {
    fn plants()(construction in 0..=3u32, years in 3..=15u32)(
        phases in prop::collection::vec((1_000_000..=90_000_000u64, 0..=construction + 1), 1..=3), depreciation in 1..=20u32, residual in 0..=9_000_000u32,
        vehicles in 1_000..=60_000u32, ramp in prop::collection::vec(0..=100i64, 1..=4), price in 11_000..=20_000u32, local in prop::collection::vec(0..=100i64, 0..=3),
        duty in 0..=50i64, costs in (0..=900u32, 0..=2_000u32, 0..=40_000_000u32), growth in (-30..=30i64, -30..=30i64, -30..=30i64),
        days in (0..=120u32, 0..=120u32, 0..=120u32), tax in (0..=40i64, 0..=6u32, prop::option::of(1..=6u32)), path in prop::collection::vec(700..=2_000i64, 1..=4),
        abroad in any::<bool>(), debt in prop::option::of((1..=years).prop_flat_map(|tenor| debts(tenor, true))), cover in prop::option::of(0..=30i64),
        years in Just(years), construction in Just(construction),
    ) -> Value {
        json!({
            "product": "plant", "currency": "USD", "start": "2027-03-31", "constructionYears": construction, "operatingYears": years,
            "capital": {
                "amounts": phases.iter().map(|(amount, _)| amount).collect::<Vec<_>>(), "years": phases.iter().map(|(_, year)| year).collect::<Vec<_>>(),
                "depreciationYears": depreciation, "residualValue": residual,
            },
            "operations": {
                "vehicles": vehicles, "ramp": ramp.iter().map(|share| part(*share, 2)).collect::<Vec<_>>(), "price": price, "kitCost": 9_000,
                "localContent": local.iter().map(|share| part(*share, 2)).collect::<Vec<_>>(), "localPartsCost": 8_000, "completelyKnockedDownDuties": [part(duty, 2)],
                "logisticsCost": costs.0, "labourCost": costs.1, "fixedCosts": costs.2, "priceGrowth": part(growth.0, 3), "kitGrowth": part(growth.1, 3),
                "costGrowth": part(growth.2, 3), "kitCurrency": if abroad { Some("CNY") } else { None },
                "receivableDays": days.0, "inventoryDays": days.1, "payableDays": days.2,
            },
            "foreign": { "currency": "CNY", "exchangeRates": path.iter().map(|rate| part(*rate, 3)).collect::<Vec<_>>(), "yearlyChange": "0.01" },
            "taxRate": part(tax.0, 2), "taxHolidayYears": tax.1, "lossCarryForwardYears": tax.2, "debt": debt,
            "cover": cover.map(|rate| json!({ "premiumRate": part(rate, 3) })), "discountRate": "0.1", "costOfEquity": "0.13",
        })
    }
}

/// Some debts can't be: they cost more than they pay for, or no cash serves them.
fn answered(request: &Value) -> Option<Value> {
    match ask(request) {
        Ok(quote) => Some(quote),
        Err(error) if ["no-cash-for-debt", "debt-not-settled"].contains(&error.reason()) => None,
        Err(error) => panic!("{error:?} for {request}"),
    }
}

fn npv(flows: &[f64], rate: f64) -> f64 {
    flows.iter().enumerate().map(|(at, flow)| flow / (1.0 + rate).powi(at as i32)).sum()
}

/// What sponsors pay and receive.
fn sponsors(quote: &Value) -> Vec<f64> {
    let of = |name: &str| column(quote, "debtService", name);
    let mut flows: Vec<i64> = of("dividends");
    for (at, equity) in column(quote, "funding", "equity").iter().enumerate() {
        flows[at] -= equity;
    }
    for name in ["support", "premium"] {
        for (flow, paid) in flows.iter_mut().zip(of(name)) {
            *flow -= paid;
        }
    }
    flows.iter().map(|flow| *flow as f64).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    /// Sources are uses on every day; the balance sheet balances at every year's end; cash in is cash out in every year.
    #[test]
    fn everything_adds_up_to_the_cent(request in plants()) {
        let Some(quote) = answered(&request) else { return Ok(()) };
        let (funding, production, service, balance) = (
            |name: &str| column(&quote, "funding", name),
            |name: &str| column(&quote, "production", name),
            |name: &str| column(&quote, "debtService", name),
            |name: &str| column(&quote, "balance", name),
        );
        let opening = request["constructionYears"].as_u64().unwrap() as usize;
        for at in 0..=opening {
            let uses: i64 = ["capitalCost", "fees", "constructionInterest", "reserveFunded"].iter().map(|name| funding(name)[at]).sum();
            prop_assert_eq!(uses, funding("drawn")[at] + funding("equity")[at], "day {}", at);
            prop_assert!(funding("drawn")[at] >= 0 && funding("equity")[at] >= 0);
        }
        for at in 0..service("cashAvailable").len() {
            let owns = balance("fixedAssets")[at] + balance("workingCapital")[at] + balance("reserve")[at] + balance("cash")[at];
            prop_assert_eq!(owns, balance("debt")[at] + balance("equity")[at], "year {}", at);
            prop_assert!(balance("cash")[at] >= 0 && balance("reserve")[at] >= 0 && balance("debt")[at] >= 0);
            if at <= opening { continue; }
            let residual = if at + 1 == service("cashAvailable").len() { 100 * request["capital"]["residualValue"].as_i64().unwrap() } else { 0 };
            let costs: i64 = ["kits", "duty", "localParts", "logistics", "labour", "fixedCosts"].iter().map(|name| production(name)[at]).sum();
            prop_assert_eq!(production("ebitda")[at], production("revenue")[at] - costs);
            let available = production("ebitda")[at] - production("tax")[at] - production("workingCapitalChange")[at] - production("laterCapitalCost")[at] + residual;
            prop_assert_eq!(service("cashAvailable")[at], available);
            let paid = service("interest")[at] + service("principal")[at] + service("prepaid")[at] + service("dividends")[at];
            let kept = service("reserve")[at] - service("reserve")[at - 1] + service("cash")[at] - service("cash")[at - 1];
            // Interest that is not paid is in the principal, below zero.
            prop_assert_eq!(available + service("support")[at], paid + kept, "year {}", at);
            prop_assert_eq!(service("closing")[at], service("opening")[at] - service("principal")[at] - service("prepaid")[at]);
        }
        let end = balance("debt").len() - 1;
        for name in ["fixedAssets", "workingCapital", "reserve", "cash"] {
            prop_assert_eq!(balance(name)[end], 0, "{}", name);
        }
        prop_assert_eq!(minor(&quote["unpaidDebt"]), balance("debt")[end]);
        prop_assert!(minor(&quote["unpaidDebt"]) == 0 || service("unpaid").iter().any(|sum| *sum > 0));
    }

    /// The rate that is told makes the sponsors' flows worth nothing, and their value is that of the flows that are shown.
    #[test]
    fn the_return_makes_the_flows_worth_nothing(request in plants()) {
        let Some(quote) = answered(&request) else { return Ok(()) };
        let flows = sponsors(&quote);
        let size: f64 = flows.iter().map(|flow| flow.abs()).sum();
        if let Some(rate) = quote["equityReturn"].as_f64() {
            let weight: f64 = flows.iter().enumerate().map(|(at, flow)| flow.abs() / (1.0 + rate).powi(at as i32)).sum();
            prop_assert!(npv(&flows, rate).abs() <= 1e-9 * weight, "{rate}");
        }
        let value = minor(&quote["equityValue"]) as f64;
        prop_assert!((npv(&flows, 0.13) - value).abs() <= 1.0 + 1e-12 * size);
    }

    /// As many vehicles as the break-even says are worth nothing, to some cents.
    #[test]
    fn the_break_even_is_worth_nothing(request in plants()) {
        let Some(quote) = answered(&request) else { return Ok(()) };
        let Some(volume) = quote["breakEvenVolume"].as_f64() else { return Ok(()) };
        let mut again = request.clone();
        again["operations"]["vehicles"] = json!(volume);
        again["debt"] = Value::Null;
        let value = minor(&ask(&again).unwrap()["projectValue"]);
        prop_assert!(value.abs() <= 100, "{volume}: {value}");
    }

    /// Cash of any shape: sculpted debt has its cover ratio in every year, is worth the cash over it, and ends at nothing.
    #[test]
    fn sculpted_debt_has_its_ratio_every_year(
        cash in prop::collection::vec(1_000_000..=900_000_000i64, 1..=25), target in 1_000..=3_000i64, rate in 0..=150i64, more in 0..=5usize,
    ) {
        let tenor = cash.len().saturating_sub(more).max(1);
        let quote = ask(&json!({
            "product": "plant", "currency": "EUR", "start": "2027-01-01", "cashAvailable": cash.iter().map(|sum| part(*sum, 2)).collect::<Vec<_>>(),
            "debt": { "targetDscr": part(target, 3), "tenorYears": tenor, "rate": part(rate, 3) },
        })).unwrap();
        let (target, rate) = (target as f64 / 1000.0, rate as f64 / 1000.0);
        let worth = npv(&[&[0.0], &cash.iter().take(tenor).map(|sum| *sum as f64).collect::<Vec<_>>()[..]].concat(), rate);
        prop_assert!((minor(&quote["debtAmount"]) as f64 - worth / target).abs() <= 0.6 + 1e-13 * worth);
        let (service, dscr) = (cells(&quote, "debtService", "service"), cells(&quote, "debtService", "dscr"));
        for at in 1..tenor {
            prop_assert!((service[at] - cash[at - 1] as f64 / target).abs() <= 0.51, "year {}", at);
        }
        prop_assert!((dscr[tenor] / target - 1.0).abs() < 1e-4);
        prop_assert!((quote["llcr"].as_f64().unwrap() / target - 1.0).abs() < 1e-5);
        prop_assert_eq!(column(&quote, "debtService", "closing")[tenor], 0);
        prop_assert_eq!(minor(&quote["unpaidDebt"]), 0);
    }

    /// Whatever is owed is repaid by sculpted payments at one ratio, which is the cover over the loan's life.
    #[test]
    fn the_level_ratio_is_the_cover_over_the_loan(cash in prop::collection::vec(50_000_000..=900_000_000i64, 2..=20), amount in 1_000_000..=9_000_000i64, rate in 1..=100i64) {
        let quote = ask(&json!({
            "product": "plant", "currency": "EUR", "start": "2027-01-01", "cashAvailable": cash.iter().map(|sum| part(*sum, 2)).collect::<Vec<_>>(),
            "debt": { "amount": part(amount, 2), "tenorYears": cash.len(), "rate": part(rate, 3) },
        })).unwrap();
        let (ratio, cover) = (quote["sculptedDscr"].as_f64().unwrap(), quote["llcr"].as_f64().unwrap());
        prop_assert!((ratio / cover - 1.0).abs() < 1e-12);
        prop_assert_eq!(quote["llcr"].clone(), quote["plcr"].clone());
    }

    /// More cash at the same debt never means a lower cover over the loan, and what a target allows never falls.
    #[test]
    fn more_cash_is_more_cover(request in plants(), more in 1..=2_000u32) {
        let mut richer = request.clone();
        richer["operations"]["price"] = json!(request["operations"]["price"].as_u64().unwrap() as u32 + more);
        let (Some(one), Some(other)) = (answered(&request), answered(&richer)) else { return Ok(()) };
        let value = |quote: &Value| minor(&quote["projectValue"]);
        prop_assert!(value(&other) >= value(&one));
        if let (Some(before), Some(after)) = (one["breakEvenVolume"].as_f64(), other["breakEvenVolume"].as_f64()) {
            prop_assert!(after <= before + 1e-6);
        }
    }
}

/// The premium of the sponsors' cover is that of investment cover, on what they have paid in by the beginning of each year.
#[test]
fn the_premium_comes_from_investment_cover() {
    let quote = ask(&json!({
        "product": "plant", "currency": "EUR", "start": "2027-01-01", "constructionYears": 1, "operatingYears": 3,
        "capital": { "amounts": [10_000_000, 10_000_000], "years": [0, 1] },
        "operations": { "vehicles": 1000, "price": 20_000, "kitCost": 10_000, "partsDuties": [], "completelyKnockedDownDuties": [0] },
        "cover": { "country": "THA" },
    }))
    .unwrap();
    let insured = ask(&json!({
        "product": "investment-cover", "country": "THA", "currency": "EUR", "equity": 20_000_000, "start": "2027-01-01", "holdingYears": 4,
    }))
    .unwrap();
    assert_eq!(quote["premiumRate"], insured["premiumRate"]);
    let rate: f64 = insured["premiumRate"].as_str().unwrap().parse().unwrap();
    let due = |paid_in: f64| (paid_in * rate * 100.0).round() as i64;
    assert_eq!(column(&quote, "debtService", "premium"), [due(1e7), due(2e7), due(2e7), due(2e7), 0]);
    assert_eq!(quote["editions"], insured["editions"]);
}
