//! What moves an output most: `sensitivity`.

use rust_decimal::Decimal;

use super::solve::output_empty;
use super::varied::{PathText, Varied, exact, limits, may_be_number, no_number, request_of, scaled};
use super::{Engine, finite, write_error};
use crate::document::{
    Fields, Kind, Place, Text as _, Value, Write, Writer, nearest_float, read_decimal, single_paths,
};
use crate::error::Error;
use crate::explain::Notice;
use crate::numeric::sorted;
use crate::values::{Exact as _, Rounding};

/// An input that is moved down and up.
struct Input {
    path: String,
    place: Place,
    base: Option<f64>,
    ends: [Decimal; 2],
    assumed: bool,
}

/// An input with what came of it.
struct Row<'a> {
    input: &'a Input,
    outputs: &'a [String],
    base: &'a [f64],
    ends: [Result<Vec<Option<f64>>, Error>; 2],
}

impl Engine {
    /// Moves one input at a time and tells what becomes of the outputs. The call is `{ request, outputs, bumps }`: paths in
    /// the quote, and how far to move each input: `{ "rate": 0.01 }` down and up by so much, or
    /// `{ "rate": { "low": 0.04, "high": 0.07 } }` to these values. The rows are ordered as a tornado is drawn: by how
    /// far the first output swings, the widest first.
    ///
    /// Without `bumps` every number moves that the request has, its defaults included, by what is usual for its kind. That
    /// is an assumption, labelled so, and stays inside the input's bounds: rates ± 0.01 (one percentage point); shares ±
    /// 0.05, but at most half of themselves (a share of nothing goes up to 0.05); months ± 6; years and other whole numbers
    /// ± 1; amounts and other numbers ± 10 %, of which a zero has no row.
    ///
    /// A value that the product refuses leaves nulls, and its error in the row; the other rows stand.
    ///
    /// # Errors
    /// `InvalidInput`: `unknown-path`, `path-without-number`, `empty` without outputs, `not-given` for a bump of an input
    /// that the request does not have. `NotApplicable`, `output-empty`, for an output that the quote leaves empty. What is
    /// wrong with the request itself.
    pub fn sensitivity_document(&self, mut call: Value<'_>, out: &mut Writer) -> Result<(), Error> {
        let request = request_of(&mut call)?;
        let bumps = call.take("bumps").unwrap_or(Value::Null);
        let outputs: Vec<PathText> = Fields::of(&call, &["outputs"])?.take()?;
        let outputs: Vec<String> = outputs.into_iter().map(|path| path.0).collect();
        if outputs.is_empty() {
            return Err(Error::invalid("empty", "name at least one output").at("outputs"));
        }
        let mut varied = Varied::new(self, request)?;
        let mut watched = Vec::new();
        for (at, path) in outputs.iter().enumerate() {
            let place = varied
                .output(path)
                .and_then(|place| if may_be_number(&place) { Ok(place) } else { Err(no_number(path)) });
            watched.push(place.map_err(|error| error.at(at.text()).under("outputs"))?);
        }
        varied.watch(&watched);
        let mut base = Vec::new();
        for (at, taken) in varied.quote()?.iter().enumerate() {
            base.push(taken.number().ok_or_else(|| output_empty().at(at.text()).under("outputs"))?);
        }
        let inputs = match &bumps {
            Value::Null => assumed(&varied)?,
            Value::Record(bumps) => {
                let one = |(path, bump): &(&str, Value<'_>)| {
                    given(&varied, path, bump).map_err(|error| error.under(path).under("bumps"))
                };
                bumps.iter().map(one).collect::<Result<_, _>>()?
            }
            other => return Err(other.wrong_kind("a record of paths").at("bumps")),
        };
        let original = varied.request.clone();
        let mut rows = Vec::new();
        for input in &inputs {
            let ends = input.ends.map(|end| {
                let moved = input.place.put(&mut varied.request, Value::Number(nearest_float(end)));
                let taken = moved.and_then(|()| varied.quote());
                let taken = taken.map(|taken| taken.iter().map(|taken| taken.number()).collect());
                varied.request.clone_from(&original);
                taken
            });
            rows.push(Row { input, outputs: &outputs, base: &base, ends });
        }
        // The widest swing first; of equal ones in the order of the request.
        let swings = rows.iter().enumerate().map(|(at, row)| (-row.swing(), at as f64)).collect();
        let order: Vec<&Row<'_>> =
            sorted(swings).into_iter().filter_map(|(_, at)| rows.get(at as usize)).collect();
        let mut notices = Vec::new();
        let assumed = inputs.iter().filter(|input| input.assumed).count();
        if assumed > 0 {
            notices.push(Notice::new("bumps-assumed").with("count", assumed));
        }
        let start = out.mark();
        out.record(|record| {
            record.field("outputs", &outputs);
            record.nested("base", |out| {
                out.record(|record| {
                    outputs.iter().zip(&base).for_each(|(path, value)| record.named(path, value));
                });
            });
            record.field("rows", &order);
            record.field("quotes", varied.quotes as u32);
            record.field("notices", &notices);
        });
        finite(out, start)
    }
}

