use std::sync::Arc;

use crate::document::{Described, Kind, Shape, Write, Writer};
use crate::values::Date;

crate::choice! {
    /// How good the source of a number is.
    pub enum Grade {
        /// The rule's own text.
        Official = "official",
        /// An export credit agency's or insurer's own page.
        Agency = "agency",
        /// Someone who cites the rule or the agency.
        Secondary = "secondary",
        /// The host's own rate card: what a bank or an insurer says itself.
        Partner = "partner",
        /// Ours: editable, and labelled so.
        Assumption = "assumption",
    }
}

crate::record! {
    quote
    /// The edition of a table that an answer rests on.
    pub struct Edition {
        /// The stable name of the table: `oecd-country-risk`.
        pub id: &'static str,
        /// The title.
        pub title: String,
        /// Where the numbers come from.
        pub source: String,
        /// The first day on which the edition is in force, where it has one.
        pub in_force: Option<Date>,
        /// The day on which the numbers were taken from the source.
        pub retrieved: Date,
        /// The lowest grade among the numbers; single cells may be better.
        pub grade: Grade,
    }
}

/// Quotes hold the tables' own editions. A caller that has them already is told only which they are.
impl Write for Arc<Edition> {
    fn write(&self, out: &mut Writer) {
        if !out.shared(self.id) {
            (**self).write(out);
        }
    }
}

impl Described for Arc<Edition> {
    const KIND: &'static Kind = &Kind::Closed;

    fn shape() -> Shape {
        Edition::shape()
    }
}
