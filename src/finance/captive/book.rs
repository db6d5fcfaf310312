//! One product month by month, in its own currency.

use rust_decimal::Decimal;

use super::curve::{Curve, ONE, over_ages};
use super::part::Part;
use super::rates::Path;
use super::request::{CaptiveProduct, CaptiveProfile};
use super::within;
use crate::document::Text;
use crate::error::Error;
use crate::values::{Currency, Exact, Rate, Rounding, bounded};

/// The most contracts of one product in a month.
const MOST_CONTRACTS: i64 = 50_000;

/// One month of a product, in smallest units of its currency.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BookMonth {
    /// Contracts that are made.
    pub made: i64,
    pub originated: i64,
    pub scheduled: i64,
    pub prepaid: i64,
    pub defaulted: i64,
    pub closing: i64,
    pub interest: i64,
    pub subvention: i64,
    pub earned: i64,
    pub deferred: i64,
    /// Defaulted contracts that are not yet charged off.
    pub impaired: i64,
    pub recovered: i64,
    pub claims: i64,
    pub charged_off: i64,
    pub premium: i64,
    pub stage_one: i64,
    pub stage_two: i64,
    pub stage_three: i64,
    pub residual_provision: i64,
    pub residual_loss: i64,
    /// What credit losses cost.
    pub impairment: i64,
    /// What residual values cost.
    pub residual: i64,
    /// Contracts that are performing at the end, in parts of 10⁻¹².
    pub active: i64,
}

impl BookMonth {
    /// Principal that is received.
    pub const fn collected(&self) -> i64 {
        self.scheduled + self.prepaid - self.residual_loss
    }
}

/// A product with its curve, and all of its months; row 0 is the start, when there is nothing.
#[derive(Debug)]
pub(super) struct Book<'a> {
    pub product: &'a CaptiveProduct,
    pub currency: Currency,
    pub curve: Curve,
    /// Contracts by the month in which they are made; row 0 is the start.
    pub made: Vec<i64>,
    pub amount: i64,
    pub months: Vec<BookMonth>,
}

