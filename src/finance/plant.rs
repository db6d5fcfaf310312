//! A plant abroad, year by year: what it earns, how large a debt it carries, and what is left for sponsors.

mod answer;
mod books;
mod debt;
mod explained;
mod funding;
mod operations;
mod planned;
mod quote;
mod request;
mod run;

pub(crate) use planned::{PlannedPlant, PlantYear};
pub use quote::{PlantBalance, PlantDebtService, PlantFunding, PlantProduction, PlantQuote};
pub use request::{
    KitMode, PlantCapital, PlantCover, PlantCurrency, PlantDebt, PlantOperations, PlantRepayment,
    PlantRequest,
};

use std::sync::Arc;

use self::debt::Debt;
use self::operations::Plan;
use self::run::Run;
use super::part::Part;
use crate::cover::InvestmentRequest;
use crate::document::{OneOrMany, Text};
use crate::error::Error;
use crate::explain::{Edition, Notice, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Amount, PremiumRate, Share, minor_decimal};

crate::quotes!(PlantQuote);

impl Product for PlantRequest {
    type Quote = PlantQuote;

    const NAME: &'static str = "plant";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<PlantQuote, Error> {
        let plan = Plan::of(self)?;
        let debt = self.debt.as_ref().map(|terms| Debt::of(&plan, terms)).transpose()?;
        let sized = debt.as_ref().map(|debt| debt.size(&plan)).transpose()?;
        let mut run = Run::of(&plan, debt.as_ref(), sized.as_ref())?;
        let mut editions = Vec::new();
        let mut notices = Vec::new();
        let premium = match &self.cover {
            Some(cover) => {
                let rate = self.premium(cover, &run, market, &mut editions, &mut notices)?;
                run.insure(Part::over(rate.get(), 1), Part::over(cover.insured_share.get(), 1))?;
                Some(rate)
            }
            None => None,
        };
        let mut quote = run.answer(premium)?;
        self.notices(&run, &quote, &mut notices)?;
        explained::explain(&run, &quote, trace);
        quote.editions = editions;
        quote.notices = notices;
        Ok(quote)
    }
}

impl PlantRequest {
    /// The premium rate of the sponsors' cover: as it is given, or as `investment-cover` prices it.
    fn premium(
        &self,
        cover: &PlantCover,
        run: &Run<'_>,
        market: &Market,
        editions: &mut Vec<Arc<Edition>>,
        notices: &mut Vec<Notice>,
    ) -> Result<PremiumRate, Error> {
        if !run.plan.is_built() {
            let sentence = "cover is for what sponsors pay to build: give the capital";
            return Err(Error::invalid("capital-needed", sentence).at("cover"));
        }
        if let Some(rate) = cover.premium_rate {
            return Ok(rate);
        }
        let equity = run.total(|row| row.equity)?;
        let investment = InvestmentRequest {
            country: cover.country,
            currency: self.currency,
            equity: Amount::new(minor_decimal(equity, self.currency))?,
            shareholder_loans: Amount::ZERO,
            returns: Amount::ZERO,
            start: self.start,
            holding_years: (run.plan.end as u32).min(20),
            contributed: vec![Share::ONE],
            loans_repaid: Vec::new(),
            perils: crate::cover::Perils::ALL,
            equity_cover: Share::percent(90),
            loan_cover: Share::percent(95),
            rules: OneOrMany::one(cover.rules),
            large_host_share: false,
            premium_rate: None,
            standby_rate: None,
            expected_return: None,
            exit_value: None,
            discount_rate: None,
            event_year: 1,
            valuation_date: None,
        };
        let quote = investment
            .quote(market, &mut Trace::silent())
            .map_err(|error| error.moved("cover.premiumRate"))?;
        notices.push(
            Notice::new("premium-from-rules")
                .with("rules", quote.rules.name())
                .with("rate", quote.premium_rate.as_f64()),
        );
        editions.extend(quote.editions);
        Ok(quote.premium_rate)
    }

    fn notices(&self, run: &Run<'_>, quote: &PlantQuote, notices: &mut Vec<Notice>) -> Result<(), Error> {
        let amount = |minor: i64| minor_decimal(minor, self.currency);
        if !run.plan.is_built() {
            notices.push(Notice::new("no-capital-cost"));
        }
        if let Some((by, other)) = run.sized.and_then(|sized| sized.limit) {
            let code = match by {
                "target" => "debt-limited-by-target",
                "uses" => "debt-limited-by-uses",
                _ => "debt-below-capacity",
            };
            notices.push(Notice::new(code).with("amount", amount(other)));
        }
        if let (Some(gearing), true) = (quote.gearing, run.plan.has_books() && self.debt.is_some())
            && !(0.495..=0.655).contains(&gearing)
        {
            notices.push(Notice::new("gearing-unusual").with("rate", libm::round(gearing * 1000.0) / 1000.0));
        }
        if let (Some(least), Some(debt)) = (quote.minimum_dscr, run.debt) {
            if run.plan.has_books() && !(1.395..=1.805).contains(&least) {
                notices.push(Notice::new("dscr-unusual").with("ratio", two_digits(least)));
            }
            if debt.lock_up.is_none() && debt.default.is_none() && least < 1.195 {
                notices.push(Notice::new("dscr-below-covenant").with("ratio", two_digits(least)));
            }
            if let Some(target) = debt.target.filter(|target| least < target - 0.005) {
                notices.push(
                    Notice::new("dscr-below-target")
                        .with("ratio", two_digits(least))
                        .with("target", two_digits(target)),
                );
            }
        }
        for (code, years) in [("lock-up", &quote.lock_up_years), ("loan-default", &quote.default_years)] {
            if !years.is_empty() {
                let years: Vec<String> = years.iter().map(|year| year.text()).collect();
                notices.push(Notice::new(code).with("years", years.join(", ")));
            }
        }
        if run.rows.iter().any(|row| row.service > 0 && row.principal < 0 && row.unpaid == 0) {
            notices.push(Notice::new("interest-added-to-debt"));
        }
        let beyond = run.total(|row| row.beyond_promise)?;
        let support = run.total(|row| row.support)? - beyond;
        let unpaid = run.rows.last().map_or(0, |row| row.closing);
        for (code, sum) in
            [("support-paid", support), ("support-beyond-promise", beyond), ("debt-unpaid", unpaid)]
        {
            if sum > 0 {
                notices.push(Notice::new(code).with("amount", amount(sum)));
            }
        }
        if self.operations.is_some() && self.discount_rate.is_some() && run.plan.is_built() {
            match (quote.break_even_volume, self.operations.as_ref().and_then(|made| made.capacity)) {
                (None, _) => notices.push(Notice::new("no-break-even-volume")),
                (Some(volume), Some(capacity)) if volume > crate::values::to_f64(capacity) => {
                    notices.push(Notice::new("break-even-above-capacity"));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// A ratio as it is quoted.
fn two_digits(ratio: f64) -> f64 {
    libm::round(ratio * 100.0) / 100.0
}
