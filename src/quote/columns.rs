//! Columns of inputs, and which rows have the same cells in some of them.

use crate::document::{Text, Value, decimal_of};
use crate::error::Error;
use crate::product::cell_of;

/// A column of inputs, as it stands in memory.
#[derive(Clone, Copy, Debug)]
pub enum InputColumn<'c> {
    /// Numbers.
    Numbers(&'c [f64]),
    /// Whole numbers.
    Integers(&'c [i32]),
    /// Anything, a row each.
    Values(&'c [Value<'c>]),
    /// Each different value once, and which of them stands in each row: a dictionary, as Arrow calls it.
    Coded {
        /// The values.
        names: &'c [Value<'c>],
        /// Their places, a row each.
        codes: &'c [i32],
    },
}

impl<'c> InputColumn<'c> {
    /// A column of a document: a list, a typed array, or a record of `names` and `codes`.
    ///
    /// # Errors
    /// `InvalidInput`, `wrong-kind`, for anything else; `out-of-bounds` for a code without a name.
    pub fn of(value: &'c Value<'c>) -> Result<Self, Error> {
        let wrong = || value.wrong_kind("a column: a list or a typed array");
        Ok(match value {
            Value::List(items) => Self::Values(items),
            Value::Numbers(items) => Self::Numbers(items),
            Value::Integers(items) => Self::Integers(items),
            Value::Record(fields) => {
                let field = |wanted| fields.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
                match (field("names"), field("codes")) {
                    (Some(Value::List(names)), Some(Value::Integers(codes))) => Self::Coded { names, codes },
                    _ => return Err(wrong()),
                }
            }
            _ => return Err(wrong()),
        })
    }

    /// How many rows it has.
    pub const fn len(&self) -> usize {
        match self {
            Self::Numbers(items) => items.len(),
            Self::Integers(items) | Self::Coded { codes: items, .. } => items.len(),
            Self::Values(items) => items.len(),
        }
    }

    /// Whether it has no rows.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether each code has its name.
    pub(super) fn check(&self) -> Result<(), Error> {
        let Self::Coded { names, codes } = self else { return Ok(()) };
        // A negative number is a large one here.
        match codes.iter().position(|code| *code as u32 as usize >= names.len()) {
            None => Ok(()),
            Some(row) => {
                let bounds = ["0 to ", &names.len().saturating_sub(1).text()].concat();
                let error = Error::out_of_range("out-of-bounds", "a code is the place of one of the names");
                let code = codes.get(row).map_or_else(String::new, Text::text);
                Err(error.detail("bounds", bounds).with_value(code).at(row.text()).under("codes"))
            }
        }
    }

    pub(super) fn cell(&self, row: usize) -> Value<'c> {
        match self {
            Self::Numbers(items) => items.get(row).map(|item| Value::Number(*item)),
            Self::Integers(items) => items.get(row).map(|item| Value::Number(f64::from(*item))),
            Self::Values(items) => items.get(row).cloned(),
            Self::Coded { names, codes } => {
                codes.get(row).and_then(|code| names.get(*code as usize)).cloned()
            }
        }
        .unwrap_or(Value::Null)
    }
}

