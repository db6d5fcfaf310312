//! Books whose rows are answered without a document each: every row is what `quote` answers, bit for bit, the refused
//! ones too; in lists, typed columns and dictionaries.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use export_risk::document::{Kind, Value as Document, single_paths};
use export_risk::quote::{InputColumn, OutputColumn, PRODUCTS, Quotes};
use export_risk::values::Date;
use export_risk::{Engine, Error};
use serde_json::{Value, json};

/// Numbers from a fixed sequence.
struct Draws(u64);

impl Draws {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % most
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len() as u64) as usize]
    }

    /// An amount of up to so many digits, most often of no more decimals than a currency has.
    fn amount(&mut self) -> Value {
        let size = 10_u64.pow(1 + self.below(12) as u32);
        let number = 1 + self.below(size);
        match self.below(40) {
            0 => json!(0),
            1 => json!(-5),
            2 => json!("nonsense"),
            3 => json!(null),
            4 => json!(number as f64 / 1000.0 + 0.001),
            5 => json!(1e16),
            6 => json!("123456789012345678.25"),
            7..=12 => json!(format!("{number}.50")),
            13..=20 => json!(number as f64 / 100.0),
            _ => json!(number),
        }
    }
}

type Cell = fn(&mut Draws) -> Value;

const COVER: &[(&str, Cell)] = &[
    ("amount", Draws::amount),
    ("disbursementMonths", |draws| match draws.below(60) {
        0 => json!(1201),
        1 => json!(null),
        2 => json!(-1),
        _ => json!(draws.below(37)),
    }),
    ("repaymentMonths", |draws| match draws.below(60) {
        0 => json!(12),
        1 => json!("84"),
        2 => json!(60.5),
        _ => json!(24 + draws.below(240)),
    }),
    ("country", |draws| {
        draws.of(&["KAZ", "MX", "BRA", "VNM", "DEU", "BRN", "XYZ"].map(|code| json!(code))).clone()
    }),
    ("buyer", |draws| {
        draws.of(&["SOV+", "SOV", "CC0", "CC1", "CC2", "CC3", "CC5", "CC9"].map(|class| json!(class))).clone()
    }),
    ("category", |draws| if draws.below(3) == 0 { json!(draws.below(9)) } else { json!(null) }),
    ("cover.commercial", |draws| json!(0.8 + draws.below(22) as f64 / 100.0)),
    ("localCurrencyFactor", |draws| draws.of(&[json!(0), json!(0.1), json!("0.2"), json!(0.21)]).clone()),
    ("rate", |draws| draws.of(&[json!(0.06), json!("0.0525"), json!(null), json!(-1)]).clone()),
];

const TURNOVER: &[(&str, Cell)] = &[
    ("turnover", Draws::amount),
    ("limit", |draws| if draws.below(3) == 0 { json!(null) } else { draws.amount() }),
    ("defaultRate", |draws| match draws.below(20) {
        0 => json!(1.5),
        1 => json!(null),
        2 => json!(0),
        3 => json!(1),
        _ => json!(draws.below(100_000) as f64 / 1e6),
    }),
    ("termDays", |draws| json!(*draws.of(&[0, 30, 60, 90, 180, 365, 400, 719, 720]))),
    ("country", |draws| draws.of(&["KAZ", "MX", "BRA", "DEU", "BRN", "XYZ"].map(|code| json!(code))).clone()),
    ("payment", |draws| draws.of(&["open-account", "letter-of-credit"].map(|name| json!(name))).clone()),
    ("policy", |draws| draws.of(&["whole-turnover", "single-contract"].map(|name| json!(name))).clone()),
    ("currency", |draws| draws.of(&["USD", "JPY", "KWD"].map(|code| json!(code))).clone()),
];

#[test]
fn books_of_export_credit_covers_are_what_quote_answers() {
    let mut draws = Draws(0x1234_5678_9ABC_DEF1);
    for (columns, defaults) in [
        (9, json!({ "currency": "USD" })),
        (5, json!({ "currency": "JPY", "rate": 0.06, "paymentsPerYear": 4 })),
        (
            3,
            json!({ "country": "KAZ", "buyer": "CC2", "currency": "KWD", "quality": "below-standard", "rate": "0.0525" }),
        ),
        (
            3,
            json!({ "country": "KAZ", "buyer": "CC2", "currency": "USD", "edition": "before-2023-07",
            "financedShare": 0.5, "security": { "assignment": true, "escrow": 0.05 }, "cover": { "commercial": 1 } }),
        ),
        (
            1,
            json!({ "category": 7, "buyer": "CC0", "currency": "USD", "disbursementMonths": "36", "repaymentMonths": 204,
            "cover": { "political": 0.987654321 }, "localCurrencyFactor": 0.123456789, "rate": 0.0412345 }),
        ),
        (
            2,
            json!({ "category": 3, "buyer": "CC1", "currency": "EUR", "repaymentMonths": 60, "rules": "given",
            "premiumRate": 0.05 }),
        ),
        (3, json!({ "category": 3, "buyer": "CC1", "currency": "EUR", "averageLifeYears": 1.5 })),
        (2, json!({ "category": 3, "buyer": "CC1", "currency": "EUR" })),
    ] {
        check("export-credit-cover", &COVER[..columns], &defaults, 120, &mut draws);
    }
}

