//! What must hold of drawings, interest while they last, rates that change and the reference rate by its rule.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::sync::LazyLock;

use export_risk::Engine;
use export_risk::values::Date;
use proptest::prelude::*;
use serde_json::{Value, json};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().unwrap());

fn ask(request: &Value) -> Result<Value, export_risk::Error> {
    ENGINE.quote_json(&request.to_string()).map(|text| serde_json::from_str(&text).unwrap())
}

fn deal(more: Value) -> Value {
    let mut deal = json!({
        "product": "export-credit", "exporterCountry": "CHN", "country": "MEX", "buyer": "CC2", "goods": "buses",
        "currency": "USD", "contractValue": "12500000", "downPayment": 0.15, "start": "2027-01-15",
        "disbursementMonths": 12, "repaymentMonths": 60, "rate": 0.052,
        "cover": { "premiumPayment": "financed" }, "fees": { "arrangement": 0.01, "commitment": 0.005 },
        "spreadWithoutCover": 0.059
    });
    put(&mut deal, more);
    deal
}

/// Lays fields over a record; null takes one out.
fn put(deal: &mut Value, more: Value) {
    let fields = deal.as_object_mut().unwrap();
    let Value::Object(more) = more else { panic!("a record") };
    for (name, value) in more {
        if value.is_null() {
            fields.remove(&name)
        } else {
            fields.insert(name, value)
        };
    }
}

fn codes(quote: &Value) -> Vec<&str> {
    quote["notices"].as_array().unwrap().iter().map(|notice| notice["code"].as_str().unwrap()).collect()
}