/// A column whose cells are numbers; NaN where one is something else.
pub(super) enum Cells<'c> {
    Numbers(&'c [f64]),
    Integers(&'c [i32]),
    Made(Vec<f64>),
}

impl<'c> Cells<'c> {
    pub fn of(column: &InputColumn<'c>) -> Self {
        match column {
            InputColumn::Numbers(items) => Self::Numbers(items),
            InputColumn::Integers(items) => Self::Integers(items),
            InputColumn::Values(items) => Self::Made(items.iter().map(number).collect()),
            InputColumn::Coded { names, codes } => {
                let names: Vec<f64> = names.iter().map(number).collect();
                let one = |code: &i32| names.get(*code as usize).copied().unwrap_or(f64::NAN);
                Self::Made(codes.iter().map(one).collect())
            }
        }
    }

    #[inline]
    pub fn get(&self, row: usize) -> f64 {
        match self {
            Self::Numbers(items) => items.get(row).copied(),
            Self::Integers(items) => items.get(row).map(|item| f64::from(*item)),
            Self::Made(items) => items.get(row).copied(),
        }
        .unwrap_or(f64::NAN)
    }
}

fn number(value: &Value<'_>) -> f64 {
    match value {
        Value::Number(number) => *number,
        Value::Text(text) => decimal_of(text).map_or(f64::NAN, cell_of),
        _ => f64::NAN,
    }
}

/// Numbers the rows so that those with the same cells in all columns have the same number, from 0 up. None where a cell
/// is a list or a record.
pub(super) fn groups(columns: &[InputColumn<'_>], length: usize) -> Option<(Vec<u32>, usize)> {
    let mut of_row = vec![0_u32; length];
    let mut count = 1_u64;
    for column in columns {
        let (codes, names) = Codes::of(column)?;
        if count * names > MOST_PLACES {
            count = compacted(&mut of_row);
        }
        // There are fewer rows than 2^24 and, compacted, no more groups than rows.
        if count * names > u64::from(u32::MAX) {
            return None;
        }
        count *= names;
        let names = names as u32;
        match codes {
            Codes::From(least, items) => {
                add(&mut of_row, names, items, |item| item.wrapping_sub(least) as u32)
            }
            Codes::Made(items) => add(&mut of_row, names, &items, |code| code),
        }
    }
    if count > MOST_PLACES {
        count = compacted(&mut of_row);
    }
    Some((of_row, count as usize))
}

/// Up to so many groups a table has a place for each that could be; beyond, for each that is.
const MOST_PLACES: u64 = 1 << 16;

fn add<T: Copy>(of_row: &mut [u32], names: u32, items: &[T], code: impl Fn(T) -> u32) {
    for (group, item) in of_row.iter_mut().zip(items) {
        *group = *group * names + code(*item);
    }
}

/// Numbers groups anew, so that there is none without a row.
fn compacted(of_row: &mut Vec<u32>) -> u64 {
    let keys: Vec<u64> = of_row.iter().map(|group| u64::from(*group)).collect();
    let (codes, count) = told_apart(&keys, None);
    *of_row = codes;
    count
}

/// The cells of a column as numbers from 0 up.
enum Codes<'c> {
    /// Whole numbers, from the least.
    From(i32, &'c [i32]),
    Made(Vec<u32>),
}

impl<'c> Codes<'c> {
    /// With how many there could be.
    fn of(column: &InputColumn<'c>) -> Option<(Self, u64)> {
        let (codes, count) = match column {
            InputColumn::Coded { names, codes } => {
                return Some((Self::From(0, codes), names.len().max(1) as u64));
            }
            InputColumn::Integers(items) => {
                let wide = |(least, most): (i32, i32), item: &i32| (least.min(*item), most.max(*item));
                let (least, most) = items.iter().fold((i32::MAX, i32::MIN), wide);
                let range = i64::from(most) - i64::from(least) + 1;
                if range <= 4096 {
                    return Some((Self::From(least, items), range.max(1) as u64));
                }
                told_apart(&items.iter().map(|item| *item as u64).collect::<Vec<_>>(), None)
            }
            InputColumn::Numbers(items) => {
                told_apart(&items.iter().map(|item| item.to_bits()).collect::<Vec<_>>(), None)
            }
            InputColumn::Values(items) => {
                let keys = items.iter().map(key).collect::<Option<Vec<u64>>>()?;
                // Of numbers the key is all that there is to compare, NaN too.
                let same = |one: usize, other: usize| match (items.get(one), items.get(other)) {
                    (Some(Value::Number(_)), Some(Value::Number(_))) => true,
                    (one, other) => one == other,
                };
                told_apart(&keys, Some(&same))
            }
        };
        Some((Self::Made(codes), count.max(1)))
    }
}

/// Different values have different keys, nearly always. None of a list or a record.
fn key(value: &Value<'_>) -> Option<u64> {
    Some(match value {
        Value::Text(text) => text
            .bytes()
            .fold(0xCBF2_9CE4_8422_2325, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)),
        Value::Number(number) => number.to_bits(),
        Value::Bool(value) => 1 + u64::from(*value),
        Value::Null => 0,
        _ => return None,
    })
}

/// Numbers the different items, in the order in which they first come; and how many there are. Items with the same key
/// may differ where `same` is there to tell.
fn told_apart(keys: &[u64], same: Option<&dyn Fn(usize, usize) -> bool>) -> (Vec<u32>, u64) {
    const NONE: u32 = u32::MAX;
    let mut codes = Vec::with_capacity(keys.len());
    // Each different item: its key, and where it comes first.
    let mut known: Vec<(u64, usize)> = Vec::new();
    let mut table = vec![NONE; 256];
    let is_same = |entry: Option<&(u64, usize)>, key: u64, item: usize| {
        entry.is_some_and(|(known, first)| *known == key && same.is_none_or(|same| same(*first, item)))
    };
    for (item, key) in keys.iter().enumerate() {
        // The same as in the row before, most often.
        if let Some(before) =
            codes.last().copied().filter(|code| is_same(known.get(*code as usize), *key, item))
        {
            codes.push(before);
            continue;
        }
        let mut at = place(*key, table.len());
        let code = loop {
            match table.get_mut(at) {
                None => at = 0,
                Some(slot) if *slot == NONE => {
                    *slot = known.len() as u32;
                    known.push((*key, item));
                    break *slot;
                }
                Some(code) if is_same(known.get(*code as usize), *key, item) => break *code,
                Some(_) => at += 1,
            }
        };
        codes.push(code);
        if known.len() * 2 > table.len() {
            let length = table.len() * 4;
            table.clear();
            table.resize(length, NONE);
            for (code, (key, _)) in known.iter().enumerate() {
                let mut at = place(*key, length);
                while table.get(at).is_none_or(|slot| *slot != NONE) {
                    at = if at + 1 < length { at + 1 } else { 0 };
                }
                if let Some(slot) = table.get_mut(at) {
                    *slot = code as u32;
                }
            }
        }
    }
    let count = known.len() as u64;
    (codes, count)
}

/// Where a key is looked for first in a table of a power of two.
const fn place(key: u64, length: usize) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - length.trailing_zeros())) as usize
}
