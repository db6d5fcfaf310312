//! What is asked for.

use rust_decimal::Decimal;

use crate::calendar::{DayCount, Frequency};
use crate::document::Column;
use crate::finance::{
    AcquisitionLoan, AcquisitionRule, AcquisitionSponsor, AcquisitionSynergies, CoverTerms, Fees, Goods,
    KitMode, PlantCapital, PlantCover, PlantCurrency, PlantDebt,
};
use crate::loan::Profile;
use crate::reference::{VehicleDrive, VehicleGoods};
use crate::strategy::{ExchangeRates, VehicleMaker};
use crate::values::{Amount, BuyerClass, CountryCode, Currency, Date, Months, PositiveAmount, Rate, Share};

crate::record! {
    /// One programme of vehicles for one market, and the ways into it that are compared. Years are counted from the start;
    /// what is invested is paid at their beginnings, what sales bring and cost comes at their ends. Values are the maker's.
    pub struct RouteRequest {
        /// The currency of the accounts: of every amount but those that are paid in the market.
        pub currency: Currency,
        /// The market.
        pub country: CountryCode,
        /// The country where vehicles and kits come from.
        pub origin: CountryCode,
        /// The first day.
        pub start: Date,
        /// The years that are looked at, 1 to 15.
        pub years: u32,
        /// What is sold.
        pub goods: VehicleGoods = VehicleGoods::PassengerCar,
        /// What drives it.
        pub drive: VehicleDrive,
        /// Whose duty against subsidies it bears; without it that of those who did not cooperate.
        pub maker: Option<VehicleMaker>,
        /// Power in metric horsepower, where a levy hangs on it.
        pub horsepower: Option<u32>,
        /// Cubic centimetres of the engine, where a levy hangs on them.
        pub cubic_centimetres: Option<u32>,
        /// Vehicles a year that the market takes when the ramp is complete; above 0, up to 100,000,000.
        pub vehicles: Decimal,
        /// What it takes of them, year by year; the last one holds on.
        pub ramp: Vec<Share> = vec![Share::ONE],
        /// What dealers pay for a vehicle: duties and fees paid, without VAT. The same on every way. It, and all that is said
        /// to be paid in the market, is in the foreign currency where that is given.
        pub price: PositiveAmount,
        /// How the price grows a year.
        pub price_growth: Rate = Rate::ZERO,
        /// How all costs grow a year.
        pub cost_growth: Rate = Rate::ZERO,
        /// The market's currency with its path; without it everything is in the currency of the accounts.
        pub foreign: Option<PlantCurrency>,
        /// What currencies of levies are worth.
        pub exchange_rates: Option<ExchangeRates>,
        /// Rows of the table of duties to take where several conflict, by their names; without one the dearest counts.
        pub take: Vec<String> = Vec::new(),
        /// The rate a year at which the maker's cash is discounted, effective, without any addition for the country.
        pub discount_rate: Rate,
        /// An addition to it for the country's risk. Not with cover of a plant: a risk counts once.
        pub country_premium: Option<Rate>,
        /// Tax on what is earned at home, by exporting vehicles and kits and by royalties; losses are carried forward.
        pub home_tax_rate: Share = Share::ZERO,
        /// Tax on what a plant or a purchased company earns in the market.
        pub tax_rate: Share = Share::ZERO,
        /// Tax that the market withholds from dividends and royalties.
        pub withholding_tax: Share = Share::ZERO,
        /// Built-up vehicles.
        pub export: Option<ImportRoute>,
        /// Kits of large assemblies.
        pub semi_knocked_down: Option<ImportRoute>,
        /// Kits of all parts.
        pub completely_knocked_down: Option<ImportRoute>,
        /// Kits of all parts, put together by another maker for a fee.
        pub contract_assembly: Option<ImportRoute>,
        /// A plant of its own.
        pub plant: Option<PlantRoute>,
        /// A plant with a partner.
        pub joint_venture: Option<PlantRoute>,
        /// The purchase of a company with its works.
        pub acquisition: Option<PurchaseRoute>,
        /// Whether volumes at which two ways are worth the same are looked for.
        pub break_evens: bool = true,
        /// What may go wrong, one thing at a time.
        pub shocks: Option<RouteShocks>,
        /// The grid of volumes and duties on which it is told which way is best.
        pub map: Option<RouteMap>,
        /// What may happen, many times over.
        pub simulation: Option<RouteSimulation>,
    }
}