#[test]
fn books_of_short_term_covers_are_what_quote_answers() {
    let mut draws = Draws(0x0FED_CBA9_8765_4321);
    for (columns, defaults) in [
        (8, json!({ "minimumPremium": 500 })),
        (
            4,
            json!({ "country": "MEX", "currency": "USD", "margin": 0.12, "firstLoss": 1000, "maximumLiability": 1_000_000 }),
        ),
        (
            3,
            json!({ "trade": "domestic", "currency": "EUR", "termDays": 90, "rounding": "toward-zero", "lossGivenDefault": 0.6 }),
        ),
        (
            3,
            json!({ "country": "KAZ", "currency": "EUR", "termDays": 45, "record": { "loading": 0.35, "claimFreeYears": 3 } }),
        ),
        (
            1,
            json!({ "currency": "USD", "termDays": 60, "premiumRate": 0.0123456789, "limit": "250000.50", "defaultRate": 0.0025 }),
        ),
        (
            2,
            json!({ "currency": "USD", "country": "BRA", "termDays": 60, "preShipment": { "months": 3, "premiumRate": 0.001 } }),
        ),
        (2, json!({ "currency": "USD", "termDays": 60 })),
    ] {
        check("short-term-cover", &TURNOVER[..columns], &defaults, 120, &mut draws);
    }
}

fn parsed(answer: Result<String, Error>) -> Result<Value, Error> {
    answer.map(|text| serde_json::from_str(&text).unwrap())
}

/// Draws a book, and compares every output of every row, with all outputs at once and with one at a time.
fn check(product: &str, columns: &[(&str, Cell)], defaults: &Value, length: usize, draws: &mut Draws) {
    let engine = Engine::embedded().unwrap();
    let cells: Vec<Vec<Value>> =
        columns.iter().map(|(_, cell)| (0..length).map(|_| cell(draws)).collect()).collect();
    let quotes: Vec<Result<Value, Error>> = (0..length)
        .map(|row| {
            let mut request = defaults.clone();
            request["product"] = json!(product);
            for ((path, _), column) in columns.iter().zip(&cells) {
                put(&mut request, path, column[row].clone());
            }
            parsed(engine.quote_json(&request.to_string()))
        })
        .collect();
    let documents: Vec<Vec<Document<'_>>> =
        cells.iter().map(|column| column.iter().map(Document::from).collect()).collect();
    let kind = PRODUCTS.iter().find(|entry| entry.name == product).unwrap().kinds.1;
    let all: Vec<(String, &Kind)> = single_paths(kind);
    let named: Vec<&str> = columns.iter().map(|(path, _)| *path).collect();
    for (at, form) in [lists, typed, coded].into_iter().enumerate() {
        let kept: Vec<Kept<'_>> = documents.iter().map(|column| form(column)).collect();
        let inputs: Vec<_> = named.iter().copied().zip(kept.iter().map(Kept::column)).collect();
        let answer = |outputs: Option<&[&str]>| {
            let many = engine.quote_many(product, &inputs, Document::from(defaults), outputs);
            many.unwrap()
        };
        let every = answer(None);
        for (path, kind) in &all {
            let one = (at == 1).then(|| answer(Some(&[path.as_str()])));
            for (row, quote) in quotes.iter().enumerate() {
                same(&every, path, kind, row, quote, defaults);
                one.iter().for_each(|one| same(one, path, kind, row, quote, defaults));
            }
        }
    }
    refused(&engine, product, columns, &cells, defaults, &quotes);
}

/// A column in one of its forms.
enum Kept<'d> {
    List(&'d [Document<'d>]),
    Numbers(Vec<f64>),
    Integers(Vec<i32>),
    Coded(Vec<Document<'d>>, Vec<i32>),
}

impl Kept<'_> {
    fn column(&self) -> InputColumn<'_> {
        match self {
            Self::List(values) => InputColumn::Values(values),
            Self::Numbers(numbers) => InputColumn::Numbers(numbers),
            Self::Integers(numbers) => InputColumn::Integers(numbers),
            Self::Coded(names, codes) => InputColumn::Coded { names, codes },
        }
    }
}

