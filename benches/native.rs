//! The same requests without WebAssembly, typed and as text, and what a silent trace costs. Prints rows for
//! `npm run bench`: name, microseconds, quartiles, ratio to the first row.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark may fail")]

use std::hint::black_box;
use std::time::Instant;

use export_risk::Engine;
use export_risk::cash_flow::CashFlowRequest;
use export_risk::cover::CoverRequest;
use export_risk::document::{Column, Read, Value};
use export_risk::explain::{Step, Trace};
use export_risk::finance::{CaptiveRequest, ExportCreditRequest};
use export_risk::loan::LoanRequest;
use export_risk::quote::InputColumn;
use export_risk::strategy::MatchingRequest;
use export_risk::values::Days;

type Row<'a> = (&'static str, Box<dyn Fn() + 'a>);

fn main() {
    let engine = Engine::embedded().unwrap();
    if std::env::args().any(|argument| argument == "books") {
        return books(&engine);
    }
    let cover: CoverRequest = request(
        r#"{"country": "KAZ", "buyer": "CC2", "currency": "USD", "amount": "10000000",
            "disbursementMonths": 12, "repaymentMonths": 60, "rate": 0.06}"#,
    );
    let loan: LoanRequest = request(
        r#"{"currency": "USD", "principal": "200000", "rate": 0.06, "start": "2026-01-01", "frequency": "monthly",
            "instalments": 360, "profile": "annuity", "dayCount": "30/360"}"#,
    );
    let credit: ExportCreditRequest = request(
        r#"{"country": "MEX", "buyer": "CC2", "currency": "USD", "contractValue": "12500000", "start": "2027-01-15",
            "disbursementMonths": 12, "repaymentMonths": 60, "rate": 0.052,
            "cover": {"premiumPayment": "financed"}, "fees": {"arrangement": 0.01, "commitment": 0.005}}"#,
    );
    let captive: CaptiveRequest = request(include_str!("captive.json"));
    let mut rows: Vec<Row<'_>> = vec![
        ("a premium", Box::new(|| drop(black_box(engine.quote(black_box(&cover)))))),
        ("a loan of 360 payments", Box::new(|| drop(black_box(engine.quote(black_box(&loan)))))),
        ("an export credit", Box::new(|| drop(black_box(engine.quote(black_box(&credit)))))),
        ("ten years of a captive", Box::new(|| drop(black_box(engine.quote(black_box(&captive)))))),
        ("twenty steps told to a silent trace", Box::new(|| twenty_steps(Trace::silent()))),
        ("twenty steps told to a listening trace", Box::new(|| twenty_steps(Trace::listening()))),
    ];
    let mut times = vec![Vec::new(); rows.len()];
    for round in 0..41 {
        for (at, (_, work)) in rows.iter_mut().enumerate() {
            let begin = Instant::now();
            for _ in 0..1000 {
                work();
            }
            let nanoseconds = begin.elapsed().as_nanos() as f64 / 1000.0;
            if round >= 10 {
                times[at].push(nanoseconds / 1000.0);
            }
        }
    }
    times.iter_mut().for_each(|times| times.sort_by(f64::total_cmp));
    let first = times[0][15];
    for ((name, _), times) in rows.iter().zip(&times) {
        println!("{name}\t{:.3}\t{:.3} to {:.3}\t{:.3} ×", times[15], times[7], times[23], times[15] / first);
    }
    a_million_flows(&engine, first);
    for (name, least) in [("500 projects and 200 offers", 0), ("the same with minimum amounts", 9)] {
        matching(&engine, first, name, least);
    }
}

