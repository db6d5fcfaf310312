//! The form in which JavaScript hands over a request: a tree in bytes, little endian, nothing aligned.
//!
//! | tag | what | then |
//! |---|---|---|
//! | 0, 1, 2 | null, false, true | nothing |
//! | 3 | a number | `f64` |
//! | 4 | text | `u32` bytes, UTF-8 |
//! | 5 | a list | `u32` items, the items |
//! | 6 | a record | `u32` fields, each: `u32` bytes, UTF-8 name, value |
//! | 7 | a `Float64Array` | `u32` items, `f64` each |
//! | 8 | an `Int32Array` | `u32` items, `i32` each |
//! | 9 | no data | `u32` bytes, UTF-8: what it is |

use crate::document::Value;
use crate::error::Error;

const DEEPEST: u32 = 72;

/// Reads a whole message.
///
/// # Errors
/// `InvalidInput` when the bytes are not such a tree: the caller is not this package's JavaScript.
pub fn read(bytes: &[u8]) -> Result<Value<'_>, Error> {
    let mut reader = Reader { rest: bytes };
    let value = reader.value(0).ok_or_else(broken)?;
    if reader.rest.is_empty() { Ok(value) } else { Err(broken()) }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: u32) -> Option<Value<'a>> {
        if depth > DEEPEST {
            return None;
        }
        let [tag] = *self.take::<1>()?;
        Some(match tag {
            0 => Value::Null,
            1 => Value::Bool(false),
            2 => Value::Bool(true),
            3 => Value::Number(f64::from_le_bytes(*self.take()?)),
            4 => Value::Text(self.text()?),
            5 => {
                let count = self.count()?;
                let mut items = Vec::with_capacity(count.min(self.rest.len()));
                for _ in 0..count {
                    items.push(self.value(depth + 1)?);
                }
                Value::List(items)
            }
            6 => {
                let count = self.count()?;
                let mut fields = Vec::with_capacity(count.min(self.rest.len()));
                for _ in 0..count {
                    fields.push((self.text()?, self.value(depth + 1)?));
                }
                Value::Record(fields)
            }
            7 => {
                let length = self.count()?.checked_mul(8)?;
                let (items, _) = self.bytes(length)?.as_chunks::<8>();
                Value::Numbers(items.iter().map(|item| f64::from_le_bytes(*item)).collect())
            }
            8 => {
                let length = self.count()?.checked_mul(4)?;
                let (items, _) = self.bytes(length)?.as_chunks::<4>();
                Value::Integers(items.iter().map(|item| i32::from_le_bytes(*item)).collect())
            }
            9 => Value::Foreign(self.text()?),
            _ => return None,
        })
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.count()?;
        core::str::from_utf8(self.bytes(length)?).ok()
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(*self.take()?)).ok()
    }

    fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(bytes)
    }

    fn take<const N: usize>(&mut self) -> Option<&'a [u8; N]> {
        let (bytes, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(bytes)
    }
}

#[cold]
fn broken() -> Error {
    Error::invalid(
        "broken-message",
        "the request did not arrive whole: the page and the engine are of different versions",
    )
}
