use std::sync::Arc;

use crate::calendar::{Calendar, DayCount, Frequency, PeriodContext, Weekend, YearFraction, holidays_needed};
use crate::document::{Described, Kind, Write, Writer};
use crate::error::Error;
use crate::explain::{Edition, Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Date, Days};

crate::record! {
    /// Two dates, and how the time between them is counted as years.
    pub struct YearFractionRequest {
        /// How days become years.
        pub day_count: DayCount,
        /// The first date.
        pub start: Date,
        /// The second date. One before the first gives a negative time.
        pub end: Date,
        /// The first day of the interest period that the dates lie in, or of a regular one next to it. For ACT/ACT
        /// ICMA and ACT/365 Canadian.
        pub period_start: Option<Date>,
        /// The day on which that period ends. For ACT/ACT ICMA, ACT/365 Canadian and ACT/365L.
        pub period_end: Option<Date>,
        /// How often interest is paid. For ACT/ACT ICMA and ACT/365L, where the period does not tell it.
        pub frequency: Option<Frequency>,
        /// The last day of the contract. For 30E/360 ISDA, and for ACT/ACT ICMA in a last period that is short or long.
        pub maturity: Option<Date>,
        /// The days of the week that are no business days. For BUS/252.
        pub weekend: Weekend = Weekend::SaturdaySunday,
        /// Other days that are no business days. For BUS/252, which needs them.
        pub holidays: Option<Days>,
    }
}

crate::record! {
    quote
    /// A time in years.
    pub struct YearFractionQuote {
        /// The years; negative when the second date is the earlier.
        pub year_fraction: f64,
        /// The days as the day count counts them: those that pass, without some, or of months of 30 days.
        pub days: Whole,
        /// The years exactly: this over the denominator.
        pub numerator: Whole,
        /// The years exactly: the numerator over this.
        pub denominator: Whole,
        /// The tables that this rests on: none.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know: nothing so far.
        pub notices: Vec<Notice>,
    }
}

crate::quotes!(YearFractionQuote);

impl Product for YearFractionRequest {
    type Quote = YearFractionQuote;
    const NAME: &'static str = "year-fraction";

    #[inline(never)]
    fn quote(&self, _market: &Market, trace: &mut Trace) -> Result<Self::Quote, Error> {
        let (days, fraction) = self.counted()?;
        self.explain(days, fraction, trace);
        Ok(YearFractionQuote {
            year_fraction: fraction.to_f64(),
            days: Whole(days),
            numerator: Whole(fraction.numerator),
            denominator: Whole(fraction.denominator),
            editions: Vec::new(),
            notices: Vec::new(),
        })
    }
}

impl YearFractionRequest {
    fn counted(&self) -> Result<(i64, YearFraction), Error> {
        if self.day_count == DayCount::Bus252 {
            let holidays = self.holidays.as_ref().ok_or_else(holidays_needed)?;
            let fraction = Calendar::new(self.weekend, holidays).fraction_of_252(self.start, self.end);
            return Ok((fraction.numerator, fraction));
        }
        let context = PeriodContext {
            period_start: self.period_start,
            period_end: self.period_end,
            frequency: self.frequency,
            maturity: self.maturity,
        };
        let fraction = self.day_count.fraction(self.start, self.end, &context)?;
        // Where a year has 360 days whatever the dates, the numerator is what was counted.
        let counted = if self.day_count == DayCount::ThirtyE360Isda {
            fraction.numerator
        } else {
            self.day_count.days(self.start, self.end).into()
        };
        Ok((counted, fraction))
    }

    fn explain(&self, days: i64, fraction: YearFraction, trace: &mut Trace) {
        let family = Family::of(self.day_count);
        trace.step(|| {
            Step::new("days-counted", "d", family.formula())
                .output("days")
                .input("t₁", self.start, "date")
                .input("t₂", self.end, "date")
                .value(days as f64, "days")
                .cited(family.source(), family.grade())
        });
        trace.step(|| {
            Step::new("year-fraction", "τ", "τ = n / N")
                .output("yearFraction")
                .input("n", fraction.numerator as f64, "number")
                .input("N", fraction.denominator as f64, "number")
                .value(fraction.to_f64(), "years")
                .cited(format!("Day count {}", self.day_count.name()), family.grade())
        });
    }
}

/// What day counts have in common in how they count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Passing,
    NoLeap,
    Thirty,
    Business,
    One,
}

impl Family {
    fn of(day_count: DayCount) -> Self {
        match day_count {
            DayCount::Bus252 => Self::Business,
            DayCount::OneOne => Self::One,
            DayCount::Nl360 | DayCount::Nl365 => Self::NoLeap,
            _ if day_count.counts_days_that_pass() => Self::Passing,
            _ => Self::Thirty,
        }
    }

    const fn formula(self) -> &'static str {
        match self {
            Self::Passing => "d = t₂ − t₁",
            Self::NoLeap => "d = t₂ − t₁ − L(t₁, t₂)",
            Self::Thirty => "d = 360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)",
            Self::Business => "d = B(t₁, t₂)",
            Self::One => "d = 1",
        }
    }

    const fn source(self) -> &'static str {
        match self {
            Self::Passing | Self::Thirty | Self::One => {
                "2006 ISDA Definitions, section 4.16; ICMA rule 251.1"
            }
            Self::NoLeap | Self::Business => "As Strata and QuantLib count them",
        }
    }

    const fn grade(self) -> Grade {
        match self {
            Self::Passing | Self::Thirty | Self::One => Grade::Official,
            Self::NoLeap | Self::Business => Grade::Secondary,
        }
    }
}

/// A whole number of any sign, exact up to 2^53.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole(pub i64);

impl Write for Whole {
    fn write(&self, out: &mut Writer) {
        out.number(self.0 as f64);
    }
}

impl Described for Whole {
    const KIND: &'static Kind = &Kind::Number { kind: "integer", minimum: None, maximum: None };
}
