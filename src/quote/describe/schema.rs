use serde_json::{Map, Value, json};

use super::super::registry::{Entry, PRODUCTS};
use super::declarations::has_others;
use super::records;
use crate::document::{Described as _, FieldShape, RecordShape, Shape};
use crate::quote::Engine;
use crate::reference::RateCard;

/// The JSON Schema (2020-12) of every request and quote. `x-kind` says what a field means beyond its type:
/// `amount`, `rate`, `share`, `months`, `date`, `country`, ...; `x-product` and `x-quote` tie a request to its
/// product and quote.
pub fn schema() -> String {
    let mut definitions = Map::new();
    let mut requests = Vec::new();
    for entry in PRODUCTS {
        let (request, quote) = (entry.shapes)();
        for (shape, is_request) in [(&request, true), (&quote, false)] {
            for record in records(shape) {
                record.fields.iter().for_each(|field| add_named_choices(&field.shape, &mut definitions));
                if !definitions.contains_key(record.name) {
                    definitions.insert(record.name.to_owned(), definition(record, is_request));
                }
            }
        }
        if let (Shape::Record(request), Shape::Record(quote)) = (&request, &quote) {
            requests.push(json!({ "$ref": format!("#/$defs/{}", request.name) }));
            if let Some(Value::Object(root)) = definitions.get_mut(request.name) {
                name_product(root, entry, quote.name);
            }
        }
    }
    // The rate card is no request: it stands beside them.
    for record in records(&RateCard::shape()) {
        record.fields.iter().for_each(|field| add_named_choices(&field.shape, &mut definitions));
        definitions.entry(record.name).or_insert_with(|| definition(record, true));
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Requests and quotes of export-risk",
        "version": Engine::version(),
        "oneOf": requests,
        "$defs": definitions,
    });
    serde_json::to_string_pretty(&schema).unwrap_or_default()
}

fn name_product(root: &mut Map<String, Value>, entry: &Entry, quote: &str) {
    root.insert("x-product".to_owned(), json!(entry.name));
    root.insert("x-room".to_owned(), json!(entry.room));
    root.insert("x-first".to_owned(), json!(entry.is_first));
    root.insert("x-quote".to_owned(), json!(quote));
    if let Some(Value::Object(fields)) = root.get_mut("properties") {
        fields.shift_insert(0, "product".to_owned(), json!({ "const": entry.name }));
    }
    if let Some(Value::Array(required)) = root.get_mut("required") {
        required.insert(0, json!("product"));
    }
}

fn definition(record: &RecordShape, is_request: bool) -> Value {
    let required: Vec<&str> = record
        .fields
        .iter()
        .filter(|field| {
            !is_request || (field.default.is_none() && !matches!(field.shape, Shape::Optional(_)))
        })
        .map(|field| field.name)
        .collect();
    let fields: Map<String, Value> =
        record.fields.iter().map(|field| (field.name.to_owned(), property(field, is_request))).collect();
    json!({
        "type": "object",
        "description": record.doc,
        "additionalProperties": false,
        "required": required,
        "properties": fields,
    })
}

fn property(field: &FieldShape, is_request: bool) -> Value {
    let mut schema = of(&field.shape, is_request);
    if is_request && field.default.is_some() {
        schema = or_null(schema);
    }
    if let Value::Object(parts) = &mut schema {
        parts.insert("description".to_owned(), json!(field.doc));
        if let Some(default) =
            field.default.as_deref().and_then(|text| serde_json::from_str::<Value>(text).ok())
        {
            parts.insert("default".to_owned(), default);
        }
    }
    schema
}

fn choice(name: &str, values: &[(&str, String)]) -> Value {
    json!({
        "type": "string",
        "x-kind": "choice",
        "x-choice": name,
        "enum": values.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        "x-descriptions": values.iter().map(|(name, doc)| ((*name).to_owned(), json!(doc))).collect::<Map<_, _>>(),
    })
}

/// A choice whose values have several names stands once, with all of them. Which are the values' own, in what form a
/// quote has them, is said beside. Names are taken in any case, which a schema can't say.
fn named_choice(name: &str, values: &[(&str, String)], others: &[(&str, Vec<&str>)]) -> Value {
    let mut schema = choice(name, values);
    if let Value::Object(parts) = &mut schema {
        let own = parts.insert("enum".to_owned(), Value::Null);
        let all = values
            .iter()
            .map(|(name, _)| *name)
            .chain(others.iter().flat_map(|(_, others)| others.iter().copied()));
        parts.insert("enum".to_owned(), json!(all.collect::<Vec<_>>()));
        parts.insert("x-names".to_owned(), json!(own));
    }
    schema
}

