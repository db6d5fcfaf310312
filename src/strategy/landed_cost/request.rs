//! What is asked for and what comes out.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::document::OneOrMany;
use crate::explain::{Edition, Grade, Notice};
use crate::reference::{ImportMode, LevyBase, LevyKind, VehicleDrive, VehicleGoods};
use crate::values::{Amount, CountryCode, Currency, Date, Money, PositiveAmount, Rate, Rounding, Share};

crate::choice! {
    /// Whose duty against subsidies a vehicle bears.
    pub enum VehicleMaker {
        /// BYD.
        Byd = "byd",
        /// Geely.
        Geely = "geely",
        /// SAIC.
        Saic = "saic",
        /// Tesla, Shanghai.
        Tesla = "tesla",
        /// Another that took part in the inquiry.
        Cooperating = "cooperating",
        /// Another that did not.
        NonCooperating = "non-cooperating",
        /// A model under an accepted undertaking on its price.
        PriceUndertaking = "price-undertaking",
    }
}

crate::choice! {
    /// What the customs value holds.
    pub enum CustomsValueBasis {
        /// Price, freight and insurance up to the border. *Also known as* CIF.
        Cif = "cif",
        /// The price at the port of loading. *Also known as* FOB.
        Fob = "fob",
    }
}

crate::choice! {
    /// When VAT is counted.
    pub enum VatStage {
        /// On what is imported, before the dealer's margin.
        Import = "import",
        /// On the dealer's price: what was paid at import is deducted.
        Sale = "sale",
    }
}

crate::choice! {
    /// What the dealer's margin is a fraction of.
    pub enum MarginBase {
        /// The landed cost.
        LandedCost = "landed-cost",
        /// The dealer's price: before VAT where VAT is counted on the sale.
        Price = "price",
    }
}

crate::choice! {
    /// A part of the showroom price.
    pub enum LandedPart {
        /// The price at the works.
        ExWorks = "ex-works",
        /// From the works on board.
        ToPort = "to-port",
        /// Freight to the market.
        Freight = "freight",
        /// Insurance on the way.
        Insurance = "insurance",
        /// The customs duty.
        Duty = "duty",
        /// An additional duty or surtax.
        Additional = "additional-duty",
        /// A duty against subsidies.
        Countervailing = "countervailing-duty",
        /// A duty against a surge of imports.
        Safeguard = "safeguard-duty",
        /// Local parts and putting together.
        LocalContent = "local-content",
        /// An excise or a tax on consumption.
        Excise = "excise",
        /// A fee for recycling or scrapping.
        Recycling = "recycling-fee",
        /// A fee or tax for registration.
        Registration = "registration-fee",
        /// Any other levy.
        Other = "other-levy",
        /// Clearance and the way to the dealer.
        Clearance = "clearance",
        /// Value added tax.
        Vat = "vat",
        /// The dealer's margin.
        Margin = "dealer-margin",
    }
}

crate::choice! {
    /// Why a row of the table does not count.
    pub enum WhyUncounted {
        /// It is a draft.
        Draft = "draft",
        /// It is a concession for private persons.
        PrivateUse = "private-use",
        /// It holds within a quota that was not asked for.
        Quota = "quota",
        /// It holds under a trade agreement or a commitment that was not asked for.
        Preference = "preference",
        /// It holds from a later day on.
        Later = "later",
        /// Another row of its kind was taken.
        Conflict = "conflict",
    }
}

