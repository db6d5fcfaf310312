use rust_decimal::Decimal;

use super::faults::{Faults, list_faults};
use super::names::nearest;
use super::number::{decimal_of, nearest_float};
use super::text::Text;
use super::value::Value;
use crate::error::Error;

/// A type that can be read from a document.
pub trait Read: Sized {
    /// Makes the typed value.
    ///
    /// # Errors
    /// What is wrong, with the path below this value.
    fn read(value: &Value<'_>) -> Result<Self, Error>;

    /// What stands for a field that was not given; `None` when it must be given.
    fn missing() -> Option<Self> {
        None
    }

    /// Finds everything that is wrong, where [`Self::read`] stops at the first.
    fn faults(value: &Value<'_>, found: &mut Faults) {
        if let Err(error) = Self::read(value) {
            found.add(error);
        }
    }
}

/// The fields of a record, matched with the names that are known. Shared by all records, so that a new
/// one costs little more than its names.
pub struct Fields<'v, 'a> {
    names: &'static [&'static str],
    /// The place of the field that is read next; errors are about the one before it.
    next: usize,
    slots: [Option<&'v Value<'a>>; MOST_FIELDS],
}

/// The most fields that a record may have; [`record!`](crate::record) checks it when compiling.
pub const MOST_FIELDS: usize = 40;

impl<'v, 'a> Fields<'v, 'a> {
    /// Sorts the fields of a record into the places of their names.
    ///
    /// # Errors
    /// `InvalidInput` when this is no record, or a name is not known (with the nearest that is) or twice there.
    pub fn of(value: &'v Value<'a>, names: &'static [&'static str]) -> Result<Self, Error> {
        let Value::Record(given) = value else { return Err(value.wrong_kind("a record")) };
        let mut slots = [None; MOST_FIELDS];
        // Callers tend to keep the order of the declaration, so the search starts where the last one ended.
        let mut next = 0;
        for (name, value) in given {
            let at = match names.get(next) {
                Some(expected) if expected == name => next,
                _ => {
                    names.iter().position(|known| known == name).ok_or_else(|| unknown(name, value, names))?
                }
            };
            next = at + 1;
            match slots.get_mut(at) {
                Some(slot @ None) => *slot = Some(value),
                _ => return Err(given_twice(name)),
            }
        }
        Ok(Self { names, next: 0, slots })
    }

    /// The next field, or what stands for it when it is not given.
    ///
    /// # Errors
    /// `InvalidInput` when it must be given and is not; what its reader says, under its name.
    pub fn take<T: Read>(&mut self) -> Result<T, Error> {
        match self.given() {
            Some(value) => {
                // Changed where it stands: the value that was read need not move.
                let mut result = T::read(value);
                if let Err(error) = &mut result {
                    self.fault(error);
                }
                result
            }
            None => T::missing().ok_or_else(|| self.required()),
        }
    }

    /// The next field, or a default when it is not given or null.
    ///
    /// # Errors
    /// What its reader says, under its name.
    pub fn take_or<T: Read>(&mut self, default: T) -> Result<T, Error> {
        match self.given() {
            None | Some(Value::Null) => Ok(default),
            Some(value) => {
                let mut result = T::read(value);
                if let Err(error) = &mut result {
                    self.fault(error);
                }
                result
            }
        }
    }

    // These stand once for all types.
    #[inline(never)]
    fn given(&mut self) -> Option<&'v Value<'a>> {
        let at = self.next;
        self.next += 1;
        self.slots.get(at).copied().flatten()
    }

    #[inline(never)]
    fn fault(&self, error: &mut Error) {
        error.put_under(self.name());
    }

    #[inline(never)]
    fn required(&self) -> Error {
        required(self.name())
    }

    fn name(&self) -> &'static str {
        self.names.get(self.next.wrapping_sub(1)).copied().unwrap_or("")
    }
}

#[cold]
pub(super) fn given_twice(name: &str) -> Error {
    Error::invalid("given-twice", "this field is given twice").at(name)
}

#[cold]
pub(super) fn unknown(name: &str, value: &Value<'_>, names: &[&'static str]) -> Error {
    let error = match nearest(name, names.iter().copied()) {
        Some(near) => {
            Error::invalid("unknown-field", format!("there is no such field; did you mean {near}?"))
                .detail("nearest", near)
        }
        None => {
            Error::invalid("unknown-field", format!("there is no such field; known are {}", names.join(", ")))
                .detail("known", names.join(", "))
        }
    };
    error.at(name.chars().take(60).collect::<String>()).with_value(value.brief())
}

#[cold]
pub(super) fn required(name: &'static str) -> Error {
    Error::invalid("required", "this field must be given").at(name)
}

