use std::sync::Arc;

use rust_decimal::Decimal;

use super::recycling_fees::RecyclingFee;
use super::table::{Row, Table};
use crate::error::Error;
use crate::explain::{Edition, Grade};
use crate::values::Date;

crate::choice! {
    /// What is levied on a vehicle, in the order in which it is.
    pub enum LevyKind {
        /// The customs duty.
        Duty = "duty",
        /// An additional duty or surtax.
        Additional = "additional-duty",
        /// A duty against subsidies.
        Countervailing = "countervailing-duty",
        /// A duty against a surge of imports.
        Safeguard = "safeguard-duty",
        /// An excise or a tax on consumption.
        Excise = "excise",
        /// A fee for recycling or scrapping.
        Recycling = "recycling-fee",
        /// A fee or tax for registration.
        Registration = "registration-fee",
        /// Any other.
        Other = "other-levy",
        /// Value added tax, or a general tax on sales.
        Vat = "vat",
    }
}

crate::choice! {
    /// What a rate is taken of, or what an amount is due for.
    pub enum LevyBase {
        /// The customs value.
        CustomsValue = "customs-value",
        /// The customs value with all duties.
        DutyPaid = "duty-paid-value",
        /// The customs value with duties, local parts and what else VAT falls on, so far as it stands before.
        Taxed = "taxed-value",
        /// The same and the levy itself: r / (1 − r) of the taxed value, as Brazil's ICMS.
        TaxInclusive = "tax-inclusive",
        /// An amount for each vehicle.
        Unit = "unit",
        /// An amount for each horsepower.
        Horsepower = "horsepower",
    }
}

crate::choice! {
    /// How a vehicle reaches its market.
    pub enum ImportMode {
        /// Built up.
        BuiltUp = "built-up",
        /// As a kit that is put together with little work.
        SemiKnockedDown = "skd",
        /// As a kit of all its parts.
        CompletelyKnockedDown = "ckd",
        /// Made in the market.
        Local = "local",
    }
}

crate::choice! {
    /// What drives a vehicle.
    pub enum VehicleDrive {
        /// Electric motors alone, with or without a range extender.
        Battery = "battery",
        /// An engine and a battery that is charged from the grid.
        PlugIn = "plug-in",
        /// An engine and a battery that is not.
        Hybrid = "hybrid",
        /// An engine.
        Combustion = "combustion",
    }
}

crate::choice! {
    /// What is brought in.
    pub enum VehicleGoods {
        /// Passenger cars.
        PassengerCar = "passenger-car",
        /// Trucks.
        Truck = "truck",
        /// Parts of the powertrain.
        PowertrainParts = "powertrain-parts",
    }
}

/// How sure a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Reported as law.
    InForce,
    /// Sources disagree, or what they say leaves something open.
    Contested,
    /// A draft: it never counts.
    Draft,
    /// A concession for private persons: it never counts for a company.
    PrivateUse,
}

impl Standing {
    pub(super) fn parse(text: &str) -> Result<Self, Error> {
        match text {
            "in-force" => Ok(Self::InForce),
            "contested" => Ok(Self::Contested),
            "draft" => Ok(Self::Draft),
            "private-use" => Ok(Self::PrivateUse),
            _ => Err(Error::invalid("unknown-name", "this is in-force, contested, draft or private-use")),
        }
    }
}

