use core::fmt::Write as _;
use std::collections::BTreeSet;

use super::super::registry::PRODUCTS;
use super::records;
use crate::document::{Described as _, FieldShape, RecordShape, Shape};
use crate::explain::{Edition, Step};
use crate::quote::{CountryRow, SolveJump, SolveSolution};
use crate::reference::RateCard;

const HEAD: &str = "\
// Generated from the Rust types by `export-risk declarations`; do not edit.

/** An exact decimal: text, or a number (0.1 means exactly 0.1). */
export type DecimalInput = string | number;
/** A column of numbers. */
export type NumberColumnInput = readonly number[] | Float64Array;
/** Exact decimals, one for each entry of a column. */
export type DecimalColumnInput = readonly DecimalInput[] | Float64Array | Int32Array;
";

/// The TypeScript declarations of every request and quote, documented as the Rust types are.
pub fn declarations() -> String {
    let mut text = HEAD.to_owned();
    let mut done = BTreeSet::new();
    let mut products = String::new();
    for entry in PRODUCTS {
        let (request, quote) = (entry.shapes)();
        for (shape, side) in [(&request, Side::Request), (&quote, Side::Quote)] {
            for record in records(shape) {
                if done.insert(record.name) {
                    names(&mut text, record, &mut done);
                    let product = matches!(shape, Shape::Record(root) if root.name == record.name && side == Side::Request);
                    interface(&mut text, record, product.then_some(entry.name), side);
                }
            }
        }
        let _ = writeln!(
            products,
            "  \"{}\": {{ request: {}; quote: {} }};",
            entry.name,
            type_name(&request, Side::Request),
            type_name(&quote, Side::Quote)
        );
    }
    let card = RateCard::shape();
    for record in records(&card) {
        if done.insert(record.name) {
            names(&mut text, record, &mut done);
            interface(&mut text, record, None, Side::Request);
        }
    }
    let others =
        [Edition::shape(), CountryRow::shape(), Step::shape(), SolveSolution::shape(), SolveJump::shape()];
    for shape in others {
        for record in records(&shape) {
            if done.insert(record.name) {
                interface(&mut text, record, None, Side::Quote);
            }
        }
    }
    let _ = write!(
        text,
        "\n/** Every product with its request and its quote. */\nexport interface Products {{\n{products}}}"
    );
    text
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Request,
    Quote,
}

fn interface(text: &mut String, record: &RecordShape, product: Option<&str>, side: Side) {
    text.push('\n');
    comment(text, "", &record.doc, None);
    let _ = writeln!(text, "export interface {} {{", record.name);
    if let Some(name) = product {
        let _ = writeln!(text, "  product: \"{name}\";");
    }
    for field in &record.fields {
        comment(text, "  ", &field.doc, field.default.as_deref());
        let mark = if side == Side::Request && is_optional(field) { "?" } else { "" };
        let name = if side == Side::Request && field.default.is_some() {
            format!("{} | null", type_name(&field.shape, side))
        } else {
            type_name(&field.shape, side)
        };
        let _ = writeln!(text, "  {}{mark}: {name};", field.name);
    }
    text.push_str("}\n");
}

/// A choice whose values have several names is a type of its own, and another with all of them for requests.
fn names(text: &mut String, record: &RecordShape, done: &mut BTreeSet<&'static str>) {
    for field in &record.fields {
        let Some((name, doc, values, others)) = named_choice(&field.shape) else { continue };
        if !done.insert(name) {
            continue;
        }
        let union = |names: &[&str]| names.iter().map(|name| format!("\n  | \"{name}\"")).collect::<String>();
        let own: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
        let other: Vec<&str> = others.iter().flat_map(|(_, others)| others.iter().copied()).collect();
        text.push('\n');
        comment(text, "", doc, None);
        let _ = writeln!(text, "export type {name} ={};", union(&own));
        text.push('\n');
        comment(
            text,
            "",
            &format!("{doc}\nBy its name or by any that it is also known as, in any case."),
            None,
        );
        let _ = writeln!(text, "export type {name}Input = {name}{};", union(&other));
    }
}

