use std::sync::Arc;

use rust_decimal::Decimal;

use super::table::{Row, Table};
use crate::document::{Text, decimal_of};
use crate::error::Error;
use crate::explain::Edition;
use crate::values::RiskCategory;

/// What short-term cover costs by country, payment and term: a rate and three factors that multiply it.
#[derive(Clone, Debug)]
pub struct ShortTermGrid {
    edition: Arc<Edition>,
    cells: Vec<Cell>,
    terms: Vec<(u32, Decimal)>,
}

#[derive(Clone, Debug)]
struct Cell {
    factor: String,
    name: String,
    value: Decimal,
}

impl ShortTermGrid {
    const ID: &'static str = "short-term-grid";

    /// Reads the table `short-term-grid` with the columns `factor`, `name` and `value`: `rate` by `domestic` or a
    /// category, `payment` by way of payment, `policy` by kind, and `term` by the days up to which it holds, ascending.
    ///
    /// # Errors
    /// `InvalidInput` with line and column: `unknown-parameter`, `given-twice`, `not-a-number`, `below-minimum`, `row-missing`
    /// (of a category), `not-ascending`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let table = Table::parse(Self::ID, &["factor", "name", "value"], text)?;
        let (mut cells, mut terms) = (Vec::<Cell>::new(), Vec::<(u32, Decimal)>::new());
        for row in table.rows() {
            let value = positive(row)?;
            match row.text(0) {
                "term" => {
                    let days = row.read(1, "name", days)?;
                    if terms.last().is_some_and(|(before, _)| *before >= days) {
                        let error = Error::invalid("not-ascending", "terms stand in ascending order");
                        return Err(row.fault(error.with_value(row.text(1)), "name"));
                    }
                    terms.push((days, value));
                }
                factor @ ("rate" | "payment" | "policy") => {
                    if cells.iter().any(|cell| cell.factor == factor && cell.name == row.text(1)) {
                        let error = Error::invalid("given-twice", "this row is there twice");
                        return Err(row.fault(error.with_value(row.text(1)), "name"));
                    }
                    cells.push(Cell { factor: factor.to_owned(), name: row.text(1).to_owned(), value });
                }
                other => {
                    let error =
                        Error::invalid("unknown-parameter", "the rows are rate, payment, term and policy");
                    return Err(row.fault(error.with_value(other), "factor"));
                }
            }
        }
        let grid = Self { edition: Arc::new(table.edition), cells, terms };
        for category in 0..=7_u32 {
            grid.factor("rate", &category.text())?;
        }
        Ok(grid)
    }

    /// The rate a year on the insured turnover before its factors; without a category that of domestic trade.
    ///
    /// # Errors
    /// `InvalidInput`, `row-missing`.
    pub fn rate(&self, category: Option<RiskCategory>) -> Result<Decimal, Error> {
        match category {
            None => self.factor("rate", "domestic"),
            Some(category) => self.factor("rate", &u32::from(category.get()).text()),
        }
    }

    /// The factor of a way of payment (`payment`) or of a kind of policy (`policy`).
    ///
    /// # Errors
    /// `InvalidInput`, `row-missing`.
    pub fn factor(&self, factor: &str, name: &str) -> Result<Decimal, Error> {
        let cell = self.cells.iter().find(|cell| cell.factor == factor && cell.name == name);
        cell.map(|cell| cell.value).ok_or_else(|| row_missing(factor, name))
    }

    /// The factor of a term: that of the shortest band which holds it.
    ///
    /// # Errors
    /// `OutOfRange`, `above-maximum`, beyond the longest band.
    pub fn term(&self, days: u32) -> Result<Decimal, Error> {
        let band = self.terms.iter().find(|(most, _)| days <= *most);
        band.map(|(_, value)| *value).ok_or_else(|| {
            let most = self.terms.last().map_or(0, |(most, _)| *most).text();
            Error::out_of_range("above-maximum", format!("short-term cover is for at most {most} days"))
                .detail("maximum", most)
                .with_value(days.text())
        })
    }

    /// Puts a rate card's cell in the place of the table's.
    ///
    /// # Errors
    /// `InvalidInput`, `unknown-row`, when the grid has no such cell.
    pub(super) fn overlay(&mut self, factor: &str, name: &str, value: Decimal) -> Result<(), Error> {
        let cell = match factor {
            "term" => self.terms.iter_mut().find(|(days, _)| days.text() == name).map(|(_, value)| value),
            _ => self
                .cells
                .iter_mut()
                .find(|cell| cell.factor == factor && cell.name == name)
                .map(|cell| &mut cell.value),
        };
        let Some(cell) = cell else {
            let sentence =
                "the grid of short-term cover has no such row; its parts are rate, payment, term and policy";
            return Err(Error::invalid("unknown-row", sentence)
                .at("name")
                .with_value([factor, ",", name].concat()));
        };
        *cell = value;
        Ok(())
    }

    /// The longest term of the band which holds a term.
    pub fn band(&self, days: u32) -> Option<u32> {
        self.terms.iter().map(|(most, _)| *most).find(|most| days <= *most)
    }

    /// The edition of the table.
    pub fn edition(&self) -> &Arc<Edition> {
        &self.edition
    }
}

