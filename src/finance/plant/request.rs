//! What is asked for.

use rust_decimal::Decimal;

use crate::cover::InvestmentRules;
use crate::values::{Amount, CountryCode, Currency, Date, PositiveAmount, PremiumRate, Rate, Share};

crate::choice! {
    /// How kits come into the country.
    pub enum KitMode {
        /// Semi-knocked-down: large assemblies, put together.
        SemiKnockedDown = "semi-knocked-down" | "SKD",
        /// Completely knocked down: parts for body shop, paint shop and assembly.
        CompletelyKnockedDown = "completely-knocked-down" | "CKD",
        /// Single parts, for a plant with its own press and body shop.
        Parts = "parts",
    }
}

crate::choice! {
    /// How the debt of a plant is repaid.
    pub enum PlantRepayment {
        /// Level payments.
        Annuity = "annuity",
        /// Equal parts of principal.
        EqualPrincipal = "equal-principal",
        /// Sculpted: payments follow the cash, so that the debt service cover ratio is the same every year.
        Sculpted = "sculpted",
    }
}

crate::record! {
    /// A plant abroad, year by year. Years are counted from the start; what is built is paid at their beginnings, what a
    /// year of production brings and costs at its end.
    pub struct PlantRequest {
        /// The currency of the accounts, of the debt and of the equity.
        pub currency: Currency,
        /// The day on which the first money is spent.
        pub start: Date,
        /// Years from the start until production begins, 0 to 10.
        pub construction_years: u32 = 0,
        /// Years of production, 1 to 40; with `cash_available` as many as it has.
        pub operating_years: Option<u32>,
        /// What it costs to build.
        pub capital: Option<PlantCapital>,
        /// What it produces. Give this, or `cash_available`.
        pub operations: Option<PlantOperations>,
        /// Cash available for debt service of each year of production, for who has the cash flow already.
        pub cash_available: Vec<Decimal> = Vec::new(),
        /// Tax on profits.
        pub tax_rate: Share = Share::ZERO,
        /// The first years of production in which no tax is due. Losses made in them count later.
        pub tax_holiday_years: u32 = 0,
        /// Years for which a loss can be carried forward; without it they never end.
        pub loss_carry_forward_years: Option<u32>,
        /// The debt; without it the sponsors pay for all.
        pub debt: Option<PlantDebt>,
        /// Cover of the sponsors' equity against political risk. They pay it beside the company.
        pub cover: Option<PlantCover>,
        /// A second currency with its path.
        pub foreign: Option<PlantCurrency>,
        /// The rate a year at which the project's cash is discounted, effective; without it no value and no break-even
        /// can be told.
        pub discount_rate: Option<Rate>,
        /// What the sponsors ask for a year, effective; without it the value of their flows can't be told.
        pub cost_of_equity: Option<Rate>,
    }
}

crate::record! {
    /// What a plant costs to build, phase by phase, as columns.
    pub struct PlantCapital {
        /// The amount of each phase.
        pub amounts: Vec<PositiveAmount>,
        /// Whole years from the start to the day on which each is paid; up to the beginning of production debt and equity
        /// pay for it, later the year's cash. Left out, all is paid at the start.
        pub years: Vec<u32> = Vec::new(),
        /// The currency of the amounts; without it that of the accounts.
        pub currency: Option<Currency>,
        /// Years of straight depreciation, 1 to 40, from the first year of production after the payment.
        pub depreciation_years: u32 = 10,
        /// What plant and land bring at the end of production, in the currency of the accounts.
        pub residual_value: Amount = Amount::ZERO,
    }
}

