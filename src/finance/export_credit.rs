//! One export credit, end to end: contract, drawings, cover, fees, repayment, and what it costs all in.

#[cfg(feature = "everything")]
mod bank;
#[cfg(not(feature = "everything"))]
#[path = "export_credit/bank/elsewhere.rs"]
mod bank;
mod cirr;
mod deal;
mod drawdowns;
mod explained;
mod periods;
mod rates;
mod request;
mod runs;
mod supplier;

#[cfg(feature = "everything")]
pub use bank::BankSide;
pub use bank::{BankQuote, BankTerms};
pub use cirr::{Cirr, CirrQuote};
pub use drawdowns::{CreditDrawdowns, DrawdownInterest};
pub use request::{
    Component, ComponentName, CoverTerms, CreditSchedule, CreditType, Deposit, ExportCreditQuote,
    ExportCreditRequest, Fees, Goods, PremiumPayment, WithoutCover,
};
pub use supplier::{Forfaiting, SupplierBills, SupplierQuote};

use rust_decimal::Decimal;

use self::deal::{Day, Deal, Parts, Premium};
use self::runs::{Run, Runs};
use crate::calendar::Frequency;
use crate::country::CountryRiskRequest;
use crate::cover::{CoverQuote, CoverRequest, CoveredShares, PaymentsPerYear};
use crate::document::{Column, OneOrMany};
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::loan::Profile;
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Date, Exact, Money, PositiveAmount, Rate, Share, minor_decimal, to_f64, to_minor};

crate::quotes!(ExportCreditQuote);

impl Product for ExportCreditRequest {
    type Quote = ExportCreditQuote;

    const NAME: &'static str = "export-credit";

    const EITHER: &'static [(&'static str, &'static str)] =
        &[("rate", "cirr"), ("rate", "floating"), ("cirr", "floating")];

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<ExportCreditQuote, Error> {
        supplier::fitting(self)?;
        let deal = Deal::of(self)?;
        let uncovered = deal.days(&deal.path, Premium::NONE, Parts { interest: true, ..Parts::NONE })?;
        let average_life = deal.average_life(&uncovered).unwrap_or_default();
        explained::credit(&deal, trace);
        let uncovered = Run::of_days(&deal, uncovered)?;
        let rate = deal.level_rate(&uncovered)?;
        let (cover, premium) = self.covered(&deal, average_life, rate, market, trace)?;
        let country = trace.under("country", |trace| self.country_request(rate).quote(market, trace))?;
        let runs = Runs::of(&deal, premium, uncovered)?;
        let whole = runs.whole();
        let components = runs.components(self);
        let without_cover = self.without_cover(&deal, &runs)?;
        let maximum = self.maximum_credit(&deal, premium)?;
        explained::answer(&deal, &runs, premium, maximum, trace);
        if let Some(without) = &without_cover {
            explained::uncovered(&deal, &runs, without, trace);
        }
        let mut notices = self.notices(&deal, cover.as_ref(), market);
        let pricing = (rate, market);
        let supplier = supplier::view(&deal, &whole.days, premium, pricing, &mut notices, trace)?.into();
        #[cfg(feature = "everything")]
        let (bank, notices) = bank::view(self.bank.as_ref(), &deal, &runs, market, notices, trace)?;
        #[cfg(not(feature = "everything"))]
        let bank = None;
        let money = |minor| Money::new(minor, self.currency);
        let capitalised = deal.capitalised(&whole.days);
        let floats = !deal.path.is_fixed();
        let last = whole.days.last().map_or(self.start.days(), |day| day.date);
        let mut editions = country.editions.clone();
        for edition in cover.iter().flat_map(|cover| &cover.editions) {
            if editions.iter().all(|known| known.id != edition.id) {
                editions.push(edition.clone());
            }
        }
        Ok(ExportCreditQuote {
            currency: self.currency,
            contract_value: money(deal.contract),
            down_payment: money(deal.down_payment),
            credit_amount: money(deal.credit),
            financed_premium: money(premium.financed()),
            capitalised_interest: deal.capitalises().then(|| money(capitalised)),
            loan_amount: money(deal.credit + premium.financed() + capitalised),
            maximum_credit: money(maximum),
            premium: money(premium.amount),
            notices,
            cover,
            country,
            cirr: deal.cirr.get().map(|cirr| cirr.quote.clone()).into(),
            rates: floats.then(|| Column(whole.days.iter().map(|day| to_f64(deal.rate_of(day))).collect())),
            level_rate: floats.then(|| runs.plain().nominal),
            schedule: schedule(&whole.days),
            maturity: Date::from_days(last)?,
            average_life_years: to_f64(average_life),
            total_cost: money(whole.cost),
            all_in_rate: whole.effective,
            all_in_rate_nominal: whole.nominal,
            compounding: self.frequency,
            components,
            without_cover,
            supplier,
            bank,
            editions,
        })
    }
}

