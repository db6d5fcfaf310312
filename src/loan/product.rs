use std::sync::Arc;

use super::effective::{Paid, effective_rate};
use super::{Periods, Profile, Schedule, Terms, average_life};
use crate::calendar::{DayCount, Frequency};
use crate::document::{Column, Described, Kind, Read, Text, Value, Write, Writer};
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{
    Amount, Currency, Date, Money, PositiveAmount, Rate, Rounding, minor_text, to_minor_exact,
};

crate::record! {
    /// A loan that is paid out at once and repaid in regular instalments.
    pub struct LoanRequest {
        /// The currency of all amounts.
        pub currency: Currency,
        /// What is lent, with no more decimals than the currency has.
        pub principal: PositiveAmount,
        /// Interest a year, as a fraction: 0.06 is 6 %.
        pub rate: Rate,
        /// The day on which the principal is paid out, from which the instalments are counted.
        pub start: Date,
        /// How often an instalment is paid.
        pub frequency: Frequency = Frequency::Monthly,
        /// How many instalments, those of the grace period included: 1 to 1200.
        pub instalments: Instalments,
        /// How the principal comes back.
        pub profile: Profile = Profile::Annuity,
        /// How days bear interest. Where months have 30 days, each instalment bears its exact part of a year.
        pub day_count: DayCount = DayCount::Thirty360Us,
        /// The part of the principal that is paid with the last instalment, beside it.
        pub balloon: Amount = Amount::ZERO,
        /// The first instalments that repay no principal.
        pub grace_instalments: u32 = 0,
        /// What becomes of the interest of those.
        pub grace_interest: GraceInterest = GraceInterest::Paid,
        /// How interest, instalments and parts of principal become whole cents (or the currency's smallest unit).
        pub rounding: Rounding = Rounding::MidpointAwayFromZero,
    }
}

crate::choice! {
    /// What becomes of the interest while no principal is repaid.
    pub enum GraceInterest {
        /// It is paid when it falls due.
        Paid = "paid",
        /// It is added to what is owed.
        Capitalised = "capitalised",
    }
}

crate::record! {
    quote
    /// The schedule of a loan and what it costs.
    pub struct LoanQuote {
        /// The regular payment: the level one of an annuity, the first of equal principal (its largest), the first
        /// interest of a bullet. The last payment differs where rounding or a balloon make it.
        pub instalment: Money,
        /// The sum of the interest.
        pub total_interest: Money,
        /// The sum of the payments.
        pub total_paid: Money,
        /// The effective rate a year of the payments as they are made: XIRR on ACT/365F.
        pub effective_rate: f64,
        /// The same as a nominal rate a year, compounded as often as instalments are paid.
        pub nominal_rate: f64,
        /// How often the nominal rate is compounded.
        pub compounding: Frequency,
        /// Years until the principal is back, each part weighted by its amount.
        pub average_life_years: f64,
        /// The schedule, one row an instalment.
        pub schedule: LoanSchedule,
        /// The tables that this rests on: none.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know: `last-payment-differs`.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// The rows of a loan as columns. Amounts are whole numbers of the currency's smallest unit.
    pub struct LoanSchedule {
        /// When each row is paid, as days since 1970-01-01.
        pub dates: Column<i32>,
        /// What is owed when the period begins.
        pub opening: Column<f64>,
        /// The interest of the period.
        pub interest: Column<f64>,
        /// The part of the payment that lowers what is owed; negative where interest is added to it.
        pub principal: Column<f64>,
        /// What is paid: interest and principal.
        pub payment: Column<f64>,
        /// What is owed after the payment.
        pub closing: Column<f64>,
    }
}

/// A number of instalments, 1 to 1,200.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalments(u32);

impl Instalments {
    /// The most that are answered: a hundred years of months.
    pub const MAXIMUM: u32 = 1200;

    /// Checks the bounds.
    ///
    /// # Errors
    /// `OutOfRange` below 1 or above 1,200.
    pub fn new(count: u32) -> Result<Self, Error> {
        let reason = if count > Self::MAXIMUM { "above-maximum" } else { "below-minimum" };
        if (1..=Self::MAXIMUM).contains(&count) {
            return Ok(Self(count));
        }
        Err(Error::out_of_range(reason, "a loan has 1 to 1200 instalments")
            .with_value(count.text())
            .detail("minimum", "1")
            .detail("maximum", "1200"))
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Read for Instalments {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        Self::new(u32::read(value)?)
    }
}

impl Write for Instalments {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }
}

impl Described for Instalments {
    const KIND: &'static Kind =
        &Kind::Number { kind: "integer", minimum: Some(1.0), maximum: Some(Self::MAXIMUM as f64) };
}

impl Product for LoanRequest {
    type Quote = LoanQuote;
    const NAME: &'static str = "loan";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<Self::Quote, Error> {
        let principal =
            to_minor_exact(self.principal.get(), self.currency).map_err(|error| error.at("principal"))?;
        let terms = self.terms()?;
        let periods = Periods::regular(self.start, self.frequency, self.instalments.get(), self.day_count)
            .map_err(|error| error.at("instalments"))?;
        let schedule = terms.schedule_of(principal, &periods).map_err(|error| error.at("principal"))?;

        let paid = Paid {
            principal: principal as f64,
            start: self.start,
            dates: &schedule.dates,
            payments: &schedule.payment,
        };
        let effective_rate = effective_rate(&paid, self.rate.as_f64(), self.frequency)?;
        let per_year = f64::from(self.frequency.per_year());
        let nominal_rate = self.frequency.nominal_rate(effective_rate);
        let years = (1..).map(|row| f64::from(row) / per_year);
        let average_life_years = average_life(schedule.principal.iter().copied().zip(years));

        self.explain(&terms, &periods, &schedule, trace);
        explain_rates(effective_rate, nominal_rate, average_life_years, per_year, trace);
        let money = |minor| Money::new(minor, self.currency);
        Ok(LoanQuote {
            instalment: money(schedule.instalment),
            total_interest: money(schedule.total_interest),
            total_paid: money(schedule.total_paid),
            effective_rate,
            nominal_rate,
            compounding: self.frequency,
            average_life_years,
            editions: Vec::new(),
            notices: self.notices(&schedule),
            schedule: LoanSchedule {
                dates: Column(schedule.dates),
                opening: Column(schedule.opening),
                interest: Column(schedule.interest),
                principal: Column(schedule.principal),
                payment: Column(schedule.payment),
                closing: Column(schedule.closing),
            },
        })
    }
}

