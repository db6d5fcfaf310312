//! Places in requests and quotes by path: `cover.commercial`, `schedule.payment.0`.

use super::kind::Kind;
use super::names::nearest;
use super::value::Value;
use crate::error::Error;

/// A place that a type has: checked before anything runs.
#[derive(Clone, Debug)]
pub struct Place {
    /// The way from the root.
    pub steps: Vec<PlaceStep>,
    /// What stands there.
    pub kind: &'static Kind,
}

/// A step of the way to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceStep {
    /// A field of a record.
    Field {
        /// Its place among the fields.
        at: usize,
        /// Its name.
        name: &'static str,
        /// Whether the record that it belongs to may be left out.
        optional: bool,
    },
    /// An item of a list or a column.
    Item(usize),
}

/// The items of lists that have a path: the first million.
const MOST_ITEMS: usize = 1_000_000;

impl Place {
    /// Finds a path in a type.
    ///
    /// # Errors
    /// `InvalidInput`, `unknown-path`, with the nearest that is known, or with all names that could stand there.
    pub fn find(root: &'static Kind, path: &str) -> Result<Self, Error> {
        let mut kind = root;
        let mut steps = Vec::new();
        let mut before = 0;
        for name in path.split('.') {
            let optional = matches!(kind, Kind::Optional(_));
            let next = match kind.given() {
                Kind::Record { names, kinds } => {
                    let at = names.iter().position(|known| *known == name);
                    at.and_then(|at| {
                        Some((PlaceStep::Field { at, name: names.get(at)?, optional }, *kinds.get(at)?))
                    })
                }
                Kind::List(inner) => item(name).map(|at| (PlaceStep::Item(at), *inner)),
                Kind::NumberColumn => item(name).map(|at| (PlaceStep::Item(at), CELL)),
                Kind::DayColumn => item(name).map(|at| (PlaceStep::Item(at), DAY)),
                _ => None,
            };
            let Some((step, inner)) = next else {
                return Err(unknown(path, path.get(..before).unwrap_or(""), name, kind));
            };
            steps.push(step);
            kind = inner;
            before += name.len() + 1;
        }
        Ok(Self { steps, kind })
    }

    /// Puts a value at this place of a request. Records on the way that are not given are made, unless they may be
    /// left out: then the request would become another one.
    ///
    /// # Errors
    /// `InvalidInput`, `not-given`, when the place is inside something that the request does not have.
    pub fn put<'a>(&self, request: &mut Value<'a>, value: Value<'a>) -> Result<(), Error> {
        let mut at = request;
        for step in &self.steps {
            let next = match *step {
                PlaceStep::Field { name, optional, .. } => {
                    if matches!(at, Value::Null) && !optional {
                        *at = Value::Record(Vec::new());
                    }
                    field(at, name)
                }
                PlaceStep::Item(place) => {
                    spread(at);
                    if let Value::List(items) = at { items.get_mut(place) } else { None }
                }
            };
            at = next.ok_or_else(not_given)?;
        }
        *at = value;
        Ok(())
    }
}

/// A field of a record; an empty one is made when it is not there.
fn field<'v, 'a>(record: &'v mut Value<'a>, name: &'static str) -> Option<&'v mut Value<'a>> {
    let Value::Record(fields) = record else { return None };
    let at = fields.iter().position(|(known, _)| *known == name).unwrap_or(fields.len());
    if at == fields.len() {
        fields.push((name, Value::Null));
    }
    fields.get_mut(at).map(|(_, value)| value)
}

static CELL: &Kind = &Kind::Number { kind: "number", minimum: None, maximum: None };
static DAY: &Kind = &Kind::Number { kind: "integer", minimum: None, maximum: None };

/// Every path below a kind that leads to one value, with what stands there. Lists and columns are left out.
pub fn single_paths(kind: &'static Kind) -> Vec<(String, &'static Kind)> {
    let mut found = Vec::new();
    collect(kind, &mut String::new(), &mut found);
    found
}

fn collect(kind: &'static Kind, path: &mut String, found: &mut Vec<(String, &'static Kind)>) {
    if kind.is_single() {
        found.push((path.clone(), kind));
    }
    let Kind::Record { names, kinds } = kind.given() else { return };
    for (name, kind) in names.iter().zip(*kinds) {
        let length = path.len();
        if length > 0 {
            path.push('.');
        }
        path.push_str(name);
        collect(kind, path, found);
        path.truncate(length);
    }
}

fn item(name: &str) -> Option<usize> {
    let short = name.len() <= 7 && name.bytes().all(|byte| byte.is_ascii_digit()) && !name.is_empty();
    let at = name.bytes().fold(0, |number, digit| number * 10 + usize::from(digit.wrapping_sub(b'0')));
    (short && at < MOST_ITEMS).then_some(at)
}

/// Makes a list of a column, so that one cell of it can become another number.
fn spread(value: &mut Value<'_>) {
    *value = match value {
        Value::Numbers(numbers) => Value::List(numbers.iter().map(|number| Value::Number(*number)).collect()),
        Value::Integers(numbers) => {
            Value::List(numbers.iter().map(|number| Value::Number(f64::from(*number))).collect())
        }
        _ => return,
    };
}

#[cold]
fn not_given() -> Error {
    Error::invalid("not-given", "this is inside something that the request does not have: give that first")
}

#[cold]
fn unknown(path: &str, before: &str, name: &str, kind: &Kind) -> Error {
    let names = kind.given().names();
    let value = || path.chars().take(60).collect::<String>();
    if let Some(near) = nearest(name, names.iter().copied()) {
        let rest = path.get(before.len() + name.len()..).unwrap_or("");
        let near = format!("{before}{near}{rest}");
        return Error::invalid("unknown-path", format!("there is no such path; did you mean {near}?"))
            .detail("nearest", near)
            .with_value(value());
    }
    let known = match kind.given() {
        Kind::Record { .. } => names.join(", "),
        Kind::List(_) | Kind::NumberColumn | Kind::DayColumn => "0, 1, 2, …".to_owned(),
        _ => "nothing".to_owned(),
    };
    let place = before.strip_suffix('.').unwrap_or("the root");
    Error::invalid("unknown-path", format!("there is no such path; known below {place} are {known}"))
        .detail("known", known)
        .with_value(value())
}
