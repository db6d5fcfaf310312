//! The links between maker and buyer: payment, hedge, stock and loans.

use super::draft::{Carried, Draft};
use super::links::{DEALER, Link, MAKER, Programme};
use super::quote::ChainLink;
use super::request::{ChainBuyers, ChainDealers, ChainHedge, ChainPayment};
use crate::document::Owned;
use crate::error::Error;
use crate::finance::{FloorplanRequest, RetailRequest};
use crate::treasury::{FxHedgeRequest, SettlementChannel, SettlementRequest};
use crate::values::{Exact, Rounding, bounded, to_f64, to_minor_exact, within};

impl Programme<'_> {
    /// One payment of the year's, times their number.
    pub(super) fn payment(&self, terms: &ChainPayment, carried: &mut Carried) -> Result<Link, Error> {
        within(terms.payments, 1, 100_000, "payments")?;
        let request = self.request;
        let amount =
            Rounding::default().quotient(i128::from(self.all(self.price)?), i128::from(terms.payments));
        let amount = bounded(amount, request.currency)?;
        let mut own = Draft::default();
        own.put_if("fixedFees", terms.fixed_fees)
            .put_if("feeRate", terms.fee_rate)
            .put_if("spread", terms.spread);
        for (name, days) in [("days", terms.days), ("riskDays", terms.risk_days)] {
            if let Some(days) = days {
                own.count(name, days);
            }
        }
        let mut draft = self.draft();
        draft
            .put("amount", self.text(amount))
            .put("payerCountry", request.country)
            .put("payeeCountry", request.origin)
            .put("moneyRate", request.base_rate)
            .put("valuationDate", request.valuation_date)
            .put_if("defaultRate", terms.default_rate)
            .own("converts", Owned::Bool(terms.spread.is_some()))
            .under(field_of(terms.channel), own);
        // What is told of other channels is no part of this.
        let mut all = Carried::default();
        let quote = draft.ask_all::<SettlementRequest>(self.market, &mut all)?;
        let settled = quote.channels.iter().find(|one| one.channel == terms.channel);
        let Some((settled, cost)) = settled.and_then(|one| Some((one, one.total_cost?))) else {
            let sentence = "no tariff of this channel is public: give its fees and its days";
            return Err(Error::invalid("channel-not-priced", sentence)
                .at("channel")
                .with_value(terms.channel.name()));
        };
        if settled.grade.is_some() {
            carried.editions.append(&mut all.editions);
        }
        let cost = bounded(i128::from(cost.minor()) * i128::from(terms.payments), request.currency)?;
        let mut costs = [0; 4];
        costs[MAKER] = self.part(cost, terms.maker_share)?;
        costs[DEALER] = cost - costs[MAKER];
        let days = settled.days.unwrap_or(0);
        Ok(Link {
            days: Some(days),
            tied_up: self.standing(self.all(self.price)?, days)?,
            ..self.link::<SettlementRequest>(ChainLink::Payment, costs, Some(draft))
        })
    }

    /// Sold forward until the day on which it is paid; the cost against today's rate, brought back at that rate.
    pub(super) fn hedge(&self, terms: &ChainHedge, carried: &mut Carried) -> Result<Link, Error> {
        let request = self.request;
        let days = request.production_days + request.shipping_days + request.credit_days;
        let mut forecast = Draft::default();
        forecast
            .list("days", Owned::Number(f64::from(days)))
            .list("amounts", Owned::Text(self.text(self.all(self.price)?)))
            .put("hedged", terms.hedged);
        let mut draft = Draft::default();
        draft
            .put("currency", terms.home_currency.code())
            .put("foreignCurrency", request.currency.code())
            .number("spot", terms.spot)
            .put("homeRate", terms.home_rate)
            .put("foreignRate", request.base_rate)
            .count("days", days)
            .under("forecast", forecast)
            .count("pieces", request.vehicles);
        if let Some(points) = terms.forward_points {
            draft.number("forwardPoints", points);
        }
        let mut costs = [0; 4];
        if days > 0 {
            let quote = draft.ask_all::<FxHedgeRequest>(self.market, carried)?;
            let cost = quote.hedge_cost.map_or(0.0, |cost| to_f64(cost.decimal()) / terms.spot);
            let minor = libm::round(cost * request.currency.minor_per_unit() as f64);
            costs[MAKER] = bounded(minor as i128, request.currency)?;
        }
        Ok(self.link::<FxHedgeRequest>(ChainLink::Hedge, costs, (days > 0).then_some(draft)))
    }

    pub(super) fn dealers(&self, terms: &ChainDealers) -> Result<Link, Error> {
        let (request, days) = (self.request, self.request.dealer_days);
        let mut draft = self.stock(self.dealer_price, days);
        draft
            .put("baseRate", request.base_rate)
            .put("margin", terms.margin)
            .put("advanceRate", terms.advance_rate)
            .count("freeDays", terms.free_days)
            .put("unitFee", terms.unit_fee)
            .put("support", terms.support);
        let mut costs = [0; 4];
        if days > 0 {
            let quote = draft.ask::<FloorplanRequest>(self.market)?;
            let support = to_minor_exact(terms.support.get(), request.currency)?;
            costs[MAKER] = self.all(quote.maker_cost.minor())?;
            costs[DEALER] = self.all(quote.total_interest.minor() + quote.total_fees.minor() - support)?;
        }
        Ok(Link {
            days: Some(days),
            tied_up: self.standing(self.all(self.dealer_price)?, days)?,
            ..self.link::<FloorplanRequest>(ChainLink::Dealers, costs, (days > 0).then_some(draft))
        })
    }

    /// One loan, times the buyers that borrow: their number is rounded once.
    pub(super) fn buyers(&self, terms: &ChainBuyers) -> Result<Link, Error> {
        let request = self.request;
        let usual = self.rate(terms.margin);
        let mut draft = self.draft();
        draft
            .put("country", request.country)
            .put("price", self.text(self.retail_price))
            .put("deposit", self.text(self.part(self.retail_price, terms.deposit_share)?))
            .put("start", request.valuation_date)
            .count("months", terms.months.get())
            .under("fees", Draft::one("atStart", terms.fee));
        match terms.supported_rate {
            Some(rate) => draft.put("rate", rate).under("subvention", Draft::one("standardRate", usual)),
            None => draft.put("rate", usual),
        };
        let quote = draft.ask::<RetailRequest>(self.market)?;
        let borrowers = rust_decimal::Decimal::from(request.vehicles).times(terms.financed_share.get());
        let borrowers = Rounding::default().quotient(borrowers.mantissa(), 10_i128.pow(borrowers.scale()));
        let of_all = |minor: i64| bounded(i128::from(minor) * borrowers, request.currency);
        let support = quote.subvention.as_ref();
        Ok(self.link::<RetailRequest>(
            ChainLink::Buyers,
            [
                0,
                of_all(support.map_or(0, |support| support.maker_cost.minor()))?,
                of_all(support.map_or(0, |support| support.dealer_cost.minor()))?,
                of_all(quote.total_interest.minor() + quote.total_fees.minor())?,
            ],
            Some(draft),
        ))
    }
}

/// Where a channel's own terms stand in its product's request.
const fn field_of(channel: SettlementChannel) -> &'static str {
    match channel {
        SettlementChannel::TelegraphicTransfer => "transfer",
        SettlementChannel::DocumentaryCollection => "collection",
        SettlementChannel::DocumentaryCredit => "credit",
        SettlementChannel::Cips => "cips",
        SettlementChannel::MultiCbdc => "cbdc",
        SettlementChannel::TradePlatform => "platform",
    }
}
