use std::sync::Arc;

use super::bank::{BankQuote, BankTerms};
use super::cirr::{Cirr, CirrQuote};
use super::drawdowns::{CreditDrawdowns, DrawdownInterest};
use super::supplier::{Forfaiting, SupplierQuote};
use crate::calendar::{DayCount, Frequency};
use crate::country::CountryRiskQuote;
use crate::cover::{CoverQuote, PremiumEdition, RuleSet, Security};
use crate::document::{Column, Further};
use crate::explain::{Edition, Notice};
use crate::loan::{Floating, Profile};
use crate::values::{
    Amount, BuyerClass, CountryCode, Currency, Date, ExportQuality, Money, Months, PositiveAmount,
    PremiumRate, Rate, RatingGrade, RiskCategory, Share,
};

crate::choice! {
    /// What is sold. It decides which credit terms are usual.
    pub enum Goods {
        /// Passenger cars, for a dealer's or distributor's stock.
        Cars = "cars",
        /// Buses, coaches.
        Buses = "buses",
        /// Trucks and special vehicles.
        Trucks = "trucks",
        /// Kits to be assembled abroad.
        CkdKits = "ckd-kits",
        /// Parts and components.
        Parts = "parts",
        /// Machines and lines for a plant.
        PlantEquipment = "plant-equipment",
        /// Anything else.
        Other = "other",
    }
}

crate::choice! {
    /// Who lends.
    pub enum CreditType {
        /// A bank lends to the buyer (or its bank) and pays the exporter as the goods are delivered.
        BuyerCredit = "buyer-credit",
        /// The exporter gives time to pay, against bills or notes of the buyer's, one for each payment; it sells them to a bank
        /// or keeps them. *Also known as* seller's credit.
        SupplierCredit = "supplier-credit",
    }
}

crate::choice! {
    /// When the premium is paid, and from what.
    pub enum PremiumPayment {
        /// By the borrower in cash at the first drawdown.
        Upfront = "upfront",
        /// Drawn from the credit at the first drawdown, on top of what the goods cost.
        Financed = "financed",
        /// By the borrower in cash with each drawdown, in proportion.
        AsDrawn = "as-drawn",
        /// In a supplier's credit: by the exporter from its own money. The buyer pays none but what the price has of it.
        ByExporter = "by-exporter",
    }
}

crate::record! {
    /// One export credit, from the contract to what it costs the borrower all in.
    pub struct ExportCreditRequest {
        /// The exporter's country. Only agencies of the Arrangement's Participants are bound by the minimum premium.
        pub exporter_country: Option<CountryCode>,
        /// The country or territory of the obligor: the buyer, or the guarantor of all of the credit.
        pub country: CountryCode,
        /// The obligor's class. Give this or a rating.
        pub buyer: Option<BuyerClass>,
        /// The obligor's rating, in place of its class.
        pub rating: Option<RatingGrade>,
        /// What is sold.
        pub goods: Goods = Goods::Other,
        /// The currency of contract and credit.
        pub currency: Currency,
        /// The contract value, in the currency's major units.
        pub contract_value: PositiveAmount,
        /// The part of the contract value that the buyer pays before the first drawdown.
        pub down_payment: Share = Share::percent(15),
        /// Costs in the buyer's country that the credit finances as well, over and above the contract value.
        pub local_costs: Amount = Amount::ZERO,
        /// Who lends.
        pub credit_type: CreditType = CreditType::BuyerCredit,
        /// The day of the first drawdown.
        pub start: Date,
        /// Months from the first drawdown to the starting point of credit. The credit is drawn in equal parts at the
        /// beginning of each of them; with 0 it is drawn at once.
        pub disbursement_months: Months = Months::ZERO,
        /// When the credit is drawn, in place of equal monthly parts.
        pub drawdowns: Further<CreditDrawdowns>,
        /// What becomes of the interest while the credit is drawn.
        pub interest_during_drawdown: DrawdownInterest = DrawdownInterest::Paid,
        /// Months from the starting point of credit to the last repayment; a whole number of payment periods.
        pub repayment_months: Months,
        /// How often interest and principal are paid. Interest falls due during the drawdowns too.
        pub frequency: Frequency = Frequency::SemiAnnual,
        /// How the principal is repaid.
        pub profile: Profile = Profile::EqualPrincipal,
        /// The contract's interest rate a year. This, `cirr` or `floating` is given; with `floating` it is the all-in rate
        /// until its first date.
        pub rate: Option<Rate>,
        /// The commercial interest reference rate by its rule, in place of a rate.
        pub cirr: Further<Cirr>,
        /// A rate that changes, in place of a fixed one.
        pub floating: Further<Floating>,
        /// How days become years for interest and commitment fee.
        pub day_count: DayCount = DayCount::Thirty360Us,
        /// The cover; without it the credit is not insured.
        pub cover: Option<CoverTerms>,
        /// The fees of lender and agent, and expenses.
        pub fees: Fees = Fees::NONE,
        /// A deposit that the lender keeps until the last repayment.
        pub deposit: Option<Deposit>,
        /// What a lender would ask on top of the contract's rate without cover, a year.
        pub spread_without_cover: Option<Rate>,
        /// How the exporter sells its bills, for a supplier's credit. Without it only the buyer's side is told.
        pub forfaiting: Further<Forfaiting>,
        /// The lending bank, where its view of the deal is wanted; for a buyer's credit.
        pub bank: Option<BankTerms>,
        /// The day as of which the tables are looked at: those older than a year then give a notice.
        pub valuation_date: Option<Date>,
    }
}