fn lists<'d>(column: &'d [Document<'d>]) -> Kept<'d> {
    Kept::List(column)
}

/// Typed where all cells are numbers.
fn typed<'d>(column: &'d [Document<'d>]) -> Kept<'d> {
    let number =
        |value: &Document<'_>| if let Document::Number(number) = value { Some(*number) } else { None };
    let Some(numbers) = column.iter().map(number).collect::<Option<Vec<f64>>>() else {
        return Kept::List(column);
    };
    if numbers.iter().all(|number| f64::from(*number as i32) == *number) {
        return Kept::Integers(numbers.iter().map(|number| *number as i32).collect());
    }
    Kept::Numbers(numbers)
}

fn coded<'d>(column: &'d [Document<'d>]) -> Kept<'d> {
    let mut names: Vec<Document<'d>> = Vec::new();
    let code = |value: &Document<'d>| {
        let at = names.iter().position(|known| known == value).unwrap_or_else(|| {
            names.push(value.clone());
            names.len() - 1
        });
        at as i32
    };
    let codes = column.iter().map(code).collect();
    Kept::Coded(names, codes)
}

fn put(value: &mut Value, path: &str, new: Value) {
    path.split('.').fold(value, |at, name| &mut at[name]).clone_from(&new);
}

fn same(many: &Quotes, path: &str, kind: &Kind, row: usize, quote: &Result<Value, Error>, what: &Value) {
    assert_eq!(many.status()[row], i32::from(quote.is_err()), "{path} {row} {what}: {quote:?}");
    let Ok(quote) = quote else { return };
    let wanted = path.split('.').fold(quote, |at, name| &at[name]);
    let found = many.column(path).unwrap();
    let is_missing = many.missing(path).contains(&(row as i32));
    assert_eq!(is_missing, wanted.is_null(), "{path} {row} {what}");
    if is_missing {
        return;
    }
    let same = match (kind.given(), found) {
        (Kind::Money, OutputColumn::Numbers(numbers)) => {
            numbers[row] == wanted.as_str().unwrap().replace('.', "").parse::<f64>().unwrap()
        }
        (_, OutputColumn::Numbers(numbers)) => {
            let number = wanted.as_f64().or_else(|| wanted.as_str()?.parse().ok());
            numbers[row].to_bits() == number.unwrap().to_bits()
        }
        (Kind::Bool, OutputColumn::Integers(numbers)) => numbers[row] == i32::from(wanted.as_bool().unwrap()),
        (_, OutputColumn::Integers(numbers)) => {
            numbers[row] == Date::parse(wanted.as_str().unwrap()).unwrap().days()
        }
        (_, OutputColumn::Texts { names, codes }) => names[codes[row] as usize] == wanted.as_str().unwrap(),
    };
    assert!(same, "{path} {row} {what}: {found:?}, not {wanted}");
}

/// The errors of a call as text, row by row.
fn refused(
    engine: &Engine,
    product: &str,
    columns: &[(&str, Cell)],
    cells: &[Vec<Value>],
    defaults: &Value,
    quotes: &[Result<Value, Error>],
) {
    let named: serde_json::Map<String, Value> =
        columns.iter().zip(cells).map(|((path, _), cells)| ((*path).to_owned(), json!(cells))).collect();
    let call = json!({ "product": product, "columns": named, "defaults": defaults, "outputs": ["premium"] });
    let many = parsed(engine.quote_many_json(&call.to_string())).unwrap();
    let errors = &many["errors"];
    let mut at = 0;
    for (row, quote) in quotes.iter().enumerate() {
        let Err(error) = quote else { continue };
        assert_eq!(errors["rows"][at], row);
        assert_eq!(errors["kind"][at], error.kind().name());
        assert_eq!(errors["reason"][at], error.reason());
        assert_eq!(errors["field"][at], error.field());
        assert_eq!(errors["value"][at], error.value().unwrap_or(""));
        assert_eq!(errors["message"][at], error.to_string());
        at += 1;
    }
    assert_eq!(errors["rows"].as_array().unwrap().len(), at);
}

#[test]
fn a_code_without_a_name_is_refused_with_its_place() {
    let engine = Engine::embedded().unwrap();
    let names = [Document::Text("KAZ")];
    for (codes, place) in [([0, 1], "1"), ([-1, 0], "0")] {
        let columns = [("country", InputColumn::Coded { names: &names, codes: &codes })];
        let error = engine
            .quote_many("export-credit-cover", &columns, Document::Null, None)
            .err()
            .expect("a code has no name");
        assert_eq!(error.field(), format!("columns.country.codes.{place}"));
        assert_eq!(error.reason(), "out-of-bounds");
    }
}
