//! The minimum premium of a book: deals that differ in amount and months are answered without decimals.

use std::sync::OnceLock;

use rust_decimal::Decimal;

use super::minimum::{Minimum, Ratio};
use super::request::{CoverRequest, PremiumEdition, RuleSet};
use super::{AsDrawn, checks};
use crate::country::{CreditProfile, annual_spread, term_factor};
use crate::document::OneOrMany;
use crate::explain::Trace;
use crate::product::{Begun, Product, Row, Rows, cell_of, whole_cell};
use crate::reference::Market;
use crate::values::{
    Exact, Months, Portion, PositiveAmount, Rounding, minor_decimal, minor_of_number, to_f64,
};

pub(super) const ROWS: Rows<CoverRequest> = Rows {
    cells: &["amount", "disbursementMonths", "repaymentMonths"],
    each: &[
        "premium",
        "premiumRate",
        "premiumBase",
        "annualSpread",
        "naiveAnnualSpread",
        "horizonYears",
        "averageLifeYears",
        "ruleSet.countedYears",
        "asDrawn.parts",
        "asDrawn.part",
        "asDrawn.last",
        "financed.rate",
        "financed.premium",
        "financed.credit",
    ],
    same: &[
        "country",
        "category",
        "buyer",
        "rules",
        "edition",
        "speculativeGrade",
        "currency",
        "ruleSet.base",
        "ruleSet.grade",
        "ruleSet.table",
        "ruleSet.rangeLow",
        "ruleSet.rangeHigh",
        "ruleSet.reconstruction",
        "ruleSet.historical",
        "financed.share",
    ],
    begin,
};

/// The deals that agree in all but amount and months.
struct Deals {
    request: CoverRequest,
    per_unit: f64,
    rate: Option<f64>,
    /// Before TERM the numerator of the premium rate is straight in the horizon: what it is without one, and what each
    /// twenty-fourth of a year adds, both in parts of `whole`.
    constant: i64,
    slope: i64,
    scale: u32,
    denominator: Decimal,
    whole: Portion,
    has_term: bool,
    /// The parts in which a rate with TERM is counted; none where they are too many.
    with_term: Option<Portion>,
}

/// TERM has so many decimals: 0.00075 for each twenty-fourth.
const TERM_DIGITS: u32 = 5;
/// The horizon up to which there is no TERM, in twenty-fourths.
const TEN_YEARS: u32 = 240;

fn begin(mut request: CoverRequest, market: &Market) -> Option<Begun> {
    let is_plain = request.rules == OneOrMany::one(RuleSet::OecdMinimum)
        && request.average_life_years.is_none()
        && request.instalments.is_none();
    if !is_plain {
        return None;
    }
    let months = |months: Months| f64::from(months.get());
    let cells = vec![
        cell_of(request.amount.get()),
        months(request.disbursement_months),
        months(request.repayment_months),
    ];
    // What is wrong with anything but the cells shows with cells that are well.
    let rate = request.rate.take();
    request.amount = PositiveAmount::new(Decimal::ONE).ok()?;
    (request.disbursement_months, request.repayment_months) = (Months::ZERO, Months::of(60));
    request.quote(market, &mut Trace::silent()).ok()?;

    let Straight { constant, slope, scale, denominator, has_term } = Straight::of(&request, market)?;
    let parts = denominator.mantissa().checked_mul(10_i128.checked_pow(scale)?)?;
    let deals = Deals {
        per_unit: request.currency.minor_per_unit() as f64,
        rate: rate.map(|rate| rate.as_f64()),
        constant,
        slope,
        scale,
        denominator,
        whole: Portion::new(0, parts)?,
        has_term,
        with_term: Portion::new(0, parts * 10_i128.pow(TERM_DIGITS)),
        request,
    };
    Some((cells, Box::new(deals)))
}

/// The numerator of the premium rate by the horizon, before TERM.
struct Straight {
    constant: i64,
    slope: i64,
    scale: u32,
    denominator: Decimal,
    has_term: bool,
}

impl Straight {
    /// From the rates of three horizons so short that there is no TERM.
    fn of(request: &CoverRequest, market: &Market) -> Option<Self> {
        let subject = checks::Subject::of(request, market).ok()?;
        let (category, table) = subject.table(request, market).ok()?;
        let enhancement = checks::enhancement(request).ok()?;
        let minimum = |horizon_24: u32| {
            let horizon_24 = Decimal::from(horizon_24);
            Minimum::of(request, category, subject.buyer?, horizon_24, enhancement, table).ok()
        };
        let ratio = |horizon_24| Some(minimum(horizon_24)?.rate(request));
        let (first, second, third) = (ratio(0)?, ratio(1)?, ratio(2)?);
        let constant = first.numerator.normalize();
        let slope = second.numerator.minus(first.numerator).normalize();
        if third.numerator.minus(second.numerator) != slope {
            return None;
        }
        let scale = slope.scale().max(constant.scale());
        let parts = |number: Decimal| {
            small(number.mantissa().checked_mul(10_i128.checked_pow(scale - number.scale())?)?)
        };
        Some(Self {
            constant: parts(constant)?,
            slope: parts(slope)?,
            scale,
            denominator: first.denominator,
            has_term: minimum(0)?.speculative && request.edition == PremiumEdition::July2023,
        })
    }
}

