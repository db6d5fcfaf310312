//! How a price tells its own working: steps with formula, inputs, value, source and grade; notices about
//! what was assumed or passed; and the editions of the tables that were used.
//!
//! A [`Trace`] listens only when somebody asks for the explanation. Steps are made inside a closure, so that
//! a silent trace costs one comparison.
//!
//! ```
//! use export_risk::explain::{Step, Trace};
//! let mut trace = Trace::listening();
//! trace.step(|| Step::new("horizon-of-risk", "HOR", "D/2 + R").input("R", 5.0, "years").value(5.0, "years"));
//! assert_eq!(trace.into_steps().len(), 1);
//! let mut silent = Trace::silent();
//! silent.step(|| unreachable!("nobody listens"));
//! ```

use core::fmt::Display;

use crate::document::{Described, FieldShape, RecordShape, RecordWriter, Shape, Write, Writer};

mod edition;
mod notice;

pub use edition::{Edition, Grade};
pub use notice::Notice;

/// Collects the steps of a working, or doesn't.
#[derive(Debug, Default)]
pub struct Trace {
    steps: Option<Vec<Step>>,
    prefix: String,
}

impl Trace {
    /// Nobody listens: steps are not even made.
    pub const fn silent() -> Self {
        Self { steps: None, prefix: String::new() }
    }

    /// Steps are kept in order.
    pub const fn listening() -> Self {
        Self { steps: Some(Vec::new()), prefix: String::new() }
    }

    /// Whether somebody listens.
    pub const fn is_listening(&self) -> bool {
        self.steps.is_some()
    }

    /// Adds a step, if somebody listens.
    #[inline]
    pub fn step(&mut self, step: impl FnOnce() -> Step) {
        if self.steps.is_some() {
            self.push(step());
        }
    }

    /// Does work whose outputs stand at `place` in the quote: the paths of its steps are put under it.
    pub fn under<T>(&mut self, place: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        if !self.is_listening() {
            return work(self);
        }
        let length = self.prefix.len();
        self.prefix.push_str(place);
        self.prefix.push('.');
        let done = work(self);
        self.prefix.truncate(length);
        done
    }

    /// The steps in the order of the working; none from a silent trace.
    pub fn into_steps(self) -> Vec<Step> {
        self.steps.unwrap_or_default()
    }

    #[cold]
    fn push(&mut self, mut step: Step) {
        if let Some(output) = &mut step.output {
            output.insert_str(0, &self.prefix);
        }
        if let Some(steps) = &mut self.steps {
            steps.push(step);
        }
    }
}

/// One step of a working.
#[derive(Clone, Debug)]
pub struct Step {
    id: &'static str,
    symbol: &'static str,
    formula: String,
    output: Option<String>,
    inputs: Vec<(String, String, String)>,
    value: String,
    unit: String,
    source: Option<String>,
    edition: Option<&'static str>,
    grade: Option<Grade>,
}

impl Step {
    /// A step by its stable name in kebab case (the key of its texts in every language), its symbol and its
    /// formula in symbols.
    pub fn new(id: &'static str, symbol: &'static str, formula: impl Into<String>) -> Self {
        Self {
            id,
            symbol,
            formula: formula.into(),
            output: None,
            inputs: Vec::new(),
            value: String::new(),
            unit: String::new(),
            source: None,
            edition: None,
            grade: None,
        }
    }

    /// The path in the quote of the number that this step gives: `premiumRate`.
    #[must_use]
    pub fn output(mut self, path: impl Into<String>) -> Self {
        self.output = Some(path.into());
        self
    }

    /// A symbol of the formula with its value and unit.
    #[must_use]
    pub fn input(mut self, symbol: impl Into<String>, value: impl Display, unit: &str) -> Self {
        self.inputs.push((symbol.into(), value.to_string(), unit.to_owned()));
        self
    }

    /// What comes out, with its unit: `fraction`, `fraction-a-year`, `years`, `months`, `factor`, a currency.
    #[must_use]
    pub fn value(mut self, value: impl Display, unit: &str) -> Self {
        self.value = value.to_string();
        unit.clone_into(&mut self.unit);
        self
    }

    /// Where the formula or its coefficient stands, and how good that source is.
    #[must_use]
    pub fn cited(mut self, source: impl Into<String>, grade: Grade) -> Self {
        self.source = Some(source.into());
        self.grade = Some(grade);
        self
    }

    /// The edition (by its id) of the table that the coefficients come from.
    #[must_use]
    pub fn from_edition(mut self, id: &'static str) -> Self {
        self.edition = Some(id);
        self
    }

    /// The stable name.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// The value as text.
    pub fn value_text(&self) -> &str {
        &self.value
    }
}

impl Write for Step {
    fn write(&self, out: &mut Writer) {
        out.record(|record| {
            record.field("id", self.id);
            record.field("symbol", self.symbol);
            record.field("output", &self.output);
            record.field("formula", &self.formula);
            record.open("inputs").list(self.inputs.iter().map(StepInput::of).collect::<Vec<_>>().iter());
            record.field("value", &self.value);
            record.field("unit", &self.unit);
            record.field("source", &self.source);
            record.field("edition", &self.edition);
            record.field("grade", &self.grade);
        });
    }
}

struct StepInput<'s>(&'s str, &'s str, &'s str);

impl<'s> StepInput<'s> {
    fn of(input: &'s (String, String, String)) -> Self {
        Self(&input.0, &input.1, &input.2)
    }
}

impl Write for StepInput<'_> {
    fn write(&self, out: &mut Writer) {
        let fields = |record: &mut RecordWriter<'_>| {
            record.field("symbol", self.0);
            record.field("value", self.1);
            record.field("unit", self.2);
        };
        out.record(fields);
    }
}

impl Described for Step {
    fn shape() -> Shape {
        let text = || Shape::Text { kind: "text" };
        let optional = || Shape::Optional(Box::new(text()));
        let field = |name, doc: &str, shape| FieldShape { name, doc: doc.to_owned(), shape, default: None };
        let input = RecordShape {
            name: "StepInput",
            doc: "A symbol of a formula, with its value.".to_owned(),
            fields: vec![
                field("symbol", "The symbol in the formula.", text()),
                field("value", "Its value, as exact text.", text()),
                field("unit", "Its unit.", text()),
            ],
        };
        Shape::Record(RecordShape {
            name: "Step",
            doc: "One step of a working.".to_owned(),
            fields: vec![
                field("id", "The stable name in kebab case.", text()),
                field("symbol", "The symbol of what comes out.", text()),
                field("output", "The path in the quote of the number that this step gives.", optional()),
                field("formula", "The formula in symbols.", text()),
                field(
                    "inputs",
                    "The symbols with their values.",
                    Shape::List(Box::new(Shape::Record(input))),
                ),
                field("value", "What comes out, as exact text.", text()),
                field("unit", "Its unit.", text()),
                field("source", "Where the formula or its coefficient stands.", optional()),
                field("edition", "The id of the table's edition.", optional()),
                field("grade", "How good the source is.", Shape::Optional(Box::new(Grade::shape()))),
            ],
        })
    }
}
