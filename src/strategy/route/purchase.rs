//! The purchase of a company, and what is sold through its works.

use rust_decimal::Decimal;

use super::course::Course;
use super::import::ImportWay;
use super::programme::{Programme, Scenario};
use super::request::PurchaseRoute;
use crate::error::Error;
use crate::explain::Trace;
use crate::finance::{AcquisitionQuote, AcquisitionRequest};
use crate::product::Product;
use crate::reference::{ImportMode, Market};
use crate::values::{Amount, Exact, Rate, Share};

/// A purchase on the programme's terms.
#[derive(Debug)]
pub(super) struct PurchaseWay<'a> {
    pub terms: &'a PurchaseRoute,
    /// What the product `acquisition` is asked.
    pub request: AcquisitionRequest,
    pub quote: AcquisitionQuote,
    pub kits: Option<ImportWay<'a>>,
}

impl<'a> PurchaseWay<'a> {
    /// # Errors
    /// What is wrong with the terms, as the product `acquisition` says.
    pub fn of(programme: &Programme<'_>, market: &Market, terms: &'a PurchaseRoute) -> Result<Self, Error> {
        let request = AcquisitionRequest {
            currency: programme.currency,
            start: programme.request.start,
            years: programme.request.years,
            enterprise_value: Some(terms.enterprise_value),
            equity_value: None,
            net_debt: terms.net_debt,
            refinanced: terms.refinanced,
            net_debt_rate: terms.net_debt_rate,
            acquired_share: terms.acquired_share,
            ebitda: terms.ebitda,
            ebitda_growth: terms.ebitda_growth.clone(),
            capital_expenditure: terms.capital_expenditure,
            depreciation: terms.depreciation,
            working_capital: Share::ZERO,
            tax_rate: programme.request.tax_rate,
            interest_deductible: None,
            synergies: terms.synergies.clone(),
            transaction_costs: terms.transaction_costs,
            minimum_cash: Amount::ZERO,
            senior: terms.senior.clone(),
            mezzanine: terms.mezzanine.clone(),
            acquirer: terms.acquirer.clone(),
            partner: terms.partner.clone(),
            payout: terms.payout,
            exit_multiple: terms.exit_multiple,
            maximum_leverage: None,
            minimum_interest_cover: None,
            minimum_cash_cover: None,
            rule: terms.rule,
            held_before: Share::ZERO,
        };
        let quote = request.quote(market, &mut Trace::silent()).map_err(as_purchase)?;
        let mode = ImportMode::CompletelyKnockedDown;
        let kits =
            terms.kits.as_ref().map(|kits| ImportWay::of(programme, market, kits, mode, "acquisition.kits"));
        Ok(Self { terms, request, quote, kits: kits.transpose()? })
    }

    /// What the purchase means for maker and partner. What is sold through the works is the maker's alone.
    ///
    /// # Errors
    /// As the product.
    pub fn course(
        &self,
        programme: &Programme<'_>,
        market: &Market,
        scenario: &Scenario,
    ) -> Result<Course, Error> {
        let mut course = Course::of(programme.years);
        let [maker, partner] = self.earned(programme, scenario)?;
        for (mine, column) in [(&mut course.maker, maker), (&mut course.partner, partner)] {
            for (cell, flow) in mine.iter_mut().zip(column) {
                *cell = flow as i64;
            }
        }
        for (sunk, flow) in course.sunk.iter_mut().zip(&course.maker) {
            *sunk = (-flow).max(0);
        }
        if let Some(kits) = &self.kits {
            course.add(&kits.course(programme, market, scenario, programme.years, None)?);
        }
        Ok(course)
    }

    /// The flows of buyer and partner; demand and exchange rate change EBITDA as they change sales.
    fn earned(&self, programme: &Programme<'_>, scenario: &Scenario) -> Result<[Vec<f64>; 2], Error> {
        if scenario.demand.is_empty() && scenario.currency.is_empty() {
            return self.request.flows();
        }
        let factor = |year: usize| {
            let of = |factors: &[Decimal], at: Option<usize>| {
                at.and_then(|at| factors.get(at)).copied().unwrap_or(Decimal::ONE)
            };
            let currency = of(&scenario.currency, Some(year).filter(|_| programme.request.foreign.is_some()));
            of(&scenario.demand, year.checked_sub(1)).times(currency)
        };
        let growth = &self.terms.ebitda_growth;
        let mut before = Decimal::ONE;
        let changed = (1..=programme.years).map(|year| {
            let planned = growth.get(year - 1).or(growth.last()).map_or(Decimal::ZERO, |rate| rate.get());
            let now = factor(year);
            let step = Decimal::ONE.plus(planned).times(now).over(before.max(Decimal::new(1, 6)));
            before = now;
            // Growth has bounds: a collapse beyond them is a loss of 99 %.
            let least = Decimal::new(-99, 2);
            Rate::new(step.minus(Decimal::ONE).to_digits(12).max(least).min(Decimal::TEN))
        });
        let ebitda_growth = changed.collect::<Result<Vec<Rate>, Error>>()?;
        AcquisitionRequest { ebitda_growth, ..self.request.clone() }.flows()
    }
}

fn as_purchase(error: Error) -> Error {
    match error.field() {
        "currency" | "start" | "years" => error,
        _ => error.under("acquisition"),
    }
}
