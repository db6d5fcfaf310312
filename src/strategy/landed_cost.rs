//! From the works to the showroom: what a vehicle costs in its market, levy by levy.

mod cascade;
mod explain;
mod levies;
mod request;

use std::sync::Arc;

pub use request::{
    CustomsValueBasis, ExchangeRates, GivenLevies, LandedAlternative, LandedCostQuote, LandedCostRequest,
    LandedPart, LandedRow, MarginBase, UncountedLevy, VatStage, VehicleMaker, WhyUncounted,
};

use self::cascade::{Cascade, Part};
use self::levies::{Levy, Origin, charge, uncounted as uncounted_row};
use crate::document::{Text, nearest_float};
use crate::error::Error;
use crate::explain::{Edition, Notice, Trace};
use crate::product::Product;
use crate::reference::{LevyKind, Market, Standing, VehicleGoods};
use crate::values::{Exact, Money, bounded, minor_decimal, within};

crate::quotes!(LandedCostQuote);

impl Product for LandedCostRequest {
    type Quote = LandedCostQuote;

    const NAME: &'static str = "landed-cost";

    #[inline(never)]
    fn quote(&self, market: &Market, trace: &mut Trace) -> Result<LandedCostQuote, Error> {
        within(self.units, 1, MOST_UNITS, "units")?;
        if self.northern_ireland && self.country.alpha3() != "GBR" {
            let sentence = "Northern Ireland is a part of GBR";
            return Err(Error::invalid("only-with-gbr", sentence).at("northernIreland").with_value("true"));
        }
        let found = self.levies(market)?;
        let (mut uncounted, mut notices) = (found.uncounted, found.notices);
        let (counted, alternatives) = self.settle(&found.all, &mut uncounted, &mut notices)?;
        let cascade = self.cascade(&counted)?;
        let money = |minor: i64| {
            bounded(i128::from(minor), self.currency).map(|minor| Money::new(minor, self.currency))
        };
        let all = |minor: i64| {
            let whole = i128::from(minor) * i128::from(self.units);
            bounded(whole, self.currency).map(|minor| Money::new(minor, self.currency))
        };
        let of_value = |minor: i64| self.ratio(minor, cascade.customs_value, 6);
        let mut rows = Vec::with_capacity(cascade.parts.len());
        let mut running = 0;
        for part in &cascade.parts {
            running += part.amount;
            let row = self
                .row(part, running, &cascade)
                .and_then(|row| Ok(LandedRow { programme: all(part.amount)?, ..row }));
            rows.push(row.map_err(|error| error.moved("price"))?);
        }
        let prohibited = self.prohibition(&mut notices);
        let editions = self.editions(market, &counted, &mut notices);
        let quote = LandedCostQuote {
            showroom_price: money(cascade.price)?,
            landed_cost: money(cascade.landed)?,
            landed_cost_before_vat: money(cascade.before_vat)?,
            customs_value: money(cascade.customs_value)?,
            customs_value_basis: self.basis(),
            duties: money(cascade.duties)?,
            effective_duty: of_value(cascade.duties),
            levies: money(cascade.levies)?,
            effective_levies: of_value(cascade.levies),
            margin: money(cascade.margin)?,
            units: self.units,
            programme_price: all(cascade.price)?,
            programme_cost: all(cascade.landed)?,
            programme_levies: all(cascade.levies)?,
            prohibited,
            cascade: rows,
            alternatives,
            uncounted,
            editions,
            notices,
        };
        self.explain(&quote, &cascade, trace);
        Ok(quote)
    }
}