/// Every number that the request has, moved by what is usual for its kind.
fn assumed(varied: &Varied<'_>) -> Result<Vec<Input>, Error> {
    let mut places = Vec::new();
    for (path, kind) in single_paths(varied.entry.kinds.0) {
        if kind.is_number() {
            places.push((varied.input(&path)?, path));
        }
    }
    let taken = varied.inputs(places.iter().map(|(place, _)| place))?;
    let mut inputs = Vec::new();
    for ((place, path), taken) in places.into_iter().zip(taken) {
        let Some(base) = exact(&taken) else { continue };
        let by = match place.kind.given() {
            Kind::Number { kind: "months", .. } => Decimal::from(6),
            Kind::Number { kind: "integer" | "years", .. } => Decimal::ONE,
            Kind::Decimal { kind: "rate", .. } => Decimal::new(1, 2),
            // Of small ones the half: a fee of 1 % does not become one of 6 %. A share of nothing becomes 0.05.
            Kind::Decimal { kind: "share", .. } if base.is_zero() => Decimal::new(5, 2),
            Kind::Decimal { kind: "share", .. } => Decimal::new(5, 2).min(base.times(Decimal::new(5, 1))),
            // A tenth, in what the number can be set with.
            _ => {
                let digits = varied.digits(&place);
                let tenth = base.times(Decimal::new(1, 1));
                Decimal::new(scaled(tenth, digits, Rounding::default()), digits)
            }
        };
        if by.is_zero() {
            continue;
        }
        let (least, most) = limits(place.kind);
        let low = base.minus(by);
        let high = base.plus(by);
        let ends = [least.map_or(low, |least| low.max(least)), most.map_or(high, |most| high.min(most))];
        inputs.push(Input { path, place, base: taken.number(), ends, assumed: true });
    }
    Ok(inputs)
}

/// An input moved as the call says.
fn given(varied: &Varied<'_>, path: &str, bump: &Value<'_>) -> Result<Input, Error> {
    let place = varied.input(path)?;
    if !place.kind.is_number() {
        return Err(no_number(path));
    }
    let taken = varied.inputs([&place])?;
    let base = taken.first().and_then(exact);
    let ends = if matches!(bump, Value::Record(_)) {
        let mut fields = Fields::of(bump, &["low", "high"])?;
        [fields.take()?, fields.take()?]
    } else {
        let by = read_decimal(bump)?;
        let base = base.ok_or_else(|| {
            Error::invalid(
                "not-given",
                "the request does not have this input: say what is low and what is high",
            )
        })?;
        [base.minus(by), base.plus(by)]
    };
    Ok(Input { path: path.text(), place, base: base.map(nearest_float), ends, assumed: false })
}

impl Row<'_> {
    /// How far the first output swings.
    fn swing(&self) -> f64 {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        let moved = self.ends.iter().filter_map(|end| end.as_ref().ok()?.first().copied().flatten());
        for value in moved.chain(self.base.first().copied()) {
            (low, high) = (low.min(value), high.max(value));
        }
        high - low
    }
}

impl Write for Row<'_> {
    fn write(&self, out: &mut Writer) {
        let [low, high] = self.input.ends.map(nearest_float);
        let of = |end: usize, at: usize| self.ends.get(end)?.as_ref().ok()?.get(at).copied().flatten();
        out.record(|record| {
            record.field("input", &self.input.path);
            record.field("assumed", self.input.assumed);
            record.field("low", low);
            record.field("base", self.input.base);
            record.field("high", high);
            record.field("swing", self.swing());
            record.nested("outputs", |out| {
                out.record(|record| {
                    for (at, (path, base)) in self.outputs.iter().zip(self.base).enumerate() {
                        record.open(path).record(|record| {
                            record.field("low", of(0, at));
                            record.field("base", *base);
                            record.field("high", of(1, at));
                        });
                    }
                });
            });
            record.nested("errors", |out| {
                out.record(|record| {
                    for (name, end) in ["low", "high"].into_iter().zip(&self.ends) {
                        record.nested(name, |out| match end {
                            Ok(_) => out.null(),
                            Err(error) => write_error(error, out),
                        });
                    }
                });
            });
        });
    }
}
