use super::Engine;
use super::from_card::Defaults;
use super::registry::PRODUCTS;
use crate::country::spread_at;
use crate::document::{Faults, Owned, Read, Text, Value, nearest};
use crate::error::Error;
use crate::reference::{CardCurve, CardDefaults, Market, RateCard};

/// The most bytes of a rate card, as JSON text or as a message: a card of every list at its longest has less.
pub const LARGEST_CARD: usize = 1_000_000;

impl Engine {
    /// The engine with the embedded tables and a rate card over them. A card with anything wrong is refused whole.
    ///
    /// # Errors
    /// `InvalidInput`, `rate-card-refused`, with every fault and its path in [`Error::faults`] (of what can't be read;
    /// when all can be read, of what contradicts itself), up to a hundred.
    pub fn with_rate_card(card: &Value<'_>) -> Result<Self, Error> {
        let mut found = Faults::default();
        let mut market = Market::embedded()?;
        let mut filled = Vec::new();
        RateCard::faults(card, &mut found);
        if found.is_empty() {
            let mut card = RateCard::read(card)?;
            let given = core::mem::replace(&mut card.defaults, CardDefaults(Vec::new()));
            filled = defaults(given, &mut found);
            card.contradictions(&mut found);
            curves("marketCurves", &card.market_curves, &mut found);
            curves("sovereignCurves", &card.sovereign_curves, &mut found);
            if found.is_empty() {
                market.apply(card, &mut found);
            }
        }
        if found.is_empty() { Ok(Self { market, defaults: filled }) } else { Err(refused(found.into_list())) }
    }

    /// The engine with a rate card given as JSON text.
    ///
    /// # Errors
    /// As [`Self::with_rate_card`]; `rate-card-too-large` over [`LARGEST_CARD`] bytes; `not-json`.
    #[cfg(feature = "json")]
    pub fn with_rate_card_json(card: &str) -> Result<Self, Error> {
        small_enough(card.len())?;
        Self::with_rate_card(&Value::from(&super::parse(card)?))
    }
}

/// # Errors
/// `OutOfRange`, `rate-card-too-large`.
pub fn small_enough(bytes: usize) -> Result<(), Error> {
    if bytes <= LARGEST_CARD {
        return Ok(());
    }
    let most = LARGEST_CARD.text();
    Err(Error::out_of_range("rate-card-too-large", format!("a rate card has at most {most} bytes"))
        .detail("maximum", most)
        .with_value(bytes.text()))
}

/// The defaults of a card by product; what is wrong with them stands in `found`. A field that a request must have may be
/// missing there.
fn defaults(CardDefaults(products): CardDefaults, found: &mut Faults) -> Defaults {
    let mut kept = Vec::new();
    found.under("defaults", &mut |found| {
        for (name, fields) in &products {
            let entry = PRODUCTS.iter().find(|entry| entry.name == name);
            found.under(name, &mut |found| match (entry, fields) {
                (Some(entry), Owned::Record(given)) => {
                    let mut own = Faults::default();
                    (entry.faults)(&fields.view(), &mut own);
                    let missing =
                        |fault: &Error| fault.reason() == "required" && !fault.field().contains('.');
                    own.into_list()
                        .into_iter()
                        .filter(|fault| !missing(fault))
                        .for_each(|fault| found.add(fault));
                    kept.push((entry, given.clone()));
                }
                (Some(_), other) => found.add(other.view().wrong_kind("a record")),
                (None, _) => {
                    let error = Error::invalid("unknown-name", "there is no such product");
                    found.add(match nearest(name, PRODUCTS.iter().map(|entry| entry.name)) {
                        Some(near) => error.detail("nearest", near),
                        None => error,
                    });
                }
            });
        }
    });
    kept
}

fn curves(name: &str, curves: &[CardCurve], found: &mut Faults) {
    found.under(name, &mut |found| {
        for (at, curve) in curves.iter().enumerate() {
            let Err(error) = spread_at(&curve.tenors.0, &curve.spreads.0, 1.0) else { continue };
            found.add(error.under(&at.text()));
        }
    });
}

#[cold]
fn refused(faults: Vec<Error>) -> Error {
    let list: Vec<_> = faults.iter().map(|fault| [fault.field(), ": ", fault.sentence()].concat()).collect();
    let count = faults.len().text();
    let sentence = ["the rate card is not used, for it has ", &count, " faults: ", &list.join("; ")].concat();
    let first = faults.first().map_or("", |fault| fault.field()).to_owned();
    Error::invalid("rate-card-refused", sentence).detail("count", count).at(first).because_of(faults)
}
