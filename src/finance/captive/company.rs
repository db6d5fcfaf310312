//! All products and all sources together: cash, profit and capital, month by month.

use super::book::Book;
use super::funding::Source;
use super::part::Part;
use super::rates::{Path, paths};
use super::request::CaptiveRequest;
use super::setup::{SOURCES, Terms, amount, at_home, books, sources};
use super::within;
use crate::error::Error;
use crate::values::{Rounding, bounded};

/// One month of the company, in smallest units of its currency.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Month {
    pub cash: i64,
    pub performing: i64,
    pub impaired: i64,
    pub stage_one: i64,
    pub stage_two: i64,
    pub stage_three: i64,
    pub residual_provision: i64,
    pub funding: i64,
    pub deferred: i64,
    pub equity: i64,
    pub required: i64,
    /// What is owned less what is owed, in the first and in the second foreign currency.
    pub positions: [i64; 2],
    pub interest: i64,
    pub earned: i64,
    pub cash_interest: i64,
    pub funding_interest: i64,
    pub premium: i64,
    pub impairment: i64,
    pub residual: i64,
    pub costs: i64,
    pub exchange: i64,
    pub tax: i64,
    pub profit: i64,
    pub originated: i64,
    pub collected: i64,
    pub recovered: i64,
    pub subvention: i64,
    pub drawn: i64,
    pub repaid: i64,
    pub injected: i64,
    pub dividend: i64,
}

impl Month {
    /// Performing and defaulted contracts.
    pub const fn book(&self) -> i64 {
        self.performing + self.impaired
    }

    /// All that is owned.
    pub const fn assets(&self) -> i64 {
        self.cash + self.book() - self.stage_one - self.stage_two - self.stage_three - self.residual_provision
    }

    /// Interest and subvention earned, less interest paid.
    pub const fn net_interest(&self) -> i64 {
        self.interest + self.earned + self.cash_interest - self.funding_interest
    }
}

/// The company with all of its months; row 0 is the start.
#[derive(Debug)]
pub(super) struct Company<'a> {
    pub request: &'a CaptiveRequest,
    pub paths: Vec<Path<'a>>,
    /// Products in the order of the request, those that are not given left empty.
    pub books: Vec<Option<(usize, Book<'a>)>>,
    pub sources: Vec<Option<Source<'a>>>,
    pub months: Vec<Month>,
    /// The first month in which all limits of sources were reached, and what capital had to be paid in for that.
    pub out_of_funds: Option<(u32, i64)>,
}

