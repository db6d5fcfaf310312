use core::fmt::Write as _;

use super::number::push_short;
use super::shape::{Described, Shape};
use super::text::Text;

/// A type that can be written into a document.
pub trait Write {
    /// Writes the value at the place where the writer stands.
    fn write(&self, out: &mut Writer);
}

/// Values that grow with the term or the book: typed arrays in JavaScript, plain arrays in JSON text.
#[derive(Clone, Debug, PartialEq)]
pub struct Column<T>(pub Vec<T>);

/// Where a column belongs in a document that was written without its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnPlace {
    /// The path from the root, dots between the names: `schedule.dates`.
    pub path: String,
    /// The data.
    pub data: ColumnData,
}

/// The data of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnData {
    /// A `Float64Array`.
    Numbers(Vec<f64>),
    /// An `Int32Array`.
    Integers(Vec<i32>),
}

/// Writes a document as JSON text. Columns are written in place, or set apart for a caller that takes them
/// as typed arrays.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    apart: Option<Vec<ColumnPlace>>,
    path: Vec<Step>,
    not_finite: Option<String>,
}

#[derive(Debug)]
enum Step {
    Name(&'static str),
    Index(usize),
}

impl Writer {
    /// Writes columns in place, as arrays.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets columns apart and writes `null` in their place. The text is cleared and its memory used again.
    pub fn with_columns_apart(mut text: String) -> Self {
        text.clear();
        Self { text, apart: Some(Vec::new()), ..Self::default() }
    }

    /// The text, and the columns that were set apart.
    pub fn finish(self) -> (String, Vec<ColumnPlace>) {
        (self.text, self.apart.unwrap_or_default())
    }

    /// The path of the first number that was NaN or infinite, if any: then the document must not be used.
    pub fn not_finite(&self) -> Option<&str> {
        self.not_finite.as_deref()
    }

