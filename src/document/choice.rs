/// Declares a closed list of names once: the enum, its names in documents, its reader, writer and description.
#[macro_export]
macro_rules! choice {
    ($(#[doc = $doc:literal])* pub enum $name:ident {
        $($(#[doc = $value_doc:literal])* $value:ident = $text:literal),* $(,)?
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $value_doc])* $value),* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];
            const NAMES: &'static [&'static str] = &[$($text),*];

            /// The name in documents.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$value => $text),* }
            }

            /// The value of a name.
            ///
            /// # Errors
            /// `InvalidInput` with the nearest name, or all of them.
            pub fn parse(name: &str) -> Result<Self, $crate::Error> {
                let at = $crate::document::place_of(name, Self::NAMES)?;
                Self::ALL.get(at).copied().ok_or_else(|| $crate::document::no_such_name(name, Self::NAMES))
            }
        }

        impl $crate::document::Read for $name {
            fn read(value: &$crate::document::Value<'_>) -> Result<Self, $crate::Error> {
                Self::parse($crate::document::read_text(value)?)
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
                }
            }
        }
    };
}

use super::names::nearest;
use crate::error::Error;

/// The place of a name in a list.
///
/// # Errors
/// `InvalidInput` with the nearest name, or all of them.
pub fn place_of(name: &str, names: &'static [&'static str]) -> Result<usize, Error> {
    names.iter().position(|known| *known == name).ok_or_else(|| no_such_name(name, names))
}

/// The error for a name that is not in the list.
#[cold]
pub fn no_such_name(name: &str, names: &'static [&'static str]) -> Error {
    let list = names.join(", ");
    let error = match nearest(name, names.iter().copied()) {
        Some(near) => Error::invalid(
            "unknown-name",
            format!("there is no such choice; did you mean {near}? Known are {list}"),
        )
        .detail("nearest", near),
        None => Error::invalid("unknown-name", format!("there is no such choice; known are {list}")),
    };
    error.detail("known", list).with_value(name.chars().take(60).collect::<String>())
}