/// Adds the choices of a shape whose values have several names.
fn add_named_choices(shape: &Shape, definitions: &mut Map<String, Value>) {
    match shape {
        Shape::List(inner) | Shape::OneOrMany(inner) | Shape::Optional(inner) => {
            add_named_choices(inner, definitions)
        }
        Shape::Choice { name, values, others, .. }
            if has_others(others) && !definitions.contains_key(*name) =>
        {
            definitions.insert((*name).to_owned(), named_choice(name, values, others));
        }
        _ => {}
    }
}

fn of(shape: &Shape, is_request: bool) -> Value {
    match shape {
        Shape::Text { kind: "date" } => json!({ "type": "string", "format": "date", "x-kind": "date" }),
        Shape::Text { kind } => json!({ "type": "string", "x-kind": kind }),
        Shape::Number { kind, minimum, maximum } => {
            let whole = matches!(*kind, "integer" | "months");
            let mut schema = json!({ "type": if whole { "integer" } else { "number" }, "x-kind": kind });
            bound(&mut schema, "minimum", minimum.map(|bound| json!(bound)));
            bound(&mut schema, "maximum", maximum.map(|bound| json!(bound)));
            schema
        }
        Shape::Decimal { kind, minimum, maximum } => {
            let types = if is_request { json!(["string", "number"]) } else { json!("string") };
            let mut schema = json!({ "type": types, "x-kind": kind });
            let number = |text: &str| serde_json::from_str::<Value>(text).ok();
            if let Some((least, exclusive)) = minimum {
                bound(&mut schema, if *exclusive { "exclusiveMinimum" } else { "minimum" }, number(least));
            }
            bound(&mut schema, "maximum", maximum.and_then(number));
            schema
        }
        Shape::Bool => json!({ "type": "boolean", "x-kind": "boolean" }),
        Shape::Choice { name, others, .. } if has_others(others) => {
            json!({ "$ref": format!("#/$defs/{name}") })
        }
        Shape::Choice { name, values, .. } => choice(name, values),
        Shape::List(inner) => json!({ "type": "array", "items": of(inner, is_request), "x-kind": "list" }),
        Shape::OneOrMany(inner) => {
            let one = of(inner, is_request);
            json!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }], "x-kind": "one-or-many" })
        }
        Shape::Optional(inner) => or_null(of(inner, is_request)),
        Shape::NumberColumn => {
            json!({ "type": "array", "items": { "type": "number" }, "x-kind": "column-f64" })
        }
        Shape::DayColumn => {
            json!({ "type": "array", "items": { "type": ["integer", "string"] }, "x-kind": "column-days" })
        }
        Shape::Requests => {
            json!({ "type": "object", "additionalProperties": { "type": "object" }, "x-kind": "requests" })
        }
        Shape::Map => json!({ "type": "object", "additionalProperties": true, "x-kind": "map" }),
        Shape::Record(record) => json!({ "$ref": format!("#/$defs/{}", record.name), "x-kind": "record" }),
    }
}

fn bound(schema: &mut Value, name: &str, bound: Option<Value>) {
    if let (Value::Object(parts), Some(bound)) = (schema, bound) {
        parts.insert(name.to_owned(), bound);
    }
}

/// Allows null as well, by the type where that is enough.
fn or_null(mut schema: Value) -> Value {
    let Value::Object(parts) = &mut schema else { return schema };
    if let Some(Value::Array(choices)) = parts.get_mut("enum") {
        choices.push(Value::Null);
    }
    let widened = match parts.get("type") {
        Some(Value::String(one)) => json!([one, "null"]),
        Some(Value::Array(several)) => {
            let mut several = several.clone();
            if !several.contains(&json!("null")) {
                several.push(json!("null"));
            }
            json!(several)
        }
        _ => {
            let kind = parts.get("x-kind").cloned();
            let mut choice = json!({ "anyOf": [schema, { "type": "null" }] });
            bound(&mut choice, "x-kind", kind);
            return choice;
        }
    };
    parts.insert("type".to_owned(), widened);
    schema
}
