//! Seeded random input for the engine: nothing panics, nothing hangs, nothing that is no number comes out, an error
//! tells what is wrong, and the same input gives the same bytes.
//!
//! The tests here are short and always the same. `npm run fuzz -- --inputs 1000000 --seed 7` is the long run of the same
//! code, compiled with optimisation and with checks of overflow; `--only 123` shows one input of it again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

// The reader of messages belongs to the WebAssembly module, and knows only of these two rooms.
use export_risk::{document, error};
#[path = "../../src/bindings/message.rs"]
mod message;

mod check;
mod input;
mod random;
mod run;
mod shaped;
mod smaller;
mod tree;
mod wild;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

use export_risk::Engine;
use export_risk::quote::{PRODUCTS, write_error};
use input::Source;
use run::Plan;
use shaped::Forms;

const SHORT: Plan = Plan {
    seed: 2026,
    first: 0,
    inputs: 1500,
    threads: 1,
    sources: Source::ALL,
    searches: None,
    slow: None,
    hang: Duration::from_secs(120),
};

#[test]
fn requests_of_every_product_and_at_the_bounds_of_their_fields() {
    let inputs = 400 * PRODUCTS.len() as u64;
    let report = run::run(&Plan { sources: &[Source::Shaped], inputs, ..SHORT });
    for (product, [answered, refused]) in &report.products {
        assert!(*answered > 20 && *refused > 20, "{product}: {answered} answered, {refused} refused");
    }
}

#[test]
fn known_requests_with_something_changed() {
    run::run(&Plan { sources: &[Source::Changed], ..SHORT });
}

#[test]
fn trees_text_and_bytes_of_no_shape() {
    let sources = &[Source::Wild, Source::Text, Source::Bytes];
    let report = run::run(&Plan { sources, inputs: 6000, ..SHORT });
    assert!(report.reasons.keys().any(|(_, reason)| reason == "broken-message"));
    assert!(report.reasons.keys().any(|(_, reason)| reason == "not-json"));
}

#[test]
fn searches_for_any_input_that_gives_any_output() {
    let report = run::run(&Plan { sources: &[Source::Solve], inputs: 80, ..SHORT });
    assert!(report.answered > 5, "{} answered", report.answered);
}

#[test]
#[ignore = "long: npm run fuzz"]
fn long_run() {
    let number = |name: &str| env::var(name).ok().map(|text| text.parse::<u64>().expect(name));
    let only = number("FUZZ_ONLY");
    let report = run::report(&Plan {
        seed: number("FUZZ_SEED").unwrap_or(1),
        first: only.unwrap_or(0),
        inputs: if only.is_some() { 1 } else { number("FUZZ_INPUTS").unwrap_or(100_000) },
        threads: std::thread::available_parallelism().map_or(1, usize::from),
        sources: Source::ALL,
        searches: Some(number("FUZZ_SEARCHES").unwrap_or(500).max(1)),
        slow: Some(Duration::from_millis(50)),
        hang: Duration::from_secs(20),
    });
    println!("\n{report}");
    assert!(report.findings.is_empty(), "{} findings", report.findings.len());
}

/// Writes requests and native answers, one a line, for other engines to compare with: see `tests/package`.
#[test]
#[ignore = "writes a file: part of the package tests"]
fn write_requests_with_answers() {
    let (engine, forms) = (Engine::embedded().unwrap(), Forms::all());
    let seeded = (0..).map(|index| input::shaped_or_changed(&engine, &forms, 7, index));
    let seeded = seeded.filter(tree::Tree::is_json).take(400);
    let mut lines = String::new();
    for tree in forms.fixtures.iter().cloned().chain(seeded) {
        let request = tree.show();
        for (verb, answer) in
            [("quote", engine.quote_json(&request)), ("explain", engine.explain_json(&request))]
        {
            let (name, answer) = match answer {
                Ok(text) => (verb, text),
                Err(refused) => {
                    let mut out = document::Writer::new();
                    write_error(&refused, &mut out);
                    ("error", out.finish().text)
                }
            };
            writeln!(lines, r#"{{"verb":"{verb}","request":{request},"answer":{{"{name}":{answer}}}}}"#)
                .unwrap();
        }
    }
    fs::write(env::var("FUZZ_FILE").expect("FUZZ_FILE names the file"), lines).unwrap();
}
