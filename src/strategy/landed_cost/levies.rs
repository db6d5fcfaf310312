//! Which levies count: those that are given, then a card's, then the table's.

use rust_decimal::Decimal;

use super::request::{GivenLevies, LandedCostRequest, UncountedLevy, VehicleMaker, WhyUncounted};
use crate::document::{OneOrMany, Text, nearest_float};
use crate::error::{Error, ErrorKind};
use crate::explain::{Grade, Notice};
use crate::reference::{
    ImportMode, LevyBase, LevyKind, LevyRow, Market, RecyclingFee, Standing, VehicleDrive, VehicleGoods,
    customs_union,
};
use crate::values::{Exact, Rate, within};

/// The most levies that a request gives.
const MOST_LEVIES: u32 = 40;

/// Where a levy comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Request,
    Card,
    Duties,
    Fees,
}

/// A levy that may count.
#[derive(Clone, Debug)]
pub(super) struct Levy {
    pub row: LevyRow,
    pub origin: Origin,
}

/// The levies of one request. Those of a kind that come from the table are alternatives to each other.
#[derive(Debug, Default)]
pub(super) struct Levies {
    pub all: Vec<Levy>,
    pub uncounted: Vec<UncountedLevy>,
    pub notices: Vec<Notice>,
}

impl LevyKind {
    /// Whether it is a duty, taken at the border.
    pub(super) const fn is_duty(self) -> bool {
        matches!(self, Self::Duty | Self::Additional | Self::Countervailing | Self::Safeguard)
    }
}

impl LandedCostRequest {
    /// # Errors
    /// What is wrong with levies that are given; `levy-missing` where nobody says the duty; `required` for power and
    /// engine; `no-quota`, `above-quota`.
    pub(super) fn levies(&self, market: &Market) -> Result<Levies, Error> {
        let mut found = Levies::default();
        self.given(&mut found.all)?;
        let given = kinds(&found.all);
        let rows = market.vehicle_duties.card_rows().iter().filter(|row| {
            row.market == self.country.alpha3() && !given.contains(&row.kind) && self.fits(row)
        });
        let mut rows: Vec<Levy> = rows.map(|row| Levy { row: row.clone(), origin: Origin::Card }).collect();
        rows.retain(|levy| self.holds(&levy.row) == Some(true) && !self.is_duty_free(levy.row.kind));
        found.all.append(&mut rows);
        let given = kinds(&found.all);
        self.tabled(market, &given, &mut found)?;
        if !given.contains(&LevyKind::Recycling) {
            self.recycling(market, &mut found)?;
        }
        let has = |kind| found.all.iter().any(|levy| levy.row.kind == kind);
        if !has(LevyKind::Duty) && !self.is_duty_free(LevyKind::Duty) {
            let sentence = "no duty is known for these goods in this market on this day: give its rate";
            return Err(Error::new(ErrorKind::MissingData, "levy-missing", sentence)
                .at("dutyRate")
                .detail("country", self.country.alpha3()));
        }
        if !has(LevyKind::Vat) {
            found.notices.push(Notice::new("vat-missing").with("country", self.country.alpha3()));
        }
        Ok(found)
    }

    /// Whether the way in bears no duty: made there, or in the same customs union.
    pub(super) fn is_duty_free(&self, kind: LevyKind) -> bool {
        kind.is_duty() && (self.mode == ImportMode::Local || self.is_inside())
    }

    /// Whether origin and market are one customs territory.
    pub(super) fn is_inside(&self) -> bool {
        let union = customs_union(self.country.alpha3());
        self.origin == self.country || union.is_some() && union == customs_union(self.origin.alpha3())
    }

    fn given(&self, all: &mut Vec<Levy>) -> Result<(), Error> {
        if let Some(levies) = &self.levies {
            levies.rows(all).map_err(|error| error.under("levies"))?;
        }
        let plain = [
            ("dutyRate", self.duty_rate, LevyKind::Duty, LevyBase::CustomsValue),
            ("additionalDutyRate", self.additional_duty_rate, LevyKind::Additional, LevyBase::CustomsValue),
            ("vatRate", self.vat_rate, LevyKind::Vat, LevyBase::Taxed),
        ];
        for (field, rate, kind, base) in plain {
            let Some(rate) = rate.map(Rate::get) else { continue };
            if rate < Decimal::ZERO {
                let error = Error::out_of_range("below-minimum", "a levy is zero or more");
                return Err(error.detail("bounds", "zero and above").at(field).with_value(rate.text()));
            }
            if all.iter().any(|levy| levy.row.kind == kind) {
                return Err(Error::invalid("given-twice", "this levy is among the levies too").at(field));
            }
            all.push(Levy { row: given_row(kind, base, rate), origin: Origin::Request });
        }
        Ok(())
    }

