use crate::numeric;

/// When a credit is drawn and repaid.
///
/// It is drawn evenly over the disbursement. Its principal is repaid in proportion to time, so in equal parts for
/// periods of equal length, at the end of each payment period. The periods of the disbursement are counted back
/// from the starting point of credit, those of the repayment from the last repayment, so that only the first of
/// each can be shorter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CreditProfile {
    /// Years from the first drawdown to the starting point of credit, zero or more.
    pub disbursement: f64,
    /// Years from there to the last repayment, above zero.
    pub repayment: f64,
    /// Payments of principal and interest a year.
    pub payments_per_year: u32,
    /// The average life of the repayments in years, where it is another than that of equal parts. What the credit is
    /// repaid like is then an assumption: equal parts, and beside them one part at the end (a balloon, all of it when
    /// the average life is the repayment) or at the first payment, as large as it takes.
    pub average_life: Option<f64>,
}

/// The spread a year that costs the borrower as much as a premium paid at the first drawdown.
///
/// `Σ s·B·τ·(1 + (r + s)/m)^(−m·t) = p`
///
/// - `s` the spread a year, as a fraction: exactly the rise of the borrower's nominal rate
/// - `B` what is owed in a period, as a part of the principal; during the disbursement its average, as drawn evenly
///   (assumption; it agrees with the half of the disbursement period in the horizon of risk)
/// - `τ` the period in years, `t` its end in years from the first drawdown
/// - `r` the interest rate a year, nominal, `m` payments a year
/// - `p` the premium as a fraction of the principal
///
/// The smallest such spread; `None` when no spread is that dear: a premium of nearly all of a credit.
///
/// Source: definition by this project; see the product `export-credit-cover`.
pub fn annual_spread(premium: f64, rate: f64, profile: CreditProfile) -> Option<f64> {
    if premium == 0.0 {
        return Some(0.0);
    }
    let m = f64::from(profile.payments_per_year.max(1));
    let periods = profile.periods();
    let missing = |spread: f64| {
        let discount = 1.0 / (1.0 + (rate + spread) / m);
        let (mut sum, mut slope, mut factor) = (0.0, 0.0, 1.0);
        for &(balance, years, end) in &periods {
            // A period is a whole one, for which a multiplication does, or one cut short.
            let part = years * m;
            factor *= if (part - 1.0).abs() < 1e-9 { discount } else { libm::pow(discount, part) };
            let weighted = balance * years * factor;
            sum += spread * weighted;
            slope += weighted - spread * weighted * end * discount;
        }
        (sum - premium, slope)
    };
    let start = premium / profile.average_term();
    // The naive spread is too low, and what a spread is worth bends down: so Newton's steps rise to the first crossing
    // and need no bracket.
    let mut spread = start;
    for _ in 0..12 {
        let (value, slope) = missing(spread);
        let next = spread - value / slope;
        if slope <= 0.0 || next < spread && value < 0.0 || !next.is_finite() {
            break;
        }
        if (next - spread).abs() <= 4.0 * f64::EPSILON * next.abs() {
            return Some(next);
        }
        spread = next;
    }
    // What a spread is worth rises, and falls again once it discounts itself away: the first crossing counts, and
    // a bracket that ends far behind it can miss both.
    let mut low = 0.0;
    let mut high = start;
    while missing(high).0 < 0.0 {
        low = high;
        high *= 1.25;
        if high > HIGHEST_SPREAD {
            return None;
        }
    }
    numeric::newton(missing, low, high, start).ok()
}

/// What a spread a year is worth at the first drawdown, as a fraction of the principal: the premium that stands for it.
///
/// `p = Σ s·B·τ·(1 + d/m)^(−m·t)`, with the terms of [`annual_spread`] and `d` the discount rate a year, nominal.
/// Discounted at the rate and the spread together this is the inverse of [`annual_spread`].
pub fn spread_worth(spread: f64, discount_rate: f64, profile: CreditProfile) -> f64 {
    let m = f64::from(profile.payments_per_year.max(1));
    let growth = 1.0 + discount_rate / m;
    let worth = |(balance, years, end): (f64, f64, f64)| balance * years * libm::pow(growth, -m * end);
    spread * profile.periods().into_iter().map(worth).sum::<f64>()
}

/// Where the search ends: 5,000 % a year.
const HIGHEST_SPREAD: f64 = 50.0;

impl CreditProfile {
    /// Half the disbursement and the average life of the repayments, in years: what people divide a premium by.
    pub fn average_term(self) -> f64 {
        self.disbursement / 2.0 + self.average_life()
    }

    /// The average life of the repayments in years: as given, or half the repayment and half a payment period.
    pub fn average_life(self) -> f64 {
        self.average_life.unwrap_or(self.repayment / 2.0 + 0.5 / f64::from(self.payments_per_year.max(1)))
    }

