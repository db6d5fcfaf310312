//! Input of no shape: any tree, any text, any bytes, and changes to good ones.

use crate::random::Random;
use crate::tree::Tree;

/// Numbers at which something tends to happen.
const NUMBERS: &[f64] = &[
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    2.0,
    12.0,
    24.0,
    100.0,
    365.0,
    366.0,
    1200.0,
    1201.0,
    0.1,
    0.01,
    1e-9,
    1e-28,
    1e-29,
    -0.99,
    -0.999_999_999,
    -1.000_000_1,
    0.99,
    0.999_999_999,
    1.000_000_1,
    10.0,
    10.000_1,
    1e6,
    1e9,
    1e12,
    1e15,
    1e16,
    9_007_199_254_740_991.0,
    9_007_199_254_740_993.0,
    -9_007_199_254_740_993.0,
    1e18,
    1e20,
    1e21,
    7.9e28,
    8e28,
    1e30,
    1e100,
    1e300,
    -1e300,
    4_294_967_295.0,
    4_294_967_296.0,
    2_147_483_647.0,
    2_147_483_648.0,
    -2_147_483_648.0,
    f64::MAX,
    f64::MIN,
    f64::MIN_POSITIVE,
    5e-324,
    f64::EPSILON,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

/// Text at which something tends to happen.
const TEXTS: &[&str] = &[
    "",
    " ",
    "0",
    "-0",
    "1",
    "-1",
    "0.5",
    "1e5",
    "NaN",
    "Infinity",
    "inf",
    "null",
    "true",
    ".",
    "-",
    "+",
    "1.",
    ".5",
    "0.0000000000000000000000000001",
    "0.1234567890123456789012345678",
    "79228162514264337593543950335",
    "79228162514264337593543950336",
    "99999999999999999999999999999",
    "-79228162514264337593543950335",
    "1,000",
    "1_000",
    "5 %",
    "0x10",
    "١٢",
    "USD",
    "usd",
    "JPY",
    "KWD",
    "XXX",
    "CLF",
    "MEX",
    "MX",
    "mex",
    "XKX",
    "ZZZ",
    "2026-02-29",
    "2024-02-29",
    "2026-12-31",
    "0001-01-01",
    "0000-01-01",
    "9999-12-31",
    "10000-01-01",
    "1582-10-10",
    "2026-1-1",
    "2026-01-01T00:00:00Z",
    "30/360",
    "ACT/ACT",
    "product",
    "loan",
    "given",
    "\u{0}",
    "\"\\\u{1f}",
    "🚌",
    "出口信用保险",
    "e\u{301}",
    "\u{202e}abc",
    "__proto__",
    "constructor",
    "a.b",
    "0.1.2",
];

const FOREIGN: &[&str] = &["a function", "a Date", "a Map", "nested too deeply", ""];

/// Any tree.
pub fn tree(random: &mut Random, depth: u32) -> Tree {
    match random.below(if depth == 0 { 8 } else { 13 }) {
        0 => Tree::Null,
        1 => Tree::Bool(random.percent(50)),
        2 | 3 => Tree::Number(number(random)),
        4 | 5 => Tree::Text(text(random)),
        6 => Tree::Foreign((*random.pick(FOREIGN)).to_owned()),
        7 => column(random),
        8 | 9 => Tree::List((0..random.below(6)).map(|_| tree(random, depth - 1)).collect()),
        10 => nested(random),
        _ => Tree::Record((0..random.below(8)).map(|_| (name(random), tree(random, depth - 1))).collect()),
    }
}

/// A request of a product, or of none, with fields of no shape under names that exist.
pub fn request(random: &mut Random, products: &[&str], names: &[&str]) -> Tree {
    let mut fields = vec![("product".to_owned(), Tree::text(*random.pick(products)))];
    for _ in 0..random.below(12) {
        let name = if random.percent(90) { (*random.pick(names)).to_owned() } else { name(random) };
        fields.push((name, tree(random, 3)));
    }
    Tree::Record(fields)
}

/// Changes one thing somewhere in a tree.
pub fn change(random: &mut Random, tree: &mut Tree, names: &[&str]) {
    // Down to a place, where the roots of large trees are seldom the place themselves.
    let here = random.percent(20);
    match tree {
        Tree::Record(fields) if !fields.is_empty() && !here => {
            let at = random.below(fields.len());
            change(random, &mut fields[at].1, names);
        }
        Tree::Record(fields) => change_record(random, fields, names),
        Tree::List(items) if !items.is_empty() && !here => {
            let at = random.below(items.len());
            change(random, &mut items[at], names);
        }
        Tree::List(items) => change_list(random, items),
        Tree::Numbers(items) if !items.is_empty() => {
            let at = random.below(items.len());
            items[at] = number(random);
        }
        Tree::Integers(items) if !items.is_empty() => {
            let at = random.below(items.len());
            items[at] = *random.pick(&[0, 1, -1, i32::MAX, i32::MIN, 20_000, 2_932_896, 2_932_897]);
        }
        Tree::Number(value) if random.percent(60) => *value = near(random, *value),
        Tree::Text(value) if random.percent(40) => change_text(random, value),
        other => *other = self::tree(random, 2),
    }
}

fn change_record(random: &mut Random, fields: &mut Vec<(String, Tree)>, names: &[&str]) {
    match random.below(6) {
        0 | 1 if !fields.is_empty() => {
            let at = random.below(fields.len());
            fields.remove(at);
        }
        2 if !fields.is_empty() => {
            let at = random.below(fields.len());
            fields.push(fields[at].clone());
        }
        3 if !fields.is_empty() => {
            let at = random.below(fields.len());
            change_text(random, &mut fields[at].0);
        }
        4 => fields.push((name(random), tree(random, 1))),
        _ => fields.push(((*random.pick(names)).to_owned(), tree(random, 2))),
    }
}

fn change_list(random: &mut Random, items: &mut Vec<Tree>) {
    match random.below(4) {
        0 => items.clear(),
        1 if !items.is_empty() => {
            let at = random.below(items.len());
            items.remove(at);
        }
        2 if !items.is_empty() => {
            let at = random.below(items.len());
            items.push(items[at].clone());
        }
        _ => items.push(tree(random, 1)),
    }
}

/// A number near another, or one at which something tends to happen.
fn near(random: &mut Random, value: f64) -> f64 {
    match random.below(9) {
        0 => -value,
        1 => value + 1.0,
        2 => value - 1.0,
        3 => value * 10.0,
        4 => value / 10.0,
        5 => value.next_up(),
        6 => value.next_down(),
        7 => value * 1e6,
        _ => number(random),
    }
}

pub fn number(random: &mut Random) -> f64 {
    match random.below(10) {
        0 => f64::from_bits(random.bits()),
        1 => random.fraction(),
        2 => random.between(-100, 100_000) as f64,
        3 => random.between(-1_000_000_000, 1_000_000_000) as f64 / 100.0,
        _ => *random.pick(NUMBERS),
    }
}

pub fn text(random: &mut Random) -> String {
    match random.below(8) {
        0 => (0..random.below(40))
            .map(|_| char::from_u32(random.below(0x3000) as u32).unwrap_or('?'))
            .collect(),
        1 => "x".repeat(random.below(3000)),
        2 => random.between(-1_000_000, 1_000_000).to_string(),
        _ => (*random.pick(TEXTS)).to_owned(),
    }
}

fn name(random: &mut Random) -> String {
    if random.percent(50) { text(random) } else { format!("n{}", random.below(9)) }
}

fn column(random: &mut Random) -> Tree {
    let length = random.below(20);
    if random.percent(50) {
        Tree::Numbers((0..length).map(|_| number(random)).collect())
    } else {
        Tree::Integers((0..length).map(|_| random.bits() as i32).collect())
    }
}

/// Lists and records in one another, about as deep as may arrive.
fn nested(random: &mut Random) -> Tree {
    let mut tree = Tree::Number(1.0);
    for _ in 0..random.below(64) {
        tree = if random.percent(50) {
            Tree::List(vec![tree])
        } else {
            Tree::Record(vec![("cover".to_owned(), tree)])
        };
    }
    tree
}

fn change_text(random: &mut Random, text: &mut String) {
    let mut letters: Vec<char> = text.chars().collect();
    let at = random.below(letters.len() + 1);
    match random.below(4) {
        0 if at < letters.len() => {
            letters.remove(at);
        }
        1 if at < letters.len() => letters[at] = *random.pick(&['0', '9', '-', '.', 'Z', 'é', '\u{0}']),
        2 => letters.truncate(at),
        _ => letters.insert(at, *random.pick(&['0', '1', '.', '-', 'x', ' '])),
    }
    *text = letters.into_iter().collect();
}

/// Changes some bytes: flips, cuts, doubles, and counts that promise too much.
pub fn bytes(random: &mut Random, bytes: &mut Vec<u8>) {
    for _ in 0..1 + random.below(4) {
        let at = random.below(bytes.len() + 1);
        match random.below(6) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, random.bits() as u8),
            2 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            3 if at + 4 <= bytes.len() => {
                let count = *random.pick(&[0_u32, 1, 255, 65_536, 0x7fff_ffff, 0x8000_0000, u32::MAX]);
                bytes[at..at + 4].copy_from_slice(&count.to_le_bytes());
            }
            4 => {
                let end = (at + random.below(40)).min(bytes.len());
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            _ if at < bytes.len() => bytes[at] = *random.pick(&[0, 3, 4, 5, 6, 7, 8, 9, 10, 255]),
            _ => bytes.extend((0..random.below(12)).map(|_| random.bits() as u8)),
        }
    }
}

/// Text that looks like JSON, or once was.
pub fn json(random: &mut Random, good: &str) -> String {
    match random.below(5) {
        0 => {
            let parts = [
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"a\"",
                "1",
                "-",
                "1e999",
                "null",
                "true",
                "\"\\ud800\"",
                " ",
                "\u{feff}",
            ];
            (0..random.below(60)).map(|_| *random.pick(&parts)).collect()
        }
        1 => {
            let (open, close) = *random.pick(&[("[", "]"), ("{\"cover\":", "}"), ("[[", "]]")]);
            let depth = random.below(400);
            let product = "{\"product\":\"loan\",\"principal\":";
            format!("{product}{}1{}}}", open.repeat(depth), close.repeat(random.below(2) * depth))
        }
        _ => {
            let mut changed = good.as_bytes().to_vec();
            bytes(random, &mut changed);
            String::from_utf8_lossy(&changed).into_owned()
        }
    }
}
