//! What comes out.

use std::sync::Arc;

use crate::explain::{Edition, Notice};
use crate::values::{Currency, Money};

crate::choice! {
    /// A link of the chain, in the order of the way.
    pub enum ChainLink {
        /// Suppliers of parts have cash before the maker pays.
        Suppliers = "suppliers",
        /// Vehicles are built and on their way.
        Transit = "transit",
        /// Sales on credit are insured.
        Cover = "cover",
        /// Sales on credit are made cash.
        Funding = "funding",
        /// Operators buy on a credit over years.
        Credit = "credit",
        /// The maker is paid.
        Payment = "payment",
        /// What is paid is hedged.
        Hedge = "hedge",
        /// Dealers have their stock.
        Dealers = "dealers",
        /// Buyers pay over time.
        Buyers = "buyers",
        /// Service parts are sold.
        Service = "service",
    }
}

crate::choice! {
    /// Who bears a cost.
    pub enum ChainBearer {
        /// Suppliers of parts.
        Supplier = "supplier",
        /// The maker.
        Maker = "maker",
        /// Dealers.
        Dealer = "dealer",
        /// Buyers of cars, operators.
        Buyer = "buyer",
    }
}

crate::choice! {
    /// What could be better.
    pub enum ChainLever {
        /// A lower base rate.
        BaseRate = "base-rate",
        /// A lower customs duty, where it is given.
        DutyRate = "duty-rate",
        /// Parts are paid earlier.
        PartsDays = "parts-days",
        /// Vehicles are built faster.
        ProductionDays = "production-days",
        /// They are faster on their way.
        ShippingDays = "shipping-days",
        /// Less credit for who imports.
        CreditDays = "credit-days",
        /// They stand at the dealer for less.
        DealerDays = "dealer-days",
        /// More of the sales is insured.
        InsuredShare = "insured-share",
        /// A lower margin for the suppliers' cash.
        SupplierMargin = "supplier-margin",
        /// A lower margin for the discounting of sales.
        FundingMargin = "funding-margin",
        /// A lower margin for the export credit.
        CreditMargin = "credit-margin",
        /// A lower margin for the dealers' stock.
        DealerMargin = "dealer-margin",
        /// A lower margin for the buyers' loans.
        BuyerMargin = "buyer-margin",
    }
}

crate::record! {
    quote
    /// What financing costs a vehicle on its way, where, and whom.
    pub struct ChainQuote {
        /// The currency of all amounts.
        pub currency: Currency,
        /// What financing costs a vehicle in all links together.
        pub cost_per_vehicle: Money,
        /// The same as a fraction of the price.
        pub share_of_price: f64,
        /// The same of the year's programme.
        pub programme_cost: Money,
        /// The link that costs most; null without links.
        pub dearest_link: Option<ChainLink>,
        /// The change that saves most; null where none saves anything.
        pub best_lever: Option<ChainLever>,
        /// Days from the maker's payment for parts until it has its money; below zero where it has it first.
        pub cash_cycle_days: f64,
        /// What is owed or in stock on average along the chain, whoever funds it.
        pub working_capital: Money,
        /// The same for a vehicle of the year.
        pub working_capital_per_vehicle: Money,
        /// What of it the maker has spent and not yet been paid: factory cost over the cash cycle; nothing below zero.
        pub maker_capital: Money,
        /// What is insured at a time on average.
        pub total_cover: Money,
        /// What a vehicle costs the dealer.
        pub dealer_price: Money,
        /// What it costs the buyer.
        pub retail_price: Money,
        /// All duties as a fraction of the customs value; null without landing.
        pub effective_duty: Option<f64>,
        /// Who bears how much.
        pub bearers: Vec<ChainBearerQuote>,
        /// Link by link.
        pub links: Vec<ChainLinkQuote>,
        /// What single changes save, the largest first.
        pub improvements: Vec<ChainImprovement>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// What one side bears.
    pub struct ChainBearerQuote {
        /// Who.
        pub bearer: ChainBearer,
        /// A vehicle's part.
        pub cost_per_vehicle: Money,
        /// The same as a fraction of the price.
        pub share_of_price: f64,
        /// The year's programme.
        pub programme_cost: Money,
    }
}

crate::record! {
    quote
    /// One link. Amounts of a vehicle are cut from the programme's running sum, so that they add up.
    pub struct ChainLinkQuote {
        /// Which.
        pub link: ChainLink,
        /// What it costs a vehicle.
        pub cost_per_vehicle: Money,
        /// What of that suppliers bear.
        pub supplier: Money,
        /// The maker.
        pub maker: Money,
        /// The dealer.
        pub dealer: Money,
        /// The buyer.
        pub buyer: Money,
        /// The cost as a fraction of the price.
        pub share_of_price: f64,
        /// The cost of the year's programme.
        pub programme_cost: Money,
        /// Days that it takes; null where it takes none of the way.
        pub days: Option<u32>,
        /// What is owed or in stock in it on average.
        pub tied_up: Money,
        /// What is insured in it on average.
        pub covered: Money,
        /// The product that counts it.
        pub counted_by: String,
        /// The request that was made of that product, as JSON text; null where there was nothing to count.
        pub request: Option<String>,
    }
}

crate::record! {
    quote
    /// One change, all else as it is.
    pub struct ChainImprovement {
        /// What is changed.
        pub lever: ChainLever,
        /// What it saves a vehicle; below zero where it costs.
        pub saving: Money,
        /// By how many days; null for a rate or share.
        pub change_days: Option<f64>,
        /// By how much of a rate or share; null for days.
        pub change_rate: Option<f64>,
        /// What financing then costs a vehicle.
        pub cost_after: Money,
    }
}
