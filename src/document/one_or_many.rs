use super::{Described, Kind, Read, Shape, Value, Write, Writer};
use crate::error::Error;

/// One value, or several: a plain value and a list of one are the same. Never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneOrMany<T> {
    first: T,
    others: Vec<T>,
}

impl<T> OneOrMany<T> {
    /// One.
    pub const fn one(value: T) -> Self {
        Self { first: value, others: Vec::new() }
    }

    /// The first.
    pub const fn first(&self) -> &T {
        &self.first
    }

    /// All but the first.
    pub fn others(&self) -> &[T] {
        &self.others
    }
}

impl<T: Read> Read for OneOrMany<T> {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        if !matches!(value, Value::List(_) | Value::Numbers(_) | Value::Integers(_)) {
            return T::read(value).map(Self::one);
        }
        let mut values = Vec::<T>::read(value)?.into_iter();
        match values.next() {
            Some(first) => Ok(Self { first, others: values.collect() }),
            None => Err(Error::invalid("empty", "this list must name at least one")),
        }
    }
}

impl<T: Write> Write for OneOrMany<T> {
    fn write(&self, out: &mut Writer) {
        if self.others.is_empty() {
            self.first.write(out);
        } else {
            let item = |at: usize| match at.checked_sub(1) {
                None => Some(&self.first as &dyn Write),
                Some(at) => self.others.get(at).map(|item| item as &dyn Write),
            };
            out.items(1 + self.others.len(), &item);
        }
    }
}

impl<T: Described> Described for OneOrMany<T> {
    const KIND: &'static Kind = &Kind::OneOrMany(T::KIND);

    fn shape() -> Shape {
        Shape::OneOrMany(Box::new(T::shape()))
    }
}
