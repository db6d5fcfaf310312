/// Declares a record once: the struct, its reader, its writer and its description.
///
/// A field without `=` must be given, unless its type says what stands for a missing one (`Option` does).
/// `= value` is the default. A record that begins with the word `quote` is only written; any other is read as well.
#[macro_export]
macro_rules! record {
    (quote $(#[doc = $doc:literal])* pub struct $name:ident {
        $($(#[doc = $field_doc:literal])* pub $field:ident: $type:ty),* $(,)?
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        pub struct $name { $($(#[doc = $field_doc])* pub $field: $type),* }

        $crate::record!(@write $name $($field)*);
        $crate::record!(@shape $name [$($doc)*] $($field: $type = [] [$($field_doc)*],)*);
    };
    ($(#[doc = $doc:literal])* pub struct $name:ident {
        $($(#[doc = $field_doc:literal])* pub $field:ident: $type:ty $(= $default:expr)?),* $(,)?
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        pub struct $name { $($(#[doc = $field_doc])* pub $field: $type),* }

        impl $crate::document::Read for $name {
            #[inline(never)]
            fn read(value: &$crate::document::Value<'_>) -> Result<Self, $crate::Error> {
                const NAMES: &[&str] = <$name as $crate::document::Described>::KIND.names();
                const { assert!(NAMES.len() <= $crate::document::MOST_FIELDS, "a record has too many fields") };
                let mut fields = $crate::document::Fields::of(value, NAMES)?;
                Ok(Self { $($field: $crate::record!(@take fields $(, $default)?)),* })
            }

            fn faults(value: &$crate::document::Value<'_>, found: &mut $crate::document::Faults) {
                const NAMES: &[&str] = <$name as $crate::document::Described>::KIND.names();
                let checks: &[($crate::document::Check, $crate::document::Presence)] = &[$((
                    <$type as $crate::document::Read>::faults,
                    $crate::record!(@presence $type $(, $default)?),
                )),*];
                $crate::document::record_faults(value, NAMES, checks, found);
            }
        }
        $crate::record!(@write $name $($field)*);
        $crate::record!(@shape $name [$($doc)*] $($field: $type = [$($default)?] [$($field_doc)*],)*);
    };
    (@presence $type:ty) => {
        match <$type as $crate::document::Read>::missing() {
            Some(_) => $crate::document::Presence::Optional,
            None => $crate::document::Presence::Needed,
        }
    };
    (@presence $type:ty, $default:expr) => { $crate::document::Presence::Defaulted };
    (@take $fields:ident) => { $fields.take()? };
    (@take $fields:ident, $default:expr) => { $fields.take_or($default)? };
    (@write $name:ident $($field:ident)*) => {
        impl $crate::document::Write for $name {
            #[inline(never)]
            fn write(&self, out: &mut $crate::document::Writer) {
                const NAMES: &[&str] = <$name as $crate::document::Described>::KIND.names();
                let mut fields = out.fields(NAMES);
                $(fields.put(&self.$field);)*
                fields.end();
            }
        }
    };
    (@shape $name:ident [$($doc:literal)*] $($field:ident: $type:ty = [$($default:expr)?] [$($field_doc:literal)*],)*) => {
        impl $crate::document::Described for $name {
            const KIND: &'static $crate::document::Kind = &$crate::document::Kind::Record {
                names: &[$($crate::camel!(stringify!($field))),*],
                kinds: &[$(<$type as $crate::document::Described>::KIND),*],
            };

            fn shape() -> $crate::document::Shape {
                $crate::document::Shape::Record($crate::document::RecordShape {
                    name: stringify!($name),
                    doc: $crate::record!(@doc $($doc)*),
                    fields: vec![$($crate::document::FieldShape {
                        name: $crate::camel!(stringify!($field)),
                        doc: $crate::record!(@doc $($field_doc)*),
                        shape: <$type as $crate::document::Described>::shape(),
                        default: $crate::record!(@default $type $(, $default)?),
                    }),*],
                })
            }
        }
    };
    (@doc $($line:literal)*) => { [$($line.trim()),*].join("\n").trim().to_owned() };
    (@default $type:ty) => { None };
    (@default $type:ty, $default:expr) => {{
        let default: $type = $default;
        let mut out = $crate::document::Writer::new();
        $crate::document::Write::write(&default, &mut out);
        Some(out.finish().text)
    }};
}

/// A name in camel case, made when compiling.
#[macro_export]
#[doc(hidden)]
macro_rules! camel {
    ($name:expr) => {
        const {
            const BYTES: &[u8] =
                &$crate::document::camel_bytes::<{ $crate::document::camel_length($name) }>($name);
            match core::str::from_utf8(BYTES) {
                Ok(name) => name,
                Err(_) => "",
            }
        }
    };
}
