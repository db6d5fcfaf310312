//! One channel: its fees by the table or as given, its days, and what is at risk.

use rust_decimal::Decimal;

use super::request::{ChannelTerms, MissingTerm, SettlementChannel, SettlementRequest};
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Grade, Notice};
use crate::loan::interest;
use crate::reference::{FeeUnit, SettlementFee, SettlementFees};
use crate::values::{Exact, PositiveAmount, minor_decimal, to_minor, to_minor_exact};

/// The longest time that is answered: ten years.
const MOST_DAYS: u32 = 3650;

/// What a channel costs, in smallest units, and what of it rests on the table.
pub(super) struct Costs<'a> {
    pub channel: SettlementChannel,
    pub available: Option<bool>,
    pub fees: Option<i64>,
    pub spread: Option<i64>,
    pub days: Option<u32>,
    pub waiting: Option<i64>,
    pub risk_days: Option<u32>,
    pub loss: Option<i64>,
    pub missing: Vec<MissingTerm>,
    /// The lowest grade of the rows that were used.
    pub grade: Option<Grade>,
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
        let mut costs = Self {
            channel,
            available: available(request, channel, table),
            fees: None,
            spread: None,
            days: None,
            waiting: None,
            risk_days: None,
            loss: None,
            missing: Vec::new(),
            grade: None,
            used: Vec::new(),
            left_out: Vec::new(),
        };
        costs.charge(request, terms, face, table).map_err(|error| error.under(field))?;
        if let Some(days) = costs.days {
            let basis = request.day_count.basis().map_err(|error| error.at("dayCount"))?;
            let rate = request.money_rate.get();
            let waiting = interest(face, rate, days as i32, basis, request.currency, request.rounding);
            costs.waiting = Some(waiting.map_err(|error| error.at("moneyRate"))?);
        }
        for (unknown, term) in [
            (costs.fees.is_none(), MissingTerm::Fees),
            (costs.spread.is_none(), MissingTerm::Spread),
            (costs.days.is_none(), MissingTerm::Days),
            (costs.loss.is_none() && costs.risk_is_asked(request, terms), MissingTerm::RiskDays),
        ] {
            if unknown {
                costs.missing.push(term);
            }
        }
        costs.grade = costs.used.iter().map(|row| row.grade).max();
        Ok(costs)
    }

    /// The whole, where nothing is missing.
    pub fn total(&self) -> Option<i64> {
        if !self.missing.is_empty() {
            return None;
        }
        Some(self.fees? + self.spread? + self.waiting? + self.loss.unwrap_or(0))
    }

    /// Who prints the fees, and how good that is.
    pub fn cited(&self) -> (String, Grade) {
        let mut sources: Vec<&str> = Vec::new();
        for row in &self.used {
            if !sources.contains(&row.source.as_str()) {
                sources.push(&row.source);
            }
        }
        match self.grade {
            Some(grade) => (sources.join("; "), grade),
            None => (super::GIVEN.to_owned(), Grade::Assumption),
        }
    }

    /// What a reader should know of this channel.
    pub fn tell(&self, notices: &mut Vec<Notice>) {
        let name = self.channel.name();
        if self.grade.is_some() {
            let (source, _) = self.cited();
            notices.push(Notice::new("settlement-from-table").with("channel", name).with("source", source));
        }
        for currency in &self.left_out {
            let notice = Notice::new("fixed-fees-left-out");
            notices.push(notice.with("channel", name).with("currency", *currency));
        }
        match self.channel {
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
        let rounded = |value: Decimal| to_minor(value, request.currency, request.rounding);
        let rows: Vec<&'a SettlementFee> = table.of(self.channel.name()).collect();
        let given = terms.and_then(|terms| match (terms.fixed_fees, terms.fee_rate) {
            (None, None) => None,
            (fixed, rate) => Some((fixed, rate)),
        });
        if let Some((fixed, rate)) = given {
            let fixed = fixed.map_or(Ok(0), |fees| to_minor_exact(fees.get(), request.currency));
            let fixed = fixed.map_err(|error| error.at("fixedFees"))?;
            let share = rate.map_or(Ok(0), |rate| rounded(rate.get().times(amount)))?;
            self.fees = Some(fixed + share);
        } else {
            for row in &rows {
                if let Some(fee) = self.fee(request, row, amount)? {
                    self.fees = Some(self.fees.unwrap_or(0) + fee);
                    self.used.push(row);
                }
            }
        }
        let of_unit = |unit: FeeUnit| rows.iter().find(|row| row.unit == unit).copied();
        self.spread = match (request.converts, terms.and_then(|terms| terms.spread), of_unit(FeeUnit::Spread))
        {
            (false, _, _) => Some(0),
            (true, Some(spread), _) => Some(rounded(spread.get().times(amount))?),
            (true, None, Some(row)) => {
                self.used.push(row);
                Some(rounded(row.value.times(amount))?)
            }
            (true, None, None) => None,
        };
        self.days = match (terms.and_then(|terms| terms.days), of_unit(FeeUnit::Days)) {
            (Some(days), _) => Some(bounded_days("days", days)?),
            (None, Some(row)) => {
                self.used.push(row);
                u32::try_from(row.value).ok()
            }
            (None, None) => None,
        };
        self.risk_days = match terms.and_then(|terms| terms.risk_days) {
            Some(days) => Some(bounded_days("riskDays", days)?),
            None => None,
        };
        let rate = terms.and_then(|terms| terms.default_rate).or(request.default_rate);
        if let (Some(days), Some(rate)) = (self.risk_days, rate) {
            let chance = rate.get().times(Decimal::from(days)).over(Decimal::from(365)).min(Decimal::ONE);
            self.loss = Some(rounded(amount.times(request.loss_given_default.get()).times(chance))?);
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

    fn risk_is_asked(&self, request: &SettlementRequest, terms: Option<&ChannelTerms>) -> bool {
        request.default_rate.is_some() || terms.is_some_and(|terms| terms.default_rate.is_some())
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
