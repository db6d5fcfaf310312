//! Runs inputs on several threads, watches for panics and hangs, and counts.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, Once};
use std::time::{Duration, Instant};
use std::{panic, process, thread};

use export_risk::Engine;

use crate::check::{self, Outcome, Seen};
use crate::input::{self, Input, Source};
use crate::shaped::Forms;
use crate::smaller::smaller;
use crate::tree::Tree;

/// What is run.
#[derive(Clone, Copy)]
pub struct Plan {
    pub seed: u64,
    pub first: u64,
    pub inputs: u64,
    pub threads: usize,
    /// In turns.
    pub sources: &'static [Source],
    /// Every so many inputs one is a search, which asks for up to thousands of quotes.
    pub searches: Option<u64>,
    /// A quote that takes longer is a finding; measured in long runs only.
    pub slow: Option<Duration>,
    /// After this the process is ended.
    pub hang: Duration,
}

/// What was seen.
#[derive(Default)]
pub struct Report {
    plan: Option<Plan>,
    pub inputs: u64,
    requests: u64,
    pub answered: u64,
    /// Answered and refused by product, of those that ask for one.
    pub products: BTreeMap<String, [u64; 2]>,
    /// Refusals by kind and reason: how many, how many of them name no field, and an example of those, or of all.
    pub reasons: BTreeMap<(String, String), Refusals>,
    slowest: (Duration, String),
    slowest_search: (Duration, String),
    pub findings: Vec<String>,
    took: Duration,
}

#[derive(Default)]
pub struct Refusals {
    count: u64,
    without_field: u64,
    example: String,
}

/// Runs a plan; a finding is a panic.
pub fn run(plan: &Plan) -> Report {
    let report = self::report(plan);
    assert!(report.findings.is_empty(), "{}", report.findings[..report.findings.len().min(10)].join("\n\n"));
    report
}

/// Runs a plan.
pub fn report(plan: &Plan) -> Report {
    quiet_panics();
    let start = Instant::now();
    let (engine, forms) = (Engine::embedded().unwrap(), Forms::all());
    let next = AtomicU64::new(plan.first);
    let end = plan.first + plan.inputs;
    let whole = Mutex::new(Report { plan: Some(*plan), ..Report::default() });
    let running = Watch::of(plan.threads);
    thread::scope(|scope| {
        for worker in 0..plan.threads {
            let (engine, forms, next, whole, running) = (&engine, &forms, &next, &whole, &running);
            scope.spawn(move || {
                let mut report = Report::default();
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= end {
                        break;
                    }
                    one(plan, engine, forms, index, &mut report, &|input| {
                        running.starts(worker, index, input)
                    });
                }
                running.ends(worker);
                whole.lock().unwrap().add(report);
            });
        }
        scope.spawn(|| running.watch(plan));
    });
    let mut report = whole.into_inner().unwrap();
    report.took = start.elapsed();
    report
}

/// One input, and what follows from it.
fn one(
    plan: &Plan,
    engine: &Engine,
    forms: &Forms,
    index: u64,
    report: &mut Report,
    starts: &dyn Fn(&Input),
) {
    let source = match plan.searches {
        Some(every) if index % every == every - 1 => Source::Solve,
        _ => plan.sources[(index % plan.sources.len() as u64) as usize],
    };
    report.inputs += 1;
    input::visit(forms, source, plan.seed, index, &mut |input| {
        starts(&input);
        report.requests += 1;
        let seen = caught(|| input.check(engine, index.is_multiple_of(5)))
            .and_then(|seen| quick_enough(plan, engine, &input, &seen).map(|()| seen));
        match seen {
            Ok(seen) => {
                report.count(&input, &seen);
                Some((input, seen))
            }
            Err(what) => {
                report.findings.push(finding(plan, engine, index, &input, &what));
                None
            }
        }
    });
}

/// Where a machine is busy with something else, a second measurement is quicker; what is slow stays slow.
fn quick_enough(plan: &Plan, engine: &Engine, input: &Input, seen: &Seen) -> Result<(), String> {
    let (Some(limit), Input::Tree(tree)) = (plan.slow, input) else { return Ok(()) };
    if seen.time <= limit {
        return Ok(());
    }
    let least = (0..5).map(|_| check::timed(engine, tree).1).min().unwrap_or_default();
    if least <= limit { Ok(()) } else { Err(format!("slow: {least:.1?}")) }
}

fn finding(plan: &Plan, engine: &Engine, index: u64, input: &Input, what: &str) -> String {
    let shown = match input {
        Input::Tree(tree) if !what.starts_with("slow") => {
            // The same finding: the same panic at the same place, or the same words up to the numbers in them.
            let same = what.chars().take(40).collect::<String>();
            let shows = |tree: &Tree| {
                caught(|| check::request(engine, tree, true)).is_err_and(|what| what.starts_with(&same))
            };
            let smaller = smaller(tree.clone(), &shows);
            let again = caught(|| check::request(engine, &smaller, true)).err().unwrap_or_default();
            format!("{}\n  {again}", smaller.show())
        }
        other => other.show(),
    };
    let [what, shown] = [what, &shown].map(|text| text.chars().take(3000).collect::<String>());
    format!("seed {}, input {index}: {what}\n  {shown}", plan.seed)
}