crate::record! {
    /// A vehicle on its way into a market. All amounts are those of one vehicle.
    pub struct LandedCostRequest {
        /// The currency of all amounts.
        pub currency: Currency,
        /// The market: the country or territory of import.
        pub country: CountryCode,
        /// Whether the market is Northern Ireland, where the European Union's duties against subsidies hold; only with GBR.
        pub northern_ireland: bool = false,
        /// The country where the vehicle or kit was made.
        pub origin: CountryCode,
        /// The country whose maker it is; without it that of origin.
        pub control: Option<CountryCode>,
        /// The day of import: levies in force on it count.
        pub date: Date,
        /// What is brought in.
        pub goods: VehicleGoods = VehicleGoods::PassengerCar,
        /// How it comes in.
        pub mode: ImportMode = ImportMode::BuiltUp,
        /// What drives it.
        pub drive: VehicleDrive,
        /// Whose duty against subsidies it bears; without it that of those who did not cooperate.
        pub maker: Option<VehicleMaker>,
        /// The vehicles of the programme, 1 to 10,000,000.
        pub units: u32 = 1,
        /// The price at the works.
        pub price: PositiveAmount,
        /// From the works on board.
        pub to_port: Amount = Amount::ZERO,
        /// Freight to the market.
        pub freight: Amount = Amount::ZERO,
        /// Insurance on the way.
        pub insurance: Amount = Amount::ZERO,
        /// What the customs value holds; without it what the market's law says.
        pub customs_value: Option<CustomsValueBasis>,
        /// Local parts and putting together, which bear no duty.
        pub local_content: Amount = Amount::ZERO,
        /// Clearance and the way to the dealer.
        pub clearance: Amount = Amount::ZERO,
        /// Power in metric horsepower, where a levy hangs on it.
        pub horsepower: Option<u32>,
        /// Cubic centimetres of the engine, where a levy hangs on them.
        pub cubic_centimetres: Option<u32>,
        /// Years since the vehicle was made.
        pub age_years: u32 = 0,
        /// The model year; without it the year of the import.
        pub model_year: Option<u32>,
        /// Whether the goods qualify under a trade agreement or a local commitment.
        pub preference: bool = false,
        /// Whether they come in within a quota.
        pub within_quota: bool = false,
        /// The customs duty in the place of the table's, as a fraction of the customs value; zero or more.
        pub duty_rate: Option<Rate>,
        /// Additional, countervailing and safeguard duties in the place of the table's; zero or more.
        pub additional_duty_rate: Option<Rate>,
        /// VAT in the place of the table's; zero or more.
        pub vat_rate: Option<Rate>,
        /// When VAT is counted.
        pub vat_stage: VatStage = VatStage::Import,
        /// The dealer's margin as a fraction, below 1.
        pub dealer_margin: Share = Share::ZERO,
        /// What it is a fraction of.
        pub margin_base: MarginBase = MarginBase::LandedCost,
        /// Rows of the table to take where several conflict, by their names; without one the dearest counts.
        pub take: Vec<String> = Vec::new(),
        /// Levies in the place of the table's, or beside them: those of a kind replace all of the table's of that kind.
        pub levies: Option<GivenLevies>,
        /// What currencies of levies are worth.
        pub exchange_rates: Option<ExchangeRates>,
        /// How amounts become whole cents (or the currency's smallest unit).
        pub rounding: Rounding = Rounding::MidpointAwayFromZero,
        /// The day as of which rows are looked at: one older than a year gives a notice. Without it the day of import.
        pub valuation_date: Option<Date>,
    }
}

crate::record! {
    /// Levies as columns: one entry a levy, or one for all where a column says so.
    pub struct GivenLevies {
        /// What each is.
        pub kinds: Vec<LevyKind>,
        /// What it is taken of, one or each.
        pub bases: OneOrMany<LevyBase> = OneOrMany::one(LevyBase::CustomsValue),
        /// A fraction of the base (0.1 is 10 %), or an amount for each vehicle or horsepower; zero or more.
        pub rates: Vec<Decimal>,
        /// The least amount for each vehicle; empty for none, 0 where there is none.
        pub minimums: Vec<Amount> = Vec::new(),
        /// The currencies of amounts, one or each; empty: the deal's.
        pub currencies: Vec<Currency> = Vec::new(),
        /// Whether VAT falls on it, one or each; empty: not on recycling and registration fees, and on all others.
        pub in_vat: Vec<bool> = Vec::new(),
    }
}

crate::record! {
    /// What currencies are worth.
    pub struct ExchangeRates {
        /// The currencies.
        pub currencies: Vec<Currency>,
        /// What one unit of each is worth in the deal's currency.
        pub rates: Vec<PositiveAmount>,
    }
}

