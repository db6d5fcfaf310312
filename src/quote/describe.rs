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
