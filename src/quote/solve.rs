//! Which input gives the wanted output: `solve`.

use core::cell::Cell;

use rust_decimal::Decimal;

use super::varied::{PathText, Varied, exact, may_be_number, no_number, request_of};
use super::{Engine, finite};
use crate::document::{Fields, Kind, Place, Text, Value, Writer, nearest_float};
use crate::error::{Error, ErrorKind};
use crate::explain::{Notice, Trace};
use crate::values::{Exact as _, Rounding};
use grid::Grid;
use search::{Found, Point, Search, Solution};

mod grid;
mod search;

crate::record! {
    quote
    /// An input with what comes of it.
    pub struct SolvePoint {
        /// The input.
        pub value: f64,
        /// The output.
        pub target: f64,
    }
}

crate::record! {
    quote
    /// An input that gives the wanted output, as nearly as the input can be set.
    pub struct SolveSolution {
        /// The input; of several that give the very same output the one with the fewest digits.
        pub value: f64,
        /// The output.
        pub target: f64,
        /// How much the output is above the wanted one.
        pub residual: f64,
        /// Whether it is exactly the wanted one.
        pub exact: bool,
        /// The first input around it that gives the same output.
        pub from: f64,
        /// The last one.
        pub to: f64,
        /// The nearest inputs below and above that are accepted and give another output.
        pub neighbours: Vec<SolvePoint>,
    }
}

crate::record! {
    quote
    /// Two neighbouring inputs between which the output jumps over the wanted one.
    pub struct SolveJump {
        /// The lower input.
        pub below: SolvePoint,
        /// The higher input.
        pub above: SolvePoint,
    }
}

struct Options {
    vary: String,
    target: String,
    equals: Decimal,
    between: Option<Vec<Decimal>>,
}

/// What stands in the way of a first answer, kept for the error.
#[derive(Default)]
struct Refused {
    count: usize,
    first: Option<Error>,
}

