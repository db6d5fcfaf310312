use super::value::Value;
use crate::error::Error;

/// A tree of values that is kept: what a [`Value`] borrows, owned.
#[derive(Clone, Debug, PartialEq)]
pub enum Owned {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(f64),
    /// Text.
    Text(String),
    /// A list, or a column of numbers.
    List(Vec<Owned>),
    /// Named values.
    Record(Vec<(String, Owned)>),
}

impl Owned {
    /// Keeps a tree. Columns become lists.
    ///
    /// # Errors
    /// `InvalidInput`, `wrong-kind`, for what is no data.
    pub fn of(value: &Value<'_>) -> Result<Self, Error> {
        Ok(match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(value) => Self::Number(*value),
            Value::Text(text) => Self::Text((*text).to_owned()),
            Value::List(items) => Self::List(items.iter().map(Self::of).collect::<Result<_, _>>()?),
            Value::Numbers(items) => Self::List(items.iter().copied().map(Self::Number).collect()),
            Value::Integers(items) => {
                Self::List(items.iter().map(|item| Self::Number(f64::from(*item))).collect())
            }
            Value::Record(fields) => {
                let kept = |(name, value): &(&str, Value<'_>)| Ok(((*name).to_owned(), Self::of(value)?));
                Self::Record(fields.iter().map(kept).collect::<Result<_, Error>>()?)
            }
            Value::Foreign(_) => return Err(value.wrong_kind("data")),
        })
    }

    /// The tree as one that can be read.
    pub fn view(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(value) => Value::Number(*value),
            Self::Text(text) => Value::Text(text),
            Self::List(items) => Value::List(items.iter().map(Self::view).collect()),
            Self::Record(fields) => {
                Value::Record(fields.iter().map(|(name, value)| (name.as_str(), value.view())).collect())
            }
        }
    }
}