impl Report {
    fn count(&mut self, input: &Input, seen: &Seen) {
        // A search asks for thousands of quotes.
        let slowest =
            if matches!(input, Input::Solve(_)) { &mut self.slowest_search } else { &mut self.slowest };
        if seen.time > slowest.0 {
            *slowest = (seen.time, input.show());
        }
        let refused = match &seen.outcome {
            Outcome::Answered => {
                self.answered += 1;
                false
            }
            Outcome::Refused(kind, reason) => {
                let refusals = self.reasons.entry(((*kind).to_owned(), (*reason).to_owned())).or_default();
                let first_without = seen.field.is_empty() && refusals.without_field == 0;
                if refusals.count == 0 || first_without {
                    refusals.example = input.show().chars().take(300).collect();
                }
                refusals.count += 1;
                refusals.without_field += u64::from(seen.field.is_empty());
                true
            }
        };
        if let Some(product) = input.product()
            && export_risk::quote::PRODUCTS.iter().any(|entry| entry.name == product)
        {
            self.products.entry(product.to_owned()).or_default()[usize::from(refused)] += 1;
        }
    }

    fn add(&mut self, other: Self) {
        self.inputs += other.inputs;
        self.requests += other.requests;
        self.answered += other.answered;
        for (product, counts) in other.products {
            let sum = self.products.entry(product).or_default();
            (0..2).for_each(|at| sum[at] += counts[at]);
        }
        for (reason, more) in other.reasons {
            let refusals = self.reasons.entry(reason).or_default();
            if refusals.count == 0 || (refusals.without_field == 0 && more.without_field > 0) {
                refusals.example = more.example;
            }
            refusals.count += more.count;
            refusals.without_field += more.without_field;
        }
        if other.slowest.0 > self.slowest.0 {
            self.slowest = other.slowest;
        }
        if other.slowest_search.0 > self.slowest_search.0 {
            self.slowest_search = other.slowest_search;
        }
        self.findings.extend(other.findings);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seed = self.plan.map_or(0, |plan| plan.seed);
        writeln!(
            f,
            "seed {seed}: {} inputs, {} requests, {} answered, in {:.0?}",
            self.inputs, self.requests, self.answered, self.took
        )?;
        writeln!(f, "\n{:24} {:>10} {:>10}", "product", "answered", "refused")?;
        for (product, [answered, refused]) in &self.products {
            writeln!(f, "{product:24} {answered:>10} {refused:>10}")?;
        }
        writeln!(f, "\n{:50} {:>10} {:>16}", "refused, because", "times", "without a field")?;
        for ((kind, reason), Refusals { count, without_field, example }) in &self.reasons {
            writeln!(f, "{:50} {count:>10} {without_field:>16}", format!("{kind}: {reason}"))?;
            if *count < 20 || *without_field > 0 {
                writeln!(f, "    {example}")?;
            }
        }
        writeln!(f, "\nslowest quote: {:.1?}\n  {}", self.slowest.0, self.slowest.1)?;
        writeln!(f, "\nslowest search: {:.1?}\n  {}", self.slowest_search.0, self.slowest_search.1)?;
        writeln!(f, "\nfindings: {}", self.findings.len())?;
        self.findings.iter().take(40).try_for_each(|finding| writeln!(f, "\n{finding}"))
    }
}

/// What each thread is doing, and since when.
struct Watch {
    threads: Vec<Mutex<State>>,
}

enum State {
    Waiting,
    Running(Instant, u64, String),
    Done,
}

impl Watch {
    fn of(threads: usize) -> Self {
        Self { threads: (0..threads).map(|_| Mutex::new(State::Waiting)).collect() }
    }

    fn starts(&self, thread: usize, index: u64, input: &Input) {
        *self.threads[thread].lock().unwrap() = State::Running(Instant::now(), index, input.show());
    }

    fn ends(&self, thread: usize) {
        *self.threads[thread].lock().unwrap() = State::Done;
    }

    fn watch(&self, plan: &Plan) {
        while self.threads.iter().any(|state| !matches!(*state.lock().unwrap(), State::Done)) {
            for state in &self.threads {
                if let State::Running(since, index, input) = &*state.lock().unwrap()
                    && since.elapsed() > plan.hang
                {
                    eprintln!("seed {}, input {index}: hangs\n  {input}", plan.seed);
                    process::exit(1);
                }
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}

thread_local! {
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
    static CATCHING: RefCell<bool> = const { RefCell::new(false) };
}

/// Makes a panic of the engine a finding.
fn caught<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    CATCHING.with_borrow_mut(|catching| *catching = true);
    let result = catch_unwind(AssertUnwindSafe(work));
    CATCHING.with_borrow_mut(|catching| *catching = false);
    result.unwrap_or_else(|_| Err(PANIC.take().unwrap_or_default()))
}

/// A panic that is caught is told as a finding, not twice.
fn quiet_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !CATCHING.with_borrow(|catching| *catching) {
                return usual(info);
            }
            let place = info.location().map(|place| format!("{}:{}", place.file(), place.line()));
            let said = info.payload_as_str().unwrap_or("");
            PANIC.set(Some(format!("panic at {}: {said}", place.unwrap_or_default())));
        }));
    });
}
