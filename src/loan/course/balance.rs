use super::Rest;

/// What is owed: what bears interest, and interest carried beside it that bears none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Balance {
    pub(super) bearing: i64,
    pub(super) carried: i64,
}

impl Balance {
    /// Both together.
    pub(super) const fn owed(self) -> i64 {
        self.bearing + self.carried
    }

    /// After a payment, which covers carried interest first, then the interest of the period, then principal.
    pub(super) fn paid(self, payment: i64, interest: i64, rest: Rest) -> Self {
        let from_carried = payment.max(0).min(self.carried);
        let missing = interest - (payment - from_carried);
        let carried = self.carried - from_carried;
        let beside = if rest == Rest::Carried { missing.max(0) } else { 0 };
        Self { bearing: self.bearing + missing - beside, carried: carried + beside }
    }

    /// After a row that repays nothing, and what the row pays.
    pub(super) fn rested(self, interest: i64, rest: Rest) -> (Self, i64) {
        match rest {
            Rest::Paid => (Self { carried: 0, ..self }, interest + self.carried),
            rest => (self.paid(0, interest, rest), 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payment_covers_carried_interest_first() {
        let balance = Balance { bearing: 1_000, carried: 30 };
        let after = |payment, rest| balance.paid(payment, 20, rest);
        assert_eq!(after(10, Rest::Carried), Balance { bearing: 1_000, carried: 40 });
        assert_eq!(after(10, Rest::Capitalised), Balance { bearing: 1_020, carried: 20 });
        assert_eq!(after(40, Rest::Capitalised), Balance { bearing: 1_010, carried: 0 });
        assert_eq!(after(150, Rest::Carried), Balance { bearing: 900, carried: 0 });
        assert_eq!(balance.rested(20, Rest::Paid), (Balance { bearing: 1_000, carried: 0 }, 50));
        assert_eq!(balance.rested(20, Rest::Carried), (Balance { bearing: 1_000, carried: 50 }, 0));
        assert_eq!(balance.rested(-20, Rest::Carried), (Balance { bearing: 980, carried: 30 }, 0));
    }
}