/// One levy of a market: its rate or amount, on what and for whom it falls, and who says so.
#[derive(Clone, Debug)]
pub struct LevyRow {
    /// The stable name.
    pub id: String,
    /// The country by its code of three letters, or a customs union.
    pub market: String,
    /// The country where the vehicle was made; empty for any.
    pub origin: String,
    /// The goods, modes and drives for which it holds; 0 for all, otherwise a bit for each.
    pub applies: [u8; 3],
    /// What must hold besides: a maker, a quota, a trade agreement; empty where nothing must.
    pub condition: String,
    /// What it is.
    pub kind: LevyKind,
    /// What it is taken of.
    pub base: LevyBase,
    /// A fraction of the base, or an amount.
    pub rate: Decimal,
    /// The least amount for each vehicle.
    pub least: Option<Decimal>,
    /// The currency of amounts; empty where there are none.
    pub currency: String,
    /// The vehicles a year within which it holds.
    pub quota: Option<u32>,
    /// The days in force, both included.
    pub in_force: (Option<Date>, Option<Date>),
    /// The day of its source; nothing where the source has none.
    pub as_of: Option<Date>,
    /// How sure it is.
    pub standing: Standing,
    /// Whether VAT falls on it; what its kind says where nothing is given.
    pub in_vat: Option<bool>,
    /// Who says so.
    pub source: String,
    /// How good that source is.
    pub grade: Grade,
}

impl LevyRow {
    /// Whether VAT falls on it: on recycling and registration fees only where the row says so.
    pub fn is_in_vat(&self) -> bool {
        self.in_vat.unwrap_or(!matches!(self.kind, LevyKind::Recycling | LevyKind::Registration))
    }
}

/// The levies on vehicles by market.
#[derive(Clone, Debug)]
pub struct VehicleDuties {
    edition: Arc<Edition>,
    fees_edition: Arc<Edition>,
    rows: Vec<LevyRow>,
    fees: Vec<RecyclingFee>,
    card: Vec<LevyRow>,
}

impl VehicleDuties {
    /// Reads the tables `vehicle-duties` (columns `id`, `market`, `origin`, `goods`, `modes`, `drives`, `condition`, `kind`,
    /// `base`, `rate`, `least`, `currency`, `quota`, `from`, `until`, `asOf`, `standing`, `source`, `grade`; several goods,
    /// modes or drives are separated by spaces) and `vehicle-recycling-fee` ([`RecyclingFee`]).
    ///
    /// # Errors
    /// `InvalidInput` with line and column: `not-a-number`, `below-minimum`, `unknown-name`, `given-twice`, what dates say.
    pub fn parse(duties: &str, fees: &str) -> Result<Self, Error> {
        let columns = [
            "id",
            "market",
            "origin",
            "goods",
            "modes",
            "drives",
            "condition",
            "kind",
            "base",
            "rate",
            "least",
            "currency",
            "quota",
            "from",
            "until",
            "asOf",
            "standing",
            "source",
            "grade",
        ];
        let table = Table::parse("vehicle-duties", &columns, duties)?;
        let mut rows = Vec::<LevyRow>::new();
        for row in table.rows() {
            if rows.iter().any(|known| known.id == row.text(0)) {
                let error = Error::invalid("given-twice", "this row is there twice").with_value(row.text(0));
                return Err(row.fault(error, "id"));
            }
            rows.push(LevyRow {
                id: row.text(0).to_owned(),
                market: row.text(1).to_owned(),
                origin: row.text(2).to_owned(),
                applies: [
                    bits(row, 3, "goods", |name| VehicleGoods::parse(name).map(|one| one as u8))?,
                    bits(row, 4, "modes", |name| ImportMode::parse(name).map(|one| one as u8))?,
                    bits(row, 5, "drives", |name| VehicleDrive::parse(name).map(|one| one as u8))?,
                ],
                condition: row.text(6).to_owned(),
                kind: row.read(7, "kind", LevyKind::parse)?,
                base: row.read(8, "base", LevyBase::parse)?,
                rate: amount(row, 9, "rate")?.unwrap_or_default(),
                least: amount(row, 10, "least")?,
                currency: row.text(11).to_owned(),
                quota: amount(row, 12, "quota")?.and_then(|quota| u32::try_from(quota).ok()),
                in_force: (date(row, 13, "from")?, date(row, 14, "until")?),
                as_of: date(row, 15, "asOf")?,
                standing: row.read(16, "standing", Standing::parse)?,
                in_vat: None,
                source: row.text(17).to_owned(),
                grade: row.read(18, "grade", Grade::parse)?,
            });
        }
        let (fees_edition, fees) = RecyclingFee::parse(fees)?;
        Ok(Self {
            edition: Arc::new(table.edition),
            fees_edition: Arc::new(fees_edition),
            rows,
            fees,
            card: Vec::new(),
        })
    }

