//! The commercial interest reference rate by its rule.

use rust_decimal::Decimal;

use super::request::ExportCreditRequest;
use crate::document::Text;
use crate::error::{Error, ErrorKind};
use crate::explain::{Grade, Notice, Step, Trace};
use crate::loan::Profile;
use crate::values::{Date, Days, Exact, Rate, Rounding};

crate::record! {
    /// The commercial interest reference rate (CIRR) by its rule, in place of a rate: the mean of a month's daily government
    /// yields of the maturity that the rule asks for, and a margin. Yields stand in rows, one for each day and maturity.
    pub struct Cirr {
        /// The days of the yields, all of one calendar month.
        pub dates: Days,
        /// The maturity of each yield, in whole years: 1 to 50.
        pub maturities: Vec<u32>,
        /// The yields of government bonds in the credit's currency, a year.
        pub yields: Vec<Rate>,
        /// What is put on the mean. There is no usual one here: it was fixed by currency and has been changed.
        pub margin: Rate,
        /// To how many decimals of a percent the rate is rounded, 0 to 10; printed ones have 2. Without it to 10.
        pub decimals: Option<u32>,
    }
}

crate::record! {
    quote
    /// The commercial interest reference rate and what it is made of.
    pub struct CirrQuote {
        /// The maturity that the rule asks for, in whole years.
        pub maturity_years: u32,
        /// The mean of the month's daily yields of that maturity.
        pub base_rate: Rate,
        /// What is put on it.
        pub margin: Rate,
        /// The rate: both together, at least 0.15 %. It is the credit's interest rate.
        pub rate: Rate,
        /// How many yields are in the mean; of two maturities where the rule's lies between them.
        pub yields: u32,
        /// From when the rate is in force: the 15th of the month after that of the yields.
        pub valid_from: Date,
        /// Until when: the 14th of the month after that.
        pub valid_until: Date,
    }
}

/// A rate by the rule, and how it came about.
#[derive(Clone)]
pub(super) struct Worked {
    pub quote: CirrQuote,
    /// The maturity before it was rounded and bounded, in months.
    months: Decimal,
    /// The two maturities that the base lies between.
    between: Option<(u32, u32)>,
}

/// A mean yield, how many are in it, and the maturities that it lies between.
struct Base {
    rate: Decimal,
    yields: u32,
    between: Option<(u32, u32)>,
}

/// The rule. Since 15 July 2023: the mean of daily yields of the month before; the maturity from the time of drawing and
/// half the time of repayment; 15 basis points at the least.
const RULE: &str = "Arrangement on Officially Supported Export Credits, in force since 2023-07-15: construction of CIRRs (Regulation (EU) 1233/2011, Annex II, article 19 and Annex XII), as cited";
/// 0.15 %.
const LEAST: Decimal = Decimal::from_parts(15, 0, 0, false, 4);
const MATURITIES: core::ops::RangeInclusive<u32> = 3..=10;
const MOST_ROWS: usize = 1200;

