//! What holds for every input, whatever it is.

use std::time::{Duration, Instant};

use export_risk::document::{Value, Writer, Written};
use export_risk::quote::write_error;
use export_risk::{Engine, Error};

use crate::message;
use crate::tree::Tree;

/// What became of an input.
pub enum Outcome {
    Answered,
    /// Kind and reason.
    Refused(&'static str, &'static str),
}

/// What an input did, and how long one quote took.
pub struct Seen {
    pub outcome: Outcome,
    /// The field of the error, for a repair.
    pub field: String,
    pub time: Duration,
}

/// The most text that one answer may be; the longest schedules stay below.
const LONGEST: usize = 4 << 20;

/// Asks for a quote in every way that there is, and compares.
///
/// # Errors
/// What does not hold, in words.
pub fn request(engine: &Engine, tree: &Tree, thorough: bool) -> Result<Seen, String> {
    let (quote, time) = timed(engine, tree);
    let apart = write(Some(&[]), |out| engine.quote_document(tree.value(), out));
    let explained = write(None, |out| engine.explain_document(tree.value(), out));
    let seen = match (&quote, &apart, &explained) {
        (Ok(quote), Ok(apart), Ok(explained)) => {
            let asked = || tree.show();
            clean(&quote.text, &asked)?;
            clean(&explained.text, &asked)?;
            clean(&apart.text, &asked)?;
            if !apart.numbers.iter().all(|number| number.is_finite()) {
                return Err("a column holds a number that is not finite".to_owned());
            }
            // Two runs of the same request, one of them with its working told.
            let again =
                explained.text.strip_prefix("{\"quote\":").and_then(|text| text.strip_prefix(&*quote.text));
            if !again.is_some_and(|rest| rest.starts_with(",\"steps\":[{")) {
                return Err("the explained quote is another, or has no steps".to_owned());
            }
            Seen { outcome: Outcome::Answered, field: String::new(), time }
        }
        (Err(quote), Err(apart), Err(explained)) => {
            if quote != apart || quote != explained {
                return Err(format!("different errors: {quote:?}; {apart:?}; {explained:?}"));
            }
            error(quote)?;
            let outcome = Outcome::Refused(quote.kind().name(), quote.reason());
            Seen { outcome, field: quote.field().to_owned(), time }
        }
        _ => return Err("answered in one way and refused in another".to_owned()),
    };
    if thorough {
        // JavaScript hands over nothing deeper.
        if tree.depth() <= 64 {
            carried(tree)?;
        }
        if tree.is_json() && tree.depth() < 120 {
            as_json(engine, &tree.show(), &quote)?;
        }
    }
    Ok(seen)
}

/// Text that may be JSON.
///
/// # Errors
/// What does not hold, in words.
pub fn text(engine: &Engine, text: &str) -> Result<Seen, String> {
    let start = Instant::now();
    let answer = engine.quote_json(text);
    let time = start.elapsed();
    if answer != engine.quote_json(text) {
        return Err("the same text gives another answer".to_owned());
    }
    match answer {
        Ok(answer) => {
            clean(&answer, &|| text.to_owned())?;
            Ok(Seen { outcome: Outcome::Answered, field: String::new(), time })
        }
        Err(refused) => {
            error(&refused)?;
            let outcome = Outcome::Refused(refused.kind().name(), refused.reason());
            Ok(Seen { outcome, field: refused.field().to_owned(), time })
        }
    }
}

/// Bytes that may be a message; what can be read of them is asked as a request.
///
/// # Errors
/// What does not hold, in words.
pub fn bytes(engine: &Engine, bytes: &[u8]) -> Result<Seen, String> {
    let start = Instant::now();
    let read = message::read(bytes);
    let time = start.elapsed();
    match read {
        Ok(value) => {
            let tree = owned(&value);
            if tree.message() != bytes {
                return Err("what was read of a message is not what it says".to_owned());
            }
            request(engine, &tree, false)
        }
        Err(broken) => {
            error(&broken)?;
            let outcome = Outcome::Refused(broken.kind().name(), broken.reason());
            Ok(Seen { outcome, field: String::new(), time })
        }
    }
}

