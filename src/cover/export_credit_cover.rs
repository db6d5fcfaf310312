//! The premium of a credit of two years and more.

mod checks;
mod explained;
mod minimum;
mod request;

pub use request::{
    AsDrawn, CoverQuote, CoverRequest, CoveredShares, FinancedPremium, OtherRules, PaymentsPerYear,
    PremiumEdition, RuleSet, Security,
};

use std::sync::Arc;

use rust_decimal::Decimal;

use self::minimum::{Minimum, Ratio};
use crate::country::{CreditProfile, annual_spread};
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Exact, Rounding, minor_text, to_f64, to_minor, to_minor_exact};

impl Product for CoverRequest {
    type Quote = CoverQuote;

    const NAME: &'static str = "export-credit-cover";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<CoverQuote, Error> {
        let amount = to_minor_exact(self.amount.get(), self.currency).map_err(|error| error.at("amount"))?;
        let terms = Terms::of(self)?;
        let subject = checks::Subject::of(self, market)?;
        explained::terms(self, &subject, &terms, market, trace);
        let mut notices = checks::notices(self, &subject, &terms, market);
        let minimum = match self.rules.first() {
            RuleSet::OecdMinimum => Some(self.minimum(&subject, &terms, market)?),
            RuleSet::Given => None,
        };
        let ratio = match &minimum {
            Some(minimum) => {
                notices.extend(checks::term_slope_notice(self, minimum, &subject, market)?);
                explained::minimum(self, minimum, market, trace);
                minimum.rate(self)
            }
            None => self.given()?,
        };
        let price = self.price(ratio, &terms)?;
        let financed = self.financed(ratio)?;
        if financed.is_none() {
            notices.push(Notice::new("premium-not-financeable"));
        }
        explained::price(self, &price, financed.as_ref(), &terms, trace);
        let mut others = Vec::with_capacity(self.rules.others().len());
        for rules in self.rules.others() {
            others.push(self.other(*rules, &subject, &terms, market)?);
        }
        Ok(CoverQuote {
            country: self.country,
            category: subject.category,
            buyer: subject.buyer,
            rules: *self.rules.first(),
            edition: minimum.as_ref().map(|_| self.edition),
            horizon_years: to_f64(terms.horizon_24) / 24.0,
            average_life_years: terms.average_life,
            speculative_grade: minimum.as_ref().map(|minimum| minimum.speculative),
            currency: self.currency,
            premium_base: minor_text(amount, self.currency),
            premium_rate: price.rate,
            premium: minor_text(price.premium, self.currency),
            annual_spread: price.spread,
            naive_annual_spread: price.naive,
            financed,
            as_drawn: self.as_drawn(price.premium),
            others,
            editions: self.editions(market),
            notices,
        })
    }
}

/// The terms of the credit as the rules see them.
pub(super) struct Terms {
    /// Twenty-four times the horizon of risk.
    pub horizon_24: Decimal,
    pub average_life: f64,
    pub profile: CreditProfile,
}

impl Terms {
    /// - standard profile (equal half-yearly principals): half the disbursement and the repayment
    /// - otherwise half the disbursement and `(average life − 0.25) / 0.5`
    fn of(request: &CoverRequest) -> Result<Self, Error> {
        let (drawn, repaid) = (request.disbursement_months.get(), request.repayment_months.get());
        if repaid == 0 {
            return Err(Error::out_of_range(
                "below-minimum",
                "the credit must be repaid after its starting point",
            )
            .at("repaymentMonths")
            .with_value("0"));
        }
        let repayment_24 = match request.average_life_years {
            None => Decimal::from(2 * repaid),
            Some(life) => {
                checks::average_life(life, repaid, *request.rules.first())?;
                Decimal::from(48).times(life).minus(Decimal::from(12)).max(Decimal::ZERO)
            }
        };
        let profile = CreditProfile {
            disbursement: f64::from(drawn) / 12.0,
            repayment: f64::from(repaid) / 12.0,
            payments_per_year: request.payments_per_year.get(),
            average_life: request.average_life_years.map(to_f64),
        };
        Ok(Self {
            horizon_24: Decimal::from(drawn).plus(repayment_24),
            average_life: profile.average_life(),
            profile,
        })
    }
}

/// A price by one rule set.
pub(super) struct Price {
    pub rate: Decimal,
    pub premium: i64,
    pub spread: Option<f64>,
    pub naive: f64,
}

