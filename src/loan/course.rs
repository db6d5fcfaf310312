//! The general course of a loan: any draws, rates, skips, steps and prepayments, row by row.
//!
//! [`Terms`](super::Terms) answers the plain loans faster; where both can, both give the same (tested).
//!
//! Two things are owed: what bears interest, and interest that is carried beside it and bears none. A row's columns
//! tell of both together, so that `closing = opening + drawn − principal − prepaid` in every mode.

mod balance;
mod exact_sum;
mod level;
mod path;
mod run;
mod spans;

use rust_decimal::Decimal;

pub(super) use exact_sum::{ExactSum, shared_of};
pub(crate) use path::RatePath;
pub(super) use spans::{Count, Dates, Span, Spans};

use crate::values::{Currency, Rounding};

/// The terms of a loan's course. Amounts are in smallest units.
pub(super) struct Course {
    pub(super) currency: Currency,
    pub(super) rounding: Rounding,
    pub(super) spans: Spans,
    pub(super) path: RatePath,
    /// What is paid out and when, in the order of time; all before the first repaying period has begun.
    pub(super) draws: Vec<Event>,
    /// Principal paid before it is due, in the order of time.
    pub(super) prepayments: Vec<Event>,
    /// Whether prepayments shorten the term, and not the instalments.
    pub(super) shortens: bool,
    pub(super) plan: Plan,
    /// What each row does with its interest when it repays nothing; none for a row that repays.
    pub(super) rests: Vec<Option<Rest>>,
    pub(super) grace: usize,
    pub(super) balloon: i64,
    /// Whether the last row is the balloon alone.
    pub(super) alone: bool,
    pub(super) steps: Option<Stepping>,
    /// Whether the odd days of the first row are paid beside a regular instalment.
    pub(super) attached: bool,
}

/// Money on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) date: i32,
    pub(crate) amount: i64,
}

/// What a repaying row pays.
pub(super) enum Plan {
    /// A level instalment.
    Level,
    /// A level part of principal, and the interest.
    Part,
    /// The interest.
    Interest,
    /// So much principal, and the interest.
    Principal(Vec<i64>),
    /// So much, and what becomes of interest that it does not cover.
    Payment(Vec<i64>, Rest),
}

/// What becomes of interest that is not paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// It is paid after all: the row pays interest alone.
    Paid,
    Capitalised,
    Carried,
}

/// Steps of an instalment or of a part of principal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stepping {
    pub(super) every: usize,
    /// By what each step multiplies it, above zero.
    pub(super) factor: Decimal,
    /// What each step adds.
    pub(super) amount: i64,
}

impl Course {
    /// How often a row's instalment has stepped before.
    fn step_of(&self, row: usize) -> usize {
        self.steps.map_or(0, |steps| row.saturating_sub(self.grace) / steps.every.max(1))
    }

    fn rest_of(&self, row: usize) -> Option<Rest> {
        self.rests.get(row).copied().flatten()
    }
}
