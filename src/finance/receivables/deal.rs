//! From the request to days, money and values.

use rust_decimal::Decimal;

use super::discount::{Pricing, fraction};
use super::request::{Discounting, ReceivablesMethod, ReceivablesRequest};
use crate::document::Text;
use crate::error::Error;
use crate::values::{Currency, Date, Exact, Rate, bounded, minor_decimal, to_minor, to_minor_exact};

/// The longest time of each kind: ten years.
const MOST_DAYS: u32 = 3650;

/// The days of a deal, in their order.
#[derive(Clone, Copy)]
pub(super) struct Dates {
    /// The invoice.
    pub start: Date,
    /// On which the supplier has cash.
    pub cash: Date,
    /// On which the buyer has to pay or to give the note, as agreed without any of this.
    pub due: Date,
    /// On which a supplier that waits has its money.
    pub waiting: Date,
    /// Up to which a discount counts, grace days not among them.
    pub end: Date,
    /// On which the buyer pays.
    pub paid: Date,
    /// As of which values are told.
    pub value: Date,
}

impl Dates {
    /// # Errors
    /// What is missing, given twice, too long or out of order.
    pub fn of(request: &ReceivablesRequest) -> Result<Self, Error> {
        let is_note = request.method == ReceivablesMethod::Note;
        let start = request.start;
        let due = match (request.term_days, request.due) {
            (Some(_), Some(_)) => return Err(only_one("due")),
            (None, None) => return Err(required("termDays")),
            (Some(days), None) => later(start, "termDays", days)?,
            (None, Some(due)) if due < start => {
                let sentence = "the buyer can't have to pay before the invoice";
                return Err(Error::invalid("due-before-start", sentence).at("due").with_value(due.text()));
            }
            (None, Some(due)) => due,
        };
        let last = if is_note {
            match request.note_days.ok_or_else(|| required("noteDays"))? {
                0 => return Err(below_one("noteDays")),
                days => later(due, "noteDays", days)?,
            }
        } else {
            due
        };
        let cash = match request.cash_days {
            Some(days) => later(start, "cashDays", days)?,
            None if is_note => due,
            None => start,
        };
        let waiting = later(last, "lateDays", request.late_days)?;
        let end = later(last, "extensionDays", request.extension_days)?;
        let paid = later(end, "lateDays", request.late_days)?;
        let order = |sentence: &'static str| {
            Err(Error::invalid("cash-out-of-order", sentence)
                .at("cashDays")
                .with_value((cash.days() - start.days()).text()))
        };
        if is_note && cash < due {
            return order("a note can be discounted from the day on which it is given");
        }
        if cash >= last {
            return order("cash must come before the day on which the buyer pays");
        }
        let value = if request.method == ReceivablesMethod::DynamicDiscounting { cash } else { start };
        Ok(Self { start, cash, due, waiting, end, paid, value })
    }

    /// Days that pass from the cash to the payment that it takes the place of; at least one.
    pub fn gained(&self) -> i32 {
        self.waiting.days() - self.cash.days()
    }
}

/// What is paid, in smallest units.
#[derive(Clone, Copy)]
pub(super) struct Money {
    pub face: i64,
    /// What is advanced: the whole amount where there is no reserve.
    pub advance: i64,
    pub discount: i64,
    pub charges: i64,
    /// To the supplier on the day of cash.
    pub cash: i64,
    /// To the supplier when the buyer has paid.
    pub released: i64,
}

impl Money {
    /// What the cash takes at the end: what a supplier that waits would have more on that day.
    pub const fn given_up(&self) -> i64 {
        self.face - self.released
    }

    pub const fn cost(&self) -> i64 {
        self.discount + self.charges
    }
}

/// A deal whose fields fit together.
pub(super) struct Deal<'a> {
    pub request: &'a ReceivablesRequest,
    pub currency: Currency,
    pub dates: Dates,
    pub money: Money,
}

