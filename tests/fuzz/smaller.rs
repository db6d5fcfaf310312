//! A finding with everything taken away that it does not need.

use crate::tree::Tree;

/// The smallest tree that still shows what `shows` looks for, found by leaving out one part after the other.
pub fn smaller(mut tree: Tree, shows: &dyn Fn(&Tree) -> bool) -> Tree {
    let mut tries = 0;
    loop {
        let found = simpler(&tree).into_iter().find(|candidate| {
            tries += 1;
            tries < 5000 && shows(candidate)
        });
        match found {
            Some(candidate) => tree = candidate,
            None => return tree,
        }
    }
}

/// Trees with one thing less, the largest steps first.
fn simpler(tree: &Tree) -> Vec<Tree> {
    match tree {
        Tree::Record(fields) => {
            let less = without(fields).map(Tree::Record);
            let inner = fields.iter().enumerate().flat_map(|(at, (name, value))| {
                simpler(value).into_iter().map(move |value| (at, (name.clone(), value)))
            });
            less.chain(inner.map(|(at, field)| Tree::Record(with(fields, at, field)))).collect()
        }
        Tree::List(items) => {
            let inner = items
                .iter()
                .enumerate()
                .flat_map(|(at, item)| simpler(item).into_iter().map(move |item| (at, item)));
            without(items)
                .map(Tree::List)
                .chain(inner.map(|(at, item)| Tree::List(with(items, at, item))))
                .collect()
        }
        Tree::Numbers(items) => without(items)
            .map(Tree::Numbers)
            .chain([Tree::List(items.iter().map(|item| Tree::Number(*item)).collect())])
            .collect(),
        Tree::Integers(items) => without(items).map(Tree::Integers).collect(),
        Tree::Text(text) if text.chars().count() > 12 => vec![Tree::Text(text.chars().take(12).collect())],
        Tree::Number(value) if value.fract() != 0.0 && value.abs() > 1.0 => vec![Tree::Number(value.round())],
        _ => Vec::new(),
    }
}

/// The list without its halves, quarters and so on down to each of its items.
fn without<T: Clone>(items: &[T]) -> impl Iterator<Item = Vec<T>> {
    let sizes = core::iter::successors((!items.is_empty()).then(|| items.len().div_ceil(2)), |size| {
        (*size > 1).then(|| size.div_ceil(2))
    });
    sizes.flat_map(move |size| {
        (0..items.len()).step_by(size).map(move |start| {
            let end = (start + size).min(items.len());
            items[..start].iter().chain(&items[end..]).cloned().collect()
        })
    })
}

fn with<T: Clone>(items: &[T], at: usize, item: T) -> Vec<T> {
    let mut items = items.to_vec();
    items[at] = item;
    items
}
