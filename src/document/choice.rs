/// Declares a closed list of names once: the enum, its names in documents, its reader, writer and description.
///
/// A value may have other names after its own: `Act360 = "ACT/360" | "Actual/360"`. A choice that has any takes its
/// names in any case, and with any spaces, brackets and punctuation: `actual_360` is one of them too.
#[macro_export]
macro_rules! choice {
    ($(#[doc = $doc:literal])* pub enum $name:ident {
        $($(#[doc = $value_doc:literal])* $value:ident = $text:literal $(| $other:literal)*),* $(,)?
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $value_doc])* $value),* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];
            const NAMES: &'static [&'static str] = &[$($text),*];
            /// What each value is also known as, separated by bars.
            const OTHERS: &'static [&'static str] = &[$(concat!($($other, "|"),*)),*];

            /// The name in documents.
            // Of a match the compiler would make a second table of the names.
            #[allow(clippy::indexing_slicing, reason = "the values count from zero, as the names do")]
            pub const fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// The value of a name, or of what it is also known as.
            ///
            /// # Errors
            /// `InvalidInput` with the nearest name, or all of them.
            pub fn parse(name: &str) -> Result<Self, $crate::Error> {
                $crate::document::chosen(name, Self::NAMES, Self::OTHERS, Self::ALL)
            }
        }

        impl $crate::document::Read for $name {
            fn read(value: &$crate::document::Value<'_>) -> Result<Self, $crate::Error> {
                $crate::document::read_choice(value, Self::NAMES, Self::OTHERS, Self::ALL)
            }
        }

        impl $crate::document::Write for $name {
            fn write(&self, out: &mut $crate::document::Writer) {
                out.text(self.name());
            }
        }

        impl $crate::document::Described for $name {
            const KIND: &'static $crate::document::Kind = &$crate::document::Kind::Choice;

            fn shape() -> $crate::document::Shape {
                $crate::document::Shape::Choice {
                    name: stringify!($name),
                    doc: $crate::record!(@doc $($doc)*),
                    values: vec![$(($text, $crate::record!(@doc $($value_doc)*))),*],
                    others: vec![$(($text, vec![$($other),*])),*],
                }
            }
        }
    };
}

use super::names::{nearest, same_letters};
use super::read::read_text;
use super::value::Value;
use crate::error::Error;

/// The value that a document names. For all choices it is the same code, which stands once.
///
/// # Errors
/// `InvalidInput` when this is no text, and as [`chosen`].
#[inline(never)]
pub fn read_choice<T: Copy>(
    value: &Value<'_>,
    names: &'static [&'static str],
    others: &'static [&'static str],
    all: &'static [T],
) -> Result<T, Error> {
    chosen(read_text(value)?, names, others, all)
}

/// The value of a name, or of what it is also known as; `all` has the values at the places of their names.
///
/// # Errors
/// `InvalidInput` with the nearest name, or all of them.
#[inline(never)]
pub fn chosen<T: Copy>(
    name: &str,
    names: &'static [&'static str],
    others: &'static [&'static str],
    all: &'static [T],
) -> Result<T, Error> {
    let at = place_of(name, names, others)?;
    all.get(at).copied().ok_or_else(|| no_such_name(name, names, &[]))
}

/// The place of a name in a list. `others` has, at the same places, what each is also known as, separated by bars;
/// where there are any, names are taken in any case, and when that finds none, without regard to punctuation.
///
/// # Errors
/// `InvalidInput` with the nearest name, or all of them.
#[inline(never)]
fn place_of(
    name: &str,
    names: &'static [&'static str],
    others: &'static [&'static str],
) -> Result<usize, Error> {
    if let Some(at) = names.iter().position(|known| *known == name) {
        return Ok(at);
    }
    let find = |is_it: fn(&str, &str) -> bool| {
        let known = |(known, others): (&&str, &&str)| {
            is_it(known, name) || others.split_terminator('|').any(|other| is_it(other, name))
        };
        names.iter().zip(others).position(known)
    };
    let any = others.iter().any(|others| !others.is_empty());
    let found = if any { find(str::eq_ignore_ascii_case).or_else(|| find(same_letters)) } else { None };
    found.ok_or_else(|| no_such_name(name, names, others))
}

/// The error for a name that is not in the list.
#[cold]
pub fn no_such_name(name: &str, names: &'static [&'static str], others: &'static [&'static str]) -> Error {
    let list = names.join(", ");
    let known = names.iter().copied().chain(others.iter().flat_map(|others| others.split_terminator('|')));
    let error = match nearest(name, known) {
        Some(near) => Error::invalid(
            "unknown-name",
            format!("there is no such choice; did you mean {near}? Known are {list}"),
        )
        .detail("nearest", near),
        None => Error::invalid("unknown-name", format!("there is no such choice; known are {list}")),
    };
    error.detail("known", list).with_value(name)
}
