use super::from_card::FromCard;
#[cfg(feature = "json")]
use crate::document::Shape;
#[cfg(feature = "everything")]
use crate::document::{Check, Described, Kind, Read};
use crate::document::{Value, Write, Writer, no_such_name, read_text};
use crate::error::{Error, ErrorKind};
use crate::explain::Trace;
#[cfg(feature = "everything")]
use crate::product::{Begun, Rows};
use crate::product::{Product, Quote as _};
use crate::reference::Market;

/// A product without its types, so that all of them fit in one list.
#[derive(Debug)]
pub struct Entry {
    /// The name in requests.
    pub name: &'static str,
    /// The room that the product lives in.
    pub room: &'static str,
    /// Reads a request, answers it and writes the quote, which says what of the request a rate card gave.
    pub quote: fn(&Value<'_>, &Market, &FromCard<'_>, &mut Trace, &mut Writer) -> Result<(), Error>,
    /// Everything that is wrong with a request.
    #[cfg(feature = "everything")]
    pub faults: Check,
    /// Reads a request and writes it out, with what stands for the fields that were not given.
    #[cfg(feature = "everything")]
    pub write_request: fn(&Value<'_>, &mut Writer) -> Result<(), Error>,
    /// How rows that differ in a few numbers are answered without a document each.
    #[cfg(feature = "everything")]
    pub rows: Option<RowForm>,
    /// Pairs of fields of which a request gives one.
    pub either: &'static [(&'static str, &'static str)],
    /// What request and quote hold.
    #[cfg(feature = "everything")]
    pub kinds: (&'static Kind, &'static Kind),
    /// Whether the module for the first answer has it.
    #[cfg(feature = "json")]
    pub is_first: bool,
    /// The descriptions of the request and of the quote. Not in the WebAssembly module: it would carry every doc.
    #[cfg(feature = "json")]
    pub shapes: fn() -> (Shape, Shape),
}

/// A product's [`Rows`] without its type.
#[cfg(feature = "everything")]
#[derive(Debug)]
pub struct RowForm {
    /// See [`Rows::cells`].
    pub cells: &'static [&'static str],
    /// See [`Rows::each`].
    pub each: &'static [&'static str],
    /// See [`Rows::same`].
    pub same: &'static [&'static str],
    /// Reads a request and begins its rows.
    pub begin: fn(&Value<'_>, &Market) -> Option<Begun>,
}

#[cfg(feature = "everything")]
impl RowForm {
    const fn of<P: Product>() -> Option<Self> {
        match P::ROWS {
            Some(Rows { cells, each, same, .. }) => Some(Self { cells, each, same, begin: begin::<P> }),
            None => None,
        }
    }
}

#[cfg(feature = "everything")]
fn begin<P: Product>(request: &Value<'_>, market: &Market) -> Option<Begun> {
    let rows = P::ROWS?;
    (rows.begin)(P::read(request).ok()?, market)
}

/// Lists the products: a room and a request type a line. `first` are those of the module that gives a page its first
/// answer; that of everything has all.
macro_rules! products {
    (
        first { $($first_room:ident :: $first:ident),* $(,)? }
        further { $($room:ident :: $request:ident),* $(,)? }
    ) => {
        /// Every product that this build has, in the order in which people meet them.
        pub static PRODUCTS: &[Entry] = &[
            $(entry!($first_room :: $first, true),)*
            $(#[cfg(feature = "everything")] entry!($room :: $request, false),)*
        ];
        const NAMES: &[&str] = &[
            $(<crate::$first_room::$first as Product>::NAME,)*
            $(<crate::$room::$request as Product>::NAME,)*
        ];
    };
}

macro_rules! entry {
    ($room:ident :: $request:ident, $is_first:literal) => {
        Entry {
            name: <crate::$room::$request as Product>::NAME,
            room: stringify!($room),
            quote: answer::<crate::$room::$request>,
            #[cfg(feature = "everything")]
            faults: <crate::$room::$request as Read>::faults,
            #[cfg(feature = "everything")]
            write_request: write_request::<crate::$room::$request>,
            #[cfg(feature = "everything")]
            rows: RowForm::of::<crate::$room::$request>(),
            either: <crate::$room::$request as Product>::EITHER,
            #[cfg(feature = "everything")]
            kinds: (
                <crate::$room::$request as Described>::KIND,
                <<crate::$room::$request as Product>::Quote as Described>::KIND,
            ),
            #[cfg(feature = "json")]
            is_first: $is_first,
            #[cfg(feature = "json")]
            shapes: shapes::<crate::$room::$request>,
        }
    };
}

products! {
    first {
        finance::ExportCreditRequest,
        cover::CoverRequest,
        country::CountryRiskRequest,
    }
    further {
        finance::ReceivablesRequest,
        finance::FloorplanRequest,
        finance::RetailRequest,
        treasury::SettlementRequest,
        finance::CaptiveRequest,
        cover::InvestmentRequest,
        cover::ShortTermCoverRequest,
        finance::FundRequest,
        finance::PlantRequest,
        finance::AcquisitionRequest,
        finance::GreenRequest,
        treasury::FxHedgeRequest,
        portfolio::PortfolioRequest,
        strategy::LandedCostRequest,
        strategy::ChainRequest,
        strategy::CreditAccessRequest,
        strategy::MatchingRequest,
        strategy::RouteRequest,
        loan::LoanRequest,
        cash_flow::CashFlowRequest,
        tools::TimeValueRequest,
        tools::YearFractionRequest,
        tools::RoundingRequest,
        capital::RiskWeightRequest,
    }
}

/// Finds the product that a document names, and leaves the rest of the document.
pub(super) fn find(mut request: Value<'_>) -> Result<(&'static Entry, Value<'_>), Error> {
    if !matches!(request, Value::Record(_)) {
        return Err(request.wrong_kind("a record with a product"));
    }
    let product = request.take("product").ok_or_else(|| {
        Error::invalid("required", format!("a request names its product, one of {}", NAMES.join(", ")))
            .detail("known", NAMES.join(", "))
            .at("product")
    })?;
    let name = read_text(&product).map_err(|error| error.at("product"))?;
    let entry = PRODUCTS.iter().find(|entry| entry.name == name);
    Ok((entry.ok_or_else(|| missing(name).at("product"))?, request))
}

/// A name that there is not, or one whose product this build leaves out.
#[cold]
fn missing(name: &str) -> Error {
    if !NAMES.contains(&name) {
        return no_such_name(name, NAMES, &[]);
    }
    let sentence = "this product is in the module with everything: await engine.complete() first";
    Error::new(ErrorKind::Unsupported, "not-loaded", sentence).with_value(name)
}

fn answer<P: Product>(
    request: &Value<'_>,
    market: &Market,
    card: &FromCard<'_>,
    trace: &mut Trace,
    out: &mut Writer,
) -> Result<(), Error> {
    let mut quote = P::read(request)?.quote(market, trace)?;
    if card.is_used() {
        let (editions, notices) = quote.carried();
        card.note(editions, notices);
    }
    quote.write(out);
    Ok(())
}

#[cfg(feature = "everything")]
fn write_request<P: Product + Write>(request: &Value<'_>, out: &mut Writer) -> Result<(), Error> {
    P::read(request)?.write(out);
    Ok(())
}

#[cfg(feature = "json")]
fn shapes<P: Product>() -> (Shape, Shape) {
    (<P as Described>::shape(), <P::Quote as Described>::shape())
}
