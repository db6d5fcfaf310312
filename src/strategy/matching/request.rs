//! What is asked for and what comes out.

use std::sync::Arc;

use crate::calendar::Frequency;
use crate::document::{Column, OneOrMany};
use crate::explain::{Edition, Notice};
use crate::loan::Profile;
use crate::values::{
    Amount, CountryCode, Currency, Date, Money, Months, PositiveAmount, Rate, RiskCategory, Share,
};

crate::choice! {
    /// What the money is for.
    pub enum FinanceKind {
        /// Goods sold abroad on credit.
        ExportCredit = "export-credit",
        /// Purchases, production and receivables.
        WorkingCapital = "working-capital",
        /// Vehicles that stand at dealers.
        DealerStock = "dealer-stock",
        /// Vehicles that buyers pay over time.
        Consumer = "consumer",
        /// A plant.
        Plant = "plant",
        /// The purchase of a company.
        Acquisition = "acquisition",
        /// Research and development.
        Research = "research",
    }
}

crate::choice! {
    /// How far a project is.
    pub enum ProjectStage {
        /// It is being prepared.
        Development = "development",
        /// It is being built.
        Construction = "construction",
        /// It is running.
        Operation = "operation",
    }
}

crate::choice! {
    /// Why a provider does not come into question for a project.
    pub enum ExclusionReason {
        /// The amount is below the least that is lent.
        AmountBelowMinimum = "amount-below-minimum",
        /// The term is shorter than what is offered.
        TermTooShort = "term-too-short",
        /// The term is longer than what is offered.
        TermTooLong = "term-too-long",
        /// Another currency.
        Currency = "currency",
        /// The country or territory is not among those that are financed, or not told.
        Country = "country",
        /// The country's risk category is above the highest that is taken.
        CategoryTooHigh = "category-too-high",
        /// The country is not told, or has no risk category.
        CategoryUnknown = "category-unknown",
        /// What the money is for is not what is financed, or not told.
        Kind = "kind",
        /// Projects of this stage are not financed, or it is not told.
        Stage = "stage",
        /// Only green projects are financed.
        NotGreen = "not-green",
        /// The collateral is worth too little.
        Collateral = "collateral",
        /// The all-in rate is above the highest that the project takes.
        TooDear = "too-dear",
    }
}

crate::choice! {
    /// Why some of a project's amount is not placed.
    pub enum WhyUnplaced {
        /// All of it is placed.
        Placed = "placed",
        /// Every provider is excluded.
        NoOffer = "no-offer",
        /// All that come into question together lend less to one project.
        OffersTooSmall = "offers-too-small",
        /// What could be placed somewhere is below the least that is lent there.
        PieceBelowMinimum = "piece-below-minimum",
        /// The money of those that come into question goes to other projects.
        CapacityTaken = "capacity-taken",
    }
}

crate::record! {
    /// Projects that look for money and providers that offer it.
    pub struct MatchingRequest {
        /// The currency in which all amounts are told, also of loans in another one.
        pub currency: Currency,
        /// The projects.
        pub projects: MatchingProjects,
        /// What is offered.
        pub offers: CapitalOffers,
        /// What else than the all-in rate counts in a project's order of offers, by weights.
        pub weights: Option<MatchingWeights>,
        /// How often interest and principal are paid.
        pub frequency: Frequency = Frequency::SemiAnnual,
        /// The day as of which the list of countries is looked at: one older than a year gives a notice.
        pub valuation_date: Option<Date>,
    }
}

crate::record! {
    /// Projects as columns: one entry a project, or one for all where a column says so.
    pub struct MatchingProjects {
        /// What each is called.
        pub names: Vec<String>,
        /// How much each needs.
        pub amounts: Vec<PositiveAmount>,
        /// Its term, one or each: a whole number of periods.
        pub term_months: OneOrMany<Months>,
        /// The currency of its loan, one or each; empty: that of the amounts.
        pub currencies: Vec<Currency> = Vec::new(),
        /// Its country or territory, one or each; empty: not told.
        pub countries: Vec<CountryCode> = Vec::new(),
        /// What the money is for, one or each; empty: not told.
        pub kinds: Vec<FinanceKind> = Vec::new(),
        /// How far it is, one or each; empty: not told.
        pub stages: Vec<ProjectStage> = Vec::new(),
        /// Whether it is green, one or each; empty: none is.
        pub green: Vec<bool> = Vec::new(),
        /// What its collateral is worth, one or each; empty: there is none.
        pub collateral: Vec<Amount> = Vec::new(),
        /// The highest all-in rate that it takes, one or each; empty: any.
        pub max_rates: Vec<Rate> = Vec::new(),
        /// The loss a year that a lender expects, as a part of what is owed, one or each; empty: the same of all.
        pub expected_losses: Vec<Share> = Vec::new(),
    }
}

