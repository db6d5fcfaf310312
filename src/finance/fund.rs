//! A fund of public and private money: what it costs, what is given, and who bears its losses.

mod request;
mod tranche;
mod waterfall;

pub use request::{
    FundLosses, FundQuote, FundRequest, FundSchedule, FundTranche, FundTranches, GrantRule, Provider,
};

use self::tranche::{Tranche, minor_of};
use self::waterfall::{Layer, absorbed, bounds};
use crate::calendar::DayCount;
use crate::cash_flow::Flows;
use crate::document::{Column, Text};
use crate::error::Error;
use crate::explain::{Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Money, Share, bounded, minor_decimal};

impl GrantRule {
    /// The discount rate, and who set it.
    ///
    /// Source: IMF and World Bank, unified discount rate of 5 % for grant elements, decided in October 2013; OECD Development
    /// Assistance Committee, High Level Meeting of December 2014: 5 % and 4, 2 or 1 percentage points by income group, since
    /// 2018.
    const fn rate(self) -> (f64, &'static str, &'static str) {
        match self {
            Self::Imf => (0.05, "IMF and World Bank, unified discount rate", "2013-10"),
            Self::OecdLowIncome => (0.09, OECD, "2014-12"),
            Self::OecdLowerMiddleIncome => (0.07, OECD, "2014-12"),
            Self::OecdUpperMiddleIncome => (0.06, OECD, "2014-12"),
        }
    }
}

const OECD: &str = "OECD Development Assistance Committee, High Level Meeting, final communiqué";
const OURS: &str = "Definition of this project";
const RETURN: &str = "Internal rate of return of dated flows, ACT/365";

crate::quotes!(FundQuote);

impl Product for FundRequest {
    type Quote = FundQuote;

    const NAME: &'static str = "fund";

