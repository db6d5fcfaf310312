//! A dealer's stock, financed unit by unit until it is sold.

mod book;
mod request;

pub use request::{
    Curtailment, DaysToSale, FloorplanQuote, FloorplanRequest, FloorplanRisk, FloorplanSchedule,
};

use self::book::{Book, Day, MOST_DAYS, Terms};
use crate::calendar::DayCount;
use crate::cash_flow::Flows;
use crate::document::Column;
use crate::error::Error;
use crate::explain::{Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Date, Exact, Money, Share, bounded, minor_decimal, to_minor, to_minor_exact};

crate::quotes!(FloorplanQuote);

impl Product for FloorplanRequest {
    type Quote = FloorplanQuote;

    const NAME: &'static str = "floorplan";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<FloorplanQuote, Error> {
        let terms = Terms::of(self)?;
        let book = Book::of(self, &terms)?;
        let money = |minor: i64| Money::new(minor, self.currency);
        let sum = |of: &dyn Fn(&Day) -> i64| {
            bounded(book.days.iter().map(|day| i128::from(of(day))).sum::<i128>(), self.currency)
        };
        let (interest, fees) = (sum(&|day| day.interest)?, sum(&|day| day.fees)?);
        let schedule = self.schedule(&book);
        let (mut balance, mut peak, mut peak_day, mut balance_days) = (0_i128, 0_i128, 0, 0_i128);
        for (at, day) in book.days.iter().enumerate() {
            balance += i128::from(day.funded) - i128::from(day.curtailed) - i128::from(day.repaid);
            balance_days += balance;
            if balance > peak {
                (peak, peak_day) = (balance, at);
            }
        }
        let span = book.days.len().saturating_sub(1).max(1) as i128;
        let units = i128::from(book.units);
        let part = |whole: i128, of: i128| bounded(self.rounding.quotient(whole, of), self.currency);
        let average = part(balance_days, span)?;
        let stood = book.sold_after.iter().map(|days| u64::from(*days)).sum::<u64>();
        let average_days = stood as f64 / f64::from(book.units);
        let over = |days: u32| book.sold_after.iter().filter(|stood| **stood > days).count() as u32;
        // Units a day over the months of arrival, each standing its days: by Little's law the stock on hand.
        let arrival_days = self.start.add_months(self.months as i32)?.days() - self.start.days();
        let line = part(i128::from(book.financed) * i128::from(stood), i128::from(arrival_days.max(1)))?;
        let per_month = part(i128::from(interest) * 365, span * 12)?;
        let support = sum(&|day| day.support)?;
        let cost = self.annual_cost(&book)?;
        let (expected_loss, cost_with_cover) = self.losses(average)?;
        let quote = FloorplanQuote {
            annual_cost: cost,
            interest_per_unit: money(part(i128::from(interest), units)?),
            interest_per_day: money(terms.interest(self, i128::from(terms.financed))?),
            interest_per_month: money(per_month),
            total_interest: money(interest),
            total_fees: money(fees),
            maker_cost: money(bounded(i128::from(book.free_interest) + i128::from(support), self.currency)?),
            payoff: money(book.payoff),
            total_curtailed: money(sum(&|day| day.curtailed)?),
            peak_balance: money(bounded(peak, self.currency)?),
            peak_date: Date::from_days(self.start.days() + peak_day as i32)?,
            average_balance: money(average),
            line_needed: money(line),
            units: book.units,
            average_days,
            turns: 365.0 / average_days,
            break_even_days: self.break_even(&terms)?,
            over90_days: over(90),
            over180_days: over(180),
            expected_loss: expected_loss.map(money),
            cost_with_cover: cost_with_cover.map(money),
            schedule,
            editions: Vec::new(),
            notices: match self.spread {
                DaysToSale::Fixed => Vec::new(),
                DaysToSale::Exponential => vec![Notice::new("days-drawn").with("seed", self.seed)],
            },
        };
        self.explain(&quote, trace);
        Ok(quote)
    }
}

impl FloorplanRequest {
    /// The dealer's cost a year.
    ///
    /// `Σ Fₐ / (1 + x)^(a/365) = 0` over the days a since each unit's own arrival
    ///
    /// What all units receive and pay at an age is added up, so that there is one change of sign and one rate.
    fn annual_cost(&self, book: &Book) -> Result<f64, Error> {
        let (mut days, mut flows) = (Vec::new(), Vec::new());
        for (age, day) in book.ages.iter().enumerate() {
            let flow = i128::from(day.funded) + i128::from(day.support)
                - i128::from(day.curtailed)
                - i128::from(day.repaid)
                - i128::from(day.interest)
                - i128::from(day.fees);
            if flow != 0 {
                days.push(age as i32);
                flows.push(flow as f64);
            }
        }
        let rates = Flows::dated(&days, &flows, DayCount::Act365F).and_then(|flows| flows.rates());
        rates.map(|rates| rates.nearest).map_err(|error| error.moved("baseRate"))
    }

