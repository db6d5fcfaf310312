//! The columns that many quotes give.

use super::varied::Varied;
use crate::document::{Column, Kind, Place, Taken, Write, Writer};
use crate::error::Error;

/// How many different texts of a column are told apart; what is new after that is kept as often as it comes.
const MOST_NAMES: usize = 64;

/// Many quotes: columns of outputs, which rows were refused, and why.
pub struct Quotes {
    status: Column<i32>,
    outputs: Vec<Output>,
    refused: Refused,
}

/// One column of the answer, as it stands in memory.
#[derive(Clone, Copy, Debug)]
pub enum OutputColumn<'q> {
    /// Numbers; amounts in smallest units.
    Numbers(&'q [f64]),
    /// Days since 1970-01-01, or 1 and 0.
    Integers(&'q [i32]),
    /// Each different text once, and which of them stands in each row.
    Texts {
        /// The texts.
        names: &'q [String],
        /// Their places, a row each.
        codes: &'q [i32],
    },
}

impl Quotes {
    pub(super) fn new(outputs: Vec<Output>, length: usize) -> Self {
        let mut quotes =
            Self { status: Column(Vec::with_capacity(length)), outputs, refused: Refused::default() };
        quotes.outputs.iter_mut().for_each(|output| output.cells.reserve(length));
        quotes
    }

    /// For each row 0 when it was answered, 1 when it was refused.
    pub fn status(&self) -> &[i32] {
        &self.status.0
    }

    /// The column of an output that was asked for. A refused row, and one without this value, has zero or empty text.
    pub fn column(&self, path: &str) -> Option<OutputColumn<'_>> {
        let output = self.outputs.iter().find(|output| output.path == path)?;
        Some(match &output.cells {
            Cells::Numbers(cells) | Cells::Minor(cells) => OutputColumn::Numbers(&cells.0),
            Cells::Integers(cells) => OutputColumn::Integers(&cells.0),
            Cells::Texts(cells) => OutputColumn::Texts { names: &cells.names, codes: &cells.codes.0 },
        })
    }

    /// The rows that were answered without a value for an output that was asked for.
    pub fn missing(&self, path: &str) -> &[i32] {
        let output = self.outputs.iter().find(|output| output.path == path);
        output.map_or(&[], |output| &output.missing.0)
    }

    pub(super) fn row(&self) -> usize {
        self.status.0.len()
    }

    pub(super) fn outputs(&mut self) -> &mut [Output] {
        &mut self.outputs
    }

    /// Ends a row of which every output has its cell.
    pub(super) fn answered(&mut self) {
        self.status.0.push(0);
    }

    pub(super) fn push(&mut self, answer: Result<&[Taken], Error>) {
        let row = self.row();
        match answer {
            Ok(taken) => {
                self.outputs.iter_mut().zip(taken).for_each(|(output, taken)| output.push(row, taken));
                self.status.0.push(0);
            }
            Err(error) => {
                self.outputs.iter_mut().for_each(|output| {
                    output.cells.push(&Taken::Nothing);
                });
                self.refused.push(row, &error);
                self.status.0.push(1);
            }
        }
    }
}

impl Write for Quotes {
    fn write(&self, out: &mut Writer) {
        out.record(|record| {
            record.field("length", self.row() as u32);
            record.field("status", &self.status);
            record.nested("columns", |out| {
                out.record(|record| {
                    self.outputs.iter().for_each(|output| record.named(&output.path, &output.cells));
                });
            });
            record.nested("missing", |out| {
                out.record(|record| {
                    let missing = self.outputs.iter().filter(|output| !output.missing.0.is_empty());
                    missing.for_each(|output| record.named(&output.path, &output.missing));
                });
            });
            record.field("errors", &self.refused);
        });
    }
}

/// One column of the answer.
pub(super) struct Output {
    pub path: String,
    pub place: Place,
    cells: Cells,
    missing: Column<i32>,
}

enum Cells {
    Numbers(Column<f64>),
    /// Amounts, in the currency's smallest unit.
    Minor(Column<f64>),
    Integers(Column<i32>),
    Texts(Texts),
}

impl Output {
    pub fn new(varied: &Varied<'_>, path: String) -> Result<Self, Error> {
        let place = varied.output(&path)?;
        let cells = match place.kind.given() {
            Kind::Number { .. } | Kind::Decimal { .. } => Cells::Numbers(Column(Vec::new())),
            Kind::Money => Cells::Minor(Column(Vec::new())),
            Kind::Bool | Kind::Text { kind: "date" } => Cells::Integers(Column(Vec::new())),
            Kind::Text { .. } | Kind::Choice => Cells::Texts(Texts::default()),
            _ => return Err(without_value(path)),
        };
        Ok(Self { path, place, cells, missing: Column(Vec::new()) })
    }

