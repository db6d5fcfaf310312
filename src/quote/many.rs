//! Many quotes at once: columns of inputs in, columns of outputs out.

use super::Engine;
use super::varied::{PathText, Varied};
use crate::document::{Column, Fields, Kind, Place, Taken, Text, Value, Write, Writer, single_paths};
use crate::error::Error;

/// The most cells of one answer: rows times outputs.
const MOST_CELLS: usize = 1 << 24;
/// How many different texts of a column are told apart; what is new after that is kept as often as it comes.
const MOST_NAMES: usize = 64;

impl Engine {
    /// Quotes a product once for each row of some columns. The call is `{ product, columns, defaults, outputs }`: paths of
    /// the request with a column each, all of one length; what is the same in all rows; and which paths of the quote are
    /// wanted, every single value when left out (lists and columns are not among them, but an item of one can be named).
    ///
    /// The answer is `{ length, status, columns, missing, errors }`. Numbers are columns of numbers: amounts in the
    /// currency's smallest unit, other exact decimals as the nearest number. Dates are days since 1970-01-01, true and
    /// false 1 and 0, both columns of whole numbers; other text is a list of text. `status` is 0 for a row that was
    /// answered and 1 for one that was refused; a refused row has zeros and empty text, and stands in `errors` with its
    /// number, kind, reason, field, value and message. Where an answered row has no value (a null in its quote), there is a
    /// zero or an empty text too, and the row's number stands in `missing` under the path.
    ///
    /// # Errors
    /// `InvalidInput`: `unknown-path`, `path-without-value` for an output that is a list or a record, `wrong-kind` for what
    /// is no column, `columns-unequal`, `empty` without columns. `OutOfRange`, `too-many-cells`, beyond 2^24 cells.
    pub fn quote_many_document(&self, mut call: Value<'_>, out: &mut Writer) -> Result<(), Error> {
        if !matches!(call, Value::Record(_)) {
            return Err(call.wrong_kind("a record with a product and columns"));
        }
        let columns = call.take("columns").unwrap_or(Value::Null);
        let defaults = call.take("defaults").unwrap_or(Value::Null);
        let product = call.take("product");
        let wanted: Option<Vec<PathText>> = Fields::of(&call, &["outputs"])?.take()?;
        let mut varied = Varied::new(self, request(product, defaults)?)?;
        let (inputs, length) = inputs(&varied, columns)?;
        let mut outputs = match wanted {
            None => single_paths(varied.entry.kinds.1)
                .into_iter()
                .map(|(path, _)| Output::new(&varied, path))
                .collect::<Result<Vec<_>, _>>()?,
            Some(paths) => {
                let one = |(at, path): (usize, PathText)| {
                    Output::new(&varied, path.0).map_err(|error| error.at(at.text()).under("outputs"))
                };
                paths.into_iter().enumerate().map(one).collect::<Result<Vec<_>, _>>()?
            }
        };
        if length.saturating_mul(outputs.len().max(1)) > MOST_CELLS {
            return Err(too_many());
        }
        varied.watch(outputs.iter().map(|output| &output.place));
        outputs.iter_mut().for_each(|output| output.cells.reserve(length));
        let mut status = Vec::with_capacity(length);
        let mut errors = Errors::default();
        for row in 0..length {
            for (path, place, column) in &inputs {
                let put = place.put(&mut varied.request, cell(column, row));
                put.map_err(|error| error.under(path).under("columns"))?;
            }
            match varied.quote() {
                Ok(taken) => {
                    status.push(0);
                    outputs.iter_mut().zip(taken).for_each(|(output, taken)| output.push(row, taken));
                }
                Err(error) => {
                    status.push(1);
                    outputs.iter_mut().for_each(|output| {
                        output.cells.push(&Taken::Nothing);
                    });
                    errors.push(row, &error);
                }
            }
        }
        out.record(|record| {
            record.field("length", length as u32);
            record.field("status", Column(status));
            record.nested("columns", |out| {
                out.record(|record| {
                    outputs.iter().for_each(|output| record.named(&output.path, &output.cells));
                });
            });
            record.nested("missing", |out| {
                out.record(|record| {
                    let missing = outputs.iter().filter(|output| !output.missing.0.is_empty());
                    missing.for_each(|output| record.named(&output.path, &output.missing));
                });
            });
            record.field("errors", &errors);
        });
        Ok(())
    }
}