fn positive(row: &Row<'_>) -> Result<Decimal, Error> {
    match row.decimal(2, "value")? {
        Some(value) if value > Decimal::ZERO => Ok(value),
        _ => {
            let error = Error::invalid("below-minimum", "rates and factors are above zero");
            Err(row.fault(error.with_value(row.text(2)), "value"))
        }
    }
}

fn days(text: &str) -> Result<u32, Error> {
    decimal_of(text)
        .map(|days| days.normalize())
        .filter(|days| days.scale() == 0)
        .and_then(|days| u32::try_from(days.mantissa()).ok())
        .ok_or_else(|| Error::invalid("not-a-number", "this must be a number of days"))
}

#[cold]
fn row_missing(factor: &str, name: &str) -> Error {
    Error::invalid("row-missing", format!("the row {factor},{name} is missing"))
        .at(format!("{}.{factor}.{name}", ShortTermGrid::ID))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMBEDDED: &str = include_str!("tables/short-term-grid.csv");

    /// Source: the ranges that the table's own head cites.
    #[test]
    fn every_rate_lies_inside_what_insurers_print() {
        let grid = ShortTermGrid::parse(EMBEDDED).unwrap();
        let of = |factor: &'static str| {
            grid.cells.iter().filter(move |cell| cell.factor == factor).map(|cell| cell.value)
        };
        for (rate, payment) in of("rate").flat_map(|rate| of("payment").map(move |payment| (rate, payment))) {
            for (term, policy) in
                grid.terms.iter().flat_map(|term| of("policy").map(|policy| (term.1, policy)))
            {
                let share = rate * payment * term * policy * Decimal::new(9, 1);
                assert!(share >= Decimal::new(10, 4) && share <= Decimal::new(150, 4), "{share}");
            }
        }
        let rates: Vec<_> = (0..=7).map(|at| grid.rate(RiskCategory::new(at).ok()).unwrap()).collect();
        assert!(rates.is_sorted_by(|a, b| a < b));
        assert!(grid.terms.is_sorted_by(|a, b| a.1 < b.1));
        assert_eq!(grid.term(91).unwrap(), grid.term(120).unwrap());
    }

    #[test]
    fn faults_say_where_they_are() {
        for (from, to, reason, field) in [
            ("rate,7,0.0070\n", "", "row-missing", "short-term-grid.rate.7"),
            ("term,60", "term,20", "not-ascending", "short-term-grid.22.name"),
            ("term,60", "term,6.5", "not-a-number", "short-term-grid.22.name"),
            (
                "policy,single-buyer,1.25",
                "policy,single-buyer,-1",
                "below-minimum",
                "short-term-grid.29.value",
            ),
            ("rate,1,", "rate,0,", "given-twice", "short-term-grid.10.name"),
            ("payment,open", "way,open", "unknown-parameter", "short-term-grid.20.factor"),
        ] {
            let error = ShortTermGrid::parse(&EMBEDDED.replacen(from, to, 1)).unwrap_err();
            assert_eq!((error.reason(), error.field()), (reason, field), "{error:?}");
        }
    }
}
