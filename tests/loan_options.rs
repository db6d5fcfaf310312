//! The laws that a loan keeps whatever its options.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::sync::LazyLock;

use export_risk::calendar::{DayCount, Frequency, MonthEnd};
use export_risk::values::{Date, Rounding};
use export_risk::{Engine, Error};
use proptest::prelude::*;
use serde_json::{Value, json};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().unwrap());

fn quote(request: &Value) -> Result<Value, Error> {
    ENGINE.quote_json(&request.to_string()).map(|text| serde_json::from_str(&text).unwrap())
}

fn quoted(request: &Value) -> Value {
    quote(request).unwrap()
}

fn with(request: &Value, name: &str, value: Value) -> Value {
    let mut request = request.clone();
    request[name] = value;
    request
}

fn column(quote: &Value, name: &str) -> Vec<i64> {
    quote["schedule"][name]
        .as_array()
        .map_or_else(Vec::new, |cells| cells.iter().map(|cell| cell.as_i64().unwrap()).collect())
}

fn amount(quote: &Value, name: &str) -> f64 {
    quote[name].as_str().unwrap().parse().unwrap()
}

/// The day so many regular periods after the start.
fn after(start: &str, frequency: Frequency, periods: i32) -> String {
    frequency.after(Date::parse(start).unwrap(), periods, MonthEnd::KeepDay).unwrap().to_string()
}

fn keeps_the_laws(quote: &Value, drawn: i64) -> Result<(), TestCaseError> {
    let all: Vec<Vec<i64>> = ["opening", "interest", "principal", "payment", "closing"]
        .iter()
        .map(|name| column(quote, name))
        .collect();
    let [opening, interest, principal, payment, closing] = &all[..] else { return Ok(()) };
    let or_zero = |name: &str| {
        let cells = column(quote, name);
        if cells.is_empty() { vec![0; opening.len()] } else { cells }
    };
    let (within, prepaid) = (or_zero("drawn"), or_zero("prepaid"));
    for at in 0..opening.len() {
        prop_assert_eq!(payment[at], interest[at] + principal[at]);
        prop_assert_eq!(closing[at], opening[at] + within[at] - principal[at] - prepaid[at]);
    }
    prop_assert_eq!(closing.last(), Some(&0));
    prop_assert_eq!(principal.iter().sum::<i64>() + prepaid.iter().sum::<i64>(), drawn);
    let cents = |name: &str| (amount(quote, name) * 100.0).round() as i64;
    prop_assert_eq!(interest.iter().sum::<i64>(), cents("totalInterest"));
    prop_assert_eq!(payment.iter().sum::<i64>() + prepaid.iter().sum::<i64>(), cents("totalPaid"));
    Ok(())
}

fn profile() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(&["annuity", "equal-principal", "bullet"][..])
}

