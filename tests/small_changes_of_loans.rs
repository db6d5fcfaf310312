//! Cases that a small change of a loan's course would get wrong, each found by changing the code (`npm run mutants`). What
//! is expected follows from the definition beside it.

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
    if request["rate"].is_null() {
        request.as_object_mut().unwrap().remove("rate");
    }
    ENGINE.quote_json(&request.to_string()).map(|text| serde_json::from_str(&text).unwrap())
}

/// A first payment where it is anyway: the way that takes any option.
fn general(more: Value) -> Value {
    let mut more = more;
    more["firstPayment"] = "2026-02-01".into();
    more
}

fn column(quote: &Value, name: &str) -> Vec<i64> {
    quote["schedule"][name].as_array().unwrap().iter().map(|cell| cell.as_i64().unwrap()).collect()
}

fn error(result: Result<Value, Error>) -> (String, String, String) {
    let error = result.unwrap_err();
    let maximum = error.details().iter().find(|(name, _)| *name == "maximum").map(|(_, value)| value.clone());
    (error.reason().to_owned(), error.field().to_owned(), maximum.unwrap_or_default())
}

fn told(reason: &str, field: &str, maximum: &str) -> (String, String, String) {
    (reason.to_owned(), field.to_owned(), maximum.to_owned())
}

/// 10 % a period for three: A = B·1.331 / 3.31, which is 665.5 for 1655. Half a cent goes where the rounding says, by the
/// fast way and by the general one.
#[test]
fn half_a_cent_of_an_instalment_is_decided_exactly() {
    for odd in (1..400).step_by(2) {
        let principal = format!("{}.{:02}", 1655 * odd / 100, 1655 * odd % 100);
        let below = (1331 * odd - 1) / 2;
        for (rounding, expected) in [
            ("midpoint-away-from-zero", below + 1),
            ("midpoint-toward-zero", below),
            ("midpoint-nearest-even", below + below % 2),
        ] {
            let plain = json!({ "frequency": "annual", "rounding": rounding });
            let mut general = plain.clone();
            general["firstPayment"] = "2027-01-01".into();
            let mut stepped = plain.clone();
            stepped["steps"] = json!({ "every": 1, "amount": 0 });
            for more in [plain, general, stepped] {
                let quote = loan(&principal, 0.1, 3, &more).unwrap();
                assert_eq!(column(&quote, "payment")[0], expected, "{principal}, {more}");
            }
        }
    }
}

/// A thousandth a month of 5, 15, 25 and 35 dollars: halves of cents.
#[test]
fn half_a_cent_of_interest_goes_to_the_even_one() {
    for (principal, interest) in [("5", 0), ("15", 2), ("25", 2), ("35", 4)] {
        let quote =
            loan(principal, 0.012, 1, &json!({ "profile": "bullet", "rounding": "midpoint-nearest-even" }));
        assert_eq!(column(&quote.unwrap(), "interest"), [interest], "{principal}");
    }
}

/// Without interest a balloon is taken off before the rest is divided: (1000 − 100) / 9.
#[test]
fn without_interest_the_rest_beside_the_balloon_is_divided() {
    for more in [json!({ "balloon": "100" }), general(json!({ "balloon": "100" }))] {
        assert_eq!(loan("1000", 0.0, 9, &more).unwrap()["instalment"], "100.00");
    }
}

/// −99 % a year on a basis of 360 days takes more than all in 366.
#[test]
fn a_negative_rate_can_not_take_more_than_all_in_a_period() {
    let more = json!({ "frequency": "annual", "dayCount": "ACT/360", "start": "2028-01-01", "firstPayment": "2029-01-01" });
    assert_eq!(loan("1000", -0.99, 3, &more).unwrap_err().reason(), "below-minimum");
}

/// 5,000 for 15 days at 6 %, then at 12 % for 5, then 10,000 at 12 % for 11: 12.50 + 8.33… + 36.66…
#[test]
fn what_happens_within_a_period_counts_in_the_order_of_its_days() {
    let quote = loan(
        "10000",
        0.0,
        12,
        &json!({
            "rate": null, "dayCount": "ACT/360", "graceInstalments": 1,
            "drawdowns": { "dates": ["2026-01-01", "2026-01-21"], "amounts": ["5000", "5000"] },
            "floating": { "dates": ["2026-01-01", "2026-01-16"], "rates": [0.06, 0.12], "reset": "on-date" },
        }),
    );
    assert_eq!(column(&quote.unwrap(), "interest")[0], 5750);
}