impl<'a> Company<'a> {
    /// Runs the company over all months, each in this order: products; repayments and interest of the sources; costs; tax;
    /// capital and dividend; then what of the least cash is missing is drawn.
    ///
    /// - An amount of another currency is translated at the month's closing rate, rounded once; `exchange` is what the
    ///   translated balances change by beyond the translated flows.
    /// - costs `= round((fixed + Σ made·acquisition + round(Σ active before·servicing))·(1 + g)^(year − 1))`
    /// - tax `= round(t·(profit before tax − losses carried forward))`, never below nothing, month by month and paid at once
    /// - least equity `= round up(ratio·Σ round(w·(book − provisions)))`; what is missing is paid in
    /// - dividend after each twelfth month: `round(payout·the year's profit)`, at most what equity is above its least and
    ///   what profits are left
    ///
    /// Source: definition of this project; no deferred tax is recognised.
    ///
    /// # Errors
    /// What products and sources say, under their names.
    pub fn run(request: &'a CaptiveRequest, covered: bool) -> Result<Self, Error> {
        within(request.years, 1, 15, "years")?;
        let count = request.years as usize * 12;
        let paths = paths(request, count)?;
        let books = books(request, &paths, count, covered)?;
        let sources = sources(request, &paths)?;
        let capital = amount(request.initial_capital, request, "initialCapital")?;
        let first = Month { cash: capital, equity: capital, ..Month::default() };
        let mut company = Self { request, paths, books, sources, months: vec![first], out_of_funds: None };
        let terms = Terms::of(request, &company.books, covered)?;
        let (mut losses, mut kept, mut profit_of_year) = (0_i64, 0_i64, 0_i64);
        for at in 1..=count {
            let before = company.months.last().copied().unwrap_or_default();
            let mut month = Month::default();
            let mut weighted = 0_i64;
            for (place, entry) in company.books.iter().enumerate() {
                let Some((path, book)) = entry else { continue };
                let Some(path_) = company.paths.get(*path) else { continue };
                let net = add_product(&mut month, book, path_, at)?;
                if let Some(position) = path.checked_sub(1).and_then(|place| month.positions.get_mut(place)) {
                    *position += net.0;
                }
                let weight = terms.weights.get(place).copied().unwrap_or(Part::ONE);
                weighted += weight.of(net.1, request.currency)?;
            }
            company.begin_sources(&mut month, at)?;
            month.cash_interest = terms.cash_rate.of(before.cash, request.currency)?;
            month.costs = company.costs(&terms, at)?;
            let pretax = month.net_interest() + month.exchange
                - month.premium
                - month.impairment
                - month.residual
                - month.costs;
            let taxed = (pretax - losses).max(0);
            losses = (losses - pretax).max(0);
            month.tax = terms.tax.of(taxed, request.currency)?;
            month.profit = pretax - month.tax;
            kept += month.profit;
            profit_of_year += month.profit;
            month.equity = before.equity + month.profit;
            month.required = terms.ratio.of_up(weighted, request.currency)?;
            month.injected = (month.required - month.equity).max(0);
            if at % 12 == 0 {
                let wanted = terms.payout.of(profit_of_year, request.currency)?;
                month.dividend = wanted.min(month.equity - month.required).min(kept).max(0);
                kept -= month.dividend;
                profit_of_year = 0;
            }
            month.equity += month.injected - month.dividend;
            month.cash = before.cash
                + month.collected
                + month.recovered
                + month.subvention
                + month.interest
                + month.cash_interest
                - month.originated
                - month.expenses()
                - month.repaid
                + month.injected
                - month.dividend;
            company.draw(&mut month, at, terms.minimum_cash)?;
            company.close_sources(&mut month, at)?;
            for sum in
                [month.assets(), month.book(), month.funding, month.equity, month.originated, month.repaid]
            {
                bounded(i128::from(sum), request.currency)?;
            }
            company.months.push(month);
        }
        Ok(company)
    }

    /// Fixed costs, and those of contracts.
    fn costs(&self, terms: &Terms, at: usize) -> Result<i64, Error> {
        let currency = self.request.currency;
        let mut costs = i128::from(terms.fixed);
        for (book, (acquisition, servicing)) in self.books.iter().zip(&terms.contract_costs) {
            let Some((_, book)) = book else { continue };
            let made = book.months.get(at).map_or(0, |month| month.made);
            let active = book.months.get(at - 1).map_or(0, |month| month.active);
            let serviced = i128::from(active) * i128::from(*servicing);
            costs += i128::from(made) * i128::from(*acquisition)
                + Rounding::default().quotient(serviced, i128::from(super::curve::ONE));
        }
        let grown = terms.grown.get((at - 1) / 12).copied().unwrap_or(Part::ONE);
        grown.of(bounded(costs, currency).map_err(|error| error.at("fixedCosts"))?, currency)
    }

    /// Interest and repayments of all sources, and what their exchange rates have changed.
    fn begin_sources(&mut self, month: &mut Month, at: usize) -> Result<(), Error> {
        for (source, name) in self.sources.iter_mut().zip(SOURCES) {
            let Some(source) = source else { continue };
            let Some(path) = self.paths.get(source.path) else { continue };
            let before = source.months.last().map_or(0, |before| before.closing);
            let new = source.begin(at, path).map_err(|error| at_home(error, name))?;
            let opening = path.home(before, at)?;
            month.exchange -= opening - path.home(before, at - 1)?;
            month.repaid += opening - path.home(new.closing, at)?;
            month.funding_interest += path.home(new.interest, at)?;
        }
        Ok(())
    }