impl<'a> Deal<'a> {
    /// # Errors
    /// What does not fit the method, is missing or given twice; `discount-takes-all` where nothing is left.
    pub fn of(request: &'a ReceivablesRequest, currency: Currency) -> Result<Self, Error> {
        fitting(request)?;
        let dates = Dates::of(request)?;
        let minor = |amount: Decimal, field: &'static str| {
            to_minor_exact(amount, currency).map_err(|error| error.at(field))
        };
        let face = minor(request.amount.get(), "amount")?;
        let rounded =
            |part: Decimal| to_minor(part.times(minor_decimal(face, currency)), currency, request.rounding);
        let advance = match request.advance_rate {
            Some(rate) => rounded(rate.get())?,
            None => face,
        };
        let purchase = match (request.discount, request.price) {
            (Some(discount), None) => rounded(discount.get())?,
            (None, Some(price)) => face - minor(price.get(), "price")?,
            (None, None) => 0,
            (Some(_), Some(_)) => return Err(only_one("price")),
        };
        let interest = match request.discount_rate {
            None => 0,
            Some(rate) => {
                let end = if has_reserve(request.method) { dates.paid } else { dates.end };
                let until = later(end, "graceDays", request.grace_days)?;
                let price = Pricing {
                    rate,
                    discounting: request.discounting,
                    day_count: request.day_count,
                    rounding: request.rounding,
                };
                price.discount(advance, currency, dates.cash, until)?
            }
        };
        let discount = purchase + interest;
        let commission = rounded(request.commission.get())?;
        let charges =
            bounded(i128::from(commission) + i128::from(minor(request.fee.get(), "fee")?), currency)?;
        let after_charges = |amount: i64, discount: i64, charges: i64| {
            bounded(i128::from(amount) - i128::from(discount) - i128::from(charges), currency)
        };
        let rest = face - advance;
        let (cash, released) = match (has_reserve(request.method), request.charges_upfront) {
            (true, true) => (after_charges(advance, 0, charges)?, after_charges(rest, discount, 0)?),
            (true, false) => (advance, after_charges(rest, discount, charges)?),
            (false, _) => (after_charges(face, discount, charges)?, 0),
        };
        let money = Money { face, advance, discount, charges, cash, released };
        if cash <= 0 || money.given_up() <= 0 {
            let sentence = "discount and charges must leave some cash";
            return Err(Error::out_of_range("discount-takes-all", sentence).at(priced_by(request)));
        }
        Ok(Self { request, currency, dates, money })
    }

    /// What flows are worth on the day of value, each at `F / (1 + r·τ)`, unrounded.
    ///
    /// # Errors
    /// `rate-too-low` where simple interest at a negative rate leaves nothing.
    pub fn value(&self, flows: &[(Date, i64)], rate: Rate, field: &'static str) -> Result<Decimal, Error> {
        flows.iter().try_fold(Decimal::ZERO, |sum, (day, amount)| {
            let years = fraction(self.request.day_count, self.dates.value, *day)?;
            let factor = Decimal::ONE.plus(rate.get().times(years));
            if factor <= Decimal::ZERO {
                let sentence = "simple interest at this rate leaves nothing over so long a time";
                return Err(Error::out_of_range("rate-too-low", sentence).at(field).with_value(rate.text()));
            }
            Ok(sum.plus(minor_decimal(*amount, self.currency).over(factor)))
        })
    }

    /// What the supplier gets this way.
    pub fn supplied(&self) -> [(Date, i64); 2] {
        [(self.dates.cash, self.money.cash), (self.dates.paid, self.money.released)]
    }

    /// What the buyer pays this way, as a positive amount.
    pub const fn buyer_pays(&self) -> (Date, i64) {
        match self.request.method {
            ReceivablesMethod::DynamicDiscounting => (self.dates.cash, self.money.cash),
            _ => (self.dates.paid, self.money.face),
        }
    }

    /// What flows if nothing is done.
    pub const fn waited(&self) -> (Date, i64) {
        (self.dates.waiting, self.money.face)
    }

    /// Whether the supplier answers for the buyer.
    pub fn has_recourse(&self) -> bool {
        let usual =
            matches!(self.request.method, ReceivablesMethod::Note | ReceivablesMethod::InvoiceDiscounting);
        self.request.recourse.unwrap_or(usual)
    }
}

