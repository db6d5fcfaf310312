//! Currencies by ISO 4217 and how many decimals their smallest unit has.

use core::fmt;

use crate::document::{Described, Kind, Read, Value, Write, Writer, read_text};
use crate::error::Error;

/// A currency in use, by its ISO 4217 code.
///
/// ```
/// use export_risk::values::Currency;
///
/// assert_eq!(Currency::parse("USD")?.minor_digits(), 2);
/// assert_eq!(Currency::parse("JPY")?.minor_digits(), 0);
/// assert_eq!(Currency::parse("KWD")?.minor_digits(), 3);
/// assert!(Currency::parse("CNH").is_err()); // a market's name for offshore CNY, not an ISO code
/// # Ok::<(), export_risk::Error>(())
/// ```
///
/// Codes without a minor unit (gold, the test code, bond market units) are left out, since no amount can be
/// rounded in them.
///
/// Source: ISO 4217, list one (currencies and funds in use) with its minor units, as in Debian iso-codes
/// 4.15.0, with the later amendments: HRK, CUC, SLL, ZWL, ANG and BGN withdrawn; ZWG and XCG added. The minor
/// units of 0, 3 and 4 digits are those of the list; all others have 2.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: [u8; 3],
    digits: u8,
}

impl Currency {
    /// The currency of a code of three capital letters.
    ///
    /// # Errors
    /// `InvalidInput`, `unknown-currency`, with the nearest code when one is near.
    pub fn parse(code: &str) -> Result<Self, Error> {
        let wanted: Option<&[u8; 3]> = code.as_bytes().try_into().ok();
        for (codes, digits) in TABLE {
            // Four bytes each, the space counted.
            let mut rest = codes.as_bytes();
            while let (Some((known, after)), Some(wanted)) = (rest.split_first_chunk::<3>(), wanted) {
                if known == wanted {
                    return Ok(Self { code: *known, digits: *digits });
                }
                rest = after.get(1..).unwrap_or_default();
            }
        }
        Err(unknown(code))
    }

    /// The code: `USD`.
    pub fn code(&self) -> &str {
        // The code comes from the table, which is ASCII.
        core::str::from_utf8(&self.code).unwrap_or_default()
    }

    /// Decimals of the smallest unit: 2 for the cent, 0 for the yen, 3 for the Kuwaiti fils, 4 for the Unidad de
    /// Fomento.
    pub const fn minor_digits(self) -> u32 {
        self.digits as u32
    }

    /// Smallest units in one unit: 100 for the dollar.
    pub const fn minor_per_unit(self) -> i64 {
        10_i64.pow(self.digits as u32)
    }

    /// The same currency with amounts kept to other decimals, 0 to 6.
    ///
    /// # Errors
    /// `OutOfRange`, `above-maximum`, for more.
    pub(crate) fn with_minor_digits(self, digits: u32) -> Result<Self, Error> {
        if digits > 6 {
            let error = Error::out_of_range("above-maximum", "amounts are kept to at most 6 decimals");
            return Err(error.detail("maximum", "6").with_value(crate::document::Text::text(&digits)));
        }
        Ok(Self { digits: digits as u8, ..self })
    }

    /// All currencies, those with 2 decimals first, in the order of their codes within each number of decimals.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().flat_map(|(codes, digits)| codes.split(' ').map(|code| Self::of(code, *digits)))
    }

    fn of(code: &str, digits: u8) -> Self {
        let mut bytes = [0; 3];
        for (byte, letter) in bytes.iter_mut().zip(code.bytes()) {
            *byte = letter;
        }
        Self { code: bytes, digits }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Read for Currency {
    fn read(value: &Value<'_>) -> Result<Self, Error> {
        Self::parse(read_text(value)?)
    }
}

impl Write for Currency {
    fn write(&self, out: &mut Writer) {
        out.plain(&self.code());
    }
}

impl Described for Currency {
    const KIND: &'static Kind = &Kind::Text { kind: "currency" };
}

const TABLE: &[(&str, u8)] = &[
    (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW \
         CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF \
         IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK \
         MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP \
         SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER \
         ZAR ZMW ZWG",
        2,
    ),
    ("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0),
    ("BHD IQD JOD KWD LYD OMR TND", 3),
    ("CLF UYW", 4),
];

#[cold]
fn unknown(code: &str) -> Error {
    let mut sentence = "a currency is an ISO 4217 code that is in use, like USD or CNY".to_owned();
    // The first two letters name the country, so a code that shares them is near; "usd" is the common slip.
    let letters = code.to_ascii_uppercase();
    let common =
        |known: &Currency| known.code().bytes().zip(letters.bytes()).take_while(|(a, b)| a == b).count();
    let nearest = Currency::all()
        .filter(|known| letters.len() == 3 && common(known) >= 2)
        .max_by_key(|known| (common(known), core::cmp::Reverse(known.code)));
    if let Some(nearest) = nearest {
        sentence = format!("{sentence}; the nearest is {nearest}");
    }
    let error = Error::invalid("unknown-currency", sentence).with_value(code);
    match nearest {
        Some(nearest) => error.detail("nearest", nearest.code()),
        None => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    #[test]
    fn codes_are_sorted_three_capitals_and_unique() {
        let mut seen = Vec::new();
        for (codes, digits) in TABLE {
            let codes: Vec<&str> = codes.split(' ').collect();
            assert!(codes.is_sorted());
            for code in codes {
                assert!(
                    code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()),
                    "{code:?}"
                );
                assert!(!seen.contains(&code), "{code} twice");
                assert_eq!(Currency::parse(code).unwrap().minor_digits(), u32::from(*digits));
                seen.push(code);
            }
        }
        assert_eq!(Currency::parse("CLF").unwrap().minor_per_unit(), 10_000);
    }

    #[test]
    fn unknown_codes_are_refused_with_the_nearest() {
        for (code, nearest) in [
            ("usd", Some("USD")),
            ("USX", Some("USD")),
            ("CNH", Some("CNY")),
            ("", None),
            ("dollar", None),
            ("XAU", Some("XAF")),
        ] {
            let error = Currency::parse(code).unwrap_err();
            assert_eq!(
                (error.kind(), error.reason(), error.value()),
                (ErrorKind::InvalidInput, "unknown-currency", Some(code))
            );
            let detail =
                error.details().iter().find(|(name, _)| *name == "nearest").map(|(_, value)| value.as_str());
            assert_eq!(detail, nearest, "{code}");
        }
    }
}