#[test]
fn all_that_is_owed_can_be_prepaid_and_no_more() {
    let prepaid = |dates: &[&str], amounts: &[&str]| {
        loan("1000", 0.12, 12, &json!({ "prepayments": { "dates": dates, "amounts": amounts } }))
    };
    // 14 days of 30 at 1 % a month.
    let quote = prepaid(&["2026-01-15"], &["1000"]).unwrap();
    assert_eq!((quote["totalInterest"].as_str(), column(&quote, "closing")), (Some("4.67"), vec![0]));
    let refused = error(prepaid(&["2026-01-15"], &["1000.01"]));
    assert_eq!(refused, told("above-balance", "prepayments.amounts.0", "1000.00"));
    let refused = error(prepaid(&["2026-01-10", "2026-01-20"], &["100", "950"]));
    assert_eq!(refused, told("above-balance", "prepayments.amounts.1", "900.00"));
    // Nothing is owed any more: on the last day, and after all was prepaid.
    let refused = error(prepaid(&["2027-01-01"], &["1"]));
    assert_eq!(refused, told("above-balance", "prepayments.amounts.0", "0.00"));
    let refused = error(prepaid(&["2026-01-15", "2026-04-15"], &["1000", "1"]));
    assert_eq!(refused, told("above-balance", "prepayments.amounts.1", "0.00"));
    assert_eq!(prepaid(&["2027-01-02"], &["1"]).unwrap_err().reason(), "outside-schedule");
}

#[test]
fn a_balloon_is_at_most_what_is_owed() {
    let quote = loan("1000", 0.12, 12, &general(json!({ "balloon": "1000" }))).unwrap();
    assert_eq!(quote["instalment"], "10.00");
    // The instalment would be above zero still, because of the interest.
    let refused = error(loan("1000", 0.12, 12, &general(json!({ "balloon": "1005" }))));
    assert_eq!(refused, told("above-maximum", "balloon", "1000.00"));
}

#[test]
fn a_custom_part_is_at_most_what_is_owed() {
    let custom = |name: &str, amounts: &[&str]| {
        let mut list = json!({});
        list[name] = json!(amounts);
        loan("300", 0.12, 3, &json!({ "profile": "custom", "custom": list }))
    };
    let quote = custom("payments", &["101", "203", "0"]).unwrap();
    assert_eq!(column(&quote, "closing"), [20_200, 102, 0]);
    // 300 less 101 − 3 of principal, with 1 % of it: 204.02.
    assert_eq!(column(&custom("payments", &["101", "204.02", "0"]).unwrap(), "closing"), [20_200, 0, 0]);
    assert_eq!(
        error(custom("payments", &["101", "204.03", "0"])),
        told("above-balance", "custom.payments.1", "204.02")
    );
    assert_eq!(
        error(custom("principal", &["100", "250", "0"])),
        told("above-balance", "custom.principal.1", "200.00")
    );
}

/// By hand, row by row: what is owed with 1 % a month, less the payment, until a payment covers it.
#[test]
fn a_shorter_term_ends_with_the_payment_that_covers_the_rest() {
    for (profile, share, amount) in
        [("annuity", 0, 0), ("equal-principal", 0, 0), ("annuity", 2, 0), ("equal-principal", 0, 700)]
    {
        for part in 1..60 {
            let mut more = json!({ "profile": profile, "prepayments": {
                "dates": ["2026-04-01"], "amounts": [part * 100], "effect": "term",
            } });
            if share + amount != 0 {
                more["steps"] = match amount {
                    0 => json!({ "every": 4, "share": f64::from(share) / 100.0 }),
                    _ => json!({ "every": 4, "amount": f64::from(amount) / 100.0 }),
                };
            }
            let quote = loan("12000", 0.12, 24, &more).unwrap();
            let payments = column(&quote, "payment");
            let interest = |owed: i64| (owed + 50) / 100;
            let (mut owed, mut rows, mut planned) = (1_200_000, 0, 0);
            let level = profile == "annuity";
            loop {
                if rows == 0 {
                    planned = if level { payments[0] } else { column(&quote, "principal")[0] };
                } else if rows % 4 == 0 && share + amount != 0 {
                    planned = (planned * (100 + i64::from(share)) + 50) / 100 + i64::from(amount);
                }
                let payment = if level { planned } else { planned + interest(owed) };
                let left = owed + interest(owed) - payment;
                rows += 1;
                if left <= 0 {
                    break;
                }
                assert_eq!(payments[rows - 1], payment, "{more}, row {rows}");
                owed = left - if rows == 3 { part * 10_000 } else { 0 };
            }
            assert_eq!(payments.len(), rows, "{more}");
            assert_eq!(*payments.last().unwrap(), owed + interest(owed), "{more}");
        }
    }
}