crate::record! {
    quote
    /// What a vehicle costs in its market.
    pub struct LandedCostQuote {
        /// What the buyer pays.
        pub showroom_price: Money,
        /// What it costs the dealer: all but the margin, and without VAT that is counted on the sale.
        pub landed_cost: Money,
        /// The landed cost without VAT.
        pub landed_cost_before_vat: Money,
        /// What duties are taken of; of a vehicle made in the market its price.
        pub customs_value: Money,
        /// What that holds.
        pub customs_value_basis: CustomsValueBasis,
        /// Customs, additional, countervailing and safeguard duties.
        pub duties: Money,
        /// The same as a fraction of the customs value.
        pub effective_duty: f64,
        /// All levies: duties, excises, fees and VAT.
        pub levies: Money,
        /// The same as a fraction of the customs value.
        pub effective_levies: f64,
        /// The dealer's margin.
        pub margin: Money,
        /// The vehicles of the programme.
        pub units: u32,
        /// The showroom price of all of them.
        pub programme_price: Money,
        /// The landed cost of all of them.
        pub programme_cost: Money,
        /// The levies of all of them.
        pub programme_levies: Money,
        /// Whether import or sale is barred, whatever the levies.
        pub prohibited: bool,
        /// From the works to the showroom, part by part.
        pub cascade: Vec<LandedRow>,
        /// Rows of the table that conflict, each with what it would lead to.
        pub alternatives: Vec<LandedAlternative>,
        /// Rows of the table for this market that do not count, with the reason.
        pub uncounted: Vec<UncountedLevy>,
        /// The tables that were used.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know.
        pub notices: Vec<Notice>,
    }
}

crate::record! {
    quote
    /// One part of the price of one vehicle.
    pub struct LandedRow {
        /// What it is.
        pub part: LandedPart,
        /// The row of the table or card; null for what was given.
        pub row: Option<String>,
        /// What a levy is taken of.
        pub base: Option<LevyBase>,
        /// That base as money; null for an amount.
        pub base_amount: Option<Money>,
        /// The rate, as a fraction of the base; null for an amount.
        pub rate: Option<f64>,
        /// The amount in the levy's own currency, where it is one or its least counts.
        pub own_amount: Option<Decimal>,
        /// That currency.
        pub own_currency: Option<String>,
        /// What it adds.
        pub amount: Money,
        /// Everything up to here.
        pub running: Money,
        /// Its part of the showroom price.
        pub share: f64,
        /// What it adds for the whole programme.
        pub programme: Money,
        /// Who says so.
        pub source: Option<String>,
        /// The day of that source.
        pub as_of: Option<Date>,
        /// How good it is.
        pub grade: Option<Grade>,
        /// Whether sources disagree.
        pub contested: bool,
    }
}

crate::record! {
    quote
    /// A row among several that conflict.
    pub struct LandedAlternative {
        /// The row of the table.
        pub row: String,
        /// What it is.
        pub kind: LevyKind,
        /// Its rate, as a fraction of the base; null for an amount.
        pub rate: Option<f64>,
        /// Its amount, or the least, for each vehicle.
        pub own_amount: Option<Decimal>,
        /// The currency of that.
        pub own_currency: Option<String>,
        /// The landed cost with it.
        pub landed_cost: Money,
        /// The showroom price with it.
        pub showroom_price: Money,
        /// Whether it is the one that counts here.
        pub taken: bool,
        /// Who says so.
        pub source: String,
        /// The day of that source.
        pub as_of: Option<Date>,
        /// How good it is.
        pub grade: Grade,
    }
}

crate::record! {
    quote
    /// A row that does not count.
    pub struct UncountedLevy {
        /// The row of the table.
        pub row: String,
        /// What it is.
        pub kind: LevyKind,
        /// Its rate, as a fraction of the base; null for an amount.
        pub rate: Option<f64>,
        /// Its amount, or the least, for each vehicle.
        pub own_amount: Option<Decimal>,
        /// The currency of that.
        pub own_currency: Option<String>,
        /// Why it does not count.
        pub why: WhyUncounted,
        /// The first day in force, where it has one.
        pub from: Option<Date>,
        /// Who says so.
        pub source: String,
        /// The day of that source.
        pub as_of: Option<Date>,
        /// How good it is.
        pub grade: Grade,
    }
}
