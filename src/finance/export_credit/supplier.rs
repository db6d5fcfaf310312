//! The exporter's side of a supplier's credit: its bills sold to a bank, and the price that makes it whole.

mod explained;
mod price;
mod terms;

pub use terms::{Forfaiting, SupplierBills, SupplierQuote};

use super::deal::{Day, Deal, Premium, portion};
use super::request::{CreditType, ExportCreditRequest, PremiumPayment};
use crate::calendar::DayCount;
use crate::cash_flow::Flows;
use crate::document::{Column, Text};
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::finance::receivables::{Pricing, later};
use crate::loan::interest;
use crate::reference::Market;
use crate::values::{Date, Money, Rate, Rounding, Share, bounded, to_minor_exact};

/// One bill: the day on which it is due, what the buyer pays, and what the bank takes off.
#[derive(Clone, Copy)]
struct Bill {
    due: i32,
    face: i64,
    discount: i64,
}

/// The bills sold, in smallest units.
struct Sale {
    date: Date,
    bills: Vec<Bill>,
    /// How many are due by the day of the sale and collected.
    collected: usize,
    face: i64,
    /// Of it what is sold.
    sold: i64,
    discount: i64,
    charges: i64,
    premium: i64,
    down_payment: i64,
}

/// Whether the parts of the request go with who lends.
///
/// # Errors
/// `NotApplicable`, `not-with-credit-type`: the sale of bills or a premium that the exporter bears in a buyer's credit; the
/// bank's view in a supplier's.
pub(super) fn fitting(request: &ExportCreditRequest) -> Result<(), Error> {
    let by_exporter = |cover: &super::CoverTerms| cover.premium_payment == PremiumPayment::ByExporter;
    let (field, sentence) = match request.credit_type {
        CreditType::BuyerCredit if request.forfaiting.get().is_some() => (
            "forfaiting",
            "in a buyer's credit the bank lends to the buyer, and there are no bills to sell: leave this out or choose supplier-credit",
        ),
        CreditType::BuyerCredit if request.cover.as_ref().is_some_and(by_exporter) => (
            "cover.premiumPayment",
            "in a buyer's credit the borrower pays the premium: choose upfront, financed or as-drawn, or supplier-credit",
        ),
        CreditType::SupplierCredit if request.bank.is_some() => (
            "bank",
            "this is the view of a bank that lends to the buyer: leave it out or choose buyer-credit",
        ),
        _ => return Ok(()),
    };
    Err(Error::not_applicable("not-with-credit-type", sentence).at(field))
}

/// The exporter's side, where the sale's terms are given, and what a reader should know of it.
///
/// A bill is due on each day on which the buyer pays principal or interest, `Fᵢ` both together; those due after the day of
/// the last delivery are sold on it, with the discount `Dᵢ` of receivables; one due by then is collected.
///
/// `cash = DP + Σ (Fᵢ − Dᵢ) − K`, `K = round(k·S) + f + round(c·S·n/B)`, `N = cash − P`
///
/// - `DP` the down payment, `S` the face of the bills sold, `k` commission, `f` fees, `c` commitment fee a year for `n` days
/// - `P` the premium that the exporter pays: all of it where it bears it or adds it to the bills, nothing where the buyer does
/// - the effective rate solves `Σ (Fᵢ − Dᵢ) − K − P = Σ Fᵢ / (1 + e)^(dᵢ/365)` over the bills sold, `dᵢ` from the sale on
///
/// Sums are not discounted over the time of delivery; fees of the credit are the buyer's, and no cash of the exporter's.
///
/// Rounding: each discount once, commission and commitment fee once each on all that is sold.
/// Source: International Trade and Forfaiting Association, forfaiting calculations (discount, days of grace, commitment fee).
///
/// # Errors
/// `OutOfRange`: `discount-takes-all`, `rate-too-low`, days above their most, amounts that are too large; `Unsupported` for a
/// day count that has no year of its own. All under `forfaiting`.
pub(super) fn view(
    deal: &Deal<'_>,
    days: &[Day],
    premium: Premium,
    (rate, market): (Rate, &Market),
    notices: &mut Vec<Notice>,
    trace: &mut Trace,
) -> Result<Option<SupplierQuote>, Error> {
    let request = deal.request;
    let Some(terms) = request.forfaiting.get() else {
        if request.credit_type == CreditType::SupplierCredit {
            notices.push(Notice::new("supplier-keeps-bills"));
        }
        return Ok(None);
    };
    let sale = terms.sale(deal, days, premium).map_err(|error| error.under("forfaiting"))?;
    let money = |minor: i64| Money::new(minor, request.currency);
    let price_rise = price::rise(deal, &sale, rate, market);
    let of_contract = |minor: i64| minor as f64 / deal.contract as f64;
    let column = |of: fn(&Bill) -> i64| Column::of(&sale.bills, of);
    let quote = SupplierQuote {
        sale_date: sale.date,
        bills: SupplierBills {
            dates: Column(sale.bills.iter().map(|bill| bill.due).collect()),
            face: column(|bill| bill.face),
            discount: column(|bill| bill.discount),
            proceeds: column(|bill| bill.face - bill.discount),
        },
        face_value: money(sale.face),
        discount_amount: money(sale.discount),
        charges: money(sale.charges),
        proceeds: money(sale.proceeds()),
        cash_on_shipment: money(sale.cash()),
        premium_borne: money(sale.premium),
        net_proceeds: money(sale.net()),
        exporter_cost: money(sale.cost()),
        cost_share: of_contract(sale.cost()),
        cash_price: money(deal.contract + deal.local_costs),
        shortfall: money(deal.contract + deal.local_costs - sale.net()),
        effective_rate: sale.effective_rate(),
        price_rise: price_rise.map(money),
        price_rise_share: price_rise.map(of_contract),
    };
    if sale.collected > 0 {
        notices.push(Notice::new("bills-collected").with("count", sale.collected).with("date", sale.date));
    }
    let uncovered = request.cover.as_ref().map(|cover| cover.commercial.min(cover.political));
    if let Some(share) = uncovered.filter(|share| *share < Share::ONE) {
        notices.push(Notice::new("bills-partly-covered").with("share", share));
    }
    if price_rise.is_none() {
        notices.push(Notice::new("no-price-makes-whole"));
    }
    explained::tell(terms, deal, &sale, &quote, trace);
    Ok(Some(quote))
}

