use rust_decimal::Decimal;

use crate::document::{decimal_of, nearest};
use crate::error::Error;
use crate::explain::{Edition, Grade};
use crate::values::Date;

/// A table as text: its edition, and its rows under named columns.
///
/// The text begins with lines `# key: value`: `id`, `title`, `source`, `retrieved` and `grade` must be there,
/// `inForce` and `licence` may be. The next line names the columns; every further line is a row with as many
/// cells. Cells hold neither commas nor quotes; spaces around them don't count; empty lines are passed over.
#[derive(Clone, Debug)]
pub struct Table<'t> {
    /// What the table is and where it comes from.
    pub edition: Edition,
    columns: Vec<&'t str>,
    rows: Vec<Row<'t>>,
}

impl<'t> Table<'t> {
    /// Reads a table that must have the given id and exactly the given columns, in any order.
    ///
    /// # Errors
    /// `InvalidInput` with the place as `id.line.column` (lines counted from 1): `header-missing`,
    /// `unknown-name` (of a header), `wrong-table`, `column-missing`, `unknown-column`, `given-twice`, `cells`
    /// (too many or too few), `quoted-cell`, and what dates and grades say.
    pub fn parse(id: &'static str, columns: &[&'static str], text: &'t str) -> Result<Self, Error> {
        let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
        let mut headers = Vec::new();
        let names = loop {
            match lines.next() {
                Some((_, "")) => {}
                Some((number, line)) => match line.strip_prefix('#') {
                    Some(header) => headers.push(header_of(id, number, header)?),
                    None => break cells(id, number, line)?,
                },
                None => return Err(Error::invalid("column-missing", "the table names no columns").at(id)),
            }
        };
        check_columns(id, columns, &names)?;
        let mut rows = Vec::new();
        for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
            let cells = cells(id, number, line)?;
            if cells.len() != names.len() {
                let sentence =
                    format!("this line has {} cells, and the table {} columns", cells.len(), names.len());
                return Err(Error::invalid("cells", sentence).at(format!("{id}.{number}")));
            }
            // In the order in which the caller knows the columns.
            let place = |column: &&str| names.iter().position(|name| name == column);
            let cells = columns
                .iter()
                .map(|column| place(column).and_then(|at| cells.get(at)).copied().unwrap_or(""))
                .collect();
            rows.push(Row { table: id, number, cells });
        }
        Ok(Self { edition: edition(id, &headers)?, columns: names, rows })
    }

    /// The names of the columns, as the text has them.
    pub fn columns(&self) -> &[&'t str] {
        &self.columns
    }

    /// The rows, from the top.
    pub fn rows(&self) -> &[Row<'t>] {
        &self.rows
    }
}

/// A row of a table. Cells are counted in the order of the columns that the reader of the table asked for.
#[derive(Clone, Debug)]
pub struct Row<'t> {
    table: &'static str,
    number: usize,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The text of a cell; empty when there is nothing in it.
    pub fn text(&self, at: usize) -> &'t str {
        self.cells.get(at).copied().unwrap_or("")
    }

    /// What a reader makes of a cell; the place is added to its error. The column is the name for that place.
    ///
    /// # Errors
    /// What the reader says.
    pub fn read<T>(
        &self,
        at: usize,
        column: &str,
        read: impl FnOnce(&'t str) -> Result<T, Error>,
    ) -> Result<T, Error> {
        read(self.text(at)).map_err(|error| self.fault(error.with_value(self.text(at)), column))
    }

    /// An exact number, or nothing from an empty cell.
    ///
    /// # Errors
    /// `InvalidInput`, `not-a-number`.
    pub fn decimal(&self, at: usize, column: &str) -> Result<Option<Decimal>, Error> {
        self.read(at, column, |text| match text {
            "" => Ok(None),
            text => decimal_of(text)
                .map(Some)
                .ok_or_else(|| Error::invalid("not-a-number", "this must be a number, such as 0.350")),
        })
    }

    /// An error about a cell of this row.
    pub fn fault(&self, error: Error, column: &str) -> Error {
        error.at(format!("{}.{}.{column}", self.table, self.number))
    }
}

fn header_of<'t>(id: &str, number: usize, header: &'t str) -> Result<(&'static str, &'t str), Error> {
    const KNOWN: &[&str] = &["id", "title", "source", "inForce", "retrieved", "grade", "licence"];
    let (key, value) = header.split_once(':').unwrap_or((header, ""));
    let key = key.trim();
    match KNOWN.iter().find(|known| **known == key) {
        Some(key) => Ok((key, value.trim())),
        None => {
            let error = Error::invalid(
                "unknown-name",
                format!("a table's head has the lines {} and no others", KNOWN.join(", ")),
            );
            let error = match nearest(key, KNOWN.iter().copied()) {
                Some(near) => error.detail("nearest", near),
                None => error,
            };
            Err(error.with_value(key).at(format!("{id}.{number}")))
        }
    }
}

