use crate::document::{Described, Kind, Read, Text, Value, Write, Writer};
use crate::error::Error;

crate::choice! {
    /// The buyer's class on the scale of the minimum premium: how good the obligor is, seen from its country.
    pub enum BuyerClass {
        /// Better than the sovereign.
        BetterThanSovereign = "SOV+",
        /// The sovereign, or as good as it.
        Sovereign = "SOV",
        /// Exceptionally good credit quality; priced like the sovereign.
        Cc0 = "CC0",
        /// Very good credit quality.
        Cc1 = "CC1",
        /// Good to moderately good credit quality.
        Cc2 = "CC2",
        /// Moderate credit quality.
        Cc3 = "CC3",
        /// Moderately weak credit quality.
        Cc4 = "CC4",
        /// Weak credit quality.
        Cc5 = "CC5",
    }
}

crate::choice! {
    /// How good the agency's cover is for the lender, against the standard product.
    pub enum ExportQuality {
        /// Conditions that leave more with the lender than the standard product.
        BelowStandard = "below-standard",
        /// The standard product.
        Standard = "standard",
        /// An unconditional guarantee or the like.
        AboveStandard = "above-standard",
    }
}

crate::choice! {
    /// A long-term rating on the scale that the rating agencies share.
    pub enum RatingGrade {
        /// Highest.
        Aaa = "AAA",
        /// Very high, upper.
        AaPlus = "AA+",
        /// Very high.
        Aa = "AA",
        /// Very high, lower.
        AaMinus = "AA-",
        /// High, upper.
        APlus = "A+",
        /// High.
        A = "A",
        /// High, lower.
        AMinus = "A-",
        /// Good, upper.
        BbbPlus = "BBB+",
        /// Good.
        Bbb = "BBB",
        /// Good, lower; the last investment grade.
        BbbMinus = "BBB-",
        /// Speculative, upper.
        BbPlus = "BB+",
        /// Speculative.
        Bb = "BB",
        /// Speculative, lower.
        BbMinus = "BB-",
        /// Highly speculative, upper.
        BPlus = "B+",
        /// Highly speculative.
        B = "B",
        /// Highly speculative, lower.
        BMinus = "B-",
        /// Substantial risk, upper.
        CccPlus = "CCC+",
        /// Substantial risk.
        Ccc = "CCC",
        /// Substantial risk, lower.
        CccMinus = "CCC-",
        /// Very near default.
        Cc = "CC",
        /// Default looms.
        C = "C",
    }
}

/// A country's risk category, 0 (priced by the market) to 7 (highest risk).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RiskCategory(u8);

impl RiskCategory {
    /// Checks the bounds.
    ///
    /// # Errors
    /// `OutOfRange` above 7.
    pub fn new(category: u32) -> Result<Self, Error> {
        match u8::try_from(category) {
            Ok(category @ 0..=7) => Ok(Self(category)),
            _ => Err(Error::out_of_range("out-of-bounds", "a risk category is a whole number from 0 to 7")
                .detail("bounds", "0 to 7")
                .with_value(category.text())),
        }
    }

    /// The category's number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Read for RiskCategory {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        Self::new(u32::read(value)?)
    }
}

impl Write for RiskCategory {
    fn write(&self, out: &mut Writer) {
        u32::from(self.0).write(out);
    }
}

impl Described for RiskCategory {
    const KIND: &'static Kind = &Kind::Number { kind: "integer", minimum: Some(0.0), maximum: Some(7.0) };
}