impl Forfaiting {
    fn sale(&self, deal: &Deal<'_>, days: &[Day], premium: Premium) -> Result<Sale, Error> {
        let currency = deal.request.currency;
        if self.grace_days > MOST_GRACE {
            let sentence = format!("this must be at most {MOST_GRACE} days");
            let error = Error::out_of_range("above-maximum", sentence).detail("maximum", MOST_GRACE.text());
            return Err(error.with_value(self.grace_days.text()).at("graceDays"));
        }
        let date = deal.drawings.last().map_or(deal.request.start, |drawing| drawing.date);
        let price = Pricing {
            rate: self.discount_rate,
            discounting: self.discounting,
            day_count: self.day_count,
            rounding: Rounding::default(),
        };
        let bill = |day: &Day| {
            let (due, face) = (day.date, day.interest + day.principal);
            let discount = if due <= date.days() {
                0
            } else {
                let until = later(Date::from_days(due)?, "graceDays", self.grace_days)?;
                price.discount(face, currency, date, until)?
            };
            Ok(Bill { due, face, discount })
        };
        let bills = days.iter().filter(|day| day.interest + day.principal > 0).map(bill);
        let bills = bills.collect::<Result<Vec<_>, Error>>()?;
        let collected = bills.iter().filter(|bill| bill.due <= date.days()).count();
        let sum = |bills: &[Bill], of: fn(&Bill) -> i64| {
            bounded(bills.iter().map(|bill| i128::from(of(bill))).sum(), currency)
        };
        let sold = sum(bills.get(collected..).unwrap_or_default(), |bill| bill.face)?;
        let commission = portion(sold, self.commission.get(), currency)?;
        let fee = to_minor_exact(self.fee.get(), currency).map_err(|error| error.at("fee"))?;
        let sale = Sale {
            date,
            collected,
            face: sum(&bills, |bill| bill.face)?,
            sold,
            discount: sum(&bills, |bill| bill.discount)?,
            charges: bounded(
                i128::from(commission) + i128::from(fee) + i128::from(self.commitment(sold, deal)?),
                currency,
            )?,
            premium: match premium.payment {
                PremiumPayment::ByExporter | PremiumPayment::Financed => premium.amount,
                PremiumPayment::Upfront | PremiumPayment::AsDrawn => 0,
            },
            down_payment: deal.down_payment,
            bills,
        };
        if sale.bills.iter().any(|bill| bill.discount >= bill.face)
            || sale.sold - sale.discount <= sale.charges
        {
            let sentence = "discount and charges must leave some cash of each bill and of all";
            return Err(Error::out_of_range("discount-takes-all", sentence).at("discountRate"));
        }
        Ok(sale)
    }

    /// `round(S · c · n / B)`.
    fn commitment(&self, sold: i64, deal: &Deal<'_>) -> Result<i64, Error> {
        if self.commitment_fee.get().is_zero() {
            return Ok(0);
        }
        // Only that the days have a most is asked of it.
        later(deal.request.start, "commitmentDays", self.commitment_days)?;
        let basis = self.day_count.basis().map_err(|error| error.moved("dayCount"))?;
        let (rate, days) = (self.commitment_fee.get(), self.commitment_days as i32);
        interest(sold, rate, days, basis, deal.request.currency, Rounding::default())
            .map_err(|error| error.moved("commitmentFee"))
    }
}

impl Sale {
    /// What all bills bring, those collected at their face.
    const fn proceeds(&self) -> i64 {
        self.face - self.discount - self.charges
    }

    const fn cash(&self) -> i64 {
        self.down_payment + self.proceeds()
    }

    const fn net(&self) -> i64 {
        self.cash() - self.premium
    }

    const fn cost(&self) -> i64 {
        self.discount + self.charges + self.premium
    }

    /// XIRR, ACT/365F, of the cash and the bills that are sold for it.
    fn effective_rate(&self) -> Option<f64> {
        let sold = self.bills.get(self.collected..).unwrap_or_default();
        let cash = self.sold - self.discount - self.charges - self.premium;
        let dates: Vec<i32> =
            core::iter::once(self.date.days()).chain(sold.iter().map(|bill| bill.due)).collect();
        let amounts: Vec<f64> =
            core::iter::once(cash as f64).chain(sold.iter().map(|bill| -(bill.face as f64))).collect();
        if cash <= 0 {
            return None;
        }
        let flows = Flows::dated(&dates, &amounts, DayCount::Act365F).ok()?;
        flows.rates().ok().map(|rates| rates.nearest)
    }
}

const MOST_GRACE: u32 = 365;
