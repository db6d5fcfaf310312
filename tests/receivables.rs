//! What must hold for receivables, whatever their terms.

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

const METHODS: [&str; 6] =
    ["factoring", "invoice-discounting", "forfaiting", "reverse-factoring", "dynamic-discounting", "note"];

fn run(
    request: &Value,
    verb: fn(&Engine, &str) -> Result<String, export_risk::Error>,
) -> Result<Value, export_risk::Error> {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| verb(engine, &request.to_string()))?;
    Ok(serde_json::from_str(&text).unwrap())
}

fn ask(request: &Value) -> Result<Value, export_risk::Error> {
    run(request, Engine::quote_json)
}

fn with(deal: &Map<String, Value>, field: &str, value: impl Into<Value>) -> Value {
    let mut deal = deal.clone();
    deal.insert(field.to_owned(), value.into());
    ask(&Value::Object(deal)).unwrap()
}

fn amount(quote: &Value, field: &str) -> Decimal {
    quote[field].as_str().unwrap_or_else(|| panic!("{field} is {}", quote[field])).parse().unwrap()
}

fn number(quote: &Value, field: &str) -> f64 {
    quote[field].as_f64().unwrap_or_else(|| panic!("{field} is {}", quote[field]))
}

fn column(quote: &Value, name: &str) -> Vec<f64> {
    quote["schedule"][name].as_array().unwrap().iter().map(|cell| cell.as_f64().unwrap()).collect()
}