impl Engine {
    /// Finds the value of one input at which one output is what is wanted. The call is `{ request, vary, target, equals,
    /// between }`: the paths of input and output, the wanted value, and the two ends of the search (when they are left out
    /// the input's own bounds, if it has two).
    ///
    /// The input is searched on a grid: whole numbers; amounts in the currency's smallest unit; anything else in 12
    /// decimals; in fewer where the ends have more than 15 digits. Where there are at most 2,000 whole numbers each is
    /// tried. Otherwise the output is looked at in 64 equal intervals (equal ratios when the ends are a thousandfold
    /// apart), and at the request's own value; turning points and the borders of what is refused are looked at closer; and
    /// every change of sign is halved until its ends are neighbours on the grid. At most 6,000 quotes are made.
    ///
    /// The answer is the solution nearest to the request's own value, or the lowest when it has none. All are listed,
    /// ascending. A change that stays larger than a ten-thousandth of the output between neighbours, and much larger than
    /// around them, is a jump and no solution; the neighbours of whole numbers may differ by any amount, and the nearer of
    /// them is the answer.
    ///
    /// # Errors
    /// `InvalidInput`: `unknown-path`, `path-without-number`, `bounds-needed`, `bounds-not-ascending`. `NoConvergence`:
    /// `target-not-reached` with the range of the output and the nearest point, `target-jumped-over` with both sides,
    /// `all-refused` with the first refusal.
    pub fn solve_document(&self, mut call: Value<'_>, out: &mut Writer) -> Result<(), Error> {
        let request = request_of(&mut call)?;
        let options = Options::read(&call)?;
        let mut varied = Varied::new(self, request)?;
        let input = varied.input(&options.vary).map_err(|error| error.at("vary"))?;
        if !input.kind.is_number() {
            return Err(no_number(&options.vary).at("vary"));
        }
        let output = varied.output(&options.target).map_err(|error| error.at("target"))?;
        if !may_be_number(&output) {
            return Err(no_number(&options.target).at("target"));
        }
        let grid = Grid::new(&options, input.kind, varied.digits(&input))?;
        varied.watch([&output]);
        let own = own_value(&mut varied, &input);
        let mut refused = Refused::default();
        // The smallest unit of an amount shows in its decimals; other exact numbers are written without zeros at their end.
        let amount = !matches!(output.kind.given(), Kind::Number { .. } | Kind::Decimal { .. });
        let unit = Cell::new(0.0);
        let mut function = |at: i64| {
            let result = evaluate(&mut varied, &input, grid.value(at), options.equals);
            let (value, miss, digits) = result.map_err(|error| refused.add(error)).ok()?;
            if let (true, Some(digits)) = (amount, digits) {
                unit.set(nearest_float(Decimal::new(1, digits)));
            }
            Some((value, miss))
        };
        let own_index = own.map(|own| grid.index(own, Rounding::default()));
        let found = Search::new(&mut function, grid.digits == 0, &unit).run(grid.low, grid.high, own_index);
        let own = own.map(nearest_float);
        let Some(chosen) = choose(&found.solutions, own, &grid) else {
            return Err(no_answer(&options, &found, &refused, &grid));
        };
        input.put(&mut varied.request, Value::Number(grid.value(chosen.point.at)))?;
        // What was searched for is no longer the card's.
        varied.card.forget(&options.vary);
        let notices = notices(&options, &found, &refused, chosen, &grid);
        let answer = grid.solution(chosen);
        let solutions: Vec<SolveSolution> =
            found.solutions.iter().map(|found| grid.solution(found)).collect();
        let jumps: Vec<SolveJump> = found
            .jumps
            .iter()
            .map(|(below, above)| SolveJump { below: grid.point(*below), above: grid.point(*above) })
            .collect();
        let mut result = Ok(());
        let start = out.mark();
        out.record(|record| {
            record.field("value", answer.value);
            record.field("target", answer.target);
            record.field("residual", answer.residual);
            record.field("exact", answer.exact);
            record.field("from", answer.from);
            record.field("to", answer.to);
            record.field("neighbours", &answer.neighbours);
            record.field("solutions", &solutions);
            record.field("jumps", &jumps);
            record.field("quotes", varied.quotes as u32 + 1);
            let (request, market) = (&varied.request, &self.market);
            record.nested("quote", |out| {
                result = (varied.entry.quote)(request, market, &varied.card, &mut Trace::silent(), out);
            });
            record.field("notices", &notices);
        });
        result.and_then(|()| finite(out, start))
    }
}

impl Options {
    fn read(call: &Value<'_>) -> Result<Self, Error> {
        let mut fields = Fields::of(call, &["vary", "target", "equals", "between"])?;
        Ok(Self {
            vary: fields.take::<PathText>()?.0,
            target: fields.take::<PathText>()?.0,
            equals: fields.take()?,
            between: fields.take()?,
        })
    }
}

impl Refused {
    fn add(&mut self, error: Error) {
        self.count += 1;
        self.first.get_or_insert(error);
    }
}

/// The output of the request with the input set, how much it is above the wanted one, and how many decimals it has.
fn evaluate<'v>(
    varied: &mut Varied<'v>,
    input: &Place,
    value: f64,
    equals: Decimal,
) -> Result<(f64, f64, Option<u32>), Error> {
    input.put(&mut varied.request, Value::Number(value))?;
    let taken = varied.quote()?.first().cloned().unwrap_or_default();
    let found = taken.number().ok_or_else(output_empty)?;
    // Exact decimals differ exactly.
    let miss = match taken.decimal() {
        Some(exact) => nearest_float(exact.minus(equals)),
        None => found - nearest_float(equals),
    };
    Ok((found, miss, taken.decimal().map(|exact| exact.scale())))
}

/// The value that the request itself has.
fn own_value(varied: &mut Varied<'_>, input: &Place) -> Option<Decimal> {
    exact(varied.inputs([input]).ok()?.first()?)
}

