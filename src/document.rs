//! Requests and quotes as documents: one description of a type serves its reader, its writer, the schema
//! and the TypeScript declarations.
//!
//! A request comes in as a [`Value`] from JavaScript or from JSON text, and [`Read`] makes the typed request
//! of it, with the path, the bad value and the nearest known name in every error. A quote goes out through
//! [`Write`]. Both are derived by [`record!`](crate::record) and [`choice!`](crate::choice), which also
//! describe the type ([`Described`]) for what is generated from it.
//!
//! ```
//! use export_risk::document::{Read, Value};
//!
//! export_risk::record! {
//!     /// A toy request.
//!     pub struct Toy {
//!         /// How many.
//!         pub number: u32,
//!         /// Whether it is red.
//!         pub red: bool = false,
//!     }
//! }
//! let value = Value::Record(vec![("nmber", Value::Number(3.0))]);
//! let error = Toy::read(&value).unwrap_err();
//! assert_eq!(error.field(), "nmber");
//! assert!(error.sentence().contains("number"));
//! ```

mod choice;
mod column;
mod faults;
mod fields;
mod further;
mod kind;
mod names;
mod number;
mod one_or_many;
mod owned;
mod path;
mod plain;
mod read;
mod record;
mod shape;
mod taps;
mod text;
mod value;
mod write;

pub use choice::{chosen, no_such_name, read_choice};
pub use column::Column;
pub use faults::{Check, Faults, MOST_FAULTS, Presence, list_faults, record_faults};
pub use fields::{FieldsWriter, RecordWriter};
pub use further::Further;
pub use kind::Kind;
pub use names::{camel_bytes, camel_length, nearest};
pub use number::{decimal_of, nearest_float, short_text};
pub use one_or_many::OneOrMany;
pub use owned::Owned;
pub use path::{Place, PlaceStep, single_paths};
pub use read::{Fields, MOST_FIELDS, Read, read_decimal, read_number, read_text};
pub use shape::{Described, FieldShape, RecordShape, Shape};
pub use taps::{Taken, Taps};
pub use text::Text;
pub use value::Value;
pub use write::{Write, Writer, Written};
