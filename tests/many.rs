//! What `sensitivity` and `quoteMany` answer is what `quote` answers, for every product and for what it refuses.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::fs;
use std::path::Path;

use export_risk::document::{Kind, single_paths};
use export_risk::quote::PRODUCTS;
use export_risk::values::Date;
use export_risk::{Engine, Error};
use serde_json::{Map, Value, json};

/// Up to so many requests of one product, evenly out of all fixtures.
fn requests(product: &str, most: usize) -> Vec<Value> {
    let mut found = Vec::new();
    let mut files: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    for file in files {
        let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        found.extend(cases.into_iter().map(|case| case["request"].clone()));
    }
    found.retain(|request| request["product"] == product);
    let step = found.len().div_ceil(most).max(1);
    found.into_iter().step_by(step).collect()
}

fn parsed(answer: Result<String, Error>) -> Result<Value, Error> {
    answer.map(|text| serde_json::from_str(&text).unwrap())
}

fn at<'v>(value: &'v Value, path: &str) -> &'v Value {
    path.split('.').fold(value, |at, name| match name.parse::<usize>() {
        Ok(index) => &at[index],
        Err(_) => &at[name],
    })
}

fn put(value: &mut Value, path: &str, new: Value) {
    let mut at = value;
    for name in path.split('.') {
        at = match name.parse::<usize>() {
            Ok(index) => &mut at[index],
            Err(_) => &mut at[name],
        };
    }
    *at = new;
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

#[test]
fn many_quotes_are_what_quote_answers_row_by_row() {
    let engine = Engine::embedded().unwrap();
    let (mut rows, mut refused) = (0, 0);
    for product in PRODUCTS {
        let requests = requests(product.name, 10);
        assert!(!requests.is_empty(), "{} has no fixtures", product.name);
        for request in requests {
            for (field, value) in request.as_object().unwrap() {
                if field == "product" || value.is_object() {
                    continue;
                }
                let mut cells = vec![value.clone(), json!("nonsense"), json!(null), json!(-1), json!(1)];
                if let Some(number) = number(value) {
                    cells.extend([json!(number * 1.5), json!(number.floor() + 2.0)]);
                }
                let mut defaults = request.clone();
                defaults.as_object_mut().unwrap().remove(field);
                let call =
                    json!({ "product": product.name, "columns": { field: cells }, "defaults": defaults });
                let many = parsed(engine.quote_many_json(&call.to_string())).unwrap();
                for (row, cell) in cells.iter().enumerate() {
                    let mut request = request.clone();
                    request[field] = cell.clone();
                    let quote = parsed(engine.quote_json(&request.to_string()));
                    same(product.kinds.1, &many, row, &quote, &format!("{} {field} {cell}", product.name));
                    rows += 1;
                    refused += usize::from(quote.is_err());
                }
            }
        }
    }
    assert!(refused > 300 && rows > 1000 + refused, "{rows} rows, {refused} refused");
}

/// Whether a row of many quotes says what the quote says.
fn same(kind: &'static Kind, many: &Value, row: usize, quote: &Result<Value, Error>, what: &str) {
    let quote = match quote {
        Ok(quote) => {
            assert_eq!(many["status"][row], 0, "{what}");
            quote
        }
        Err(error) => {
            assert_eq!(many["status"][row], 1, "{what}");
            let errors = &many["errors"];
            let place = errors["rows"].as_array().unwrap().iter().position(|known| *known == row).unwrap();
            assert_eq!(errors["kind"][place], error.kind().name());
            assert_eq!(errors["reason"][place], error.reason());
            assert_eq!(errors["field"][place], error.field());
            assert_eq!(errors["value"][place], error.value().unwrap_or(""));
            assert_eq!(errors["message"][place], error.to_string());
            return;
        }
    };
    for (path, kind) in single_paths(kind) {
        let found = &many["columns"][&path][row];
        let wanted = at(quote, &path);
        let missing = many["missing"][&path].as_array().is_some_and(|rows| rows.iter().any(|at| *at == row));
        assert_eq!(missing, wanted.is_null(), "{what}: {path}");
        let same = match kind.given() {
            _ if missing => *found == json!(0.0) || *found == json!(0) || *found == json!(""),
            Kind::Money => found.as_f64() == wanted.as_str().unwrap().replace('.', "").parse().ok(),
            Kind::Number { .. } | Kind::Decimal { .. } => found.as_f64() == number(wanted),
            Kind::Bool => found.as_i64() == Some(i64::from(wanted.as_bool().unwrap())),
            Kind::Text { kind: "date" } => {
                found.as_i64() == Some(i64::from(Date::parse(wanted.as_str().unwrap()).unwrap().days()))
            }
            _ => found == wanted,
        };
        assert!(same, "{what}: {path} is {found}, not {wanted}");
    }
}

#[test]
fn what_is_moved_gives_what_quote_answers() {
    let engine = Engine::embedded().unwrap();
    let mut rows = 0;
    for product in PRODUCTS {
        for request in requests(product.name, 4) {
            let Ok(quote) = parsed(engine.quote_json(&request.to_string())) else { continue };
            let outputs: Vec<String> = single_paths(product.kinds.1)
                .into_iter()
                .filter(|(path, kind)| kind.is_number() && !at(&quote, path).is_null())
                .map(|(path, _)| path)
                .collect();
            if outputs.is_empty() {
                continue;
            }
            let call = json!({ "request": request, "outputs": outputs });
            let found = parsed(engine.sensitivity_json(&call.to_string())).unwrap();
            for path in &outputs {
                assert_eq!(found["base"][path].as_f64(), number(at(&quote, path)), "{path}");
            }
            let swings: Vec<f64> =
                found["rows"].as_array().unwrap().iter().map(|row| row["swing"].as_f64().unwrap()).collect();
            assert!(swings.windows(2).all(|two| two[0] >= two[1]), "{swings:?}");
            for row in found["rows"].as_array().unwrap() {
                rows += 1;
                for end in ["low", "high"] {
                    let mut moved = request.clone();
                    let path = row["input"].as_str().unwrap();
                    fill(&mut moved, path);
                    put(&mut moved, path, row[end].clone());
                    match parsed(engine.quote_json(&moved.to_string())) {
                        Ok(quote) => {
                            for path in &outputs {
                                assert_eq!(
                                    row["outputs"][path][end].as_f64(),
                                    number(at(&quote, path)),
                                    "{path}"
                                );
                            }
                            assert!(row["errors"][end].is_null());
                        }
                        Err(error) => {
                            assert_eq!(row["errors"][end]["message"], error.to_string());
                            assert!(outputs.iter().all(|path| row["outputs"][path][end].is_null()));
                        }
                    }
                }
            }
        }
    }
    assert!(rows > 40, "{rows}");
}

/// Makes the records on the way to a path that a request leaves out.
fn fill(request: &mut Value, path: &str) {
    let mut at = request;
    for name in path.split('.').collect::<Vec<_>>().split_last().unwrap().1 {
        if at[*name].is_null() {
            at[*name] = Value::Object(Map::new());
        }
        at = &mut at[*name];
    }
}

#[test]
fn bumps_are_taken_as_they_are_given() {
    let engine = Engine::embedded().unwrap();
    let loan = json!({ "product": "loan", "currency": "USD", "principal": "200000", "rate": 0.06,
        "start": "2026-01-01", "instalments": 360 });
    let call = json!({ "request": loan, "outputs": ["instalment", "totalInterest"],
        "bumps": { "rate": 0.01, "instalments": { "low": 300, "high": 0 }, "principal": "10000.01" } });
    let found = parsed(engine.sensitivity_json(&call.to_string())).unwrap();
    let row = |input: &str| {
        found["rows"].as_array().unwrap().iter().find(|row| row["input"] == input).unwrap().clone()
    };
    assert_eq!((row("rate")["low"].clone(), row("rate")["high"].clone()), (json!(0.05), json!(0.07)));
    // 200,000 over 360 months: 1,073.64 at 5 %, 1,199.10 at 6 %, 1,330.60 at 7 %, as tables of payments print.
    assert_eq!(
        row("rate")["outputs"]["instalment"],
        json!({ "low": 1073.64, "base": 1199.1, "high": 1330.6 })
    );
    assert_eq!(row("principal")["low"], 189_999.99);
    // A refused end is null and says why; the other end stands.
    let instalments = row("instalments");
    assert_eq!(instalments["outputs"]["instalment"], json!({ "low": 1288.6, "base": 1199.1, "high": null }));
    assert_eq!(instalments["errors"]["high"]["field"], "instalments");
    assert_eq!(instalments["errors"]["low"], json!(null));
    assert_eq!(found["rows"][0]["input"], "rate");
    assert_eq!((found["quotes"].clone(), found["notices"].clone()), (json!(7), json!([])));
}

#[test]
fn usual_bumps_follow_the_kind_and_the_bounds() {
    let engine = Engine::embedded().unwrap();
    let cover = json!({ "product": "export-credit-cover", "country": "KAZ", "buyer": "CC2", "currency": "USD",
        "amount": "10000000", "disbursementMonths": 12, "repaymentMonths": 60, "category": 5, "rate": 0.06 });
    let call = json!({ "request": cover, "outputs": ["premium"] });
    let found = parsed(engine.sensitivity_json(&call.to_string())).unwrap();
    let ends = |input: &str| {
        let row = found["rows"].as_array().unwrap().iter().find(|row| row["input"] == input);
        row.map(|row| (row["low"].as_f64().unwrap(), row["high"].as_f64().unwrap()))
    };
    assert_eq!(ends("amount"), Some((9e6, 1.1e7)));
    assert_eq!(ends("repaymentMonths"), Some((54.0, 66.0)));
    assert_eq!(ends("rate"), Some((0.05, 0.07)));
    assert_eq!(ends("cover.commercial"), Some((0.9, 1.0)));
    assert_eq!(ends("localCurrencyFactor"), Some((0.0, 0.05)));
    assert_eq!(ends("category"), Some((4.0, 6.0)));
    assert_eq!(ends("premiumRate"), None);
    assert_eq!(found["notices"][0]["code"], "bumps-assumed");
    assert!(found["rows"].as_array().unwrap().iter().all(|row| row["assumed"] == true));
}

#[test]
fn wrong_calls_are_refused_with_their_place() {
    let engine = Engine::embedded().unwrap();
    let cover = json!({ "product": "export-credit-cover", "country": "KAZ", "buyer": "CC2", "currency": "USD",
        "amount": "10000000", "repaymentMonths": 60 });
    for (change, reason, field) in [
        (json!({ "outputs": ["premuim"] }), "unknown-path", "outputs.0"),
        (json!({ "outputs": ["premium", "editions"] }), "path-without-number", "outputs.1"),
        (json!({ "outputs": ["annualSpread"] }), "output-empty", "outputs.0"),
        (json!({ "outputs": [] }), "empty", "outputs"),
        (json!({ "outputs": null }), "wrong-kind", "outputs"),
        (json!({ "bumps": { "amonut": 1 } }), "unknown-path", "bumps.amonut"),
        (json!({ "bumps": { "currency": 1 } }), "path-without-number", "bumps.currency"),
        (json!({ "bumps": { "rate": 0.01 } }), "not-given", "bumps.rate"),
        (json!({ "bumps": { "amount": { "low": 1 } } }), "required", "bumps.amount.high"),
        (json!({ "bumps": 3 }), "wrong-kind", "bumps"),
        (json!({ "bump": {} }), "unknown-field", "bump"),
        (json!({ "request": { "product": "export-credit-cover" } }), "required", "currency"),
    ] {
        let mut call = json!({ "request": cover, "outputs": ["premium"] });
        for (name, value) in change.as_object().unwrap() {
            call[name] = value.clone();
        }
        let error = engine.sensitivity_json(&call.to_string()).unwrap_err();
        assert_eq!((error.reason(), error.field()), (reason, field), "{change}");
    }
    for (change, reason, field) in [
        (json!({ "columns": { "amonut": [1] } }), "unknown-path", "columns.amonut"),
        (json!({ "columns": { "amount": [1, 2], "rate": [1] } }), "columns-unequal", "columns.rate"),
        (json!({ "columns": { "amount": 3 } }), "wrong-kind", "columns.amount"),
        (json!({ "columns": {} }), "empty", "columns"),
        (json!({ "columns": null }), "wrong-kind", "columns"),
        (json!({ "columns": { "security.escrow": [0.1] } }), "not-given", "columns.security.escrow"),
        (json!({ "defaults": [] }), "wrong-kind", "defaults"),
        (json!({ "defaults": { "product": "loan" } }), "both-given", "defaults.product"),
        (json!({ "product": "lona" }), "unknown-name", "product"),
        (json!({ "product": null }), "wrong-kind", "product"),
        (json!({ "outputs": ["others"] }), "path-without-value", "outputs.0"),
        (json!({ "output": [] }), "unknown-field", "output"),
    ] {
        let mut defaults = cover.clone();
        defaults.as_object_mut().unwrap().remove("product");
        let mut call = json!({ "product": "export-credit-cover", "columns": { "amount": [1, 2] }, "defaults": defaults });
        for (name, value) in change.as_object().unwrap() {
            call[name] = value.clone();
        }
        let error = engine.quote_many_json(&call.to_string()).unwrap_err();
        assert_eq!((error.reason(), error.field()), (reason, field), "{change}");
    }
}

#[test]
fn items_of_columns_can_be_asked_for_and_no_rows_are_no_error() {
    let engine = Engine::embedded().unwrap();
    let loan = json!({ "currency": "JPY", "rate": 0, "start": "2026-01-01", "instalments": 3 });
    let call = json!({ "product": "loan", "columns": { "principal": [300, 30, "x"] }, "defaults": loan,
        "outputs": ["schedule.payment.1", "schedule.dates.0", "schedule.payment.7", "instalment"] });
    let found = parsed(engine.quote_many_json(&call.to_string())).unwrap();
    assert_eq!(found["columns"]["schedule.payment.1"], json!([100, 10, 0]));
    assert_eq!(found["columns"]["instalment"], json!([100, 10, 0]));
    assert_eq!(found["columns"]["schedule.dates.0"], json!([20485, 20485, 0]));
    assert_eq!(found["missing"], json!({ "schedule.payment.7": [0, 1] }));
    assert_eq!(found["errors"]["rows"], json!([2]));
    let call = json!({ "product": "loan", "columns": { "principal": [] }, "defaults": loan });
    let found = parsed(engine.quote_many_json(&call.to_string())).unwrap();
    assert_eq!((found["length"].clone(), found["status"].clone()), (json!(0), json!([])));
}
