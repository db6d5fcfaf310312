//! Who bears a loss: tranche after tranche in the order of loss.

use crate::values::Rounding;

/// A tranche as the order of loss sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layer {
    /// In smallest units.
    pub amount: i64,
    /// 1 bears first.
    pub order: u32,
}

/// What ranks before a tranche and what together with its own place: its attachment and detachment in smallest units.
pub(super) fn bounds(layers: &[Layer], order: u32) -> (i64, i64) {
    let sum = |within: &dyn Fn(u32) -> bool| {
        layers.iter().filter(|layer| within(layer.order)).map(|layer| layer.amount).sum::<i64>()
    };
    (sum(&|other| other < order), sum(&|other| other <= order))
}

/// What each tranche bears of a loss, in smallest units: never more than its amount, and together exactly the loss, up to
/// all of the fund.
///
/// `Bᵢ = round(Q·Σₖ≤ᵢ Aₖ / P) − round(Q·Σₖ<ᵢ Aₖ / P)`, `Q = min(max(L − a, 0), P)`
///
/// - `L` the loss, `a` what ranks before the tranche's place, `P` the tranches of that place together
/// - `Aₖ` the amounts of that place, in the order of the list
///
/// Rounding: the cumulative parts, to the nearest unit, so that nothing is left over. Source: definition of a loss waterfall,
/// tranches by attachment and detachment; the parts within one place by this project.
pub(super) fn absorbed(layers: &[Layer], loss: i64) -> Vec<i64> {
    let mut before: Vec<(u32, i64)> = Vec::new();
    layers
        .iter()
        .map(|layer| {
            let (from, to) = bounds(layers, layer.order);
            let place = to - from;
            let borne = (loss - from).max(0).min(place);
            let part = |amount: i64| {
                Rounding::default().quotient(i128::from(borne) * i128::from(amount), i128::from(place)) as i64
            };
            let of_place = || before.iter().filter(|(order, _)| *order == layer.order);
            let passed: i64 = of_place().map(|(_, amount)| amount).sum();
            before.push((layer.order, layer.amount));
            part(passed + layer.amount) - part(passed)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_goes_up_the_order_and_is_shared_within_a_place() {
        let layers = [(100, 2), (50, 1), (200, 2), (700, 3)].map(|(amount, order)| Layer { amount, order });
        assert_eq!(absorbed(&layers, 0), [0, 0, 0, 0]);
        assert_eq!(absorbed(&layers, 30), [0, 30, 0, 0]);
        assert_eq!(absorbed(&layers, 50 + 31), [10, 50, 21, 0]);
        assert_eq!(absorbed(&layers, 1050), [100, 50, 200, 700]);
        assert_eq!(bounds(&layers, 2), (50, 350));
    }
}
