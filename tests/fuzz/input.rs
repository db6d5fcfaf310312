//! The inputs of a run, each made of its seed and its place alone.

use export_risk::Engine;

use crate::check::{self, Outcome, Seen};
use crate::random::Random;
use crate::shaped::{self, Forms, Manner};
use crate::tree::Tree;
use crate::wild;

/// Where inputs come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The products' descriptions; what is refused is repaired a few times, which leads to answers.
    Shaped,
    /// The fixtures' requests with something changed.
    Changed,
    /// Any tree, also of what JSON can't say.
    Wild,
    /// JSON text and what is nearly such.
    Text,
    /// Messages and what is nearly such.
    Bytes,
    /// Calls of `solve` on the fixtures' requests: any input, any output, any wanted value.
    Solve,
}

impl Source {
    /// All, the ones that find most most often.
    pub const ALL: &'static [Self] = &[
        Self::Shaped,
        Self::Shaped,
        Self::Shaped,
        Self::Shaped,
        Self::Shaped,
        Self::Changed,
        Self::Changed,
        Self::Wild,
        Self::Text,
        Self::Bytes,
    ];
}

/// One input.
pub enum Input {
    Tree(Tree),
    Text(String),
    Bytes(Vec<u8>),
    Solve(Tree),
}

impl Input {
    /// As a person may try it again.
    pub fn show(&self) -> String {
        match self {
            Self::Tree(tree) => tree.show(),
            Self::Text(text) => format!("text {text:?}"),
            Self::Bytes(bytes) => format!("bytes {bytes:?}"),
            Self::Solve(call) => format!("solve {}", call.show()),
        }
    }

    /// The product that it asks for.
    pub fn product(&self) -> Option<&str> {
        let Self::Tree(Tree::Record(fields)) = self else { return None };
        fields.iter().find_map(|(name, value)| match value {
            Tree::Text(text) if name == "product" => Some(text.as_str()),
            _ => None,
        })
    }

    /// Checks all that holds for every input.
    pub fn check(&self, engine: &Engine, thorough: bool) -> Result<Seen, String> {
        match self {
            Self::Tree(tree) => check::request(engine, tree, thorough),
            Self::Text(text) => check::text(engine, text),
            Self::Bytes(bytes) => check::bytes(engine, bytes),
            Self::Solve(call) => check::solve(engine, call),
        }
    }
}

/// Makes the input of a place and everything that follows from it, and hands each to `visit`, which says what was seen.
pub fn visit(
    forms: &Forms,
    source: Source,
    seed: u64,
    index: u64,
    visit: &mut dyn FnMut(Input) -> Option<(Input, Seen)>,
) {
    let random = &mut Random::of(seed, index);
    match source {
        Source::Shaped => {
            let manner = Manner::any(random);
            let mut input = Input::Tree(shaped::request(random, forms, manner));
            for _ in 0..6 {
                let Some((Input::Tree(tree), seen)) = visit(input) else { return };
                let repaired = match seen.outcome {
                    Outcome::Answered => None,
                    Outcome::Refused(..) => repair(random, forms, manner, tree, &seen.field),
                };
                match repaired {
                    Some(tree) => input = Input::Tree(tree),
                    None => return,
                }
            }
        }
        Source::Changed => drop(visit(Input::Tree(changed(random, forms)))),
        Source::Wild => {
            let tree = match random.below(4) {
                0 => wild::tree(random, 5),
                _ => wild::request(random, &forms.product_names, &forms.names),
            };
            visit(Input::Tree(tree));
        }
        Source::Text => {
            let good = changed(random, forms).show();
            visit(Input::Text(wild::json(random, &good)));
        }
        Source::Bytes => {
            let tree = if random.percent(70) { changed(random, forms) } else { wild::tree(random, 4) };
            let mut bytes = tree.message();
            wild::bytes(random, &mut bytes);
            visit(Input::Bytes(bytes));
        }
        Source::Solve => {
            let mut call = solve(random, forms);
            if random.percent(20) {
                wild::change(random, &mut call, &forms.names);
            }
            visit(Input::Solve(call));
        }
    }
}

