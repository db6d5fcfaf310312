use crate::numeric;

/// When a credit is drawn and repaid: evenly over the disbursement, then in equal parts at the end of each payment
/// period, the periods counted back from the last repayment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CreditProfile {
    /// Years from the first drawdown to the starting point of credit, zero or more.
    pub disbursement: f64,
    /// Years from there to the last repayment, above zero.
    pub repayment: f64,
    /// Payments of principal and interest a year.
    pub payments_per_year: u32,
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
/// `None` when no spread is that dear: a premium of nearly all of a credit that is drawn slowly.
///
/// Source: definition by this project; see the product `export-credit-cover`.
pub fn annual_spread(premium: f64, rate: f64, profile: CreditProfile) -> Option<f64> {
    if premium == 0.0 {
        return Some(0.0);
    }
    let m = f64::from(profile.payments_per_year.max(1));
    let periods = profile.periods();
    let worth = |spread: f64| {
        let growth = 1.0 + (rate + spread) / m;
        let (mut sum, mut slope) = (0.0, 0.0);
        for &(balance, years, end) in &periods {
            let weighted = balance * years * libm::pow(growth, -m * end);
            sum += spread * weighted;
            slope += weighted - spread * weighted * end / growth;
        }
        (sum - premium, slope)
    };
    // What a spread is worth rises at first and falls again when the discount overtakes it: the first crossing counts.
    let naive = premium / profile.average_term();
    let high =
        (0..12).map(|doublings| naive * f64::from(2 << doublings)).find(|high| worth(*high).0 >= 0.0)?;
    numeric::newton(worth, 0.0, high, naive).ok()
}

impl CreditProfile {
    /// Half the disbursement and the average life of the repayments, in years: what people divide a premium by.
    pub fn average_term(self) -> f64 {
        let m = f64::from(self.payments_per_year.max(1));
        self.disbursement / 2.0 + self.repayment / 2.0 + 0.5 / m
    }

    /// Balance, length and end of each period, in parts of the principal and in years from the first drawdown.
    fn periods(self) -> Vec<(f64, f64, f64)> {
        let m = f64::from(self.payments_per_year.max(1));
        let mut rows = Vec::new();
        let (mut from, mut drawn) = (0.0, 0.0);
        for to in ends(self.disbursement, m) {
            let after = to / self.disbursement;
            rows.push(((drawn + after) / 2.0, to - from, to));
            (from, drawn) = (to, after);
        }
        let (start, mut from) = (from, 0.0);
        let ends = ends(self.repayment, m);
        let count = ends.len() as f64;
        for (at, to) in ends.into_iter().enumerate() {
            rows.push((1.0 - at as f64 / count, to - from, start + to));
            from = to;
        }
        rows
    }
}

/// The ends of periods of a year's m-th part, counted back from the end of the years, so that only the first can
/// be shorter.
fn ends(years: f64, m: f64) -> Vec<f64> {
    // A sliver that division leaves is no period.
    let count = (years * m - 1e-9).ceil().clamp(0.0, 4000.0);
    (0..count as u32).rev().map(|before| years - f64::from(before) / m).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standard(disbursement: f64, repayment: f64) -> CreditProfile {
        CreditProfile { disbursement, repayment, payments_per_year: 2 }
    }

    /// Source: 6 % flat on ten equal half-yearly principals at 6 %: 2.182 % naive, 2.567 % solved; 4.45 % flat over
    /// five years at 6 %: 1.880 %. Computed by a second program with the definition above.
    #[test]
    fn flat_premiums_become_spreads() {
        let spread = annual_spread(0.06, 0.06, standard(0.0, 5.0)).unwrap();
        assert!((spread - 0.02567).abs() < 5e-6, "{spread}");
        assert!((0.06 / standard(0.0, 5.0).average_term() - 0.02182).abs() < 5e-6);
        let spread = annual_spread(0.0445, 0.06, standard(0.0, 5.0)).unwrap();
        assert!((spread - 0.01880).abs() < 5e-6, "{spread}");
    }

    #[test]
    fn no_premium_is_no_spread_and_too_much_is_none() {
        assert_eq!(annual_spread(0.0, 0.06, standard(1.0, 5.0)), Some(0.0));
        assert_eq!(annual_spread(0.999, 0.06, standard(30.0, 2.0)), None);
    }

    /// The spread, put back into the sum, gives the premium: also with periods that are cut short.
    #[test]
    fn the_spread_gives_the_premium_back() {
        for (disbursement, repayment, m) in [(0.0, 2.0, 1), (1.0, 5.0, 2), (0.75, 7.3, 4), (2.5, 14.0, 12)] {
            let profile = CreditProfile { disbursement, repayment, payments_per_year: m };
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
            let years: f64 = profile.periods().iter().map(|period| period.1).sum();
            assert!((years - disbursement - repayment).abs() < 1e-12);
        }
    }
}