fn base(
    principal: i64,
    rate: i64,
    count: u32,
    profile: &str,
    frequency: Frequency,
    day_count: DayCount,
) -> Value {
    json!({ "product": "loan", "currency": "USD", "principal": format!("{}.{:02}", principal / 100, principal % 100),
        "rate": rate as f64 / 1e5, "start": "2026-01-30", "instalments": count, "profile": profile,
        "frequency": frequency.name(), "dayCount": day_count.name() })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    /// A first payment that is the regular one asks for the general course; it gives what the plain terms give.
    #[test]
    fn the_general_course_gives_what_plain_terms_give(
        principal in 100_i64..1_000_000_000, rate in 0_i64..30_000, count in 1_u32..100, profile in profile(),
        frequency in proptest::sample::select(Frequency::ALL), day_count in proptest::sample::select(DayCount::ALL),
        rounding in proptest::sample::select(Rounding::ALL), grace in 0_u32..5, balloon in 0_i64..100, added: bool,
    ) {
        let mut request = base(principal, rate, count, profile, frequency, day_count);
        request["rounding"] = rounding.name().into();
        request["graceInstalments"] = grace.min(count - 1).into();
        request["graceInterest"] = if added { "capitalised" } else { "paid" }.into();
        if profile != "bullet" {
            request["balloon"] = format!("{}", principal / 100 * balloon / 100).into();
        }
        let general = with(&request, "firstPayment", after("2026-01-30", frequency, 1).into());
        match (quote(&request), quote(&general)) {
            (Ok(plain), Ok(general)) => {
                prop_assert_eq!(&plain["schedule"], &general["schedule"]);
                prop_assert_eq!(&plain["instalment"], &general["instalment"]);
                let rate = |quote: &Value| quote["effectiveRate"].as_f64().unwrap();
                prop_assert!((rate(&plain) - rate(&general)).abs() < 1e-11 * (1.0 + rate(&plain).abs()));
            }
            (Err(plain), Err(general)) => prop_assert_eq!(plain.reason(), general.reason()),
            (plain, general) => prop_assert!(false, "{plain:?} {general:?}"),
        }
    }

    #[test]
    fn every_option_keeps_the_laws(
        principal in 1_000_000_i64..1_000_000_000, rate in 0_i64..20_000, count in 6_u32..80, profile in profile(),
        step in -300_i64..500, skipped in 1_u32..12, interest in proptest::sample::select(&["paid", "capitalised", "carried"][..]),
        prepaid in 1_i64..30, at in 2_u32..5, term: bool, first in 5_i32..50, stub in proptest::sample::select(&["in-instalments", "attached"][..]),
        path in proptest::collection::vec(0_i64..15_000, 3),
    ) {
        let mut request = base(principal, rate, count, profile, Frequency::Monthly, DayCount::Act360);
        let start = Date::parse("2026-01-30").unwrap();
        request["firstPayment"] = start.add_days(first).unwrap().to_string().into();
        request["stub"] = stub.into();
        if profile != "bullet" {
            request["steps"] = json!({ "every": 5, "share": step as f64 / 1e4 });
        }
        request["skips"] = json!({ "months": [skipped], "interest": interest });
        let paid = principal / 100 * prepaid / 100;
        request["prepayments"] = json!({ "dates": [start.add_days(first + 30 * at as i32).unwrap().to_string()],
            "amounts": [paid], "effect": if term { "term" } else { "instalment" } });
        let rates: Vec<f64> = path.iter().map(|rate| *rate as f64 / 1e5).collect();
        request["floating"] = json!({ "dates": ["2026-01-01", "2026-06-10", "2027-01-01"], "rates": rates, "margin": 0.01,
            "cap": 0.09, "floor": 0.02, "reset": if term { "on-date" } else { "period-start" } });
        match quote(&request) {
            Ok(quote) => {
                keeps_the_laws(&quote, principal)?;
                let rates = quote["rates"].as_array().unwrap();
                prop_assert!(rates.iter().all(|rate| (0.02..=0.09).contains(&rate.as_f64().unwrap())));
            }
            Err(error) => prop_assert!(["above-balance", "step-too-steep"].contains(&error.reason()), "{error:?}"),
        }
    }

    #[test]
    fn more_fees_never_lower_the_effective_rate(
        principal in 1_000_000_i64..1_000_000_000, rate in 0_i64..20_000, count in 1_u32..80, profile in profile(),
        fees in proptest::collection::vec(0_i64..100, 5), more in proptest::collection::vec(0_i64..50, 5),
    ) {
        let request = base(principal, rate, count, profile, Frequency::Quarterly, DayCount::Thirty360Us);
        let of = |fees: &[i64]| with(&request, "fees", json!({ "arrangement": fees[0] as f64 / 1e4, "agencyAmount": fees[1],
            "instalment": fees[2] as f64 / 1e6, "firstAmount": fees[3], "endAmount": fees[4] }));
        let sum: Vec<i64> = fees.iter().zip(&more).map(|(fee, more)| fee + more).collect();
        let (less, more) = (quoted(&of(&fees)), quoted(&of(&sum)));
        let rate = |quote: &Value| quote["effectiveRate"].as_f64().unwrap();
        prop_assert!(rate(&more) >= rate(&less) - 1e-12);
        prop_assert!(rate(&less) >= quoted(&request)["effectiveRate"].as_f64().unwrap() - 1e-12);
    }

    #[test]
    fn a_prepayment_never_raises_the_interest(
        principal in 1_000_000_i64..1_000_000_000, rate in 1_i64..20_000, count in 3_u32..80, profile in profile(),
        part in 1_i64..60, day in 1_i32..80, term: bool,
    ) {
        let request = base(principal, rate, count, profile, Frequency::Monthly, DayCount::Act365F);
        let date = Date::parse("2026-01-30").unwrap().add_days(day.min(28 * count as i32 - 28)).unwrap();
        let prepaid = with(&request, "prepayments", json!({ "dates": [date.to_string()], "amounts": [principal / 100 * part / 100],
            "effect": if term { "term" } else { "instalment" } }));
        if let Ok(prepaid) = quote(&prepaid) {
            prop_assert!(amount(&prepaid, "totalInterest") <= amount(&quoted(&request), "totalInterest"));
            keeps_the_laws(&prepaid, principal)?;
        }
    }

    #[test]
    fn settled_on_the_last_day_is_the_last_payment(
        principal in 1_000_000_i64..1_000_000_000, rate in 0_i64..20_000, count in 1_u32..80, profile in profile(),
        digits: bool, stop in 1_u32..80,
    ) {
        let request = base(principal, rate, count, profile, Frequency::Monthly, DayCount::Act360);
        let method = if digits { "rule-of-78" } else { "actuarial" };
        let settled = |periods: u32| {
            let date = after("2026-01-30", Frequency::Monthly, periods as i32);
            quoted(&with(&request, "settlement", json!({ "date": date, "method": method })))
        };
        let cents = |value: &Value| (value.as_str().unwrap().parse::<f64>().unwrap() * 100.0).round() as i64;
        let last = settled(count);
        prop_assert_eq!(cents(&last["settlement"]["amount"]), *column(&last, "payment").last().unwrap());
        // Actuarially, a day on which an instalment is due takes that instalment and all that is owed after it.
        let early = settled(stop.min(count));
        if !digits {
            let at = stop.min(count) as usize - 1;
            let owed = column(&early, "payment")[at] + column(&early, "closing")[at];
            prop_assert_eq!(cents(&early["settlement"]["amount"]), owed);
        }
        prop_assert!(cents(&early["settlement"]["rebate"]) >= 0);
    }

    #[test]
    fn splitting_a_drawdown_changes_nothing(
        principal in 1_000_000_i64..1_000_000_000, rate in 0_i64..20_000, count in 4_u32..60, profile in profile(),
        part in 1_i64..99, day in 0_i32..80,
    ) {
        let mut request = base(principal, rate, count, profile, Frequency::Monthly, DayCount::Act360);
        request["graceInstalments"] = 3.into();
        let date = Date::parse("2026-01-30").unwrap().add_days(day).unwrap().to_string();
        let (first, second) = (principal / 300 * part / 100, principal / 300 - principal / 300 * part / 100);
        let of = |dates: Vec<&str>, amounts: Vec<i64>| quoted(&with(&request, "drawdowns", json!({ "dates": dates, "amounts": amounts })));
        prop_assume!(first > 0 && second > 0);
        let whole = of(vec!["2026-01-30", &date], vec![1000, first + second]);
        let split = of(vec!["2026-01-30", &date, &date], vec![1000, first, second]);
        prop_assert_eq!(&whole["schedule"], &split["schedule"]);
        keeps_the_laws(&whole, 100 * (1000 + first + second))?;
    }

    /// Grossed up, the lender keeps the interest after the tax; withheld, the borrower's rate stays.
    #[test]
    fn a_tax_is_borne_by_whom_it_says(rate in 1_i64..20_000, count in 1_u32..60, tax in 1_i64..60) {
        let request = base(100_000_000, rate, count, "annuity", Frequency::Monthly, DayCount::Act360);
        let of = |treatment: &str| quoted(&with(&request, "interestTax", json!({ "rate": tax as f64 / 100.0, "treatment": treatment })));
        let plain = quoted(&request);
        prop_assert_eq!(&of("withheld")["effectiveRate"], &plain["effectiveRate"]);
        let grossed = of("grossed-up");
        for (interest, tax_paid) in column(&grossed, "interest").iter().zip(column(&grossed, "tax")) {
            let kept = (interest + tax_paid) as f64 * (1.0 - tax as f64 / 100.0);
            prop_assert!((kept - *interest as f64).abs() <= 1.0);
        }
        prop_assert!(grossed["effectiveRate"].as_f64() >= of("added")["effectiveRate"].as_f64());
    }
}

