use std::sync::Arc;

use crate::document::Column;
use crate::error::Error;
use crate::explain::{Edition, Notice};

crate::record! {
    /// The time value of money: level payments, what they are worth, and what they grow to.
    ///
    /// Signs are those of spreadsheets: what is received stands above zero, what is paid below. Of a loan of 1000 the
    /// payments are negative.
    pub struct TimeValueRequest {
        /// Interest a period, as a fraction above -1: 0.005 is half a percent a period.
        pub rate: Option<f64>,
        /// In place of it: a nominal rate a year, the periods of a year times the rate of one.
        pub nominal_rate: Option<f64>,
        /// In place of it: an effective rate a year, above -1.
        pub effective_rate: Option<f64>,
        /// The periods of a year, 1 and more: what turns rates a year into rates a period and back.
        pub periods_per_year: Option<u32>,
        /// How many periods, zero and more; a part of one counts by its part.
        pub periods: Option<f64>,
        /// What is paid each period.
        pub payment: Option<f64>,
        /// What is received (above zero) or paid (below) at the beginning.
        pub present_value: Option<f64>,
        /// What is received or paid at the end, beside the last payment. Nothing, when one of the others is asked for.
        pub future_value: Option<f64>,
        /// When in its period a payment is made.
        pub due: Due = Due::End,
        /// The first of the periods, from 1, whose interest and principal are told.
        pub from_period: Option<u32>,
        /// The last of them; the same one when it is not given.
        pub to_period: Option<u32>,
        /// Rates of periods that follow each other, along which the present value grows.
        pub rates: Option<Column<f64>>,
    }
}

crate::choice! {
    /// When in its period a payment is made.
    pub enum Due {
        /// At the end.
        End = "end",
        /// At the beginning: the first payment is made at once.
        Begin = "begin",
    }
}

crate::choice! {
    /// Which of five was found from the other four.
    pub enum Found {
        /// The rate of a period.
        Rate = "rate",
        /// The number of periods.
        Periods = "periods",
        /// The payment of each period.
        Payment = "payment",
        /// The value at the beginning.
        PresentValue = "present-value",
        /// The value at the end.
        FutureValue = "future-value",
    }
}

crate::record! {
    quote
    /// The five numbers of level payments, one of them found, and rates a year.
    pub struct TimeValueQuote {
        /// Which of the five was found; null when only rates were asked for.
        pub found: Option<Found>,
        /// Interest a period; of several that fit, the one nearest to zero.
        pub rate: Option<f64>,
        /// How many periods.
        pub periods: Option<f64>,
        /// What is paid each period: below zero when it is paid, above when it is received.
        pub payment: Option<f64>,
        /// The value at the beginning.
        pub present_value: Option<f64>,
        /// The value at the end, beside the last payment.
        pub future_value: Option<f64>,
        /// The nominal rate a year; null without the periods of a year.
        pub nominal_rate: Option<f64>,
        /// The effective rate a year; null without the periods of a year.
        pub effective_rate: Option<f64>,
        /// The interest in the payments of the periods that are asked for, with the sign of the payments. At the beginning
        /// of the first period none has grown.
        pub interest: Option<f64>,
        /// The principal in them, with the sign of the payments: payments less interest.
        pub principal: Option<f64>,
        /// The interest in the payment of each period that is asked for.
        pub interest_by_period: Option<Column<f64>>,
        /// The principal in the payment of each period that is asked for.
        pub principal_by_period: Option<Column<f64>>,
        /// What the present value grows to along the rates, with its sign; null without them.
        pub grown_value: Option<f64>,
        /// The tables that this rests on: none.
        pub editions: Vec<Arc<Edition>>,
        /// What a reader should know: `several-rates`.
        pub notices: Vec<Notice>,
    }
}

impl TimeValueQuote {
    /// Refuses numbers that no float holds.
    pub(super) fn check(&self) -> Result<(), Error> {
        let numbers = [
            (self.payment, "payment"),
            (self.present_value, "presentValue"),
            (self.future_value, "futureValue"),
            (self.nominal_rate, "nominalRate"),
            (self.effective_rate, "effectiveRate"),
            (self.interest, "fromPeriod"),
            (self.principal, "fromPeriod"),
            (self.grown_value, "rates"),
        ];
        match numbers.into_iter().find(|(number, _)| number.is_some_and(|number| !number.is_finite())) {
            Some((_, field)) => Err(Error::out_of_range(
                "value-too-large",
                "with these numbers this is too large to be told: use rates nearer to zero, or fewer periods",
            )
            .at(field)),
            None => Ok(()),
        }
    }
}

impl Found {
    /// The path in the quote.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::PresentValue => "presentValue",
            Self::FutureValue => "futureValue",
            other => other.name(),
        }
    }

    /// The symbol in the equation.
    pub(super) const fn symbol(self) -> &'static str {
        match self {
            Self::Rate => "r",
            Self::Periods => "n",
            Self::Payment => "A",
            Self::PresentValue => "PV",
            Self::FutureValue => "FV",
        }
    }
}
