//! What is generated from the descriptions of requests and quotes: the JSON Schema, from which the page makes
//! its forms, and the TypeScript declarations.

mod declarations;
mod schema;

pub use declarations::declarations;
pub use schema::schema;

use crate::document::{RecordShape, Shape};

/// Every record that a shape is made of, itself first, each once, in the order in which they are met.
fn records(shape: &Shape) -> Vec<&RecordShape> {
    let mut found = Vec::new();
    collect(shape, &mut found);
    found
}

fn collect<'s>(shape: &'s Shape, found: &mut Vec<&'s RecordShape>) {
    match shape {
        Shape::List(inner) | Shape::OneOrMany(inner) | Shape::Optional(inner) => collect(inner, found),
        Shape::Record(record) if found.iter().all(|known| known.name != record.name) => {
            found.push(record);
            record.fields.iter().for_each(|field| collect(&field.shape, found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::quote::PRODUCTS;

    /// The schema and the declarations keep one type for a name.
    #[test]
    fn a_name_stands_for_one_type() {
        let mut records: HashMap<&str, RecordShape> = HashMap::new();
        let mut choices: HashMap<&str, Vec<&str>> = HashMap::new();
        for entry in PRODUCTS {
            let (request, quote) = (entry.shapes)();
            for record in [&request, &quote].into_iter().flat_map(each) {
                let known = records.entry(record.name).or_insert_with(|| record.clone());
                assert_eq!(known, record, "two types are called {} ({})", record.name, entry.name);
                for (name, values) in record.fields.iter().filter_map(|field| choice(&field.shape)) {
                    let known = choices.entry(name).or_insert_with(|| values.clone());
                    assert_eq!(known, &values, "two choices are called {name} ({})", entry.name);
                }
            }
        }
        assert!(records.len() > 20 && choices.len() > 10);
    }

    /// Every record, also those whose name was met before.
    fn each(shape: &Shape) -> Vec<&RecordShape> {
        match shape {
            Shape::List(inner) | Shape::OneOrMany(inner) | Shape::Optional(inner) => each(inner),
            Shape::Record(record) => {
                let inner = record.fields.iter().flat_map(|field| each(&field.shape));
                [record].into_iter().chain(inner).collect()
            }
            _ => Vec::new(),
        }
    }

    fn choice(shape: &Shape) -> Option<(&'static str, Vec<&'static str>)> {
        match shape {
            Shape::List(inner) | Shape::OneOrMany(inner) | Shape::Optional(inner) => choice(inner),
            Shape::Choice { name, values, .. } => Some((name, values.iter().map(|value| value.0).collect())),
            _ => None,
        }
    }
}
