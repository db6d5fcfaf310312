//! Invoices that become cash before the buyer pays: factoring, forfaiting, programmes of the buyer, early payment, notes.
//!
//! ```
//! use export_risk::{Engine, document::{Read, Value}, finance::ReceivablesRequest};
//!
//! let json = serde_json::json!({
//!     "method": "note", "currency": "CNY", "amount": "1000000", "start": "2027-01-01", "termDays": 60, "noteDays": 180,
//!     "discountRate": 0.03, "supplierRate": 0.05
//! });
//! let quote = Engine::embedded()?.quote(&ReceivablesRequest::read(&Value::from(&json))?)?;
//! assert_eq!(quote.cash.to_string(), "985000.00");
//! assert_eq!(quote.supplier_value.map(|value| value.to_string()).as_deref(), Some("976859.50"));
//! # Ok::<(), export_risk::Error>(())
//! ```

mod deal;
mod discount;
mod explained;
mod request;

pub(in crate::finance) use deal::later;
pub(in crate::finance) use discount::Pricing;
pub(in crate::finance) use explained::FORFAITING;
pub use request::{
    Discounting, ReceivablesMethod, ReceivablesQuote, ReceivablesRequest, ReceivablesSchedule,
};

use rust_decimal::Decimal;

use self::deal::Deal;
use self::discount::fraction;
use crate::document::{Column, Text};
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Date, Exact, Money, minor_decimal, to_f64, to_minor};

crate::quotes!(ReceivablesQuote);

impl Product for ReceivablesRequest {
    type Quote = ReceivablesQuote;

    const NAME: &'static str = "receivables";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<ReceivablesQuote, Error> {
        let currency = match self.decimals {
            Some(decimals) => {
                self.currency.with_minor_digits(decimals).map_err(|error| error.at("decimals"))?
            }
            None => self.currency,
        };
        let deal = Deal::of(self, currency)?;
        let rates = Rates::of(&deal)?;
        let sides = Sides::of(&deal)?;
        let (dates, paid) = (deal.dates, deal.money);
        let money = |minor: i64| Money::new(minor, currency);
        let rounded = |amount: Option<Decimal>| {
            amount.map(|amount| Money::rounded(amount, currency, self.rounding)).transpose()
        };
        let difference =
            |more: Option<Money>, less: Option<Money>| Some(money(more?.minor() - less?.minor()));
        let per_day = |amount: i64, days: i32| {
            let days = i128::from(days.max(1));
            money(self.rounding.quotient(i128::from(amount), days) as i64)
        };
        let (supplier_value, supplier_waiting) = (rounded(sides.supplier)?, rounded(sides.supplier_waiting)?);
        let (buyer_value, buyer_waiting) = (rounded(sides.buyer)?, rounded(sides.buyer_waiting)?);
        let quote = ReceivablesQuote {
            cash: money(paid.cash),
            cash_date: dates.cash,
            released: money(paid.released),
            payment_date: dates.paid,
            discount_amount: money(paid.discount),
            charges: money(paid.charges),
            total_cost: money(paid.cost()),
            cost_share: paid.cost() as f64 / paid.face as f64,
            days_gained: dates.gained().unsigned_abs(),
            cost_per_day: per_day(paid.cost(), dates.gained()),
            days_to_cash: (dates.cash.days() - dates.start.days()).unsigned_abs(),
            days_to_cash_waiting: (dates.waiting.days() - dates.start.days()).unsigned_abs(),
            discount_yearly: rates.discount,
            indifference_rate: rates.indifference,
            quoted_rate: rates.quoted,
            simple_rate: rates.simple,
            effective_rate: rates.effective,
            value_date: dates.value,
            supplier_value,
            supplier_waiting_value: supplier_waiting,
            supplier_gain: difference(supplier_value, supplier_waiting),
            waiting_cost_per_day: supplier_waiting
                .map(|value| per_day(paid.face - value.minor(), dates.waiting.days() - dates.value.days())),
            note_cost: difference(
                rounded(sides.supplier_paid_in_cash)?,
                rounded(sides.best())?.filter(|_| self.method == ReceivablesMethod::Note),
            ),
            buyer_value,
            buyer_waiting_value: buyer_waiting,
            buyer_gain: difference(buyer_waiting, buyer_value),
            window_from: sides.window_from(&deal),
            window_to: sides.window_to(&deal),
            expected_loss_waiting: self.expected_loss(&deal, dates.waiting)?.map(money),
            expected_loss: self.expected_loss(&deal, deal.at_risk_until())?.map(money),
            schedule: schedule(&deal),
            editions: Vec::new(),
            notices: self.notices(&deal, &sides),
        };
        explained::explain(&deal, &quote, trace);
        Ok(quote)
    }
}