    /// Writes a record.
    pub fn record(&mut self, fields: impl FnOnce(&mut RecordWriter<'_>)) {
        self.text.push('{');
        fields(&mut RecordWriter { out: self, first: true });
        self.text.push('}');
    }

    /// Writes a list.
    pub fn list<'w, T: Write + 'w>(&mut self, items: impl IntoIterator<Item = &'w T>) {
        self.text.push('[');
        for (at, item) in items.into_iter().enumerate() {
            if at > 0 {
                self.text.push(',');
            }
            self.path.push(Step::Index(at));
            item.write(self);
            self.path.pop();
        }
        self.text.push(']');
    }

    /// Writes nothing.
    pub fn null(&mut self) {
        self.text.push_str("null");
    }

    /// Writes true or false.
    pub fn bool(&mut self, value: bool) {
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// Writes a number in the shortest form that names it.
    pub fn number(&mut self, value: f64) {
        if !value.is_finite() {
            if self.not_finite.is_none() {
                self.not_finite = Some(self.place());
            }
            self.null();
        } else {
            // Minus zero is a zero to everybody who reads it.
            push_short(&mut self.text, if value == 0.0 { 0.0 } else { value });
        }
    }

    /// Writes something whose text needs no escapes: a decimal, a date, a code.
    pub fn plain(&mut self, value: &dyn Text) {
        self.text.push('"');
        value.add_to(&mut self.text);
        self.text.push('"');
    }

    /// Writes text.
    pub fn text(&mut self, value: &str) {
        self.text.push('"');
        let mut clean = 0;
        for (at, byte) in value.bytes().enumerate() {
            let escape = match byte {
                b'"' => "\\\"",
                b'\\' => "\\\\",
                b'\n' => "\\n",
                b'\r' => "\\r",
                b'\t' => "\\t",
                0..0x20 => "",
                _ => continue,
            };
            self.text.push_str(value.get(clean..at).unwrap_or(""));
            if escape.is_empty() {
                // Writing to a String can't fail.
                let _ = write!(self.text, "\\u{byte:04x}");
            } else {
                self.text.push_str(escape);
            }
            clean = at + 1;
        }
        self.text.push_str(value.get(clean..).unwrap_or(""));
        self.text.push('"');
    }

    /// Writes text that is JSON already, such as another writer's.
    pub fn json(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Where the writer stands, for [`Self::back_to`].
    pub fn mark(&self) -> usize {
        self.text.len()
    }

    /// Takes back all text since a mark, and forgets that a number in it was not finite.
    pub fn back_to(&mut self, mark: usize) {
        self.text.truncate(mark);
        self.not_finite = None;
        self.path.clear();
        if let Some(apart) = &mut self.apart {
            apart.clear();
        }
    }

    fn column(&mut self, data: ColumnData) {
        if self.apart.is_some() {
            let path = self.place();
            if matches!(&data, ColumnData::Numbers(items) if items.iter().any(|item| !item.is_finite())) {
                self.not_finite.get_or_insert_with(|| path.clone());
            }
            self.apart.get_or_insert_default().push(ColumnPlace { path, data });
            return self.null();
        }
        self.text.push('[');
        match data {
            ColumnData::Numbers(items) => items.iter().enumerate().for_each(|(at, item)| {
                self.comma(at);
                self.number(*item);
            }),
            ColumnData::Integers(items) => items.iter().enumerate().for_each(|(at, item)| {
                self.comma(at);
                item.add_to(&mut self.text);
            }),
        }
        self.text.push(']');
    }

    fn comma(&mut self, at: usize) {
        if at > 0 {
            self.text.push(',');
        }
    }

    fn place(&self) -> String {
        let mut place = String::new();
        for step in &self.path {
            if !place.is_empty() {
                place.push('.');
            }
            match step {
                Step::Name(name) => place.push_str(name),
                Step::Index(at) => at.add_to(&mut place),
            }
        }
        place
    }
}

/// Writes the fields of one record.
pub struct RecordWriter<'w> {
    out: &'w mut Writer,
    first: bool,
}

impl RecordWriter<'_> {
    /// Writes one field. The name needs no escapes.
    pub fn field<T: Write + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.nested(name, |out| value.write(out));
    }

    /// Writes one field by a function.
    pub fn nested(&mut self, name: &'static str, write: impl FnOnce(&mut Writer)) {
        let out = self.open(name);
        out.path.push(Step::Name(name));
        write(out);
        out.path.pop();
    }

    /// Writes a field's name; the caller writes its value, which has no columns.
    pub fn open(&mut self, name: &str) -> &mut Writer {
        if !self.first {
            self.out.text.push(',');
        }
        self.first = false;
        self.out.text.push('"');
        self.out.text.push_str(name);
        self.out.text.push_str("\":");
        self.out
    }
}

impl<T: Write + ?Sized> Write for &T {
    fn write(&self, out: &mut Writer) {
        (**self).write(out);
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => out.null(),
        }
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.list(self);
    }
}

impl Write for bool {
    fn write(&self, out: &mut Writer) {
        out.bool(*self);
    }
}

impl Write for f64 {
    fn write(&self, out: &mut Writer) {
        out.number(*self);
    }
}

impl Write for u32 {
    fn write(&self, out: &mut Writer) {
        self.add_to(&mut out.text);
    }
}

impl Write for str {
    fn write(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl Write for String {
    fn write(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl Write for rust_decimal::Decimal {
    fn write(&self, out: &mut Writer) {
        out.plain(&self.normalize());
    }
}

impl Write for Column<f64> {
    fn write(&self, out: &mut Writer) {
        out.column(ColumnData::Numbers(self.0.clone()));
    }
}

impl Write for Column<i32> {
    fn write(&self, out: &mut Writer) {
        out.column(ColumnData::Integers(self.0.clone()));
    }
}

impl Described for Column<f64> {
    fn shape() -> Shape {
        Shape::NumberColumn
    }
}

impl Described for Column<i32> {
    fn shape() -> Shape {
        Shape::DayColumn
    }
}
