//! Rows that a product answers without a document each.

use super::columns::{Cells, InputColumn, groups};
use super::quotes::Quotes;
use super::registry::RowForm;
use super::varied::Varied;
use crate::document::{Place, Taken};
use crate::product::Row;

/// One input: its path, its place in the request, its column.
pub(super) struct Input<'c> {
    pub path: &'c str,
    pub place: Place,
    pub column: InputColumn<'c>,
}

/// The rows of one call, for a product that has a form for them.
pub(super) struct Fast<'c> {
    form: &'static RowForm,
    /// The columns of the form's cells; none for those that have no column.
    columns: Vec<Option<Cells<'c>>>,
    of_row: Vec<u32>,
    groups: Vec<Group>,
    /// What each output of the call is.
    outputs: Vec<Asked>,
    wanted: Vec<usize>,
    found: Vec<f64>,
    cells: Vec<f64>,
}

#[derive(Clone, Copy)]
enum Asked {
    /// A number of each row; its place among those that are wanted.
    Each(usize),
    Same,
}

/// The rows that agree in all but their cells.
enum Group {
    /// Not begun; so many of its rows were refused.
    Fresh(u8),
    Begun(Begun),
    /// Every row is a document.
    Plain,
}

struct Begun {
    answering: Box<dyn Row>,
    /// What stands in the request.
    cells: Vec<f64>,
    /// The outputs that are the same in all rows, by their places among all outputs; empty where none was asked for.
    same: Vec<Taken>,
}

/// A group of which so many rows were refused is left to documents.
const MOST_TRIES: u8 = 4;

impl<'c> Fast<'c> {
    /// None where the product has no form for rows, or not for what is asked.
    pub fn of(varied: &Varied<'_>, inputs: &[Input<'c>], outputs: &[&str], length: usize) -> Option<Self> {
        let form = varied.entry.rows.as_ref()?;
        let mut wanted = Vec::new();
        let outputs: Option<Vec<Asked>> = outputs
            .iter()
            .map(|path| match form.each.iter().position(|known| known == path) {
                Some(at) => {
                    wanted.push(at);
                    Some(Asked::Each(wanted.len() - 1))
                }
                None => form.same.contains(path).then_some(Asked::Same),
            })
            .collect();
        let column = |cell: &&str| {
            inputs.iter().find(|input| input.path == *cell).map(|input| Cells::of(&input.column))
        };
        let others = inputs.iter().filter(|input| !form.cells.contains(&input.path));
        let (of_row, count) = groups(&others.map(|input| input.column).collect::<Vec<_>>(), length)?;
        let mut groups = Vec::new();
        groups.resize_with(count, || Group::Fresh(0));
        Some(Self {
            form,
            columns: form.cells.iter().map(column).collect(),
            of_row,
            groups,
            outputs: outputs?,
            found: vec![0.0; wanted.len()],
            wanted,
            cells: vec![0.0; form.cells.len()],
        })
    }

    /// Answers rows from the next one on, until one has to be asked as a document.
    pub fn answer(&mut self, quotes: &mut Quotes, length: usize) {
        let from = quotes.row();
        for row in from..length {
            let group = self.of_row.get(row).and_then(|group| self.groups.get(*group as usize));
            let Some(Group::Begun(begun)) = group else { return };
            for ((slot, column), own) in self.cells.iter_mut().zip(&self.columns).zip(&begun.cells) {
                *slot = match column.as_ref().map(|column| column.get(row)) {
                    None => *own,
                    // No number: a null, or what the reader of requests has a word to say about.
                    Some(cell) if cell.is_nan() => return,
                    Some(cell) => cell,
                };
            }
            if !begun.answering.answer(&self.cells, &self.wanted, &mut self.found) {
                return;
            }
            for ((at, output), asked) in quotes.outputs().iter_mut().enumerate().zip(&self.outputs) {
                match asked {
                    Asked::Each(place) => {
                        output.push_number(row, self.found.get(*place).copied().unwrap_or(f64::NAN));
                    }
                    Asked::Same => output.push(row, begun.same.get(at).unwrap_or(&Taken::Nothing)),
                }
            }
            quotes.answered();
        }
    }

    /// Begins the group of a row, whose request stands in `varied`; true where that row can be answered now.
    pub fn begin(&mut self, row: usize, varied: &mut Varied<'_>) -> bool {
        let Some(group) = self.of_row.get(row).and_then(|group| self.groups.get_mut(*group as usize)) else {
            return false;
        };
        let Group::Fresh(tries) = *group else { return false };
        let asks_same = self.outputs.iter().any(|asked| matches!(asked, Asked::Same));
        let begun = varied.begin(self.form).and_then(|(cells, answering)| {
            let same = if asks_same { varied.quote().ok()?.to_vec() } else { Vec::new() };
            Some(Begun { answering, cells, same })
        });
        let is_begun = begun.is_some();
        *group = match begun {
            Some(begun) => Group::Begun(begun),
            None if tries < MOST_TRIES => Group::Fresh(tries + 1),
            None => Group::Plain,
        };
        is_begun
    }
}
