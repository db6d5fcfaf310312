//! The premium of a credit: the minimum premium of the Arrangement, and other published rule sets beside it.

mod answer;
mod checks;
mod explained;
mod german;
mod minimum;
mod others;
mod partner;
mod request;
#[cfg(feature = "everything")]
mod rows;
mod rule_sets;
mod swedish;

pub use answer::{
    AsDrawn, CoverQuote, FeeName, FinancedPremium, LeftOut, OtherRules, Refusal, RuleBase, RuleSetFacts,
    RuleSetFee,
};
pub use request::{
    CoverRequest, CoveredShares, MarketCurve, PaymentsPerYear, PremiumClass, PremiumEdition, RuleSet,
    Security,
};

use std::sync::Arc;

use rust_decimal::Decimal;

use self::minimum::Ratio;
use self::rule_sets::{Deal, Offer, Price};
use crate::country::CreditProfile;
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Edition, Notice, Trace};
use crate::product::Product;
use crate::reference::{Market, age_notice};
use crate::values::{Exact, Money, Rounding, to_f64, to_minor, to_minor_exact};

crate::quotes!(CoverQuote);

impl Product for CoverRequest {
    type Quote = CoverQuote;

    const NAME: &'static str = "export-credit-cover";

    #[cfg(feature = "everything")]
    const ROWS: Option<crate::product::Rows<Self>> = Some(rows::ROWS);

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<CoverQuote, Error> {
        let amount = to_minor_exact(self.amount.get(), self.currency).map_err(|error| error.at("amount"))?;
        let terms = Terms::of(self)?;
        let subject = checks::Subject::of(self, market)?;
        explained::terms(self, &subject, &terms, market, trace);
        let deal = Deal { request: self, subject: &subject, terms: &terms, market };
        let (wanted, every) = self.wanted(market);
        let (first, rest, mut passed_over) = deal.first(&wanted, every, trace)?;
        let price = deal.price(&first.1)?;
        let financed = self.financed(self.amount.get(), first.1.ratio)?;
        explained::price(self, &price, financed.as_ref(), trace);

        let mut notices = checks::notices(self, &subject, &terms, market, first.0);
        if financed.is_none() {
            notices.push(Notice::new("premium-not-financeable"));
        }
        let mut editions = Vec::new();
        deal.note(&first.1, &mut editions, &mut notices);
        let mut others = Vec::with_capacity(rest.len());
        for rules in rest {
            let place = ["others.", &others.len().text()].concat();
            let answer = trace.under(&place, |trace| {
                let offer = deal.offer(*rules, trace)?;
                let price = deal.price(&offer)?;
                explained::price(self, &price, None, trace);
                Ok((offer, price))
            });
            match answer {
                Ok((offer, price)) => {
                    deal.note(&offer, &mut editions, &mut notices);
                    others.push(self.other(*rules, &offer, &price));
                }
                Err(_) if every => passed_over.push(*rules),
                Err(error) => others.push(refused(*rules, error)),
            }
        }
        if !passed_over.is_empty() {
            let names: Vec<_> = passed_over.iter().map(|rules| rules.name()).collect();
            notices.push(Notice::new("rule-sets-passed-over").with("rules", names.join(", ")));
        }
        if let Some(country) = self.country {
            let own = market.countries.edition_of(country);
            if editions.iter().all(|known: &Arc<Edition>| known.id != own.id) {
                editions.push(Arc::clone(own));
            }
        }
        editions.extend(self.exporter_country.map(|_| market.participants.edition().clone()));
        let card = market.card.as_ref();
        notices.extend(
            card.filter(|card| editions.iter().any(|one| one.id == card.edition.id))
                .map(|card| card.notice()),
        );
        let (rules, offer) = first;
        Ok(CoverQuote {
            country: self.country,
            category: subject.category,
            buyer: subject.buyer,
            rules,
            edition: (rules == RuleSet::OecdMinimum).then_some(self.edition),
            horizon_years: to_f64(terms.horizon_24) / 24.0,
            average_life_years: terms.average_life,
            speculative_grade: offer.speculative,
            currency: self.currency,
            premium_base: Money::new(amount, self.currency),
            premium_rate: price.rate,
            premium: Money::new(price.premium, self.currency),
            annual_spread: price.spread,
            naive_annual_spread: price.naive,
            rule_set: offer.facts(rules, price.years),
            financed,
            as_drawn: self.as_drawn(price.premium),
            others,
            editions,
            notices,
        })
    }
}

impl<'d> Deal<'d> {
    /// The first rule set with its offer, those after it, and those before it that don't apply: which are passed over
    /// only when every one was asked for.
    #[expect(clippy::type_complexity, reason = "used once")]
    fn first<'w>(
        self,
        wanted: &'w [RuleSet],
        every: bool,
        trace: &mut Trace,
    ) -> Result<((RuleSet, Offer<'d>), &'w [RuleSet], Vec<RuleSet>), Error> {
        let mut why = None;
        let mut passed_over = Vec::new();
        let mut rest = wanted;
        while let [rules, after @ ..] = rest {
            rest = after;
            match self.offer(*rules, trace) {
                Ok(offer) => return Ok(((*rules, offer), rest, passed_over)),
                Err(error) if every => {
                    why.get_or_insert(error);
                    passed_over.push(*rules);
                }
                Err(error) => return Err(error),
            }
        }
        Err(why.unwrap_or_else(|| Error::invalid("empty", "this list must name at least one").at("rules")))
    }

    /// Takes over an offer's edition and what it has to say.
    fn note(self, offer: &Offer<'_>, editions: &mut Vec<Arc<Edition>>, notices: &mut Vec<Notice>) {
        for notice in &offer.notices {
            if !notices.contains(notice) {
                notices.push(notice.clone());
            }
        }
        for edition in &offer.editions {
            if !editions.iter().any(|known| known.id == edition.id) {
                notices.extend(age_notice(edition, edition.retrieved, self.request.valuation_date));
                editions.push(Arc::clone(edition));
            }
        }
    }
}