crate::record! {
    /// The terms of the cover. Country, obligor, amount and terms of the credit come from the deal.
    pub struct CoverTerms {
        /// The rule set that prices it.
        pub rules: RuleSet = RuleSet::OecdMinimum,
        /// The edition of the minimum premium.
        pub edition: PremiumEdition = PremiumEdition::July2023,
        /// The covered share of a loss by commercial risk.
        pub commercial: Share = Share::percent(95),
        /// The covered share of a loss by political risk.
        pub political: Share = Share::percent(95),
        /// When the premium is paid, and from what.
        pub premium_payment: PremiumPayment = PremiumPayment::Upfront,
        /// How good the cover is for the lender.
        pub quality: ExportQuality = ExportQuality::Standard,
        /// The discount for mitigation in local currency, 0 to 0.20.
        pub local_currency_factor: Share = Share::ZERO,
        /// The discount for security, 0 to 0.35. Give this or the security itself.
        pub credit_enhancement_factor: Share = Share::ZERO,
        /// The security that the discount follows from.
        pub security: Option<Security>,
        /// A category in place of the country's.
        pub category: Option<RiskCategory>,
        /// Whether the obligor is of speculative grade, in place of what follows from category and class.
        pub speculative_grade: Option<bool>,
        /// The premium as a fraction of the credit, for the rule `given`.
        pub premium_rate: Option<PremiumRate>,
    }
}

crate::record! {
    /// The fees of lender and agent, and expenses.
    pub struct Fees {
        /// Paid once in cash at the first drawdown, as a fraction of the credit amount.
        pub arrangement: Share = Share::ZERO,
        /// A year on what is not yet drawn, paid with the interest.
        pub commitment: Share = Share::ZERO,
        /// The facility agent's fee a year, as an amount, paid in advance: at the first drawdown and with the first payment or
        /// drawing on each anniversary or after it, as long as the credit stands.
        pub agency_amount: Amount = Amount::ZERO,
        /// What lawyers, documents and the like cost, as an amount, paid once at the first drawdown.
        pub expenses_amount: Amount = Amount::ZERO,
    }
}

impl Fees {
    /// No fees.
    pub const NONE: Self = Self {
        arrangement: Share::ZERO,
        commitment: Share::ZERO,
        agency_amount: Amount::ZERO,
        expenses_amount: Amount::ZERO,
    };

    /// Whether the borrower pays any.
    pub(super) fn is_some(&self) -> bool {
        [self.arrangement.get(), self.commitment.get(), self.agency_amount.get(), self.expenses_amount.get()]
            .iter()
            .any(|fee| !fee.is_zero())
    }
}

crate::record! {
    /// A deposit of the borrower's that the lender keeps from the first drawdown to the last repayment.
    pub struct Deposit {
        /// The part of the credit amount that is kept.
        pub share: Share,
        /// What it earns a year, simple, paid back with it.
        pub rate: Rate = Rate::ZERO,
    }
}

