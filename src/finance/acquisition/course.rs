//! The years from the purchase to the sale.

use rust_decimal::Decimal;

use super::super::part::Part;
use super::deal::Deal;
use crate::error::Error;
use crate::values::{Exact, Rounding, bounded, to_f64, to_minor, to_minor_exact};

/// What becomes of one loan in a year.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LoanYear {
    pub interest: i64,
    pub principal: i64,
    pub prepaid: i64,
    pub closing: i64,
}

/// One year; the first row is the closing.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub ebitda: i64,
    pub synergies: i64,
    pub synergy_costs: i64,
    pub capital_expenditure: i64,
    pub working_capital: i64,
    pub tax: i64,
    pub net_debt_interest: i64,
    pub available: i64,
    /// Senior first.
    pub loans: [LoanYear; 2],
    pub shareholder_loans: i64,
    pub cash: i64,
    pub support: i64,
    pub dividend: i64,
    pub sale: i64,
    /// EBITDA with synergies, the acquired part of it.
    pub earned: i64,
    /// What each sponsor receives, hedging deducted; paid below zero. The buyer first.
    pub flows: [i64; 2],
}

impl Row {
    pub const fn interest(&self) -> i64 {
        self.loans[0].interest + self.loans[1].interest
    }

    pub const fn service(&self) -> i64 {
        self.interest() + self.loans[0].principal + self.loans[1].principal
    }

    pub const fn owed(&self) -> i64 {
        self.loans[0].closing + self.loans[1].closing
    }
}

/// The purchase with all of its years.
#[derive(Debug)]
pub(super) struct Course<'d> {
    pub deal: &'d Deal<'d>,
    pub rows: Vec<Row>,
    /// The enterprise value at the sale, and what lenders then lack.
    pub exit: i64,
    pub unpaid: i64,
}