#[test]
fn every_number_that_is_shown_tells_its_working() {
    let request = json!({ "product": "loan", "currency": "EUR", "principal": "100000", "start": "2026-01-15", "instalments": 24,
        "firstPayment": "2026-03-01", "floating": { "dates": ["2026-01-01", "2026-09-01"], "rates": [0.02, 0.03], "margin": 0.015 },
        "fees": { "arrangement": 0.01, "agencyAmount": 100 }, "interestTax": { "rate": 0.1 }, "aprRule": "eu-consumer-credit",
        "settlement": { "date": "2026-10-10", "method": "rule-of-78", "fee": 0.01 } });
    let answer = Engine::embedded().unwrap().explain_json(&request.to_string()).unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let told: Vec<&str> =
        answer["steps"].as_array().unwrap().iter().filter_map(|step| step["output"].as_str()).collect();
    for output in [
        "instalment",
        "totalInterest",
        "totalPaid",
        "totalFees",
        "feesAtStart",
        "totalTax",
        "totalCost",
        "effectiveRate",
        "nominalRate",
        "effectiveRateWithoutFees",
        "apr",
        "aprDisclosed",
        "averageLifeYears",
        "settlement.amount",
        "settlement.outstanding",
        "settlement.fee",
        "settlement.remainingPayments",
        "settlement.rebate",
        "settlement.earnedShare",
        "settlement.effectiveRate",
    ] {
        assert!(told.contains(&output), "{output} has no step");
    }
    let notices: Vec<&str> = answer["quote"]["notices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|notice| notice["code"].as_str().unwrap())
        .collect();
    assert_eq!(notices, ["rule-of-78-barred"]);
}
