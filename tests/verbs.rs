//! What works for every product: setting inputs and reading outputs by path, and the verbs that rest on it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use export_risk::document::{Kind, Shape};
use export_risk::quote::PRODUCTS;

#[test]
fn the_static_kinds_say_what_the_descriptions_say() {
    for product in PRODUCTS {
        let (request, quote) = (product.shapes)();
        agree(product.name, product.kinds.0, &request);
        agree(product.name, product.kinds.1, &quote);
    }
}

fn agree(path: &str, kind: &Kind, shape: &Shape) {
    match (kind, shape) {
        (Kind::Record { names, kinds }, Shape::Record(record)) => {
            assert_eq!(names.len(), record.fields.len(), "{path}");
            for ((name, kind), field) in names.iter().zip(*kinds).zip(&record.fields) {
                assert_eq!(*name, field.name, "{path}");
                agree(&format!("{path}.{name}"), kind, &field.shape);
            }
        }
        (Kind::Optional(kind), Shape::Optional(shape))
        | (Kind::List(kind), Shape::List(shape))
        | (Kind::OneOrMany(kind), Shape::OneOrMany(shape)) => agree(path, kind, shape),
        (Kind::Text { kind }, Shape::Text { kind: other }) => assert_eq!(kind, other, "{path}"),
        (
            Kind::Number { kind, minimum, maximum },
            Shape::Number { kind: other, minimum: least, maximum: most },
        ) => {
            assert_eq!((kind, minimum, maximum), (other, least, most), "{path}");
        }
        (
            Kind::Decimal { kind, minimum, maximum },
            Shape::Decimal { kind: other, minimum: least, maximum: most },
        ) => {
            assert_eq!((kind, minimum, maximum), (other, least, most), "{path}");
        }
        (Kind::Money, Shape::Decimal { kind: "amount", minimum: None, maximum: None })
        | (Kind::Bool, Shape::Bool)
        | (Kind::Choice, Shape::Choice { .. })
        | (Kind::NumberColumn, Shape::NumberColumn)
        | (Kind::DayColumn, Shape::DayColumn)
        | (Kind::Closed, _) => {}
        _ => panic!("{path}: {kind:?} is described as {shape:?}"),
    }
}
