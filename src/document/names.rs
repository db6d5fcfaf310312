//! Names: `snake_case` in Rust, `camelCase` in documents, and the nearest known name for a mistyped one.

/// How many bytes `name` has once it is in camel case.
pub const fn camel_length(name: &str) -> usize {
    let bytes = name.as_bytes();
    let mut length = 0;
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        if *first != b'_' {
            length += 1;
        }
        rest = tail;
    }
    length
}

/// `repayment_months` as the bytes of `repaymentMonths`. `N` is [`camel_length`].
pub const fn camel_bytes<const N: usize>(name: &str) -> [u8; N] {
    let mut out = [0; N];
    let mut rest = name.as_bytes();
    let mut upper = false;
    let mut free: &mut [u8] = &mut out;
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first == b'_' {
            upper = true;
        } else if let [slot, more @ ..] = free {
            *slot = if upper { first.to_ascii_uppercase() } else { *first };
            upper = false;
            free = more;
        }
    }
    out
}

/// The name of `known` that is nearest to `given`, when it is near enough to be what was meant: at most
/// two edits, and fewer than the half of its letters.
pub fn nearest<'k>(given: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if given.len() > 64 {
        return None;
    }
    known
        .into_iter()
        .map(|name| (distance(given, name), name))
        .filter(|(edits, name)| *edits <= 2 && edits * 2 < name.len().max(2))
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, name)| name)
}

/// Whether two names are the same in letters (of any case), digits and plus signs, whatever else stands in them.
pub fn same_letters(left: &str, right: &str) -> bool {
    let letters = |name: &str| -> Vec<u8> {
        name.bytes()
            .filter(|byte| byte.is_ascii_alphanumeric() || *byte == b'+')
            .map(|byte| byte.to_ascii_uppercase())
            .collect()
    };
    let left = letters(left);
    !left.is_empty() && left == letters(right)
}

/// Edits between two names, letters compared without regard to case; a swap of neighbours is one edit.
fn distance(left: &str, right: &str) -> usize {
    strsim::osa_distance(&left.to_ascii_lowercase(), &right.to_ascii_lowercase())
}
