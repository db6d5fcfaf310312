//! How requests are read and quotes written: every error names the field, the value and what would be right.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use export_risk::document::{Column, Read, Value, Write, Writer, Written, nearest, read_decimal};
use export_risk::{Error, ErrorKind};

export_risk::choice! {
    /// A colour.
    pub enum Colour {
        /// As blood.
        Red = "red",
        /// As grass.
        DarkGreen = "dark-green",
    }
}

export_risk::record! {
    /// An inner record.
    pub struct Inner {
        /// A share.
        pub first_share: export_risk::values::Share,
    }
}

export_risk::record! {
    /// An outer record.
    pub struct Outer {
        /// A colour.
        pub colour: Colour = Colour::Red,
        /// Inner records.
        pub inner_parts: Vec<Inner>,
        /// May be missing.
        pub note: Option<bool>,
    }
}

export_risk::record! {
    quote
    /// A quote with columns.
    pub struct Answer {
        /// A column.
        pub amounts: Column<f64>,
        /// Days.
        pub days: Column<i32>,
    }
}

export_risk::record! {
    quote
    /// A quote with a quote inside.
    pub struct Outside {
        /// The inner one.
        pub inside: Answer,
    }
}

fn read(json: &str) -> Result<Outer, Error> {
    let json: serde_json::Value = serde_json::from_str(json).unwrap();
    Outer::read(&Value::from(&json))
}

fn refused(json: &str) -> Error {
    read(json).map(|_| ()).unwrap_err()
}