impl<'d> Course<'d> {
    /// Each year in this order: EBITDA and synergies; interest; tax; cash available; interest and principal due, for which
    /// sponsors pay what cash lacks; early repayment, senior first; what is paid out. At the end the company is sold: its
    /// price and cash repay the senior loan, then the mezzanine, then shareholder loans in proportion; the rest is equity's.
    ///
    /// - EBITDA `= round(E₀·(1 + g₁)·…·(1 + gₜ))`; synergies `= round(S·ramp)`
    /// - tax `= round(t·(EBITDA + synergies − their costs − depreciation − interest of net debt − d·interest − losses))`,
    ///   never below nothing; `d` the part of the loans' interest that is deductible
    /// - cash available `= round(share·(EBITDA + synergies − their costs − capital expenditure − working capital − tax −
    ///   interest of net debt))`
    /// - interest `= round((base + margin + hedging + cover)·owed)`; what is added `= round(rate·owed)`
    ///
    /// Source: definition of this project.
    ///
    /// # Errors
    /// `OutOfRange` for amounts that are too large.
    pub fn of(deal: &'d Deal<'d>, synergy: Decimal) -> Result<Self, Error> {
        let (request, currency) = (deal.request, deal.currency);
        let count = request.years as usize;
        let part = |share: Decimal| Part::over(share, 1);
        let mut rows = vec![deal.closing()?];
        let mut grown = request.ebitda.get();
        let (mut losses, mut cash) = (0_i64, deal.minimum_cash);
        let mut owed = deal.loans.each_ref().map(|loan| loan.as_ref().map_or(0, |loan| loan.amount));
        let mut lent: Vec<i64> = deal.sponsors.iter().map(|sponsor| sponsor.loan).collect();
        let control = request.acquired_share.get() > Decimal::new(5, 1);
        let deductible =
            request.interest_deductible.map_or(Decimal::from(u8::from(control)), |share| share.get());
        for at in 1..=count {
            let before = rows.last().map_or(0, |row| row.ebitda);
            let growth = request.ebitda_growth.get(at - 1).or(request.ebitda_growth.last());
            grown =
                grown.times(Decimal::ONE.plus(growth.map_or(Decimal::ZERO, |rate| rate.get()))).to_digits(12);
            let ebitda =
                to_minor(grown, currency, Rounding::default()).map_err(|error| error.at("ebitdaGrowth"))?;
            let (synergies, synergy_costs) = deal.synergies(synergy, at)?;
            let mut row = Row { ebitda, synergies, synergy_costs, ..Row::default() };
            let (mut interest, mut due) = (0_i64, 0_i64);
            for (place, loan) in deal.loans.iter().enumerate() {
                let (Some(loan), Some(owed), Some(year)) =
                    (loan, owed.get_mut(place), row.loans.get_mut(place))
                else {
                    continue;
                };
                year.interest = loan.cash_rate.of(*owed, currency)?;
                let added = loan.added_rate.of(*owed, currency)?;
                interest += year.interest + added;
                *owed += added;
                let share = loan.terms.amortisation.get(at - 1).map_or(Decimal::ZERO, |share| share.get());
                let scheduled = part(share).of(loan.amount, currency)?;
                year.principal =
                    if at >= loan.terms.term_years as usize { *owed } else { scheduled.min(*owed) };
                *owed -= year.principal;
                due += year.interest + year.principal;
            }
            let depreciation = part(request.depreciation.get()).of(ebitda, currency)?;
            row.net_debt_interest = part(request.net_debt_rate.get()).of(deal.net_debt, currency)?;
            let profit = ebitda + synergies
                - synergy_costs
                - depreciation
                - row.net_debt_interest
                - part(deductible).of(interest, currency)?;
            let taxed = (profit - losses).max(0);
            losses = (losses - profit).max(0);
            row.tax = part(request.tax_rate.get()).of(taxed, currency)?;
            row.capital_expenditure = part(request.capital_expenditure.get()).of(ebitda, currency)?;
            row.working_capital = part(request.working_capital.get()).of(ebitda - before, currency)?;
            let left = ebitda + synergies
                - synergy_costs
                - row.capital_expenditure
                - row.working_capital
                - row.tax
                - row.net_debt_interest;
            row.available = deal.share.of(bounded(i128::from(left), currency)?, currency)?;
            row.earned = deal.share.of(ebitda + synergies, currency)?;
            cash += row.available - due;
            row.support = (-cash).max(0);
            cash = cash.max(0);
            for (place, loan) in deal.loans.iter().enumerate() {
                let (Some(loan), Some(owed), Some(year)) =
                    (loan, owed.get_mut(place), row.loans.get_mut(place))
                else {
                    continue;
                };
                year.prepaid = loan.sweep.of((cash - deal.minimum_cash).max(0), currency)?.min(*owed);
                *owed -= year.prepaid;
                cash -= year.prepaid;
                year.closing = *owed;
            }
            row.dividend = part(request.payout.get()).of((cash - deal.minimum_cash).max(0), currency)?;
            cash -= row.dividend;
            row.cash = cash;
            for (lent, sponsor) in lent.iter_mut().zip(&deal.sponsors) {
                *lent += part(sponsor.terms.loan_rate.get()).of(*lent, currency)?;
            }
            row.shareholder_loans = lent.iter().sum();
            let [first, second] = &mut row.flows;
            for (flow, (sponsor, own)) in
                [first, second].into_iter().zip(deal.by_share(row.dividend - row.support)?)
            {
                *flow = own
                    - part(sponsor.terms.hedging_cost.get()).of(sponsor.equity + sponsor.loan, currency)?;
            }
            rows.push(row);
        }
        let mut course = Self { deal, rows, exit: 0, unpaid: 0 };
        course.sell(&lent)?;
        Ok(course)
    }

