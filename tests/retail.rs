//! What must hold for every contract of a car.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use export_risk::Engine;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

fn ask(request: &Value) -> Result<Value, export_risk::Error> {
    thread_local!(static ENGINE: Engine = Engine::embedded().unwrap());
    let text = ENGINE.with(|engine| engine.quote_json(&request.to_string()))?;
    Ok(serde_json::from_str(&text).unwrap())
}

fn minor(quote: &Value, field: &str) -> f64 {
    let amount: Decimal = quote[field].as_str().unwrap_or_else(|| panic!("{field}")).parse().unwrap();
    export_risk::values::to_f64(amount * Decimal::from(100))
}

fn column(quote: &Value, name: &str) -> Vec<f64> {
    quote["schedule"][name].as_array().unwrap().iter().map(|cell| cell.as_f64().unwrap()).collect()
}

prop_compose! {
    fn contracts()(
        agreement in prop::sample::select(vec!["loan", "balloon", "hire-purchase", "lease"]),
        price in 5_000..=90_000u32, deposit in 0..=30u32, last in 0..=50u32, months in 6..=84u32, rate in 0..=250u32,
        advance in 0..=3u32, alone in any::<bool>(), fee in 0..=300u32, tax in 0..=20u32, default in 0..=20u32,
        monthly in 0..=40u32, fall in 1..=90u32,
    ) -> Value {
        json!({
            "product": "retail", "agreement": agreement, "currency": "EUR", "country": "DEU", "start": "2027-01-31",
            "price": price, "deposit": price * deposit / 100, "months": months, "rate": f64::from(rate) / 1000.0,
            "finalValue": price * last / 100, "finalPayment": if alone { "alone" } else { "beside" },
            "advancePayments": advance, "fees": { "atStart": fee, "onCredit": fee, "withEach": 1, "withLast": fee },
            "insurance": { "monthly": monthly }, "paymentTax": f64::from(tax) / 100.0,
            "value": { "months": [months], "shares": [f64::from(100 - fall) / 100.0] },
            "risk": { "defaultRate": f64::from(default) / 100.0, "saleCost": 0.1 },
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_book_rolls_forward_and_sums(deal in contracts()) {
        let quote = ask(&deal).unwrap();
        let [opening, interest, principal, payment, closing, charges] =
            ["opening", "interest", "principal", "payment", "closing", "charges"].map(|name| column(&quote, name));
        for row in 0..opening.len() {
            prop_assert_eq!(payment[row], interest[row] + principal[row]);
            prop_assert_eq!(closing[row], opening[row] - principal[row]);
            if row > 0 {
                prop_assert_eq!(opening[row], closing[row - 1]);
            }
        }
        prop_assert_eq!(closing.last(), Some(&0.0));
        prop_assert_eq!(opening[0], minor(&quote, "amountFinanced"));
        prop_assert_eq!(principal.iter().sum::<f64>(), minor(&quote, "amountFinanced"));
        prop_assert_eq!(interest.iter().sum::<f64>(), minor(&quote, "totalInterest"));
        // What the buyer pays: deposit, payments and charges; a lessee gives the car back in place of its residual value.
        let back = if deal["agreement"] == "lease" { deal["finalValue"].as_f64().unwrap() * 100.0 } else { 0.0 };
        let paid = deal["deposit"].as_f64().unwrap() * 100.0 + payment.iter().sum::<f64>() + charges.iter().sum::<f64>() - back;
        prop_assert_eq!(paid, minor(&quote, "totalPayable"));
        // Cash in is cash out and the lender's margin.
        prop_assert_eq!(payment.iter().sum::<f64>(), minor(&quote, "amountFinanced") + minor(&quote, "totalInterest"));
    }

    #[test]
    fn the_rate_fed_back_gives_the_payment_and_the_payment_the_rate(deal in contracts()) {
        let quote = ask(&deal).unwrap();
        let mut by_payment = deal.clone();
        by_payment["rate"] = Value::Null;
        by_payment["payment"] = quote["payment"].clone();
        let found = ask(&by_payment).unwrap();
        let (rate, given) = (found["nominalRate"].as_f64().unwrap(), deal["rate"].as_f64().unwrap());
        // Half a cent of each payment and of each interest, over what is owed for a twelfth of a year each; twice that for
        // the discounting of up to seven years.
        let owed: f64 = column(&quote, "opening").iter().skip(1).sum();
        let count = f64::from(deal["months"].as_u64().unwrap() as u32);
        let bound = 2.0 * 12.0 * count / owed;
        prop_assert!((rate - given).abs() < bound, "{} for {}, {} apart at most", rate, given, bound);
        prop_assert_eq!(&found["payment"], &quote["payment"]);
    }

    #[test]
    fn the_effective_rate_makes_the_buyers_flows_worth_nothing(deal in contracts()) {
        let quote = ask(&deal).unwrap();
        let rate = quote["effectiveRate"].as_f64().unwrap();
        let (payment, charges, dates) = (column(&quote, "payment"), column(&quote, "charges"), column(&quote, "dates"));
        let insurance = deal["insurance"]["monthly"].as_f64().unwrap() * 100.0;
        let fee = deal["fees"]["onCredit"].as_f64().unwrap() * 100.0;
        let worth: f64 = (0..payment.len()).map(|row| {
            // Insurance that is not required does not count.
            let count = if row == 0 { deal["advancePayments"].as_f64().unwrap() } else { 1.0 };
            let counted = payment[row] + charges[row] - if paid_monthly(&deal, row) { count * insurance } else { 0.0 };
            counted / libm::pow(1.0 + rate, (dates[row] - dates[0]) / 365.0)
        }).sum();
        let lent = minor(&quote, "amountFinanced") - fee;
        prop_assert!((worth - lent).abs() < 1e-4 * lent.max(1.0), "{} for {}", worth, lent);
    }

    #[test]
    fn a_worse_end_costs_more_and_a_worse_buyer_too(deal in contracts()) {
        let quote = ask(&deal).unwrap();
        let losses: Vec<Decimal> =
            quote["residualLosses"].as_array().unwrap().iter().map(|row| row["loss"].as_str().unwrap().parse().unwrap()).collect();
        prop_assert!(losses.windows(2).all(|pair| pair[0] <= pair[1]));
        let mut worse = deal.clone();
        worse["risk"]["defaultRate"] = json!(deal["risk"]["defaultRate"].as_f64().unwrap() + 0.05);
        worse["risk"]["lossGivenDefault"] = json!(0.4);
        let mut same = deal.clone();
        same["risk"]["lossGivenDefault"] = json!(0.4);
        prop_assert!(minor(&ask(&worse).unwrap(), "expectedLoss") >= minor(&ask(&same).unwrap(), "expectedLoss"));
    }
}

fn paid_monthly(deal: &Value, row: usize) -> bool {
    let advance = deal["advancePayments"].as_u64().unwrap() as usize;
    let months = deal["months"].as_u64().unwrap() as usize;
    let alone = advance == 0 && deal["finalPayment"] == "alone" && deal["finalValue"] != 0;
    row <= months - advance - usize::from(alone)
}

#[test]
fn a_lease_in_the_united_states_has_a_rent_charge_and_a_warning_and_no_annual_percentage_rate() {
    let quote = ask(&json!({
        "product": "retail", "agreement": "lease", "country": "USA", "currency": "USD", "price": 24000, "start": "2027-01-15",
        "months": 36, "payment": "488.53", "finalValue": 12000,
    }))
    .unwrap();
    assert_eq!(quote["apr"], Value::Null);
    assert_eq!(quote["effectiveRate"], Value::Null);
    assert_eq!(quote["totalInterest"], "5587.08");
    assert!((quote["impliedLeaseRate"].as_f64().unwrap() - 0.10354).abs() < 1e-5);
    let codes: Vec<&str> =
        quote["notices"].as_array().unwrap().iter().map(|notice| notice["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"lease-rate-warning"), "{codes:?}");
}

#[test]
fn each_country_has_its_rule_and_others_the_effective_rate() {
    for (country, rule) in [
        (json!("FRA"), json!("eu-consumer-credit")),
        (json!("GBR"), json!("uk-conc")),
        (json!("USA"), json!("us-regulation-z")),
        (json!("MEX"), Value::Null),
        (Value::Null, Value::Null),
    ] {
        let quote = ask(&json!({
            "product": "retail", "country": country, "currency": "EUR", "price": 20000, "start": "2027-01-15", "months": 36, "rate": 0.07,
        }))
        .unwrap();
        assert_eq!(quote["aprRule"], rule);
        assert_eq!(quote["apr"].is_null(), rule.is_null());
        assert!(quote["effectiveRate"].is_f64());
    }
}

#[test]
fn the_rule_of_78_earns_more_early_and_is_told_to_be_barred() {
    let settled = |method: &str| {
        ask(&json!({
            "product": "retail", "currency": "USD", "price": 20000, "start": "2027-01-15", "months": 36, "rate": 0.09,
            "settlement": { "date": "2028-01-15", "method": method },
        }))
        .unwrap()
    };
    let (old, fair) = (settled("rule-of-78"), settled("actuarial"));
    assert!(minor(&old["settlement"], "amount") > minor(&fair["settlement"], "amount"));
    assert!(old["notices"].as_array().unwrap().iter().any(|notice| notice["code"] == "rule-of-78-barred"));
    assert!(old["settlement"]["effectiveRate"].as_f64() > fair["settlement"]["effectiveRate"].as_f64());
}
