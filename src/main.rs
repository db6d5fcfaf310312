//! The same engine on the command line: JSON in, JSON out.

use std::io::Read as _;
use std::process::ExitCode;

use export_risk::country::score_quality;
use export_risk::document::{Write, Writer};
use export_risk::quote::{describe, small_enough, write_error};
use export_risk::reference::{Changes, Countries, Market};
use export_risk::{Engine, Error};

const HELP: &str = "\
Usage: export-risk COMMAND

  quote < request.json      answers a request
  explain < request.json    answers it and tells the working
  solve < call.json         finds the input that gives a wanted output: {\"request\": ..., \"vary\": \"repaymentMonths\",
                            \"target\": \"allInRate\", \"equals\": 0.07, \"between\": [12, 120]}
  sensitivity < call.json   moves one input at a time: {\"request\": ..., \"outputs\": [\"allInRate\"],
                            \"bumps\": {\"rate\": 0.01}}
  compare < call.json       answers two requests and tells what differs: {\"a\": {...}, \"b\": {...}}
  quote-many < call.json    quotes once a row: {\"product\": ..., \"columns\": {\"amount\": [...]}, \"defaults\": ...}
  --rate-card FILE          with any of these: a bank's or an insurer's own numbers, over the tables

  countries                 every country and territory with its category
  countries --compare OLDER [NEWER]
                            what changed between two editions of the list, as tables; NEWER is the embedded one by default
  country-score             how well our score of countries agrees with the list's categories
  editions                  the tables in use, with source, date and grade
  schema                    the JSON Schema of every request and quote
  declarations              the TypeScript declarations of every request and quote
  version                   the version

A request names its product: {\"product\": \"export-credit-cover\", \"country\": \"KAZ\", ...}.
An error goes to standard error as JSON {kind, reason, field, value, details, message}; exit code 1.
";

fn main() -> ExitCode {
    let command = arguments().into_iter().next().unwrap_or_default();
    match run(&command) {
        Ok(Some(text)) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Ok(None) => {
            eprint!("{HELP}");
            ExitCode::from(2)
        }
        Err(error) => {
            let mut out = Writer::new();
            write_error(&error, &mut out);
            eprintln!("{}", out.finish().text);
            ExitCode::FAILURE
        }
    }
}

fn run(command: &str) -> Result<Option<String>, Error> {
    Ok(Some(match command {
        "quote" => engine()?.quote_json(&input()?)?,
        "explain" => engine()?.explain_json(&input()?)?,
        "solve" => engine()?.solve_json(&input()?)?,
        "countries" if arguments().get(1).map(String::as_str) == Some("--compare") => changes()?,
        "sensitivity" => engine()?.sensitivity_json(&input()?)?,
        "compare" => engine()?.compare_json(&input()?)?,
        "quote-many" => engine()?.quote_many_json(&input()?)?,
        "countries" => document(&engine()?.countries()),
        "country-score" => country_score()?,
        "editions" => document(&engine()?.editions()),
        "schema" => describe::schema(),
        "declarations" => describe::declarations(),
        "version" => Engine::version().to_owned(),
        "help" | "--help" | "-h" => HELP.trim_end().to_owned(),
        _ => return Ok(None),
    }))
}

/// The arguments without the program's name and the rate card.
fn arguments() -> Vec<String> {
    let mut rest = std::env::args().skip(1);
    let mut kept = Vec::new();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--rate-card" => drop(rest.next()),
            _ => kept.push(argument),
        }
    }
    kept
}

/// The engine, with the rate card that was named.
fn engine() -> Result<Engine, Error> {
    let mut rest = std::env::args().skip_while(|argument| argument != "--rate-card").skip(1);
    if !std::env::args().any(|argument| argument == "--rate-card") {
        return Engine::embedded();
    }
    let file = rest.next().ok_or_else(|| Error::invalid("required", "name the file of the rate card"))?;
    let unread = |error: std::io::Error| {
        Error::invalid("not-text", format!("the file can't be read: {error}")).with_value(file.clone())
    };
    let size = std::fs::metadata(&file).map_err(unread)?.len();
    small_enough(usize::try_from(size).unwrap_or(usize::MAX))?;
    Engine::with_rate_card_json(&std::fs::read_to_string(&file).map_err(unread)?)
}

fn input() -> Result<String, Error> {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| Error::invalid("not-text", format!("standard input can't be read: {error}")))?;
    Ok(text)
}

/// What changed between the list in one file and that in another, or the embedded one.
fn changes() -> Result<String, Error> {
    let mut files = arguments().into_iter().skip(2);
    let older = files.next().ok_or_else(|| Error::invalid("required", "name the file of the older list"))?;
    let older = list(&older)?;
    let newer = match files.next() {
        Some(file) => list(&file)?,
        None => Market::embedded()?.countries,
    };
    Ok(document(&Changes::between(&older, &newer)))
}

fn list(file: &str) -> Result<Countries, Error> {
    let text = std::fs::read_to_string(file).map_err(|error| {
        Error::invalid("not-text", format!("the file can't be read: {error}")).with_value(file)
    })?;
    Countries::parse(&text)
}

/// The rank correlations of the score with the categories, as a table.
fn country_score() -> Result<String, Error> {
    let rows = score_quality(&Market::embedded()?)?;
    let head = "rank correlation with the category of the list; the category is no part of the score\n";
    let lines = rows
        .iter()
        .map(|row| format!("{:<45} {:>4} countries  {:>6.3}", row.by, row.countries, row.correlation));
    Ok(core::iter::once(head.to_owned()).chain(lines).collect::<Vec<_>>().join("\n"))
}

fn document(value: &impl Write) -> String {
    let mut out = Writer::new();
    value.write(&mut out);
    out.finish().text
}