/// A number of parts that no horizon makes too large for whole numbers.
fn small(parts: i128) -> Option<i64> {
    (0..1 << 50).contains(&parts).then_some(parts as i64)
}

/// What TERM leaves, in its own decimals, by the horizon in twenty-fourths: of [`term_factor`].
fn after_term(horizon_24: u32) -> Option<i64> {
    static LEFT: OnceLock<Vec<i64>> = OnceLock::new();
    let left = LEFT.get_or_init(|| {
        let one = |horizon_24: u32| {
            let mut left = Decimal::ONE.minus(term_factor(Decimal::from(horizon_24)));
            left.rescale(TERM_DIGITS);
            left.mantissa() as i64
        };
        (0..=3 * Months::MAXIMUM).map(one).collect()
    });
    left.get(horizon_24 as usize).copied()
}

/// One deal, priced.
struct Deal {
    minor: i64,
    premium: i64,
    portion: Portion,
    numerator: i64,
    denominator_scale: u32,
    profile: CreditProfile,
    horizon_24: u32,
    drawn: u32,
}

impl Deals {
    #[inline]
    fn deal(&self, cells: &[f64]) -> Option<Deal> {
        let &[amount, drawn, repaid] = cells else { return None };
        let minor = minor_of_number(amount, self.per_unit)?;
        let drawn = whole_cell(drawn, 0..=Months::MAXIMUM)?;
        let repaid = whole_cell(repaid, 24..=Months::MAXIMUM)?;
        let horizon_24 = drawn + 2 * repaid;
        let mut numerator = self.constant + self.slope * i64::from(horizon_24);
        let mut whole = self.whole;
        let mut denominator_scale = self.scale;
        if self.has_term && horizon_24 > TEN_YEARS {
            numerator = numerator.checked_mul(after_term(horizon_24)?)?;
            (whole, denominator_scale) = (self.with_term?, self.scale + TERM_DIGITS);
        }
        // A premium of half the credit and more, financed, may be more than can be counted.
        let portion = whole.with(numerator).filter(|portion| portion.is_below_half())?;
        let premium = portion.of(minor, Rounding::default())?;
        let profile = CreditProfile {
            disbursement: f64::from(drawn) / 12.0,
            repayment: f64::from(repaid) / 12.0,
            payments_per_year: self.request.payments_per_year.get(),
            average_life: None,
        };
        Some(Deal { minor, premium, portion, numerator, denominator_scale, profile, horizon_24, drawn })
    }

    /// The ratio in decimals, for what is seldom asked.
    fn ratio(&self, deal: &Deal) -> Ratio {
        Ratio {
            numerator: Decimal::new(deal.numerator, deal.denominator_scale),
            denominator: self.denominator,
        }
    }

    fn output(&self, deal: &Deal, output: usize) -> Option<f64> {
        let rate = || deal.portion.value().unwrap_or_else(|| to_f64(self.ratio(deal).value()));
        let years = deal.profile.average_term();
        let parts = || AsDrawn::of(deal.premium, deal.drawn);
        let financed = || {
            let amount = minor_decimal(deal.minor, self.request.currency);
            self.request.financed(amount, self.ratio(deal)).ok()?
        };
        Some(match output {
            0 => deal.premium as f64,
            1 => rate(),
            2 => deal.minor as f64,
            3 => annual_spread(rate(), self.rate?, deal.profile)?,
            4 => rate() / years,
            5 => f64::from(deal.horizon_24) / 24.0,
            6 => deal.profile.average_life(),
            7 => years,
            8 => f64::from(parts().0),
            9 => parts().1 as f64,
            10 => parts().2 as f64,
            11 => to_f64(financed()?.rate),
            12 => financed()?.premium.minor() as f64,
            _ => financed()?.credit.minor() as f64,
        })
    }
}

impl Row for Deals {
    fn answer(&self, cells: &[f64], wanted: &[usize], out: &mut [f64]) -> bool {
        let Some(deal) = self.deal(cells) else { return false };
        for (slot, output) in out.iter_mut().zip(wanted) {
            *slot = self.output(&deal, *output).unwrap_or(f64::NAN);
        }
        true
    }
}
