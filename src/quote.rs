//! The engine: one door for every product, and the verbs that work for all of them.

use std::sync::Arc;

use crate::country::country_score;
use crate::document::{Value, Write, Writer};
use crate::error::Error;
use crate::explain::{Edition, Trace};
use crate::product::Product;
use crate::reference::Market;

#[cfg(feature = "everything")]
mod columns;
#[cfg(feature = "everything")]
mod compare;
#[cfg(feature = "json")]
pub mod describe;
mod from_card;
#[cfg(feature = "everything")]
mod many;
#[cfg(feature = "everything")]
mod quotes;
#[cfg(feature = "everything")]
mod rate_card;
mod registry;
#[cfg(feature = "everything")]
mod rows;
#[cfg(feature = "everything")]
mod sensitivity;
#[cfg(feature = "everything")]
mod solve;
#[cfg(feature = "everything")]
mod varied;

#[cfg(feature = "everything")]
pub use columns::InputColumn;
pub use from_card::FromCard;
#[cfg(feature = "everything")]
pub use quotes::{OutputColumn, Quotes};
#[cfg(feature = "everything")]
pub use rate_card::{LARGEST_CARD, small_enough};
pub use registry::{Entry, PRODUCTS};
#[cfg(feature = "everything")]
pub use solve::{SolveJump, SolvePoint, SolveSolution};

/// Answers requests from a market's tables. Cheap to keep, safe to share.
#[derive(Debug)]
pub struct Engine {
    market: Market,
    /// What a rate card gives for fields that requests leave out.
    defaults: from_card::Defaults,
}

impl Engine {
    /// The engine with the tables that are part of the crate.
    ///
    /// # Errors
    /// None in a build whose tests passed: the embedded tables are read by the parser that reads supplied
    /// ones.
    pub fn embedded() -> Result<Self, Error> {
        Ok(Self { market: Market::embedded()?, defaults: Vec::new() })
    }

    /// Answers a typed request.
    ///
    /// # Errors
    /// What is wrong with it, with the path of the field.
    pub fn quote<P: Product>(&self, request: &P) -> Result<P::Quote, Error> {
        request.quote(&self.market, &mut Trace::silent())
    }

    /// Answers a document that names its product, into a writer.
    ///
    /// # Errors
    /// What is wrong with it, with the path of the field.
    pub fn quote_document(&self, request: Value<'_>, out: &mut Writer) -> Result<(), Error> {
        let (entry, mut request) = registry::find(request)?;
        let card = self.fill(entry, &mut request);
        let at = out.mark();
        (entry.quote)(&request, &self.market, &card, &mut Trace::silent(), out)?;
        finite(out, at)
    }

    /// Answers a document and tells the working: `{ quote, steps, editions }`.
    ///
    /// # Errors
    /// As [`Self::quote_document`].
    pub fn explain_document(&self, request: Value<'_>, out: &mut Writer) -> Result<(), Error> {
        let (entry, mut request) = registry::find(request)?;
        let card = self.fill(entry, &mut request);
        let at = out.mark();
        let mut trace = Trace::listening();
        card.explain(&mut trace);
        let mut result = Ok(());
        out.record(|record| {
            record.nested("quote", |out| {
                result = (entry.quote)(&request, &self.market, &card, &mut trace, out)
            });
            if result.is_ok() {
                record.field("steps", trace.into_steps());
                record.field("editions", self.editions());
            }
        });
        result.and_then(|()| finite(out, at))
    }

    /// The tables in use, with edition, source, date and grade.
    pub fn editions(&self) -> Vec<Arc<Edition>> {
        self.market.editions()
    }

    /// Every country and territory with its category, status and score.
    pub fn countries(&self) -> Vec<CountryRow> {
        self.market
            .countries
            .all()
            .map(|country| CountryRow {
                alpha3: country.code.alpha3(),
                alpha2: country.code.alpha2(),
                category: country.category,
                status: country.status,
                score: country_score(country.code, None, &self.market).ok().and_then(|score| score.score),
            })
            .collect()
    }

    /// The version of the crate.
    pub const fn version() -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}

