//! Dated tables, their editions, and one parser for embedded and supplied ones.

use crate::error::Error;
use crate::explain::Edition;

/// The tables that prices rest on.
#[derive(Debug)]
pub struct Market {}

impl Market {
    /// The tables that are part of the crate.
    ///
    /// # Errors
    /// When a table does not parse.
    pub fn embedded() -> Result<Self, Error> {
        Ok(Self {})
    }

    /// The tables with edition, source, date and grade.
    pub fn editions(&self) -> Vec<Edition> {
        Vec::new()
    }
}
