//! The purchase of a company: who pays for what, what its cash repays, and what the sale leaves.

mod course;
mod deal;
mod explained;
mod quote;
mod request;

pub use quote::{
    AcquisitionCourse, AcquisitionItem, AcquisitionPart, AcquisitionQuote, AcquisitionSponsorQuote,
};
pub use request::{
    AcquisitionLoan, AcquisitionRequest, AcquisitionRule, AcquisitionSponsor, AcquisitionSynergies,
};

use rust_decimal::Decimal;

use self::course::{Course, LoanYear, Row};
use self::deal::Deal;
use crate::calendar::Frequency;
use crate::cash_flow::Flows;
use crate::document::{Column, decimal_of, short_text};
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::numeric::brent;
use crate::product::Product;
use crate::reference::Market;
use crate::values::{LARGEST_MINOR, Money, bounded, minor_decimal, to_f64};

crate::quotes!(AcquisitionQuote);

impl Product for AcquisitionRequest {
    type Quote = AcquisitionQuote;

    const NAME: &'static str = "acquisition";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<AcquisitionQuote, Error> {
        let deal = Deal::of(self)?;
        let synergy = self.synergies.as_ref().map_or(Decimal::ZERO, |synergies| synergies.amount.get());
        let course = Course::of(&deal, synergy)?;
        let money = |minor: i64| Money::new(minor, self.currency);
        let total = |of: fn(&Row) -> i64| {
            bounded(course.rows.iter().map(|row| i128::from(of(row))).sum(), self.currency).map(money)
        };
        let later = course.rows.get(1..).unwrap_or_default();
        let owed = |row: &Row| row.owed() as f64 / row.earned.max(1) as f64;
        let over = |of: fn(&Row) -> Option<f64>| later.iter().filter_map(of).reduce(f64::min);
        let headrooms: Vec<Option<f64>> = later.iter().map(|row| course.headroom(row)).collect();
        let all: Vec<f64> = course.rows.iter().map(|row| (row.flows[0] + row.flows[1]) as f64).collect();
        let mut quote = AcquisitionQuote {
            currency: self.currency,
            acquirer_return: rate_of(&course.flows(0)),
            partner_return: self.partner.as_ref().and_then(|_| rate_of(&course.flows(1))),
            sponsors_return: rate_of(&all),
            enterprise_value: money(deal.enterprise),
            equity_value: money(deal.equity_value),
            entry_multiple: deal.enterprise as f64 / deal.ebitda as f64,
            exit_multiple: match self.exit_multiple {
                Some(multiple) => to_f64(multiple),
                None => deal.enterprise as f64 / deal.ebitda as f64,
            },
            exit_value: money(course.exit),
            total_uses: money(deal.total()),
            opening_leverage: course.rows.first().map_or(0.0, owed),
            debt_share: deal.borrowed() as f64 / deal.total() as f64,
            loan_to_price: deal.loans[0].as_ref().map_or(0.0, |loan| loan.amount as f64) / deal.price as f64,
            highest_leverage: course.rows.iter().map(owed).fold(0.0, f64::max),
            least_interest_cover: over(interest_cover),
            least_cash_cover: over(cash_cover),
            least_headroom: headrooms.iter().copied().flatten().reduce(f64::min),
            breach_years: (1..)
                .zip(&headrooms)
                .filter_map(|(year, room)| room.is_some_and(|room| room < 0.0).then_some(year))
                .collect(),
            break_even_synergy: self.break_even(&deal, synergy),
            sponsor_support: total(|row| row.support)?,
            unpaid_debt: money(course.unpaid),
            acquirer: self.sponsor(&course, 0)?,
            partner: self.partner.as_ref().map(|_| self.sponsor(&course, 1)).transpose()?,
            uses: deal.parts(&deal.uses),
            sources: deal.parts(&deal.sources),
            course: self.course(&course, &headrooms)?,
            editions: Vec::new(),
            notices: Vec::new(),
        };
        quote.notices = self.notices(&deal, &course, &quote);
        explained::explain(&deal, &quote, trace);
        Ok(quote)
    }
}

/// EBITDA with synergies over interest; none where nothing is due.
fn interest_cover(row: &Row) -> Option<f64> {
    (row.interest() > 0).then(|| row.earned as f64 / row.interest() as f64)
}

/// Cash available over interest and principal due.
fn cash_cover(row: &Row) -> Option<f64> {
    (row.service() > 0).then(|| row.available as f64 / row.service() as f64)
}

fn rate_of(flows: &[f64]) -> Option<f64> {
    Flows::periodic(flows).ok()?.nearest_rate()
}

