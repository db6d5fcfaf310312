use super::write::{Step, Write, Writer};

/// Writes the values of one record in the order of its names.
pub struct FieldsWriter<'w> {
    out: &'w mut Writer,
    names: core::slice::Iter<'static, &'static str>,
    first: bool,
}

impl<'w> FieldsWriter<'w> {
    pub(super) fn begin(out: &'w mut Writer, names: &'static [&'static str]) -> Self {
        out.text.push('{');
        Self { out, names: names.iter(), first: true }
    }

    /// Writes the next value.
    #[inline(never)]
    pub fn put(&mut self, value: &dyn Write) {
        let name = self.names.next().copied().unwrap_or("");
        let mut record = RecordWriter { out: &mut *self.out, first: self.first };
        self.first = false;
        record.put(name, value);
    }

    /// Ends the record.
    pub fn end(self) {
        self.out.text.push('}');
    }
}

/// Writes the fields of one record.
pub struct RecordWriter<'w> {
    out: &'w mut Writer,
    first: bool,
}

impl<'w> RecordWriter<'w> {
    pub(super) fn of(out: &'w mut Writer) -> Self {
        Self { out, first: true }
    }

    /// Writes one field. The name needs no escapes.
    pub fn field<T: Write>(&mut self, name: &'static str, value: T) {
        self.put(name, &value);
    }

    #[inline(never)]
    fn put(&mut self, name: &'static str, value: &dyn Write) {
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