/// The books of `books.mjs`, from the same numbers: millions of rows a second, of three runs each.
fn books(engine: &Engine) {
    const ROWS: usize = 1_000_000;
    let mut state = 12_345_u64;
    let mut draw = |below: u64| {
        state = (1_103_515_245 * state + 12_345) % (1 << 31);
        (state >> 8) % below
    };
    let (mut amount, mut repaid, mut drawn) = (Vec::new(), Vec::new(), Vec::new());
    let (mut country, mut buyer) = (Vec::new(), Vec::new());
    for _ in 0..ROWS {
        amount.push((1_000_000 + draw(3_000_000) * 1000) as f64 / 100.0);
        repaid.push(24 + draw(121) as i32);
        drawn.push(draw(37) as i32);
        country.push(draw(5) as i32);
        buyer.push(draw(5) as i32);
    }
    let texts = |names: [&'static str; 5]| names.map(Value::Text);
    let (countries, buyers) =
        (texts(["KAZ", "MEX", "BRA", "VNM", "IND"]), texts(["SOV", "CC0", "CC1", "CC2", "CC3"]));
    let plain = [
        ("amount", InputColumn::Numbers(&amount)),
        ("repaymentMonths", InputColumn::Integers(&repaid)),
        ("disbursementMonths", InputColumn::Integers(&drawn)),
    ];
    let country = ("country", InputColumn::Coded { names: &countries, codes: &country });
    let whole = [
        plain[0],
        plain[1],
        plain[2],
        country,
        ("buyer", InputColumn::Coded { names: &buyers, codes: &buyer }),
    ];
    let policies =
        [("turnover", InputColumn::Numbers(&amount)), ("termDays", InputColumn::Integers(&repaid)), country];
    let dollars = ("currency", Value::Text("USD"));
    let one = vec![("country", Value::Text("KAZ")), ("buyer", Value::Text("CC2")), dollars.clone()];
    let cover = "export-credit-cover";
    type Case<'c> =
        (&'c str, &'c str, &'c [(&'c str, InputColumn<'c>)], Vec<(&'c str, Value<'c>)>, &'c [&'c str]);
    let cases: [Case<'_>; 4] = [
        ("amount and months, premium", cover, &plain, one, &["premium"]),
        ("and country and class, premium", cover, &whole, vec![dollars.clone()], &["premium"]),
        ("the same, premium and its rate", cover, &whole, vec![dollars.clone()], &["premium", "premiumRate"]),
        ("short-term policies, premium", "short-term-cover", &policies, vec![dollars], &["premium"]),
    ];
    for (name, product, columns, defaults, outputs) in cases {
        let speeds: Vec<String> = (0..3)
            .map(|_| {
                let begin = Instant::now();
                let quotes =
                    engine.quote_many(product, columns, Value::Record(defaults.clone()), Some(outputs));
                let quotes = black_box(quotes.unwrap());
                let speed = ROWS as f64 / begin.elapsed().as_secs_f64() / 1e6;
                assert!(quotes.status().iter().all(|status| *status == 0));
                format!("{speed:.3}")
            })
            .collect();
        println!("{name}\t{}", speeds.join("\t"));
    }
}

/// Rows of their own as well. Every pair comes into question for its amount; half of the terms are too long for some.
fn matching(engine: &Engine, first: f64, name: &str, least: u64) {
    let mut x = 12_345_u64;
    let mut draw = |below: u64| {
        x = (1_103_515_245 * x + 12_345) % (1 << 31);
        (x >> 8) % below
    };
    // `count` numbers of `unit · (from + below)`, after the same letters.
    let mut column = |count: usize, before: &str, unit: u64, from: u64, below: u64| {
        let one = |_| format!("{before}{}", unit * (from + draw(below)));
        (0..count).map(one).collect::<Vec<_>>().join(",")
    };
    let names = |count: usize| (0..count).map(|at| format!("\"n{at}\"")).collect::<Vec<_>>().join(",");
    let request: MatchingRequest = request(&format!(
        r#"{{"currency": "USD",
            "projects": {{"names": [{}], "amounts": [{}], "termMonths": [{}]}},
            "offers": {{"names": [{}], "capacities": [{}], "minAmounts": [{}], "maxTermMonths": [{}], "rates": [{}], "upfrontFees": 0.005}}}}"#,
        names(500),
        column(500, "", 1_000_000, 1, 30),
        column(500, "", 6, 1, 20),
        names(200),
        column(200, "", 1_000_000, 10, 60),
        column(200, "", 1_000_000, 0, least + 1),
        column(200, "", 12, 3, 10),
        column(200, "0.0", 1, 300, 500),
    ));
    let mut times: Vec<f64> = (0..11)
        .map(|_| {
            let begin = Instant::now();
            drop(black_box(engine.quote(black_box(&request))));
            begin.elapsed().as_nanos() as f64 / 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{name}\t{:.0}\t{:.0} to {:.0}\t{:.0} ×", times[5], times[2], times[8], times[5] / first);
}

/// A row of its own, since a thousand rounds of it would take minutes.
fn a_million_flows(engine: &Engine, first: f64) {
    let mut x = 12_345_u64;
    let mut request: CashFlowRequest = request(r#"{"dates": [], "amounts": []}"#);
    let (mut days, mut amounts) = (Vec::new(), Vec::new());
    for at in 0..1_000_000 {
        x = (1_103_515_245 * x + 12_345) % (1 << 31);
        days.push(10_957 + at / 100);
        amounts.push(if at == 0 { -8_000_000.0 } else { ((x % 200_001) as f64 - 99_000.0) / 100.0 });
    }
    (request.dates, request.amounts) = (Some(Days(days)), Column(amounts));
    let mut times: Vec<f64> = (0..31)
        .map(|_| {
            let begin = Instant::now();
            drop(black_box(engine.quote(black_box(&request))));
            begin.elapsed().as_nanos() as f64 / 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let [low, middle, high] = [times[7], times[15], times[23]];
    println!("the rate of a million flows\t{middle:.3}\t{low:.3} to {high:.3}\t{:.3} ×", middle / first);
}

fn request<T: Read>(json: &str) -> T {
    let json: serde_json::Value = serde_json::from_str(json).unwrap();
    T::read(&Value::from(&json)).unwrap()
}

fn twenty_steps(mut trace: Trace) {
    for at in 0..20_u32 {
        trace.step(|| Step::new("step", "S", "a + b").input("a", black_box(at), "years").value(at, "years"));
    }
    black_box(trace);
}
