//! The options of a loan, each a record of its own.

use rust_decimal::Decimal;

use crate::calendar::DayCount;
use crate::values::{Amount, Date, Days, PositiveAmount, Rate, Share};

crate::choice! {
    /// How the principal of a loan comes back.
    pub enum LoanProfile {
        /// Level instalments of interest and principal.
        Annuity = "annuity",
        /// Equal parts of principal, with the interest on what is owed.
        EqualPrincipal = "equal-principal",
        /// Interest only, and the whole principal with the last instalment.
        Bullet = "bullet",
        /// Parts of principal, or payments, that are given one by one.
        Custom = "custom",
        /// Equal instalments of the principal and of interest that is counted once on the whole of it for the whole
        /// term, `I = P · r · n / m`. Each instalment's part of the interest is by the sum of digits.
        /// *Also known as* add-on interest, flat rate.
        Flat = "flat",
    }
}

crate::choice! {
    /// What becomes of interest that an instalment does not pay.
    pub enum UnpaidInterest {
        /// It is added to what is owed, and bears interest.
        Capitalised = "capitalised",
        /// It is owed beside, bears no interest, and is paid first. *Also known as* United States rule.
        Carried = "carried",
    }
}

crate::choice! {
    /// What becomes of the interest while no principal is repaid.
    pub enum GraceInterest {
        /// It is paid when it falls due.
        Paid = "paid",
        /// It is added to what is owed.
        Capitalised = "capitalised",
        /// It is owed beside, bears no interest, and is paid first by the instalments that follow.
        Carried = "carried",
    }
}

crate::choice! {
    /// How a first period of another length than the others is paid.
    pub enum OddDays {
        /// As it is: the level instalment is found over the periods with their own lengths.
        InInstalments = "in-instalments",
        /// The instalment is that of regular periods; the interest of the odd days is put on the first payment, or
        /// taken off where the period is short.
        Attached = "attached",
        /// The odd days are a period of their own, with one more payment of interest alone at its end.
        Separate = "separate",
    }
}

crate::choice! {
    /// With what the balloon is paid.
    pub enum BalloonPayment {
        /// With the last instalment, beside it.
        Beside = "beside",
        /// In place of the last instalment, which is the balloon alone, its last interest included.
        Alone = "alone",
    }
}

crate::choice! {
    /// Up to which day interest counts when a payment is moved to a business day.
    pub enum InterestDays {
        /// To the day to which it is moved.
        Adjusted = "adjusted",
        /// To the day that is agreed.
        Unadjusted = "unadjusted",
    }
}

crate::choice! {
    /// Which rate the cap and the floor hold.
    pub enum RateLimits {
        /// Reference rate and margin together.
        AllIn = "all-in",
        /// The reference rate, before the margin.
        Reference = "reference",
    }
}

crate::choice! {
    /// When a new rate begins to count.
    pub enum RateReset {
        /// With the first period that begins on its date or later.
        PeriodStart = "period-start",
        /// On its date, also within a period.
        OnDate = "on-date",
    }
}

crate::choice! {
    /// What a prepayment makes smaller.
    pub enum PrepaymentEffect {
        /// The instalments that follow: they are found anew for the periods that are left.
        Instalment = "instalment",
        /// The term: instalments stay, and end earlier.
        Term = "term",
    }
}

crate::choice! {
    /// How a tax on interest is borne.
    pub enum TaxTreatment {
        /// The borrower withholds it from what the lender is paid: it costs the borrower nothing more.
        Withheld = "withheld",
        /// The borrower pays so much more that the lender has all of its interest after tax: `I · t / (1 − t)`.
        GrossedUp = "grossed-up",
        /// It is added to the interest: `I · t`.
        Added = "added",
    }
}

crate::choice! {
    /// How the interest that early settlement saves is counted.
    pub enum SettlementMethod {
        /// What is owed on that day, with the interest up to it.
        Actuarial = "actuarial",
        /// The instalments that are left, less a part of the whole interest by the sum of digits of the periods.
        RuleOf78 = "rule-of-78",
    }
}

crate::record! {
    /// Instalments that rise or fall in steps. Of an annuity it is the level instalment that steps, of equal principal
    /// the part of principal; the first is found so that the loan closes.
    pub struct Steps {
        /// So many instalments stay the same: 12 for a step a year of monthly instalments. At least 1; grace is not
        /// counted, skipped instalments are.
        pub every: u32,
        /// The part by which each step changes the instalment, as a fraction: 0.03 is 3 % more, -0.03 less.
        pub share: Option<Rate>,
        /// In place of the share: the amount that each step adds; below zero it takes off.
        pub amount: Option<Decimal>,
    }
}

