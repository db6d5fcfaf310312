//! The bank's view of a deal: the capital that it ties up, the margin that it needs, and what cover is worth to it.

mod explained;
mod terms;

pub use terms::{BankQuote, BankSide, BankTerms};

use super::deal::{Day, Deal};
use super::request::CoverTerms;
use super::runs::Runs;
use crate::capital::{CapitalApproach, CapitalRules, RiskWeightRequest, category_weight, rated_weight};
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::reference::{CountryStatus, Market};
use crate::values::{ExportQuality, Money, RiskCategory, Share, bounded};

/// A deal as it runs over its life, in smallest units times the contract's years.
#[derive(Clone, Copy)]
struct Life {
    years: f64,
    /// What is owed.
    balance: f64,
    /// What is promised and not yet drawn.
    undrawn: f64,
    interest: f64,
    fees: f64,
}

/// What the two ways, with cover and without, have in common.
struct Shared<'r> {
    terms: &'r BankTerms,
    /// The bank's own cost of money a year.
    funding: f64,
    /// What of an undrawn commitment counts as exposure.
    conversion: f64,
}

/// Who pays in the obligor's place, and what its promise weighs.
struct Guarantor {
    weight: f64,
    /// Where nothing else is given: the category of the exporter's country.
    assumed: Option<RiskCategory>,
}

/// The bank's view, where its terms are given, and all notices with its own.
///
/// `m = (c·B + EL − F + K·(ρ / (1 − t) − f)) / B`, `K = max(k·w, l)·(B + x·U)`, `w = q·min(w_g, w_o) + (1 − q)·w_o`
///
/// - `m` the margin over the cost of money `f` that meets the target `ρ` after tax; the deal's rate is to be `f + m`
/// - `B`, `U` what is owed and what is still to be drawn, summed over the life in the contract's own years; `F` the lender's fees
/// - `c` operating cost a year, `EL = PD · LGD · (1 − q) · B` the expected loss, `t` the tax rate
/// - `K` the capital over the life: `k` the capital ratio, `l` the leverage ratio, `x` the conversion factor of commitments
/// - `q` the covered share, the lower of commercial and political; `w_g`, `w_o` the weights of guarantor and obligor
///
/// Capital pays for its part of the loan, so that only the rest is borrowed. The return at the deal's own rate is
/// `(1 − t)·(I + F − f·(B − K) − c·B − EL) / K` with the interest `I`. Sums are not discounted, and the weight stays what it is
/// at the start. Money is rounded once, when it is shown.
///
/// Source of the weights: Basel Framework CRE22.70 to 22.84 (guarantees) and CRE32.22 to 32.25, CRE20, CRE31; of the return:
/// risk-adjusted return on capital, net of expected loss, as banks price loans.
///
/// # Errors
/// `InvalidInput` where the guarantor isn't known or told twice, what the obligor's weight refuses, `OutOfRange` for a tax rate
/// of 1 or a guarantor's weight out of bounds.
pub(super) fn view(
    terms: Option<&BankTerms>,
    deal: &Deal<'_>,
    runs: &Runs,
    market: &Market,
    mut notices: Vec<Notice>,
    trace: &mut Trace,
) -> Result<(Option<BankQuote>, Vec<Notice>), Error> {
    let Some(terms) = terms else { return Ok((None, notices)) };
    let request = deal.request;
    if terms.tax_rate >= Share::ONE {
        let error = Error::out_of_range("above-maximum", "of a return that is taxed away no part is left");
        return Err(error.detail("bounds", "0 to under 1").at("bank.taxRate").with_value("1"));
    }
    let days = &runs.whole().days;
    let measured = terms.approach == CapitalApproach::InternalRatings && terms.maturity_years.is_none();
    let maturity = if measured { Some(effective_maturity(days)) } else { terms.maturity_years };
    let obligor = RiskWeightRequest {
        rules: terms.rules,
        approach: terms.approach,
        exposure_class: terms.exposure_class,
        rating: terms.obligor_rating.or(request.rating),
        category: request
            .cover
            .as_ref()
            .and_then(|cover| cover.category)
            .or(market.countries.of(request.country).category),
        given_weight: terms.obligor_weight,
        default_probability: Some(terms.default_probability),
        loss_given_default: Some(terms.loss_given_default),
        maturity_years: maturity.unwrap_or(2.5),
        annual_sales_millions: terms.annual_sales_millions,
        large_financial: false,
        correlation: None,
        applies_floor: true,
    };
    let obligor = trace.under("bank.obligor", |trace| obligor.weigh(trace)).map_err(|error| {
        if error.field() == "givenWeight" { error.moved("bank.obligorWeight") } else { error.under("bank") }
    })?;
    let own = obligor.risk_weight;
    let covered_share = request.cover.as_ref().map_or(Share::ZERO, CoverTerms::lower_share);
    let guarantor = match &request.cover {
        Some(_) => terms.guarantor(deal, market)?,
        None => Guarantor { weight: own, assumed: None },
    };
    let covered_weight = guarantor.weight.min(own);
    let q = covered_share.as_f64();
    let blended = q * covered_weight + (1.0 - q) * own;
    let shared = Shared {
        terms,
        funding: terms.base_rate.as_f64() + terms.funding_spread.as_f64(),
        conversion: terms.conversion(request.disbursement_months.get()),
    };
    let life = Life::of(deal, days);
    // Fees are the same with and without cover: they are counted on the credit without a premium.
    let bare = Life { fees: life.fees, ..Life::of(deal, &runs.plain().days) };
    let with_cover = shared.side(deal, life, blended, q)?;
    let without_cover = shared.side(deal, bare, own, 0.0)?;
    let margin_saved = without_cover.needed_margin - with_cover.needed_margin;
    let capital_freed = without_cover.capital.minor() - with_cover.capital.minor();
    let quote = BankQuote {
        covered_share: q,
        covered_weight,
        uncovered_weight: own,
        obligor,
        effective_maturity_years: maturity.filter(|_| terms.approach == CapitalApproach::InternalRatings),
        funding_rate: shared.funding,
        deal_margin: life.interest / life.balance - shared.funding,
        with_cover,
        without_cover,
        margin_saved,
        worth: money(margin_saved * life.balance, deal)?,
        capital_freed: Money::new(capital_freed, request.currency),
    };
    shared.notice(deal, &guarantor, &quote, &mut notices);
    explained::tell(&shared, deal, &guarantor, (life, bare), &quote, trace);
    Ok((Some(quote), notices))
}

