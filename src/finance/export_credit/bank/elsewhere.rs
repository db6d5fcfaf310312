//! The bank's view where the build leaves it out: asking for it says where it is.

use crate::document::{Described, Kind, Read, Value, Write, Writer};
use crate::error::{Error, ErrorKind};

/// The lending bank, which nobody can tell to this build.
#[derive(Clone, Copy, Debug)]
pub enum BankTerms {}

/// The bank's view, which this build never gives.
#[derive(Clone, Copy, Debug)]
pub enum BankQuote {}

impl Read for BankTerms {
    fn read(_: &Value<'_>) -> Result<Self, Error> {
        let sentence = "the bank's view is in the module with everything: await engine.complete() first";
        Err(Error::new(ErrorKind::Unsupported, "not-loaded", sentence))
    }
}

impl Write for BankTerms {
    fn write(&self, _: &mut Writer) {
        match *self {}
    }
}

impl Described for BankTerms {
    const KIND: &'static Kind = &Kind::Closed;
}

impl Write for BankQuote {
    fn write(&self, _: &mut Writer) {
        match *self {}
    }
}

impl Described for BankQuote {
    const KIND: &'static Kind = &Kind::Closed;
}
