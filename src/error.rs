//! The one error of the whole crate: what is wrong, where, with which value, and what would be right.

use core::fmt;

/// What went wrong, told so that the caller knows what to do.
///
/// `Display` gives one sentence that says what would be right; the parts are for programs.
///
/// ```
/// use export_risk::values::Date;
/// let error = Date::parse("2026-02-30").unwrap_err();
/// assert_eq!(error.kind(), export_risk::ErrorKind::InvalidInput);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    kind: ErrorKind,
    reason: &'static str,
    field: String,
    value: Option<String>,
    details: Vec<(&'static str, String)>,
    sentence: String,
    faults: Vec<Error>,
}

/// The closed list of kinds; each asks the caller for something different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The request is not well formed: a wrong type, an unknown name or field, a date that does not exist.
    InvalidInput,
    /// A number outside the range in which the rule makes sense.
    OutOfRange,
    /// A table has no value for what was asked, and none was given in the request.
    MissingData,
    /// The rule does not apply to this deal.
    NotApplicable,
    /// Known, but not available in this build or rule set.
    Unsupported,
    /// A rate was searched for and there is none, or it can't be told apart.
    NoConvergence,
}

impl ErrorKind {
    /// The name in JSON and JavaScript, in kebab case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InvalidInput => "invalid-input",
            Self::OutOfRange => "out-of-range",
            Self::MissingData => "missing-data",
            Self::NotApplicable => "not-applicable",
            Self::Unsupported => "unsupported",
            Self::NoConvergence => "no-convergence",
        }
    }
}

impl Error {
    /// An error of a kind, with a reason (a short code for translations) and a sentence that says what
    /// would be right. Field and value are added where they are known.
    #[cold]
    pub fn new(kind: ErrorKind, reason: &'static str, sentence: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            reason,
            field: String::new(),
            value: None,
            details: Vec::new(),
            sentence: sentence.into(),
            faults: Vec::new(),
        }))
    }

    /// Shorthand for [`ErrorKind::InvalidInput`].
    #[cold]
    pub fn invalid(reason: &'static str, sentence: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidInput, reason, sentence)
    }

    /// Shorthand for [`ErrorKind::OutOfRange`].
    #[cold]
    pub fn out_of_range(reason: &'static str, sentence: impl Into<String>) -> Self {
        Self::new(ErrorKind::OutOfRange, reason, sentence)
    }

    /// Shorthand for [`ErrorKind::NotApplicable`].
    #[cold]
    pub fn not_applicable(reason: &'static str, sentence: impl Into<String>) -> Self {
        Self::new(ErrorKind::NotApplicable, reason, sentence)
    }

    /// Names the field, as a path from the request's root: `cover.commercial`. An existing path is kept.
    #[cold]
    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        if self.0.field.is_empty() {
            self.0.field = field.into();
        }
        self
    }

    /// Puts a path in front of the one that is there: `commercial` becomes `cover.commercial`.
    #[cold]
    #[must_use]
    pub fn under(mut self, parent: &str) -> Self {
        self.put_under(parent);
        self
    }

    /// As [`Self::under`], where it stands.
    #[cold]
    pub(crate) fn put_under(&mut self, parent: &str) {
        self.0.field =
            if self.0.field.is_empty() { parent.to_owned() } else { format!("{parent}.{}", self.0.field) };
    }

    /// Names another field in place of the one that is there: for a caller that knows it by another name.
    #[cold]
    #[must_use]
    pub fn moved(mut self, field: &str) -> Self {
        field.clone_into(&mut self.0.field);
        self
    }

    /// Keeps the bad value, as it was given; of a long one the beginning. An existing one is kept.
    #[cold]
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.0.value.get_or_insert_with(|| beginning(value.into()));
        self
    }

    /// Adds a detail for translations: the bound that was passed, the nearest name, the allowed ones.
    #[cold]
    #[must_use]
    pub fn detail(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.details.push((name, value.into()));
        self
    }

    /// Names everything that is wrong, where a document is refused for all of it at once.
    #[cold]
    #[must_use]
    pub fn because_of(mut self, faults: Vec<Self>) -> Self {
        self.0.faults = faults;
        self
    }

    /// What is wrong one by one, each with its path, when the document was looked through as a whole; otherwise nothing.
    pub fn faults(&self) -> &[Self] {
        &self.0.faults
    }

    /// What the caller can do about it.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// A short code that is stable across versions, for translations: `above-maximum`.
    pub fn reason(&self) -> &'static str {
        self.0.reason
    }

    /// The path of the field from the request's root; empty when the request as a whole is meant.
    pub fn field(&self) -> &str {
        &self.0.field
    }

    /// The bad value as text, when there is one.
    pub fn value(&self) -> Option<&str> {
        self.0.value.as_deref()
    }

    /// Names and values that the sentence mentions.
    pub fn details(&self) -> &[(&'static str, String)] {
        &self.0.details
    }

    /// The sentence that says what would be right.
    pub fn sentence(&self) -> &str {
        &self.0.sentence
    }
}

/// An error is read by people, and sent back by servers: nobody wants a megabyte of text in it.
fn beginning(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(60) {
        text.truncate(end);
        text.push('…');
    }
    text
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.field.is_empty() {
            write!(f, "{}: ", self.0.field)?;
        }
        f.write_str(&self.0.sentence)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, value {:?})", self, self.0.kind.name(), self.0.value)
    }
}

impl core::error::Error for Error {}