    fn tabled(&self, market: &Market, given: &[LevyKind], found: &mut Levies) -> Result<(), Error> {
        let before = found.all.len();
        let (mut quota_is_known, mut preference_is_known) = (false, false);
        for row in market.vehicle_duties.rows() {
            let replaced = given.contains(&row.kind)
                || self.additional_duty_rate.is_some() && row.kind.is_duty() && row.kind != LevyKind::Duty;
            if replaced || self.is_duty_free(row.kind) || !self.is_market(row) || !self.fits(row) {
                continue;
            }
            let Some(is_in_force) = self.holds(row) else { continue };
            let condition = row.condition.as_str();
            let why = if !is_in_force {
                Some(WhyUncounted::Later)
            } else if row.standing == Standing::Draft {
                Some(WhyUncounted::Draft)
            } else if row.standing == Standing::PrivateUse {
                Some(WhyUncounted::PrivateUse)
            } else if condition == "within-quota" {
                quota_is_known = true;
                if let Some(quota) = row.quota.filter(|quota| self.within_quota && self.units > *quota) {
                    let sentence = ["within this quota are at most ", &quota.text(), " vehicles"].concat();
                    let error = Error::out_of_range("above-quota", sentence).at("units");
                    return Err(error.detail("maximum", quota.text()).with_value(self.units.text()));
                }
                (!self.within_quota).then_some(WhyUncounted::Quota)
            } else if condition == "preference" {
                preference_is_known = true;
                (!self.preference).then_some(WhyUncounted::Preference)
            } else {
                None
            };
            let counts = match condition {
                "outside-quota" => !self.within_quota,
                "no-preference" => {
                    preference_is_known |= self.preference;
                    !self.preference
                }
                "" | "within-quota" | "preference" => true,
                maker => self.maker.unwrap_or(VehicleMaker::NonCooperating).name() == maker,
            };
            if let Some(why) = why {
                if counts || why == WhyUncounted::Draft {
                    found.uncounted.push(uncounted(row, why));
                }
            } else if counts {
                if self.maker.is_none() && condition == VehicleMaker::NonCooperating.name() {
                    found.notices.push(Notice::new("maker-not-given").with("rate%", row.rate));
                }
                found.all.push(Levy { row: row.clone(), origin: Origin::Duties });
            }
        }
        // A country's own row stands before that of its customs union.
        let own: Vec<LevyKind> =
            found.all.iter().skip(before).filter(|levy| self.is_own(levy)).map(kind_of).collect();
        let mut at = 0;
        found.all.retain(|levy| {
            at += 1;
            at <= before || self.is_own(levy) || !own.contains(&levy.row.kind)
        });
        if self.within_quota && !quota_is_known {
            let sentence =
                "no quota is known for these goods in this market on this day: give the rate itself";
            return Err(Error::not_applicable("no-quota", sentence).at("withinQuota").with_value("true"));
        }
        if self.preference && !preference_is_known && !given.contains(&LevyKind::Duty) {
            found.notices.push(Notice::new("preference-unknown"));
        }
        Ok(())
    }

    fn is_own(&self, levy: &Levy) -> bool {
        levy.row.market == self.country.alpha3()
    }

    fn is_market(&self, row: &LevyRow) -> bool {
        row.market == self.country.alpha3()
            || customs_union(self.country.alpha3()).is_some_and(|union| union == row.market)
            || self.northern_ireland && row.market == "EU" && row.kind == LevyKind::Countervailing
    }

    /// Whether a row is for these goods, this way in, this drive and this origin.
    fn fits(&self, row: &LevyRow) -> bool {
        let own = [self.goods as u8, self.mode as u8, self.drive as u8];
        let all = row.applies.iter().zip(own).all(|(bits, one)| *bits == 0 || bits & (1 << one) != 0);
        all && (row.origin.is_empty() || row.origin == self.origin.alpha3())
    }

    /// Whether a row is in force on the day of import; nothing where it no longer is.
    fn holds(&self, row: &LevyRow) -> Option<bool> {
        let (from, until) = row.in_force;
        if until.is_some_and(|until| self.date > until) {
            return None;
        }
        Some(from.is_none_or(|from| self.date >= from))
    }

    /// The recycling fee: base · coefficient, by power, engine and age.
    fn recycling(&self, market: &Market, found: &mut Levies) -> Result<(), Error> {
        let electric = self.drive == VehicleDrive::Battery;
        let bands = market.vehicle_duties.fees().iter().filter(|fee| {
            fee.market == self.country.alpha3()
                && fee.electric == electric
                && self.goods == VehicleGoods::PassengerCar
                && fee.in_force.0.is_none_or(|from| self.date >= from)
                && fee.in_force.1.is_none_or(|until| self.date <= until)
        });
        let bands: Vec<&RecyclingFee> = bands.collect();
        for (is_needed, given, field) in [
            (bands.iter().any(|fee| fee.power != (None, None)), self.horsepower, "horsepower"),
            (bands.iter().any(|fee| fee.litres != (None, None)), self.cubic_centimetres, "cubicCentimetres"),
        ] {
            if is_needed && given.is_none() {
                let sentence = "this market's recycling fee hangs on it: give it, or the fee itself";
                return Err(Error::invalid("required", sentence).at(field));
            }
        }
        let power = self.horsepower.map(Decimal::from);
        let litres = self.cubic_centimetres.map(|one| Decimal::from(one).over(Decimal::ONE_THOUSAND));
        let mut is_known = bands.is_empty();
        for fee in bands {
            if !(RecyclingFee::holds(fee.power, power) && RecyclingFee::holds(fee.litres, litres)) {
                continue;
            }
            let coefficient = if self.age_years >= 3 { fee.coefficients.1 } else { fee.coefficients.0 };
            let from = fee.power.0.map(|above| above.text()).unwrap_or_default();
            let row = LevyRow {
                id: ["recycling-fee-", &fee.market, "-", &from].concat(),
                currency: fee.currency.clone(),
                in_force: fee.in_force,
                as_of: fee.as_of,
                standing: fee.standing,
                source: fee.source.clone(),
                grade: fee.grade,
                ..given_row(LevyKind::Recycling, LevyBase::Unit, fee.base.times(coefficient))
            };
            if fee.standing == Standing::PrivateUse {
                found.uncounted.push(uncounted(&row, WhyUncounted::PrivateUse));
            } else {
                is_known = true;
                found.all.push(Levy { row, origin: Origin::Fees });
            }
        }
        if !is_known {
            found.notices.push(Notice::new("recycling-fee-unknown"));
        }
        Ok(())
    }
}