    /// The first day on which a unit's interest, less support, is at least the margin.
    fn break_even(&self, terms: &Terms) -> Result<Option<u32>, Error> {
        let Some(margin) = self.unit_margin else { return Ok(None) };
        let margin = to_minor_exact(margin.get(), self.currency).map_err(|error| error.at("unitMargin"))?;
        let support = to_minor_exact(self.support.get(), self.currency)?;
        let mut borne = 0_i128;
        for age in 1..=MOST_DAYS {
            if age > self.free_days {
                borne += i128::from(terms.owed(self, age - 1));
            }
            if terms.interest(self, borne)? >= margin.saturating_add(support) {
                return Ok(Some(age));
            }
        }
        Ok(None)
    }

    /// Expected loss a year on the average balance, and what it costs with insurance.
    ///
    /// `EL = B · PD · (o + (1 − o)·(1 − b)·(1 − g))`, rounded once; with cover `EL·(1 − q) + B·p`
    ///
    /// - `o` out of trust, `b` bought back, `g` recovered of the rest, `q` insured share, `p` its premium rate
    ///
    /// Source: definition of this project.
    fn losses(&self, balance: i64) -> Result<(Option<i64>, Option<i64>), Error> {
        let Some(risk) = &self.risk else { return Ok((None, None)) };
        let rest = |share: Share| Share::ONE.get().minus(share.get());
        let lost = rest(risk.out_of_trust).times(rest(risk.buy_back)).times(rest(risk.recovery));
        let balance = minor_decimal(balance, self.currency);
        let loss =
            balance.times(risk.default_rate.get()).times(risk.out_of_trust.get().plus(lost).to_digits(12));
        let covered = loss.times(rest(risk.insured_share)).plus(balance.times(risk.premium_rate.get()));
        let whole = |amount| to_minor(amount, self.currency, self.rounding);
        Ok((Some(whole(loss)?), Some(whole(covered)?)))
    }

    fn schedule(&self, book: &Book) -> FloorplanSchedule {
        let column = |of: fn(&Day) -> i64| Column::of(book.events().map(|(_, day)| day), of);
        let mut balance = 0.0;
        let (mut opening, mut closing) = (Vec::new(), Vec::new());
        for (_, day) in book.events() {
            opening.push(balance);
            balance += (day.funded - day.curtailed - day.repaid) as f64;
            closing.push(balance);
        }
        FloorplanSchedule {
            dates: Column(book.events().map(|(at, _)| self.start.days() + at as i32).collect()),
            opening: Column(opening),
            drawn: column(|day| day.funded),
            interest: column(|day| day.interest),
            principal: column(|day| day.repaid),
            prepaid: column(|day| day.curtailed),
            fees: column(|day| day.fees),
            closing: Column(closing),
        }
    }

    fn explain(&self, quote: &FloorplanQuote, trace: &mut Trace) {
        if !trace.is_listening() {
            return;
        }
        trace.alike("currency", (TERMS, Grade::Assumption), &[("n", &quote.units, "count")]).each(&[
            ("floorplan-interest", "I", "I = Σ round(r · Σ Bₐ / b)", "totalInterest", &quote.total_interest),
            ("interest-per-unit", "I₁", "I₁ = I / n", "interestPerUnit", &quote.interest_per_unit),
            ("interest-per-day", "i", "i = round(r · B / b)", "interestPerDay", &quote.interest_per_day),
            (
                "interest-per-month",
                "Iₘ",
                "Iₘ = I · 365 / (12 · days)",
                "interestPerMonth",
                &quote.interest_per_month,
            ),
            ("peak-balance", "Bₘ", "Bₘ = max Bₜ", "peakBalance", &quote.peak_balance),
            ("average-balance", "B̄", "B̄ = Σ Bₜ / days", "averageBalance", &quote.average_balance),
            (
                "line-needed",
                "L",
                "L = n / days of arrival · days to sale · B",
                "lineNeeded",
                &quote.line_needed,
            ),
            ("total-curtailed", "ΣK", "ΣK", "totalCurtailed", &quote.total_curtailed),
            ("maker-cost", "M", "M = interest of free days + support", "makerCost", &quote.maker_cost),
        ]);
        trace.step(|| {
            Step::new("floorplan-cost", "x", "Σ Fₐ / (1 + x)^(a/365) = 0")
                .output("annualCost")
                .input("r", self.base_rate.get().plus(self.margin.get()), "fraction-a-year")
                .value(quote.annual_cost, "fraction-a-year")
                .cited("Internal rate of return of dated flows (XIRR)", Grade::Official)
        });
        trace.step(|| {
            Step::new("stock-turns", "T", "T = 365 / d")
                .output("turns")
                .input("d", quote.average_days, "days")
                .value(quote.turns, "factor")
                .cited(TERMS, Grade::Assumption)
        });
        trace.alike("currency", ("Definition of this project", Grade::Assumption), &[]).each(&[
            (
                "floorplan-loss",
                "EL",
                "EL = B̄ · PD · (o + (1 − o)·(1 − b)·(1 − g))",
                "expectedLoss",
                &quote.expected_loss,
            ),
            ("floorplan-covered", "C", "C = EL · (1 − q) + B̄ · p", "costWithCover", &quote.cost_with_cover),
        ]);
    }
}

const TERMS: &str = "The line's own terms, as given";
