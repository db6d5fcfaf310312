use core::fmt::Write as _;

use rust_decimal::Decimal;

use super::fields::{FieldsWriter, RecordWriter};
use super::number::push_short;
use super::taps::{Taken, Taps};
use super::text::Text;

/// A type that can be written into a document.
pub trait Write {
    /// Writes the value at the place where the writer stands.
    fn write(&self, out: &mut Writer);
}

/// A document that was written, and what was set apart of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// JSON text: the document; with columns set apart, a list of the document and of the places of what is not in it.
    ///
    /// A place is a list: what it is (0 numbers, 1 whole numbers, 2 a shared part), where that begins (of a shared part
    /// which one it is), how many there are, and then the path in the document, where a null stands for it.
    pub text: String,
    /// All columns of numbers, one after the other: a `Float64Array`.
    pub numbers: Vec<f64>,
    /// All columns of whole numbers, one after the other: an `Int32Array`.
    pub integers: Vec<i32>,
}

impl Written {
    /// The text of the document alone, when columns were to be set apart and there were none.
    pub fn alone(&self) -> Option<&str> {
        // No place ends with an empty list.
        self.text.strip_prefix('[')?.strip_suffix(",[]]")
    }
}

/// Writes a document as JSON text. Columns are written in place, or set apart for a caller that takes them
/// as typed arrays.
#[derive(Debug, Default)]
pub struct Writer {
    pub(super) text: String,
    apart: Option<Apart>,
    pub(super) path: Vec<Step>,
    /// The names on the path that are not known beforehand.
    pub(super) named: Vec<String>,
    not_finite: Option<String>,
    pub(super) taps: Option<Taps>,
}

#[derive(Debug, Default)]
struct Apart {
    numbers: Vec<f64>,
    integers: Vec<i32>,
    places: String,
    shared: &'static [&'static str],
}

/// What a place can hold.
#[derive(Clone, Copy)]
enum Part {
    Numbers = 0,
    Integers = 1,
    Shared = 2,
}

/// A step of the path to where the writer stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Name(&'static str),
    /// The place among the names that are not known beforehand.
    Named(usize),
    Index(usize),
}

impl Step {
    /// The name, of an index none.
    fn name<'n>(&self, named: &'n [String]) -> Result<&'n str, usize> {
        match *self {
            Self::Name(name) => Ok(name),
            Self::Named(at) => Ok(named.get(at).map_or("", String::as_str)),
            Self::Index(at) => Err(at),
        }
    }
}