crate::record! {
    /// What each instalment pays, for the profile custom: one of the two lists.
    pub struct CustomInstalments {
        /// The principal that each instalment repays, one amount an instalment, with the interest beside it. The last
        /// repays all that is left, whatever is given for it.
        pub principal: Option<Vec<Amount>>,
        /// What each instalment pays, interest included, one amount an instalment. The last pays all that is left.
        pub payments: Option<Vec<Amount>>,
        /// What becomes of interest that a payment does not cover.
        pub unpaid_interest: UnpaidInterest = UnpaidInterest::Capitalised,
    }
}

crate::record! {
    /// Instalments that are left out, such as those of a season. The last one is paid even when it is named, since it closes
    /// the loan.
    pub struct Skips {
        /// The months of the year, 1 to 12, whose instalments are left out.
        pub months: Option<Vec<u32>>,
        /// Instalments that are left out, by their number, from 1.
        pub instalments: Option<Vec<u32>>,
        /// What becomes of their interest.
        pub interest: GraceInterest = GraceInterest::Capitalised,
    }
}

crate::record! {
    /// The loan is paid out in parts. What is not drawn when repayment begins is drawn no more.
    pub struct Drawdowns {
        /// When each part is paid out: not before the start, and not after the first repaying period has begun
        /// (`graceInstalments` makes room).
        pub dates: Option<Days>,
        /// In place of dates: whole months after the start.
        pub months: Option<Vec<u32>>,
        /// The parts, one for each date; together at most the principal.
        pub amounts: Vec<PositiveAmount>,
    }
}

crate::record! {
    /// A rate that changes: a reference rate by its dates, and a margin on it. Without a margin, the rate steps of a
    /// fixed loan.
    pub struct Floating {
        /// From when each rate counts, ascending. The first must be on or before the start, unless `rate` is given:
        /// that is the all-in rate until then.
        pub dates: Days,
        /// The reference rates a year, as fractions, one for each date.
        pub rates: Vec<Rate>,
        /// What is put on the reference rate.
        pub margin: Rate = Rate::ZERO,
        /// The most that the rate can be.
        pub cap: Option<Rate>,
        /// The least that the rate can be.
        pub floor: Option<Rate>,
        /// Which rate cap and floor hold.
        pub limits: RateLimits = RateLimits::AllIn,
        /// When a new rate begins to count.
        pub reset: RateReset = RateReset::PeriodStart,
    }
}

crate::record! {
    /// Principal that is paid before it is due.
    pub struct Prepayments {
        /// When: after the start, and not after the last payment.
        pub dates: Days,
        /// How much principal each pays, beside what is due on that day.
        pub amounts: Vec<PositiveAmount>,
        /// What becomes smaller. Custom instalments stay as given and end earlier.
        pub effect: PrepaymentEffect = PrepaymentEffect::Instalment,
        /// The lender's charge, as a share of the amount prepaid.
        pub fee: Share = Share::ZERO,
    }
}

crate::record! {
    /// The whole loan is settled early, on a day of its schedule.
    pub struct Settlement {
        /// When: after the start, up to the last payment. An instalment that is due on the day is part of the amount.
        pub date: Date,
        /// How the interest that is saved is counted.
        pub method: SettlementMethod = SettlementMethod::Actuarial,
        /// The lender's charge, as a share of the principal that is owed on the day.
        pub fee: Share = Share::ZERO,
    }
}

crate::record! {
    /// What the loan costs beside interest. Each may be a share, an amount, or both together.
    pub struct LoanFees {
        /// At the start, as a share of the principal.
        pub arrangement: Share = Share::ZERO,
        /// At the start.
        pub arrangement_amount: Amount = Amount::ZERO,
        /// A year on what is not drawn yet, as a fraction; paid with each instalment until repayment begins.
        pub commitment: Share = Share::ZERO,
        /// How days bear the commitment fee; the loan's own day count where it is not given.
        pub commitment_day_count: Option<DayCount>,
        /// A year, as a share of the principal; paid in advance: at the start, and with the first instalment on or
        /// after each anniversary of it, the last one excepted.
        pub agency: Share = Share::ZERO,
        /// A year; paid as the share is.
        pub agency_amount: Amount = Amount::ZERO,
        /// With the first instalment.
        pub first_amount: Amount = Amount::ZERO,
        /// With each instalment, as a share of the principal.
        pub instalment: Share = Share::ZERO,
        /// With each instalment.
        pub instalment_amount: Amount = Amount::ZERO,
        /// With the last instalment, as a share of the principal.
        pub end: Share = Share::ZERO,
        /// With the last instalment.
        pub end_amount: Amount = Amount::ZERO,
    }
}

crate::record! {
    /// A tax on interest, such as a withholding tax. It is due on the interest of each row, paid or added to what is
    /// owed, and rounded once a row.
    pub struct InterestTax {
        /// The part of the interest that it takes; under 1 where it is grossed up.
        pub rate: Share,
        /// How it is borne.
        pub treatment: TaxTreatment = TaxTreatment::GrossedUp,
    }
}
