//! What each rule set asks for an investment.

use rust_decimal::Decimal;

use super::plan::{Plan, Year, whole};
use super::request::{InvestmentRequest, InvestmentRules};
use crate::error::Error;
use crate::explain::Grade;
use crate::reference::{Coefficient, Tariff};
use crate::values::{Currency, Exact, Money, PremiumRate};

/// The rates of a rule set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates {
    pub rate: PremiumRate,
    pub standby: Standby,
    /// Whether the rate counts on the insured part only, and not on all of the amounts.
    pub on_insured: bool,
    pub grade: Grade,
    pub from_table: bool,
    /// The German handling fee.
    pub fee: Option<Fee>,
}

/// How a rule prices what is still to be invested.
#[derive(Clone, Copy, Debug)]
pub(super) enum Standby {
    /// The rate over this.
    Part(Decimal),
    Rate(PremiumRate),
    /// Nothing is known.
    Unpriced,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Fee {
    rate: Decimal,
    above: Decimal,
    most: Decimal,
}

/// The premiums of an investment by one rule set.
#[derive(Debug)]
pub(super) struct Priced {
    pub rates: Rates,
    pub premiums: Vec<i64>,
    pub total: i64,
    pub present_value: Option<i64>,
    pub fee: Option<Money>,
    /// The fee where its rate counts on what is above the limit only.
    pub fee_on_excess: Option<Money>,
}

impl InvestmentRequest {
    /// The rule sets that were asked for, each once; and whether those that don't apply are passed over.
    pub(super) fn wanted(&self) -> (Vec<InvestmentRules>, bool) {
        let named = core::iter::once(self.rules.first()).chain(self.rules.others()).copied();
        let every = named.clone().any(|rules| rules == InvestmentRules::Every);
        let known = InvestmentRules::ALL.iter().copied().filter(|_| every);
        let mut wanted = Vec::new();
        for rules in named.chain(known) {
            if rules != InvestmentRules::Every && (!every || !wanted.contains(&rules)) {
                wanted.push(rules);
            }
        }
        (wanted, every)
    }

    /// The rates of a rule set.
    ///
    /// - Germany: 0.50 % a year of the maximum amount, all perils, and 0.50 % of the returns covered in the year; 0.55 %
    ///   where one host country holds over 20 % of the cover volume; a sixth on contributions that are still to be made
    /// - the Multilateral Investment Guarantee Agency: about 1 % a year of the insured amount on average; 0.45 to 1.75 % for
    ///   its package for small investments. What it asks for standby amounts is not known
    /// - the United Kingdom: of its own rate nothing is known; on standby amounts a quarter of the rate
    ///
    /// Source: table `investment-cover`.
    ///
    /// # Errors
    /// `InvalidInput`: a rate that the rule needs is missing.
    pub(super) fn rates(&self, rules: InvestmentRules, plan: &Plan, table: &Tariff) -> Result<Rates, Error> {
        let cell = |row: &str| {
            table.number(row, "value").ok_or_else(|| {
                Error::new(crate::ErrorKind::MissingData, "not-printed", "the table has no number here")
                    .at("rules")
                    .with_value(row)
            })
        };
        let printed = |cell: Coefficient| {
            Ok::<_, Error>(Rates {
                rate: PremiumRate::new(cell.value)?,
                standby: Standby::Unpriced,
                on_insured: true,
                grade: cell.grade,
                from_table: true,
                fee: None,
            })
        };
        let given = || {
            self.premium_rate.ok_or_else(|| {
                let sentence = "this rule needs the premium rate a year, such as 0.006 for 0.6 %";
                Error::invalid("required", sentence).at("premiumRate")
            })
        };
        match rules {
            InvestmentRules::DeFederal | InvestmentRules::Every => {
                let row = if self.large_host_share { "de rate of a large share" } else { "de rate" };
                let fee = Fee {
                    rate: cell("de fee")?.value,
                    above: cell("de fee above")?.value,
                    most: cell("de fee at most")?.value,
                };
                Ok(Rates {
                    standby: Standby::Part(cell("de standby divisor")?.value),
                    on_insured: false,
                    fee: Some(fee),
                    ..printed(cell(row)?)?
                })
            }
            InvestmentRules::MigaAverage => printed(cell("miga average")?),
            InvestmentRules::MigaSmallFrom => printed(cell("miga small from")?),
            InvestmentRules::MigaSmallTo => printed(cell("miga small to")?),
            InvestmentRules::UkStandbyQuarter => {
                let divisor = cell("uk standby divisor")?;
                Ok(Rates {
                    rate: given()?,
                    standby: Standby::Part(divisor.value),
                    on_insured: false,
                    grade: divisor.grade,
                    from_table: true,
                    fee: None,
                })
            }
            InvestmentRules::Given => {
                let rate = given()?;
                let standby = match self.standby_rate {
                    Some(standby) => Standby::Rate(standby),
                    None if plan.has_standby => {
                        let sentence =
                            "a part is still to be invested: give the rate a year on standby amounts";
                        return Err(Error::invalid("required", sentence).at("standbyRate"));
                    }
                    None => Standby::Unpriced,
                };
                Ok(Rates {
                    rate,
                    standby,
                    on_insured: false,
                    grade: Grade::Assumption,
                    from_table: false,
                    fee: None,
                })
            }
        }
    }