impl<T: Read> Read for Option<T> {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        match value {
            Value::Null => Ok(None),
            value => T::read(value).map(Some),
        }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }

    fn faults(value: &Value<'_>, found: &mut Faults) {
        if *value != Value::Null {
            T::faults(value, found);
        }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        let mut items = Self::new();
        each_item(value, &mut |item| {
            items.push(T::read(item)?);
            Ok(())
        })?;
        Ok(items)
    }

    fn faults(value: &Value<'_>, found: &mut Faults) {
        list_faults(value, T::faults, found);
    }
}

/// Hands over each item of a list or column, and puts its place into an error. It stands once for all types: a list of
/// each would cost a kilobyte of code otherwise.
fn each_item(value: &Value<'_>, take: &mut dyn FnMut(&Value<'_>) -> Result<(), Error>) -> Result<(), Error> {
    let mut one = |at: usize, item: &Value<'_>| take(item).map_err(|error| error.under(&at.text()));
    match value {
        Value::List(items) => {
            for (at, item) in items.iter().enumerate() {
                one(at, item)?;
            }
        }
        Value::Numbers(items) => {
            for (at, item) in items.iter().enumerate() {
                one(at, &Value::Number(*item))?;
            }
        }
        Value::Integers(items) => {
            for (at, item) in items.iter().enumerate() {
                one(at, &Value::Number(f64::from(*item)))?;
            }
        }
        other => return Err(other.wrong_kind("a list")),
    }
    Ok(())
}

impl Read for bool {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        match value {
            Value::Bool(value) => Ok(*value),
            other => Err(other.wrong_kind("true or false")),
        }
    }
}

impl Read for f64 {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        read_number(value)
    }
}

impl Read for u32 {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        let number = read_number(value)?;
        if number.fract() != 0.0 {
            return Err(Error::invalid("not-whole", "this must be a whole number").with_value(value.brief()));
        }
        if !(0.0..=f64::from(Self::MAX)).contains(&number) {
            return Err(Error::out_of_range(
                "out-of-bounds",
                "this must be a whole number from 0 to 4294967295",
            )
            .with_value(value.brief()));
        }
        // Whole and inside the bounds: the conversion is exact.
        Ok(number as Self)
    }
}

impl Read for String {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        read_text(value).map(str::to_owned)
    }
}

impl Read for Decimal {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        read_decimal(value)
    }
}

/// Text as it was given.
///
/// # Errors
/// `InvalidInput` for any other kind.
pub fn read_text<'v>(value: &'v Value<'_>) -> Result<&'v str, Error> {
    match value {
        Value::Text(text) => Ok(text),
        other => Err(other.wrong_kind("text")),
    }
}

/// A finite number; text that is a number is taken too.
///
/// # Errors
/// `InvalidInput` for NaN, the infinities, other text and other kinds.
pub fn read_number(value: &Value<'_>) -> Result<f64, Error> {
    match value {
        Value::Number(number) if number.is_finite() => Ok(*number),
        Value::Number(_) => Err(not_a_number(value)),
        // This takes no "inf", "nan" or "1e9".
        Value::Text(text) => decimal_of(text).map(nearest_float).ok_or_else(|| not_a_number(value)),
        other => Err(other.wrong_kind("a number")),
    }
}

/// A number as exactly as it was written: text digit by digit, a JavaScript number as the shortest decimal
/// that names it, so that `0.1` is one tenth.
///
/// # Errors
/// `InvalidInput` for what is no number, has over 28 significant digits, or would silently become zero.
pub fn read_decimal(value: &Value<'_>) -> Result<Decimal, Error> {
    match value {
        // Whole numbers, the most common, need no text in between.
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
            Ok(Decimal::from(*number as i64))
        }
        Value::Number(number) if number.is_finite() => exact(&number.text(), value),
        Value::Number(_) => Err(not_a_number(value)),
        Value::Text(text) => exact(text, value),
        other => Err(other.wrong_kind("a number, or text that is one")),
    }
}

fn exact(text: &str, value: &Value<'_>) -> Result<Decimal, Error> {
    decimal_of(text).map(|number| number.normalize()).ok_or_else(|| no_decimal(text, value))
}

/// Why a text is no decimal: it is no number at all, or one with too many digits.
#[cold]
fn no_decimal(text: &str, value: &Value<'_>) -> Error {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'))
        && text.bytes().any(|byte| byte.is_ascii_digit());
    if !plain {
        return not_a_number(value);
    }
    let sentence = "this number can't be kept exactly: use at most 28 significant digits";
    Error::invalid("too-many-digits", sentence).with_value(value.brief())
}

#[cold]
fn not_a_number(value: &Value<'_>) -> Error {
    Error::invalid("not-a-number", "this must be a number, such as 0.05 or \"12500000\"")
        .with_value(value.brief())
}