impl<'a> Book<'a> {
    /// Runs a product over all months. `covered` is false when its cover is left out.
    ///
    /// In every month, with `ΣN·x` the sum over all contracts of the part x of their curve at their age, times what one
    /// finances:
    ///
    /// - closing `= round(ΣN·f)`, defaulted `= round(ΣN·g)`, prepaid `= round(ΣN·h)`; scheduled is what is left, so that
    ///   the book rolls forward to the cent
    /// - interest `= round((opening − defaulted)·r/12)`; premium `= round(opening·p/12)`
    /// - a default waits `recoveryMonths` in stage 3 with its loss provided for, net of what the cover pays:
    ///   `L = round(LGD·D)`, `C = round(c·L)`, provision `L − C`; then `D − L` and C are received, and `L − C` charged off
    /// - stage 1 `= round((1 − σ)·LGD·(1 − c)·round(ΣN·next twelve months' defaults))`, stage 2 the same of the share σ
    ///   and of all defaults that are left
    /// - subvention: `round(s·originated)` is received, and deferred `= round(s·round(ΣN·unearned))`
    /// - residual values: provision `= round(λ·β·round(ΣN·passed part))`; at the end `round(λ·β·round(ΣN·ended))` is lost
    ///
    /// Source: IFRS 9, 5.5.3 and 5.5.5 (lifetime or twelve months' expected losses), B5.5.55 (a guarantee that is part
    /// of the terms counts). DIFFERENCE: losses are not discounted (5.5.17 b asks for it), a stage 2 contract defaults as
    /// often as any other, and its share of the book is given: all three are simplifications.
    ///
    /// # Errors
    /// `OutOfRange`: a term outside 1 to 180 months, a first month outside the model, over 50,000 contracts a month.
    /// `InvalidInput`: no contracts, a floating annuity, a residual loss without balloon.
    pub fn run(
        product: &'a CaptiveProduct,
        currency: Currency,
        months: usize,
        path: &Path<'_>,
        covered: bool,
    ) -> Result<Self, Error> {
        check(product, months)?;
        let made = contracts(product, months)?;
        let amount = crate::values::to_minor_exact(product.contract_amount.get(), currency)
            .map_err(|error| error.at("contractAmount"))?;
        let curve = Curve::of(product, currency)?;
        let mut book = Self { product, currency, curve, made, amount, months: vec![BookMonth::default()] };
        let parts = Parts::of(product, covered);
        let mut pending: Vec<(i64, i64, i64)> = Vec::with_capacity(months + 1);
        pending.push((0, 0, 0));
        let wait = product.recovery_months as usize;
        for at in 1..=months {
            let rate = if product.floating_rate { path.monthly(product.rate, at)? } else { parts.rate };
            let before = book.months.last().copied().unwrap_or_default();
            let mut month = book.principal(at, before)?;
            month.interest = rate.of(before.closing - month.defaulted, currency)?;
            month.premium = parts.premium.of(before.closing, currency)?;
            let loss = parts.loss.of(month.defaulted, currency)?;
            let claim = parts.cover.of(loss, currency)?;
            pending.push((month.defaulted, loss, claim));
            month.impaired = before.impaired + month.defaulted;
            month.stage_three = before.stage_three + loss - claim;
            if let Some((defaulted, loss, claim)) =
                at.checked_sub(wait).and_then(|at| pending.get(at)).copied()
            {
                month.impaired -= defaulted;
                month.stage_three -= loss - claim;
                (month.recovered, month.claims, month.charged_off) = (defaulted - loss, claim, loss - claim);
            }
            month.stage_one = parts.stage_one.of(book.sum(at, &book.curve.next_twelve)?, currency)?;
            month.stage_two = parts.stage_two.of(book.sum(at, &book.curve.lifetime)?, currency)?;
            month.subvention = parts.subvention.of(month.originated, currency)?;
            month.deferred = parts.subvention.of(book.sum(at, &book.curve.deferred)?, currency)?;
            month.earned = before.deferred + month.subvention - month.deferred;
            month.residual_provision = parts.residual.of(book.sum(at, &book.curve.residual)?, currency)?;
            month.residual_loss = parts.residual.of(book.ended(at)?, currency)?;
            let stages = |month: &BookMonth| month.stage_one + month.stage_two + month.stage_three;
            month.impairment = stages(&month) - stages(&before) + month.charged_off;
            month.residual = month.residual_provision - before.residual_provision + month.residual_loss;
            book.months.push(month);
        }
        Ok(book)
    }

    /// Principal, and how many contracts there are.
    fn principal(&self, at: usize, before: BookMonth) -> Result<BookMonth, Error> {
        let made = self.made.get(at).copied().unwrap_or(0);
        let originated = bounded(i128::from(made) * i128::from(self.amount), self.currency)
            .map_err(|error| error.at("contractAmount"))?;
        let closing = self.sum(at, &self.curve.performing)?;
        let defaulted = self.sum(at, &self.curve.defaulted)?;
        let prepaid = self.sum(at, &self.curve.prepaid)?;
        Ok(BookMonth {
            made,
            originated,
            closing,
            defaulted,
            prepaid,
            scheduled: before.closing + originated - defaulted - prepaid - closing,
            active: over_ages(&self.made, at, &self.curve.surviving, 0),
            ..BookMonth::default()
        })
    }

    /// `round(ΣN·x)` at the end of a month.
    fn sum(&self, at: usize, parts: &[i64]) -> Result<i64, Error> {
        self.money(over_ages(&self.made, at, parts, 0))
    }

    /// What is performing so many months after a month's end, of the contracts that were made until then.
    pub fn performing_after(&self, at: usize, later: usize) -> Result<i64, Error> {
        self.money(over_ages(&self.made, at, &self.curve.performing, later))
    }

    /// What contracts that reach their end in a month have financed.
    fn ended(&self, at: usize) -> Result<i64, Error> {
        let made = at.checked_sub(self.product.term_months as usize).and_then(|at| self.made.get(at));
        self.money(made.copied().unwrap_or(0) * self.curve.ended)
    }

    fn money(&self, parts: i64) -> Result<i64, Error> {
        let product = i128::from(parts) * i128::from(self.amount);
        bounded(Rounding::default().quotient(product, i128::from(ONE)), self.currency)
            .map_err(|error| error.at("contractAmount"))
    }

