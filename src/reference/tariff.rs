use std::sync::Arc;

use super::premium::Coefficient;
use super::table::{Row, Table};
use crate::document::Text;
use crate::error::Error;
use crate::explain::{Edition, Grade};

/// What a cell of a tariff says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A number, in the unit that the table's title names.
    Number(Coefficient),
    /// `MPR`: the minimum premium of the Arrangement stands in place of a number.
    MinimumPremium,
}

/// Which rows and columns a tariff has.
#[derive(Debug)]
struct Layout {
    id: &'static str,
    /// The name of the first column, whose cells name the rows.
    key: &'static str,
    columns: &'static [&'static str],
    rows: &'static [&'static str],
}

/// A published tariff: named rows over named columns, with the grade of each row.
#[derive(Clone, Debug)]
pub struct Tariff {
    edition: Arc<Edition>,
    layout: &'static Layout,
    cells: Vec<Option<Cell>>,
}

impl Tariff {
    /// Reads a table with the column that names the rows, the columns of the layout, and `grade`. An empty cell says
    /// that nothing is printed there.
    ///
    /// # Errors
    /// `InvalidInput` with line and column: `row-missing`, `unknown-parameter`, `given-twice`, `below-minimum` for a
    /// negative number, and what the parser of tables says.
    fn parse(layout: &'static Layout, text: &str) -> Result<Self, Error> {
        let mut columns = vec![layout.key];
        columns.extend_from_slice(layout.columns);
        columns.push("grade");
        let table = Table::parse(layout.id, &columns, text)?;
        let mut cells = vec![None; layout.rows.len() * layout.columns.len()];
        let mut found = vec![false; layout.rows.len()];
        for row in table.rows() {
            let name = row.text(0);
            let at = layout.rows.iter().position(|known| *known == name);
            let Some((at, seen)) = at.and_then(|at| Some((at, found.get_mut(at)?))) else {
                let error =
                    Error::invalid("unknown-parameter", format!("the rows are {}", layout.rows.join(", ")));
                return Err(row.fault(error.with_value(name), layout.key));
            };
            if core::mem::replace(seen, true) {
                let error = Error::invalid("given-twice", "this row is there twice").with_value(name);
                return Err(row.fault(error, layout.key));
            }
            let grade = row.read(layout.columns.len() + 1, "grade", Grade::parse)?;
            let places = cells.iter_mut().skip(at * layout.columns.len());
            for (place, (slot, column)) in places.zip(layout.columns).enumerate() {
                *slot = cell(row, place + 1, column, grade)?;
            }
        }
        if let Some(missing) = found.iter().position(|found| !found).and_then(|at| layout.rows.get(at)) {
            let error = Error::invalid("row-missing", format!("the row {missing} is missing"));
            return Err(error.at(format!("{}.{missing}", layout.id)));
        }
        Ok(Self { edition: Arc::new(table.edition), layout, cells })
    }

    /// What stands in a row under a column; nothing where nothing is printed or either is not known.
    pub fn cell(&self, row: &str, column: &str) -> Option<Cell> {
        let row = self.layout.rows.iter().position(|known| *known == row)?;
        let column = self.layout.columns.iter().position(|known| *known == column)?;
        self.cells.get(row * self.layout.columns.len() + column).copied().flatten()
    }

    /// The number in a row under a column.
    pub fn number(&self, row: &str, column: &str) -> Option<Coefficient> {
        match self.cell(row, column)? {
            Cell::Number(number) => Some(number),
            Cell::MinimumPremium => None,
        }
    }

    /// The edition of the table.
    pub fn edition(&self) -> &Arc<Edition> {
        &self.edition
    }
}

fn cell(row: &Row<'_>, at: usize, column: &str, grade: Grade) -> Result<Option<Cell>, Error> {
    if row.text(at) == "MPR" {
        return Ok(Some(Cell::MinimumPremium));
    }
    match row.decimal(at, column)? {
        Some(value) if value.is_sign_negative() => {
            let error = Error::invalid("below-minimum", "no number of a tariff is below zero");
            Err(row.fault(error.with_value(value.text()), column))
        }
        value => Ok(value.map(|value| Cell::Number(Coefficient { value, grade }))),
    }
}