/// What the cash costs a year, in each of the ways in which people tell it. All charges count.
struct Rates {
    discount: f64,
    indifference: f64,
    quoted: f64,
    simple: f64,
    effective: f64,
}

impl Rates {
    /// With C the cash and F what it takes at the end, d = (F − C)/F, n the days between, τ the same as years by the day
    /// count: `d/τ`, `d/(1 − d)/τ`, `d·365/n`, `d/(1 − d)·365/n`, `(F/C)^(365/n) − 1`.
    ///
    /// Source: the first two as DISC and INTRATE of OASIS OpenDocument 1.2 part 2 (OpenFormula); the last three as the
    /// cost of trade credit is taught (2/10 net 30: 36.5, 37.2 and 44.6 %).
    ///
    /// # Errors
    /// `not-finite` where the effective rate is too large.
    fn of(deal: &Deal<'_>) -> Result<Self, Error> {
        let (dates, money) = (&deal.dates, &deal.money);
        let (cash, end) = (money.cash as f64, money.given_up() as f64);
        let years = to_f64(fraction(deal.request.day_count, dates.cash, dates.waiting)?);
        let year = 365.0 / f64::from(dates.gained());
        let (of_end, of_cash) = ((end - cash) / end, (end - cash) / cash);
        let effective = libm::expm1(libm::log(end / cash) * year);
        if !(effective.is_finite() && years > 0.0) {
            let sentence = "the rate a year of so few days is too large to be told";
            return Err(Error::out_of_range("not-finite", sentence).at("cashDays"));
        }
        Ok(Self {
            discount: of_end / years,
            indifference: of_cash / years,
            quoted: of_end * year,
            simple: of_cash * year,
            effective,
        })
    }
}

/// What each way is worth to each side on the day of value, unrounded.
struct Sides {
    supplier: Option<Decimal>,
    supplier_waiting: Option<Decimal>,
    /// What cash on the due date would be worth, in place of a note.
    supplier_paid_in_cash: Option<Decimal>,
    buyer: Option<Decimal>,
    buyer_waiting: Option<Decimal>,
}

impl Sides {
    fn of(deal: &Deal<'_>) -> Result<Self, Error> {
        let face = deal.money.face;
        let supplier = |flows: &[(Date, i64)]| {
            let rate = deal.request.supplier_rate;
            rate.map(|rate| deal.value(flows, rate, "supplierRate")).transpose()
        };
        let buyer = |flow: (Date, i64)| {
            let rate = deal.request.buyer_rate;
            rate.map(|rate| deal.value(&[flow], rate, "buyerRate")).transpose()
        };
        Ok(Self {
            supplier: supplier(&deal.supplied())?,
            supplier_waiting: supplier(&[deal.waited()])?,
            supplier_paid_in_cash: supplier(&[(deal.dates.due, face)])?,
            buyer: buyer(deal.buyer_pays())?,
            buyer_waiting: buyer(deal.waited())?,
        })
    }

    /// The best that the supplier has without the buyer's early cash.
    fn best(&self) -> Option<Decimal> {
        Some(self.supplier?.max(self.supplier_waiting?))
    }

    fn window_from(&self, deal: &Deal<'_>) -> Option<f64> {
        let own = deal.request.method == ReceivablesMethod::DynamicDiscounting;
        let pays = if own { self.buyer_waiting? } else { self.buyer? };
        Some(below_face(pays, deal))
    }

    fn window_to(&self, deal: &Deal<'_>) -> Option<f64> {
        let own = deal.request.method == ReceivablesMethod::DynamicDiscounting;
        let has = if own { self.supplier_waiting? } else { self.best()? };
        Some(below_face(has, deal))
    }
}

