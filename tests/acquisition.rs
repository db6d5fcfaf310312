//! What must hold for every purchase.

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

fn column(quote: &Value, name: &str) -> Vec<i64> {
    quote["course"][name].as_array().unwrap().iter().map(|cell| cell.as_f64().unwrap() as i64).collect()
}

fn minor(text: &Value) -> i64 {
    let amount: Decimal = text.as_str().unwrap().parse().unwrap();
    i64::try_from((amount * Decimal::from(100)).trunc().mantissa()).unwrap()
}

fn part(number: i64, digits: u32) -> String {
    Decimal::new(number, digits).to_string()
}

fn npv(flows: &[i64], rate: f64) -> f64 {
    flows.iter().enumerate().map(|(at, flow)| *flow as f64 / (1.0 + rate).powi(at as i32)).sum()
}

prop_compose! {
    fn purchases()(
        years in 1..=12u32, value in 200_000_000..=900_000_000u64, net in -50_000_000..=90_000_000i64, refinanced in any::<bool>(), share in 10..=100i64,
        growth in prop::collection::vec(-20..=20i64, 0..=4), parts in (0..=50i64, 0..=40i64, 0..=40i64, 0..=40i64), gained in 0..=40_000_000u64,
        ramp in prop::collection::vec(0..=100i64, 1..=4), costs in prop::collection::vec(0..=20_000_000u64, 0..=3), senior in (1..=18i64, 0..=120i64, 1..=10u32, 0..=100i64),
        mezzanine in prop::option::of((1_000_000..=9_000_000u64, 0..=100i64, 1..=10u32)), loans in (0..=900_000u64, 0..=900_000u64), partner in prop::option::of(0..=100i64),
        payout in 0..=100i64, multiple in prop::option::of(3..=12u32), required in 1..=25i64,
    ) -> Value {
        let share = if refinanced { 100 } else { share };
        let loan = |leverage: i64| part(leverage * share, 3);
        json!({
            "product": "acquisition", "currency": "EUR", "start": "2027-01-31", "years": years, "enterpriseValue": value, "netDebt": net, "refinanced": refinanced,
            "netDebtRate": "0.05", "acquiredShare": part(share, 2), "ebitda": 70_000_000, "ebitdaGrowth": growth.iter().map(|rate| part(*rate, 2)).collect::<Vec<_>>(),
            "capitalExpenditure": part(parts.0, 2), "depreciation": part(parts.1, 2), "workingCapital": part(parts.2, 2), "taxRate": part(parts.3, 2),
            "synergies": { "amount": gained, "ramp": ramp.iter().map(|share| part(*share, 2)).collect::<Vec<_>>(), "costs": costs }, "minimumCash": 1_000_000,
            "transactionCosts": "0.02",
            "senior": { "leverage": loan(senior.0), "baseRate": part(senior.1, 3), "fee": "0.01", "termYears": senior.2, "amortisation": ["0.1", "0.1"], "sweep": part(senior.3, 2) },
            "mezzanine": mezzanine.map(|(amount, rate, term)| json!({ "amount": amount * share as u64 / 100 + 1, "baseRate": part(rate, 3), "addedInterest": "0.03", "termYears": term })),
            "acquirer": { "shareholderLoan": loans.0, "loanRate": "0.06", "requiredReturn": part(required, 2) },
            "partner": partner.map(|share| json!({ "equityShare": part(share, 2), "shareholderLoan": loans.1, "loanRate": "0.04" })),
            "payout": part(payout, 2), "exitMultiple": multiple,
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    /// Sources are uses; cash in is cash out in every year; what the sale leaves is what sponsors receive.
    #[test]
    fn everything_adds_up_to_the_cent(request in purchases()) {
        let quote = ask(&request);
        let sum = |list: &str| -> i64 { quote[list].as_array().unwrap().iter().map(|part| minor(&part["amount"])).sum() };
        prop_assert_eq!(sum("sources"), sum("uses"));
        prop_assert_eq!(sum("uses"), minor(&quote["totalUses"]));
        let of = |name: &str| column(&quote, name);
        let years = of("cash").len();
        for at in 1..years {
            let paid = ["seniorInterest", "seniorPrincipal", "seniorPrepaid", "mezzanineInterest", "mezzaninePrincipal", "mezzaninePrepaid", "dividends"];
            let paid: i64 = paid.iter().map(|name| of(name)[at]).sum();
            prop_assert_eq!(of("cash")[at], of("cash")[at - 1] + of("cashAvailable")[at] + of("support")[at] - paid, "year {}", at);
            prop_assert_eq!(of("seniorClosing")[at], of("seniorClosing")[at - 1] - of("seniorPrincipal")[at] - of("seniorPrepaid")[at]);
            prop_assert!(of("cash")[at] >= 0 && of("seniorClosing")[at] >= 0 && of("mezzanineClosing")[at] >= 0);
            let received = of("acquirerFlow")[at] + of("partnerFlow")[at];
            prop_assert_eq!(received, of("dividends")[at] - of("support")[at] + of("sale")[at], "year {}", at);
        }
        let paid: i64 = ["acquirer-loan", "partner-loan", "acquirer-equity", "partner-equity"].iter().map(|name| {
            quote["sources"].as_array().unwrap().iter().filter(|part| part["item"] == *name).map(|part| minor(&part["amount"])).sum::<i64>()
        }).sum();
        prop_assert_eq!(of("acquirerFlow")[0] + of("partnerFlow")[0], -paid);
    }

    /// The rate that is told makes the buyer's flows worth nothing; with the break-even synergies they are worth that at the
    /// return that it asks for.
    #[test]
    fn return_and_break_even_hold_when_they_are_fed_back(request in purchases()) {
        let quote = ask(&request);
        let flows = column(&quote, "acquirerFlow");
        if let Some(rate) = quote["acquirerReturn"].as_f64() {
            let size: f64 = flows.iter().enumerate().map(|(at, flow)| (*flow as f64).abs() / (1.0 + rate).powi(at as i32)).sum();
            prop_assert!(npv(&flows, rate).abs() <= 1e-9 * size);
        }
        let Some(amount) = quote["breakEvenSynergy"].as_f64() else { return Ok(()) };
        let mut again = request.clone();
        again["synergies"]["amount"] = json!(amount);
        let value = minor(&ask(&again)["acquirer"]["value"]);
        prop_assert!(if amount == 0.0 { value >= 0 } else { value.abs() <= 200 }, "{amount}: {value}");
    }

    /// A higher price at the same loans is never a better return.
    #[test]
    fn a_higher_price_is_no_better(request in purchases(), more in 1..=100_000_000u64) {
        let mut dearer = request.clone();
        dearer["enterpriseValue"] = json!(request["enterpriseValue"].as_u64().unwrap() + more);
        dearer["exitMultiple"] = json!(6);
        let mut cheaper = request.clone();
        cheaper["exitMultiple"] = json!(6);
        let value = |request: &Value| minor(&ask(request)["acquirer"]["value"]);
        prop_assert!(value(&dearer) <= value(&cheaper) + 1);
    }
}

/// Chinese banks' rule is told, and what passes it.
#[test]
fn the_rule_on_loans_for_purchases_is_checked() {
    let request = |rule: &str, share: f64, held: f64, loan: u64, term: u32| {
        json!({
            "product": "acquisition", "currency": "EUR", "start": "2027-01-31", "years": 5, "equityValue": 100_000_000, "ebitda": 20_000_000, "acquiredShare": share,
            "senior": { "amount": loan, "baseRate": 0.04, "termYears": term }, "acquirer": {}, "rule": rule, "heldBefore": held, "exitMultiple": 6,
        })
    };
    let codes = |request: Value| -> Vec<String> {
        let quote = ask(&request);
        quote["notices"]
            .as_array()
            .unwrap()
            .iter()
            .map(|notice| notice["code"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(codes(request("china-control", 1.0, 0.0, 70_000_000, 10)), ["china-control-loan"]);
    assert_eq!(
        codes(request("china-control", 1.0, 0.0, 70_000_000 + 1_000_000, 11)),
        ["china-control-loan", "acquisition-loan-too-large", "acquisition-loan-too-long"]
    );
    assert_eq!(codes(request("china-minority", 0.2, 0.0, 12_000_000, 7)), ["china-minority-loan"]);
    assert_eq!(
        codes(request("china-minority", 0.19, 0.0, 12_000_000, 8)),
        [
            "china-minority-loan",
            "acquisition-loan-too-large",
            "acquisition-loan-too-long",
            "purchase-too-small"
        ]
    );
    assert_eq!(codes(request("china-minority", 0.05, 0.2, 3_000_000, 7)), ["china-minority-loan"]);
    assert!(
        codes(request("china-minority", 0.04, 0.2, 2_000_000, 7)).contains(&"purchase-too-small".to_owned())
    );
}