impl AcquisitionRequest {
    /// What the buyer and the partner receive each year, paid below zero, in smallest units.
    ///
    /// # Errors
    /// As the quote.
    pub(crate) fn flows(&self) -> Result<[Vec<f64>; 2], Error> {
        let deal = Deal::of(self)?;
        let synergy = self.synergies.as_ref().map_or(Decimal::ZERO, |synergies| synergies.amount.get());
        let course = Course::of(&deal, synergy)?;
        Ok([course.flows(0), course.flows(1)])
    }

    /// What one sponsor pays and receives.
    ///
    /// - return in its own currency `= (1 + i)·(1 + c) − 1`, `c` the yearly change of the purchase's currency against it
    fn sponsor(&self, course: &Course<'_>, place: usize) -> Result<AcquisitionSponsorQuote, Error> {
        let flows = course.flows(place);
        let sum = |of: fn(f64) -> f64| {
            bounded(flows.iter().map(|flow| of(*flow) as i128).sum(), self.currency)
                .map(|minor| Money::new(minor, self.currency))
        };
        let (paid_in, received) = (sum(|flow| (-flow).max(0.0))?, sum(|flow| flow.max(0.0))?);
        let (share, change, required) =
            course.deal.sponsors.get(place).map_or((0.0, None, None), |sponsor| {
                (to_f64(sponsor.share), sponsor.terms.currency_change, sponsor.terms.required_return)
            });
        let field = if place == 0 { "acquirer.requiredReturn" } else { "partner.requiredReturn" };
        let value = |rate: f64| {
            let value = Flows::periodic(&flows)?.npv(rate).map_err(|error| error.moved(field))?;
            let most = 2.0 * LARGEST_MINOR as f64;
            bounded(libm::round(value.max(-most).min(most)) as i128, self.currency)
                .map(|minor| Money::new(minor, self.currency))
                .map_err(|error| error.at(field))
        };
        Ok(AcquisitionSponsorQuote {
            equity_share: share,
            paid_in,
            received,
            money_multiple: (paid_in.minor() > 0).then(|| received.minor() as f64 / paid_in.minor() as f64),
            own_return: change
                .zip(rate_of(&flows))
                .map(|(change, rate)| (1.0 + rate) * (1.0 + change.as_f64()) - 1.0),
            value: required.map(|rate| value(rate.as_f64())).transpose()?,
        })
    }

    /// The synergies a year at which the buyer's flows are worth nothing at the return that it asks for; 0 where they are
    /// worth something without any.
    ///
    /// Found by Brent's method between nothing and the first doubling that is enough, up to a thousand times EBITDA.
    fn break_even(&self, deal: &Deal<'_>, planned: Decimal) -> Option<f64> {
        let rate = self.acquirer.required_return?.as_f64();
        self.synergies.as_ref()?;
        let value = |amount: f64| {
            let of = || -> Option<f64> {
                let course = Course::of(deal, decimal_of(&short_text(amount))?).ok()?;
                Flows::periodic(&course.flows(0)).ok()?.npv(rate).ok()
            };
            of().unwrap_or(f64::NAN)
        };
        if value(0.0) >= 0.0 {
            return Some(0.0);
        }
        let ebitda = to_f64(self.ebitda.get());
        let mut most = to_f64(planned).max(0.1 * ebitda).max(0.01);
        while value(most) < 0.0 && most < 1000.0 * ebitda {
            most *= 2.0;
        }
        brent(value, 0.0, most, 1e-7).ok().map(|found| found.max(0.001))
    }

    fn notices(&self, deal: &Deal<'_>, course: &Course<'_>, quote: &AcquisitionQuote) -> Vec<Notice> {
        let amount = |minor: i64| minor_decimal(minor, self.currency);
        let mut notices = Vec::new();
        if self.exit_multiple.is_none() {
            notices.push(Notice::new("exit-at-entry-multiple"));
        }
        if let Some(rule) = self.rule {
            self.check(rule, deal, &mut notices);
        }
        if !quote.breach_years.is_empty() {
            let years: Vec<String> = quote.breach_years.iter().map(crate::document::Text::text).collect();
            notices.push(Notice::new("covenant-broken").with("years", years.join(", ")));
        }
        let support = course.rows.iter().map(|row| row.support).sum::<i64>();
        if support > 0 {
            notices.push(Notice::new("support-beyond-promise").with("amount", amount(support)));
        }
        if course.unpaid > 0 {
            notices.push(Notice::new("debt-unpaid").with("amount", amount(course.unpaid)));
        }
        match quote.break_even_synergy {
            Some(0.0) => notices.push(Notice::new("no-synergy-needed")),
            None if self.synergies.is_some() && self.acquirer.required_return.is_some() => {
                notices.push(Notice::new("no-break-even-synergy"));
            }
            _ => {}
        }
        notices
    }