    /// The risk weight: that of the covered part, and that of the rest.
    pub fn weight(&self, covered: bool) -> Decimal {
        let own = self.product.risk_weight.get();
        match &self.product.cover {
            Some(cover) if covered => {
                let share = cover.covered_share.get();
                own.times(Decimal::ONE.minus(share)).plus(cover.covered_risk_weight.get().times(share))
            }
            _ => own,
        }
    }
}

/// The exact fractions of a product.
struct Parts {
    rate: Part,
    premium: Part,
    loss: Part,
    cover: Part,
    stage_one: Part,
    stage_two: Part,
    subvention: Part,
    residual: Part,
}

impl Parts {
    fn of(product: &CaptiveProduct, covered: bool) -> Self {
        let cover = product.cover.as_ref().filter(|_| covered);
        let share = cover.map_or(Decimal::ZERO, |cover| cover.covered_share.get());
        let premium = cover.map_or(Decimal::ZERO, |cover| cover.annual_premium_rate.get());
        let loss = product.loss_given_default.get();
        let net = loss.times(Decimal::ONE.minus(share));
        let two = product.stage_two_share.get();
        Self {
            rate: Part::over(product.rate.get(), 12),
            premium: Part::over(premium, 12),
            loss: Part::over(loss, 1),
            cover: Part::over(share, 1),
            stage_one: Part::over(net.times(Decimal::ONE.minus(two)), 1),
            stage_two: Part::over(net.times(two), 1),
            subvention: Part::over(product.subvention.get(), 1),
            residual: Part::over(product.residual_loss.get().times(product.balloon.get()), 1),
        }
    }
}

fn check(product: &CaptiveProduct, months: usize) -> Result<(), Error> {
    within(product.term_months, 1, 180, "termMonths")?;
    within(product.from_month, 1, months as u32, "fromMonth")?;
    within(product.recovery_months, 0, 60, "recoveryMonths")?;
    if product.floating_rate && product.profile == CaptiveProfile::Annuity {
        let sentence =
            "a level instalment needs one rate: choose equal principal or a bullet for what floats";
        return Err(Error::invalid("floating-annuity", sentence).at("floatingRate"));
    }
    if !product.residual_loss.get().is_zero() && product.balloon.get().is_zero() {
        let sentence = "a residual loss is a part of the balloon: give the balloon, or leave the loss out";
        return Err(Error::invalid("residual-without-balloon", sentence).at("residualLoss"));
    }
    Ok(())
}

/// Contracts by month; what grows is rounded to whole ones.
fn contracts(product: &CaptiveProduct, months: usize) -> Result<Vec<i64>, Error> {
    let given = &product.contracts;
    let Some(last) = given.last() else {
        return Err(Error::invalid("empty", "this list must name at least one").at("contracts"));
    };
    let mut made = vec![0; months + 1];
    let growth = Decimal::ONE.plus(product.growth.get());
    let mut grown = Decimal::from(*last);
    for (year, row) in made.get_mut(1..).unwrap_or_default().chunks_mut(12).enumerate() {
        let contracts = match given.get(year) {
            Some(contracts) => i64::from(*contracts),
            None => {
                grown = grown.times(growth).to_digits(12);
                let whole = Rounding::default().quotient(grown.mantissa(), 10_i128.pow(grown.scale()));
                i64::try_from(whole).unwrap_or(i64::MAX)
            }
        };
        if contracts > MOST_CONTRACTS {
            let sentence = "there can be at most 50000 contracts of one kind in a month";
            let error = Error::out_of_range("above-maximum", sentence).detail("maximum", "50000");
            let field = if year < given.len() { "contracts" } else { "growth" };
            return Err(error.at(field).with_value((contracts as f64).text()));
        }
        row.fill(contracts);
    }
    let first = product.from_month as usize;
    made.get_mut(..first).unwrap_or_default().fill(0);
    Ok(made)
}

/// A rate that a product or a source is given, as a month's part.
pub(super) fn monthly(rate: Rate) -> Part {
    Part::over(rate.get(), 12)
}
