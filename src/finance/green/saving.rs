//! A lower rate on what is owed, against what it costs to have it.

use rust_decimal::Decimal;

use super::quote::{GreenSaving, GreenSavingCourse};
use super::request::{GreenLabel, GreenLinked, GreenRequest};
use super::{held, measured};
use crate::document::Column;
use crate::error::Error;
use crate::explain::Notice;
use crate::values::{
    Amount, Exact, LARGEST_MINOR, Money, Rounding, Share, bounded, to_f64, to_minor, to_minor_exact, within,
};

const MOST_YEARS: u32 = 40;
/// Above this a change of the margin is seen in no market that we know of: 15 basis points.
const USUAL: Decimal = Decimal::from_parts(15, 0, 0, false, 4);

/// What both groups have.
struct Debt<'a> {
    amount: Decimal,
    years: u32,
    balances: &'a [Share],
    rate: Decimal,
    /// The change of the rate in a year.
    change: &'a dyn Fn(u32) -> Decimal,
    /// By how much the rate falls in a year for each unit of what the break-even rate is asked for, and what it changes
    /// beside that.
    lever: &'a dyn Fn(u32) -> (Decimal, Decimal),
    yearly: Amount,
    once: Amount,
    tonnes: &'a [Decimal],
}

impl GreenRequest {
    /// The margin's change of a year is `Δ = u · missed − d · met`, within the most that is agreed.
    ///
    /// Source: definition of this project, after loan agreements with margin ratchets (Sustainability-Linked Loan Principles
    /// of the loan market associations name no numbers).
    pub(super) fn linked(
        &self,
        linked: &GreenLinked,
        notices: &mut Vec<Notice>,
    ) -> Result<GreenSaving, Error> {
        let targets = |list: &[u32], year: u32| Decimal::from(held(list, year).unwrap_or(0));
        for (list, field) in [(&linked.met, "met"), (&linked.missed, "missed")] {
            for count in list {
                within(*count, 0, 100, field)?;
            }
        }
        let bounded_change = |change: Decimal| match linked.maximum_change {
            Some(most) => change.min(most.get()).max(-most.get()),
            None => change,
        };
        let up = |year| linked.step_up.get().times(targets(&linked.missed, year));
        let change =
            |year| bounded_change(up(year).minus(linked.step_down.get().times(targets(&linked.met, year))));
        let saving = self.saving(&Debt {
            amount: linked.amount.get(),
            years: linked.term_years,
            balances: &linked.balances,
            rate: linked.margin.get(),
            change: &change,
            lever: &|year| (targets(&linked.met, year), up(year)),
            yearly: linked.verification_cost,
            once: linked.opinion_cost,
            tonnes: &linked.tonnes,
        })?;
        let largest = (0..linked.term_years).map(|year| change(year).abs()).max().unwrap_or_default();
        if largest > USUAL {
            notices.push(
                Notice::new("margin-change-unusual").with("rate", largest.normalize()).with("maximum", USUAL),
            );
        }
        self.tell(&saving, ["verifier-costs-more", "margin-never-falls"], notices);
        // With a limit the step is no longer what decides.
        Ok(match linked.maximum_change {
            Some(_) => GreenSaving { break_even_rate: None, ..saving },
            None => saving,
        })
    }

    /// The label's change of the yield is the same each year.
    pub(super) fn label(&self, label: &GreenLabel, notices: &mut Vec<Notice>) -> Result<GreenSaving, Error> {
        let change = label.label_yield.get().minus(label.ordinary_yield.get());
        let saving = self.saving(&Debt {
            amount: label.amount.get(),
            years: label.term_years,
            balances: &label.balances,
            rate: label.ordinary_yield.get(),
            change: &|_| change,
            lever: &|_| (Decimal::ONE, Decimal::ZERO),
            yearly: label.verification_cost,
            once: label.opinion_cost,
            tonnes: &label.tonnes,
        })?;
        self.tell(&saving, ["label-costs-more", "label-saves-nothing"], notices);
        Ok(saving)
    }

