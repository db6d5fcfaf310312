//! Every fixture through the engine, natively. The same files run through WebAssembly in Node and Chromium.
//!
//! A file is a list of `{ name, source, request, expected, error }`. `expected` maps paths of the quote to a
//! value, or to `{ value, tolerance }`; decimals are compared as exact text unless a tolerance is given. A
//! source says who printed or computed the number.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::fs;
use std::path::Path;

use export_risk::Engine;
use serde_json::Value;

#[test]
fn every_fixture_is_answered_as_its_source_says() {
    let engine = Engine::embedded().unwrap();
    let mut failures = Vec::new();
    let mut cases = 0;
    let mut files: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let list: Vec<Value> =
            serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        for case in list {
            cases += 1;
            assert!(
                case["source"].as_str().is_some_and(|source| !source.is_empty()),
                "a fixture without source"
            );
            for failure in check(&engine, &case) {
                failures.push(format!("{} {}: {failure}", file.file_name().unwrap().display(), case["name"]));
            }
        }
    }
    assert!(cases > 0, "no fixtures were found");
    assert!(failures.is_empty(), "{} of {cases} cases fail:\n{}", failures.len(), failures.join("\n"));
}

fn check(engine: &Engine, case: &Value) -> Vec<String> {
    let answer = engine.quote_json(&case["request"].to_string());
    match (answer, case.get("error")) {
        (Err(error), Some(expected)) => {
            let mut wrong = Vec::new();
            if Some(error.kind().name()) != expected["kind"].as_str() {
                wrong.push(format!("kind {} instead of {}", error.kind().name(), expected["kind"]));
            }
            if let Some(field) = expected.get("field")
                && field.as_str() != Some(error.field())
            {
                wrong.push(format!("field {:?} instead of {field}", error.field()));
            }
            wrong
        }
        (Err(error), None) => vec![format!("refused: {error:?}")],
        (Ok(_), Some(_)) => vec!["answered, but should be refused".to_owned()],
        (Ok(answer), None) => {
            let quote: Value = serde_json::from_str(&answer).unwrap();
            let expected = case["expected"].as_object().expect("expected is a record");
            assert!(!expected.is_empty(), "a fixture that expects nothing");
            expected.iter().filter_map(|(path, value)| differs(&quote, path, value)).collect()
        }
    }
}

fn differs(quote: &Value, path: &str, expected: &Value) -> Option<String> {
    let found = path.split('.').try_fold(quote, |at, name| match name.parse::<usize>() {
        Ok(index) => at.get(index),
        Err(_) => at.get(name),
    });
    let Some(found) = found else { return Some(format!("{path} is not there")) };
    let (wanted, tolerance) = match expected.get("tolerance") {
        Some(tolerance) => (&expected["value"], tolerance.as_f64().expect("a tolerance is a number")),
        None => (expected, 0.0),
    };
    (!near(found, wanted, tolerance)).then(|| format!("{path} is {found}, expected {wanted} ± {tolerance:e}"))
}

fn near(found: &Value, wanted: &Value, tolerance: f64) -> bool {
    match (found, wanted) {
        (Value::Array(found), Value::Array(wanted)) => {
            found.len() == wanted.len() && found.iter().zip(wanted).all(|(f, w)| near(f, w, tolerance))
        }
        (found, wanted) if tolerance > 0.0 => match (number(found), number(wanted)) {
            (Some(found), Some(wanted)) => (found - wanted).abs() <= tolerance,
            _ => false,
        },
        (Value::Number(found), Value::Number(wanted)) => found.as_f64() == wanted.as_f64(),
        (found, wanted) => found == wanted,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}
