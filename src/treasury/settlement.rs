//! Channels of settlement side by side: what each costs, how long it takes, and what is at risk until then.

mod channel;
mod request;

pub use request::{
    ChannelTerms, Finality, MissingTerm, SettledBy, SettlementChannel, SettlementRequest,
    TradeSettlementQuote,
};

use self::channel::Costs;
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Grade, Notice, Step, Trace};
use crate::product::Product;
use crate::reference::{Market, age_notice};
use crate::values::{Money, minor_text, to_minor_exact};

impl Product for SettlementRequest {
    type Quote = TradeSettlementQuote;

    const NAME: &'static str = "settlement";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<TradeSettlementQuote, Error> {
        let face = to_minor_exact(self.amount.get(), self.currency).map_err(|error| error.at("amount"))?;
        let edition = market.settlement.edition();
        let mut notices = Vec::new();
        let mut channels: Vec<SettledBy> = Vec::new();
        for channel in SettlementChannel::ALL {
            let costs = Costs::of(self, *channel, face, &market.settlement)?;
            let place = ["channels.", &channels.len().text()].concat();
            trace.under(&place, |trace| self.explain(&costs, face, trace));
            costs.tell(&mut notices);
            channels.push(self.settled(&costs, face));
        }
        let there = || channels.iter().filter(|one| one.available != Some(false) && one.total_cost.is_some());
        let cheapest = there().min_by_key(|one| one.total_cost.map(Money::minor));
        let fastest = there().min_by_key(|one| one.days);
        if cheapest.is_none() {
            notices.push(Notice::new("no-channel-priced"));
        }
        if self.default_rate.is_none() {
            notices.push(Notice::new("default-rate-missing"));
        }
        let used = channels.iter().any(|one| one.grade.is_some());
        if used {
            notices.extend(age_notice(edition, edition.retrieved, self.valuation_date));
        }
        let lowest_cost = cheapest.and_then(|one| one.total_cost);
        trace.step(|| {
            Step::new("lowest-cost", "min", "min Z")
                .output("lowestCost")
                .value(lowest_cost.map(|cost| cost.text()).unwrap_or_default(), self.currency.code())
                .cited(OURS, Grade::Assumption)
        });
        Ok(TradeSettlementQuote {
            lowest_cost,
            cheapest: cheapest.map(|one| one.channel),
            fastest: fastest.map(|one| one.channel),
            editions: used.then(|| edition.clone()).into_iter().collect(),
            channels,
            notices,
        })
    }
}

impl SettlementRequest {
    fn settled(&self, costs: &Costs<'_>, face: i64) -> SettledBy {
        let money = |minor: Option<i64>| minor.map(|minor| Money::new(minor, self.currency));
        SettledBy {
            channel: costs.channel,
            available: costs.available,
            fees: money(costs.fees),
            spread_cost: money(costs.spread),
            days: costs.days,
            cost_of_days: money(costs.waiting),
            risk_days: costs.risk_days,
            expected_loss: money(costs.loss),
            total_cost: money(costs.total()),
            cost_share: costs.total().map(|total| total as f64 / face as f64),
            finality: costs.channel.finality(),
            grade: costs.grade,
            missing: costs.missing.clone(),
        }
    }

    fn explain(&self, costs: &Costs<'_>, face: i64, trace: &mut Trace) {
        if !trace.is_listening() {
            return;
        }
        let code = self.currency.code();
        let (source, grade) = costs.cited();
        for (step, output, value, source, grade) in [
            (
                Step::new("settlement-fees", "F", "Σ min(max(f · n · N, f₁), f₂)"),
                "fees",
                costs.fees,
                source,
                grade,
            ),
            (
                Step::new("settlement-spread", "S", "s · N"),
                "spreadCost",
                costs.spread,
                GIVEN.to_owned(),
                Grade::Assumption,
            ),
            (
                Step::new("cost-of-days", "W", "N · r · n / B")
                    .input("r", self.money_rate, "fraction-a-year")
                    .input("n", costs.days.unwrap_or(0), "days"),
                "costOfDays",
                costs.waiting,
                GIVEN.to_owned(),
                Grade::Assumption,
            ),
            (
                Step::new("settlement-loss", "EL", "N · LGD · min(1, p · n / 365)").input(
                    "n",
                    costs.risk_days.unwrap_or(0),
                    "days",
                ),
                "expectedLoss",
                costs.loss,
                OURS.to_owned(),
                Grade::Assumption,
            ),
            (
                Step::new("settlement-total", "Z", "Z = F + S + W + EL"),
                "totalCost",
                costs.total(),
                OURS.to_owned(),
                Grade::Assumption,
            ),
        ] {
            let Some(value) = value else { continue };
            trace.step(|| {
                step.output(output)
                    .input("N", minor_text(face, self.currency), code)
                    .value(minor_text(value, self.currency), code)
                    .cited(source, grade)
            });
        }
    }
}

impl SettlementChannel {
    /// From when on a payment by it stands.
    ///
    /// Source: a credit binds the issuing bank from its issue, UCP 600 article 7(b); a bank that collects promises nothing,
    /// URC 522 articles 4 and 9. The others as their operators describe them.
    pub const fn finality(self) -> Finality {
        match self {
            Self::TelegraphicTransfer => Finality::OnCredit,
            Self::DocumentaryCollection => Finality::OnPayment,
            Self::DocumentaryCredit => Finality::BankUndertaking,
            Self::Cips => Finality::OnSettlement,
            Self::MultiCbdc => Finality::CentralBankMoney,
            Self::TradePlatform => Finality::OnPayout,
        }
    }
}

const GIVEN: &str = "Given in the request";
const OURS: &str = "Definition of this project";
