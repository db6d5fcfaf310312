use super::shape::Shape;

/// What a type holds, without its docs: static data that is part of every build, and what setting a field and
/// reading a number by path rest on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Text of a kind: `text`, `date`, `currency`, `country`.
    Text {
        /// What the text means.
        kind: &'static str,
    },
    /// A number that is found by iteration or statistics, or a count.
    Number {
        /// What the number means: `number`, `integer`, `months`, `years`.
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
    /// An amount that can be paid: an exact decimal with all of its currency's decimals.
    Money,
    /// True or false.
    Bool,
    /// One of a closed list of names.
    Choice,
    /// A column of numbers.
    NumberColumn,
    /// A column of dates, as days since 1970-01-01.
    DayColumn,
    /// Given or null.
    Optional(&'static Kind),
    /// Any number of the same.
    List(&'static Kind),
    /// One, or a list of the same.
    OneOrMany(&'static Kind),
    /// Named fields.
    Record {
        /// Their names, in order.
        names: &'static [&'static str],
        /// What each holds.
        kinds: &'static [&'static Kind],
    },
    /// Something whose parts have no path.
    Closed,
}

impl Kind {
    /// The names of a record's fields, in order; none for anything else.
    pub const fn names(&self) -> &'static [&'static str] {
        match self {
            Self::Record { names, .. } => names,
            _ => &[],
        }
    }

    /// What stands there when something does: the kind without its being optional.
    pub const fn given(&self) -> &Self {
        match self {
            Self::Optional(inner) => inner.given(),
            other => other,
        }
    }

    /// Whether this is a number, given or null.
    pub const fn is_number(&self) -> bool {
        matches!(self.given(), Self::Number { .. } | Self::Decimal { .. } | Self::Money)
    }

    /// Whether this is one value, given or null: no record, list or column.
    pub const fn is_single(&self) -> bool {
        self.is_number() || matches!(self.given(), Self::Text { .. } | Self::Bool | Self::Choice)
    }

    /// The description of a type that needs no words of its own. A record, a choice and what holds others describe
    /// themselves.
    pub(super) fn shape(&self) -> Shape {
        match *self {
            Self::Text { kind } => Shape::Text { kind },
            Self::Number { kind, minimum, maximum } => Shape::Number { kind, minimum, maximum },
            Self::Decimal { kind, minimum, maximum } => Shape::Decimal { kind, minimum, maximum },
            Self::Money => Shape::Decimal { kind: "amount", minimum: None, maximum: None },
            Self::Bool => Shape::Bool,
            Self::NumberColumn => Shape::NumberColumn,
            Self::DayColumn => Shape::DayColumn,
            Self::Optional(inner) => Shape::Optional(Box::new(inner.shape())),
            Self::List(inner) => Shape::List(Box::new(inner.shape())),
            Self::OneOrMany(inner) => Shape::OneOrMany(Box::new(inner.shape())),
            Self::Choice | Self::Record { .. } | Self::Closed => Shape::Map,
        }
    }
}