/// A request, more often than not one that has an answer.
pub fn shaped_or_changed(engine: &Engine, forms: &Forms, seed: u64, index: u64) -> Tree {
    let source = if index.is_multiple_of(4) { Source::Changed } else { Source::Shaped };
    let mut last = Tree::Null;
    visit(forms, source, seed, index, &mut |input| {
        let seen = input.check(engine, false).ok()?;
        if let Input::Tree(tree) = &input {
            last = tree.clone();
        }
        Some((input, seen))
    });
    last
}

/// A call of `solve`.
fn solve(random: &mut Random, forms: &Forms) -> Tree {
    let mut request = random.pick(&forms.fixtures).clone();
    // Long columns make long searches, and show nothing else.
    while request.show().len() > 2000 {
        request = random.pick(&forms.fixtures).clone();
    }
    let mut inputs = Vec::new();
    numbers(&request, "", &mut inputs);
    let quote = forms.engine.quote_json(&request.show()).ok();
    let quote = quote.map(|text| Tree::from(&serde_json::from_str::<serde_json::Value>(&text).unwrap()));
    let mut outputs = Vec::new();
    numbers(&quote.unwrap_or(Tree::Null), "", &mut outputs);
    let nothing = || ("rate".to_owned(), 0.05);
    let (vary, own) = if inputs.is_empty() { nothing() } else { random.pick(&inputs).clone() };
    let (target, now) = if outputs.is_empty() { nothing() } else { random.pick(&outputs).clone() };
    let vary = if random.percent(10) { (*random.pick(&forms.names)).to_owned() } else { vary };
    let wanted = now * *random.pick(&[1.0, 1.0, 1.01, 0.99, 1.1, 0.5, 2.0, -1.0, 0.0]);
    let equals = if random.percent(5) { wild::number(random) } else { wanted };
    let mut call = vec![
        ("request".to_owned(), request),
        ("vary".to_owned(), Tree::Text(vary)),
        ("target".to_owned(), Tree::Text(target)),
        ("equals".to_owned(), Tree::Number(equals)),
    ];
    if random.percent(70) {
        let width = own.abs().max(0.01) * *random.pick(&[0.01, 0.5, 0.9, 10.0]);
        let mut ends = [own - width, own + width].map(Tree::Number).to_vec();
        if random.percent(5) {
            let at = random.below(2);
            ends[at] = Tree::Number(wild::number(random));
        }
        call.push(("between".to_owned(), Tree::List(ends)));
    }
    Tree::Record(call)
}

/// The paths of all numbers, also of those that are text.
fn numbers(tree: &Tree, path: &str, found: &mut Vec<(String, f64)>) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match tree {
        Tree::Number(value) => found.push((path.to_owned(), *value)),
        Tree::Text(text) => found.extend(text.parse().ok().map(|value| (path.to_owned(), value))),
        Tree::List(items) => {
            items
                .iter()
                .take(3)
                .enumerate()
                .for_each(|(at, item)| numbers(item, &below(&at.to_string()), found));
        }
        Tree::Record(fields) => fields.iter().for_each(|(name, item)| numbers(item, &below(name), found)),
        _ => {}
    }
}

fn changed(random: &mut Random, forms: &Forms) -> Tree {
    let mut tree = random.pick(&forms.fixtures).clone();
    for _ in 0..1 + random.below(3) {
        wild::change(random, &mut tree, &forms.names);
    }
    tree
}

/// A refused request with the field that the error names left out or made anew.
fn repair(random: &mut Random, forms: &Forms, manner: Manner, mut tree: Tree, field: &str) -> Option<Tree> {
    if field.is_empty() {
        return None;
    }
    let product = Input::Tree(tree.clone()).product()?.to_owned();
    let shape = forms.shape_at(&product, field);
    let leave_out = random.percent(60) && tree.remove(field);
    if let Some(shape) = shape.filter(|_| !leave_out) {
        let value = shaped::of(random, shape, manner);
        match tree.at(field) {
            Some(place) => *place = value,
            None => {
                let (holder, name) = match field.rsplit_once('.') {
                    Some((holder, name)) => (tree.at(holder)?, name),
                    None => (&mut tree, field),
                };
                let Tree::Record(fields) = holder else { return None };
                fields.push((name.to_owned(), value));
            }
        }
    }
    Some(tree)
}
