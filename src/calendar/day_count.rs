mod actual;
pub(super) mod count;
mod notional;
mod thirty;

use super::{PeriodContext, YearFraction};

crate::choice! {
    /// How days between two dates become years.
    pub enum DayCount {
        /// Days that pass, over 360.
        ///
        /// `τ = days(start, end) / 360`
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* Actual/360, French, money market basis.
        /// Source: 2006 ISDA Definitions, section 4.16(e); ICMA rule 251.1(i), first part.
        Act360 = "ACT/360" | "Actual/360" | "A/360" | "French" | "Money Market",
        /// Days that pass, over 365, in leap years too.
        ///
        /// `τ = days(start, end) / 365`
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* Actual/365 Fixed, English.
        /// Source: 2006 ISDA Definitions, section 4.16(d).
        /// DIFFERENCE: plain "ACT/365" means this, as in Strata and FpML; older ISDA Definitions and QuantLib give the
        /// name to [`Self::ActActIsda`].
        Act365F = "ACT/365F" | "Actual/365F" | "A/365F" | "ACT/365 Fixed" | "Actual/365 Fixed" | "A/365 Fixed"
            | "Actual/Fixed 365" | "ACT/Fixed 365" | "ACT/365" | "Actual/365" | "A/365" | "English",
        /// Months of 30 days, with the ends of February and of long months moved to the 30th.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)) / 360`, after these steps in this order: when both
        /// dates are the last of February, d₂ = 30; when the first is, d₁ = 30; when d₂ = 31 and d₁ is 30 or
        /// 31, d₂ = 30; when d₁ = 31, d₁ = 30.
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* 30/360 US, 30U/360 with the end-of-month rule, 30/360 SIA, 360/360.
        /// Source: rule as QuantLib's Thirty360::USA (lballabio/QuantLib at 2a13d455) and Strata's THIRTY_U_360_EOM
        /// (OpenGamma/Strata at 39c46e34) apply it.
        /// DIFFERENCE: plain "30/360" means this, as QuantLib's documentation has it; FpML, Strata and the 2006 ISDA
        /// Definitions, section 4.16(f), give the name to [`Self::Thirty360Isda`], which leaves February as it is.
        /// Strata's THIRTY_U_360 asks the schedule whether the end-of-month rule applies; here, as in Strata without
        /// a schedule, it does.
        Thirty360Us = "30/360" | "30/360 US" | "30/360 USA" | "30US/360" | "30U/360" | "30U/360 EOM" | "30/360 SIA"
            | "360/360" | "US" | "ISMA-30/360" | "THIRTY_U_360" | "THIRTY_U_360_EOM" | "Thirty360"
            | "Thirty360(USA)",
        /// Months of 30 days; a 31st counts as a 30th, and February stays as it is.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)) / 360` with d₁ and d₂ at most 30.
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* Eurobond basis, 30/360 ICMA, Special German.
        /// Source: 2006 ISDA Definitions, section 4.16(g); ICMA rules 251.1(ii) and 252.2.
        ThirtyE360 = "30E/360" | "30E/360 Eurobond" | "30E/360 Eurobond Basis" | "Eurobond Basis" | "Eurobond"
            | "30/360 European" | "30/360 ICMA" | "30/360 ISMA" | "30S/360" | "Special German" | "THIRTY_E_360"
            | "Thirty360(European)" | "Thirty360(EurobondBasis)",
        /// Months of 30 days; a 31st counts as a 30th, at the end only after a 30th or 31st.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)) / 360`, after: when d₁ = 31, d₁ = 30; when d₂ = 31 and
        /// d₁ = 30, d₂ = 30. February stays as it is.
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* bond basis, 30/360 US municipal.
        /// Source: 2006 ISDA Definitions, section 4.16(f).
        /// DIFFERENCE: "Bond Basis" alone means this, as section 4.16(f) has it; Strata reads it as 30U/360.
        Thirty360Isda = "30/360 ISDA" | "30/360 Bond Basis" | "30/360 BondBasis (ISDA 30/360)" | "Bond Basis"
            | "30/360 US Municipal" | "30/360 Municipal" | "THIRTY_360_ISDA" | "Thirty360(BondBasis)"
            | "Thirty360(ISMA)" | "Thirty360::ISMA" | "Thirty360.ISMA",
        /// Months of 30 days; a 31st and the last of February count as a 30th, but not at the end of the contract.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)) / 360`, after: when the first date is a 31st or the last
        /// of February, d₁ = 30; when the second is a 31st, or the last of February and not the maturity, d₂ = 30.
        ///
        /// The first day counts, the last does not. Where the second date is the last of February, the maturity has
        /// to be given.
        ///
        /// *Also known as* German, 30/360 German.
        /// Source: 2006 ISDA Definitions, section 4.16(h).
        /// DIFFERENCE: QuantLib's Thirty360::ISDA is this one and is read so with its punctuation; "30/360 ISDA" and
        /// THIRTY_360_ISDA are [`Self::Thirty360Isda`].
        ThirtyE360Isda = "30E/360 ISDA" | "German" | "30/360 German" | "30E/360 German" | "THIRTY_E_360_ISDA"
            | "Thirty360(German)" | "Thirty360(ISDA)" | "Thirty360::ISDA" | "Thirty360.ISDA",
        /// Months of 30 days; a 31st at the end counts as the first of the next month.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)) / 360`, after: when d₁ = 31, d₁ = 30; when d₂ = 31,
        /// d₂ = 1 and m₂ is one more.
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* 30E+/360.
        /// Source: rule as Strata's THIRTY_EPLUS_360 applies it (OpenGamma/Strata at 39c46e34).
        ThirtyEPlus360 = "30E+/360" | "THIRTY_EPLUS_360" | "THIRTY_E_PLUS_360" | "30EPLUS/360",
        /// Months of 30 days; the last day of any month counts as a 30th at the start.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)) / 360`, after: when the first date is the last of its
        /// month, d₁ = 30; when d₂ = 31 and d₁ = 30, d₂ = 30.
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* 30/360 PSA, BMA.
        /// Source: rule as Strata's THIRTY_360_PSA applies it (OpenGamma/Strata at 39c46e34).
        Thirty360Psa = "30/360 PSA" | "THIRTY_360_PSA" | "30/360 BMA",
        /// Months of 30 days; a 31st at the end counts as the first of the next month after an early start.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)) / 360`, after: when d₁ = 31, d₁ = 30; when d₂ = 31, then
        /// d₂ = 30 if d₁ = 30, else d₂ = 1 and m₂ is one more.
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* 30/360 NASD.
        /// Source: rule as QuantLib's Thirty360::NASD applies it (lballabio/QuantLib at 2a13d455).
        Thirty360Nasd = "30/360 NASD" | "Thirty360(NASD)",
        /// Months of 30 days; a 31st, and in February the 28th and 29th, count as a 30th.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)) / 360` with d₁ and d₂ at most 30, and 30 when above 27 in
        /// February.
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* 30/360 Italian.
        /// Source: rule as QuantLib's Thirty360::Italian applies it (lballabio/QuantLib at 2a13d455).
        Thirty360Italian = "30/360 Italian" | "Thirty360(Italian)",
        /// Months of 30 days over 365; the last day of any month counts as a 30th.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (d₂ − d₁)) / 365` with d₁ or d₂ = 30 on the last day of a month.
        ///
        /// The first day counts, the last does not. A year is 360/365 of one.
        ///
        /// *Also known as* 30E/365, German in some systems.
        /// Source: rule as Strata's THIRTY_E_365 applies it (OpenGamma/Strata at 39c46e34).
        ThirtyE365 = "30E/365" | "THIRTY_E_365",
        /// Months of 30 days, a 31st counting as a 30th, over 365.
        ///
        /// `τ = (360·(y₂ − y₁) + 30·(m₂ − m₁) + (min(d₂, 30) − min(d₁, 30))) / 365`
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* 30/365.
        /// Source: ISO 20022, interest computation method A002 (IC30365). QuantLib's test of its Thirty365 has 553 days from
        /// 2011-06-17 to 2012-12-30.
        Thirty365 = "30/365" | "Thirty365",
        /// Whole months where the dates are so many months apart, otherwise the bond basis.
        ///
        /// `τ = (y₂ − y₁) + (m₂ − m₁) / 12` when the days of the month are equal, or the date with the smaller one is
        /// the last of its month; otherwise as [`Self::Thirty360Isda`].
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* Simple.
        /// Source: rule as QuantLib's SimpleDayCounter applies it (lballabio/QuantLib at 2a13d455).
        Thirty360Simple = "30/360 Simple" | "Simple" | "SimpleDayCounter",
        /// Days in leap years over 366, days in other years over 365.
        ///
        /// `τ = days in other years / 365 + days in leap years / 366`
        ///
        /// The first day counts, the last does not: 12-31 is a day of the old year.
        ///
        /// *Also known as* Actual/Actual, historical, ACT/365 ISDA.
        /// Source: 2006 ISDA Definitions, section 4.16(b); ISDA, "EMU and market conventions: recent developments"
        /// and its 1999 paper on the actual/actual day count fraction.
        /// DIFFERENCE: the first of the papers prints another value for 2003-07-15 to 2004-01-15; 170/365 + 14/366, as
        /// in the later paper and in QuantLib and Strata, is the rule's own.
        ActActIsda = "ACT/ACT ISDA" | "ACT/ACT" | "Actual/Actual" | "A/A" | "Actual/Actual ISDA" | "A/A ISDA"
            | "Actual/Actual Historical" | "ACT/ACT Historical" | "ACT/365 ISDA" | "Actual/365 ISDA"
            | "ActualActual" | "ActualActual(ISDA)" | "ActualActual(Historical)" | "ActualActual(Actual365)",
        /// Days over the length of the interest period times the periods of a year.
        ///
        /// `τ = Σ daysₖ / (m · lengthₖ)` over the regular periods k that the dates lie in
        ///
        /// - `daysₖ` days of period k that are between the dates; the first counts, the last does not
        /// - `lengthₖ` days from the beginning of period k to its end
        /// - `m` periods a year
        ///
        /// A regular period is a whole τ of 1/m, whatever its length. A short or long first or last period is cut by
        /// notional regular ones, counted from the regular date next to it: see [`PeriodContext`]. The period is
        /// needed, and the frequency where its length does not tell it.
        ///
        /// *Also known as* Actual/Actual Bond, ISMA-99.
        /// Source: ICMA rules 251.1(iii) and 251.3; 2006 ISDA Definitions, section 4.16(c); ISDA, "EMU and market
        /// conventions".
        ActActIcma = "ACT/ACT ICMA" | "ACT/ACT ISMA" | "ACT/ACT Bond" | "Actual/Actual ICMA" | "Actual/Actual ISMA"
            | "Actual/Actual Bond" | "A/A ICMA" | "A/A ISMA" | "A/A Bond" | "ISMA-99" | "ActualActual(ISMA)"
            | "ActualActual(Bond)",
        /// Whole years counted back from the end, and the days that are left over 366 or 365.
        ///
        /// `τ = n + days(start, e) / 366` if [start, e) has a February 29, `/ 365` if not
        ///
        /// - `n` the most years that can be taken off the end without passing the start
        /// - `e` the end, n years earlier; a February 29 becomes a 28 where the year has none
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* Actual/Actual Euro.
        /// Source: Association Française des Banques, "Base exact/exact", 1994; printed by the Banque de France, 1999.
        /// DIFFERENCE: the ISDA paper of 1999, and QuantLib, move an end that falls on February 28 to the 29th in leap
        /// years; then one day bears no interest and another twice. As Strata, we don't: from 2004-02-28 to 2008-02-28
        /// are 4 years.
        ActActAfb = "ACT/ACT AFB" | "ACT/ACT Euro" | "Actual/Actual AFB" | "Actual/Actual Euro" | "A/A AFB"
            | "A/A Euro" | "ActualActual(AFB)" | "ActualActual(Euro)",
        /// Whole years counted on from the start, and the days that are left over the length of that year.
        ///
        /// `τ = n + days(s, end) / days(s, s + 1 year)`
        ///
        /// - `n` the most years after the start that are before the end
        /// - `s` the start, n years later
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* ACT/ACT Year.
        /// Source: rule as Strata's ACT_ACT_YEAR applies it (OpenGamma/Strata at 39c46e34).
        ActActYear = "ACT/ACT Year" | "Actual/Actual Year" | "A/A Year",
        /// Days that pass, over 366 when February 29 is one of them, else over 365.
        ///
        /// `τ = days(start, end) / 366` if (start, end] has a February 29, `/ 365` if not
        ///
        /// The first day does not count, the last does.
        ///
        /// *Also known as* ACT/365A.
        /// Source: rule as Strata's ACT_365_ACTUAL applies it (OpenGamma/Strata at 39c46e34).
        Act365Actual = "ACT/365 Actual" | "Actual/365 Actual" | "A/365 Actual" | "ACT/365A" | "Actual/365A"
            | "A/365A",
        /// Days that pass, over 365 or 366 by the period in which the interest is paid.
        ///
        /// `τ = days(start, end) / 366` if interest is paid once a year and (start, period end] has a February 29, or
        /// it is paid more often and the period ends in a leap year; `/ 365` if not
        ///
        /// The first day counts, the last does not. Period end and frequency are needed.
        ///
        /// *Also known as* ACT/365 leap year, ISMA-Year.
        /// Source: 2006 ISDA Definitions, section 4.16(i); ICMA rule 251.1(i), second part.
        Act365L = "ACT/365L" | "Actual/365L" | "A/365L" | "ACT/365 Leap year" | "Actual/365 Leap year"
            | "A/365 Leap year" | "ISMA-Year",
        /// Days that pass, over 365; from the other end in the last days of a period.
        ///
        /// `τ = d / 365` if d < ⌊365 / m⌋, else `1 / m − (L − d) / 365`
        ///
        /// - `d` days that pass, `L` the days of the interest period, `m` periods a year by its length
        ///
        /// The first day counts, the last does not. The period is needed, and the dates must lie in it.
        ///
        /// *Also known as* Canadian bond basis.
        /// Source: rule as QuantLib's Actual365Fixed::Canadian applies it (lballabio/QuantLib at 2a13d455).
        Act365Canadian = "ACT/365 Canadian" | "Actual/365 Canadian" | "Actual/365 (Fixed) Canadian Bond"
            | "Canadian Bond" | "Actual365Fixed(Canadian)",
        /// Days that pass, over 364.
        ///
        /// `τ = days(start, end) / 364`
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* Actual/364.
        /// Source: rule as Strata and QuantLib apply it (at 39c46e34 and 2a13d455).
        Act364 = "ACT/364" | "Actual/364" | "A/364",
        /// Days that pass, over 366.
        ///
        /// `τ = days(start, end) / 366`
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* Actual/366.
        /// Source: rule as QuantLib applies it (lballabio/QuantLib at 2a13d455).
        Act366 = "ACT/366" | "Actual/366" | "A/366",
        /// Days that pass, over 365¼.
        ///
        /// `τ = 4 · days(start, end) / 1461`
        ///
        /// The first day counts, the last does not.
        ///
        /// *Also known as* Actual/365.25.
        /// Source: rule as Strata and QuantLib apply it (at 39c46e34 and 2a13d455).
        Act36525 = "ACT/365.25" | "ACT_365_25" | "Actual/365.25" | "A/365.25" | "ACT/365¼",
        /// Days that pass but for February 29, over 365.
        ///
        /// `τ = (days(start, end) − leap days in (start, end]) / 365`
        ///
        /// The first day does not count, the last does.
        ///
        /// *Also known as* Actual/365 no leap year, ACT/NL.
        /// Source: rule as Strata's NL_365 and QuantLib's Actual365Fixed::NoLeap apply it.
        Nl365 = "NL/365" | "ACT/NL" | "Actual/NL" | "A/NL" | "ACT/365 No leap" | "ACT/365 No leap year"
            | "Actual/365 No leap" | "Actual/365 No leap year" | "Actual365Fixed(NoLeap)" | "Actual365NoLeap",
        /// Days that pass but for February 29, over 360.
        ///
        /// `τ = (days(start, end) − leap days in (start, end]) / 360`
        ///
        /// The first day does not count, the last does.
        ///
        /// *Also known as* NL/360.
        /// Source: rule as Strata's NL_360 applies it.
        Nl360 = "NL/360",
        /// Business days, over 252.
        ///
        /// `τ = business days in [start, end) / 252`
        ///
        /// The first day counts, the last does not. Which days are business days has to be given beside the dates: see
        /// `Calendar::fraction_of_252`.
        ///
        /// *Also known as* Business/252, the basis of Brazil's rates.
        /// Source: rule as Strata's Business252DayCount and QuantLib's Business252 apply it (at 39c46e34 and 2a13d455).
        Bus252 = "BUS/252" | "Business/252" | "Business252",
        /// Always one.
        ///
        /// `τ = 1`, whatever the dates; −1 when they run backwards. It counts as one day.
        ///
        /// *Also known as* one/one.
        /// Source: 2006 ISDA Definitions, section 4.16(a).
        OneOne = "1/1" | "ONE_ONE" | "One/One" | "OneDayCounter",
    }
}