    /// - Blended rate: the rate of return of all flows together, by dates, ACT/365
    /// - Cost of capital: `Σ wᵢ·iᵢ`, `wᵢ` the tranche's part, `iᵢ` its effective rate
    /// - Leverage: private over public money. First-loss coverage: what ranks before the tranches that bear last, over the fund
    /// - Grant element: `(F − PV)/F`, see `tranche.rs`
    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<FundQuote, Error> {
        let (discount, mut notices) = self.discount()?;
        let tranches = self.tranches.of(self)?;
        let layers: Vec<Layer> = tranches.iter().map(|tranche| tranche.layer).collect();
        let total: i64 = layers.iter().map(|layer| layer.amount).sum();
        crate::values::bounded(i128::from(total), self.currency)
            .map_err(|error| error.at("tranches.amounts"))?;
        let fund = total as f64;
        let money = |minor: i64| Money::new(minor, self.currency);
        let loss = |rate: &Share| minor_of(rate.as_f64() * fund, self.currency);
        let losses: Vec<i64> = self.loss_rates.iter().map(loss).collect::<Result<_, _>>()?;
        let borne: Vec<Vec<i64>> = losses.iter().map(|loss| absorbed(&layers, *loss)).collect();
        let mut schedule = FundSchedule {
            dates: Column(Vec::new()),
            opening: Column(Vec::new()),
            interest: Column(Vec::new()),
            principal: Column(Vec::new()),
            payment: Column(Vec::new()),
            closing: Column(Vec::new()),
        };
        let (mut cost, mut public, mut given, mut last) = (0.0, 0, 0_i128, 0);
        let mut quotes = Vec::with_capacity(tranches.len());
        for (at, tranche) in tranches.iter().enumerate() {
            let Layer { amount, order } = tranche.layer;
            let (from, to) = bounds(&layers, order);
            let effective = self.rate_of(amount, &tranche.schedule.dates, &tranche.schedule.payment)?;
            let grant = discount.map(|rate| tranche.grant_element(self.frequency, rate)).transpose()?;
            let share = amount as f64 / fund;
            cost += share * effective;
            public += if tranche.provider.is_public() { amount } else { 0 };
            let granted = grant.map(|element| minor_of(element * amount as f64, self.currency)).transpose();
            let granted = granted.map_err(|error| error.at("discountRate"))?;
            given += i128::from(granted.unwrap_or(0));
            last = last.max(from);
            add(&mut schedule, &tranche.schedule);
            let column: Vec<i64> = borne.iter().filter_map(|parts| parts.get(at).copied()).collect();
            let place = ["tranches.", &at.text()].concat();
            trace.under(&place, |trace| {
                self.explain_tranche(
                    tranche,
                    effective,
                    grant.zip(discount),
                    &losses,
                    &column,
                    (from, to),
                    trace,
                );
            });
            quotes.push(FundTranche {
                provider: tranche.provider,
                amount: money(amount),
                share,
                effective_rate: effective,
                total_interest: money(tranche.schedule.total_interest),
                average_life_years: tranche.average_life(self.frequency),
                loss_order: order,
                attachment: from as f64 / fund,
                detachment: to as f64 / fund,
                grant_element: grant,
                grant: granted.map(money),
                absorbed: Column::of(&column, |part| *part),
            });
        }
        let blended = self.rate_of(total, &schedule.dates.0, &schedule.payment.0)?;
        let leverage = (public > 0).then(|| (total - public) as f64 / public as f64);
        if public == 0 {
            notices.push(Notice::new("no-public-money"));
        }
        if self.tranches.loss_order.is_empty() && tranches.len() > 1 && !losses.is_empty() {
            notices.push(Notice::new("order-of-loss-assumed"));
        }
        if tranches.iter().any(|tranche| tranche.provider == Provider::Sponsor) {
            notices.push(Notice::new("sponsor-return-expected"));
        }
        let granted = bounded(given, self.currency).map_err(|error| error.at("discountRate"))?;
        let quote = FundQuote {
            currency: self.currency,
            amount: money(total),
            blended_rate: blended,
            cost_of_capital: cost,
            public_amount: money(public),
            private_amount: money(total - public),
            leverage,
            first_loss_coverage: last as f64 / fund,
            discount_rate: discount,
            grant_element: discount.map(|_| given as f64 / fund),
            grant: discount.map(|_| money(granted)),
            tranches: quotes,
            losses: FundLosses {
                rates: Column(self.loss_rates.iter().map(|rate| rate.as_f64()).collect()),
                loss: Column::of(&losses, |loss| *loss),
            },
            schedule,
            editions: Vec::new(),
            notices,
        };
        self.explain(&quote, trace);
        Ok(quote)
    }
}

impl FundRequest {
    /// The discount rate of the grant element, and what is to be said of it.
    fn discount(&self) -> Result<(Option<f64>, Vec<Notice>), Error> {
        match (self.grant_rule, self.discount_rate) {
            (Some(_), Some(rate)) => {
                Err(Error::invalid("only-one", "give the discount rate or the rule that sets it, not both")
                    .at("discountRate")
                    .with_value(rate.text()))
            }
            (Some(rule), None) => {
                let (rate, source, date) = rule.rate();
                let notice = Notice::new("grant-discount-rate")
                    .with("rate", rate)
                    .with("source", source)
                    .with("date", date);
                Ok((Some(rate), vec![notice]))
            }
            (None, rate) => Ok((rate.map(|rate| rate.as_f64()), Vec::new())),
        }
    }

    /// The rate of return a year of an amount paid out at the start and of what is paid back.
    fn rate_of(&self, amount: i64, dates: &[i32], payments: &[f64]) -> Result<f64, Error> {
        let days: Vec<i32> = core::iter::once(self.start.days()).chain(dates.iter().copied()).collect();
        let flows: Vec<f64> = core::iter::once(-(amount as f64)).chain(payments.iter().copied()).collect();
        let rates = Flows::dated(&days, &flows, DayCount::Act365F).and_then(|flows| flows.rates());
        rates.map(|rates| rates.nearest).map_err(|error| error.moved("tranches.rates"))
    }

