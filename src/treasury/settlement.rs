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

crate::quotes!(TradeSettlementQuote);

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
            channels.push(costs.settled);
        }
        let (mut cheapest, mut fastest) = (None::<&SettledBy>, None::<&SettledBy>);
        for one in channels.iter().filter(|one| one.available != Some(false)) {
            let Some(total) = one.total_cost else { continue };
            let cost = |best: &SettledBy| best.total_cost.map_or(i64::MAX, Money::minor);
            if cheapest.is_none_or(|best| total.minor() < cost(best)) {
                cheapest = Some(one);
            }
            if fastest.is_none_or(|best| one.days < best.days) {
                fastest = Some(one);
            }
        }
        let lowest_cost = cheapest.and_then(|one| one.total_cost);
        if let Some(cost) = lowest_cost {
            trace.step(|| {
                Step::new("lowest-cost", "min", "min Z")
                    .output("lowestCost")
                    .value(cost, self.currency.code())
                    .cited(OURS, Grade::Assumption)
            });
        } else {
            notices.push(Notice::new("no-channel-priced"));
        }
        if self.default_rate.is_none() {
            notices.push(Notice::new("default-rate-missing"));
        }
        let used = channels.iter().any(|one| one.grade.is_some());
        if used {
            notices.extend(age_notice(edition, edition.retrieved, self.valuation_date));
        }
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
    fn explain(&self, costs: &Costs<'_>, face: i64, trace: &mut Trace) {
        if !trace.is_listening() {
            return;
        }
        let code = self.currency.code();
        let (source, grade) = costs.cited();
        let settled = &costs.settled;
        let with = |days: Option<u32>, symbol, value: String| {
            vec![("n", days.unwrap_or(0).text(), "days"), (symbol, value, "fraction-a-year")]
        };
        let given = || (GIVEN.to_owned(), Grade::Assumption);
        for (step, output, value, inputs, (source, grade)) in [
            (
                Step::new("settlement-fees", "F", "Σ min(max(f · n · N, f₁), f₂)"),
                "fees",
                settled.fees,
                Vec::new(),
                (source, grade),
            ),
            (
                Step::new("settlement-spread", "S", "s · N"),
                "spreadCost",
                settled.spread_cost,
                Vec::new(),
                given(),
            ),
            (
                Step::new("cost-of-days", "W", "N · r · n / B"),
                "costOfDays",
                settled.cost_of_days,
                with(settled.days, "r", self.money_rate.text()),
                given(),
            ),
            (
                Step::new("settlement-loss", "EL", "N · LGD · min(1, p · n / 365)"),
                "expectedLoss",
                settled.expected_loss,
                with(settled.risk_days, "p", costs.default_rate.map(|rate| rate.text()).unwrap_or_default()),
                given(),
            ),
            (
                Step::new("settlement-total", "Z", "Z = F + S + W + EL"),
                "totalCost",
                settled.total_cost,
                Vec::new(),
                (OURS.to_owned(), Grade::Assumption),
            ),
        ] {
            let Some(value) = value else { continue };
            trace.step(|| {
                let step = step.output(output).input("N", minor_text(face, self.currency), code);
                let step = inputs
                    .iter()
                    .fold(step, |step, (symbol, value, unit)| step.input(symbol, value.as_str(), unit));
                step.value(value, code).cited(source, grade)
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
