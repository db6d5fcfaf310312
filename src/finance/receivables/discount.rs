//! What is taken off a claim that is bought before it is due.

use rust_decimal::Decimal;

use super::request::Discounting;
use crate::calendar::{DayCount, PeriodContext, YearFraction};
use crate::error::Error;
use crate::loan::interest;
use crate::values::{Currency, Date, Exact, Rate, Rounding, minor_decimal, to_minor};

/// How a claim is priced: by a rate a year, and how that becomes a discount.
#[derive(Clone, Copy)]
pub(in crate::finance) struct Pricing {
    pub rate: Rate,
    pub discounting: Discounting,
    pub day_count: DayCount,
    pub rounding: Rounding,
}

impl Pricing {
    /// The discount of a claim from the day of the cash until it is due, days of grace included, in smallest units.
    ///
    /// Straight `round(N · r · τ)`, to yield `round(N · d)` with the part d of [`Self::part`].
    ///
    /// # Errors
    /// At `discountRate`: `rate-too-low` where nothing is left of a factor, amounts that are too large. At `dayCount` what the
    /// day count refuses.
    pub fn discount(self, face: i64, currency: Currency, from: Date, until: Date) -> Result<i64, Error> {
        match self.discounting {
            Discounting::Straight => {
                let part = part_of_year(self.day_count, from, until)?;
                let (days, basis) = (whole(part.numerator)?, whole(part.denominator)?);
                interest(face, self.rate.get(), days, basis, currency, self.rounding)
            }
            _ => to_minor(
                self.part(from, until)?.times(minor_decimal(face, currency)),
                currency,
                self.rounding,
            ),
        }
        .map_err(|error| error.moved("discountRate"))
    }

    /// The discount to yield as a fraction of the amount, by the rate and the days from the cash to the end with its days
    /// of grace.
    ///
    /// Simple `1 − 1/(1 + r·τ)`; yearly and half-yearly `1 − 1/Π(1 + r·nᵢ/B)` with nᵢ of 365, or of 183 and 182 in turn, and
    /// the days that are left; B the days of the day count's year.
    ///
    /// Rounding: none here; products of factors keep 20 decimals.
    ///
    /// Source: International Trade and Forfaiting Association, forfaiting calculations (basis 365/360, whole years, or
    /// periods of 183 and 182 days; days of grace are added).
    fn part(self, from: Date, until: Date) -> Result<Decimal, Error> {
        let rate = self.rate.get();
        let periods: [i32; 2] = match self.discounting {
            Discounting::AnnualYield => [365, 365],
            Discounting::SemiAnnualYield => [183, 182],
            Discounting::Straight | Discounting::SimpleYield => {
                return part_of(Decimal::ONE.plus(rate.times(fraction(self.day_count, from, until)?)));
            }
        };
        let basis = Decimal::from(self.day_count.basis().map_err(|error| error.moved("dayCount"))?);
        let mut left = self.day_count.days(from, until);
        let mut factor = Decimal::ONE;
        for length in periods.into_iter().cycle() {
            let days = left.min(length);
            if days <= 0 {
                break;
            }
            let grown = Decimal::ONE.plus(rate.times(Decimal::from(days)).over(basis));
            factor = factor.times(grown).to_digits(20);
            left -= days;
        }
        part_of(factor)
    }
}

/// The years between two days by a day count, to 28 digits.
///
/// # Errors
/// As [`DayCount::fraction`], at `dayCount`.
pub(super) fn fraction(day_count: DayCount, from: Date, to: Date) -> Result<Decimal, Error> {
    let part = part_of_year(day_count, from, to)?;
    Ok(Decimal::from(part.numerator).over(Decimal::from(part.denominator)))
}

fn part_of_year(day_count: DayCount, from: Date, to: Date) -> Result<YearFraction, Error> {
    let part = day_count.fraction(from, to, &PeriodContext::default());
    part.map(YearFraction::reduced).map_err(|error| error.moved("dayCount"))
}

fn whole(number: i64) -> Result<i32, Error> {
    i32::try_from(number).map_err(|_| Error::out_of_range("value-too-large", "this time is too long"))
}

fn part_of(factor: Decimal) -> Result<Decimal, Error> {
    if factor <= Decimal::ZERO {
        let sentence = "interest at this rate leaves nothing over so long a time";
        return Err(Error::out_of_range("rate-too-low", sentence).at("discountRate"));
    }
    Ok(Decimal::ONE.minus(Decimal::ONE.over(factor)))
}
