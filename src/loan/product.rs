//! The product: request, quote and the way from one to the other.

mod charges;
mod explained;
mod flat;
mod floating;
mod instalments;
mod options;
mod quote;
mod settlement;
mod terms;
mod worked;

pub use instalments::Instalments;
pub use options::{
    BalloonPayment, CustomInstalments, Drawdowns, Floating, GraceInterest, InterestDays, InterestTax,
    LoanFees, LoanProfile, OddDays, PrepaymentEffect, Prepayments, RateLimits, RateReset, Settlement,
    SettlementMethod, Skips, Steps, TaxTreatment, UnpaidInterest,
};
pub use quote::{LoanQuote, LoanSchedule, SettlementQuote};

use charges::Charges;

pub(crate) use charges::yearly_rows;
use worked::{Found, Worked};

use super::schedule::Schedule;
use crate::calendar::{BusinessDays, DayCount, Frequency};
use crate::cash_flow::apr::AprRule;
use crate::document::Column;
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{
    Amount, Currency, Date, Money, PositiveAmount, Rate, Rounding, minor_text, to_minor_exact,
};

crate::record! {
    /// A loan that is repaid in instalments.
    pub struct LoanRequest {
        /// The currency of all amounts.
        pub currency: Currency,
        /// What is lent, with no more decimals than the currency has. With drawdowns, the most that can be drawn.
        pub principal: PositiveAmount,
        /// Interest a year, as a fraction: 0.06 is 6 %. With `floating`, the rate until its first date; for the profile
        /// flat, the flat rate.
        pub rate: Option<Rate>,
        /// The day on which the principal is paid out, from which the instalments are counted.
        pub start: Date,
        /// How often an instalment is paid.
        pub frequency: Frequency = Frequency::Monthly,
        /// How many instalments, those of the grace period included: 1 to 1200.
        pub instalments: Instalments,
        /// How the principal comes back.
        pub profile: LoanProfile = LoanProfile::Annuity,
        /// How days bear interest. Where months have 30 days, each regular instalment bears its exact part of a year.
        pub day_count: DayCount = DayCount::Thirty360Us,
        /// The part of the principal that is paid with the last instalment.
        pub balloon: Amount = Amount::ZERO,
        /// Whether the balloon is paid beside the last instalment, or in its place.
        pub balloon_payment: BalloonPayment = BalloonPayment::Beside,
        /// The first instalments that repay no principal.
        pub grace_instalments: u32 = 0,
        /// What becomes of the interest of those.
        pub grace_interest: GraceInterest = GraceInterest::Paid,
        /// The day of the first instalment, where it is not one regular period after the start. The others are counted
        /// from it.
        pub first_payment: Option<Date>,
        /// How an odd first period is paid.
        pub stub: OddDays = OddDays::InInstalments,
        /// How the days of odd periods bear interest; as all others where it is not given.
        pub stub_day_count: Option<DayCount>,
        /// The day of the last instalment, where it is not a regular one.
        pub last_payment: Option<Date>,
        /// On which days payments can fall, and where one goes that falls on another.
        pub business_days: Option<BusinessDays>,
        /// Up to which day interest counts when a payment is moved.
        pub interest_days: InterestDays = InterestDays::Adjusted,
        /// Instalments that rise or fall in steps, for the profiles annuity and equal-principal.
        pub steps: Option<Steps>,
        /// The instalments one by one, for the profile custom.
        pub custom: Option<CustomInstalments>,
        /// Instalments that are left out.
        pub skips: Option<Skips>,
        /// The loan is paid out in parts.
        pub drawdowns: Option<Drawdowns>,
        /// A rate that changes.
        pub floating: Option<Floating>,
        /// Principal that is paid before it is due.
        pub prepayments: Option<Prepayments>,
        /// The whole loan is settled early: what that takes. The schedule stays as agreed.
        pub settlement: Option<Settlement>,
        /// What the loan costs beside interest.
        pub fees: Option<LoanFees>,
        /// A tax on interest.
        pub interest_tax: Option<InterestTax>,
        /// Whose annual percentage rate is wanted: over all that the borrower receives and pays, fees and its own tax
        /// included.
        pub apr_rule: Option<AprRule>,
        /// How interest, instalments and parts of principal become whole cents (or the currency's smallest unit).
        pub rounding: Rounding = Rounding::MidpointAwayFromZero,
        /// To how many decimals amounts are kept, 0 to 6, where not to the currency's own: more show a schedule without
        /// the rounding to cents, fewer one in whole units. Columns then count units of the last of them.
        pub decimals: Option<u32>,
    }
}

crate::quotes!(LoanQuote);

impl Product for LoanRequest {
    type Quote = LoanQuote;
    const NAME: &'static str = "loan";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<Self::Quote, Error> {
        if let Some(decimals) = self.decimals {
            let currency = self.currency.with_minor_digits(decimals).map_err(|error| error.at("decimals"))?;
            return Self { currency, ..self.clone() }.answered(trace);
        }
        self.answered(trace)
    }
}

impl LoanRequest {
    fn answered(&self, trace: &mut Trace) -> Result<LoanQuote, Error> {
        let principal =
            to_minor_exact(self.principal.get(), self.currency).map_err(|error| error.at("principal"))?;
        match self.rate {
            Some(rate) if self.is_plain() => self.plain(principal, rate, trace),
            _ => self.optioned(principal, trace),
        }
    }

