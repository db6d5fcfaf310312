use super::text::Text;
use super::value::Value;
use crate::error::Error;

/// The most faults that are told of one document: nobody reads more, and a document made to be wrong must end.
pub const MOST_FAULTS: usize = 100;

/// Everything that is wrong with a document, where a reader would stop at the first.
#[derive(Debug, Default)]
pub struct Faults {
    path: Vec<String>,
    list: Vec<Error>,
}

/// What finds the faults of a value.
pub type Check = fn(&Value<'_>, &mut Faults);

/// Whether a field may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must be given.
    Needed,
    /// Its type says what stands for it.
    Optional,
    /// It has a default, which null means too.
    Defaulted,
}

impl Faults {
    /// Adds a fault of the value that is looked at; beyond [`MOST_FAULTS`] none.
    #[inline(never)]
    pub fn add(&mut self, mut error: Error) {
        if self.is_full() {
            return;
        }
        for parent in self.path.iter().rev() {
            error.put_under(parent);
        }
        self.list.push(error);
    }

    /// Looks at a part of the value.
    #[inline(never)]
    pub fn under(&mut self, part: &str, look: &mut dyn FnMut(&mut Self)) {
        self.path.push(part.to_owned());
        look(self);
        self.path.pop();
    }

    /// Whether no more are taken.
    pub fn is_full(&self) -> bool {
        self.list.len() >= MOST_FAULTS
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The faults in the order in which they were found.
    pub fn into_list(self) -> Vec<Error> {
        self.list
    }
}

/// The faults of a record: unknown and repeated names, fields that are missing, and those of its fields.
#[inline(never)]
pub fn record_faults(
    value: &Value<'_>,
    names: &'static [&'static str],
    checks: &[(Check, Presence)],
    found: &mut Faults,
) {
    let Value::Record(given) = value else { return found.add(value.wrong_kind("a record")) };
    for (at, (name, inner)) in given.iter().enumerate() {
        if found.is_full() {
            return;
        }
        if !names.contains(name) {
            found.add(super::read::unknown(name, inner, names));
        } else if given.iter().take(at).any(|(before, _)| before == name) {
            found.add(super::read::given_twice(name));
        }
    }
    for (name, (check, presence)) in names.iter().zip(checks) {
        match given.iter().find(|(key, _)| key == name) {
            Some((_, Value::Null)) if *presence == Presence::Defaulted => {}
            Some((_, inner)) => found.under(name, &mut |found| check(inner, found)),
            None if *presence == Presence::Needed => found.add(super::read::required(name)),
            None => {}
        }
    }
}

/// The faults of the items of a list.
#[inline(never)]
pub fn list_faults(value: &Value<'_>, check: Check, found: &mut Faults) {
    let Value::List(items) = value else { return found.add(value.wrong_kind("a list")) };
    for (at, item) in items.iter().enumerate() {
        if found.is_full() {
            return;
        }
        found.under(&at.text(), &mut |found| check(item, found));
    }
}