impl Writer {
    /// Writes columns in place, as arrays.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets columns apart, and of the parts that the caller has already (by their names) writes only which they are.
    /// The memory of another document is used again.
    pub fn with_columns_apart(written: Written, shared: &'static [&'static str]) -> Self {
        let Written { mut text, mut numbers, mut integers } = written;
        text.clear();
        text.push('[');
        numbers.clear();
        integers.clear();
        let apart = Apart { numbers, integers, places: String::new(), shared };
        Self { text, apart: Some(apart), ..Self::default() }
    }

    /// Writes no text: only takes what stands at the places that are watched. As strict as any writer about numbers
    /// that are not finite, wherever they stand.
    pub fn tapping(taps: Taps) -> Self {
        Self { taps: Some(taps), ..Self::default() }
    }

    /// What was taken, in the order in which places were named; nothing from a writer that watches none.
    pub fn taken(&self) -> &[Taken] {
        self.taps.as_ref().map_or(&[], Taps::taken)
    }

    /// Whether columns are set apart.
    pub const fn sets_apart(&self) -> bool {
        self.apart.is_some()
    }

    /// The document.
    pub fn finish(mut self) -> Written {
        let Some(apart) = self.apart else { return Written { text: self.text, ..Written::default() } };
        self.text.push_str(",[");
        self.text.push_str(&apart.places);
        self.text.push_str("]]");
        Written { text: self.text, numbers: apart.numbers, integers: apart.integers }
    }

    /// The path of the first number that was NaN or infinite, if any: then the document must not be used.
    pub fn not_finite(&self) -> Option<&str> {
        self.not_finite.as_deref()
    }

    /// Writes a record.
    pub fn record(&mut self, fields: impl FnOnce(&mut RecordWriter<'_>)) {
        self.raw("{");
        fields(&mut RecordWriter::of(self));
        self.raw("}");
    }

    /// Begins a record whose names are known beforehand.
    pub fn fields(&mut self, names: &'static [&'static str]) -> FieldsWriter<'_> {
        FieldsWriter::begin(self, names)
    }

    /// Writes a list.
    pub fn list<T: Write>(&mut self, items: &[T]) {
        self.items(items.len(), &|at| items.get(at).map(|item| item as &dyn Write));
    }

    #[inline(never)]
    pub(super) fn items<'w>(&mut self, count: usize, item: &dyn Fn(usize) -> Option<&'w dyn Write>) {
        self.text.push('[');
        for at in 0..count {
            self.comma(at);
            self.path.push(Step::Index(at));
            let before = self.taps.as_mut().map(|taps| taps.enter(at));
            if let Some(item) = item(at) {
                item.write(self);
            }
            self.back(before);
            self.path.pop();
        }
        self.text.push(']');
    }

    /// Writes a field's name. It needs no escapes.
    pub(super) fn name(&mut self, name: &str, first: bool) {
        self.text.push_str(if first { "\"" } else { ",\"" });
        self.text.push_str(name);
        self.text.push_str("\":");
    }

    // This stands once for all who open and close.
    #[inline(never)]
    pub(super) fn raw(&mut self, text: &'static str) {
        self.text.push_str(text);
    }

    /// Back to where the taps stood.
    pub(super) fn back(&mut self, before: Option<usize>) {
        if let (Some(taps), Some(before)) = (&mut self.taps, before) {
            taps.back(before);
        }
    }

    /// Writes nothing.
    pub fn null(&mut self) {
        self.text.push_str("null");
    }

    /// Writes true or false.
    pub fn bool(&mut self, value: bool) {
        if let Some(taps) = &mut self.taps {
            return taps.take(|| Taken::Bool(value));
        }
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// Writes a number in the shortest form that names it.
    pub fn number(&mut self, value: f64) {
        if !value.is_finite() {
            if self.not_finite.is_none() {
                self.not_finite = Some(self.place());
            }
            self.null();
        } else if let Some(taps) = &mut self.taps {
            taps.take(|| Taken::Number(value));
        } else {
            // Minus zero is a zero to everybody who reads it.
            push_short(&mut self.text, if value == 0.0 { 0.0 } else { value });
        }
    }

    /// Writes a whole number.
    pub fn whole(&mut self, value: u32) {
        match &mut self.taps {
            Some(taps) => taps.take(|| Taken::Number(f64::from(value))),
            None => value.add_to(&mut self.text),
        }
    }

    /// Writes an exact decimal with the digits that it has.
    pub fn decimal(&mut self, value: Decimal) {
        match &mut self.taps {
            Some(taps) => taps.take(|| Taken::Decimal(value)),
            None => self.plain(&value),
        }
    }

    /// Writes a date, given as days since 1970-01-01 and as text.
    pub fn date(&mut self, days: i32, text: &dyn Text) {
        match &mut self.taps {
            Some(taps) => taps.take(|| Taken::Day(days)),
            None => self.plain(text),
        }
    }

    /// Writes something whose text needs no escapes, such as a code.
    pub fn plain(&mut self, value: &dyn Text) {
        if let Some(taps) = &mut self.taps {
            return taps.take(|| Taken::Text(value.text()));
        }
        self.text.push('"');
        value.add_to(&mut self.text);
        self.text.push('"');
    }

    /// Writes text.
    pub fn text(&mut self, value: &str) {
        if let Some(taps) = &mut self.taps {
            return taps.take(|| Taken::Text(value.to_owned()));
        }
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
        self.named.clear();
        if let Some(taps) = &mut self.taps {
            taps.reset();
        }
        if let Some(apart) = &mut self.apart {
            apart.numbers.clear();
            apart.integers.clear();
            apart.places.clear();
        }
    }

    /// Writes null for a part that the caller has already, and says whether it has; if not, the part is to be written.
    pub fn shared(&mut self, name: &str) -> bool {
        let Some(apart) = &self.apart else { return self.taps.is_some() };
        let Some(at) = apart.shared.iter().position(|known| *known == name) else { return false };
        self.set_apart(Part::Shared, at, 1);
        true
    }

    pub(super) fn numbers(&mut self, items: &[f64]) {
        if let Some(taps) = &mut self.taps {
            taps.take_cells(|at| items.get(at).map(|item| Taken::Number(*item)));
            return self.check(items);
        }
        if let Some(apart) = &mut self.apart {
            let start = apart.numbers.len();
            apart.numbers.extend_from_slice(items);
            self.check(items);
            return self.set_apart(Part::Numbers, start, items.len());
        }
        self.text.push('[');
        for (at, item) in items.iter().enumerate() {
            self.comma(at);
            self.number(*item);
        }
        self.text.push(']');
    }

    /// Notices a column that is not finite.
    fn check(&mut self, items: &[f64]) {
        if self.not_finite.is_none() && !items.iter().all(|item| item.is_finite()) {
            self.not_finite = Some(self.place());
        }
    }

    pub(super) fn integers(&mut self, items: &[i32]) {
        if let Some(taps) = &mut self.taps {
            return taps.take_cells(|at| items.get(at).map(|item| Taken::Day(*item)));
        }
        if let Some(apart) = &mut self.apart {
            let start = apart.integers.len();
            apart.integers.extend_from_slice(items);
            return self.set_apart(Part::Integers, start, items.len());
        }
        self.text.push('[');
        for (at, item) in items.iter().enumerate() {
            self.comma(at);
            item.add_to(&mut self.text);
        }
        self.text.push(']');
    }

    fn set_apart(&mut self, part: Part, start: usize, count: usize) {
        self.null();
        let Some(apart) = &mut self.apart else { return };
        let places = &mut apart.places;
        places.push_str(if places.is_empty() { "[" } else { ",[" });
        (part as u32).add_to(places);
        for number in [start, count] {
            places.push(',');
            number.add_to(places);
        }
        for step in &self.path {
            match step.name(&self.named) {
                Ok(name) => {
                    places.push_str(",\"");
                    places.push_str(name);
                    places.push('"');
                }
                Err(at) => {
                    places.push(',');
                    at.add_to(places);
                }
            }
        }
        places.push(']');
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
            match step.name(&self.named) {
                Ok(name) => place.push_str(name),
                Err(at) => at.add_to(&mut place),
            }
        }
        place
    }
}
