//! Fees and insurance of a contract.

use super::request::RetailRequest;
use crate::error::Error;
use crate::values::{Amount, to_minor_exact};

/// Fees and insurance in smallest units.
#[derive(Clone, Copy, Default)]
pub(super) struct Costs {
    pub at_start: i64,
    pub on_credit: i64,
    pub with_first: i64,
    pub with_each: i64,
    pub with_last: i64,
    pub insurance_on_credit: i64,
    pub insurance_monthly: i64,
    pub insurance_required: bool,
}

impl Costs {
    /// # Errors
    /// `InvalidInput` for more decimals than the currency has.
    pub fn of(request: &RetailRequest) -> Result<Self, Error> {
        let exact = |amount: Amount, field: &str| {
            to_minor_exact(amount.get(), request.currency).map_err(|error| error.at(field))
        };
        let mut costs = Self::default();
        if let Some(fees) = &request.fees {
            costs.at_start = exact(fees.at_start, "fees.atStart")?;
            costs.on_credit = exact(fees.on_credit, "fees.onCredit")?;
            costs.with_first = exact(fees.with_first, "fees.withFirst")?;
            costs.with_each = exact(fees.with_each, "fees.withEach")?;
            costs.with_last = exact(fees.with_last, "fees.withLast")?;
        }
        if let Some(insurance) = &request.insurance {
            costs.insurance_on_credit = exact(insurance.on_credit, "insurance.onCredit")?;
            costs.insurance_monthly = exact(insurance.monthly, "insurance.monthly")?;
            costs.insurance_required = insurance.required;
        }
        Ok(costs)
    }
}