/// Whether a part is held back until the buyer pays.
pub(super) const fn has_reserve(method: ReceivablesMethod) -> bool {
    matches!(method, ReceivablesMethod::Factoring | ReceivablesMethod::InvoiceDiscounting)
}

/// Whether each field has its place in the method, and what it needs is there.
fn fitting(request: &ReceivablesRequest) -> Result<(), Error> {
    use ReceivablesMethod::{
        DynamicDiscounting, Factoring, Forfaiting, InvoiceDiscounting, Note, ReverseFactoring,
    };
    let reserve = has_reserve(request.method);
    let straight = request.discounting == Discounting::Straight;
    let misplaced = match request.method {
        Factoring | InvoiceDiscounting if !straight => Some("discounting"),
        DynamicDiscounting if !straight => Some("discounting"),
        DynamicDiscounting if request.recourse.is_some() => Some("recourse"),
        Forfaiting if request.recourse == Some(true) => Some("recourse"),
        _ if request.note_days.is_some() && request.method != Note => Some("noteDays"),
        _ if request.extension_days > 0 && request.method != ReverseFactoring => Some("extensionDays"),
        _ if request.advance_rate.is_some() && !reserve => Some("advanceRate"),
        _ if request.charges_upfront && !reserve => Some("chargesUpfront"),
        _ => None,
    };
    if let Some(field) = misplaced {
        let sentence = format!("the method {} has no place for this", request.method.name());
        return Err(Error::not_applicable("not-with-method", sentence).at(field));
    }
    if reserve && request.advance_rate.is_none() {
        return Err(required("advanceRate"));
    }
    let given = usize::from(request.discount.is_some())
        + usize::from(request.discount_rate.is_some())
        + usize::from(request.price.is_some());
    match given {
        0 if !reserve => Err(required("discountRate")),
        2.. if !reserve => Err(only_one(if request.price.is_some() { "price" } else { "discount" })),
        _ if request.grace_days > 365 => Err(above("graceDays", 365, request.grace_days)),
        _ => Ok(()),
    }
}

/// The field that decides the price.
fn priced_by(request: &ReceivablesRequest) -> &'static str {
    match request {
        ReceivablesRequest { price: Some(_), .. } => "price",
        ReceivablesRequest { discount: Some(_), .. } => "discount",
        ReceivablesRequest { discount_rate: Some(_), .. } => "discountRate",
        _ => "commission",
    }
}

pub(in crate::finance) fn later(from: Date, field: &'static str, days: u32) -> Result<Date, Error> {
    if days > MOST_DAYS {
        return Err(above(field, MOST_DAYS, days));
    }
    from.add_days(days as i32).map_err(|error| error.moved(field))
}

#[cold]
fn above(field: &'static str, most: u32, days: u32) -> Error {
    Error::out_of_range("above-maximum", format!("this must be at most {most} days"))
        .detail("maximum", most.text())
        .with_value(days.text())
        .at(field)
}

#[cold]
fn below_one(field: &'static str) -> Error {
    Error::out_of_range("below-minimum", "this must be at least one day")
        .detail("minimum", "1")
        .with_value("0")
        .at(field)
}

#[cold]
fn required(field: &'static str) -> Error {
    Error::invalid("required", "this must be given here").at(field)
}

#[cold]
fn only_one(field: &'static str) -> Error {
    Error::invalid("only-one", "two ways to say the same: give one of the two").at(field)
}