/// `1 − V/N`.
fn below_face(value: Decimal, deal: &Deal<'_>) -> f64 {
    let face = minor_decimal(deal.money.face, deal.currency);
    to_f64(Decimal::ONE.minus(value.over(face)))
}

impl Deal<'_> {
    /// The last day on which a default of the buyer hurts the supplier.
    fn at_risk_until(&self) -> Date {
        if self.has_recourse() { self.dates.paid } else { self.dates.cash }
    }
}

impl ReceivablesRequest {
    /// `N · LGD · min(1, p · days/365)` from the invoice on.
    fn expected_loss(&self, deal: &Deal<'_>, until: Date) -> Result<Option<i64>, Error> {
        let Some(rate) = self.default_rate else { return Ok(None) };
        let days = Decimal::from(until.days() - self.start.days());
        let chance = rate.get().times(days).over(Decimal::from(365)).min(Decimal::ONE);
        let loss = minor_decimal(deal.money.face, deal.currency).times(self.loss_given_default.get());
        to_minor(loss.times(chance), deal.currency, self.rounding).map(Some)
    }

    fn notices(&self, deal: &Deal<'_>, sides: &Sides) -> Vec<Notice> {
        let mut notices = Vec::new();
        if self.grace_days > 0 {
            notices.push(Notice::new("grace-days-counted").with("days", self.grace_days));
        }
        if deal.money.released < 0 {
            notices.push(Notice::new("reserve-too-small").with("amount", amount(deal, -deal.money.released)));
        }
        if deal.has_recourse() {
            notices.push(Notice::new("risk-stays-with-supplier"));
        }
        match (sides.window_from(deal), sides.window_to(deal)) {
            (Some(from), Some(to)) if from > to => notices.push(Notice::new("no-window")),
            (None, _) | (_, None) => notices.push(Notice::new("costs-of-money-missing")),
            _ => {}
        }
        if self.default_rate.is_none() {
            notices.push(Notice::new("default-rate-missing"));
        }
        if self.country.is_some_and(|country| country.alpha3() == "CHN") && self.small_supplier {
            let (due, start) = (deal.dates.due.days(), self.start.days());
            notices.push(Notice::new("china-sixty-days").with("days", due - start));
            if self.method == ReceivablesMethod::Note {
                notices.push(Notice::new("china-note-not-forced"));
            }
        }
        notices
    }
}

fn amount(deal: &Deal<'_>, minor: i64) -> String {
    Money::new(minor, deal.currency).text()
}

/// One row for the invoice, and one a day on which anything flows.
fn schedule(deal: &Deal<'_>) -> ReceivablesSchedule {
    let (waited, pays) = (deal.waited(), deal.buyer_pays());
    let supplied = deal.supplied();
    let on = |day: Date, flow: (Date, i64)| if flow.0 == day { flow.1 } else { 0 };
    let mut dates: Vec<i32> = Vec::new();
    let mut columns: [Vec<f64>; 7] = Default::default();
    let (mut supplier_has, mut buyer_has, mut waiting_has) = (0, 0, 0);
    // In the order in which they come; some fall on one day.
    for day in [deal.dates.start, deal.dates.cash, deal.dates.waiting, deal.dates.paid] {
        if dates.last() == Some(&day.days()) {
            continue;
        }
        dates.push(day.days());
        let supplier: i64 = supplied.iter().map(|flow| on(day, *flow)).sum();
        let (buyer, waiting) = (-on(day, pays), on(day, waited));
        supplier_has += supplier;
        buyer_has += buyer;
        waiting_has += waiting;
        let row = [supplier, -buyer - supplier, buyer, waiting, supplier_has, buyer_has, waiting_has];
        for (column, cell) in columns.iter_mut().zip(row) {
            column.push(cell as f64);
        }
    }
    let [supplier, financier, buyer, waiting, supplier_so_far, buyer_so_far, waiting_so_far] =
        columns.map(Column);
    ReceivablesSchedule {
        dates: Column(dates),
        supplier,
        financier,
        buyer,
        waiting,
        supplier_so_far,
        buyer_so_far,
        waiting_so_far,
    }
}