impl GivenLevies {
    fn rows(&self, all: &mut Vec<Levy>) -> Result<(), Error> {
        let count = self.kinds.len();
        within(u32::try_from(count).unwrap_or(u32::MAX), 1, MOST_LEVIES, "kinds")?;
        for (field, length, optional) in [
            ("rates", self.rates.len(), false),
            ("bases", 1 + self.bases.others().len(), true),
            ("minimums", self.minimums.len(), self.minimums.is_empty()),
            ("currencies", self.currencies.len(), self.currencies.len() < 2),
            ("inVat", self.in_vat.len(), self.in_vat.len() < 2),
        ] {
            let fits = length == count || optional && (field != "bases" || length == 1);
            if !fits {
                let sentence = "give as many as there are kinds, or one for all where that may be";
                return Err(Error::invalid("unequal-lengths", sentence).at(field).with_value(length.text()));
            }
        }
        for (at, (kind, rate)) in self.kinds.iter().zip(&self.rates).enumerate() {
            let base = *each(&self.bases, at);
            let above = base == LevyBase::TaxInclusive && *rate >= Decimal::ONE;
            if *rate < Decimal::ZERO || above {
                let reason = if above { "above-maximum" } else { "below-minimum" };
                let bounds = if above { "below 1" } else { "zero and above" };
                let error = Error::out_of_range(reason, ["this levy must be ", bounds].concat());
                let field = ["rates.", &at.text()].concat();
                return Err(error.detail("bounds", bounds).at(field).with_value(rate.text()));
            }
            let currency = self.currencies.get(at).or_else(|| self.currencies.first());
            let row = LevyRow {
                least: self.minimums.get(at).map(|least| least.get()).filter(|least| *least > Decimal::ZERO),
                currency: currency.map(|one| one.code().to_owned()).unwrap_or_default(),
                in_vat: self.in_vat.get(at).or_else(|| self.in_vat.first()).copied(),
                ..given_row(*kind, base, *rate)
            };
            all.push(Levy { row, origin: Origin::Request });
        }
        Ok(())
    }
}

fn each<T>(list: &OneOrMany<T>, at: usize) -> &T {
    at.checked_sub(1).and_then(|at| list.others().get(at)).unwrap_or_else(|| list.first())
}

fn given_row(kind: LevyKind, base: LevyBase, rate: Decimal) -> LevyRow {
    LevyRow {
        id: String::new(),
        market: String::new(),
        origin: String::new(),
        applies: [0; 3],
        condition: String::new(),
        kind,
        base,
        rate,
        least: None,
        currency: String::new(),
        quota: None,
        in_force: (None, None),
        as_of: None,
        standing: Standing::InForce,
        in_vat: None,
        source: String::new(),
        grade: Grade::Assumption,
    }
}

/// A row's rate, or its amount with the currency: the least, where it has a rate and a least.
pub(super) fn charge(row: &LevyRow) -> (Option<f64>, Option<Decimal>, Option<String>) {
    let is_amount = matches!(row.base, LevyBase::Unit | LevyBase::Horsepower);
    let own = if is_amount { Some(row.rate) } else { row.least };
    let currency = own.filter(|_| !row.currency.is_empty()).map(|_| row.currency.clone());
    ((!is_amount).then(|| nearest_float(row.rate)), own, currency)
}

pub(super) fn uncounted(row: &LevyRow, why: WhyUncounted) -> UncountedLevy {
    let (rate, own_amount, own_currency) = charge(row);
    UncountedLevy {
        row: row.id.clone(),
        kind: row.kind,
        rate,
        own_amount,
        own_currency,
        why,
        from: row.in_force.0,
        source: row.source.clone(),
        as_of: row.as_of,
        grade: row.grade,
    }
}

fn kind_of(levy: &Levy) -> LevyKind {
    levy.row.kind
}

fn kinds(levies: &[Levy]) -> Vec<LevyKind> {
    levies.iter().map(kind_of).collect()
}
