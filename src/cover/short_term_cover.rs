//! Cover of receivables of under two years, at home and abroad.

mod answer;
mod claims;
mod explained;
mod lines;
mod request;
#[cfg(feature = "everything")]
mod rows;

pub use answer::{ClaimsSettlement, Declarations, LineColumns, ShortTermCoverQuote};
pub use request::{
    BuyerBook, Cause, ClaimTerms, ClaimsRecord, Losses, Payment, Policy, PreShipment, ShortTermCoverRequest,
    TechnicalTerms, TermDays, Trade, TurnoverLine,
};

use std::sync::Arc;

use rust_decimal::Decimal;

use self::claims::YearTerms;
use self::lines::{Line, lines, minor_of, part};
use crate::document::{Column, Text};
use crate::error::Error;
use crate::explain::{Edition, Notice, Trace};
use crate::product::Product;
use crate::reference::{Market, age_notice};
use crate::values::{Date, Exact, Money, bounded, minor_text, to_f64};

crate::quotes!(ShortTermCoverQuote);

impl Product for ShortTermCoverRequest {
    type Quote = ShortTermCoverQuote;

    const NAME: &'static str = "short-term-cover";

    #[cfg(feature = "everything")]
    const ROWS: Option<crate::product::Rows<Self>> = Some(rows::ROWS);

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<ShortTermCoverQuote, Error> {
        let lines = lines(self, market)?;
        let sums = Sums::of(&lines, self)?;
        let terms = YearTerms::of(self, sums.premium)?;
        let break_even = terms.break_even(self, sums.premium);
        let technical = self.technical_premium(&sums, &terms)?;
        let settlement = self
            .losses
            .as_ref()
            .map(|losses| claims::settle(losses, self, &terms, sums.premium))
            .transpose()?;
        explained::tell(self, &lines, &sums, break_even, technical, settlement.as_ref(), trace);

        let money = |minor| Money::new(minor, self.currency);
        let share_of = |minor: i64, of: i64| minor as f64 / of as f64;
        let first = lines.first().map(|line| line.rate);
        let at_risk = sums.insured_exposure as f64 * self.loss_given_default.as_f64();
        Ok(ShortTermCoverQuote {
            policy: self.policy,
            currency: self.currency,
            turnover: money(sums.turnover),
            premium_rate: first.filter(|rate| lines.iter().all(|line| line.rate == *rate)),
            average_rate: share_of(sums.by_rate, sums.turnover),
            premium_by_rate: money(sums.by_rate),
            pre_shipment_premium: sums.pre_shipment.map(money),
            premium: money(sums.premium),
            minimum_binds: sums.premium > sums.by_rate,
            share_of_turnover: share_of(sums.premium, sums.turnover),
            share_of_margin: self
                .margin
                .filter(|margin| !margin.get().is_zero())
                .map(|margin| share_of(sums.premium, sums.turnover) / margin.as_f64()),
            exposure: money(sums.exposure),
            insured_exposure: money(sums.insured_exposure),
            maximum_liability: terms.maximum.map(money),
            expected_loss: sums.expected.map(|expected| money(expected.0)),
            expected_claims: sums.expected.map(|expected| money(expected.1)),
            loss_ratio: sums
                .expected
                .filter(|_| sums.premium > 0)
                .map(|expected| share_of(expected.1, sums.premium)),
            technical_premium: technical.map(money),
            break_even_loss: break_even.map(money),
            break_even_default_rate: break_even.filter(|_| at_risk > 0.0).map(|loss| loss as f64 / at_risk),
            schedule: self.declarations(&sums)?,
            notices: self.notices(&lines, &sums, break_even, market),
            lines: columns(&lines),
            settlement,
            editions: self.editions(&lines, market),
        })
    }
}

/// The lines added up, in smallest units.
pub(super) struct Sums {
    pub turnover: i64,
    pub by_rate: i64,
    pub pre_shipment: Option<i64>,
    pub premium: i64,
    pub exposure: i64,
    pub insured_exposure: i64,
    /// Losses and claims, when every line has a default rate.
    pub expected: Option<(i64, i64)>,
}

