//! What the verbs share: one request of which some inputs are set anew, quoted again and again, and numbers taken at
//! some places of each quote.

use rust_decimal::Decimal;

use super::from_card::FromCard;
use super::registry::{self, Entry, RowForm};
use super::{Engine, finite};
use crate::document::{
    Kind, Place, Read, Taken, Taps, Text, Value, Writer, decimal_of, read_decimal, read_text,
};
use crate::error::Error;
use crate::explain::Trace;
use crate::product::Begun;
use crate::values::{Currency, Rounding};

/// A request whose inputs vary.
pub(super) struct Varied<'v> {
    engine: &'v Engine,
    /// What of the request a rate card gave.
    pub card: FromCard<'v>,
    pub entry: &'static Entry,
    pub request: Value<'v>,
    out: Writer,
    /// How many quotes were asked for.
    pub quotes: usize,
}

impl<'v> Varied<'v> {
    /// Of a request that names its product.
    pub fn new(engine: &'v Engine, request: Value<'v>) -> Result<Self, Error> {
        let (entry, mut request) = registry::find(request)?;
        let card = engine.fill(entry, &mut request);
        Ok(Self { engine, card, entry, request, out: Writer::tapping(Taps::new()), quotes: 0 })
    }

    /// A place of the request.
    pub fn input(&self, path: &str) -> Result<Place, Error> {
        Place::find(self.entry.kinds.0, path)
    }

    /// A place of the quote.
    pub fn output(&self, path: &str) -> Result<Place, Error> {
        Place::find(self.entry.kinds.1, path)
    }

    /// Takes what stands at these places of each quote from now on.
    pub fn watch<'p>(&mut self, places: impl IntoIterator<Item = &'p Place>) {
        self.out = Writer::tapping(taps(places));
    }

    /// Quotes the request as it stands, and gives what stands at the watched places.
    pub fn quote(&mut self) -> Result<&[Taken], Error> {
        self.quotes += 1;
        self.out.back_to(0);
        (self.entry.quote)(
            &self.request,
            &self.engine.market,
            &self.card,
            &mut Trace::silent(),
            &mut self.out,
        )?;
        finite(&mut self.out, 0)?;
        Ok(self.out.taken())
    }

    /// Begins the rows that agree with the request as it stands.
    pub fn begin(&self, form: &RowForm) -> Option<Begun> {
        (form.begin)(&self.request, &self.engine.market)
    }

    /// What stands at places of the request, defaults included.
    pub fn inputs<'p>(&self, places: impl IntoIterator<Item = &'p Place>) -> Result<Vec<Taken>, Error> {
        let mut out = Writer::tapping(taps(places));
        (self.entry.write_request)(&self.request, &mut out)?;
        Ok(out.taken().to_vec())
    }

    /// The decimals that a number at a place of the request is set with: none where it is whole, those of the request's
    /// currency where it is an amount (2 where it names none), 12 elsewhere.
    pub fn digits(&self, place: &Place) -> u32 {
        match place.kind.given() {
            Kind::Number { kind: "integer" | "months", .. } => 0,
            Kind::Decimal { kind: "amount", .. } => self.currency().map_or(2, Currency::minor_digits),
            _ => 12,
        }
    }

    fn currency(&self) -> Option<Currency> {
        let Value::Record(fields) = &self.request else { return None };
        let (_, code) = fields.iter().find(|(name, _)| *name == "currency")?;
        read_text(code).and_then(Currency::parse).ok()
    }
}

fn taps<'p>(places: impl IntoIterator<Item = &'p Place>) -> Taps {
    let mut taps = Taps::new();
    places.into_iter().for_each(|place| taps.watch(place));
    taps
}

/// Whether a place can hold a number. Text can, when it is an exact decimal; that shows in the quote.
pub(super) fn may_be_number(place: &Place) -> bool {
    place.kind.is_number() || matches!(place.kind.given(), Kind::Text { kind: "text" })
}

/// The error for a path that leads to something else than a number.
#[cold]
pub(super) fn no_number(path: &str) -> Error {
    Error::invalid("path-without-number", "this path leads to no number: name one that does")
        .with_value(path.chars().take(60).collect::<String>())
}

/// The request that a call is about.
pub(super) fn request_of<'v>(call: &mut Value<'v>) -> Result<Value<'v>, Error> {
    if !matches!(call, Value::Record(_)) {
        return Err(call.wrong_kind("a record with a request"));
    }
    call.take("request")
        .ok_or_else(|| Error::invalid("required", "give the request whose inputs are to vary").at("request"))
}

/// The bounds of an input, where it has any.
pub(super) fn limits(kind: &Kind) -> (Option<Decimal>, Option<Decimal>) {
    match *kind.given() {
        Kind::Number { minimum, maximum, .. } => {
            let exact = |bound: f64| read_decimal(&Value::Number(bound)).ok();
            (minimum.and_then(exact), maximum.and_then(exact))
        }
        Kind::Decimal { minimum, maximum, .. } => {
            (minimum.and_then(|(minimum, _)| decimal_of(minimum)), maximum.and_then(decimal_of))
        }
        _ => (None, None),
    }
}

/// Numbers of so many digits are told apart by 64 bits.
pub(super) const LARGEST: i64 = 1_000_000_000_000_000;

/// A number in units of 10^-digits, at most ± 10^15.
pub(super) fn scaled(number: Decimal, digits: u32, rounding: Rounding) -> i64 {
    let (mantissa, scale) = (number.mantissa(), number.scale());
    let scaled = match digits.checked_sub(scale) {
        // 96 bits of mantissa and 40 of the power may be too many, but then the number is too large anyway.
        Some(more) => mantissa.saturating_mul(10_i128.pow(more)),
        None => rounding.quotient(mantissa, 10_i128.pow(scale - digits)),
    };
    scaled.max(-i128::from(LARGEST)).min(i128::from(LARGEST)) as i64
}

/// The exact number that was taken; of a float the shortest that names it.
pub(super) fn exact(taken: &Taken) -> Option<Decimal> {
    taken.decimal().or_else(|| read_decimal(&Value::Number(taken.number()?)).ok())
}

/// A path as text.
pub(super) struct PathText(pub String);

impl Read for PathText {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        read_text(value).map(|text| Self(text.text()))
    }
}
