//! The rule sets side by side: what each counts in, and its price for one deal.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::answer::{LeftOut, RuleBase, RuleSetFacts, RuleSetFee};
use super::checks::{self, Subject};
use super::minimum::{Minimum, Ratio};
use super::request::{CoverRequest, RuleSet};
use super::{Terms, explained, german, others, partner, swedish};
use crate::country::{CreditProfile, annual_spread};
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice, Trace};
use crate::reference::Market;
use crate::values::to_f64;

impl RuleSet {
    /// As what the rule counts the amount.
    pub const fn base(self) -> RuleBase {
        match self {
            Self::DeFederalShortTerm | Self::FiShortTerm => RuleBase::Receivable,
            Self::DeFederalManufacturing => RuleBase::ProductionCosts,
            Self::Jp2004PreShipment | Self::Jp2004PostShipment => RuleBase::InsuredValue,
            _ => RuleBase::Principal,
        }
    }

    /// What its premium leaves out.
    pub const fn leaves_out(self) -> &'static [LeftOut] {
        use LeftOut::{
            AgencyMargin, BuyerRisk, CoverFactors, Fees, InsurersCosts, Interest, LeastPremium,
            MinimumPremium, PercentageOfCover, RangeOfRates,
        };
        match self {
            Self::OecdMinimum => &[AgencyMargin, Interest],
            Self::DeFederalShortTerm => &[Interest, PercentageOfCover, Fees],
            Self::DeFederalManufacturing => &[BuyerRisk, PercentageOfCover, Fees],
            Self::SeMatrixNewer | Self::SeMatrixOlder => {
                &[Interest, PercentageOfCover, RangeOfRates, MinimumPremium]
            }
            Self::FiShortTerm => &[PercentageOfCover, LeastPremium],
            Self::Jp2004PreShipment | Self::Jp2004PostShipment => &[BuyerRisk, CoverFactors, LeastPremium],
            Self::MarketSpread => &[Interest, PercentageOfCover, InsurersCosts],
            Self::RateCard => &[Interest, PercentageOfCover],
            Self::Given | Self::Every => &[],
        }
    }

    /// Whether the numbers are reconstructed from elsewhere and not the agency's own tariff.
    pub const fn is_reconstruction(self) -> bool {
        matches!(self, Self::DeFederalShortTerm | Self::DeFederalManufacturing)
    }

    /// Whether the tariff is no longer in use.
    pub const fn is_historical(self) -> bool {
        matches!(self, Self::Jp2004PreShipment | Self::Jp2004PostShipment)
    }
}

/// One deal as every rule set sees it.
#[derive(Clone, Copy)]
pub(super) struct Deal<'d> {
    pub request: &'d CoverRequest,
    pub subject: &'d Subject,
    pub terms: &'d Terms,
    pub market: &'d Market,
}

/// What a rule set asks for one deal.
pub(super) struct Offer<'t> {
    pub ratio: Ratio,
    /// The tables that it rests on, the rule set's own first.
    pub editions: Vec<&'t Arc<Edition>>,
    pub grade: Grade,
    /// The spread a year that the premium was made of, where the rule's rate is one.
    pub spread: Option<f64>,
    /// The years that the premium pays for, where they are not those of the credit.
    pub period: Option<f64>,
    /// The printed range, as spreads a year.
    pub range: [Option<f64>; 2],
    pub fees: Vec<RuleSetFee>,
    pub speculative: Option<bool>,
    pub notices: Vec<Notice>,
}

impl<'t> Offer<'t> {
    /// A rate in percent, and the table that it comes from.
    pub fn percent(percent: Decimal, table: &'t Arc<Edition>, grade: Grade) -> Self {
        let ratio = Ratio { numerator: percent, denominator: Decimal::ONE_HUNDRED };
        Self { editions: vec![table], ..Self::of(ratio, grade) }
    }

    /// A premium without a table.
    pub fn of(ratio: Ratio, grade: Grade) -> Self {
        Self {
            ratio,
            editions: Vec::new(),
            grade,
            spread: None,
            period: None,
            range: [None; 2],
            fees: Vec::new(),
            speculative: None,
            notices: Vec::new(),
        }
    }

    pub fn facts(&self, rules: RuleSet, counted_years: f64) -> RuleSetFacts {
        let [range_low, range_high] = self.range;
        RuleSetFacts {
            base: rules.base(),
            grade: self.grade,
            table: self.editions.first().map(|edition| edition.id),
            counted_years,
            range_low,
            range_high,
            reconstruction: rules.is_reconstruction(),
            historical: rules.is_historical(),
            leaves_out: rules.leaves_out().to_vec(),
            fees: self.fees.clone(),
        }
    }
}

/// A price by one rule set, on the footing of all.
pub(super) struct Price {
    pub rate: Decimal,
    pub premium: i64,
    pub spread: Option<f64>,
    pub naive: Option<f64>,
    /// The years over which it counts as a spread.
    pub years: f64,
}

