//! From the works to the showroom: each levy on its base, each amount rounded once.

use rust_decimal::Decimal;

use super::levies::{Levy, Origin};
use super::request::{CustomsValueBasis, LandedCostRequest, LandedPart, MarginBase, VatStage};
use crate::document::Text;
use crate::error::{Error, ErrorKind};
use crate::reference::{ImportMode, LevyBase, LevyKind, LevyRow, customs_union};
use crate::values::{Exact, PositiveAmount, minor_decimal, to_minor, to_minor_exact};

/// One part of the price, in smallest units.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    pub part: LandedPart,
    pub levy: Option<&'a Levy>,
    pub base: Option<i64>,
    /// Whether the least amount counts.
    pub is_least: bool,
    pub amount: i64,
}

/// A vehicle's way, in smallest units.
#[derive(Debug, Default)]
pub(super) struct Cascade<'a> {
    pub parts: Vec<Part<'a>>,
    pub customs_value: i64,
    pub duties: i64,
    pub levies: i64,
    pub before_vat: i64,
    pub landed: i64,
    pub margin: i64,
    pub price: i64,
}

/// What stands as bases so far.
struct Bases {
    customs: i64,
    duty_paid: i64,
    taxed: i64,
}

impl LandedCostRequest {
    /// What the customs value holds by the market's law.
    ///
    /// The United States, Canada, Australia and New Zealand leave the freight between the countries out; the Agreement lets
    /// each member choose, and most take CIF.
    ///
    /// Source: Agreement on implementation of article VII of the GATT 1994, article 8.2; 19 U.S.C. 1401a(b)(4)(A); Customs
    /// Act (Canada), section 48(5)(b); Customs Act 1901 (Australia), section 161.
    pub(super) fn basis(&self) -> CustomsValueBasis {
        match self.country.alpha3() {
            _ if self.customs_value.is_some() => self.customs_value.unwrap_or(CustomsValueBasis::Cif),
            "USA" | "CAN" | "AUS" | "NZL" => CustomsValueBasis::Fob,
            _ => CustomsValueBasis::Cif,
        }
    }

