//! Numbers as text and back. The standard library's own ways carry ten kilobytes of tables and five algorithms,
//! for widths and precisions that nobody asks for here; these give the same digits.

use rust_decimal::Decimal;

use super::text::Text;

/// Adds a finite number in the shortest form that names it, without an exponent.
pub(super) fn push_plain(out: &mut String, value: f64) {
    // Whole numbers, the most common, need no search for their digits.
    if value.fract() == 0.0 && value.abs() < 9e15 {
        if value.is_sign_negative() {
            out.push('-');
        }
        return push_whole(out, value.abs() as u64);
    }
    let mut buffer = zmij::Buffer::new();
    let text = buffer.format_finite(value);
    let Some((digits, exponent)) = text.split_once('e') else {
        return out.push_str(text.strip_suffix(".0").unwrap_or(text));
    };
    let digits = match digits.strip_prefix('-') {
        Some(digits) => {
            out.push('-');
            digits
        }
        None => digits,
    };
    let (first, others) = digits.split_once('.').unwrap_or((digits, ""));
    match exponent.strip_prefix('-').map(whole_of) {
        Some(below) => {
            out.push_str("0.");
            push_zeros(out, below.saturating_sub(1));
            out.push_str(first);
            out.push_str(others);
        }
        // Numbers with an exponent have more digits before the point than they have digits at all.
        None => {
            out.push_str(first);
            out.push_str(others);
            push_zeros(out, whole_of(exponent.trim_start_matches('+')).saturating_sub(others.len()));
        }
    }
}

/// Adds a finite number in the shortest form that names it, with an exponent where many zeros would stand.
pub(super) fn push_short(out: &mut String, value: f64) {
    if value != 0.0 && (value.abs() >= 1e21 || value.abs() < 1e-6) {
        let mut buffer = zmij::Buffer::new();
        let (digits, exponent) = buffer.format_finite(value).split_once('e').unwrap_or_default();
        out.push_str(digits);
        out.push('e');
        out.push_str(exponent.trim_start_matches('+'));
    } else {
        push_plain(out, value);
    }
}

/// A number in the shortest form that names it, with an exponent where many zeros would stand; `NaN`, `inf`.
pub fn short_text(value: f64) -> String {
    if !value.is_finite() {
        return value.text();
    }
    let mut out = String::new();
    push_short(&mut out, value);
    out
}

/// Adds a decimal with as many digits after the point as it has.
pub(super) fn push_decimal(out: &mut String, value: Decimal) {
    let mantissa = value.mantissa();
    if mantissa < 0 {
        out.push('-');
    }
    let start = out.len();
    // At most 29 digits: two parts, so that no division is wider than it must be.
    let mantissa = mantissa.unsigned_abs();
    let scale = value.scale() as usize;
    match u64::try_from(mantissa) {
        Ok(mantissa) => push_whole(out, mantissa),
        Err(_) => {
            push_whole(out, (mantissa / PART) as u64);
            let low = out.len();
            push_whole(out, (mantissa % PART) as u64);
            fill(out, low, 18);
        }
    }
    if scale > 0 {
        fill(out, start, scale + 1);
        out.insert(out.len() - scale, '.');
    }
}

/// The decimal that a text is: a sign, digits and at most one point, with no more digits than it can keep exactly.
/// The library's own reader does the same in six times the code, and takes digits in groups too.
pub fn decimal_of(text: &str) -> Option<Decimal> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mut mantissa, mut scale, mut any) = (0_u128, None, false);
    for byte in digits.bytes() {
        if byte == b'.' && scale.is_none() {
            scale = Some(0);
            continue;
        }
        if !byte.is_ascii_digit() {
            return None;
        }
        any = true;
        scale = scale.map(|scale| scale + 1);
        mantissa = mantissa * 10 + u128::from(byte - b'0');
        if mantissa >> 96 != 0 {
            return None;
        }
    }
    if !any {
        return None;
    }
    let mantissa = if negative { -(mantissa as i128) } else { mantissa as i128 };
    Decimal::try_from_i128_with_scale(mantissa, scale.unwrap_or(0)).ok()
}

/// What is split off a mantissa that is too wide for 64 bits.
const PART: u128 = 10_u128.pow(18);

/// Puts zeros at `start` until so many digits stand behind it.
fn fill(out: &mut String, start: usize, digits: usize) {
    while out.len() - start < digits {
        out.insert(start, '0');
    }
}

/// Adds a whole number.
pub(super) fn push_whole(out: &mut String, mut value: u64) {
    let mut digits = [0; 20];
    let mut length = 0;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (value % 10) as u8;
        value /= 10;
        length += 1;
        if value == 0 {
            break;
        }
    }
    let used = digits.get(digits.len() - length..).unwrap_or_default();
    out.push_str(core::str::from_utf8(used).unwrap_or_default());
}

fn push_zeros(out: &mut String, count: usize) {
    out.extend(core::iter::repeat_n('0', count));
}

fn whole_of(digits: &str) -> usize {
    digits.bytes().fold(0, |number, digit| number * 10 + usize::from(digit.wrapping_sub(b'0')))
}

