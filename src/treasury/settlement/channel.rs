//! One channel: its fees by the table or as given, its days, and what is at risk.

use rust_decimal::Decimal;

use super::request::{ChannelTerms, MissingTerm, SettledBy, SettlementChannel, SettlementRequest};
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Grade, Notice};
use crate::loan::interest;
use crate::reference::{FeeUnit, SettlementFee, SettlementFees};
use crate::values::{Exact, Money, PositiveAmount, Share, minor_decimal, to_minor, to_minor_exact};

/// The longest time that is answered: ten years.
const MOST_DAYS: u32 = 3650;

/// What a channel costs, and what of it rests on the table.
pub(super) struct Costs<'a> {
    pub settled: SettledBy,
    /// The chance of default that counts here.
    pub default_rate: Option<Share>,
    used: Vec<&'a SettlementFee>,
    /// Currencies of fixed amounts that could not be counted.
    left_out: Vec<&'a str>,
}

impl<'a> Costs<'a> {
    /// # Errors
    /// At the channel's field: `above-maximum` for days, what a fee that is given does not fit.
    pub fn of(
        request: &SettlementRequest,
        channel: SettlementChannel,
        face: i64,
        table: &'a SettlementFees,
    ) -> Result<Self, Error> {
        let (field, terms) = request.terms(channel);
        let settled = SettledBy {
            channel,
            available: available(request, channel, table),
            fees: None,
            spread_cost: None,
            days: None,
            cost_of_days: None,
            risk_days: None,
            expected_loss: None,
            total_cost: None,
            cost_share: None,
            finality: channel.finality(),
            grade: None,
            missing: Vec::new(),
        };
        let default_rate = terms.and_then(|terms| terms.default_rate).or(request.default_rate);
        let mut costs = Self { settled, default_rate, used: Vec::new(), left_out: Vec::new() };
        costs.charge(request, terms, face, table).map_err(|error| error.under(field))?;
        if let Some(days) = costs.settled.days {
            let basis = request.day_count.basis().map_err(|error| error.at("dayCount"))?;
            let rate = request.money_rate.get();
            let waiting = interest(face, rate, days as i32, basis, request.currency, request.rounding);
            let waiting = waiting.map_err(|error| error.at("moneyRate"))?;
            costs.settled.cost_of_days = Some(Money::new(waiting, request.currency));
        }
        costs.add_up(request, face);
        Ok(costs)
    }

    /// The total where nothing is missing, or what is.
    fn add_up(&mut self, request: &SettlementRequest, face: i64) {
        let settled = &mut self.settled;
        let at_risk = self.default_rate.is_some();
        for (part, needed, term) in [
            (settled.fees, true, MissingTerm::Fees),
            (settled.spread_cost, true, MissingTerm::Spread),
            (settled.cost_of_days, true, MissingTerm::Days),
            (settled.expected_loss, at_risk, MissingTerm::RiskDays),
        ] {
            if needed && part.is_none() {
                settled.missing.push(term);
            }
        }
        if settled.missing.is_empty() {
            let parts = [settled.fees, settled.spread_cost, settled.cost_of_days, settled.expected_loss];
            let total = parts.iter().flatten().map(|part| part.minor()).sum::<i64>();
            settled.total_cost = Some(Money::new(total, request.currency));
            settled.cost_share = Some(total as f64 / face as f64);
        }
        settled.grade = self.used.iter().map(|row| row.grade).max();
    }

    /// Who prints the fees, and how good that is.
    pub fn cited(&self) -> (String, Grade) {
        let mut sources: Vec<&str> = Vec::new();
        for row in &self.used {
            if !sources.contains(&row.source.as_str()) {
                sources.push(&row.source);
            }
        }
        match self.settled.grade {
            Some(grade) => (sources.join("; "), grade),
            None => (super::GIVEN.to_owned(), Grade::Assumption),
        }
    }

    /// What a reader should know of this channel.
    pub fn tell(&self, notices: &mut Vec<Notice>) {
        let name = self.settled.channel.name();
        if self.settled.grade.is_some() {
            let (source, _) = self.cited();
            notices.push(Notice::new("settlement-from-table").with("channel", name).with("source", source));
        }
        for currency in &self.left_out {
            let notice = Notice::new("fixed-fees-left-out");
            notices.push(notice.with("channel", name).with("currency", *currency));
        }
        match self.settled.channel {
            SettlementChannel::TelegraphicTransfer => notices.push(Notice::new("correspondents-not-counted")),
            SettlementChannel::Cips => notices.push(Notice::new("cips-reach")),
            SettlementChannel::MultiCbdc => notices.push(Notice::new("multi-cbdc-pilot")),
            _ => {}
        }
    }

