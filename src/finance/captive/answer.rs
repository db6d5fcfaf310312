//! Years, gaps, totals and columns out of the months.

use super::book::Book;
use super::company::{Company, Month};
use super::funding::Source;
use super::quote::{
    CaptiveBalance, CaptiveBook, CaptiveCash, CaptiveFunding, CaptiveGap, CaptiveIncome, CaptiveWithoutCover,
    CaptiveYear,
};
use crate::calendar::Frequency;
use crate::cash_flow::Flows;
use crate::document::Column;
use crate::error::Error;
use crate::values::{Currency, LARGEST_MINOR, Money, bounded};

/// Where the stretches of the gaps end, in months; behind the last there is no end.
const STRETCHES: [usize; 5] = [3, 12, 24, 36, 60];

impl Company<'_> {
    fn currency(&self) -> Currency {
        self.request.currency
    }

    fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency())
    }

    /// A sum over all months.
    ///
    /// # Errors
    /// `OutOfRange`, `amount-too-large`.
    pub fn total(&self, of: fn(&Month) -> i64) -> Result<i64, Error> {
        let sum = self.months.iter().map(|month| i128::from(of(month))).sum();
        bounded(sum, self.currency())
    }

    /// The first month with the largest value above zero, and the value.
    pub fn peak(&self, of: fn(&Month) -> i64) -> (Option<u32>, i64) {
        let mut peak = (None, 0);
        for (at, month) in self.months.iter().enumerate() {
            if of(month) > peak.1 {
                peak = (Some(at as u32), of(month));
            }
        }
        peak
    }

    /// The first month with a profit, and the first at whose end all profits together are above zero.
    pub fn break_even(&self) -> (Option<u32>, Option<u32>) {
        let mut so_far = 0_i64;
        let mut even = None;
        for (at, month) in self.months.iter().enumerate() {
            so_far += month.profit;
            if even.is_none() && so_far > 0 {
                even = Some(at as u32);
            }
        }
        (self.months.iter().position(|month| month.profit > 0).map(|at| at as u32), even)
    }

    /// What the owners pay in and receive, by month: the equity at the end counts as received.
    fn owners(&self) -> (Vec<f64>, Vec<f64>) {
        let last = self.months.len().saturating_sub(1);
        let flow = |(at, month): (usize, &Month)| {
            let end = if at == last { month.equity } else { 0 };
            let start = if at == 0 { month.equity } else { 0 };
            (at as f64 / 12.0, (month.dividend - month.injected + end - start) as f64)
        };
        self.months.iter().enumerate().map(flow).unzip()
    }

    /// The owners' rate of return; none where no rate makes their flows worth nothing.
    pub fn equity_return(&self) -> Option<f64> {
        let (times, flows) = self.owners();
        Flows::timed(&times, &flows).ok()?.nearest_rate()
    }

    /// What the owners' flows are worth at the start, rounded once.
    ///
    /// # Errors
    /// `OutOfRange` for a value that is too large.
    pub fn value(&self) -> Result<Option<i64>, Error> {
        let Some(rate) = self.request.cost_of_equity else { return Ok(None) };
        let (times, flows) = self.owners();
        let value =
            Flows::timed(&times, &flows)?.npv(rate.as_f64()).map_err(|error| error.moved("costOfEquity"))?;
        let value = libm::round(value.max(-2.0 * LARGEST_MINOR as f64).min(2.0 * LARGEST_MINOR as f64));
        bounded(value as i128, self.currency()).map(Some)
    }

    /// # Errors
    /// `OutOfRange` for totals that are too large.
    pub fn without_cover(&self) -> Result<CaptiveWithoutCover, Error> {
        Ok(CaptiveWithoutCover {
            equity_return: self.equity_return(),
            value: self.value()?.map(|value| self.money(value)),
            capital_needed: self.money(self.capital()?),
            total_profit: self.money(self.total(|month| month.profit)?),
            peak_funding: self.money(self.peak(|month| month.funding).1),
        })
    }

    /// Capital paid in, at the start and later.
    pub fn capital(&self) -> Result<i64, Error> {
        let start = self.months.first().map_or(0, |month| month.equity);
        bounded(i128::from(start) + i128::from(self.total(|month| month.injected)?), self.currency())
    }

    /// Year by year. Ratios are sums of twelve months over the sum of what stood at the beginning of each, times twelve.
    pub fn years(&self) -> Vec<CaptiveYear> {
        let months = self.months.windows(2).map(|pair| match pair {
            [before, now] => (*before, *now),
            _ => Default::default(),
        });
        let months: Vec<(Month, Month)> = months.collect();
        let year = |(at, rows): (usize, &[(Month, Month)])| {
            let sum = |of: fn(&Month) -> i64| rows.iter().map(|(_, now)| of(now)).sum::<i64>();
            let stood =
                |of: fn(&Month) -> i64| rows.iter().map(|(before, _)| of(before) as f64).sum::<f64>() / 12.0;
            let over = |number: i64, base: f64| (base > 0.0).then_some(number as f64 / base);
            let end = rows.last().map(|(_, now)| *now).unwrap_or_default();
            let (net, profit) = (sum(Month::net_interest), sum(|month| month.profit));
            CaptiveYear {
                year: at as u32 + 1,
                book: self.money(end.book()),
                funding: self.money(end.funding),
                equity: self.money(end.equity),
                profit: self.money(profit),
                injected: self.money(sum(|month| month.injected)),
                dividend: self.money(sum(|month| month.dividend)),
                net_interest_margin: over(net, stood(|month| month.performing)),
                cost_to_income: over(sum(|month| month.costs), net as f64),
                return_on_assets: over(profit, stood(Month::assets)),
                return_on_equity: over(profit, stood(|month| month.equity)),
            }
        };
        months.chunks(12).enumerate().map(year).collect()
    }

    /// What of the assets and of the funding that stand at the end of a month is due and repriced, stretch by stretch.
    ///
    /// # Errors
    /// `OutOfRange` for amounts that are too large.
    pub fn gaps(&self, month: usize) -> Result<Vec<CaptiveGap>, Error> {
        let mut gaps = Vec::new();
        let mut before = self.standing(month, Some(0))?;
        for until in STRETCHES.into_iter().map(Some).chain([None]) {
            let after = self.standing(month, until)?;
            let [assets, funding, mut fixed_assets, mut fixed_funding] = [0, 1, 2, 3].map(|at: usize| {
                let of = |sums: &[i64; 4]| sums.get(at).copied().unwrap_or(0);
                of(&before) - of(&after)
            });
            if gaps.is_empty() {
                // What floats is repriced next month.
                let [all_assets, all_funding, fixed_a, fixed_f] = before;
                fixed_assets += all_assets - fixed_a;
                fixed_funding += all_funding - fixed_f;
            }
            gaps.push(CaptiveGap {
                until_months: until.map(|until| until as u32),
                assets_due: self.money(assets),
                funding_due: self.money(funding),
                gap: self.money(assets - funding),
                assets_repriced: self.money(fixed_assets),
                funding_repriced: self.money(fixed_funding),
                repricing_gap: self.money(fixed_assets - fixed_funding),
            });
            before = after;
        }
        Ok(gaps)
    }

    /// What is left after so many months of what stood at the end of a month: assets, funding, and of both what is fixed.
    fn standing(&self, month: usize, later: Option<usize>) -> Result<[i64; 4], Error> {
        let Some(later) = later else { return Ok([0; 4]) };
        let [mut assets, mut funding, mut fixed_assets, mut fixed_funding] = [0; 4];
        for (path, book) in self.books.iter().flatten() {
            let Some(path) = self.paths.get(*path) else { continue };
            let left = path.home(book.performing_after(month, later)?, month)?;
            assets += left;
            fixed_assets += if book.product.floating_rate { 0 } else { left };
        }
        for source in self.sources.iter().flatten() {
            let Some(path) = self.paths.get(source.path) else { continue };
            let left = path.home(source.owed_after(month, later), month)?;
            funding += left;
            fixed_funding += if source.source.floating_rate { 0 } else { left };
        }
        Ok([assets, funding, fixed_assets, fixed_funding])
    }

    fn column(&self, of: fn(&Month) -> i64) -> Column<f64> {
        column(&self.months, of)
    }

    /// # Errors
    /// `OutOfRange` for dates after the calendar's end.
    pub fn balance(&self) -> Result<CaptiveBalance, Error> {
        let count = self.months.len().saturating_sub(1) as u32;
        let dates = Frequency::Monthly
            .dates_after(self.request.start, count)
            .map_err(|error| error.moved("start"))?;
        Ok(CaptiveBalance {
            dates: Column(dates),
            cash: self.column(|month| month.cash),
            performing: self.column(|month| month.performing),
            impaired: self.column(|month| month.impaired),
            stage_one: self.column(|month| month.stage_one),
            stage_two: self.column(|month| month.stage_two),
            stage_three: self.column(|month| month.stage_three),
            residual_provision: self.column(|month| month.residual_provision),
            funding: self.column(|month| month.funding),
            deferred: self.column(|month| month.deferred),
            equity: self.column(|month| month.equity),
            required_equity: self.column(|month| month.required),
            foreign_position: self.column(|month| month.positions[0]),
            second_foreign_position: self.column(|month| month.positions[1]),
        })
    }

    pub fn income(&self) -> CaptiveIncome {
        CaptiveIncome {
            interest: self.column(|month| month.interest),
            subvention: self.column(|month| month.earned),
            cash_interest: self.column(|month| month.cash_interest),
            funding_interest: self.column(|month| month.funding_interest),
            cover_premium: self.column(|month| month.premium),
            impairment: self.column(|month| month.impairment),
            residual: self.column(|month| month.residual),
            costs: self.column(|month| month.costs),
            exchange: self.column(|month| month.exchange),
            tax: self.column(|month| month.tax),
            profit: self.column(|month| month.profit),
        }
    }

    pub fn cash_flow(&self) -> CaptiveCash {
        CaptiveCash {
            originated: self.column(|month| month.originated),
            collected: self.column(|month| month.collected),
            recovered: self.column(|month| month.recovered),
            subvention_received: self.column(|month| month.subvention),
            interest_received: self.column(|month| month.interest + month.cash_interest),
            expenses: self.column(Month::expenses),
            drawn: self.column(|month| month.drawn),
            repaid: self.column(|month| month.repaid),
            injected: self.column(|month| month.injected),
            dividend: self.column(|month| month.dividend),
        }
    }

    pub fn book(&self, place: usize) -> Option<CaptiveBook> {
        let (_, book): &(usize, Book<'_>) = self.books.get(place)?.as_ref()?;
        let column = |of: fn(&super::book::BookMonth) -> i64| column(&book.months, of);
        Some(CaptiveBook {
            currency: book.currency,
            decimals: book.currency.minor_digits(),
            originated: column(|month| month.originated),
            scheduled: column(|month| month.scheduled),
            prepaid: column(|month| month.prepaid),
            defaulted: column(|month| month.defaulted),
            closing: column(|month| month.closing),
            interest: column(|month| month.interest),
            charged_off: column(|month| month.charged_off),
            claims: column(|month| month.claims),
        })
    }

    pub fn source(&self, place: usize) -> Option<CaptiveFunding> {
        let source: &Source<'_> = self.sources.get(place)?.as_ref()?;
        let column = |of: fn(&super::funding::FundingMonth) -> i64| column(&source.months, of);
        Some(CaptiveFunding {
            currency: source.currency,
            decimals: source.currency.minor_digits(),
            drawn: column(|month| month.drawn),
            repaid: column(|month| month.repaid),
            closing: column(|month| month.closing),
            interest: column(|month| month.interest),
        })
    }
}

/// One value of each month; the start has no row.
#[inline(never)]
fn column<T>(rows: &[T], of: fn(&T) -> i64) -> Column<f64> {
    Column::of(rows.iter().skip(1), of)
}