fn choose<'s>(solutions: &'s [Solution], own: Option<f64>, grid: &Grid) -> Option<&'s Solution> {
    let mut chosen = solutions.first()?;
    if let Some(own) = own {
        let away = |solution: &Solution| (grid.value(solution.point.at) - own).abs();
        for solution in solutions {
            if away(solution) < away(chosen) {
                chosen = solution;
            }
        }
    }
    Some(chosen)
}

fn notices(
    options: &Options,
    found: &Found,
    refused: &Refused,
    chosen: &Solution,
    grid: &Grid,
) -> Vec<Notice> {
    let mut notices = Vec::new();
    let value = grid.value(chosen.point.at);
    if found.solutions.len() > 1 {
        notices
            .push(Notice::new("several-solutions").with("count", found.solutions.len()).with("value", value));
    }
    if chosen.point.miss != 0.0 {
        notices.push(
            Notice::new("nearest-value")
                .with("value", value)
                .with("target", chosen.point.value)
                .with("equals", options.equals),
        );
    }
    if let Some((below, above)) = found.jumps.first() {
        notices.push(
            Notice::new("target-jumped-over")
                .with("below", grid.value(below.at))
                .with("above", grid.value(above.at))
                .with("from", below.value)
                .with("to", above.value),
        );
    }
    if let Some(first) = &refused.first {
        notices.push(
            Notice::new("values-refused").with("count", refused.count).with("message", first.to_string()),
        );
    }
    if !found.complete {
        notices.push(Notice::new("solutions-not-complete").with("count", found.solutions.len()));
    }
    notices
}

#[cold]
fn no_answer(options: &Options, found: &Found, refused: &Refused, grid: &Grid) -> Error {
    let Options { vary, target, equals, .. } = options;
    let (low, high) = (grid.value(grid.low).text(), grid.value(grid.high).text());
    let Some((lowest, highest, nearest)) = found.extremes else {
        let first = refused.first.as_ref().map_or_else(String::new, Error::to_string);
        let sentence = format!("every {vary} from {low} to {high} is refused, the first for this: {first}");
        return Error::new(ErrorKind::NoConvergence, "all-refused", sentence)
            .detail("minimum", low)
            .detail("maximum", high)
            .detail("first", first)
            .at("between");
    };
    let told = |point: Point| (point.value.text(), grid.value(point.at).text());
    let ((least, at_least), (most, at_most), (near, at_near)) = (told(lowest), told(highest), told(nearest));
    let range = format!(
        "from {low} to {high} it goes from {least} (at {at_least}) to {most} (at {at_most}), and is nearest at \
         {at_near} with {near}"
    );
    let error = match found.jumps.first() {
        None => {
            let sentence = format!("no {vary} makes {target} {}: {range}", equals.text());
            Error::new(ErrorKind::NoConvergence, "target-not-reached", sentence)
        }
        Some((below, above)) => {
            let ((from, below), (to, above)) = (told(*below), told(*above));
            let sentence = format!(
                "no {vary} makes {target} {}: between {below} and {above} it jumps from {from} to {to}; {range}",
                equals.text()
            );
            Error::new(ErrorKind::NoConvergence, "target-jumped-over", sentence)
                .detail("below", below)
                .detail("above", above)
                .detail("from", from)
                .detail("to", to)
        }
    };
    let details = [
        ("minimum", low),
        ("maximum", high),
        ("lowest", least),
        ("lowestAt", at_least),
        ("highest", most),
        ("highestAt", at_most),
        ("nearest", near),
        ("nearestAt", at_near),
        ("refused", refused.count.text()),
    ];
    details
        .into_iter()
        .fold(error, |error, (name, value)| error.detail(name, value))
        .at("equals")
        .with_value(equals.text())
}

#[cold]
pub(super) fn output_empty() -> Error {
    Error::not_applicable("output-empty", "the quote has nothing at this place")
}