impl<'d> Deal<'d> {
    /// What a rule set asks.
    ///
    /// # Errors
    /// Where it does not apply or needs a field that is missing.
    pub fn offer(self, rules: RuleSet, trace: &mut Trace) -> Result<Offer<'d>, Error> {
        match rules {
            RuleSet::OecdMinimum | RuleSet::Every => self.minimum(trace),
            RuleSet::DeFederalShortTerm => german::short_term(self, trace),
            RuleSet::DeFederalManufacturing => german::manufacturing(self, trace),
            RuleSet::SeMatrixNewer => swedish::matrix(self, &self.market.tariffs.swedish_newer, trace),
            RuleSet::SeMatrixOlder => swedish::matrix(self, &self.market.tariffs.swedish_older, trace),
            RuleSet::FiShortTerm => others::finnish(self, trace),
            RuleSet::Jp2004PreShipment => others::japanese(self, others::PRE_SHIPMENT, trace),
            RuleSet::Jp2004PostShipment => others::japanese(self, others::POST_SHIPMENT, trace),
            RuleSet::RateCard => partner::tariff(self, trace),
            RuleSet::MarketSpread => others::market_spread(self, trace),
            RuleSet::Given => self.given(trace),
        }
    }

    /// The minimum premium of the Arrangement.
    pub fn minimum(self, trace: &mut Trace) -> Result<Offer<'d>, Error> {
        let request = self.request;
        request.repaid()?;
        checks::average_life_of_the_minimum(request)?;
        checks::discounts(request)?;
        checks::long_enough(request)?;
        let (category, table) = self.subject.table(request, self.market)?;
        let buyer = self.subject.buyer.ok_or_else(checks::no_buyer)?;
        let enhancement = checks::enhancement(request)?;
        let minimum = Minimum::of(request, category, buyer, self.terms.horizon_24, enhancement, table)?;
        explained::minimum(request, &minimum, self.market, trace);
        let edition = self.market.premium.edition();
        let notice = checks::term_slope_notice(request, &minimum, self.subject, self.market)?;
        Ok(Offer {
            editions: vec![edition],
            speculative: Some(minimum.speculative),
            notices: notice.into_iter().collect(),
            ..Offer::of(minimum.rate(request), edition.grade)
        })
    }

    fn given(self, trace: &mut Trace) -> Result<Offer<'d>, Error> {
        self.request.repaid()?;
        let rate = self.request.premium_rate.ok_or_else(|| {
            Error::invalid("required", "the rule given needs the premium rate, such as 0.06 for 6 %")
                .at("premiumRate")
        })?;
        explained::given(rate.get(), trace);
        Ok(Offer::of(Ratio { numerator: rate.get(), denominator: Decimal::ONE }, Grade::Assumption))
    }

    /// Puts an offer on the footing of all: the same amount, and as a spread on the same balance. A premium for a time
    /// of its own (before shipment, or in days) is a spread on the whole amount over that time.
    pub fn price(self, offer: &Offer<'_>) -> Result<Price, Error> {
        let rate = offer.ratio.value();
        let flat = to_f64(rate);
        let profile = match offer.period {
            None => self.terms.profile,
            Some(years) => CreditProfile {
                disbursement: 0.0,
                repayment: years,
                average_life: Some(years),
                ..self.terms.profile
            },
        };
        let years = profile.average_term();
        let some_time = years > 0.0;
        Ok(Price {
            rate,
            premium: self.request.share_of(self.request.amount.get(), offer.ratio)?,
            spread: offer.spread.or_else(|| {
                let rate = self.request.rate.filter(|_| some_time)?;
                annual_spread(flat, rate.as_f64(), profile)
            }),
            naive: some_time.then(|| flat / years),
            years,
        })
    }
}

impl CoverRequest {
    /// A credit that is repaid after its starting point.
    pub(super) fn repaid(&self) -> Result<(), Error> {
        if self.repayment_months.get() > 0 {
            return Ok(());
        }
        Err(Error::out_of_range("below-minimum", "the credit must be repaid after its starting point")
            .at("repaymentMonths")
            .with_value("0"))
    }

    /// The rule sets that were asked for, each once; and whether those that don't apply are passed over.
    pub(super) fn wanted(&self, market: &Market) -> (Vec<RuleSet>, bool) {
        let named = core::iter::once(self.rules.first()).chain(self.rules.others()).copied();
        let every = named.clone().any(|rules| rules == RuleSet::Every);
        let known = RuleSet::ALL
            .iter()
            .copied()
            .filter(|rules| every && (*rules != RuleSet::RateCard || partner::in_use(market).is_some()));
        let mut wanted = Vec::new();
        for rules in named.chain(known) {
            if rules != RuleSet::Every && (!every || !wanted.contains(&rules)) {
                wanted.push(rules);
            }
        }
        (wanted, every)
    }
}

/// A term that a short-term rule set can price: months at risk, half the disbursement and the repayment.
///
/// # Errors
/// `NotApplicable`, `not-short-term`.
pub(super) fn short_enough(months: u32, most: u32) -> Result<(), Error> {
    if months <= most {
        return Ok(());
    }
    Err(Error::not_applicable("not-short-term", "this rule set is for shorter terms")
        .detail("maximum", most.text())
        .at("repaymentMonths")
        .with_value(months.text()))
}

/// The column of a category in a tariff.
pub(super) fn column(category: u8) -> &'static str {
    ["0", "1", "2", "3", "4", "5", "6", "7"].get(usize::from(category)).copied().unwrap_or("")
}

/// The error for a cell that the known text of a tariff does not have.
#[cold]
pub(super) fn not_printed(field: &'static str, value: &str) -> Error {
    let sentence = "the known text of this tariff has no number here";
    Error::new(crate::ErrorKind::MissingData, "not-printed", sentence).at(field).with_value(value)
}