impl Cirr {
    /// The rate for the terms of a credit.
    ///
    /// `CIRR = max(B + m, 0.0015)`, `B` the mean of the daily yields of maturity `M = D + R/2 + i/2`, rounded to whole years,
    /// a half up, and held between 3 and 10
    ///
    /// - `D` the disbursement, `R` the repayment, `i` the time between two payments, in years
    /// - `m` the margin, a year
    ///
    /// A maturity without yields is taken on the straight line between the nearest ones below and above, as the United
    /// States did for 8 and 9 years.
    ///
    /// Rounding: mean and rate to 12 decimals, a half away from zero; the rate to `decimals` of a percent where given.
    ///
    /// Source: Arrangement on Officially Supported Export Credits since 15 July 2023, articles 18 and 19 of Annex II of
    /// Regulation (EU) 1233/2011 and its Annex XII; secondary: we know the rule as cited. In force from the 15th of a month
    /// to the 14th of the next: European Commission, minimum interest rates. Interpolation: note to the rates of the
    /// Export-Import Bank of the United States, 2001 to 2010.
    ///
    /// DIFFERENCE: the same maturity for every profile. The rule's is that of equal principal; a notice says so.
    ///
    /// # Errors
    /// `InvalidInput`: `empty`, `unequal-lengths`, `yields-not-one-month`, `yield-given-twice`; `OutOfRange` for a maturity,
    /// for decimals and for too many rows; `MissingData`, `no-yield-of-maturity`.
    pub(super) fn worked(&self, request: &ExportCreditRequest) -> Result<Worked, Error> {
        let month = self.month()?;
        let interval = request.frequency.months().unwrap_or(0);
        let twice = 2 * request.disbursement_months.get() + request.repayment_months.get() + interval;
        // Half of it in years is a twenty-fourth; twelve more are the half that rounding adds.
        let maturity = ((twice + 12) / 24).max(*MATURITIES.start()).min(*MATURITIES.end());
        let Base { rate: base, yields, between } = self.base(maturity)?;
        let sum = base.plus(self.margin.get()).max(LEAST);
        let digits = self.decimals.map_or(12, |decimals| decimals + 2);
        let rate = Rate::new(rounded(sum, digits)).map_err(|error| error.at("margin"))?;
        let quote = CirrQuote {
            maturity_years: maturity,
            base_rate: Rate::new(base).map_err(|error| error.at("yields"))?,
            margin: self.margin,
            rate,
            yields,
            valid_from: month.add_months(1)?.add_days(14)?,
            valid_until: month.add_months(2)?.add_days(13)?,
        };
        Ok(Worked { quote, months: Decimal::from(twice).over(Decimal::TWO), between })
    }

    /// The first day of the month that all days lie in.
    fn month(&self) -> Result<Date, Error> {
        let days = &self.dates.0;
        let Some(first) = days.first() else {
            return Err(Error::invalid("empty", "give the yields of a month").at("dates"));
        };
        for (name, given) in [("maturities", self.maturities.len()), ("yields", self.yields.len())] {
            if given != days.len() {
                let sentence = format!("there are {} days: give as many", days.len().text());
                return Err(Error::invalid("unequal-lengths", sentence).with_value(given.text()).at(name));
            }
        }
        if days.len() > MOST_ROWS {
            let error = Error::out_of_range("above-maximum", "there can be at most 1200 of these");
            let error = error.detail("maximum", MOST_ROWS.text()).with_value(days.len().text());
            return Err(error.at("dates"));
        }
        for (at, years) in self.maturities.iter().enumerate() {
            within(*years, 1..=50, &format!("maturities.{}", at.text()))?;
        }
        within(self.decimals.unwrap_or(0), 0..=10, "decimals")?;
        let (year, month, _) = Date::from_days(*first)?.ymd();
        for (at, day) in days.iter().enumerate() {
            let day = Date::from_days(*day)?;
            if (day.year(), day.month()) != (year, month) {
                let sentence =
                    "the yields are those of one calendar month: the one before the rate is in force";
                return Err(Error::invalid("yields-not-one-month", sentence)
                    .at(format!("dates.{}", at.text()))
                    .with_value(day.text()));
            }
        }
        Date::from_ymd(year, month, 1)
    }

    /// The mean yield of a maturity.
    fn base(&self, maturity: u32) -> Result<Base, Error> {
        let given = || self.maturities.iter().copied();
        let below = given().filter(|years| *years <= maturity).max();
        let above = given().filter(|years| *years >= maturity).min();
        let (Some(below), Some(above)) = (below, above) else {
            let years = maturity.text();
            let sentence = format!("the rule asks for yields of {years} years here: give them");
            return Err(Error::new(ErrorKind::MissingData, "no-yield-of-maturity", sentence)
                .detail("years", years.clone())
                .with_value(years)
                .at("maturities"));
        };
        let (low, low_count) = self.mean(below)?;
        if below == above {
            return Ok(Base { rate: rounded(low, 12), yields: low_count, between: None });
        }
        let (high, high_count) = self.mean(above)?;
        let part = Decimal::from(maturity - below).over(Decimal::from(above - below));
        let rate = rounded(low.plus(high.minus(low).times(part)), 12);
        Ok(Base { rate, yields: low_count + high_count, between: Some((below, above)) })
    }

