use std::sync::Arc;

use rust_decimal::Decimal;

use super::table::Table;
use crate::error::Error;
use crate::explain::{Edition, Grade};

crate::choice! {
    /// What a value of the table counts.
    pub enum FeeUnit {
        /// A fraction of the amount, once.
        Once = "once",
        /// A fraction of the amount for each month or part of one.
        Month = "month",
        /// A fraction of the amount for each three months or part of them.
        Quarter = "quarter",
        /// An amount.
        Flat = "flat",
        /// A fraction of the amount for its conversion.
        Spread = "spread",
        /// Days.
        Days = "days",
        /// The item is a country or territory that takes part.
        Participant = "participant",
    }
}

/// One row: what a channel costs or takes, by whom it is printed.
#[derive(Clone, Debug)]
pub struct SettlementFee {
    /// The channel's name.
    pub channel: String,
    /// What is charged: `issue`, `confirmation`.
    pub item: String,
    /// The value, in the unit.
    pub value: Decimal,
    /// What the value counts.
    pub unit: FeeUnit,
    /// The least, in the currency.
    pub minimum: Option<Decimal>,
    /// The most, in the currency.
    pub maximum: Option<Decimal>,
    /// The currency of fixed amounts; empty where there are none.
    pub currency: String,
    /// Who prints it, and its date.
    pub source: String,
    /// How good that source is.
    pub grade: Grade,
}

/// What ways to settle a trade cost and take.
#[derive(Clone, Debug)]
pub struct SettlementFees {
    edition: Arc<Edition>,
    rows: Vec<SettlementFee>,
}

impl SettlementFees {
    /// Reads the table `settlement-fees` with the columns `channel`, `item`, `value`, `unit` (`once`, `month`, `quarter`,
    /// `flat`, `spread`, `days`, `participant`), `minimum`, `maximum`, `currency`, `source`, `edition` and `grade`.
    ///
    /// # Errors
    /// `InvalidInput` with line and column: `not-a-number`, `below-minimum`, `unknown-name`, `given-twice`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let columns = [
            "channel", "item", "value", "unit", "minimum", "maximum", "currency", "source", "edition",
            "grade",
        ];
        let table = Table::parse("settlement-fees", &columns, text)?;
        let mut rows = Vec::<SettlementFee>::new();
        for row in table.rows() {
            let value = match row.decimal(2, "value")? {
                Some(value) if value >= Decimal::ZERO => value,
                _ => {
                    let error = Error::invalid("below-minimum", "a fee is zero or more");
                    return Err(row.fault(error.with_value(row.text(2)), "value"));
                }
            };
            if rows.iter().any(|known| known.channel == row.text(0) && known.item == row.text(1)) {
                let error = Error::invalid("given-twice", "this row is there twice");
                return Err(row.fault(error.with_value(row.text(1)), "item"));
            }
            rows.push(SettlementFee {
                channel: row.text(0).to_owned(),
                item: row.text(1).to_owned(),
                value,
                unit: row.read(3, "unit", FeeUnit::parse)?,
                minimum: row.decimal(4, "minimum")?,
                maximum: row.decimal(5, "maximum")?,
                currency: row.text(6).to_owned(),
                source: [row.text(7), " (", row.text(8), ")"].concat(),
                grade: row.read(9, "grade", Grade::parse)?,
            });
        }
        Ok(Self { edition: Arc::new(table.edition), rows })
    }

    /// The rows of a channel, in the table's order.
    pub fn of<'a>(&'a self, channel: &'a str) -> impl Iterator<Item = &'a SettlementFee> {
        self.rows.iter().filter(move |row| row.channel == channel)
    }

    /// The edition of the table.
    pub fn edition(&self) -> &Arc<Edition> {
        &self.edition
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "# id: settlement-fees\n# title: t\n# source: s\n# retrieved: 2026-11-25\n# grade: secondary\n# licence: l\nchannel,item,value,unit,minimum,maximum,currency,source,edition,grade\n";

    #[test]
    fn rows_are_read_as_they_stand_and_bad_ones_are_refused() {
        let good = format!("{HEAD}c,i,0.001,once,100,1000,CNY,bank,2020,official\n");
        let fees = SettlementFees::parse(&good).unwrap();
        let row = fees.of("c").next().unwrap();
        assert_eq!(
            (row.unit, row.source.as_str(), row.grade),
            (FeeUnit::Once, "bank (2020)", Grade::Official)
        );
        assert_eq!(fees.of("d").count(), 0);
        for (rows, reason) in [
            ("c,i,,once,,,,s,e,official\n", "below-minimum"),
            ("c,i,-1,once,,,,s,e,official\n", "below-minimum"),
            ("c,i,x,once,,,,s,e,official\n", "not-a-number"),
            ("c,i,1,never,,,,s,e,official\n", "unknown-name"),
            ("c,i,1,once,,,,s,e,good\n", "unknown-name"),
            ("c,i,1,once,,,,s,e,official\nc,i,2,once,,,,s,e,official\n", "given-twice"),
        ] {
            let error = SettlementFees::parse(&format!("{HEAD}{rows}")).unwrap_err();
            assert_eq!(error.reason(), reason, "{rows}");
        }
    }
}