crate::record! {
    /// What a plant produces, and what that costs. Amounts are those of the first day; growth is counted from it.
    pub struct PlantOperations {
        /// Vehicles a year when the ramp is complete; above 0, up to 100,000,000.
        pub vehicles: Decimal,
        /// What is made of them, year by year of production; the last one holds on.
        pub ramp: Vec<Share> = vec![Share::ONE],
        /// Vehicles a year that the plant can make at most.
        pub capacity: Option<Decimal>,
        /// The price of a vehicle, ex works.
        pub price: PositiveAmount,
        /// What a full kit costs, delivered to the border.
        pub kit_cost: Amount,
        /// The part of the kit that is bought locally instead, year by year; the last one holds on.
        pub local_content: Vec<Share> = Vec::new(),
        /// What a full kit would cost from local suppliers.
        pub local_parts_cost: Amount = Amount::ZERO,
        /// How kits come, year by year of production; the last one holds on.
        pub kit_modes: Vec<KitMode> = vec![KitMode::CompletelyKnockedDown],
        /// Duty on semi-knocked-down kits, as a fraction of their cost, year by year; the last one holds on.
        pub semi_knocked_down_duties: Vec<Rate> = Vec::new(),
        /// Duty on completely knocked down kits, likewise.
        pub completely_knocked_down_duties: Vec<Rate> = Vec::new(),
        /// Duty on parts, likewise.
        pub parts_duties: Vec<Rate> = Vec::new(),
        /// Logistics a vehicle.
        pub logistics_cost: Amount = Amount::ZERO,
        /// Labour a vehicle.
        pub labour_cost: Amount = Amount::ZERO,
        /// Fixed costs a year of production.
        pub fixed_costs: Amount = Amount::ZERO,
        /// How the price grows a year.
        pub price_growth: Rate = Rate::ZERO,
        /// How the cost of kits grows a year.
        pub kit_growth: Rate = Rate::ZERO,
        /// How all other costs grow a year.
        pub cost_growth: Rate = Rate::ZERO,
        /// The currency of price, local parts, logistics, labour and fixed costs; without it that of the accounts.
        pub currency: Option<Currency>,
        /// The currency of kits; without it that of the accounts.
        pub kit_currency: Option<Currency>,
        /// Days of sales that buyers owe.
        pub receivable_days: u32 = 0,
        /// Days of kits, duty and local parts in stock.
        pub inventory_days: u32 = 0,
        /// Days of kits, duty and local parts that are owed to suppliers.
        pub payable_days: u32 = 0,
    }
}

crate::record! {
    /// The debt of a plant. It is drawn as the plant is built, in the proportion in which it pays for all, and its interest
    /// until production begins is added to it.
    pub struct PlantDebt {
        /// The part of all that is spent until production begins that debt pays. Give this or the amount; with neither, and
        /// with a target, the debt is as large as the target allows.
        pub gearing: Option<Share>,
        /// What is owed when production begins.
        pub amount: Option<PositiveAmount>,
        /// Years of repayment from the beginning of production, those of grace among them.
        pub tenor_years: u32,
        /// The first of these years, in which interest only is paid.
        pub grace_years: u32 = 0,
        /// Interest a year.
        pub rate: Rate,
        /// How it is repaid.
        pub repayment: PlantRepayment = PlantRepayment::Sculpted,
        /// The debt service cover ratio that lenders ask for, 1 to 100: what the debt is sized to.
        pub target_dscr: Option<Decimal>,
        /// What lenders are paid at the start, as a part of the debt.
        pub upfront_fee: Share = Share::ZERO,
        /// A year's fee on what is not yet drawn.
        pub commitment_fee: Share = Share::ZERO,
        /// What stands in the debt service reserve account when production begins.
        pub initial_reserve: Amount = Amount::ZERO,
        /// Months of the next year's debt service that the account is to hold, 0 to 24; filled from the year's cash. Left
        /// out, it holds what it began with.
        pub reserve_months: Option<u32>,
        /// The part of the cash left after debt service and reserve that repays debt before its time, the last instalments
        /// first.
        pub sweep: Share = Share::ZERO,
        /// The debt service cover ratio below which nothing is paid to sponsors.
        pub lock_up_dscr: Option<Decimal>,
        /// The ratio below which the loan is in default.
        pub default_dscr: Option<Decimal>,
        /// What sponsors have promised to pay in all when cash and reserve don't cover debt service.
        pub support_limit: Amount = Amount::ZERO,
    }
}

crate::record! {
    /// Cover of the sponsors' equity against political risk. The premium is due at the beginning of each year.
    pub struct PlantCover {
        /// The host country.
        pub country: Option<CountryCode>,
        /// Whose rules set the premium, as in `investment-cover`, where no rate is given.
        pub rules: InvestmentRules = InvestmentRules::DeFederal,
        /// The premium a year on the equity paid in so far.
        pub premium_rate: Option<PremiumRate>,
        /// The part of the equity on which it is due.
        pub insured_share: Share = Share::ONE,
    }
}

crate::record! {
    /// A second currency with its path.
    pub struct PlantCurrency {
        /// The currency.
        pub currency: Currency,
        /// What one unit of it is worth in the currency of the accounts: at the start, and at the end of each year.
        pub exchange_rates: Vec<Decimal>,
        /// How the rate changes a year after the last that is given.
        pub yearly_change: Rate = Rate::ZERO,
    }
}
