//! Many quotes at once: columns of inputs in, columns of outputs out.

use super::Engine;
use super::columns::InputColumn;
use super::quotes::{Output, Quotes};
use super::rows::{Fast, Input};
use super::varied::{PathText, Varied};
use crate::document::{Fields, Text, Value, Write, Writer, single_paths};
use crate::error::Error;

/// The most cells of one answer: rows times outputs.
const MOST_CELLS: usize = 1 << 24;

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
        let columns = named(&columns)?;
        let quotes = self.quote_rows(request(product, defaults)?, &columns, wanted)?;
        quotes.write(out);
        Ok(())
    }

    /// The same over columns that stand in memory, without documents: `defaults` is what is the same in all rows, outputs
    /// are all single values when left out.
    ///
    /// ```
    /// use export_risk::document::Value;
    /// use export_risk::quote::{InputColumn, OutputColumn};
    ///
    /// let defaults = vec![("country", Value::Text("KAZ")), ("buyer", Value::Text("CC2")), ("currency", Value::Text("USD"))];
    /// let columns = [
    ///     ("amount", InputColumn::Numbers(&[1e6, 2e6])),
    ///     ("repaymentMonths", InputColumn::Integers(&[60, 84])),
    /// ];
    /// let engine = export_risk::Engine::embedded()?;
    /// let quotes = engine.quote_many("export-credit-cover", &columns, Value::Record(defaults), Some(&["premium"]))?;
    /// let Some(OutputColumn::Numbers(premiums)) = quotes.column("premium") else { return Ok(()) };
    /// assert_eq!((premiums.len(), quotes.status()), (2, &[0, 0][..]));
    /// # Ok::<(), export_risk::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Self::quote_many_document`].
    pub fn quote_many(
        &self,
        product: &str,
        columns: &[(&str, InputColumn<'_>)],
        defaults: Value<'_>,
        outputs: Option<&[&str]>,
    ) -> Result<Quotes, Error> {
        let wanted = outputs.map(|paths| paths.iter().map(|path| PathText((*path).to_owned())).collect());
        self.quote_rows(request(Some(Value::Text(product)), defaults)?, columns, wanted)
    }

    fn quote_rows(
        &self,
        request: Value<'_>,
        columns: &[(&str, InputColumn<'_>)],
        wanted: Option<Vec<PathText>>,
    ) -> Result<Quotes, Error> {
        let mut varied = Varied::new(self, request)?;
        let (inputs, length) = inputs(&varied, columns)?;
        let outputs = match wanted {
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
        let paths: Vec<&str> = outputs.iter().map(|output| output.path.as_str()).collect();
        let mut fast = Fast::of(&varied, &inputs, &paths, length);
        let mut quotes = Quotes::new(outputs, length);
        loop {
            if let Some(fast) = &mut fast {
                fast.answer(&mut quotes, length);
            }
            let row = quotes.row();
            if row >= length {
                return Ok(quotes);
            }
            for Input { path, place, column } in &inputs {
                let put = place.put(&mut varied.request, column.cell(row));
                put.map_err(|error| error.under(path).under("columns"))?;
            }
            if !fast.as_mut().is_some_and(|fast| fast.begin(row, &mut varied)) {
                quotes.push(varied.quote());
            }
        }
    }
}

/// The columns of a document, by name.
fn named<'c>(columns: &'c Value<'c>) -> Result<Vec<(&'c str, InputColumn<'c>)>, Error> {
    let Value::Record(columns) = columns else {
        return Err(columns.wrong_kind("a record of columns").at("columns"));
    };
    let one = |(name, column): &'c (&'c str, Value<'c>)| {
        let column = InputColumn::of(column).map_err(|error| error.under(name).under("columns"))?;
        Ok((*name, column))
    };
    columns.iter().map(one).collect()
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

/// The columns with their places, and how many rows they have.
fn inputs<'c>(
    varied: &Varied<'_>,
    columns: &[(&'c str, InputColumn<'c>)],
) -> Result<(Vec<Input<'c>>, usize), Error> {
    let mut length = None;
    let mut inputs = Vec::new();
    for (path, column) in columns {
        let checked = varied.input(path).and_then(|place| {
            let rows = column.len();
            let first = *length.get_or_insert(rows);
            if rows == first { column.check().map(|()| place) } else { Err(unequal(first, rows)) }
        });
        let place = checked.map_err(|error| error.under(path).under("columns"))?;
        inputs.push(Input { path, place, column: *column });
    }
    let length = length.ok_or_else(|| Error::invalid("empty", "name at least one column").at("columns"))?;
    Ok((inputs, length))
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
