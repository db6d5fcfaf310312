//! Loans that lie at a bound, where a small change of a comparison would be wrong (`npm run mutants`). What is expected
//! follows from the definition beside it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::sync::LazyLock;

use export_risk::{Engine, Error};
use serde_json::{Value, json};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().unwrap());

/// A loan from 2026-01-01, monthly by months of 30 days unless `more` says otherwise.
fn loan(principal: &str, rate: f64, instalments: u32, more: &Value) -> Result<Value, Error> {
    let mut request = json!({
        "product": "loan", "currency": "USD", "principal": principal, "rate": rate, "start": "2026-01-01",
        "frequency": "monthly", "instalments": instalments, "dayCount": "30/360",
    });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ENGINE.quote_json(&request.to_string()).map(|text| serde_json::from_str(&text).unwrap())
}

fn column(quote: &Value, name: &str) -> Vec<i64> {
    quote["schedule"][name].as_array().unwrap().iter().map(|cell| cell.as_i64().unwrap()).collect()
}

/// 2^53 cents are kept exactly, by the fast way and by the general one.
#[test]
fn the_largest_amount_can_be_lent() {
    for more in [json!({}), json!({ "firstPayment": "2026-02-01" })] {
        let mut more = more;
        more["profile"] = "bullet".into();
        let quote = loan("90071992547409.92", 0.0, 2, &more).unwrap();
        assert_eq!(column(&quote, "payment"), [0, 1 << 53], "{more}");
    }
}

/// The sum of the payments, each discounted by (1 + r)^(days / 365), is what was received, also around 1970.
#[test]
fn an_effective_rate_does_not_depend_on_where_days_are_counted_from() {
    for (start, years) in [("1955-01-01", 30), ("1940-01-01", 60), ("1969-07-01", 1), ("1900-01-01", 40)] {
        let more = json!({ "start": start, "fees": { "arrangement": 0.05 } });
        let quote = loan("100000", 0.12, 12 * years, &more).unwrap();
        let rate = quote["effectiveRate"].as_f64().unwrap();
        let first = export_risk::values::Date::parse(start).unwrap().days();
        let worth: f64 = (column(&quote, "dates").iter().zip(column(&quote, "payment")))
            .map(|(date, payment)| {
                payment as f64 * libm::pow(1.0 + rate, (i64::from(first) - date) as f64 / 365.0)
            })
            .sum();
        assert!((worth / 9_500_000.0 - 1.0).abs() < 1e-11, "{start}: {rate}, {worth}");
    }
}

/// All that was drawn is prepaid, and the other half is drawn on the last day of the period: the loan goes on.
#[test]
fn a_loan_goes_on_while_a_part_is_not_drawn() {
    let more = json!({
        "graceInstalments": 2, "drawdowns": { "dates": ["2026-01-01", "2026-02-01"], "amounts": ["500", "500"] },
        "prepayments": { "dates": ["2026-01-16"], "amounts": ["500"] },
    });
    let quote = loan("1000", 0.0, 12, &more).unwrap();
    assert_eq!(column(&quote, "opening")[..3], [50_000, 50_000, 50_000]);
    assert_eq!(column(&quote, "payment")[2..], [5_000; 10]);
}

/// 1,000 less two instalments of 100, and the other 800 with the second.
#[test]
fn all_can_be_prepaid_on_the_day_of_an_instalment() {
    let more = json!({ "prepayments": { "dates": ["2026-03-01"], "amounts": ["800"] } });
    assert_eq!(column(&loan("1000", 0.0, 10, &more).unwrap(), "closing"), [90_000, 0]);
}

/// A loan that was prepaid is over: there is nothing left to settle, though the schedule would have gone on.
#[test]
fn nothing_is_settled_after_the_last_payment() {
    let more = json!({
        "prepayments": { "dates": ["2026-02-15"], "amounts": ["900"] }, "settlement": { "date": "2026-03-15" },
    });
    let error = loan("1000", 0.0, 10, &more).unwrap_err();
    assert_eq!((error.reason(), error.field()), ("outside-schedule", "settlement.date"));
}

/// 180 + 160 + … + 20 + 0 = 900.
#[test]
fn an_instalment_can_step_to_zero() {
    let quote = loan("900", 0.0, 10, &json!({ "steps": { "every": 1, "amount": -20 } })).unwrap();
    assert_eq!(column(&quote, "payment"), (0..10).rev().map(|left| left * 2_000).collect::<Vec<_>>());
    // 10·160 − 20·45 = 700: repaid by the seventh, and the ninth would be zero.
    let quote = loan("700", 0.0, 10, &json!({ "steps": { "every": 1, "amount": -20 } })).unwrap();
    let expected = [16_000, 14_000, 12_000, 10_000, 8_000, 6_000, 4_000, 0, 0, 0];
    assert_eq!(column(&quote, "payment"), expected);
}

