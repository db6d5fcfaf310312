use super::write::{Step, Write, Writer};

/// Writes the values of one record in the order of its names.
pub struct FieldsWriter<'w> {
    out: &'w mut Writer,
    names: &'static [&'static str],
    next: usize,
}

impl<'w> FieldsWriter<'w> {
    pub(super) fn begin(out: &'w mut Writer, names: &'static [&'static str]) -> Self {
        out.text.push('{');
        Self { out, names, next: 0 }
    }

    /// Writes the next value.
    #[inline(never)]
    pub fn put(&mut self, value: &dyn Write) {
        let at = self.next;
        self.next += 1;
        let name = self.names.get(at).copied().unwrap_or("");
        let out = &mut *self.out;
        let before = out.taps.as_mut().map(|taps| taps.enter(at));
        // Taps take values and no text.
        if before.is_none() {
            out.name(name, at == 0);
        }
        out.path.push(Step::Name(name));
        value.write(out);
        out.path.pop();
        out.back(before);
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
        let before = self.enter(name);
        write(self.out);
        self.leave(before);
    }

    #[inline(never)]
    fn enter(&mut self, name: &'static str) -> Option<usize> {
        let out = self.open(name);
        out.path.push(Step::Name(name));
        out.taps.as_mut().map(super::taps::Taps::enter_closed)
    }

    #[inline(never)]
    fn leave(&mut self, before: Option<usize>) {
        self.out.back(before);
        self.out.path.pop();
    }

    /// Writes one field whose name is not known beforehand. It needs no escapes.
    #[inline(never)]
    pub fn named(&mut self, name: &str, value: &dyn Write) {
        let out = self.open(name);
        out.path.push(Step::Named(out.named.len()));
        out.named.push(name.to_owned());
        value.write(out);
        out.named.pop();
        out.path.pop();
    }

    /// Writes a field's name; the caller writes its value, which has no columns.
    #[inline(never)]
    pub fn open(&mut self, name: &str) -> &mut Writer {
        self.out.name(name, self.first);
        self.first = false;
        self.out
    }
}
