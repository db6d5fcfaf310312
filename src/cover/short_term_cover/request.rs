use crate::document::{Described, Kind, OneOrMany, Read, Text, Value, Write, Writer};
use crate::error::Error;
use crate::values::{
    Amount, CountryCode, Currency, Date, Days, Months, PositiveAmount, PremiumRate, Rate, RiskCategory,
    Rounding, Share,
};

crate::choice! {
    /// What one policy insures.
    pub enum Policy {
        /// All credit sales of a year.
        WholeTurnover = "whole-turnover",
        /// All sales to one buyer.
        SingleBuyer = "single-buyer",
        /// One contract.
        SingleContract = "single-contract",
    }
}

crate::choice! {
    /// Where the buyers are.
    pub enum Trade {
        /// Abroad.
        Export = "export",
        /// In the seller's own country: no political risk.
        Domestic = "domestic",
    }
}

crate::choice! {
    /// How the buyer pays.
    pub enum Payment {
        /// Against a letter of credit.
        LetterOfCredit = "letter-of-credit",
        /// Documents against payment.
        AgainstPayment = "documents-against-payment",
        /// Documents against acceptance.
        AgainstAcceptance = "documents-against-acceptance",
        /// On open account.
        OpenAccount = "open-account",
    }
}

crate::choice! {
    /// Why the buyer has not paid.
    pub enum Cause {
        /// It has not paid some months after the due date.
        ProtractedDefault = "protracted-default",
        /// It is insolvent, which is known at once.
        Insolvency = "insolvency",
        /// Its state prevents payment.
        Political = "political",
    }
}

crate::record! {
    /// Receivables of under two years, to be insured: a year's turnover, one buyer or one contract.
    pub struct ShortTermCoverRequest {
        /// What the policy insures.
        pub policy: Policy = Policy::WholeTurnover,
        /// Where the buyers are.
        pub trade: Trade = Trade::Export,
        /// The currency of all amounts.
        pub currency: Currency,
        /// The first day of the policy year, for the dates of the schedule.
        pub start: Option<Date>,
        /// The buyers' country or territory.
        pub country: Option<CountryCode>,
        /// The country of a subsidiary that sells, in place of the policyholder's own. The worse of its category and
        /// the buyers' sets the rate: an assumption.
        pub seller_country: Option<CountryCode>,
        /// A category in place of the countries'.
        pub category: Option<RiskCategory>,
        /// The turnover of the year, or the invoices of the contract.
        pub turnover: Option<PositiveAmount>,
        /// Days from delivery to the due date, 0 to 719.
        pub term_days: Option<TermDays>,
        /// How the buyers pay.
        pub payment: Payment = Payment::OpenAccount,
        /// Parts of the turnover that differ in country, term or payment, such as vehicles, kits and parts. They take the
        /// place of country, turnover, termDays and payment.
        pub lines: Vec<TurnoverLine> = Vec::new(),
        /// A book of buyers as columns, in place of lines.
        pub book: Option<BuyerBook>,
        /// The turnover of each month, for the schedule; twelve amounts that sum to the turnover. Without them it is equal.
        pub monthly_turnover: Vec<Amount> = Vec::new(),
        /// The insured part of a loss.
        pub insured_share: Share = Share::percent(90),
        /// The premium as a fraction of the turnover, in place of the grid's; the record still changes it.
        pub premium_rate: Option<PremiumRate>,
        /// What past years change of the rate.
        pub record: ClaimsRecord = ClaimsRecord::NONE,
        /// The least premium of a year.
        pub minimum_premium: Amount = Amount::ZERO,
        /// Manufacturing risk, from order to delivery, insured as well.
        pub pre_shipment: Option<PreShipment>,
        /// What of each insured loss stays with the seller first.
        pub first_loss: Amount = Amount::ZERO,
        /// What of all insured losses of the year stays with the seller first.
        pub aggregate_first_loss: Amount = Amount::ZERO,
        /// The most that is paid in a year.
        pub maximum_liability: Option<PositiveAmount>,
        /// The same as a multiple of the premium. Of two limits the lower holds.
        pub maximum_liability_multiple: Option<PositiveAmount>,
        /// The part of each payment that reinsurers bear.
        pub reinsured_share: Share = Share::ZERO,
        /// The buyer's limit, with country and turnover: what is owed above it is not insured.
        pub limit: Option<PositiveAmount>,
        /// The chance a year that a buyer defaults, as a fraction; with lines and books theirs come first.
        pub default_rate: Option<Share>,
        /// The part of a defaulted claim that is lost.
        pub loss_given_default: Share = Share::ONE,
        /// The seller's margin as a fraction of the turnover, to compare the premium with.
        pub margin: Option<Share>,
        /// When a loss is paid.
        pub claims: ClaimTerms = ClaimTerms::USUAL,
        /// Losses of a year, to see who bears what.
        pub losses: Option<Losses>,
        /// What the insurer's own costs are, for the technical premium.
        pub technical: Option<TechnicalTerms>,
        /// How amounts become whole cents (or the currency's smallest unit).
        pub rounding: Rounding = Rounding::MidpointAwayFromZero,
        /// The day as of which the tables are looked at: those older than a year then give a notice.
        pub valuation_date: Option<Date>,
    }
}