/// The `f64` nearest to a decimal, a midpoint to the even one.
pub fn nearest_float(value: Decimal) -> f64 {
    let mantissa = value.mantissa();
    // Both sides exact, so the one division rounds correctly; nearly every number that people give is such.
    if mantissa.unsigned_abs() < 1 << 53 && value.scale() <= 22 {
        return mantissa as f64 / POWERS.get(value.scale() as usize).copied().unwrap_or(1.0);
    }
    let size = divided(mantissa.unsigned_abs(), 10_u128.pow(value.scale()));
    if mantissa < 0 { -size } else { size }
}

/// Long division, bit by bit, until 64 bits stand; what is left then only tells that it is more. Both are below
/// 2^96 and the quotient is at least 10^-28, so nothing here overflows or is subnormal.
fn divided(numerator: u128, denominator: u128) -> f64 {
    let (mut quotient, mut rest) = (numerator / denominator, numerator % denominator);
    let mut power = 1.0;
    while quotient < 1 << 64 && rest != 0 {
        rest *= 2;
        quotient *= 2;
        power *= 0.5;
        if rest >= denominator {
            rest -= denominator;
            quotient += 1;
        }
    }
    (quotient | u128::from(rest != 0)) as f64 * power
}

/// The powers of ten that an `f64` holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

#[cfg(test)]
mod tests {
    use super::*;

    fn pushed(push: impl Fn(&mut String)) -> String {
        let mut out = String::new();
        push(&mut out);
        out
    }

    /// Numbers of every size from a fixed sequence of bits.
    fn numbers() -> impl Iterator<Item = f64> {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let random = core::iter::repeat_with(move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        });
        let every = random.take(200_000).flat_map(|bits| {
            let small = (bits >> 40) as f64 / [1.0, 8.0, 10.0, 1e4, 1e9][(bits % 5) as usize];
            [f64::from_bits(bits), small, -small, (bits >> 11) as f64, 1.0 / small]
        });
        let edges = [0.0, -0.0, 5e-324, f64::MAX, f64::MIN_POSITIVE, 1e15, 1e16, 1e17, 123456789012345680.0];
        let powers = (-323..=308).map(|power| format!("1e{power}").parse().unwrap());
        edges.into_iter().chain(powers).chain(every).filter(|number: &f64| number.is_finite())
    }

    /// Two shortest forms can be equally near: then this takes the even one, as JavaScript does, and the standard
    /// library the larger.
    fn same(ours: &str, library: &str) -> bool {
        let tie =
            || ours.len() == library.len() && ours.parse::<f64>().unwrap() == library.parse::<f64>().unwrap();
        ours == library || tie()
    }

    #[test]
    fn floats_are_written_as_the_standard_library_writes_them() {
        for number in numbers() {
            let (plain, short) =
                (pushed(|out| push_plain(out, number)), pushed(|out| push_short(out, number)));
            let long = number != 0.0 && (number.abs() >= 1e21 || number.abs() < 1e-6);
            let expected = if long { format!("{number:e}") } else { number.to_string() };
            assert!(same(&plain, &number.to_string()), "{plain} for {number}");
            assert!(same(&short, &expected), "{short} for {expected}");
        }
    }

    #[test]
    fn decimals_are_written_and_rounded_to_floats_as_the_standard_library_does() {
        for (at, number) in numbers().enumerate() {
            let bits = u128::from(number.to_bits()) << (at % 33) | at as u128;
            let mantissa = (bits >> (at % 64)) as i128 & ((1 << 96) - 1);
            let mantissa = if at % 2 == 0 { -mantissa } else { mantissa };
            let decimal = Decimal::from_i128_with_scale(mantissa, (at % 29) as u32);
            let text = decimal.to_string();
            assert_eq!(pushed(|out| push_decimal(out, decimal)), text);
            assert_eq!(nearest_float(decimal), text.parse::<f64>().unwrap(), "{text}");
        }
    }

    #[test]
    fn decimals_are_read_as_the_library_reads_them() {
        let mut texts: Vec<String> = numbers().map(|number| number.to_string()).collect();
        let digits = "79228162514264337593543950335";
        for length in 0..=digits.len() {
            let (whole, fraction) = digits.split_at(length);
            texts.push(format!("{whole}.{fraction}"));
            texts.push(format!("-{whole}.{fraction}0"));
        }
        for text in [
            "",
            ".",
            "-",
            "+",
            "-.",
            "1.",
            ".5",
            "+.5",
            "--1",
            "+-1",
            "1..2",
            "1.2.3",
            "1e5",
            " 1",
            "1 ",
            "-0",
            "-0.0",
            "79228162514264337593543950336",
            "0000000000000000000000000000000000000007",
            "0.0000000000000000000000000001",
            "0.00000000000000000000000000001",
            "inf",
            "NaN",
            "1,5",
            "\u{661}",
        ] {
            texts.push(text.to_owned());
        }
        for text in texts {
            let library = Decimal::from_str_exact(&text).ok();
            let ours = decimal_of(&text);
            assert_eq!(ours, library, "{text}");
            assert_eq!(ours.map(|number| number.scale()), library.map(|number| number.scale()), "{text}");
        }
        assert_eq!(decimal_of("1_000"), None);
    }

    #[test]
    fn midpoints_between_floats_go_to_the_even_one() {
        for text in ["9007199254740993", "9007199254740995", "9007199254740993.000000000001"] {
            let decimal = Decimal::from_str_exact(text).unwrap();
            assert_eq!(nearest_float(decimal), text.parse::<f64>().unwrap(), "{text}");
        }
    }
}
