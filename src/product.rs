//! What every product is: one kind of quote, declared once and found by its name.
//!
//! A new product is one file that implements [`Product`] and one line in the registry (`quote/registry.rs`).

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::document::{Described, Read, Write, nearest_float};
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

    /// How it answers the rows of a book without a document each; without it every row is one.
    const ROWS: Option<Rows<Self>> = None;

    /// Answers the request from the market's tables, and tells the trace how.
    ///
    /// # Errors
    /// What is wrong with the request, with the path of the field.
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<Self::Quote, Error>;
}

/// How a product answers many requests that differ in a few numbers, its cells, and in little else.
///
/// Requests that agree in everything but the cells are begun once, by the functions that `quote` calls, and then answered
/// by the row. What a row is not sure of (cells that are out of bounds, an amount of more decimals than the currency,
/// digits in which two ways to round could differ) it leaves to `quote`, so every row is what `quote` says.
#[derive(Debug)]
pub struct Rows<P> {
    /// The paths of the cells in the request: numbers, alone.
    pub cells: &'static [&'static str],
    /// The paths in the quote that [`Row::answer`] gives, each a number; amounts in smallest units, true and false as 1
    /// and 0.
    pub each: &'static [&'static str],
    /// The paths in the quote that are the same whatever the cells are.
    pub same: &'static [&'static str],
    /// Begins the rows of one request: what stands in it as cells, and who answers. None where `quote` has to.
    pub begin: fn(P, &Market) -> Option<Begun>,
}

/// The cells of a request, NaN where it has none; and who answers its rows.
pub type Begun = (Vec<f64>, Box<dyn Row>);

/// Answers rows that differ in their cells alone.
pub trait Row {
    /// Puts the outputs that are wanted (places in [`Rows::each`]) for some cells, NaN for a null. False where `quote` must
    /// be asked: then nothing that was put counts.
    fn answer(&self, cells: &[f64], wanted: &[usize], out: &mut [f64]) -> bool;
}

/// A cell that is a whole number within bounds.
#[inline]
pub fn whole_cell(cell: f64, bounds: core::ops::RangeInclusive<u32>) -> Option<u32> {
    let whole = cell as u32;
    (f64::from(whole) == cell && bounds.contains(&whole)).then_some(whole)
}

/// An exact number as a cell; NaN where it has more digits than a float can tell apart.
pub fn cell_of(number: Decimal) -> f64 {
    if number.mantissa().unsigned_abs() < 1_000_000_000_000_000 { nearest_float(number) } else { f64::NAN }
}