crate::record! {
    /// Selling vehicles that come as a whole or as kits. Amounts are those of one vehicle on the first day unless it is said
    /// otherwise.
    pub struct ImportRoute {
        /// The price at which vehicle or kit is declared to customs, at the works.
        pub declared_price: PositiveAmount,
        /// What vehicle or kit costs at home.
        pub home_cost: Amount,
        /// From the works on board.
        pub to_port: Amount = Amount::ZERO,
        /// Freight to the market.
        pub freight: Amount = Amount::ZERO,
        /// Insurance on the way.
        pub insurance: Amount = Amount::ZERO,
        /// Clearance and the way to the dealer.
        pub clearance: Amount = Amount::ZERO,
        /// Parts from the market, paid there.
        pub local_parts: Amount = Amount::ZERO,
        /// What putting together costs, paid in the market.
        pub assembly_fee: Amount = Amount::ZERO,
        /// Vehicles a year for which the assembler is paid at least.
        pub minimum_vehicles: Option<Decimal>,
        /// Vehicles a year that can be put together at most; what the market would take beyond that is not sold.
        pub capacity: Option<Decimal>,
        /// What is spent at the start: approval, tools, dealers.
        pub investment: Amount = Amount::ZERO,
        /// Fixed costs a year, paid in the market.
        pub fixed_costs: Amount = Amount::ZERO,
        /// Days of sales that dealers owe, 0 to 365.
        pub payment_days: u32 = 0,
        /// The customs duty in the place of the table's.
        pub duty_rate: Option<Rate>,
        /// Additional, countervailing and safeguard duties in the place of the table's.
        pub additional_duty_rate: Option<Rate>,
        /// A rule of origin, and the duty of who meets it.
        pub origin_rule: Option<OriginRule>,
        /// The export credit that buyers are given.
        pub credit: Option<RouteCredit>,
    }
}

crate::record! {
    /// A rule of origin: what of the vehicle's price must come from the market or its partners.
    pub struct OriginRule {
        /// The regional value content that is asked for: price less imported kit, over the price (build-down method).
        pub required_content: Share,
        /// The duty on kits of who meets it; others pay the ordinary one.
        pub duty_rate: Rate = Rate::ZERO,
    }
}

crate::record! {
    /// The export credit for a year's deliveries at the declared price. Country, currency, amount and start come from the
    /// programme.
    pub struct RouteCredit {
        /// The obligor's class.
        pub buyer: Option<BuyerClass>,
        /// What is sold.
        pub goods: Goods = Goods::Cars,
        /// What the buyer pays before the first drawdown.
        pub down_payment: Share = Share::percent(15),
        /// Months over which it is drawn.
        pub disbursement_months: Months = Months::ZERO,
        /// Months from then to the last repayment.
        pub repayment_months: Months,
        /// How often interest and principal are paid.
        pub frequency: Frequency = Frequency::SemiAnnual,
        /// How the principal is repaid.
        pub profile: Profile = Profile::EqualPrincipal,
        /// Interest a year.
        pub rate: Rate,
        /// How days become years.
        pub day_count: DayCount = DayCount::Thirty360Us,
        /// The cover.
        pub cover: Option<CoverTerms>,
        /// The lender's fees.
        pub fees: Fees = Fees::NONE,
        /// The part of the credit's whole cost that the maker bears, so that the price need not rise.
        pub borne_by_maker: Share = Share::ONE,
    }
}

