//! A car that its buyer pays over time: loan, balloon, hire purchase or lease.

mod answer;
mod contract;
mod costs;
mod explained;
mod request;
mod vehicle;

pub use answer::{EquityQuote, ResidualLoss, RetailQuote, RetailSchedule, SubventionQuote};
pub use request::{
    RetailAgreement, RetailFees, RetailInsurance, RetailRequest, RetailRisk, RetailSettlement, Subvention,
    VehicleValue,
};

use self::contract::{Contract, Row};
use crate::calendar::DayCount;
use crate::cash_flow::apr::{AnnualPercentageRate, AprRule, Moments, apr};
use crate::cash_flow::{Flows, explain_apr};
use crate::document::Column;
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::loan::{SettlementMethod, SettlementQuote};
use crate::product::Product;
use crate::reference::{EUROPEAN_UNION, Market};
use crate::values::{Money, bounded, minor_text};

crate::quotes!(RetailQuote);

impl Product for RetailRequest {
    type Quote = RetailQuote;

    const NAME: &'static str = "retail";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<RetailQuote, Error> {
        if let Some(decimals) = self.decimals {
            let currency = self.currency.with_minor_digits(decimals).map_err(|error| error.at("decimals"))?;
            return Self { currency, ..self.clone() }.answered(market, trace);
        }
        self.answered(market, trace)
    }
}

impl RetailRequest {
    fn answered(&self, market: &Market, trace: &mut Trace) -> Result<RetailQuote, Error> {
        let mut contract = Contract::of(self, market)?;
        let currency = self.currency;
        let rows = &contract.rows;
        let (rule, is_american_lease) = self.rule()?;
        let (days, amounts) = contract.flows();
        let effective = if is_american_lease {
            None
        } else {
            let rates = Flows::dated(&days, &amounts, DayCount::Act365F).and_then(|flows| flows.rates());
            Some(rates.map_err(|error| error.moved("fees"))?.nearest)
        };
        let found = rule
            .map(|rule| apr(rule, Moments::Dates(&days), &amounts).map_err(|error| error.moved("aprRule")))
            .transpose()?;
        let values =
            self.value.as_ref().map(|path| vehicle::values(path, contract.price, rows.len())).transpose()?;
        let equity = values.as_ref().map(|values| vehicle::equity(&contract, values));
        let losses = vehicle::losses(self, &contract, values.as_deref())?;
        let expected = losses.as_ref().map(|losses| losses.iter().sum::<f64>().round() as i64);
        let support = vehicle::subvention(self, self.subvention.as_ref(), &contract)?;
        let money = |minor: i64| Money::new(minor, currency);
        let total = |of: &dyn Fn(&Row) -> i64| {
            bounded(rows.iter().map(|row| i128::from(of(row))).sum::<i128>(), currency).map(money)
        };
        let lease = self.agreement == RetailAgreement::Lease;
        let residual = if lease { contract.final_value } else { 0 };
        let fees = contract.fees;
        let payments = i128::from(contract.payments);
        let total_tax = bounded(payments * i128::from(contract.payment_tax), currency)?;
        let monthly_fees = payments * i128::from(fees.with_each);
        let once = [fees.at_start, fees.on_credit, fees.with_first, fees.with_last];
        let total_fees =
            bounded(once.iter().map(|fee| i128::from(*fee)).sum::<i128>() + monthly_fees, currency)?;
        let [maker, dealer] = contract.contributions;
        let paid = total(&|row| row.payment)?.minor();
        let charges = total(&|row| row.charges)?.minor();
        let sum = |parts: &[i64]| bounded(parts.iter().map(|part| i128::from(*part)).sum::<i128>(), currency);
        let total_payable = sum(&[paid, charges, contract.deposit, maker, dealer, -residual])?;
        let start = rows.first().copied().unwrap_or_default();
        let due_at_start = sum(&[contract.deposit, start.payment, start.charges, contract.security])?;
        let in_all = [contract.payment, contract.payment_tax, fees.with_each, fees.insurance_monthly];
        let last = rows.last().map_or(0, |row| row.payment);
        let equity_quote = equity.as_ref().map(|equity| vehicle::told(equity, currency));
        let settlement = contract.settlement.take();
        let rows = &contract.rows;
        let column = |of: fn(&Row) -> i64| Column::of(rows, of);
        let quote = RetailQuote {
            payment: money(contract.payment),
            payment_in_all: money(sum(&in_all)?),
            amount_financed: money(contract.credit),
            last_payment: money(if lease && contract.advance > 0 {
                contract.payment
            } else {
                last - residual
            }),
            due_at_start: money(due_at_start),
            total_interest: total(&|row| row.interest)?,
            total_fees: money(total_fees),
            total_tax: money(total_tax),
            total_payable: money(total_payable),
            nominal_rate: contract.nominal,
            effective_rate: effective,
            apr: found.as_ref().map(|found| found.rate),
            apr_disclosed: found.as_ref().map(|found| found.disclosed),
            apr_rule: rule,
            implied_lease_rate: is_american_lease.then_some(contract.nominal),
            subvention: support,
            expected_loss: expected.map(money),
            residual_losses: vehicle::residuals(&contract, values.as_deref(), currency),
            settlement: settlement.map(|settled| self.settled(settled, &days, &amounts)).transpose()?,
            schedule: RetailSchedule {
                dates: Column(days.clone()),
                opening: column(|row| row.opening),
                interest: column(|row| row.interest),
                principal: column(|row| row.payment - row.interest),
                payment: column(|row| row.payment),
                closing: column(|row| row.closing),
                charges: column(|row| row.charges),
                vehicle_value: values.map(Column),
                vehicle_equity: equity.map(Column),
                month_loss: losses.map(|losses| {
                    Column(losses.into_iter().map(|loss| (loss * 100.0).round() / 100.0).collect())
                }),
            },
            editions: Vec::new(),
            notices: self.notices(&contract, rule, is_american_lease, equity_quote.as_ref()),
            equity: equity_quote,
        };
        self.explain(&contract, &quote, found.as_ref(), rule, trace);
        Ok(quote)
    }