    /// A plain loan: no option that changes its course.
    fn plain(&self, principal: i64, rate: Rate, trace: &mut Trace) -> Result<LoanQuote, Error> {
        let terms = self.terms(rate)?;
        let periods = self.periods()?;
        let schedule = terms.schedule_of(principal, &periods).map_err(|error| error.at("principal"))?;
        let charges = self.charges(principal, &schedule, None)?;
        let found = self.plain_rates(principal, rate, &schedule, &charges)?;
        let first = (periods.days.first().copied().unwrap_or(0).into(), periods.basis.into());
        self.explain(&schedule, first, &charges, &found, trace);
        self.answer(schedule, charges, &found, None)
    }

    /// A loan with any options.
    fn optioned(&self, principal: i64, trace: &mut Trace) -> Result<LoanQuote, Error> {
        let worked = self.worked(principal)?;
        let charges = self.charges(principal, &worked.schedule, Some(&worked))?;
        let found = self.rates(&worked, &charges)?;
        let part =
            worked.spans.rows.first().map_or((0, 1), |span| (span.part.numerator, span.part.denominator));
        self.explain(&worked.schedule, part, &charges, &found, trace);
        let settled = self
            .settlement
            .as_ref()
            .map(|settlement| self.settled(settlement, &worked, &charges))
            .transpose()?;
        if let Some(settled) = &settled {
            self.explain_settlement(settled, trace);
        }
        let mut quote = self.answer(worked.schedule, charges, &found, settled)?;
        if let (Some(course), Some(_)) = (&worked.course, &self.drawdowns) {
            let undrawn = principal - course.draws.iter().map(|draw| draw.amount).sum::<i64>();
            if undrawn > 0 {
                quote
                    .notices
                    .push(Notice::new("undrawn-lapses").with("amount", minor_text(undrawn, self.currency)));
            }
        }
        Ok(quote)
    }

    fn charges(
        &self,
        principal: i64,
        schedule: &Schedule,
        worked: Option<&Worked>,
    ) -> Result<Charges, Error> {
        if self.fees.is_none() && self.interest_tax.is_none() && self.prepayments.is_none() {
            return Ok(Charges::default());
        }
        Charges::of(self, principal, schedule, worked.and_then(|worked| worked.course.as_ref()))
    }

    fn answer(
        &self,
        schedule: Schedule,
        charges: Charges,
        found: &Found,
        settlement: Option<SettlementQuote>,
    ) -> Result<LoanQuote, Error> {
        let money = |minor| Money::new(minor, self.currency);
        let total_cost = i128::from(schedule.total_interest) + i128::from(charges.cost());
        let given = |column: Vec<f64>| (!column.is_empty()).then_some(Column(column));
        Ok(LoanQuote {
            instalment: money(schedule.instalment),
            total_interest: money(schedule.total_interest),
            total_paid: money(schedule.total_paid),
            total_fees: charges.fees.is_some().then(|| money(charges.total_fees)),
            fees_at_start: charges.fees.is_some().then(|| money(charges.at_start)),
            total_tax: charges.tax.is_some().then(|| money(charges.total_tax)),
            total_cost: money(crate::values::bounded(total_cost, self.currency)?),
            effective_rate: found.effective,
            nominal_rate: self.frequency.nominal_rate(found.effective),
            compounding: self.frequency,
            effective_rate_without_fees: found.without_fees,
            apr: found.apr.as_ref().map(|apr| apr.rate),
            apr_disclosed: found.apr.as_ref().map(|apr| apr.disclosed),
            average_life_years: found.average_life,
            editions: Vec::new(),
            notices: self.notices(&schedule, settlement.as_ref()),
            settlement,
            rates: given(schedule.rate),
            schedule: LoanSchedule {
                dates: Column(schedule.dates),
                opening: Column(schedule.opening),
                interest: Column(schedule.interest),
                principal: Column(schedule.principal),
                payment: Column(schedule.payment),
                closing: Column(schedule.closing),
                drawn: given(schedule.drawn),
                prepaid: given(schedule.prepaid),
                carried: given(schedule.carried),
                fees: charges.fees.map(Column),
                tax: charges.tax.map(Column),
            },
        })
    }

    fn notices(&self, schedule: &Schedule, settlement: Option<&SettlementQuote>) -> Vec<Notice> {
        let mut notices = Vec::new();
        let last = schedule.payment.last().map_or(0, |payment| *payment as i64);
        let levels = matches!(self.profile, LoanProfile::Annuity | LoanProfile::Flat);
        let changes = self.steps.is_some() || self.floating.is_some() || self.prepayments.is_some();
        if levels && !changes && last != schedule.instalment {
            notices.push(
                Notice::new("last-payment-differs")
                    .with("last", minor_text(last, self.currency))
                    .with("instalment", minor_text(schedule.instalment, self.currency)),
            );
        }
        if settlement.is_some_and(|settlement| settlement.earned_share.is_some()) {
            notices.push(Notice::new("rule-of-78-barred"));
        }
        notices
    }
}