#[test]
fn defaults_stand_for_what_is_missing_or_null() {
    let outer = read(r#"{"innerParts": [{"firstShare": 0.1}], "colour": null}"#).unwrap();
    assert_eq!(outer.colour, Colour::Red);
    assert_eq!(outer.note, None);
    assert_eq!(outer.inner_parts.first().unwrap().first_share.to_string(), "0.1");
}

#[test]
fn an_error_names_the_path_the_value_and_what_would_be_right() {
    let error = refused(r#"{"innerParts": [{"firstShare": 0.1}, {"firstShare": "1.01"}]}"#);
    assert_eq!((error.kind(), error.field()), (ErrorKind::OutOfRange, "innerParts.1.firstShare"));
    assert_eq!((error.value(), error.reason()), (Some("1.01"), "above-maximum"));
    assert!(error.sentence().contains("0 to 1"), "{error}");
}

#[test]
fn an_unknown_name_comes_with_the_nearest() {
    let error = refused(r#"{"innerPart": []}"#);
    assert_eq!((error.field(), error.reason()), ("innerPart", "unknown-field"));
    assert!(error.sentence().contains("innerParts"), "{error}");
    let error = refused(r#"{"innerParts": [], "colour": "dark-gren"}"#);
    assert_eq!((error.field(), error.value()), ("colour", Some("dark-gren")));
    assert!(error.sentence().contains("did you mean dark-green"), "{error}");
    let error = refused(r#"{"innerParts": [], "zzzzzzzzz": 1}"#);
    assert!(error.sentence().contains("known are colour, innerParts, note"), "{error}");
}

#[test]
fn what_must_be_given_is_asked_for() {
    let error = refused("{}");
    assert_eq!(
        (error.field(), error.reason(), error.kind()),
        ("innerParts", "required", ErrorKind::InvalidInput)
    );
    assert_eq!(refused(r#"{"innerParts": null}"#).reason(), "wrong-kind");
    assert_eq!(refused(r#"{"innerParts": 3}"#).value(), Some("3"));
    assert_eq!(refused("[]").sentence(), "this must be a record, not a list");
}

#[test]
fn an_error_keeps_the_beginning_of_a_long_value() {
    let long = "é".repeat(1000);
    for json in
        [format!(r#"{{"innerParts": [], "colour": "{long}"}}"#), format!(r#"{{"innerParts": "{long}"}}"#)]
    {
        let error = refused(&json);
        assert_eq!(error.value().unwrap(), format!("{}…", "é".repeat(60)));
        assert!(error.to_string().len() < 200, "{error}");
    }
    let code = "x".repeat(60);
    assert_eq!(refused(&format!(r#"{{"innerParts": "{code}"}}"#)).value(), Some(&*code));
}

#[test]
fn a_field_given_twice_is_refused() {
    let value = Value::Record(vec![("innerParts", Value::List(vec![])), ("innerParts", Value::List(vec![]))]);
    assert_eq!(Outer::read(&value).map(|_| ()).unwrap_err().reason(), "given-twice");
}

#[test]
fn decimals_are_kept_exactly_or_refused() {
    let exact = |value| read_decimal(&value).map(|number| number.to_string());
    assert_eq!(exact(Value::Number(0.1)).unwrap(), "0.1");
    assert_eq!(exact(Value::Number(1e15)).unwrap(), "1000000000000000");
    assert_eq!(exact(Value::Text("12500000.010")).unwrap(), "12500000.01");
    assert_eq!(
        exact(Value::Text("0.1234567890123456789012345678")).unwrap(),
        "0.1234567890123456789012345678"
    );
    for (value, reason) in [
        (Value::Text("0.12345678901234567890123456789"), "too-many-digits"),
        (Value::Number(5e-324), "too-many-digits"),
        (Value::Number(1e300), "too-many-digits"),
        (Value::Number(f64::NAN), "not-a-number"),
        (Value::Number(f64::NEG_INFINITY), "not-a-number"),
        (Value::Text("NaN"), "not-a-number"),
        (Value::Text("1e5"), "not-a-number"),
        (Value::Text("1_000"), "not-a-number"),
        (Value::Text(""), "not-a-number"),
        (Value::Text("5 %"), "not-a-number"),
        (Value::Bool(true), "wrong-kind"),
        (Value::Foreign("a Date"), "wrong-kind"),
    ] {
        assert_eq!(read_decimal(&value).unwrap_err().reason(), reason, "{value:?}");
    }
}

#[test]
fn columns_are_written_in_place_or_set_apart() {
    let quote = || Outside { inside: Answer { amounts: Column(vec![1.5, 2.0]), days: Column(vec![-3]) } };
    let mut out = Writer::new();
    quote().write(&mut out);
    assert_eq!(out.finish().text, r#"{"inside":{"amounts":[1.5,2],"days":[-3]}}"#);
    let mut out = Writer::with_columns_apart(Written::default(), &[]);
    quote().write(&mut out);
    let written = out.finish();
    assert_eq!(
        written.text,
        r#"[{"inside":{"amounts":null,"days":null}},[[0,0,2,"inside","amounts"],[1,0,1,"inside","days"]]]"#
    );
    assert_eq!(written.alone(), None);
    assert_eq!((written.numbers, written.integers), (vec![1.5, 2.0], vec![-3]));
    let mut out = Writer::with_columns_apart(Written::default(), &[]);
    out.list(&[1.0, 2.0]);
    assert_eq!(out.finish().alone(), Some("[1,2]"));
}

#[test]
fn a_number_that_is_not_finite_is_noticed_with_its_path() {
    let mut out = Writer::new();
    Outside { inside: Answer { amounts: Column(vec![f64::NAN]), days: Column(vec![]) } }.write(&mut out);
    assert_eq!(out.not_finite(), Some("inside.amounts"));
}

#[test]
fn text_is_escaped() {
    let mut out = Writer::new();
    out.text("a\"b\\c\n\u{1}é<script>");
    let text = out.finish().text;
    assert_eq!(text, "\"a\\\"b\\\\c\\n\\u0001é<script>\"");
    assert_eq!(serde_json::from_str::<String>(&text).unwrap(), "a\"b\\c\n\u{1}é<script>");
}

#[test]
fn numbers_are_written_shortly_and_read_back_the_same() {
    for number in [0.0, -0.0, 0.1, 1.0 / 3.0, 1e21, 1.5e-9, -2.5, 9_007_199_254_740_993.0, f64::MAX, 5e-324] {
        let mut out = Writer::new();
        out.number(number);
        let text = out.finish().text;
        assert_eq!(text.parse::<f64>().unwrap(), number, "{text}");
        assert!(text.len() < 30 && text != "-0", "{text}");
    }
}

#[test]
fn near_names_are_near() {
    assert_eq!(nearest("amonut", ["amount", "rate"]), Some("amount"));
    assert_eq!(nearest("CURRENCY", ["currency"]), Some("currency"));
    assert_eq!(nearest("xyz", ["rate", "amount"]), None);
    assert_eq!(nearest("r", ["rate"]), None);
}