    /// The cascade of one vehicle with these levies.
    ///
    /// `A = max(r · B, least)`; tax-inclusive `A = r / (1 − r) · B`; an amount `A = a · n`, n 1 or the horsepower
    ///
    /// - `B` customs value V; V with all duties; or that with local parts and every earlier levy that VAT falls on
    /// - VAT at import in the European Union and the United Kingdom takes the way to the dealer in (Directive 2006/112/EC,
    ///   article 86(1)(b); Value Added Tax Act 1994, section 21(2)); elsewhere it does not
    /// - VAT on the sale takes everything but registration fees that stand outside it
    ///
    /// Rounding: each amount once.
    ///
    /// # Errors
    /// `exchange-rate-missing`, `required` for horsepower, `too-many-decimals` and `amount-too-large`.
    pub(super) fn cascade<'a>(&self, levies: &[&'a Levy]) -> Result<Cascade<'a>, Error> {
        if let Some(rates) = &self.exchange_rates
            && rates.currencies.len() != rates.rates.len()
        {
            let error = Error::invalid("unequal-lengths", "give one rate for each currency");
            return Err(error.at("exchangeRates.rates").with_value(rates.rates.len().text()));
        }
        let whole = |amount: Decimal, field: &str| {
            to_minor_exact(amount, self.currency).map_err(|error| error.at(field))
        };
        let [price, to_port] = [whole(self.price.get(), "price")?, whole(self.to_port.get(), "toPort")?];
        let freight = whole(self.freight.get(), "freight")?;
        let insurance = whole(self.insurance.get(), "insurance")?;
        let local = whole(self.local_content.get(), "localContent")?;
        let clearance = whole(self.clearance.get(), "clearance")?;
        let on_board = price + to_port;
        let is_local = self.mode == ImportMode::Local;
        let customs = match self.basis() {
            CustomsValueBasis::Cif if !is_local => on_board + freight + insurance,
            _ => on_board,
        };
        let mut out = Cascade { customs_value: customs, ..Cascade::default() };
        out.cost(LandedPart::ExWorks, price);
        out.cost(LandedPart::ToPort, to_port);
        out.cost(LandedPart::Freight, freight);
        out.cost(LandedPart::Insurance, insurance);
        let mut bases = Bases { customs, duty_paid: customs, taxed: customs };
        let mut outside = 0;
        for kind in LevyKind::ALL {
            if *kind == LevyKind::Excise {
                out.cost(LandedPart::LocalContent, local);
                bases.duty_paid = customs + out.duties;
                bases.taxed += local;
            }
            if *kind == LevyKind::Vat {
                continue;
            }
            for levy in levies.iter().filter(|levy| levy.row.kind == *kind) {
                let amount = self.levy(levy, &bases, &mut out)?;
                if kind.is_duty() {
                    out.duties += amount;
                }
                if levy.row.is_in_vat() {
                    bases.taxed += amount;
                } else if *kind == LevyKind::Registration {
                    outside += amount;
                }
            }
        }
        out.cost(LandedPart::Clearance, clearance);
        out.before_vat = out.price;
        if self.vat_stage == VatStage::Import {
            let country = self.country.alpha3();
            if country == "GBR" || customs_union(country) == Some("EU") {
                bases.taxed += clearance;
            }
            self.vat(levies, &bases, &mut out)?;
        }
        out.landed = out.price;
        out.margin = self.margin(out.landed)?;
        out.cost(LandedPart::Margin, out.margin);
        if self.vat_stage == VatStage::Sale {
            bases.taxed = out.price - outside;
            self.vat(levies, &bases, &mut out)?;
        }
        Ok(out)
    }

    fn vat<'a>(&self, levies: &[&'a Levy], bases: &Bases, out: &mut Cascade<'a>) -> Result<(), Error> {
        for levy in levies.iter().filter(|levy| levy.row.kind == LevyKind::Vat) {
            self.levy(levy, bases, out)?;
        }
        Ok(())
    }

    /// The dealer's margin: `m · C` of the landed cost, `m / (1 − m) · C` of the price.
    fn margin(&self, landed: i64) -> Result<i64, Error> {
        let share = self.dealer_margin.get();
        if share >= Decimal::ONE {
            let error =
                Error::out_of_range("above-maximum", "a dealer's margin is below 1").at("dealerMargin");
            return Err(error.detail("bounds", "0 to below 1").with_value(share.text()));
        }
        let cost = minor_decimal(landed, self.currency).times(share);
        let margin = match self.margin_base {
            MarginBase::LandedCost => cost,
            MarginBase::Price => cost.over(Decimal::ONE.minus(share)),
        };
        to_minor(margin, self.currency, self.rounding).map_err(|error| error.at("dealerMargin"))
    }

    /// Adds one levy and gives its amount.
    fn levy<'a>(&self, levy: &'a Levy, bases: &Bases, out: &mut Cascade<'a>) -> Result<i64, Error> {
        let row = &levy.row;
        let base = match row.base {
            LevyBase::CustomsValue => Some(bases.customs),
            LevyBase::DutyPaid => Some(bases.duty_paid),
            LevyBase::Taxed | LevyBase::TaxInclusive => Some(bases.taxed),
            LevyBase::Unit | LevyBase::Horsepower => None,
        };
        let value = base.map(|base| minor_decimal(base, self.currency).times(row.rate));
        let mut amount = match (row.base, value) {
            (LevyBase::TaxInclusive, Some(value)) => value.over(Decimal::ONE.minus(row.rate)),
            (_, Some(value)) => value,
            (LevyBase::Horsepower, None) => {
                let sentence = "a levy hangs on the power: give it in horsepower";
                let power =
                    self.horsepower.ok_or_else(|| Error::invalid("required", sentence).at("horsepower"))?;
                row.rate.times(Decimal::from(power)).times(self.worth(row)?)
            }
            (_, None) => row.rate.times(self.worth(row)?),
        };
        let mut is_least = false;
        if let Some(least) = row.least {
            let least = least.times(self.worth(row)?);
            if least > amount {
                (amount, is_least) = (least, true);
            }
        }
        let field = if levy.origin == Origin::Request { "levies" } else { "price" };
        let amount = to_minor(amount, self.currency, self.rounding).map_err(|error| error.at(field))?;
        out.add(Part { part: part_of(row.kind), levy: Some(levy), base, is_least, amount });
        out.levies += amount;
        Ok(amount)
    }

    /// What one unit of a levy's currency is worth.
    fn worth(&self, row: &LevyRow) -> Result<Decimal, Error> {
        if row.currency.is_empty() || row.currency == self.currency.code() {
            return Ok(Decimal::ONE);
        }
        let rates = self.exchange_rates.iter().flat_map(|rates| rates.currencies.iter().zip(&rates.rates));
        let rate = rates.into_iter().find(|(currency, _)| currency.code() == row.currency);
        rate.map(|(_, rate)| PositiveAmount::get(*rate)).ok_or_else(|| {
            let sentence = [
                "a levy is in ",
                &row.currency,
                ": say in exchangeRates what one is worth in ",
                self.currency.code(),
            ];
            Error::new(ErrorKind::MissingData, "exchange-rate-missing", sentence.concat())
                .at("exchangeRates")
                .detail("currency", row.currency.as_str())
        })
    }
}

impl<'a> Cascade<'a> {
    fn cost(&mut self, part: LandedPart, amount: i64) {
        if amount != 0 {
            self.add(Part { part, levy: None, base: None, is_least: false, amount });
        }
    }

    fn add(&mut self, part: Part<'a>) {
        self.price += part.amount;
        self.parts.push(part);
    }
}

const fn part_of(kind: LevyKind) -> LandedPart {
    match kind {
        LevyKind::Duty => LandedPart::Duty,
        LevyKind::Additional => LandedPart::Additional,
        LevyKind::Countervailing => LandedPart::Countervailing,
        LevyKind::Safeguard => LandedPart::Safeguard,
        LevyKind::Excise => LandedPart::Excise,
        LevyKind::Recycling => LandedPart::Recycling,
        LevyKind::Registration => LandedPart::Registration,
        LevyKind::Other => LandedPart::Other,
        LevyKind::Vat => LandedPart::Vat,
    }
}
