//! The investment year by year: what has been made, what is on standby, and what the investor pays and receives.

use rust_decimal::Decimal;

use super::request::{InvestmentEvent, InvestmentRequest, InvestmentSchedule, Peril};
use super::rules::Priced;
use crate::document::{Column, Text};
use crate::error::Error;
use crate::explain::{Grade, Step, Trace};
use crate::values::{
    Currency, Exact, Money, Rounding, Share, minor_decimal, to_minor, to_minor_exact, within,
};

/// One year of the cover, in smallest units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Year {
    pub date: i32,
    /// Equity that has been paid in by its beginning.
    pub equity: i64,
    /// Loans that have been paid out and not been repaid by its beginning.
    pub loans: i64,
    /// What is still to be invested.
    pub standby: i64,
    /// Paid in and paid out at its beginning.
    pub invested: i64,
    /// Loans repaid at its end.
    pub repaid: i64,
}

impl Year {
    pub const fn current(self) -> i64 {
        self.equity + self.loans
    }
}

/// All years, and what does not change with them.
#[derive(Debug)]
pub(super) struct Plan {
    pub years: Vec<Year>,
    pub returns: i64,
    pub exit: i64,
    /// The most that is covered in any year.
    pub maximum: i64,
    pub has_standby: bool,
}

impl Plan {
    /// Amounts of a year are rounded once each to the smallest unit, midpoints away from zero.
    ///
    /// # Errors
    /// `OutOfRange`: years outside 1 to 20, an event outside them, more shares than years. `InvalidInput`: shares that
    /// fall, more repaid than paid out, nothing to insure, no peril.
    pub fn of(request: &InvestmentRequest) -> Result<Self, Error> {
        let years = request.holding_years;
        within(years, 1, 20, "holdingYears")?;
        within(request.event_year, 1, years, "eventYear")?;
        let amount = |amount: Decimal, field: &str| {
            to_minor_exact(amount, request.currency).map_err(|error| error.at(field))
        };
        let equity = amount(request.equity.get(), "equity")?;
        let loans = amount(request.shareholder_loans.get(), "shareholderLoans")?;
        let returns = amount(request.returns.get(), "returns")?;
        if equity + loans == 0 {
            let sentence = "there must be equity or a shareholder loan to insure";
            return Err(Error::invalid("nothing-to-insure", sentence).at("equity").with_value("0"));
        }
        let perils = &request.perils;
        if !(perils.transfer || perils.expropriation || perils.war || perils.breach_of_contract) {
            return Err(Error::invalid("no-peril", "cover at least one peril").at("perils"));
        }
        let made = Shares::of(&request.contributed, years, "contributed")?;
        let back = Shares::of(&request.loans_repaid, years, "loansRepaid")?;
        let part = |whole: i64, share: Share| part_of(whole, share.get(), request.currency);
        let mut rows: Vec<Year> = Vec::with_capacity(years as usize);
        let mut before = 0;
        for at in 0..years {
            let (made_now, back_now) = (made.at(at), back.at(at));
            let (paid_in, lent) = (part(equity, made_now)?, part(loans, made_now)?);
            let repaid = part(loans, back_now)?;
            if repaid > lent {
                let sentence = "no more of the loans can have been repaid than was paid out";
                return Err(Error::invalid("repaid-before-paid-out", sentence)
                    .at("loansRepaid")
                    .with_value(back_now.text()));
            }
            if let Some(last) = rows.last_mut() {
                last.repaid = repaid - part(loans, back.at(at - 1))?;
            }
            rows.push(Year {
                date: request.start.add_months(12 * at as i32).map_err(|error| error.moved("start"))?.days(),
                equity: paid_in,
                loans: lent - repaid,
                standby: equity + loans - paid_in - lent,
                invested: paid_in + lent - before,
                repaid: 0,
            });
            before = paid_in + lent;
        }
        let exit = match request.exit_value {
            Some(value) => amount(value.get(), "exitValue")?,
            None => rows.last().map_or(0, |year| year.equity),
        };
        let covered = |year: &Year| year.current() + year.standby + returns;
        Ok(Self {
            returns,
            exit,
            maximum: rows.iter().map(covered).max().unwrap_or(0),
            has_standby: rows.iter().any(|year| year.standby > 0),
            years: rows,
        })
    }