    /// Balance, length and end of each period, in parts of the principal and in years from the first drawdown.
    fn periods(self) -> Vec<(f64, f64, f64)> {
        let m = f64::from(self.payments_per_year.max(1));
        let mut rows = Vec::new();
        let mut from = 0.0;
        for to in ends(self.disbursement, m) {
            rows.push(((from + to) / 2.0 / self.disbursement, to - from, to));
            from = to;
        }
        let (start, mut from) = (from, 0.0);
        let ends = ends(self.repayment, m);
        let (at_first, at_end) = self.apart(&ends);
        let evenly = 1.0 - at_first - at_end;
        for (at, to) in ends.into_iter().enumerate() {
            let early = if at == 0 { at_first } else { 0.0 };
            let owed = early + evenly * (1.0 - from / self.repayment) + at_end;
            rows.push((owed, to - from, start + to));
            from = to;
        }
        rows
    }

    /// The parts of the principal that are repaid at the first payment and at the last one instead of evenly, so
    /// that the average life is the given one.
    fn apart(self, ends: &[f64]) -> (f64, f64) {
        let (Some(wanted), Some(first)) = (self.average_life, ends.first()) else { return (0.0, 0.0) };
        let mut from = 0.0;
        let mut even = 0.0;
        for to in ends {
            even += (to - from) / self.repayment * to;
            from = *to;
        }
        // A sliver is rounding, not a balloon.
        if (wanted - even).abs() < 1e-9 {
            (0.0, 0.0)
        } else if wanted > even {
            (0.0, ((wanted - even) / (self.repayment - even)).min(1.0))
        } else {
            (((even - wanted) / (even - first)).min(1.0), 0.0)
        }
    }
}

/// The ends of periods of a year's m-th part, counted back from the end of the years, so that only the first can
/// be shorter.
fn ends(years: f64, m: f64) -> Vec<f64> {
    // A sliver that division leaves is no period.
    let count = (years * m - 1e-9).ceil().min(4000.0);
    (0..count as u32).rev().map(|before| years - f64::from(before) / m).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(disbursement: f64, repayment: f64, payments_per_year: u32) -> CreditProfile {
        CreditProfile { disbursement, repayment, payments_per_year, average_life: None }
    }

    /// Source: 6 % flat on ten equal half-yearly principals at 6 %: 2.182 % naive, 2.567 % solved; 4.45 % flat over
    /// five years at 6 %: 1.880 %. Computed by a second program with the definition above.
    #[test]
    fn flat_premiums_become_spreads() {
        let spread = annual_spread(0.06, 0.06, profile(0.0, 5.0, 2)).unwrap();
        assert!((spread - 0.02567).abs() < 5e-6, "{spread}");
        assert!((0.06 / profile(0.0, 5.0, 2).average_term() - 0.02182).abs() < 5e-6);
        let spread = annual_spread(0.0445, 0.06, profile(0.0, 5.0, 2)).unwrap();
        assert!((spread - 0.01880).abs() < 5e-6, "{spread}");
    }

    #[test]
    fn no_premium_is_no_spread_and_too_much_is_none() {
        assert_eq!(annual_spread(0.0, 0.06, profile(1.0, 5.0, 2)), Some(0.0));
        assert_eq!(annual_spread(0.999, 0.06, profile(30.0, 2.0, 2)), None);
    }

    /// The spread, put back into the sum, gives the premium: also with periods that are cut short, and where a
    /// bracket up to the highest spread would have had the same sign at both ends.
    #[test]
    fn the_spread_gives_the_premium_back() {
        for (disbursement, repayment, m) in
            [(0.0, 2.0, 1), (1.0, 5.0, 2), (0.75, 7.3, 4), (2.5, 14.0, 12), (3.0, 8.5, 12)]
        {
            let profile = profile(disbursement, repayment, m);
            let spread = annual_spread(0.08, 0.045, profile).unwrap();
            let growth = 1.0 + (0.045 + spread) / f64::from(m);
            let sum: f64 = profile
                .periods()
                .iter()
                .map(|(balance, years, end)| {
                    spread * balance * years * libm::pow(growth, -f64::from(m) * end)
                })
                .sum();
            assert!((sum - 0.08).abs() < 1e-12, "{sum}");
            assert!((spread_worth(spread, 0.045 + spread, profile) - 0.08).abs() < 1e-12);
            let years: f64 = profile.periods().iter().map(|period| period.1).sum();
            assert!((years - disbursement - repayment).abs() < 1e-12);
        }
    }

    /// What is owed, summed over time, is the average life.
    #[test]
    fn the_average_life_is_kept() {
        for (wanted, m) in [(0.5, 2), (1.7, 2), (2.75, 2), (3.2, 4), (5.0, 12)] {
            let profile = CreditProfile { average_life: Some(wanted), ..profile(0.0, 5.0, m) };
            let area: f64 = profile.periods().iter().map(|(balance, years, _)| balance * years).sum();
            assert!((area - wanted).abs() < 1e-12, "{area}");
        }
        let bullet = CreditProfile { average_life: Some(5.0), ..profile(0.0, 5.0, 2) };
        assert!(bullet.periods().iter().all(|period| period.0 == 1.0));
    }
}
