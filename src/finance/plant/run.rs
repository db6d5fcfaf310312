//! The plant year by year: who is paid from the cash, and in which order.

use super::super::part::Part;
use super::books::{Books, Year};
use super::debt::{Debt, Sized};
use super::funding::Funding;
use super::operations::Plan;
use crate::error::Error;
use crate::values::bounded;

/// One year, or the start; in smallest units.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    pub books: Year,
    pub fees: i64,
    pub construction_interest: i64,
    pub drawn: i64,
    /// What sponsors pay to build.
    pub equity: i64,
    pub opening: i64,
    pub interest: i64,
    /// Principal paid when it is due; below zero where interest was added to the debt.
    pub principal: i64,
    /// What is repaid before its time.
    pub prepaid: i64,
    pub closing: i64,
    /// Interest and principal that are due.
    pub service: i64,
    /// What was due and is not paid.
    pub unpaid: i64,
    pub reserve: i64,
    pub cash: i64,
    /// What sponsors pay beside their equity.
    pub support: i64,
    /// What of it nobody has promised: cash that the year's costs lack.
    pub beyond_promise: i64,
    pub dividend: i64,
    pub locked: bool,
    pub default: bool,
    /// The premium of the sponsors' cover; due at the beginning of the year that begins now.
    pub premium: i64,
}

impl Row {
    /// Debt service cover ratio; none where nothing is due.
    pub fn dscr(&self) -> Option<f64> {
        (self.service > 0).then(|| self.books.available as f64 / self.service as f64)
    }
}

/// A plant with its debt, from the start to the end of production.
#[derive(Debug)]
pub(super) struct Run<'p> {
    pub plan: &'p Plan<'p>,
    pub debt: Option<&'p Debt<'p>>,
    pub sized: Option<&'p Sized>,
    pub rows: Vec<Row>,
}

impl<'p> Run<'p> {
    /// Each year in this order: cash available; interest and principal that are due, from cash, then from the reserve, then
    /// from what sponsors have promised; reserve; repayment before time; lock-up; what is left goes to sponsors.
    ///
    /// - costs that cash doesn't cover are always paid in by sponsors, debt service up to their promise; what is still not
    ///   paid stays owed, bears interest and is due next year
    /// - the reserve is to hold `round(months/12·(principal + interest of the next year))`, or what it began with; it ends
    ///   with the debt
    /// - lock-up: `CFADS < d·(service − 1 unit)`, so that rounding locks nothing; at the end of production all is paid out
    ///
    /// # Errors
    /// `OutOfRange` for amounts that are too large.
    pub fn of(
        plan: &'p Plan<'p>,
        debt: Option<&'p Debt<'p>>,
        sized: Option<&'p Sized>,
    ) -> Result<Self, Error> {
        let own;
        let funding = match sized {
            Some(sized) => &sized.funding,
            None => {
                own = Funding::without_debt(plan);
                &own
            }
        };
        let mut rows = built(plan, funding);
        let (mut owed, mut reserve) = (funding.debt, debt.map_or(0, |debt| debt.reserve));
        if let Some(last) = rows.last_mut() {
            last.reserve = reserve;
        }
        let (mut cash, mut overdue, mut promised) = (0_i64, 0_i64, debt.map_or(0, |debt| debt.limit));
        let mut books = Books::open(plan, funding.financing());
        let principal = |year: usize| {
            let due = year.checked_sub(1).and_then(|year| sized?.principal.get(year).copied());
            due.unwrap_or(0)
        };
        let rate = debt.map_or(Part::over(rust_decimal::Decimal::ZERO, 1), |debt| debt.rate);
        for at in plan.opening + 1..=plan.end {
            let year = at - plan.opening;
            let interest = rate.of(owed, plan.currency)?;
            let mut row = Row { opening: owed, interest, ..Row::default() };
            row.books = books.year(at, interest)?;
            row.service = interest + principal(year).min(owed);
            let due = interest + (principal(year) + overdue).min(owed);
            cash += row.books.available;
            row.beyond_promise = (-cash).max(0);
            cash = cash.max(0);
            let mut left = due;
            let mut pay = |from: &mut i64| {
                let paid = left.min(*from);
                *from -= paid;
                left -= paid;
                paid
            };
            let mut paid = pay(&mut cash) + pay(&mut reserve);
            let supported = pay(&mut promised);
            paid += supported;
            row.support = supported + row.beyond_promise;
            (row.unpaid, overdue) = (left, left);
            row.principal = paid - interest;
            owed -= row.principal;
            if let Some(debt) = debt {
                let target = debt.reserve_target(plan, owed, principal(year + 1))?;
                let filled = (target - reserve).min(cash);
                reserve += filled;
                cash -= filled;
                if left == 0 {
                    row.prepaid = Part::over(debt.terms.sweep.get(), 1).of(cash, plan.currency)?.min(owed);
                    cash -= row.prepaid;
                    owed -= row.prepaid;
                }
                if owed == 0 {
                    cash += core::mem::take(&mut reserve);
                }
                let below = |ratio: Option<f64>| {
                    ratio.is_some_and(|ratio| {
                        row.service > 0 && (row.books.available as f64) < ratio * (row.service - 1) as f64
                    })
                };
                row.locked = owed > 0 && (left > 0 || below(debt.lock_up));
                row.default = left > 0 || below(debt.default);
            }
            if !row.locked || at == plan.end {
                row.dividend = core::mem::take(&mut cash);
            }
            (row.closing, row.reserve, row.cash) = (owed, reserve, cash);
            for sum in [row.opening, row.service, row.dividend, row.support, row.books.profit] {
                bounded(i128::from(sum), plan.currency)?;
            }
            rows.push(row);
        }
        Ok(Self { plan, debt, sized, rows })
    }