impl CoverTerms {
    /// The share that is covered whatever a loss comes from.
    fn lower_share(&self) -> Share {
        self.commercial.min(self.political)
    }
}

impl BankTerms {
    /// Who pays in the obligor's place: as given, or the state of the exporter's country.
    fn guarantor(&self, deal: &Deal<'_>, market: &Market) -> Result<Guarantor, Error> {
        let given = |weight| Ok(Guarantor { weight, assumed: None });
        match (self.guarantor_weight, self.guarantor_rating, self.guarantor_category) {
            (Some(weight), None, None) if (0.0..=12.5).contains(&weight) => given(weight),
            (Some(weight), None, None) => {
                let error = Error::out_of_range("out-of-bounds", "this must be a number from 0 to 12.5");
                Err(error.detail("bounds", "0 to 12.5").at("bank.guarantorWeight").with_value(weight.text()))
            }
            (None, Some(rating), None) => {
                let class = crate::capital::ExposureClass::Sovereign;
                given(rated_weight(self.rules, class, Some(rating), None).unwrap_or(1.0))
            }
            (None, None, Some(category)) => given(category_weight(category)),
            (None, None, None) => {
                let listed = deal.request.exporter_country.map(|country| market.countries.of(country));
                // What is priced by the market has the best weight: its category is 0.
                let category = listed.and_then(|listed| match listed.status {
                    CountryStatus::MarketBenchmark => RiskCategory::new(0).ok(),
                    _ => listed.category,
                });
                let Some(category) = category else {
                    let sentence = "give the guarantor's category, rating or weight, or the exporter's country, whose agency covers";
                    return Err(Error::invalid("required", sentence).at("bank.guarantorCategory"));
                };
                Ok(Guarantor { weight: category_weight(category), assumed: Some(category) })
            }
            _ => Err(Error::invalid(
                "only-one",
                "give the guarantor's category, its rating or its weight: one of them",
            )
            .at("bank.guarantorCategory")),
        }
    }

    /// What of an undrawn commitment counts as exposure: as given, or by the rules.
    ///
    /// Basel III 40 %; Basel II by internal ratings 75 %, else 20 % of what lasts up to a year and 50 % of what lasts longer.
    ///
    /// Source: Basel Framework CRE20, off-balance sheet items, and CRE32 on exposure at default; Basel II (June 2006), paragraphs
    /// 83 and 312.
    fn conversion(&self, months: u32) -> f64 {
        if let Some(given) = self.undrawn_factor {
            return given.as_f64();
        }
        match (self.rules, self.approach) {
            (CapitalRules::Basel3, _) => 0.4,
            (_, CapitalApproach::InternalRatings) => 0.75,
            (_, CapitalApproach::Standardised) => {
                if months > 12 {
                    0.5
                } else {
                    0.2
                }
            }
        }
    }
}

impl Life {
    /// Sums over the life, as the contract counts its days: interest is the rate times what is owed.
    fn of(deal: &Deal<'_>, days: &[Day]) -> Self {
        let basis = f64::from(deal.periods.basis);
        let mut rest = days.iter().peekable();
        let (mut owed, mut promised) = (0.0, deal.credit as f64);
        let mut life = Self { years: 0.0, balance: 0.0, undrawn: 0.0, interest: 0.0, fees: 0.0 };
        for (at, length) in deal.periods.days.iter().enumerate() {
            let years = f64::from(*length) / basis;
            life.years += years;
            life.balance += owed * years;
            life.undrawn += promised * years;
            while let Some(day) = rest.next_if(|day| day.period == at) {
                let left = f64::from(day.days_left) / basis;
                let (goods, drawn) = (day.goods as f64, (day.goods + day.financed) as f64);
                life.balance += drawn * left;
                life.undrawn -= goods * left;
                owed += drawn - day.principal as f64;
                promised -= goods;
                life.interest += day.interest as f64;
                life.fees += (day.fees - day.outlays) as f64;
            }
        }
        life
    }
}