impl Sums {
    /// `premium = max(minimum, Σ premium of each line, and that for manufacturing risk)`
    fn of(lines: &[Line], request: &ShortTermCoverRequest) -> Result<Self, Error> {
        let sum = |of: fn(&Line) -> i64| {
            let sum = lines.iter().map(|line| i128::from(of(line))).sum();
            bounded(sum, request.currency)
        };
        let turnover = sum(|line| line.turnover)?;
        let pre_shipment = request
            .pre_shipment
            .as_ref()
            .map(|terms| part(turnover, terms.premium_rate.get(), request))
            .transpose()?;
        let by_rate = sum(|line| line.premium)? + pre_shipment.unwrap_or(0);
        let minimum = minor_of(request.minimum_premium, request, "minimumPremium")?;
        let known = lines.iter().all(|line| line.expected.is_some());
        let loss = sum(|line| line.expected.as_ref().map_or(0, |expected| expected.loss))?;
        let claims = sum(|line| line.expected.as_ref().map_or(0, |expected| expected.claims))?;
        Ok(Self {
            turnover,
            by_rate,
            pre_shipment,
            premium: by_rate.max(minimum),
            exposure: sum(|line| line.exposure)?,
            insured_exposure: sum(|line| line.insured_exposure)?,
            expected: known.then_some((loss, claims)),
        })
    }
}

impl ShortTermCoverRequest {
    /// `(expected claims + capital share · most that can be claimed · cost of capital) / (1 − expense share)`
    fn technical_premium(&self, sums: &Sums, terms: &YearTerms) -> Result<Option<i64>, Error> {
        let (Some(technical), Some((_, claims))) = (&self.technical, sums.expected) else { return Ok(None) };
        let kept = Decimal::ONE.minus(technical.expense_share.get());
        if kept.is_zero() {
            return Err(Error::out_of_range("out-of-bounds", "expenses are less than the whole premium")
                .detail("bounds", "0 to below 1")
                .with_value("1")
                .at("technical.expenseShare"));
        }
        let insured = part(sums.insured_exposure, self.insured_share.get(), self)?;
        let most = terms.maximum.map_or(insured, |most| most.min(insured));
        let cost = technical.capital_share.get().times(technical.capital_cost.get());
        let needed = Decimal::from(claims).plus(Decimal::from(most).times(cost));
        // Of whole units, so that the amount is rounded once.
        let premium = needed.over(kept);
        let scale = 10_i128.checked_pow(premium.scale()).unwrap_or(1);
        bounded(self.rounding.quotient(premium.mantissa(), scale), self.currency).map(Some)
    }

    /// The months of the year. Turnover and premium are cut from their running sums, so that they add up.
    fn declarations(&self, sums: &Sums) -> Result<Declarations, Error> {
        let shares = self.monthly(sums.turnover)?;
        let (mut turnover, mut premium, mut cumulative) = (Vec::new(), Vec::new(), Vec::new());
        let (mut declared, mut paid) = (0_i128, 0_i128);
        for so_far in &shares {
            let due = self.rounding.quotient(i128::from(sums.by_rate) * so_far, i128::from(sums.turnover));
            turnover.push((so_far - declared) as f64);
            premium.push((due - paid) as f64);
            cumulative.push(due as f64);
            (declared, paid) = (*so_far, due);
        }
        let ends = |start: Date| -> Result<Vec<i32>, Error> {
            (1..=shares.len() as i32).map(|month| Ok(start.add_months(month)?.add_days(-1)?.days())).collect()
        };
        let dates = self.start.map(ends).transpose().map_err(|error| error.at("start"))?.unwrap_or_default();
        Ok(Declarations {
            dates: Column(dates),
            turnover: Column(turnover),
            premium: Column(premium),
            cumulative: Column(cumulative),
            minimum_adjustment: Money::new(sums.premium - sums.by_rate, self.currency),
        })
    }

