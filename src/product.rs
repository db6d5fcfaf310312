//! What every product is: one kind of quote, declared once and found by its name.
//!
//! A new product is one file that implements [`Product`] and one line in the registry (`quote/registry.rs`).

use crate::document::{Described, Read, Write};
use crate::error::Error;
use crate::explain::Trace;
use crate::reference::Market;

/// One kind of quote. The implementing type is the request.
pub trait Product: Read + Described {
    /// What comes out.
    type Quote: Write + Described;

    /// The name in requests, in kebab case: `export-credit-cover`.
    const NAME: &'static str;

    /// Answers the request from the market's tables, and tells the trace how.
    ///
    /// # Errors
    /// What is wrong with the request, with the path of the field.
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<Self::Quote, Error>;
}