    /// Puts the premiums of the sponsors' cover in: `round(rate·insured share·equity paid in so far)` at the beginning of
    /// each year.
    pub fn insure(&mut self, rate: Part, share: Part) -> Result<(), Error> {
        let mut paid_in = 0;
        for row in self.rows.iter_mut().take(self.plan.end) {
            paid_in += row.equity + row.support;
            row.premium = rate.of(share.of(paid_in, self.plan.currency)?, self.plan.currency)?;
        }
        Ok(())
    }

    /// The years in which debt is to be repaid.
    pub fn loan_life(&self) -> &[Row] {
        let tenor = self.debt.map_or(0, |debt| debt.tenor);
        self.rows.get(self.plan.opening + 1..=self.plan.opening + tenor).unwrap_or_default()
    }

    /// What sponsors pay and receive, by years from the start.
    pub fn sponsors(&self) -> Vec<f64> {
        let flow = |row: &Row| (row.dividend - row.equity - row.support - row.premium) as f64;
        self.rows.iter().map(flow).collect()
    }

    pub fn total(&self, of: fn(&Row) -> i64) -> Result<i64, Error> {
        bounded(self.rows.iter().map(|row| i128::from(of(row))).sum(), self.plan.currency)
    }
}

/// The cash of a plant without debt: what building takes, and what production brings after tax.
pub(super) fn project(plan: &Plan<'_>) -> Result<Vec<f64>, Error> {
    let mut books = Books::open(plan, 0);
    let mut flows: Vec<f64> =
        plan.capital.iter().take(plan.opening + 1).map(|capital| -(*capital as f64)).collect();
    for at in plan.opening + 1..=plan.end {
        flows.push(books.year(at, 0)?.available as f64);
    }
    Ok(flows)
}

fn built(plan: &Plan<'_>, funding: &Funding) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for at in 0..=plan.opening {
        let of = |column: &[i64]| column.get(at).copied().unwrap_or(0);
        let mut row = Row {
            fees: of(&funding.fees),
            construction_interest: of(&funding.interest),
            drawn: of(&funding.drawn),
            equity: of(&funding.equity),
            opening: rows.last().map_or(0, |row| row.closing),
            ..Row::default()
        };
        row.closing = row.opening + row.drawn;
        row.books.spent = of(&plan.capital);
        let before = rows.last().map_or(0, |row| row.books.fixed_assets);
        row.books.fixed_assets = before + row.books.spent + row.fees + row.construction_interest;
        rows.push(row);
    }
    rows
}

impl Debt<'_> {
    /// What the reserve is to hold when so much is owed and so much principal is due in a year.
    fn reserve_target(&self, plan: &Plan<'_>, owed: i64, principal: i64) -> Result<i64, Error> {
        if owed == 0 {
            return Ok(0);
        }
        let Some(months) = self.terms.reserve_months else { return Ok(self.reserve) };
        let due = self.rate.of(owed, plan.currency)? + principal.min(owed);
        Part::over(rust_decimal::Decimal::from(months), 12).of(due.max(0), plan.currency)
    }
}
