//! What must hold for every short-term policy.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::sync::LazyLock;

use export_risk::Engine;
use export_risk::cover::{ShortTermCoverQuote, ShortTermCoverRequest};
use export_risk::document::{Read, Value};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().unwrap());

fn quote(request: &Json) -> ShortTermCoverQuote {
    ENGINE.quote(&ShortTermCoverRequest::read(&Value::from(request)).unwrap()).unwrap()
}

fn cents(amount: u64) -> String {
    format!("{}.{:02}", amount / 100, amount % 100)
}

fn sum(column: &[f64]) -> i64 {
    column.iter().map(|value| *value as i64).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Every cent of a loss is with the seller, the first insurer or its reinsurers, and no limit is passed.
    #[test]
    fn a_loss_is_borne_once(
        losses in prop::collection::vec(1..100_000_000_u64, 1..12),
        share in 0..=100_u32,
        first in 0..1_000_000_u64,
        aggregate in 0..20_000_000_u64,
        most in 1..100_000_000_u64,
        reinsured in 0..=100_u32,
    ) {
        let quote = quote(&json!({
            "currency": "USD", "country": "MEX", "turnover": "1000000", "termDays": 90,
            "insuredShare": f64::from(share) / 100.0, "firstLoss": cents(first),
            "aggregateFirstLoss": cents(aggregate), "maximumLiability": cents(most),
            "reinsuredShare": f64::from(reinsured) / 100.0,
            "losses": { "amounts": losses.iter().map(|loss| cents(*loss)).collect::<Vec<_>>() },
        }));
        let settled = quote.settlement.unwrap();
        for at in 0..losses.len() {
            let cell = |column: &[f64]| column[at] as i64;
            prop_assert_eq!(cell(&settled.paid.0) + cell(&settled.retained.0), losses[at] as i64);
            prop_assert_eq!(
                cell(&settled.insured.0),
                cell(&settled.first_loss.0) + cell(&settled.aggregate_first_loss.0)
                    + cell(&settled.over_maximum.0) + cell(&settled.paid.0)
            );
            prop_assert!(cell(&settled.reinsured.0) <= cell(&settled.paid.0));
        }
        prop_assert!(sum(&settled.paid.0) <= most as i64);
        prop_assert!(sum(&settled.aggregate_first_loss.0) <= aggregate as i64);
        prop_assert_eq!(settled.total_paid.minor() + settled.total_retained.minor(), settled.total_loss.minor());
    }

    /// A year's declarations add up to its turnover and premium, whatever the season.
    #[test]
    fn months_add_up(months in prop::collection::vec(0..1_000_000_000_u64, 12), rate in 1..100_000_u64) {
        prop_assume!(months.iter().sum::<u64>() > 0);
        let quote = quote(&json!({
            "currency": "USD", "turnover": cents(months.iter().sum()), "termDays": 60,
            "monthlyTurnover": months.iter().map(|month| cents(*month)).collect::<Vec<_>>(),
            "premiumRate": format!("0.{rate:07}"),
        }));
        prop_assert_eq!(sum(&quote.schedule.turnover.0), quote.turnover.minor());
        prop_assert_eq!(sum(&quote.schedule.premium.0), quote.premium_by_rate.minor());
    }

    /// The break-even loss is the smallest that pays the premium back.
    #[test]
    fn the_break_even_loss_breaks_even(
        turnover in 100_000..1_000_000_000_u64, share in 1..=100_u32, first in 0..100_000_u64, aggregate in 0..100_000_u64,
    ) {
        let mut request = json!({
            "currency": "USD", "country": "KAZ", "turnover": cents(turnover), "termDays": 90,
            "insuredShare": f64::from(share) / 100.0, "firstLoss": cents(first), "aggregateFirstLoss": cents(aggregate),
        });
        let loss = quote(&request).break_even_loss.unwrap().minor() as u64;
        let mut net = |loss: u64| {
            request["losses"] = json!({ "amounts": [cents(loss)] });
            quote(&request).settlement.unwrap().net_of_premium.minor()
        };
        prop_assert!(net(loss) >= 0);
        // Rounding the insured part can give half a cent away.
        prop_assert!(loss < 3 || net(loss - 2) <= 0);
    }

    /// Splitting a book into single policies changes no cent, and a longer term, a worse country or more cover no rate down.
    #[test]
    fn a_book_is_the_sum_of_its_buyers(
        buyers in prop::collection::vec((1..1_000_000_000_u64, 0..720_u32, 0..8_u32), 1..20),
    ) {
        let base = json!({ "currency": "USD", "defaultRate": "0.02" });
        let mut book = base.clone();
        book["book"] = json!({
            "turnover": buyers.iter().map(|buyer| cents(buyer.0)).collect::<Vec<_>>(),
            "termDays": buyers.iter().map(|buyer| buyer.1).collect::<Vec<_>>(),
            "categories": buyers.iter().map(|buyer| buyer.2).collect::<Vec<_>>(),
        });
        let together = quote(&book);
        let mut rates = Vec::new();
        let (mut premium, mut loss) = (0, 0);
        for (turnover, days, category) in &buyers {
            let mut one = base.clone();
            one["turnover"] = json!(cents(*turnover));
            one["termDays"] = json!(days);
            one["category"] = json!(category);
            let alone = quote(&one);
            premium += alone.premium.minor();
            loss += alone.expected_loss.unwrap().minor();
            rates.push((*days, *category, alone.premium_rate.unwrap()));
        }
        prop_assert_eq!(together.premium.minor(), premium);
        prop_assert_eq!(together.expected_loss.unwrap().minor(), loss);
        for (days, category, rate) in &rates {
            for (others_days, others_category, others) in &rates {
                if days <= others_days && category <= others_category {
                    prop_assert!(rate <= others);
                }
            }
        }
    }
}

/// Ten thousand buyers in one request cost what they cost one by one.
#[test]
fn ten_thousand_buyers() {
    let turnover: Vec<String> = (1..=10_000_u64).map(|at| cents(100_000 + 7_919 * at)).collect();
    let book =
        json!({ "currency": "USD", "country": "MEX", "book": { "turnover": turnover, "termDays": 75 } });
    let together = quote(&book);
    let one = |turnover: &str| {
        quote(&json!({ "currency": "USD", "country": "MEX", "turnover": turnover, "termDays": 75 }))
            .premium
            .minor()
    };
    assert_eq!(together.premium.minor(), turnover.iter().map(|turnover| one(turnover)).sum::<i64>());
}

/// The working names each of its numbers.
#[test]
fn the_working_is_told() {
    let request = json!({
        "product": "short-term-cover", "currency": "USD", "country": "MEX", "turnover": "20000000", "termDays": 90,
        "defaultRate": "0.01", "losses": { "amounts": ["400000"] },
        "technical": { "expenseShare": 0.3, "capitalShare": 0.08, "capitalCost": 0.12 },
    });
    let told = ENGINE.explain_json(&request.to_string()).unwrap();
    let told: Json = serde_json::from_str(&told).unwrap();
    let outputs: Vec<&str> =
        told["steps"].as_array().unwrap().iter().filter_map(|step| step["output"].as_str()).collect();
    for output in [
        "lines.rate.0",
        "premiumByRate",
        "premium",
        "lines.exposure.0",
        "expectedLoss",
        "expectedClaims",
        "technicalPremium",
        "breakEvenLoss",
        "settlement.paid.0",
        "settlement.totalPaid",
    ] {
        assert!(outputs.contains(&output), "{output} is not told");
    }
}
