use super::kind::Kind;

/// The description of a type, from which the schema, the declarations and the forms are generated.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Text of a kind: `text`, `date`, `currency`, `country`.
    Text {
        /// What the text means.
        kind: &'static str,
    },
    /// A number that is found by iteration or statistics, or a count.
    Number {
        /// What the number means: `number`, `integer`, `months`, `years`, `rate`, `share`.
        kind: &'static str,
        /// The least that is allowed.
        minimum: Option<f64>,
        /// The most that is allowed.
        maximum: Option<f64>,
    },
    /// An exact decimal: text out, text or number in.
    Decimal {
        /// What the number means: `decimal`, `amount`, `rate`, `share`.
        kind: &'static str,
        /// The least that is allowed, and whether it is itself excluded.
        minimum: Option<(&'static str, bool)>,
        /// The most that is allowed.
        maximum: Option<&'static str>,
    },
    /// True or false.
    Bool,
    /// One of a closed list of names, each with what it means.
    Choice {
        /// The type's name.
        name: &'static str,
        /// What the choice is about.
        doc: String,
        /// The names and what each means.
        values: Vec<(&'static str, String)>,
        /// The names that have others, with what they are also known as.
        others: Vec<(&'static str, Vec<&'static str>)>,
    },
    /// Any number of the same.
    List(Box<Shape>),
    /// One, or a list of the same.
    OneOrMany(Box<Shape>),
    /// Given or null.
    Optional(Box<Shape>),
    /// A column of numbers: a `Float64Array`.
    NumberColumn,
    /// A column of dates, as days since 1970-01-01: an `Int32Array`.
    DayColumn,
    /// Named text or numbers, the names not fixed.
    Map,
    /// Requests in parts, by product.
    Requests,
    /// Named fields.
    Record(RecordShape),
}

/// The description of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordShape {
    /// The type's name: `LoanRequest`.
    pub name: &'static str,
    /// What it is.
    pub doc: String,
    /// Its fields, in order.
    pub fields: Vec<FieldShape>,
}

/// The description of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldShape {
    /// The name in documents: `repaymentMonths`.
    pub name: &'static str,
    /// What it means, with unit, sign and range.
    pub doc: String,
    /// What it holds.
    pub shape: Shape,
    /// The default as JSON text, when there is one.
    pub default: Option<String>,
}

/// A type that can describe itself.
pub trait Described {
    /// What it holds, as static data.
    const KIND: &'static Kind;

    /// The description with its words. Built anew at each call: it is for generators, not for the hot path. A type that
    /// needs no words is described by its kind.
    fn shape() -> Shape {
        Self::KIND.shape()
    }
}

impl<T: Described> Described for Option<T> {
    const KIND: &'static Kind = &Kind::Optional(T::KIND);

    fn shape() -> Shape {
        Shape::Optional(Box::new(T::shape()))
    }
}

impl<T: Described> Described for Vec<T> {
    const KIND: &'static Kind = &Kind::List(T::KIND);

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl Described for bool {
    const KIND: &'static Kind = &Kind::Bool;
}

impl Described for f64 {
    const KIND: &'static Kind = &Kind::Number { kind: "number", minimum: None, maximum: None };
}

impl Described for u32 {
    const KIND: &'static Kind = &Kind::Number { kind: "integer", minimum: Some(0.0), maximum: None };
}

impl Described for String {
    const KIND: &'static Kind = &Kind::Text { kind: "text" };
}

impl Described for &'static str {
    const KIND: &'static Kind = &Kind::Text { kind: "text" };
}

impl Described for rust_decimal::Decimal {
    const KIND: &'static Kind = &Kind::Decimal { kind: "decimal", minimum: None, maximum: None };
}