crate::record! {
    /// What is offered, as columns: one entry a provider, or one for all where a column says so. Entries that name several
    /// separate them by bars or semicolons (`USD | EUR`); an empty one or `*` means any.
    pub struct CapitalOffers {
        /// What each is called.
        pub names: Vec<String>,
        /// All that it lends to these projects together.
        pub capacities: Vec<PositiveAmount>,
        /// The least that it lends to one project, one or each; empty: no least.
        pub min_amounts: Vec<Amount> = Vec::new(),
        /// The most that it lends to one project, one or each; empty: its capacity.
        pub max_amounts: Vec<PositiveAmount> = Vec::new(),
        /// The shortest term, one or each; empty: any.
        pub min_term_months: Vec<Months> = Vec::new(),
        /// The longest term, one or each; empty: any.
        pub max_term_months: Vec<Months> = Vec::new(),
        /// The currencies in which it lends, one or each.
        pub currencies: Vec<String> = Vec::new(),
        /// The countries and territories in which it lends, one or each.
        pub countries: Vec<String> = Vec::new(),
        /// The highest risk category of a country in which it lends, one or each; 7 or empty: any.
        pub max_categories: Vec<RiskCategory> = Vec::new(),
        /// What it finances, one or each.
        pub kinds: Vec<String> = Vec::new(),
        /// At which stages, one or each.
        pub stages: Vec<String> = Vec::new(),
        /// Whether it finances green projects only, one or each; empty: it doesn't matter.
        pub green_only: Vec<bool> = Vec::new(),
        /// The most that it lends on collateral, as a part of its worth, one or each; 0 or empty: it asks for none.
        pub loan_to_value: Vec<Share> = Vec::new(),
        /// The interest rate a year, one or each.
        pub rates: OneOrMany<Rate>,
        /// The fee on the amount when it is paid out, one or each.
        pub upfront_fees: OneOrMany<Share> = OneOrMany::one(Share::ZERO),
        /// How the principal comes back, one or each.
        pub profiles: OneOrMany<Profile> = OneOrMany::one(Profile::EqualPrincipal),
        /// The days until it decides, one or each; needed for a weight on them.
        pub decision_days: Vec<u32> = Vec::new(),
        /// The projects that it would rather finance, from the first, an entry each; `*` for none. Others come after them by their return.
        pub preferences: Vec<String> = Vec::new(),
        /// Whether these offers are made up as an example.
        pub illustrative: bool = false,
    }
}

crate::record! {
    /// What counts in a project's order of offers. Points go from 0 for the worst of its offers to 1 for the best.
    pub struct MatchingWeights {
        /// The all-in rate.
        pub cost: Share = Share::ZERO,
        /// The days until a decision.
        pub speed: Share = Share::ZERO,
        /// The part of the amount that the provider could lend alone.
        pub coverage: Share = Share::ZERO,
    }
}

crate::record! {
    quote
    /// Who would finance what. Projects and offers are numbered from 0 in the order of the request. Amounts in columns are whole
    /// numbers of the currency's smallest unit.
    pub struct MatchingQuote {
        /// The currency of all amounts.
        pub currency: Currency,
        /// What all projects need.
        pub demand: Money,
        /// What all providers lend.
        pub capacity: Money,
        /// The part of what is needed that the stable allocation places.
        pub placed_share: f64,
        /// Pairs of a project and an offer that come into question.
        pub eligible_pairs: u32,
        /// Pairs that don't.
        pub excluded_pairs: u32,
        /// The allocation in which no project and provider would both rather have each other.
        pub stable: MatchingAllocation,
        /// The allocation that places the most money, and of such the one of the least cost.
        pub least_cost: MatchingAllocation,
        /// What the stable allocation costs a year above the cheapest way to place as much, minimum amounts aside.
        pub price_of_stability: Money,
        /// The same as a part of what it places; null where it places nothing.
        pub price_of_stability_rate: Option<f64>,
        /// What the stable allocation places less than the other.
        pub placed_less: Money,
        /// The offers that come into question for each project, from the best.
        pub ranking: MatchingRanking,
        /// Why the others don't, and what would change that.
        pub exclusions: MatchingExclusions,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// Who lends how much to whom.
    pub struct MatchingAllocation {
        /// What is placed.
        pub placed: Money,
        /// What is not.
        pub unplaced: Money,
        /// The amounts times their all-in rates: what it costs a year as long as all is owed.
        pub cost: Money,
        /// The same as a part of what is placed; null where nothing is.
        pub average_rate: Option<f64>,
        /// Pairs in which both would rather have each other.
        pub blocking_pairs: u32,
        /// The project of each piece.
        pub projects: Column<f64>,
        /// Its offer.
        pub offers: Column<f64>,
        /// Its amount.
        pub amounts: Column<f64>,
        /// Its all-in rate.
        pub all_in_rates: Column<f64>,
        /// What of each project is not placed.
        pub unplaced_amounts: Column<f64>,
        /// Why, project by project.
        pub why_unplaced: Vec<WhyUnplaced>,
        /// What each provider could still lend.
        pub remaining: Column<f64>,
    }
}

crate::record! {
    quote
    /// Offers in each project's order.
    pub struct MatchingRanking {
        /// The project.
        pub projects: Column<f64>,
        /// The offer.
        pub offers: Column<f64>,
        /// Its place in the project's order, from 1.
        pub places: Column<f64>,
        /// The all-in rate, effective a year.
        pub all_in_rates: Column<f64>,
        /// That rate less the expected loss: by it a provider prefers projects.
        pub returns: Column<f64>,
        /// The points by the weights, 0 to 1; empty without weights.
        pub scores: Column<f64>,
        /// The most that it could lend to the project.
        pub limits: Column<f64>,
    }
}

crate::record! {
    quote
    /// Why pairs don't come into question: all reasons of each pair.
    pub struct MatchingExclusions {
        /// The project.
        pub projects: Column<f64>,
        /// The offer.
        pub offers: Column<f64>,
        /// The reason.
        pub reasons: Vec<ExclusionReason>,
        /// What the project has: an amount in smallest units, months, a category or a rate, as the reason says; 0 where it is no
        /// number.
        pub found: Column<f64>,
        /// What the offer asks for; for a rate, what the project takes.
        pub asked: Column<f64>,
        /// By how much the one would have to change.
        pub lacking: Column<f64>,
    }
}
