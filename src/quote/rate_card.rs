use super::{Engine, from_card};
use crate::country::spread_at;
use crate::document::{Faults, Read, Text, Value};
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
        let mut defaults = Vec::new();
        RateCard::faults(card, &mut found);
        if found.is_empty() {
            let mut card = RateCard::read(card)?;
            let given = core::mem::replace(&mut card.defaults, CardDefaults(Vec::new()));
            defaults = from_card::defaults(given, &mut found);
            card.contradictions(&mut found);
            curves("marketCurves", &card.market_curves, &mut found);
            curves("sovereignCurves", &card.sovereign_curves, &mut found);
            if found.is_empty() {
                market.apply(card, &mut found);
            }
        }
        if found.is_empty() { Ok(Self { market, defaults }) } else { Err(refused(found.into_list())) }
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
