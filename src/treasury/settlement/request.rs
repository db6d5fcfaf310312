//! What is asked for and what comes out.

use std::sync::Arc;

use crate::calendar::DayCount;
use crate::explain::{Edition, Grade, Notice};
use crate::values::{
    Amount, CountryCode, Currency, Date, Money, Months, PositiveAmount, Rate, Rounding, Share,
};

crate::choice! {
    /// A way to settle a trade.
    pub enum SettlementChannel {
        /// A transfer through correspondent banks. *Also known as* T/T.
        TelegraphicTransfer = "telegraphic-transfer",
        /// Documents against payment or acceptance, through banks that don't promise to pay.
        DocumentaryCollection = "documentary-collection",
        /// A bank promises to pay against documents. *Also known as* L/C.
        DocumentaryCredit = "documentary-credit",
        /// China's Cross-border Interbank Payment System.
        Cips = "cips",
        /// The e-CNY, and platforms of several central banks' digital currencies.
        MultiCbdc = "multi-cbdc",
        /// Licensed payment platforms for foreign trade.
        TradePlatform = "trade-platform",
    }
}

crate::choice! {
    /// From when on a payment stands.
    pub enum Finality {
        /// When the payee's account is credited.
        OnCredit = "on-credit",
        /// When the drawee has paid; until then nobody has promised to.
        OnPayment = "on-payment",
        /// A bank is bound from the issue on, where documents comply.
        BankUndertaking = "bank-undertaking",
        /// When the system has settled it.
        OnSettlement = "on-settlement",
        /// At once, in money of a central bank.
        CentralBankMoney = "central-bank-money",
        /// When the platform has paid out; until then it is a claim on the platform.
        OnPayout = "on-payout",
    }
}

crate::choice! {
    /// What is not public and was not given.
    pub enum MissingTerm {
        /// Its fees.
        Fees = "fees",
        /// The spread of the conversion.
        Spread = "spread",
        /// Its days.
        Days = "days",
        /// Days at risk.
        RiskDays = "risk-days",
    }
}

crate::record! {
    /// A trade that is to be settled, by every channel side by side.
    pub struct SettlementRequest {
        /// The currency of the trade.
        pub currency: Currency,
        /// What is paid, with no more decimals than the currency has.
        pub amount: PositiveAmount,
        /// The payer's country or territory.
        pub payer_country: Option<CountryCode>,
        /// The payee's country or territory.
        pub payee_country: Option<CountryCode>,
        /// What money costs whoever waits for it, a year.
        pub money_rate: Rate,
        /// How days bear interest: a day count with one number of days in a year.
        pub day_count: DayCount = DayCount::Act360,
        /// The chance a year that the payer (or the bank that is bound) does not pay; a channel's own comes first.
        pub default_rate: Option<Share>,
        /// The part that is then lost.
        pub loss_given_default: Share = Share::ONE,
        /// Whether money is converted on the way, which costs a spread.
        pub converts: bool = false,
        /// Months for which a documentary credit is open.
        pub credit_months: Months = Months::of(3),
        /// Whether the credit is confirmed.
        pub confirmed: bool = true,
        /// The chance that documents are found discrepant, as a fraction; the fee for it counts so often.
        pub discrepancy_share: Share = Share::ZERO,
        /// What one yuan is worth in the trade's currency, for tariffs in yuan.
        pub yuan: Option<PositiveAmount>,
        /// What one US dollar is worth in the trade's currency, for tariffs in dollars.
        pub dollar: Option<PositiveAmount>,
        /// A transfer's own terms.
        pub transfer: Option<ChannelTerms>,
        /// A collection's own terms.
        pub collection: Option<ChannelTerms>,
        /// A documentary credit's own terms.
        pub credit: Option<ChannelTerms>,
        /// CIPS's terms. No tariff is public: without fees and days it has no cost.
        pub cips: Option<ChannelTerms>,
        /// The terms of e-CNY or a platform of central banks. No tariff is public: without fees it has no cost.
        pub cbdc: Option<ChannelTerms>,
        /// A trade platform's own terms.
        pub platform: Option<ChannelTerms>,
        /// How amounts become whole cents (or the currency's smallest unit).
        pub rounding: Rounding = Rounding::MidpointAwayFromZero,
        /// The day as of which the table is looked at: one older than a year then gives a notice.
        pub valuation_date: Option<Date>,
    }
}

crate::record! {
    /// A channel's terms in place of the table's.
    pub struct ChannelTerms {
        /// Fees as an amount. With this or `feeRate` no fee of the table counts.
        pub fixed_fees: Option<Amount>,
        /// Fees as a fraction of the amount.
        pub fee_rate: Option<Share>,
        /// What the conversion costs, as a fraction of the amount.
        pub spread: Option<Share>,
        /// Days from payment to money, 0 to 3650.
        pub days: Option<u32>,
        /// Days at risk: from when the goods are out of hand until the money is final, 0 to 3650.
        pub risk_days: Option<u32>,
        /// The chance a year that who owes does not pay.
        pub default_rate: Option<Share>,
    }
}

crate::record! {
    quote
    /// Every channel side by side.
    pub struct TradeSettlementQuote {
        /// The least total cost among channels that are there.
        pub lowest_cost: Option<Money>,
        /// Whose it is.
        pub cheapest: Option<SettlementChannel>,
        /// The channel of the fewest days among them.
        pub fastest: Option<SettlementChannel>,
        /// The channels, in a fixed order.
        pub channels: Vec<SettledBy>,
        /// The table that was used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// What one channel costs and takes.
    pub struct SettledBy {
        /// Which.
        pub channel: SettlementChannel,
        /// Whether it is there for these countries and this currency; null: ask the bank.
        pub available: Option<bool>,
        /// Fees, of payer and payee together.
        pub fees: Option<Money>,
        /// What conversion costs.
        pub spread_cost: Option<Money>,
        /// Days from payment to money.
        pub days: Option<u32>,
        /// What these days cost.
        pub cost_of_days: Option<Money>,
        /// Days at risk.
        pub risk_days: Option<u32>,
        /// Amount, chance of default, days at risk and what is lost.
        pub expected_loss: Option<Money>,
        /// All four.
        pub total_cost: Option<Money>,
        /// The same as a fraction of the amount.
        pub cost_share: Option<f64>,
        /// From when on the payment stands.
        pub finality: Finality,
        /// The lowest grade among the table's numbers that are used; null where all are given.
        pub grade: Option<Grade>,
        /// What must be given before there is a total.
        pub missing: Vec<MissingTerm>,
    }
}
