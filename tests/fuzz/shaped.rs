//! Requests made from the products' own descriptions: what is generated for the schema generates requests here, so a
//! new product is tried without another line.

use std::fs;
use std::path::Path;

use export_risk::Engine;
use export_risk::document::{FieldShape, Shape};
use export_risk::quote::PRODUCTS;

use crate::random::Random;
use crate::tree::Tree;
use crate::wild;

/// What requests are made from: the products' shapes, every name in them, and the fixtures' requests.
pub struct Forms {
    pub products: Vec<(&'static str, Shape)>,
    pub product_names: Vec<&'static str>,
    pub names: Vec<&'static str>,
    pub fixtures: Vec<Tree>,
    pub engine: Engine,
}

impl Forms {
    pub fn all() -> Self {
        let products: Vec<_> = PRODUCTS.iter().map(|entry| (entry.name, (entry.shapes)().0)).collect();
        let mut names = Vec::new();
        products.iter().for_each(|(_, shape)| collect_names(shape, &mut names));
        names.sort_unstable();
        names.dedup();
        let product_names = products.iter().map(|(name, _)| *name).collect();
        Self { products, product_names, names, fixtures: fixtures(), engine: Engine::embedded().unwrap() }
    }

    /// The shape at a path of a product's request.
    pub fn shape_at(&self, product: &str, path: &str) -> Option<&Shape> {
        let (_, root) = self.products.iter().find(|(name, _)| *name == product)?;
        path.split('.').try_fold(root, |shape, name| {
            let mut shape = shape;
            while let Shape::Optional(inner) = shape {
                shape = inner;
            }
            match shape {
                Shape::Record(record) => {
                    record.fields.iter().find(|field| field.name == name).map(|field| &field.shape)
                }
                Shape::List(inner) | Shape::OneOrMany(inner) => Some(&**inner),
                _ => None,
            }
        })
    }
}

/// How a request is filled in.
#[derive(Clone, Copy)]
pub struct Manner {
    /// How often in a hundred a field is given that may be missing.
    given: usize,
    /// How often in a hundred a value stands at a bound, or beyond.
    bounds: usize,
    /// How long columns and lists are, all of one request alike.
    rows: usize,
    /// Whether all lists of the record at hand are as long as that: otherwise some are longer or shorter.
    aligned: bool,
    /// Whether numbers without bounds, and those of columns, are parts of one: probabilities, weights.
    parts: bool,
}

impl Manner {
    pub fn any(random: &mut Random) -> Self {
        let rows = match random.below(60) {
            0 => 0,
            1 => 1,
            2 => *random.pick(&[1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 20_000]),
            3..10 => random.below(200),
            10..30 => 1 + random.below(3),
            _ => 2 + random.below(12),
        };
        Self {
            given: *random.pick(&[5, 15, 30, 60, 95]),
            bounds: *random.pick(&[0, 0, 3, 10, 40]),
            rows,
            aligned: true,
            parts: random.percent(25),
        }
    }
}

/// A request of some product.
pub fn request(random: &mut Random, forms: &Forms, manner: Manner) -> Tree {
    let (name, shape) = random.pick(&forms.products);
    let Tree::Record(mut fields) = of(random, shape, manner) else { panic!("a request is a record") };
    fields.insert(0, ("product".to_owned(), Tree::text(*name)));
    if random.percent(5) {
        let (from, to) = (random.below(fields.len()), random.below(fields.len()));
        fields.swap(from, to);
    }
    Tree::Record(fields)
}

/// A value of a shape.
pub fn of(random: &mut Random, shape: &Shape, manner: Manner) -> Tree {
    let at_bounds = random.percent(manner.bounds);
    match shape {
        Shape::Text { kind } => Tree::Text(text(random, kind, at_bounds)),
        Shape::Number { kind: "number", minimum: None, maximum: None } if manner.parts && !at_bounds => {
            Tree::Number(part(random))
        }
        Shape::Number { kind, minimum, maximum } => {
            Tree::Number(number(random, kind, *minimum, *maximum, at_bounds))
        }
        Shape::Decimal { kind, minimum, maximum } => {
            decimal(random, kind, minimum.map(|(least, _)| least), *maximum, at_bounds)
        }
        Shape::Bool => Tree::Bool(random.percent(50)),
        Shape::Choice { values, .. } => Tree::text(random.pick(values).0),
        Shape::List(inner) => list(random, inner, manner),
        Shape::OneOrMany(inner) if random.percent(70) => of(random, inner, manner),
        Shape::OneOrMany(inner) => {
            Tree::List((0..1 + random.below(3)).map(|_| of(random, inner, manner)).collect())
        }
        Shape::Optional(inner) => of(random, inner, manner),
        Shape::NumberColumn => numbers(random, manner, at_bounds),
        Shape::DayColumn => days(random, manner, at_bounds),
        Shape::Map | Shape::Requests => Tree::Record(
            (0..random.below(4))
                .map(|at| (format!("name{at}"), decimal(random, "amount", None, None, at_bounds)))
                .collect(),
        ),
        Shape::Record(record) => {
            let manner = Manner { aligned: random.percent(60), ..manner };
            let mut fields = Vec::new();
            for field in &record.fields {
                if is_given(random, field, manner) {
                    fields.push((field.name.to_owned(), field_value(random, field, manner)));
                }
            }
            Tree::Record(fields)
        }
    }
}

fn is_given(random: &mut Random, field: &FieldShape, manner: Manner) -> bool {
    let must = field.default.is_none() && !matches!(field.shape, Shape::Optional(_));
    must || random.percent(manner.given)
}

fn field_value(random: &mut Random, field: &FieldShape, manner: Manner) -> Tree {
    let may_be_null = field.default.is_some() || matches!(field.shape, Shape::Optional(_));
    if may_be_null && random.percent(5) { Tree::Null } else { of(random, &field.shape, manner) }
}

fn list(random: &mut Random, inner: &Shape, manner: Manner) -> Tree {
    // Lists of records are short lists of cases; lists of numbers go with columns.
    let most = if matches!(inner, Shape::Record(_)) { 4 } else { 30 };
    let length =
        if manner.aligned || random.percent(70) { manner.rows.min(most) } else { random.below(most) };
    Tree::List((0..length).map(|_| of(random, inner, manner)).collect())
}

fn text(random: &mut Random, kind: &str, at_bounds: bool) -> String {
    if at_bounds && random.percent(50) {
        return wild::text(random);
    }
    let codes: &[&str] = match kind {
        "date" => return date(random, at_bounds),
        "currency" => &["USD", "EUR", "CNY", "JPY", "KWD", "MXN", "CLF", "UYW", "XAF"],
        "country" => &["MEX", "KAZ", "CHN", "USA", "DEU", "TH", "NG", "ARG", "XKX", "AFG", "HKG", "TWN"],
        _ => return wild::text(random),
    };
    (*random.pick(codes)).to_owned()
}

fn date(random: &mut Random, at_bounds: bool) -> String {
    let year = if at_bounds {
        *random.pick(&[1, 1900, 1970, 2000, 2100, 9999, 1583])
    } else {
        random.between(2015, 2040)
    };
    let (month, day) = (random.between(1, 12), *random.pick(&[1, 15, 28, 28, 29, 30, 31]));
    let days = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    format!("{year:04}-{month:02}-{:02}", day.min(days))
}

fn number(
    random: &mut Random,
    kind: &str,
    minimum: Option<f64>,
    maximum: Option<f64>,
    at_bounds: bool,
) -> f64 {
    let whole = matches!(kind, "integer" | "months");
    if at_bounds {
        let bounds = [minimum.unwrap_or(0.0), maximum.unwrap_or(1e6)];
        let bound = *random.pick(&bounds);
        return match random.below(4) {
            0 => bound,
            1 => bound + *random.pick(&[1.0, -1.0]),
            2 if !whole => {
                if random.percent(50) {
                    bound.next_up()
                } else {
                    bound.next_down()
                }
            }
            _ => wild::number(random),
        };
    }
    match kind {
        "months" => {
            return *random.pick(&[0.0, 1.0, 3.0, 6.0, 12.0, 18.0, 24.0, 36.0, 60.0, 84.0, 120.0, 216.0]);
        }
        "years" => return random.between(0, 120) as f64 / 4.0,
        "rate" | "share" => return random.between(0, 200) as f64 / 1000.0,
        _ => {}
    }
    let least = minimum.unwrap_or(if whole { 0.0 } else { -2.0 });
    // Small numbers are the usual ones, whatever the bound allows.
    let most = maximum.unwrap_or(f64::INFINITY).min(least + if random.percent(80) { 12.0 } else { 400.0 });
    let number = least + random.fraction() * (most - least);
    if whole { number.round() } else { (number * 1000.0).round() / 1000.0 }
}

fn part(random: &mut Random) -> f64 {
    random.below(1001) as f64 / 1000.0
}

fn decimal(
    random: &mut Random,
    kind: &str,
    minimum: Option<&str>,
    maximum: Option<&str>,
    at_bounds: bool,
) -> Tree {
    if at_bounds {
        let bounds =
            [minimum.unwrap_or("-1"), maximum.unwrap_or("79228162514264337593543950335"), "0", "0.01"];
        return match random.below(6) {
            0 | 1 => Tree::text(*random.pick(&bounds)),
            2 => Tree::text(format!("{}00000000000000001", minimum.unwrap_or("0.0"))),
            3 => Tree::text(*random.pick(&[
                "999999999999.99",
                "90071992547409.91",
                "90071992547409.92",
                "1000000000000",
            ])),
            4 => Tree::Number(wild::number(random)),
            _ => Tree::Text(wild::text(random)),
        };
    }
    let (number, decimals) = match kind {
        // From a few cents to a billion, as many of each size.
        "amount" => (libm::pow(10.0, random.fraction() * 9.0), *random.pick(&[0, 0, 0, 2])),
        "rate" => (random.between(-20, 250) as f64 / 1000.0, 6),
        "share" => (random.below(101) as f64 / 100.0, 4),
        _ => (random.between(-50, 3000) as f64 / 100.0, 3),
    };
    if random.percent(50) {
        Tree::Text(format!("{number:.decimals$}"))
    } else {
        Tree::Number(format!("{number:.decimals$}").parse().unwrap())
    }
}

fn numbers(random: &mut Random, manner: Manner, at_bounds: bool) -> Tree {
    let scale = *random.pick(&[1.0, 100.0, 1e6, 1e6, 0.1]);
    let mut items: Vec<f64> = (0..manner.rows)
        .map(|at| match random.below(8) {
            _ if manner.parts => part(random),
            // Money goes out first and comes back in parts; positive columns are as common.
            0 if at > 0 => -(random.fraction() * scale).round(),
            _ => ((0.1 + random.fraction()) * scale * 100.0).round() / 100.0,
        })
        .collect();
    if let Some(first) = items.first_mut()
        && !manner.parts
        && random.percent(60)
    {
        *first = -(*first * manner.rows as f64 / 2.0).round();
    }
    if at_bounds && !items.is_empty() {
        let at = random.below(items.len());
        items[at] = wild::number(random);
    }
    if random.percent(50) {
        Tree::Numbers(items)
    } else {
        Tree::List(items.into_iter().map(Tree::Number).collect())
    }
}

fn days(random: &mut Random, manner: Manner, at_bounds: bool) -> Tree {
    let mut day = random.between(12_000, 22_000) as i32;
    let step = *random.pick(&[1, 30, 30, 91, 365, 1000]);
    let mut items: Vec<i32> = (0..manner.rows)
        .map(|_| {
            day += random.between(0, 2 * step) as i32;
            day
        })
        .collect();
    if at_bounds && !items.is_empty() {
        let at = random.below(items.len());
        items[at] = *random.pick(&[0, -1, i32::MIN, i32::MAX, -719_162, 2_932_896, 2_932_897]);
    }
    match random.below(3) {
        0 => Tree::Integers(items),
        1 => Tree::List(items.into_iter().map(|day| Tree::Number(f64::from(day))).collect()),
        _ => Tree::List(items.iter().map(|_| Tree::Text(date(random, false))).collect()),
    }
}

fn collect_names(shape: &Shape, names: &mut Vec<&'static str>) {
    match shape {
        Shape::List(inner) | Shape::OneOrMany(inner) | Shape::Optional(inner) => collect_names(inner, names),
        Shape::Record(record) => {
            for field in &record.fields {
                names.push(field.name);
                collect_names(&field.shape, names);
            }
        }
        _ => {}
    }
}

fn fixtures() -> Vec<Tree> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let list: Vec<serde_json::Value> = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        found.extend(list.iter().map(|case| Tree::from(&case["request"])));
    }
    assert!(!found.is_empty(), "no fixtures were found");
    found
}
