//! What must hold of a supplier's credit whose bills are sold, and of fees in money.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::sync::LazyLock;

use export_risk::Engine;
use proptest::prelude::*;
use serde_json::{Value, json};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().unwrap());

fn ask(request: &Value) -> Result<Value, export_risk::Error> {
    ENGINE.quote_json(&request.to_string()).map(|text| serde_json::from_str(&text).unwrap())
}

/// A supplier's credit with fields laid over it.
fn deal(more: Value) -> Value {
    let mut deal = json!({
        "product": "export-credit", "exporterCountry": "CHN", "country": "MEX", "buyer": "CC2", "goods": "buses",
        "currency": "USD", "contractValue": "12500000", "downPayment": 0.15, "start": "2027-01-15",
        "repaymentMonths": 60, "rate": 0.052, "creditType": "supplier-credit",
        "cover": { "premiumPayment": "by-exporter" }, "forfaiting": { "discountRate": 0.06 }
    });
    let Value::Object(more) = more else { panic!("a record") };
    deal.as_object_mut().unwrap().extend(more);
    deal
}

fn minor(text: &Value) -> i64 {
    text.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn bills(quote: &Value, name: &str) -> Vec<i64> {
    let column = quote["supplier"]["bills"][name].as_array().unwrap();
    column.iter().map(|item| item.as_f64().unwrap() as i64).collect()
}

fn codes(quote: &Value) -> Vec<&str> {
    quote["notices"].as_array().unwrap().iter().map(|notice| notice["code"].as_str().unwrap()).collect()
}

fn day(days: i64) -> String {
    export_risk::values::Date::from_days(i32::try_from(days).unwrap()).unwrap().to_string()
}

#[test]
fn what_is_refused_names_the_field_and_what_would_be_right() {
    let many = "9".repeat(13);
    for (more, reason, field) in [
        (json!({ "creditType": "buyer-credit", "cover": {} }), "not-with-credit-type", "forfaiting"),
        (
            json!({ "creditType": "buyer-credit", "forfaiting": null }),
            "not-with-credit-type",
            "cover.premiumPayment",
        ),
        (
            json!({ "bank": {
                "defaultProbability": 0.02, "lossGivenDefault": 0.4, "capitalRatio": 0.105, "baseRate": 0.036,
                "fundingSpread": 0.004, "operatingCost": 0.002, "taxRate": 0.25, "targetReturn": 0.12
            } }),
            "not-with-credit-type",
            "bank",
        ),
        (json!({ "creditType": "seller-credit" }), "unknown-name", "creditType"),
        (json!({ "forfaiting": {} }), "required", "forfaiting.discountRate"),
        (
            json!({ "forfaiting": { "discountRate": 0.06, "graceDays": 366 } }),
            "above-maximum",
            "forfaiting.graceDays",
        ),
        (
            json!({ "forfaiting": { "discountRate": 0.06, "commitmentFee": 0.01, "commitmentDays": 3651 } }),
            "above-maximum",
            "forfaiting.commitmentDays",
        ),
        (
            json!({ "forfaiting": { "discountRate": 0.06, "fee": "0.001" } }),
            "too-many-decimals",
            "forfaiting.fee",
        ),
        (
            json!({ "forfaiting": { "discountRate": 0.06, "fee": many } }),
            "discount-takes-all",
            "forfaiting.discountRate",
        ),
        // In five years a straight discount of 20 % takes all of the last bill.
        (json!({ "forfaiting": { "discountRate": 0.2 } }), "discount-takes-all", "forfaiting.discountRate"),
        (
            json!({ "forfaiting": { "discountRate": -0.3, "discounting": "simple-yield" } }),
            "rate-too-low",
            "forfaiting.discountRate",
        ),
        (json!({ "fees": { "agencyAmount": "0.001" } }), "too-many-decimals", "fees.agencyAmount"),
        (json!({ "fees": { "expensesAmount": "-1" } }), "below-minimum", "fees.expensesAmount"),
    ] {
        let error = ask(&deal(more.clone())).expect_err(&format!("{more} is answered"));
        assert_eq!((error.reason(), error.field()), (reason, field), "{more}: {error:?}");
    }
}

#[test]
fn what_a_reader_should_know_is_told() {
    for (more, code) in [
        (json!({ "forfaiting": null }), "supplier-keeps-bills"),
        (json!({ "disbursementMonths": 12 }), "bills-collected"),
        (json!({}), "bills-partly-covered"),
    ] {
        let quote = ask(&deal(more)).unwrap();
        assert!(codes(&quote).contains(&code), "{code}: {:?}", codes(&quote));
    }
    let whole = json!({ "cover": { "commercial": 1, "political": 1 } });
    assert!(!codes(&ask(&deal(whole)).unwrap()).contains(&"bills-partly-covered"));
    // A premium that is more than the bills bring, whatever the price.
    let hopeless = json!({
        "downPayment": 0, "forfaiting": { "discountRate": 0.1 },
        "cover": { "rules": "given", "premiumRate": 0.99, "premiumPayment": "by-exporter" }
    });
    let quote = ask(&deal(hopeless)).unwrap();
    assert!(codes(&quote).contains(&"no-price-makes-whole"));
    // Fees that leave nothing of the bills still leave a price.
    let dear = json!({ "contractValue": "1000000", "forfaiting": { "discountRate": 0.06, "fee": "800000" } });
    assert!(minor(&ask(&deal(dear)).unwrap()["supplier"]["priceRise"]) > 80_000_000);
    assert!(quote["supplier"]["priceRise"].is_null() && quote["supplier"]["effectiveRate"].is_null());
    let kept = ask(&deal(json!({ "forfaiting": null }))).unwrap();
    assert!(kept["supplier"].is_null() && !kept["allInRate"].is_null());
}

/// International Trade and Forfaiting Association, forfaiting calculations: a million for 180 days and five of grace at 8 %,
/// over 360. The values are arithmetic on that method.
#[test]
fn one_bill_is_discounted_as_forfaiters_print_it() {
    for (discounting, proceeds) in [("straight", "958888.89"), ("simple-yield", "960512.27")] {
        let quote = ask(&deal(json!({
            "contractValue": "1000000", "downPayment": 0, "rate": 0, "repaymentMonths": 6, "cover": null,
            "forfaiting": { "discountRate": 0.08, "discounting": discounting, "dayCount": "30E/360", "graceDays": 5 }
        })))
        .unwrap();
        assert_eq!(quote["supplier"]["netProceeds"], json!(proceeds), "{discounting}");
    }
}

/// The buyer pays the same whoever lends, as long as it bears the same premium.
#[test]
fn the_buyers_side_is_that_of_a_buyers_credit() {
    for payment in ["upfront", "financed", "as-drawn"] {
        let fields = json!({ "cover": { "premiumPayment": payment }, "disbursementMonths": 12 });
        let supplier = ask(&deal(fields.clone())).unwrap();
        let mut request = deal(fields);
        request["creditType"] = json!("buyer-credit");
        request["forfaiting"] = Value::Null;
        let buyer = ask(&request).unwrap();
        for name in ["allInRate", "totalCost", "components", "schedule", "premium", "loanAmount"] {
            assert_eq!(supplier[name], buyer[name], "{payment}: {name}");
        }
    }
    let own = ask(&deal(json!({}))).unwrap();
    assert_eq!(own["components"][1]["money"], json!("0.00"), "the buyer has no premium to pay");
    assert_eq!(own["premium"], own["supplier"]["premiumBorne"]);
    assert!(minor(&own["premium"]) > 0);
}

/// Yearly bills of whole years of 365 days, sold at the credit's own rate and way of counting.
#[test]
fn bills_sold_to_yield_at_their_own_rate_are_worth_par() {
    for rate in [0.0, 0.0375, 0.052, 0.11] {
        let quote = ask(&deal(json!({
            "start": "2025-01-15", "repaymentMonths": 36, "frequency": "annual", "dayCount": "ACT/360", "rate": rate,
            "cover": null, "forfaiting": { "discountRate": rate, "discounting": "annual-yield" }
        })))
        .unwrap();
        let gap = minor(&quote["supplier"]["proceeds"]) - minor(&quote["creditAmount"]);
        assert!(gap.abs() <= 3, "{rate}: {gap} cents beside par");
        let paid = quote["allInRate"].as_f64().unwrap();
        let cost = quote["supplier"]["effectiveRate"].as_f64().unwrap();
        assert!((paid - cost).abs() < 1e-7, "what the buyer pays, {paid}, is what the cash costs, {cost}");
        assert!(minor(&quote["supplier"]["priceRise"]).abs() <= 3);
    }
}

#[test]
fn every_number_of_the_exporters_side_has_a_step() {
    let request = deal(json!({ "disbursementMonths": 12 }));
    let explained: Value = serde_json::from_str(&ENGINE.explain_json(&request.to_string()).unwrap()).unwrap();
    let steps = explained["steps"].as_array().unwrap();
    for (name, value) in explained["quote"]["supplier"].as_object().unwrap() {
        if ["bills", "saleDate"].contains(&name.as_str()) {
            continue;
        }
        let path = json!(format!("supplier.{name}"));
        let step =
            steps.iter().find(|step| step["output"] == path).unwrap_or_else(|| panic!("no step {path}"));
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        assert_eq!(step["value"], json!(text), "{path}");
    }
}

/// A year's fee in advance: at the first drawdown and on each anniversary on which something is still owed.
#[test]
fn an_agent_is_paid_each_year_that_begins_while_the_credit_stands() {
    for (months, years) in [(6, 1), (12, 1), (18, 2), (60, 5), (66, 6)] {
        let fields = |agency: &str| {
            deal(json!({
                "repaymentMonths": months, "cover": null, "forfaiting": null,
                "fees": { "arrangement": 0.01, "agencyAmount": agency, "expensesAmount": "25000" }
            }))
        };
        let (with, without) = (ask(&fields("15000")).unwrap(), ask(&fields("0")).unwrap());
        let more = minor(&with["totalCost"]) - minor(&without["totalCost"]);
        assert_eq!(more, years * 1_500_000, "{months} months");
        assert_eq!(without["schedule"]["fees"][0], json!(10_625_000 + 2_500_000));
        assert!(with["allInRate"].as_f64().unwrap() > without["allInRate"].as_f64().unwrap());
        let names: Vec<_> = with["components"].as_array().unwrap().iter().map(|row| &row["name"]).collect();
        assert_eq!(names, ["interest", "premium", "fees", "interaction"]);
        let sum: i64 = with["components"].as_array().unwrap().iter().map(|row| minor(&row["money"])).sum();
        assert_eq!(sum, minor(&with["totalCost"]));
    }
}

/// A bank that lends earns its own fees alone, not the agent's and the lawyers'.
#[test]
fn money_for_others_is_no_income_of_the_bank() {
    let bank = json!({
        "defaultProbability": 0.02, "lossGivenDefault": 0.4, "capitalRatio": 0.105, "baseRate": 0.036,
        "fundingSpread": 0.004, "operatingCost": 0.002, "taxRate": 0.25, "targetReturn": 0.12
    });
    let view = |fees: Value| {
        let fields = json!({
            "creditType": "buyer-credit", "forfaiting": null, "cover": null, "bank": bank, "fees": fees
        });
        ask(&deal(fields)).unwrap()["bank"].clone()
    };
    let plain = view(json!({ "arrangement": 0.01 }));
    let more = view(json!({ "arrangement": 0.01, "agencyAmount": "20000", "expensesAmount": "50000" }));
    assert_eq!(plain, more);
}

fn any_deal() -> impl Strategy<Value = Value> {
    let how =
        prop_oneof![Just("straight"), Just("simple-yield"), Just("annual-yield"), Just("semi-annual-yield")];
    let frequency = prop_oneof![Just(("semi-annual", 6)), Just(("annual", 12)), Just(("quarterly", 3))];
    let profile = prop_oneof![Just("equal-principal"), Just("annuity"), Just("bullet")];
    let payment = prop_oneof![Just("by-exporter"), Just("financed"), Just("upfront"), Just("as-drawn")];
    let currency = prop_oneof![Just("USD"), Just("JPY"), Just("KWD")];
    (
        (how, frequency, profile, payment, currency),
        (10_000_u64..50_000_000, 0_u32..50, 0_u32..1200, 1_u32..900, 0_u32..19, 1_u32..8),
        (0_u32..60, 0_u32..200, 0_u32..300, 0_u32..30),
    )
        .prop_map(|(kinds, (contract, down, rate, discount, drawn, periods), charges)| {
            let (how, (frequency, months), profile, payment, currency) = kinds;
            let (grace, commission, commitment, fee) = charges;
            deal(json!({
                "currency": currency, "contractValue": contract.to_string(), "localCosts": (contract / 9).to_string(),
                "downPayment": f64::from(down) / 100.0, "rate": f64::from(rate) / 1e4, "disbursementMonths": drawn,
                "repaymentMonths": periods * months, "frequency": frequency, "profile": profile,
                "cover": { "rules": "given", "premiumRate": 0.0431, "premiumPayment": payment },
                "forfaiting": {
                    "discountRate": f64::from(discount) / 1e4, "discounting": how, "graceDays": grace,
                    "commission": f64::from(commission) / 1e4, "fee": fee.to_string(),
                    "commitmentFee": f64::from(commitment) / 1e4, "commitmentDays": 90
                }
            }))
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn columns_sum_to_the_totals_and_each_bill_is_priced_as_a_receivable(request in any_deal()) {
        let quote = ask(&request).unwrap();
        let supplier = &quote["supplier"];
        let sum = |name: &str| bills(&quote, name).iter().sum::<i64>();
        prop_assert_eq!(sum("face"), minor(&supplier["faceValue"]));
        prop_assert_eq!(sum("discount"), minor(&supplier["discountAmount"]));
        prop_assert_eq!(sum("proceeds") - minor(&supplier["charges"]), minor(&supplier["proceeds"]));
        let cash = minor(&quote["downPayment"]) + minor(&supplier["proceeds"]);
        prop_assert_eq!(cash, minor(&supplier["cashOnShipment"]));
        prop_assert_eq!(cash - minor(&supplier["premiumBorne"]), minor(&supplier["netProceeds"]));
        prop_assert_eq!(
            minor(&supplier["cashPrice"]) - minor(&supplier["netProceeds"]),
            minor(&supplier["shortfall"])
        );
        let schedule = |name: &str| {
            quote["schedule"][name].as_array().unwrap().iter().map(|item| item.as_f64().unwrap()).sum::<f64>() as i64
        };
        prop_assert_eq!(sum("face"), schedule("interest") + schedule("principal"));
        let (dates, faces, discounts) =
            (bills(&quote, "dates"), bills(&quote, "face"), bills(&quote, "discount"));
        let scale = 10_f64.powi(supplier["faceValue"].as_str().unwrap().split_once('.').map_or(0, |(_, part)| part.len() as i32));
        let sale = supplier["saleDate"].as_str().unwrap();
        for at in 0..dates.len() {
            if discounts[at] == 0 {
                continue;
            }
            let single = ask(&json!({
                "product": "receivables", "method": "forfaiting", "currency": request["currency"],
                "amount": format!("{:.3}", faces[at] as f64 / scale).trim_end_matches('0').trim_end_matches('.'),
                "start": sale, "due": day(dates[at]), "discountRate": request["forfaiting"]["discountRate"],
                "discounting": request["forfaiting"]["discounting"], "graceDays": request["forfaiting"]["graceDays"]
            }));
            prop_assert_eq!(minor(&single.unwrap()["discountAmount"]), discounts[at], "bill {}", at);
        }
    }

    #[test]
    fn a_higher_discount_rate_never_brings_more(request in any_deal(), rise in 1_u32..200) {
        let mut dearer = request.clone();
        let rate = request["forfaiting"]["discountRate"].as_f64().unwrap();
        dearer["forfaiting"]["discountRate"] = json!(((rate + f64::from(rise) / 1e4) * 1e4).round() / 1e4);
        let (before, after) = (ask(&request).unwrap(), ask(&dearer).unwrap());
        let net = |quote: &Value| minor(&quote["supplier"]["netProceeds"]);
        prop_assert!(net(&after) <= net(&before));
        let cost = |quote: &Value| quote["supplier"]["effectiveRate"].as_f64().unwrap();
        prop_assert!(cost(&after) >= cost(&before) - 1e-9);
    }

    /// Within one smallest unit a bill, which is what rounding each of them can leave.
    #[test]
    fn at_the_raised_price_the_exporter_has_its_cash_price(request in any_deal()) {
        let quote = ask(&request).unwrap();
        let rise = &quote["supplier"]["priceRise"];
        prop_assert!(!rise.is_null(), "{:?}", codes(&quote));
        let scale = rise.as_str().unwrap().split_once('.').map_or(0, |(_, part)| part.len());
        let contract = request["contractValue"].as_str().unwrap().parse::<i64>().unwrap()
            * 10_i64.pow(u32::try_from(scale).unwrap()) + minor(rise);
        let mut raised = request.clone();
        let whole = 10_i64.pow(u32::try_from(scale).unwrap());
        raised["contractValue"] = json!(if scale == 0 {
            contract.to_string()
        } else {
            format!("{}.{:0scale$}", contract / whole, contract % whole)
        });
        let net = minor(&ask(&raised).unwrap()["supplier"]["netProceeds"]);
        let bound = bills(&quote, "face").len() as i64;
        prop_assert!((net - minor(&quote["supplier"]["cashPrice"])).abs() <= bound, "{} beside", net - minor(&quote["supplier"]["cashPrice"]));
    }
}
