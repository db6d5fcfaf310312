//! Where in the chain's request an error of a product belongs.

use super::request::ChainRequest;
use crate::document::Described;
use crate::error::Error;

/// What products call what the chain has once.
const SHARED: [(&str, &str); 10] = [
    ("amount", "price"),
    ("turnover", "price"),
    ("contractValue", "price"),
    ("date", "valuationDate"),
    ("start", "valuationDate"),
    ("units", "vehicles"),
    ("baseRate", "baseRate"),
    ("moneyRate", "baseRate"),
    ("discountRate", "baseRate"),
    ("cashDays", "partsDays"),
];

/// The field of the group, that of the chain, or the group as a whole.
#[cold]
pub(super) fn placed(error: Error, group: &str, names: &[&str]) -> Error {
    let field = error.field().to_owned();
    let first = field.split('.').next().unwrap_or_default();
    let last = field.rsplit('.').next().unwrap_or_default();
    if let Some(name) = names.iter().find(|name| **name == last || **name == first) {
        return error.moved(&[group, ".", name].concat());
    }
    let days = match (group, last) {
        (_, "vehicles") => "vehicles",
        ("cover" | "funding", "termDays") => "creditDays",
        ("suppliers", "termDays") => "partsDays",
        ("service", "termDays") => "service.creditDays",
        ("dealers", "daysToSale") => "dealerDays",
        ("transit", "daysToSale") => "productionDays",
        _ => "",
    };
    if !days.is_empty() {
        return error.moved(days);
    }
    let shared = SHARED.iter().find(|(name, _)| *name == last).map_or(last, |(_, field)| field);
    let known = <ChainRequest as Described>::KIND.names().contains(&shared);
    if known { error.moved(shared) } else { error.moved(group) }
}