    /// The running sum of the turnover at the end of each month.
    fn monthly(&self, turnover: i64) -> Result<Vec<i128>, Error> {
        let total = i128::from(turnover);
        if self.monthly_turnover.is_empty() {
            let months = if self.policy == Policy::SingleContract { 1 } else { 12 };
            return Ok((1..=months).map(|month| self.rounding.quotient(total * month, months)).collect());
        }
        let mut sum = 0_i128;
        let mut sums = Vec::with_capacity(12);
        for (at, amount) in self.monthly_turnover.iter().enumerate() {
            let minor = minor_of(*amount, self, "")
                .map_err(|error| error.at(format!("monthlyTurnover.{}", at.text())))?;
            sum += i128::from(minor);
            sums.push(sum);
        }
        if sums.len() != 12 || sum != total {
            let total = minor_text(turnover, self.currency);
            let sentence = format!("give the turnover of twelve months, together {total}");
            return Err(Error::invalid("months-differ", sentence)
                .detail("sum", total)
                .with_value(
                    bounded(sum, self.currency)
                        .map_or_else(|e| e.to_string(), |s| minor_text(s, self.currency)),
                )
                .at("monthlyTurnover"));
        }
        Ok(sums)
    }

    fn notices(&self, lines: &[Line], sums: &Sums, break_even: Option<i64>, market: &Market) -> Vec<Notice> {
        let mut notices = Vec::new();
        let by_grid = lines.iter().any(|line| line.parts.is_some());
        if by_grid {
            notices.push(Notice::new("grid-is-assumption"));
        }
        if sums.premium > sums.by_rate {
            notices.push(
                Notice::new("minimum-premium-binds")
                    .with("minimum", minor_text(sums.premium, self.currency))
                    .with("byRate", minor_text(sums.by_rate, self.currency)),
            );
        }
        let by_seller = lines.iter().filter(|line| line.parts.is_some_and(|parts| parts.by_seller)).count();
        if by_seller > 0 {
            notices.push(Notice::new("seller-sets-category").with("count", by_seller));
        }
        let over = sums.exposure - sums.insured_exposure;
        if over > 0 {
            notices.push(
                Notice::new("over-limit")
                    .with("amount", minor_text(over, self.currency))
                    .with("currency", self.currency.code()),
            );
        }
        if sums.expected.is_none() {
            notices.push(Notice::new("default-rate-missing"));
        } else if !self.first_loss.get().is_zero() || !self.aggregate_first_loss.get().is_zero() {
            notices.push(Notice::new("first-losses-not-in-claims"));
        }
        if break_even.is_none() {
            notices.push(Notice::new("cover-never-pays"));
        }
        if self.technical.is_some() && sums.expected.is_none() {
            notices.push(Notice::new("technical-needs-default-rate"));
        }
        if by_grid {
            let (countries, grid) = (market.countries.edition(), market.short_term.edition());
            let card = market.card.as_ref();
            let used =
                card.filter(|card| self.editions(lines, market).iter().any(|one| one.id == card.edition.id));
            notices.extend(used.map(|card| card.notice()));
            let since = countries.in_force.unwrap_or(countries.retrieved);
            notices.extend(age_notice(countries, since, self.valuation_date));
            notices.extend(age_notice(grid, grid.retrieved, self.valuation_date));
        }
        notices
    }

    fn editions(&self, lines: &[Line], market: &Market) -> Vec<Arc<Edition>> {
        let mut editions = Vec::new();
        if lines.iter().any(|line| line.parts.is_some()) {
            editions.push(Arc::clone(market.short_term.edition()));
        }
        if lines.iter().any(|line| line.parts.is_some_and(|parts| parts.category.is_some())) {
            editions.push(Arc::clone(market.countries.edition()));
        }
        let by_card = |line: &Line| line.parts.is_some_and(|parts| parts.card_cell || parts.card_category);
        let card = market.card.as_ref().filter(|_| lines.iter().any(by_card));
        editions.extend(card.map(|card| Arc::clone(&card.edition)));
        editions
    }
}

fn columns(lines: &[Line]) -> LineColumns {
    let column = |of: fn(&Line) -> i64| Column::of(lines, of);
    let known = lines.iter().all(|line| line.expected.is_some());
    let expected: Vec<f64> =
        lines.iter().filter_map(|line| line.expected.as_ref()).map(|expected| expected.loss as f64).collect();
    LineColumns {
        rate: Column(lines.iter().map(|line| to_f64(line.rate)).collect()),
        turnover: column(|line| line.turnover),
        premium: column(|line| line.premium),
        exposure: column(|line| line.exposure),
        insured_exposure: column(|line| line.insured_exposure),
        expected_loss: Column(if known { expected } else { Vec::new() }),
    }
}
