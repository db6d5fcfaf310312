//! A model's whole way into a market: what financing costs a vehicle in each link, who bears it, and what would help most. Each
//! link is counted by its own product; nothing is computed in another way here.

mod draft;
mod explained;
mod levers;
mod links;
mod place;
mod quote;
mod request;
mod way;

pub use quote::{
    ChainBearer, ChainBearerQuote, ChainImprovement, ChainLever, ChainLink, ChainLinkQuote, ChainQuote,
};
pub use request::{
    ChainBuyers, ChainCover, ChainCredit, ChainDealers, ChainFunding, ChainHedge, ChainLanding, ChainPayment,
    ChainRequest, ChainService, ChainSuppliers, ChainTransit,
};

use self::draft::Carried;
use self::links::{Link, Programme};
use crate::error::Error;
use crate::explain::{Notice, Trace};
use crate::product::Product;
use crate::reference::Market;
use crate::values::{Currency, Money, Rounding, bounded};

crate::quotes!(ChainQuote);

impl Product for ChainRequest {
    type Quote = ChainQuote;

    const NAME: &'static str = "chain";

    /// - cost of a link `C = cost told by its product · how often it is made in the year`
    /// - of a vehicle `c = C / n`, cut from the running sum over links and bearers, so that links and bearers add up to one sum
    /// - cash cycle `production + way + credit (0 where it is made cash) + days of payment − days to pay for parts`
    /// - maker's capital `factory cost · n · max(cycle, 0) / 365`
    ///
    /// Source: definition of this project.
    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<ChainQuote, Error> {
        let mut carried = Carried::default();
        let programme = Programme::of(self, market, &mut carried)?;
        let links = programme.links(&mut carried)?;
        let money = |minor: i64| Money::new(minor, self.currency);
        let total = sum(&links, self.currency)?;
        let of_price = |minor: i64| minor as f64 / programme.price as f64;
        let mut cut = Cut { vehicles: i128::from(self.vehicles), so_far: 0, told: 0 };
        let mut bearers = [(0_i64, 0_i64); 4];
        let told: Vec<ChainLinkQuote> = links
            .iter()
            .map(|link| {
                let each = link.costs.map(|cost| cut.next(cost));
                for ((one, all), (cell, cost)) in bearers.iter_mut().zip(each.iter().zip(link.costs)) {
                    *one += cell;
                    *all += cost;
                }
                let [supplier, maker, dealer, buyer] = each;
                let cost = supplier + maker + dealer + buyer;
                ChainLinkQuote {
                    link: link.link,
                    cost_per_vehicle: money(cost),
                    supplier: money(supplier),
                    maker: money(maker),
                    dealer: money(dealer),
                    buyer: money(buyer),
                    share_of_price: of_price(cost),
                    programme_cost: money(link.costs.iter().sum()),
                    days: link.days,
                    tied_up: money(link.tied_up),
                    covered: money(link.covered),
                    counted_by: link.product.to_owned(),
                    request: link.request.as_ref().map(|request| request.text(link.product)),
                }
            })
            .collect();
        let cost = bearers.iter().map(|(one, _)| one).sum::<i64>();
        let add = |of: fn(&Link) -> i64| {
            bounded(links.iter().map(|link| i128::from(of(link))).sum(), self.currency)
        };
        let working = add(|link| link.tied_up)?;
        let cycle = self.cash_cycle(&links);
        let own = programme.all(programme.factory_cost)?;
        let dearest = told.iter().reduce(|best, one| {
            if one.programme_cost.minor() > best.programme_cost.minor() { one } else { best }
        });
        let improvements = levers::improvements(self, market, total);
        let mut notices = carried.notices;
        if self.transit.is_some() && programme.transit_days() == 0 {
            notices.push(Notice::new("parts-paid-after-arrival"));
        }
        if !improvements.is_empty() {
            notices.push(Notice::new("single-changes").with("date", self.valuation_date));
        }
        if links.is_empty() {
            notices.push(Notice::new("no-links"));
        }
        let quote = ChainQuote {
            currency: self.currency,
            cost_per_vehicle: money(cost),
            share_of_price: of_price(cost),
            programme_cost: money(total),
            dearest_link: dearest.map(|one| one.link),
            best_lever: improvements.first().filter(|best| best.saving.minor() > 0).map(|best| best.lever),
            cash_cycle_days: f64::from(cycle),
            working_capital: money(working),
            working_capital_per_vehicle: money(bounded(
                Rounding::default().quotient(i128::from(working), i128::from(self.vehicles)),
                self.currency,
            )?),
            maker_capital: money(programme.standing(own, cycle.max(0).unsigned_abs())?),
            total_cover: money(add(|link| link.covered)?),
            dealer_price: money(programme.dealer_price),
            retail_price: money(programme.retail_price),
            effective_duty: programme.effective_duty,
            bearers: ChainBearer::ALL
                .iter()
                .zip(bearers)
                .map(|(bearer, (one, all))| ChainBearerQuote {
                    bearer: *bearer,
                    cost_per_vehicle: money(one),
                    share_of_price: of_price(one),
                    programme_cost: money(all),
                })
                .collect(),
            links: told,
            improvements,
            editions: carried.editions,
            notices,
        };
        explained::explain(self, &quote, trace);
        Ok(quote)
    }
}

impl ChainRequest {
    fn cash_cycle(&self, links: &[Link]) -> i32 {
        let days = |wanted: ChainLink| {
            links.iter().find(|link| link.link == wanted).and_then(|link| link.days).unwrap_or(0)
        };
        let credit = if self.funding.is_some() { 0 } else { self.credit_days };
        let after = self.production_days + self.shipping_days + credit + days(ChainLink::Payment);
        after as i32 - self.parts_days as i32
    }
}

/// What all links cost.
fn sum(links: &[Link], currency: Currency) -> Result<i64, Error> {
    let all = links.iter().flat_map(|link| link.costs).map(i128::from).sum();
    bounded(all, currency).map_err(|error| error.at("vehicles"))
}

/// Cuts amounts of all vehicles into those of one, so that they add up to the one of the sum.
struct Cut {
    vehicles: i128,
    so_far: i128,
    told: i128,
}

impl Cut {
    fn next(&mut self, cost: i64) -> i64 {
        self.so_far += i128::from(cost);
        let one = Rounding::default().quotient(self.so_far, self.vehicles);
        let cell = one - self.told;
        self.told = one;
        cell as i64
    }
}
