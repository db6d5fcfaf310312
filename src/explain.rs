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

use std::borrow::Cow;

use crate::document::{Described, FieldShape, Kind, RecordShape, Shape, Text, Write, Writer};

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

    /// For steps of one unit and from one source, with the same inputs: see [`Alike::each`].
    pub(crate) const fn alike<'t>(
        &'t mut self,
        unit: &'t str,
        cited: (&'static str, Grade),
        inputs: &'t [(&'static str, &'t dyn Text, &'t str)],
    ) -> Alike<'t> {
        Alike { trace: self, unit, cited, inputs }
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
        if let Some(output) = &mut step.0.output {
            output.insert_str(0, &self.prefix);
        }
        if let Some(steps) = &mut self.steps {
            steps.push(step);
        }
    }
}

/// Name, symbol, formula, place in the quote, and the number of a step that needs no inputs of its own.
pub(crate) type Told<'a> = (&'static str, &'static str, &'static str, &'static str, &'a dyn Text);

/// What steps have in common.
pub(crate) struct Alike<'t> {
    trace: &'t mut Trace,
    unit: &'t str,
    cited: (&'static str, Grade),
    inputs: &'t [(&'static str, &'t dyn Text, &'t str)],
}

impl Alike<'_> {
    /// A step for each number; one that there is not has none.
    #[inline(never)]
    pub fn each(self, told: &[Told<'_>]) {
        if !self.trace.is_listening() {
            return;
        }
        for &(id, symbol, formula, output, value) in told {
            let text = value.text();
            if text.is_empty() {
                continue;
            }
            self.trace.step(|| {
                let step = Step::new(id, symbol, formula).output(output).value(text, self.unit);
                let step = step.cited(self.cited.0, self.cited.1);
                self.inputs
                    .iter()
                    .fold(step, |step, (symbol, value, unit)| step.with_input(symbol, *value, unit))
            });
        }
    }
}

/// One step of a working.
///
/// It lives in one place on the heap and its methods hand values on by reference: there are many steps, and what
/// each costs in code counts.
#[derive(Clone, Debug)]
pub struct Step(Box<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    id: &'static str,
    symbol: &'static str,
    formula: &'static str,
    output: Option<String>,
    inputs: Vec<StepInput>,
    value: String,
    unit: String,
    source: Option<Cow<'static, str>>,
    edition: Option<&'static str>,
    grade: Option<Grade>,
}

impl Step {
    /// A step by its stable name in kebab case (the key of its texts in every language), its symbol and its
    /// formula in symbols.
    #[inline(never)]
    pub fn new(id: &'static str, symbol: &'static str, formula: &'static str) -> Self {
        Self(Box::new(Inner {
            id,
            symbol,
            formula,
            output: None,
            inputs: Vec::new(),
            value: String::new(),
            unit: String::new(),
            source: None,
            edition: None,
            grade: None,
        }))
    }

    /// The path in the quote of the number that this step gives: `premiumRate`.
    #[must_use]
    #[inline(never)]
    pub fn output(mut self, path: &str) -> Self {
        self.0.output = Some(path.to_owned());
        self
    }

    /// A symbol of the formula with its value and unit.
    #[must_use]
    pub fn input(self, symbol: &'static str, value: impl Text, unit: &str) -> Self {
        self.with_input(symbol, &value, unit)
    }

    #[inline(never)]
    fn with_input(mut self, symbol: &'static str, value: &dyn Text, unit: &str) -> Self {
        self.0.inputs.push(StepInput { symbol, value: value.text(), unit: unit.to_owned() });
        self
    }

    /// What comes out, with its unit: `fraction`, `fraction-a-year`, `years`, `months`, `factor`, a currency.
    #[must_use]
    pub fn value(self, value: impl Text, unit: &str) -> Self {
        self.with_value(&value, unit)
    }

    #[inline(never)]
    fn with_value(mut self, value: &dyn Text, unit: &str) -> Self {
        self.0.value = value.text();
        unit.clone_into(&mut self.0.unit);
        self
    }

    /// Where the formula or its coefficient stands, and how good that source is.
    #[must_use]
    pub fn cited(self, source: impl Into<Cow<'static, str>>, grade: Grade) -> Self {
        self.with_source(source.into(), grade)
    }

    #[inline(never)]
    fn with_source(mut self, source: Cow<'static, str>, grade: Grade) -> Self {
        self.0.source = Some(source);
        self.0.grade = Some(grade);
        self
    }

    /// The edition (by its id) of the table that the coefficients come from.
    #[must_use]
    #[inline(never)]
    pub fn from_edition(mut self, id: &'static str) -> Self {
        self.0.edition = Some(id);
        self
    }

    /// The stable name.
    pub fn id(&self) -> &'static str {
        self.0.id
    }

    /// The value as text.
    pub fn value_text(&self) -> &str {
        &self.0.value
    }
}

impl Write for Step {
    fn write(&self, out: &mut Writer) {
        let step = &*self.0;
        out.record(|record| {
            record.field("id", step.id);
            record.field("symbol", step.symbol);
            record.field("output", &step.output);
            record.field("formula", step.formula);
            record.field("inputs", &step.inputs);
            record.field("value", &step.value);
            record.field("unit", &step.unit);
            record.field("source", step.source.as_deref());
            record.field("edition", step.edition);
            record.field("grade", step.grade);
        });
    }
}

#[derive(Clone, Debug)]
struct StepInput {
    symbol: &'static str,
    value: String,
    unit: String,
}

impl Write for StepInput {
    fn write(&self, out: &mut Writer) {
        out.record(|record| {
            record.field("symbol", self.symbol);
            record.field("value", &self.value);
            record.field("unit", &self.unit);
        });
    }
}

impl Described for Step {
    const KIND: &'static Kind = &Kind::Closed;

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
