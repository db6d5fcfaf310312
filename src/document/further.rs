use super::{Described, Faults, Kind, Read, Shape, Value, Write, Writer};
use crate::error::{Error, ErrorKind};

/// An optional part of a request or a quote that only the build with everything knows. The module for a first answer has
/// none of it: who gives it such a part is told that the rest is not loaded.
#[derive(Clone, Debug)]
pub struct Further<T>(Option<T>);

impl<T> Further<T> {
    /// The part, if there is one. In the build without it the compiler knows that there is none.
    pub const fn get(&self) -> Option<&T> {
        if cfg!(feature = "everything") { self.0.as_ref() } else { None }
    }
}

impl<T> From<Option<T>> for Further<T> {
    fn from(part: Option<T>) -> Self {
        Self(if cfg!(feature = "everything") { part } else { None })
    }
}

impl<T: Read> Read for Further<T> {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        match value {
            Value::Null => Ok(Self(None)),
            value if cfg!(feature = "everything") => T::read(value).map(|part| Self(Some(part))),
            _ => Err(not_loaded()),
        }
    }

    fn missing() -> Option<Self> {
        Some(Self(None))
    }

    fn faults(value: &Value<'_>, found: &mut Faults) {
        Option::<T>::faults(value, found);
    }
}

impl<T: Write> Write for Further<T> {
    fn write(&self, out: &mut Writer) {
        match self.get() {
            Some(part) => part.write(out),
            None => out.null(),
        }
    }
}

impl<T: Described> Described for Further<T> {
    const KIND: &'static Kind = Option::<T>::KIND;

    fn shape() -> Shape {
        Option::<T>::shape()
    }
}

#[cold]
fn not_loaded() -> Error {
    let sentence = "this part is in the module with everything: await engine.complete() first";
    Error::new(ErrorKind::Unsupported, "not-loaded", sentence)
}