    fn tell(&self, saving: &GreenSaving, codes: [&'static str; 2], notices: &mut Vec<Notice>) {
        let [dear, nothing] = codes;
        match saving.break_even_amount {
            _ if saving.interest_saved.minor() <= 0 => notices.push(Notice::new(nothing)),
            Some(amount) if saving.present_value.minor() < 0 => {
                notices.push(Notice::new(dear).with("amount", amount.decimal()));
            }
            _ => {}
        }
    }

    /// Year by year `saved = round(−Δ · b · A)`, at the year's end, of what is owed in it.
    ///
    /// - present value `V = −S + Σ (saved − C)/(1 + r)^t`, rounded once
    /// - break-even amount `A* = (S + Σ C·v^t) / Σ −Δ·b·v^t`, rounded up, without the rounding of each year
    /// - break-even rate: the step (or gap) d at which `A · Σ (d·n − u)·b·v^t` pays for the same costs; n targets met (or
    ///   1), u what targets missed put on
    /// - cost of a tonne `−V / Σ tonnes`, rounded once; tonnes are not discounted
    ///
    /// Source: definition of this project.
    ///
    /// # Errors
    /// `OutOfRange`: the years, an amount or number that is too large or below zero.
    fn saving(&self, debt: &Debt<'_>) -> Result<GreenSaving, Error> {
        within(debt.years, 1, MOST_YEARS, "termYears")?;
        let currency = self.currency;
        let money = |minor: i64| Money::new(minor, currency);
        let exact =
            |amount: Decimal, field: &str| to_minor_exact(amount, currency).map_err(|error| error.at(field));
        let amount = exact(debt.amount, "amount")?;
        let yearly = exact(debt.yearly.get(), "verificationCost")?;
        let once = exact(debt.once.get(), "opinionCost")?;
        let factor = 1.0 / (1.0 + self.discount_rate.as_f64());
        let mut course: [Vec<f64>; 8] = Default::default();
        let mut row = |cells: [f64; 8]| {
            for (column, cell) in course.iter_mut().zip(cells) {
                // Nothing is told as zero, never as less than zero.
                column.push(cell + 0.0);
            }
        };
        let mut value = -(once as f64);
        row([0.0, amount as f64, to_f64(debt.rate), 0.0, 0.0, once as f64, value, value]);
        let (mut saved, mut costs) = (0_i128, i128::from(once));
        // At the discount rate: costs, what a unit of the amount saves, what a unit of the lever does for it, and the rest.
        let (mut cost_value, mut unit, mut lever, mut rest) = (once as f64, 0.0, 0.0, 0.0);
        let (mut discount, mut tonnes) = (1.0, Decimal::ZERO);
        for year in 0..debt.years {
            let part = held(debt.balances, year).unwrap_or(Share::ONE).get();
            let change = (debt.change)(year);
            let owed = debt.amount.times(part);
            let here = to_minor(-change.times(owed), currency, Rounding::MidpointAwayFromZero)
                .map_err(|error| error.at("amount"))?;
            let net = here - yearly;
            discount *= factor;
            value += net as f64 * discount;
            let weight = to_f64(part) * discount;
            unit -= to_f64(change) * weight;
            let (of_lever, beside) = (debt.lever)(year);
            lever += to_f64(of_lever) * weight;
            rest += to_f64(beside) * weight;
            cost_value += yearly as f64 * discount;
            saved += i128::from(here);
            costs += i128::from(yearly);
            tonnes = tonnes.plus(measured(held(debt.tonnes, year).unwrap_or_default(), "tonnes")?);
            row([
                f64::from(year + 1),
                to_minor(owed, currency, Rounding::MidpointAwayFromZero)? as f64,
                to_f64(debt.rate.plus(change)),
                to_f64(change),
                here as f64,
                yearly as f64,
                net as f64,
                value,
            ]);
        }
        let present = whole(value, currency)?;
        let least = libm::ceil(cost_value / unit - 1e-6).max(0.0);
        let [year, balance, margin, change, saved_by_year, costs_by_year, net, values] = course.map(Column);
        let has_tonnes = !tonnes.is_zero();
        Ok(GreenSaving {
            interest_saved: money(bounded(saved, currency)?),
            costs: money(bounded(costs, currency)?),
            net_saving: money(bounded(saved - costs, currency)?),
            present_value: money(present),
            break_even_amount: (unit > 0.0 && least <= LARGEST_MINOR as f64).then(|| money(least as i64)),
            break_even_rate: (lever > 0.0).then(|| (cost_value / amount as f64 + rest) / lever),
            first_change: change.0.get(1).copied().unwrap_or(0.0),
            tonnes: has_tonnes.then(|| tonnes.normalize()),
            cost_per_tonne: has_tonnes
                .then(|| whole(-(present as f64) / to_f64(tonnes), currency).map(money))
                .transpose()?,
            course: GreenSavingCourse {
                year,
                balance,
                margin,
                change,
                saved: saved_by_year,
                costs: costs_by_year,
                net,
                value: Column(values.0.into_iter().map(|value| libm::round(value) + 0.0).collect()),
            },
        })
    }
}

/// The nearest whole number of smallest units.
fn whole(value: f64, currency: crate::values::Currency) -> Result<i64, Error> {
    let most = 2.0 * LARGEST_MINOR as f64;
    bounded(libm::round(value.max(-most).min(most)) as i128, currency)
}