    #[allow(clippy::too_many_arguments, reason = "each is a number that is shown")]
    fn explain_tranche(
        &self,
        tranche: &Tranche,
        effective: f64,
        grant: Option<(f64, f64)>,
        losses: &[i64],
        column: &[i64],
        (from, to): (i64, i64),
        trace: &mut Trace,
    ) {
        if !trace.is_listening() {
            return;
        }
        let code = self.currency.code();
        let amount = |minor: i64| minor_decimal(minor, self.currency);
        trace.step(|| {
            Step::new("tranche-rate", "i", "Σ Fₖ / (1 + i)^tₖ = 0")
                .output("effectiveRate")
                .input("A", amount(tranche.layer.amount), code)
                .input("r", tranche.rate, "fraction-a-year")
                .value(effective, "fraction-a-year")
                .cited(RETURN, Grade::Official)
        });
        if let Some((element, rate)) = grant {
            trace.step(|| {
                Step::new("grant-element", "g", "(F − PV) / F")
                    .output("grantElement")
                    .input("d", rate, "fraction-a-year")
                    .value(element, "fraction")
                    .cited("OECD and IMF, definition of the grant element", Grade::Official)
            });
        }
        for (at, (loss, part)) in losses.iter().zip(column).enumerate() {
            trace.step(|| {
                Step::new("tranche-bears", "B", "min(max(L − a, 0), P), in one place by amounts")
                    .output(&["absorbed.", &at.text()].concat())
                    .input("L", amount(*loss), code)
                    .input("a", amount(from), code)
                    .input("P", amount(to - from), code)
                    .value(amount(*part), code)
                    .cited(OURS, Grade::Assumption)
            });
        }
    }

    fn explain(&self, quote: &FundQuote, trace: &mut Trace) {
        let code = self.currency.code();
        trace.step(|| {
            Step::new("blended-rate", "i", "Σ Fₖ / (1 + i)^tₖ = 0, flows of all tranches")
                .output("blendedRate")
                .value(quote.blended_rate, "fraction-a-year")
                .cited(RETURN, Grade::Official)
        });
        trace.step(|| {
            Step::new("cost-of-capital", "k", "Σ wᵢ·iᵢ")
                .output("costOfCapital")
                .value(quote.cost_of_capital, "fraction-a-year")
                .cited(OURS, Grade::Assumption)
        });
        if let Some(leverage) = quote.leverage {
            trace.step(|| {
                Step::new("public-leverage", "h", "private / public")
                    .output("leverage")
                    .input("private", quote.private_amount, code)
                    .input("public", quote.public_amount, code)
                    .value(leverage, "factor")
                    .cited(OURS, Grade::Assumption)
            });
        }
        trace.step(|| {
            Step::new("first-loss-coverage", "c", "a / A")
                .output("firstLossCoverage")
                .input("A", quote.amount, code)
                .value(quote.first_loss_coverage, "fraction")
                .cited(OURS, Grade::Assumption)
        });
        if let (Some(element), Some(grant)) = (quote.grant_element, quote.grant) {
            trace.step(|| {
                Step::new("fund-grant-element", "G", "Σ gᵢ·Aᵢ / A")
                    .output("grantElement")
                    .input("A", quote.amount, code)
                    .input("Σ gᵢ·Aᵢ", grant, code)
                    .value(element, "fraction")
                    .cited(OURS, Grade::Assumption)
            });
        }
    }
}

/// Adds a tranche's rows to those of the fund: all begin on one day and are paid on the same ones.
fn add(fund: &mut FundSchedule, tranche: &crate::loan::Schedule) {
    let FundSchedule { dates, opening, interest, principal, payment, closing } = fund;
    dates.0.extend(tranche.dates.iter().skip(dates.0.len()));
    for (all, one) in [
        (opening, &tranche.opening),
        (interest, &tranche.interest),
        (principal, &tranche.principal),
        (payment, &tranche.payment),
        (closing, &tranche.closing),
    ] {
        all.0.resize(all.0.len().max(one.len()), 0.0);
        all.0.iter_mut().zip(one).for_each(|(sum, value)| *sum += value);
    }
}
