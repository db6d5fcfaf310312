//! The links: each makes the request of its product from what the chain shares and its own terms, and takes its cost from the
//! quote.

use super::draft::{Carried, Draft};
use super::quote::ChainLink;
use super::request::{
    ChainBuyers, ChainCover, ChainCredit, ChainDealers, ChainFunding, ChainHedge, ChainLanding, ChainPayment,
    ChainRequest, ChainService, ChainSuppliers, ChainTransit,
};
use crate::cover::ShortTermCoverRequest;
use crate::document::{Described, Text};
use crate::error::Error;
use crate::finance::{ExportCreditRequest, FloorplanRequest, ReceivablesMethod, ReceivablesRequest};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{
    Exact, Money, PositiveAmount, Rounding, Share, bounded, minor_decimal, minor_text, to_minor,
    to_minor_exact, within,
};

use super::super::landed_cost::LandedCostRequest;
use super::place::placed;

/// One link of the year's programme, in smallest units.
pub(super) struct Link {
    pub link: ChainLink,
    /// What each bears, in the order of `ChainBearer`.
    pub costs: [i64; 4],
    pub days: Option<u32>,
    pub tied_up: i64,
    pub covered: i64,
    pub product: &'static str,
    pub request: Option<Draft>,
}

const SUPPLIER: usize = 0;
pub(super) const MAKER: usize = 1;
pub(super) const DEALER: usize = 2;
const BUYER: usize = 3;

/// What all links share, in smallest units.
pub(super) struct Programme<'a> {
    pub request: &'a ChainRequest,
    pub market: &'a Market,
    pub price: i64,
    pub factory_cost: i64,
    pub dealer_price: i64,
    pub retail_price: i64,
    pub effective_duty: Option<f64>,
}

impl<'a> Programme<'a> {
    /// Prices along the way; with landing they are the product's own.
    ///
    /// # Errors
    /// What does not fit together, and what `landed-cost` refuses.
    pub fn of(request: &'a ChainRequest, market: &'a Market, carried: &mut Carried) -> Result<Self, Error> {
        within(request.vehicles, 1, 10_000_000, "vehicles")?;
        for (days, field) in [
            (request.parts_days, "partsDays"),
            (request.production_days, "productionDays"),
            (request.shipping_days, "shippingDays"),
            (request.credit_days, "creditDays"),
            (request.dealer_days, "dealerDays"),
        ] {
            within(days, 0, 1800, field)?;
        }
        let exact = |amount: PositiveAmount, field: &str| {
            to_minor_exact(amount.get(), request.currency).map_err(|error| error.at(field))
        };
        let price = exact(request.price, "price")?;
        let mut programme = Self {
            request,
            market,
            price,
            factory_cost: exact(request.factory_cost, "factoryCost")?,
            dealer_price: price,
            retail_price: price,
            effective_duty: None,
        };
        if let Some(landing) = &request.landing {
            let quote = programme
                .landing(landing)
                .ask_all::<LandedCostRequest>(market, carried)
                .map_err(|error| placed(error, "landing", ChainLanding::KIND.names()))?;
            programme.dealer_price = quote.landed_cost.minor();
            programme.retail_price = quote.showroom_price.minor();
            programme.effective_duty = Some(quote.effective_duty);
        }
        if let Some(price) = request.buyers.as_ref().and_then(|buyers| buyers.price) {
            programme.retail_price = exact(price, "buyers.price")?;
        }
        Ok(programme)
    }

    /// The links that are given, in the order of the way.
    pub fn links(&self, carried: &mut Carried) -> Result<Vec<Link>, Error> {
        let request = self.request;
        let mut links = Vec::new();
        macro_rules! link {
            ($($field:ident $(($all:ident))?: $terms:ident),*) => { $(
                if let Some(terms) = &request.$field {
                    let link = self.$field(terms $(, $all)?);
                    links.push(link.map_err(|error| {
                        placed(error, stringify!($field), $terms::KIND.names())
                    })?);
                }
            )* };
        }
        link!(
            suppliers: ChainSuppliers, transit: ChainTransit, cover(carried): ChainCover, funding: ChainFunding,
            credit(carried): ChainCredit, payment(carried): ChainPayment, hedge(carried): ChainHedge,
            dealers: ChainDealers, buyers: ChainBuyers, service(carried): ChainService
        );
        Ok(links)
    }

    /// Days for which the maker has paid for a vehicle that has not arrived.
    pub fn transit_days(&self) -> u32 {
        let request = self.request;
        (request.production_days + request.shipping_days).saturating_sub(request.parts_days)
    }

    pub(super) fn text(&self, minor: i64) -> String {
        minor_text(minor, self.request.currency)
    }

    /// All vehicles of the year.
    pub fn all(&self, minor: i64) -> Result<i64, Error> {
        bounded(i128::from(minor) * i128::from(self.request.vehicles), self.request.currency)
            .map_err(|error| error.at("vehicles"))
    }

