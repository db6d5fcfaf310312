//! Two requests side by side: `compare`.

use core::cmp::Ordering;

use super::varied::Varied;
use super::{Engine, finite};
use crate::document::{Kind, Place, PlaceStep, Taken, Text, Value, Write, Writer};
use crate::error::Error;
use crate::explain::Notice;
use crate::values::{Date, Exact as _};

/// How many items of a list are compared.
const MOST_ITEMS: usize = 64;

/// A place where one value can stand.
struct Leaf {
    place: Place,
    path: String,
    /// The list that it is in: the length of the list's path, and which item it belongs to.
    item: Option<(usize, usize)>,
}

/// A value that one side has.
struct Found {
    path: String,
    /// The path with the item's name in the place of its number.
    same: String,
    /// The name of the item of a list of records.
    item: Option<String>,
    kind: &'static Kind,
    taken: Taken,
}

/// What became of one of the two requests.
#[derive(Default)]
struct Side {
    product: &'static str,
    inputs: Vec<Found>,
    outputs: Vec<Found>,
    /// Lists that have more items than are compared.
    longer: Vec<String>,
    error: Option<Error>,
}

/// What stands at one place on both sides.
struct Row<'s> {
    path: &'s str,
    item: Option<&'s str>,
    a: &'s Taken,
    b: &'s Taken,
    difference: Taken,
}

impl Engine {
    /// Answers two requests and tells what differs. The call is `{ a, b }`, two requests, usually of one product. The answer:
    /// `inputs`, the inputs that differ, defaults included; `outputs`, every single value that either quote has; each a row
    /// `{ path, item, a, b, difference }`, and the `errors` of a side that is refused, which leaves the other's values.
    ///
    /// `difference` is b − a in the values' own unit: exact for exact decimals, days for dates, the difference of the two
    /// numbers for what is found by iteration, so that the differences of an export credit's components sum to that of
    /// its all-in rate to the last bit. It is null for text and names, where one side has nothing, and for amounts in two
    /// currencies, which a notice tells (`currencies-differ`).
    ///
    /// Items of lists are compared by their first value (a component's name, the year of a row), not by their place, the
    /// first 64 of each list; a notice names a list that has more (`list-compared-in-part`). Columns of a quote, such as
    /// schedules, and lists inside lists are left out.
    ///
    /// # Errors
    /// `InvalidInput`, `required`, when a request is missing. What is wrong with a request itself stands in `errors`.
    pub fn compare_document(&self, mut call: Value<'_>, out: &mut Writer) -> Result<(), Error> {
        if !matches!(call, Value::Record(_)) {
            return Err(call.wrong_kind("a record with two requests, a and b"));
        }
        let mut side = |name: &'static str| match call.take(name) {
            None | Some(Value::Null) => {
                Err(Error::invalid("required", "give the two requests that are compared, a and b").at(name))
            }
            Some(request) => Ok(Side::of(self, request)),
        };
        let (a, b) = (side("a")?, side("b")?);
        let mut notices = Vec::new();
        let names = [a.product, b.product].map(|name| Taken::Text(name.to_owned()));
        let mut inputs = Vec::new();
        if !a.product.is_empty() && !b.product.is_empty() {
            let [a, b] = &names;
            inputs.push(Row { path: "product", item: None, a, b, difference: Taken::Nothing });
        }
        if a.is_read() && b.is_read() {
            join(&a.inputs, &b.inputs, &mut inputs, &mut notices);
        }
        inputs.retain(|row| row.a != row.b && !is_zero(&row.difference));
        let mut outputs = Vec::new();
        join(&a.outputs, &b.outputs, &mut outputs, &mut notices);
        let mut longer: Vec<&String> = a.longer.iter().chain(&b.longer).collect();
        longer.dedup();
        for path in longer {
            notices.push(Notice::new("list-compared-in-part").with("list", path).with("count", MOST_ITEMS));
        }
        let start = out.mark();
        out.record(|record| {
            record.field("inputs", &inputs);
            record.field("outputs", &outputs);
            record.nested("errors", |out| {
                out.record(|record| {
                    record.field("a", &a.error);
                    record.field("b", &b.error);
                });
            });
            record.field("notices", &notices);
        });
        finite(out, start)
    }
}