prop_compose! {
    fn deals()(
        method in prop::sample::select(METHODS.to_vec()), face in 100_000..=100_000_000i64, term in 20..=200u32, cash in 0..=15u32,
        rate in 1..=150i64, mine in 0..=150i64, theirs in 0..=80i64, commission in 0..=20i64, advance in 50..=95i64, late in 0..=30u32,
        upfront in any::<bool>(), running in 1..=200u32, longer in 0..=60u32,
    ) -> Map<String, Value> {
        let thousandths = |number: i64| Decimal::new(number, 3).to_string();
        let mut request = json!({
            "product": "receivables", "method": method, "currency": "USD", "amount": Decimal::new(face, 2).to_string(), "start": "2027-02-28",
            "termDays": term, "cashDays": cash, "discountRate": thousandths(rate), "commission": thousandths(commission), "lateDays": late,
            "supplierRate": thousandths(mine), "buyerRate": thousandths(theirs), "defaultRate": "0.02",
        });
        match method {
            "factoring" | "invoice-discounting" => {
                request["advanceRate"] = json!(Decimal::new(advance, 2).to_string());
                request["chargesUpfront"] = json!(upfront);
            }
            "reverse-factoring" => request["extensionDays"] = json!(longer),
            "note" => {
                request["noteDays"] = json!(running);
                request["cashDays"] = json!(term + cash.min(running - 1));
            }
            _ => {}
        }
        let Value::Object(request) = request else { unreachable!() };
        request
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// What the buyer owes is what the supplier gets and what it costs; on no day does money appear or vanish.
    #[test]
    fn cash_in_is_cash_out_and_the_cost(deal in deals()) {
        let quote = ask(&Value::Object(deal.clone())).unwrap();
        let face: Decimal = deal["amount"].as_str().unwrap().parse().unwrap();
        prop_assert_eq!(amount(&quote, "cash") + amount(&quote, "released") + amount(&quote, "totalCost"), face);
        prop_assert_eq!(amount(&quote, "discountAmount") + amount(&quote, "charges"), amount(&quote, "totalCost"));
        let (supplier, financier, buyer) = (column(&quote, "supplier"), column(&quote, "financier"), column(&quote, "buyer"));
        for row in 0..supplier.len() {
            prop_assert_eq!(supplier[row] + financier[row] + buyer[row], 0.0);
        }
        let earned: f64 = financier.iter().sum();
        let own = deal["method"] == "dynamic-discounting";
        prop_assert_eq!(Decimal::new(earned as i64, 2), if own { Decimal::ZERO } else { amount(&quote, "totalCost") });
        prop_assert_eq!(column(&quote, "supplierSoFar").last().copied(), Some(supplier.iter().sum()));
        prop_assert_eq!(column(&quote, "buyerSoFar").last().copied(), Some(buyer.iter().sum()));
    }

    /// The effective rate fed back makes what the cash takes at the end of the cash; it is also what XIRR finds, and
    /// the three rates stand in their order.
    #[test]
    fn the_effective_rate_gives_the_cash(deal in deals()) {
        let quote = ask(&Value::Object(deal.clone())).unwrap();
        let face: f64 = deal["amount"].as_str().unwrap().parse().unwrap();
        let text = |field: &str| -> f64 { quote[field].as_str().unwrap().parse().unwrap() };
        let (cash, given_up) = (text("cash"), face - text("released"));
        let days = number(&quote, "daysGained");
        let effective = number(&quote, "effectiveRate");
        let back = given_up / libm::pow(1.0 + effective, days / 365.0);
        prop_assert!((back - cash).abs() < 1e-9 * cash, "{back} and {cash}");
        prop_assert!(number(&quote, "quotedRate") <= number(&quote, "simpleRate"));
        prop_assert!(number(&quote, "discountYearly") <= number(&quote, "indifferenceRate"));
        if given_up > cash {
            let flows = json!({ "product": "cash-flow", "times": [0, days / 365.0], "amounts": [cash, -given_up] });
            let irr = ask(&flows).unwrap();
            prop_assert!((number(&irr, "xirr") - effective).abs() < 1e-9 * (1.0 + effective), "{irr}");
        }
    }

    /// A discount inside the window makes buyer and supplier better off, one outside makes one of them worse.
    #[test]
    fn inside_the_window_both_gain(face in 100_000..=100_000_000i64, term in 20..=200u32, cash in 0..=15u32, mine in 0..=150i64, theirs in 0..=150i64, at in 0.0..1.0f64) {
        let thousandths = |number: i64| Decimal::new(number, 3).to_string();
        let request = json!({
            "product": "receivables", "method": "dynamic-discounting", "currency": "USD", "amount": Decimal::new(face, 2).to_string(), "start": "2027-01-01",
            "termDays": term, "cashDays": cash, "discount": 0, "supplierRate": thousandths(mine), "buyerRate": thousandths(theirs), "decimals": 6,
        });
        let Value::Object(mut deal) = request else { unreachable!() };
        deal["amount"] = json!(Decimal::new(face, 2).to_string());
        let nothing = ask(&Value::Object(deal.clone())).unwrap();
        let (from, to) = (number(&nothing, "windowFrom"), number(&nothing, "windowTo"));
        let gains = |discount: f64| {
            let quote = with(&deal, "discount", format!("{:.12}", discount.max(0.0)));
            (amount(&quote, "supplierGain"), amount(&quote, "buyerGain"))
        };
        let cent = Decimal::new(1, 5);
        let (low, high) = (from.min(to), from.max(to));
        let (supplier, buyer) = gains(low + (high - low) * at);
        if from <= to {
            prop_assert!(supplier >= -cent && buyer >= -cent, "{supplier} and {buyer}");
        } else {
            prop_assert!(supplier <= cent && buyer <= cent, "{supplier} and {buyer}");
        }
        let (supplier, buyer) = gains(high + 0.001);
        prop_assert!(supplier < Decimal::ZERO && buyer > Decimal::ZERO);
        if low > 0.001 {
            let (supplier, buyer) = gains(low - 0.001);
            prop_assert!(supplier > Decimal::ZERO && buyer < Decimal::ZERO);
        }
        let same = with(&deal, "discount", "0.01");
        prop_assert_eq!((number(&same, "windowFrom"), number(&same, "windowTo")), (from, to));
    }

    /// More days cost more: of the term, of grace, of a buyer that pays late from an advance; a higher rate too.
    #[test]
    fn more_days_cost_more(deal in deals(), more in 1..=60u32) {
        let quote = ask(&Value::Object(deal.clone())).unwrap();
        let days = |field: &str| deal.get(field).and_then(Value::as_u64).unwrap_or(0) as u32;
        let field = if deal["method"] == "note" { "noteDays" } else { "termDays" };
        for (field, value) in [(field, days(field) + more), ("graceDays", more)] {
            let longer = with(&deal, field, value);
            prop_assert!(amount(&longer, "totalCost") >= amount(&quote, "totalCost"), "{field}");
            prop_assert!(amount(&longer, "discountAmount") > amount(&quote, "discountAmount") || amount(&quote, "discountAmount") < Decimal::ONE, "{field}");
        }
        let later = with(&deal, "lateDays", days("lateDays") + more);
        prop_assert!(amount(&later, "totalCost") >= amount(&quote, "totalCost"));
        prop_assert!(amount(&later, "supplierWaitingValue") <= amount(&quote, "supplierWaitingValue"));
        prop_assert!(amount(&later, "expectedLossWaiting") > amount(&quote, "expectedLossWaiting"));
    }

    /// A straight discount takes the most, and interest on interest leaves more than interest without, over a year.
    #[test]
    fn kinds_of_discount_stand_in_their_order(face in 100_000..=10_000_000i64, term in 1..=1500u32, rate in 1..=150i64) {
        let request = json!({
            "product": "receivables", "method": "forfaiting", "currency": "USD", "amount": Decimal::new(face, 2).to_string(), "start": "2027-01-01",
            "termDays": term, "discountRate": Decimal::new(rate, 3).to_string(), "decimals": 6,
        });
        let Value::Object(deal) = request else { unreachable!() };
        let cash = |discounting: &str| amount(&with(&deal, "discounting", discounting), "cash");
        let (simple, yearly, half) = (cash("simple-yield"), cash("annual-yield"), cash("semi-annual-yield"));
        prop_assert!(yearly <= simple && half <= yearly, "{simple}, {yearly}, {half}");
        if let Ok(straight) = ask(&Value::Object(deal)) {
            prop_assert!(amount(&straight, "cash") <= simple);
        }
    }

    /// Nothing panics and nothing that is not finite comes out, whatever the numbers.
    #[test]
    fn any_numbers_are_answered_or_refused(
        deal in deals(), days in any::<u32>(), few in 0..=4000u32, rate in -0.99..10.0f64, share in 0.0..=1.0f64, face in prop::num::f64::ANY,
    ) {
        let mut deal = deal;
        for (field, value) in [
            ("termDays", json!(few)), ("noteDays", json!(few)), ("cashDays", json!(days)), ("graceDays", json!(few)), ("lateDays", json!(few)),
            ("extensionDays", json!(few)), ("discountRate", json!(rate)), ("supplierRate", json!(rate)), ("buyerRate", json!(rate)),
            ("advanceRate", json!(share)), ("discount", json!(share)), ("commission", json!(share)), ("fee", json!(face)), ("price", json!(face)),
            ("amount", json!(face)), ("amount", json!("90071992547409.92")),
        ] {
            let mut one = deal.clone();
            one.insert(field.to_owned(), value.clone());
            let _ = ask(&Value::Object(one));
            deal.insert(field.to_owned(), value);
            let _ = ask(&Value::Object(deal.clone()));
        }
    }
}

/// Every number has its step, at its place.
#[test]
fn every_number_tells_its_working() {
    let note = json!({
        "product": "receivables", "method": "note", "currency": "CNY", "amount": "1000000", "start": "2027-01-15", "termDays": 60, "noteDays": 180,
        "discountRate": 0.03, "supplierRate": 0.05, "buyerRate": 0.025, "defaultRate": 0.01,
    });
    let factoring = json!({
        "product": "receivables", "method": "factoring", "currency": "EUR", "amount": "1000", "start": "2027-01-15", "termDays": 60, "advanceRate": 0.8,
        "discountRate": 0.06, "supplierRate": 0.05, "buyerRate": 0.025, "defaultRate": 0.01,
    });
    let plain = [
        "cashDate",
        "paymentDate",
        "daysGained",
        "daysToCash",
        "daysToCashWaiting",
        "valueDate",
        "schedule",
        "editions",
        "notices",
    ];
    for (request, without) in [(note, ""), (factoring, "noteCost")] {
        let explained = run(&request, Engine::explain_json).unwrap();
        let steps = explained["steps"].as_array().unwrap();
        for (name, value) in explained["quote"].as_object().unwrap() {
            let told = steps.iter().any(|step| step["output"] == name.as_str());
            assert_eq!(told, !plain.contains(&name.as_str()) && name != without, "{name}: {value}");
        }
        for step in steps {
            let output = step["output"].as_str().unwrap();
            let (told, found) = (step["value"].as_str().unwrap(), &explained["quote"][output]);
            match found {
                Value::String(text) => assert_eq!(told, text, "{output}"),
                other => {
                    assert_eq!(told.parse::<f64>().unwrap(), other.as_f64().unwrap(), "{output}")
                }
            }
        }
    }
}

/// What is known of rules, and what can't be told, is told.
#[test]
fn notices_say_what_a_reader_should_know() {
    let codes = |changes: Value| -> Vec<String> {
        let mut request = json!({
            "product": "receivables", "method": "note", "currency": "CNY", "amount": "1000000", "start": "2027-01-15", "termDays": 60, "noteDays": 180,
            "discountRate": 0.03, "supplierRate": 0.05, "buyerRate": 0.025, "defaultRate": 0.01, "country": "CHN",
        });
        for (field, value) in changes.as_object().unwrap() {
            request[field] = value.clone();
        }
        let quote = ask(&request).unwrap();
        let notices = quote["notices"].as_array().unwrap();
        notices.iter().map(|notice| notice["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes(json!({})), ["risk-stays-with-supplier", "china-sixty-days", "china-note-not-forced"]);
    assert_eq!(codes(json!({ "smallSupplier": false, "recourse": false })), Vec::<String>::new());
    assert_eq!(
        codes(
            json!({ "country": "DEU", "recourse": false, "supplierRate": 0.01, "discountRate": 0.005, "graceDays": 2 })
        ),
        ["grace-days-counted", "no-window"]
    );
    let factoring = json!({
        "method": "factoring", "noteDays": null, "advanceRate": 0.99, "commission": 0.05, "buyerRate": null, "defaultRate": null,
    });
    assert_eq!(
        codes(factoring),
        ["reserve-too-small", "costs-of-money-missing", "default-rate-missing", "china-sixty-days"]
    );
}