crate::record! {
    /// A plant in the market, as the product `plant` prices it. Volumes, price, growth, tax and currency come from the
    /// programme.
    pub struct PlantRoute {
        /// Years from the start until production begins, 0 to 10, and fewer than those looked at.
        pub construction_years: u32,
        /// What it costs to build.
        pub capital: PlantCapital,
        /// Vehicles a year that it can make at most; what the market would take beyond that is not sold.
        pub capacity: Option<Decimal>,
        /// The price that it pays the maker for a full kit, delivered to the border.
        pub kit_price: Amount,
        /// What that kit costs the maker, delivered to the border.
        pub home_cost: Amount,
        /// The part of the kit that is bought in the market instead, year by year of production; the last one holds on.
        pub local_content: Vec<Share> = Vec::new(),
        /// What a full kit would cost from suppliers there; paid in the market, as all that follows.
        pub local_parts_cost: Amount = Amount::ZERO,
        /// How kits come.
        pub kit_mode: KitMode = KitMode::CompletelyKnockedDown,
        /// The duty on kits in the place of the table's; needed for parts.
        pub duty_rate: Option<Rate>,
        /// A rule of origin, and the duty of who meets it in the end.
        pub origin_rule: Option<OriginRule>,
        /// Logistics a vehicle.
        pub logistics_cost: Amount = Amount::ZERO,
        /// Labour a vehicle.
        pub labour_cost: Amount = Amount::ZERO,
        /// Fixed costs a year.
        pub fixed_costs: Amount = Amount::ZERO,
        /// Days of sales that dealers owe.
        pub receivable_days: u32 = 0,
        /// Days of kits, duty and local parts in stock.
        pub inventory_days: u32 = 0,
        /// Days of kits, duty and local parts that are owed to suppliers.
        pub payable_days: u32 = 0,
        /// The first years of production in which no tax is due.
        pub tax_holiday_years: u32 = 0,
        /// The debt; without it the sponsors pay for all.
        pub debt: Option<PlantDebt>,
        /// Cover of the sponsors' equity against political risk.
        pub cover: Option<PlantCover>,
        /// The part of sales that is paid to the maker for its technology; below 1.
        pub royalty: Share = Share::ZERO,
        /// Vehicles that are exported from the plant.
        pub re_export: Option<ReExport>,
        /// Whether built-up vehicles come as on the way `export` until production begins.
        pub export_until_open: bool = false,
        /// Who shares the plant; only in a joint venture, and needed there.
        pub partner: Option<RoutePartner>,
    }
}

crate::record! {
    /// What is exported from the plant, and what that costs.
    pub struct ReExport {
        /// The part of production that is exported.
        pub share: Share,
        /// The duty there of vehicles that meet no rule of origin, as a fraction of the price.
        pub duty_rate: Rate,
        /// The rule of origin there.
        pub origin_rule: Option<OriginRule>,
        /// Logistics a vehicle, paid in the market.
        pub logistics_cost: Amount = Amount::ZERO,
    }
}

crate::record! {
    /// Who shares a plant with the maker.
    pub struct RoutePartner {
        /// Its part of the equity, below 1.
        pub share: Share,
        /// The return a year that it asks for, effective, for the value of its flows.
        pub required_return: Option<Rate>,
    }
}