impl LoanRequest {
    fn terms(&self) -> Result<Terms, Error> {
        Ok(Terms {
            currency: self.currency,
            rate: self.rate.get(),
            rounding: self.rounding,
            profile: self.profile,
            balloon: to_minor_exact(self.balloon.get(), self.currency)
                .map_err(|error| error.at("balloon"))?,
            grace: self.grace_instalments as usize,
            capitalised: self.grace_interest == GraceInterest::Capitalised,
        })
    }

    fn notices(&self, schedule: &Schedule) -> Vec<Notice> {
        let last = schedule.payment.last().map_or(0, |payment| *payment as i64);
        if self.profile != Profile::Annuity || last == schedule.instalment {
            return Vec::new();
        }
        vec![
            Notice::new("last-payment-differs")
                .with("last", minor_text(last, self.currency))
                .with("instalment", minor_text(schedule.instalment, self.currency)),
        ]
    }

    fn explain(&self, terms: &Terms, periods: &Periods, schedule: &Schedule, trace: &mut Trace) {
        let currency = self.currency;
        let first = |column: &[f64], row: usize| {
            minor_text(column.get(row).map_or(0, |amount| *amount as i64), currency)
        };
        trace.step(|| {
            Step::new("period-interest", "I₁", "I₁ = round(B₁ · r · d₁ / b)")
                .output("schedule.interest.0")
                .input("B₁", first(&schedule.opening, 0), "currency")
                .input("r", self.rate, "fraction-a-year")
                .input("d₁", periods.days.first().copied().unwrap_or(0), "days")
                .input("b", periods.basis, "days")
                .value(first(&schedule.interest, 0), "currency")
                .cited(
                    format!("day count {}, rounding {}", self.day_count.name(), self.rounding.name()),
                    Grade::Official,
                )
        });
        trace.step(|| {
            let formula = match self.profile {
                Profile::Annuity => "A = round((B − F·Dₙ) / Σ Dₖ), Dₖ = Π 1 / (1 + r·dⱼ/b)",
                Profile::EqualPrincipal => "A = round((B − F) / n) + I",
                Profile::Bullet => "A = I",
            };
            Step::new("instalment", "A", formula)
                .output("instalment")
                .input("B", first(&schedule.opening, terms.grace), "currency")
                .input("F", minor_text(terms.balloon, currency), "currency")
                .input("n", periods.days.len() - terms.grace, "count")
                .value(minor_text(schedule.instalment, currency), "currency")
                .cited(LEVEL, Grade::Official)
        });
        trace.step(|| {
            Step::new("total-interest", "ΣI", "ΣI = I₁ + … + Iₙ")
                .output("totalInterest")
                .input("n", periods.days.len(), "count")
                .value(minor_text(schedule.total_interest, currency), "currency")
                .cited(TERMS, Grade::Assumption)
        });
    }
}

/// What the working rests on: the loan's terms, and textbook mathematics.
const TERMS: &str = "The loan's own terms, as given";
const LEVEL: &str = "Present value of an annuity; rounded once, by the given rounding";
const RATE: &str = "Internal rate of return of dated flows (XIRR)";

fn explain_rates(effective: f64, nominal: f64, life: f64, per_year: f64, trace: &mut Trace) {
    trace.step(|| {
        Step::new("effective-rate", "r", "B = Σ Pₖ / (1 + r)^τₖ, τ by ACT/365F")
            .output("effectiveRate")
            .value(effective, "fraction-a-year")
            .cited(RATE, Grade::Official)
    });
    trace.step(|| {
        Step::new("nominal-rate", "i", "i = m · ((1 + r)^(1/m) − 1)")
            .output("nominalRate")
            .input("r", effective, "fraction-a-year")
            .input("m", per_year, "count")
            .value(nominal, "fraction-a-year")
            .cited(RATE, Grade::Official)
    });
    trace.step(|| {
        Step::new("average-life", "L", "L = Σ Pₖ·tₖ / Σ Pₖ")
            .output("averageLifeYears")
            .value(life, "years")
            .cited(TERMS, Grade::Assumption)
    });
}