fn minor(text: &Value) -> i64 {
    text.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn column(quote: &Value, name: &str) -> Vec<f64> {
    quote["schedule"][name].as_array().unwrap().iter().map(|item| item.as_f64().unwrap()).collect()
}

fn yields(rate: f64) -> Value {
    json!({ "dates": ["2026-10-01", "2026-10-02"], "maturities": [4, 4], "yields": [rate, rate], "margin": 0.01 })
}

#[test]
fn what_is_refused_names_the_field_and_what_would_be_right() {
    for (more, reason, field) in [
        (json!({ "rate": null }), "required", "rate"),
        (json!({ "cirr": yields(0.04) }), "only-one", "cirr"),
        (
            json!({ "rate": null, "cirr": yields(0.04), "floating": { "dates": ["2027-01-15"], "rates": [0.04] } }),
            "only-one",
            "cirr",
        ),
        (
            json!({ "rate": null, "floating": { "dates": ["2027-02-15"], "rates": [0.04] } }),
            "rates-begin-late",
            "floating.dates.0",
        ),
        (json!({ "floating": { "dates": [], "rates": [] } }), "empty", "floating.dates"),
        (
            json!({ "floating": { "dates": ["2027-01-15"], "rates": [0.04, 0.05] } }),
            "unequal-lengths",
            "floating.rates",
        ),
        (
            json!({ "floating": { "dates": ["2027-01-15"], "rates": [0.04], "cap": 0.03, "floor": 0.04 } }),
            "below-minimum",
            "floating.cap",
        ),
        (
            json!({ "floating": { "dates": ["2027-01-15"], "rates": [9.99], "margin": 0.02 } }),
            "above-maximum",
            "floating.rates.0",
        ),
        (json!({ "drawdowns": { "shares": [1] } }), "required", "drawdowns.dates"),
        (json!({ "drawdowns": { "months": [0] } }), "required", "drawdowns.shares"),
        (json!({ "drawdowns": { "months": [], "shares": [] } }), "empty", "drawdowns.months"),
        (
            json!({ "drawdowns": { "dates": ["2027-01-15"], "months": [0], "shares": [1] } }),
            "only-one",
            "drawdowns.months",
        ),
        (
            json!({ "drawdowns": { "months": [0], "amounts": ["1"], "shares": [1] } }),
            "only-one",
            "drawdowns.shares",
        ),
        (json!({ "drawdowns": { "months": [0, 3], "shares": [1] } }), "unequal-lengths", "drawdowns.shares"),
        (
            json!({ "drawdowns": { "months": [0, 3], "shares": [0.5, 0.4] } }),
            "shares-not-one",
            "drawdowns.shares",
        ),
        (
            json!({ "drawdowns": { "months": [0, 3], "amounts": ["5000000", "5000000"] } }),
            "drawings-differ",
            "drawdowns.amounts",
        ),
        (
            json!({ "drawdowns": { "months": [0, 3], "amounts": ["5000000.001", "5624999.99"] } }),
            "too-many-decimals",
            "drawdowns.amounts.0",
        ),
        (
            json!({ "drawdowns": { "months": [1, 3], "shares": [0.5, 0.5] } }),
            "drawings-not-at-start",
            "drawdowns.months.0",
        ),
        (
            json!({ "drawdowns": { "months": [0, 3, 3], "shares": [0.5, 0.25, 0.25] } }),
            "dates-not-ascending",
            "drawdowns.months.2",
        ),
        (
            json!({ "drawdowns": { "months": [0, 13], "shares": [0.5, 0.5] } }),
            "draw-after-repayment",
            "drawdowns.months.1",
        ),
        (
            json!({ "rate": null, "cirr": { "dates": [], "maturities": [], "yields": [], "margin": 0.01 } }),
            "empty",
            "cirr.dates",
        ),
        (
            json!({ "rate": null, "cirr": { "dates": ["2026-10-01"], "maturities": [4, 5], "yields": [0.04], "margin": 0.01 } }),
            "unequal-lengths",
            "cirr.maturities",
        ),
        (
            json!({ "rate": null, "cirr": { "dates": ["2026-10-01"], "maturities": [0], "yields": [0.04], "margin": 0.01 } }),
            "out-of-bounds",
            "cirr.maturities.0",
        ),
        (
            json!({ "rate": null, "cirr": { "dates": ["2026-10-01", "2026-09-30"], "maturities": [4, 4], "yields": [0.04, 0.04], "margin": 0.01 } }),
            "yields-not-one-month",
            "cirr.dates.1",
        ),
        (
            json!({ "rate": null, "cirr": { "dates": ["2026-10-01", "2026-10-01"], "maturities": [4, 4], "yields": [0.04, 0.04], "margin": 0.01 } }),
            "yield-given-twice",
            "cirr.dates.1",
        ),
        (
            json!({ "rate": null, "cirr": { "dates": ["2026-10-01"], "maturities": [5], "yields": [0.04], "margin": 0.01 } }),
            "no-yield-of-maturity",
            "cirr.maturities",
        ),
        (
            json!({ "rate": null, "cirr": { "dates": ["2026-10-01"], "maturities": [4], "yields": [0.04], "margin": 0.01, "decimals": 11 } }),
            "out-of-bounds",
            "cirr.decimals",
        ),
        (
            json!({ "rate": null, "cirr": { "dates": ["2026-10-01"], "maturities": [4], "yields": [0.04] } }),
            "required",
            "cirr.margin",
        ),
    ] {
        let error = ask(&deal(more.clone())).expect_err(&format!("{more} is answered"));
        assert_eq!((error.reason(), error.field()), (reason, field), "{more}: {error:?}");
    }
}

#[test]
fn what_a_reader_should_know_is_told() {
    let drawn = |months: Value, shares: Value| json!({ "drawdowns": { "months": months, "shares": shares } });
    let cirr = |more: Value| {
        let mut base = json!({ "rate": null, "cirr": yields(0.04) });
        put(&mut base, more);
        base
    };
    let between = json!({ "dates": ["2026-10-01", "2026-10-01"], "maturities": [3, 5], "yields": [0.04, 0.04], "margin": 0.01 });
    for (more, code, told) in [
        (drawn(json!([0, 6]), json!([0.5, 0.5])), "drawings-end-early", true),
        (drawn(json!([0, 11]), json!([0.5, 0.5])), "drawings-end-early", false),
        (drawn(json!([0, 12]), json!([0.5, 0.5])), "drawn-in-equal-parts", false),
        (json!({ "interestDuringDrawdown": "capitalised" }), "premium-without-capitalised-interest", true),
        (json!({ "floating": { "dates": ["2027-01-15"], "rates": [0.04] } }), "rates-as-given", true),
        (cirr(json!({})), "cirr-between-maturities", false),
        (cirr(json!({ "cirr": between })), "cirr-between-maturities", true),
        (cirr(json!({ "cirr": yields(-0.02) })), "cirr-at-minimum", true),
        (cirr(json!({ "profile": "annuity" })), "cirr-profile-not-standard", true),
        (cirr(json!({ "valuationDate": "2026-11-14" })), "cirr-not-in-force", true),
        (cirr(json!({ "valuationDate": "2026-11-15" })), "cirr-not-in-force", false),
        (cirr(json!({ "valuationDate": "2026-12-14" })), "cirr-not-in-force", false),
        (cirr(json!({ "valuationDate": "2026-12-15" })), "cirr-not-in-force", true),
    ] {
        let quote = ask(&deal(more.clone())).unwrap();
        assert_eq!(codes(&quote).contains(&code), told, "{more}: {:?}", codes(&quote));
    }
    assert!(!codes(&ask(&deal(json!({}))).unwrap()).contains(&"rates-as-given"));
}

/// The maturity that the rule asks for, by hand: disbursement, half the repayment and half an interval in years, rounded,
/// from 3 to 10. 12 + 30 + 3 months are 3.75 years; 12 + 24 + 6 are 3.5,
/// which is 4, and a month less is 3; 0 + 12 + 0.5 are 1.04.
#[test]
fn the_rule_asks_for_the_maturity_of_the_credit() {
    for (drawn, repaid, frequency, years) in [
        (12, 60, "semi-annual", 4),
        (12, 48, "annual", 4),
        (11, 48, "annual", 3),
        (0, 24, "monthly", 3),
        (24, 120, "semi-annual", 7),
        (36, 180, "quarterly", 10),
    ] {
        let rows = json!({
            "dates": vec!["2026-10-01"; 8], "maturities": [3, 4, 5, 6, 7, 8, 9, 10], "margin": 0.01,
            "yields": [0.033, 0.034, 0.035, 0.036, 0.037, 0.038, 0.039, 0.04]
        });
        let quote = ask(&deal(json!({
            "rate": null, "cirr": rows, "disbursementMonths": drawn, "repaymentMonths": repaid, "frequency": frequency
        })))
        .unwrap();
        assert_eq!(quote["cirr"]["maturityYears"], years, "{drawn} {repaid} {frequency}");
        assert_eq!(
            quote["cirr"]["rate"].as_str().unwrap().trim_end_matches('0'),
            format!("0.0{}", 40 + years).trim_end_matches('0')
        );
    }
}

/// The credit at a rate by the rule is the credit at that rate.
#[test]
fn a_reference_rate_prices_as_the_same_rate_given() {
    let ruled = ask(&deal(json!({ "rate": null, "cirr": yields(0.042) }))).unwrap();
    let mut given = ask(&deal(json!({}))).unwrap();
    assert_eq!(ruled["cirr"]["rate"], "0.052");
    put(&mut given, json!({ "cirr": ruled["cirr"] }));
    assert_eq!(ruled, given);
}

/// Three drawings of 100,000 at 12 % a year of 360 days, each a month apart, one period of a quarter: interest 3,000,
/// 2,000 and 1,000 is added, so 306,000 is repaid by two halves, with 9,180 and 4,590 of interest.
#[test]
fn interest_is_added_as_it_is_by_hand() {
    let quote = ask(&json!({
        "product": "export-credit", "country": "MEX", "currency": "USD", "contractValue": "300000", "downPayment": 0,
        "start": "2027-01-15", "disbursementMonths": 3, "repaymentMonths": 6, "frequency": "quarterly", "rate": 0.12,
        "interestDuringDrawdown": "capitalised"
    }))
    .unwrap();
    assert_eq!(quote["capitalisedInterest"], "6000.00");
    assert_eq!(quote["loanAmount"], "306000.00");
    assert_eq!(quote["totalCost"], "19770.00");
    assert_eq!(column(&quote, "payment"), [0.0, 0.0, 0.0, 0.0, 16_218_000.0, 15_759_000.0]);
    assert_eq!(column(&quote, "closing").last(), Some(&0.0));
    assert_eq!(quote["averageLifeYears"], 0.375);
}

/// Every number that a step names as its output stands in the quote.
#[test]
fn outputs_of_the_working_stand_in_the_quote() {
    for more in [
        json!({ "rate": null, "cirr": yields(0.042), "interestDuringDrawdown": "capitalised" }),
        json!({ "floating": { "dates": ["2027-06-15"], "rates": [0.04] }, "drawdowns": { "months": [0], "shares": [1] } }),
    ] {
        let text = ENGINE.explain_json(&deal(more).to_string()).unwrap();
        let explained: Value = serde_json::from_str(&text).unwrap();
        for step in explained["steps"].as_array().unwrap() {
            let Some(output) = step["output"].as_str() else { continue };
            let at =
                output.split('.').try_fold(&explained["quote"], |at, name| match name.parse::<usize>() {
                    Ok(index) => at.get(index),
                    Err(_) => at.get(name),
                });
            assert!(at.is_some_and(|found| !found.is_null()), "{output} is not in the quote");
        }
    }
}

prop_compose! {
    fn deals()(
        contract in 1_000_000..5_000_000_000_i64, drawn in 0..30_u32, periods in 1..20_u32, frequency in 0..4_usize,
        profile in 0..3_usize, rate in 1..1500_u32, day_count in 0..4_usize, payment in 0..3_usize, premium in 0..1000_u32,
        capitalised in any::<bool>(), day in 0..20_000_i32,
    ) -> Value {
        let months = [1, 3, 6, 12][frequency] * periods;
        json!({
            "product": "export-credit", "country": "KAZ", "currency": "USD",
            "contractValue": format!("{}.{:02}", contract / 100, contract % 100),
            "start": Date::from_days(18_000 + day).unwrap().to_string(), "disbursementMonths": drawn,
            "repaymentMonths": months, "frequency": (["monthly", "quarterly", "semi-annual", "annual"][frequency]),
            "profile": (["annuity", "equal-principal", "bullet"][profile]), "rate": format!("0.{rate:04}"),
            "dayCount": (["ACT/360", "ACT/365F", "30/360", "30E/360"][day_count]),
            "interestDuringDrawdown": if capitalised { "capitalised" } else { "paid" },
            "cover": {
                "rules": "given", "premiumRate": format!("0.{premium:04}"),
                "premiumPayment": (["upfront", "financed", "as-drawn"][payment])
            },
            "fees": { "arrangement": "0.01", "commitment": "0.004" }, "spreadWithoutCover": 0.05
        })
    }
}

fn answered(deal: &Value) -> Option<Value> {
    match ask(deal) {
        Err(error) if error.kind() == export_risk::ErrorKind::NoConvergence => None,
        answer => Some(answer.unwrap()),
    }
}

/// A quote without what tells only how it was asked.
fn without(mut quote: Value, names: &[&str], dropped: &[&str]) -> Value {
    for name in names {
        quote[*name] = Value::Null;
    }
    quote["notices"]
        .as_array_mut()
        .unwrap()
        .retain(|notice| !dropped.contains(&notice["code"].as_str().unwrap()));
    quote
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    /// Equal monthly drawings that are given, by months, by days, by amounts, are the assumed ones, bit for bit.
    #[test]
    fn equal_drawings_given_are_the_assumed_ones(deal in deals(), by_days in any::<bool>()) {
        let Some(assumed) = answered(&deal) else { return Err(TestCaseError::reject("no rate")) };
        let count = deal["disbursementMonths"].as_u64().unwrap().max(1);
        let credit = minor(&assumed["creditAmount"]);
        let part = (credit as f64 / count as f64).round() as i64;
        prop_assume!(part > 0 && part * (count as i64 - 1) < credit);
        let amounts: Vec<String> = (0..count as i64)
            .map(|at| if at + 1 == count as i64 { credit - part * at } else { part })
            .map(|amount| format!("{}.{:02}", amount / 100, amount % 100))
            .collect();
        let start = Date::parse(deal["start"].as_str().unwrap()).unwrap();
        let days: Vec<String> = (0..count as i32).map(|month| start.add_months(month).unwrap().to_string()).collect();
        let mut given = deal;
        given["drawdowns"] = if by_days {
            json!({ "dates": days, "amounts": amounts })
        } else {
            json!({ "months": (0..count).collect::<Vec<_>>(), "amounts": amounts })
        };
        let told = ["drawn-in-equal-parts", "drawings-end-early"];
        prop_assert_eq!(without(answered(&given).unwrap(), &[], &told), without(assumed, &[], &told));
    }

    /// A rate that changes to itself is a fixed one, bit for bit, wherever its dates lie and whenever it counts.
    #[test]
    fn a_flat_path_is_a_fixed_rate(deal in deals(), from in -800..0_i32, step in 1..500_i32, on_date in any::<bool>()) {
        let Some(fixed) = answered(&deal) else { return Err(TestCaseError::reject("no rate")) };
        let start = Date::parse(deal["start"].as_str().unwrap()).unwrap();
        let dates: Vec<String> = (0..5).map(|at| start.add_days(from + at * step).unwrap().to_string()).collect();
        let mut floating = deal.clone();
        put(&mut floating, json!({ "rate": null, "floating": {
            "dates": dates, "rates": vec![deal["rate"].clone(); 5], "reset": if on_date { "on-date" } else { "period-start" }
        }}));
        let floating = answered(&floating).unwrap();
        let rate: f64 = deal["rate"].as_str().unwrap().parse().unwrap();
        prop_assert!(floating["rates"].as_array().unwrap().iter().all(|each| each.as_f64() == Some(rate)));
        // What rests on the one rate with the same flows differs by the cents that interest is rounded to.
        let found = ["rates", "levelRate", "rateShifts", "cover", "country", "withoutCover"];
        let told = ["rates-as-given"];
        prop_assert_eq!(without(floating.clone(), &found, &told), without(fixed.clone(), &found, &told));
        prop_assert_eq!(&floating["withoutCover"]["allInRate"], &fixed["withoutCover"]["allInRate"]);
        prop_assert_eq!(&floating["withoutCover"]["totalCost"], &fixed["withoutCover"]["totalCost"]);
        prop_assert_eq!(&floating["cover"]["premium"], &fixed["cover"]["premium"]);
    }

    /// Whatever is drawn and whatever the rates are: the schedule rolls forward and closes at zero, what is paid is what was
    /// drawn and the cost, and the components sum.
    #[test]
    fn every_schedule_closes(
        deal in deals(), gaps in prop::collection::vec(1..200_i32, 0..5), rates in prop::collection::vec(0..1500_u32, 1..6),
        floats in any::<bool>(), on_date in any::<bool>(),
    ) {
        let mut deal = deal;
        let start = Date::parse(deal["start"].as_str().unwrap()).unwrap();
        let end = start.add_months(deal["disbursementMonths"].as_i64().unwrap() as i32).unwrap();
        let mut days = vec![start];
        for gap in gaps {
            let next = days.last().unwrap().add_days(gap).unwrap();
            if next <= end {
                days.push(next);
            }
        }
        let share = [1000, 500, 333, 250, 200, 166][days.len() - 1];
        let shares: Vec<String> = (1..=days.len() as i32)
            .map(|at| if at == days.len() as i32 { 1000 - share * (at - 1) } else { share })
            .map(|share| format!("{}.{:03}", share / 1000, share % 1000))
            .collect();
        let days: Vec<String> = days.iter().map(ToString::to_string).collect();
        put(&mut deal, json!({ "drawdowns": { "dates": days, "shares": shares } }));
        if floats {
            let dates: Vec<String> =
                (0..rates.len() as i32).map(|at| start.add_days(at * 170 - 1).unwrap().to_string()).collect();
            let rates: Vec<String> = rates.iter().map(|rate| format!("0.{rate:04}")).collect();
            put(&mut deal, json!({ "rate": null, "floating": {
                "dates": dates, "rates": rates, "reset": if on_date { "on-date" } else { "period-start" }
            }}));
        }
        let Some(quote) = answered(&deal) else { return Err(TestCaseError::reject("no rate")) };
        let of = |name| column(&quote, name);
        let (opening, closing, drawdown, principal) = (of("opening"), of("closing"), of("drawdown"), of("principal"));
        let payment = of("payment");
        let mut before = 0.0;
        for at in 0..opening.len() {
            prop_assert_eq!(opening[at], before);
            prop_assert_eq!(closing[at], opening[at] + drawdown[at] - principal[at]);
            before = closing[at];
        }
        prop_assert_eq!(before, 0.0);
        let financed = minor(&quote["financedPremium"]) as f64;
        let paid = payment.iter().sum::<f64>() - (drawdown.iter().sum::<f64>() - financed);
        prop_assert_eq!(paid as i64, minor(&quote["totalCost"]));
        let capitalised = quote["capitalisedInterest"].as_str().map_or(0, |_| minor(&quote["capitalisedInterest"]));
        prop_assert_eq!(drawdown.iter().sum::<f64>() as i64 + capitalised, minor(&quote["loanAmount"]));
        let components = quote["components"].as_array().unwrap();
        let sum = components.iter().map(|row| row["rate"].as_f64().unwrap()).sum::<f64>();
        prop_assert_eq!(sum, quote["allInRate"].as_f64().unwrap());
        let money: i64 = components.iter().map(|row| minor(&row["money"])).sum();
        prop_assert_eq!(money, minor(&quote["totalCost"]));
    }
}
