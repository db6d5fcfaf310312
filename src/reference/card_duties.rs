use rust_decimal::Decimal;

use super::rate_card::RateCard;
use super::vehicle_duties::{
    ImportMode, LevyBase, LevyKind, LevyRow, Standing, VehicleDrive, VehicleDuties, VehicleGoods,
};
use crate::document::{Faults, Text};
use crate::error::Error;
use crate::values::{Amount, CountryCode, Currency, Date};

crate::record! {
    /// A levy on vehicles, as the partner knows it: where it holds, it takes the place of the table's rows of its kind.
    pub struct CardDuty {
        /// The country or territory that levies it.
        pub country: CountryCode,
        /// What it is.
        pub kind: LevyKind,
        /// What it is taken of.
        pub base: LevyBase = LevyBase::CustomsValue,
        /// A fraction of the base (0.1 is 10 %), or an amount for each vehicle or horsepower; zero or more.
        pub rate: Decimal,
        /// The least amount for each vehicle.
        pub least: Option<Amount>,
        /// The currency of amounts; without it the card's.
        pub currency: Option<Currency>,
        /// The goods; empty for all.
        pub goods: Vec<VehicleGoods> = Vec::new(),
        /// How they come in; empty for every way.
        pub modes: Vec<ImportMode> = Vec::new(),
        /// What drives them; empty for all.
        pub drives: Vec<VehicleDrive> = Vec::new(),
        /// The country where they were made; without it any.
        pub origin: Option<CountryCode>,
        /// Whether VAT falls on it; without it not on recycling and registration fees, and on all others.
        pub in_vat: Option<bool>,
        /// The first day in force.
        pub from: Option<Date>,
        /// The last day in force.
        pub until: Option<Date>,
    }
}

impl CardDuty {
    /// What is wrong with a row that can be read.
    pub(super) fn contradictions(&self, card: &RateCard, found: &mut Faults) {
        if self.rate < Decimal::ZERO {
            let error = Error::out_of_range("below-minimum", "this is zero or more");
            found.add(error.detail("bounds", "zero and above").at("rate").with_value(self.rate.text()));
        }
        let is_amount = matches!(self.base, LevyBase::Unit | LevyBase::Horsepower) || self.least.is_some();
        if is_amount && self.currency.or(card.currency).is_none() {
            let sentence = "an amount needs a currency, the row's or the card's";
            found.add(Error::invalid("currency-missing", sentence).at("currency"));
        }
    }

    fn row(&self, at: usize, card: &RateCard, issuer: &str) -> LevyRow {
        let bits = |all: &mut dyn Iterator<Item = u8>| all.fold(0, |bits, one| bits | 1 << one);
        LevyRow {
            id: ["card-", &(at + 1).text()].concat(),
            market: self.country.alpha3().to_owned(),
            origin: self.origin.map(|origin| origin.alpha3().to_owned()).unwrap_or_default(),
            applies: [
                bits(&mut self.goods.iter().map(|one| *one as u8)),
                bits(&mut self.modes.iter().map(|one| *one as u8)),
                bits(&mut self.drives.iter().map(|one| *one as u8)),
            ],
            condition: String::new(),
            kind: self.kind,
            base: self.base,
            rate: self.rate,
            least: self.least.map(Amount::get),
            currency: self.currency.or(card.currency).map(|one| one.code().to_owned()).unwrap_or_default(),
            quota: None,
            in_force: (self.from, self.until),
            as_of: Some(card.date),
            standing: Standing::InForce,
            in_vat: self.in_vat,
            source: issuer.to_owned(),
            grade: card.grade(),
        }
    }
}

impl VehicleDuties {
    /// Puts a card's levies over the tables.
    pub(super) fn apply(&mut self, card: &RateCard, issuer: &str) {
        let rows = card.duty_rows.iter().enumerate();
        self.overlay(rows.map(|(at, duty)| duty.row(at, card, issuer)).collect());
    }
}