/// What is the same in all rows, with the product's name.
fn request<'v>(product: Option<Value<'v>>, defaults: Value<'v>) -> Result<Value<'v>, Error> {
    let mut request = match defaults {
        Value::Null => Value::Record(Vec::new()),
        other => other,
    };
    let named = request.take("product");
    let Value::Record(fields) = &mut request else {
        return Err(request.wrong_kind("a record").at("defaults"));
    };
    if let (Some(named), Some(product)) = (&named, &product)
        && named != product
    {
        return Err(Error::invalid("both-given", "the defaults are of another product: leave it out there")
            .at("defaults.product")
            .with_value(named.brief()));
    }
    fields.extend(product.or(named).map(|product| ("product", product)));
    Ok(request)
}

type Inputs<'v> = Vec<(&'v str, Place, Value<'v>)>;

/// The columns with their places, and how many rows they have.
fn inputs<'v>(varied: &Varied<'_>, columns: Value<'v>) -> Result<(Inputs<'v>, usize), Error> {
    let Value::Record(columns) = columns else {
        return Err(columns.wrong_kind("a record of columns").at("columns"));
    };
    let mut length = None;
    let mut inputs = Vec::new();
    for (path, column) in columns {
        let checked = varied.input(path).and_then(|place| {
            let rows = match &column {
                Value::List(items) => items.len(),
                Value::Numbers(items) => items.len(),
                Value::Integers(items) => items.len(),
                other => return Err(other.wrong_kind("a column: a list or a typed array")),
            };
            let first = *length.get_or_insert(rows);
            if rows == first { Ok(place) } else { Err(unequal(first, rows)) }
        });
        let place = checked.map_err(|error| error.under(path).under("columns"))?;
        inputs.push((path, place, column));
    }
    let length = length.ok_or_else(|| Error::invalid("empty", "name at least one column").at("columns"))?;
    Ok((inputs, length))
}

fn cell<'v>(column: &Value<'v>, row: usize) -> Value<'v> {
    match column {
        Value::List(items) => items.get(row).cloned(),
        Value::Numbers(items) => items.get(row).map(|item| Value::Number(*item)),
        Value::Integers(items) => items.get(row).map(|item| Value::Number(f64::from(*item))),
        _ => None,
    }
    .unwrap_or(Value::Null)
}

/// One column of the answer.
struct Output {
    path: String,
    place: Place,
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
    fn new(varied: &Varied<'_>, path: String) -> Result<Self, Error> {
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

    fn push(&mut self, row: usize, taken: &Taken) {
        if !self.cells.push(taken) {
            self.missing.0.push(row as i32);
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
struct Errors {
    rows: Column<i32>,
    kinds: Texts,
    reasons: Texts,
    fields: Texts,
    values: Texts,
    messages: Texts,
}

impl Errors {
    fn push(&mut self, row: usize, error: &Error) {
        self.rows.0.push(row as i32);
        self.kinds.push(error.kind().name());
        self.reasons.push(error.reason());
        self.fields.push(error.field());
        self.values.push(error.value().unwrap_or(""));
        self.messages.push(&error.to_string());
    }
}

impl Write for Errors {
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

#[cold]
fn unequal(first: usize, rows: usize) -> Error {
    let sentence =
        format!("all columns have as many rows as the first: {}, not {}", first.text(), rows.text());
    Error::invalid("columns-unequal", sentence).with_value(rows.text()).detail("rows", first.text())
}

#[cold]
fn too_many() -> Error {
    let sentence = "rows times outputs may be 16,777,216: send fewer rows at once, or name the outputs";
    Error::out_of_range("too-many-cells", sentence).detail("maximum", MOST_CELLS.text()).at("columns")
}
