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
}

impl Input {
    /// As a person may try it again.
    pub fn show(&self) -> String {
        match self {
            Self::Tree(tree) => tree.show(),
            Self::Text(text) => format!("text {text:?}"),
            Self::Bytes(bytes) => format!("bytes {bytes:?}"),
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
