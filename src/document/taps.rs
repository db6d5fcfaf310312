use rust_decimal::Decimal;

use super::number::{decimal_of, nearest_float};
use super::path::{Place, PlaceStep};

/// What was taken of a document at a place that somebody watches.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Taken {
    /// Nothing stands there: it is null, or inside something that is.
    #[default]
    Nothing,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(f64),
    /// An exact decimal, an amount with all of its currency's decimals.
    Decimal(Decimal),
    /// A date, as days since 1970-01-01.
    Day(i32),
    /// Text, a code, the name of a choice.
    Text(String),
}

impl Taken {
    /// The exact decimal that stands there, if one does; text that is one is taken too.
    pub fn decimal(&self) -> Option<Decimal> {
        match self {
            Self::Decimal(value) => Some(*value),
            Self::Text(text) => decimal_of(text),
            _ => None,
        }
    }

    /// The number, of an exact decimal the nearest. None when none stands there.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(value) => Some(*value),
            Self::Day(day) => Some(f64::from(*day)),
            other => other.decimal().map(nearest_float),
        }
    }
}

/// Watches places of documents of one type, so that a writer takes the values there as they are, without any text.
///
/// ```
/// use export_risk::document::{Described, Place, Taps, Write, Writer};
///
/// export_risk::record! {
///     quote
///     /// A toy quote.
///     pub struct Toy {
///         /// How many.
///         pub number: u32,
///         /// How much.
///         pub price: f64,
///     }
/// }
/// let mut taps = Taps::new();
/// taps.watch(&Place::find(Toy::KIND, "price")?);
/// let mut out = Writer::tapping(taps);
/// Toy { number: 3, price: 0.25 }.write(&mut out);
/// assert_eq!(out.taken().first().and_then(|taken| taken.number()), Some(0.25));
/// # Ok::<(), export_risk::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Taps {
    nodes: Vec<Node>,
    /// Where the writer stands; [`NOWHERE`] where nobody watches.
    at: usize,
    values: Vec<Taken>,
}

#[derive(Clone, Debug, Default)]
struct Node {
    /// Which of the values is taken here.
    slots: Vec<usize>,
    /// The places among fields or items that lead on, ascending, and to which node.
    next: Vec<(usize, usize)>,
}

const NOWHERE: usize = usize::MAX;

impl Default for Taps {
    fn default() -> Self {
        Self::new()
    }
}

impl Taps {
    /// Watches nothing yet.
    pub fn new() -> Self {
        Self { nodes: vec![Node::default()], at: 0, values: Vec::new() }
    }

    /// Watches a place. What is taken stands in the order in which places were named.
    pub fn watch(&mut self, place: &Place) {
        let mut at = 0;
        for step in &place.steps {
            let step = match *step {
                PlaceStep::Field { at, .. } | PlaceStep::Item(at) => at,
            };
            let fresh = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else { return };
            at = match node.next.binary_search_by_key(&step, |(step, _)| *step) {
                Ok(known) => node.next.get(known).map_or(fresh, |(_, node)| *node),
                Err(place) => {
                    node.next.insert(place, (step, fresh));
                    fresh
                }
            };
            if at == fresh {
                self.nodes.push(Node::default());
            }
        }
        if let Some(node) = self.nodes.get_mut(at) {
            node.slots.push(self.values.len());
            self.values.push(Taken::Nothing);
        }
    }

    /// What was taken, in the order in which places were named.
    pub(super) fn taken(&self) -> &[Taken] {
        &self.values
    }

    pub(super) fn reset(&mut self) {
        self.at = 0;
        self.values.iter_mut().for_each(|value| *value = Taken::Nothing);
    }

    /// Goes to a field or an item, and says where to go back to.
    pub(super) fn enter(&mut self, step: usize) -> usize {
        let before = self.at;
        self.at = self.next(step).unwrap_or(NOWHERE);
        before
    }

    /// Goes where nobody watches.
    pub(super) fn enter_closed(&mut self) -> usize {
        core::mem::replace(&mut self.at, NOWHERE)
    }

    pub(super) fn back(&mut self, before: usize) {
        self.at = before;
    }

    fn next(&self, step: usize) -> Option<usize> {
        let next = &self.nodes.get(self.at)?.next;
        let at = next.binary_search_by_key(&step, |(step, _)| *step).ok()?;
        next.get(at).map(|(_, node)| *node)
    }

    /// Takes the value where the writer stands, if somebody watches there.
    pub(super) fn take(&mut self, value: impl FnOnce() -> Taken) {
        let Some(node) = self.nodes.get(self.at) else { return };
        let Some((first, others)) = node.slots.split_first() else { return };
        let value = value();
        for slot in others {
            if let Some(slot) = self.values.get_mut(*slot) {
                slot.clone_from(&value);
            }
        }
        if let Some(slot) = self.values.get_mut(*first) {
            *slot = value;
        }
    }

    /// Takes the cells of a column that somebody watches.
    pub(super) fn take_cells(&mut self, cell: impl Fn(usize) -> Option<Taken>) {
        let Some(node) = self.nodes.get(self.at) else { return };
        for (step, node) in &node.next {
            for slot in self.nodes.get(*node).map_or(&[][..], |node| &node.slots) {
                if let (Some(slot), Some(value)) = (self.values.get_mut(*slot), cell(*step)) {
                    *slot = value;
                }
            }
        }
    }
}