impl LandedCostRequest {
    /// One of each kind that the table has several of: one that the request takes, otherwise the dearest.
    fn settle<'a>(
        &self,
        all: &'a [Levy],
        uncounted: &mut Vec<UncountedLevy>,
        notices: &mut Vec<Notice>,
    ) -> Result<(Vec<&'a Levy>, Vec<LandedAlternative>), Error> {
        let is_rival = |levy: &Levy, kind: LevyKind| levy.row.kind == kind && levy.origin == Origin::Duties;
        let mut counted: Vec<&Levy> = Vec::new();
        for levy in all {
            if !counted.iter().any(|known| levy.origin == Origin::Duties && is_rival(known, levy.row.kind)) {
                counted.push(levy);
            }
        }
        let mut alternatives = Vec::new();
        for kind in LevyKind::ALL {
            let rivals: Vec<&Levy> = all.iter().filter(|levy| is_rival(levy, *kind)).collect();
            if rivals.len() < 2 {
                continue;
            }
            let mut best: Option<(bool, i64, usize)> = None;
            let mut ways = Vec::new();
            for (at, rival) in rivals.iter().enumerate() {
                let way: Vec<&Levy> =
                    counted.iter().map(|levy| if is_rival(levy, *kind) { *rival } else { *levy }).collect();
                let cascade = self.cascade(&way)?;
                let this = (self.take.contains(&rival.row.id), cascade.price, at);
                if best.is_none_or(|best| (this.0, this.1) > (best.0, best.1)) {
                    best = Some(this);
                }
                ways.push((cascade.landed, cascade.price));
            }
            let Some((is_asked, _, best)) = best else { continue };
            for (at, (rival, (landed, price))) in rivals.iter().zip(ways).enumerate() {
                let row = &rival.row;
                let (rate, own_amount, own_currency) = charge(row);
                alternatives.push(LandedAlternative {
                    row: row.id.clone(),
                    kind: *kind,
                    rate,
                    own_amount,
                    own_currency,
                    landed_cost: Money::new(landed, self.currency),
                    showroom_price: Money::new(price, self.currency),
                    taken: at == best,
                    source: row.source.clone(),
                    as_of: row.as_of,
                    grade: row.grade,
                });
                if at != best {
                    uncounted.push(uncounted_row(row, WhyUncounted::Conflict));
                }
            }
            let taken = rivals.get(best).map(|levy| levy.row.id.as_str()).unwrap_or_default();
            let names: Vec<&str> = rivals.iter().map(|levy| levy.row.id.as_str()).collect();
            let notice =
                if is_asked { Notice::new("levies-conflict-taken") } else { Notice::new("levies-conflict") };
            notices.push(notice.with("row", taken).with("rows", names.join(", ")));
            for levy in &mut counted {
                if is_rival(levy, *kind)
                    && let Some(rival) = rivals.get(best)
                {
                    *levy = rival;
                }
            }
        }
        let known = |name: &&String| !all.iter().any(|levy| levy.row.id == **name);
        if let Some((at, name)) = self.take.iter().enumerate().find(|(_, name)| known(name)) {
            let sentence = "no row of this name counts for these goods in this market on this day";
            return Err(Error::invalid("no-such-row", sentence)
                .at(["take.", &at.text()].concat())
                .with_value(name));
        }
        Ok((counted, alternatives))
    }

    fn row(&self, part: &Part<'_>, running: i64, cascade: &Cascade<'_>) -> Result<LandedRow, Error> {
        let money = |minor: i64| {
            bounded(i128::from(minor), self.currency).map(|minor| Money::new(minor, self.currency))
        };
        let levy = part.levy.map(|levy| &levy.row);
        let is_from_outside = part.levy.is_some_and(|levy| levy.origin != Origin::Request);
        let own = levy.filter(|_| part.base.is_none() || part.is_least);
        let own_amount = own.map(|row| if part.is_least { row.least.unwrap_or_default() } else { row.rate });
        let currency =
            own.map(|row| if row.currency.is_empty() { self.currency.code() } else { &row.currency });
        Ok(LandedRow {
            part: part.part,
            row: levy.filter(|_| is_from_outside).map(|row| row.id.clone()),
            base: levy.map(|row| row.base),
            base_amount: part.base.map(&money).transpose()?,
            rate: levy.filter(|_| part.base.is_some()).map(|row| nearest_float(row.rate)),
            own_amount,
            own_currency: currency.map(str::to_owned),
            amount: money(part.amount)?,
            running: money(running)?,
            share: self.ratio(part.amount, cascade.price, 12),
            programme: money(part.amount)?,
            source: levy.filter(|_| is_from_outside).map(|row| row.source.clone()),
            as_of: levy.and_then(|row| row.as_of),
            grade: levy.filter(|_| is_from_outside).map(|row| row.grade),
            contested: levy.is_some_and(|row| row.standing == Standing::Contested),
        })
    }

    /// `a / b` with so many decimals: six hide that amounts are rounded to cents.
    fn ratio(&self, minor: i64, of: i64, digits: u32) -> f64 {
        if of == 0 {
            return 0.0;
        }
        let ratio = minor_decimal(minor, self.currency).over(minor_decimal(of, self.currency));
        nearest_float(ratio.to_digits(digits))
    }

    /// Whether the United States bar the vehicle: connected passenger vehicles of makers under Chinese or Russian control,
    /// for their software from model year 2027 on, for their hardware too from 2030.
    ///
    /// Source: 15 CFR 791.302 to 791.304, with the exemptions of 791.308 (90 FR 5360, 2025-01-16).
    fn prohibition(&self, notices: &mut Vec<Notice>) -> bool {
        let control = self.control.unwrap_or(self.origin).alpha3();
        if self.country.alpha3() != "USA"
            || self.goods != VehicleGoods::PassengerCar
            || !["CHN", "RUS"].contains(&control)
        {
            return false;
        }
        let year = self.model_year.map_or(self.date.year(), |year| i32::try_from(year).unwrap_or(i32::MAX));
        let barred = year >= 2027;
        let notice = if year >= 2030 {
            Notice::new("connected-vehicle-hardware")
        } else if barred {
            Notice::new("connected-vehicle-software")
        } else {
            Notice::new("connected-vehicle-soon")
        };
        notices.push(notice.with("modelYear", year));
        barred
    }

    /// The tables that were used, and what a reader should know of the rows.
    fn editions(&self, market: &Market, counted: &[&Levy], notices: &mut Vec<Notice>) -> Vec<Arc<Edition>> {
        let tables = &market.vehicle_duties;
        let mut editions: Vec<Arc<Edition>> = Vec::new();
        let day = self.valuation_date.unwrap_or(self.date);
        for levy in counted {
            let row = &levy.row;
            let edition = match levy.origin {
                Origin::Request => continue,
                Origin::Card => market.card.as_ref().map(|card| &card.edition),
                Origin::Duties => Some(tables.edition()),
                Origin::Fees => Some(tables.fees_edition()),
            };
            let Some(edition) = edition else { continue };
            if !editions.iter().any(|known| known.id == edition.id) {
                editions.push(Arc::clone(edition));
                if levy.origin == Origin::Card {
                    notices.extend(market.card.as_ref().map(|card| card.notice()));
                }
            }
            if levy.origin == Origin::Card {
                continue;
            }
            let about = |notice: Notice| {
                let date = row.as_of.map(|date| date.text()).unwrap_or_default();
                notice
                    .with("levy", row.kind.name())
                    .with("row", &row.id)
                    .with("source", &row.source)
                    .with("date", date)
            };
            let before = notices.len();
            if row.standing == Standing::Contested {
                notices.push(about(Notice::new("levy-contested")));
            }
            match row.as_of {
                None => notices.push(about(Notice::new("levy-undated"))),
                Some(date) if date.add_months(12).is_ok_and(|limit| day > limit) => {
                    notices.push(about(Notice::new("levy-old")).with("valuationDate", day));
                }
                Some(_) => {}
            }
            if notices.len() == before {
                notices.push(about(Notice::new("levy-from-table")));
            }
        }
        if self.is_inside() {
            notices.push(Notice::new("same-customs-territory"));
        }
        if self.customs_value.is_none() {
            notices.push(Notice::new("customs-value-by-law").with("basis", self.basis().name()));
        }
        editions
    }
}

/// The most vehicles of a programme.
const MOST_UNITS: u32 = 10_000_000;