    /// What is there on average of a year's amount that stays for some days: `A · d / 365`, rounded once.
    pub fn standing(&self, amount: i64, days: u32) -> Result<i64, Error> {
        let product = i128::from(amount) * i128::from(days);
        bounded(Rounding::default().quotient(product, 365), self.request.currency)
    }

    pub(super) fn part(&self, amount: i64, share: Share) -> Result<i64, Error> {
        let part = minor_decimal(amount, self.request.currency).times(share.get());
        to_minor(part, self.request.currency, Rounding::default())
    }

    /// The base rate and a margin.
    pub(super) fn rate(&self, margin: crate::values::Rate) -> String {
        self.request.base_rate.get().plus(margin.get()).normalize().text()
    }

    pub(super) fn draft(&self) -> Draft {
        Draft::one("currency", self.request.currency.code())
    }

    fn landing(&self, terms: &ChainLanding) -> Draft {
        let request = self.request;
        let mut draft = self.draft();
        draft
            .put("country", request.country)
            .put("origin", request.origin)
            .put("date", request.valuation_date)
            .put("price", request.price)
            .count("units", request.vehicles)
            .put("drive", terms.drive.name())
            .put("mode", terms.mode.name())
            .put_if("maker", terms.maker.map(super::super::landed_cost::VehicleMaker::name))
            .own("preference", crate::document::Owned::Bool(terms.preference))
            .put("freight", terms.freight)
            .put("insurance", terms.insurance)
            .put("clearance", terms.clearance)
            .put_if("dutyRate", terms.duty_rate)
            .put_if("additionalDutyRate", terms.additional_duty_rate)
            .put_if("vatRate", terms.vat_rate)
            .put("dealerMargin", terms.dealer_margin);
        draft
    }

    pub(super) fn link<P: Product>(&self, link: ChainLink, costs: [i64; 4], request: Option<Draft>) -> Link {
        Link { link, costs, days: None, tied_up: 0, covered: 0, product: P::NAME, request }
    }

    /// The year's parts, as one invoice. Days and amount count as if nobody paid early.
    fn suppliers(&self, terms: &ChainSuppliers) -> Result<Link, Error> {
        let request = self.request;
        let parts =
            minor_decimal(self.all(self.factory_cost)?, request.currency).times(terms.parts_share.get());
        let parts = to_minor(parts, request.currency, Rounding::default())?;
        let mut draft = self.draft();
        draft
            .put("method", terms.method.name())
            .put("amount", self.text(parts))
            .put("start", request.valuation_date)
            .count("termDays", request.parts_days)
            .put("discountRate", self.rate(terms.margin))
            .put_if("advanceRate", terms.advance_rate)
            .put("commission", terms.commission)
            .put("fee", terms.fee);
        if let Some(days) = terms.note_days.filter(|_| terms.method == ReceivablesMethod::Note) {
            draft.count("noteDays", days);
        }
        let quote = draft.ask::<ReceivablesRequest>(self.market)?;
        let mut costs = [0; 4];
        costs[SUPPLIER] = quote.total_cost.minor();
        Ok(Link {
            days: Some(quote.days_to_cash_waiting),
            tied_up: self.standing(parts, quote.days_to_cash_waiting)?,
            ..self.link::<ReceivablesRequest>(ChainLink::Suppliers, costs, Some(draft))
        })
    }

    /// One vehicle in a stock that is financed from the day on which its parts are paid until it arrives.
    fn transit(&self, terms: &ChainTransit) -> Result<Link, Error> {
        let days = self.transit_days();
        let way = self.request.production_days + self.request.shipping_days;
        let mut costs = [0; 4];
        let mut draft = self.stock(self.factory_cost, days);
        draft.put("baseRate", self.request.base_rate).put("margin", terms.margin);
        if days > 0 {
            let quote = draft.ask::<FloorplanRequest>(self.market)?;
            costs[MAKER] = self.all(quote.total_interest.minor())?;
        }
        Ok(Link {
            days: Some(way),
            tied_up: self.standing(self.all(self.factory_cost)?, days)?,
            ..self.link::<FloorplanRequest>(ChainLink::Transit, costs, (days > 0).then_some(draft))
        })
    }

    pub(super) fn stock(&self, unit_cost: i64, days: u32) -> Draft {
        let mut draft = self.draft();
        draft
            .put("start", self.request.valuation_date)
            .count("unitsPerMonth", 1)
            .count("months", 1)
            .put("unitCost", self.text(unit_cost))
            .count("daysToSale", days);
        draft
    }