/// What is prepaid within a period and at its end: the instalments that follow are those of a new loan of the rest.
#[test]
fn after_prepayments_the_rest_is_a_loan_of_its_own() {
    let quote = loan(
        "1200",
        0.12,
        12,
        &json!({
            "prepayments": { "dates": ["2026-02-15", "2026-03-01"], "amounts": ["100", "100"] },
        }),
    )
    .unwrap();
    let left = column(&quote, "closing")[1];
    let rest = loan(&format!("{}.{:02}", left / 100, left % 100), 0.12, 10, &json!({})).unwrap();
    assert_eq!(column(&quote, "payment")[2..], column(&rest, "payment"));
}

/// A cent a month repays five cents in five; the loan keeps its twelve rows.
#[test]
fn a_loan_that_was_not_prepaid_has_all_of_its_rows() {
    let more = general(json!({ "rounding": "away-from-zero" }));
    let payments = column(&loan("0.05", 0.0, 12, &more).unwrap(), "payment");
    assert_eq!(payments, [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
}

/// 10 A − 50·(0 + 1 + … + 9) = 1000 gives 325, and the tenth would be −125.
#[test]
fn an_instalment_does_not_step_below_zero() {
    let steps = |amount: i64| loan("1000", 0.0, 10, &json!({ "steps": { "every": 1, "amount": amount } }));
    assert_eq!(steps(-50).unwrap_err().reason(), "step-too-steep");
    let payments = column(&steps(-20).unwrap(), "payment");
    assert_eq!(payments, [19_000, 17_000, 15_000, 13_000, 11_000, 9_000, 7_000, 5_000, 3_000, 1_000]);
}

#[test]
fn limits_hold_at_their_bounds() {
    let grace = |more: Value| error(loan("1000", 0.12, 12, &more));
    assert_eq!(
        grace(general(json!({ "graceInstalments": 12 }))),
        told("above-maximum", "graceInstalments", "11")
    );
    let separate = json!({ "graceInstalments": 12, "firstPayment": "2026-02-15", "stub": "separate" });
    assert_eq!(grace(separate), told("above-maximum", "graceInstalments", "11"));

    let floating = |cap: f64| {
        loan(
            "1000",
            0.0,
            12,
            &json!({
                "rate": null, "floating": { "dates": ["2026-01-01"], "rates": [0.05], "cap": cap, "floor": 0.04 },
            }),
        )
    };
    assert_eq!(floating(0.04).unwrap()["rates"][0], 0.04);
    assert_eq!(floating(0.039).unwrap_err().reason(), "below-minimum");

    let prepaid = |count: usize| {
        let (dates, amounts) = (vec!["2026-01-10"; count], vec!["0.01"; count]);
        loan("1000", 0.12, 12, &json!({ "prepayments": { "dates": dates, "amounts": amounts } }))
    };
    assert!(prepaid(1200).is_ok());
    assert_eq!(error(prepaid(1201)), told("above-maximum", "prepayments.dates", "1200"));

    let fees = |arrangement: f64| {
        loan("1000", 0.12, 12, &general(json!({ "fees": { "arrangement": arrangement } })))
    };
    assert!(fees(0.99).is_ok());
    assert_eq!(fees(1.0).unwrap_err().reason(), "above-maximum");
}

/// Σ principal · years / Σ principal: regular periods by their number, others by days over 365.
#[test]
fn the_average_life_counts_periods_where_they_are_regular_and_days_where_not() {
    let life = |more: Value| {
        let base = json!({ "frequency": "quarterly", "profile": "equal-principal" });
        let mut all = base.as_object().unwrap().clone();
        all.extend(more.as_object().unwrap().clone());
        let quote = loan("1000", 0.0, 4, &Value::Object(all)).unwrap();
        (quote["averageLifeYears"].as_f64().unwrap(), column(&quote, "dates"))
    };
    let start = column(&loan("1", 0.0, 1, &json!({ "dayCount": "1/1" })).unwrap(), "dates")[0] - 31;
    let by_days = |dates: &[i64]| dates.iter().map(|date| (date - start) as f64 / 365.0).sum::<f64>() / 4.0;
    assert_eq!(life(json!({ "firstPayment": "2026-04-01" })).0, 0.625);
    for odd in [
        json!({ "firstPayment": "2026-04-20" }),
        json!({ "firstPayment": "2026-04-01", "lastPayment": "2027-01-25" }),
        json!({ "firstPayment": "2026-04-01", "businessDays": { "convention": "following", "holidays": ["2026-07-01"] } }),
    ] {
        let (found, dates) = life(odd.clone());
        assert!((found - by_days(&dates)).abs() < 1e-12, "{odd}: {found}");
    }
    // 400 after 99 days, and the rest of a bullet after 365.
    let quote = loan("1000", 0.0, 1, &json!({
        "frequency": "annual", "profile": "bullet", "prepayments": { "dates": ["2026-04-10"], "amounts": ["400"] },
    }))
    .unwrap();
    let expected = (400.0 * 99.0 + 600.0 * 365.0) / 1000.0 / 365.0;
    assert!((quote["averageLifeYears"].as_f64().unwrap() - expected).abs() < 1e-12);
}

/// Two months' interest of 10 is owed beside the 1,000 and bears none: on March 16 half a month's 5 is added.
#[test]
fn carried_interest_is_settled_beside_what_bears_interest() {
    let quote = loan(
        "1000",
        0.12,
        12,
        &json!({
            "graceInstalments": 3, "graceInterest": "carried", "settlement": { "date": "2026-03-16" },
        }),
    )
    .unwrap();
    let settlement = &quote["settlement"];
    assert_eq!(
        (settlement["outstanding"].as_str(), settlement["amount"].as_str()),
        (Some("1020.00"), Some("1025.00"))
    );
}

/// A step that tells an output tells the number that the quote has.
#[test]
fn what_is_told_is_what_is_quoted() {
    for more in [
        json!({}),
        json!({ "profile": "flat" }),
        json!({ "fees": { "arrangement": 0.01, "agencyAmount": 10 }, "interestTax": { "rate": 0.1 } }),
        json!({ "interestTax": { "rate": 0.1, "treatment": "withheld" }, "fees": { "endAmount": 7 } }),
    ] {
        let mut request = json!({
            "product": "loan", "currency": "USD", "principal": "12000", "rate": 0.12, "start": "2026-01-01",
            "frequency": "monthly", "instalments": 12, "dayCount": "30/360",
        });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let answer: Value =
            serde_json::from_str(&ENGINE.explain_json(&request.to_string()).unwrap()).unwrap();
        let number = |value: &Value| value.as_f64().or_else(|| value.as_str()?.parse().ok());
        for step in answer["steps"].as_array().unwrap() {
            let Some(output) = step["output"].as_str() else { continue };
            let at = output.split('.').fold(&answer["quote"], |value, name| match name.parse::<usize>() {
                Ok(at) => &value[at],
                Err(_) => &value[name],
            });
            let scale = if output.starts_with("schedule.") { 0.01 } else { 1.0 };
            let (told, quoted) = (number(&step["value"]).unwrap(), number(at).unwrap() * scale);
            assert!((told - quoted).abs() <= 1e-9 * (1.0 + quoted.abs()), "{more}: {step} and {quoted}");
            if output == "schedule.interest.0" {
                assert_eq!(
                    step["formula"].as_str().unwrap().contains("2 / (n + 1)"),
                    more["profile"] == "flat"
                );
            }
        }
    }
}