/// The choice that a field holds, if its values have several names.
fn named_choice(shape: &Shape) -> Option<NamedChoice<'_>> {
    match shape {
        Shape::List(inner) | Shape::OneOrMany(inner) | Shape::Optional(inner) => named_choice(inner),
        Shape::Choice { name, doc, values, others } if has_others(others) => {
            Some((name, doc, values, others))
        }
        _ => None,
    }
}

type NamedChoice<'s> =
    (&'static str, &'s str, &'s [(&'static str, String)], &'s [(&'static str, Vec<&'static str>)]);

pub(super) fn has_others(others: &[(&'static str, Vec<&'static str>)]) -> bool {
    others.iter().any(|(_, others)| !others.is_empty())
}

fn is_optional(field: &FieldShape) -> bool {
    field.default.is_some() || matches!(field.shape, Shape::Optional(_))
}

fn comment(text: &mut String, indent: &str, doc: &str, default: Option<&str>) {
    let doc = doc.replace("*/", "*\u{200b}/");
    let default = default.map(|default| format!("Default: {default}."));
    let lines: Vec<&str> = doc.lines().chain(default.as_deref()).collect();
    match lines.as_slice() {
        [] => {}
        [line] => {
            let _ = writeln!(text, "{indent}/** {line} */");
        }
        lines => {
            let _ = writeln!(text, "{indent}/**");
            for line in lines {
                let _ = writeln!(text, "{}", format!("{indent} * {line}").trim_end());
            }
            let _ = writeln!(text, "{indent} */");
        }
    }
}

fn type_name(shape: &Shape, side: Side) -> String {
    match (shape, side) {
        (Shape::Text { .. }, _) | (Shape::Decimal { .. }, Side::Quote) => "string".to_owned(),
        (Shape::Decimal { .. } | Shape::Number { .. }, Side::Request) => "DecimalInput".to_owned(),
        (Shape::Number { .. }, Side::Quote) => "number".to_owned(),
        (Shape::Bool, _) => "boolean".to_owned(),
        (Shape::Choice { name, others, .. }, side) if has_others(others) => {
            if side == Side::Request {
                format!("{name}Input")
            } else {
                (*name).to_owned()
            }
        }
        (Shape::Choice { values, .. }, _) => {
            values.iter().map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(" | ")
        }
        (Shape::List(inner), Side::Request) if is_number(inner) => "DecimalColumnInput".to_owned(),
        (Shape::List(inner), Side::Request) => format!("readonly {}[]", bracketed(inner, side)),
        (Shape::List(inner), Side::Quote) => format!("{}[]", bracketed(inner, side)),
        (Shape::OneOrMany(inner), Side::Request) if is_number(inner) => {
            "DecimalInput | DecimalColumnInput".to_owned()
        }
        (Shape::OneOrMany(inner), _) => {
            format!("{} | readonly {}[]", type_name(inner, side), bracketed(inner, side))
        }
        (Shape::Optional(inner), _) => format!("{} | null", type_name(inner, side)),
        (Shape::NumberColumn, Side::Request) => "NumberColumnInput".to_owned(),
        (Shape::NumberColumn, Side::Quote) => "Float64Array".to_owned(),
        (Shape::DayColumn, Side::Request) => "readonly string[] | readonly number[] | Int32Array".to_owned(),
        (Shape::DayColumn, Side::Quote) => "Int32Array".to_owned(),
        (Shape::Requests, _) => {
            "{ [Name in keyof Products]?: Partial<Omit<Products[Name][\"request\"], \"product\">> }"
                .to_owned()
        }
        (Shape::Map, _) => "Record<string, string>".to_owned(),
        (Shape::Record(record), _) => record.name.to_owned(),
    }
}

fn is_number(shape: &Shape) -> bool {
    matches!(shape, Shape::Decimal { .. } | Shape::Number { .. })
}

fn bracketed(shape: &Shape, side: Side) -> String {
    let name = type_name(shape, side);
    if name.contains(' ') { format!("({name})") } else { name }
}