impl Side {
    fn of(engine: &Engine, request: Value<'_>) -> Self {
        let mut side = Self::default();
        side.error = side.answer(engine, request).err();
        side
    }

    fn answer(&mut self, engine: &Engine, request: Value<'_>) -> Result<(), Error> {
        let mut varied = Varied::new(engine, request)?;
        self.product = varied.entry.name;
        let (request, quote) = varied.entry.kinds;
        let asked = leaves(request, true);
        let taken = varied.inputs(asked.iter().map(|leaf| &leaf.place))?;
        self.inputs = self.found(asked, &taken);
        let told = leaves(quote, false);
        varied.watch(told.iter().map(|leaf| &leaf.place));
        let taken = varied.quote()?.to_vec();
        self.outputs = self.found(told, &taken);
        Ok(())
    }

    /// Whether the request could be read: only then do its inputs say anything.
    fn is_read(&self) -> bool {
        self.error.is_none() || !self.inputs.is_empty()
    }

    fn found(&mut self, leaves: Vec<Leaf>, taken: &[Taken]) -> Vec<Found> {
        let mut found = Vec::new();
        // Lists with the names of their items so far: of two alike the second is compared with the second.
        let mut names: Vec<(String, String)> = Vec::new();
        // What stands first in the item that the leaves belong to, and its name once something of it is there.
        let mut current: (&str, usize, &Taken) = ("", MOST_ITEMS, &Taken::Nothing);
        let mut named: Option<(String, String)> = None;
        for (leaf, taken) in leaves.iter().zip(taken) {
            let Some((length, item)) = leaf.item else {
                push(&mut found, leaf, leaf.path.clone(), None, taken);
                continue;
            };
            let (list, rest) = leaf.path.split_at(length);
            if (current.0, current.1) != (list, item) {
                current = (list, item, taken);
                named = None;
            }
            if *taken == Taken::Nothing {
                continue;
            }
            let rest = rest.trim_start_matches('.').trim_start_matches(|digit: char| digit.is_ascii_digit());
            if item == MOST_ITEMS {
                if self.longer.last().is_none_or(|known| known != list) {
                    self.longer.push(list.to_owned());
                }
                continue;
            }
            let (same, name) = named.get_or_insert_with(|| {
                let name = if rest.is_empty() { item.text() } else { words(current.2) };
                let before = names.iter().filter(|known| known.0 == list && known.1 == name).count();
                names.push((list.to_owned(), name.clone()));
                (format!("{list}\n{name}\n{before}"), name)
            });
            let name = (!rest.is_empty()).then(|| name.clone());
            push(&mut found, leaf, format!("{same}{rest}"), name, taken);
        }
        found
    }
}

fn push(found: &mut Vec<Found>, leaf: &Leaf, same: String, item: Option<String>, taken: &Taken) {
    if *taken != Taken::Nothing {
        found.push(Found {
            path: leaf.path.clone(),
            same,
            item,
            kind: leaf.place.kind,
            taken: taken.clone(),
        });
    }
}

/// Rows of what either side has, in the order of the first, then of the second.
fn join<'s>(a: &'s [Found], b: &'s [Found], rows: &mut Vec<Row<'s>>, notices: &mut Vec<Notice>) {
    static NOTHING: Taken = Taken::Nothing;
    let row = |found: &'s Found, a, b, difference| Row {
        path: &found.path,
        item: found.item.as_deref(),
        a,
        b,
        difference,
    };
    for mine in a {
        let Some(other) = b.iter().find(|other| other.same == mine.same) else {
            rows.push(row(mine, &mine.taken, &NOTHING, Taken::Nothing));
            continue;
        };
        let mut difference = between(&mine.taken, &other.taken);
        if is_amount(mine.kind) {
            let codes = (currency(a, &mine.path), currency(b, &other.path));
            if let (Some(first), Some(second)) = codes
                && first != second
            {
                difference = Taken::Nothing;
                let notice =
                    Notice::new("currencies-differ").with("a", words(first)).with("b", words(second));
                if !notices.contains(&notice) {
                    notices.push(notice);
                }
            }
        }
        rows.push(row(mine, &mine.taken, &other.taken, difference));
    }
    for other in b.iter().filter(|other| !a.iter().any(|mine| mine.same == other.same)) {
        rows.push(row(other, &NOTHING, &other.taken, Taken::Nothing));
    }
}

