use crate::document::{Described, FieldShape, Kind, RecordShape, Shape, Text, Write, Writer};

/// Something that a reader of the quote should know: a limit passed, a default assumed, data that is old. A
/// code with values; the words are the page's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    code: &'static str,
    values: Vec<(&'static str, String)>,
}

impl Notice {
    /// A notice by its stable code in kebab case.
    pub const fn new(code: &'static str) -> Self {
        Self { code, values: Vec::new() }
    }

    /// Adds a value that the words mention. The name is in camel case.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Text) -> Self {
        self.values.push((name, value.text()));
        self
    }

    /// The code.
    pub fn code(&self) -> &'static str {
        self.code
    }
}

impl Write for Notice {
    fn write(&self, out: &mut Writer) {
        out.record(|record| {
            record.field("code", self.code);
            record.open("values").record(|values| {
                for (name, value) in &self.values {
                    values.field(name, value);
                }
            });
        });
    }
}

impl Described for Notice {
    const KIND: &'static Kind = &Kind::Closed;

    fn shape() -> Shape {
        let field = |name, doc: &str, shape| FieldShape { name, doc: doc.to_owned(), shape, default: None };
        Shape::Record(RecordShape {
            name: "Notice",
            doc: "Something that a reader of the quote should know.".to_owned(),
            fields: vec![
                field("code", "The stable code in kebab case.", Shape::Text { kind: "text" }),
                field("values", "Values that the words mention, by name, as text.", Shape::Map),
            ],
        })
    }
}