impl CoverRequest {
    fn minimum<'t>(
        &self,
        subject: &checks::Subject,
        terms: &Terms,
        market: &'t Market,
    ) -> Result<Minimum<'t>, Error> {
        checks::discounts(self)?;
        checks::long_enough(self)?;
        let (category, table) = subject.table(self, market)?;
        let buyer = subject.buyer.ok_or_else(checks::no_buyer)?;
        let enhancement = checks::enhancement(self)?;
        Minimum::of(self, category, buyer, terms.horizon_24, enhancement, table)
    }

    fn given(&self) -> Result<Ratio, Error> {
        let rate = self.premium_rate.ok_or_else(|| {
            Error::invalid("required", "the rule given needs the premium rate, such as 0.06 for 6 %")
                .at("premiumRate")
        })?;
        Ok(Ratio { numerator: rate.get(), denominator: Decimal::ONE })
    }

    fn price(&self, ratio: Ratio, terms: &Terms) -> Result<Price, Error> {
        let rate = ratio.value();
        let flat = to_f64(rate);
        Ok(Price {
            rate,
            premium: self.share_of_amount(ratio)?,
            spread: self.rate.and_then(|rate| annual_spread(flat, rate.as_f64(), terms.profile)),
            naive: flat / terms.profile.average_term(),
        })
    }

    /// The premium in smallest units: multiplied first, divided and rounded once.
    fn share_of_amount(&self, ratio: Ratio) -> Result<i64, Error> {
        let product = ratio.numerator.try_times(self.amount.get());
        let share = product.and_then(|product| product.try_over(ratio.denominator)).unwrap_or(Decimal::MAX);
        to_minor(share, self.currency, Rounding::default()).map_err(|error| error.at("amount"))
    }

    /// `p / (1 − p · f)` of the credit: what is financed bears premium itself.
    fn financed(&self, ratio: Ratio) -> Result<Option<FinancedPremium>, Error> {
        let share = self.financed_share;
        let denominator = ratio.denominator.minus(ratio.numerator.times(share.get()));
        // From here on the premium would be more than a hundred times the credit.
        if denominator.times(Decimal::ONE_HUNDRED) <= ratio.numerator {
            return Ok(None);
        }
        let on_top = Ratio { denominator, ..ratio };
        let premium = self.share_of_amount(on_top)?;
        let financed = to_minor(
            crate::values::minor_decimal(premium, self.currency).times(share.get()),
            self.currency,
            Rounding::default(),
        )?;
        let amount = to_minor_exact(self.amount.get(), self.currency)?;
        Ok(Some(FinancedPremium {
            share,
            rate: on_top.value(),
            premium: minor_text(premium, self.currency),
            credit: minor_text(amount.saturating_add(financed), self.currency),
        }))
    }

    /// The tables that this answer rests on.
    fn editions(&self, market: &Market) -> Vec<Arc<Edition>> {
        let priced = core::iter::once(self.rules.first())
            .chain(self.rules.others())
            .any(|rules| *rules == RuleSet::OecdMinimum);
        let premium = priced.then(|| market.premium.edition());
        let countries = self.country.map(|_| market.countries.edition());
        let participants = self.exporter_country.map(|_| market.participants.edition());
        [premium, countries, participants].into_iter().flatten().cloned().collect()
    }

    fn as_drawn(&self, premium: i64) -> AsDrawn {
        let parts = self.disbursement_months.get().max(1);
        // At most the premium itself: it fits.
        let rounded = Rounding::default().quotient(i128::from(premium), i128::from(parts)) as i64;
        let others = i64::from(parts - 1);
        // Rounded up, the parts of a tiny premium would be more than all of it.
        let part = if rounded * others > premium { premium / i64::from(parts) } else { rounded };
        let last = premium - part * others;
        AsDrawn { parts, part: minor_text(part, self.currency), last: minor_text(last, self.currency) }
    }

    fn other(
        &self,
        rules: RuleSet,
        subject: &checks::Subject,
        terms: &Terms,
        market: &Market,
    ) -> Result<OtherRules, Error> {
        let (ratio, grade) = match rules {
            RuleSet::OecdMinimum => {
                (self.minimum(subject, terms, market)?.rate(self), market.premium.edition().grade)
            }
            RuleSet::Given => (self.given()?, Grade::Assumption),
        };
        let price = self.price(ratio, terms)?;
        Ok(OtherRules {
            rules,
            premium_rate: price.rate,
            premium: minor_text(price.premium, self.currency),
            annual_spread: price.spread,
            naive_annual_spread: price.naive,
            grade,
        })
    }
}