    /// The premium of each year, paid at its beginning.
    ///
    /// `Pₖ = round(r·(Cₖ + R) + s·Sₖ)`
    ///
    /// - `r` the rate a year, `s` that on standby amounts
    /// - `Cₖ` what has been invested, `R` the covered returns (of both the insured part, where the rule counts so), `Sₖ`
    ///   what is still to be invested
    ///
    /// Rounding: each premium once to the smallest unit. The present value is `Σ Pₖ / (1 + d)^(k−1)`, rounded once.
    pub(super) fn price(&self, plan: &Plan, rates: Rates) -> Result<Priced, Error> {
        let premiums = plan
            .years
            .iter()
            .map(|year| self.premium(year, plan.returns, rates))
            .collect::<Result<Vec<_>, _>>()?;
        let total = premiums.iter().sum();
        let present_value = match self.discount_rate {
            None => None,
            Some(rate) => {
                let growth = Decimal::ONE.plus(rate.get());
                let worth = premiums
                    .iter()
                    .rev()
                    .fold(Decimal::ZERO, |later, premium| Decimal::from(*premium).plus(later.over(growth)));
                Some(whole(worth, self.currency).map_err(|error| error.at("discountRate"))?)
            }
        };
        let [fee, fee_on_excess] = self.fees(plan, rates)?;
        Ok(Priced { rates, premiums, total, present_value, fee, fee_on_excess })
    }

    fn premium(&self, year: &Year, returns: i64, rates: Rates) -> Result<i64, Error> {
        let rate = rates.rate.get();
        let base = self.base(year, returns, rates);
        let standby = Decimal::from(year.standby);
        // Over the divisor as a whole, so that nothing is divided before the end.
        let (sum, divisor) = match rates.standby {
            Standby::Part(divisor) => (rate.times(base.times(divisor).plus(standby)), divisor),
            Standby::Rate(on_standby) => {
                (rate.times(base).plus(on_standby.get().times(standby)), Decimal::ONE)
            }
            Standby::Unpriced => (rate.times(base), Decimal::ONE),
        };
        whole(sum.over(divisor), self.currency)
    }

    /// What the rate is counted on in a year, standby amounts apart, in smallest units.
    pub(super) fn base(&self, year: &Year, returns: i64, rates: Rates) -> Decimal {
        if !rates.on_insured {
            return Decimal::from(year.current() + returns);
        }
        Decimal::from(year.equity)
            .times(self.equity_cover.get())
            .plus(Decimal::from(year.loans + returns).times(self.loan_cover.get()))
    }

    /// The handling fee: 0.05 % of a maximum amount (capital and returns) of over EUR 5 million, at most EUR 10,000.
    ///
    /// Whether the rate counts on all of the amount or on what is above five million the source does not say: the fee is
    /// that on all of it, and a notice has both. Known for amounts in euros only.
    fn fees(&self, plan: &Plan, rates: Rates) -> Result<[Option<Money>; 2], Error> {
        let euro = Currency::parse("EUR")?;
        let Some(fee) = rates.fee.filter(|_| self.currency == euro) else { return Ok([None; 2]) };
        let amount = Money::new(plan.maximum, euro).decimal();
        if amount <= fee.above {
            return Ok([Some(Money::new(0, euro)); 2]);
        }
        let of = |base: Decimal| Money::rounded(fee.rate.times(base).min(fee.most), euro, Default::default());
        Ok([Some(of(amount)?), Some(of(amount.minus(fee.above))?)])
    }
}