fn refused(rules: RuleSet, error: Error) -> OtherRules {
    OtherRules {
        rules,
        premium_rate: None,
        premium: None,
        annual_spread: None,
        naive_annual_spread: None,
        grade: None,
        rule_set: None,
        refusal: Some(Refusal(error)),
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
    ///
    /// A repayment under 24 months is at once at its end, or in the given equal instalments (assumption: short terms are
    /// seldom paid in parts).
    fn of(request: &CoverRequest) -> Result<Self, Error> {
        let (drawn, repaid) = (request.disbursement_months.get(), request.repayment_months.get());
        checks::instalments(request)?;
        let months = Decimal::from(repaid);
        // The average life is this over twice the number of instalments.
        let in_instalments = |count: u32| months.times(Decimal::from(count + 1));
        let life = match (request.average_life_years, request.instalments) {
            (Some(life), _) => {
                checks::average_life(life, repaid)?;
                Some(to_f64(life))
            }
            (None, Some(count)) => Some(to_f64(in_instalments(count)) / f64::from(24 * count)),
            (None, None) => (repaid < 24).then_some(f64::from(repaid) / 12.0),
        };
        let repayment_24 = match (request.average_life_years, request.instalments) {
            (Some(life), _) => Decimal::from(48).times(life).minus(Decimal::from(12)).max(Decimal::ZERO),
            (None, Some(count)) if repaid == 24 => {
                Decimal::TWO.times(in_instalments(count)).over(Decimal::from(count)).minus(Decimal::from(12))
            }
            _ => Decimal::from(2 * repaid),
        };
        let profile = CreditProfile {
            disbursement: f64::from(drawn) / 12.0,
            repayment: f64::from(repaid) / 12.0,
            payments_per_year: request.payments_per_year.get(),
            average_life: life,
        };
        Ok(Self {
            horizon_24: Decimal::from(drawn).plus(repayment_24),
            average_life: profile.average_life(),
            profile,
        })
    }
}

impl AsDrawn {
    /// How many parts a premium has, each but the last, and the last, in smallest units.
    fn of(premium: i64, months: u32) -> (u32, i64, i64) {
        let parts = months.max(1);
        // At most the premium itself: it fits.
        let rounded = Rounding::default().quotient(i128::from(premium), i128::from(parts)) as i64;
        let others = i64::from(parts - 1);
        // Rounded up, the parts of a tiny premium would be more than all of it.
        let part = if rounded * others > premium { premium / i64::from(parts) } else { rounded };
        (parts, part, premium - part * others)
    }
}

impl CoverRequest {
    /// The premium in smallest units: multiplied first, divided and rounded once.
    fn share_of(&self, amount: Decimal, ratio: Ratio) -> Result<i64, Error> {
        let product = ratio.numerator.try_times(amount);
        let share = product.and_then(|product| product.try_over(ratio.denominator)).unwrap_or(Decimal::MAX);
        to_minor(share, self.currency, Rounding::default()).map_err(|error| error.at("amount"))
    }

    /// `p / (1 − p · f)` of the credit: what is financed bears premium itself.
    fn financed(&self, amount: Decimal, ratio: Ratio) -> Result<Option<FinancedPremium>, Error> {
        let share = self.financed_share;
        let denominator = ratio.denominator.minus(ratio.numerator.times(share.get()));
        // From here on the premium would be more than a hundred times the credit.
        if denominator.times(Decimal::ONE_HUNDRED) <= ratio.numerator {
            return Ok(None);
        }
        let on_top = Ratio { denominator, ..ratio };
        let premium = self.share_of(amount, on_top)?;
        let financed = to_minor(
            crate::values::minor_decimal(premium, self.currency).times(share.get()),
            self.currency,
            Rounding::default(),
        )?;
        let amount = to_minor_exact(amount, self.currency)?;
        Ok(Some(FinancedPremium {
            share,
            rate: on_top.value(),
            premium: Money::new(premium, self.currency),
            credit: Money::new(amount.saturating_add(financed), self.currency),
        }))
    }

    fn as_drawn(&self, premium: i64) -> AsDrawn {
        let (parts, part, last) = AsDrawn::of(premium, self.disbursement_months.get());
        AsDrawn { parts, part: Money::new(part, self.currency), last: Money::new(last, self.currency) }
    }

    fn other(&self, rules: RuleSet, offer: &Offer<'_>, price: &Price) -> OtherRules {
        OtherRules {
            rules,
            premium_rate: Some(price.rate),
            premium: Some(Money::new(price.premium, self.currency)),
            annual_spread: price.spread,
            naive_annual_spread: price.naive,
            grade: Some(offer.grade),
            rule_set: Some(offer.facts(rules, price.years)),
            refusal: None,
        }
    }
}
