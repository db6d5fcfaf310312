//! What must hold for every overseas auto finance company.

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
use serde_json::{Map, Value, json};

fn ask(request: &Value) -> Result<Value, export_risk::Error> {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| engine.quote_json(&request.to_string()))?;
    Ok(serde_json::from_str(&text).unwrap())
}

/// A column; the amounts are whole numbers of smallest units.
fn column(quote: &Value, record: &str, name: &str) -> Vec<i64> {
    let cells = quote[record][name].as_array().unwrap_or_else(|| panic!("no {record}.{name}"));
    cells.iter().map(|cell| cell.as_f64().unwrap() as i64).collect()
}

fn minor(text: &Value) -> i64 {
    let amount: Decimal = text.as_str().unwrap().parse().unwrap();
    i64::try_from(
        (amount * Decimal::from(100)).mantissa() / 10_i128.pow((amount * Decimal::from(100)).scale()),
    )
    .unwrap()
}

const PRODUCTS: [&str; 4] = ["loans", "balloons", "leases", "wholesale"];
const SOURCES: [&str; 4] = ["parent", "localBanks", "securitisation", "bonds"];

prop_compose! {
    fn product(foreign: bool)(
        contracts in prop::collection::vec(0..=400u32, 1..=3), growth in -20..=20i64, from in 1..=14u32, amount in 5_000..=60_000u32,
        profile in prop::sample::select(vec!["annuity", "equal-principal", "bullet"]), term in 1..=72u32, rate in 0..=250i64,
        floating in any::<bool>(), balloon in 0..=80u32, lost in 0..=30i64, subvention in 0..=80i64, prepayment in 0..=300i64,
        default in 0..=150i64, loss in 0..=100i64, wait in 0..=12u32, stage_two in 0..=20i64, weight in 0..=100i64,
        costs in (0..=900u32, 0..=20u32), cover in prop::option::of((0..=100i64, 0..=20i64, 0..=100i64)), abroad in any::<bool>(),
    ) -> Value {
        let part = |number: i64, digits: u32| Decimal::new(number, digits).to_string();
        let balloon = if profile == "bullet" { 0 } else { balloon };
        json!({
            "currency": if foreign && abroad { Some("USD") } else { None }, "contracts": contracts, "growth": part(growth, 2), "fromMonth": from,
            "contractAmount": amount, "profile": profile, "termMonths": term, "rate": part(rate, 3),
            "floatingRate": floating && profile != "annuity", "balloon": part(i64::from(balloon), 2),
            "residualLoss": part(if balloon == 0 { 0 } else { lost }, 2), "subvention": part(subvention, 3), "prepayment": part(prepayment, 3),
            "defaultRate": part(default, 3), "lossGivenDefault": part(loss, 2), "recoveryMonths": wait, "stageTwoShare": part(stage_two, 2),
            "riskWeight": part(weight, 2), "acquisitionCost": costs.0, "servicingCost": costs.1,
            "cover": cover.map(|(share, premium, weight)|
                json!({ "coveredShare": part(share, 2), "annualPremiumRate": part(premium, 3), "coveredRiskWeight": part(weight, 2) })),
        })
    }
}

prop_compose! {
    fn companies(foreign: bool)(
        years in 3..=6u32, products in prop::collection::vec(prop::option::of(product(foreign)), 4), first in product(foreign),
        shares in (0..=50i64, 0..=50i64), terms in prop::collection::vec(1..=60u32, 3), rates in prop::collection::vec(0..=120i64, 3),
        amortising in prop::collection::vec(any::<bool>(), 3), limit in prop::option::of(0..=3_000_000u32), capital in 0..=4_000_000u32,
        ratio in 0..=20i64, payout in 0..=100i64, fixed in 0..=60_000u32, tax in 0..=40i64, cash in 0..=300_000u32, path in prop::collection::vec(700..=2500i64, 1..=4),
    ) -> Map<String, Value> {
        let part = |number: i64, digits: u32| Decimal::new(number, digits).to_string();
        let left = 100 - shares.0;
        let source = |at: usize, share: i64| json!({
            "fundingShare": part(share, 2), "rate": part(rates[at], 3), "termMonths": terms[at], "amortising": amortising[at], "floatingRate": at == 1,
            "currency": if foreign && at == 0 { Some("USD") } else { None }, "maximumOutstanding": if at == 2 { limit } else { None },
        });
        let mut request = json!({
            "product": "captive", "currency": "EUR", "start": "2027-01-31", "years": years,
            "parent": source(0, shares.0), "localBanks": source(1, shares.1), "securitisation": source(2, left), "referenceRates": ["0.03", "0.025", "0.04"],
            "initialCapital": capital, "capitalRatio": part(ratio, 2), "payout": part(payout, 2), "costOfEquity": "0.1", "fixedCosts": fixed,
            "costGrowth": "0.03", "taxRate": part(tax, 2), "minimumCash": cash, "cashRate": "0.01",
        });
        for (name, product) in PRODUCTS.iter().zip(products) {
            request[name] = product.unwrap_or(Value::Null);
        }
        if request["loans"].is_null() {
            request["loans"] = first;
        }
        if foreign {
            let rates: Vec<_> = path.iter().map(|rate| part(*rate, 3)).collect();
            request["foreign"] = json!({ "currency": "USD", "exchangeRates": rates, "referenceRates": ["0.02"] });
        }
        let Value::Object(request) = request else { unreachable!() };
        request
    }
}