    /// Draws what of the least cash is missing: from each source its share, the last takes what is left; what passes a limit
    /// from the others in order; what no source has is paid in as capital.
    fn draw(&mut self, month: &mut Month, at: usize, minimum: i64) -> Result<(), Error> {
        let mut needed = minimum - month.cash;
        if needed <= 0 {
            return Ok(());
        }
        let all = needed;
        let last = self.sources.iter().rposition(|source| {
            source.as_ref().is_some_and(|source| !source.source.funding_share.get().is_zero())
        });
        for by_share in [true, false] {
            for place in 0..self.sources.len() {
                let Some(Some(source)) = self.sources.get_mut(place) else { continue };
                let Some(path) = self.paths.get(source.path) else { continue };
                let wanted = if by_share && Some(place) != last {
                    source.share.of(all, self.request.currency)?.min(needed)
                } else {
                    needed
                };
                if wanted <= 0 {
                    continue;
                }
                let owed = source.months.last().map_or(0, |month| month.closing);
                let drawn = path.worth(wanted, at)?.min(source.room());
                source.draw(drawn);
                let received = path.home(owed + drawn, at)? - path.home(owed, at)?;
                month.drawn += received;
                month.cash += received;
                needed -= received;
            }
        }
        if needed > 0 {
            month.injected += needed;
            month.equity += needed;
            month.cash += needed;
            let (first, so_far) = self.out_of_funds.unwrap_or((at as u32, 0));
            self.out_of_funds = Some((first, so_far + needed));
        }
        Ok(())
    }

    fn close_sources(&self, month: &mut Month, at: usize) -> Result<(), Error> {
        for source in self.sources.iter().flatten() {
            let Some(path) = self.paths.get(source.path) else { continue };
            let owed = path.home(source.months.last().map_or(0, |month| month.closing), at)?;
            month.funding += owed;
            if let Some(position) =
                source.path.checked_sub(1).and_then(|place| month.positions.get_mut(place))
            {
                *position -= owed;
            }
        }
        Ok(())
    }
}

impl Month {
    /// What is paid and is no principal: interest of the funding, premiums, costs, tax.
    pub const fn expenses(&self) -> i64 {
        self.funding_interest + self.premium + self.costs + self.tax
    }
}

/// Adds a product's month; gives what of it stands in the balance sheet in all, and its book less provisions.
fn add_product(month: &mut Month, book: &Book<'_>, path: &Path<'_>, at: usize) -> Result<(i64, i64), Error> {
    let (Some(before), Some(now)) = (book.months.get(at - 1), book.months.get(at)) else { return Ok((0, 0)) };
    let home = |amount: i64| path.home(amount, at);
    let net_before = if at == 1 { 0 } else { net(path, before, at - 1)? };
    let [performing, impaired, one, two, three, residual, deferred] = lines(path, now, at)?;
    let net_now = performing + impaired - one - two - three - residual - deferred;
    let (originated, collected) = (home(now.originated)?, home(now.collected())?);
    let (recovered, subvention) = (home(now.recovered)? + home(now.claims)?, home(now.subvention)?);
    let (earned, impairment, lost) = (home(now.earned)?, home(now.impairment)?, home(now.residual)?);
    month.performing += performing;
    month.impaired += impaired;
    month.stage_one += one;
    month.stage_two += two;
    month.stage_three += three;
    month.residual_provision += residual;
    month.deferred += deferred;
    month.originated += originated;
    month.collected += collected;
    month.recovered += recovered;
    month.subvention += subvention;
    month.interest += home(now.interest)?;
    month.earned += earned;
    month.premium += home(now.premium)?;
    month.impairment += impairment;
    month.residual += lost;
    let flows = originated - collected - recovered - subvention + earned - impairment - lost;
    month.exchange += net_now - net_before - flows;
    Ok((net_now, net_now + deferred))
}

/// Each line of the balance sheet, in the company's currency.
fn lines(path: &Path<'_>, book: &super::book::BookMonth, at: usize) -> Result<[i64; 7], Error> {
    let home = |amount: i64| path.home(amount, at);
    Ok([
        home(book.closing)?,
        home(book.impaired)?,
        home(book.stage_one)?,
        home(book.stage_two)?,
        home(book.stage_three)?,
        home(book.residual_provision)?,
        home(book.deferred)?,
    ])
}

fn net(path: &Path<'_>, book: &super::book::BookMonth, at: usize) -> Result<i64, Error> {
    let [performing, impaired, one, two, three, residual, deferred] = lines(path, book, at)?;
    Ok(performing + impaired - one - two - three - residual - deferred)
}