/// The second less the first.
fn between(a: &Taken, b: &Taken) -> Taken {
    match (a, b) {
        (Taken::Decimal(a), Taken::Decimal(b)) => Taken::Decimal(b.minus(*a)),
        (Taken::Number(a), Taken::Number(b)) => Taken::Number(b - a),
        (Taken::Day(a), Taken::Day(b)) => Taken::Number(f64::from(*b) - f64::from(*a)),
        _ => Taken::Nothing,
    }
}

fn is_zero(difference: &Taken) -> bool {
    difference.number().is_some_and(|number| number.total_cmp(&0.0) == Ordering::Equal)
}

fn is_amount(kind: &Kind) -> bool {
    matches!(kind.given(), Kind::Money | Kind::Decimal { kind: "amount", .. })
}

/// The currency that stands nearest to a path: beside it, or in a record around it.
fn currency<'s>(found: &'s [Found], path: &str) -> Option<&'s Taken> {
    let mut around = path;
    loop {
        let end = around.rfind('.');
        around = end.and_then(|end| around.get(..end)).unwrap_or("");
        let named = |one: &&Found| {
            one.path.strip_prefix(around).is_some_and(|rest| rest.trim_start_matches('.') == "currency")
        };
        if let Some(one) = found.iter().find(named) {
            return Some(&one.taken);
        }
        end?;
    }
}

/// Every place of a kind where one value can stand, items of lists one by one; of columns only where they are wanted.
fn leaves(kind: &'static Kind, columns: bool) -> Vec<Leaf> {
    let mut walk = Walk { columns, steps: Vec::new(), path: String::new(), item: None, leaves: Vec::new() };
    walk.enter(kind);
    walk.leaves
}

struct Walk {
    columns: bool,
    steps: Vec<PlaceStep>,
    path: String,
    item: Option<(usize, usize)>,
    leaves: Vec<Leaf>,
}

static CELL: Kind = Kind::Number { kind: "number", minimum: None, maximum: None };

impl Walk {
    fn enter(&mut self, kind: &'static Kind) {
        match kind.given() {
            Kind::Record { names, kinds } => {
                for (at, (name, inner)) in names.iter().zip(*kinds).enumerate() {
                    self.step(PlaceStep::Field { at, name, optional: false }, name, inner);
                }
            }
            Kind::OneOrMany(inner) => {
                self.enter(inner);
                self.items(inner);
            }
            Kind::List(inner) => self.items(inner),
            Kind::NumberColumn | Kind::DayColumn if self.columns => self.items(&CELL),
            given if given.is_single() => {
                let place = Place { steps: self.steps.clone(), kind };
                self.leaves.push(Leaf { place, path: self.path.clone(), item: self.item });
            }
            _ => {}
        }
    }

    /// One more than is compared, to know whether there are more.
    fn items(&mut self, inner: &'static Kind) {
        if self.item.is_some() {
            return;
        }
        for at in 0..=MOST_ITEMS {
            self.item = Some((self.path.len(), at));
            self.step(PlaceStep::Item(at), &at.text(), inner);
        }
        self.item = None;
    }

    fn step(&mut self, step: PlaceStep, name: &str, kind: &'static Kind) {
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        self.steps.push(step);
        self.enter(kind);
        self.steps.pop();
        self.path.truncate(length);
    }
}

fn words(taken: &Taken) -> String {
    match taken {
        Taken::Nothing => String::new(),
        Taken::Bool(value) => value.text(),
        Taken::Number(value) => value.text(),
        Taken::Decimal(value) => value.text(),
        Taken::Day(value) => value.text(),
        Taken::Text(value) => value.clone(),
    }
}

impl Write for Taken {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Nothing => out.null(),
            Self::Bool(value) => out.bool(*value),
            Self::Number(value) => out.number(*value),
            Self::Decimal(value) => out.decimal(*value),
            Self::Day(days) => match Date::from_days(*days) {
                Ok(date) => date.write(out),
                Err(_) => out.null(),
            },
            Self::Text(value) => out.text(value),
        }
    }
}

impl Write for Row<'_> {
    fn write(&self, out: &mut Writer) {
        out.record(|record| {
            record.field("path", self.path);
            record.field("item", self.item);
            record.field("a", self.a);
            record.field("b", self.b);
            record.field("difference", &self.difference);
        });
    }
}