crate::record! {
    /// A part of the turnover.
    pub struct TurnoverLine {
        /// The buyers' country or territory; not needed in domestic trade.
        pub country: Option<CountryCode>,
        /// The country of the subsidiary that sells.
        pub seller_country: Option<CountryCode>,
        /// A category in place of the countries'.
        pub category: Option<RiskCategory>,
        /// The turnover of the year.
        pub turnover: PositiveAmount,
        /// Days from delivery to the due date, 0 to 719.
        pub term_days: TermDays,
        /// How the buyers pay.
        pub payment: Payment = Payment::OpenAccount,
        /// The premium as a fraction of the turnover, in place of the grid's.
        pub premium_rate: Option<PremiumRate>,
        /// What may be owed at once and is insured.
        pub limit: Option<PositiveAmount>,
        /// The chance a year that the buyer defaults, as a fraction.
        pub default_rate: Option<Share>,
    }
}

crate::record! {
    /// Buyers as columns: each column has one entry a buyer, or one for all.
    pub struct BuyerBook {
        /// The buyers' countries or territories; not needed in domestic trade or with categories.
        pub countries: Vec<CountryCode> = Vec::new(),
        /// Categories in place of the countries'.
        pub categories: Vec<RiskCategory> = Vec::new(),
        /// The turnover with each buyer.
        pub turnover: Vec<PositiveAmount>,
        /// Days from delivery to the due date.
        pub term_days: OneOrMany<TermDays>,
        /// How the buyers pay.
        pub payment: OneOrMany<Payment> = OneOrMany::one(Payment::OpenAccount),
        /// What each may owe at once and is insured.
        pub limits: Vec<PositiveAmount> = Vec::new(),
        /// The chance a year that each defaults, as a fraction.
        pub default_rates: Vec<Share> = Vec::new(),
    }
}

crate::record! {
    /// What past years change of the rate: `1 − min(years · bonus, most) + loading`.
    pub struct ClaimsRecord {
        /// Years without a claim.
        pub claim_free_years: u32 = 0,
        /// The discount for each. India's ECGC gives 0.05 (secondary source).
        pub bonus_per_year: Share = Share::percent(5),
        /// The most that the discounts add up to. India's ECGC gives 0.50 (secondary source).
        pub most_bonus: Share = Share::percent(50),
        /// What a bad record adds, as a fraction of the rate.
        pub loading: Share = Share::ZERO,
    }
}

impl ClaimsRecord {
    const NONE: Self = Self {
        claim_free_years: 0,
        bonus_per_year: Share::percent(5),
        most_bonus: Share::percent(50),
        loading: Share::ZERO,
    };
}

crate::record! {
    /// Manufacturing risk: the goods are made and can't be delivered.
    pub struct PreShipment {
        /// Months from order to delivery, for the reader; the rate is for all of them.
        pub months: Months,
        /// The premium as a fraction of the turnover.
        pub premium_rate: PremiumRate,
    }
}

crate::record! {
    /// When a loss is paid.
    pub struct ClaimTerms {
        /// Months after the due date until a protracted default or a political event counts as a loss. Four is what
        /// India's ECGC and Hong Kong's HKECIC print (secondary source, agency page).
        pub waiting_months: Months,
        /// Days from then to the payment: an assumption, yours to change.
        pub settlement_days: u32 = 30,
    }
}

impl ClaimTerms {
    const USUAL: Self = Self { waiting_months: Months::of(4), settlement_days: 30 };
}

crate::record! {
    /// Losses of a year, in the order in which they are claimed.
    pub struct Losses {
        /// What is not paid by each buyer.
        pub amounts: Vec<PositiveAmount>,
        /// The due dates, as YYYY-MM-DD or days since 1970-01-01; without them nothing is dated.
        pub dates: Option<Days>,
        /// Why, for each or for all.
        pub cause: OneOrMany<Cause> = OneOrMany::one(Cause::ProtractedDefault),
    }
}

crate::record! {
    /// What an insurer's own costs are. There is no default for any of it.
    pub struct TechnicalTerms {
        /// Expenses as a fraction of the technical premium.
        pub expense_share: Share,
        /// Capital as a fraction of the most that can be claimed.
        pub capital_share: Share,
        /// What that capital must earn a year.
        pub capital_cost: Rate,
    }
}

/// Days of credit, 0 to 719: under two years of 360 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermDays(u32);

impl TermDays {
    /// The longest term.
    pub const MAXIMUM: u32 = 719;

    /// The number of days.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Read for TermDays {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        let days = u32::read(value)?;
        if days > Self::MAXIMUM {
            return Err(Error::out_of_range("above-maximum", "short-term cover is for at most 719 days")
                .detail("maximum", "719")
                .with_value(days.text()));
        }
        Ok(Self(days))
    }
}

impl Write for TermDays {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }
}

impl Described for TermDays {
    const KIND: &'static Kind =
        &Kind::Number { kind: "integer", minimum: Some(0.0), maximum: Some(Self::MAXIMUM as f64) };
}