    /// The levies of the table, in its order.
    pub fn rows(&self) -> &[LevyRow] {
        &self.rows
    }

    /// The recycling fees.
    pub fn fees(&self) -> &[RecyclingFee] {
        &self.fees
    }

    /// What a rate card levies.
    pub fn card_rows(&self) -> &[LevyRow] {
        &self.card
    }

    /// Puts a rate card's rows beside the table's.
    pub(super) fn overlay(&mut self, rows: Vec<LevyRow>) {
        self.card = rows;
    }

    /// The edition of the table of duties.
    pub fn edition(&self) -> &Arc<Edition> {
        &self.edition
    }

    /// The edition of the table of recycling fees.
    pub fn fees_edition(&self) -> &Arc<Edition> {
        &self.fees_edition
    }
}

/// A bit for each value that a cell names; 0 for an empty cell.
fn bits(row: &Row<'_>, at: usize, column: &str, parse: fn(&str) -> Result<u8, Error>) -> Result<u8, Error> {
    row.read(at, column, |text| text.split_whitespace().try_fold(0, |all, name| Ok(all | 1 << parse(name)?)))
}

pub(super) fn amount(row: &Row<'_>, at: usize, column: &str) -> Result<Option<Decimal>, Error> {
    match row.decimal(at, column)? {
        Some(value) if value < Decimal::ZERO => {
            let error = Error::invalid("below-minimum", "this is zero or more").with_value(row.text(at));
            Err(row.fault(error, column))
        }
        value => Ok(value),
    }
}

pub(super) fn date(row: &Row<'_>, at: usize, column: &str) -> Result<Option<Date>, Error> {
    row.read(at, column, |text| if text.is_empty() { Ok(None) } else { Date::parse(text).map(Some) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "# id: vehicle-duties\n# title: t\n# source: s\n# retrieved: 2026-11-25\n# grade: secondary\n# licence: l\nid,market,origin,goods,modes,drives,condition,kind,base,rate,least,currency,quota,from,until,asOf,standing,source,grade\n";
    const FEES: &str = include_str!("tables/vehicle-recycling-fee.csv");

    #[test]
    fn rows_are_read_as_they_stand_and_bad_ones_are_refused() {
        let row = "a,TUR,CHN,passenger-car,skd ckd,battery,,duty,customs-value,0.4,7000,USD,,2024-07-07,,2024-06-08,contested,s,secondary\n";
        let duties = VehicleDuties::parse(&format!("{HEAD}{row}"), FEES).unwrap();
        let [read] = duties.rows() else { panic!("one row") };
        assert_eq!(
            (read.applies, read.kind, read.standing),
            ([1, 6, 1], LevyKind::Duty, Standing::Contested)
        );
        assert!(read.is_in_vat() && duties.fees().len() == 36);
        for (from, to, reason) in [
            ("0.4", "-1", "below-minimum"),
            ("0.4", "x", "not-a-number"),
            ("skd", "never", "unknown-name"),
            ("contested", "perhaps", "unknown-name"),
            ("2024-07-07", "2024-02-30", "no-such-date"),
            ("duty,", "gift,", "unknown-name"),
        ] {
            let error = VehicleDuties::parse(&format!("{HEAD}{}", row.replace(from, to)), FEES).unwrap_err();
            assert_eq!(error.reason(), reason, "{to}");
        }
        let error = VehicleDuties::parse(&format!("{HEAD}{row}{row}"), FEES).unwrap_err();
        assert_eq!(error.reason(), "given-twice");
    }
}