crate::record! {
    quote
    /// What an export credit costs, and of what that is made.
    pub struct ExportCreditQuote {
        /// The currency of all amounts.
        pub currency: Currency,
        /// The contract value.
        pub contract_value: Money,
        /// What the buyer pays before the first drawdown.
        pub down_payment: Money,
        /// The credit: contract value less down payment, and local costs. Without a financed premium.
        pub credit_amount: Money,
        /// The premium that the credit finances on top; zero when it is paid in cash.
        pub financed_premium: Money,
        /// Interest that is added to what is owed while the credit is drawn; null where it is paid.
        pub capitalised_interest: Option<Money>,
        /// All that is borrowed: credit amount, financed premium and capitalised interest.
        pub loan_amount: Money,
        /// The most that may be financed with support: 85 % of the contract, local costs and premium.
        pub maximum_credit: Money,
        /// The premium that is paid, in cash or financed.
        pub premium: Money,
        /// The cover's price, as the product `export-credit-cover` gives it; null without cover.
        pub cover: Option<CoverQuote>,
        /// The country, as the product `country-risk` gives it.
        pub country: CountryRiskQuote,
        /// The rate by the rule for commercial interest reference rates; null where the rate is given.
        pub cirr: Further<CirrQuote>,
        /// The rate that holds when the period of each row of the schedule begins; null for one that never changes.
        pub rates: Option<Column<f64>>,
        /// The one rate at which interest alone would cost the same as at the rates that change, as the contract counts;
        /// null for a rate that never changes.
        pub level_rate: Option<f64>,
        /// Every day on which something is drawn or paid.
        pub schedule: CreditSchedule,
        /// The last day on which something is paid.
        pub maturity: Date,
        /// Average life of the repayments from the starting point of credit, in years.
        pub average_life_years: f64,
        /// What the borrower pays in all beyond what it drew for goods.
        pub total_cost: Money,
        /// The all-in rate: effective a year, by XIRR (ACT/365F) over the borrower's real flows.
        pub all_in_rate: f64,
        /// The all-in rate as the contract counts: the interest rate at which a loan with no other cost would have the
        /// same flows.
        pub all_in_rate_nominal: f64,
        /// How often the nominal rate compounds.
        pub compounding: Frequency,
        /// What makes the all-in rate, in the order in which it is added, so that it sums.
        pub components: Vec<Component>,
        /// The same deal without cover at the spread that was given; null without one.
        pub without_cover: Option<WithoutCover>,
        /// The exporter's side of a supplier's credit; null where it does not sell its bills.
        pub supplier: Further<SupplierQuote>,
        /// The bank's view; null without its terms.
        pub bank: Option<BankQuote>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// The flows of an export credit by day. All columns but the days are in the currency's smallest units.
    pub struct CreditSchedule {
        /// The days.
        pub dates: Column<i32>,
        /// What is drawn, a financed premium included.
        pub drawdown: Column<f64>,
        /// What is owed before the day's payment and drawing.
        pub opening: Column<f64>,
        /// Interest due.
        pub interest: Column<f64>,
        /// Principal repaid; negative where interest is added to what is owed.
        pub principal: Column<f64>,
        /// Fees paid.
        pub fees: Column<f64>,
        /// Premium paid in cash.
        pub premium: Column<f64>,
        /// Deposit paid in (positive) and back with its interest (negative).
        pub deposit: Column<f64>,
        /// All that is paid: interest, principal, fees, premium in cash and deposit.
        pub payment: Column<f64>,
        /// What is owed after it.
        pub closing: Column<f64>,
    }
}

crate::record! {
    quote
    /// One part of the all-in cost.
    pub struct Component {
        /// Which part.
        pub name: ComponentName,
        /// The change in money that adding it brings.
        pub money: Money,
        /// The change in the all-in rate that adding it brings.
        pub rate: f64,
        /// The same in basis points.
        pub basis_points: f64,
        /// The change in money when it alone is left out of the whole deal.
        pub left_out_money: Money,
        /// The change in the all-in rate when it alone is left out of the whole deal.
        pub left_out_rate: f64,
        /// The same in basis points.
        pub left_out_basis_points: f64,
    }
}

crate::choice! {
    /// The parts of the all-in cost, in the order in which they are added.
    pub enum ComponentName {
        /// Interest on the credit.
        Interest = "interest",
        /// The premium and, when it is financed, the interest on it.
        Premium = "premium",
        /// The lender's fees, the agent's, and expenses.
        Fees = "fees",
        /// What the lender retains: the deposit.
        Retained = "retained",
        /// What the parts left out one by one miss of the whole. Nothing in the column that sums.
        Interaction = "interaction",
    }
}

crate::record! {
    quote
    /// The same deal without cover.
    pub struct WithoutCover {
        /// The spread on top of the contract's rate.
        pub spread: Rate,
        /// The all-in rate, effective a year.
        pub all_in_rate: f64,
        /// The all-in rate as the contract counts.
        pub all_in_rate_nominal: f64,
        /// What the borrower pays in all beyond what it drew.
        pub total_cost: Money,
        /// How much more it costs than with cover, in money; negative when it costs less.
        pub extra_cost: Money,
        /// How much more it costs than with cover, as a change of the all-in rate.
        pub extra_rate: f64,
        /// The spread at which the deal costs the same with and without cover, as the contract counts.
        pub break_even_spread: f64,
    }
}