    /// Whose annual percentage rate is told, and whether this is a lease in the United States.
    ///
    /// # Errors
    /// `NotApplicable`, `lease-has-no-apr`: Regulation M lets no lease tell one.
    fn rule(&self) -> Result<(Option<AprRule>, bool), Error> {
        let lease = self.agreement == RetailAgreement::Lease;
        let code = self.country.map_or("", |country| country.alpha3());
        if lease && self.apr_rule == Some(AprRule::UsRegulationZ) {
            let sentence =
                "a lease has no annual percentage rate: leave this out, the implied lease rate is told";
            return Err(Error::not_applicable("lease-has-no-apr", sentence).at("aprRule"));
        }
        if lease {
            return Ok((self.apr_rule, code == "USA"));
        }
        let by_country = match code {
            "GBR" => Some(AprRule::UkConc),
            "USA" => Some(AprRule::UsRegulationZ),
            code if EUROPEAN_UNION.contains(&code) => Some(AprRule::EuConsumerCredit),
            _ => None,
        };
        Ok((self.apr_rule.or(by_country), false))
    }

    /// The settlement with the effective rate of the contract as it is settled, its fees included.
    fn settled(
        &self,
        settled: SettlementQuote,
        days: &[i32],
        amounts: &[f64],
    ) -> Result<SettlementQuote, Error> {
        let day = settled.date.days();
        let before = days.iter().zip(amounts).filter(|(date, _)| **date < day);
        let (mut days, mut amounts): (Vec<i32>, Vec<f64>) =
            before.map(|(date, amount)| (*date, *amount)).unzip();
        days.push(day);
        amounts.push((minor(self.security_deposit, self.currency)? - settled.amount.minor()) as f64);
        let rates = Flows::dated(&days, &amounts, DayCount::Act365F).and_then(|flows| flows.rates());
        let effective_rate = rates.map_err(|error| error.moved("settlement"))?.nearest;
        Ok(SettlementQuote { effective_rate, ..settled })
    }

    fn notices(
        &self,
        contract: &Contract,
        rule: Option<AprRule>,
        is_american_lease: bool,
        equity: Option<&EquityQuote>,
    ) -> Vec<Notice> {
        let lease = self.agreement == RetailAgreement::Lease;
        let mut notices = contract.notices.clone();
        if is_american_lease {
            notices.push(Notice::new("lease-rate-warning"));
        } else if rule.is_none() && lease {
            notices.push(Notice::new("lease-without-apr"));
        } else if rule.is_none() {
            notices.push(Notice::new("no-apr-rule"));
        }
        if contract.found {
            notices.push(Notice::new("rate-found").with("rate", contract.nominal));
        }
        if let Some(equity) = equity.filter(|equity| equity.lowest.minor() < 0) {
            notices.push(
                Notice::new("owes-more-than-value")
                    .with("amount", minor_text(-equity.lowest.minor(), self.currency))
                    .with("month", equity.lowest_month),
            );
        }
        let old =
            self.settlement.as_ref().is_some_and(|settled| settled.method == SettlementMethod::RuleOf78);
        if old && !notices.iter().any(|notice| notice.code() == "rule-of-78-barred") {
            notices.push(Notice::new("rule-of-78-barred"));
        }
        notices
    }
}

fn minor(amount: crate::values::Amount, currency: crate::values::Currency) -> Result<i64, Error> {
    crate::values::to_minor_exact(amount.get(), currency)
}

/// What the annual percentage rate's steps need.
type Told<'a> = Option<&'a AnnualPercentageRate>;

/// Tells the steps of the annual percentage rate.
fn explain_told(rule: Option<AprRule>, found: Told<'_>, trace: &mut Trace) {
    if let (Some(rule), Some(found)) = (rule, found) {
        explain_apr(rule, found, trace);
    }
}