    fn mean(&self, maturity: u32) -> Result<(Decimal, u32), Error> {
        let (mut sum, mut count, mut seen) = (Decimal::ZERO, 0_u32, 0_u32);
        let rows = self.dates.0.iter().zip(&self.maturities).zip(&self.yields).enumerate();
        for (at, ((day, _), rate)) in rows.filter(|(_, ((_, years), _))| **years == maturity) {
            let bit = 1_u32 << (Date::from_days(*day)?.day() & 31);
            if seen & bit != 0 {
                let sentence = "this day has a yield of this maturity already";
                return Err(Error::invalid("yield-given-twice", sentence).at(format!("dates.{}", at.text())));
            }
            seen |= bit;
            sum = sum.plus(rate.get());
            count += 1;
        }
        Ok((sum.over(Decimal::from(count)), count))
    }
}

impl Worked {
    /// The working.
    pub fn explain(&self, request: &ExportCreditRequest, trace: &mut Trace) {
        let quote = &self.quote;
        trace.step(|| {
            Step::new("cirr-maturity", "M", "D + R/2 + i/2, in whole years from 3 to 10")
                .output("cirr.maturityYears")
                .input("D", request.disbursement_months.get(), "months")
                .input("R", request.repayment_months.get(), "months")
                .input("i", request.frequency.months().unwrap_or(0), "months")
                .input("M", self.months.normalize(), "months")
                .value(quote.maturity_years, "years")
                .cited(RULE, Grade::Secondary)
        });
        trace.step(|| {
            Step::new("cirr-base", "B", "Σ y / n over the days of the month")
                .output("cirr.baseRate")
                .input("n", quote.yields, "count")
                .value(quote.base_rate, "fraction-a-year")
                .cited(RULE, Grade::Secondary)
        });
        trace.step(|| {
            Step::new("cirr", "CIRR", "max(B + m, 0.0015)")
                .output("cirr.rate")
                .input("B", quote.base_rate, "fraction-a-year")
                .input("m", quote.margin, "fraction-a-year")
                .value(quote.rate, "fraction-a-year")
                .cited(RULE, Grade::Secondary)
        });
    }

    /// What a reader should know of it.
    pub fn notices(&self, request: &ExportCreditRequest, notices: &mut Vec<Notice>) {
        let quote = &self.quote;
        if let Some((below, above)) = self.between {
            notices.push(
                Notice::new("cirr-between-maturities")
                    .with("years", quote.maturity_years)
                    .with("below", below)
                    .with("above", above),
            );
        }
        if quote.rate.get() <= LEAST && quote.base_rate.get().plus(quote.margin.get()) < LEAST {
            notices.push(Notice::new("cirr-at-minimum").with("rate", quote.rate));
        }
        if request.profile != Profile::EqualPrincipal {
            notices.push(Notice::new("cirr-profile-not-standard").with("years", quote.maturity_years));
        }
        let valid = quote.valid_from..=quote.valid_until;
        if request.valuation_date.is_some_and(|day| !valid.contains(&day)) {
            notices.push(
                Notice::new("cirr-not-in-force")
                    .with("from", quote.valid_from)
                    .with("until", quote.valid_until),
            );
        }
    }
}

fn within(value: u32, bounds: core::ops::RangeInclusive<u32>, field: &str) -> Result<(), Error> {
    crate::values::within(value, *bounds.start(), *bounds.end(), field)
}

fn rounded(value: Decimal, digits: u32) -> Decimal {
    let Some(over @ 1..) = value.scale().checked_sub(digits) else { return value };
    let whole = Rounding::MidpointAwayFromZero.quotient(value.mantissa(), 10_i128.pow(over));
    Decimal::try_from_i128_with_scale(whole, digits).unwrap_or(value)
}