impl ExportCreditRequest {
    /// The cover of the deal, and the premium that is paid for it.
    fn covered(
        &self,
        deal: &Deal<'_>,
        average_life: Decimal,
        rate: Rate,
        market: &Market,
        trace: &mut Trace,
    ) -> Result<(Option<CoverQuote>, Premium), Error> {
        let Some(terms) = &self.cover else { return Ok((None, Premium::NONE)) };
        let cover = trace.under("cover", |trace| {
            let request = self.cover_request(terms, deal, rate, average_life)?;
            request.quote(market, trace).map_err(as_deal_field)
        })?;
        let premium = terms.premium(&cover)?;
        Ok((Some(cover), premium))
    }

    fn cover_request(
        &self,
        terms: &CoverTerms,
        deal: &Deal<'_>,
        rate: Rate,
        average_life: Decimal,
    ) -> Result<CoverRequest, Error> {
        // Equal half-yearly principal is the standard profile, for which the horizon needs no average life.
        let standard = self.profile == Profile::EqualPrincipal && self.frequency == Frequency::SemiAnnual;
        Ok(CoverRequest {
            exporter_country: self.exporter_country,
            country: Some(self.country),
            buyer: self.buyer,
            rating: self.rating,
            currency: self.currency,
            amount: PositiveAmount::new(minor_decimal(deal.credit, self.currency))?,
            disbursement_months: self.disbursement_months,
            repayment_months: self.repayment_months,
            cover: CoveredShares { commercial: terms.commercial, political: terms.political },
            quality: terms.quality,
            local_currency_factor: terms.local_currency_factor,
            credit_enhancement_factor: terms.credit_enhancement_factor,
            security: terms.security.clone(),
            rate: Some(rate),
            payments_per_year: PaymentsPerYear::of(self.frequency),
            category: terms.category,
            average_life_years: if standard { None } else { Some(average_life) },
            speculative_grade: terms.speculative_grade,
            rules: OneOrMany::one(terms.rules),
            edition: terms.edition,
            premium_rate: terms.premium_rate,
            instalments: self.short_instalments(),
            manufacturing_months: None,
            risk_days: None,
            premium_class: None,
            market_curve: None,
            financed_share: Share::ONE,
            climate_sector: false,
            valuation_date: self.valuation_date,
        })
    }

    /// Equal instalments of a credit of up to two years, which short-term rules price one by one.
    fn short_instalments(&self) -> Option<u32> {
        let months = self.repayment_months.get();
        let count = (months * self.frequency.per_year()).div_ceil(12).max(1);
        let one_by_one = self.profile == Profile::EqualPrincipal;
        (months <= 24).then_some(if one_by_one { count } else { 1 })
    }

    fn country_request(&self, rate: Rate) -> CountryRiskRequest {
        CountryRiskRequest {
            country: self.country,
            rate: Some(rate),
            category: self.cover.as_ref().and_then(|cover| cover.category),
            valuation_date: self.valuation_date,
            ..CountryRiskRequest::of(self.country)
        }
    }

    /// 85 % of the contract, local costs and the premium.
    ///
    /// Source: Arrangement on Officially Supported Export Credits, article 10 (down payment, maximum official support and
    /// local costs).
    fn maximum_credit(&self, deal: &Deal<'_>, premium: Premium) -> Result<i64, Error> {
        let contract = deal::portion(deal.contract, MAXIMUM_SHARE.get(), self.currency)?;
        Ok(contract + deal.local_costs + premium.amount)
    }

    fn without_cover(&self, deal: &Deal<'_>, runs: &Runs) -> Result<Option<WithoutCover>, Error> {
        let Some(spread) = self.spread_without_cover else { return Ok(None) };
        let at = |error: Error| error.at("spreadWithoutCover");
        let path = deal.path.raised(spread).map_err(at)?;
        let run = Run::of(deal, &path, Premium::NONE, Parts::ALL).map_err(at)?;
        let rate = deal.level_rate(runs.plain())?;
        Ok(Some(WithoutCover {
            spread,
            all_in_rate: run.effective,
            all_in_rate_nominal: run.nominal,
            total_cost: Money::new(run.cost, self.currency),
            extra_cost: Money::new(run.cost - runs.whole().cost, self.currency),
            extra_rate: run.effective - runs.whole().effective,
            break_even_spread: runs.with_premium().nominal - rate.as_f64(),
        }))
    }