/// Lists the tariffs: the field, its doc, the columns and the rows.
macro_rules! tariffs {
    ($($(#[doc = $doc:literal])* $field:ident = $id:literal, $key:literal $columns:expr, $rows:expr;)*) => {
        /// The published tariffs beside the minimum premium.
        #[derive(Clone, Debug)]
        pub struct Tariffs {
            $($(#[doc = $doc])* pub $field: Tariff),*
        }

        impl Tariffs {
            /// The tables that are part of the crate.
            ///
            /// # Errors
            /// When a table does not parse.
            pub fn embedded() -> Result<Self, Error> {
                Ok(Self { $($field: {
                    static LAYOUT: Layout = Layout { id: $id, key: $key, columns: $columns, rows: $rows };
                    Tariff::parse(&LAYOUT, include_str!(concat!("tables/", $id, ".csv")))?
                }),* })
            }

            /// The tables, in order.
            pub fn all(&self) -> impl Iterator<Item = &Tariff> {
                [$(&self.$field),*].into_iter()
            }
        }
    };
}

const SEVEN: &[&str] = &["1", "2", "3", "4", "5", "6", "7"];
const EIGHT: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "7"];
const MATRIX: &[&str] = &[
    "SOV+",
    "low SOV+",
    "high SOV+",
    "SOV",
    "low SOV",
    "high SOV",
    "CC1",
    "low CC1",
    "high CC1",
    "CC2",
    "low CC2",
    "high CC2",
    "CC3",
    "low CC3",
    "high CC3",
    "CC4",
    "low CC4",
    "high CC4",
    "CC5",
    "low CC5",
    "high CC5",
];

tariffs! {
    /// Germany, under two years: `m` percent a month and `n` percent, each by class, for the categories 1 to 7.
    german_short_term = "de-federal-short-term", "coefficient" SEVEN, &[
        "m SOV+", "m SOV", "m CC0", "m CC1", "m CC2", "m CC3", "m CC4", "m CC5",
        "n SOV+", "n SOV", "n CC0", "n CC1", "n CC2", "n CC3", "n CC4", "n CC5",
    ];
    /// Germany, manufacturing risk: `k` and `c` of `√(k·years) + c` percent, for the categories 1 to 7.
    german_manufacturing = "de-federal-manufacturing", "coefficient" SEVEN, &["k", "c"];
    /// Germany, fees in euros: rate as a fraction, least and most.
    german_fees = "de-federal-fees", "fee" &["rate", "minimum", "maximum"], &["application", "issue"];
    /// Sweden, newer edition: basis points a year by class, standard, low and high, for the categories 0 to 7.
    swedish_newer = "se-matrix-newer", "class" EIGHT, MATRIX;
    /// Sweden, older edition, in the same form.
    swedish_older = "se-matrix-older", "class" EIGHT, MATRIX;
    /// Finland, under two years: percent by term, for the premium classes I to III.
    finnish_short_term = "fi-short-term", "term" &["I", "II", "III"],
        &["cash-against-documents", "3 months", "6 months", "9 months"];
    /// Japan, 2004: `a` percent a day and `b` percent before and after shipment, for its categories A to H.
    japanese_2004 = "jp-2004-short-term", "coefficient" &["A", "B", "C", "D", "E", "F", "G", "H"],
        &["pre-shipment a", "pre-shipment b", "post-shipment a", "post-shipment b"];
    /// Investment cover: rates a year as fractions, and what goes with them.
    investment_cover = "investment-cover", "item" &["value"], &[
        "de rate", "de rate of a large share", "de standby divisor", "de fee", "de fee above", "de fee at most",
        "miga average", "miga small from", "miga small to", "uk standby divisor",
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_their_names() {
        let tariffs = Tariffs::embedded().unwrap();
        let value = |cell: Option<Coefficient>| cell.map(|cell| cell.value.to_string());
        assert_eq!(value(tariffs.german_short_term.number("m CC2", "4")).as_deref(), Some("0.0367"));
        assert_eq!(value(tariffs.german_short_term.number("m CC5", "7")), None);
        assert_eq!(tariffs.swedish_newer.cell("SOV", "3"), Some(Cell::MinimumPremium));
        assert_eq!(value(tariffs.swedish_older.number("high CC3", "5")).as_deref(), Some("300"));
        assert_eq!(value(tariffs.finnish_short_term.number("9 months", "III")), None);
        assert_eq!(tariffs.finnish_short_term.cell("1 month", "I"), None);
    }

    /// The names that callers know the editions by are those of the editions.
    #[test]
    fn every_edition_is_listed() {
        let market = crate::reference::Market::embedded().unwrap();
        let ids: Vec<_> = market.editions().iter().map(|edition| edition.id).collect();
        let (card, tables) = crate::reference::Market::TABLES.split_last().unwrap();
        assert_eq!((ids.as_slice(), *card), (tables, "rate-card"));
    }

    #[test]
    fn faults_say_where_they_are() {
        static LAYOUT: Layout =
            Layout { id: "toy", key: "term", columns: &["I", "II"], rows: &["short", "long"] };
        const HEAD: &str = "# id: toy\n# title: A toy\n# source: nobody\n# retrieved: 2026-11-23\n# grade: assumption\n\
                            term,I,II,grade\n";
        for (rows, reason, field) in [
            ("short,1,2,official\n", "row-missing", "toy.long"),
            ("short,1,2,official\nshort,1,2,official\n", "given-twice", "toy.8.term"),
            ("medium,1,2,official\n", "unknown-parameter", "toy.7.term"),
            ("short,1,-2,official\n", "below-minimum", "toy.7.II"),
            ("short,1,x,official\n", "not-a-number", "toy.7.II"),
            ("short,1,2,good\n", "unknown-name", "toy.7.grade"),
        ] {
            let error = Tariff::parse(&LAYOUT, &format!("{HEAD}{rows}")).unwrap_err();
            assert_eq!((error.reason(), error.field()), (reason, field), "{error:?}");
        }
        let tariff =
            Tariff::parse(&LAYOUT, &format!("{HEAD}long,MPR,,official\nshort,1,2,agency\n")).unwrap();
        assert_eq!(tariff.cell("long", "I"), Some(Cell::MinimumPremium));
        assert_eq!(tariff.number("short", "II").map(|cell| cell.grade), Some(Grade::Agency));
    }
}