/// Every row of the balance sheet, of the cash and of the profit, and every book and source, adds up to the cent.
fn adds_up(quote: &Value, capital: i64, minimum: i64) {
    let (balance, income, cash) = (
        |name: &str| column(quote, "balance", name),
        |name: &str| column(quote, "income", name),
        |name: &str| column(quote, "cashFlow", name),
    );
    let months = balance("cash").len();
    let sum = |of: &dyn Fn(&str) -> Vec<i64>, plus: &[&str], minus: &[&str], at: usize| -> i64 {
        plus.iter().map(|name| of(name)[at]).sum::<i64>() - minus.iter().map(|name| of(name)[at]).sum::<i64>()
    };
    for at in 0..months {
        let provisions = ["stageOne", "stageTwo", "stageThree", "residualProvision"];
        let owned = sum(&balance, &["cash", "performing", "impaired"], &provisions, at);
        assert_eq!(owned, sum(&balance, &["funding", "deferred", "equity"], &[], at), "month {at}");
        let gains = ["interest", "subvention", "cashInterest", "exchange"];
        let losses = ["fundingInterest", "coverPremium", "impairment", "residual", "costs", "tax"];
        assert_eq!(income("profit")[at], sum(&income, &gains, &losses, at), "month {at}");
        let (cash_before, equity_before) =
            if at == 0 { (capital, capital) } else { (balance("cash")[at - 1], balance("equity")[at - 1]) };
        let received =
            ["collected", "recovered", "subventionReceived", "interestReceived", "drawn", "injected"];
        let change = sum(&cash, &received, &["originated", "expenses", "repaid", "dividend"], at);
        assert_eq!(balance("cash")[at] - cash_before, change, "month {at}");
        assert!(balance("cash")[at] >= minimum, "month {at}");
        assert_eq!(
            balance("equity")[at] - equity_before,
            income("profit")[at] + cash("injected")[at] - cash("dividend")[at]
        );
        assert!(balance("equity")[at] >= balance("requiredEquity")[at], "month {at}");
    }
    for name in PRODUCTS.iter().filter(|name| !quote[**name].is_null()) {
        let of = |line: &str| column(quote, name, line);
        for at in 0..months {
            let before = if at == 0 { 0 } else { of("closing")[at - 1] };
            assert_eq!(
                of("closing")[at],
                before + sum(&of, &["originated"], &["scheduled", "prepaid", "defaulted"], at),
                "{name} {at}"
            );
        }
    }
    for name in SOURCES.iter().filter(|name| !quote[**name].is_null()) {
        let of = |line: &str| column(quote, name, line);
        for at in 0..months {
            let before = if at == 0 { 0 } else { of("closing")[at - 1] };
            assert_eq!(of("closing")[at], before + of("drawn")[at] - of("repaid")[at], "{name} {at}");
            assert!(of("closing")[at] >= 0 && of("repaid")[at] >= 0 && of("drawn")[at] >= 0);
        }
    }
    let years = quote["years"].as_array().unwrap();
    let profits: i64 = years.iter().map(|year| minor(&year["profit"])).sum();
    assert_eq!(profits, minor(&quote["totalProfit"]));
    let due: i64 = quote["gaps"].as_array().unwrap().iter().map(|gap| minor(&gap["fundingDue"])).sum();
    let repriced: i64 =
        quote["gaps"].as_array().unwrap().iter().map(|gap| minor(&gap["fundingRepriced"])).sum();
    let month = quote["gapMonth"].as_u64().unwrap() as usize - 1;
    assert_eq!((due, repriced), (balance("funding")[month], balance("funding")[month]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn everything_adds_up_in_one_currency(deal in companies(false)) {
        let quote = ask(&Value::Object(deal.clone())).unwrap();
        adds_up(&quote, deal["initialCapital"].as_i64().unwrap() * 100, deal["minimumCash"].as_i64().unwrap() * 100);
        prop_assert!(column(&quote, "income", "exchange").iter().all(|gain| *gain == 0));
    }

    #[test]
    fn everything_adds_up_in_two_currencies(deal in companies(true)) {
        let quote = ask(&Value::Object(deal.clone())).unwrap();
        adds_up(&quote, deal["initialCapital"].as_i64().unwrap() * 100, deal["minimumCash"].as_i64().unwrap() * 100);
    }

    /// A book is the sum of what was made in each year by itself, but for the rounding of each.
    #[test]
    fn a_book_is_the_sum_of_its_cohorts(deal in companies(false), counts in prop::collection::vec(0..=500u32, 3)) {
        let of = |contracts: &[u32]| {
            let mut deal = deal.clone();
            deal["loans"]["contracts"] = json!(contracts);
            deal["loans"]["growth"] = json!("-0.99");
            deal["loans"]["fromMonth"] = json!(1);
            deal["years"] = json!(3);
            column(&ask(&Value::Object(deal)).unwrap(), "loans", "closing")
        };
        let whole = of(&counts);
        let alone: Vec<_> = (0..3).map(|year| of(&(0..3).map(|at| if at == year { counts[at] } else { 0 }).collect::<Vec<_>>())).collect();
        for at in 0..whole.len() {
            let sum: i64 = alone.iter().map(|book| book[at]).sum();
            prop_assert!((sum - whole[at]).abs() <= 2, "month {at}: {sum} and {}", whole[at]);
        }
    }

    /// In the end everything that was lent was repaid, prepaid or lost, and of each default what was not lost was received.
    #[test]
    fn what_runs_off_ends_at_nothing(deal in companies(false)) {
        let mut deal = deal;
        for name in PRODUCTS {
            if let Some(product) = deal[name].as_object_mut() {
                product.insert("contracts".to_owned(), json!([30, 0, 0]));
                product.insert("termMonths".to_owned(), json!(20));
                product.insert("fromMonth".to_owned(), json!(1));
            }
        }
        deal.insert("years".to_owned(), json!(4));
        let quote = ask(&Value::Object(deal)).unwrap();
        for line in ["performing", "impaired", "stageOne", "stageTwo", "stageThree", "residualProvision", "deferred"] {
            prop_assert_eq!(column(&quote, "balance", line).last().copied(), Some(0), "{}", line);
        }
    }

    /// A cover that bears more of the losses for the same premium never costs more.
    #[test]
    fn more_cover_is_less_impairment(deal in companies(false), less in 0..=50i64, more in 50..=100i64) {
        let of = |share: i64| {
            let mut deal = deal.clone();
            deal["loans"]["cover"] = json!({ "coveredShare": Decimal::new(share, 2).to_string(), "annualPremiumRate": 0 });
            let quote = ask(&Value::Object(deal)).unwrap();
            column(&quote, "income", "impairment").iter().sum::<i64>()
        };
        prop_assert!(of(more) <= of(less) + 100);
    }
}

/// One car of 1,200,000 stands for half a year at 12 %, on money of a year at 6 %: a month earns 6,000 and then costs 6,000.
#[test]
fn one_bullet_on_one_drawing_can_be_followed_by_hand() {
    let quote = ask(&json!({
        "product": "captive", "currency": "USD", "start": "2027-01-01", "years": 2, "initialCapital": 0,
        "wholesale": { "contracts": [1, 0], "fromMonth": 12, "contractAmount": 1_200_000, "profile": "bullet", "termMonths": 6, "rate": "0.12" },
        "parent": { "fundingShare": 1, "rate": "0.06", "termMonths": 12 },
    }))
    .unwrap();
    let mut profit = vec![0; 24];
    profit[12..18].fill(600_000);
    profit[18..24].fill(-600_000);
    assert_eq!(column(&quote, "income", "profit"), profit);
    let mut book = vec![0; 24];
    book[11..17].fill(120_000_000);
    assert_eq!(column(&quote, "balance", "performing"), book);
    let mut funding = vec![0; 24];
    funding[11..23].fill(120_000_000);
    assert_eq!(column(&quote, "balance", "funding"), funding);
    assert_eq!(
        column(&quote, "balance", "cash")[11..20],
        [0, 600_000, 1_200_000, 1_800_000, 2_400_000, 3_000_000, 123_600_000, 123_000_000, 122_400_000]
    );
    assert_eq!(
        (minor(&quote["totalProfit"]), &quote["firstProfitMonth"], &quote["equityReturn"]),
        (0, &json!(13), &Value::Null)
    );
}

/// What is wrong is refused at its place.
#[test]
fn what_makes_no_company_is_refused() {
    let base = json!({
        "product": "captive", "currency": "EUR", "start": "2027-01-01", "years": 3, "initialCapital": 1000,
        "loans": { "contracts": [10], "contractAmount": 20000, "termMonths": 36, "rate": "0.08" }, "parent": { "fundingShare": 1, "rate": "0.04", "termMonths": 36 },
    });
    assert!(ask(&base).is_ok());
    for (path, value, reason, field) in [
        ("/years", json!(16), "out-of-bounds", "years"),
        ("/years", json!(0), "out-of-bounds", "years"),
        ("/loans", Value::Null, "no-product", "loans"),
        ("/loans/contracts", json!([]), "empty", "loans.contracts"),
        ("/loans/contracts", json!([50_001]), "above-maximum", "loans.contracts"),
        ("/loans/termMonths", json!(181), "out-of-bounds", "loans.termMonths"),
        ("/loans/fromMonth", json!(37), "out-of-bounds", "loans.fromMonth"),
        ("/loans/recoveryMonths", json!(61), "out-of-bounds", "loans.recoveryMonths"),
        ("/loans/floatingRate", json!(true), "floating-annuity", "loans.floatingRate"),
        ("/loans/residualLoss", json!("0.1"), "residual-without-balloon", "loans.residualLoss"),
        ("/loans/currency", json!("USD"), "exchange-rate-missing", "loans.currency"),
        ("/loans/contractAmount", json!("0.001"), "too-many-decimals", "loans.contractAmount"),
        ("/loans/acquisitionCost", json!("0.001"), "too-many-decimals", "loans.acquisitionCost"),
        ("/parent", Value::Null, "no-source", "parent"),
        ("/parent/fundingShare", json!("0"), "no-source", "parent"),
        ("/parent/termMonths", json!(0), "out-of-bounds", "parent.termMonths"),
        ("/parent/floatingRate", json!(true), "reference-rate-missing", "referenceRates"),
        ("/parent/maximumOutstanding", json!("0.001"), "too-many-decimals", "parent.maximumOutstanding"),
        ("/gapMonth", json!(37), "out-of-bounds", "gapMonth"),
        ("/initialCapital", json!("0.001"), "too-many-decimals", "initialCapital"),
        ("/start", json!("9999-01-01"), "date-out-of-range", "start"),
        (
            "/foreign",
            json!({ "currency": "EUR", "exchangeRates": [1] }),
            "currency-twice",
            "foreign.currency",
        ),
        ("/foreign", json!({ "currency": "USD", "exchangeRates": [] }), "empty", "foreign.exchangeRates"),
        (
            "/foreign",
            json!({ "currency": "USD", "exchangeRates": [1, 0] }),
            "out-of-bounds",
            "foreign.exchangeRates.1",
        ),
    ] {
        let mut request = base.clone();
        match request.pointer_mut(path) {
            Some(place) => *place = value,
            None => {
                let (parent, name) = path.rsplit_once('/').unwrap();
                request.pointer_mut(parent).unwrap()[name] = value;
            }
        }
        let error = ask(&request).unwrap_err();
        assert_eq!((error.reason(), error.field()), (reason, field), "{path}");
    }
}

/// A source that is full passes what is needed on, and what no source has is capital.
#[test]
fn limits_pass_on_what_is_needed() {
    let request = |limit: u32| {
        json!({
            "product": "captive", "currency": "EUR", "start": "2027-01-01", "years": 1, "initialCapital": 0,
            "loans": { "contracts": [10], "contractAmount": 10_000, "profile": "bullet", "termMonths": 36, "rate": "0.05" },
            "parent": { "fundingShare": "0.5", "rate": "0.05", "termMonths": 36, "maximumOutstanding": 150_000 },
            "localBanks": { "fundingShare": "0.5", "rate": "0.05", "termMonths": 36, "maximumOutstanding": limit },
        })
    };
    let quote = ask(&request(10_000_000)).unwrap();
    assert_eq!(
        column(&quote, "parent", "closing"),
        [vec![5_000_000, 10_000_000], vec![15_000_000; 10]].concat()
    );
    assert_eq!(column(&quote, "localBanks", "closing").last(), Some(&105_000_000));
    let quote = ask(&request(500_000)).unwrap();
    let injected: i64 = column(&quote, "cashFlow", "injected").iter().sum();
    assert_eq!(
        injected + 15_000_000 + 50_000_000,
        120_000_000 - column(&quote, "income", "profit").iter().sum::<i64>()
    );
    let notices: Vec<_> =
        quote["notices"].as_array().unwrap().iter().map(|notice| notice["code"].as_str().unwrap()).collect();
    assert!(notices.contains(&"funding-limits-reached"), "{notices:?}");
}