crate::record! {
    /// The purchase of a company in the market, as the product `acquisition` prices it, and what the programme is sold through
    /// its works. Demand and exchange rate move its earnings as they move the programme's.
    pub struct PurchaseRoute {
        /// The price of the whole company without its debt and cash.
        pub enterprise_value: PositiveAmount,
        /// The company's debt less its cash; below zero where it has more cash.
        pub net_debt: Decimal = Decimal::ZERO,
        /// Whether net debt is repaid at the closing.
        pub refinanced: bool = false,
        /// Interest a year on net debt that stays.
        pub net_debt_rate: Rate = Rate::ZERO,
        /// The part of the shares that is bought.
        pub acquired_share: Share = Share::ONE,
        /// Earnings before interest, tax and depreciation in the year before the closing, without the programme.
        pub ebitda: PositiveAmount,
        /// How they grow, year by year; the last one holds on.
        pub ebitda_growth: Vec<Rate> = Vec::new(),
        /// Capital expenditure, as a part of EBITDA.
        pub capital_expenditure: Share = Share::ZERO,
        /// Depreciation, likewise.
        pub depreciation: Share = Share::ZERO,
        /// What buyer and company gain from each other beside the programme.
        pub synergies: Option<AcquisitionSynergies>,
        /// Costs of the purchase, as a part of the price that is paid.
        pub transaction_costs: Share = Share::ZERO,
        /// The senior loan.
        pub senior: Option<AcquisitionLoan>,
        /// The mezzanine loan.
        pub mezzanine: Option<AcquisitionLoan>,
        /// The maker as buyer.
        pub acquirer: AcquisitionSponsor,
        /// Who buys beside it.
        pub partner: Option<AcquisitionSponsor>,
        /// The part of what is left each year that is paid out.
        pub payout: Share = Share::ZERO,
        /// The enterprise value at the end over the last year's EBITDA; without it that of the purchase.
        pub exit_multiple: Option<Decimal>,
        /// Checks the senior loan against Chinese banks' rule.
        pub rule: Option<AcquisitionRule>,
        /// How the programme's vehicles are made in its works: kits, put together there. The maker bears and earns it alone.
        pub kits: Option<ImportRoute>,
    }
}

crate::record! {
    /// What may go wrong, each alone and in both directions. Debt stays as it was planned.
    pub struct RouteShocks {
        /// Duties on built-up vehicles higher and lower by so much of the customs value.
        pub duty: Option<Rate>,
        /// Duty on kits likewise.
        pub kit_duty: Option<Rate>,
        /// Demand lower and higher by this part, in all years.
        pub demand: Option<Share>,
        /// The market's currency weaker and stronger by this part from the first year on; only with a foreign currency.
        pub currency: Option<Share>,
        /// What vehicles and kits cost at home higher and lower by this part.
        pub home_cost: Option<Share>,
        /// The year at whose end the market is closed and plants are taken, 1 to the years looked at. What a cover of a plant
        /// pays is received then.
        pub expropriation_year: Option<u32>,
    }
}

crate::record! {
    /// A grid of volumes and duties.
    pub struct RouteMap {
        /// Vehicles a year with a complete ramp, at the lower end.
        pub lowest_vehicles: Decimal,
        /// At the upper end.
        pub highest_vehicles: Decimal,
        /// How many volumes, 2 to 60, each larger than the one before by the same factor.
        pub volumes: u32 = 24,
        /// All duties on built-up vehicles together, as a fraction of the customs value, at the upper end; the lower is 0.
        pub highest_duty: Rate,
        /// How many duties, 2 to 60, in equal steps.
        pub duties: u32 = 24,
    }
}

crate::record! {
    /// What is drawn by chance, and how often.
    pub struct RouteSimulation {
        /// Names the random numbers: the same seed gives the same paths.
        pub seed: u32 = 1,
        /// How many paths are drawn, 0 to 100,000; with earlier ones at most 1,000,000 in all.
        pub paths: u32 = 1_000,
        /// How many paths were drawn before: the next of the same seed are drawn now.
        pub first_path: u32 = 0,
        /// What came of them, as `drawn` of those quotes gave it, one after the other: then all count. Without it only those
        /// that are drawn now do.
        pub drawn: Option<Column<f64>>,
        /// How demand varies: standard deviation of the logarithm of its change in a year.
        pub demand_volatility: Rate,
        /// The same of the market's currency; only with a foreign currency.
        pub currency_volatility: Rate = Rate::ZERO,
        /// How the two move together, −1 to 1.
        pub correlation: Decimal = Decimal::ZERO,
        /// The probability in each year that duties on built-up vehicles change for good.
        pub duty_probability: Share = Share::ZERO,
        /// What they are then, all together, as a fraction of the customs value.
        pub duty_then: Option<Rate>,
        /// The probability in each year that the market is closed and plants are taken.
        pub closure_probability: Share = Share::ZERO,
        /// The probability for the quantiles at both ends and the expected shortfall; above 0, below 0.5.
        pub tail: Share = Share::percent(5),
        /// Whether the value of waiting a year is told.
        pub waiting: bool = true,
    }
}