fn cells<'t>(id: &str, number: usize, line: &'t str) -> Result<Vec<&'t str>, Error> {
    if line.contains('"') {
        return Err(
            Error::invalid("quoted-cell", "cells hold no quotes and no commas").at(format!("{id}.{number}"))
        );
    }
    Ok(line.split(',').map(str::trim).collect())
}

fn check_columns(id: &str, wanted: &[&'static str], found: &[&str]) -> Result<(), Error> {
    if let Some(missing) = wanted.iter().find(|name| !found.contains(name)) {
        return Err(Error::invalid("column-missing", format!("the column {missing} is missing")).at(id));
    }
    for (at, name) in found.iter().enumerate() {
        if !wanted.contains(name) {
            let known = wanted.join(", ");
            return Err(Error::invalid("unknown-column", format!("the columns are {known}"))
                .with_value(*name)
                .at(id));
        }
        if found.iter().take(at).any(|before| before == name) {
            return Err(Error::invalid("given-twice", "this column is there twice").with_value(*name).at(id));
        }
    }
    Ok(())
}

fn edition(id: &'static str, headers: &[(&'static str, &str)]) -> Result<Edition, Error> {
    let find = |wanted: &str| {
        headers.iter().find(|(key, value)| *key == wanted && !value.is_empty()).map(|(_, value)| *value)
    };
    let need = |wanted: &str| {
        find(wanted).ok_or_else(|| {
            Error::invalid("header-missing", format!("the table's head must have the line \"# {wanted}: …\""))
                .at(format!("{id}.{wanted}"))
        })
    };
    let at = |wanted: &'static str| move |error: Error| error.at(format!("{id}.{wanted}"));
    let own = need("id")?;
    if own != id {
        let error = Error::invalid("wrong-table", format!("this must be the table {id}"));
        return Err(error.with_value(own).at(format!("{id}.id")));
    }
    Ok(Edition {
        id,
        title: need("title")?.to_owned(),
        source: need("source")?.to_owned(),
        in_force: find("inForce").map(Date::parse).transpose().map_err(at("inForce"))?,
        retrieved: Date::parse(need("retrieved")?).map_err(at("retrieved"))?,
        grade: Grade::parse(need("grade")?).map_err(at("grade"))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    const HEAD: &str = "# id: toy\n# title: A toy\n# source: nobody, really: none\n# inForce: 2026-01-30\n\
                        # retrieved: 2026-11-23\n# grade: assumption\n";

    #[test]
    fn a_table_is_its_edition_and_its_rows() {
        let text = format!("{HEAD}\nb,a\r\n 2 ,1\n\n,4\n");
        let table = Table::parse("toy", &["a", "b"], &text).unwrap();
        assert_eq!(table.edition.source, "nobody, really: none");
        assert_eq!(table.edition.grade, Grade::Assumption);
        assert_eq!(table.edition.in_force.map(|date| date.to_string()).as_deref(), Some("2026-01-30"));
        assert_eq!(table.columns(), ["b", "a"]);
        let cells: Vec<_> = table.rows().iter().map(|row| (row.text(0), row.text(1))).collect();
        assert_eq!(cells, [("1", "2"), ("4", "")]);
        let [first, last] = table.rows() else { panic!("two rows") };
        assert_eq!(first.decimal(1, "b").unwrap(), Some(Decimal::TWO));
        assert_eq!(last.decimal(1, "b").unwrap(), None);
    }

    #[test]
    fn faults_say_where_they_are() {
        for (text, reason, field) in [
            (HEAD.replace("# grade: assumption\n", "") + "a,b\n", "header-missing", "toy.grade"),
            (HEAD.replace("assumption", "guess") + "a,b\n", "unknown-name", "toy.grade"),
            (HEAD.replace("2026-11-23", "2026-02-30") + "a,b\n", "no-such-date", "toy.retrieved"),
            (HEAD.replace("id: toy", "id: other") + "a,b\n", "wrong-table", "toy.id"),
            (HEAD.replace("# title", "# tittle") + "a,b\n", "unknown-name", "toy.2"),
            (HEAD.to_owned(), "column-missing", "toy"),
            (format!("{HEAD}a\n"), "column-missing", "toy"),
            (format!("{HEAD}a,b,c\n"), "unknown-column", "toy"),
            (format!("{HEAD}a,b,a\n"), "given-twice", "toy"),
            (format!("{HEAD}a,b\n1,2\n1\n"), "cells", "toy.9"),
            (format!("{HEAD}a,b\n\"1\",2\n"), "quoted-cell", "toy.8"),
        ] {
            let error = Table::parse("toy", &["a", "b"], &text).unwrap_err();
            assert_eq!((error.reason(), error.field()), (reason, field), "{error:?}");
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
        }
        let text = format!("{HEAD}a,b\n1,x\n");
        let table = Table::parse("toy", &["a", "b"], &text).unwrap();
        let [row] = table.rows() else { panic!("one row") };
        let error = row.decimal(1, "b").unwrap_err();
        assert_eq!((error.reason(), error.field(), error.value()), ("not-a-number", "toy.8.b", Some("x")));
    }
}