    pub fn push(&mut self, row: usize, taken: &Taken) {
        if !self.cells.push(taken) {
            self.missing.0.push(row as i32);
        }
    }

    /// The next cell as a number, NaN for a null.
    #[inline]
    pub fn push_number(&mut self, row: usize, number: f64) {
        match &mut self.cells {
            Cells::Numbers(cells) | Cells::Minor(cells) if !number.is_nan() => cells.0.push(number),
            Cells::Integers(cells) if !number.is_nan() => cells.0.push(number as i32),
            _ => self.push(row, &Taken::Nothing),
        }
    }
}

impl Cells {
    fn reserve(&mut self, length: usize) {
        match self {
            Self::Numbers(cells) | Self::Minor(cells) => cells.0.reserve_exact(length),
            Self::Integers(cells) => cells.0.reserve_exact(length),
            Self::Texts(cells) => cells.codes.0.reserve_exact(length),
        }
    }

    /// Adds a cell; false when nothing stands there.
    fn push(&mut self, taken: &Taken) -> bool {
        match self {
            Self::Numbers(cells) => {
                let number = taken.number();
                cells.0.push(number.unwrap_or(0.0));
                number.is_some()
            }
            Self::Minor(cells) => {
                // An amount has all of its currency's decimals, so its digits are the smallest units.
                let minor = taken.decimal().map(|amount| amount.mantissa() as f64);
                cells.0.push(minor.unwrap_or(0.0));
                minor.is_some()
            }
            Self::Integers(cells) => {
                let whole = match taken {
                    Taken::Bool(value) => Some(i32::from(*value)),
                    Taken::Day(day) => Some(*day),
                    _ => None,
                };
                cells.0.push(whole.unwrap_or(0));
                whole.is_some()
            }
            Self::Texts(cells) => {
                let text = if let Taken::Text(text) = taken { Some(text.as_str()) } else { None };
                cells.push(text.unwrap_or(""));
                text.is_some()
            }
        }
    }
}

impl Write for Cells {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Numbers(cells) | Self::Minor(cells) => cells.write(out),
            Self::Integers(cells) => cells.write(out),
            Self::Texts(cells) => cells.write(out),
        }
    }
}

/// A column of text, each different one kept once.
#[derive(Default)]
struct Texts {
    names: Vec<String>,
    codes: Column<i32>,
}

impl Texts {
    fn push(&mut self, text: &str) {
        // The same as in the row before, most often.
        let before = self.codes.0.last().map(|code| *code as usize);
        let same = before.filter(|at| self.names.get(*at).is_some_and(|name| name == text));
        let known = same.or_else(|| self.names.iter().take(MOST_NAMES).position(|name| name == text));
        let code = known.unwrap_or_else(|| {
            self.names.push(text.to_owned());
            self.names.len() - 1
        });
        self.codes.0.push(code as i32);
    }
}

/// Set apart, the texts and which of them stands in which row, of which JavaScript makes a list.
impl Write for Texts {
    fn write(&self, out: &mut Writer) {
        if out.sets_apart() {
            return out.record(|record| {
                record.field("names", &self.names);
                record.field("codes", &self.codes);
            });
        }
        let name = |code: &i32| self.names.get(*code as usize).map_or("", String::as_str);
        out.list(&self.codes.0.iter().map(name).collect::<Vec<_>>());
    }
}

/// The rows that were refused.
#[derive(Default)]
struct Refused {
    rows: Column<i32>,
    kinds: Texts,
    reasons: Texts,
    fields: Texts,
    values: Texts,
    messages: Texts,
}

impl Refused {
    fn push(&mut self, row: usize, error: &Error) {
        self.rows.0.push(row as i32);
        self.kinds.push(error.kind().name());
        self.reasons.push(error.reason());
        self.fields.push(error.field());
        self.values.push(error.value().unwrap_or(""));
        self.messages.push(&error.to_string());
    }
}

impl Write for Refused {
    fn write(&self, out: &mut Writer) {
        out.record(|record| {
            record.field("rows", &self.rows);
            record.field("kind", &self.kinds);
            record.field("reason", &self.reasons);
            record.field("field", &self.fields);
            record.field("value", &self.values);
            record.field("message", &self.messages);
        });
    }
}

#[cold]
fn without_value(path: String) -> Error {
    Error::invalid("path-without-value", "this path leads to several values: name one of them")
        .with_value(path)
}
