use super::number::short_text;
use super::text::Text;
use crate::error::Error;

/// What a request is made of before it is understood: JSON's kinds, and two that JavaScript adds (columns
/// and things that are no data).
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Given, but empty: the same as not given.
    Null,
    /// True or false.
    Bool(bool),
    /// A number as JavaScript has it. NaN and the infinities can stand here; no reader lets them through.
    Number(f64),
    /// Text.
    Text(&'a str),
    /// A list of anything.
    List(Vec<Value<'a>>),
    /// A column of numbers: a `Float64Array`.
    Numbers(Vec<f64>),
    /// A column of whole numbers: an `Int32Array`.
    Integers(Vec<i32>),
    /// Named values, in the order in which they were given.
    Record(Vec<(&'a str, Value<'a>)>),
    /// Something that carries no data, described: "a function", "a Date".
    Foreign(&'a str),
}

impl<'a> Value<'a> {
    /// The kind in words, for errors: "a number", "a list".
    pub fn kind(&self) -> &str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Numbers(_) | Self::Integers(_) => "a column of numbers",
            Self::Record(_) => "a record",
            Self::Foreign(what) => what,
        }
    }

    /// A text of the value for errors.
    pub fn brief(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.text(),
            Self::Number(value) => number_text(*value),
            Self::Text(value) => (*value).to_owned(),
            other => other.kind().to_owned(),
        }
    }

    /// Takes a field out of a record; `None` when it is not there or this is no record.
    pub fn take(&mut self, name: &str) -> Option<Value<'a>> {
        let Self::Record(fields) = self else { return None };
        let at = fields.iter().position(|(key, _)| *key == name)?;
        Some(fields.remove(at).1)
    }

    /// The error for a value of the wrong kind.
    #[cold]
    pub fn wrong_kind(&self, wanted: &'static str) -> Error {
        Error::invalid("wrong-kind", format!("this must be {wanted}, not {}", self.kind()))
            .detail("wanted", wanted)
            .with_value(self.brief())
    }
}

/// A number as people write it: `1e21` stays short, NaN and the infinities have JavaScript's names.
fn number_text(value: f64) -> String {
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "Infinity".to_owned() } else { "-Infinity".to_owned() }
    } else {
        short_text(value)
    }
}

#[cfg(feature = "json")]
impl<'a> From<&'a serde_json::Value> for Value<'a> {
    fn from(json: &'a serde_json::Value) -> Self {
        match json {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(value) => Self::Bool(*value),
            serde_json::Value::Number(number) => Self::Number(number.as_f64().unwrap_or(f64::NAN)),
            serde_json::Value::String(text) => Self::Text(text),
            serde_json::Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            serde_json::Value::Object(fields) => {
                Self::Record(fields.iter().map(|(key, value)| (key.as_str(), Self::from(value))).collect())
            }
        }
    }
}
