//! Years from the first drawdown as the European and the British rules count them.

use super::AprRule;
use super::months::Months;
use crate::values::Date;

/// The years from the first of some ascending dates to each.
///
/// European Union and CONC: whole months over 12; odd days are those from the first date to the end of what the months
/// leave, over the 365 or 366 days of the year back from there: from 2012-03-12 to 2012-05-01 it is 1/12 + 20/366. When
/// all dates are whole weeks away and not all whole months, weeks over 52.
///
/// MCOB: whole months over 12, else whole weeks over 52, else whole years and days over 365.25.
///
/// Source: Directive 2014/17/EU, annex I, part I, remark (c), and the Commission's worked examples of it
/// (Markt/2014/107), 2 and 18. FCA Handbook, MCOB 10.3.
///
/// DIFFERENCE: F# Finance.Personal counts the days that pass over 365 for the Union and for CONC: of 500 on 2012-10-10 it
/// has 510 five days later at 324.436 % (here 5/366: 326.1 %), and twice 270 at monthly distances at 84.63 % (here 1/12
/// and 2/12: 85.6 %).
///
/// DIFFERENCE: for the days of MCOB the handbook's text was not at hand: 365.25 is what a published calculator that
/// follows it divides by (php-apr-calculator).
pub(super) fn of_dates(rule: AprRule, dates: &[Date]) -> Vec<f64> {
    let months = Months::of(dates);
    let Some(start) = dates.first().copied() else { return Vec::new() };
    let days = |date: &Date| date.days() - start.days();
    let in_months = |date: &Date| months.back(*date).1 == start;
    let in_weeks = |date: &Date| days(date) % 7 == 0;
    let weeks = dates.iter().all(in_weeks) && !dates.iter().all(in_months);
    let years = |date: &Date| {
        let (count, reached) = months.back(*date);
        let whole = f64::from(count) / 12.0;
        let odd = f64::from(reached.days() - start.days());
        if rule == AprRule::UkMcob {
            if odd == 0.0 {
                return whole;
            }
            if in_weeks(date) {
                return f64::from(days(date) / 7) / 52.0;
            }
            let years = count / 12;
            let left = months.earlier(*date, 12 * years).days() - start.days();
            return f64::from(years) + f64::from(left) / 365.25;
        }
        if weeks {
            return f64::from(days(date) / 7) / 52.0;
        }
        let year = reached.days() - reached.add_months(-12).map_or(reached.days() - 365, Date::days);
        whole + odd / f64::from(year)
    };
    dates.iter().map(years).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(rule: AprRule, texts: &[&str]) -> Vec<f64> {
        let dates: Vec<Date> = texts.iter().map(|text| Date::parse(text).unwrap()).collect();
        of_dates(rule, &dates)
    }

    /// Source: the Commission's examples of the calculation of the annual percentage rate of charge (Markt/2014/107), 2
    /// and 18.
    #[test]
    fn odd_days_are_counted_on_the_year_that_goes_back() {
        let eu = |texts: &[&str]| years(AprRule::EuConsumerCredit, texts);
        assert_eq!(
            eu(&["2012-01-12", "2012-02-15", "2012-03-15"]),
            [0.0, 1.0 / 12.0 + 3.0 / 365.0, 2.0 / 12.0 + 3.0 / 365.0]
        );
        assert_eq!(eu(&["2012-03-12", "2012-05-01"]), [0.0, 1.0 / 12.0 + 20.0 / 366.0]);
        assert_eq!(years(AprRule::UkConc, &["2012-03-12", "2012-05-01"]), [0.0, 1.0 / 12.0 + 20.0 / 366.0]);
        // Before the first year of the calendar there is a common one.
        assert_eq!(eu(&["0001-03-12", "0001-05-01"]), [0.0, 1.0 / 12.0 + 20.0 / 365.0]);
    }

    #[test]
    fn whole_weeks_are_weeks() {
        assert_eq!(
            years(AprRule::EuConsumerCredit, &["2026-01-05", "2026-01-12", "2026-01-26"]),
            [0.0, 1.0 / 52.0, 3.0 / 52.0]
        );
        // Twenty-eight days of February are a month.
        assert_eq!(years(AprRule::EuConsumerCredit, &["2026-02-05", "2026-03-05"]), [0.0, 1.0 / 12.0]);
    }

    #[test]
    fn mortgages_count_months_or_weeks_or_years_and_days() {
        let found = years(AprRule::UkMcob, &["2026-01-05", "2026-02-05", "2026-01-19", "2028-01-14"]);
        assert_eq!(found, [0.0, 1.0 / 12.0, 2.0 / 52.0, 2.0 + 9.0 / 365.25]);
    }
}