    fn charge(
        &mut self,
        request: &SettlementRequest,
        terms: Option<&ChannelTerms>,
        face: i64,
        table: &'a SettlementFees,
    ) -> Result<(), Error> {
        let amount = minor_decimal(face, request.currency);
        let rounded = |value: Decimal| Money::rounded(value, request.currency, request.rounding);
        let rows: Vec<&'a SettlementFee> = table.of(self.settled.channel.name()).collect();
        let given = terms.and_then(|terms| match (terms.fixed_fees, terms.fee_rate) {
            (None, None) => None,
            (fixed, rate) => Some((fixed, rate)),
        });
        if let Some((fixed, rate)) = given {
            let fixed = fixed.map_or(Ok(0), |fees| to_minor_exact(fees.get(), request.currency));
            let fixed = fixed.map_err(|error| error.at("fixedFees"))?;
            let share = rounded(rate.unwrap_or(Share::ZERO).get().times(amount))?;
            self.settled.fees = Some(Money::new(fixed + share.minor(), request.currency));
        } else {
            for row in &rows {
                if let Some(fee) = self.fee(request, row, amount)? {
                    let so_far = self.settled.fees.map_or(0, Money::minor);
                    self.settled.fees = Some(Money::new(so_far + fee, request.currency));
                    self.used.push(row);
                }
            }
        }
        let of_unit = |unit: FeeUnit| rows.iter().find(|row| row.unit == unit).copied();
        let spread = match (request.converts, terms.and_then(|terms| terms.spread), of_unit(FeeUnit::Spread))
        {
            (false, _, _) => Some(Decimal::ZERO),
            (true, Some(spread), _) => Some(spread.get()),
            (true, None, Some(row)) => {
                self.used.push(row);
                Some(row.value)
            }
            (true, None, None) => None,
        };
        if let Some(spread) = spread {
            self.settled.spread_cost = Some(rounded(spread.times(amount))?);
        }
        self.settled.days = match (terms.and_then(|terms| terms.days), of_unit(FeeUnit::Days)) {
            (Some(days), _) => Some(bounded_days("days", days)?),
            (None, Some(row)) => {
                self.used.push(row);
                u32::try_from(row.value).ok()
            }
            (None, None) => None,
        };
        self.settled.risk_days = match terms.and_then(|terms| terms.risk_days) {
            Some(days) => Some(bounded_days("riskDays", days)?),
            None => None,
        };
        if let (Some(days), Some(rate)) = (self.settled.risk_days, self.default_rate) {
            let chance = rate.get().times(Decimal::from(days)).over(Decimal::from(365)).min(Decimal::ONE);
            self.settled.expected_loss =
                Some(rounded(amount.times(request.loss_given_default.get()).times(chance))?);
        }
        Ok(())
    }

    /// What one row of the table charges; nothing where it is no fee or does not apply.
    ///
    /// `min(max(f · n · N, least), most)`, n the months or quarters begun; a fixed amount as it is.
    ///
    /// Rounding: once for each fee.
    fn fee(
        &mut self,
        request: &SettlementRequest,
        row: &'a SettlementFee,
        amount: Decimal,
    ) -> Result<Option<i64>, Error> {
        let months = request.credit_months.get().max(1);
        let (periods, fixed) = match row.unit {
            FeeUnit::Once => (1, false),
            FeeUnit::Month => (months, false),
            FeeUnit::Quarter => (months.div_ceil(3), false),
            FeeUnit::Flat => (1, true),
            FeeUnit::Spread | FeeUnit::Days | FeeUnit::Participant => return Ok(None),
        };
        if row.item == "confirmation" && !request.confirmed {
            return Ok(None);
        }
        let unit = request.worth_of(&row.currency);
        if unit.is_none() && (fixed || row.minimum.is_some() || row.maximum.is_some()) {
            if !self.left_out.contains(&row.currency.as_str()) {
                self.left_out.push(&row.currency);
            }
            if fixed {
                return Ok(None);
            }
        }
        let mut fee = if fixed {
            row.value.times(unit.unwrap_or_default())
        } else {
            row.value.times(Decimal::from(periods)).times(amount)
        };
        if let Some(unit) = unit {
            if let Some(least) = row.minimum {
                fee = fee.max(least.times(unit));
            }
            if let Some(most) = row.maximum {
                fee = fee.min(most.times(unit));
            }
        }
        if row.item == "discrepancy" {
            fee = fee.times(request.discrepancy_share.get());
        }
        to_minor(fee, request.currency, request.rounding).map(Some)
    }
}

impl SettlementRequest {
    fn terms(&self, channel: SettlementChannel) -> (&'static str, Option<&ChannelTerms>) {
        let (field, terms) = match channel {
            SettlementChannel::TelegraphicTransfer => ("transfer", &self.transfer),
            SettlementChannel::DocumentaryCollection => ("collection", &self.collection),
            SettlementChannel::DocumentaryCredit => ("credit", &self.credit),
            SettlementChannel::Cips => ("cips", &self.cips),
            SettlementChannel::MultiCbdc => ("cbdc", &self.cbdc),
            SettlementChannel::TradePlatform => ("platform", &self.platform),
        };
        (field, terms.as_ref())
    }

    /// What one unit of a tariff's currency is worth in the trade's.
    fn worth_of(&self, currency: &str) -> Option<Decimal> {
        if currency == self.currency.code() {
            return Some(Decimal::ONE);
        }
        match currency {
            "CNY" => self.yuan.map(PositiveAmount::get),
            "USD" => self.dollar.map(PositiveAmount::get),
            _ => None,
        }
    }
}

/// CIPS settles yuan; a platform of central banks joins those that take part; of all others the bank decides.
fn available(
    request: &SettlementRequest,
    channel: SettlementChannel,
    table: &SettlementFees,
) -> Option<bool> {
    match channel {
        SettlementChannel::Cips => Some(request.currency.code() == "CNY"),
        SettlementChannel::MultiCbdc => {
            let takes_part = |code: &str| {
                table.of(channel.name()).any(|row| row.unit == FeeUnit::Participant && row.item == code)
            };
            let countries = [request.payer_country, request.payee_country];
            if countries.iter().flatten().any(|country| !takes_part(country.alpha3())) {
                return Some(false);
            }
            countries.iter().all(Option::is_some).then_some(true)
        }
        _ => None,
    }
}

fn bounded_days(field: &'static str, days: u32) -> Result<u32, Error> {
    if days > MOST_DAYS {
        return Err(Error::out_of_range("above-maximum", "this must be at most 3650 days")
            .detail("maximum", MOST_DAYS.text())
            .with_value(days.text())
            .at(field));
    }
    Ok(days)
}