    /// Chinese banks' loans for mergers and acquisitions, in force since 31 December 2025: where the buyer comes to control
    /// the target at most 70 % of the price and ten years; where it does not at most 60 % and seven years, and a purchase of
    /// at least 20 % of the target, or 5 % where 20 % is held already.
    ///
    /// Source: National Financial Regulatory Administration, rule on loans for mergers and acquisitions by commercial banks;
    /// the numbers without control are known from the draft of August 2025 only, those of the least purchase from
    /// secondary sources. The notices say so.
    fn check(&self, rule: AcquisitionRule, deal: &Deal<'_>, notices: &mut Vec<Notice>) {
        let (code, part, years) = match rule {
            AcquisitionRule::ChinaControl => ("china-control-loan", 0.7, 10),
            AcquisitionRule::ChinaMinority => ("china-minority-loan", 0.6, 7),
        };
        notices.push(Notice::new(code).with("date", "2025-12-31"));
        if let Some(senior) = &deal.loans[0] {
            let share = senior.amount as f64 / deal.price as f64;
            if share > part {
                let share = libm::round(share * 1000.0) / 1000.0;
                notices.push(
                    Notice::new("acquisition-loan-too-large").with("rate", share).with("maximum", part),
                );
            }
            if senior.terms.term_years > years {
                notices.push(
                    Notice::new("acquisition-loan-too-long")
                        .with("years", senior.terms.term_years)
                        .with("maximum", years),
                );
            }
        }
        let bought = self.acquired_share.get();
        let least = if self.held_before.get() >= Decimal::new(2, 1) { 5 } else { 20 };
        if rule == AcquisitionRule::ChinaMinority && bought < Decimal::new(least, 2) {
            notices.push(
                Notice::new("purchase-too-small")
                    .with("rate", bought)
                    .with("minimum", Decimal::new(least, 2)),
            );
        }
    }

    fn course(&self, course: &Course<'_>, headrooms: &[Option<f64>]) -> Result<AcquisitionCourse, Error> {
        let rows = &course.rows;
        let column = |of: &dyn Fn(&Row) -> i64| Column::of(rows, of);
        let senior = |of: fn(&LoanYear) -> i64| column(&|row| of(&row.loans[0]));
        let mezzanine = |of: fn(&LoanYear) -> i64| column(&|row| of(&row.loans[1]));
        let ratio =
            |of: fn(&Row) -> Option<f64>| Column(rows.iter().map(|row| of(row).unwrap_or(0.0)).collect());
        let mut dates = vec![self.start.days()];
        dates.extend(
            Frequency::Annual.dates_after(self.start, self.years).map_err(|error| error.moved("start"))?,
        );
        let headroom = core::iter::once(0.0).chain(headrooms.iter().map(|room| room.unwrap_or(0.0)));
        Ok(AcquisitionCourse {
            dates: Column(dates),
            ebitda: column(&|row| row.ebitda),
            synergies: column(&|row| row.synergies),
            synergy_costs: column(&|row| row.synergy_costs),
            capital_expenditure: column(&|row| row.capital_expenditure),
            working_capital_change: column(&|row| row.working_capital),
            tax: column(&|row| row.tax),
            net_debt_interest: column(&|row| row.net_debt_interest),
            cash_available: column(&|row| row.available),
            senior_interest: senior(|loan| loan.interest),
            senior_principal: senior(|loan| loan.principal),
            senior_prepaid: senior(|loan| loan.prepaid),
            senior_closing: senior(|loan| loan.closing),
            mezzanine_interest: mezzanine(|loan| loan.interest),
            mezzanine_principal: mezzanine(|loan| loan.principal),
            mezzanine_prepaid: mezzanine(|loan| loan.prepaid),
            mezzanine_closing: mezzanine(|loan| loan.closing),
            shareholder_loans: column(&|row| row.shareholder_loans),
            cash: column(&|row| row.cash),
            support: column(&|row| row.support),
            dividends: column(&|row| row.dividend),
            sale: column(&|row| row.sale),
            leverage: ratio(|row| (row.earned > 0).then(|| row.owed() as f64 / row.earned as f64)),
            interest_cover: ratio(interest_cover),
            cash_cover: ratio(cash_cover),
            headroom: Column(headroom.collect()),
            acquirer_flow: column(&|row| row.flows[0]),
            partner_flow: column(&|row| row.flows[1]),
        })
    }
}

impl Deal<'_> {
    fn parts(&self, items: &[(AcquisitionItem, i64)]) -> Vec<AcquisitionPart> {
        let (all, ebitda) = (self.total() as f64, self.ebitda as f64);
        let of = |(item, amount): &(AcquisitionItem, i64)| AcquisitionPart {
            item: *item,
            amount: Money::new(*amount, self.currency),
            share: *amount as f64 / all,
            multiple: *amount as f64 / ebitda,
        };
        items.iter().filter(|(_, amount)| *amount != 0).map(of).collect()
    }
}
