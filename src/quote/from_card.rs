//! What of a request a rate card gives.

use std::sync::Arc;

use super::Engine;
use super::registry::Entry;
use crate::document::{Owned, Text, Value};
use crate::explain::{Edition, Notice, Step, Trace};
use crate::reference::CardInUse;

/// A card's defaults, by product.
pub(super) type Defaults = Vec<(&'static Entry, Vec<(String, Owned)>)>;

impl Engine {
    /// Gives a request what the card has for fields that it does not have, and tells which of its values are the card's.
    pub(super) fn fill<'v>(&'v self, entry: &'static Entry, request: &mut Value<'v>) -> FromCard<'v> {
        let mut fields = Vec::new();
        let Some(card) = &self.market.card else { return FromCard { edition: None, fields } };
        if let Some((_, defaults)) = self.defaults.iter().find(|(known, _)| known.name == entry.name) {
            let left_out = others(entry, request);
            merge(request, defaults, &left_out, "", &mut fields);
        }
        FromCard { edition: Some(&card.edition), fields }
    }
}

/// What of one request a card gave.
pub struct FromCard<'c> {
    edition: Option<&'c Arc<Edition>>,
    /// The paths of the fields, with their values as text.
    fields: Vec<(String, String)>,
}

impl FromCard<'_> {
    /// Whether it gave anything.
    pub fn is_used(&self) -> bool {
        !self.fields.is_empty()
    }

    /// Leaves out a field that has got another value.
    pub fn forget(&mut self, field: &str) {
        self.fields.retain(|(path, _)| path != field);
    }

    /// Adds the card to what a quote rests on, and says what of the request it gave.
    pub fn note(&self, editions: &mut Vec<Arc<Edition>>, notices: &mut Vec<Notice>) {
        let Some(edition) = self.edition else { return };
        if !editions.iter().any(|known| known.id == edition.id) {
            editions.push(Arc::clone(edition));
        }
        let names: Vec<&str> = self.fields.iter().map(|(path, _)| path.as_str()).collect();
        notices.push(
            Notice::new("from-rate-card")
                .with("name", edition.title.as_str())
                .with("date", edition.retrieved)
                .with("fields", names.join(", ")),
        );
    }

    /// A step for each field that the card gave.
    pub fn explain(&self, trace: &mut Trace) {
        let Some(edition) = self.edition else { return };
        for (path, value) in &self.fields {
            trace.step(|| {
                Step::new("from-rate-card", "x", "as the rate card says")
                    .input("field", path.as_str(), "")
                    .value(value.as_str(), "")
                    .cited(edition.source.clone(), edition.grade)
                    .from_edition(CardInUse::ID)
            });
        }
    }
}

/// The fields that stand for something which a request gives by another one.
fn others(entry: &Entry, request: &Value<'_>) -> Vec<&'static str> {
    let Value::Record(fields) = request else { return Vec::new() };
    let given =
        |name: &str| fields.iter().any(|(known, value)| *known == name && !matches!(value, Value::Null));
    let pairs = entry.either.iter().flat_map(|(a, b)| [(*a, *b), (*b, *a)]);
    pairs.filter(|(_, other)| given(other)).map(|(name, _)| name).collect()
}

/// Puts what a request does not give, and keeps what it gives.
fn merge<'v>(
    request: &mut Value<'v>,
    defaults: &'v [(String, Owned)],
    left_out: &[&str],
    above: &str,
    taken: &mut Vec<(String, String)>,
) {
    let Value::Record(fields) = request else { return };
    for (name, default) in defaults.iter().filter(|(name, _)| !left_out.contains(&name.as_str())) {
        let path = if above.is_empty() { name.clone() } else { [above, ".", name].concat() };
        let view = default.view();
        let at = fields.iter().position(|(known, _)| known == name);
        match (at.and_then(|at| fields.get_mut(at)), default) {
            (Some((_, given @ Value::Record(_))), Owned::Record(inner)) => {
                merge(given, inner, &[], &path, taken)
            }
            (Some((_, given @ Value::Null)), _) => {
                taken.push((path, view.brief()));
                *given = view;
            }
            // A page sends the values that it shows, the card's among them.
            (Some((_, given)), _) if same(given, &view) => taken.push((path, view.brief())),
            (Some(_), _) => {}
            (None, _) => {
                taken.push((path, view.brief()));
                fields.push((name, view));
            }
        }
    }
}

/// Whether two values are the same to a reader: a number may be text.
fn same(given: &Value<'_>, other: &Value<'_>) -> bool {
    let is_single = |value: &Value<'_>| matches!(value, Value::Bool(_) | Value::Number(_) | Value::Text(_));
    given == other || (is_single(given) && is_single(other) && given.brief().text() == other.brief().text())
}