    /// Premium, and with a default rate what is lost and not insured.
    fn insured(
        &self,
        link: ChainLink,
        draft: Draft,
        share: Share,
        carried: &mut Carried,
    ) -> Result<Link, Error> {
        let quote = draft.ask_all::<ShortTermCoverRequest>(self.market, carried)?;
        let lost = |money: Option<Money>| money.map_or(0, Money::minor);
        let mut costs = [0; 4];
        costs[MAKER] = quote.premium.minor() + lost(quote.expected_loss) - lost(quote.expected_claims);
        Ok(Link {
            covered: self.part(quote.insured_exposure.minor(), share)?,
            ..self.link::<ShortTermCoverRequest>(link, costs, Some(draft))
        })
    }

    fn sales(&self, turnover: i64, days: u32) -> Draft {
        let request = self.request;
        let trade = if request.country == request.origin { "domestic" } else { "export" };
        let mut draft = self.draft();
        draft
            .put("trade", trade)
            .put("start", request.valuation_date)
            .put("valuationDate", request.valuation_date)
            .put("country", request.country)
            .put("turnover", self.text(turnover))
            .count("termDays", days);
        draft
    }

    fn cover(&self, terms: &ChainCover, carried: &mut Carried) -> Result<Link, Error> {
        let mut draft = self.sales(self.all(self.price)?, self.request.credit_days);
        draft
            .put("payment", terms.payment.name())
            .put("insuredShare", terms.insured_share)
            .put_if("premiumRate", terms.premium_rate)
            .put("minimumPremium", terms.minimum_premium)
            .put_if("defaultRate", terms.default_rate)
            .put("lossGivenDefault", terms.loss_given_default);
        if let Some(category) = terms.category {
            draft.number("category", f64::from(category.get()));
        }
        self.insured(ChainLink::Cover, draft, terms.insured_share, carried)
    }

    fn service(&self, terms: &ChainService, carried: &mut Carried) -> Result<Link, Error> {
        let turnover = to_minor_exact(terms.turnover_per_vehicle.get(), self.request.currency)
            .map_err(|error| error.at("turnoverPerVehicle"))?;
        let turnover = self.all(turnover)?;
        let mut draft = self.sales(turnover, terms.credit_days);
        draft
            .put("insuredShare", terms.insured_share)
            .put_if("premiumRate", terms.premium_rate)
            .put_if("defaultRate", terms.default_rate);
        let link = self.insured(ChainLink::Service, draft, terms.insured_share, carried)?;
        Ok(Link { tied_up: self.standing(turnover, terms.credit_days)?, ..link })
    }

    fn funding(&self, terms: &ChainFunding) -> Result<Link, Error> {
        let (request, sales) = (self.request, self.all(self.price)?);
        let mut draft = self.draft();
        draft
            .put("method", ReceivablesMethod::InvoiceDiscounting.name())
            .put("amount", self.text(sales))
            .put("start", request.valuation_date)
            .count("termDays", request.credit_days)
            .put("discountRate", self.rate(terms.margin))
            .put("advanceRate", terms.advance_rate)
            .put("commission", terms.commission);
        let mut costs = [0; 4];
        let on_credit = request.credit_days > 0;
        if on_credit {
            costs[MAKER] = draft.ask::<ReceivablesRequest>(self.market)?.total_cost.minor();
        }
        Ok(Link {
            days: Some(request.credit_days),
            tied_up: self.standing(sales, request.credit_days)?,
            ..self.link::<ReceivablesRequest>(ChainLink::Funding, costs, (on_credit).then_some(draft))
        })
    }

    fn credit(&self, terms: &ChainCredit, carried: &mut Carried) -> Result<Link, Error> {
        let request = self.request;
        let mut cover = Draft::default();
        cover
            .put("rules", terms.rules.name())
            .put("commercial", terms.insured_share)
            .put("political", terms.insured_share)
            .put("premiumPayment", terms.premium_payment.name());
        let mut draft = self.draft();
        draft
            .put("exporterCountry", request.origin)
            .put("country", request.country)
            .put_if("buyer", terms.buyer.map(crate::values::BuyerClass::name))
            .put_if("rating", terms.rating.map(crate::values::RatingGrade::name))
            .put("goods", terms.goods.name())
            .put("contractValue", self.text(self.all(self.price)?))
            .put("downPayment", terms.down_payment)
            .put("start", request.valuation_date)
            .put("valuationDate", request.valuation_date)
            .count("disbursementMonths", terms.disbursement_months.get())
            .count("repaymentMonths", terms.repayment_months.get())
            .put("rate", self.rate(terms.margin))
            .under("cover", cover)
            .under("fees", Draft::one("arrangement", terms.arrangement));
        let quote = draft.ask_all::<ExportCreditRequest>(self.market, carried)?;
        let mut costs = [0; 4];
        costs[BUYER] = quote.total_cost.minor();
        Ok(Link {
            covered: self.part(quote.loan_amount.minor(), terms.insured_share)?,
            ..self.link::<ExportCreditRequest>(ChainLink::Credit, costs, Some(draft))
        })
    }
}
