//! The house: a room knows the rooms below it and never the ones above, files stay readable, and the
//! bindings are the only place that knows of JavaScript.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Every room with its rank. A room knows those of a lower rank, and itself.
const RANKS: &[(&str, u32)] = &[
    ("error", 0),
    ("document", 1),
    ("numeric", 2),
    ("values", 2),
    ("explain", 3),
    ("reference", 4),
    ("calendar", 4),
    ("product", 5),
    ("cash_flow", 6),
    ("loan", 7),
    ("tools", 8),
    ("country", 8),
    ("cover", 9),
    ("capital", 9),
    ("finance", 10),
    ("treasury", 10),
    ("portfolio", 10),
    ("strategy", 11),
    ("quote", 12),
    ("bindings", 13),
];

/// Names that every room may use: the crate root has them, re-exported from `error` or as macros.
const ROOT: &[&str] = &["Error", "ErrorKind", "record", "choice", "camel", "quotes"];

#[test]
fn a_room_knows_only_the_rooms_below_it() {
    let mut broken = Vec::new();
    for file in sources() {
        let Some(room) = room(&file) else { continue };
        let own = rank(&room).unwrap_or_else(|| panic!("the room {room} has no rank"));
        for (number, line) in code_lines(&file) {
            for known in mentioned(&line) {
                if ROOT.contains(&known.as_str()) || known == room {
                    continue;
                }
                match rank(&known) {
                    Some(rank) if rank < own => {}
                    _ => broken.push(format!("{}:{number}: {room} may not know {known}", file.display())),
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_the_bindings_know_of_their_callers() {
    for file in sources() {
        if room(&file).is_some_and(|room| room == "bindings") {
            continue;
        }
        for (number, line) in code_lines(&file) {
            for word in ["no_mangle", "extern \"C\"", "wasm_bindgen", "js_sys"] {
                assert!(!line.contains(word), "{}:{number} names {word}", file.display());
            }
        }
    }
}

#[test]
fn files_stay_readable() {
    for file in sources() {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 420, "{} has {lines} lines: split it by subject", file.display());
    }
}

#[test]
fn mentions_are_found() {
    assert_eq!(mentioned("use crate::values::Date;"), ["values"]);
    assert_eq!(mentioned("use crate::{error::Error, loan};"), ["error", "loan"]);
    assert_eq!(mentioned("let a = $crate::document::Value::Null;"), ["document"]);
    assert_eq!(mentioned("crate::a::b(crate::c)"), ["a", "c"]);
}

fn rank(room: &str) -> Option<u32> {
    RANKS.iter().find(|(name, _)| *name == room).map(|(_, rank)| *rank)
}

/// The room of a file; none for the crate's root and the command line.
fn room(file: &Path) -> Option<String> {
    let inside = file.strip_prefix(root()).unwrap();
    let first = inside.components().next()?.as_os_str().to_str()?.trim_end_matches(".rs").to_owned();
    (!matches!(first.as_str(), "lib" | "main")).then_some(first)
}

/// The rooms that a line names: after `crate::`, one or a braced list.
fn mentioned(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in line.split("crate::").skip(1) {
        let list = match part.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or(""),
            None => part.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""),
        };
        for item in list.split(',') {
            let name = item.trim().split("::").next().unwrap_or("").trim();
            if !name.is_empty() {
                found.push(name.to_owned());
            }
        }
    }
    found
}

fn code_lines(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).unwrap();
    text.lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line.split("//").next().unwrap_or("").to_owned()))
        .filter(|(_, line)| !line.trim().is_empty())
        .collect()
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    assert!(found.len() > 10, "the sources were not found");
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}