    fn notices(&self, deal: &Deal<'_>, cover: Option<&CoverQuote>, market: &Market) -> Vec<Notice> {
        let mut notices = Vec::new();
        if self.down_payment < MINIMUM_DOWN_PAYMENT {
            notices.push(
                Notice::new("down-payment-below-minimum")
                    .with("downPayment", self.down_payment)
                    .with("minimum", MINIMUM_DOWN_PAYMENT),
            );
        }
        // Article 10 d of the Arrangement, as amended on 20 April 2021.
        let high_income = market.countries.of(self.country).is_high_income_oecd();
        let limit = Share::percent(if high_income { 40 } else { 50 });
        if to_minor(
            limit.get().times(minor_decimal(deal.contract, self.currency)),
            self.currency,
            Default::default(),
        )
        .is_ok_and(|most| deal.local_costs > most)
        {
            notices.push(Notice::new("local-costs-above-limit").with("limit", limit));
        }
        let short = matches!(self.goods, Goods::Cars | Goods::Parts | Goods::CkdKits);
        if short && self.repayment_months.get() >= 24 {
            notices.push(
                Notice::new("term-unusual-for-goods")
                    .with("goods", self.goods.name())
                    .with("months", self.repayment_months.get()),
            );
        }
        if cover.is_none() {
            notices.push(Notice::new("no-cover"));
        }
        // The drawings are an assumption as long as they are not given one by one.
        notices.extend(drawdowns::notice(self, &deal.drawings));
        if let Some(cirr) = deal.cirr.get() {
            cirr.notices(self, &mut notices);
        }
        if !deal.path.is_fixed() {
            notices.push(Notice::new("rates-as-given"));
        }
        if cover.is_some() && deal.capitalises() {
            notices.push(Notice::new("premium-without-capitalised-interest"));
        }
        let inner = cover.iter().flat_map(|cover| &cover.notices);
        notices.extend(inner.cloned());
        notices
    }
}

impl CoverTerms {
    fn premium(&self, cover: &CoverQuote) -> Result<Premium, Error> {
        let amount = match (self.premium_payment, &cover.financed) {
            (PremiumPayment::Financed, Some(financed)) => &financed.premium,
            (PremiumPayment::Financed, None) => {
                let sentence =
                    "a premium this high can't be financed by the credit: pay it upfront or as drawn";
                return Err(
                    Error::not_applicable("premium-not-financeable", sentence).at("cover.premiumPayment")
                );
            }
            _ => &cover.premium,
        };
        Ok(Premium { amount: amount.minor(), payment: self.premium_payment })
    }
}

const MINIMUM_DOWN_PAYMENT: Share = Share::percent(15);
const MAXIMUM_SHARE: Share = Share::percent(85);

/// The cover's fields by their places in the deal.
fn as_deal_field(error: Error) -> Error {
    const OF_THE_DEAL: [&str; 10] = [
        "country",
        "buyer",
        "rating",
        "currency",
        "disbursementMonths",
        "repaymentMonths",
        "rate",
        "exporterCountry",
        "valuationDate",
        "averageLifeYears",
    ];
    match error.field() {
        "cover.commercial" | "cover.political" => error,
        "amount" => error.moved("contractValue"),
        field if OF_THE_DEAL.contains(&field) => error,
        _ => error.under("cover"),
    }
}

fn schedule(days: &[Day]) -> CreditSchedule {
    let column = |of: fn(&Day) -> i64| Column::of(days, of);
    let mut owed = 0;
    let mut opening = Vec::with_capacity(days.len());
    let mut closing = Vec::with_capacity(days.len());
    for day in days {
        opening.push(owed as f64);
        owed += day.goods + day.financed - day.principal;
        closing.push(owed as f64);
    }
    CreditSchedule {
        dates: Column(days.iter().map(|day| day.date).collect()),
        drawdown: column(|day| day.goods + day.financed),
        opening: Column(opening),
        interest: column(|day| day.interest),
        principal: column(|day| day.principal),
        fees: column(|day| day.fees),
        premium: column(|day| day.premium),
        deposit: column(|day| day.deposit),
        payment: column(Day::payment),
        closing: Column(closing),
    }
}