/// A search for an input; what it finds is what the quote of that input says.
///
/// # Errors
/// What does not hold, in words.
pub fn solve(engine: &Engine, call: &Tree) -> Result<Seen, String> {
    let start = Instant::now();
    let solved = write(None, |out| engine.solve_document(call.value(), out));
    let time = start.elapsed();
    if solved != write(None, |out| engine.solve_document(call.value(), out)) {
        return Err("the same call gives another answer".to_owned());
    }
    match solved {
        Ok(solved) => {
            clean(&solved.text, &|| call.show())?;
            let solved: serde_json::Value = serde_json::from_str(&solved.text).unwrap();
            let missing =
                ["value", "target", "residual", "from", "to"].iter().find(|name| !solved[**name].is_number());
            if let Some(name) = missing {
                return Err(format!("solved, but {name} is {}", solved[*name]));
            }
            let mut call = call.clone();
            let vary = match call.at("vary") {
                Some(Tree::Text(path)) => path.clone(),
                _ => return Err("solved without a path".to_owned()),
            };
            let Some(request) = call.at("request") else { return Err("solved without a request".to_owned()) };
            request.set(&vary, Tree::Number(solved["value"].as_f64().ok_or("no value")?));
            let quote = write(None, |out| engine.quote_document(request.value(), out));
            let quote = quote.map_err(|error| format!("what was found is refused: {error:?}"))?;
            if serde_json::from_str::<serde_json::Value>(&quote.text).unwrap() != solved["quote"] {
                return Err("what was found has another quote".to_owned());
            }
            Ok(Seen { outcome: Outcome::Answered, field: String::new(), time })
        }
        Err(refused) => {
            error(&refused)?;
            let outcome = Outcome::Refused(refused.kind().name(), refused.reason());
            Ok(Seen { outcome, field: refused.field().to_owned(), time })
        }
    }
}

/// How long one quote takes.
pub fn timed(engine: &Engine, tree: &Tree) -> (Result<Written, Error>, Duration) {
    let start = Instant::now();
    let quote = write(None, |out| engine.quote_document(tree.value(), out));
    (quote, start.elapsed())
}

fn write(
    shared: Option<&'static [&'static str]>,
    verb: impl FnOnce(&mut Writer) -> Result<(), Error>,
) -> Result<Written, Error> {
    let mut out = match shared {
        Some(shared) => Writer::with_columns_apart(Written::default(), shared),
        None => Writer::new(),
    };
    verb(&mut out).map(|()| out.finish())
}

/// JSON, of bearable length, in which no text is a number that is none; what was asked for may have names like that.
fn clean(text: &str, asked: &dyn Fn() -> String) -> Result<(), String> {
    if text.len() > LONGEST {
        return Err(format!("an answer of {} bytes", text.len()));
    }
    if let Err(broken) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        return Err(format!("the answer is no JSON: {broken}"));
    }
    for word in ["NaN", "Infinity", "\"inf\"", "\"-inf\"", " inf ", "-inf "] {
        if let Some(at) = text.find(word)
            && !asked().contains(word)
        {
            let around: String =
                text[..at].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
            return Err(format!("the answer says {word} after {around}"));
        }
    }
    Ok(())
}

/// An error that tells kind, reason, field and what would be right.
fn error(error: &Error) -> Result<(), String> {
    let reason = error.reason();
    if reason.is_empty()
        || !reason.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'0'..=b'9'))
    {
        return Err(format!("the reason {reason:?} is no code"));
    }
    if error.sentence().len() < 10 {
        return Err(format!("no sentence: {error:?}"));
    }
    if error.value().is_some_and(|value| value.chars().count() > 100) || error.field().chars().count() > 200 {
        return Err(format!("the value or the field is too long: {error:?}"));
    }
    let mut out = Writer::new();
    write_error(error, &mut out);
    let text = out.finish().text;
    serde_json::from_str::<serde::de::IgnoredAny>(&text)
        .map(|_| ())
        .map_err(|broken| format!("{broken}: {text}"))
}

/// A message brings the whole request.
fn carried(tree: &Tree) -> Result<(), String> {
    let message = tree.message();
    let read = message::read(&message).map_err(|error| format!("a good message is refused: {error:?}"))?;
    // Compared as bytes, since NaN is not equal to itself.
    if owned(&read).message() == message {
        Ok(())
    } else {
        Err("a message brings another request".to_owned())
    }
}

fn as_json(engine: &Engine, json: &str, quote: &Result<Written, Error>) -> Result<(), String> {
    match (engine.quote_json(json), quote) {
        (Ok(text), Ok(quote)) if text == quote.text => Ok(()),
        (Err(refused), Err(quote)) if refused == *quote => Ok(()),
        (answer, _) => Err(format!("as JSON text it gives another answer: {answer:?}")),
    }
}

fn owned(value: &Value<'_>) -> Tree {
    match value {
        Value::Null => Tree::Null,
        Value::Bool(value) => Tree::Bool(*value),
        Value::Number(value) => Tree::Number(*value),
        Value::Text(text) => Tree::text(*text),
        Value::List(items) => Tree::List(items.iter().map(owned).collect()),
        Value::Numbers(items) => Tree::Numbers(items.clone()),
        Value::Integers(items) => Tree::Integers(items.clone()),
        Value::Record(fields) => {
            Tree::Record(fields.iter().map(|(name, value)| ((*name).to_owned(), owned(value))).collect())
        }
        Value::Foreign(what) => Tree::Foreign((*what).to_owned()),
    }
}