/// ACT/365 Actual divides 547 days with a February 29 by 366, and the 546 after that day by 365, which is more: what is
/// drawn on it bears interest for the period and no more, 1,000 · 36.6 % · 547 / 366 of it twice.
#[test]
fn a_part_of_a_period_is_at_most_the_whole() {
    let more = json!({
        "start": "2028-02-28", "firstPayment": "2029-08-28", "frequency": "annual", "dayCount": "ACT/365 Actual",
        "graceInstalments": 1,
        "drawdowns": { "dates": ["2028-02-28", "2028-02-29"], "amounts": ["1000", "1000"] },
    });
    assert_eq!(column(&loan("2000", 0.366, 3, &more).unwrap(), "interest")[0], 109_400);
}

/// Two cents at 300 % for a year: six cents of interest, ⌊6·k·(25 − k)/156⌉ after k months: 1 2 3 3 4 4 5 5 6 6 6 6. An
/// instalment is a cent, and what is owed with the interest of the month where that is less.
#[test]
fn a_flat_loan_of_two_cents() {
    let quote = loan("0.02", 3.0, 12, &json!({ "profile": "flat" })).unwrap();
    assert_eq!(column(&quote, "interest"), [1, 1, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0]);
    assert_eq!(column(&quote, "payment"), [1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0]);
}

/// A term that a prepayment shortens ends with the row in which the balloon is all that would be left.
#[test]
fn a_shorter_term_ends_where_the_balloon_is_left() {
    let loan = |balloon: &str, skipped: &[u32]| {
        let more = json!({
            "profile": "equal-principal", "balloon": balloon,
            "prepayments": { "dates": ["2026-04-01"], "amounts": ["800"], "effect": "term" },
            "skips": { "instalments": skipped, "interest": "carried" },
        });
        column(&loan("12000", 0.12, 24, &more).unwrap(), "payment")
    };
    // 9,600 / 24 = 400 a month: 10,000 after the third, 2,800 after the 21st.
    let payments = loan("2400", &[]);
    assert_eq!((payments.len(), payments[21]), (22, 282_800));
    // 9,200 / 23 = 400: 3,200 after the 20th; the interest of the skipped 21st, 32, is owed beside.
    let payments = loan("2800", &[21]);
    assert_eq!(payments[20..], [0, 323_200 + 3_200]);
}

/// Instalments that fall: the row that ends the loan is told by the instalment of that row. By hand, as owed · 1.01 less
/// the payment.
#[test]
fn a_shorter_term_of_falling_instalments_ends_with_the_one_that_covers_the_rest() {
    for profile in ["annuity", "equal-principal"] {
        for part in 1..60 {
            let more = json!({ "profile": profile, "steps": { "every": 4, "amount": -30 }, "prepayments": {
                "dates": ["2026-04-01"], "amounts": [part * 100], "effect": "term",
            } });
            let quote = loan("12000", 0.12, 24, &more).unwrap();
            let payments = column(&quote, "payment");
            let interest = |owed: i64| (owed + 50) / 100;
            let level = profile == "annuity";
            let mut planned = if level { payments[0] } else { column(&quote, "principal")[0] };
            let (mut owed, mut rows) = (1_200_000, 0);
            loop {
                planned -= if rows > 0 && rows % 4 == 0 { 3_000 } else { 0 };
                let payment = if level { planned } else { planned + interest(owed) };
                rows += 1;
                if owed + interest(owed) <= payment || rows == 24 {
                    break;
                }
                assert_eq!(payments[rows - 1], payment, "{more}, row {rows}");
                owed += interest(owed) - payment - if rows == 3 { part * 10_000 } else { 0 };
            }
            assert_eq!(payments.len(), rows, "{more}");
            assert_eq!(payments[rows - 1], owed + interest(owed), "{more}");
        }
    }
}

/// Two months' interest of 10 is owed beside the 1,000, and nothing is paid.
#[test]
fn interest_that_is_carried_is_not_paid() {
    let quote =
        loan("1000", 0.12, 12, &json!({ "graceInstalments": 2, "graceInterest": "carried" })).unwrap();
    assert_eq!(column(&quote, "payment")[..2], [0, 0]);
    assert_eq!(column(&quote, "closing")[..2], [101_000, 102_000]);
}