    fn sell(&mut self, lent: &[i64]) -> Result<(), Error> {
        let deal = self.deal;
        let Some(last) = self.rows.last_mut() else { return Ok(()) };
        let whole = deal
            .exit_multiple
            .of(last.ebitda + last.synergies, deal.currency)
            .map_err(|error| error.at("exitMultiple"))?;
        self.exit = whole;
        let proceeds = deal
            .share
            .of(bounded(i128::from(whole) - i128::from(deal.net_debt), deal.currency)?, deal.currency)?;
        let left = proceeds + last.cash - last.owed();
        self.unpaid = (-left).max(0);
        last.sale = left.max(0);
        let all: i64 = lent.iter().sum();
        let repaid = last.sale.min(all);
        let first = lent.first().copied().unwrap_or(0);
        let first = if all == 0 {
            0
        } else {
            Rounding::default().quotient(i128::from(repaid) * i128::from(first), i128::from(all)) as i64
        };
        let equity = deal.by_share(last.sale - repaid)?;
        let [acquirer, partner] = &mut last.flows;
        for (flow, (loan, (_, equity))) in
            [acquirer, partner].into_iter().zip([first, repaid - first].into_iter().zip(equity))
        {
            *flow += loan + equity;
        }
        Ok(())
    }

    /// What a sponsor receives, by years from the closing.
    pub fn flows(&self, place: usize) -> Vec<f64> {
        self.rows.iter().map(|row| row.flows.get(place).copied().unwrap_or(0) as f64).collect()
    }

    /// The part by which EBITDA may fall in a year before a covenant is broken; none without covenants.
    ///
    /// `min(1 − debt/(L·E), 1 − m·interest/E, (cash available − c·service)/E)`; the last takes no account of the tax that
    /// would fall with EBITDA.
    pub fn headroom(&self, row: &Row) -> Option<f64> {
        let request = self.deal.request;
        let earned = row.earned as f64;
        let of = |limit: Option<Decimal>, room: &dyn Fn(f64) -> f64| limit.map(|limit| room(to_f64(limit)));
        [
            of(request.maximum_leverage, &|most| 1.0 - row.owed() as f64 / (most * earned)),
            of(request.minimum_interest_cover, &|least| 1.0 - least * row.interest() as f64 / earned),
            of(request.minimum_cash_cover, &|least| {
                (row.available as f64 - least * row.service() as f64) / earned
            }),
        ]
        .into_iter()
        .flatten()
        .filter(|_| row.earned > 0)
        .reduce(f64::min)
    }
}

impl Deal<'_> {
    fn closing(&self) -> Result<Row, Error> {
        let mut row = Row {
            ebitda: self.ebitda,
            cash: self.minimum_cash,
            shareholder_loans: self.sponsors.iter().map(|sponsor| sponsor.loan).sum(),
            earned: self.share.of(self.ebitda, self.currency)?,
            ..Row::default()
        };
        for (year, loan) in row.loans.iter_mut().zip(&self.loans) {
            year.closing = loan.as_ref().map_or(0, |loan| loan.amount);
        }
        for (flow, sponsor) in row.flows.iter_mut().zip(&self.sponsors) {
            *flow = -(sponsor.equity + sponsor.loan);
        }
        Ok(row)
    }

    /// Synergies of a year and what it costs to get them.
    fn synergies(&self, amount: Decimal, at: usize) -> Result<(i64, i64), Error> {
        let Some(synergies) = &self.request.synergies else { return Ok((0, 0)) };
        let ramp = synergies.ramp.get(at - 1).or(synergies.ramp.last());
        let there = amount.times(ramp.map_or(Decimal::ONE, |share| share.get()));
        let there = to_minor(there, self.currency, Rounding::default())
            .map_err(|error| error.at("synergies.amount"))?;
        let costs = synergies.costs.get(at - 1).map_or(Decimal::ZERO, |cost| cost.get());
        let costs = to_minor_exact(costs, self.currency).map_err(|error| error.at("synergies.costs"))?;
        Ok((there, costs))
    }

    /// An amount by the sponsors' parts of the equity; the buyer takes what rounding has left.
    fn by_share(&self, amount: i64) -> Result<Vec<(&super::deal::Sponsor<'_>, i64)>, Error> {
        let second = match self.sponsors.get(1) {
            Some(partner) => Part::over(partner.share, 1).of(amount, self.currency)?,
            None => 0,
        };
        Ok(self.sponsors.iter().zip([amount - second, second]).collect())
    }
}
