//! What every product is: one kind of quote, declared once and found by its name.
//!
//! A new product is one file that implements [`Product`] and one line in the registry (`quote/registry.rs`).

use std::sync::Arc;

use crate::document::{Described, Read, Write};
use crate::error::Error;
use crate::explain::{Edition, Notice, Trace};
use crate::reference::Market;

/// What comes out of a product.
pub trait Quote: Write + Described {
    /// What every quote carries: the tables that it rests on, and what a reader should know.
    fn carried(&mut self) -> (&mut Vec<Arc<Edition>>, &mut Vec<Notice>);
}

/// Says that some types are quotes: they have the fields `editions` and `notices`.
#[macro_export]
#[doc(hidden)]
macro_rules! quotes {
    ($($name:ty),*) => { $(
        impl $crate::product::Quote for $name {
            fn carried(
                &mut self,
            ) -> (&mut Vec<std::sync::Arc<$crate::explain::Edition>>, &mut Vec<$crate::explain::Notice>) {
                (&mut self.editions, &mut self.notices)
            }
        }
    )* };
}

/// One kind of quote. The implementing type is the request.
pub trait Product: Read + Described {
    /// What comes out.
    type Quote: Quote;

    /// The name in requests, in kebab case: `export-credit-cover`.
    const NAME: &'static str;

    /// Pairs of fields of which a request gives one: a rate card does not give the other to one that has either.
    const EITHER: &'static [(&'static str, &'static str)] = &[];

    /// Answers the request from the market's tables, and tells the trace how.
    ///
    /// # Errors
    /// What is wrong with the request, with the path of the field.
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<Self::Quote, Error>;
}