    /// What the investor pays (negative) and receives, by years from the first day: contributions and premiums at the
    /// beginning of a year, returns and repaid loans at its end, the exit at the end of the last.
    pub fn flows(&self, expected: f64, priced: Option<&Priced>) -> (Vec<f64>, Vec<f64>) {
        let mut flows = vec![0.0; self.years.len() + 1];
        for (at, year) in self.years.iter().enumerate() {
            let premium = priced.and_then(|priced| priced.premiums.get(at)).copied().unwrap_or(0);
            if let Some(start) = flows.get_mut(at) {
                *start -= (year.invested + premium) as f64;
            }
            if let Some(end) = flows.get_mut(at + 1) {
                *end += expected * year.current() as f64 + year.repaid as f64;
            }
        }
        if let (Some(first), Some(fee)) = (flows.first_mut(), priced.and_then(|priced| priced.fee)) {
            *first -= fee.minor() as f64;
        }
        if let (Some(end), Some(last)) = (flows.last_mut(), self.years.last()) {
            *end += (self.exit + last.loans) as f64;
        }
        let times = (0..flows.len()).map(|at| at as f64).collect();
        (times, flows)
    }

    pub fn schedule(&self, priced: &Priced) -> InvestmentSchedule {
        let column = |of: fn(&Year) -> i64| Column::of(&self.years, of);
        InvestmentSchedule {
            dates: Column(self.years.iter().map(|year| year.date).collect()),
            current: column(|year| year.current()),
            standby: column(|year| year.standby),
            returns: Column(vec![self.returns as f64; self.years.len()]),
            premium: Column::of(&priced.premiums, |premium| *premium),
        }
    }

    /// A total loss of what has been invested, at the end of the chosen year, by each peril.
    ///
    /// `paid = round(e·E + l·(L + R))` where the peril is covered
    ///
    /// - `E`, `L` equity and loans at the beginning of the year, `e`, `l` their insured shares
    /// - `R` the year's covered returns: lost where money can't be transferred, and with it
    pub fn events(
        &self,
        request: &InvestmentRequest,
        trace: &mut Trace,
    ) -> Result<Vec<InvestmentEvent>, Error> {
        let at = request.event_year.saturating_sub(1) as usize;
        let Some(year) = self.years.get(at) else { return Ok(Vec::new()) };
        let perils = &request.perils;
        let of = [
            (Peril::Transfer, perils.transfer),
            (Peril::Expropriation, perils.expropriation),
            (Peril::War, perils.war),
            (Peril::BreachOfContract, perils.breach_of_contract),
        ];
        let mut events = Vec::with_capacity(of.len());
        for (place, (peril, covered)) in of.into_iter().enumerate() {
            let returns = if peril == Peril::Transfer { self.returns } else { 0 };
            let loss = year.current() + returns;
            let insured = Decimal::from(year.equity)
                .times(request.equity_cover.get())
                .plus(Decimal::from(year.loans + returns).times(request.loan_cover.get()));
            let paid = if covered { whole(insured, request.currency)? } else { 0 };
            let money = |minor| Money::new(minor, request.currency);
            trace.step(|| {
                let code = request.currency.code();
                let unit = |minor| minor_decimal(minor, request.currency);
                Step::new("event-paid", "Z", "round(e·E + l·(L + R)), where covered")
                    .output(&["events.", &place.text(), ".paid"].concat())
                    .input("e", request.equity_cover, "fraction")
                    .input("E", unit(year.equity), code)
                    .input("l", request.loan_cover, "fraction")
                    .input("L", unit(year.loans), code)
                    .input("R", unit(returns), code)
                    .value(unit(paid), code)
                    .cited("The insured shares of the request", Grade::Assumption)
            });
            events.push(InvestmentEvent {
                peril,
                covered,
                loss: money(loss),
                paid: money(paid),
                retained: money(loss - paid),
            });
        }
        Ok(events)
    }
}

/// Shares at the beginning of each year; the last one holds on.
struct Shares<'s>(&'s [Share]);

impl<'s> Shares<'s> {
    fn of(shares: &'s [Share], years: u32, field: &str) -> Result<Self, Error> {
        if shares.len() > years as usize {
            return Err(Error::out_of_range(
                "more-than-years",
                "there are more shares than years of the cover",
            )
            .detail("maximum", years.text())
            .at(field)
            .with_value(shares.len().text()));
        }
        let falls = shares.windows(2).find_map(|pair| match pair {
            [before, after] if after < before => Some(after),
            _ => None,
        });
        match falls {
            None => Ok(Self(shares)),
            Some(share) => Err(Error::invalid("falling", "these shares can't fall from year to year")
                .at(field)
                .with_value(share.text())),
        }
    }

    fn at(&self, year: u32) -> Share {
        self.0.get(year as usize).or(self.0.last()).copied().unwrap_or(Share::ZERO)
    }
}

fn part_of(whole_units: i64, share: Decimal, currency: Currency) -> Result<i64, Error> {
    whole(Decimal::from(whole_units).times(share), currency)
}

/// A number of smallest units, rounded once.
pub(super) fn whole(minor: Decimal, currency: Currency) -> Result<i64, Error> {
    to_minor(minor.over(Decimal::from(currency.minor_per_unit())), currency, Rounding::default())
}