impl Shared<'_> {
    /// The capital that a unit of exposure ties up.
    fn capital_of(&self, weight: f64) -> f64 {
        let by_risk = self.terms.capital_ratio.as_f64() * weight;
        by_risk.max(self.terms.leverage_ratio.map_or(0.0, Share::as_f64))
    }

    fn side(&self, deal: &Deal<'_>, life: Life, weight: f64, covered: f64) -> Result<BankSide, Error> {
        let terms = self.terms;
        let exposure = life.balance + self.conversion * life.undrawn;
        let capital = self.capital_of(weight) * exposure;
        let loss_rate = terms.default_probability.as_f64() * terms.loss_given_default.as_f64();
        let expected_loss = loss_rate * (1.0 - covered) * life.balance;
        let cost = terms.operating_cost.as_f64() * life.balance;
        let kept = 1.0 - terms.tax_rate.as_f64();
        let income =
            life.interest + life.fees - self.funding * (life.balance - capital) - cost - expected_loss;
        let cost_margin = terms.operating_cost.as_f64();
        let loss_margin = expected_loss / life.balance;
        let capital_margin = capital * (terms.target_return.as_f64() / kept - self.funding) / life.balance;
        let fee_margin = -life.fees / life.balance;
        let needed_margin = cost_margin + loss_margin + capital_margin + fee_margin;
        Ok(BankSide {
            risk_weight: weight,
            average_balance: money(life.balance / life.years, deal)?,
            risk_weighted_assets: money(weight * exposure / life.years, deal)?,
            capital: money(capital / life.years, deal)?,
            expected_loss: money(expected_loss, deal)?,
            cost_margin,
            loss_margin,
            capital_margin,
            fee_margin,
            needed_margin,
            needed_rate: self.funding + needed_margin,
            return_on_capital: (capital > 0.0).then(|| kept * income / capital),
        })
    }

    fn notice(&self, deal: &Deal<'_>, guarantor: &Guarantor, quote: &BankQuote, notices: &mut Vec<Notice>) {
        notices.extend(quote.obligor.notices.iter().cloned());
        if let Some(cover) = &deal.request.cover {
            if let (Some(category), Some(country)) = (guarantor.assumed, deal.request.exporter_country) {
                notices.push(
                    Notice::new("bank-guarantor-of-exporter-country")
                        .with("country", country.alpha3())
                        .with("category", category.get())
                        .with("weight", guarantor.weight),
                );
            }
            if cover.quality != ExportQuality::AboveStandard {
                notices.push(Notice::new("bank-cover-conditions"));
            }
            if cover.commercial != cover.political {
                notices.push(Notice::new("bank-lower-share-counts").with("share", cover.lower_share()));
            }
            if guarantor.weight >= quote.uncovered_weight {
                notices.push(Notice::new("bank-guarantor-no-better").with("weight", guarantor.weight));
            }
        }
        if deal.deposit != 0 {
            notices.push(Notice::new("bank-deposit-left-out"));
        }
        let by_risk = self.terms.capital_ratio.as_f64() * quote.with_cover.risk_weight;
        if let Some(ratio) = self.terms.leverage_ratio.filter(|ratio| ratio.as_f64() > by_risk) {
            notices.push(Notice::new("bank-leverage-ratio-binds").with("ratio", ratio));
        }
        if quote.with_cover.return_on_capital.is_none() {
            notices.push(Notice::new("bank-no-capital"));
        }
    }
}

/// How long the borrower's payments take on average, 1 to 5 years.
///
/// `M = Σ t·CF / Σ CF`, `t` the years (ACT/365F) from the first drawdown, `CF` principal, interest and the lender's fees
///
/// Source: Basel Framework CRE32.46 and 32.47; Basel II (June 2006), paragraph 320.
fn effective_maturity(days: &[Day]) -> f64 {
    let start = days.first().map_or(0, |day| day.date);
    let (mut paid, mut weighted) = (0.0, 0.0);
    for day in days {
        let flow = (day.principal + day.interest + day.fees - day.outlays) as f64;
        paid += flow;
        weighted += flow * f64::from(day.date - start) / 365.0;
    }
    let mean = if paid > 0.0 { weighted / paid } else { 0.0 };
    if mean > 5.0 { 5.0 } else { mean.max(1.0) }
}

fn money(minor: f64, deal: &Deal<'_>) -> Result<Money, Error> {
    let currency = deal.request.currency;
    // What is larger than a column can hold is refused, and this still holds it.
    let minor = bounded(minor.round() as i128, currency).map_err(|error| error.at("bank"))?;
    Ok(Money::new(minor, currency))
}