/// A verb on documents.
pub type Verb = fn(&Engine, Value<'_>, &mut Writer) -> Result<(), Error>;

#[cfg(feature = "json")]
impl Engine {
    /// Answers a request given as JSON text, as JSON text. Columns are plain arrays.
    ///
    /// # Errors
    /// `InvalidInput` when the text is no JSON; otherwise what is wrong with the request.
    pub fn quote_json(&self, request: &str) -> Result<String, Error> {
        self.answer_json(request, Self::quote_document)
    }

    /// Answers a request given as JSON text and tells the working.
    ///
    /// # Errors
    /// As [`Self::quote_json`].
    pub fn explain_json(&self, request: &str) -> Result<String, Error> {
        self.answer_json(request, Self::explain_document)
    }

    /// Answers a call of [`Self::solve_document`] given as JSON text.
    ///
    /// # Errors
    /// As there, and as [`Self::quote_json`].
    pub fn solve_json(&self, call: &str) -> Result<String, Error> {
        self.answer_json(call, Self::solve_document)
    }

    /// Answers a call of [`Self::sensitivity_document`] given as JSON text.
    ///
    /// # Errors
    /// As there, and as [`Self::quote_json`].
    pub fn sensitivity_json(&self, call: &str) -> Result<String, Error> {
        self.answer_json(call, Self::sensitivity_document)
    }

    /// Answers a call of [`Self::compare_document`] given as JSON text.
    ///
    /// # Errors
    /// As there, and as [`Self::quote_json`].
    pub fn compare_json(&self, call: &str) -> Result<String, Error> {
        self.answer_json(call, Self::compare_document)
    }

    /// Answers a call of [`Self::quote_many_document`] given as JSON text.
    ///
    /// # Errors
    /// As there, and as [`Self::quote_json`].
    pub fn quote_many_json(&self, call: &str) -> Result<String, Error> {
        self.answer_json(call, Self::quote_many_document)
    }

    fn answer_json(&self, text: &str, verb: Verb) -> Result<String, Error> {
        let document = parse(text)?;
        let mut out = Writer::new();
        verb(self, Value::from(&document), &mut out)?;
        Ok(out.finish().text)
    }
}

crate::record! {
    quote
    /// A country or territory as the engine knows it.
    pub struct CountryRow {
        /// ISO 3166-1 alpha-3.
        pub alpha3: &'static str,
        /// ISO 3166-1 alpha-2.
        pub alpha2: &'static str,
        /// The risk category, 0 to 7; null where there is none.
        pub category: Option<crate::values::RiskCategory>,
        /// Why there is a category or none.
        pub status: crate::reference::CountryStatus,
        /// Our own score, 0 safe to 100; null where too little is known.
        pub score: Option<f64>,
    }
}

/// An error as a document, for callers in other languages.
pub fn write_error(error: &Error, out: &mut Writer) {
    out.record(|record| {
        record.field("kind", error.kind().name());
        record.field("reason", error.reason());
        record.field("field", error.field());
        record.field("value", error.value());
        record.nested("details", |out| {
            out.record(|details| error.details().iter().for_each(|(name, value)| details.field(name, value)));
        });
        record.field("message", error.to_string());
        if !error.faults().is_empty() {
            record.field("faults", error.faults().to_vec());
        }
    });
}

impl Write for Error {
    fn write(&self, out: &mut Writer) {
        write_error(self, out);
    }
}

fn finite(out: &mut Writer, mark: usize) -> Result<(), Error> {
    match out.not_finite() {
        None => Ok(()),
        Some(place) => {
            let sentence = "a result is too large to be told: use smaller numbers";
            // The same place whether the working is told or not.
            let place = place.strip_prefix("quote.").unwrap_or(place);
            let error = Error::out_of_range("not-finite", sentence).detail("result", place);
            out.back_to(mark);
            Err(error)
        }
    }
}

#[cfg(feature = "json")]
fn parse(text: &str) -> Result<serde_json::Value, Error> {
    serde_json::from_str(text)
        .map_err(|error| Error::invalid("not-json", format!("this is no JSON: {error}")))
}
